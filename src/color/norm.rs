//! Norms: from data to a place in a colormap, step by step as matplotlib's do it.

use std::str::FromStr;

use crate::color::colormap::{BAD, OVER, UNDER};
use crate::color::{clip, floor_u32};
use crate::error::{Error, Result};

/// How data become places in a colormap; the limits left open are taken from the first data seen.
///
/// ```
/// use plotreel::Norm;
///
/// let norm = Norm::log().with_vmin(0.1).with_vmax(100.0);
/// assert_eq!("log".parse::<Norm>()?.with_vmin(0.1).with_vmax(100.0), norm);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Norm {
    scale: Scale,
    vmin: Option<f64>,
    vmax: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
enum Scale {
    Linear,
    Log,
    SymLog { linthresh: f64 },
    Power { gamma: f64 },
    TwoSlope { vcenter: f64 },
    Boundary { boundaries: Vec<f64> },
}

impl Norm {
    fn new(scale: Scale) -> Self {
        Self {
            scale,
            vmin: None,
            vmax: None,
        }
    }

    /// `Normalize`: (x − vmin) / (vmax − vmin).
    pub fn linear() -> Self {
        Self::new(Scale::Linear)
    }

    /// `LogNorm`: as linear, in log10(x); values of 0 and below are bad.
    pub fn log() -> Self {
        Self::new(Scale::Log)
    }

    /// `SymLogNorm(linthresh, linscale=1, base=10)`: linear within ±`linthresh`, logarithmic outside.
    pub fn sym_log(linthresh: f64) -> Self {
        Self::new(Scale::SymLog { linthresh })
    }

    /// `PowerNorm(gamma)`: the linear value to the power of `gamma` where it is positive.
    pub fn power(gamma: f64) -> Self {
        Self::new(Scale::Power { gamma })
    }

    /// `TwoSlopeNorm(vcenter)`: linear on either side of `vcenter`, which gets the middle colour.
    pub fn two_slope(vcenter: f64) -> Self {
        Self::new(Scale::TwoSlope { vcenter })
    }

    /// `BoundaryNorm(boundaries, cmap.N)`: one colour for each interval between rising boundaries.
    pub fn boundary(boundaries: impl Into<Vec<f64>>) -> Self {
        let boundaries = boundaries.into();
        Self {
            vmin: boundaries.first().copied(),
            vmax: boundaries.last().copied(),
            scale: Scale::Boundary { boundaries },
        }
    }

    /// Fixes the lower limit.
    pub fn with_vmin(mut self, vmin: f64) -> Self {
        self.set_clim(Some(vmin), None);
        self
    }

    /// Fixes the upper limit.
    pub fn with_vmax(mut self, vmax: f64) -> Self {
        self.set_clim(None, Some(vmax));
        self
    }

    /// Sets the limits that are given; boundaries have their own and keep them.
    pub fn set_clim(&mut self, vmin: Option<f64>, vmax: Option<f64>) {
        if !matches!(self.scale, Scale::Boundary { .. }) {
            self.vmin = vmin.or(self.vmin);
            self.vmax = vmax.or(self.vmax);
        }
    }

    /// The limits (vmin, vmax), as far as they are known.
    pub fn clim(&self) -> (Option<f64>, Option<f64>) {
        (self.vmin, self.vmax)
    }

    /// Whether both limits are set.
    pub(crate) fn is_scaled(&self) -> bool {
        self.vmin.is_some() && self.vmax.is_some()
    }

    /// Whether finite values can be bad.
    pub(crate) fn makes_bad(&self) -> bool {
        matches!(self.scale, Scale::Log)
    }

