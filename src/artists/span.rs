//! Bands across an axes: `axhspan`, `axvspan`.

use kurbo::{BezPath, Cap, Join, Stroke};

use crate::artists::patches::PatchStyle;
use crate::artists::{Artist, Coordinates, DrawContext, LegendHandle, Obstacles};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;

/// A band from edge to edge of the axes, between two values of one axis.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let band = fig[ax].axvspan(0.2, 0.4);
/// fig[band].set_facecolor(("tab:orange", 0.3))?;
/// fig[band].set_range(0.3, 0.5);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AxesSpan {
    /// Corners (x0, y0, x1, y1), one axis in data and the other in fractions of the axes.
    corners: [f64; 4],
    coordinates: Coordinates,
    face: ColorSpec,
    edge: ColorSpec,
    linewidth: Option<f64>,
    alpha: Option<f64>,
    zorder: f64,
    visible: bool,
    label: Option<String>,
}

impl AxesSpan {
    pub(crate) fn new(coordinates: Coordinates, low: f64, high: f64) -> Self {
        let first = ColorSpec::Cycle {
            index: 0,
            alpha: None,
        };
        let mut span = Self {
            corners: [0.0, 0.0, 1.0, 1.0],
            coordinates,
            face: first,
            edge: ColorSpec::None,
            linewidth: None,
            alpha: None,
            zorder: 1.0,
            visible: true,
            label: None,
        };
        span.set_range(low, high);
        span
    }

    /// Moves it to lie between two values.
    pub fn set_range(&mut self, low: f64, high: f64) {
        let [x0, y0, x1, y1] = &mut self.corners;
        match self.coordinates {
            Coordinates::DataX => (*x0, *x1) = (low, high),
            _ => (*y0, *y1) = (low, high),
        }
    }

    /// Sets how far it goes along the other axis, in fractions of the axes.
    pub fn set_extent(&mut self, from: f64, to: f64) {
        let [x0, y0, x1, y1] = &mut self.corners;
        match self.coordinates {
            Coordinates::DataX => (*y0, *y1) = (from, to),
            _ => (*x0, *x1) = (from, to),
        }
    }

    /// Sets the colours of filling and edge.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.face = color.into_color()?;
        self.edge = self.face;
        Ok(())
    }

    /// Sets the colour of the filling.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.face = color.into_color()?;
        Ok(())
    }

    /// Sets the colour of the edge.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_edgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.edge = color.into_color()?;
        Ok(())
    }

    /// Sets the width of the edge in points.
    pub fn set_linewidth(&mut self, width: f64) {
        self.linewidth = Some(width);
    }

    /// Sets the opacity, from 0 to 1; with `None` that of the colours.
    pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
        self.alpha = alpha.into();
    }

    /// Sets the place in the drawing order; bands have 1.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.zorder = zorder;
    }

    /// Sets what a legend calls it; a label that begins with `_` is in none.
    pub fn set_label(&mut self, label: impl Into<String>) {
        self.label = Some(label.into());
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }
}

impl Artist for AxesSpan {
    fn zorder(&self) -> f64 {
        self.zorder
    }

    fn visible(&self) -> bool {
        self.visible
    }

    fn data_limits(&self) -> DataLimits {
        let [x0, y0, x1, y1] = self.corners;
        match self.coordinates {
            Coordinates::DataX => DataLimits {
                x: DataRange::of([x0, x1]),
                ..DataLimits::default()
            },
            _ => DataLimits {
                y: DataRange::of([y0, y1]),
                ..DataLimits::default()
            },
        }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let [x0, y0, x1, y1] = self.corners;
        let mut path = BezPath::new();
        let point = |x, y| self.coordinates.point(ctx, x, y);
        let corners = [point(x0, y0), point(x1, y0), point(x1, y1), point(x0, y1)];
        if !corners.iter().all(|p| p.is_finite()) {
            return Ok(());
        }
        path.move_to(corners[0]);
        corners[1..].iter().for_each(|p| path.line_to(*p));
        path.close_path();
        let color = |spec| ctx.faded(spec, self.alpha);
        let width = self.linewidth.unwrap_or(ctx.style.patch_linewidth);
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(Cap::Butt)
            .with_join(Join::Miter);
        let gc = GraphicsContext {
            face: Some(color(self.face)).filter(|face| face.a > 0),
            edge: Some((color(self.edge), stroke)),
            clip: Some(ctx.clip()),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
        Ok(())
    }

    fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(LegendHandle::patch(PatchStyle {
            face: Some(self.face),
            edge: Some(self.edge),
            linewidth: self.linewidth,
            alpha: self.alpha,
            ..PatchStyle::default()
        }))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let [x0, y0, x1, y1] = self.corners;
        let point = |x, y| self.coordinates.point(ctx, x, y);
        Obstacles::of_box(point(x0, y0), point(x1, y1))
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
