//! `.npz` archives.

use std::fs::File;
use std::io::{BufReader, Seek};

use zip::ZipArchive;

use super::order::sort_by_values;
use super::{InputError, InputFrame, Pool, Result, Settings, Source, npy};

/// Opens the array that is asked for, the only one, or all as frames in the order of their names.
pub(super) fn open(name: &str, mut file: File, settings: &Settings) -> Result<Box<dyn Source>> {
    let fail = |reason: String| InputError::new(name, reason);
    file.rewind().map_err(|e| fail(e.to_string()))?;
    let archive =
        ZipArchive::new(BufReader::new(file)).map_err(|e| fail(format!("no .npz archive: {e}")))?;
    let entries = entries(&archive, settings);
    if entries.is_empty() {
        let known: Vec<&str> = archive
            .file_names()
            .filter_map(|n| n.strip_suffix(".npy"))
            .collect();
        return Err(match &settings.key {
            Some(key) => fail(format!(
                "no array \"{key}\"; there are {}",
                known.join(", ")
            )),
            None => fail("no arrays in it".into()),
        });
    }
    let source = NpzSource {
        name: name.to_owned(),
        archive,
        frames_only: entries.len() > 1,
        entries: entries.into_iter(),
        settings: settings.clone(),
        current: None,
    };
    Ok(Box::new(source))
}

/// Frames of an archive, if that is known without unpacking it.
pub(super) fn count(file: File, settings: &Settings) -> Option<u64> {
    let mut archive = ZipArchive::new(BufReader::new(file)).ok()?;
    let entries = entries(&archive, settings);
    entries
        .iter()
        .map(|entry| npy::count(archive.by_name(entry).ok()?, settings.layout))
        .sum()
}

/// The names of the entries that are wanted, in natural order.
fn entries(archive: &ZipArchive<BufReader<File>>, settings: &Settings) -> Vec<String> {
    let wanted = |name: &&str| match (&settings.key, name.strip_suffix(".npy")) {
        (Some(key), Some(array)) => key == array,
        (None, array) => array.is_some(),
        (Some(_), None) => false,
    };
    let mut names: Vec<String> = archive
        .file_names()
        .filter(wanted)
        .map(str::to_owned)
        .collect();
    sort_by_values(&mut names, |name| name.trim_end_matches(".npy").to_owned());
    names
}

/// Arrays of an archive, each unpacked to a temporary file, so that memory does not grow with them.
struct NpzSource {
    name: String,
    archive: ZipArchive<BufReader<File>>,
    entries: std::vec::IntoIter<String>,
    settings: Settings,
    /// Several arrays: each is to be a frame.
    frames_only: bool,
    current: Option<Box<dyn Source>>,
}

impl NpzSource {
    fn unpack(&mut self, entry: &str) -> Result<Box<dyn Source>> {
        let name = format!("{}, array {}", self.name, entry.trim_end_matches(".npy"));
        let unpacked = self
            .archive
            .by_name(entry)
            .map_err(std::io::Error::from)
            .and_then(|mut packed| {
                let mut file = tempfile::tempfile()?;
                std::io::copy(&mut packed, &mut file)?;
                file.rewind()?;
                Ok(file)
            });
        let mut file = unpacked.map_err(|e| InputError::new(&name, e))?;
        if self.frames_only {
            let frames = npy::count(&file, self.settings.layout);
            if frames.is_some_and(|n| n != 1) {
                return Err(InputError::new(&name, "a film among other arrays")
                    .advise("choose one array with --key"));
            }
            file.rewind().map_err(|e| InputError::new(&name, e))?;
        }
        npy::open(
            &name,
            BufReader::with_capacity(1 << 16, file),
            &self.settings,
        )
    }
}

impl Source for NpzSource {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        loop {
            if let Some(source) = &mut self.current
                && let Some(frame) = source.next_frame(pool)?
            {
                return Ok(Some(frame));
            }
            match self.entries.next() {
                Some(entry) => self.current = Some(self.unpack(&entry)?),
                None => return Ok(None),
            }
        }
    }
}
