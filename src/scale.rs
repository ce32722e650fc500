//! Axis scales: from data to a position along the axis.

mod asinh;
mod functions;
mod sym_log;

use std::f64::consts::E;
use std::str::FromStr;
use std::sync::Arc;

use crate::error::{Error, Result, nearest_name};
pub(crate) use asinh::asinh;
pub use functions::Functions;
pub(crate) use sym_log::SymLog;

/// Where a clipped axis puts values without a position: far outside, but drawable.
const CLIPPED: f64 = 1000.0;
/// The smallest positive value that is assumed of data without one.
const LEAST_POSITIVE: f64 = 1e-300;
/// The same for shares.
const LEAST_SHARE: f64 = 1e-7;

/// What happens with values that a scale has no position for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NonPositive {
    /// They are far outside the axes, and lines go there.
    Clip,
    /// They are left out, like NaN.
    Mask,
}

/// The scale of an axis.
///
/// ```
/// use plotreel::scale::Scale;
///
/// assert_eq!(Scale::log().transform(1000.0), 3.0);
/// assert_eq!("symlog".parse::<Scale>()?, Scale::sym_log(2.0));
/// let squares = Scale::func(|x| x * x, f64::sqrt);
/// assert_eq!(squares.transform(3.0), 9.0);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Scale {
    /// Linear.
    #[default]
    Linear,
    /// Logarithmic, for values above 0.
    Log {
        /// Of the logarithm: above 1.
        base: f64,
        /// What happens with values of 0 and below.
        nonpositive: NonPositive,
        /// The multiples of each power that have a minor tick; by default as many as there is room for.
        subs: Option<Arc<[f64]>>,
    },
    /// Logarithmic on both sides of zero, linear in between.
    SymLog {
        /// Of the logarithm: above 1.
        base: f64,
        /// The linear part is from minus this to this; above 0.
        linthresh: f64,
        /// The length of each half of the linear part, in decades; above 0.
        linscale: f64,
        /// The multiples of each power that have a minor tick; by default none.
        subs: Option<Arc<[f64]>>,
    },
    /// The inverse hyperbolic sine: almost linear around zero, almost logarithmic far from it.
    Asinh {
        /// The width of the almost linear part; above 0.
        linear_width: f64,
        /// Ticks are at powers of this; with 0 or 1, at values with one digit.
        base: u32,
    },
    /// log10(x / (1 − x)), for shares between 0 and 1.
    Logit {
        /// What happens with values of 0 and below, or 1 and above.
        nonpositive: NonPositive,
        /// Whether labels of shares close to 1 are the rest with a line above, instead of 1 minus the rest.
        use_overline: bool,
        /// The label of 1/2, in mathematical notation.
        one_half: Arc<str>,
    },
    /// A function; its ticks are those of a linear scale.
    Func(Functions),
    /// The logarithm of a function; its ticks are those of a logarithmic scale.
    FuncLog {
        /// The function.
        functions: Functions,
        /// Of the logarithm: above 1.
        base: f64,
    },
}

impl Scale {
    /// Logarithmic with base 10; values of 0 and below are far outside.
    pub const fn log() -> Self {
        Self::Log {
            base: 10.0,
            nonpositive: NonPositive::Clip,
            subs: None,
        }
    }

    /// Logarithmic with base 10 outside ±`linthresh`; each half of the linear part is as long as a decade.
    pub const fn sym_log(linthresh: f64) -> Self {
        Self::SymLog {
            base: 10.0,
            linthresh,
            linscale: 1.0,
            subs: None,
        }
    }

    /// `linear_width` · asinh(x / `linear_width`), with ticks at powers of 10.
    pub const fn asinh(linear_width: f64) -> Self {
        Self::Asinh {
            linear_width,
            base: 10,
        }
    }

    /// log10(x / (1 − x)); other values than those between 0 and 1 are left out.
    pub fn logit() -> Self {
        Self::Logit {
            nonpositive: NonPositive::Mask,
            use_overline: false,
            one_half: r"\frac{1}{2}".into(),
        }
    }

