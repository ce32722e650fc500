//! The canvas as a plotters backend, in units of 1/64 px.

use std::cell::RefCell;
use std::convert::Infallible;
use std::ops::Range;

use kurbo::{BezPath, Circle, Point, Rect, Shape, Stroke};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::drawing::IntoDrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{FontStyle, FontTransform};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::canvas::{
    Canvas, FontFamily, FontWeight, HorizontalAlignment, ImageRows, Placement, RotationMode,
    TextStyle, Ties, VerticalAlignment,
};
use crate::color::Color;
use crate::error::BoxError;
use crate::frame_size::FrameSize;
use crate::mapping::{AxesBox, Clip, Flat, PixelRect};

/// A pixel in the units of plotters' coordinates, stroke widths, radii and font sizes on a [`Canvas`].
///
/// ```
/// use plotreel::plotters::style::{Color, RED};
///
/// let line = RED.stroke_width(3 * plotreel::canvas::PX / 2); // 1.5 px
/// assert_eq!(line.stroke_width, 96);
/// ```
pub const PX: u32 = 64;

const UNITS: f64 = PX as f64;
/// The position of pixel 0 when data are drawn: plotters moves points to the edges of the area, which are therefore 8
/// million pixels away.
const FAR_ORIGIN: i32 = 1 << 29;

/// The plotters backend for a [`Canvas`]: its pixels are 1/64 px, so that integer coordinates lose no precision.
///
/// A stroke width of 1, plotters' default, is a line of one pixel; everything else is in units of [`PX`].
///
/// ```
/// use plotreel::plotters::prelude::*;
/// use plotreel::{Canvas, FrameSize};
/// use plotreel::canvas::{CanvasBackend, PX};
///
/// let mut canvas = Canvas::new(FrameSize { width: 8, height: 8 });
/// let area = CanvasBackend::new(&mut canvas).into_drawing_area();
/// let px = PX as i32;
/// area.draw(&Rectangle::new([(2 * px, 2 * px), (6 * px, 6 * px)], BLUE.filled()))?;
/// drop(area);
/// assert_eq!(canvas.pixels()[4 * (3 * 8 + 3)..][..4], [255, 0, 0, 255]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct CanvasBackend<'a> {
    canvas: RefCell<&'a mut Canvas>,
    clip: Option<Clip>,
    origin: i32,
}

impl<'a> CanvasBackend<'a> {
    /// A backend that draws on the whole canvas.
    pub fn new(canvas: &'a mut Canvas) -> Self {
        Self {
            canvas: RefCell::new(canvas),
            clip: None,
            origin: 0,
        }
    }

    fn point(&self, (x, y): BackendCoord) -> Point {
        let pixels = |v: i32| (f64::from(v) - f64::from(self.origin)) / UNITS;
        Point::new(pixels(x), pixels(y))
    }

    fn path(&self, points: impl IntoIterator<Item = BackendCoord>) -> BezPath {
        let points = points.into_iter().map(|p| self.point(p));
        self.canvas.borrow().polyline(points)
    }

    fn fill(&mut self, path: &BezPath, color: BackendColor) {
        let clip = self.clip.as_ref();
        self.canvas.get_mut().fill_path(path, opaque(color), clip);
    }

    fn stroke(&mut self, path: &BezPath, style: &impl BackendStyle) {
        let width = match style.stroke_width() {
            0 => return,
            1 => 1.0,
            width => f64::from(width) / UNITS,
        };
        let clip = self.clip.clone();
        let color = opaque(style.color());
        let stroke = Stroke::new(width).with_caps(kurbo::Cap::Butt);
        self.canvas
            .get_mut()
            .stroke_path(path, &stroke, color, clip.as_ref());
    }
}

