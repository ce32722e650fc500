//! Which points of a line have a marker.

use kurbo::Point;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, refused};

/// The points of a line that have a marker.
///
/// It is converted from matplotlib's forms: `n`, `(start, n)`, a list of indices, a list of `true` and `false`, and
/// as floats the distance between markers or `(start, distance)`, in diagonals of the axes.
///
/// ```
/// use plotreel::artists::MarkEvery;
///
/// assert_eq!(MarkEvery::from(5), MarkEvery::Every(5));
/// assert_eq!(MarkEvery::from((0.0, 0.1)), MarkEvery::StartFraction(0.0, 0.1));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum MarkEvery {
    /// All of them.
    #[default]
    All,
    /// Every n-th from the first on; n is at least 1.
    Every(usize),
    /// Every n-th from the point of index `.0` on, n being `.1`, at least 1.
    StartEvery(usize, usize),
    /// Those of these indices, in this order.
    Indices(Vec<usize>),
    /// Those nearest to places this far apart along the drawn line, in diagonals of the axes; above 0.
    Fraction(f64),
    /// The same with the first place `.0` from the line's start, and `.1` from place to place.
    StartFraction(f64, f64),
    /// Those with `true`, one for each point.
    Mask(Vec<bool>),
}

impl MarkEvery {
    /// The indices of the points that have a marker.
    ///
    /// `points` and the axes' `diagonal` are in pixels. Points that are not finite are skipped where distances count.
    pub(crate) fn select(&self, points: &[Point], diagonal: f64) -> Result<Vec<usize>> {
        let count = points.len();
        match self {
            Self::All => Ok((0..count).collect()),
            Self::Every(step) => every(0, *step, count),
            Self::StartEvery(start, step) => every(*start, *step, count),
            Self::Indices(indices) => match indices.iter().find(|&&index| index >= count) {
                None => Ok(indices.clone()),
                Some(index) => Err(unusable(*index, "indices below the number of points")),
            },
            Self::Mask(mask) if mask.len() == count => {
                Ok((0..count).filter(|&index| mask[index]).collect())
            }
            Self::Mask(mask) => Err(unusable(
                format!("a mask of {}", mask.len()),
                "true or false for each point",
            )),
            Self::Fraction(step) => along(points, 0.0, *step, diagonal),
            Self::StartFraction(start, step) => along(points, *start, *step, diagonal),
        }
    }
}

impl From<usize> for MarkEvery {
    fn from(step: usize) -> Self {
        Self::Every(step)
    }
}

impl From<(usize, usize)> for MarkEvery {
    fn from((start, step): (usize, usize)) -> Self {
        Self::StartEvery(start, step)
    }
}

impl From<f64> for MarkEvery {
    fn from(step: f64) -> Self {
        Self::Fraction(step)
    }
}

impl From<(f64, f64)> for MarkEvery {
    fn from((start, step): (f64, f64)) -> Self {
        Self::StartFraction(start, step)
    }
}

impl From<Vec<usize>> for MarkEvery {
    fn from(indices: Vec<usize>) -> Self {
        Self::Indices(indices)
    }
}

impl From<&[usize]> for MarkEvery {
    fn from(indices: &[usize]) -> Self {
        Self::Indices(indices.to_vec())
    }
}

impl<const N: usize> From<[usize; N]> for MarkEvery {
    fn from(indices: [usize; N]) -> Self {
        Self::Indices(indices.to_vec())
    }
}

impl From<Vec<bool>> for MarkEvery {
    fn from(mask: Vec<bool>) -> Self {
        Self::Mask(mask)
    }
}

impl PropertyType for MarkEvery {
    const TAKES: &'static str =
        "a step, a start and a step, indices, or true or false for each point; None for all points";

