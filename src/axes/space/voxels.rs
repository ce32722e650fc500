//! Cubes in space: `voxels`.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::{Array3, ArrayBase, Data, Ix3};

use crate::artists::Poly3DCollection;
use crate::axes::Axes3D;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::options;
use crate::series::{Datum, as_many};

options! {
    /// Options of [`Axes3D::voxels_with`].
    ///
    /// ```
    /// use ndarray::Array3;
    /// use plotreel::axes::VoxelOptions;
    ///
    /// // The corners of 2 x 1 x 1 voxels: twice as long along x as along y and z.
    /// let x = Array3::from_shape_fn((3, 1, 1), |(i, _, _)| 2.0 * i as f64);
    /// let y = Array3::from_shape_fn((1, 2, 1), |(_, i, _)| i as f64);
    /// let z = Array3::from_shape_fn((1, 1, 2), |(_, _, i)| i as f64);
    /// let options = VoxelOptions::new()
    ///     .with_facecolors(["gold", "tan"])?
    ///     .with_edgecolors(["k"])?
    ///     .with_corners(&x, &y, &z);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct VoxelOptions;
    facecolors / with_facecolors: colors = Vec::new(),
        "the colour of all faces, or one for each voxel in the order of the array; none is the next one of the cycle";
    edgecolors / with_edgecolors: colors = Vec::new(),
        "the colour of all edges, or one for each voxel; none are those of the style";
    shade / with_shade: flag = true, "whether a light makes faces and edges brighter or darker";
    corners: value<Option<[Array3<f64>; 3]>> = None, "the coordinates of the corners";
}

impl VoxelOptions {
    /// Sets the coordinates of the corners of all voxels: arrays with one more than there are voxels along each
    /// direction, or with 1 where all are the same. By default they are 0, 1, 2 and so on.
    pub fn with_corners<T: Datum, S: Data<Elem = T>>(
        mut self,
        x: &ArrayBase<S, Ix3>,
        y: &ArrayBase<S, Ix3>,
        z: &ArrayBase<S, Ix3>,
    ) -> Self {
        self.corners = Some([x, y, z].map(|corners| corners.map(Datum::number)));
        self
    }
}

/// The place of a voxel in its array.
type Place = [usize; 3];

/// The polygons of [`Axes3D::voxels`].
///
/// ```
/// use ndarray::Array3;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let filled = |t: usize| Array3::from_shape_fn((4, 4, 4), |(x, y, z)| x + y + z < t);
/// let mut voxels = fig[ax].voxels(&filled(3))?;
/// if let Some(first) = voxels.get([0, 0, 0]) {
///     fig[first].set_facecolor("tab:red")?;
/// }
/// // From frame to frame:
/// voxels.set_filled(&mut fig[ax], &filled(5))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Voxels {
    faces: BTreeMap<Place, Handle<Poly3DCollection>>,
    shape: Place,
    corners: [Array3<f64>; 3],
    options: VoxelOptions,
}

/// The visible faces of a filled voxel.
type Faces = Vec<[[f64; 3]; 4]>;

impl Voxels {
    /// The faces of a voxel, if some were ever seen.
    pub fn get(&self, place: [usize; 3]) -> Option<Handle<Poly3DCollection>> {
        self.faces.get(&place).copied()
    }

    /// The places of voxels whose faces are or were visible, with these faces, in the order of the array.
    pub fn iter(&self) -> impl Iterator<Item = ([usize; 3], Handle<Poly3DCollection>)> {
        self.faces.iter().map(|(place, faces)| (*place, *faces))
    }

