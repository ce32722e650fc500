//! The options of `errorbar`.

use crate::artists::{LineStyle, MarkEvery, PlotFormat};
use crate::axes::errorbar::{Errors, Limited};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::properties::{Check, Length};

/// Options of [`Axes::errorbar_with`](crate::Axes::errorbar_with).
///
/// ```
/// use plotreel::axes::ErrorbarOptions;
///
/// let options = ErrorbarOptions::new()
///     .with_xerr(0.1)
///     .with_yerr((&[1.0, 2.0], &[2.0, 3.0]))
///     .with_fmt("o")?
///     .with_ecolor("gray")?
///     .with_capsize(3.0)?
///     .with_lolims([true, false]);
/// assert!(ErrorbarOptions::new().with_capsize(-1.0).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ErrorbarOptions {
    pub(super) xerr: Errors,
    pub(super) yerr: Errors,
    /// None draws no line.
    pub(super) format: Format,
    pub(super) color: Option<ColorSpec>,
    pub(super) ecolor: Option<ColorSpec>,
    pub(super) elinewidth: Option<f64>,
    pub(super) elinestyle: Option<LineStyle>,
    /// That of the style if not set.
    pub(super) capsize: Option<f64>,
    pub(super) capthick: Option<f64>,
    pub(super) barsabove: bool,
    /// Lower and upper limits of x, and of y.
    pub(super) limits: [[Limited; 2]; 2],
    pub(super) errorevery: MarkEvery,
}

/// Whether there is a line through the points, and its style.
#[derive(Debug, Clone)]
pub(super) enum Format {
    Nothing,
    Line(PlotFormat),
}

impl Default for Format {
    fn default() -> Self {
        Self::Line(PlotFormat::default())
    }
}

impl ErrorbarOptions {
    /// Without errors.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the errors of x: a number, one for each point, or a pair of those below and above.
    pub fn with_xerr(mut self, errors: impl Into<Errors>) -> Self {
        self.xerr = errors.into();
        self
    }

    /// Sets the errors of y: a number, one for each point, or a pair of those below and above.
    pub fn with_yerr(mut self, errors: impl Into<Errors>) -> Self {
        self.yerr = errors.into();
        self
    }

    /// Sets the style of the line and its markers, such as `"o--"`; with `"none"` there is no line.
    ///
    /// # Errors
    /// [`Error::PlotFormat`].
    pub fn with_fmt(mut self, fmt: &str) -> Result<Self> {
        self.format = match fmt {
            "none" | "None" => Format::Nothing,
            fmt => Format::Line(fmt.parse()?),
        };
        Ok(self)
    }

    /// Sets the colour of line, markers, bars and caps, instead of the next one of the cycle.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.color = Some(color.into_color()?);
        Ok(self)
    }

    /// Sets the colour of bars and caps, instead of that of the line.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_ecolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.ecolor = Some(color.into_color()?);
        Ok(self)
    }

    /// Sets the width of the bars in points.
    ///
    /// # Errors
    /// [`Error::Setting`] for widths that are negative or not finite.
    pub fn with_elinewidth(mut self, width: f64) -> Result<Self> {
        self.elinewidth = Some(Length::checked("elinewidth", width)?);
        Ok(self)
    }

    /// Sets the dashes of the bars.
    ///
    /// # Errors
    /// [`Error::Setting`].
    pub fn with_elinestyle<S: TryInto<LineStyle>>(mut self, style: S) -> Result<Self>
    where
        Error: From<S::Error>,
    {
        self.elinestyle = Some(style.try_into()?);
        Ok(self)
    }

    /// Sets half the length of the caps in points instead of the style's; 0 draws none.
    ///
    /// # Errors
    /// [`Error::Setting`] for sizes that are negative or not finite.
    pub fn with_capsize(mut self, size: f64) -> Result<Self> {
        self.capsize = Some(Length::checked("capsize", size)?);
        Ok(self)
    }

    /// Sets the thickness of the caps in points.
    ///
    /// # Errors
    /// [`Error::Setting`] for widths that are negative or not finite.
    pub fn with_capthick(mut self, width: f64) -> Result<Self> {
        self.capthick = Some(Length::checked("capthick", width)?);
        Ok(self)
    }

    /// Sets whether bars are drawn above the line.
    pub fn with_barsabove(mut self, above: bool) -> Self {
        self.barsabove = above;
        self
    }

    /// Sets which y are only lower limits: an arrow goes up from them.
    pub fn with_lolims(mut self, limited: impl Into<Limited>) -> Self {
        self.limits[1][0] = limited.into();
        self
    }

    /// Sets which y are only upper limits: an arrow goes down from them.
    pub fn with_uplims(mut self, limited: impl Into<Limited>) -> Self {
        self.limits[1][1] = limited.into();
        self
    }

    /// Sets which x are only lower limits: an arrow goes to the right from them.
    pub fn with_xlolims(mut self, limited: impl Into<Limited>) -> Self {
        self.limits[0][0] = limited.into();
        self
    }

    /// Sets which x are only upper limits: an arrow goes to the left from them.
    pub fn with_xuplims(mut self, limited: impl Into<Limited>) -> Self {
        self.limits[0][1] = limited.into();
        self
    }

    /// Sets which points have bars: every n-th, every n-th from a start on, indices, or true and false for each.
    ///
    /// # Errors
    /// [`Error::Setting`] for distances, which only markers have.
    pub fn with_errorevery(mut self, every: impl Into<MarkEvery>) -> Result<Self> {
        self.errorevery = every.into();
        match self.errorevery {
            MarkEvery::Fraction(_) | MarkEvery::StartFraction(..) => Err(Error::Setting {
                name: "errorevery",
                value: format!("{:?}", self.errorevery),
                expected: "a step, a start and a step, indices, or true or false for each point",
            }),
            _ => Ok(self),
        }
    }
}
