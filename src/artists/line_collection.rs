//! Many lines that share their looks: `vlines`, `hlines`, trails that fade.

use crate::artists::collection_style::{CollectionStyle, Edges, collection_setters};
use crate::artists::{Artist, DrawContext, LegendHandle, Line2D, ScalarMappable};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;

/// Lines in data coordinates, each through points of its own.
///
/// ```
/// use plotreel::{Figure, LineCollection};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let lines = fig[ax].vlines(&[1.0, 2.0], &[0.0], &[3.0, 5.0])?;
/// fig[lines].set_color("tab:red")?;
/// fig[lines].set_linewidth(2.0);
/// fig[lines].set_segments([[(1.0, 0.0), (1.0, 4.0)], [(2.0, 0.0), (2.5, 5.0)]]);
///
/// // A trail, coloured by a value of each segment.
/// let path = [(0.0, 0.0), (1.0, 0.5), (2.0, 2.0)];
/// let trail = fig[ax].add_artist(LineCollection::new(path.windows(2)));
/// fig[trail].set_array(&[0.1, 0.9]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LineCollection {
    segments: Vec<Vec<(f64, f64)>>,
    pub(crate) style: CollectionStyle,
}

collection_setters!(LineCollection);

impl LineCollection {
    /// Lines through these points (x, y), for [`Axes::add_artist`](crate::Axes::add_artist); points that are not
    /// finite leave gaps.
    pub fn new<S: AsRef<[(f64, f64)]>>(segments: impl IntoIterator<Item = S>) -> Self {
        let mut lines = Self {
            segments: Vec::new(),
            style: CollectionStyle::new(Vec::new(), Edges::Default, 2.0),
        };
        lines.set_segments(segments);
        lines
    }

    /// Replaces all lines by these points (x, y); points that are not finite leave gaps. The axes' limits stay.
    pub fn set_segments<S: AsRef<[(f64, f64)]>>(&mut self, segments: impl IntoIterator<Item = S>) {
        self.segments.clear();
        self.segments.extend(
            segments
                .into_iter()
                .map(|segment| segment.as_ref().to_vec()),
        );
    }

    /// The points of the lines.
    pub fn segments(&self) -> &[Vec<(f64, f64)>] {
        &self.segments
    }

    /// Sets the colour of all lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_edgecolor(color)
    }

    /// Sets the colours of the lines, which go round.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> Result<()> {
        self.set_edgecolors(colors)
    }
}

/// The colour of lines without one.
pub(super) const C0: ColorSpec = ColorSpec::Cycle {
    index: 0,
    alpha: None,
};

/// A line like the first of a collection of lines, for legends.
pub(super) fn legend_line(style: &CollectionStyle, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
    let paint = style.paint(ctx, ctx.style.lines_linewidth, C0).ok()?;
    let (_, edge, width, style) = paint.first();
    let line = Line2D::of_look(ColorSpec::Rgba(edge), width, style);
    Some(LegendHandle::segment(line))
}

impl Artist for LineCollection {
    fn zorder(&self) -> f64 {
        self.style.zorder
    }

    fn visible(&self) -> bool {
        self.style.visible
    }

    fn data_limits(&self) -> DataLimits {
        let (x, y): (Vec<f64>, Vec<f64>) = self.segments.iter().flatten().copied().unzip();
        let limits = DataLimits::of_points(&x, &y);
        // As in the reference only the corners of the whole count for the smallest value above zero.
        let corners = |range: DataRange| DataRange::of([range.low, range.high]);
        DataLimits {
            x: limits.x.and_then(corners),
            y: limits.y.and_then(corners),
            z: None,
        }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.style.paint(ctx, ctx.style.lines_linewidth, C0)?;
        if paint.is_nothing() {
            return Ok(());
        }
        for (i, segment) in self.segments.iter().enumerate() {
            let path = canvas.polyline(segment.iter().map(|(x, y)| ctx.point(*x, *y)));
            let gc = GraphicsContext {
                edge: paint.stroke(i, ctx),
                clip: paint.clip,
                points: Some(0),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&path, &gc);
        }
        Ok(())
    }

    fn label(&self) -> Option<&str> {
        self.style.label.as_deref()
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        legend_line(&self.style, ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
