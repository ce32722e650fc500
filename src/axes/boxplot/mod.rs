//! Box plots: `boxplot`.

mod options;
mod summary;

pub use options::{BoxplotOptions, Whis};

use std::sync::Arc;

use crate::artists::patches::{Path, PathPatch};
use crate::artists::{Line2D, LineProps, LineStyle, Marker, Orientation};
use crate::axes::Axes;
use crate::color::Color;
use crate::data_limits::{DataLimits, DataRange, StickyEdges};
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Field, Series, as_many};
use crate::ticker::{FixedFormatter, FixedLocator};
use summary::Summary;

/// Points of the artists of a box, across and along the values.
struct Drawn {
    outline: Vec<(f64, f64)>,
    whiskers: [Vec<(f64, f64)>; 2],
    caps: [Vec<(f64, f64)>; 2],
    median: Vec<(f64, f64)>,
    mean: Vec<(f64, f64)>,
    fliers: Vec<(f64, f64)>,
}

impl Drawn {
    /// Of the box of this number.
    fn new(
        summary: &Summary,
        (i, (at, width)): (usize, (f64, f64)),
        options: &BoxplotOptions,
    ) -> Self {
        let (left, right) = (at - width * 0.5, at + width * 0.5);
        let (notch_left, notch_right) = (at - width * 0.25, at + width * 0.25);
        let [q1, q3] = summary.quartiles;
        let [low, high] = summary.notch;
        let median = summary.median;
        let outline = match options.notch {
            true => vec![
                (left, q1),
                (right, q1),
                (right, low),
                (notch_right, median),
                (right, high),
                (right, q3),
                (left, q3),
                (left, high),
                (notch_left, median),
                (left, low),
                (left, q1),
            ],
            false => vec![(left, q1), (right, q1), (right, q3), (left, q3), (left, q1)],
        };
        let across = |from: f64, to: f64, value: f64| vec![(from, value), (to, value)];
        let cap = options.capwidth(i).unwrap_or(0.5 * width);
        let whiskers = summary.whiskers;
        Self {
            outline,
            whiskers: [0, 1].map(|i| vec![(at, summary.quartiles[i]), (at, whiskers[i])]),
            caps: whiskers.map(|end| across(at - cap * 0.5, at + cap * 0.5, end)),
            median: match options.notch {
                true => across(notch_left, notch_right, median),
                false => across(left, right, median),
            },
            mean: match options.meanline {
                true => across(left, right, summary.mean),
                false => vec![(at, summary.mean)],
            },
            fliers: summary.fliers.iter().map(|value| (at, *value)).collect(),
        }
    }
}

/// The artists of [`Axes::boxplot`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let boxes = fig[ax].boxplot(&[[1.0, 2.0, 2.5, 4.0], [2.0, 2.1, 3.0, 9.0]])?;
/// for median in &boxes.medians {
///     fig[*median].set_color("red")?;
/// }
/// // From frame to frame:
/// boxes.set_data(&mut fig[ax], &[[1.5, 2.0, 2.5, 3.0], [1.0, 2.1, 3.0, 8.0]])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BoxplotContainer {
    /// The boxes, if they are lines.
    pub boxes: Vec<Handle<Line2D>>,
    /// The boxes, if they are filled.
    pub patches: Vec<Handle<PathPatch>>,
    /// A lower and an upper one for each box.
    pub whiskers: Vec<Handle<Line2D>>,
    /// A lower and an upper one for each box, if there are any.
    pub caps: Vec<Handle<Line2D>>,
    /// The lines at the medians.
    pub medians: Vec<Handle<Line2D>>,
    /// The means, if they are shown.
    pub means: Vec<Handle<Line2D>>,
    /// The points beyond the whiskers of each box, if they are shown.
    pub fliers: Vec<Handle<Line2D>>,
    places: Vec<(f64, f64)>,
    options: BoxplotOptions,
}

