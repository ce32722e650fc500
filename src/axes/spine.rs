//! Spines: the lines along the sides of an axes.

use kurbo::{BezPath, Cap, Join, Point, Stroke};

use crate::artists::DrawContext;
use crate::axis::{Axis, Direction, TickDirection};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::mapping::{Flat, Limits, Polar};
use crate::properties::{Length, PropertyType, Value, names, properties, refused};
use crate::style::Style;

/// One side of an axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The left side; of a polar wedge that of its first angle.
    Left,
    /// The right side; of a polar wedge that of its last angle.
    Right,
    /// The bottom; of a polar ring its inner circle.
    Bottom,
    /// The top; of polar axes their outer circle.
    Top,
}

names! {
    Side, "the side of an axes", "left, right, bottom or top";
    Left: "left" | "start",
    Right: "right" | "end",
    Bottom: "bottom" | "inner",
    Top: "top" | "polar",
}

impl Side {
    pub(crate) const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Bottom, Self::Top];

    /// The first and the second side of an axis.
    pub(crate) fn of(direction: Direction) -> [Self; 2] {
        match direction {
            Direction::X => [Self::Bottom, Self::Top],
            Direction::Y => [Self::Left, Self::Right],
        }
    }

    /// The axis whose ticks are on it.
    pub(crate) fn direction(self) -> Direction {
        match self {
            Self::Left | Self::Right => Direction::Y,
            Self::Bottom | Self::Top => Direction::X,
        }
    }

    /// 0 for the first side of its axis, 1 for the second.
    pub(crate) fn order(self) -> usize {
        match self {
            Self::Left | Self::Bottom => 0,
            Self::Right | Self::Top => 1,
        }
    }
}

/// The position of a spine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SpinePosition {
    /// This many points outside the axes; negative is inside.
    Outward(f64),
    /// At this fraction of the axes, from the left or the bottom.
    Axes(f64),
    /// At this value of the other axis.
    Data(f64),
}

/// One spine. It carries the ticks and tick labels of its side. Those of polar axes have no position of their own.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::{Side, SpinePosition};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].spine_mut(Side::Top).set_visible(false);
/// fig[ax].spine_mut(Side::Left).set_position(SpinePosition::Data(0.0))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Spine {
    pub(crate) visible: bool,
    color: Option<ColorSpec>,
    linewidth: Option<f64>,
    position: SpinePosition,
    bounds: Option<(f64, f64)>,
}

properties! {
    impl[] Spine;
    visible / set_visible: flag = visible, "whether the line is drawn; ticks are kept";
    color / set_color: maybe_color = color, "the colour";
    linewidth / set_linewidth ["lw"]: maybe<Length> = linewidth, "the width in points";
    position / set_position: choice<SpinePosition> = position, "the position";
    @by name:
    bounds: Option<[f64; 2]> = |spine| spine.bounds.map(Into::into),
        |spine, bounds| spine.bounds = bounds.map(Into::into),
        "the two data values that it is drawn between; `None` is the limits";
}

impl TryFrom<&str> for SpinePosition {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Self::read("position", &text.into())
    }
}

impl PropertyType for SpinePosition {
    const TAKES: &'static str = "center, zero, or outward, axes or data and a number";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let wrong = || refused(name, value, Self::TAKES);
        match value {
            Value::Text(text) if text == "center" => Ok(Self::Axes(0.5)),
            Value::Text(text) if text == "zero" => Ok(Self::Data(0.0)),
            Value::List(parts) => match &parts[..] {
                [Value::Text(what), Value::Number(number)] => match what.as_str() {
                    "outward" => Ok(Self::Outward(*number)),
                    "axes" => Ok(Self::Axes(*number)),
                    "data" => Ok(Self::Data(*number)),
                    _ => Err(wrong()),
                },
                _ => Err(wrong()),
            },
            _ => Err(wrong()),
        }
    }
}

impl From<SpinePosition> for Value {
    fn from(position: SpinePosition) -> Self {
        match position {
            SpinePosition::Outward(points) => ("outward", points).into(),
            SpinePosition::Axes(fraction) => ("axes", fraction).into(),
            SpinePosition::Data(value) => ("data", value).into(),
        }
    }
}

impl Spine {
    pub(crate) fn new(side: Side, style: &Style) -> Self {
        Self {
            visible: match side {
                Side::Left => style.axes_spines_left,
                Side::Right => style.axes_spines_right,
                Side::Bottom => style.axes_spines_bottom,
                Side::Top => style.axes_spines_top,
            },
            color: None,
            linewidth: None,
            position: SpinePosition::Outward(0.0),
            bounds: None,
        }
    }

    /// Draws it between two data values only.
    pub fn set_bounds(&mut self, low: f64, high: f64) {
        self.bounds = Some((low, high));
    }

    /// The two data values that it is drawn between, if they were set.
    pub fn bounds(&self) -> Option<(f64, f64)> {
        self.bounds
    }