    /// Sets the open limits from data (`autoscale_None`); bad values do not count.
    pub(crate) fn autoscale_none(&mut self, values: impl Iterator<Item = f64>) {
        if self.is_scaled() {
            return;
        }
        let counts = |x: f64| x.is_finite() && (x > 0.0 || !matches!(self.scale, Scale::Log));
        let (low, high) = values
            .filter(|x| counts(*x))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
                (low.min(x), high.max(x))
            });
        if low > high {
            return;
        }
        let (mut vmin, mut vmax) = (self.vmin.unwrap_or(low), self.vmax.unwrap_or(high));
        if let Scale::TwoSlope { vcenter } = self.scale {
            // matplotlib mirrors a limit on the wrong side of the centre.
            if self.vmin.is_none() && vmin >= vcenter {
                vmin = vcenter - (vmax - vcenter);
            }
            if self.vmax.is_none() && vmax <= vcenter {
                vmax = vcenter + (vcenter - vmin);
            }
        }
        (self.vmin, self.vmax) = (Some(vmin), Some(vmax));
    }

    /// What maps values to indices in the lookup table of a colormap of `colors` colours.
    ///
    /// # Errors
    /// [`Error::Norm`] for limits that matplotlib refuses too.
    pub(crate) fn indexer(&self, colors: usize) -> Result<Indexer> {
        let refuse = |reason: String| Err(Error::Norm { reason });
        // Without limits there are no good data, and every pixel is bad.
        let (vmin, vmax) = (self.vmin.unwrap_or(0.0), self.vmax.unwrap_or(1.0));
        if !(vmin.is_finite() && vmax.is_finite()) || vmin > vmax {
            return refuse(format!("vmin = {vmin} must be at most vmax = {vmax}"));
        }
        let formula = match &self.scale {
            Scale::TwoSlope { vcenter } if !(vmin < *vcenter && *vcenter < vmax) => {
                return refuse(format!(
                    "vmin = {vmin}, vcenter = {vcenter}, vmax = {vmax} must rise"
                ));
            }
            Scale::TwoSlope { vcenter } => Formula::TwoSlope {
                vmin,
                vcenter: *vcenter,
                vmax,
            },
            Scale::Boundary { boundaries } => {
                let regions = boundaries.len().saturating_sub(1);
                if regions == 0 || !boundaries.is_sorted_by(|a, b| a < b) {
                    return refuse("boundaries must be two or more rising numbers".into());
                }
                if colors < regions {
                    return refuse(format!(
                        "{regions} intervals need as many colours, and there are {colors}"
                    ));
                }
                Formula::Boundary {
                    boundaries: boundaries.clone(),
                }
            }
            _ if vmin == vmax => Formula::Constant,
            Scale::Linear => Formula::Linear {
                vmin,
                range: vmax - vmin,
            },
            Scale::Log if vmin <= 0.0 => {
                return refuse(format!(
                    "vmin = {vmin} must be above 0 for a logarithmic norm"
                ));
            }
            Scale::Log => Formula::Log {
                low: vmin.log10(),
                range: vmax.log10() - vmin.log10(),
            },
            Scale::SymLog { linthresh } if *linthresh <= 0.0 || linthresh.is_nan() => {
                return refuse(format!("linthresh = {linthresh} must be above 0"));
            }
            Scale::SymLog { linthresh } => {
                let low = sym_log(vmin, *linthresh);
                Formula::SymLog {
                    linthresh: *linthresh,
                    low,
                    range: sym_log(vmax, *linthresh) - low,
                }
            }
            Scale::Power { gamma } => Formula::Power {
                vmin,
                range: vmax - vmin,
                gamma: *gamma,
            },
        };
        Ok(Indexer {
            formula,
            colors: colors as u32,
        })
    }
}

impl Default for Norm {
    /// [`Norm::linear`].
    fn default() -> Self {
        Self::linear()
    }
}

/// `linear`, `log`, `symlog:LINTHRESH`, `power:GAMMA`, `twoslope:VCENTER`, `boundary:A,B,C`.
impl FromStr for Norm {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::UnknownNorm {
            name: text.to_owned(),
        };
        let (name, argument) = text.split_once(':').unwrap_or((text, ""));
        let number = || {
            argument
                .trim()
                .parse::<f64>()
                .ok()
                .filter(|x| x.is_finite())
                .ok_or_else(unknown)
        };
        match name {
            "linear" if argument.is_empty() => Ok(Self::linear()),
            "log" if argument.is_empty() => Ok(Self::log()),
            "symlog" => Ok(Self::sym_log(number()?)),
            "power" => Ok(Self::power(number()?)),
            "twoslope" => Ok(Self::two_slope(number()?)),
            "boundary" => {
                let boundaries: Result<Vec<f64>, _> =
                    argument.split(',').map(|x| x.trim().parse()).collect();
                boundaries.map(Self::boundary).map_err(|_| unknown())
            }
            _ => Err(unknown()),
        }
    }
}

