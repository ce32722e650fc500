//! Streams of `.npy` records.

use std::fs::File;
use std::io::{BufRead, BufReader};

use super::npy::{Film, Layout, gather, read_header};
use super::{InputError, InputFrame, Pool, Result, Source};

/// `.npy` records one after the other, as `np.save` writes them to a pipe.
pub(super) struct NpyRecords<R> {
    name: String,
    reader: R,
    layout: Option<Layout>,
    current: Option<Record>,
    index: u64,
}

/// A record being read.
struct Record {
    film: Film,
    /// Remaining frames.
    left: u64,
    /// The frames of a record in Fortran order, which are available only when all of it is read.
    gathered: Option<BufReader<File>>,
}

impl<R: BufRead> NpyRecords<R> {
    pub(super) fn new(name: &str, reader: R, layout: Option<Layout>) -> Self {
        Self {
            name: name.to_owned(),
            reader,
            layout,
            current: None,
            index: 0,
        }
    }

    /// Begins the next record, if there is one.
    fn begin(&mut self) -> Result<bool> {
        let name = format!("{}, record {}", self.name, self.index);
        let rest = self.reader.fill_buf();
        if rest.map_err(|e| InputError::new(&name, e))?.is_empty() {
            return Ok(false);
        }
        let header = read_header(&name, &mut self.reader)?;
        let film = Film::new(&name, &header, self.layout)?;
        let gathered = match film.is_scattered() {
            true => Some(gather(&name, &film, &mut self.reader)?),
            false => None,
        };
        self.current = Some(Record {
            left: film.frames,
            film,
            gathered,
        });
        self.index += 1;
        Ok(true)
    }
}

impl<R: BufRead> Source for NpyRecords<R> {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        while self.current.as_ref().is_none_or(|record| record.left == 0) {
            if !self.begin()? {
                return Ok(None);
            }
        }
        let Some(record) = &mut self.current else {
            return Ok(None);
        };
        record.left -= 1;
        let frame = match &mut record.gathered {
            Some(file) => record.film.read(file, pool),
            None => record.film.read(&mut self.reader, pool),
        };
        let name = || format!("{}, record {}", self.name, self.index - 1);
        frame.map(Some).map_err(|e| InputError::new(&name(), e))
    }
}
