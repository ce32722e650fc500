//! The boxes of an MP4 file.

use super::Muxer;
use super::level::level;
use crate::frame_size::FrameSize;
use crate::writers::{Fps, Metadata};

/// Keys that the format has a place for, with their atoms (those that ffmpeg writes).
pub(super) const ATOMS: [(&str, &[u8; 4]); 10] = [
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
pub(in crate::writers) fn unknown_key(metadata: &Metadata) -> Option<&str> {
    metadata
        .iter()
        .map(|(key, _)| key)
        .find(|key| ATOMS.iter().all(|(known, _)| known != key))
}

/// The box of the mark of a part, in the user data: like all that players do not know, they skip it.
pub(super) const MARK: &[u8; 4] = b"plrt";

/// Units per second and units per frame; at least 10,000 per second, as in ffmpeg.
pub(super) fn time(fps: Fps) -> (u32, u32) {
    let (mut scale, mut delta) = (fps.num(), fps.den());
    while scale < 10_000 && delta < 1 << 30 {
        (scale, delta) = (2 * scale, 2 * delta);
    }
    (scale, delta)
}

impl<F> Muxer<F> {
    fn time(&self) -> (u32, u32) {
        time(self.track.fps)
    }

    /// `moof`: the samples from `from` on.
    pub(super) fn fragment(&self, from: usize) -> Vec<u8> {
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

    /// `moov`; `data_start` is the offset of the first sample.
    pub(super) fn movie(&self, data_start: u64, fragmented: bool) -> Vec<u8> {
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
                // Samples are not sync samples unless their fragment says so.
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
            // 72 dpi, one frame per sample, no name, 24 bits
            u32s(b, &[0x48_0000, 0x48_0000, 0]);
            b.extend([0, 1]);
            b.extend([0; 32]);
            b.extend([0, 24, 0xff, 0xff]);
            if let Some([sps, pictures @ ..]) = self.parameters.as_deref() {
                // The encoder's own is that of its largest bit rate. In fragments the first group stands for all.
                let level = level(self.track.size, self.track.fps, &self.sizes);
                put(b, b"avcC", |b| {
                    // version, profile, compatibility, level; NAL lengths of four bytes
                    b.extend([1, sps[1], sps[2], level, 0xff, 0xe1]);
                    b.extend((sps.len() as u16).to_be_bytes());
                    b.extend(&sps[..3]);
                    b.push(level);
                    b.extend(&sps[4..]);
                    b.push(pictures.len() as u8);
                    for set in pictures {
                        b.extend((set.len() as u16).to_be_bytes());
                        b.extend(set);
                    }
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
            if let Some(mark) = &self.track.mark {
                put(b, MARK, |b| b.extend(mark.to_string().as_bytes()));
            }
        });
    }
}

const MATRIX: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];

pub(super) fn file_type() -> Vec<u8> {
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