/// matplotlib's `SymmetricalLogTransform` with base 10 and linscale 1.
fn sym_log(x: f64, linthresh: f64) -> f64 {
    const LINSCALE_ADJ: f64 = 1.0 / (1.0 - 0.1);
    if x.abs() <= linthresh {
        x * LINSCALE_ADJ
    } else {
        x.signum()
            * linthresh
            * (LINSCALE_ADJ + (x.abs() / linthresh).ln() / std::f64::consts::LN_10)
    }
}

/// A norm with its limits resolved and a table's size, ready for the pixel loop.
#[derive(Debug, Clone)]
pub(crate) struct Indexer {
    formula: Formula,
    colors: u32,
}

#[derive(Debug, Clone)]
enum Formula {
    /// vmin equals vmax: everything gets the lowest colour.
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
        linthresh: f64,
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
            Formula::SymLog {
                linthresh,
                low,
                range,
            } => self.each(values, out, |x| {
                T::round(T::round(T::round(sym_log(x, linthresh)) - low) / range)
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
                } else {
                    0.5 / (vmax - vcenter) * (x - vcenter) + 0.5
                }
            }),
            Formula::Boundary { ref boundaries } => self.bins(boundaries, values, out),
        }
    }

    #[inline(always)]
    fn each<T: Scalar>(&self, values: &[T], out: &mut [u32], normalise: impl Fn(f64) -> f64) {
        // Infinities are bad only in the data; a logarithm makes NaN of finite ones.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn index(norm: &Norm, x: f64) -> u32 {
        let mut out = [0];
        norm.indexer(256).unwrap().indices(&[x], false, &mut out);
        out[0]
    }

    #[test]
    fn the_ends_belong_to_the_table_and_the_rest_does_not() {
        let norm = Norm::linear().with_vmin(-1.0).with_vmax(1.0);
        let found = [-1.1, -1.0, 0.0, 1.0, 1.1, f64::NAN, f64::INFINITY].map(|x| index(&norm, x));
        assert_eq!(found, [UNDER, 0, 128, 255, OVER, BAD, BAD]);
    }

    #[test]
    fn equal_limits_give_the_lowest_colour() {
        let mut norm = Norm::linear();
        norm.autoscale_none([7.0, 7.0].into_iter());
        assert_eq!(
            [
                index(&norm, 7.0),
                index(&norm, 99.0),
                index(&norm, f64::NAN)
            ],
            [0, 0, BAD]
        );
    }

    #[test]
    fn autoscale_keeps_what_is_given_and_skips_bad_values() {
        let mut norm = Norm::linear().with_vmin(0.0);
        norm.autoscale_none([-5.0, f64::NAN, 3.0, f64::INFINITY].into_iter());
        assert_eq!(norm.clim(), (Some(0.0), Some(3.0)));
    }

    #[test]
    fn boundaries_spread_over_the_table() {
        let norm = Norm::boundary([0.0, 1.0, 2.0, 4.0]);
        let found = [-0.1, 0.0, 1.0, 3.9, 4.0].map(|x| index(&norm, x));
        assert_eq!(found, [UNDER, 0, 127, 255, OVER]);
    }

    #[test]
    fn limits_that_can_not_be_are_refused() {
        assert!(
            Norm::linear()
                .with_vmin(2.0)
                .with_vmax(1.0)
                .indexer(256)
                .is_err()
        );
        assert!(
            Norm::log()
                .with_vmin(0.0)
                .with_vmax(1.0)
                .indexer(256)
                .is_err()
        );
        assert!(
            Norm::two_slope(5.0)
                .with_vmin(0.0)
                .with_vmax(1.0)
                .indexer(256)
                .is_err()
        );
        assert!(Norm::boundary([1.0, 1.0]).indexer(256).is_err());
        assert!("symlog".parse::<Norm>().is_err());
    }
}
