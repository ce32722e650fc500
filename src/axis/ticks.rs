//! Which ticks an axis has: values and labels.

use crate::artists::DrawContext;
use crate::axis::{Axis, Direction, Tickers};
use crate::data_limits::DataRange;
use crate::ticker::{AxisView, Formatter, MAX_TICKS, can_be};

/// Ticks this far outside the limits, relative to them, are drawn.
const INSIDE_TOLERANCE: f64 = 1e-10;

/// One tick of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its value.
    pub value: f64,
    /// The label; may be empty, may be mathematical notation.
    pub label: String,
}

/// The ticks of an axis between its limits, visible or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AxisTicks {
    /// The major ticks, in the order of their locator.
    pub major: Vec<Tick>,
    /// The minor ticks, without those at major ones.
    pub minor: Vec<Tick>,
    /// The offset text at the end of the axis, such as `1e6`.
    pub offset: String,
}

/// The space of an axis for ticks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TickSpace {
    /// Its length in pixels.
    pub(crate) length: f64,
    /// The length that a label takes, in points.
    label_size: f64,
    /// See [`AxisView::with_step`].
    pub(crate) step: f64,
}

impl TickSpace {
    /// Of an axis of so many pixels, whose labels have this font size.
    pub(crate) fn new(direction: Direction, (length, font_size): (f64, f64), step: f64) -> Self {
        let per_label = match direction {
            Direction::X => 3.0,
            Direction::Y => 2.0,
        };
        Self {
            length,
            label_size: per_label * font_size,
            step,
        }
    }
}

/// The ticks of both axes, as returned by [`Figure::ticks`](crate::Figure::ticks).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AxesTicks {
    /// Those of x.
    pub x: AxisTicks,
    /// Those of y.
    pub y: AxisTicks,
}

impl AxisTicks {
    /// The ticks of `axis`, placed by its own `tickers` or those that it shares.
    pub(crate) fn new(
        axis: &Axis,
        tickers: Tickers<'_>,
        data: Option<DataRange>,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let (limits, axes) = (ctx.mapping.limits(), ctx.mapping.axes());
        let (limits, length) = match axis.direction() {
            Direction::X => (limits.x, axes.width),
            Direction::Y => (limits.y, axes.height),
        };
        let own = (length, ctx.style.points(axis.looks[0].label_size));
        let space = TickSpace::new(axis.direction(), tickers.room.unwrap_or(own), 1.0);
        let tickers = match (ctx.mapping.polar(), axis.direction()) {
            (Some(polar), Direction::Y) => tickers.of_radii(polar.above()),
            _ => tickers,
        };
        Self::within(tickers, limits, space, data, ctx)
    }

    /// The ticks within limits on an axis of this size.
    pub(crate) fn within(
        tickers: Tickers<'_>,
        limits: (f64, f64),
        space: TickSpace,
        data: Option<DataRange>,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let size = space.label_size;
        let points = space.length * 72.0 / ctx.dpi;
        let tick_space = if size > 0.0 {
            (points / size).floor().max(0.0) as usize
        } else {
            i32::MAX as usize
        };
        let range = data.map_or(limits, |d| (d.low, d.high));
        let mut view = AxisView::new(limits, tickers.scale)
            .with_data(range, data.map_or(f64::INFINITY, |d| d.minpos))
            .with_tick_space(tick_space)
            .with_step(space.step);
        let [major, minor] = &tickers.locators;
        let values = major.tick_values(&view);
        view.date_unit = major.date_unit(&view).unwrap_or(1.0);
        let (major, offset) = labelled(&*tickers.formatters[0], &view, &values);
        let view = view.with_major(values);
        let values = view.remove_overlapping_locs(minor.tick_values(&view));
        let (minor, _) = labelled(&*tickers.formatters[1], &view, &values);
        Self {
            major,
            minor,
            offset,
        }
    }
}

/// The ticks at those values that are inside the limits, and the offset text.
fn labelled(formatter: &dyn Formatter, view: &AxisView, values: &[f64]) -> (Vec<Tick>, String) {
    let (low, high) = view.sorted_view();
    let (low, high) = view.scale.interval((low, high));
    let tolerance = (high - low) * INSIDE_TOLERANCE;
    let inside = |value: f64| {
        let at = view.scale.transform(value);
        at >= low - tolerance && at <= high + tolerance
    };
    let visible = values.iter().filter(|value| inside(**value)).count();
    if visible > MAX_TICKS && !can_be(visible as f64) {
        return (Vec::new(), String::new());
    }
    let text = formatter.format_ticks(view, values);
    let ticks = values.iter().zip(text.labels);
    let ticks = ticks.filter(|(value, _)| inside(**value));
    let ticks = ticks.map(|(value, label)| Tick {
        value: *value,
        label,
    });
    (ticks.collect(), text.offset)
}
