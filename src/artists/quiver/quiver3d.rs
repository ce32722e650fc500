//! Arrows in space.

use std::borrow::Cow;

use crate::artists::quiver::Pivot;
use crate::artists::{
    Artist, DrawContext, LegendHandle, Line3DCollection, Obstacles, ScalarMappable,
};
use crate::canvas::Canvas;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::{Angle, Check, properties};
use crate::series::{Field, Series, count_of, for_each};

/// The angle between the shaft and each side of the head, in degrees.
const HEAD: f64 = 15.0;

type Vector = [f64; 3];

/// Arrows in space (what [`Axes3D::quiver`](crate::Axes3D::quiver) draws): lines, which have the properties of a
/// [`Line3DCollection`]. First come the shafts of all arrows, then one side of all heads, then the other.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let arrows = fig[ax].quiver(&[0, 1], &[0, 0], &[0, 0], &[0.5], &[0.0, 0.5], &[1.0])?;
/// fig[arrows].set_color("tab:red")?;
/// // From frame to frame:
/// fig[arrows].set_uvw(&[0.4, 0.5], &[0.1, 0.5], &[1.0, 1.0])?;
/// fig[arrows].set_offsets(&[0.0, 1.1], &[0.0, 0.1], &[0.0, 0.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Quiver3D {
    offsets: [Vec<f64>; 3],
    vectors: [Vec<f64>; 3],
    length: f64,
    arrow_length_ratio: f64,
    pivot: Pivot,
    normalize: bool,
    /// If they are the heads at error bars' ends: the length in data units of one pixel, times the pixels of the axes.
    head: Option<f64>,
    lines: Line3DCollection,
}

properties! {
    impl[] Quiver3D, in lines: Line3DCollection;
    @by name:
    length: f64 = |arrows| arrows.length, |arrows, length| arrows.set_length(length),
        "the length of an arrow as a multiple of its vector's";
    arrow_length_ratio: f64 = |arrows| arrows.arrow_length_ratio, |arrows, ratio| arrows.set_arrow_length_ratio(ratio),
        "the length of the sides of a head as a fraction of the arrow's";
    pivot: Pivot = |arrows| arrows.pivot, |arrows, pivot| arrows.set_pivot(pivot),
        "the part of an arrow that is at its position";
    normalize: bool = |arrows| arrows.normalize, |arrows, normalize| arrows.set_normalize(normalize),
        "whether all vectors are taken to have length 1";
}

impl Quiver3D {
    pub(crate) fn new(columns: [Vec<f64>; 6]) -> Result<Self> {
        let count = count_of(&columns);
        let [x, y, z, u, v, w] = for_each(columns, (count, "arrows"))?;
        let mut arrows = Self {
            offsets: [x, y, z],
            vectors: [u, v, w],
            length: 1.0,
            arrow_length_ratio: 0.3,
            pivot: Pivot::Tail,
            normalize: false,
            head: None,
            lines: Line3DCollection::new([[[0.0; 3]; 0]; 0]),
        };
        arrows.place();
        Ok(arrows)
    }

    /// Heads without shafts at the limits of error bars, in this direction. Their length is a fraction of the axes'
    /// place when they are drawn, times `head`.
    pub(crate) fn heads(points: &[Vector], direction: Vector, head: f64) -> Self {
        let mut arrows = Self {
            offsets: Default::default(),
            vectors: Default::default(),
            length: 0.0,
            arrow_length_ratio: 1.0,
            pivot: Pivot::Tail,
            normalize: false,
            head: Some(head),
            lines: Line3DCollection::new([[[0.0; 3]; 0]; 0]),
        };
        arrows.set_heads(points, direction);
        arrows
    }

    /// Replaces the heads at the limits of error bars, whose number may change.
    pub(crate) fn set_heads(&mut self, points: &[Vector], direction: Vector) {
        self.offsets = [0, 1, 2].map(|i| points.iter().map(|point| point[i]).collect());
        self.vectors = direction.map(|v| vec![v; points.len()]);
        self.place();
    }