/// Points along x and y.
fn turned(points: &[(f64, f64)], orientation: Orientation) -> (Vec<f64>, Vec<f64>) {
    let points = points.iter();
    points
        .map(|(at, value)| orientation.xy(*at, *value))
        .unzip()
}

fn outline(points: &[(f64, f64)], orientation: Orientation) -> Path {
    let (x, y) = turned(points, orientation);
    let corners: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
    let mut path = Path::from_vertices(&corners);
    path.close_poly();
    path
}

impl BoxplotContainer {
    /// Replaces the data of all boxes. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of boxes; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data<S: Series>(&self, ax: &mut Axes, data: &[S]) -> Result<()> {
        as_many((data.len(), "sets of data"), (self.places.len(), "boxes"))?;
        let orientation = self.options.orientation;
        let put = |ax: &mut Axes, handle: Option<&Handle<Line2D>>, points: &[(f64, f64)]| {
            let Some(handle) = handle else {
                return Ok(());
            };
            let (x, y) = turned(points, orientation);
            ax.part_mut(*handle).set_data(&x, &y)
        };
        for (i, (data, place)) in data.iter().zip(&self.places).enumerate() {
            let summary = Summary::of(&data.values(), self.options.whis);
            let drawn = Drawn::new(&summary, (i, *place), &self.options);
            if let Some(patch) = self.patches.get(i) {
                let path = outline(&drawn.outline, orientation);
                ax.part_mut(*patch).set_path(path);
            }
            put(ax, self.boxes.get(i), &drawn.outline)?;
            for side in [0, 1] {
                put(ax, self.whiskers.get(2 * i + side), &drawn.whiskers[side])?;
                put(ax, self.caps.get(2 * i + side), &drawn.caps[side])?;
            }
            put(ax, self.medians.get(i), &drawn.median)?;
            put(ax, self.means.get(i), &drawn.mean)?;
            put(ax, self.fliers.get(i), &drawn.fliers)?;
        }
        Ok(())
    }
}

/// How far medians and means are above the rest in the drawing order.
const ABOVE: f64 = 0.1;

impl Axes {
    /// Draws a box from the lower to the upper quartile of each set of data, with a line at the median, whiskers to the
    /// last values within 1.5 heights of the box, and circles for those beyond, at x = 1, 2, ….
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let boxes = fig[ax].boxplot(&[[1.0, 2.0, 2.5, 4.0], [2.0, 2.1, 3.0, 9.0]])?;
    /// // From frame to frame:
    /// boxes.set_data(&mut fig[ax], &[[1.5, 2.0, 2.5, 3.0], [1.0, 2.1, 3.0, 8.0]])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`boxplot_with`](Self::boxplot_with).
    pub fn boxplot<S: Series>(&mut self, data: &[S]) -> Result<BoxplotContainer> {
        self.boxplot_with(data, &BoxplotOptions::default())
    }

    /// Draws boxes as [`boxplot`](Self::boxplot) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for positions, widths or labels that are not as many as the sets of data.
    pub fn boxplot_with<S: Series>(
        &mut self,
        data: &[S],
        options: &BoxplotOptions,
    ) -> Result<BoxplotContainer> {
        let places = options.places(data.len())?;
        let mut drawn = BoxplotContainer {
            boxes: Vec::new(),
            patches: Vec::new(),
            whiskers: Vec::new(),
            caps: Vec::new(),
            medians: Vec::new(),
            means: Vec::new(),
            fliers: Vec::new(),
            places,
            options: options.clone(),
        };
        for (i, data) in data.iter().enumerate() {
            let summary = Summary::of(&data.values(), options.whis);
            let points = Drawn::new(&summary, (i, drawn.places[i]), options);
            self.add_box(&points, &mut drawn)?;
        }
        if options.manage_ticks {
            self.tick_boxes(&drawn);
        }
        self.autoscale_view();
        Ok(drawn)
    }

