//! A mesh of quadrilaterals that is drawn at once: `pcolormesh`.

use kurbo::Vec2;
use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::mesh::boxes::Boxes;
use crate::artists::mesh::cells::{Cells, around};
use crate::artists::mesh::remembered::Remembered;
use crate::artists::mesh::shading::values;
use crate::artists::{Artist, CollectionBase, DrawContext, ScalarMappable};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Corner, Rgba, Snap, mean};
use crate::color::{ColorSpec, Fine};
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::grid::Grid;
use crate::properties::properties;
use crate::series::{Datum, Field};

/// A mesh of quadrilaterals that are coloured by an array, through norm and colormap: what
/// [`pcolormesh`](crate::Axes::pcolormesh) draws.
///
/// NaN and infinities have the bad colour, which is transparent by default. Where four points with one of them meet in a
/// mesh with Gouraud shading, nothing is drawn. Edges are solid, as in the reference.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{Colormap, Figure, Norm};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let heat = |t: f64| Array2::from_shape_fn((20, 30), |(r, c)| ((r + c) as f64 / 9.0 + t).sin());
/// let edges = |n: u32| (0..=n).map(|i| f64::from(i).powf(1.5)).collect::<Vec<_>>();
/// let mesh = fig[ax].pcolormesh(&edges(30), &edges(20), &heat(0.0))?;
/// fig[mesh].set_cmap(Colormap::named("RdBu_r")?);
/// fig[mesh].set_norm(Norm::linear().with_vmin(-1.0).with_vmax(1.0));
/// fig.colorbar(mesh, ax)?;
/// // From frame to frame:
/// fig[mesh].set_array(&heat(0.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct QuadMesh {
    pub(super) cells: Cells,
    gouraud: bool,
    remembered: Remembered,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] QuadMesh, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased,
        "whether edges are smooth; then the background shows between cells";
    @by name:
    array: Option<Vec<f64>> = |mesh| mesh.style.array().map(<[f64]>::to_vec),
        |mesh, array| mesh.put_array(array),
        "the values of the cells, or of the points, row by row";
}

impl QuadMesh {
    /// The cells between the points of a grid, for [`Axes::add_artist`](crate::Axes::add_artist), which have the colours
    /// of the faces until there is an array.
    ///
    /// x and y are sequences, or arrays with a coordinate for each point.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    /// use plotreel::collections::QuadMesh;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let mut mesh = QuadMesh::from_coordinates(&[0.0, 1.0, 4.0], &[0.0, 2.0])?;
    /// mesh.set_array(&array![[1.0, 2.0]])?;
    /// fig[ax].add_artist(mesh);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for shapes that don't fit, and for numbers that are not finite.
    pub fn from_coordinates(x: &(impl Field + ?Sized), y: &(impl Field + ?Sized)) -> Result<Self> {
        Ok(Self::new(Grid::new(x, y)?.straightened(), false))
    }

    /// Replaces the points; the mesh loses its array if that has another number of values.
    ///
    /// # Errors
    /// As [`from_coordinates`](Self::from_coordinates); the mesh keeps its points.
    pub fn set_coordinates(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
    ) -> Result<()> {
        self.cells = Cells::new(Grid::new(x, y)?.straightened());
        self.style.base.sticky = self.cells.limits.into();
        self.remembered = Remembered::default();
        let (rows, columns) = self.shape();
        if (self.style.array()).is_some_and(|array| array.len() != rows * columns) {
            self.style.put_array(None);
        }
        Ok(())
    }

    pub(crate) fn new(grid: Grid, gouraud: bool) -> Self {
        let mut style = CollectionBase::new(vec![ColorSpec::C0], Edges::Colors(Vec::new()), 1.0);
        style.antialiased = false;
        let cells = Cells::new(grid);
        style.base.sticky = cells.limits.into();
        Self {
            cells,
            gouraud,
            remembered: Remembered::default(),
            style,
        }
    }

    /// Colours the mesh by another array, which must have the shape of the first one. Limits that the norm does not set
    /// are taken from the first array.
    ///
    /// # Errors
    /// [`Error::Setting`] for an array of another shape; the mesh keeps its own.
    pub fn set_array<T: Datum, S: Data<Elem = T>>(
        &mut self,
        array: &ArrayBase<S, Ix2>,
    ) -> Result<()> {
        let values = values(array, self.shape())?;
        self.style.set_array(&values);
        Ok(())
    }

    /// (rows, columns) of the array.
    pub fn shape(&self) -> (usize, usize) {
        match self.gouraud {
            true => self.cells.grid.shape(),
            false => self.cells.shape(),
        }
    }

