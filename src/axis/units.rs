//! What the coordinates of an axis are: numbers, dates, or categories.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::axis::Axis;
use crate::dates::{AutoDateFormatter, AutoDateLocator};
use crate::error::{Error, Result};
use crate::series::Units;
use crate::stamp::Stamp;
use crate::ticker::{Categories, Formatter, Locator, StrCategoryFormatter, StrCategoryLocator};
use crate::units::AxisData;

/// What the coordinates of an axis are.
#[derive(Debug, Clone, Default)]
pub(crate) enum AxisUnits {
    #[default]
    Numbers,
    Dates(Option<TimeZone>),
    Categories(Arc<Categories>),
}

impl Axis {
    /// The coordinates of data on this axis, as its plotting calls convert them: numbers as they are, dates as days
    /// since 1970-01-01 UTC, and categories as their numbers; new categories are added.
    ///
    /// The first dates or categories make the axis one of dates or of categories: it gets their ticks and labels,
    /// unless others were set. Numbers are allowed on any axis.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let x = fig[ax].xaxis.convert_units(&["low", "high", "low"])?;
    /// assert_eq!(x, [0.0, 1.0, 0.0]);
    /// assert_eq!(fig[ax].xaxis.categories(), ["low", "high"]);
    /// assert!(fig[ax].xaxis.convert_units(&[jiff::civil::date(2024, 1, 1)]).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for dates on an axis of categories, and for categories on one of dates.
    pub fn convert_units(&mut self, data: &(impl AxisData + ?Sized)) -> Result<Vec<f64>> {
        match data.names() {
            Some(names) => self.categorize(&names),
            None => {
                self.use_units(data.number_units())?;
                Ok(data.numbers())
            }
        }
    }

    /// The names of its categories, in their order along the axis.
    pub fn categories(&self) -> &[String] {
        match &self.units.value {
            AxisUnits::Categories(categories) => categories.names(),
            _ => &[],
        }
    }

    /// Makes it an axis of dates, as dates that are plotted do (`xaxis_date`), in a time zone or in UTC.
    ///
    /// # Errors
    /// [`Error::Setting`] for an axis of categories.
    pub fn axis_date(&mut self, zone: Option<TimeZone>) -> Result<()> {
        self.use_units(Units::Dates(zone))
    }

    /// Prepares the axis for data of these units.
    pub(crate) fn use_units(&mut self, units: Units) -> Result<()> {
        let Units::Dates(zone) = units else {
            return Ok(());
        };
        match &self.units.value {
            AxisUnits::Categories(_) => Err(Error::Setting {
                name: "data on an axis of categories",
                value: "dates".into(),
                expected: "names of categories, or numbers that count them from 0",
            }),
            AxisUnits::Dates(known) if known.is_some() || zone.is_none() => Ok(()),
            _ => {
                self.units.set(AxisUnits::Dates(zone));
                self.use_unit_tickers();
                Ok(())
            }
        }
    }

    fn categorize(&mut self, names: &[&str]) -> Result<Vec<f64>> {
        let mut categories = match &self.units.value {
            AxisUnits::Numbers => Arc::default(),
            AxisUnits::Categories(categories) => categories.clone(),
            AxisUnits::Dates(_) => {
                return Err(Error::Setting {
                    name: "data on an axis of dates",
                    value: "names of categories".into(),
                    expected: "dates, or numbers of days since 1970-01-01",
                });
            }
        };
        let before = categories.names().len();
        let places = names.iter().map(|name| {
            let place = categories.find(name);
            place.unwrap_or_else(|| Arc::make_mut(&mut categories).place(name)) as f64
        });
        let places = places.collect();
        let new = matches!(self.units.value, AxisUnits::Numbers);
        if new || categories.names().len() > before {
            self.units.set(AxisUnits::Categories(categories));
            self.use_unit_tickers();
        }
        Ok(places)
    }

    /// The locator and the formatter of major (0) or minor (1) ticks unless others are set: those of units, or of the
    /// scale.
    pub(crate) fn usual(&self, group: usize) -> (Box<dyn Locator>, Box<dyn Formatter>) {
        match &self.units.value {
            AxisUnits::Numbers => self.scale_tickers(group),
            _ if group > 0 => self.scale_tickers(group),
            AxisUnits::Dates(zone) => {
                let zone = zone.clone().unwrap_or(TimeZone::UTC);
                let locator = AutoDateLocator::new().with_tz(zone.clone());
                (
                    Box::new(locator),
                    Box::new(AutoDateFormatter::new().with_tz(zone)),
                )
            }
            AxisUnits::Categories(categories) => (
                Box::new(StrCategoryLocator::of(categories.clone())),
                Box::new(StrCategoryFormatter::of(categories.clone())),
            ),
        }
    }

    /// Sets the locator and the formatter of the units where no others were set.
    fn use_unit_tickers(&mut self) {
        let (locator, formatter) = self.usual(0);
        let ticker = &mut self.tickers[0];
        let [own_locator, own_formatter] = &mut self.unit_stamps;
        let free = |stamp: Stamp, own: Stamp| stamp == own || stamp == Stamp::default();
        if free(ticker.locator.stamp, *own_locator) {
            ticker.locator.set(locator);
            *own_locator = ticker.locator.stamp;
        }
        if free(ticker.formatter.stamp, *own_formatter) {
            ticker.formatter.set(formatter);
            *own_formatter = ticker.formatter.stamp;
        }
    }
}
