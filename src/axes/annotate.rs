//! Patches and annotations.

use crate::artists::patches::FancyArrow;
use crate::artists::{Annotation, Patch};
use crate::axes::Axes;
use crate::handle::Handle;

impl Axes {
    /// Adds a patch: a [`Rectangle`](crate::patches::Rectangle), [`Circle`](crate::patches::Circle),
    /// [`Ellipse`](crate::patches::Ellipse), [`Wedge`](crate::patches::Wedge), [`Arc`](crate::patches::Arc),
    /// [`Polygon`](crate::patches::Polygon), [`PathPatch`](crate::patches::PathPatch),
    /// [`FancyBboxPatch`](crate::patches::FancyBboxPatch), [`FancyArrowPatch`](crate::patches::FancyArrowPatch) or
    /// [`ConnectionPatch`](crate::patches::ConnectionPatch).
    ///
    /// Its data take part in autoscaling, but adding it does not trigger autoscaling:
    /// call [`autoscale_view`](crate::AxesBase::autoscale_view), or `plot` afterwards.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::patches::Circle;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let disc = fig[ax].add_patch(Circle::new((0.5, 0.5), 0.2));
    /// fig[disc].set_facecolor("gold")?;
    /// // From frame to frame:
    /// fig[disc].set_center(0.6, 0.5);
    /// fig[disc].set_radius(0.3);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn add_patch<P: Patch>(&mut self, patch: P) -> Handle<P> {
        self.data = self.data.union(patch.data_limits());
        self.push(patch)
    }

    /// Draws an arrow from (x, y) by (dx, dy), all of whose sizes are in data coordinates.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let arrow = fig[ax].arrow(0.1, 0.1, 0.5, 0.3);
    /// fig[arrow].set_width(0.02)?;
    /// // From frame to frame:
    /// fig[arrow].set_delta(0.6, 0.1);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn arrow(&mut self, x: f64, y: f64, dx: f64, dy: f64) -> Handle<FancyArrow> {
        let arrow = self.add_patch(FancyArrow::new(x, y, dx, dy));
        self.autoscale_view();
        arrow
    }

    /// Adds a text at `xytext` that annotates the point `xy`, both in data coordinates.
    ///
    /// [`Annotation::set_textcoords`] changes these coordinates, and [`Annotation::set_arrowprops`] adds an arrow to
    /// the point.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::text::ArrowProps;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let peak = fig[ax].annotate("peak", (0.5, 0.8), (0.7, 0.9));
    /// fig[peak].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    /// // From frame to frame:
    /// fig[peak].set_xy(0.6, 0.7);
    /// fig[peak].set_text("lower peak");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn annotate(
        &mut self,
        text: impl Into<String>,
        xy: (f64, f64),
        xytext: (f64, f64),
    ) -> Handle<Annotation> {
        self.push(Annotation::new(text, xy, xytext))
    }
}
