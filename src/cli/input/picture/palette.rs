//! TIFF pages with a palette, for which the decoder does not return the raw indices.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use tiff::decoder::Decoder;
use tiff::tags::Tag;

use super::Failure;

/// The numbers of photometric interpretations.
const GREY: u8 = 1;
const PALETTE: u8 = 3;

/// A file of which a byte is read as another.
#[derive(Debug)]
pub(super) struct Patched {
    file: BufReader<File>,
    patch: Option<(u64, u8)>,
}

impl Patched {
    pub(super) fn new(file: BufReader<File>) -> Self {
        Self { file, patch: None }
    }
}

impl Read for Patched {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some((place, byte)) = self.patch else {
            return self.file.read(out);
        };
        let start = self.file.stream_position()?;
        let got = self.file.read(out)?;
        let at = place
            .checked_sub(start)
            .and_then(|at| usize::try_from(at).ok());
        if let Some(patched) = at.and_then(|at| out[..got].get_mut(at)) {
            *patched = byte;
        }
        Ok(got)
    }
}

impl Seek for Patched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// The colours of a page of this index if it has a palette; its samples are read as greys from now on.
pub(super) fn open(
    pages: &mut Decoder<Patched>,
    index: usize,
) -> Result<Option<Vec<u16>>, Failure> {
    let interpretation = pages.find_tag_unsigned::<u16>(Tag::PhotometricInterpretation)?;
    if interpretation != Some(PALETTE.into()) {
        return Ok(None);
    }
    let colors = pages.get_tag_u16_vec(Tag::ColorMap)?;
    let Some(directory) = pages.ifd_pointer() else {
        return Ok(None);
    };
    let place = interpretation_place(pages.inner(), directory.0)?;
    pages.inner().patch = place.map(|place| (place, GREY));
    pages.seek_to_image(index)?;
    Ok(Some(colors))
}

/// Where a directory's interpretation is: the byte of its value that is not 0.
fn interpretation_place(file: &mut Patched, directory: u64) -> io::Result<Option<u64>> {
    let mut read = |at: u64, len: usize| {
        let mut bytes = vec![0; len];
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut bytes).map(|()| bytes)
    };
    let header = read(0, 4)?;
    let little = header[0] == b'I';
    let number = |mut bytes: Vec<u8>| {
        if little {
            bytes.reverse();
        }
        bytes.iter().fold(0, |n, &b| n << 8 | u64::from(b))
    };
    let is_big = number(header[2..].to_vec()) == 43;
    let (head, entry, value) = if is_big { (8, 20, 12) } else { (2, 12, 8) };
    let entries = number(read(directory, head)?);
    for i in 0..entries {
        let at = directory + head as u64 + entry * i;
        if number(read(at, 2)?) == u64::from(Tag::PhotometricInterpretation.to_u16()) {
            return Ok(Some(at + value + u64::from(!little)));
        }
    }
    Ok(None)
}
