//! Where the bars of an `errorbar` in space are.

use crate::artists::{MarkEvery, Points};
use crate::axes::errorbar::marked;
use crate::axes::{Errorbar3DOptions, Errors, Limited};
use crate::error::Result;

pub(super) type Point = [f64; 3];

/// The errors along x, y and z.
pub(super) const NAMES: [&str; 3] = ["xerr", "yerr", "zerr"];

/// The bars along one axis, of all points; those of points without one have no length.
pub(super) struct Bars {
    pub(super) along: usize,
    pub(super) segments: Vec<[Point; 2]>,
    /// The ends that have caps, the lower ones and the upper ones; none if all points are limits.
    pub(super) caps: Option<[Vec<Point>; 2]>,
    /// The ends with arrows, the upper ones of lower limits and the lower ones of upper limits, and their directions.
    pub(super) arrows: Vec<(Vec<Point>, Point)>,
}

/// What stays when data change: along which axes there are bars, which points have them, and which are limits.
#[derive(Debug, Clone)]
pub(super) struct BarRules {
    /// Along x, y and z.
    pub(super) has_errors: [bool; 3],
    /// The lower and the upper limits along each.
    limits: [[Limited; 2]; 3],
    errorevery: MarkEvery,
}

impl BarRules {
    pub(super) fn new(options: &Errorbar3DOptions) -> Self {
        Self {
            has_errors: options.errors().map(Errors::is_some),
            limits: [0, 1, 2].map(|along| options.limits(along).map(Limited::clone)),
            errorevery: options.errorevery.clone(),
        }
    }
}

/// The bars along each axis that has errors.
pub(super) fn bars(
    points: &Points<3>,
    errors: [&Errors; 3],
    rules: &BarRules,
) -> Result<Vec<Bars>> {
    let marked = marked(points.len(), &rules.errorevery)?;
    let mut all = Vec::new();
    for (along, errors) in errors.into_iter().enumerate() {
        if errors.is_some() {
            all.push(Bars::new(
                along,
                points,
                errors,
                &marked,
                &rules.limits[along],
            )?);
        } else {
            errors.sides(NAMES[along], points.len())?;
        }
    }
    Ok(all)
}

impl Bars {
    fn new(
        along: usize,
        points: &Points<3>,
        errors: &Errors,
        marked: &[usize],
        [lower, upper]: &[Limited; 2],
    ) -> Result<Self> {
        let count = points.len();
        let [below, above] = errors.sides(NAMES[along], count)?;
        let limits = [lower.each(count)?, upper.each(count)?];
        let mut segments: Vec<_> = points.iter().map(|point| [point; 2]).collect();
        for i in marked {
            // Limits have no bar on their own side.
            let [low, high] = &mut segments[*i];
            low[along] -= if limits[0][*i] { 0.0 } else { below[*i] };
            high[along] += if limits[1][*i] { 0.0 } else { above[*i] };
        }
        let ends = |end: usize, has: &dyn Fn(usize) -> bool| {
            let marked = marked.iter().filter(|i| has(**i));
            marked.map(|i| segments[*i][end]).collect::<Vec<_>>()
        };
        let has_cap = |i: usize| !limits[0][i] && !limits[1][i];
        let caps = (0..count).any(has_cap) || count == 0;
        let caps = caps.then(|| [0, 1].map(|end| ends(end, &has_cap)));
        let arrow = |which: usize| {
            let mut direction = [0.0; 3];
            direction[along] = [1.0, -1.0][which];
            (ends(1 - which, &|i| limits[which][i]), direction)
        };
        let any = [lower.any(), upper.any()];
        let arrows = (0..2).filter(|which| any[*which]).map(arrow).collect();
        Ok(Self {
            along,
            segments,
            caps,
            arrows,
        })
    }
}
