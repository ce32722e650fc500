//! The canvas: one BGRA buffer that figures are drawn on.

mod backend;
mod clip;
mod clip_mask;
mod clipper;
mod coverage;
mod dash;
mod effect;
pub(crate) mod flatten;
mod frame_bytes;
mod gouraud;
mod graphics_context;
mod hatch;
mod image;
pub(crate) mod markers;
mod outline;
mod paint;
pub(crate) mod path;
mod polygons;
mod raster;
mod shaded;
pub(crate) mod simplify;
pub(crate) mod snap;
mod target;
mod text;
mod ticked;

use crate::color::Color;
pub use crate::frame_size::FrameSize;
pub use crate::mapping::{Clip, Limits, PixelRect};
pub use backend::{CanvasBackend, Chart, DataAxis, PX};
use clip_mask::ClipMask;
use coverage::Coverage;
pub(crate) use effect::{Effect, EffectLook, Restroke, Shadow};
pub(crate) use gouraud::{Corner, Rgba, mean};
pub use graphics_context::GraphicsContext;
pub use hatch::Hatch;
pub(crate) use hatch::Hatching;
pub(crate) use image::{
    ImageRows, Levels, Opaque, OpaqueResampler, Placement, Resampler, Sample, Ties, Wide, levels,
    opaque_bytes,
};
pub use image::{Interpolation, InterpolationStage};
pub use kurbo;
use polygons::Polygons;
pub(crate) use raster::{InkBox, KeptPixels, Raster};
#[cfg(target_arch = "x86_64")]
use safe_arch::prefetch_t0 as prefetch;
pub(crate) use shaded::ShadedPixels;
pub use snap::Snap;
use text::Fonts;
pub(crate) use text::{FontDefaults, TextLayout, Told, text_and_mathematics};
pub use text::{
    FontFamily, FontWeight, HorizontalAlignment, MathDefault, MathFontset, RotationMode,
    TextHinting, TextStyle, VerticalAlignment,
};

/// A BGRA buffer to draw on; frames leave it as ffmpeg's `bgr0`.
///
/// Ready images, and rows that were blended, are drawn by blits of plotters-bitmap's `BitMapBackend` on the same buffer.
///
/// ```
/// use plotreel::{Canvas, Color, FrameSize};
///
/// let mut canvas = Canvas::new(FrameSize { width: 2, height: 1 });
/// canvas.fill(Color::rgb(10, 20, 30));
/// assert_eq!(canvas.pixels(), [30, 20, 10, 255, 30, 20, 10, 255]);
/// assert_eq!(canvas.to_rgb(), [10, 20, 30, 10, 20, 30]);
/// ```
#[derive(Debug)]
pub struct Canvas {
    size: FrameSize,
    raster: Raster,
    /// Source column of each target column, for one row.
    columns: Vec<u32>,
    source_row: Vec<u8>,
    target_row: Vec<u8>,
    blended_row: Vec<u8>,
    /// For images of opaque colours that are drawn again.
    resampler: Option<OpaqueResampler>,
    /// Memory for paths and their coverage.
    polygons: Polygons,
    coverage: Coverage,
    /// The same for the upper lines of areas.
    upper: Coverage,
    /// Memory for the points of markers, and for the pixels that these are drawn at.
    points: Vec<kurbo::Point>,
    places: Vec<(i32, i32)>,
    clip_mask: Option<ClipMask>,
    /// What fades the rows of images at the moment.
    row_mask: Option<ClipMask>,
    /// Squares of the hatches that were drawn last.
    tiles: hatch::Tiles,
    /// What everything is drawn as at the moment.
    effect: Option<Effect>,
    fonts: Fonts,
    /// The fonts of texts that are drawn as paths.
    unhinted: Option<Box<Fonts>>,
}

impl Canvas {
    /// A white canvas.
    pub fn new(size: FrameSize) -> Self {
        Self::on_raster(Raster::white(size), size)
    }

    /// A canvas without pixels; it needs some before it is drawn on.
    pub(crate) fn bare(size: FrameSize) -> Self {
        Self::on_raster(Raster::default(), size)
    }

    fn on_raster(raster: Raster, size: FrameSize) -> Self {
        Self {
            size,
            raster,
            columns: Vec::new(),
            source_row: Vec::new(),
            target_row: Vec::new(),
            blended_row: Vec::new(),
            resampler: None,
            polygons: Polygons::default(),
            coverage: Coverage::default(),
            upper: Coverage::default(),
            points: Vec::new(),
            places: Vec::new(),
            clip_mask: None,
            row_mask: None,
            tiles: hatch::Tiles::default(),
            effect: None,
            fonts: Fonts::default(),
            unhinted: None,
        }
    }

    /// The size in pixels.
    pub fn size(&self) -> FrameSize {
        self.size
    }

    /// The pixels row by row from the top, as bytes B, G, R, 255.
    pub fn pixels(&self) -> &[u8] {
        self.raster.bytes()
    }

    /// The pixels as packed RGB rows.
    pub fn to_rgb(&self) -> Vec<u8> {
        self.pixels()
            .as_chunks()
            .0
            .iter()
            .flat_map(|&[b, g, r, _]| [r, g, b])
            .collect()
    }

    /// Takes the drawn pixels, and leaves the canvas without any.
    pub(crate) fn take_raster(&mut self) -> Raster {
        std::mem::take(&mut self.raster)
    }

    /// Continues with these pixels, whatever their content.
    pub(crate) fn give_raster(&mut self, raster: Raster) {
        self.raster = raster.of_size(self.size);
    }

    pub(crate) fn is_bare(&self) -> bool {
        self.raster.bytes().is_empty()
    }

    /// Memory for the points of markers.
    pub(crate) fn take_points(&mut self) -> Vec<kurbo::Point> {
        std::mem::take(&mut self.points)
    }

    /// Keeps memory for the points of other markers.
    pub(crate) fn give_points(&mut self, points: Vec<kurbo::Point>) {
        self.points = points;
    }

    pub(crate) fn raster_mut(&mut self) -> &mut Raster {
        &mut self.raster
    }

    /// Mutable pixels in the layout of [`Canvas::pixels`].
    pub(crate) fn pixels_mut(&mut self) -> &mut [u8] {
        self.raster.bytes_mut()
    }

    /// Fills the canvas with an opaque colour.
    pub fn fill(&mut self, color: Color) {
        self.pixels_mut()
            .as_chunks_mut()
            .0
            .fill(Color { a: 255, ..color }.bgra());
    }

    /// Clears the canvas to transparent, for pixels with alpha.
    pub(crate) fn clear(&mut self) {
        self.pixels_mut().fill(0);
    }
}

impl Clone for Canvas {
    fn clone(&self) -> Self {
        Self {
            fonts: self.fonts.clone(),
            ..Self::on_raster(self.raster.clone(), self.size)
        }
    }
}

/// Other machines have no explicit prefetch.
#[cfg(not(target_arch = "x86_64"))]
fn prefetch<T>(_: &T) {}