    /// Numbers are integers if possible, else distances: by name, 2 is a step, 0.1 a distance.
    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let whole = |value: &Value| usize::read(name, value).ok();
        match value {
            Value::None => Ok(Self::All),
            Value::Number(distance) => {
                Ok(whole(value).map_or(Self::Fraction(*distance), Self::Every))
            }
            Value::List(parts) => {
                let indices: Option<Vec<usize>> = parts.iter().map(whole).collect();
                match (&parts[..], indices.as_deref()) {
                    (_, Some([start, step])) => Ok(Self::StartEvery(*start, *step)),
                    (_, Some(indices)) => Ok(indices.into()),
                    ([Value::Number(start), Value::Number(step)], None) => {
                        Ok(Self::StartFraction(*start, *step))
                    }
                    _ => Vec::<bool>::read(name, value).map(Into::into),
                }
            }
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<MarkEvery> for Value {
    fn from(every: MarkEvery) -> Self {
        match every {
            MarkEvery::All => Self::None,
            MarkEvery::Every(step) => step.into(),
            MarkEvery::StartEvery(start, step) => (start, step).into(),
            MarkEvery::Indices(indices) => indices.into(),
            MarkEvery::Fraction(step) => step.into(),
            MarkEvery::StartFraction(start, step) => (start, step).into(),
            MarkEvery::Mask(mask) => mask.into(),
        }
    }
}

fn every(start: usize, step: usize, count: usize) -> Result<Vec<usize>> {
    if step == 0 {
        return Err(unusable(step, "a step of at least 1"));
    }
    Ok((start..count).step_by(step).collect())
}

/// The points nearest to places `step` apart along the line, the first of them at `start`.
fn along(points: &[Point], start: f64, step: f64, diagonal: f64) -> Result<Vec<usize>> {
    let (start, step_px) = (start * diagonal, step * diagonal);
    // Written so that NaN is refused too.
    if !(step_px > 0.0 && step_px.is_finite() && start.is_finite()) {
        return Err(unusable(step, "a finite distance above 0"));
    }
    let finite: Vec<usize> = (0..points.len())
        .filter(|&index| points[index].is_finite())
        .collect();
    let way = lengths(points, &finite);
    let Some(&end) = way.last() else {
        return Ok(Vec::new());
    };
    // Only the places on both sides of a point can choose it; there may be far more of them along a long line.
    let mut chosen: Vec<usize> = way
        .iter()
        .map(|at| at - (at - start).rem_euclid(step_px))
        .flat_map(|place| [place, place + step_px])
        .filter(|&place| place >= start && place < end)
        .map(|place| nearest(&way, place))
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen.into_iter().map(|index| finite[index]).collect())
}

/// How long the line is up to each of its finite points.
fn lengths(points: &[Point], finite: &[usize]) -> Vec<f64> {
    let mut total = 0.0;
    let mut last = None;
    let mut length_to = |&index: &usize| {
        let point = points[index];
        total += last.replace(point).map_or(0.0, |last| point.distance(last));
        total
    };
    finite.iter().map(&mut length_to).collect()
}

/// The index of the length nearest to `place`, of equally near ones the first.
fn nearest(way: &[f64], place: f64) -> usize {
    let at_or_after = way.partition_point(|&length| length < place);
    let before = at_or_after.saturating_sub(1);
    let after = at_or_after.min(way.len() - 1);
    let index = if (way[after] - place).abs() < (place - way[before]).abs() {
        after
    } else {
        before
    };
    way.partition_point(|&length| length < way[index])
}

fn unusable(value: impl ToString, expected: &'static str) -> Error {
    Error::Setting {
        name: "markevery",
        value: value.to_string(),
        expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `start step indices` of fractions, written by tests/baseline/mark_every.py.
    const REFERENCE: &str = include_str!("../../../tests/baseline/mark_every.tsv");

    /// The line of the reference: whole pixels, some points twice in a row, two of them not finite.
    fn line() -> Vec<Point> {
        (0..60)
            .map(|i| match i {
                13 | 40 => Point::new(f64::NAN, 1.0),
                _ => {
                    let j = f64::from(i - i % 20 / 19);
                    Point::new(9.0 * j, (j * j * 13.0) % 37.0)
                }
            })
            .collect()
    }

    #[test]
    fn distances_choose_the_points_that_matplotlib_chooses() {
        let line = line();
        for row in REFERENCE.lines() {
            let fields: Vec<&str> = row.split('\t').collect();
            let [start, step, indices] = fields[..] else {
                panic!("{row}");
            };
            let expected: Vec<usize> = indices
                .split_whitespace()
                .map(|index| index.parse().unwrap())
                .collect();
            let every = MarkEvery::StartFraction(start.parse().unwrap(), step.parse().unwrap());
            assert_eq!(every.select(&line, 500.0).unwrap(), expected, "{row}");
        }
    }

    /// As `_mark_every_path` has it.
    #[test]
    fn a_place_at_the_very_end_of_the_line_chooses_no_point() {
        let select = |xs: &[f64]| {
            let line: Vec<Point> = xs.iter().map(|&x| Point::new(x, 0.0)).collect();
            MarkEvery::from(0.2).select(&line, 500.0).unwrap()
        };
        assert_eq!(select(&[0.0, 100.0, 200.0]), [0, 1]);
        assert_eq!(select(&[0.0, 100.0, 201.0]), [0, 1, 2]);
        assert!(select(&[5.0]).is_empty());
    }

    #[test]
    fn whole_numbers_choose_by_index() {
        let line = line();
        let select = |every: MarkEvery| every.select(&line[..7], 500.0).unwrap();
        assert_eq!(select(MarkEvery::All), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(select(3.into()), [0, 3, 6]);
        assert_eq!(select((2, 3).into()), [2, 5]);
        assert!(select((9, 3).into()).is_empty());
        assert_eq!(select([6, 0, 6].into()), [6, 0, 6]);
        assert_eq!(
            select(vec![false, true, false, false, true, false, false].into()),
            [1, 4]
        );
    }

    #[test]
    fn what_can_choose_no_point_is_refused() {
        let line = line();
        for every in [
            MarkEvery::Every(0),
            MarkEvery::Fraction(0.0),
            MarkEvery::Fraction(-0.1),
            MarkEvery::Fraction(f64::NAN),
            MarkEvery::Indices(vec![60]),
            MarkEvery::Mask(vec![true]),
        ] {
            assert!(every.select(&line, 500.0).is_err(), "{every:?}");
        }
    }

    #[test]
    fn a_line_without_finite_points_has_no_markers() {
        let every = MarkEvery::Fraction(0.1);
        for line in [vec![], vec![Point::new(f64::NAN, 0.0); 3]] {
            assert!(every.select(&line, 500.0).unwrap().is_empty());
        }
    }
}
