//! Boxes with texts over the image: detections, tracks, regions.

use std::collections::BTreeMap;
use std::path::Path;

use kurbo::{Rect, Shape, Stroke};

use crate::annotations::csv_file::{self, Row};
use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, TextStyle};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};

/// A box over one frame, in pixels of the image, with a text at its upper edge.
///
/// `x` and `y` are the column and row of its upper left pixel, counted from 0; `width` and `height` are the numbers of
/// columns and rows inside its edge.
///
/// ```
/// use plotreel::WriteOptions;
/// use plotreel::annotate::{Boxes, FrameBox};
///
/// let cat = FrameBox::new(0, [12.0, 20.0, 64.0, 48.0]).with_text("cat 0.97").with_color("lime")?;
/// let options = WriteOptions::new().with_boxes(Boxes::new([cat])?);
/// # let _ = options;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FrameBox {
    frame: u64,
    /// x, y, width, height.
    rect: [f64; 4],
    text: String,
    color: ColorSpec,
}

impl FrameBox {
    /// A box over frame `frame`, counted from 0, at \[x, y, width, height\].
    pub fn new(frame: u64, rect: [f64; 4]) -> Self {
        Self {
            frame,
            rect,
            text: String::new(),
            color: ColorSpec::Cycle {
                index: 1,
                alpha: None,
            },
        }
    }

    /// Sets its text.
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets the colour of its edge and of the field behind its text; `C1` by default.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.color = color.into_color()?;
        Ok(self)
    }

    fn is_valid(&self) -> bool {
        let [_, _, width, height] = self.rect;
        self.rect.iter().all(|v| v.is_finite()) && width >= 0.0 && height >= 0.0
    }
}

/// Boxes over the frames of a film.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Boxes {
    frames: BTreeMap<u64, Vec<FrameBox>>,
    fontsize: Option<f64>,
}

impl Boxes {
    /// Boxes in the order in which they are drawn.
    ///
    /// # Errors
    /// [`Error::Annotation`] for a box with numbers that are not finite or with a negative width or height.
    pub fn new(boxes: impl IntoIterator<Item = FrameBox>) -> Result<Self> {
        let mut all = Self::default();
        for one in boxes {
            if !one.is_valid() {
                return Err(Error::Annotation {
                    what: format!("a box over frame {}", one.frame),
                    reason: format!("x, y, width and height can't be {:?}", one.rect),
                    advice: "give finite numbers, with width and height not below 0".into(),
                });
            }
            all.frames.entry(one.frame).or_default().push(one);
        }
        Ok(all)
    }

    /// Reads a CSV file with the columns frame, x, y, width, height and, optionally, text and color (or colour).
    ///
    /// Cells are separated by commas, semicolons or tabs; with semicolons or tabs, decimal commas are allowed.
    ///
    /// # Errors
    /// [`Error::Read`] and [`Error::Annotation`], with the line and the column.
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        Self::read_file(path.as_ref())
    }

    fn read_file(path: &Path) -> Result<Self> {
        let file = csv_file::read(path)?;
        const ADVICE: &str =
            "give the columns frame, x, y, width, height and, optionally, text and color";
        let column = |name: &str| file.column(name);
        let needed = |name: &str| {
            let missing = || file.refused(format!("it has no column \"{name}\""), ADVICE);
            column(name).ok_or_else(missing)
        };
        let frame = needed("frame")?;
        let rect = [
            needed("x")?,
            needed("y")?,
            needed("width")?,
            needed("height")?,
        ];
        let (text, color) = (column("text"), column("color").or_else(|| column("colour")));
        let read = |row: &Row| {
            let at = |column: usize, reason: String, advice: &str| {
                file.refused_cell(row.line, column, &reason, advice)
            };
            let cell = |column: usize| row.cells[column].as_str();
            let index = csv_file::frame_number(cell(frame)).ok_or_else(|| {
                let reason = format!("\"{}\" is not a frame number", cell(frame));
                at(frame, reason, "give integers from 0")
            })?;
            let mut numbers = [0.0; 4];
            for (number, column) in numbers.iter_mut().zip(rect) {
                let text = cell(column);
                *number = text.parse().map_err(|_| {
                    at(
                        column,
                        format!("\"{text}\" is not a number"),
                        "give a number such as 12.5",
                    )
                })?;
            }
            let mut one = FrameBox::new(index, numbers);
            if !one.is_valid() {
                let wrong = |(value, column): &(f64, usize)| {
                    !value.is_finite() || (*value < 0.0 && rect[2..].contains(column))
                };
                let place = numbers.into_iter().zip(rect).find(wrong);
                let (value, column) = place.unwrap_or((numbers[0], rect[0]));
                let advice = "give finite numbers, with width and height not below 0";
                return Err(at(column, format!("a box can't have {value}"), advice));
            }
            one.text = text.map(cell).unwrap_or_default().to_owned();
            if let Some(column) = color.filter(|column| !cell(*column).is_empty()) {
                one = one
                    .with_color(cell(column))
                    .map_err(|error| at(column, error.cause(), &error.advice()))?;
            }
            Ok(one)
        };
        Self::new(file.rows.iter().map(read).collect::<Result<Vec<_>>>()?)
    }

    /// Sets the font size of their texts in points; by default it depends on the size of the image. The edge width is a
    /// seventh of it.
    pub fn with_fontsize(mut self, points: f64) -> Self {
        self.fontsize = Some(points);
        self
    }

    pub(super) fn fontsize(&self) -> Option<f64> {
        self.fontsize
    }

    /// The last frame with a box.
    pub(super) fn last_frame(&self) -> Option<u64> {
        self.frames.last_key_value().map(|(frame, _)| *frame)
    }

    pub(super) fn of(&self, frame: u64) -> &[FrameBox] {
        self.frames.get(&frame).map_or(&[], Vec::as_slice)
    }
}

