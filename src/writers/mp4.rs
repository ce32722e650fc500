//! A writer of MP4 files with one H.264 track (ISO/IEC 14496-12 and -15), plain or fragmented.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use crate::canvas::FrameSize;
use crate::writers::{Fps, Metadata};

/// Bytes moved at once when the index is put in front.
const BLOCK: usize = 1 << 20;

/// Keys that the format has a place for, with their atoms (those that ffmpeg writes).
const ATOMS: [(&str, &[u8; 4]); 10] = [
    ("title", b"\xa9nam"),
    ("artist", b"\xa9ART"),
    ("comment", b"\xa9cmt"),
    ("album", b"\xa9alb"),
    ("composer", b"\xa9wrt"),
    ("copyright", b"cprt"),
    ("date", b"\xa9day"),
    ("description", b"desc"),
    ("genre", b"\xa9gen"),
    ("synopsis", b"ldes"),
];

/// The first key that the format has no place for.
pub(super) fn unknown_key(metadata: &Metadata) -> Option<&str> {
    metadata
        .iter()
        .map(|(key, _)| key)
        .find(|key| ATOMS.iter().all(|(known, _)| known != key))
}

/// What a track is, apart from its samples.
#[derive(Debug, Clone)]
pub(super) struct Track {
    pub(super) size: FrameSize,
    pub(super) fps: Fps,
    pub(super) metadata: Metadata,
}

/// Writes samples as they come.
#[derive(Debug)]
pub(super) struct Muxer<F> {
    file: F,
    track: Track,
    layout: Layout,
    /// Sequence and picture parameter set, from the first sample.
    parameters: Option<[Vec<u8>; 2]>,
    /// Bytes of each sample.
    sizes: Vec<u32>,
    /// Samples that decoding can begin at, from 1.
    keys: Vec<u32>,
}

