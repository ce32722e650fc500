//! What is drawn in an axes.

mod fade;
mod image;
mod interpolated;
mod interpolation;
mod pixels;

use std::any::Any;
use std::fmt::Debug;

pub use image::AxesImage;
pub use interpolation::{InterpolationStage, Origin};

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