    fn add_box(&mut self, points: &Drawn, drawn: &mut BoxplotContainer) -> Result<()> {
        let options = drawn.options.clone();
        let style = Arc::clone(&self.style);
        let marked = |points: &[(f64, f64)], props: &LineProps| -> Result<Line2D> {
            let (x, y) = turned(points, options.orientation);
            let mut line = Line2D::new(&x, &y)?;
            line.set_props(props);
            Ok(line)
        };
        let line = |points: &[(f64, f64)], props: &LineProps| -> Result<Line2D> {
            let mut line = marked(points, props)?;
            line.set_marker(Marker::None)?;
            Ok(line)
        };
        if options.showbox && options.patch_artist {
            let props = &style.boxplot_boxprops;
            let mut patch = PathPatch::new(outline(&points.outline, options.orientation));
            patch.set_edgecolor(props.color)?;
            patch.set_linestyle(props.linestyle.clone())?;
            patch.set_linewidth(props.linewidth)?;
            if style.classic_mode {
                patch.set_facecolor(Color::WHITE)?;
            }
            patch.set_zorder(2.0);
            drawn.patches.push(self.add_patch(patch));
        } else if options.showbox {
            let outline = line(&points.outline, &style.boxplot_boxprops)?;
            drawn.boxes.push(self.add_artist(outline));
        }
        for whisker in &points.whiskers {
            let whisker = line(whisker, &style.boxplot_whiskerprops)?;
            drawn.whiskers.push(self.add_artist(whisker));
        }
        for cap in points.caps.iter().filter(|_| options.showcaps) {
            let cap = line(cap, &style.boxplot_capprops)?;
            drawn.caps.push(self.add_artist(cap));
        }
        let mut median = line(&points.median, &style.boxplot_medianprops)?;
        median.set_solid_capstyle("butt")?;
        median.set_zorder(2.0 + ABOVE);
        drawn.medians.push(self.add_artist(median));
        if options.showmeans {
            let mut mean = marked(&points.mean, &style.boxplot_meanprops)?;
            mean.set_zorder(2.0 + ABOVE);
            match options.meanline {
                true => mean.set_marker(Marker::None)?,
                false => mean.set_linestyle(LineStyle::None)?,
            }
            drawn.means.push(self.add_artist(mean));
        }
        if options.showfliers {
            let fliers = marked(&points.fliers, &style.boxplot_flierprops)?;
            drawn.fliers.push(self.add_artist(fliers));
        }
        Ok(())
    }

    /// Ticks at the boxes, and limits around them.
    fn tick_boxes(&mut self, drawn: &BoxplotContainer) {
        let positions: Vec<f64> = drawn.places.iter().map(|(at, _)| *at).collect();
        let around = positions.iter().flat_map(|at| [at - 0.5, at + 0.5]);
        let range = DataRange::of(around);
        let vertical = drawn.options.orientation == Orientation::Vertical;
        let limits = match vertical {
            true => DataLimits {
                x: range,
                ..DataLimits::default()
            },
            false => DataLimits {
                y: range,
                ..DataLimits::default()
            },
        };
        self.data = self.data.union(limits);
        for (handle, at) in drawn.medians.iter().zip(&positions) {
            let sticky = Some((at - 0.5, at + 0.5));
            if let Some(median) = self.artist_mut(*handle) {
                median.sticky = match vertical {
                    true => StickyEdges { x: sticky, y: None },
                    false => StickyEdges { x: None, y: sticky },
                };
            }
        }
        let labels = match drawn.options.tick_labels.is_empty() {
            true => positions.iter().map(f64::to_string).collect(),
            false => drawn.options.tick_labels.clone(),
        };
        let axis = match vertical {
            true => &mut self.xaxis,
            false => &mut self.yaxis,
        };
        axis.set_major_locator(FixedLocator::new(positions));
        axis.set_major_formatter(FixedFormatter::new(labels));
    }
}
