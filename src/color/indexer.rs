//! The pixel loop of norms: from values to indices of a lookup table.

use pulp::{Arch, NullaryFnOnce};

use crate::color::colormap::{BAD, LUT_LEN, Lut, OVER, UNDER};
use crate::color::linear::{Index, Linear, Scalar};
use crate::scale::{Scale, SymLog};

/// A norm with its limits resolved and a table's size, ready for the pixel loop.
#[derive(Debug, Clone)]
pub(crate) struct Indexer {
    pub(super) formula: Formula,
    pub(super) colors: u32,
}

#[derive(Debug, Clone)]
pub(super) enum Formula {
    /// vmin equals vmax: every value has the lowest colour.
    Constant,
    Linear {
        vmin: f64,
        range: f64,
    },
    Log {
        low: f64,
        range: f64,
    },
    SymLog {
        scale: SymLog,
        low: f64,
        range: f64,
    },
    Scaled {
        scale: Scale,
        low: f64,
        range: f64,
    },
    Power {
        vmin: f64,
        range: f64,
        gamma: f64,
    },
    TwoSlope {
        vmin: f64,
        vcenter: f64,
        vmax: f64,
    },
    Boundary {
        boundaries: Vec<f64>,
    },
}

impl Indexer {
    /// The table indices of `values`, one for one. `all_finite` says that none of them is NaN or infinite.
    pub(crate) fn indices<T: Scalar>(&self, values: &[T], all_finite: bool, out: &mut [u32]) {
        Arch::new().dispatch(
            #[inline(always)]
            || self.find(values, all_finite, out),
        );
    }

    /// The same where the machine's instructions are chosen already.
    #[inline(always)]
    fn find<T: Scalar>(&self, values: &[T], all_finite: bool, out: &mut [u32]) {
        match self.formula {
            // The one formula of most films.
            Formula::Linear { vmin, range } => T::linear(Linear {
                indexer: self,
                limits: (vmin, range),
                values,
                all_finite,
                out,
            }),
            _ => self.others(values, out),
        }
    }

    /// Indices by the norms that are not linear; apart, as the loop for that one is part of each caller.
    fn others<T: Scalar>(&self, values: &[T], out: &mut [u32]) {
        match self.formula {
            Formula::Linear { .. } => unreachable!("found without this"),
            Formula::Constant => self.each(values, out, |_| 0.0),
            Formula::Log { low, range } => self.each(values, out, |x| {
                let t = if x > 0.0 {
                    T::round(x.log10())
                } else {
                    f64::NAN
                };
                T::round(T::round(t - low) / range)
            }),
            Formula::SymLog { scale, low, range } => self.each(values, out, |x| {
                T::round(T::round(T::round(scale.transform(x)) - low) / range)
            }),
            Formula::Scaled {
                ref scale,
                low,
                range,
            } => self.each(values, out, |x| {
                T::round(T::round(T::round(scale.transform(x)) - low) / range)
            }),
            Formula::Power { vmin, range, gamma } => self.each(values, out, |x| {
                let v = T::round(T::round(x - vmin) / range);
                if v > 0.0 { T::round(v.powf(gamma)) } else { v }
            }),
            Formula::TwoSlope {
                vmin,
                vcenter,
                vmax,
            } => self.each(values, out, |x| {
                if x < vmin {
                    f64::NEG_INFINITY
                } else if x > vmax {
                    f64::INFINITY
                } else if x < vcenter {
                    0.5 / (vcenter - vmin) * (x - vmin)
                } else if vmax == vcenter {
                    1.0
                } else {
                    0.5 / (vmax - vcenter) * (x - vcenter) + 0.5
                }
            }),
            Formula::Boundary { ref boundaries } => self.bins(boundaries, values, out),
        }
    }

    /// What a table has for the indices of `values`, one for one.
    pub(crate) fn look_up<T: Scalar, C: Copy>(
        &self,
        (values, all_finite): (&[T], bool),
        table: &[C; LUT_LEN],
        out: &mut [C],
    ) {
        Arch::new().dispatch(LookUp {
            indexer: self,
            values,
            all_finite,
            table,
            out,
        });
    }

    /// Whether [`bytes`](Self::bytes) tell the colours of finite numbers.
    pub(crate) fn is_in_bytes(&self, lut: &Lut) -> bool {
        let (first, last) = (lut[0], lut[self.colors as usize - 1]);
        matches!(self.formula, Formula::Linear { .. })
            && self.colors <= 256
            && lut[UNDER as usize] == first
            && lut[OVER as usize] == last
    }

    /// The table indices of finite numbers by the linear norm, where those beyond the limits have the first and the last.
    pub(crate) fn bytes<T: Scalar>(&self, values: &[T], out: &mut [u8]) {
        let Formula::Linear { vmin, range } = self.formula else {
            unreachable!("other norms have no indices in bytes");
        };
        Arch::new().dispatch(
            #[inline(always)]
            || {
                T::linear(Linear {
                    indexer: self,
                    limits: (vmin, range),
                    values,
                    all_finite: true,
                    out,
                });
            },
        );
    }

    pub(super) fn each<T: Scalar, I: Index>(
        &self,
        values: &[T],
        out: &mut [I],
        normalise: impl Fn(f64) -> f64,
    ) {
        Arch::new().dispatch(Each {
            indexer: self,
            values,
            out,
            normalise,
        });
    }

    /// Index of the normalised value: int(v · N), with 1 the last colour (`Colormap.__call__`).
    #[inline(always)]
    pub(super) fn each_unless<T: Scalar, I: Index>(
        &self,
        values: &[T],
        out: &mut [I],
        normalise: impl Fn(f64) -> f64,
        is_bad: impl Fn(f64, f64) -> bool,
    ) {
        let n = f64::from(self.colors);
        for (out, &value) in out.iter_mut().zip(values) {
            let x: f64 = value.into();
            let v = normalise(x);
            *out = I::of_double(T::round(v * n), n, is_bad(x, v));
        }
    }

