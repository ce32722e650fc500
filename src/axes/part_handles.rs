//! Handles of the axis, ticks and spines of axes.

use crate::axes::{Axes, Axes3D, AxesKind, PolarAxes, Side, Spine};
use crate::axis::Axis;
use crate::handle::{AnyHandle, AxesPart, Handle};

impl<A: AxesKind> Handle<A> {
    /// The x axis: `fig[ax.xaxis()]` is `fig[ax].xaxis`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// for axis in [ax.xaxis(), ax.yaxis()] {
    ///     fig[axis].set_label_size(8.0)?;
    ///     fig.set(axis.major_ticks(), "direction", "in")?;
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn xaxis(self) -> Handle<Axis> {
        self.part(0)
    }

    /// The y axis: `fig[ax.yaxis()]` is `fig[ax].yaxis`.
    pub fn yaxis(self) -> Handle<Axis> {
        self.part(1)
    }
}

impl Handle<Axes3D> {
    /// The z axis: `fig[ax.zaxis()]` is `fig[ax].zaxis`.
    pub fn zaxis(self) -> Handle<Axis> {
        self.part(2)
    }
}

macro_rules! have_spines {
    ($($axes:ty),*) => {$(
        impl Handle<$axes> {
            /// One of the four spines: `fig[ax.spine(side)]` is `fig[ax].spine_mut(side)`.
            pub fn spine(self, side: Side) -> Handle<Spine> {
                self.part(side as usize)
            }
        }
    )*};
}
have_spines!(Axes, PolarAxes);

impl Handle<Axis> {
    /// The look of the major ticks, for [`FigureBase::set`](crate::figure::FigureBase::set) and
    /// [`FigureBase::property`](crate::figure::FigureBase::property): the properties of [`TickParams`](crate::axis::TickParams).
    pub fn major_ticks(self) -> AnyHandle {
        self.ticks(0)
    }

    /// That of the minor ticks.
    pub fn minor_ticks(self) -> AnyHandle {
        self.ticks(1)
    }

    fn ticks(self, group: usize) -> AnyHandle {
        AnyHandle {
            part: AxesPart::Ticks {
                axis: self.place,
                group,
            },
            ..self.into()
        }
    }
}
