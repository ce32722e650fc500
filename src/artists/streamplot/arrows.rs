//! Many arrows in one artist: those of streamlines.

use crate::artists::edge_colors::Edges;
use crate::artists::patches::ArrowEnd;
use crate::artists::patches::{ArrowBase, ArrowStyle, ConnectionStyle, CurveArrow, PatchBase};
use crate::artists::{Artist, CollectionBase, DrawContext, ScalarMappable};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{Length, properties};

/// Arrows between points in data coordinates, such as those of [`streamplot`](crate::Axes::streamplot), with the common
/// properties of collections.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let (u, v) = (Array2::from_elem((3, 3), 1.0), Array2::from_elem((3, 3), 0.5));
/// let streams = fig[ax].streamplot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 2.0], &u, &v)?;
/// fig[streams.arrows].set_arrowstyle("->")?;
/// fig[streams.arrows].set_mutation_scale(15.0)?;
/// fig[streams.arrows].set_color("tab:red")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct StreamArrows {
    positions: Vec<[(f64, f64); 2]>,
    arrow: ArrowBase,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] StreamArrows, in style: CollectionBase;
    arrowstyle / set_arrowstyle: choice<ArrowStyle> = arrow.arrow_style,
        "the shape of the arrows: an [`ArrowStyle`] or its string";
    mutation_scale / set_mutation_scale: number<Length> = arrow.mutation_scale,
        "the unit of the lengths in their style, in points";
    @by name:
    positions: Vec<[(f64, f64); 2]> = |arrows| arrows.positions.clone(),
        |arrows, positions| arrows.positions = positions,
        "the ends of each arrow";
}

/// The size of arrows in points (`arrowsize=1`).
const SIZE: f64 = 10.0;

impl StreamArrows {
    pub(crate) fn new(color: ColorSpec) -> Self {
        let filled = CurveArrow {
            end: ArrowEnd::FilledHead,
            ..CurveArrow::default()
        };
        Self {
            positions: Vec::new(),
            arrow: ArrowBase {
                arrow_style: ArrowStyle::Curve(filled),
                connection_style: ConnectionStyle::default(),
                shrink: [2.0; 2],
                mutation_scale: SIZE,
                style: PatchBase::round_edged(),
            },
            style: CollectionBase::new(vec![color], Edges::Face, 2.0),
        }
    }

    /// Replaces all arrows by those between these pairs of points. The axes' limits are not changed.
    pub fn set_positions(&mut self, positions: impl IntoIterator<Item = [(f64, f64); 2]>) {
        self.positions.clear();
        self.positions.extend(positions);
    }

    /// The ends of each arrow.
    pub fn positions(&self) -> &[[(f64, f64); 2]] {
        &self.positions
    }
}

impl Artist for StreamArrows {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        let (x, y): (Vec<f64>, Vec<f64>) = self.positions.iter().flatten().copied().unzip();
        DataLimits::of_points(&x, &y)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self
            .style
            .paint(ctx, ctx.style.lines_linewidth, ColorSpec::None)?;
        let mut arrow = self.arrow.clone();
        arrow.style.base = self.style.base.clone().with_alpha(None);
        arrow.style.effects = self.style.path_effects().to_vec();
        for (i, ends) in self.positions.iter().enumerate() {
            let (face, edge, width, linestyle) = paint.look(i);
            arrow.style.face = Some(ColorSpec::Rgba(face));
            arrow.style.edge = Some(ColorSpec::Rgba(edge));
            arrow.style.linewidth = Some(width);
            arrow.style.linestyle = linestyle;
            let ends = ends.map(|(x, y)| ctx.pixel([x, y]));
            let shapes = arrow.shapes(ends, None, ctx)?;
            arrow.style.draw_shapes(&shapes, canvas, ctx);
        }
        Ok(())
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
