//! Bars: `bar`, `barh`.

use crate::artists::{Bar, BarContainer, BarLabels, Orientation};
use crate::axes::Axes;
use crate::color::{ColorSpec, IntoColor};
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::{Angle, names, options};
use crate::series::{Field, Series, as_many};
use crate::units::AxisData;

options! {
    /// Options of bars.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::{BarAlign, BarOptions};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let options = BarOptions::new().with_width(0.4).with_align("edge")?;
    /// fig[ax].bar_with(&[0, 1], &[2.0, 3.0], &options)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct BarOptions;
    width / with_widths: numbers<Angle> = vec![0.8],
        "the widths of the bars in data coordinates: one for all or one for each (`height` of `barh`)";
    bottom / with_bottoms: value<Vec<f64>> = vec![0.0],
        "the starts of the bars in data coordinates: one for all or one for each (`left` of `barh`)";
    align / with_align: choice<BarAlign> = BarAlign::Center, "the alignment of the bars to their positions";
    color / with_colors: colors = Vec::new(),
        "the fill colours, which repeat if there are fewer than bars; none is the next one of the cycle";
}

impl BarOptions {
    /// Sets the width of all bars in data coordinates (`height` of `barh`).
    pub fn with_width(self, width: f64) -> Self {
        self.with_widths([width])
    }

    /// Sets the fill colour of all bars.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for numbers
    /// beyond 0 … 1.
    pub fn with_color(self, color: impl IntoColor) -> Result<Self> {
        self.with_colors([color])
    }

    /// Sets the start of all bars in data coordinates (`left` of `barh`).
    pub fn with_bottom(self, bottom: f64) -> Self {
        self.with_bottoms([bottom])
    }

    pub(super) fn colors(&self) -> &[ColorSpec] {
        &self.color
    }

    /// Bars of these lengths at these places.
    pub(super) fn bars(
        &self,
        places: &[f64],
        lengths: &[f64],
        orientation: Orientation,
    ) -> Result<Vec<Bar>> {
        self.check_options()?;
        let n = places.len();
        for (what, values) in [
            ("lengths", lengths),
            ("widths", &self.width),
            ("bottoms", &self.bottom),
        ] {
            if values.len() != 1 {
                as_many((values.len(), what), (n, "bars"))?;
            }
        }
        let at = |values: &[f64], i: usize| values[i % values.len()];
        let bar = |i: usize| {
            let (breadth, base, length) = (at(&self.width, i), at(&self.bottom, i), at(lengths, i));
            let side = match self.align {
                BarAlign::Center => places[i] - breadth / 2.0,
                BarAlign::Edge => places[i],
            };
            match orientation {
                Orientation::Vertical => Bar {
                    x: side,
                    y: base,
                    width: breadth,
                    height: length,
                },
                Orientation::Horizontal => Bar {
                    x: base,
                    y: side,
                    width: length,
                    height: breadth,
                },
            }
        };
        Ok((0..n).map(bar).collect())
    }
}

/// The alignment of bars to their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BarAlign {
    /// Centred at the positions.
    #[default]
    Center,
    /// With their left or lower edges at the positions.
    Edge,
}

names! {
    BarAlign, "align", "center or edge";
    Center: "center",
    Edge: "edge",
}

impl Axes {
    /// Draws bars of these heights from y = 0, 0.8 wide and centred at x, in the next colour of the cycle for
    /// areas.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let bars = fig[ax].bar(&[0, 1, 2], &[3.0, 1.0, 2.0])?;
    /// fig[bars].set_color_at(1, "tab:orange")?;
    /// // From frame to frame:
    /// fig[bars].set_heights(&[2.5, 1.5, 2.0])?;
    /// fig[bars].set_height_at(0, 4.0)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) if the numbers of x and heights differ, unless there is one height for
    /// all.
    pub fn bar(
        &mut self,
        x: &(impl AxisData + ?Sized),
        height: &(impl Series + ?Sized),
    ) -> Result<Handle<BarContainer>> {
        self.bar_with(x, height, &BarOptions::default())
    }

    /// Draws bars as [`bar`](Self::bar) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for options whose number of values differs from that of x;
    /// [`Error::Setting`](crate::Error::Setting) for widths that are not finite.
    pub fn bar_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        height: &(impl Series + ?Sized),
        options: &BarOptions,
    ) -> Result<Handle<BarContainer>> {
        let places = self.xaxis.convert_units(x)?;
        self.add_bars(&places, &height.values(), options, Orientation::Vertical)
    }

    /// Draws bars of these widths from x = 0, 0.8 high and centred at y.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let bars = fig[ax].barh(&[0, 1, 2], &[3.0, 1.0, 2.0])?;
    /// // From frame to frame, in a race the places too:
    /// fig[bars].set_widths(&[2.5, 3.5, 2.0])?;
    /// fig[bars].set_ys(&[1.0, 2.0, 0.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`bar`](Self::bar).
    pub fn barh(
        &mut self,
        y: &(impl AxisData + ?Sized),
        width: &(impl Series + ?Sized),
    ) -> Result<Handle<BarContainer>> {
        self.barh_with(y, width, &BarOptions::default())
    }

    /// Draws bars as [`barh`](Self::barh) does, with options.
    ///
    /// # Errors
    /// As [`bar_with`](Self::bar_with).
    pub fn barh_with(
        &mut self,
        y: &(impl AxisData + ?Sized),
        width: &(impl Series + ?Sized),
        options: &BarOptions,
    ) -> Result<Handle<BarContainer>> {
        let places = self.yaxis.convert_units(y)?;
        self.add_bars(&places, &width.values(), options, Orientation::Horizontal)
    }

    /// Labels bars with their values, beyond their ends; the labels follow the bars.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let bars = fig[ax].bar(&[0, 1, 2], &[3.0, 1.0, 2.0])?;
    /// let labels = fig[ax].bar_label(bars);
    /// fig[labels].set_fmt("%.1f m")?;
    /// // From frame to frame; the labels change, too:
    /// fig[bars].set_heights(&[2.5, 1.5, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Panics
    /// If the bars are not in these axes.
    #[track_caller]
    pub fn bar_label(&mut self, bars: Handle<BarContainer>) -> Handle<BarLabels> {
        self.part(bars);
        self.push(BarLabels::new(bars))
    }

    /// Draws bars of these lengths at these places.
    pub(super) fn add_bars(
        &mut self,
        places: &[f64],
        lengths: &[f64],
        options: &BarOptions,
        orientation: Orientation,
    ) -> Result<Handle<BarContainer>> {
        let bars = options.bars(places, lengths, orientation)?;
        let colors = match options.colors() {
            [] => vec![self.next_patch_color()],
            colors => colors.to_vec(),
        };
        Ok(self.add_artist(BarContainer::new(bars, orientation, colors)))
    }
}
