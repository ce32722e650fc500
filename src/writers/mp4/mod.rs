//! A writer of MP4 files with one H.264 track (ISO/IEC 14496-12 and -15), plain or fragmented.

mod boxes;
mod join;
mod level;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use crate::frame_size::FrameSize;
use crate::writers::part::Mark;
use crate::writers::{Fps, Metadata};
use boxes::file_type;
pub(super) use boxes::unknown_key;
pub(super) use join::{is_marked, join, read};

/// Bytes moved at once when the index is put in front.
const BLOCK: usize = 1 << 20;
/// The byte of a sequence parameter set that is the level, which depends on the film's length.
const LEVEL: usize = 3;

/// The properties of a track, without its samples.
#[derive(Debug, Clone)]
pub(super) struct Track {
    pub(super) size: FrameSize,
    pub(super) fps: Fps,
    pub(super) metadata: Metadata,
    /// Of a part of a film.
    pub(super) mark: Option<Mark>,
}

/// Writes samples as they come.
#[derive(Debug)]
pub(super) struct Muxer<F> {
    file: F,
    track: Track,
    layout: Layout,
    /// The sequence parameter set and those of pictures, from the first sample.
    parameters: Option<Vec<Vec<u8>>>,
    /// Bytes of each sample.
    sizes: Vec<u32>,
    /// The keyframes, numbered from 1.
    keys: Vec<u32>,
}

/// The structure of the file.
#[derive(Debug)]
enum Layout {
    /// All samples, then an index that is moved before them at the end.
    Indexed { data_start: u64, data_len: u64 },
    /// A fragment for each group of pictures; for outputs that can't be updated later.
    Fragmented { samples: Vec<u8>, first: usize },
}

impl Muxer<File> {
    /// A file with its index in front, rewritten from its start.
    pub(super) fn indexed(mut file: File, track: Track) -> io::Result<Self> {
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        let header = file_type();
        file.write_all(&header)?;
        // The size is filled in at the end, in the form that has room for more than 4 GB.
        file.write_all(&[0, 0, 0, 1, b'm', b'd', b'a', b't', 0, 0, 0, 0, 0, 0, 0, 0])?;
        let data_start = header.len() as u64 + 16;
        Ok(Self::new(
            file,
            track,
            Layout::Indexed {
                data_start,
                data_len: 0,
            },
        ))
    }

    /// Completes the file.
    pub(super) fn finish(mut self) -> io::Result<File> {
        if self.parameters.is_none() {
            return Err(io::Error::other("the encoder gave no parameter sets"));
        }
        match self.layout {
            Layout::Indexed {
                data_start,
                data_len,
            } => self.write_index(data_start, data_len)?,
            Layout::Fragmented { .. } => self.end_fragment()?,
        }
        self.file.flush()?;
        Ok(self.file)
    }

    /// Moves the samples back and writes the index before them, so that playing can begin at once.
    fn write_index(&mut self, data_start: u64, data_len: u64) -> io::Result<()> {
        let box_start = data_start - 16;
        self.file.seek(SeekFrom::Start(box_start + 8))?;
        self.file.write_all(&(data_len + 16).to_be_bytes())?;
        let len = self.movie(0, false).len() as u64;
        let index = self.movie(data_start + len, false);
        let mut block = vec![0; BLOCK];
        let mut end = data_start + data_len;
        while end > box_start {
            let n = BLOCK.min((end - box_start) as usize);
            end -= n as u64;
            self.file.seek(SeekFrom::Start(end))?;
            self.file.read_exact(&mut block[..n])?;
            self.file.seek(SeekFrom::Start(end + len))?;
            self.file.write_all(&block[..n])?;
        }
        self.file.seek(SeekFrom::Start(box_start))?;
        self.file.write_all(&index)
    }
}

impl<F: Write> Muxer<F> {
    /// Writes the beginning of a file of known samples, which follow.
    fn write_head(
        file: F,
        track: Track,
        parameters: Vec<Vec<u8>>,
        sizes: Vec<u32>,
        keys: Vec<u32>,
    ) -> io::Result<F> {
        let data_len: u64 = sizes.iter().map(|size| u64::from(*size)).sum();
        let layout = Layout::Indexed {
            data_start: 0,
            data_len,
        };
        let mut muxer = Self {
            parameters: Some(parameters),
            sizes,
            keys,
            ..Self::new(file, track, layout)
        };
        let header = file_type();
        let len = muxer.movie(0, false).len();
        let index = muxer.movie((header.len() + len + 16) as u64, false);
        muxer.file.write_all(&header)?;
        muxer.file.write_all(&index)?;
        muxer.file.write_all(b"\0\0\0\x01mdat")?;
        muxer.file.write_all(&(data_len + 16).to_be_bytes())?;
        Ok(muxer.file)
    }

