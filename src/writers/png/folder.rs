//! The numbered PNG files in a folder, whatever their names are.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::error::{Error, Result};
use crate::writers::FrameNames;

/// Names that differ in a number only, and the numbers that there are.
pub(super) type Numbered = (FrameNames, Vec<u64>);

/// The numbered files with these names.
pub(super) fn with_names(names: FrameNames) -> Result<Vec<Numbered>> {
    let mut indices = Vec::new();
    for name in file_names(names.existing_folder())? {
        indices.extend(names.index(&name));
    }
    Ok(vec![(names, indices)])
}

/// All numbered PNG files in a folder.
pub(super) fn in_folder(folder: &Path) -> Result<Vec<Numbered>> {
    let mut files = file_names(folder)?;
    // Hidden files are others' or incomplete.
    let is_meant = |name: &str| !name.starts_with('.') && folder.join(name).is_file();
    files.retain(|name| name.to_ascii_lowercase().ends_with(".png") && is_meant(name));
    let mut found = Vec::new();
    for ((before, after), numbers) in by_number(&files) {
        for (digits, indices) in by_digits(&numbers) {
            let names = FrameNames::with_parts(folder, before, digits, after);
            found.push((names, indices));
        }
    }
    Ok(found)
}

fn file_names(folder: &Path) -> Result<Vec<String>> {
    let failed = |source: io::Error| Error::Read {
        path: folder.to_owned(),
        source,
    };
    let entries = fs::read_dir(folder).map_err(failed)?;
    let names = entries.map(|entry| Ok(entry.map_err(failed)?.file_name().into_string().ok()));
    names.filter_map(Result::transpose).collect()
}

/// What is before and after the number of a file.
type Around<'a> = (&'a str, &'a str);

/// The numbers of files by what is around them. Of several numbers in a name the one is meant that most files differ in,
/// or the last.
fn by_number(files: &[String]) -> BTreeMap<Around<'_>, Vec<&str>> {
    let mut counts = BTreeMap::<Around<'_>, usize>::new();
    for (around, _) in files.iter().flat_map(|name| numbers(name)) {
        *counts.entry(around).or_default() += 1;
    }
    let mut found = BTreeMap::<Around<'_>, Vec<&str>>::new();
    for name in files {
        let most = numbers(name).max_by_key(|(around, _)| (counts.get(around), around.0.len()));
        if let Some((around, number)) = most {
            found.entry(around).or_default().push(number);
        }
    }
    found
}

/// The numbers in a name, with what is around them.
fn numbers(name: &str) -> impl Iterator<Item = (Around<'_>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + name[at..].find(|c: char| c.is_ascii_digit())?;
        let rest = &name[start..];
        let length = rest.find(|c: char| !c.is_ascii_digit());
        at = start + length.unwrap_or(rest.len());
        Some(((&name[..start], &name[at..]), &name[start..at]))
    })
}

/// The values of numbers by the digits that all of them have at least: 7 has another form than 007.
fn by_digits(numbers: &[&str]) -> BTreeMap<usize, Vec<u64>> {
    let is_padded = |number: &str| number.len() > 1 && number.starts_with('0');
    let padded = numbers.iter().filter(|number| is_padded(number));
    let mut widths: Vec<_> = padded.map(|number| number.len()).collect();
    widths.sort_unstable();
    widths.dedup();
    let mut found = BTreeMap::<usize, Vec<u64>>::new();
    for number in numbers {
        let widest = widths.iter().rev().find(|width| **width <= number.len());
        // More digits than a number of 64 bits are no number of a frame.
        if let Ok(value) = number.parse() {
            let digits = widest.copied().unwrap_or(1);
            found.entry(digits).or_default().push(value);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_the_number_that_they_differ_in() {
        let folder = tempfile::tempdir().unwrap();
        let touch = |name: &str| fs::write(folder.path().join(name), "").unwrap();
        for frame in 7..12 {
            touch(&format!("run2_{frame:03}_v1.png"));
            touch(&format!("{frame}.PNG"));
        }
        for name in [
            "run2_1000_v1.png",
            "7_of_9.png",
            "logo.png",
            "a1.txt",
            "008.PNG",
            "._run2_007_v1.png",
        ] {
            touch(name);
        }
        fs::create_dir(folder.path().join("x1.png")).unwrap();
        let mut found = in_folder(folder.path()).unwrap();
        found
            .iter_mut()
            .for_each(|(_, indices)| indices.sort_unstable());
        let shown: Vec<_> = found
            .iter()
            .map(|(names, indices)| {
                let name = names.path(5).file_name().unwrap().to_owned();
                (name.into_string().unwrap(), indices.clone())
            })
            .collect();
        let expected = [
            ("5.PNG", vec![7, 8, 9, 10, 11]),
            ("005.PNG", vec![8]),
            ("7_of_5.png", vec![9]),
            ("run2_005_v1.png", vec![7, 8, 9, 10, 11, 1000]),
        ];
        assert_eq!(shown, expected.map(|(name, all)| (name.to_owned(), all)));
    }
}
