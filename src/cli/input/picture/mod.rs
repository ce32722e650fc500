//! Pictures, still and animated: a decoder for each format, and common postprocessing.

mod bmp;
mod composition;
mod exif;
mod gif;
mod jpeg;
mod kind;
mod palette;
mod pixels;
mod png;
mod pnm;
mod profile;
mod refused;
mod tiff;
mod webp;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader};
use std::rc::Rc;
use std::time::Duration;

use super::lookahead::Lookahead;
use super::temporary::spool;
use super::{InputError, InputFrame, MAGIC, MAX_SIDE, Pool, Result, Source};
use crate::cli::args::Render;

pub(super) use kind::Kind;
use pixels::Picture;
use profile::Profiles;
pub(super) use refused::{REFUSED_START, refusal};

/// The default maximum number of pixels of a picture: a 16K frame has fewer.
const MAX_PIXELS: u64 = 1 << 27;

/// The settings for pictures from the command line.
#[derive(Debug, Clone)]
pub(super) struct PictureSettings {
    /// Whether grey pictures are scalar data, to which limits, norm and colormap apply.
    scalar: bool,
    limits: Limits,
    profiles: Rc<Profiles>,
}

impl PictureSettings {
    pub(super) fn new(args: &Render) -> Self {
        Self {
            scalar: args.maps_numbers(),
            limits: Limits {
                pixels: args.max_pixels.unwrap_or(MAX_PIXELS),
            },
            profiles: Rc::default(),
        }
    }
}

/// The maximum size of a picture.
#[derive(Debug, Clone, Copy)]
struct Limits {
    pixels: u64,
}

impl Limits {
    /// Checks a size before memory is allocated.
    fn check(self, width: usize, height: usize) -> std::result::Result<(), Failure> {
        let pixels = (width as u64).saturating_mul(height as u64);
        if pixels == 0 {
            return Err(Failure::new(format!("it is empty: {width}x{height}")));
        }
        if width.max(height) > MAX_SIDE {
            let reason = format!("{width}x{height} is too large: {MAX_SIDE} is the longest side");
            return Err(Failure::new(reason).advise("crop it or make it smaller first"));
        }
        if pixels > self.pixels {
            let limit = self.pixels;
            let reason = format!("its header declares {width}x{height} pixels, more than {limit}");
            let advice = "raise --max-pixels if this size is intended";
            return Err(Failure::new(reason).advise(advice));
        }
        Ok(())
    }
}

/// Why a picture can't be decoded, and what to do about it, if known.
#[derive(Debug)]
struct Failure {
    reason: String,
    advice: Option<&'static str>,
}

impl Failure {
    fn new(reason: impl fmt::Display) -> Self {
        Self {
            reason: reason.to_string(),
            advice: None,
        }
    }

    fn advise(self, advice: &'static str) -> Self {
        Self {
            advice: Some(advice),
            ..self
        }
    }

    /// The bytes end before the picture does.
    fn cut() -> Self {
        Self::new("it is cut off: the file ends before the picture does")
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::cut(),
            _ => Self::new(error),
        }
    }
}

/// How long a frame of an animation is shown: players treat a duration of 0 as a tenth of a second.
fn shown_for(duration: Duration) -> Duration {
    if duration.is_zero() {
        Duration::from_millis(100)
    } else {
        duration
    }
}

/// Decodes the pictures of one input, one after the other.
trait Decode {
    /// The next picture, with its pixels in `memory` if possible, or `None` after the last.
    fn next_picture(&mut self, memory: Vec<u8>) -> std::result::Result<Option<Picture>, Failure>;
}

/// The source of the bytes of pictures.
pub(super) enum Origin {
    File(File),
    Stream(Lookahead),
}

impl Origin {
    /// Bytes to be read in order.
    fn stream(self) -> Lookahead {
        match self {
            Self::File(file) => Lookahead::new(file),
            Self::Stream(stream) => stream,
        }
    }

    /// Bytes to be read in any order: a stream is first written to a temporary file.
    fn seekable(self) -> Result<BufReader<File>> {
        let file = match self {
            Self::File(file) => file,
            Self::Stream(mut stream) => spool(&mut stream)?,
        };
        Ok(BufReader::with_capacity(1 << 16, file))
    }
}

/// Pictures that are decoded on demand.
pub(super) struct PictureSource {
    name: String,
    decoder: Box<dyn Decode>,
    settings: PictureSettings,
    any: bool,
}

impl PictureSource {
    pub(super) fn new(
        name: &str,
        origin: Origin,
        kind: Kind,
        settings: &PictureSettings,
    ) -> Result<Self> {
        let limits = settings.limits;
        let decoder: Box<dyn Decode> = match kind {
            Kind::Png => Box::new(png::PngDecoder::new(origin.stream(), limits)),
            Kind::Jpeg => Box::new(jpeg::JpegDecoder::new(origin.stream(), limits)),
            Kind::Gif => Box::new(gif::GifDecoder::new(origin.stream(), limits)),
            Kind::Webp => Box::new(webp::WebpDecoder::new(origin.stream(), limits)),
            Kind::Bmp => Box::new(bmp::BmpDecoder::new(origin.stream(), limits)),
            Kind::Pnm => Box::new(pnm::PnmDecoder::new(origin.stream(), limits)),
            Kind::Tiff => {
                let file = origin.seekable()?;
                Box::new(tiff::TiffDecoder::new(file, limits))
            }
        };
        Ok(Self {
            name: name.to_owned(),
            decoder,
            settings: settings.clone(),
            any: false,
        })
    }
}

impl Source for PictureSource {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        let next = self.decoder.next_picture(pool.take());
        let next = next.map_err(|failure| {
            let error = InputError::new(&self.name, failure.reason);
            error.advise(
                failure
                    .advice
                    .unwrap_or("check the picture; --keep-partial keeps the film up to this frame"),
            )
        })?;
        if next.is_none() && !self.any {
            return Err(InputError::new(&self.name, "there is no picture in it"));
        }
        self.any = true;
        Ok(next.map(|picture| picture.into_frame(&self.name, &self.settings, pool)))
    }
}

/// The number of pictures in a file, if its headers tell.
pub(super) fn count(file: BufReader<File>, kind: Kind) -> Option<u64> {
    match kind {
        Kind::Png => png::count(file),
        Kind::Jpeg => jpeg::count(file),
        Kind::Gif => gif::count(file),
        Kind::Webp => webp::count(file),
        Kind::Bmp => bmp::count(file),
        Kind::Pnm => pnm::count(file),
        Kind::Tiff => tiff::count(file),
    }
}

#[cfg(test)]
mod tests;
