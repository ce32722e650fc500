//! Areas between two lines: `fill_between`, `fill_betweenx`, `stackplot`.

use crate::artists::{Artist, DrawContext, DrawStyle, LegendHandle, Obstacles, PolyCollection};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{options, properties};
use crate::series::{Series, as_many};

options! {
    /// Options of `fill_between`.
    ///
    /// ```
    /// use plotreel::collections::FillBetweenOptions;
    ///
    /// let options = FillBetweenOptions::new().with_step("steps-mid")?.with_where([true, true, false]);
    /// assert!(!options.interpolate());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct FillBetweenOptions;
    mask: value<Option<Vec<bool>>> = None, "which points take part (`where`); by default all";
    interpolate / with_interpolate: flag = false,
        "whether areas end where the lines cross, rather than at the last point that takes part";
    step / with_step: choice<DrawStyle> = DrawStyle::default(), "whether the lines are drawn in steps";
}

impl FillBetweenOptions {
    /// Sets which points take part (`where`).
    pub fn with_where(mut self, mask: impl Into<Vec<bool>>) -> Self {
        self.mask = Some(mask.into());
        self
    }
}

/// The area between two lines, in pieces separated by gaps.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let x = [0.0, 1.0, 2.0];
/// let band = fig[ax].fill_between(&x, &[1.0, 2.0, 1.5], &[0.5])?;
/// fig[band].set_alpha(0.3)?;
/// fig[band].set_data(&x, &[1.0, 3.0, 1.5], &[0.5])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FillBetweenPolyCollection {
    /// Whether the lines are vertical, with common y.
    upright: bool,
    interpolate: bool,
    step: DrawStyle,
    polygons: PolyCollection,
    limits: DataLimits,
}

properties! {
    impl[] FillBetweenPolyCollection, in polygons: PolyCollection;
    @by name:
    verts: Vec<Vec<(f64, f64)>> = |area| area.polygons.verts().to_vec(),
        |area, verts| area.set_verts(verts),
        "the vertices of the polygons";
}

/// Two lines over common coordinates, all of one length.
struct Lines {
    t: Vec<f64>,
    f1: Vec<f64>,
    f2: Vec<f64>,
}

impl FillBetweenPolyCollection {
    pub(crate) fn new(
        upright: bool,
        lines: [&[f64]; 3],
        options: &FillBetweenOptions,
        face: ColorSpec,
    ) -> Result<Self> {
        options.check_options()?;
        let mut area = Self {
            upright,
            interpolate: options.interpolate,
            step: options.step,
            polygons: PolyCollection::of_color(Vec::new(), face),
            limits: DataLimits::default(),
        };
        area.set_lines(lines, options.mask.as_deref())?;
        Ok(area)
    }

    /// Replaces the lines: the common coordinates, and the two others with one value per point or one for all. All
    /// points take part; the axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for lines of different lengths.
    pub fn set_data(
        &mut self,
        t: &(impl Series + ?Sized),
        f1: &(impl Series + ?Sized),
        f2: &(impl Series + ?Sized),
    ) -> Result<()> {
        let [mut a, mut b, mut c] = [Vec::new(), Vec::new(), Vec::new()];
        t.copy_to(&mut a);
        f1.copy_to(&mut b);
        f2.copy_to(&mut c);
        self.set_lines([&a, &b, &c], None)
    }

    /// Replaces the polygons themselves.
    pub fn set_verts<V: AsRef<[(f64, f64)]>>(&mut self, verts: impl IntoIterator<Item = V>) {
        self.polygons.set_verts(verts);
        self.limits = self.polygons.data_limits();
    }

    fn set_lines(&mut self, lines: [&[f64]; 3], mask: Option<&[bool]>) -> Result<()> {
        let lines = Lines::new(lines)?;
        if let Some(mask) = mask {
            let points = (lines.t.len(), "points");
            as_many((mask.len(), "values of the mask"), points)?;
        }
        let shown: Vec<bool> = (0..lines.t.len())
            .map(|i| lines.is_finite(i) && mask.is_none_or(|mask| mask[i]))
            .collect();
        self.limits = self.turned(lines.limits(&shown));
        let polygons: Vec<_> = runs(&shown)
            .into_iter()
            .map(|(start, end)| {
                let area = lines.polygon((start, end), self.interpolate, self.step);
                area.into_iter()
                    .map(|point| self.point(point))
                    .collect::<Vec<_>>()
            })
            .collect();
        self.polygons.set_verts(polygons);
        Ok(())
    }

    fn point(&self, (t, f): (f64, f64)) -> (f64, f64) {
        if self.upright { (f, t) } else { (t, f) }
    }

    fn turned(&self, limits: DataLimits) -> DataLimits {
        if !self.upright {
            return limits;
        }
        DataLimits {
            x: limits.y,
            y: limits.x,
            z: None,
        }
    }
}

