//! Axes that are a part of other axes, and the lines that show what they enlarge.

use crate::artists::{BlendedCoords, Coords, CoordsFrame, DrawContext, InsetIndicator};
use crate::axes::{Axes, AxesBase, AxesKind, Position};
use crate::error::{Error, Result};
use crate::gridspec::SubplotSpec;
use crate::handle::Handle;
use crate::properties::{Angle, finite_rect, options};

options! {
    /// Options of [`FigureBase::inset_axes_with`](crate::figure::FigureBase::inset_axes_with).
    ///
    /// ```
    /// use plotreel::axes::InsetAxesOptions;
    ///
    /// let options = InsetAxesOptions::new().with_coordinates("data")?.with_zorder(2.0);
    /// assert_eq!(options.zorder(), 2.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct InsetAxesOptions;
    coordinates / with_coordinates: choice<BlendedCoords> = Coords::AxesFraction.into(),
        "the coordinate system of the box in the other axes";
    zorder / with_zorder: number<Angle> = 5.0, "the place in the drawing order among the artists of the other axes";
}

/// The place of axes in others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Inset {
    /// The place of the others in the figure, and how many times they had been cleared.
    pub(crate) parent: usize,
    pub(crate) generation: u32,
    /// Left, bottom, width and height.
    pub(crate) bounds: [f64; 4],
    pub(crate) coords: BlendedCoords,
}

impl Inset {
    /// Whether these axes, at this place in the figure, still have it.
    pub(crate) fn is_part_of(&self, index: usize, axes: &AxesBase) -> bool {
        self.parent == index && self.generation == axes.generation
    }

    /// Left, bottom, right and top in pixels, y up, in the parent's context.
    pub(crate) fn extents(&self, parent: &DrawContext<'_>) -> [f64; 4] {
        let [x, y, width, height] = self.bounds;
        let frame = CoordsFrame::new(parent);
        let pixel = |place| self.coords.pixel(place, &frame);
        let ((x0, y0), (x1, y1)) = (pixel((x, y)), pixel((x + width, y + height)));
        [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)]
    }
}

impl Position {
    /// The cells of a grid.
    pub(crate) fn subplot_spec(&self) -> Option<&SubplotSpec> {
        match self {
            Self::Subplot(spec) => Some(spec),
            Self::Rect(_) | Self::Inset(_) => None,
        }
    }

    /// The place in other axes.
    pub(crate) fn inset(&self) -> Option<&Inset> {
        match self {
            Self::Inset(inset) => Some(inset),
            Self::Rect(_) | Self::Subplot(_) => None,
        }
    }
}

impl AxesBase {
    /// The position of a part of these axes.
    pub(crate) fn part_at(
        &self,
        bounds: [f64; 4],
        coords: BlendedCoords,
        name: &'static str,
    ) -> Result<Position> {
        let bounds = finite_rect(name, bounds)?;
        Ok(Position::Inset(Inset {
            parent: self.handle.axes,
            generation: self.generation,
            bounds,
            coords: coords.absolute()?,
        }))
    }
}

impl Axes {
    /// Marks the part of these axes that an inset shows: a rectangle around its limits, which it follows, and lines to
    /// its corners.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let inset = fig.inset_axes(ax, [0.5, 0.5, 0.45, 0.45])?;
    /// for ax in [ax, inset] {
    ///     fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.5])?;
    /// }
    /// fig[inset].set_xlim(0.9, 1.1)?;
    /// fig[inset].set_ylim(0.9, 1.05)?;
    /// let marked = fig[ax].indicate_inset_zoom(inset)?;
    /// fig[marked].set_edgecolor("black")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure, and for the same axes.
    pub fn indicate_inset_zoom(
        &mut self,
        inset: Handle<impl AxesKind>,
    ) -> Result<Handle<InsetIndicator>> {
        let indicator = InsetIndicator::of_inset(self.inset_owner(inset)?);
        Ok(self.add_artist(indicator))
    }

    /// Marks a rectangle (left, bottom, width, height) in data coordinates, with lines to an inset.
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure, and for numbers that are not finite.
    pub fn indicate_inset(
        &mut self,
        bounds: [f64; 4],
        inset: Handle<impl AxesKind>,
    ) -> Result<Handle<InsetIndicator>> {
        let mut indicator = InsetIndicator::of_inset(self.inset_owner(inset)?);
        indicator.set_bounds(bounds)?;
        Ok(self.add_artist(indicator))
    }

    fn inset_owner(&self, inset: Handle<impl AxesKind>) -> Result<(u64, usize)> {
        if inset.figure == self.handle.figure && inset.axes != self.handle.axes {
            return Ok((inset.figure, inset.axes));
        }
        Err(Error::Setting {
            name: "an indicated inset",
            value: format!("{inset:?}"),
            expected: "other axes of the same figure or subfigure",
        })
    }
}
