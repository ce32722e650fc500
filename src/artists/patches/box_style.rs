//! The outlines of fancy boxes.

use std::fmt;
use std::str::FromStr;

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use crate::artists::FillStyle;
use crate::artists::markers::circle;
use crate::artists::patches::arrow_box::{ArrowBox, PAD};
use crate::artists::patches::path::closed;
use crate::artists::patches::style_text::{StyleText, write_style};
use crate::error::{Error, Result};
use crate::properties::parsed;

/// The outline of a box around a text or a rectangle. Lengths are multiples of the font size or mutation scale.
///
/// It is parsed from matplotlib's strings, with the reference's values for missing parameters.
///
/// ```
/// use plotreel::patches::BoxStyle;
///
/// let style: BoxStyle = "round,pad=0.2".parse()?;
/// assert_eq!(style, BoxStyle::Round { pad: 0.2, rounding_size: None });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BoxStyle {
    /// `"square"`: a rectangle.
    Square {
        /// Distance from the content.
        pad: f64,
    },
    /// `"circle"`: a circle as wide as the longer side.
    Circle {
        /// Distance from the content.
        pad: f64,
    },
    /// `"ellipse"`: an ellipse through the corners.
    Ellipse {
        /// Distance from the content.
        pad: f64,
    },
    /// `"larrow"`: an arrow to the left.
    LArrow(ArrowBox),
    /// `"rarrow"`: an arrow to the right.
    RArrow(ArrowBox),
    /// `"darrow"`: an arrow to both sides.
    DArrow(ArrowBox),
    /// `"round"`: with round corners.
    Round {
        /// Distance from the content.
        pad: f64,
        /// Radius of the corners; `pad` if `None`.
        rounding_size: Option<f64>,
    },
    /// `"round4"`: with bent sides.
    Round4 {
        /// Distance from the content.
        pad: f64,
        /// The curvature of the sides; half of `pad` if `None`.
        rounding_size: Option<f64>,
    },
    /// `"sawtooth"`: with teeth.
    Sawtooth {
        /// Distance from the content.
        pad: f64,
        /// Size of a tooth; half of `pad` if `None`.
        tooth_size: Option<f64>,
    },
    /// `"roundtooth"`: with waves.
    Roundtooth {
        /// Distance from the content.
        pad: f64,
        /// Size of a wave; half of `pad` if `None`.
        tooth_size: Option<f64>,
    },
}

impl Default for BoxStyle {
    /// A square.
    fn default() -> Self {
        Self::Square { pad: PAD }
    }
}

impl FromStr for BoxStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        const EXPECTED: &str = "square, circle, ellipse, larrow, rarrow, darrow, round, round4, sawtooth or roundtooth, \
            with parameters such as \"round,pad=0.2\"";
        let mut style = StyleText::parse("boxstyle", EXPECTED, text)?;
        let pad = style.take_or("pad", PAD);
        let parsed = match style.name.as_str() {
            "square" => Self::Square { pad },
            "circle" => Self::Circle { pad },
            "ellipse" => Self::Ellipse { pad },
            "larrow" => Self::LArrow(ArrowBox::parse(pad, &mut style)?),
            "rarrow" => Self::RArrow(ArrowBox::parse(pad, &mut style)?),
            "darrow" => Self::DArrow(ArrowBox::parse(pad, &mut style)?),
            "round" => Self::Round {
                pad,
                rounding_size: style.take("rounding_size"),
            },
            "round4" => Self::Round4 {
                pad,
                rounding_size: style.take("rounding_size"),
            },
            "sawtooth" => Self::Sawtooth {
                pad,
                tooth_size: style.take("tooth_size"),
            },
            "roundtooth" => Self::Roundtooth {
                pad,
                tooth_size: style.take("tooth_size"),
            },
            _ => return Err(style.error()),
        };
        style.finish()?;
        Ok(parsed)
    }
}