/// How the file is built up.
#[derive(Debug)]
enum Layout {
    /// All samples, then an index that is put in front of them at the end.
    Indexed { data_start: u64, data_len: u64 },
    /// A fragment for each group of pictures; for what can't be patched.
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
        match self.layout {
            Layout::Indexed {
                data_start,
                data_len,
            } => self.write_index(data_start, data_len)?,
            Layout::Fragmented { .. } => self.write_fragment()?,
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
            self.write_fragment()?;
        }
        let mut sample = Vec::with_capacity(annex_b.len() + 16);
        let (mut sps, mut pps) = (None, None);
        for nal in nal_units(annex_b) {
            match nal.first().map(|header| header & 31) {
                Some(7) => sps = Some(nal),
                Some(8) => pps = Some(nal),
                _ => {
                    sample.extend((nal.len() as u32).to_be_bytes());
                    sample.extend_from_slice(nal);
                }
            }
        }
        if let (Some(sps), Some(pps)) = (sps, pps) {
            let found = [sps.to_vec(), pps.to_vec()];
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

    /// Writes the samples that wait, before the first ones the headers.
    fn write_fragment(&mut self) -> io::Result<()> {
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

    /// Units a second and units a frame; at least 10,000 a second, as ffmpeg has it.
    fn time(&self) -> (u32, u32) {
        let (mut scale, mut delta) = (self.track.fps.num(), self.track.fps.den());
        while scale < 10_000 && delta < 1 << 30 {
            (scale, delta) = (2 * scale, 2 * delta);
        }
        (scale, delta)
    }

    /// `moof`: the samples from `from` on.
    fn fragment(&self, from: usize) -> Vec<u8> {
        let (_, delta) = self.time();
        let sizes = &self.sizes[from..];
        let build = |data_offset: u32| {
            bx(b"moof", |b| {
                full(b, b"mfhd", 0, 0, |b| {
                    b.extend((self.keys.len() as u32).to_be_bytes())
                });
                put(b, b"traf", |b| {
                    // default-base-is-moof; a duration for all
                    full(b, b"tfhd", 0, 0x02_0008, |b| u32s(b, &[1, delta]));
                    full(b, b"tfdt", 1, 0, |b| {
                        b.extend((from as u64 * u64::from(delta)).to_be_bytes())
                    });
                    // data offset, first sample's flags, sizes: only the first is a sync sample
                    full(b, b"trun", 0, 0x00_0205, |b| {
                        u32s(b, &[sizes.len() as u32, data_offset, 0x0200_0000]);
                        u32s(b, sizes);
                    });
                });
            })
        };
        let len = build(0).len() as u32;
        build(len + 8)
    }

    /// `moov`; `data_start` is where the first sample lies.
    fn movie(&self, data_start: u64, fragmented: bool) -> Vec<u8> {
        let (scale, delta) = self.time();
        let samples = if fragmented {
            0
        } else {
            self.sizes.len() as u64
        };
        let duration = samples * u64::from(delta);
        bx(b"moov", |b| {
            full(b, b"mvhd", 1, 0, |b| {
                b.extend([0; 16]);
                b.extend(scale.to_be_bytes());
                b.extend(duration.to_be_bytes());
                // rate 1, volume 1, identity matrix, next track
                u32s(b, &[0x1_0000, 0x0100_0000, 0, 0]);
                u32s(b, &MATRIX);
                u32s(b, &[0, 0, 0, 0, 0, 0, 2]);
            });
            put(b, b"trak", |b| {
                full(b, b"tkhd", 1, 3, |b| {
                    b.extend([0; 16]);
                    u32s(b, &[1, 0]);
                    b.extend(duration.to_be_bytes());
                    u32s(b, &[0, 0, 0, 0]);
                    u32s(b, &MATRIX);
                    u32s(
                        b,
                        &[self.track.size.width << 16, self.track.size.height << 16],
                    );
                });
                put(b, b"mdia", |b| {
                    self.media(b, scale, delta, duration, data_start, fragmented)
                });
            });
            if fragmented {
                // Samples are no sync samples unless their fragment says so.
                put(b, b"mvex", |b| {
                    full(b, b"trex", 0, 0, |b| {
                        u32s(b, &[1, 1, delta, 0, 0x0101_0000])
                    })
                });
            }
            self.user_data(b);
        })
    }

    fn media(
        &self,
        b: &mut Vec<u8>,
        scale: u32,
        delta: u32,
        duration: u64,
        data_start: u64,
        fragmented: bool,
    ) {
        full(b, b"mdhd", 1, 0, |b| {
            b.extend([0; 16]);
            b.extend(scale.to_be_bytes());
            b.extend(duration.to_be_bytes());
            // language "und"
            b.extend([0x55, 0xc4, 0, 0]);
        });
        full(b, b"hdlr", 0, 0, |b| {
            b.extend(b"\0\0\0\0vide\0\0\0\0\0\0\0\0\0\0\0\0VideoHandler\0")
        });
        put(b, b"minf", |b| {
            full(b, b"vmhd", 0, 1, |b| b.extend([0; 8]));
            put(b, b"dinf", |b| {
                full(b, b"dref", 0, 0, |b| {
                    u32s(b, &[1]);
                    full(b, b"url ", 0, 1, |_| ());
                });
            });
            put(b, b"stbl", |b| {
                full(b, b"stsd", 0, 0, |b| {
                    u32s(b, &[1]);
                    self.sample_entry(b);
                });
                if fragmented {
                    for kind in [b"stts", b"stsc", b"stco"] {
                        full(b, kind, 0, 0, |b| u32s(b, &[0]));
                    }
                    full(b, b"stsz", 0, 0, |b| u32s(b, &[0, 0]));
                } else {
                    self.sample_tables(b, delta, data_start);
                }
            });
        });
    }

    /// `avc1`, with the parameter sets and the colours.
    fn sample_entry(&self, b: &mut Vec<u8>) {
        let FrameSize { width, height } = self.track.size;
        put(b, b"avc1", |b| {
            b.extend([0, 0, 0, 0, 0, 0, 0, 1]);
            b.extend([0; 16]);
            b.extend([(width as u16).to_be_bytes(), (height as u16).to_be_bytes()].concat());
            // 72 dpi, one frame a sample, no name, 24 bits
            u32s(b, &[0x48_0000, 0x48_0000, 0]);
            b.extend([0, 1]);
            b.extend([0; 32]);
            b.extend([0, 24, 0xff, 0xff]);
            if let Some([sps, pps]) = &self.parameters {
                put(b, b"avcC", |b| {
                    // version, profile, compatibility, level; NAL lengths of four bytes
                    b.extend([1, sps[1], sps[2], sps[3], 0xff, 0xe1]);
                    b.extend((sps.len() as u16).to_be_bytes());
                    b.extend(sps);
                    b.push(1);
                    b.extend((pps.len() as u16).to_be_bytes());
                    b.extend(pps);
                });
            }
            // Primaries, transfer and matrix BT.709, limited range.
            put(b, b"colr", |b| b.extend(b"nclx\0\x01\0\x01\0\x01\0"));
            put(b, b"pasp", |b| u32s(b, &[1, 1]));
        });
    }

    /// Times, chunks (one a group of pictures), sizes, places and sync samples.
    fn sample_tables(&self, b: &mut Vec<u8>, delta: u32, data_start: u64) {
        let samples = self.sizes.len() as u32;
        full(b, b"stts", 0, 0, |b| u32s(b, &[1, samples, delta]));
        full(b, b"stss", 0, 0, |b| {
            u32s(b, &[self.keys.len() as u32]);
            u32s(b, &self.keys);
        });
        let ends = self.keys.iter().skip(1).copied().chain([samples + 1]);
        let lengths: Vec<u32> = self
            .keys
            .iter()
            .zip(ends)
            .map(|(start, end)| end - start)
            .collect();
        let changes: Vec<usize> = (0..lengths.len())
            .filter(|&i| i == 0 || lengths[i] != lengths[i - 1])
            .collect();
        full(b, b"stsc", 0, 0, |b| {
            u32s(b, &[changes.len() as u32]);
            for &i in &changes {
                u32s(b, &[i as u32 + 1, lengths[i], 1]);
            }
        });
        full(b, b"stsz", 0, 0, |b| {
            u32s(b, &[0, samples]);
            u32s(b, &self.sizes);
        });
        full(b, b"co64", 0, 0, |b| {
            u32s(b, &[lengths.len() as u32]);
            let (mut place, mut sizes) = (data_start, self.sizes.iter());
            for &length in &lengths {
                b.extend(place.to_be_bytes());
                place += sizes
                    .by_ref()
                    .take(length as usize)
                    .map(|s| u64::from(*s))
                    .sum::<u64>();
            }
        });
    }

    /// `udta`: title and the like, in the form that iTunes brought and all players read.
    fn user_data(&self, b: &mut Vec<u8>) {
        put(b, b"udta", |b| {
            full(b, b"meta", 0, 0, |b| {
                full(b, b"hdlr", 0, 0, |b| {
                    b.extend(b"\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0")
                });
                put(b, b"ilst", |b| {
                    for (key, value) in self.track.metadata.iter() {
                        let Some((_, atom)) = ATOMS.iter().find(|(known, _)| *known == key) else {
                            continue;
                        };
                        put(b, atom, |b| {
                            put(b, b"data", |b| {
                                // UTF-8 text
                                u32s(b, &[1, 0]);
                                b.extend(value.as_bytes());
                            });
                        });
                    }
                });
            });
        });
    }
}

/// Where a muxer's error happened, for the message.
pub(super) fn error(path: Option<PathBuf>, source: io::Error) -> crate::Error {
    crate::Error::Io {
        path: path.unwrap_or_else(|| "the stream".into()),
        source,
    }
}

const MATRIX: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];

fn file_type() -> Vec<u8> {
    bx(b"ftyp", |b| b.extend(b"isom\0\0\x02\0isomiso2avc1mp41iso6"))
}

/// A box: size, kind, contents.
fn bx(kind: &[u8; 4], contents: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut b = Vec::new();
    put(&mut b, kind, contents);
    b
}

fn put(b: &mut Vec<u8>, kind: &[u8; 4], contents: impl FnOnce(&mut Vec<u8>)) {
    let start = b.len();
    b.extend([0; 4]);
    b.extend(kind);
    contents(b);
    let size = (b.len() - start) as u32;
    b[start..start + 4].copy_from_slice(&size.to_be_bytes());
}

/// A box with version and flags.
fn full(
    b: &mut Vec<u8>,
    kind: &[u8; 4],
    version: u8,
    flags: u32,
    contents: impl FnOnce(&mut Vec<u8>),
) {
    put(b, kind, |b| {
        b.extend((u32::from(version) << 24 | flags).to_be_bytes());
        contents(b);
    });
}

fn u32s(b: &mut Vec<u8>, values: &[u32]) {
    b.extend(values.iter().flat_map(|v| v.to_be_bytes()));
}

/// The NAL units between start codes (00 00 01, a zero before it belongs to it).
fn nal_units(annex_b: &[u8]) -> impl Iterator<Item = &[u8]> {
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
