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

/// The bars along x (0) or y (1) of these points, unless there are no errors. `inverted` says whether that axis is.
pub(super) fn bars(
    along: usize,
    points: [&[f64]; 2],
    errors: &Errors,
    rules: &BarRules,
    inverted: bool,
) -> Result<Option<Bars>> {
    let count = points[0].len();
    let name = ["xerr", "yerr"][along];
    let [below, above] = errors.sides(name, count)?;
    let [lower, upper] = &rules.limits[along];
    let [lower_any, upper_any] = [lower.any(), upper.any()];
    let (lower, upper) = (lower.each(count)?, upper.each(count)?);
    if !errors.is_some() {
        return Ok(None);
    }
    let marked = marked(count, &rules.errorevery)?;
    let value = points[along];
    // Limits have no bar on their own side.
    let end = |at: At, i: usize| match at {
        At::Low if lower[i] => value[i] - 0.0 * below[i],
        At::Low => value[i] - below[i],
        At::High if upper[i] => value[i] + 0.0 * above[i],
        At::High => value[i] + above[i],
        At::Middle => value[i],
    };
    let placed = |v: f64, i: usize| match along {
        0 => (v, points[1][i]),
        _ => (points[0][i], v),
    };
    let segment = |i: usize| [placed(end(At::Low, i), i), placed(end(At::High, i), i)];
    let is_finite =
        |ends: &[(f64, f64); 2]| ends.iter().all(|(x, y)| Point::new(*x, *y).is_finite());
    let segments = marked
        .iter()
        .map(|i| segment(*i))
        .filter(is_finite)
        .collect();
    let caps_at = |marker: &Marker, at: At, is_for: &dyn Fn(usize) -> bool| {
        let own = marked.iter().copied().filter(|i| is_for(*i));
        let (x, y) = own.map(|i| placed(end(at, i), i)).unzip();
        Caps {
            along,
            marker: marker.clone(),
            x,
            y,
        }
    };
    let (bar, low_arrow, high_arrow) = match along {
        0 => (Marker::VLine, Marker::CaretRightBase, Marker::CaretLeftBase),
        _ => (Marker::HLine, Marker::CaretUpBase, Marker::CaretDownBase),
    };
    let has_caps = rules.has_caps;
    let mut caps = Vec::new();
    if has_caps {
        let plain = |i: usize| !lower[i] && !upper[i];
        caps.extend([At::Low, At::High].map(|at| caps_at(&bar, at, &plain)));
    }
    for (any, limits, at, is_upper) in [
        (lower_any, &lower, At::High, false),
        (upper_any, &upper, At::Low, true),
    ] {
        if !any {
            continue;
        }
        let arrow = if inverted != is_upper {
            &high_arrow
        } else {
            &low_arrow
        };
        caps.push(caps_at(arrow, at, &|i| limits[i]));
        if has_caps {
            caps.push(caps_at(&bar, At::Middle, &|i| limits[i]));
        }
    }
    Ok(Some(Bars {
        along,
        segments,
        caps,
    }))
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