impl Lines {
    fn new(lines: [&[f64]; 3]) -> Result<Self> {
        let len = lines.iter().map(|line| line.len()).find(|len| *len != 1);
        let len = len.unwrap_or(1);
        let spread = |line: &[f64], what| match line {
            [value] => Ok(vec![*value; len]),
            _ => as_many((line.len(), what), (len, "points")).map(|()| line.to_vec()),
        };
        let [t, f1, f2] = lines;
        Ok(Self {
            t: spread(t, "coordinates")?,
            f1: spread(f1, "values of the first line")?,
            f2: spread(f2, "values of the second line")?,
        })
    }

    fn is_finite(&self, i: usize) -> bool {
        self.t[i].is_finite() && self.f1[i].is_finite() && self.f2[i].is_finite()
    }

    fn limits(&self, shown: &[bool]) -> DataLimits {
        let shown = || (0..shown.len()).filter(|i| shown[*i]);
        let t: Vec<f64> = shown().chain(shown()).map(|i| self.t[i]).collect();
        let f = shown()
            .map(|i| self.f1[i])
            .chain(shown().map(|i| self.f2[i]));
        DataLimits::of_points(&t, &f.collect::<Vec<_>>())
    }

    /// Along the first line and back along the second.
    fn polygon(
        &self,
        (start, end): (usize, usize),
        interpolate: bool,
        step: DrawStyle,
    ) -> Vec<(f64, f64)> {
        let line = |f: &[f64]| {
            let mut out = Vec::new();
            step.vertices(&self.t[start..end], &f[start..end], &mut out);
            out.into_iter().map(|p| (p.x, p.y)).collect::<Vec<_>>()
        };
        let (there, back) = (line(&self.f1), line(&self.f2));
        let ends = if interpolate {
            [self.crossing(start), self.crossing(end)].map(Some)
        } else {
            [back.first().copied(), back.last().copied()]
        };
        let mut polygon = Vec::with_capacity(there.len() + back.len() + 2);
        polygon.extend(ends[0]);
        polygon.extend(there);
        polygon.extend(ends[1]);
        polygon.extend(back.into_iter().rev());
        polygon
    }

    /// Where the lines cross between the point before and this one.
    fn crossing(&self, i: usize) -> (f64, f64) {
        let last = self.t.len() - 1;
        let before = i.saturating_sub(1);
        if i == before || i > last {
            return (self.t[before], self.f1[before]);
        }
        match (self.is_finite(before), self.is_finite(i)) {
            (_, false) => return (self.t[before], self.f1[before]),
            (false, _) => return (self.t[i], self.f1[i]),
            _ => {}
        }
        let gap = |i: usize| self.f1[i] - self.f2[i];
        let t = interpolated(0.0, [gap(before), gap(i)], [self.t[before], self.t[i]]);
        let f = interpolated(
            t,
            [self.t[before], self.t[i]],
            [self.f1[before], self.f1[i]],
        );
        (t, f)
    }
}

/// y at x on the line between two points, or that of the nearer one outside.
fn interpolated(x: f64, xs: [f64; 2], ys: [f64; 2]) -> f64 {
    let (low, high) = if xs[0] <= xs[1] { (0, 1) } else { (1, 0) };
    if x <= xs[low] {
        ys[low]
    } else if x >= xs[high] {
        ys[high]
    } else {
        (ys[high] - ys[low]) / (xs[high] - xs[low]) * (x - xs[low]) + ys[low]
    }
}

/// Where runs of `true` begin and end.
fn runs(mask: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (i, shown) in mask.iter().chain([&false]).enumerate() {
        match (start, shown) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                runs.push((from, i));
                start = None;
            }
            _ => {}
        }
    }
    runs
}

impl Artist for FillBetweenPolyCollection {
    crate::artists::artist_parts!(polygons.style.base);

    fn data_limits(&self) -> DataLimits {
        self.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.polygons.draw(canvas, ctx)
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.polygons.legend_handle(ctx)
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.polygons.obstacles(canvas, ctx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_end_where_points_are_missing() {
        assert_eq!(runs(&[true, true, false, true]), [(0, 2), (3, 4)]);
        assert_eq!(runs(&[false, false]), []);
        assert_eq!(runs(&[]), []);
    }

    #[test]
    fn areas_end_where_the_lines_cross() {
        let lines = Lines::new([&[0.0, 1.0, 2.0], &[1.0, 0.0, 0.0], &[0.0, 1.0, 1.0]]).unwrap();
        let area = lines.polygon((0, 1), true, DrawStyle::Default);
        assert_eq!(area, [(0.0, 1.0), (0.0, 1.0), (0.5, 0.5), (0.0, 0.0)]);
    }

    #[test]
    fn lines_of_other_lengths_are_refused() {
        assert!(Lines::new([&[0.0, 1.0], &[1.0], &[0.0]]).is_ok());
        assert!(Lines::new([&[0.0, 1.0], &[1.0; 3], &[0.0]]).is_err());
        assert!(Lines::new([&[], &[1.0], &[0.0]]).is_ok());
    }
}
