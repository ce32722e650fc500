//! The options of `errorbar`.

use crate::artists::{LineStyle, MarkEvery, PlotFormat};
use crate::axes::errorbar::{Errors, Limited};
use crate::error::{Error, Result};
use crate::properties::Length;

/// Options of error bars in flat axes or in space, besides those that all of them have.
macro_rules! errorbar_options {
    ($($own:tt)*) => { $crate::properties::options! {
        $($own)*
        xerr / with_xerr: value<Errors> = Errors::None,
            "the errors of x: a number, one for each point, or a pair of those below and above";
        yerr / with_yerr: value<Errors> = Errors::None,
            "the errors of y: a number, one for each point, or a pair of those below and above";
        fmt / with_fmt: text = String::new(),
            "the style of the line and its markers, such as `\"o--\"`; with `\"none\"` there is no line";
        color / with_color: maybe_color = None,
            "the colour of line, markers, bars and caps; `None` is that of the format, or the next one of the cycle";
        ecolor / with_ecolor: maybe_color = None, "the colour of bars and caps; `None` is that of the line";
        elinewidth / with_elinewidth: maybe<Length> = None, "the width of the bars in points";
        capsize / with_capsize: maybe<Length> = None,
            "half the length of the caps in points, where 0 draws none; `None` is that of the style";
        capthick / with_capthick: maybe<Length> = None, "the thickness of the caps in points";
        errorevery / with_errorevery: value<MarkEvery> = MarkEvery::default(),
            "which points have bars: every n-th, every n-th from a start on, indices, or true and false for each";
    } };
}
pub(in crate::axes) use errorbar_options;

errorbar_options! {
    /// Options of [`Axes::errorbar_with`](crate::Axes::errorbar_with).
    ///
    /// ```
    /// use plotreel::axes::ErrorbarOptions;
    ///
    /// let options = ErrorbarOptions::new()
    ///     .with_xerr(0.1)
    ///     .with_yerr((&[1.0, 2.0], &[2.0, 3.0]))
    ///     .with_fmt("o")
    ///     .with_ecolor("gray")?
    ///     .with_capsize(3.0)
    ///     .with_lolims([true, false]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct ErrorbarOptions;
    elinestyle / with_elinestyle: maybe_choice<LineStyle> = None, "the dashes of the bars";
    barsabove / with_barsabove: flag = false, "whether bars are drawn above the line";
    lolims / with_lolims: value<Limited> = Limited::default(),
        "which y are only lower limits: an arrow goes up from them";
    uplims / with_uplims: value<Limited> = Limited::default(),
        "which y are only upper limits: an arrow goes down from them";
    xlolims / with_xlolims: value<Limited> = Limited::default(),
        "which x are only lower limits: an arrow goes to the right from them";
    xuplims / with_xuplims: value<Limited> = Limited::default(),
        "which x are only upper limits: an arrow goes to the left from them";
}

impl ErrorbarOptions {
    /// No errors along x or y.
    pub const NO_ERRORS: Errors = Errors::None;

    pub(super) fn check(&self) -> Result<()> {
        self.check_options()?;
        check_errorevery(&self.errorevery)
    }
}

/// The style of the line through the points that a format says, if there is one.
pub(in crate::axes) fn line_format(fmt: &str) -> Result<Option<PlotFormat>> {
    match fmt {
        "none" | "None" => Ok(None),
        "" => Ok(Some(PlotFormat::default())),
        fmt => fmt.parse().map(Some),
    }
}

/// Checks that which points have bars does not depend on distances.
pub(in crate::axes) fn check_errorevery(errorevery: &MarkEvery) -> Result<()> {
    match errorevery {
        MarkEvery::Fraction(_) | MarkEvery::StartFraction(..) => Err(Error::Setting {
            name: "errorevery",
            value: format!("{errorevery:?}"),
            expected: "a step, a start and a step, indices, or true or false for each point",
        }),
        _ => Ok(()),
    }
}
