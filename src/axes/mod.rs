//! Axes: the common base, and those with x and y.

mod annotate;
mod any;
mod artists;
mod aspect;
mod bars;
mod boxplot;
mod collections;
mod colorbar;
mod colorbar_axis;
mod colorbar_room;
mod conversion;
mod errorbar;
mod events;
mod fields;
mod fitting;
mod hexbin;
mod hist;
mod hist2d;
mod inset;
mod legend;
mod limits;
mod list;
mod lists;
mod look;
mod part_handles;
mod pie;
mod placed;
mod plot;
mod polar;
mod secondary;
mod settings;
mod space;
mod specgram;
mod spectra;
mod spine;
mod stackplot;
mod stairs;
mod stem;
mod streamplot;
mod table;
mod ticks;
mod title;
mod triangles;
mod units;
mod vector_fields;
mod violinplot;
mod xcorr;

pub use crate::artists::extend::Extend;
pub use crate::artists::streamplot::{IntegrationDirection, StreamplotOptions};
pub use crate::histogram::{BinRule, Bins, histogram};
pub use crate::spectral::{
    Detrend, Sides, SpectralOptions, SpectrumMode, Window, csd, psd, specgram, xcorr,
};

use std::sync::Arc;

use crate::artists::{Artist, PlotFormat, Slot};
use crate::axis::{Axis, Direction};
use crate::color::ColorSpec;
use crate::data_limits::{Coordinate, DataLimits};
use crate::gridspec::{SubplotParams, SubplotSpec};
use crate::handle::Handle;
use crate::stamp::Stamp;
pub use crate::style::{AutolimitMode, AxisBelow, GridAxis, TitleLoc};
use crate::style::{CycleProps, Style};
pub use any::AxesKind;
pub(crate) use any::{AnyAxes, NewAxes};
pub use aspect::{Adjustable, Aspect};
pub(crate) use aspect::{AspectRule, Shared, View};
pub use bars::{BarAlign, BarOptions};
pub use boxplot::{BoxplotContainer, BoxplotOptions, Whis};
pub use colorbar::ColorbarOptions;
pub(crate) use colorbar::{Colorbar, MappablePlace};
pub(crate) use colorbar_room::ColorbarRoom;
pub use errorbar::{ErrorbarContainer, ErrorbarOptions, Errors, Limited};
pub use events::EventplotOptions;
use fitting::Fitting;
pub use hexbin::{HexbinBins, HexbinContainer, HexbinOptions, Reduce};
pub use hist::{Cumulative, HistAlign, HistOptions};
pub use hist2d::{Hist2dOptions, histogram2d};
pub(crate) use inset::Inset;
pub use inset::InsetAxesOptions;
pub(crate) use limits::{limits_of, range_of};
pub use list::AxesList;
pub(crate) use look::AxesLook;
pub use pie::{PieContainer, PieOptions};
pub(crate) use placed::{Element, PlacedAxes, SharedAxis};
pub use polar::{PolarAxes, ThetaDirection, ZeroLocation};
pub use secondary::{SecondaryAxis, SecondaryLocation};
pub(crate) use settings::checked_rect;
pub(crate) use space::PlacedCube;
pub use space::{
    Aspect3D, Axes3D, Errorbar3DContainer, Errorbar3DOptions, ProjType, Stem3DContainer,
    Stem3DOptions, VoxelOptions, Voxels,
};
pub use specgram::{SpecgramContainer, SpecgramOptions, SpectrumScale};
pub use spectra::SpectrumContainer;
pub use spine::{Side, Spine, SpinePosition};
pub use stackplot::Baseline;
pub use stairs::{EcdfOptions, StairsOptions, ecdf};
pub use stem::{StemContainer, StemOptions};
pub use streamplot::StreamplotSet;
pub use table::TableOptions;
use title::Title;
pub(crate) use title::{PlacedTitle, TitleRoom, place_titles};
pub use violinplot::{BwMethod, ViolinContainer, ViolinOptions, ViolinSide};
pub use xcorr::{XcorrContainer, XcorrOptions};

