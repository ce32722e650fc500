//! Aspect: how the axes' box and limits are fitted to each other.

use crate::error::{Error, Result};
use crate::mapping::{AxesBox, Limits};
use crate::properties::{PropertyType, Value, names, refused};
use crate::scale::Scale;

/// The ratio of a data unit's height to its width, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Aspect {
    /// The data fill the axes.
    #[default]
    Auto,
    /// Units of both axes have the same length.
    Equal,
    /// A unit of y is this many times as long as one of x.
    Ratio(f64),
}

impl Aspect {
    fn ratio(self) -> Option<f64> {
        match self {
            Self::Auto => None,
            Self::Equal => Some(1.0),
            Self::Ratio(ratio) => usable(ratio),
        }
    }
}

impl TryFrom<&str> for Aspect {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Self::read("aspect", &text.into())
    }
}

impl PropertyType for Aspect {
    const TAKES: &'static str = "auto, equal or a number above 0";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) if text == "auto" => Ok(Self::Auto),
            Value::Text(text) if text == "equal" => Ok(Self::Equal),
            Value::Number(ratio) => Ok(Self::Ratio(*ratio)),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<Aspect> for Value {
    fn from(aspect: Aspect) -> Self {
        match aspect {
            Aspect::Auto => "auto".into(),
            Aspect::Equal => "equal".into(),
            Aspect::Ratio(ratio) => ratio.into(),
        }
    }
}

impl From<f64> for Aspect {
    fn from(ratio: f64) -> Self {
        Self::Ratio(ratio)
    }
}

/// What is adjusted to a fixed aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Adjustable {
    /// The axes' box shrinks.
    #[default]
    Box,
    /// The limits grow or shrink.
    Datalim,
}

names! {
    Adjustable, "adjustable", "box or datalim";
    Box: "box",
    Datalim: "datalim",
}

/// The aspect of an axes, and how it is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AspectRule {
    pub(crate) aspect: Aspect,
    pub(crate) box_aspect: Option<f64>,
    pub(crate) adjustable: Adjustable,
    /// The position of a smaller box in its place: fractions of the free space.
    pub(crate) anchor: (f64, f64),
}

/// Which limits an axes shares, and so may not change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared {
    pub(crate) x: bool,
    pub(crate) y: bool,
}

/// The limits of an axes and what they come from, in the units of its scales.
pub(crate) struct View {
    pub(crate) limits: Limits,
    pub(crate) scales: (Scale, Scale),
    /// Length of the data's range along x and y, in the scales' units.
    pub(crate) data: (f64, f64),
}

impl View {
    fn sizes(&self) -> (f64, f64) {
        let size = |scale: &Scale, (a, b): (f64, f64)| {
            (scale.transform(b) - scale.transform(a)).abs().max(1e-30)
        };
        (
            size(&self.scales.0, self.limits.x),
            size(&self.scales.1, self.limits.y),
        )
    }
}

impl AspectRule {
    /// The box and the limits that keep the aspect, as `Axes.apply_aspect`.
    pub(crate) fn apply(&self, place: AxesBox, view: View, shared: Shared) -> (AxesBox, Limits) {
        let aspect = self.aspect.ratio();
        if self.adjustable == Adjustable::Box {
            let (width, height) = view.sizes();
            let box_aspect = self.box_aspect.and_then(usable);
            let ratio = box_aspect.or(aspect.map(|a| a * height / width));
            let place = ratio.map_or(place, |ratio| place.shrunk_to_aspect(ratio, self.anchor));
            return (place, view.limits);
        }
        let place = self
            .box_aspect
            .and_then(usable)
            .map_or(place, |ratio| place.shrunk_to_aspect(ratio, self.anchor));
        match aspect {
            Some(aspect) => (
                place,
                adjusted(place.height / place.width / aspect, view, shared),
            ),
            None => (place, view.limits),
        }
    }
}

/// A valid ratio of a box: others are treated as not set.
fn usable(ratio: f64) -> Option<f64> {
    (ratio.is_finite() && ratio > 0.0).then_some(ratio)
}

/// The limits with the ratio of their lengths, height to width, made `ratio`.
fn adjusted(ratio: f64, view: View, shared: Shared) -> Limits {
    let (width, height) = view.sizes();
    let expander = ratio * width / height - 1.0;
    if expander.abs() < 0.005 || (shared.x && shared.y) {
        return view.limits;
    }
    let (wanted_height, wanted_width) = (ratio * width, height / ratio);
    // The reference leaves a twentieth around the data before it cuts limits.
    let (data_width, data_height) = (1.05 * view.data.0, 1.05 * view.data.1);
    let by_room = if width > data_width && height > data_height {
        (wanted_height > data_height && expander < 0.0)
            || (wanted_width < data_width && expander > 0.0)
    } else {
        expander > 0.0
    };
    let mut limits = view.limits;
    if !shared.y && (shared.x || by_room) {
        limits.y = around_middle(&view.scales.1, limits.y, wanted_height);
    } else {
        limits.x = around_middle(&view.scales.0, limits.x, wanted_width);
    }
    limits
}

/// Limits of this length, in the scale's units, with the same middle and direction.
fn around_middle(scale: &Scale, (from, to): (f64, f64), length: f64) -> (f64, f64) {
    let (a, b) = (scale.transform(from), scale.transform(to));
    let half = length / 2.0 * if a > b { -1.0 } else { 1.0 };
    let middle = 0.5 * (a + b);
    (scale.inverse(middle - half), scale.inverse(middle + half))
}