/// matplotlib's string, which parses back to it.
impl fmt::Display for BoxStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arrow = |f: &mut fmt::Formatter<'_>, name, arrow: &ArrowBox| {
            let (width, angle) = (Some(arrow.head_width), Some(arrow.head_angle));
            write_style(
                f,
                name,
                &[
                    ("pad", Some(arrow.pad)),
                    ("head_width", width),
                    ("head_angle", angle),
                ],
            )
        };
        match self {
            Self::Square { pad } => write_style(f, "square", &[("pad", Some(*pad))]),
            Self::Circle { pad } => write_style(f, "circle", &[("pad", Some(*pad))]),
            Self::Ellipse { pad } => write_style(f, "ellipse", &[("pad", Some(*pad))]),
            Self::LArrow(style) => arrow(f, "larrow", style),
            Self::RArrow(style) => arrow(f, "rarrow", style),
            Self::DArrow(style) => arrow(f, "darrow", style),
            Self::Round { pad, rounding_size } => write_style(
                f,
                "round",
                &[("pad", Some(*pad)), ("rounding_size", *rounding_size)],
            ),
            Self::Round4 { pad, rounding_size } => write_style(
                f,
                "round4",
                &[("pad", Some(*pad)), ("rounding_size", *rounding_size)],
            ),
            Self::Sawtooth { pad, tooth_size } => write_style(
                f,
                "sawtooth",
                &[("pad", Some(*pad)), ("tooth_size", *tooth_size)],
            ),
            Self::Roundtooth { pad, tooth_size } => write_style(
                f,
                "roundtooth",
                &[("pad", Some(*pad)), ("tooth_size", *tooth_size)],
            ),
        }
    }
}

parsed! { BoxStyle, "a box style, such as \"round,pad=0.2\"", |style| style.to_string() }

impl BoxStyle {
    fn pad(self) -> f64 {
        match self {
            Self::LArrow(arrow) | Self::RArrow(arrow) | Self::DArrow(arrow) => arrow.pad,
            Self::Square { pad }
            | Self::Circle { pad }
            | Self::Ellipse { pad }
            | Self::Round { pad, .. }
            | Self::Round4 { pad, .. }
            | Self::Sawtooth { pad, .. }
            | Self::Roundtooth { pad, .. } => pad,
        }
    }

    /// The outline around a rectangle, y up; lengths are scaled by `scale`.
    pub(crate) fn outline(self, [x, y, width, height]: [f64; 4], scale: f64) -> BezPath {
        let pad = scale * self.pad();
        let area = Rect {
            x0: x - pad,
            y0: y - pad,
            x1: x + width + pad,
            y1: y + height + pad,
        };
        let around = |rx: f64, ry: f64| {
            let place = Affine::translate(area.center().to_vec2());
            place * Affine::scale_non_uniform(rx, ry) * circle(1.0, FillStyle::Full).0
        };
        let own = |size: Option<f64>, default: f64| match size {
            Some(size) if size != 0.0 => scale * size,
            _ => default,
        };
        match self {
            Self::Square { .. } => closed(corners(area)),
            Self::Circle { .. } => {
                let radius = area.width().max(area.height()) / 2.0;
                around(radius, radius)
            }
            Self::Ellipse { .. } => {
                let half_root = std::f64::consts::FRAC_1_SQRT_2;
                around(area.width() * half_root, area.height() * half_root)
            }
            Self::RArrow(arrow) => arrow.outline(area),
            Self::LArrow(arrow) => {
                let mirrored = Affine::new([-1.0, 0.0, 0.0, 1.0, 2.0 * x + width, 0.0]);
                mirrored * arrow.outline(area)
            }
            Self::DArrow(arrow) => arrow.double_outline(area),
            Self::Round { rounding_size, .. } => round(area, own(rounding_size, pad)),
            Self::Round4 { rounding_size, .. } => round4(area, own(rounding_size, pad / 2.0)),
            Self::Sawtooth { tooth_size, .. } => closed(teeth(
                area,
                tooth_size.map_or(pad / 2.0, |size| scale * size),
            )),
            Self::Roundtooth { tooth_size, .. } => waves(&teeth(
                area,
                tooth_size.map_or(pad / 2.0, |size| scale * size),
            )),
        }
    }
}

