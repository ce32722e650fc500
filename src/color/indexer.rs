//! The pixel loop of norms: from values to indices of a lookup table.

use crate::color::colormap::{BAD, OVER, UNDER};
use crate::color::{clip, floor_u32};
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

/// Values that norms work on; small integers and `f32` are normalised in `f32`, the rest in `f64`.
pub(crate) trait Scalar: bytemuck::Pod + Into<f64> + Send + Sync + std::fmt::Debug {
    /// `x` rounded to this type, as numpy does after each in-place operation.
    fn round(x: f64) -> f64;
}

impl Scalar for f32 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        f64::from(x as f32)
    }
}

impl Scalar for f64 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        x
    }
}

impl Indexer {
    /// The table indices of `values`, one for one. `all_finite` says that none of them is NaN or infinite.
    pub(crate) fn indices<T: Scalar>(&self, values: &[T], all_finite: bool, out: &mut [u32]) {
        match self.formula {
            Formula::Constant => self.each(values, out, |_| 0.0),
            Formula::Linear { vmin, range } => {
                // The one formula of most films: vectorised for the machine at hand.
                let normalise = |x| T::round(T::round(x - vmin) / range);
                pulp::Arch::new().dispatch(
                    #[inline(always)]
                    || {
                        if all_finite {
                            self.each_unless(values, out, normalise, |_, _| false);
                        } else {
                            self.each(values, out, normalise);
                        }
                    },
                );
            }
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

    #[inline(always)]
    fn each<T: Scalar>(&self, values: &[T], out: &mut [u32], normalise: impl Fn(f64) -> f64) {
        // Infinities are bad only in the data; a logarithm turns finite values into NaN.
        let is_bad = |x: f64, v: f64| !x.is_finite() || v.is_nan();
        self.each_unless(values, out, normalise, is_bad);
    }

    /// Index of the normalised value: int(v · N), with 1 the last colour (`Colormap.__call__`).
    #[inline(always)]
    fn each_unless<T: Scalar>(
        &self,
        values: &[T],
        out: &mut [u32],
        normalise: impl Fn(f64) -> f64,
        is_bad: impl Fn(f64, f64) -> bool,
    ) {
        let n = f64::from(self.colors);
        for (out, &value) in out.iter_mut().zip(values) {
            let x: f64 = value.into();
            let v = normalise(x);
            let place = T::round(v * n);
            let mut index = floor_u32(clip(place, 0.0, n - 1.0));
            index = if place < 0.0 { UNDER } else { index };
            index = if place > n { OVER } else { index };
            *out = if is_bad(x, v) { BAD } else { index };
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
