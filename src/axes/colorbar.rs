//! Colorbars: axes that show the colours of an artist, as they are at the moment.

use std::sync::Arc;

use crate::artists::{Artist, ColorbarOutline, ColorbarSolids, ScalarMappable};
use crate::axes::{Axes, Position, Side};
use crate::axis::{Axis, AxisSide, AxisTicks, Direction, Part, Tickers};
use crate::color::{Color, Norm};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::gridspec::{GridSpec, SubplotSpec};
use crate::handle::Handle;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::ticker::{
    AutoLocator, AxisView, FixedLocator, Formatter, Locator, NullFormatter, NullLocator,
    ScalarFormatter, TickLabels, nonsingular,
};

/// The length of a triangle, as a fraction of the long axis.
pub(crate) const EXTEND_LENGTH: f64 = 0.05;

/// Which ends of a colorbar have a triangle in the colour of what is beyond the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extend {
    /// None.
    #[default]
    Neither,
    /// Both.
    Both,
    /// The lower one.
    Min,
    /// The upper one.
    Max,
}

impl Extend {
    pub(crate) fn below(self) -> bool {
        matches!(self, Self::Both | Self::Min)
    }

    pub(crate) fn above(self) -> bool {
        matches!(self, Self::Both | Self::Max)
    }

    /// From where to where colours and triangles go, as fractions of the long axis.
    pub(crate) fn reach(self) -> (f64, f64) {
        let length = |on: bool| if on { EXTEND_LENGTH } else { 0.0 };
        (-length(self.below()), 1.0 + length(self.above()))
    }
}

/// What [`Figure::colorbar_with`] can be told.
#[derive(Debug, Clone, PartialEq)]
pub struct ColorbarOptions {
    /// On which side of the axes it is, with its ticks on the outer side; at the bottom and at the top it is
    /// horizontal.
    pub location: Side,
    /// The part of the axes' room that it takes.
    pub fraction: f64,
    /// The part that is left free between them; 0.05 at the right and at the top, 0.1 at the left and 0.15 at the
    /// bottom, if it is `None`.
    pub pad: Option<f64>,
    /// Its length as a fraction of the axes' side.
    pub shrink: f64,
    /// The ratio of its length to its width.
    pub aspect: f64,
    /// Which ends are triangles.
    pub extend: Extend,
    /// The label of its long axis.
    pub label: String,
}

impl Default for ColorbarOptions {
    fn default() -> Self {
        Self {
            location: Side::Right,
            fraction: 0.15,
            pad: None,
            shrink: 1.0,
            aspect: 20.0,
            extend: Extend::Neither,
            label: String::new(),
        }
    }
}

/// Where an artist is: its axes, its place there, and how often these had been cleared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MappablePlace {
    pub(crate) axes: usize,
    pub(crate) artist: usize,
    pub(crate) generation: u32,
}

/// What makes axes a colorbar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colorbar {
    pub(crate) mappable: MappablePlace,
    vertical: bool,
    extend: Extend,
}

impl Colorbar {
    /// The box of the colours in a place that also holds the triangles.
    pub(crate) fn without_ends(self, [left, bottom, right, top]: [f64; 4]) -> [f64; 4] {
        let (below, above) = self.extend.reach();
        let length = above - below;
        let part = |from: f64, to: f64| {
            let shrunk = (to - from) * (1.0 / length);
            let start = from - below / length * (to - from);
            (start, start + shrunk)
        };
        if self.vertical {
            let (bottom, top) = part(bottom, top);
            [left, bottom, right, top]
        } else {
            let (left, right) = part(left, right);
            [left, bottom, right, top]
        }
    }
}

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

impl Figure {
    /// Adds a colorbar at the right of `ax`, which makes room for it, for an image or a collection with values.
    ///
    /// It follows the artist's limits, norm and colormap from frame to frame.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let im = fig[ax].imshow(&Array2::from_shape_fn((8, 8), |(y, x)| (y * x) as f64))?;
    /// let bar = fig.colorbar(im, ax)?;
    /// fig[bar].set_ylabel("product");
    /// fig[im].set_clim(Some(0.0), Some(100.0));
    /// assert_eq!(fig.ticks(bar)?.y.major.last().unwrap().value, 100.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for an artist without a colormap, and for handles of another figure.
    pub fn colorbar<A: Artist>(
        &mut self,
        mappable: Handle<A>,
        ax: Handle<Axes>,
    ) -> Result<Handle<Axes>> {
        self.colorbar_with(mappable, ax, &ColorbarOptions::default())
    }

