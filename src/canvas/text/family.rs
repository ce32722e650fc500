//! The fonts of a text by name or file, and the faces that these stand for.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::canvas::text::face::Face;
use crate::canvas::text::hinting::TextHinting;
use crate::canvas::text::installed;
use crate::canvas::text::mathtext::{MathDefault, MathFontset};
use crate::canvas::text::told::Told;
use crate::canvas::text::weight::FontWeight;
use crate::error::{Error, Result, quoted};
use crate::properties::{PropertyType, Value, refused};

/// The fonts of a text: families by name and font files, the preferred first. A character is drawn with the first that
/// has it, and with DejaVu Sans if none has.
///
/// DejaVu Sans, DejaVu Sans Mono and DejaVu Serif come with the crate; other families are those installed on the
/// system. `"serif"`, `"sans-serif"`, `"monospace"`, `"cursive"` and `"fantasy"` stand for the first family found of
/// the style's `font_serif`, …. Names that end in `.ttf`, `.otf` or `.ttc` are files.
///
/// ```
/// use plotreel::text::FontFamily;
///
/// let family = FontFamily::try_from(["Noto Sans CJK JP", "serif"])?;
/// assert_eq!(family.names(), ["Noto Sans CJK JP", "serif"]);
/// let error = FontFamily::from_file("no/such/font.ttf").unwrap_err();
/// assert!(error.to_string().contains("no/such/font.ttf"));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FontFamily(Arc<[Source]>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Source {
    Name(String),
    File(PathBuf, Face),
}

impl Source {
    fn new(name: &str) -> Result<Self> {
        let path = Path::new(name);
        let extension = path.extension().and_then(|extension| extension.to_str());
        let is_file = extension.is_some_and(|extension| {
            ["ttf", "otf", "ttc", "otc"].contains(&extension.to_lowercase().as_str())
        });
        match name.trim() {
            "" => Err(Error::setting("the font family", "an empty name", TAKES)),
            _ if is_file => Self::file(path),
            name => Ok(Self::Name(name.to_owned())),
        }
    }

    fn file(path: &Path) -> Result<Self> {
        Ok(Self::File(path.to_owned(), Face::read(path, 0)?))
    }

    fn name(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::File(path, _) => path.display().to_string(),
        }
    }
}

const TAKES: &str = "the name of a font family or file, or several";

impl FontFamily {
    /// The font of a TrueType or OpenType file, the first one of a collection.
    ///
    /// # Errors
    /// [`Error::Read`] for a file that can't be read, [`Error::Font`] for one that is not a font.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self> {
        Ok(Self(Arc::new([Source::file(path.as_ref())?])))
    }

    /// The fonts of this list, then those of another.
    #[must_use]
    pub fn then(&self, further: &Self) -> Self {
        Self(self.0.iter().chain(&*further.0).cloned().collect())
    }

    /// The names and paths that it was made of.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(Source::name).collect()
    }

    fn of(names: impl Iterator<Item = impl AsRef<str>>) -> Result<Self> {
        let sources = names.map(|name| Source::new(name.as_ref()));
        let sources: Arc<[_]> = sources.collect::<Result<_>>()?;
        match sources.is_empty() {
            true => Err(Error::setting("the font family", "no name", TAKES)),
            false => Ok(Self(sources)),
        }
    }

    /// Names that are separated by commas, as in matplotlib's files of settings.
    pub(crate) fn of_list(names: &str) -> Result<Self> {
        Self::of(names.split(',').map(str::trim))
    }

    /// Names that are known to be none of files.
    pub(crate) fn named(names: &[&str]) -> Self {
        Self(
            names
                .iter()
                .map(|&name| Source::Name(name.to_owned()))
                .collect(),
        )
    }
}

impl FromStr for FontFamily {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::of([name].into_iter())
    }
}

macro_rules! from_names {
    ($([$($generics:tt)*] $names:ty),* $(,)?) => {$(
        impl<$($generics)*> TryFrom<$names> for FontFamily {
            type Error = Error;

            fn try_from(names: $names) -> Result<Self> {
                Self::of(names.into_iter())
            }
        }
    )*};
}
from_names! {
    [S: AsRef<str>, const N: usize] [S; N],
    [S: AsRef<str>] Vec<S>,
    [S: AsRef<str>] &[S],
}

impl TryFrom<&str> for FontFamily {
    type Error = Error;

    fn try_from(name: &str) -> Result<Self> {
        name.parse()
    }
}

impl TryFrom<&Path> for FontFamily {
    type Error = Error;

    fn try_from(path: &Path) -> Result<Self> {
        Self::from_file(path)
    }
}

impl From<FontFamily> for Value {
    fn from(family: FontFamily) -> Self {
        match &family.names()[..] {
            [name] => name.as_str().into(),
            names => names.to_vec().into(),
        }
    }
}

impl PropertyType for FontFamily {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let not_text = || refused(name, value, TAKES);
        match value {
            Value::Text(text) => text.parse(),
            Value::List(names) => {
                let names = names.iter().map(|value| match value {
                    Value::Text(text) => Ok(text),
                    _ => Err(not_text()),
                });
                Self::of(names.collect::<Result<Vec<_>>>()?.into_iter())
            }
            _ => Err(not_text()),
        }
    }
}

