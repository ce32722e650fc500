//! `.npz` archives.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::npy::Promise;
use super::order::sort_by_values;
use super::{InputError, InputFrame, Pool, Result, Settings, Source, npy};

/// The maximum number of arrays listed in an error.
const LISTED: usize = 20;

/// Opens the requested array, the only one, or all as frames in the order of their names.
pub(super) fn open(name: &str, file: File, settings: &Settings) -> Result<Box<dyn Source>> {
    let mut entries = Entry::all(name, &file)?;
    if let Some(key) = &settings.key {
        let known: Vec<&str> = entries.iter().map(|entry| entry.array.as_str()).collect();
        let Some(chosen) = known.iter().position(|array| array == key) else {
            let error = InputError::new(name, format!("no array \"{key}\""));
            return Err(error.advise(format!("there are {}", list(&known))));
        };
        entries = vec![entries.swap_remove(chosen)];
    }
    if entries.is_empty() {
        let error = InputError::new(name, "no arrays in it");
        return Err(error.advise("give a file written by np.savez"));
    }
    let doubt = sort_by_values(&mut entries, |entry| entry.array.clone());
    refuse_medley(name, &file, &entries, settings)?;
    if let Some(why) = doubt {
        log::warn!(
            "{name}: the order of the array names is ambiguous, because {why}: they are read from {} to {}",
            entries.first().map_or("", |entry| &entry.array),
            entries.last().map_or("", |entry| &entry.array)
        );
    }
    Ok(Box::new(NpzSource {
        name: name.to_owned(),
        file,
        entries: entries.into_iter(),
        settings: settings.clone(),
        current: None,
    }))
}

/// The number of frames in an archive, if it is known without decompressing it.
pub(super) fn count(file: File, settings: &Settings) -> Option<u64> {
    let entries = Entry::all("", &file).ok()?;
    let wanted = |entry: &&Entry| settings.key.as_ref().is_none_or(|key| *key == entry.array);
    let frames = |entry: &Entry| npy::count(entry.reader(&file).ok()?, settings.layout);
    entries.iter().filter(wanted).map(frames).sum()
}

/// Rejects several arrays that are not frames of one film, and lists them.
fn refuse_medley(name: &str, file: &File, entries: &[Entry], settings: &Settings) -> Result<()> {
    if entries.len() < 2 {
        return Ok(());
    }
    let promise = |entry: &Entry| {
        let name = entry.name(name);
        let mut reader = entry.reader(file).map_err(|e| InputError::new(&name, e))?;
        npy::promise(&name, &mut reader, settings.layout)
    };
    let promises = entries
        .iter()
        .map(promise)
        .collect::<Result<Vec<Promise>>>()?;
    let first = promises[0].frames;
    if first.is_some_and(|(frames, _)| frames == 1) && promises.iter().all(|p| p.frames == first) {
        return Ok(());
    }
    let arrays = entries
        .iter()
        .zip(&promises)
        .map(|(entry, promise)| format!("{} {:?} {}", entry.array, promise.shape, promise.dtype));
    let arrays: Vec<String> = arrays.collect();
    let arrays: Vec<&str> = arrays.iter().map(String::as_str).collect();
    let reason = format!(
        "{} arrays that are not frames of one film: {}",
        entries.len(),
        list(&arrays)
    );
    let advice = format!("choose one with --key, as --key '{}'", entries[0].array);
    Err(InputError::new(name, reason).advise(advice))
}

/// The first of many.
fn list(words: &[&str]) -> String {
    let shown = words
        .iter()
        .take(LISTED)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match words.len().checked_sub(LISTED) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

/// The position of an array in an archive.
struct Entry {
    array: String,
    start: u64,
    /// Bytes in the archive.
    packed: u64,
    /// Bytes of the array and its header.
    size: u64,
    crc: u32,
    deflated: bool,
}

impl Entry {
    /// The arrays of an archive, in its order.
    fn all(name: &str, file: &File) -> Result<Vec<Self>> {
        let fail = |reason: &dyn std::fmt::Display| {
            InputError::new(name, format!("invalid .npz archive: {reason}"))
        };
        let mut archive = file
            .try_clone()
            .and_then(|mut file| file.rewind().map(|()| file))
            .map_err(|e| fail(&e))
            .and_then(|file| ZipArchive::new(BufReader::new(file)).map_err(|e| fail(&e)))?;
        let mut entries = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(|e| fail(&e))?;
            let Some(array) = entry.name().strip_suffix(".npy") else {
                continue;
            };
            let method = entry.compression();
            if entry.encrypted()
                || !matches!(
                    method,
                    CompressionMethod::Stored | CompressionMethod::Deflated
                )
            {
                let how = if entry.encrypted() {
                    "encrypted".into()
                } else {
                    format!("compressed with {method}")
                };
                let error = InputError::new(name, format!("the array {array} is {how}"));
                return Err(error.advise("write it with np.savez or np.savez_compressed"));
            }
            entries.push(Self {
                array: array.to_owned(),
                start: entry.data_start().ok_or_else(|| fail(&"it has no data"))?,
                packed: entry.compressed_size(),
                size: entry.size(),
                crc: entry.crc32(),
                deflated: method == CompressionMethod::Deflated,
            });
        }
        Ok(entries)
    }

    fn name(&self, archive: &str) -> String {
        format!("{archive}, array {}", self.array)
    }

    /// The decompressed array; only the most recent reader of an archive may be read.
    fn reader(&self, file: &File) -> io::Result<impl Read + 'static> {
        let mut file = file.try_clone()?;
        file.seek(SeekFrom::Start(self.start))?;
        let packed = BufReader::with_capacity(1 << 16, file).take(self.packed);
        let unpacked: Box<dyn Read> = match self.deflated {
            true => Box::new(BufReader::with_capacity(
                1 << 16,
                DeflateDecoder::new(packed),
            )),
            false => Box::new(packed),
        };
        Ok(Checked {
            reader: unpacked.take(self.size),
            hasher: crc32fast::Hasher::new(),
            crc: self.crc,
        })
    }
}

/// Bytes with a checksum that is verified at the end.
struct Checked<R> {
    reader: R,
    hasher: crc32fast::Hasher,
    crc: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.reader.read(buffer)?;
        self.hasher.update(&buffer[..got]);
        if got == 0 && !buffer.is_empty() && self.hasher.clone().finalize() != self.crc {
            let message = "its checksum is wrong: the archive is damaged";
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(got)
    }
}

/// Arrays of an archive, each decompressed while it is read.
struct NpzSource {
    name: String,
    file: File,
    entries: std::vec::IntoIter<Entry>,
    settings: Settings,
    current: Option<Box<dyn Source>>,
}

impl Source for NpzSource {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        loop {
            if let Some(source) = &mut self.current
                && let Some(frame) = source.next_frame(pool)?
            {
                return Ok(Some(frame));
            }
            let Some(entry) = self.entries.next() else {
                return Ok(None);
            };
            let name = entry.name(&self.name);
            let reader = entry.reader(&self.file);
            let reader = reader.map_err(|e| InputError::new(&name, e))?;
            let amount = (entry.size, entry.size / entry.packed.max(1));
            self.current = Some(npy::open(&name, reader, amount, &self.settings)?);
        }
    }
}
