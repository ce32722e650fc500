//! A second axis of other axes, in other units.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::artists::Coords;
use crate::axes::conversion::{Conversion, Converted};
use crate::axes::{Axes, AxesBase, Inset, Position, Side};
use crate::axis::{AxisSide, AxisTicks, Direction, SetOrMade, TickParams, Tickers};
use crate::color::IntoColor;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::properties;
use crate::scale::{Functions, Scale};
use crate::stamp::Stamp;
use crate::style::Style;
use crate::ticker::{Formatter, Locator, NullLocator};

/// The height of a horizontal one, as a fraction of its axes.
const THICKNESS: f64 = 1e-10;

/// The place of a secondary axis in its axes: a side, or a fraction from the left or from the bottom.
///
/// ```
/// use plotreel::axes::SecondaryLocation;
///
/// assert!(SecondaryLocation::try_from("top").is_ok());
/// assert!(SecondaryLocation::try_from("middle").is_err());
/// let below = SecondaryLocation::from(-0.2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondaryLocation {
    fraction: f64,
    /// If it was given by a side: the axis along which that lies.
    direction: Option<Direction>,
}

impl From<f64> for SecondaryLocation {
    fn from(fraction: f64) -> Self {
        Self {
            fraction,
            direction: None,
        }
    }
}

impl From<Side> for SecondaryLocation {
    fn from(side: Side) -> Self {
        Self {
            fraction: side.order() as f64,
            direction: Some(side.direction()),
        }
    }
}

impl TryFrom<&str> for SecondaryLocation {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Ok(text.parse::<Side>()?.into())
    }
}

/// From the values of axes to those of a secondary axis, and back.
#[derive(Debug, Clone)]
struct ToldFunctions {
    functions: Functions,
    /// Whether it was said that the limits have no values by them.
    told: Arc<AtomicBool>,
}

impl From<Functions> for ToldFunctions {
    fn from(functions: Functions) -> Self {
        Self {
            functions,
            told: Arc::default(),
        }
    }
}

/// The functions, and the scale of what is shown.
#[derive(Debug, Clone)]
struct ByFunctions {
    by: ToldFunctions,
    scale: Scale,
}

impl ByFunctions {
    fn of<T>(&self, inner: T) -> Converted<T, Self> {
        Converted {
            inner,
            conversion: self.clone(),
        }
    }
}

impl Conversion for ByFunctions {
    fn forward(&self, value: f64) -> f64 {
        self.by.functions.forward(value)
    }

    fn inverse(&self, shown: f64) -> f64 {
        self.by.functions.inverse(shown)
    }

    fn scale(&self) -> Scale {
        self.scale.clone()
    }

    fn is_news(&self) -> bool {
        !self.by.told.swap(true, Ordering::Relaxed)
    }
}

/// A second x or y axis of axes, which shows their values in another unit:
/// [`FigureBase::secondary_xaxis`](crate::figure::FigureBase::secondary_xaxis).
///
/// Its limits and its scale follow those of the axes, so that limits that are set on it have no effect. Its ticks, their
/// labels and its label are those of [`xaxis`](AxesBase::xaxis) or [`yaxis`](AxesBase::yaxis).
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].set_xlim(0.0, 100.0)?;
/// let fahrenheit = fig.secondary_xaxis(ax, "top")?;
/// fig[fahrenheit].set_functions(|celsius| 1.8 * celsius + 32.0, |f| (f - 32.0) / 1.8);
/// fig[fahrenheit].set_xlabel("°F");
/// assert_eq!(fig.ticks(fahrenheit)?.x.major[0].value, 40.0);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SecondaryAxis {
    pub(super) axes: Axes,
    direction: Direction,
    functions: ToldFunctions,
    /// When the functions were set.
    pub(super) set: Stamp,
}

properties! {
    impl[] SecondaryAxis, in axes.base: AxesBase;
}

impl SecondaryAxis {
    /// The axis along x or y, with the values of `parent`.
    pub(crate) fn new(
        parent: &AxesBase,
        (handle, direction): (Handle<AxesBase>, Direction),
        location: SecondaryLocation,
        style: Arc<Style>,
    ) -> Result<Self> {
        let mut axes = Axes::new(Position::Rect([0.0; 4]), handle, style);
        axes.set_patch_visible(false);
        let mut secondary = Self {
            axes,
            direction,
            functions: Functions::new(|value| value, |value| value).into(),
            set: Stamp::default(),
        };
        secondary.position = Position::Inset(Inset {
            parent: parent.handle.axes,
            generation: parent.generation,
            bounds: [0.0; 4],
            coords: Coords::AxesFraction.into(),
        });
        secondary.set_location(location)?;
        let far = location.fraction >= 0.5;
        secondary.align(if far {
            AxisSide::Second
        } else {
            AxisSide::First
        })?;
        secondary.hide_other();
        Ok(secondary)
    }

    /// Hides the axis across and its spines.
    fn hide_other(&mut self) {
        let other = match self.direction {
            Direction::X => &mut self.yaxis,
            Direction::Y => &mut self.xaxis,
        };
        other.set_major_locator(NullLocator);
        other.set_minor_locator(NullLocator);
        let nothing = TickParams::of_both().with_ticks(false, false);
        other.set_tick_params(&nothing.with_labels(false, false));
        for side in Side::ALL {
            if side.direction() != self.direction {
                self.axes.spine_mut(side).set_visible(false);
            }
        }
    }

