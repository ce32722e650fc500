//! Polygons.

use kurbo::{BezPath, Point};

use crate::artists::patches::path::{closed, open};
use crate::artists::patches::{Outline, PatchBase, outlined_patch};

/// A polygon.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Polygon;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let triangle = fig[ax].add_patch(Polygon::new(&[(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)]));
/// fig[triangle].set_xy(&[(0.0, 0.0), (1.0, 0.0), (0.2, 0.8)]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Polygon {
    xy: Vec<(f64, f64)>,
    closed: bool,
    style: PatchBase,
}

impl Polygon {
    /// A closed polygon through these points.
    pub fn new(xy: &[(f64, f64)]) -> Self {
        Self {
            xy: xy.to_vec(),
            closed: true,
            style: PatchBase::default(),
        }
    }

    /// Replaces its points.
    pub fn set_xy(&mut self, xy: &[(f64, f64)]) {
        self.xy.clear();
        self.xy.extend_from_slice(xy);
    }

    /// Its points.
    pub fn xy(&self) -> &[(f64, f64)] {
        &self.xy
    }
}

impl Outline for Polygon {
    fn outline(&self) -> BezPath {
        let mut points: &[(f64, f64)] = &self.xy;
        // The first point may be given again at the end.
        if let [first, .., last] = points
            && first == last
            && (self.closed || points.len() > 2)
        {
            points = &points[..points.len() - 1];
        }
        let points = points.iter().copied().map(Point::from);
        if self.closed {
            closed(points)
        } else {
            open(points)
        }
    }
}

outlined_patch! { Polygon;
    closed / set_closed: flag = closed, "whether the edge is closed, from the last point to the first";
    @by name:
    xy: Vec<(f64, f64)> = |polygon| polygon.xy.clone(), |polygon, xy| polygon.xy = xy, "its points";
}
