//! Resampling filters as tables of integers, by Agg's rules.

use std::f64::consts::PI;
use std::sync::OnceLock;

use crate::canvas::Interpolation;

/// Steps of a table within one source pixel.
pub(super) const STEPS: i64 = 256;
/// The sum of the weights of one step, as a shift.
pub(super) const SHIFT: u32 = 14;
const ONE: i32 = 1 << SHIFT;
/// Radius of the filters with a free radius (`filterrad`).
const RADIUS: f64 = 4.0;

/// A filter's weights at every 256th of a pixel across its diameter.
#[derive(Debug)]
pub(super) struct Filter {
    /// In source pixels; even.
    pub(super) diameter: usize,
    pub(super) weights: Vec<i16>,
}

impl Filter {
    /// The table of this interpolation, which is made once; `None` if it picks pixels and needs none.
    pub(super) fn of(interpolation: Interpolation) -> Option<&'static Self> {
        static TABLES: [OnceLock<Option<Filter>>; Interpolation::ALL.len()] =
            [const { OnceLock::new() }; Interpolation::ALL.len()];
        let table = &TABLES[interpolation as usize];
        table.get_or_init(|| Self::new(interpolation)).as_ref()
    }

    fn new(interpolation: Interpolation) -> Option<Self> {
        let (radius, weight) = shape(interpolation)?;
        let diameter = 2 * radius.ceil() as usize;
        let mut weights = vec![0; diameter * STEPS as usize];
        // The peak is one step before the middle, which leaves a last entry without a counterpart.
        let peak = weights.len() / 2 - 1;
        for step in 0..=peak + 1 {
            let entry = round(weight(step as f64 / STEPS as f64) * f64::from(ONE));
            weights[peak + step] = entry;
            if step <= peak {
                weights[peak - step] = entry;
            }
        }
        let mut filter = Self { diameter, weights };
        filter.normalize();
        Some(filter)
    }

    /// Makes the weights that are used together sum to one in spite of rounding.
    fn normalize(&mut self) {
        let mut above = true;
        for step in 0..STEPS as usize {
            let places = |tap: usize| tap * STEPS as usize + step;
            loop {
                let sum: i32 = (0..self.diameter)
                    .map(|tap| i32::from(self.weights[places(tap)]))
                    .sum();
                if sum == ONE {
                    break;
                }
                let factor = f64::from(ONE) / f64::from(sum);
                let mut excess = -ONE;
                for tap in 0..self.diameter {
                    let weight = &mut self.weights[places(tap)];
                    *weight = round(f64::from(*weight) * factor);
                    excess += i32::from(*weight);
                }
                above = self.spread(excess, above, places);
            }
        }
    }

    /// Subtracts the excess from the taps around the middle, one unit each, alternating between the sides.
    fn spread(
        &mut self,
        mut excess: i32,
        mut above: bool,
        places: impl Fn(usize) -> usize,
    ) -> bool {
        let unit = if excess > 0 { -1 } else { 1 };
        let middle = self.diameter / 2;
        for step in 0..self.diameter {
            if excess == 0 {
                break;
            }
            above = !above;
            let tap = if above {
                middle + step / 2
            } else {
                middle - step / 2
            };
            let weight = &mut self.weights[places(tap)];
            if i32::from(*weight) < ONE {
                *weight += unit;
                excess += i32::from(unit);
            }
        }
        above
    }
}

/// Half away from zero.
fn round(x: f64) -> i16 {
    x.round() as i16
}

type Weight = fn(f64) -> f64;

