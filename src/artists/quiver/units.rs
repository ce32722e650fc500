//! The units of arrows.

use crate::artists::DrawContext;
use crate::error::Result;
use crate::properties::names;

/// The unit of a [`Quiver`](crate::quiver::Quiver)'s widths or lengths.
///
/// ```
/// use plotreel::quiver::QuiverUnits;
///
/// assert_eq!("inches".parse::<QuiverUnits>()?, QuiverUnits::Inches);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum QuiverUnits {
    /// The width of the axes.
    #[default]
    Width,
    /// The height of the axes.
    Height,
    /// Pixels.
    Dots,
    /// Inches.
    Inches,
    /// 1 along x, in data coordinates.
    X,
    /// 1 along y, in data coordinates.
    Y,
    /// 1 in data coordinates along the diagonal of the axes; as a unit of lengths, 1 along each arrow.
    XY,
}

names! {
    QuiverUnits, "units", "width, height, dots, inches, x, y or xy";
    Width: "width",
    Height: "height",
    Dots: "dots",
    Inches: "inches",
    X: "x",
    Y: "y",
    XY: "xy",
}

impl QuiverUnits {
    /// Its pixels; negative along an inverted axis, as in the reference.
    pub(super) fn pixels(self, ctx: &DrawContext<'_>) -> Result<f64> {
        let axes = ctx.mapping.axes();
        let range = || -> Result<(f64, f64)> {
            let limits = ctx.mapping.flat_for("data units of arrows")?.limits();
            Ok((limits.x.1 - limits.x.0, limits.y.1 - limits.y.0))
        };
        Ok(match self {
            Self::Width => axes.width,
            Self::Height => axes.height,
            Self::Dots => 1.0,
            Self::Inches => ctx.dpi,
            Self::X => axes.width / range()?.0,
            Self::Y => axes.height / range()?.1,
            Self::XY => {
                let (width, height) = range()?;
                axes.width.hypot(axes.height) / width.hypot(height)
            }
        })
    }
}