    /// `BoundaryNorm.__call__` without extension.
    fn bins<T: Scalar>(&self, boundaries: &[f64], values: &[T], out: &mut [u32]) {
        let regions = boundaries.len() as u32 - 1;
        for (out, &value) in out.iter_mut().zip(values) {
            let x: f64 = value.into();
            let bin = boundaries.partition_point(|b| *b <= x) as u32;
            *out = match bin {
                _ if !x.is_finite() => BAD,
                0 => UNDER,
                bin if bin > regions => OVER,
                _ if regions == 1 => (self.colors - 1) / 2,
                bin => {
                    (f64::from(self.colors - 1) / f64::from(regions - 1) * f64::from(bin - 1))
                        as u32
                }
            };
        }
    }
}

/// Indices by any norm.
struct Each<'a, T, I, F> {
    indexer: &'a Indexer,
    values: &'a [T],
    out: &'a mut [I],
    normalise: F,
}

impl<T: Scalar, I: Index, F: Fn(f64) -> f64> NullaryFnOnce for Each<'_, T, I, F> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        // Infinities are bad only in the data; a logarithm turns finite values into NaN.
        let is_bad = |x: f64, v: f64| !x.is_finite() || v.is_nan();
        (self.indexer).each_unless(self.values, self.out, self.normalise, is_bad);
    }
}

/// What a table has for values.
struct LookUp<'a, T, C> {
    indexer: &'a Indexer,
    values: &'a [T],
    all_finite: bool,
    table: &'a [C; LUT_LEN],
    out: &'a mut [C],
}

impl<T: Scalar, C: Copy> NullaryFnOnce for LookUp<'_, T, C> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        // So few that the machine looks up these while it finds the next indices.
        const PIECE: usize = 128;
        let mut indices = [0; PIECE];
        for (values, out) in self.values.chunks(PIECE).zip(self.out.chunks_mut(PIECE)) {
            let indices = &mut indices[..values.len()];
            self.indexer.find(values, self.all_finite, indices);
            for (to, index) in out.iter_mut().zip(&*indices) {
                *to = self.table[*index as usize % LUT_LEN];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// matplotlib's steps.
    fn wanted<T: Scalar>(x: f64, (vmin, range): (f64, f64), colors: u32) -> u32 {
        if !x.is_finite() {
            return BAD;
        }
        let place = T::round(T::round(T::round(x - vmin) / range) * f64::from(colors));
        match place {
            _ if place < 0.0 => UNDER,
            _ if place > f64::from(colors) => OVER,
            _ => (place as u32).min(colors - 1),
        }
    }

    fn compare<T: Scalar>(values: &[T], (vmin, vmax): (f64, f64), colors: u32) {
        let (vmin, range) = (vmin, vmax - vmin);
        let formula = Formula::Linear { vmin, range };
        let indexer = Indexer { formula, colors };
        let all_finite = values.iter().all(|&x| x.into().is_finite());
        let mut found = vec![0; values.len()];
        indexer.indices(values, all_finite, &mut found);
        for (&x, &found) in values.iter().zip(&found) {
            let wanted = wanted::<T>(x.into(), (vmin, range), colors);
            assert_eq!(
                found, wanted,
                "{x:?} from {vmin} to {vmax}, {colors} colours"
            );
        }
        let table: [u32; LUT_LEN] = std::array::from_fn(|i| i as u32);
        let mut looked_up = vec![0; values.len()];
        indexer.look_up((values, all_finite), &table, &mut looked_up);
        assert_eq!(looked_up, found);
    }

    /// Numbers where one colour follows another, and next to these.
    fn edges((vmin, vmax): (f64, f64), colors: u32) -> Vec<f64> {
        let edge = |i: u32| vmin + (vmax - vmin) * f64::from(i) / f64::from(colors);
        let around = |x: f64| {
            let near = 1e-7 * x.abs().max(vmax - vmin);
            [x, x.next_up(), x.next_down(), x + near, x - near]
        };
        (0..=colors).map(edge).flat_map(around).collect()
    }

    #[test]
    fn indices_of_all_types_follow_the_rounding_of_numpy() {
        let mut rng = fastrand::Rng::with_seed(11);
        for round in 0..300 {
            let magnitude = 10_f64.powi(rng.i32(-12..12));
            let vmin = match round % 3 {
                0 => 0.0,
                1 => magnitude * (rng.f64() - 0.5),
                _ => f64::from(rng.i32(-300..300)),
            };
            let vmax = match round % 4 {
                0 => vmin + f64::from(rng.i32(1..400)),
                _ => vmin + magnitude * (rng.f64() + 1e-3),
            };
            let colors = [1, 2, 7, 10, 255, 256, 510, 1021][round % 8];
            let mut values = edges((vmin, vmax), colors);
            values.extend((0..999).map(|_| vmin + (vmax - vmin) * (1.2 * rng.f64() - 0.1)));
            let single = |values: &[f64]| values.iter().map(|x| *x as f32).collect::<Vec<f32>>();
            let bytes: Vec<u8> = values.iter().map(|x| *x as u8).collect();
            let rounded = (f64::from(vmin as f32), f64::from(vmax as f32));
            compare(&values, (vmin, vmax), colors);
            compare(&bytes, (vmin, vmax), colors);
            values.extend([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]);
            for values in [&values[..values.len() - 3], &values] {
                compare(values, (vmin, vmax), colors);
                compare(&single(values), (vmin, vmax), colors);
                if rounded.0 < rounded.1 {
                    compare(&single(values), rounded, colors);
                }
            }
        }
    }
}
