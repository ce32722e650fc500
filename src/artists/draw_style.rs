//! How a line connects its points.

use kurbo::Point;

use crate::properties::names;

/// Whether a line connects its points directly, or in steps.
///
/// ```
/// use plotreel::artists::DrawStyle;
///
/// assert_eq!("steps".parse::<DrawStyle>()?, DrawStyle::StepsPre);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DrawStyle {
    /// `"default"`: straight.
    #[default]
    Default,
    /// `"steps-pre"` or `"steps"`: y changes at the first of two points.
    StepsPre,
    /// `"steps-mid"`: y changes halfway.
    StepsMid,
    /// `"steps-post"`: y changes at the second of two points.
    StepsPost,
}

impl DrawStyle {
    /// Replaces `out` by the vertices of the line through the points (`x`, `y`), as many as the shorter has, all in
    /// data coordinates.
    pub(crate) fn vertices(self, x: &[f64], y: &[f64], out: &mut Vec<Point>) {
        out.clear();
        let points = x.iter().zip(y).map(|(&x, &y)| Point::new(x, y));
        let mut last: Option<Point> = None;
        for point in points {
            match (self, last) {
                (Self::StepsPre, Some(last)) => out.push(Point::new(last.x, point.y)),
                (Self::StepsPost, Some(last)) => out.push(Point::new(point.x, last.y)),
                (Self::StepsMid, Some(last)) => {
                    let middle = (last.x + point.x) / 2.0;
                    out.extend([Point::new(middle, last.y), Point::new(middle, point.y)]);
                }
                _ => {}
            }
            // Between its ends a line in middle steps does not pass through its points.
            if self != Self::StepsMid || last.is_none() {
                out.push(point);
            }
            last = Some(point);
        }
        if self == Self::StepsMid {
            out.extend(last);
        }
    }
}

names! {
    DrawStyle, "drawstyle", "default, steps, steps-pre, steps-mid or steps-post";
    Default: "default",
    StepsPre: "steps-pre" | "steps",
    StepsMid: "steps-mid",
    StepsPost: "steps-post",
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(style: &str, n: usize) -> Vec<(f64, f64)> {
        let (x, y) = ([1.0, 2.0, 4.0], [10.0, 20.0, 15.0]);
        let mut out = vec![Point::ZERO];
        let style: DrawStyle = style.parse().unwrap();
        style.vertices(&x[..n], &y[..n], &mut out);
        out.into_iter().map(|p| (p.x, p.y)).collect()
    }

    /// What `cbook.pts_to_prestep`, `pts_to_midstep` and `pts_to_poststep` give.
    #[test]
    fn steps_are_those_of_matplotlib() {
        assert_eq!(
            steps("steps-pre", 3),
            [
                (1.0, 10.0),
                (1.0, 20.0),
                (2.0, 20.0),
                (2.0, 15.0),
                (4.0, 15.0)
            ]
        );
        assert_eq!(
            steps("steps-mid", 3),
            [
                (1.0, 10.0),
                (1.5, 10.0),
                (1.5, 20.0),
                (3.0, 20.0),
                (3.0, 15.0),
                (4.0, 15.0)
            ]
        );
        assert_eq!(
            steps("steps-post", 3),
            [
                (1.0, 10.0),
                (2.0, 10.0),
                (2.0, 20.0),
                (4.0, 20.0),
                (4.0, 15.0)
            ]
        );
        assert_eq!(steps("default", 2), [(1.0, 10.0), (2.0, 20.0)]);
    }

    #[test]
    fn one_point_has_no_steps_but_those_of_matplotlib() {
        assert_eq!(steps("steps-pre", 1), [(1.0, 10.0)]);
        assert_eq!(steps("steps-mid", 1), [(1.0, 10.0), (1.0, 10.0)]);
        assert_eq!(steps("steps-post", 1), [(1.0, 10.0)]);
        assert_eq!(steps("steps-mid", 0), []);
    }
}