/// Radius and weight at a distance of 0 and more.
fn shape(interpolation: Interpolation) -> Option<(f64, Weight)> {
    let shape: (f64, Weight) = match interpolation {
        Interpolation::Auto | Interpolation::None | Interpolation::Nearest => return None,
        Interpolation::Bilinear => (1.0, |x| 1.0 - x),
        Interpolation::Hanning => (1.0, |x| 0.5 + 0.5 * (PI * x).cos()),
        Interpolation::Hamming => (1.0, |x| 0.54 + 0.46 * (PI * x).cos()),
        Interpolation::Hermite => (1.0, |x| (2.0 * x - 3.0) * x * x + 1.0),
        Interpolation::Kaiser => (1.0, |x| {
            bessel_i0(6.33 * (1.0 - x * x).max(0.0).sqrt()) / bessel_i0(6.33)
        }),
        Interpolation::Quadric => (1.5, quadric),
        Interpolation::Bicubic => (2.0, b_spline),
        Interpolation::Catrom => (2.0, catrom),
        Interpolation::Mitchell => (2.0, mitchell),
        Interpolation::Spline16 => (2.0, spline16),
        Interpolation::Spline36 => (3.0, spline36),
        Interpolation::Gaussian => (2.0, |x| (-2.0 * x * x).exp() * (2.0 / PI).sqrt()),
        Interpolation::Bessel => (3.2383, |x| {
            if x == 0.0 {
                PI / 4.0
            } else {
                bessel_j1(PI * x) / (2.0 * x)
            }
        }),
        Interpolation::Sinc => (RADIUS, sinc),
        Interpolation::Lanczos => (RADIUS, |x| {
            if x > RADIUS {
                0.0
            } else {
                sinc(x) * sinc(x / RADIUS)
            }
        }),
        Interpolation::Blackman => (RADIUS, |x| {
            let turn = PI * x / RADIUS;
            let window = 0.42 + 0.5 * turn.cos() + 0.08 * (2.0 * turn).cos();
            if x > RADIUS { 0.0 } else { sinc(x) * window }
        }),
    };
    Some(shape)
}

fn quadric(x: f64) -> f64 {
    match x {
        _ if x < 0.5 => 0.75 - x * x,
        _ if x < 1.5 => 0.5 * (x - 1.5) * (x - 1.5),
        _ => 0.0,
    }
}

fn b_spline(x: f64) -> f64 {
    let cube = |x: f64| x.max(0.0).powi(3);
    (cube(x + 2.0) - 4.0 * cube(x + 1.0) + 6.0 * cube(x) - 4.0 * cube(x - 1.0)) / 6.0
}

fn catrom(x: f64) -> f64 {
    match x {
        _ if x < 1.0 => 0.5 * (2.0 + x * x * (3.0 * x - 5.0)),
        _ if x < 2.0 => 0.5 * (4.0 + x * (x * (5.0 - x) - 8.0)),
        _ => 0.0,
    }
}

/// With both parameters 1/3.
fn mitchell(x: f64) -> f64 {
    match x {
        _ if x < 1.0 => (16.0 + x * x * (21.0 * x - 36.0)) / 18.0,
        _ if x < 2.0 => (32.0 + x * (x * (36.0 - 7.0 * x) - 60.0)) / 18.0,
        _ => 0.0,
    }
}

fn spline16(x: f64) -> f64 {
    if x < 1.0 {
        return ((x - 9.0 / 5.0) * x - 1.0 / 5.0) * x + 1.0;
    }
    let x = x - 1.0;
    ((-1.0 / 3.0 * x + 4.0 / 5.0) * x - 7.0 / 15.0) * x
}

fn spline36(x: f64) -> f64 {
    if x < 1.0 {
        ((13.0 / 11.0 * x - 453.0 / 209.0) * x - 3.0 / 209.0) * x + 1.0
    } else if x < 2.0 {
        let x = x - 1.0;
        ((-6.0 / 11.0 * x + 270.0 / 209.0) * x - 156.0 / 209.0) * x
    } else {
        let x = x - 2.0;
        ((1.0 / 11.0 * x - 45.0 / 209.0) * x + 26.0 / 209.0) * x
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 {
        1.0
    } else {
        (PI * x).sin() / (PI * x)
    }
}

/// The modified Bessel function of order 0, by its power series.
fn bessel_i0(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let terms = (1..40).scan(1.0, |term, k| {
        *term *= quarter / f64::from(k * k);
        Some(*term)
    });
    1.0 + terms.sum::<f64>()
}

/// The Bessel function of order 1, by its power series, which is exact to 1e-10 up to x = 4π.
fn bessel_j1(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let terms = (1..60).scan(x / 2.0, |term, k| {
        *term *= -quarter / f64::from(k * (k + 1));
        Some(*term)
    });
    x / 2.0 + terms.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_every_step_sum_up_to_one() {
        for name in "bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom gaussian \
                     bessel mitchell sinc lanczos blackman"
            .split_whitespace()
        {
            let filter = Filter::new(name.parse().unwrap()).unwrap();
            for step in 0..STEPS as usize {
                let sum: i32 = filter.weights[step..]
                    .iter()
                    .step_by(STEPS as usize)
                    .map(|w| i32::from(*w))
                    .sum();
                assert_eq!(sum, ONE, "{name} at {step}");
            }
        }
    }

    #[test]
    fn picking_needs_no_table() {
        assert!(Filter::new(Interpolation::Nearest).is_none());
        assert!(Filter::new(Interpolation::None).is_none());
    }
}
