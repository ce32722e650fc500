//! GIF, still or animated.

use std::fs::File;
use std::io::BufReader;
use std::time::Duration;

use gif::{ColorOutput, DecodeOptions, Decoder, DisposalMethod, MemoryLimit};

use super::composition::{Blend, Composition, Disposal, Region};
use super::pixels::Picture;
use super::{Decode, Failure, Limits, Lookahead};

impl From<gif::DecodingError> for Failure {
    fn from(error: gif::DecodingError) -> Self {
        match error {
            gif::DecodingError::Io(error) => error.into(),
            gif::DecodingError::UnexpectedEof => Self::cut(),
            error => Self::new(error),
        }
    }
}

/// The frames of one file.
pub(super) struct GifDecoder {
    stream: Option<Lookahead>,
    limits: Limits,
    film: Option<Film>,
}

/// A file whose header is read.
struct Film {
    decoder: Decoder<Lookahead>,
    canvas: Option<Composition>,
    /// Whether the decoder is at the pixels of the next frame, and not before its header.
    ahead: bool,
    /// Whether there is more than one frame, once that is known.
    is_animated: Option<bool>,
    part: Vec<u8>,
}

impl GifDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self {
            stream: Some(stream),
            limits,
            film: None,
        }
    }
}

impl Decode for GifDecoder {
    fn next_picture(&mut self, memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if let Some(stream) = self.stream.take() {
            let mut options = DecodeOptions::new();
            options.set_color_output(ColorOutput::RGBA);
            // Frames are checked against our own limits, before their memory is taken.
            options.set_memory_limit(MemoryLimit::Unlimited);
            self.film = Some(Film {
                decoder: options.read_info(stream)?,
                canvas: None,
                ahead: false,
                is_animated: None,
                part: Vec::new(),
            });
        }
        match &mut self.film {
            Some(film) => film.next_frame(memory, self.limits),
            None => Ok(None),
        }
    }
}

impl Film {
    fn next_frame(
        &mut self,
        mut memory: Vec<u8>,
        limits: Limits,
    ) -> Result<Option<Picture>, Failure> {
        if self.is_animated == Some(false) {
            return Ok(None);
        }
        if !std::mem::take(&mut self.ahead) && self.decoder.next_frame_info()?.is_none() {
            return Ok(None);
        }
        let Some(frame) = self.decoder.current_frame_info() else {
            return Ok(None);
        };
        let region = Region {
            x: frame.left.into(),
            y: frame.top.into(),
            width: frame.width.into(),
            height: frame.height.into(),
        };
        let disposal = match frame.dispose {
            DisposalMethod::Any | DisposalMethod::Keep => Disposal::Keep,
            DisposalMethod::Background => Disposal::Background,
            DisposalMethod::Previous => Disposal::Previous,
        };
        let duration = Duration::from_millis(10 * u64::from(frame.delay));
        limits.check(region.width, region.height)?;
        let canvas = match &mut self.canvas {
            Some(canvas) => canvas,
            none => {
                let sides = (self.decoder.width(), self.decoder.height());
                let (width, height) = match sides {
                    // Some programs leave the canvas to the first frame.
                    (0, _) | (_, 0) => (region.x + region.width, region.y + region.height),
                    (width, height) => (width.into(), height.into()),
                };
                limits.check(width, height)?;
                none.insert(Composition::new(width, height))
            }
        };
        self.part.clear();
        self.part.resize(self.decoder.buffer_size(), 0);
        self.decoder.read_into_buffer(&mut self.part)?;
        memory.extend_from_slice(canvas.draw(region, &self.part, Blend::Over, disposal));
        let mut picture = Picture::new(canvas.width(), canvas.height(), 4, memory);
        if self.is_animated.is_none() {
            self.ahead = self.decoder.next_frame_info()?.is_some();
            self.is_animated = Some(self.ahead);
        }
        picture.duration = (self.is_animated == Some(true)).then(|| super::shown_for(duration));
        Ok(Some(picture))
    }
}

/// The frames of a file, whose blocks are skipped.
pub(super) fn count(file: BufReader<File>) -> Option<u64> {
    let mut options = DecodeOptions::new();
    options.skip_frame_decoding(true);
    let mut decoder = options.read_info(file).ok()?;
    let mut frames = 0;
    while decoder.next_frame_info().ok()?.is_some() {
        frames += 1;
    }
    Some(frames)
}
