//! The formula of a norm, without its limits.

use std::fmt;

use crate::color::indexer::Formula;
use crate::scale::{Scale, SymLog};

/// Which norm it is, with its parameters.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum NormScale {
    Linear,
    /// With limits at the same distance from a value.
    Centered {
        vcenter: f64,
    },
    Log,
    /// Linear in what an axis scale makes of values.
    Scaled(Scale),
    Power {
        gamma: f64,
    },
    TwoSlope {
        vcenter: f64,
    },
    Boundary {
        boundaries: Vec<f64>,
    },
}

impl NormScale {
    /// The axis scale on which its colours are evenly spaced, if there is one.
    pub(super) fn axis_scale(&self) -> Option<Scale> {
        match self {
            Self::Linear | Self::Centered { .. } => Some(Scale::Linear),
            Self::Log => Some(Scale::log()),
            Self::Scaled(scale) => Some(scale.clone()),
            Self::Power { .. } | Self::TwoSlope { .. } | Self::Boundary { .. } => None,
        }
    }

    /// The positions on a colorbar, from 0 to 1, for a norm without a matching axis scale.
    pub(super) fn forward(&self, x: f64, (vmin, vmax): (f64, f64)) -> f64 {
        match self {
            Self::Power { gamma } => {
                let v = (x - vmin) / (vmax - vmin);
                if v > 0.0 { v.powf(*gamma) } else { v }
            }
            Self::TwoSlope { vcenter } => interpolated(x, &[vmin, *vcenter, vmax], false),
            Self::Boundary { boundaries } => interpolated(x, boundaries, false),
            _ => (x - vmin) / (vmax - vmin),
        }
    }

    /// The value at a position on a colorbar.
    pub(super) fn inverse(&self, y: f64, (vmin, vmax): (f64, f64)) -> f64 {
        match self {
            Self::Power { gamma } => {
                let v = if y > 0.0 { y.powf(1.0 / gamma) } else { y };
                v * (vmax - vmin) + vmin
            }
            Self::TwoSlope { vcenter } => interpolated(y, &[vmin, *vcenter, vmax], true),
            Self::Boundary { boundaries } => interpolated(y, boundaries, true),
            _ => y * (vmax - vmin) + vmin,
        }
    }

    /// From values within limits to places of a colormap.
    pub(super) fn formula(&self, (vmin, vmax): (f64, f64)) -> Formula {
        let range = vmax - vmin;
        match self {
            Self::TwoSlope { vcenter } => Formula::TwoSlope {
                vmin,
                vcenter: *vcenter,
                vmax,
            },
            Self::Boundary { boundaries } => Formula::Boundary {
                boundaries: boundaries.clone(),
            },
            _ if vmin == vmax => Formula::Constant,
            Self::Linear | Self::Centered { .. } => Formula::Linear { vmin, range },
            Self::Log => Formula::Log {
                low: vmin.log10(),
                range: vmax.log10() - vmin.log10(),
            },
            Self::Scaled(scale) => {
                let low = scale.transform(vmin);
                let range = scale.transform(vmax) - low;
                match scale {
                    Scale::SymLog {
                        base,
                        linthresh,
                        linscale,
                        ..
                    } => Formula::SymLog {
                        scale: SymLog::new(*base, *linthresh, *linscale),
                        low,
                        range,
                    },
                    scale => Formula::Scaled {
                        scale: scale.clone(),
                        low,
                        range,
                    },
                }
            }
            Self::Power { gamma } => Formula::Power {
                vmin,
                range,
                gamma: *gamma,
            },
        }
    }

    /// Why the norm can't use these limits, if it can't.
    pub(super) fn fault(&self, (vmin, vmax): (f64, f64), colors: usize) -> Option<String> {
        if !(vmin.is_finite() && vmax.is_finite()) || vmin > vmax {
            return Some(format!("vmin = {vmin} must be at most vmax = {vmax}"));
        }
        let rises = |values: &[f64]| values.is_sorted_by(|a, b| a < b);
        match self {
            Self::Log if vmin <= 0.0 => Some(format!(
                "vmin = {vmin} must be above 0 for a logarithmic norm"
            )),
            Self::Scaled(scale) => scaled_fault(scale, (vmin, vmax)),
            Self::Power { gamma } if !gamma.is_finite() => Some(format!("gamma can't be {gamma}")),
            Self::TwoSlope { vcenter } if !(vmin <= *vcenter && *vcenter <= vmax) => Some(format!(
                "vcenter = {vcenter} must be between vmin = {vmin} and vmax = {vmax}"
            )),
            Self::Boundary { boundaries } if boundaries.len() < 2 || !rises(boundaries) => {
                Some("boundaries must be two or more increasing numbers".into())
            }
            Self::Boundary { boundaries } if boundaries.len() - 1 > colors => {
                let regions = boundaries.len() - 1;
                Some(format!(
                    "{regions} intervals need at least {regions} colours, but there are {colors}"
                ))
            }
            _ => None,
        }
    }
}

/// Its name and parameter, which parse back to it.
impl fmt::Display for NormScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Linear => f.write_str("linear"),
            Self::Centered { vcenter } => write!(f, "centered:{vcenter}"),
            Self::Log => f.write_str("log"),
            Self::Scaled(scale) => fmt_scaled(scale, f),
            Self::Power { gamma } => write!(f, "power:{gamma}"),
            Self::TwoSlope { vcenter } => write!(f, "twoslope:{vcenter}"),
            Self::Boundary { boundaries } => {
                let texts: Vec<String> = boundaries.iter().map(f64::to_string).collect();
                write!(f, "boundary:{}", texts.join(","))
            }
        }
    }
}

/// Why a norm by this scale can't use these limits, if it can't.
fn scaled_fault(scale: &Scale, (vmin, vmax): (f64, f64)) -> Option<String> {
    if let Err(error) = scale.clone().checked() {
        return Some(format!("{}: {}", error.cause(), error.advice()));
    }
    let places = [vmin, vmax].map(|limit| scale.transform(limit));
    let is_finite = places.iter().all(|place| place.is_finite());
    (!is_finite).then(|| {
        let [low, high] = places;
        format!("vmin = {vmin} and vmax = {vmax} become {low} and {high}, which are no limits")
    })
}

/// The name of a norm by a scale with those parameters that are not the usual ones.
fn fmt_scaled(scale: &Scale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match scale {
        Scale::SymLog {
            base,
            linthresh,
            linscale,
            ..
        } => match (*linscale, *base) {
            (1.0, 10.0) => write!(f, "symlog:{linthresh}"),
            (_, 10.0) => write!(f, "symlog:{linthresh},{linscale}"),
            _ => write!(f, "symlog:{linthresh},{linscale},{base}"),
        },
        Scale::Asinh { linear_width, .. } => write!(f, "asinh:{linear_width}"),
        other => f.write_str(other.name()),
    }
}

/// Interpolates `x` between increasing values that are evenly spaced from 0 to 1, or back; the first and last intervals
/// are extended beyond the ends.
fn interpolated(x: f64, values: &[f64], back: bool) -> f64 {
    let last = values.len().saturating_sub(1).max(1);
    if values.len() < 2 {
        return x;
    }
    let places: Vec<f64> = (0..=last).map(|i| i as f64 / last as f64).collect();
    let (from, to) = if back {
        (&places[..], values)
    } else {
        (values, &places[..])
    };
    let i = from.partition_point(|v| *v <= x).clamp(1, last);
    to[i - 1] + (x - from[i - 1]) / (from[i] - from[i - 1]) * (to[i] - to[i - 1])
}
