//! Correlations of signals: `xcorr`, `acorr`.

use crate::artists::{Line2D, LineCollection, LineStyle, Marker};
use crate::axes::Axes;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::options;
use crate::series::{Field, Series};
use crate::spectral::{Detrend, xcorr};

options! {
    /// Options of [`Axes::xcorr_with`].
    ///
    /// ```
    /// use plotreel::axes::XcorrOptions;
    ///
    /// let options = XcorrOptions::new().with_maxlags(50).with_detrend("mean")?.with_usevlines(false);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct XcorrOptions;
    normed / with_normed: flag = true, "whether correlations are divided by the norms of the signals";
    detrend / with_detrend: choice<Detrend> = Detrend::None, "what is taken away from the signals";
    usevlines / with_usevlines: flag = true, "whether there are lines from 0, rather than markers";
    maxlags / with_maxlags: maybe_count = Some(10), "the greatest lag; `None` is the greatest that there is";
}

/// The artists of [`Axes::xcorr`] and [`Axes::acorr`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let wave = |t: f64| (0..100).map(|i| (f64::from(i) * 0.5 + t).sin()).collect::<Vec<_>>();
/// let lines = fig[ax].xcorr(&wave(0.0), &wave(0.1))?;
/// // From frame to frame:
/// lines.set_data(&mut fig[ax], &wave(0.0), &wave(0.2))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct XcorrContainer {
    /// The lines from 0, if there are any.
    pub lines: Option<Handle<LineCollection>>,
    /// The markers, if there are any.
    pub markers: Option<Handle<Line2D>>,
    /// The line at 0, if there are lines from it.
    pub baseline: Option<Handle<Line2D>>,
    options: XcorrOptions,
}

impl XcorrContainer {
    /// Shows the correlations of other signals. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`xcorr`]; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(
        &self,
        ax: &mut Axes,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        let (lags, found) = self.options.found(x, y)?;
        if let Some(lines) = self.lines {
            ax.part_mut(lines).set_segments(stems(&lags, &found));
        }
        match self.markers {
            Some(markers) => ax.part_mut(markers).set_data(&lags, &found),
            None => Ok(()),
        }
    }
}

impl XcorrOptions {
    fn found(
        &self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<(Vec<f64>, Vec<f64>)> {
        self.check_options()?;
        let maxlags = self.maxlags.unwrap_or(x.len().saturating_sub(1));
        xcorr(x, y, maxlags, self.normed, self.detrend)
    }
}

fn stems(lags: &[f64], found: &[f64]) -> Vec<[(f64, f64); 2]> {
    let ends = lags.iter().zip(found);
    ends.map(|(lag, value)| [(*lag, 0.0), (*lag, *value)])
        .collect()
}

impl Axes {
    /// Draws the correlations of two signals at lags from -10 to 10, as lines from 0.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave = |t: f64| (0..100).map(|i| (f64::from(i) * 0.5 + t).sin()).collect::<Vec<_>>();
    /// fig[ax].xcorr(&wave(0.0), &wave(1.0))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn xcorr(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<XcorrContainer> {
        self.xcorr_with(x, y, &XcorrOptions::default())
    }

    /// Draws correlations as [`xcorr`](Self::xcorr) does, with options.
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn xcorr_with(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        options: &XcorrOptions,
    ) -> Result<XcorrContainer> {
        let (lags, found) = options.found(x, y)?;
        let mut container = XcorrContainer {
            lines: None,
            markers: None,
            baseline: None,
            options: options.clone(),
        };
        if options.usevlines {
            container.lines = Some(self.add_artist(LineCollection::new(stems(&lags, &found))));
            container.baseline = Some(self.axhline(0.0));
        } else {
            let markers = self.plot(&lags, &found)?;
            let line = self.part_mut(markers);
            line.set_marker(Marker::Circle)?;
            line.set_linestyle(LineStyle::None)?;
            container.markers = Some(markers);
        }
        Ok(container)
    }

    /// Draws the correlations of a signal with itself at lags from -10 to 10, as lines from 0.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave: Vec<f64> = (0..100).map(|i| (f64::from(i) * 0.5).sin()).collect();
    /// let lines = fig[ax].acorr(&wave)?;
    /// // From frame to frame:
    /// lines.set_data(&mut fig[ax], &wave[1..], &wave[1..])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn acorr(&mut self, x: &(impl Series + ?Sized)) -> Result<XcorrContainer> {
        let x = x.values();
        self.xcorr(&x, &x)
    }
}