/// The boxes of one frame.
#[derive(Debug, Clone)]
pub(crate) struct BoxOverlay {
    boxes: Vec<FrameBox>,
    /// Font size in points.
    fontsize: f64,
    base: ArtistBase,
}

impl BoxOverlay {
    pub(super) fn new(fontsize: f64) -> Self {
        Self {
            boxes: Vec::new(),
            fontsize,
            base: ArtistBase::new(4.0),
        }
    }

    pub(super) fn set_boxes(&mut self, boxes: &[FrameBox]) {
        self.boxes.clear();
        self.boxes.extend_from_slice(boxes);
    }

    /// The text on a field of the box's colour: above the box, or inside it if there is no room above.
    fn draw_text(&self, one: &FrameBox, rect: Rect, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let style = TextStyle {
            size: self.fontsize,
            parse_math: false,
            ..TextStyle::default()
        };
        let layout = canvas.layout_text(&one.text, &style, ctx.dpi);
        let [left, bottom, right, top] = layout.bounds;
        let pad = (ctx.points_to_pixels(self.fontsize) / 5.0).ceil();
        let (width, height) = (
            (right - left).ceil() + 2.0 * pad,
            (top - bottom).ceil() + 2.0 * pad,
        );
        let clip = ctx.clip();
        let seen = clip.pixels();
        let last = (seen.x1 as f64 - width).max(seen.x0 as f64);
        let x = rect.x0.floor().clamp(seen.x0 as f64, last);
        let above = rect.y0.ceil() - height;
        let y = if above >= seen.y0 as f64 {
            above
        } else {
            rect.y0.floor()
        };
        let color = ctx.color(one.color);
        canvas.fill_path(
            &Rect::new(x, y, x + width, y + height).to_path(0.1),
            color,
            Some(&clip),
        );
        let baseline = f64::from(ctx.size.height) - (y + height - pad);
        let anchor = (x + pad - left, baseline - bottom);
        canvas.draw_text_layout(&layout, anchor, color.contrast(), Some(&clip));
    }
}

impl Artist for BoxOverlay {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let width = ctx.points_to_pixels(self.fontsize / 7.0).round().max(1.0);
        for one in &self.boxes {
            let [x, y, w, h] = one.rect;
            let corners = [
                ctx.point([x - 0.5, y - 0.5]),
                ctx.point([x + w - 0.5, y + h - 0.5]),
            ];
            let rect = Rect::from_points(corners[0], corners[1]);
            let gc = GraphicsContext {
                edge: Some((
                    ctx.color(one.color),
                    Stroke::new(width).with_join(kurbo::Join::Miter),
                )),
                clip: Some(ctx.clip()),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&rect.to_path(0.1), &gc);
            if !one.text.is_empty() {
                self.draw_text(one, rect, canvas, ctx);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Boxes> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boxes.csv");
        std::fs::write(&path, text).unwrap();
        Boxes::read(&path)
    }

    #[test]
    fn boxes_are_read_by_their_columns_names() {
        let boxes =
            read("x,y,Width,height,frame,colour,score\n1,2,3,4,7,red,0.9\n5,6,7,8,7,,\n").unwrap();
        let red = FrameBox::new(7, [1.0, 2.0, 3.0, 4.0])
            .with_color("red")
            .unwrap();
        assert_eq!(boxes.of(7), [red, FrameBox::new(7, [5.0, 6.0, 7.0, 8.0])]);
        assert_eq!((boxes.of(6).len(), boxes.last_frame()), (0, Some(7)));
    }

    #[test]
    fn what_is_no_box_is_named_with_its_line() {
        let head = "frame,x,y,width,height,text,color\n";
        for (rows, named) in [
            (
                "0,1,2,3,4,a,red\n0,1,2,x,4,a,red\n",
                "line 3, column \"width\": \"x\" is not a number",
            ),
            (
                "-1,1,2,3,4,a,red\n",
                "line 2, column \"frame\": \"-1\" is not a frame number",
            ),
            (
                "0,1,2,-3,4,a,red\n",
                "column \"width\": a box can't have -3",
            ),
            ("0,1,NaN,3,4,a,red\n", "column \"y\": a box can't have NaN"),
            (
                "0,1,2,3,4,a,rde\n",
                "line 2, column \"color\": unknown colour \"rde\"",
            ),
            ("0,1,2,3,4\n", "line 2 has 5 cells for 7 columns"),
        ] {
            let error = read(&format!("{head}{rows}")).unwrap_err().to_string();
            assert!(error.contains(named), "{rows}: {error}");
        }
        let error = read("frame,x,y,w,h\n0,1,2,3,4\n").unwrap_err().to_string();
        assert!(error.contains("no column \"width\""), "{error}");
        assert!(Boxes::new([FrameBox::new(0, [0.0, 0.0, -1.0, 1.0])]).is_err());
    }
}
