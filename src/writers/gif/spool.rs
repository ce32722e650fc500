//! The painted pixels of a film, kept on disk until its palette is known.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::error::{Error, Result};

use super::changes::Disposal;
use super::painter::Patch;
use super::patch::LEAVE;
use super::region::Region;

/// An unnamed file, which is removed when this is dropped.
#[derive(Debug)]
pub(super) struct Spool {
    file: BufWriter<File>,
    patches: u64,
}

impl Spool {
    /// An empty one in this folder, or where temporary files are.
    pub(super) fn new(folder: Option<&Path>) -> Result<Self> {
        let file = match folder {
            Some(folder) => tempfile::tempfile_in(folder).map_err(|e| Error::io(folder, e)),
            None => tempfile::tempfile().map_err(Error::temporary),
        };
        let file = file?;
        Ok(Self {
            file: BufWriter::new(file),
            patches: 0,
        })
    }

    /// Writes a patch: runs of pixels that are left, and after each the colours that follow.
    pub(super) fn push(&mut self, patch: &Patch) -> io::Result<()> {
        let Region {
            left,
            top,
            width,
            height,
        } = patch.region;
        for value in [left, top, width, height, usize::from(patch.delay)] {
            self.number(value)?;
        }
        self.number(patch.disposal as usize)?;
        let mut rest = &patch.pixels[..];
        while !rest.is_empty() {
            let left = rest.iter().take_while(|p| **p == LEAVE).count();
            let painted = rest[left..].iter().take_while(|p| **p != LEAVE).count();
            self.number(left)?;
            self.number(painted)?;
            for pixel in &rest[left..left + painted] {
                self.file.write_all(&pixel.to_le_bytes()[..3])?;
            }
            rest = &rest[left + painted..];
        }
        self.patches += 1;
        Ok(())
    }

    fn number(&mut self, value: usize) -> io::Result<()> {
        self.file.write_all(&(value as u32).to_le_bytes())
    }

    /// Goes back to the first patch.
    pub(super) fn rewind(self) -> io::Result<SpooledPatches> {
        let mut file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(SpooledPatches {
            file: BufReader::new(file),
            rest: self.patches,
        })
    }
}

/// Patches in the order in which they were written.
#[derive(Debug)]
pub(super) struct SpooledPatches {
    file: BufReader<File>,
    rest: u64,
}

impl SpooledPatches {
    fn number(&mut self) -> io::Result<usize> {
        let mut bytes = [0; 4];
        self.file.read_exact(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes) as usize)
    }

    fn patch(&mut self) -> io::Result<Patch> {
        let mut numbers = [0; 6];
        for number in &mut numbers {
            *number = self.number()?;
        }
        let [left, top, width, height, delay, disposal] = numbers;
        let mut pixels = Vec::with_capacity(width * height);
        while pixels.len() < width * height {
            let left = self.number()?;
            pixels.resize(pixels.len() + left, LEAVE);
            for _ in 0..self.number()? {
                let mut bytes = [0xFF; 4];
                self.file.read_exact(&mut bytes[..3])?;
                pixels.push(u32::from_le_bytes(bytes));
            }
        }
        Ok(Patch {
            region: Region {
                left,
                top,
                width,
                height,
            },
            delay: delay as u16,
            disposal: if disposal == Disposal::Clear as usize {
                Disposal::Clear
            } else {
                Disposal::Keep
            },
            pixels,
        })
    }
}

impl Iterator for SpooledPatches {
    type Item = io::Result<Patch>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.checked_sub(1)?;
        Some(self.patch())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patches_come_back_in_order() {
        let pixel = |i: u32| if i % 5 < 2 { LEAVE } else { 0xFF00_0000 | i };
        let patch = |i: usize| Patch {
            region: Region {
                left: i,
                top: 2,
                width: 7,
                height: 3,
            },
            delay: 65_535,
            disposal: if i == 1 {
                Disposal::Clear
            } else {
                Disposal::Keep
            },
            pixels: (0..21).map(|p| pixel(p + i as u32)).collect(),
        };
        let mut spool = Spool::new(None).unwrap();
        for i in 0..3 {
            spool.push(&patch(i)).unwrap();
        }
        let back: Vec<_> = spool.rewind().unwrap().map(|p| p.unwrap()).collect();
        assert_eq!(back.len(), 3);
        for (i, back) in back.iter().enumerate() {
            let patch = patch(i);
            assert_eq!((back.region, back.disposal), (patch.region, patch.disposal));
            assert!(back.pixels == patch.pixels && back.delay == patch.delay);
        }
    }
}