/// A style's fonts: the family of texts that name none, and the families that generic names stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FontDefaults {
    pub(crate) family: FontFamily,
    pub(crate) serif: FontFamily,
    pub(crate) sans_serif: FontFamily,
    pub(crate) monospace: FontFamily,
    pub(crate) cursive: FontFamily,
    pub(crate) fantasy: FontFamily,
    /// Of texts that have none.
    pub(crate) weight: FontWeight,
    pub(crate) hinting: TextHinting,
    pub(crate) math: MathFontset,
    pub(crate) math_default: MathDefault,
}

impl Default for FontDefaults {
    fn default() -> Self {
        Self {
            family: FontFamily::named(&["sans-serif"]),
            serif: FontFamily::named(&["DejaVu Serif"]),
            sans_serif: FontFamily::named(&["DejaVu Sans"]),
            monospace: FontFamily::named(&["DejaVu Sans Mono"]),
            cursive: FontFamily::named(&CURSIVE),
            fantasy: FontFamily::named(&FANTASY),
            weight: FontWeight::NORMAL,
            hinting: TextHinting::default(),
            math: MathFontset::default(),
            math_default: MathDefault::default(),
        }
    }
}

/// matplotlib's defaults, as far as they are names of families.
const CURSIVE: [&str; 8] = [
    "Apple Chancery",
    "Textile",
    "Zapf Chancery",
    "Sand",
    "Script MT",
    "Felipa",
    "Comic Neue",
    "Comic Sans MS",
];
const FANTASY: [&str; 5] = ["Chicago", "Charcoal", "Impact", "Western", "xkcd script"];

impl FontDefaults {
    fn generic(&self, name: &str) -> Option<&FontFamily> {
        Some(match name.to_lowercase().as_str() {
            "serif" => &self.serif,
            "sans-serif" | "sans serif" | "sans" => &self.sans_serif,
            "monospace" => &self.monospace,
            "cursive" => &self.cursive,
            "fantasy" => &self.fantasy,
            _ => return None,
        })
    }

    /// The faces of a family, and DejaVu Sans for what they lack.
    pub(super) fn faces(
        &self,
        family: Option<&FontFamily>,
        look: (FontWeight, bool),
        told: &Told,
    ) -> Faces {
        let mut faces = Vec::new();
        for source in &*family.unwrap_or(&self.family).0 {
            let found = match source {
                Source::File(_, face) => Some(*face),
                Source::Name(name) => match self.generic(name) {
                    Some(families) => first_of(name, families, look, told),
                    None => installed::find(name, look).or_else(|| {
                        report_unknown(name, told);
                        None
                    }),
                },
            };
            if let (Some(face), Source::Name(_)) = (found, source) {
                report_other_weight(face, look.0, told);
            }
            faces.extend(found.filter(|face| !faces.contains(face)));
        }
        let last = Face::included("DejaVu Sans", look).unwrap_or(Face::SANS);
        if !faces.contains(&last) {
            faces.push(last);
        }
        Faces::of(faces)
    }
}

/// The first family found of those that a generic name stands for.
fn first_of(
    name: &str,
    families: &FontFamily,
    look: (FontWeight, bool),
    told: &Told,
) -> Option<Face> {
    let found = families.0.iter().find_map(|source| match source {
        Source::Name(name) => installed::find(name, look),
        Source::File(_, face) => Some(*face),
    });
    if found.is_none() && told.is_news(name) {
        log::warn!(
            "none of the font families that {name:?} stands for is installed ({}); DejaVu Sans is used",
            families.names().join(", ")
        );
    }
    found
}

/// As in the reference a family without the weight has its nearest one.
fn report_other_weight(face: Face, wanted: FontWeight, told: &Told) {
    let (family, own) = (face.family(), face.weight());
    let wanted = wanted.number();
    if own.number() != wanted && told.is_news(&format!("weight {wanted} of {family}")) {
        log::warn!(
            "the font family {family:?} has no weight {wanted}; the nearest, {}, is used",
            own.number()
        );
    }
}

fn report_unknown(name: &str, told: &Told) {
    if !told.is_news(name) {
        return;
    }
    let near = installed::near(name);
    let advice = match near.is_empty() {
        true => "install it, or give the path of its file".to_owned(),
        false => format!("did you mean {}?", quoted(&near)),
    };
    log::warn!("the font family {name:?} is not installed; the next one is used: {advice}");
}

/// The faces of a text, the preferred first; equal lists are one.
#[derive(Clone, Copy)]
pub(crate) struct Faces(&'static [Face]);

impl Faces {
    pub(crate) fn of(faces: Vec<Face>) -> Self {
        static KNOWN: LazyLock<Mutex<HashMap<Vec<Face>, &'static [Face]>>> =
            LazyLock::new(Mutex::default);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let list = known
            .entry(faces)
            .or_insert_with_key(|faces| faces.clone().leak());
        Self(list)
    }

    pub(crate) fn first(self) -> Face {
        self.0.first().copied().unwrap_or(Face::SANS)
    }

    pub(crate) fn list(self) -> &'static [Face] {
        self.0
    }

    /// Their families, for messages.
    pub(super) fn names(self) -> String {
        let mut names: Vec<_> = self.0.iter().map(|face| face.family()).collect();
        names.dedup();
        names.join(", ")
    }
}

impl From<Face> for Faces {
    fn from(face: Face) -> Self {
        Self::of(vec![face])
    }
}

impl PartialEq for Faces {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Faces {}

impl std::hash::Hash for Faces {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.as_ptr().hash(state);
    }
}

impl fmt::Debug for Faces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