    /// A file or pipe that is written once from start to end.
    pub(super) fn fragmented(file: F, track: Track) -> Self {
        Self::new(
            file,
            track,
            Layout::Fragmented {
                samples: Vec::new(),
                first: 0,
            },
        )
    }

    fn new(file: F, track: Track, layout: Layout) -> Self {
        Self {
            file,
            track,
            layout,
            parameters: None,
            sizes: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// Adds one picture, in Annex B form (start codes before the NAL units).
    pub(super) fn write_sample(&mut self, annex_b: &[u8], key: bool) -> io::Result<()> {
        if key && matches!(self.layout, Layout::Fragmented { .. }) {
            self.end_fragment()?;
        }
        let mut sample = Vec::with_capacity(annex_b.len() + 16);
        let mut found = Vec::new();
        for nal in nal_units(annex_b) {
            match nal.first().map(|header| header & 31) {
                Some(7 | 8) => found.push(nal.to_vec()),
                _ => {
                    sample.extend((nal.len() as u32).to_be_bytes());
                    sample.extend_from_slice(nal);
                }
            }
        }
        if let [sps, _, ..] = &found[..]
            && sps.len() > LEVEL
        {
            let known = self.parameters.get_or_insert_with(|| found.clone());
            if *known != found {
                return Err(io::Error::other(
                    "the parameter sets changed in the middle of the film",
                ));
            }
        }
        self.sizes.push(sample.len() as u32);
        if key {
            self.keys.push(self.sizes.len() as u32);
        }
        match &mut self.layout {
            Layout::Indexed { data_len, .. } => {
                *data_len += sample.len() as u64;
                self.file.write_all(&sample)
            }
            Layout::Fragmented { samples, .. } => {
                samples.extend(sample);
                Ok(())
            }
        }
    }

    /// Ends a fragment, of a file that is made of these: writes the samples that wait, before the first ones the headers.
    pub(super) fn end_fragment(&mut self) -> io::Result<()> {
        let Layout::Fragmented { samples, first } = &mut self.layout else {
            return Ok(());
        };
        let (data, from) = (std::mem::take(samples), *first);
        if data.is_empty() {
            return Ok(());
        }
        *first = self.sizes.len();
        if from == 0 {
            self.file.write_all(&file_type())?;
            let movie = self.movie(0, true);
            self.file.write_all(&movie)?;
        }
        let fragment = self.fragment(from);
        self.file.write_all(&fragment)?;
        self.file
            .write_all(&(data.len() as u32 + 8).to_be_bytes())?;
        self.file.write_all(b"mdat")?;
        self.file.write_all(&data)
    }
}

/// Where a muxer's error happened, for the message.
pub(super) fn error(path: Option<PathBuf>, source: io::Error) -> crate::Error {
    crate::Error::Io {
        path: path.unwrap_or_else(|| "the stream".into()),
        source,
    }
}

/// The NAL units between start codes (00 00 01, a zero before it belongs to it).
pub(super) fn nal_units(annex_b: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts: Vec<usize> = annex_b
        .windows(3)
        .enumerate()
        .filter(|(_, w)| *w == [0, 0, 1])
        .map(|(i, _)| i + 3)
        .collect();
    let mut ends: Vec<usize> = starts.iter().skip(1).map(|start| start - 3).collect();
    ends.push(annex_b.len());
    starts.into_iter().zip(ends).map(|(start, end)| {
        let nal = &annex_b[start..end];
        // A NAL unit never ends in a zero byte; those here are of the next start code.
        &nal[..nal.iter().rposition(|b| *b != 0).map_or(0, |last| last + 1)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nal_units_are_cut_at_both_kinds_of_start_codes() {
        let stream = [
            0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 4, 0, 0, 3, 1,
        ];
        let units: Vec<&[u8]> = nal_units(&stream).collect();
        assert_eq!(
            units,
            [&[0x67, 1, 2][..], &[0x68, 3], &[0x65, 4, 0, 0, 3, 1]]
        );
    }
}