    fn put_array(&mut self, array: Option<Vec<f64>>) -> Result<()> {
        let (rows, columns) = self.shape();
        if let Some(values) = &array
            && values.len() != rows * columns
        {
            return Err(Error::Setting {
                name: "array",
                value: format!("of {} values", values.len()),
                expected: "as many values as the mesh has cells, or points if it is shaded",
            });
        }
        self.style.put_array(array);
        Ok(())
    }

    fn draw_cells(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>, paint: &CollectionPaint<'_>) {
        let places = self.cells.places(ctx);
        for (i, corners) in self.cells.corners(&places, false).enumerate() {
            let element = paint.element(i, ctx);
            let gc = GraphicsContext {
                snap: Snap::Always,
                edge: (element.edge)
                    .map(|(color, stroke)| (color, stroke.with_dashes(0.0, NO_DASHES))),
                ..element
            };
            canvas.draw_path(&around(corners), &gc);
        }
    }

    fn draw_shaded(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let fine = self.style.fine(ctx)?;
        if fine.is_empty() {
            return Ok(());
        }
        let (rows, columns) = self.cells.grid.shape();
        let count = (rows * columns) as u32;
        let fine: Vec<Fine> = match fine.len() == count as usize {
            true => fine,
            false => fine.into_iter().cycle().take(count as usize).collect(),
        };
        let mut colors: Vec<Rgba> = fine.iter().map(|color| mean([*color])).collect();
        colors.extend(self.cells.corners(&fine, true).map(mean));
        let values = self.style.array().unwrap_or_default();
        // Which cells are drawn depends on the values if some are bad.
        let triangles = match values.iter().all(|value| value.is_finite()) {
            true => 4 * (colors.len() - fine.len()),
            false => 0,
        };
        let is_good =
            |(_, corner): &Corner| values.get(*corner as usize).is_none_or(|v| v.is_finite());
        let quarters = || {
            let places = self.cells.places(ctx);
            let corners: Vec<Corner> = places.into_iter().zip(0..).collect();
            let cells: Vec<[Corner; 4]> = self.cells.corners(&corners, true).collect();
            let good =
                (cells.into_iter().zip(count..)).filter(move |(cell, _)| cell.iter().all(is_good));
            good.flat_map(|(cell, middle)| quarters(cell, middle))
        };
        let clip = self.style.base.clip(ctx);
        self.remembered
            .draw((triangles, quarters), &colors, clip, (canvas, ctx));
        Ok(())
    }
}

const NO_DASHES: [f64; 0] = [];

/// The triangles between the sides of a cell and its middle, whose colour has this number.
fn quarters(cell: [Corner; 4], middle: u32) -> impl Iterator<Item = [Corner; 3]> {
    let sum = cell.iter().map(|corner| corner.0.to_vec2()).sum::<Vec2>();
    let middle = ((sum / 4.0).to_point(), middle);
    (0..4).map(move |i| [cell[i], cell[(i + 1) % 4], middle])
}

impl Artist for QuadMesh {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        self.cells.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.style.refuse_effects("pcolormesh")?;
        if self.gouraud {
            return self.draw_shaded(canvas, ctx);
        }
        let paint = self
            .style
            .paint(ctx, ctx.style.patch_linewidth, ColorSpec::BLACK)?;
        if paint.is_nothing() {
            return Ok(());
        }
        match Boxes::new(&self.cells, ctx, &paint) {
            Some(boxes) => boxes.draw(canvas, &paint),
            None => self.draw_cells(canvas, ctx, &paint),
        }
        Ok(())
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn points_can_be_replaced_and_an_array_that_does_not_fit_goes() {
        let mut mesh = QuadMesh::from_coordinates(&[0.0, 1.0, 3.0], &[0.0, 2.0]).unwrap();
        mesh.set_array(&array![[1.0, 2.0]]).unwrap();
        mesh.set_coordinates(&[0.0, 1.0, 2.0], &[1.0, 2.0]).unwrap();
        assert_eq!(mesh.array(), Some(&[1.0, 2.0][..]));
        assert!(mesh.set_coordinates(&[0.0, f64::NAN], &[1.0, 2.0]).is_err());
        assert_eq!(mesh.shape(), (1, 2));
        mesh.set_coordinates(&[0.0, 1.0], &[1.0, 2.0, 3.0]).unwrap();
        assert_eq!(
            (mesh.shape(), mesh.array()),
            ((2, 1), Some(&[1.0, 2.0][..]))
        );
        mesh.set_coordinates(&[0.0, 1.0], &[1.0, 2.0]).unwrap();
        assert_eq!((mesh.shape(), mesh.array()), ((1, 1), None));
    }
}
