//! Rectangles.

use kurbo::{Affine, BezPath, Point};

use crate::artists::patches::path::closed;
use crate::artists::patches::{
    Outline, OutlinedPatch, PatchBase, Path, limits_of, patch_legend, patch_properties,
};
use crate::artists::{Artist, BlendedCoords, DrawContext, Obstacles};
use crate::canvas::Canvas;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::{Angle, PropertyType, Value, refused};

/// The centre of rotation of a [`Rectangle`].
///
/// ```
/// use plotreel::patches::{Rectangle, RotationPoint};
///
/// let mut square = Rectangle::new((0.0, 0.0), 1.0, 1.0);
/// square.set_angle(45.0)?;
/// square.set_rotation_point(RotationPoint::Center)?;
/// # Ok::<(), plotreel::Error>(())
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

impl TryFrom<&str> for RotationPoint {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Self::read("rotation_point", &text.into())
    }
}

impl PropertyType for RotationPoint {
    const TAKES: &'static str = "xy, center or the two coordinates of a point";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) if text == "xy" => Ok(Self::Xy),
            Value::Text(text) if text == "center" => Ok(Self::Center),
            Value::List(_) => <(f64, f64)>::read(name, value).map(|(x, y)| Self::Point(x, y)),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<RotationPoint> for Value {
    fn from(point: RotationPoint) -> Self {
        match point {
            RotationPoint::Xy => "xy".into(),
            RotationPoint::Center => "center".into(),
            RotationPoint::Point(x, y) => (x, y).into(),
        }
    }
}

/// A rectangle from an anchor, to the right and up if width and height are positive.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Rectangle;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let bar = fig[ax].add_patch(Rectangle::new((0.1, 0.1), 0.2, 0.5));
/// fig[bar].set_facecolor("tab:orange")?;
/// fig[bar].set_angle(30.0)?;
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
    style: PatchBase,
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
            style: PatchBase::default(),
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

    /// Sets anchor, width and height.
    pub fn set_bounds(&mut self, x: f64, y: f64, width: f64, height: f64) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height);
    }

    /// Its anchor, width and height.
    pub fn bounds(&self) -> [f64; 4] {
        [self.x, self.y, self.width, self.height]
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

impl OutlinedPatch for Rectangle {
    fn path(&self) -> Path {
        Path(self.placed() * self.outline())
    }

    fn style(&self) -> &PatchBase {
        &self.style
    }
}

patch_properties! { Rectangle, coordinates;
    x / set_x: coordinate = x, "the x of its anchor";
    y / set_y: coordinate = y, "the y of its anchor";
    width / set_width: coordinate = width, "its width, negative to the left";
    height / set_height: coordinate = height, "its height, negative downwards";
    angle / set_angle: number<Angle> = angle, "the rotation in degrees, counterclockwise, in data coordinates";
    rotation_point / set_rotation_point: choice<RotationPoint> = rotation_point, "the centre of rotation";
    @by name:
    xy: (f64, f64) = |r| (r.x, r.y), |r, (x, y)| r.set_xy(x, y), "its anchor";
    bounds: [f64; 4] = |r| r.bounds(), |r, [x, y, width, height]| r.set_bounds(x, y, width, height),
        "its anchor, width and height";
}

impl Artist for Rectangle {
    crate::artists::artist_parts!(style.base);

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

    patch_legend!();

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let path = self.style.obstacles(&self.outline(), ctx);
        match path.points[..] {
            // Without rotation, as in the reference.
            [from, _, to, ..] => Obstacles::of_box(from, to),
            _ => path,
        }
    }
}
