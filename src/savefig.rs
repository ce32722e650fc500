//! Stills: `savefig`.

use std::borrow::Cow;
use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::canvas::{Canvas, FrameSize};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::paper::{OnBlack, Paper};
use crate::redraw::Drawn;
use crate::writers::{Destination, Metadata, Sink};

/// What [`Figure::savefig_with`] can be told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavefigOptions {
    /// Pixels an inch; the figure's own if `None`.
    pub dpi: Option<f64>,
    /// What the file says about itself: `title`, `artist`, `comment` and others.
    pub metadata: Metadata,
    /// Leaves the backgrounds of the figure and its axes out, or, if `Some(false)`, puts what is not opaque on white;
    /// if `None`, the figure's background decides whether the file has alpha.
    pub transparent: Option<bool>,
    /// The colour of the figure's background, in place of its own.
    pub facecolor: Option<ColorSpec>,
}

impl Figure {
    /// Writes the figure as a PNG file. The file appears whole, or the one before stays.
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
    /// A destination that can't be written or is no `.png`, a size that can't be drawn, what an artist can't draw.
    pub fn savefig(&self, path: impl Into<Destination>) -> Result<()> {
        self.savefig_with(path, &SavefigOptions::default())
    }

    /// Writes the figure as a PNG file at a dpi of its own, and with metadata.
    ///
    /// # Errors
    /// As [`savefig`](Self::savefig).
    pub fn savefig_with(
        &self,
        path: impl Into<Destination>,
        options: &SavefigOptions,
    ) -> Result<()> {
        let destination: Destination = path.into();
        let suffix = destination.suffix();
        if suffix != "png" {
            return Err(Error::Destination {
                path: destination.shown(),
                reason: if suffix.is_empty() {
                    "its name has no suffix".into()
                } else {
                    format!("a still can't be .{suffix}")
                },
                advice: "choose a name that ends in .png; films are written by a movie writer"
                    .into(),
            });
        }
        let dpi = options.dpi.unwrap_or(self.dpi());
        let mut canvas = Canvas::new(FrameSize::of_figure(self.figsize(), dpi)?);
        let mut fig = Cow::Borrowed(self);
        if dpi != self.dpi() {
            fig.to_mut().set_dpi(dpi);
        }
        let (paper, transparent) = Paper::new(self, options.facecolor, options.transparent);
        fig.redraw(&mut canvas, &mut Drawn::default(), paper)?;
        if transparent {
            OnBlack::new(&canvas).recover(&fig, paper, &mut canvas)?;
        }
        let output = destination.open()?;
        let mut png = Vec::new();
        encode(&canvas, transparent, dpi, &options.metadata, &mut png)
            .and_then(|()| match output.sink() {
                Sink::Nothing => Ok(()),
                Sink::File(path) => write(path, &png),
                Sink::Stream(mut file) => file.write_all(&png),
                Sink::Url(url) => Err(io::Error::other(format!("{url} is no file"))),
            })
            .map_err(|source| Error::io(destination.shown(), source))?;
        output.commit()
    }
}

fn write(path: &Path, png: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.write_all(png)
}

/// The canvas as a PNG with its dpi and metadata, titles under the keywords that the format knows.
fn encode(
    canvas: &Canvas,
    transparent: bool,
    dpi: f64,
    metadata: &Metadata,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let size = canvas.size();
    let mut encoder = png::Encoder::new(BufWriter::new(out), size.width, size.height);
    encoder.set_color(match transparent {
        true => png::ColorType::Rgba,
        false => png::ColorType::Rgb,
    });
    let per_meter = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_meter,
        yppu: per_meter,
        unit: png::Unit::Meter,
    }));
    for (key, value) in metadata.iter() {
        let keyword = match key {
            "title" => "Title",
            "artist" => "Author",
            "comment" => "Comment",
            other => other,
        };
        encoder.add_itxt_chunk(keyword.to_owned(), value.to_owned())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&match transparent {
        true => canvas.to_rgba(),
        false => canvas.to_rgb(),
    })?;
    Ok(writer.finish()?)
}
