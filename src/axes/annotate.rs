//! Patches and annotations.

use crate::artists::{Annotation, Patch};
use crate::axes::Axes;
use crate::handle::Handle;

impl Axes {
    /// Adds a patch: a [`Rectangle`](crate::Rectangle), [`Circle`](crate::Circle), [`Ellipse`](crate::Ellipse),
    /// [`Wedge`](crate::Wedge), [`Arc`](crate::Arc), [`Polygon`](crate::Polygon), [`PathPatch`](crate::PathPatch),
    /// [`FancyBboxPatch`](crate::FancyBboxPatch), [`FancyArrowPatch`](crate::FancyArrowPatch) or
    /// [`ConnectionPatch`](crate::ConnectionPatch).
    ///
    /// Its data count when limits are fitted to the data, but limits are not fitted for it:
    /// [`autoscale_view`](Self::autoscale_view) does that, or a later `plot`.
    pub fn add_patch<P: Patch>(&mut self, patch: P) -> Handle<P> {
        self.data = self.data.union(patch.data_limits());
        self.push(patch)
    }

    /// Writes a text at `xytext` about the point `xy`, both in data coordinates.
    ///
    /// [`Annotation::set_textcoords`] places the text otherwise, and [`Annotation::set_arrowprops`] gives it an arrow
    /// to the point.
    pub fn annotate(
        &mut self,
        text: impl Into<String>,
        xy: (f64, f64),
        xytext: (f64, f64),
    ) -> Handle<Annotation> {
        self.push(Annotation::new(text, xy, xytext))
    }
}