type BackendResult = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for CanvasBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        if self.origin > 0 {
            return (2 * self.origin as u32, 2 * self.origin as u32);
        }
        let FrameSize { width, height } = self.canvas.borrow().size();
        (width * PX, height * PX)
    }

    fn ensure_prepared(&mut self) -> BackendResult {
        Ok(())
    }

    fn present(&mut self) -> BackendResult {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> BackendResult {
        let corner = self.point(point);
        let pixel = Rect::from_origin_size(corner, (1.0, 1.0)).to_path(0.1);
        self.fill(&pixel, color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> BackendResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> BackendResult {
        let rect = Rect::from_points(self.point(upper_left), self.point(bottom_right)).to_path(0.1);
        if fill {
            self.fill(&rect, style.color());
        } else {
            self.stroke(&rect, style);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> BackendResult {
        let path = self.path(path);
        self.stroke(&path, style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> BackendResult {
        let circle = Circle::new(self.point(center), f64::from(radius) / UNITS).to_path(0.02);
        if fill {
            self.fill(&circle, style.color());
        } else {
            self.stroke(&circle, style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> BackendResult {
        let mut points = vert.into_iter().map(|p| self.point(p));
        let mut path = BezPath::new();
        if let Some(first) = points.next() {
            path.move_to(first);
            points.for_each(|p| path.line_to(p));
            path.close_path();
        }
        self.fill(&path, style.color());
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> BackendResult {
        let Point { x, y } = self.point(pos);
        let set = text_style(style);
        let clip = self.clip.clone();
        let canvas = self.canvas.get_mut();
        let layout = canvas.layout_text(text, &set, POINTS);
        let place = (x, f64::from(canvas.size().height) - y);
        canvas.draw_text_layout(&layout, place, opaque(style.color()), clip.as_ref());
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let style = text_style(style);
        let layout = self.canvas.borrow_mut().layout_text(text, &style, POINTS);
        let [left, bottom, right, top] = layout.bounds;
        let units = |length: f64| (length * UNITS).ceil() as u32;
        Ok((units(right - left), units(top - bottom)))
    }

    fn blit_bitmap(
        &mut self,
        pos: BackendCoord,
        (width, height): (u32, u32),
        src: &[u8],
    ) -> BackendResult {
        let Point { x, y } = self.point(pos);
        let pixels: Vec<u8> = src
            .as_chunks()
            .0
            .iter()
            .flat_map(|&[r, g, b]| [b, g, r, 255])
            .collect();
        let clip = self.clip.clone();
        let canvas = self.canvas.get_mut();
        let source = FrameSize { width, height };
        let place = AxesBox {
            x0: x.round(),
            y0: f64::from(canvas.size().height) - y.round() - f64::from(height),
            width: f64::from(width),
            height: f64::from(height),
        };
        let whole = PixelRect::of_canvas(canvas.size());
        let place = Placement::new(
            place,
            true,
            clip.map_or(whole, |clip| clip.pixels()),
            canvas.size(),
        );
        canvas.draw_image(
            &place,
            source,
            [Ties::Down; 2],
            true,
            ImageRows::Ready(&pixels),
        );
        Ok(())
    }
}

/// At this many dots per inch a point is a pixel.
const POINTS: f64 = 72.0;

fn opaque(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    let a = (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color { r, g, b, a }
}

/// The fonts of a family of plotters; "sans-serif" is the figure's own family.
fn family(family: plotters::style::FontFamily<'_>) -> Option<FontFamily> {
    use plotters::style::FontFamily as Family;
    Some(FontFamily::named(&[match family {
        Family::SansSerif => return None,
        Family::Serif => "serif",
        Family::Monospace => "monospace",
        Family::Name(name) => name,
    }]))
}

/// Converts plotters' text style; its font sizes are in units, too.
fn text_style(style: &impl BackendTextStyle) -> TextStyle {
    let anchor = style.anchor();
    TextStyle {
        family: family(style.family()),
        size: style.size() / UNITS,
        weight: Some(FontWeight::of_bold(matches!(
            style.style(),
            FontStyle::Bold
        ))),
        oblique: matches!(style.style(), FontStyle::Italic | FontStyle::Oblique),
        rotation: match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => 270.0,
            FontTransform::Rotate180 => 180.0,
            FontTransform::Rotate270 => 90.0,
        },
        rotation_mode: RotationMode::Anchor,
        ha: match anchor.h_pos {
            HPos::Left => HorizontalAlignment::Left,
            HPos::Center => HorizontalAlignment::Center,
            HPos::Right => HorizontalAlignment::Right,
        },
        va: match anchor.v_pos {
            VPos::Top => VerticalAlignment::Top,
            VPos::Center => VerticalAlignment::Center,
            VPos::Bottom => VerticalAlignment::Bottom,
        },
        parse_math: false,
        ..TextStyle::default()
    }
}

/// An axis of a figure's axes for plotters: data coordinates along the figure's own scale and limits.
#[derive(Debug, Clone)]
pub struct DataAxis {
    flat: Flat,
    is_y: bool,
    height: f64,
}

impl Ranged for DataAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    /// The limit is ignored, so that points outside are clipped and not moved to the edge.
    fn map(&self, value: &f64, _: (i32, i32)) -> i32 {
        let pixel = if self.is_y {
            self.height - self.flat.y(*value)
        } else {
            self.flat.x(*value)
        };
        let reach = f64::from(FAR_ORIGIN - 1);
        // A cast of NaN is 0, which is as far outside as possible.
        if pixel.is_nan() {
            return 0;
        }
        ((pixel * UNITS).round().clamp(-reach, reach)) as i32 + FAR_ORIGIN
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        Vec::new()
    }

    fn range(&self) -> Range<f64> {
        let limits = self.flat.limits();
        let (from, to) = if self.is_y { limits.y } else { limits.x };
        from..to
    }
}

/// The plotters chart in data coordinates that a closure of [`Axes::draw_with`](crate::Axes::draw_with) draws on.
pub type Chart<'a, 'b> = ChartContext<'a, CanvasBackend<'b>, Cartesian2d<DataAxis, DataAxis>>;

impl Canvas {
    /// Lets plotters draw in data coordinates, clipped.
    pub(crate) fn draw_chart(
        &mut self,
        flat: &Flat,
        clip: Clip,
        draw: &dyn Fn(&mut Chart<'_, '_>) -> Result<(), BoxError>,
    ) -> Result<(), BoxError> {
        let height = f64::from(self.size.height);
        let axis = |is_y| DataAxis {
            flat: flat.clone(),
            is_y,
            height,
        };
        let backend = CanvasBackend {
            canvas: RefCell::new(self),
            clip: Some(clip),
            origin: FAR_ORIGIN,
        };
        let area = backend.into_drawing_area();
        let mut chart = ChartBuilder::on(&area).build_cartesian_2d(axis(false), axis(true))?;
        draw(&mut chart)
    }
}
