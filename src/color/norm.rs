//! Norms: from data to a position in a colormap, with the same steps as matplotlib.

use std::fmt;
use std::str::FromStr;

use crate::color::indexer::{Formula, Indexer};
use crate::color::norm_scale::NormScale;
use crate::error::{Error, Result};
use crate::scale::Scale;
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
    scale: NormScale,
    vmin: Option<f64>,
    vmax: Option<f64>,
}

impl Norm {
    fn new(scale: NormScale) -> Self {
        Self {
            scale,
            vmin: None,
            vmax: None,
        }
    }

    /// `Normalize`: (x − vmin) / (vmax − vmin).
    pub fn linear() -> Self {
        Self::new(NormScale::Linear)
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
        Self::new(NormScale::Centered { vcenter })
    }

    /// `LogNorm`: as linear, in log10(x); values of 0 and below are bad.
    pub fn log() -> Self {
        Self::new(NormScale::Log)
    }

    /// `SymLogNorm(linthresh, linscale=1, base=10)`: linear within ±`linthresh`, logarithmic outside.
    pub fn sym_log(linthresh: f64) -> Self {
        Self::new(NormScale::Scaled(Scale::sym_log(linthresh)))
    }

    /// `AsinhNorm(linear_width)`: almost linear around zero, almost logarithmic far from it.
    pub fn asinh(linear_width: f64) -> Self {
        Self::new(NormScale::Scaled(Scale::asinh(linear_width)))
    }

    /// `FuncNorm((forward, inverse))`: as linear, in `forward(x)`, which has to be monotonic; values for which that is not
    /// finite are bad.
    ///
    /// ```
    /// use plotreel::Norm;
    ///
    /// let norm = Norm::func(f64::sqrt, |y| y * y).with_vmin(0.0).with_vmax(4.0);
    /// # let _ = norm;
    /// ```
    pub fn func(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self::new(NormScale::Scaled(Scale::func(forward, inverse)))
    }

    /// Sets the length of each half of the linear part of [`sym_log`](Self::sym_log), in decades; 1 by default.
    pub fn with_linscale(self, linscale: f64) -> Self {
        self.map_scale(|scale| scale.with_linscale(linscale))
    }

    /// Sets the base of the logarithm of [`sym_log`](Self::sym_log); 10 by default.
    pub fn with_base(self, base: f64) -> Self {
        self.map_scale(|scale| match scale {
            Scale::SymLog { .. } => scale.with_base(base),
            other => other,
        })
    }

    fn map_scale(mut self, change: impl FnOnce(Scale) -> Scale) -> Self {
        if let NormScale::Scaled(scale) = self.scale {
            self.scale = NormScale::Scaled(change(scale));
        }
        self
    }

    /// `PowerNorm(gamma)`: the linear value to the power of `gamma` where it is positive.
    pub fn power(gamma: f64) -> Self {
        Self::new(NormScale::Power { gamma })
    }

    /// `TwoSlopeNorm(vcenter)`: linear on each side of `vcenter`, which has the middle colour.
    pub fn two_slope(vcenter: f64) -> Self {
        Self::new(NormScale::TwoSlope { vcenter })
    }

    /// `BoundaryNorm(boundaries, cmap.N)`: one colour for each interval between increasing boundaries.
    pub fn boundary(boundaries: impl Into<Vec<f64>>) -> Self {
        let boundaries = boundaries.into();
        Self {
            vmin: boundaries.first().copied(),
            vmax: boundaries.last().copied(),
            scale: NormScale::Boundary { boundaries },
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
        if !matches!(self.scale, NormScale::Boundary { .. }) {
            self.vmin = vmin.or(self.vmin);
            self.vmax = vmax.or(self.vmax);
        }
        if let NormScale::Centered { vcenter } = self.scale {
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

    /// Whether it is logarithmic.
    pub(crate) fn is_log(&self) -> bool {
        matches!(self.scale, NormScale::Log)
    }

    /// The boundaries of its intervals, if it has any.
    pub(crate) fn boundaries(&self) -> Option<&[f64]> {
        match &self.scale {
            NormScale::Boundary { boundaries } => Some(boundaries),
            _ => None,
        }
    }

    /// The positions on a colorbar, from 0 to 1, for a norm without a matching axis scale.
    pub(crate) fn forward(&self, x: f64) -> f64 {
        self.scale.forward(x, self.limits())
    }

    /// The value at a position on a colorbar.
    pub(crate) fn inverse(&self, y: f64) -> f64 {
        self.scale.inverse(y, self.limits())
    }

    /// The axis scale on which its colours are evenly spaced, if there is one.
    pub(crate) fn axis_scale(&self) -> Option<Scale> {
        self.scale.axis_scale()
    }

    fn limits(&self) -> (f64, f64) {
        (self.vmin.unwrap_or(0.0), self.vmax.unwrap_or(1.0))
    }

    /// Whether finite values can be bad.
    pub(crate) fn makes_bad(&self) -> bool {
        // A logarithm of a negative value, or an overflow.
        matches!(
            self.scale,
            NormScale::Log | NormScale::Scaled(_) | NormScale::Power { .. }
        )
    }

    /// Resets the limits, so that data set them again; boundaries keep theirs.
    pub(crate) fn open_limits(&mut self) {
        if !matches!(self.scale, NormScale::Boundary { .. }) {
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
        x.is_finite()
            && match &self.scale {
                NormScale::Log => x > 0.0,
                NormScale::Scaled(scale) => scale.transform(x).is_finite(),
                _ => true,
            }
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
        if let NormScale::TwoSlope { vcenter } = self.scale {
            // matplotlib mirrors a limit on the wrong side of the centre.
            if self.vmin.is_none() && vmin >= vcenter {
                vmin = vcenter - (vmax - vcenter);
            }
            if self.vmax.is_none() && vmax <= vcenter {
                vmax = vcenter + (vcenter - vmin);
            }
        }
        if let NormScale::Centered { vcenter } = self.scale {
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
        let limits = self.limits();
        if let Some(reason) = self.scale.fault(limits, colors) {
            return Err(Error::Norm { reason });
        }
        Ok(Indexer {
            formula: self.scale.formula(limits),
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

/// Its name and parameter, which parse back to it; limits are not part of it.
impl fmt::Display for Norm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scale.fmt(f)
    }
}

/// `linear`, `centered:VCENTER`, `log`, `symlog:LINTHRESH[,LINSCALE[,BASE]]`, `asinh:WIDTH`, `power:GAMMA`,
/// `twoslope:VCENTER` and `boundary:A,B,C`.
impl FromStr for Norm {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::UnknownNorm {
            name: text.to_owned(),
        };
        let (name, argument) = text.split_once(':').unwrap_or((text, ""));
        let read = |text: &str| {
            let number = text.trim().parse::<f64>().ok();
            number.filter(|x| x.is_finite()).ok_or_else(unknown)
        };
        let number = || read(argument);
        let numbers = || argument.split(',').map(read).collect::<Result<Vec<f64>>>();
        match name {
            "linear" if argument.is_empty() => Ok(Self::linear()),
            "centered" => Ok(Self::centered(number()?)),
            "log" if argument.is_empty() => Ok(Self::log()),
            "symlog" => match numbers()?[..] {
                [linthresh] => Ok(Self::sym_log(linthresh)),
                [linthresh, linscale] => Ok(Self::sym_log(linthresh).with_linscale(linscale)),
                [linthresh, linscale, base] => Ok(Self::sym_log(linthresh)
                    .with_linscale(linscale)
                    .with_base(base)),
                _ => Err(unknown()),
            },
            "asinh" => Ok(Self::asinh(number()?)),
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
