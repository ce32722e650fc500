//! Streamlines of a vector field, by matplotlib's integration.

use ndarray::{Array2, Zip};

use crate::artists::streamplot::grid::{Grid, Mask, between};
use crate::artists::streamplot::{IntegrationDirection, StreamplotOptions};
use crate::error::{Error, Result};

/// The error of a step that is accepted, where the grid is 1 wide and high.
const MAX_ERROR: f64 = 0.003;
/// The greatest step, where the grid is 1 wide and high.
const MAX_STEP: f64 = 0.1;
/// How much shorter the next step is than one that would have the greatest error.
const CAUTION: f64 = 0.85;

/// Vectors in points of the grid, and their length where the grid is 1 wide and high.
struct Flow<'a> {
    grid: &'a Grid,
    u: Array2<f64>,
    v: Array2<f64>,
    speed: Array2<f64>,
}

/// Why a streamline ends.
enum End {
    /// It leaves the grid.
    Outside,
    /// At a hole, or where nothing flows.
    Here,
}

/// The places of a streamline in points of the grid.
pub(super) type Trajectory = Vec<[f64; 2]>;

/// All streamlines of the vectors (u, v) on a grid.
pub(super) fn trajectories(
    grid: &Grid,
    (u, v): (&Array2<f64>, &Array2<f64>),
    options: &StreamplotOptions,
) -> Result<Vec<Trajectory>> {
    let flow = Flow::new(grid, u, v);
    let mut mask = Mask::new(grid, options.density);
    let mut found = Vec::new();
    match &options.start_points {
        None => {
            for cell in mask.spiral() {
                if mask.is_free(cell) {
                    let place = mask.place(cell);
                    found.extend(flow.streamline(place, &mut mask, options));
                }
            }
        }
        Some(points) => {
            for (x, y) in points.iter().copied() {
                let place = grid.place([x, y]).ok_or_else(|| Error::Setting {
                    name: "start_points",
                    value: format!("({x:?}, {y:?})"),
                    expected: "points on the grid of the vectors",
                })?;
                found.extend(flow.streamline(place, &mut mask, options));
            }
        }
    }
    Ok(found)
}

impl<'a> Flow<'a> {
    fn new(grid: &'a Grid, u: &Array2<f64>, v: &Array2<f64>) -> Self {
        let finite = |value: f64| if value.is_finite() { value } else { f64::NAN };
        let scaled = |values: &Array2<f64>, i: usize| {
            let per_data = grid.per_data[i];
            values.mapv(|value| finite(value * per_data))
        };
        let (u, v) = (scaled(u, 0), scaled(v, 1));
        let speed = Zip::from(&u)
            .and(&v)
            .map_collect(|u, v| ((u / grid.last(0)).powi(2) + (v / grid.last(1)).powi(2)).sqrt());
        Self { grid, u, v, speed }
    }

    fn at(&self, values: &Array2<f64>, place: [f64; 2]) -> std::result::Result<f64, End> {
        let value = between(values, place);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(End::Here)
        }
    }

    /// The direction of the flow, or with `sign` -1 against it: for a step of length 1 where the grid is 1 wide and
    /// high.
    fn along(&self, place: [f64; 2], sign: f64) -> std::result::Result<[f64; 2], End> {
        if !self.grid.holds(place) {
            return Err(End::Outside);
        }
        let speed = self.at(&self.speed, place)?;
        if speed == 0.0 {
            return Err(End::Here);
        }
        let time = 1.0 / speed;
        let (u, v) = (self.at(&self.u, place)?, self.at(&self.v, place)?);
        Ok([sign * (u * time), sign * (v * time)])
    }

    /// The streamline through a place, unless it is too short or begins in another's cell.
    fn streamline(
        &self,
        place: [f64; 2],
        mask: &mut Mask,
        options: &StreamplotOptions,
    ) -> Option<Trajectory> {
        if !mask.start(place, options.broken_streamlines) {
            return None;
        }
        let (both, most) = match options.integration_direction {
            IntegrationDirection::Both => (true, options.maxlength / 2.0),
            _ => (false, options.maxlength),
        };
        let (mut total, mut trajectory) = (0.0, Trajectory::new());
        if both || options.integration_direction == IntegrationDirection::Backward {
            let (length, mut back) = self.half(place, -1.0, most, mask, options);
            back.reverse();
            (total, trajectory) = (total + length, back);
        }
        if both || options.integration_direction == IntegrationDirection::Forward {
            mask.restart(place);
            let (length, on) = self.half(place, 1.0, most, mask, options);
            total += length;
            trajectory.extend(on.into_iter().skip(1));
        }
        if total > options.minlength {
            return Some(trajectory);
        }
        mask.undo();
        None
    }

    /// What a streamline does in one direction, and its length: by Heun's method, with steps as long as their error
    /// allows.
    fn half(
        &self,
        start: [f64; 2],
        sign: f64,
        most: f64,
        mask: &mut Mask,
        options: &StreamplotOptions,
    ) -> (f64, Trajectory) {
        let cell = |i: usize| 1.0 / mask.count[i] as f64;
        let max_step = cell(0).min(cell(1)).min(MAX_STEP) * options.integration_max_step_scale;
        let max_error = MAX_ERROR * options.integration_max_error_scale;
        let (mut step, mut total, mut at) = (max_step, 0.0, start);
        let mut trajectory = Trajectory::new();
        loop {
            if self.grid.holds(at) {
                trajectory.push(at);
            }
            let slopes = self.along(at, sign).and_then(|first| {
                let end = [0, 1].map(|i| at[i] + step * first[i]);
                Ok((first, self.along(end, sign)?))
            });
            let (first, second) = match slopes {
                Ok(slopes) => slopes,
                Err(End::Outside) => {
                    total += self.to_edge(&mut trajectory, sign);
                    break;
                }
                Err(End::Here) => break,
            };
            let heun = [0, 1].map(|i| step * 0.5 * (first[i] + second[i]));
            let off = |i: usize| (heun[i] - step * first[i]) / self.grid.last(i);
            let error = off(0).hypot(off(1));
            if error < max_error {
                at = [0, 1].map(|i| at[i] + heun[i]);
                let goes_on = self.grid.holds(at) && mask.enter(at, options.broken_streamlines);
                if !goes_on || total + step > most {
                    break;
                }
                total += step;
            }
            step = match error == 0.0 {
                true => max_step,
                false => max_step.min(CAUTION * step * (max_error / error).sqrt()),
            };
        }
        (total, trajectory)
    }

    /// Goes straight on to the edge of the grid; returns how far.
    fn to_edge(&self, trajectory: &mut Trajectory, sign: f64) -> f64 {
        let Some(at) = trajectory.last().copied() else {
            return 0.0;
        };
        let Ok(slope) = self.along(at, sign) else {
            return 0.0;
        };
        let way = |i: usize| match slope[i] {
            0.0 => f64::INFINITY,
            slope if slope < 0.0 => at[i] / -slope,
            slope => (self.grid.last(i) - at[i]) / slope,
        };
        let step = way(0).min(way(1));
        trajectory.push([0, 1].map(|i| at[i] + slope[i] * step));
        step
    }
}
