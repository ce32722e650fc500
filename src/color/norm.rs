//! Norms: from data to a position in a colormap, with the same steps as matplotlib.

use std::fmt;
use std::str::FromStr;

use crate::color::indexer::{Formula, Indexer, sym_log};
use crate::error::{Error, Result};
use crate::scale::Scale as AxisScale;
use crate::ticker::nonsingular;

/// How data are mapped to positions in a colormap; limits that are not set are taken from the first data.
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
    /// With limits at the same distance from a value.
    Centered {
        vcenter: f64,
    },
    Log,
    SymLog {
        linthresh: f64,
    },
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

    /// `CenteredNorm(vcenter)`: linear, with limits at the same distance from `vcenter`; one of them sets the other.
    ///
    /// ```
    /// use plotreel::Norm;
    ///
    /// let norm = Norm::centered(1.0).with_vmax(4.0);
    /// assert_eq!(norm.clim(), (Some(-2.0), Some(4.0)));
    /// ```
    pub fn centered(vcenter: f64) -> Self {
        Self::new(Scale::Centered { vcenter })
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

    /// `TwoSlopeNorm(vcenter)`: linear on each side of `vcenter`, which has the middle colour.
    pub fn two_slope(vcenter: f64) -> Self {
        Self::new(Scale::TwoSlope { vcenter })
    }

    /// `BoundaryNorm(boundaries, cmap.N)`: one colour for each interval between increasing boundaries.
    pub fn boundary(boundaries: impl Into<Vec<f64>>) -> Self {
        let boundaries = boundaries.into();
        Self {
            vmin: boundaries.first().copied(),
            vmax: boundaries.last().copied(),
            scale: Scale::Boundary { boundaries },
        }
    }

    /// Sets the lower limit.
    pub fn with_vmin(mut self, vmin: f64) -> Self {
        self.set_clim(Some(vmin), None);
        self
    }

    /// Sets the upper limit.
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
        if let Scale::Centered { vcenter } = self.scale {
            let opposite = |limit: f64| 2.0 * vcenter - limit;
            match (vmin, vmax) {
                (_, Some(vmax)) => self.vmin = Some(opposite(vmax)),
                (Some(vmin), None) => self.vmax = Some(opposite(vmin)),
                (None, None) => (),
            }
        }
    }

    /// The limits (vmin, vmax); `None` if not known yet.
    pub fn clim(&self) -> (Option<f64>, Option<f64>) {
        (self.vmin, self.vmax)
    }

    /// Whether both limits are set.
    pub(crate) fn is_scaled(&self) -> bool {
        self.vmin.is_some() && self.vmax.is_some()
    }

    /// The axis scale on which its colours are evenly spaced, if there is one.
    pub(crate) fn axis_scale(&self) -> Option<AxisScale> {
        match self.scale {
            Scale::Linear | Scale::Centered { .. } => Some(AxisScale::Linear),
            Scale::Log => Some(AxisScale::log()),
            Scale::SymLog { linthresh } => Some(AxisScale::sym_log(linthresh)),
            Scale::Power { .. } | Scale::TwoSlope { .. } | Scale::Boundary { .. } => None,
        }
    }

    /// Whether it is logarithmic.
    pub(crate) fn is_log(&self) -> bool {
        matches!(self.scale, Scale::Log)
    }

    /// The boundaries of its intervals, if it has any.
    pub(crate) fn boundaries(&self) -> Option<&[f64]> {
        match &self.scale {
            Scale::Boundary { boundaries } => Some(boundaries),
            _ => None,
        }
    }

    /// The positions on a colorbar, from 0 to 1, for a norm without a matching axis scale.
    pub(crate) fn forward(&self, x: f64) -> f64 {
        let (vmin, vmax) = (self.vmin.unwrap_or(0.0), self.vmax.unwrap_or(1.0));
        match &self.scale {
            Scale::Power { gamma } => {
                let v = (x - vmin) / (vmax - vmin);
                if v > 0.0 { v.powf(*gamma) } else { v }
            }
            Scale::TwoSlope { vcenter } => interpolated(x, &[vmin, *vcenter, vmax], false),
            Scale::Boundary { boundaries } => interpolated(x, boundaries, false),
            _ => (x - vmin) / (vmax - vmin),
        }
    }

    /// The value at a position on a colorbar.
    pub(crate) fn inverse(&self, y: f64) -> f64 {
        let (vmin, vmax) = (self.vmin.unwrap_or(0.0), self.vmax.unwrap_or(1.0));
        match &self.scale {
            Scale::Power { gamma } => {
                let v = if y > 0.0 { y.powf(1.0 / gamma) } else { y };
                v * (vmax - vmin) + vmin
            }
            Scale::TwoSlope { vcenter } => interpolated(y, &[vmin, *vcenter, vmax], true),
            Scale::Boundary { boundaries } => interpolated(y, boundaries, true),
            _ => y * (vmax - vmin) + vmin,
        }
    }

    /// Whether finite values can be bad.
    pub(crate) fn makes_bad(&self) -> bool {
        // A logarithm of a negative value, or an overflow.
        matches!(
            self.scale,
            Scale::Log | Scale::SymLog { .. } | Scale::Power { .. }
        )
    }

    /// Resets the limits, so that data set them again; boundaries keep theirs.
    pub(crate) fn open_limits(&mut self) {
        if !matches!(self.scale, Scale::Boundary { .. }) {
            (self.vmin, self.vmax) = (None, None);
        }
    }

    /// Moves equal limits apart, and puts them in order, as a colorbar does.
    pub(crate) fn widen(&mut self) {
        if let (Some(vmin), Some(vmax)) = self.clim() {
            let (vmin, vmax) = nonsingular(vmin, vmax, 0.1, 1e-15, true);
            self.set_clim(Some(vmin), Some(vmax));
        }
    }

    /// Whether limits may come from this value: bad ones do not count.
    pub(crate) fn counts(&self, x: f64) -> bool {
        x.is_finite() && (x > 0.0 || !matches!(self.scale, Scale::Log))
    }

    /// Sets missing limits from data (`autoscale_None`); bad values do not count.
    pub(crate) fn autoscale_none(&mut self, values: impl Iterator<Item = f64>) {
        if self.is_scaled() {
            return;
        }
        let (low, high) = values
            .filter(|x| self.counts(*x))
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
        if let Scale::Centered { vcenter } = self.scale {
            let reach = (vmax - vcenter).abs().max((vcenter - vmin).abs());
            (vmin, vmax) = (vcenter - reach, vcenter + reach);
        }
        (self.vmin, self.vmax) = (Some(vmin), Some(vmax));
    }

    /// The mapping of values to indices in the lookup table of a colormap of `colors` colours.
    ///
    /// # Errors
    /// [`Error::Norm`] for limits that matplotlib also rejects.
    pub(crate) fn indexer(&self, colors: usize) -> Result<Indexer> {
        if self.clim() == (None, None) {
            // Data without a good value have the lowest colour, unless they are bad for every norm.
            return Ok(Indexer {
                formula: Formula::Constant,
                colors: colors as u32,
            });
        }
        let (vmin, vmax) = (self.vmin.unwrap_or(0.0), self.vmax.unwrap_or(1.0));
        if let Some(reason) = self.fault(vmin, vmax, colors) {
            return Err(Error::Norm { reason });
        }
        let range = vmax - vmin;
        let formula = match self.scale {
            Scale::TwoSlope { vcenter } => Formula::TwoSlope {
                vmin,
                vcenter,
                vmax,
            },
            Scale::Boundary { ref boundaries } => Formula::Boundary {
                boundaries: boundaries.clone(),
            },
            _ if vmin == vmax => Formula::Constant,
            Scale::Linear | Scale::Centered { .. } => Formula::Linear { vmin, range },
            Scale::Log => Formula::Log {
                low: vmin.log10(),
                range: vmax.log10() - vmin.log10(),
            },
            Scale::SymLog { linthresh } => {
                let low = sym_log(vmin, linthresh);
                Formula::SymLog {
                    linthresh,
                    low,
                    range: sym_log(vmax, linthresh) - low,
                }
            }
            Scale::Power { gamma } => Formula::Power { vmin, range, gamma },
        };
        Ok(Indexer {
            formula,
            colors: colors as u32,
        })
    }

    /// Why the norm can't use these limits, if it can't.
    fn fault(&self, vmin: f64, vmax: f64, colors: usize) -> Option<String> {
        if !(vmin.is_finite() && vmax.is_finite()) || vmin > vmax {
            return Some(format!("vmin = {vmin} must be at most vmax = {vmax}"));
        }
        let rises = |values: &[f64]| values.is_sorted_by(|a, b| a < b);
        match &self.scale {
            Scale::Log if vmin <= 0.0 => Some(format!(
                "vmin = {vmin} must be above 0 for a logarithmic norm"
            )),
            Scale::SymLog { linthresh } if *linthresh <= 0.0 || linthresh.is_nan() => {
                Some(format!("linthresh = {linthresh} must be above 0"))
            }
            Scale::Power { gamma } if !gamma.is_finite() => Some(format!("gamma can't be {gamma}")),
            Scale::TwoSlope { vcenter } if !(vmin <= *vcenter && *vcenter <= vmax) => Some(
                format!("vcenter = {vcenter} must be between vmin = {vmin} and vmax = {vmax}"),
            ),
            Scale::Boundary { boundaries } if boundaries.len() < 2 || !rises(boundaries) => {
                Some("boundaries must be two or more increasing numbers".into())
            }
            Scale::Boundary { boundaries } if boundaries.len() - 1 > colors => {
                let regions = boundaries.len() - 1;
                Some(format!(
                    "{regions} intervals need at least {regions} colours, but there are {colors}"
                ))
            }
            _ => None,
        }
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

impl Default for Norm {
    /// [`Norm::linear`].
    fn default() -> Self {
        Self::linear()
    }
}

/// `linear`, `centered:VCENTER`, `log`, `symlog:LINTHRESH`, `power:GAMMA`, `twoslope:VCENTER`, `boundary:A,B,C`.
/// Its name and parameter, which parse back to it; limits are not part of it.
impl fmt::Display for Norm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.scale {
            Scale::Linear => f.write_str("linear"),
            Scale::Centered { vcenter } => write!(f, "centered:{vcenter}"),
            Scale::Log => f.write_str("log"),
            Scale::SymLog { linthresh } => write!(f, "symlog:{linthresh}"),
            Scale::Power { gamma } => write!(f, "power:{gamma}"),
            Scale::TwoSlope { vcenter } => write!(f, "twoslope:{vcenter}"),
            Scale::Boundary { boundaries } => {
                let texts: Vec<String> = boundaries.iter().map(f64::to_string).collect();
                write!(f, "boundary:{}", texts.join(","))
            }
        }
    }
}

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
            "centered" => Ok(Self::centered(number()?)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::colormap::{BAD, OVER, UNDER};

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
