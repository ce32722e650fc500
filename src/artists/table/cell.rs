//! A cell of a table.

use kurbo::{BezPath, Point};

use crate::artists::{DrawContext, PatchBase, Text};
use crate::canvas::{HorizontalAlignment, VerticalAlignment};
use crate::color::{Color, ColorSpec};
use crate::error::{Error, Result};
use crate::properties::{Length, parsed, properties};

/// Which edges of a cell are drawn: `"closed"`, `"open"`, `"horizontal"`, `"vertical"`, or some of the letters B, R, T
/// and L for bottom, right, top and left.
///
/// ```
/// use plotreel::table::CellEdges;
///
/// assert_eq!("BT".parse::<CellEdges>()?, "horizontal".parse()?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellEdges([bool; 4]);

/// The sides in the order in which they are drawn.
const SIDES: [char; 4] = ['B', 'R', 'T', 'L'];

impl Default for CellEdges {
    fn default() -> Self {
        Self([true; 4])
    }
}

impl std::str::FromStr for CellEdges {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let letters = match text {
            "closed" => "BRTL",
            "open" => "",
            "horizontal" => "BT",
            "vertical" => "RL",
            other => other,
        };
        match letters.chars().all(|letter| SIDES.contains(&letter)) {
            true => Ok(Self(SIDES.map(|side| letters.contains(side)))),
            false => Err(Error::Setting {
                name: "edges",
                value: format!("\"{text}\""),
                expected: "closed, open, horizontal, vertical, or letters of BRTL",
            }),
        }
    }
}

impl CellEdges {
    /// The letters of the sides.
    fn letters(self) -> String {
        let sides = SIDES.into_iter().zip(self.0);
        sides
            .filter(|(_, drawn)| *drawn)
            .map(|(side, _)| side)
            .collect()
    }

    /// The path around corners that begin at the lower left one; what is not an edge is a gap, and a face needs three.
    pub(super) fn path(self, corners: [Point; 4]) -> BezPath {
        let mut path = BezPath::new();
        path.move_to(corners[0]);
        for (i, drawn) in self.0.into_iter().enumerate() {
            let to = corners[(i + 1) % 4];
            match drawn {
                true if i == 3 && self == Self::default() => path.close_path(),
                true => path.line_to(to),
                false => path.move_to(to),
            }
        }
        path
    }
}

parsed! { CellEdges, "closed, open, horizontal, vertical, or letters of BRTL", |edges| edges.letters() }

/// A cell of a [`Table`](crate::table::Table): a rectangle with a text.
///
/// ```
/// use plotreel::table::Cell;
///
/// let mut cell = Cell::new("total", 0.25, None);
/// cell.set_facecolor("0.9")?;
/// cell.set_visible_edges("horizontal")?;
/// cell.text_mut().set_bold(true);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Cell {
    text: Text,
    width: f64,
    /// `None` is that of a line of text, times a factor.
    height: Option<f64>,
    factor: f64,
    edges: CellEdges,
    /// Whether it is the label of a column.
    pub(super) is_label: bool,
    pub(super) style: PatchBase,
}

properties! {
    impl[] Cell, in style: PatchBase;
    width / set_width: number<Length> = width, "the width as a fraction of the axes";
    height / set_height: maybe<Length> = height, "the height as a fraction of the axes; `None` is that of a text of 10 points";
    visible_edges / set_visible_edges: choice<CellEdges> = edges,
        "the edges that are drawn: closed, open, horizontal, vertical, or letters of BRTL";
}

/// The distance of texts from the edges of their cells, as a fraction of the cells' width.
const PAD: f64 = 0.1;
/// The size in points that the height of rows is made for, and their height as a multiple of it.
const ROW: (f64, f64) = (10.0, 1.2);

impl Cell {
    /// A cell with a text at its right side; width and height are fractions of the axes, and a height of `None` is that
    /// of a text of 10 points.
    pub fn new(text: impl Into<String>, width: f64, height: impl Into<Option<f64>>) -> Self {
        let mut text = Text::new(0.0, 0.0, text);
        text.align(HorizontalAlignment::Right, VerticalAlignment::Center);
        text.base.clip_on = false;
        let mut style = PatchBase {
            face: Some(ColorSpec::Rgba(Color::WHITE)),
            edge: Some(ColorSpec::BLACK),
            ..PatchBase::default()
        };
        style.base.clip_on = false;
        Self {
            text,
            width,
            height: height.into(),
            factor: 1.0,
            edges: CellEdges::default(),
            is_label: false,
            style,
        }
    }

    pub(crate) fn with_edges(self, edges: CellEdges) -> Self {
        Self { edges, ..self }
    }

    /// The same above a column.
    pub(crate) fn into_label(self) -> Self {
        Self {
            is_label: true,
            ..self
        }
    }

    /// Replaces its text.
    pub fn set_text(&mut self, text: impl Into<String>) {
        self.text.set_text(text);
    }

    /// Its text; the horizontal alignment is within the cell.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Its text, mutably; the cell sets its position.
    pub fn text_mut(&mut self) -> &mut Text {
        &mut self.text
    }

    pub(super) fn scale(&mut self, across: f64, up: f64) {
        self.width *= across;
        match &mut self.height {
            Some(height) => *height *= up,
            None => self.factor *= up,
        }
    }

    /// Its height as a fraction of the axes.
    pub(super) fn height_in(&self, ctx: &DrawContext<'_>) -> f64 {
        let (size, spacing) = ROW;
        let line = ctx.points_to_pixels(size) / ctx.mapping.axes().height * spacing;
        self.height.unwrap_or(line * self.factor)
    }

    /// The place of a text with this alignment in a box (left, bottom, right, top), in pixels.
    pub(super) fn place([x0, y0, x1, y1]: [f64; 4], ha: HorizontalAlignment) -> (f64, f64) {
        let width = x1 - x0;
        let x = match ha {
            HorizontalAlignment::Center => x0 + width / 2.0,
            HorizontalAlignment::Left => x0 + width * PAD,
            HorizontalAlignment::Right => x0 + width * (1.0 - PAD),
        };
        (x, y0 + (y1 - y0) / 2.0)
    }

    /// The width that a text of this width needs.
    pub(super) fn around(width: f64) -> f64 {
        width * (1.0 + 2.0 * PAD)
    }
}