/// Counterclockwise from the lower left.
fn corners(area: Rect) -> [Point; 4] {
    let Rect { x0, y0, x1, y1 } = area;
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(Point::from)
}

fn round(area: Rect, radius: f64) -> BezPath {
    let corners = corners(area);
    // The direction in which each side is passed.
    let along = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(Vec2::from);
    let mut path = BezPath::new();
    path.move_to(corners[0] + radius * along[0]);
    for side in 0..4 {
        let corner = corners[(side + 1) % 4];
        path.line_to(corner - radius * along[side]);
        path.quad_to(corner, corner + radius * along[(side + 1) % 4]);
    }
    path.close_path();
    path
}

fn round4(area: Rect, bend: f64) -> BezPath {
    let corners = corners(area.inset(-bend));
    let along = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(Vec2::from);
    let mut path = BezPath::new();
    path.move_to(corners[0]);
    for side in 0..4 {
        let (from, to) = (corners[side], corners[(side + 1) % 4]);
        let out = -along[(side + 1) % 4];
        path.curve_to(
            from + bend * (along[side] + out),
            to + bend * (out - along[side]),
            to,
        );
    }
    path.close_path();
    path
}

/// The zigzag around an area; as many teeth as fit are spread over its sides.
fn teeth(area: Rect, size: f64) -> Vec<Point> {
    let half = size / 2.0;
    let inner = area.inset(-half);
    let count = |length: f64| {
        let pairs = ((length - size) / (size * 2.0)).round_ties_even();
        2 * pairs.clamp(0.0, MAX_TEETH) as usize
    };
    let counts = [count(inner.width()), count(inner.height())];
    let corners = corners(inner);
    let along = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(Vec2::from);
    let mut points = Vec::new();
    for side in 0..4 {
        let (from, to) = (corners[side], corners[(side + 1) % 4]);
        let out = -half * along[(side + 1) % 4];
        let steps = 2 * counts[side % 2];
        let (first, last) = (from + half * along[side], to - half * along[side]);
        points.push(from);
        for step in 0..=steps {
            let t = step as f64 / steps.max(1) as f64;
            // Out, onto the side, in, onto the side, …
            let aside = [1.0, 0.0, -1.0, 0.0][step % 4];
            points.push(first.lerp(last, t) + aside * out);
        }
    }
    points
}

/// No side has more pairs of teeth, however small they are.
const MAX_TEETH: f64 = 10_000.0;

/// Each second point of a zigzag as a control point.
fn waves(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let Some(&start) = points.first() else {
        return path;
    };
    path.move_to(start);
    for pair in points[1..].chunks(2) {
        path.quad_to(pair[0], pair.get(1).copied().unwrap_or(start));
    }
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_parameters_are_those_of_matplotlib() {
        for name in ["square", "Circle", "ellipse", "larrow", "rarrow", "darrow"] {
            assert_eq!(name.parse::<BoxStyle>().unwrap().pad(), 0.3);
        }
        let saw: BoxStyle = "sawtooth, pad=0.5, tooth_size=1".parse().unwrap();
        assert_eq!(
            saw,
            BoxStyle::Sawtooth {
                pad: 0.5,
                tooth_size: Some(1.0)
            }
        );
        for wrong in [
            "oval",
            "round,pad",
            "round,pad=x",
            "round,tooth_size=1",
            "rarrow,head_angle=360",
            "round,pad=nan",
        ] {
            assert!(wrong.parse::<BoxStyle>().is_err(), "{wrong}");
        }
    }
}
