//! How a figure becomes the frames of a film.

use std::num::NonZeroU64;

use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::{FrameFormat, Part};

/// How a figure becomes the frames of a film.
///
/// ```
/// use plotreel::{Figure, MovieOptions, MovieWriterExt, NullWriter};
///
/// let fig = Figure::new((0.64, 0.48), 100.0);
/// let options = MovieOptions::new(100.0).with_transparent(true);
/// let mut movie = NullWriter::new(30).saving_with(&fig, "film.webp", &options)?;
/// movie.grab_frame(&fig)?;
/// movie.finish()?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct MovieOptions {
    dpi: f64,
    transparent: Option<bool>,
    facecolor: Option<ColorSpec>,
    first_index: u64,
    keyframes: Option<u64>,
    part: Option<Part>,
}

impl MovieOptions {
    /// Frames of `dpi` pixels per inch.
    pub fn new(dpi: f64) -> Self {
        Self {
            dpi,
            transparent: None,
            facecolor: None,
            first_index: 0,
            keyframes: None,
            part: None,
        }
    }

    /// Omits the backgrounds of the figure and of its axes. If `false`, pixels that are not opaque are composited onto
    /// white.
    ///
    /// By default, alpha of a background is kept if the film supports it; else the background is composited onto white.
    pub fn with_transparent(mut self, transparent: bool) -> Self {
        self.transparent = Some(transparent);
        self
    }

    /// The colour of the background in the film, instead of the figure's.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_facecolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.facecolor = Some(color.into_color()?);
        Ok(self)
    }

    /// The same options at another number of pixels per inch.
    pub(crate) fn at_dpi(self, dpi: f64) -> Self {
        Self { dpi, ..self }
    }

    /// The index of the first frame, for a film that is a part of a longer one.
    pub fn with_first_index(mut self, index: u64) -> Self {
        self.first_index = index;
        self
    }

    /// Makes every `every`-th frame, by its index in the whole film, a keyframe, at which decoding can begin.
    ///
    /// Partial films that begin at such frames can be joined without re-encoding.
    pub fn with_keyframes(mut self, every: u64) -> Self {
        self.keyframes = Some(every);
        self
    }

    /// Makes the film a part of a longer one, which begins with the part's first frame and must get all of its frames;
    /// [`concat`](crate::concat) joins the parts.
    pub fn with_part(mut self, part: Part) -> Self {
        self.first_index = part.frames().start;
        self.part = Some(part);
        self
    }

    /// The distance of keyframes, if it is set.
    pub(crate) fn keyframes(&self) -> Option<u64> {
        self.keyframes
    }

    /// Pixels per inch.
    pub(crate) fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Whether frames have alpha, if that was said.
    pub(crate) fn transparent(&self) -> Option<bool> {
        self.transparent
    }

    /// The colour of the figure's background, if it is not the figure's own.
    pub(crate) fn facecolor(&self) -> Option<ColorSpec> {
        self.facecolor
    }

    /// The format of the frames, for a writer that may or may not keep their alpha.
    pub(super) fn format(
        &self,
        size: FrameSize,
        has_alpha: bool,
        writer: &str,
        can_be_transparent: bool,
    ) -> Result<FrameFormat> {
        if self.transparent == Some(true) && !can_be_transparent {
            return Err(Error::Option {
                writer: writer.to_owned(),
                option: "transparency".into(),
                advice: "write .gif, .apng, .webp, .png, .html, .webm or .mov, or leave it out"
                    .into(),
            });
        }
        let keyframes = match self.keyframes.map(NonZeroU64::new) {
            Some(None) => {
                return Err(Error::Setting {
                    name: "the distance of keyframes",
                    value: "zero".into(),
                    expected: "a number of frames above zero",
                });
            }
            every => every.flatten(),
        };
        self.part.map_or(Ok(()), |part| part.check())?;
        Ok(FrameFormat {
            size,
            dpi: self.dpi,
            transparent: has_alpha && can_be_transparent,
            first_index: self.first_index,
            keyframes,
            part: self.part,
        })
    }
}
