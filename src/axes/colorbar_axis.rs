//! What a colorbar shows: colours, limits and ticks of a norm.

use std::sync::Arc;

use crate::artists::ScalarMappable;
use crate::axes::Colorbar;
use crate::axis::{Axis, AxisTicks, Direction, Part, Tickers};
use crate::color::{Color, Norm};
use crate::error::Result;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::ticker::{
    AutoLocator, AxisView, FixedLocator, Formatter, Locator, NullFormatter, NullLocator,
    ScalarFormatter, TickLabels, nonsingular,
};

/// What a colorbar shows in a frame.
#[derive(Debug, Clone)]
pub(crate) struct Shown<'a> {
    mappable: ScalarMappable<'a>,
    /// The mappable's, with limits that are apart.
    norm: Norm,
    vertical: bool,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(colorbar: &Colorbar, mappable: ScalarMappable<'a>) -> Self {
        let mut norm = mappable.norm.clone();
        let (vmin, vmax) = norm.clim();
        let (vmin, vmax) = match (vmin, vmax) {
            (Some(vmin), Some(vmax)) => nonsingular(vmin, vmax, 0.1, 1e-15, true),
            _ => (0.0, 1.0),
        };
        norm.set_clim(Some(vmin), Some(vmax));
        Self {
            mappable,
            norm,
            vertical: colorbar.vertical,
        }
    }

    /// Whether its long axis is this one.
    pub(crate) fn is_along(&self, direction: Direction) -> bool {
        self.vertical == (direction == Direction::Y)
    }

    pub(crate) fn alpha(&self) -> Option<f64> {
        self.mappable.alpha
    }

    /// The colours from the lower limit to the upper one, each of which takes the same room.
    pub(crate) fn colors(&self) -> Result<Vec<Color>> {
        let colors = self.mappable.cmap.colors();
        let Some(boundaries) = self.norm.boundaries() else {
            return Ok(colors);
        };
        let middles: Vec<f64> = boundaries.windows(2).map(|b| 0.5 * (b[0] + b[1])).collect();
        let mut places = vec![0; middles.len()];
        let indexer = self.norm.indexer(colors.len())?;
        indexer.indices(&middles, true, &mut places);
        let color = |place: &u32| colors.get(*place as usize).copied();
        Ok(places.iter().filter_map(color).collect())
    }

    /// The colours under and over the limits.
    pub(crate) fn ends(&self) -> [Color; 2] {
        self.mappable.cmap.ends()
    }

    /// The limits along the long axis.
    pub(crate) fn limits(&self) -> (f64, f64) {
        match (self.norm.axis_scale(), self.norm.clim()) {
            (Some(_), (Some(vmin), Some(vmax))) => (vmin, vmax),
            _ => (0.0, 1.0),
        }
    }

    /// Scale, locators and formatters of the long axis; those that were set on it count first.
    ///
    /// Where no scale does what the norm does, the axis is that of the normalised values, and locators and formatters
    /// are told the data's.
    pub(crate) fn tickers<'b>(&self, axis: &'b Axis) -> Tickers<'b> {
        let scale = self.norm.axis_scale();
        let own = scale.unwrap_or_default();
        let locators = [0, 1].map(|group| {
            let set = &axis.tickers[group].locator;
            let is_set = set.stamp != Stamp::default();
            match scale {
                Some(_) if is_set => Part::Set(&*set.value),
                Some(_) if group == 0 => Part::Made(Arc::from(own.major_locator())),
                Some(_) => Part::Made(Arc::from(own.minor_locator())),
                None => Part::Made(Arc::new(ByNorm {
                    inner: match is_set {
                        true => set.value.clone(),
                        false => self.default_locator(group),
                    },
                    norm: self.norm.clone(),
                }) as Arc<dyn Locator>),
            }
        });
        let formatters = [0, 1].map(|group| {
            let set = &axis.tickers[group].formatter;
            let is_set = set.stamp != Stamp::default();
            match scale {
                Some(_) if is_set => Part::Set(&*set.value),
                Some(_) if group == 0 => Part::Made(Arc::from(own.major_formatter())),
                Some(_) => Part::Made(Arc::from(own.minor_formatter())),
                None => Part::Made(Arc::new(ByNorm {
                    inner: match (is_set, group) {
                        (true, _) => set.value.clone(),
                        (_, 0) => Box::new(ScalarFormatter::new()) as Box<dyn Formatter>,
                        _ => Box::new(NullFormatter),
                    },
                    norm: self.norm.clone(),
                }) as Arc<dyn Formatter>),
            }
        });
        Tickers {
            scale: own,
            locators,
            formatters,
        }
    }

    fn default_locator(&self, group: usize) -> Box<dyn Locator> {
        match (self.norm.boundaries(), group) {
            (Some(boundaries), 0) => Box::new(FixedLocator::new(boundaries).with_nbins(10)),
            (Some(boundaries), _) => Box::new(FixedLocator::new(boundaries)),
            (None, 0) => Box::new(AutoLocator::new()),
            (None, _) => Box::new(NullLocator),
        }
    }

    /// Ticks of the long axis with their values as data.
    pub(crate) fn in_data(&self, mut ticks: AxisTicks) -> AxisTicks {
        if self.norm.axis_scale().is_none() {
            for tick in ticks.major.iter_mut().chain(&mut ticks.minor) {
                tick.value = self.norm.inverse(tick.value);
            }
        }
        ticks
    }
}

/// A locator or formatter of data on an axis of normalised values.
#[derive(Debug, Clone)]
struct ByNorm<T> {
    inner: T,
    norm: Norm,
}

impl<T> ByNorm<T> {
    fn view(&self, axis: &AxisView) -> AxisView {
        let inverse = |(a, b): (f64, f64)| (self.norm.inverse(a), self.norm.inverse(b));
        let major: Vec<f64> = axis.major.iter().map(|y| self.norm.inverse(*y)).collect();
        AxisView::new(inverse(axis.view), Scale::Linear)
            .with_tick_space(axis.tick_space)
            .with_major(major)
    }
}

impl Locator for ByNorm<Box<dyn Locator>> {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let values = self.inner.tick_values(&self.view(axis));
        values.into_iter().map(|x| self.norm.forward(x)).collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

impl Formatter for ByNorm<Box<dyn Formatter>> {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let values: Vec<f64> = locs.iter().map(|y| self.norm.inverse(*y)).collect();
        self.inner.format_ticks(&self.view(axis), &values)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
