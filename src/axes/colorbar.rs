//! Colorbars: axes that show the colours of an artist, as they are at the moment.

use crate::artists::{Artist, ColorbarOutline, ColorbarSolids};
use crate::axes::colorbar_room::Room;
use crate::axes::{Axes, AxesBase, AxesKind, Position, Side};
use crate::axis::AxisSide;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::stamp::Stamp;
use crate::ticker::NullLocator;

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
    pub(super) vertical: bool,
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
        ax: Handle<impl AxesKind>,
    ) -> Result<Handle<Axes>> {
        self.colorbar_with(mappable, ax, &ColorbarOptions::default())
    }

    /// Adds a colorbar with other settings.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::{ColorbarOptions, Extend, Side};
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
        ax: Handle<impl AxesKind>,
        options: &ColorbarOptions,
    ) -> Result<Handle<Axes>> {
        let ax: Handle<AxesBase> = ax.cast();
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
        self[handle].dress(&room, options)?;
        Ok(handle)
    }

    /// Moves the axes, and adds one in the room beside it.
    fn push_beside(&mut self, ax: Handle<AxesBase>, room: &Room) -> Handle<Axes> {
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
        self.set_box_aspect(if vertical { aspect } else { 1.0 / aspect })?;
        let (x, y) = room.anchor();
        self.set_anchor(x, y);
        for side in Side::ALL {
            self.spine_mut(side).set_visible(false);
        }
        let AxesBase { xaxis, yaxis, .. } = &mut self.base;
        let (long, short) = match vertical {
            true => (yaxis, xaxis),
            false => (xaxis, yaxis),
        };
        let side = match room.location.order() {
            0 => AxisSide::First,
            _ => AxisSide::Second,
        };
        long.set_ticks_position(side);
        long.set_label_position(side)?;
        long.set_label_text(options.label.clone());
        short.set_major_locator(NullLocator);
        short.set_minor_locator(NullLocator);
        short.set_limits(0.0, 1.0);
        self.push(ColorbarSolids::new(vertical, extend));
        self.push(ColorbarOutline::new(vertical, extend));
        Ok(())
    }
}
