//! Known names that are similar to one that is not known.

/// Longer names are not compared, because a comparison takes the square of the length.
const LONGEST_NAME: usize = 64;

/// The known name most similar to `name`, if one is similar enough.
pub(crate) fn nearest_name<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    near_names(name, known).into_iter().next()
}

/// How many names are listed that are near.
const MOST_NEAR: usize = 5;

/// The known names similar to `name`, the most similar one first.
pub(crate) fn near_names<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    if name.len() > LONGEST_NAME {
        return Vec::new();
    }
    let name = name.to_lowercase();
    let likeness = |known: &str| strsim::jaro_winkler(&name, &known.to_lowercase());
    let near = known.map(|known| (likeness(known), known));
    let mut near: Vec<_> = near.filter(|(likeness, _)| *likeness > 0.8).collect();
    // Of equals the last counts.
    near.reverse();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST_NEAR);
    near.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// Names in quotes, with commas between them.
pub(crate) fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}