    /// Adds a colorbar with other settings.
    ///
    /// ```
    /// use plotreel::{ColorbarOptions, Extend, Figure, Side};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter(&[0.0, 1.0], &[0.0, 1.0])?;
    /// fig[points].set_array(&[3.0, 4.0]);
    /// let below = ColorbarOptions { location: Side::Bottom, extend: Extend::Both, ..ColorbarOptions::default() };
    /// let bar = fig.colorbar_with(points, ax, &below)?;
    /// # assert!(fig.get_axes(bar).is_some());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`colorbar`](Self::colorbar), and [`Error::Setting`] for numbers that leave no room.
    pub fn colorbar_with<A: Artist>(
        &mut self,
        mappable: Handle<A>,
        ax: Handle<Axes>,
        options: &ColorbarOptions,
    ) -> Result<Handle<Axes>> {
        let place = MappablePlace {
            axes: mappable.axes,
            artist: mappable.place,
            generation: mappable.generation,
        };
        let is_mappable = self.get(mappable).is_some_and(|a| a.mappable().is_some())
            && self.axes.get(place.axes).is_some();
        if !is_mappable || self.get_axes(ax).is_none() {
            return Err(Error::Setting {
                name: "a colorbar",
                value: format!("that of {mappable:?} in {ax:?}"),
                expected: "an artist with a colormap and axes, both of this figure",
            });
        }
        let room = Room::new(options)?;
        let handle = self.push_beside(ax, &room);
        let axes = &mut self.axes[handle.axes];
        axes.colorbar = Some(Colorbar {
            mappable: place,
            vertical: room.vertical,
            extend: options.extend,
        });
        axes.dress(&room, options)?;
        Ok(handle)
    }

    /// Moves the axes, and adds one in the room beside it.
    fn push_beside(&mut self, ax: Handle<Axes>, room: &Room) -> Handle<Axes> {
        let (parent, bar) = match &self.axes[ax.axes].position {
            Position::Subplot(spec) => room.cells(spec),
            Position::Rect(rect) => room.rects(*rect),
        };
        let original = self.axes[ax.axes].twin_of.unwrap_or(ax.axes);
        for (index, axes) in self.axes.iter_mut().enumerate() {
            if axes.twin_of.unwrap_or(index) == original {
                axes.position = parent.clone();
                axes.stamp = Stamp::next();
            }
        }
        let (x, y) = room.parent_anchor();
        self.axes[ax.axes].set_anchor(x, y);
        self.push_axes(bar)
    }
}

impl Axes {
    /// Makes it look like a colorbar.
    fn dress(&mut self, room: &Room, options: &ColorbarOptions) -> Result<()> {
        let (vertical, extend) = (room.vertical, options.extend);
        let (below, above) = extend.reach();
        let aspect = room.aspect / (above - below);
        self.set_box_aspect(if vertical { aspect } else { 1.0 / aspect });
        let (x, y) = room.anchor();
        self.set_anchor(x, y);
        for side in Side::ALL {
            self.spine_mut(side).set_visible(false);
        }
        let (long, short) = match vertical {
            true => (&mut self.yaxis, &mut self.xaxis),
            false => (&mut self.xaxis, &mut self.yaxis),
        };
        let side = match room.location.order() {
            0 => AxisSide::First,
            _ => AxisSide::Second,
        };
        long.set_ticks_position(side);
        long.set_label_position(side);
        long.set_label_text(options.label.clone());
        short.set_major_locator(NullLocator);
        short.set_minor_locator(NullLocator);
        short.set_limits(0.0, 1.0);
        self.push(ColorbarSolids { vertical, extend });
        self.push(ColorbarOutline { vertical, extend });
        Ok(())
    }
}