/// A part of the figure with data coordinates, which artists are drawn in.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let axs = fig.subplots(1, 2)?;
/// let line = fig[axs[[0, 0]]].plot(&[1.0, 2.0, 3.0], &[1.0, 4.0, 9.0])?;
/// let image = fig[axs[[0, 1]]].imshow(&Array2::<f32>::zeros((10, 10)))?;
/// fig[axs[[0, 0]]].set_title("squares");
/// fig[axs[[0, 0]]].set_xlim(0.0, 4.0)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Axes {
    base: AxesBase,
}

/// What all axes have, flat, polar and 3-D ones: a place in the figure, titles, x and y axis, artists.
///
/// [`Axes`], [`PolarAxes`] and [`Axes3D`] dereference to it.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// fig.add_subplot(1, 2, 1)?;
/// fig.add_subplot_3d(1, 2, 2)?;
/// for (ax, title) in fig.axes().into_iter().zip(["flat", "in space"]) {
///     fig[ax].set_title(title);
/// }
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AxesBase {
    pub(crate) position: Position,
    /// Left, bottom, right and top in fractions of the figure, where a layout has placed it instead.
    pub(crate) laid_out: Option<[f64; 4]>,
    handle: Handle<AxesBase>,
    /// When they were added to the figure.
    pub(crate) added: Stamp,
    /// Raised by `clear`, to detect handles of removed artists.
    generation: u32,
    style: Arc<Style>,
    /// The x axis: ticks, label and grid.
    pub xaxis: Axis,
    /// The y axis: ticks, label and grid.
    pub yaxis: Axis,
    artists: Vec<Option<Slot>>,
    /// The last time that the axes were borrowed mutably.
    pub(crate) stamp: Stamp,
    data: DataLimits,
    fitting: Fitting,
    /// Whether limits fit data without regard to ticks.
    tight: bool,
    /// The place in the property cycle of the next line.
    next_color: usize,
    /// That of the next bars, areas or markers of a scatter plot.
    next_patch_color: usize,
    pub(crate) rule: AspectRule,
    spines: [Spine; 4],
    titles: [Title; 3],
    facecolor: Option<ColorSpec>,
    axis_on: bool,
    frame_on: bool,
    patch_on: bool,
    axis_below: AxisBelow,
    visible: bool,
    zorder: f64,
    /// The axes whose limits and ticks these are, along x and y.
    pub(crate) shared: [Option<usize>; 2],
    /// The axes of which this one is a twin.
    pub(crate) twin_of: Option<usize>,
    /// For its labels of x and y and its titles: the first of the axes that these are aligned with.
    pub(crate) aligned: [Option<usize>; 3],
    /// The width and height in pixels that they were added with, if they have a place of their own.
    pub(crate) first_size: Option<(f64, f64)>,
    /// The artist whose colours it shows, if it is a colorbar.
    pub(crate) colorbar: Option<Colorbar>,
}

/// The position of an axes in its figure.
#[derive(Debug, Clone)]
pub(crate) enum Position {
    /// Left, bottom, width and height in fractions of the figure.
    Rect([f64; 4]),
    /// Cells of a grid.
    Subplot(SubplotSpec),
    /// A part of other axes, which move it.
    Inset(Inset),
}

impl Position {
    /// Left, bottom, right and top in fractions of the figure; those of insets depend on other axes.
    pub(crate) fn extents(&self, params: &SubplotParams) -> Option<[f64; 4]> {
        match self {
            Self::Rect([left, bottom, width, height]) => {
                Some([*left, *bottom, left + width, bottom + height])
            }
            Self::Subplot(spec) => Some(spec.extents(params)),
            Self::Inset(_) => None,
        }
    }
}

impl Axes {
    pub(crate) fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        Self {
            base: AxesBase::new(position, handle, style),
        }
    }

    /// Adds an artist; its data take part in autoscaling.
    pub fn add_artist<A: Artist>(&mut self, artist: A) -> Handle<A> {
        let range = self.fitting.range_of(&artist);
        self.base.take(artist, range)
    }

    /// Removes all artists, titles and labels, and resets all settings except the position, shared axes, and the sides
    /// of ticks and labels.
    pub fn clear(&mut self) {
        let mut cleared = AxesBase::new(self.position.clone(), self.handle, self.style.clone());
        cleared.generation = self.generation + 1;
        cleared.added = self.added;
        (cleared.shared, cleared.twin_of) = (self.shared, self.twin_of);
        cleared.aligned = self.aligned;
        cleared.laid_out = self.laid_out;
        cleared.first_size = self.first_size;
        if self.twin_of.is_some() {
            cleared.patch_on = self.patch_on;
        }
        cleared.rule.adjustable = self.rule.adjustable;
        cleared.xaxis.keep_sides(&self.xaxis);
        cleared.yaxis.keep_sides(&self.yaxis);
        cleared.xaxis.stamp_limits();
        cleared.yaxis.stamp_limits();
        for (axis, shared) in [&mut cleared.xaxis, &mut cleared.yaxis]
            .into_iter()
            .zip(self.shared)
        {
            // What others share is theirs, too.
            if shared.is_none() {
                axis.direction_stamp = axis.limits_stamp;
            }
        }
        if self.fitting == Fitting::Polar {
            cleared.become_polar();
        }
        self.base = cleared;
    }
}