    /// The lines to be drawn.
    fn lines(&self, ctx: &DrawContext<'_>) -> Cow<'_, Line3DCollection> {
        let Some(head) = self.head else {
            return Cow::Borrowed(&self.lines);
        };
        let (width, height) = (ctx.place.width, ctx.place.height);
        let mut sized = self.clone();
        sized.length = head * ctx.points_to_pixels(1.0) * 0.5 * (1.0 / width + 1.0 / height);
        sized.place();
        Cow::Owned(sized.lines)
    }

    /// Sets the length of an arrow as a multiple of its vector's; 1 by default.
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is finite.
    pub fn set_length(&mut self, length: f64) -> Result<()> {
        self.length = Angle::checked("length", length)?;
        self.head = None;
        self.place();
        Ok(())
    }

    /// The length of an arrow as a multiple of its vector's.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// Sets the length of the sides of a head as a fraction of the arrow's; 0.3 by default.
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is finite.
    pub fn set_arrow_length_ratio(&mut self, ratio: f64) -> Result<()> {
        self.arrow_length_ratio = Angle::checked("arrow_length_ratio", ratio)?;
        self.place();
        Ok(())
    }

    /// The length of the sides of a head as a fraction of the arrow's.
    pub fn arrow_length_ratio(&self) -> f64 {
        self.arrow_length_ratio
    }

    /// Sets the part of an arrow that is at its position.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_pivot<V: TryInto<Pivot>>(&mut self, pivot: V) -> Result<()>
    where
        Error: From<V::Error>,
    {
        self.pivot = pivot.try_into()?;
        self.place();
        Ok(())
    }

    /// The part of an arrow that is at its position.
    pub fn pivot(&self) -> Pivot {
        self.pivot
    }

    /// Sets whether all vectors are taken to have length 1.
    pub fn set_normalize(&mut self, normalize: bool) {
        self.normalize = normalize;
        self.place();
    }

    /// Whether all vectors are taken to have length 1.
    pub fn normalize(&self) -> bool {
        self.normalize
    }

    /// Replaces the vectors of all arrows, the number of which stays the same: each of u, v and w is one number for
    /// all, or one for each.
    ///
    /// # Errors
    /// [`Error::Lengths`] for other numbers.
    pub fn set_uvw(
        &mut self,
        u: &(impl Series + ?Sized),
        v: &(impl Series + ?Sized),
        w: &(impl Series + ?Sized),
    ) -> Result<()> {
        let count = (self.offsets[0].len(), "arrows");
        self.vectors = for_each([u.values(), v.values(), w.values()], count)?;
        self.place();
        Ok(())
    }

    /// Moves all arrows, the number of which stays the same: each of x, y and z is one number for all, or one for each.
    /// The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`] for other numbers.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        let count = (self.vectors[0].len(), "arrows");
        self.offsets = for_each([x.values(), y.values(), z.values()], count)?;
        self.place();
        Ok(())
    }

    /// The vectors: u, v and w of all arrows.
    pub fn uvw(&self) -> (&[f64], &[f64], &[f64]) {
        let [u, v, w] = &self.vectors;
        (u, v, w)
    }

    /// The positions: x, y and z of all arrows.
    pub fn offsets(&self) -> (&[f64], &[f64], &[f64]) {
        let [x, y, z] = &self.offsets;
        (x, y, z)
    }

    /// Makes the lines of the arrows.
    fn place(&mut self) {
        let length = self.length;
        let head = -length * self.arrow_length_ratio;
        let tail = match self.pivot {
            Pivot::Tail => 0.0,
            Pivot::Middle => -0.5 * length,
            Pivot::Tip => -length,
        };
        let row = |columns: &[Vec<f64>; 3], i: usize| [0, 1, 2].map(|c| columns[c][i]);
        let arrows: Vec<(Vector, Vector)> = (0..self.offsets[0].len())
            .map(|i| {
                let vector = row(&self.vectors, i);
                let size = norm(vector);
                let vector = match self.normalize && size > 0.0 {
                    true => vector.map(|v| v / size),
                    false => vector,
                };
                (row(&self.offsets, i), vector)
            })
            .collect();
        let tip = |(from, vector): &(Vector, Vector)| along(*from, *vector, tail + length);
        let shaft = |arrow: &(Vector, Vector)| [tip(arrow), along(arrow.0, arrow.1, tail)];
        let side = |turn: f64| {
            move |arrow: &(Vector, Vector)| {
                let back = turned(arrow.1, turn);
                let tip = tip(arrow);
                [tip, along(tip, back, head)]
            }
        };
        let shafts = arrows.iter().map(shaft);
        let left = arrows.iter().map(side(HEAD));
        let right = arrows.iter().map(side(-HEAD));
        self.lines.set_segments(shafts.chain(left).chain(right));
    }
}

fn norm(v: Vector) -> f64 {
    (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).sqrt()
}

fn along(from: Vector, direction: Vector, by: f64) -> Vector {
    [0, 1, 2].map(|i| from[i] + by * direction[i])
}

/// A vector turned by so many degrees about the horizontal line at a right angle to it; one along z about y.
fn turned([u, v, w]: Vector, degrees: f64) -> Vector {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let flat = u.hypot(v);
    let (x, y) = match flat > 0.0 {
        true => (v / flat, -u / flat),
        false => (0.0, 1.0),
    };
    let forward = (x * u + y * v) * (1.0 - cos);
    [
        cos * u + x * forward + y * w * sin,
        cos * v + y * forward - x * w * sin,
        cos * w + (x * v - y * u) * sin,
    ]
}

impl Artist for Quiver3D {
    crate::artists::artist_parts!(lines.style.base);

    /// The range of the positions, as in the reference.
    fn data_limits(&self) -> DataLimits {
        let [x, y, z] = &self.offsets;
        DataLimits::of_points_3d(x, y, z)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.lines(ctx).draw(canvas, ctx)
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        self.lines(ctx).depth(ctx)
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.lines.legend_handle(ctx)
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.lines(ctx).obstacles(canvas, ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        self.lines.mappable()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_of_a_head_are_turned_up_and_down() {
        let [up, down] = [HEAD, -HEAD].map(|turn| turned([2.0, 0.0, 0.0], turn));
        assert!((up[0] - down[0]).abs() < 1e-12 && (up[2] + down[2]).abs() < 1e-12);
        assert!((norm(up) - 2.0).abs() < 1e-12 && up[2] > 0.5);
        let steep = turned([0.0, 0.0, 1.0], HEAD);
        assert!(steep[0] > 0.2 && steep[1].abs() < 1e-12);
    }
}
