//! The area between two lines in space.

use crate::artists::poly3d::Poly3DCollection;
use crate::artists::poly3d::polygons::Polygons;
use crate::color::ColorSpec;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::mapping::vector::{Vector, cross, dot, length, minus};
use crate::properties::{names, options};
use crate::series::{Field, Series, as_many, count_of, for_each};

/// Vectors of length 1 whose products are smaller than this are parallel, or in a plane.
const FLAT: f64 = 1e-12;

/// What the area between two lines in space is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum BandMode {
    /// A polygon if all points are in a plane, else quadrangles.
    #[default]
    Auto,
    /// Quadrangles between neighbouring points, which are shaded by a light.
    Quad,
    /// One polygon.
    Polygon,
}

names! {
    BandMode, "the mode of fill_between", "auto, quad or polygon";
    Auto: "auto",
    Quad: "quad",
    Polygon: "polygon",
}

options! {
    /// Options of [`Axes3D::fill_between_with`](crate::Axes3D::fill_between_with).
    ///
    /// ```
    /// use plotreel::collections::FillBetween3DOptions;
    ///
    /// let options = FillBetween3DOptions::new().with_mode("quad")?.with_where([true, true, false]);
    /// # let _ = options;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct FillBetween3DOptions;
    mask: value<Option<Vec<bool>>> = None, "which points take part (`where`); by default all";
    mode / with_mode: choice<BandMode> = BandMode::default(), "what the area is made of";
}

impl FillBetween3DOptions {
    /// Sets which points take part (`where`).
    pub fn with_where(mut self, mask: impl Into<Vec<bool>>) -> Self {
        self.mask = Some(mask.into());
        self
    }
}

impl Poly3DCollection {
    /// The area between two lines, without any points at first.
    pub(crate) fn of_band(color: ColorSpec) -> Self {
        Self::of_polygons(Polygons::new(Vec::<Vec<[f64; 3]>>::new()), color)
    }

    /// Replaces all polygons by the area between two lines, each of x, y and z: a number for all points, or one for each.
    /// The axes' limits are not changed.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::collections::FillBetween3DOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y, z) = ([0.0, 1.0, 2.0], [0.0, 1.0, 0.5], [1.0, 2.0, 1.5]);
    /// let band = fig[ax].fill_between(&x, &y, &z, &x, &y, &[0.0])?;
    /// // From frame to frame:
    /// fig[band].set_band((&x, &y, &[1.0, 1.5, 1.0]), (&x, &y, &[0.0]), &FillBetween3DOptions::new())?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for other numbers; the polygons are not changed then.
    pub fn set_band(
        &mut self,
        (x1, y1, z1): (
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
        ),
        (x2, y2, z2): (
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
        ),
        options: &FillBetween3DOptions,
    ) -> Result<()> {
        options.check_options()?;
        let columns = [
            x1.values(),
            y1.values(),
            z1.values(),
            x2.values(),
            y2.values(),
            z2.values(),
        ];
        let count = count_of(&columns);
        let columns = for_each(columns, (count, "points"))?;
        if let Some(mask) = &options.mask {
            as_many((mask.len(), "masks"), (count, "points"))?;
        }
        let band = Band::new(&columns, options.mask.as_deref());
        let is_whole = match options.mode {
            BandMode::Auto => band.is_plane(),
            BandMode::Quad => false,
            BandMode::Polygon => true,
        };
        self.put(Polygons::new(match is_whole {
            true => band.polygons(),
            false => band.quadrangles(),
        }));
        self.polygons.limits = limits(&columns);
        self.shade = !is_whole;
        Ok(())
    }
}

/// The range of all points, whether they take part or not.
fn limits(columns: &[Vec<f64>; 6]) -> DataLimits {
    let range = |i: usize| DataRange::of(columns[i].iter().chain(&columns[i + 3]).copied());
    DataLimits {
        x: range(0),
        y: range(1),
        z: range(2),
    }
}

/// Points of the first line, each with that of the second, in runs without gaps.
struct Band {
    runs: Vec<Vec<[[f64; 3]; 2]>>,
}

impl Band {
    fn new(columns: &[Vec<f64>; 6], mask: Option<&[bool]>) -> Self {
        let mut runs = vec![Vec::new()];
        for i in 0..columns[0].len() {
            let [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(|column| columns[column][i]);
            let pair = [[a, b, c], [d, e, f]];
            let is_known = !pair.as_flattened().iter().any(|v| v.is_nan());
            match runs.last_mut() {
                Some(run) if is_known && mask.is_none_or(|mask| mask[i]) => run.push(pair),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        Self { runs }
    }

    fn points(&self) -> impl Iterator<Item = [f64; 3]> {
        self.runs.iter().flatten().flatten().copied()
    }

    /// Whether all points are in one plane, as `_all_points_on_plane`.
    fn is_plane(&self) -> bool {
        let Some(first) = self.points().next() else {
            return true;
        };
        let directions = || self.points().filter_map(move |p| unit(minus(p, first)));
        let Some(along) = directions().next() else {
            return true;
        };
        let across = directions().map(|v| cross(along, v));
        let normal = across.filter(|n| length(*n) > FLAT).find_map(unit);
        normal.is_none_or(|normal| directions().all(|v| dot(normal, v).abs() <= FLAT))
    }

    fn polygons(&self) -> Vec<Vec<[f64; 3]>> {
        let around = |run: &Vec<[[f64; 3]; 2]>| {
            let forth = run.iter().map(|pair| pair[0]);
            forth.chain(run.iter().rev().map(|pair| pair[1])).collect()
        };
        self.runs.iter().map(around).collect()
    }

    fn quadrangles(&self) -> Vec<Vec<[f64; 3]>> {
        let pairs = self
            .runs
            .iter()
            .flat_map(|run| run.iter().zip(run.iter().skip(1)));
        pairs.map(|([a, b], [c, d])| vec![*a, *c, *d, *b]).collect()
    }
}

/// The vector with length 1, unless it has none.
fn unit(v: Vector) -> Option<Vector> {
    let length = length(v);
    (length > 0.0 && length.is_finite()).then(|| v.map(|x| x / length))
}
