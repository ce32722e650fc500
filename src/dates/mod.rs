//! Dates on an axis: numbers of days, their ticks and labels, as in `matplotlib.dates`.
//!
//! Dates of the crate [`jiff`], which is also `plotreel::dates::jiff`, and [`Datetime64`] are data like numbers: their axis gets an [`AutoDateLocator`] and an
//! [`AutoDateFormatter`], and has days since 1970-01-01 UTC as coordinates. [`date2num`] returns that number for one
//! date, for the calls that take a coordinate.
//!
//! ```
//! use plotreel::dates::jiff::civil::date;
//! use plotreel::Figure;
//! use plotreel::dates::{ConciseDateFormatter, MonthLocator, date2num};
//!
//! let mut fig = Figure::new((6.4, 4.8), 100.0);
//! let ax = fig.add_subplot(1, 1, 1)?;
//! let days = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 5, 1)];
//! let line = fig[ax].plot(&days, &[1.0, 3.0, 2.0])?;
//! fig[ax].axvline(date2num(&date(2024, 3, 1)));
//! fig[ax].set_xlim(date(2024, 1, 1), date(2024, 6, 1))?;
//! fig[ax].xaxis.set_major_locator(MonthLocator::new());
//! fig[ax].xaxis.set_major_formatter(ConciseDateFormatter::new());
//! // From frame to frame:
//! fig[line].set_data(&days[1..], &[3.0, 2.0])?;
//! # Ok::<(), plotreel::Error>(())
//! ```

mod auto_locator;
mod concise_formatter;
mod datetime64;
mod formatters;
mod locators;
mod number;
mod rule;

/// The crate of the dates.
pub use jiff;

pub use auto_locator::AutoDateLocator;
pub use concise_formatter::ConciseDateFormatter;
pub use datetime64::{Datetime64, TimeUnit};
pub use formatters::{AutoDateFormatter, DateFormatter};
pub use locators::{
    DayLocator, HourLocator, MicrosecondLocator, MinuteLocator, MonthLocator, SecondLocator,
    WeekdayLocator, YearLocator,
};
pub use number::{date2num, num2date};
pub use rule::Frequency;
