//! What is drawn in an axes.

mod draw_style;
mod format_string;
mod image;
mod line_style;
mod mark_every;
mod marker_outline;
mod marker_shape;
mod markers;
mod stroke_style;

use std::any::Any;
use std::fmt::Debug;

pub use draw_style::DrawStyle;
pub use image::AxesImage;
pub use line_style::LineStyle;
pub use mark_every::MarkEvery;
pub use markers::{FillStyle, Marker};
pub use stroke_style::{CapStyle, JoinStyle};

use crate::canvas::{Canvas, FrameSize};
use crate::error::Result;
use crate::transform::{Limits, PixelRect, Transform};

/// Something that an axes draws.
pub trait Artist: Any + Debug + Send + Sync {
    /// Artists are drawn from the lowest to the highest; equals in the order they were added.
    fn zorder(&self) -> f64;

    /// The data coordinates it covers, if it takes part in the axes' limits.
    fn data_limits(&self) -> Option<Limits>;

    /// Draws it on the canvas.
    ///
    /// # Errors
    /// What the artist's settings make impossible, such as a norm whose limits can't be.
    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext) -> Result<()>;

    /// The pixels that it hides wholly on a canvas of this size, if there are such.
    fn hides(&self, _size: FrameSize, _ctx: &DrawContext) -> Option<PixelRect> {
        None
    }

    /// A copy of it in a box of its own.
    fn clone_box(&self) -> Box<dyn Artist>;
}

/// Where an artist is drawn.
#[derive(Debug)]
pub struct DrawContext {
    pub(crate) transform: Transform,
}
