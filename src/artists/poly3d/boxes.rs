//! Boxes in space: bars and voxels.

use crate::artists::color_list::specs;
use crate::artists::edge_colors::Edges;
use crate::artists::poly3d::Poly3DCollection;
use crate::artists::poly3d::polygons::Polygons;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::series::{Field, Series, count_of, for_each};

impl Poly3DCollection {
    /// Shaded boxes, without any at first.
    pub(crate) fn of_boxes(color: ColorSpec) -> Self {
        let mut boxes = Self::of_polygons(Polygons::of_boxes(&[]), color);
        boxes.shade = true;
        boxes
    }

    /// The faces of a voxel in axes with these limits, with the colours of faces and edges.
    pub(crate) fn of_voxel(
        faces: Vec<[[f64; 3]; 4]>,
        limits: DataLimits,
        (face, edge): (ColorSpec, Option<ColorSpec>),
        shade: bool,
    ) -> Self {
        let mut voxel = Self::of_polygons(Polygons::new(faces), face);
        voxel.polygons.limits = limits;
        voxel.shade = shade;
        voxel.shaded_edges = edge.into_iter().collect();
        if edge.is_some() {
            voxel.style.edges = Edges::Colors(voxel.shaded_edges.clone());
        }
        voxel
    }

    /// Replaces all polygons without changing their limits.
    pub(crate) fn set_faces(&mut self, faces: Vec<[[f64; 3]; 4]>) {
        let limits = self.polygons.limits;
        self.put(Polygons::new(faces));
        self.polygons.limits = limits;
    }

    /// Replaces all polygons by the faces of boxes from the corners (x, y, z) on, with the widths dx, the depths dy and
    /// the heights dz: each has one number for all boxes, or one for each. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for other numbers; the polygons are not changed then.
    pub fn set_bars(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        dx: &(impl Series + ?Sized),
        dy: &(impl Series + ?Sized),
        dz: &(impl Series + ?Sized),
    ) -> Result<()> {
        let columns = [
            x.values(),
            y.values(),
            z.values(),
            dx.values(),
            dy.values(),
            dz.values(),
        ];
        let count = count_of(&columns);
        let columns = for_each(columns, (count, "bars"))?;
        let boxes = (0..count).map(|i| {
            let [x, y, z, dx, dy, dz] = columns.each_ref().map(|column| column[i]);
            ([x, y, z], [dx, dy, dz])
        });
        self.put(Polygons::of_boxes(&boxes.collect::<Vec<_>>()));
        Ok(())
    }

    /// Sets a colour for each of the boxes of [`bar3d`](crate::Axes3D::bar3d), on all six faces. They repeat if there
    /// are fewer. With [`set_facecolors`](crate::collections::CollectionBase::set_facecolors), six colours are those of
    /// the faces of each box: at the low and the high end of z, of y, and of x.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_bar_colors<C: IntoColor>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        let colors = specs(colors)?;
        self.style.faces = colors.into_iter().flat_map(|color| [color; 6]).collect();
        Ok(())
    }
}
