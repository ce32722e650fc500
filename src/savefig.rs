//! Stills: `savefig`.

use std::borrow::Cow;

use crate::canvas::Canvas;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::film::OnBlack;
use crate::frame_size::FrameSize;
use crate::mapping::AxesBox;
use crate::paper::Paper;
use crate::properties::{Length, Positive, PropertyType, Value, options};
use crate::redraw::Drawn;
use crate::writers::{Destination, Metadata, PngCompression, PngEncoding};

options! {
    /// Options of [`Figure::savefig_with`].
    ///
    /// ```
    /// use plotreel::SavefigOptions;
    ///
    /// let options = SavefigOptions::new().with_dpi(200.0).with_facecolor("lightyellow")?;
    /// assert_eq!(options.dpi(), Some(200.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SavefigOptions;
    dpi / with_dpi: maybe<Positive> = None, "the pixels per inch; the figure's own if `None`";
    metadata / with_metadata: value<Metadata> = Metadata::new(),
        "the file's metadata: `title`, `artist`, `comment` and others";
    transparent / with_transparent: copied<Option<bool>> = None,
        "whether the backgrounds of the figure and its axes are omitted; `false` composites the figure onto white; if `None`, \
        the figure's background decides whether the file has alpha";
    facecolor / with_facecolor: maybe_color = None, "the background colour, instead of the figure's own";
    bbox_inches / with_bbox_inches: maybe_choice<BboxInches> = None,
        "the part of the figure that is written, such as `\"tight\"`; all of it if `None`";
    pad_inches / with_pad_inches: number<Length> = 0.1, "the padding around a tight box, in inches";
}

/// The part of a figure that is written.
///
/// ```
/// use plotreel::SavefigOptions;
///
/// let tight = SavefigOptions::new().with_bbox_inches("tight")?.with_pad_inches(0.0);
/// let upper_half = SavefigOptions::new().with_bbox_inches([0.0, 2.4, 6.4, 4.8])?;
/// # assert_ne!(tight, upper_half);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BboxInches {
    /// The box around axes with their ticks, labels and titles, texts and legends, and the padding around it.
    Tight,
    /// Left, bottom, right and top in inches from the lower left corner of the figure.
    Box([f64; 4]),
}

impl TryFrom<&str> for BboxInches {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        match text {
            "tight" => Ok(Self::Tight),
            other => Err(Error::Setting {
                name: "bbox_inches",
                value: other.into(),
                expected: "tight, or left, bottom, right and top in inches",
            }),
        }
    }
}

impl PropertyType for BboxInches {
    const TAKES: &'static str = "tight, or left, bottom, right and top in inches";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.as_str().try_into(),
            value => <[f64; 4]>::read(name, value).map(Self::Box),
        }
    }
}

impl From<[f64; 4]> for BboxInches {
    fn from(around: [f64; 4]) -> Self {
        Self::Box(around)
    }
}

impl Figure {
    /// Writes the figure as a PNG file. The file appears complete, or an existing one is kept.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("figure.png");
    /// # let path = path.to_str().unwrap();
    /// fig.savefig(path)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// A destination that can't be written or is not a `.png`, a size that can't be drawn, an artist that fails.
    pub fn savefig(&self, path: impl Into<Destination>) -> Result<()> {
        self.savefig_with(path, &SavefigOptions::default())
    }

    /// Writes the figure as a PNG file with another dpi, and with metadata.
    ///
    /// # Errors
    /// As [`savefig`](Self::savefig).
    pub fn savefig_with(
        &self,
        path: impl Into<Destination>,
        options: &SavefigOptions,
    ) -> Result<()> {
        options.check_options()?;
        let destination: Destination = path.into();
        let suffix = destination.suffix();
        if suffix != "png" {
            return Err(Error::Destination {
                path: destination.shown(),
                reason: if suffix.is_empty() {
                    "its name has no suffix".into()
                } else {
                    format!("stills can't be written as .{suffix}")
                },
                advice: "choose a name that ends in .png; films are written by a movie writer"
                    .into(),
            });
        }
        let dpi = options.dpi.unwrap_or(self.dpi());
        let mut fig = Cow::Borrowed(self);
        if dpi != self.dpi() {
            fig.to_mut().set_dpi(dpi)?;
        }
        let fig = fig.laid_out();
        let (mut paper, transparent) = Paper::new(self, options.facecolor, options.transparent);
        let mut size = FrameSize::of_figure(self.figsize(), dpi)?;
        if let Some(part) = options.bbox_inches {
            (paper.place, size) = fig.cut(part, options.pad_inches)?;
        }
        let mut canvas = Canvas::new(size);
        fig.redraw(&mut canvas, &mut Drawn::default(), paper)?;
        if transparent {
            OnBlack::new(canvas.size()).recover(&fig, paper, &mut canvas)?;
        }
        let encoding = PngEncoding {
            transparent,
            dpi,
            metadata: options.metadata.clone(),
            mark: None,
            compression: PngCompression::Small,
        };
        encoding.check("savefig")?;
        let size = canvas.size();
        let png = encoding
            .encode(canvas.pixels(), 4 * size.width as usize, size)
            .map_err(|source| Error::io(destination.shown(), source))?;
        destination.write(&png)
    }
}

impl Figure {
    /// Where the figure is on a canvas with a part of it, and the size of that.
    fn cut(&self, part: BboxInches, pad: f64) -> Result<(Option<AxesBox>, FrameSize)> {
        let [left, bottom, right, top] = match part {
            BboxInches::Box(around) => checked_box(around)?,
            BboxInches::Tight => {
                let [left, bottom, right, top] = self.tight_bbox()?;
                [left - pad, bottom - pad, right + pad, top + pad]
            }
        };
        let (dpi, (width, height)) = (self.dpi(), self.figsize());
        let place = AxesBox {
            x0: -left * dpi,
            y0: -bottom * dpi,
            width: width * dpi,
            height: height * dpi,
        };
        let size = FrameSize::of_figure((right - left, top - bottom), dpi)?;
        Ok((Some(place), size))
    }
}

/// A box with an area.
fn checked_box(around: [f64; 4]) -> Result<[f64; 4]> {
    let [left, bottom, right, top] = around;
    if around.iter().all(|v| v.is_finite()) && left < right && bottom < top {
        return Ok(around);
    }
    Err(Error::Setting {
        name: "bbox_inches",
        value: format!("{around:?}"),
        expected: "left, bottom, right and top in inches, left less than right and bottom less than top",
    })
}
