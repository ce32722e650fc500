//! How a page keeps its frames.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result};

/// How the page of an [`HTMLWriter`](crate::HTMLWriter) keeps its frames.
///
/// ```
/// use plotreel::writers::PageFrames;
///
/// assert_eq!("video".parse::<PageFrames>()?, PageFrames::Video);
/// assert_eq!(PageFrames::default().to_string(), "auto");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PageFrames {
    /// As a video if that makes a large page much smaller, else as images.
    ///
    /// Frames are encoded both ways as they arrive. The video is kept if the images take more than a mebibyte and the
    /// video less than a quarter of that, or less than half of more than 16 MiB.
    #[default]
    Auto,
    /// Lossless: PNG files of the changes.
    Images,
    /// High-quality H.264, for opaque films of 16 × 16 to 3840 × 2160 pixels (cargo feature `openh264`).
    Video,
}

impl FromStr for PageFrames {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "auto" => Ok(Self::Auto),
            "images" => Ok(Self::Images),
            "video" => Ok(Self::Video),
            _ => Err(Error::Setting {
                name: "frame_format",
                value: name.to_owned(),
                expected: "auto, images or video",
            }),
        }
    }
}

impl fmt::Display for PageFrames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Auto => "auto",
            Self::Images => "images",
            Self::Video => "video",
        })
    }
}