    /// Whether its place or its length depend on the limits, beyond that it ends at them.
    pub(crate) fn follows_limits(&self) -> bool {
        self.bounds.is_some() || matches!(self.position, SpinePosition::Data(_))
    }

    /// Its pixel across the axis, y up: x of a left or right spine, y of a bottom or top one.
    pub(crate) fn place(&self, side: Side, flat: &Flat, ctx: &DrawContext<'_>) -> f64 {
        let axes = ctx.mapping.axes();
        let (start, length) = match side.direction() {
            Direction::X => (axes.y0, axes.height),
            Direction::Y => (axes.x0, axes.width),
        };
        match self.position {
            SpinePosition::Outward(points) => {
                let away = ctx.points_to_pixels(points);
                if side.order() == 0 {
                    start - away
                } else {
                    start + length + away
                }
            }
            SpinePosition::Axes(fraction) => start + fraction * length,
            SpinePosition::Data(value) => match side.direction() {
                Direction::X => flat.y(value),
                Direction::Y => flat.x(value),
            },
        }
    }

    /// Its first and last value along its axis.
    ///
    /// The limits are transformed as data are, so that between two pixels it ends where the reference's does.
    fn reach(&self, side: Side, flat: &Flat) -> (f64, f64) {
        let limits = flat.limits();
        self.bounds.unwrap_or(match side.direction() {
            Direction::X => limits.x,
            Direction::Y => limits.y,
        })
    }

    /// Its box with its ticks, [left, bottom, right, top].
    pub(crate) fn extent(
        &self,
        side: Side,
        axis: &Axis,
        flat: &Flat,
        ctx: &DrawContext<'_>,
    ) -> [f64; 4] {
        let at = self.place(side, flat, ctx);
        let (from, to) = self.reach(side, flat);
        let (from, to) = match side.direction() {
            Direction::X => (flat.x(from), flat.x(to)),
            Direction::Y => (flat.y(from), flat.y(to)),
        };
        let (from, to) = (from.min(to), from.max(to));
        let (mut low, mut high) = (at, at);
        for look in &axis.looks {
            if !axis.visible || !look.ticks[side.order()] {
                continue;
            }
            let inside = match look.direction {
                TickDirection::In => 1.0,
                TickDirection::InOut => 0.5,
                TickDirection::Out => 0.0,
            };
            let length = ctx.points_to_pixels(look.length);
            let (out, into) = (look.outside() * length, inside * length);
            let (below, above) = if side.order() == 0 {
                (out, into)
            } else {
                (into, out)
            };
            low = low.min(at - below);
            high = high.max(at + above);
        }
        match side.direction() {
            Direction::X => [from, low, to, high],
            Direction::Y => [low, from, high, to],
        }
    }

    pub(crate) fn draw(&self, side: Side, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let path = match ctx.mapping.polar() {
            Some(polar) => self.curve(side, polar, ctx),
            None => Some(self.line(side, ctx.mapping.plane(), ctx)),
        };
        let Some(path) = path else { return };
        let width = self.linewidth.unwrap_or(ctx.style.axes_linewidth);
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(Cap::Square)
            .with_join(Join::Miter);
        let color = self
            .color
            .map_or(ctx.style.axes_edgecolor, |c| ctx.color(c));
        let gc = GraphicsContext {
            edge: Some((color, stroke)),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
    }

    /// The side of polar axes, if they have it: the inner one rings only, the first and the last one wedges only.
    fn curve(&self, side: Side, polar: &Polar, ctx: &DrawContext<'_>) -> Option<BezPath> {
        let Limits { x: theta, y: r } = polar.limits;
        let has_it = match side {
            Side::Top => true,
            Side::Bottom => polar.is_ring(),
            Side::Left | Side::Right => !polar.is_full(),
        };
        let along = self.bounds.unwrap_or(match side.direction() {
            Direction::X => theta,
            Direction::Y => r,
        });
        let [from, to] = match side {
            Side::Top => [(along.0, r.1), (along.1, r.1)],
            Side::Bottom => [(along.0, r.0), (along.1, r.0)],
            Side::Left => [(theta.0, along.0), (theta.0, along.1)],
            Side::Right => [(theta.1, along.0), (theta.1, along.1)],
        };
        let mut path = BezPath::new();
        path.move_to(from);
        path.line_to(to);
        // Arcs need no parts, but more than one makes them arcs.
        has_it.then(|| ctx.mapping.path(&path, 2))
    }

    fn line(&self, side: Side, flat: &Flat, ctx: &DrawContext<'_>) -> BezPath {
        let at = self.place(side, flat, ctx);
        let (from, to) = self.reach(side, flat);
        let across = ctx.flipped((at, at));
        let [from, to] = [from, to].map(|value| {
            let along = ctx.point([value; 2]);
            match side.direction() {
                Direction::X => Point::new(along.x, across.y),
                Direction::Y => Point::new(across.x, along.y),
            }
        });
        let mut path = BezPath::new();
        path.move_to(from);
        path.line_to(to);
        path
    }
}