    /// Fills other voxels, with the corners and colours of the options. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Setting`] for an array of another shape; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_filled<S: Data<Elem = bool>>(
        &mut self,
        ax: &mut Axes3D,
        filled: &ArrayBase<S, Ix3>,
    ) -> Result<()> {
        if Place::from(filled.dim()) != self.shape {
            return Err(Error::Setting {
                name: "the voxels",
                value: format!("of shape {:?}", filled.dim()),
                expected: "as many along each direction as the first ones",
            });
        }
        let found = self.visible_faces(filled);
        let seen: BTreeSet<Place> = found.iter().map(|(place, _)| *place).collect();
        for (_, handle) in self
            .faces
            .iter()
            .filter(|(place, _)| !seen.contains(*place))
        {
            let voxel = ax.part_mut(*handle);
            voxel.set_faces(Faces::new());
        }
        let limits = self.limits();
        for (place, faces) in found {
            match self.faces.get(&place) {
                Some(handle) => {
                    let voxel = ax.part_mut(*handle);
                    voxel.set_faces(faces);
                }
                None => {
                    let collection = self.collection(place, faces, limits);
                    self.faces.insert(place, ax.add_artist(collection));
                }
            }
        }
        Ok(())
    }

    /// The faces between full voxels and empty ones or the outside, in the order of the reference.
    fn visible_faces<S: Data<Elem = bool>>(
        &self,
        filled: &ArrayBase<S, Ix3>,
    ) -> Vec<(Place, Faces)> {
        const SQUARE: [[usize; 2]; 4] = [[0, 0], [1, 0], [1, 1], [0, 1]];
        let mut order: BTreeMap<Place, usize> = BTreeMap::new();
        let mut all: Vec<(Place, Faces)> = Vec::new();
        // Planes across z, x and y: coordinates along their sides and across become those along x, y and z.
        for turn in 0..3 {
            let turned = |[p, q, r]: Place| {
                let mut place = [p, q, r];
                place.rotate_right(turn);
                place
            };
            let mut counts = self.shape;
            counts.rotate_left(turn);
            let [columns, rows, layers] = counts;
            let mut add = |voxel: Place, [p, q, r]: Place, is_upper: bool| {
                let mut face = SQUARE.map(|[a, b]| self.corner(turned([p + a, q + b, r])));
                if !is_upper {
                    face.reverse();
                }
                let index = *order.entry(voxel).or_insert(all.len());
                match all.get_mut(index) {
                    Some((_, faces)) => faces.push(face),
                    None => all.push((voxel, vec![face])),
                }
            };
            for (p, q) in (0..columns).flat_map(|p| (0..rows).map(move |q| (p, q))) {
                let voxel = |r: usize| turned([p, q, r]);
                let is_full = |r: usize| filled[voxel(r)];
                for r in 0..=layers {
                    let below = r.checked_sub(1).filter(|below| is_full(*below));
                    let above = (r < layers).then_some(r).filter(|above| is_full(*above));
                    match (below, above) {
                        (Some(below), None) => add(voxel(below), [p, q, r], true),
                        (None, Some(above)) => add(voxel(above), [p, q, r], false),
                        _ => {}
                    }
                }
            }
        }
        all
    }

    fn corner(&self, place: Place) -> [f64; 3] {
        [0, 1, 2].map(|axis| self.corners[axis][place])
    }

    /// The range of all corners.
    fn limits(&self) -> DataLimits {
        let [x, y, z] =
            [0, 1, 2].map(|axis| self.corners[axis].iter().copied().collect::<Vec<_>>());
        DataLimits::of_points_3d(&x, &y, &z)
    }

    fn collection(&self, place: Place, faces: Faces, limits: DataLimits) -> Poly3DCollection {
        let [_, rows, layers] = self.shape;
        let index = (place[0] * rows + place[1]) * layers + place[2];
        let color = |colors: &[ColorSpec]| match colors {
            [] => None,
            [single] => Some(*single),
            colors => colors.get(index).copied(),
        };
        let [face, edge] = [&self.options.facecolors, &self.options.edgecolors];
        let face = color(face).unwrap_or(ColorSpec::C0);
        Poly3DCollection::of_voxel(faces, limits, (face, color(edge)), self.options.shade)
    }
}

impl Axes3D {
    /// Draws a cube for each `true` of an array, the one at [i, j, k] from the point (i, j, k) on, in the next colour
    /// of the cycle for areas, shaded by a light. Faces between two cubes are left out.
    ///
    /// ```
    /// use ndarray::Array3;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let filled = |t: usize| Array3::from_shape_fn((4, 4, 4), |(x, y, z)| x + y + z < t);
    /// let mut voxels = fig[ax].voxels(&filled(3))?;
    /// // From frame to frame:
    /// voxels.set_filled(&mut fig[ax], &filled(5))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`voxels_with`](Self::voxels_with).
    pub fn voxels<S: Data<Elem = bool>>(&mut self, filled: &ArrayBase<S, Ix3>) -> Result<Voxels> {
        self.voxels_with(filled, &VoxelOptions::default())
    }

    /// Draws voxels as [`voxels`](Self::voxels) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`] for colours that are neither one nor one for each voxel, [`Error::Setting`] for corners whose
    /// shape does not suit the array.
    pub fn voxels_with<S: Data<Elem = bool>>(
        &mut self,
        filled: &ArrayBase<S, Ix3>,
        options: &VoxelOptions,
    ) -> Result<Voxels> {
        options.check_options()?;
        let shape = Place::from(filled.dim());
        for colors in [&options.facecolors, &options.edgecolors] {
            if colors.len() > 1 {
                as_many((colors.len(), "colours"), (filled.len(), "voxels"))?;
            }
        }
        let corners = corners(shape, options)?;
        let mut options = options.clone();
        if options.facecolors.is_empty() {
            options.facecolors.push(self.next_patch_color());
        }
        let mut voxels = Voxels {
            faces: BTreeMap::new(),
            shape,
            corners,
            options,
        };
        voxels.set_filled(self, filled)?;
        Ok(voxels)
    }
}

/// The coordinates of all corners.
fn corners(shape: Place, options: &VoxelOptions) -> Result<[Array3<f64>; 3]> {
    let shape = shape.map(|count| count + 1);
    let Some(given) = &options.corners else {
        let along =
            |axis: usize| Array3::from_shape_fn(shape, |place| <Place>::from(place)[axis] as f64);
        return Ok([0, 1, 2].map(along));
    };
    let mut all = [(); 3].map(|()| Array3::zeros(shape));
    for (all, given) in all.iter_mut().zip(given) {
        let corners = given.broadcast(shape).ok_or_else(|| Error::Setting {
            name: "the corners of voxels",
            value: format!("of shape {:?}", given.dim()),
            expected: "one more than there are voxels along each direction, or 1",
        })?;
        all.assign(&corners);
    }
    Ok(all)
}
