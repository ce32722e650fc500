//! The metadata of a film.

/// The artist of a film that names none.
const ARTIST: &str = "plotreel";
/// The title of a film that has none, where it must have one.
pub(super) const DEFAULT_TITLE: &str = "Animation";

/// Keys and values about a film, in the order they were set.
///
/// ```
/// use plotreel::writers::Metadata;
///
/// let metadata = Metadata::new().with("title", "Wave").with("genre", "physics");
/// assert_eq!(metadata.get("title"), Some("Wave"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    pairs: Vec<(String, String)>,
    /// Whether the title is the default one.
    has_default_title: bool,
}

impl Metadata {
    /// No metadata.
    pub fn new() -> Self {
        Self::default()
    }

    /// Title (`Animation` without one), artist (`plotreel` unless it is set) and comment, as `write_animation` writes
    /// them.
    pub(crate) fn of_animation(
        title: Option<&str>,
        comment: Option<&str>,
        more: &Metadata,
    ) -> Self {
        let mut all = Self::new().with("title", title.unwrap_or(DEFAULT_TITLE));
        all.set("artist", ARTIST);
        all.has_default_title = title.is_none();
        if let Some(comment) = comment {
            all.set("comment", comment);
        }
        for (key, value) in more.iter() {
            all.set(key, value);
        }
        all
    }

    /// Adds a key, or replaces its value.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.set(key, value);
        self
    }

    /// Adds a key, or replaces its value.
    pub fn set(&mut self, key: &str, value: &str) {
        self.has_default_title &= key != "title";
        match self.pairs.iter_mut().find(|(k, _)| k == key) {
            Some((_, old)) => value.clone_into(old),
            None => self.pairs.push((key.to_owned(), value.to_owned())),
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|(k, _)| *k == key).map(|(_, value)| value)
    }

    /// The title that somebody gave.
    pub(super) fn given_title(&self) -> Option<&str> {
        self.get("title").filter(|_| !self.has_default_title)
    }

    /// All keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }
}
