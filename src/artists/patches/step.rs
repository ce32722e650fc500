//! Stairs: `stairs`.

use kurbo::BezPath;

use crate::artists::patches::{Outline, PatchBase, limits_of, patch_properties};
use crate::artists::{Artist, DrawContext, LegendHandle, Line2D, Obstacles, Orientation};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::{DataLimits, StickyEdges};
use crate::error::{Error, Result};
use crate::properties::refused;
use crate::series::{Series, as_many};

/// A line in steps: a value from each edge to the next one, with its ends on a base line. Steps whose value is NaN are
/// gaps.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let stairs = fig[ax].stairs(&[1.0, 3.0, 2.0], &[0.0, 1.0, 2.0, 4.0])?;
/// fig[stairs].set_linewidth(2.0)?;
/// // From frame to frame:
/// fig[stairs].set_values(&[1.5, 2.5, 2.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct StepPatch {
    values: Vec<f64>,
    edges: Vec<f64>,
    /// None of them: no base line. One for all, or one for each value.
    baseline: Vec<f64>,
    orientation: Orientation,
    style: PatchBase,
}

patch_properties! { StepPatch, coordinates;
    orientation / set_orientation: choice<Orientation> = orientation,
        "whether values are y, of vertical steps, or x";
    @by name:
    values: Vec<f64> = |stairs| stairs.values.clone(), |stairs, values| stairs.set_values(&values),
        "the values, one fewer than edges";
    baseline: Vec<f64> = |stairs| stairs.baseline.clone(), |stairs, baseline| stairs.set_baseline(&baseline),
        "where steps end: a number for all, one for each value, or none for no line";
}

impl StepPatch {
    pub(crate) fn new(
        values: Vec<f64>,
        edges: Vec<f64>,
        baseline: Vec<f64>,
        orientation: Orientation,
    ) -> Result<Self> {
        let mut stairs = Self {
            values: Vec::new(),
            edges: vec![0.0],
            baseline: Vec::new(),
            orientation,
            style: PatchBase::default(),
        };
        stairs.set_data(&values, &edges)?;
        stairs.set_baseline(&baseline)?;
        Ok(stairs)
    }

    /// Replaces values and edges, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Setting`] unless there is one more edge than values, and for an edge that is NaN; [`Error::Lengths`] unless
    /// a base line with a number for each value still has one. Nothing is changed then.
    pub fn set_data(
        &mut self,
        values: &(impl Series + ?Sized),
        edges: &(impl Series + ?Sized),
    ) -> Result<()> {
        if edges.len() != values.len() + 1 {
            return Err(Error::Setting {
                name: "edges",
                value: format!("{} of them for {} values", edges.len(), values.len()),
                expected: "one edge more than values",
            });
        }
        self.check(self.baseline.len(), values.len())?;
        let mut found = Vec::new();
        edges.copy_to(&mut found);
        if found.iter().any(|edge| edge.is_nan()) {
            return Err(refused("edges", &f64::NAN.into(), "numbers"));
        }
        self.edges = found;
        values.copy_to(&mut self.values);
        Ok(())
    }

    /// Replaces the values.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) unless there is one for each step; nothing is changed then.
    pub fn set_values(&mut self, values: &(impl Series + ?Sized)) -> Result<()> {
        as_many((values.len(), "values"), (self.values.len(), "steps"))?;
        values.copy_to(&mut self.values);
        Ok(())
    }

    /// Sets where the steps end: one number for all, one for each value, or none for no base line.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of values.
    pub fn set_baseline(&mut self, baseline: &(impl Series + ?Sized)) -> Result<()> {
        self.check(baseline.len(), self.values.len())?;
        baseline.copy_to(&mut self.baseline);
        Ok(())
    }

    /// The values.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The edges of the steps.
    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    /// Where the steps end; empty without a base line.
    pub fn baseline(&self) -> &[f64] {
        &self.baseline
    }

    fn check(&self, baseline: usize, values: usize) -> Result<()> {
        match baseline {
            0 | 1 => Ok(()),
            n => as_many((n, "values of the base line"), (values, "values")),
        }
    }

    fn base(&self, i: usize) -> Option<f64> {
        self.baseline.get(i % self.baseline.len().max(1)).copied()
    }

    /// Shows it as filled, or as a line, in this colour.
    pub(crate) fn look(&mut self, fill: bool, color: ColorSpec) {
        self.style.fill = fill;
        match fill {
            true => (self.style.face, self.style.linewidth) = (Some(color), Some(0.0)),
            false => self.style.edge = Some(color),
        }
    }

    /// The corners of the steps from one value to before another.
    fn run(&self, from: usize, to: usize) -> Vec<(f64, f64)> {
        let base = |i: usize| self.base(i).unwrap_or(self.values[i]);
        let mut corners = vec![(self.edges[from], base(from))];
        for i in from..to {
            corners.extend([self.edges[i], self.edges[i + 1]].map(|edge| (edge, self.values[i])));
        }
        corners.push((self.edges[to], base(to - 1)));
        if self.baseline.len() > 1 {
            for i in (from..to).rev() {
                corners.extend([self.edges[i + 1], self.edges[i]].map(|edge| (edge, base(i))));
            }
            corners.push((self.edges[from], base(from)));
        }
        corners
    }
}

impl Outline for StepPatch {
    fn outline(&self) -> BezPath {
        let is_gap = |i: usize| self.values[i].is_nan() || self.base(i).is_some_and(f64::is_nan);
        let mut path = BezPath::new();
        let mut from = 0;
        while from < self.values.len() {
            let to = (from..self.values.len()).find(|i| is_gap(*i));
            let to = to.unwrap_or(self.values.len());
            if to > from {
                for (i, (along, value)) in self.run(from, to).into_iter().enumerate() {
                    let point = self.orientation.xy(along, value);
                    match i {
                        0 => path.move_to(point),
                        _ => path.line_to(point),
                    }
                }
            }
            from = to + 1;
        }
        path
    }
}

impl Artist for StepPatch {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        let limits = limits_of(self, &self.style);
        let low = self.baseline.iter().copied().reduce(f64::min);
        let Some((low, edge)) = low.zip(self.edges.first()) else {
            return limits;
        };
        // The reference counts the lowest base, even of a gap.
        let (x, y) = self.orientation.xy(*edge, low);
        limits.union(DataLimits::of_points(&[x], &[y]))
    }

    fn sticky_edges(&self) -> StickyEdges {
        let low = self.baseline.iter().copied().reduce(f64::min);
        let range = low.map(|low| (low, low));
        let (x, y) = self.orientation.xy(None, range);
        StickyEdges { x, y }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.style.draw(&self.outline(), canvas, ctx);
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        if self.style.fill || self.style.hatch_look.pattern.is_some() {
            return Some(LegendHandle::patch(self.style.clone()));
        }
        let color = ColorSpec::Rgba(self.style.edge_color(ctx));
        let line = Line2D::of_look(
            color,
            self.style.edge_width(ctx),
            self.style.linestyle.clone(),
        );
        Some(LegendHandle::segment(line))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.style.obstacles(&self.outline(), ctx)
    }
}
