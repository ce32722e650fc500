//! Boxes in the shape of arrows.

use kurbo::{BezPath, Point, Rect};

use crate::artists::patches::path::closed;
use crate::artists::patches::style_text::StyleText;
use crate::error::Result;

/// The reference's distance of boxes from their content.
pub(super) const PAD: f64 = 0.3;

/// The measures of a box in the shape of an arrow.
///
/// ```
/// use plotreel::patches::{ArrowBox, BoxStyle};
///
/// let style = BoxStyle::RArrow(ArrowBox { head_angle: 60.0, ..ArrowBox::default() });
/// assert_eq!("rarrow,head_angle=60".parse::<BoxStyle>()?, style);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArrowBox {
    /// Distance from the content.
    pub pad: f64,
    /// Width of the head as a multiple of the shaft's.
    pub head_width: f64,
    /// The angle of the tip in degrees; with negative angles heads point backwards.
    pub head_angle: f64,
}

impl Default for ArrowBox {
    fn default() -> Self {
        Self {
            pad: PAD,
            head_width: 1.5,
            head_angle: 90.0,
        }
    }
}

impl ArrowBox {
    pub(super) fn parse(pad: f64, style: &mut StyleText<'_>) -> Result<Self> {
        let default = Self::default();
        let arrow = Self {
            pad,
            head_width: style.take_or("head_width", default.head_width),
            head_angle: style.take_or("head_angle", default.head_angle),
        };
        if arrow.head_width < 0.0 || arrow.head_angle % 360.0 == 0.0 {
            return Err(style.error());
        }
        Ok(arrow)
    }

    /// Half of the head's width, and how far it goes back for each unit that it goes aside.
    fn head(self, area: Rect) -> (f64, f64) {
        let cot = 1.0 / (self.head_angle / 2.0).to_radians().tan();
        (self.head_width * area.height() / 2.0, cot)
    }

    pub(super) fn outline(self, area: Rect) -> BezPath {
        let (half, cot) = self.head(area);
        let Rect { x0, y0, x1, y1 } = area;
        let middle = (y0 + y1) / 2.0;
        let points = if cot > 0.0 {
            // The edges of the head meet the corners of the box, or its sides if it is narrower.
            let tip = x1 + cot * half.min(area.height() / 2.0);
            let base = tip - cot * half;
            vec![
                (x0, y0),
                (base, y0),
                (base, middle - half),
                (tip, middle),
                (base, middle + half),
                (base, y1),
                (x0, y1),
            ]
        } else {
            let back = (-cot * (half - area.height() / 2.0).max(0.0)).min(area.width());
            vec![
                (x0, y0),
                (x1 - back, (middle - half).min(y0) - back / cot),
                (x1, middle - half),
                (x1, middle + half),
                (x1 - back, (middle + half).max(y1) + back / cot),
                (x0, y1),
            ]
        };
        closed(points.into_iter().map(Point::from))
    }

    pub(super) fn double_outline(self, area: Rect) -> BezPath {
        let (half, cot) = self.head(area);
        let Rect { x0, y0, x1, y1 } = area;
        let middle = (y0 + y1) / 2.0;
        let (low, high) = (middle - half, middle + half);
        let points = if cot > 0.0 {
            let tip = cot * half.min(area.height() / 2.0);
            let (base0, base1) = (x0 - tip + cot * half, x1 + tip - cot * half);
            vec![
                (base0, y1),
                (base0, high),
                (x0 - tip, middle),
                (base0, low),
                (base0, y0),
                (base1, y0),
                (base1, low),
                (x1 + tip, middle),
                (base1, high),
                (base1, y1),
            ]
        } else {
            let back = (-cot * (half - area.height() / 2.0).max(0.0)).min(area.width() / 2.0);
            let (inner_low, inner_high) = (low.min(y0) - back / cot, high.max(y1) + back / cot);
            vec![
                (x0, low),
                (x0 + back, inner_low),
                (x1 - back, inner_low),
                (x1, low),
                (x1, high),
                (x1 - back, inner_high),
                (x0 + back, inner_high),
                (x0, high),
            ]
        };
        closed(points.into_iter().map(Point::from))
    }
}
