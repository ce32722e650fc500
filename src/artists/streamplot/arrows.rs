//! Many arrows in one artist: those of streamlines.

use kurbo::{Point, Shape};

use crate::artists::edge_colors::Edges;
use crate::artists::patches::{ArrowBase, ArrowStyle, ConnectionStyle, Cut, PatchBase};
use crate::artists::streamplot::StreamplotOptions;
use crate::artists::{Artist, CollectionBase, DrawContext, ScalarMappable};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::mapping::Limits;
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
    /// The range that the heads had when the arrows were added.
    reach: DataLimits,
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

/// The width of lines in points, unless each has its own.
const LINEWIDTH: f64 = 1.5;
/// The size of arrows in points (`arrowsize=1`).
const SIZE: f64 = 10.0;

impl StreamArrows {
    pub(crate) fn new(color: ColorSpec, options: &StreamplotOptions) -> Self {
        Self {
            positions: Vec::new(),
            reach: DataLimits::default(),
            arrow: ArrowBase {
                arrow_style: options.arrowstyle,
                connection_style: ConnectionStyle::default(),
                shrink: [2.0; 2],
                mutation_scale: SIZE * options.arrowsize,
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

    /// Counts the heads for the limits: as in the reference, with the size that they have at once, in axes of so many
    /// pixels that still show a part of the plane.
    pub(crate) fn measure(&mut self, size: (f64, f64), view: Limits) -> Result<()> {
        let scale = |(from, to): (f64, f64), size: f64| (from, size / (to - from));
        let [(left, across), (bottom, up)] = [scale(view.x, size.0), scale(view.y, size.1)];
        if !(across.is_finite() && up.is_finite() && across != 0.0 && up != 0.0) {
            return Ok(());
        }
        let [shrink_a, shrink_b] = self.arrow.shrink;
        let cut = |shrink| Cut {
            region: None,
            shrink,
        };
        for (i, ends) in self.positions.iter().enumerate() {
            let [a, b] = ends.map(|(x, y)| Point::new((x - left) * across, (y - bottom) * up));
            if !a.is_finite() || !b.is_finite() {
                continue;
            }
            let widths = self.style.linewidths();
            let width = widths.get(i % widths.len().max(1)).copied();
            let width = width.unwrap_or(LINEWIDTH);
            let path = self
                .arrow
                .connection_style
                .path(a, b, [cut(shrink_a), cut(shrink_b)]);
            for (shape, _) in
                self.arrow
                    .arrow_style
                    .shapes(&path, self.arrow.mutation_scale, width)?
            {
                let around = shape.bounding_box();
                let x = [around.x0, around.x1].map(|x| x / across + left);
                let y = [around.y0, around.y1].map(|y| y / up + bottom);
                self.reach = self.reach.union(DataLimits::of_points(&x, &y));
            }
        }
        Ok(())
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
        DataLimits::of_points(&x, &y).union(self.reach)
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