    /// Moves it: to a side of the axes, by its name, or to a fraction of these from the left or from the bottom.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let axis = fig.secondary_yaxis(ax, "right")?;
    /// fig[axis].set_location(1.15)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for a side on which it can't be, for numbers that are not finite, and after `set_position`.
    pub fn set_location<L: TryInto<SecondaryLocation>>(&mut self, location: L) -> Result<()>
    where
        Error: From<L::Error>,
    {
        let location: SecondaryLocation = location.try_into()?;
        let at = location.fraction;
        let fits = location
            .direction
            .is_none_or(|along| along == self.direction);
        if !fits || !at.is_finite() {
            return Err(Error::Setting {
                name: "the location of a secondary axis",
                value: format!("{location:?}"),
                expected: "top, bottom or a finite number for x, left, right or a finite number for y",
            });
        }
        let Position::Inset(inset) = &mut self.axes.position else {
            return Err(Error::Setting {
                name: "the location of a secondary axis",
                value: format!("{location:?}"),
                expected: "no location: set_position has given it a place in the figure",
            });
        };
        inset.bounds = match self.direction {
            Direction::X => [0.0, at, 1.0, THICKNESS],
            Direction::Y => [at, 0.0, THICKNESS, 1.0],
        };
        Ok(())
    }

    /// Sets the side on which its ticks and its label are.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_alignment<S: TryInto<AxisSide>>(&mut self, side: S) -> Result<()>
    where
        Error: From<S::Error>,
    {
        self.align(side.try_into()?)
    }

    fn align(&mut self, side: AxisSide) -> Result<()> {
        let near = side == AxisSide::First;
        let [first, second] = Side::of(self.direction);
        self.axes.spine_mut(first).set_visible(near);
        self.axes.spine_mut(second).set_visible(!near);
        let direction = self.direction;
        let axis = self.axis_mut(direction);
        axis.set_ticks_position(side);
        axis.set_label_position(side)
    }

    /// Sets the function from the values of the axes to its own, and the inverse of it. Both have to be monotonic.
    pub fn set_functions(
        &mut self,
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) {
        self.functions = Functions::new(forward, inverse).into();
        self.set = Stamp::next();
    }

    /// Sets the colour of its line, its ticks, their labels and its label.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        let color = color.into_color()?;
        let params = TickParams::of_both()
            .with_color(color)?
            .with_labelcolor(color)?;
        for side in Side::of(self.direction) {
            self.axes.spine_mut(side).set_color(color)?;
        }
        let direction = self.direction;
        let axis = self.axis_mut(direction);
        axis.set_tick_params(&params);
        axis.set_label_color(color)
    }

    /// Whether this is the axis that it shows.
    pub(crate) fn is_along(&self, direction: Direction) -> bool {
        self.direction == direction
    }

    /// Scale, locators and formatters on an axis with the values of the axes, which have this scale.
    pub(crate) fn tickers(&self, scale: Scale) -> Tickers<'_> {
        let axis = self.axis(self.direction);
        // As in the reference, all others but the logarithmic one have the ticks of a linear one.
        let own = match scale {
            Scale::Log { .. } => Scale::log(),
            _ => Scale::Linear,
        };
        let conversion = ByFunctions {
            by: self.functions.clone(),
            scale: own.clone(),
        };
        let is_log = own != Scale::Linear;
        let ours = [
            (own.major_locator(), own.major_formatter()),
            (own.minor_locator(), own.minor_formatter()),
        ];
        let [major, minor] = [0, 1].map(|group| {
            let (set, of_scale) = (&axis.tickers[group], &ours[group]);
            let is_made = |stamp: Stamp| is_log && stamp == Stamp::default();
            let locator = match is_made(set.locator.stamp) {
                true => of_scale.0.clone(),
                false => set.locator.value.clone(),
            };
            let formatter = match is_made(set.formatter.stamp) {
                true => of_scale.1.clone(),
                false => set.formatter.value.clone(),
            };
            (conversion.of(locator), conversion.of(formatter))
        });
        let (locators, formatters) = ([major.0, minor.0], [major.1, minor.1]);
        Tickers {
            scale,
            locators: locators.map(|part| SetOrMade::Made(Arc::new(part) as Arc<dyn Locator>)),
            formatters: formatters
                .map(|part| SetOrMade::Made(Arc::new(part) as Arc<dyn Formatter>)),
            room: None,
        }
    }

    /// Limits of the axes as it shows them.
    pub(crate) fn in_own_unit(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let functions = &self.functions.functions;
        (functions.forward(from), functions.forward(to))
    }

    /// Ticks with their values as it shows them.
    pub(crate) fn ticks_in_own_unit(&self, mut ticks: AxisTicks) -> AxisTicks {
        for tick in ticks.major.iter_mut().chain(&mut ticks.minor) {
            tick.value = self.functions.functions.forward(tick.value);
        }
        ticks
    }
}
