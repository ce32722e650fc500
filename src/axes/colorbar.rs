//! Colorbars: axes that show the colours of an artist, as they are at the moment.

use std::sync::Arc;

use crate::artists::colorbar_parts::{ColorbarOutline, ColorbarSolids};
use crate::artists::extend::Extend;
use crate::axes::colorbar_room::ColorbarRoom;
use crate::axes::{Axes, AxesBase, Side};
use crate::axis::AxisSide;
use crate::error::Result;
use crate::properties::{Fraction, Positive, options};
use crate::ticker::NullLocator;

options! {
    /// Options of [`FigureBase::colorbar_with`](crate::figure::FigureBase::colorbar_with).
    ///
    /// ```
    /// use plotreel::axes::ColorbarOptions;
    ///
    /// let options = ColorbarOptions::new().with_location("bottom")?.with_label("T / K").with_shrink(0.8);
    /// assert_eq!(options.label(), "T / K");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct ColorbarOptions;
    location / with_location: choice<Side> = Side::Right,
        "on which side of the axes it is, with its ticks on the outer side; at the bottom and at the top it is horizontal";
    fraction / with_fraction: number<Fraction> = 0.15, "the fraction of the axes' space that it takes";
    pad / with_pad: maybe<Fraction> = None,
        "the fraction left free between them; if `None`, 0.05 at the right and at the top, 0.1 at the left and 0.15 at the bottom";
    shrink / with_shrink: number<Fraction> = 1.0, "its length as a fraction of the axes' side";
    aspect / with_aspect: number<Positive> = 20.0, "the ratio of its length to its width";
    extend / with_extend: choice<Extend> = Extend::Neither, "which ends are triangles";
    drawedges / with_drawedges: flag = false, "whether there are lines between its colours";
    label / with_label: text = String::new(), "the label of its long axis";
}

/// The location of an artist: its axes, its place there, and how many times the axes had been cleared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MappablePlace {
    pub(crate) axes: usize,
    pub(crate) artist: usize,
    pub(crate) generation: u32,
}

/// The colorbar data of axes.
#[derive(Debug, Clone)]
pub(crate) struct Colorbar {
    pub(crate) mappable: MappablePlace,
    pub(crate) vertical: bool,
    pub(crate) extend: Extend,
    /// How it takes room, if it does, and of which axes.
    pub(crate) room: Option<(ColorbarRoom, Arc<[usize]>)>,
}

impl Colorbar {
    /// The range of colours and triangles on the axes, as fractions of the long axis.
    pub(crate) fn reach(&self, inverted: bool) -> (f64, f64) {
        let (below, above) = self.extend.reach();
        match inverted {
            true => (1.0 - above, 1.0 - below),
            false => (below, above),
        }
    }

    /// The box of the colours in a place that also holds the triangles.
    pub(crate) fn without_ends(
        &self,
        [left, bottom, right, top]: [f64; 4],
        inverted: bool,
    ) -> [f64; 4] {
        let (below, above) = self.reach(inverted);
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

impl AxesBase {
    /// How a colorbar takes room, and of which axes, if it is one that does.
    pub(crate) fn room_taken(&self) -> Option<(&ColorbarRoom, &[usize])> {
        let (room, parents) = self.colorbar.as_ref()?.room.as_ref()?;
        Some((room, parents))
    }
}

impl Axes {
    /// Sets the shape of a colorbar that takes room of other axes.
    pub(crate) fn fit(&mut self, room: &ColorbarRoom, extend: Extend) -> Result<()> {
        let (below, above) = extend.reach();
        let aspect = room.aspect / (above - below);
        self.set_box_aspect(match room.vertical {
            true => aspect,
            false => 1.0 / aspect,
        })?;
        let (x, y) = room.anchor();
        self.set_anchor(x, y);
        Ok(())
    }

    /// Sets the look of a colorbar.
    pub(crate) fn dress(&mut self, vertical: bool, options: &ColorbarOptions) -> Result<()> {
        let extend = options.extend;
        for side in Side::ALL {
            self.spine_mut(side).set_visible(false);
        }
        let AxesBase { xaxis, yaxis, .. } = &mut self.base;
        let (long, short) = match vertical {
            true => (yaxis, xaxis),
            false => (xaxis, yaxis),
        };
        let side = match options.location.order() {
            0 => AxisSide::First,
            _ => AxisSide::Second,
        };
        long.set_ticks_position(side);
        long.set_label_position(side)?;
        long.set_label_text(options.label.clone());
        short.set_major_locator(NullLocator);
        short.set_minor_locator(NullLocator);
        short.set_limits(0.0, 1.0);
        self.push(ColorbarSolids::new(vertical, extend, options.drawedges));
        self.push(ColorbarOutline::new(vertical, extend));
        Ok(())
    }
}