    /// By a monotonic function and its inverse. Values whose place is NaN or infinite are not drawn.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::scale::Scale;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let power = 0.5;
    /// let roots = Scale::func(move |x| x.powf(power), move |y| y.powf(1.0 / power));
    /// fig[ax].set_xscale(roots)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn func(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self::Func(Functions::new(forward, inverse))
    }

    /// By the logarithm, with base 10, of a monotonic function, of which the inverse is given as well.
    pub fn func_log(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self::FuncLog {
            functions: Functions::new(forward, inverse),
            base: 10.0,
        }
    }

    /// Sets the base of a logarithm, or that of the ticks of an asinh scale, without its fraction; the other scales have
    /// none.
    pub fn with_base(mut self, to: f64) -> Self {
        match &mut self {
            Self::Log { base, .. } | Self::SymLog { base, .. } | Self::FuncLog { base, .. } => {
                *base = to;
            }
            Self::Asinh { base, .. } => *base = to as u32,
            Self::Linear | Self::Logit { .. } | Self::Func(_) => (),
        }
        self
    }

    /// Sets the length of each half of the linear part of a [`Scale::SymLog`], in decades.
    pub fn with_linscale(mut self, to: f64) -> Self {
        if let Self::SymLog { linscale, .. } = &mut self {
            *linscale = to;
        }
        self
    }

    /// Sets the multiples of each power that have a minor tick, of a [`Scale::Log`] or a [`Scale::SymLog`].
    ///
    /// ```
    /// use plotreel::scale::Scale;
    ///
    /// let scale = Scale::log().with_subs([2.0, 5.0]);
    /// ```
    pub fn with_subs(mut self, to: impl Into<Vec<f64>>) -> Self {
        if let Self::Log { subs, .. } | Self::SymLog { subs, .. } = &mut self {
            *subs = Some(to.into().into());
        }
        self
    }

    /// Sets what happens with values that a [`Scale::Log`] or a [`Scale::Logit`] has no position for.
    pub fn with_nonpositive(mut self, to: NonPositive) -> Self {
        if let Self::Log { nonpositive, .. } | Self::Logit { nonpositive, .. } = &mut self {
            *nonpositive = to;
        }
        self
    }

    /// Sets whether labels of a [`Scale::Logit`] close to 1 are the rest with a line above.
    pub fn with_use_overline(mut self, to: bool) -> Self {
        if let Self::Logit { use_overline, .. } = &mut self {
            *use_overline = to;
        }
        self
    }

    /// Sets the label of 1/2 on a [`Scale::Logit`], in mathematical notation without its dollars.
    pub fn with_one_half(mut self, to: &str) -> Self {
        if let Self::Logit { one_half, .. } = &mut self {
            *one_half = to.into();
        }
        self
    }

    /// Its name in matplotlib.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log { .. } => "log",
            Self::SymLog { .. } => "symlog",
            Self::Asinh { .. } => "asinh",
            Self::Logit { .. } => "logit",
            Self::Func(_) => "function",
            Self::FuncLog { .. } => "functionlog",
        }
    }

    /// Whether a value has a position along the axis: on a logarithmic one only those above zero have.
    pub(crate) fn has(&self, x: f64) -> bool {
        match self {
            Self::Log { .. } | Self::FuncLog { .. } => x > 0.0 && x.is_finite(),
            Self::Logit { .. } => x > 0.0 && x < 1.0,
            Self::Linear | Self::SymLog { .. } | Self::Asinh { .. } | Self::Func(_) => {
                x.is_finite()
            }
        }
    }

    /// From data to a position along the axis; NaN or infinite for values without one.
    pub fn transform(&self, x: f64) -> f64 {
        match self {
            Self::Linear => x,
            Self::Log {
                base, nonpositive, ..
            } => log(x, *base, *nonpositive),
            Self::SymLog {
                base,
                linthresh,
                linscale,
                ..
            } => SymLog::new(*base, *linthresh, *linscale).transform(x),
            Self::Asinh { linear_width, .. } => linear_width * asinh(x / linear_width),
            Self::Logit { nonpositive, .. } => match nonpositive {
                NonPositive::Clip if x <= 0.0 => -CLIPPED,
                NonPositive::Clip if x >= 1.0 => CLIPPED,
                _ => (x / (1.0 - x)).log10(),
            },
            Self::Func(functions) => functions.forward(x),
            Self::FuncLog { functions, base } => {
                log(functions.forward(x), *base, NonPositive::Clip)
            }
        }
    }

    /// The places of limits along the axis: the smaller one first, or last if the limits are in that order. So a function
    /// that falls has larger values at the left.
    pub(crate) fn interval(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (a, b) = (self.transform(from), self.transform(to));
        match (a < b) == (from < to) {
            true => (a, b),
            false => (b, a),
        }
    }

    /// From a position along the axis to data.
    pub fn inverse(&self, y: f64) -> f64 {
        match self {
            Self::Linear => y,
            Self::Log { base, .. } => power(y, *base),
            Self::SymLog {
                base,
                linthresh,
                linscale,
                ..
            } => SymLog::new(*base, *linthresh, *linscale).inverse(y),
            Self::Asinh { linear_width, .. } => linear_width * (y / linear_width).sinh(),
            Self::Logit { .. } => 1.0 / (1.0 + 10f64.powf(-y)),
            Self::Func(functions) => functions.inverse(y),
            Self::FuncLog { functions, base } => functions.inverse(power(y, *base)),
        }
    }

    /// The scale itself, if it can be drawn.
    ///
    /// # Errors
    /// [`Error::Setting`] for parameters that matplotlib also rejects, and for a base below 1, for which it has no
    /// ticks.
    pub(crate) fn checked(self) -> Result<Self> {
        let refused = |name, value: f64, expected| {
            Err(Error::Setting {
                name,
                value: value.to_string(),
                expected,
            })
        };
        let is_above = |x: f64, limit: f64| x > limit && x.is_finite();
        match self {
            Self::Log { base, .. } | Self::SymLog { base, .. } | Self::FuncLog { base, .. }
                if !is_above(base, 1.0) =>
            {
                refused("base", base, "a number above 1")
            }
            Self::SymLog { linthresh, .. } if !is_above(linthresh, 0.0) => {
                refused("linthresh", linthresh, "a number above 0")
            }
            Self::SymLog { linscale, .. } if !is_above(linscale, 0.0) => {
                refused("linscale", linscale, "a number above 0")
            }
            Self::Asinh { linear_width, .. } if !is_above(linear_width, 0.0) => {
                refused("linear_width", linear_width, "a number above 0")
            }
            _ => Ok(self),
        }
    }

    /// View limits that the scale can show, as `limit_range_for_scale`; `minpos` is the smallest positive value of
    /// the data.
    pub(crate) fn limit_range(&self, vmin: f64, vmax: f64, minpos: f64) -> (f64, f64) {
        let least = |default: f64| if minpos.is_finite() { minpos } else { default };
        // Where the positive values are none of shares, the reference has no limits.
        let least_share = if minpos < 1.0 { minpos } else { LEAST_SHARE };
        match self {
            Self::Log { .. } | Self::FuncLog { .. } => {
                let shown = |x: f64| match x <= 0.0 {
                    true => least(LEAST_POSITIVE),
                    false => x,
                };
                (shown(vmin), shown(vmax))
            }
            Self::Logit { .. } => (
                if vmin <= 0.0 { least_share } else { vmin },
                if vmax >= 1.0 { 1.0 - least_share } else { vmax },
            ),
            Self::Linear | Self::SymLog { .. } | Self::Asinh { .. } | Self::Func(_) => (vmin, vmax),
        }
    }
}

/// The logarithm of a value with a base.
fn log(x: f64, base: f64, nonpositive: NonPositive) -> f64 {
    match base {
        _ if x <= 0.0 => match nonpositive {
            NonPositive::Clip => -CLIPPED,
            NonPositive::Mask => f64::NAN,
        },
        10.0 => x.log10(),
        2.0 => x.log2(),
        E => x.ln(),
        _ => x.ln() / base.ln(),
    }
}

/// The inverse of [`log`].
fn power(y: f64, base: f64) -> f64 {
    match base {
        E => y.exp(),
        2.0 => y.exp2(),
        _ => (y * base.ln()).exp(),
    }
}

/// `linear`, `log` (base 10), `symlog` (base 10, linear within ±2), `asinh` (width 1) or `logit`, as in matplotlib.
impl FromStr for Scale {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let known = [
            Self::Linear,
            Self::log(),
            Self::sym_log(2.0),
            Self::asinh(1.0),
            Self::logit(),
        ];
        let nearest = nearest_name(text, known.iter().map(Self::name));
        let found = known.into_iter().find(|scale| scale.name() == text);
        found.ok_or_else(|| Error::UnknownScale {
            name: text.to_owned(),
            nearest,
        })
    }
}

#[cfg(test)]
mod tests;
