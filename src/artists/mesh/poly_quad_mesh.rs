//! A mesh of quadrilaterals that are drawn one by one: `pcolor`.

use crate::artists::mesh::QuadMesh;
use crate::artists::mesh::cells::around;
use crate::artists::{Artist, DrawContext, ScalarMappable};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Snap};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::grid::Grid;
use crate::properties::properties;

/// A mesh of quadrilaterals, each drawn as a polygon, coloured by an array: what [`pcolor`](crate::Axes::pcolor) draws.
///
/// It has the methods of [`QuadMesh`], which is drawn much faster. Cells whose value is NaN or infinite are not drawn.
///
/// ```
/// use ndarray::array;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let mesh = fig[ax].pcolor(&[0, 1, 3], &[0, 1, 2], &array![[1.0, 2.0], [f64::NAN, 4.0]])?;
/// fig[mesh].set_edgecolor("white")?;
/// // From frame to frame:
/// fig[mesh].set_array(&array![[2.0, 3.0], [1.0, 4.0]])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PolyQuadMesh {
    mesh: QuadMesh,
    smooth: Option<bool>,
}

properties! {
    impl[] PolyQuadMesh, in mesh: QuadMesh;
    antialiased / set_antialiased ["antialiaseds", "aa"]: maybe_flag = smooth,
        "whether edges are smooth; `None` is if there are any";
}

/// The width of edges that are given a colour, in points (`Axes.pcolor`).
const LINEWIDTH: f64 = 0.25;

impl PolyQuadMesh {
    pub(crate) fn new(grid: Grid) -> Self {
        let mut mesh = QuadMesh::new(grid, false);
        mesh.style.linewidths = vec![LINEWIDTH];
        Self { mesh, smooth: None }
    }
}

impl Artist for PolyQuadMesh {
    crate::artists::artist_parts!(mesh.style.base);

    fn data_limits(&self) -> DataLimits {
        self.mesh.data_limits()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.mesh.style.paint(ctx, LINEWIDTH, ColorSpec::BLACK)?;
        if paint.is_nothing() {
            return Ok(());
        }
        let antialiased = self.smooth.unwrap_or(!paint.edges.is_empty());
        let values = self.mesh.style.array().unwrap_or_default();
        let places = self.mesh.cells.places(ctx);
        self.mesh.style.with_effects(canvas, ctx, |canvas| {
            for (i, corners) in self.mesh.cells.corners(&places, false).enumerate() {
                if values.get(i).is_some_and(|value| !value.is_finite()) {
                    continue;
                }
                let gc = GraphicsContext {
                    snap: Snap::Never,
                    antialiased,
                    ..paint.element(i, ctx)
                };
                let mut path = around(corners);
                if !path.elements().is_empty() {
                    path.close_path();
                }
                canvas.draw_path(&path, &gc);
            }
            Ok(())
        })
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        self.mesh.mappable()
    }
}
