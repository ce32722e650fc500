//! Where the bars and caps of an `errorbar` are.

use kurbo::Point;

use crate::artists::{MarkEvery, Marker};
use crate::axes::errorbar::{ErrorbarOptions, Errors, Limited};
use crate::error::{Error, Result};

/// The bars along x or y, and their caps.
#[derive(Debug)]
pub(super) struct Bars {
    pub(super) along: usize,
    pub(super) segments: Vec<[(f64, f64); 2]>,
    pub(super) caps: Vec<Caps>,
}

/// Caps of a kind.
#[derive(Debug)]
pub(super) struct Caps {
    pub(super) along: usize,
    pub(super) marker: Marker,
    pub(super) x: Vec<f64>,
    pub(super) y: Vec<f64>,
}

/// Which points a kind of caps is for, and at which end.
#[derive(Debug, Clone, Copy)]
enum At {
    Low,
    High,
    /// The point itself.
    Middle,
}

/// What stays when data change: along which axes there are bars, which points have them, and their caps.
#[derive(Debug, Clone)]
pub(super) struct BarRules {
    /// Along x and along y.
    pub(super) has_errors: [bool; 2],
    /// The lower and the upper limits along x and along y.
    limits: [[Limited; 2]; 2],
    has_caps: bool,
    errorevery: MarkEvery,
}

impl BarRules {
    pub(super) fn new(options: &ErrorbarOptions, capsize: f64) -> Self {
        Self {
            has_errors: [options.xerr.is_some(), options.yerr.is_some()],
            limits: [
                [options.xlolims.clone(), options.xuplims.clone()],
                [options.lolims.clone(), options.uplims.clone()],
            ],
            has_caps: capsize > 0.0,
            errorevery: options.errorevery.clone(),
        }
    }
}

/// Points, their errors along an axis, and which of them are limits.
struct Ends<'a> {
    along: usize,
    points: [&'a [f64]; 2],
    below: Vec<f64>,
    above: Vec<f64>,
    /// Which are lower limits, and which upper ones.
    limits: [Vec<bool>; 2],
}

impl Ends<'_> {
    /// The place of a bar's end. Limits have no bar on their own side.
    fn place(&self, at: At, i: usize) -> (f64, f64) {
        let value = self.points[self.along][i];
        let [lower, upper] = &self.limits;
        let end = match at {
            At::Low if lower[i] => value - 0.0 * self.below[i],
            At::Low => value - self.below[i],
            At::High if upper[i] => value + 0.0 * self.above[i],
            At::High => value + self.above[i],
            At::Middle => value,
        };
        match self.along {
            0 => (end, self.points[1][i]),
            _ => (self.points[0][i], end),
        }
    }

    fn segment(&self, i: usize) -> [(f64, f64); 2] {
        [At::Low, At::High].map(|at| self.place(at, i))
    }

    /// Caps at these ends of the points that they are for.
    fn caps(&self, marker: Marker, at: At, of: impl Iterator<Item = usize>) -> Caps {
        let (x, y) = of.map(|i| self.place(at, i)).unzip();
        let along = self.along;
        Caps {
            along,
            marker,
            x,
            y,
        }
    }
}

/// The bars along x (0) or y (1) of these points, unless there are no errors. `inverted` says whether that axis is.
pub(super) fn bars(
    along: usize,
    points: [&[f64]; 2],
    errors: &Errors,
    rules: &BarRules,
    inverted: bool,
) -> Result<Option<Bars>> {
    let count = points[0].len();
    let [below, above] = errors.sides(["xerr", "yerr"][along], count)?;
    let [lower, upper] = &rules.limits[along];
    let ends = Ends {
        along,
        points,
        below,
        above,
        limits: [lower.each(count)?, upper.each(count)?],
    };
    if !errors.is_some() {
        return Ok(None);
    }
    let marked = marked(count, &rules.errorevery)?;
    let is_finite =
        |ends: &[(f64, f64); 2]| ends.iter().all(|(x, y)| Point::new(*x, *y).is_finite());
    let segments = marked.iter().map(|i| ends.segment(*i));
    Ok(Some(Bars {
        along,
        segments: segments.filter(is_finite).collect(),
        caps: all_caps(&ends, &marked, rules, inverted),
    }))
}

/// Bars across the ends, and arrows at limits with bars across the points.
fn all_caps(ends: &Ends<'_>, marked: &[usize], rules: &BarRules, inverted: bool) -> Vec<Caps> {
    let (bar, low_arrow, high_arrow) = match ends.along {
        0 => (Marker::VLine, Marker::CaretRightBase, Marker::CaretLeftBase),
        _ => (Marker::HLine, Marker::CaretUpBase, Marker::CaretDownBase),
    };
    let [lower, upper] = &ends.limits;
    let marked = || marked.iter().copied();
    let mut caps = Vec::new();
    if rules.has_caps {
        let plain = || marked().filter(|i| !lower[*i] && !upper[*i]);
        caps.extend([At::Low, At::High].map(|at| ends.caps(bar.clone(), at, plain())));
    }
    let any = rules.limits[ends.along].each_ref().map(Limited::any);
    for (any, limits, at, is_upper) in [
        (any[0], lower, At::High, false),
        (any[1], upper, At::Low, true),
    ] {
        if !any {
            continue;
        }
        let limited = || marked().filter(|i| limits[*i]);
        let arrow = match inverted != is_upper {
            true => &high_arrow,
            false => &low_arrow,
        };
        caps.push(ends.caps(arrow.clone(), at, limited()));
        if rules.has_caps {
            caps.push(ends.caps(bar.clone(), At::Middle, limited()));
        }
    }
    caps
}

/// The points that have bars, in order.
pub(in crate::axes) fn marked(count: usize, errorevery: &MarkEvery) -> Result<Vec<usize>> {
    let points = vec![Point::ORIGIN; count];
    let mut marked = errorevery
        .select(&points, 1.0)
        .map_err(|_| Error::Setting {
            name: "errorevery",
            value: format!("{errorevery:?}"),
            expected: "indices below the number of points, or true or false for each point",
        })?;
    marked.sort_unstable();
    marked.dedup();
    Ok(marked)
}
