//! Rectangles.

use kurbo::{Affine, BezPath, Point};

use crate::artists::patches::path::closed;
use crate::artists::patches::{Outline, PatchStyle, limits_of, patch_coordinates, patch_setters};
use crate::artists::{Artist, BlendedCoords, DrawContext, Obstacles};
use crate::canvas::Canvas;
use crate::data_limits::DataLimits;
use crate::error::Result;

/// What a [`Rectangle`] is turned about.
///
/// ```
/// use plotreel::{Rectangle, RotationPoint};
///
/// let mut square = Rectangle::new((0.0, 0.0), 1.0, 1.0);
/// square.set_angle(45.0);
/// square.set_rotation_point(RotationPoint::Center);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum RotationPoint {
    /// `"xy"`: its anchor.
    #[default]
    Xy,
    /// `"center"`: its middle.
    Center,
    /// A point.
    Point(f64, f64),
}

/// A rectangle from an anchor on, to the right and up if width and height are positive.
///
/// ```
/// use plotreel::{Figure, Rectangle};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let bar = fig[ax].add_patch(Rectangle::new((0.1, 0.1), 0.2, 0.5));
/// fig[bar].set_facecolor("tab:orange")?;
/// fig[bar].set_angle(30.0);
/// fig[bar].set_height(0.6);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rectangle {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    angle: f64,
    rotation_point: RotationPoint,
    style: PatchStyle,
}

impl Rectangle {
    /// A rectangle with its anchor at `xy`.
    pub fn new(xy: (f64, f64), width: f64, height: f64) -> Self {
        Self {
            x: xy.0,
            y: xy.1,
            width,
            height,
            angle: 0.0,
            rotation_point: RotationPoint::default(),
            style: PatchStyle::default(),
        }
    }

    pub(crate) fn with_coords(mut self, coords: BlendedCoords) -> Self {
        self.style.coords = coords;
        self
    }

    /// Moves its anchor.
    pub fn set_xy(&mut self, x: f64, y: f64) {
        (self.x, self.y) = (x, y);
    }

    /// Moves its anchor along x.
    pub fn set_x(&mut self, x: f64) {
        self.x = x;
    }

    /// Moves its anchor along y.
    pub fn set_y(&mut self, y: f64) {
        self.y = y;
    }

    /// Sets the width.
    pub fn set_width(&mut self, width: f64) {
        self.width = width;
    }

    /// Sets the height.
    pub fn set_height(&mut self, height: f64) {
        self.height = height;
    }

    /// Sets anchor, width and height.
    pub fn set_bounds(&mut self, x: f64, y: f64, width: f64, height: f64) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height);
    }

    /// Its anchor, width and height.
    pub fn bounds(&self) -> [f64; 4] {
        [self.x, self.y, self.width, self.height]
    }

    /// Sets by how many degrees it is turned counterclockwise, in data coordinates.
    pub fn set_angle(&mut self, degrees: f64) {
        self.angle = degrees;
    }

    /// Sets what it is turned about.
    pub fn set_rotation_point(&mut self, point: RotationPoint) {
        self.rotation_point = point;
    }
}

impl Outline for Rectangle {
    fn outline(&self) -> BezPath {
        let (x1, y1) = (self.x + self.width, self.y + self.height);
        let corners = [(self.x, self.y), (x1, self.y), (x1, y1), (self.x, y1)];
        closed(corners.map(Point::from))
    }

    fn placed(&self) -> Affine {
        if self.angle == 0.0 {
            return Affine::IDENTITY;
        }
        let about = match self.rotation_point {
            RotationPoint::Xy => Point::new(self.x, self.y),
            RotationPoint::Center => {
                Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
            }
            RotationPoint::Point(x, y) => Point::new(x, y),
        };
        Affine::rotate_about(self.angle.to_radians(), about)
    }
}

patch_setters!(Rectangle);
patch_coordinates!(Rectangle);

impl Artist for Rectangle {
    fn zorder(&self) -> f64 {
        self.style.zorder
    }

    fn visible(&self) -> bool {
        self.style.visible
    }

    /// None of a rectangle without width and height.
    fn data_limits(&self) -> DataLimits {
        if self.width == 0.0 && self.height == 0.0 {
            return DataLimits::default();
        }
        limits_of(self, &self.style)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.style
            .draw(&(self.placed() * self.outline()), canvas, ctx);
        Ok(())
    }

    crate::artists::patches::patch_legend!();

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let path = self.style.obstacles(&self.outline(), ctx);
        match path.points[..] {
            // Without being turned, as in the reference.
            [from, _, to, ..] => Obstacles::of_box(from, to),
            _ => path,
        }
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