impl AxesBase {
    fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        Self {
            position,
            laid_out: None,
            handle,
            added: Stamp::next(),
            generation: 0,
            xaxis: Axis::new(Coordinate::X, &style),
            yaxis: Axis::new(Coordinate::Y, &style),
            artists: Vec::new(),
            stamp: Stamp::next(),
            data: DataLimits::default(),
            fitting: Fitting::Flat,
            tight: false,
            next_color: 0,
            next_patch_color: 0,
            rule: AspectRule {
                aspect: Aspect::Auto,
                box_aspect: None,
                adjustable: Adjustable::Box,
                anchor: (0.5, 0.5),
            },
            spines: Side::ALL.map(|side| Spine::new(side, &style)),
            titles: std::array::from_fn(|_| Title::new(&style)),
            facecolor: None,
            axis_on: true,
            frame_on: true,
            patch_on: true,
            axis_below: style.axes_axisbelow,
            visible: true,
            zorder: 0.0,
            shared: [None; 2],
            twin_of: None,
            aligned: [None; 3],
            first_size: None,
            colorbar: None,
            style,
        }
    }

    /// The places in the property cycle: of the next line, and of the next bars, areas or points.
    pub fn cycle_places(&self) -> [usize; 2] {
        [self.next_color, self.next_patch_color]
    }

    /// Sets the places in the property cycle; `[0, 0]` begins it again.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// // A line with a colour of its own, which takes none of the cycle:
    /// let places = fig[ax].cycle_places();
    /// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig[line].set_color("k")?;
    /// fig[ax].set_cycle_places(places);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn set_cycle_places(&mut self, [lines, areas]: [usize; 2]) {
        (self.next_color, self.next_patch_color) = (lines, areas);
    }

    pub(super) fn next_color(&mut self) -> ColorSpec {
        let index = self.next_color;
        self.next_color += 1;
        ColorSpec::cycle(index)
    }

    /// The colour and the other properties of the next line. As in the reference the cycle advances if it has something
    /// that the format does not say.
    pub(super) fn next_look(&mut self, format: &PlotFormat) -> (ColorSpec, CycleProps) {
        let props = &self.style.prop_cycle_props;
        let props = match props.len() {
            0 => CycleProps::default(),
            n => props[self.next_color % n].clone(),
        };
        let (color, others) = (format.color, &props);
        let is_complete = (others.linestyle.is_none() || format.line_style.is_some())
            && (others.marker.is_none() || format.marker.is_some())
            && others.linewidth.is_none()
            && others.markersize.is_none();
        match color {
            Some(color) if is_complete => (color, CycleProps::default()),
            _ => {
                let next = self.next_color();
                (color.unwrap_or(next), props)
            }
        }
    }

    /// The next colour of areas, bars and scatter plots, which have a separate cycle position.
    pub(super) fn next_patch_color(&mut self) -> ColorSpec {
        let index = self.next_patch_color;
        self.next_patch_color += 1;
        ColorSpec::cycle(index)
    }

    pub(crate) fn handle(&self) -> Handle<Self> {
        self.handle
    }

    /// The axes that it is a part of, if it is one of others.
    pub(crate) fn parent(&self) -> Option<usize> {
        self.position.inset().map(|inset| inset.parent)
    }

    pub(crate) fn style(&self) -> &Style {
        &self.style
    }

    pub(crate) fn axis(&self, direction: Direction) -> &Axis {
        match direction {
            Direction::X => &self.xaxis,
            Direction::Y => &self.yaxis,
        }
    }
}
