//! What kind of files parts are.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
#[cfg(feature = "openh264")]
use crate::writers::mp4;
use crate::writers::{Destination, FrameNames};

/// The file format of a part, by its first bytes, and who joins it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Numbered PNG files.
    Numbered,
    Gif,
    Apng,
    #[cfg(feature = "webp")]
    Webp,
    /// MP4 by the embedded encoder.
    #[cfg(feature = "openh264")]
    Mp4,
    /// MP4 and Matroska by ffmpeg.
    Program,
}

impl Kind {
    /// The kind that all parts are of.
    pub(super) fn of_all(paths: &[PathBuf]) -> Result<Self> {
        let Some(first) = paths.first() else {
            return Err(Error::NoFrames);
        };
        let kind = Self::of(first)?;
        for path in &paths[1..] {
            let other = Self::of(path)?;
            if other != kind && [kind, other].contains(&Self::Numbered) {
                return Err(Error::Part {
                    path: path.clone(),
                    reason: match other {
                        Self::Numbered => format!("it is a folder, but {} is a film", first.display()),
                        _ => format!("it is a file, but {} are numbered files", first.display()),
                    },
                    advice: "give the parts of one film only: films in files, or folders of numbered PNG files"
                        .into(),
                });
            }
            #[cfg(feature = "openh264")]
            if [(Self::Mp4, Self::Program), (Self::Program, Self::Mp4)].contains(&(kind, other)) {
                let by = |kind| match kind {
                    Self::Mp4 => "by the embedded encoder",
                    _ => "by ffmpeg, is cut off, or does not say which frames of a film it holds",
                };
                return Err(Error::Part {
                    path: path.clone(),
                    reason: format!("it is {}, not as {}", by(other), first.display()),
                    advice: "write all parts by the same writer, as parts".into(),
                });
            }
            if other != kind {
                return Err(Error::Part {
                    path: path.clone(),
                    reason: format!("it has another format than {}", first.display()),
                    advice: "give the parts of one film only".into(),
                });
            }
        }
        Ok(kind)
    }

    fn of(path: &Path) -> Result<Self> {
        if path.is_dir() || FrameNames::is_pattern(path) && !path.exists() {
            return Ok(Self::Numbered);
        }
        let failed = |source| Error::Read {
            path: path.to_owned(),
            source,
        };
        // A pipe would be waited for, and parts are read twice.
        if !fs::metadata(path).map_err(failed)?.is_file() {
            return Err(Error::Part {
                path: path.to_owned(),
                reason: "it is no file".into(),
                advice: "give files, or folders of numbered PNG files".into(),
            });
        }
        let mut start = Vec::new();
        let file = File::open(path).and_then(|file| file.take(12).read_to_end(&mut start));
        file.map_err(failed)?;
        Ok(match &*start {
            [] => {
                return Err(Error::Part {
                    path: path.to_owned(),
                    reason: "it is empty".into(),
                    advice: "write this part again".into(),
                });
            }
            [b'G', b'I', b'F', b'8', ..] => Self::Gif,
            [0x89, b'P', b'N', b'G', ..] => Self::Apng,
            #[cfg(feature = "webp")]
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Self::Webp,
            #[cfg(feature = "openh264")]
            [_, _, _, _, b'f', b't', b'y', b'p', ..] if mp4::is_marked(path)? => Self::Mp4,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] | [0x1A, 0x45, 0xDF, 0xA3, ..] => {
                Self::Program
            }
            _ => {
                return Err(Error::Part {
                    path: path.to_owned(),
                    reason: "it is no film that can be joined, or it is damaged".into(),
                    advice: "give .mp4, .m4v, .mov, .mkv, .webm, .gif, .apng or .webp files, or folders of numbered \
                             PNG files"
                        .into(),
                });
            }
        })
    }

    /// Refuses a name for the film that says it is of another format.
    pub(super) fn check_suffix(self, film: &Destination, part: &Path) -> Result<()> {
        let of_part = Destination::path(part).suffix();
        let suffix = film.suffix();
        if self == Self::Numbered || suffix.is_empty() && film.is_special() {
            return Ok(());
        }
        let fits = match self {
            Self::Numbered => true,
            Self::Gif => suffix == "gif",
            Self::Apng => ["apng", "png"].contains(&&*suffix),
            #[cfg(feature = "webp")]
            Self::Webp => suffix == "webp",
            #[cfg(feature = "openh264")]
            Self::Mp4 => ["mp4", "m4v"].contains(&&*suffix),
            Self::Program => suffix == of_part,
        };
        if fits {
            return Ok(());
        }
        Err(Error::Destination {
            path: film.shown(),
            reason: format!("its parts are .{of_part} files, and are not encoded again"),
            advice: format!("name it .{of_part}"),
        })
    }
}