/// How the room of axes is divided between it and a colorbar.
struct Room {
    location: Side,
    vertical: bool,
    fraction: f64,
    pad: f64,
    shrink: f64,
    aspect: f64,
}

impl Room {
    fn new(options: &ColorbarOptions) -> Result<Self> {
        let default = match options.location {
            Side::Right | Side::Top => 0.05,
            Side::Left => 0.1,
            Side::Bottom => 0.15,
        };
        let room = Self {
            location: options.location,
            vertical: options.location.direction() == Direction::Y,
            fraction: options.fraction,
            pad: options.pad.unwrap_or(default),
            shrink: options.shrink,
            aspect: options.aspect,
        };
        let fits = room.fraction > 0.0
            && room.pad >= 0.0
            && room.fraction + room.pad < 1.0
            && room.shrink > 0.0
            && room.shrink <= 1.0
            && room.aspect > 0.0
            && room.aspect.is_finite();
        if fits {
            return Ok(room);
        }
        Err(Error::Setting {
            name: "the colorbar options",
            value: format!("{options:?}"),
            expected: "fraction and pad that leave room, a shrink up to 1 and an aspect above 0",
        })
    }

    /// Where in its place the colorbar is.
    fn anchor(&self) -> (f64, f64) {
        match self.location {
            Side::Left => (1.0, 0.5),
            Side::Right => (0.0, 0.5),
            Side::Top => (0.5, 0.0),
            Side::Bottom => (0.5, 1.0),
        }
    }

    /// Where the axes is that made room.
    fn parent_anchor(&self) -> (f64, f64) {
        let (x, y) = self.anchor();
        (1.0 - x, 1.0 - y)
    }

    /// The places of the axes and of the colorbar in cells of a grid.
    fn cells(&self, spec: &SubplotSpec) -> (Position, Position) {
        let main = 1.0 - self.fraction - self.pad;
        let space = 2.0 * self.pad / (1.0 - self.pad);
        let rest = (1.0 - self.shrink) / 2.0;
        let along = vec![rest, self.shrink, rest];
        let first = matches!(self.location, Side::Left | Side::Top);
        let across = match first {
            true => vec![self.fraction, main],
            false => vec![main, self.fraction],
        };
        let (main, bar) = if first { (1, 0) } else { (0, 1) };
        let cells =
            |rows, columns, grid: &GridSpec| Position::Subplot(grid.cells_at(rows, columns));
        if self.vertical {
            let grid = GridSpec::dividing(spec.clone(), (across, along), (space, 0.0));
            (
                cells(0..3, main..main + 1, &grid),
                cells(1..2, bar..bar + 1, &grid),
            )
        } else {
            let grid = GridSpec::dividing(spec.clone(), (along, across), (0.0, space));
            (
                cells(main..main + 1, 0..3, &grid),
                cells(bar..bar + 1, 1..2, &grid),
            )
        }
    }

    /// The places of the axes and of the colorbar in a rectangle.
    fn rects(&self, [left, bottom, width, height]: [f64; 4]) -> (Position, Position) {
        let main = 1.0 - self.fraction - self.pad;
        let rest = (1.0 - self.shrink) / 2.0;
        // Start and length of both across the colorbar, and of the colorbar along it.
        let first = matches!(self.location, Side::Left | Side::Bottom);
        let split = |start: f64, length: f64| match first {
            true => (
                (start + length * (self.fraction + self.pad), length * main),
                (start, length * self.fraction),
            ),
            false => (
                (start, length * main),
                (
                    start + length * (1.0 - self.fraction),
                    length * self.fraction,
                ),
            ),
        };
        let along = |start: f64, length: f64| (start + rest * length, self.shrink * length);
        let (parent, bar) = if self.vertical {
            let (main, bar) = split(left, width);
            let (start, length) = along(bottom, height);
            (
                [main.0, bottom, main.1, height],
                [bar.0, start, bar.1, length],
            )
        } else {
            let (main, bar) = split(bottom, height);
            let (start, length) = along(left, width);
            ([left, main.0, width, main.1], [start, bar.0, length, bar.1])
        };
        (Position::Rect(parent), Position::Rect(bar))
    }
}
