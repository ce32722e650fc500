//! The locators and formatters that a scale brings.

use crate::scale::Scale;
use crate::ticker::{
    AutoLocator, Formatter, Locator, LogFormatterSciNotation, LogLocator, NullFormatter,
    NullLocator, ScalarFormatter, Subs, SymmetricalLogLocator,
};

impl Scale {
    /// The default locator of major ticks.
    pub(crate) fn major_locator(self) -> Box<dyn Locator> {
        match self {
            Self::Linear => Box::new(AutoLocator::new()),
            Self::Log { base } => Box::new(LogLocator::new(base)),
            Self::SymLog {
                base, linthresh, ..
            } => Box::new(SymmetricalLogLocator::new(base, linthresh)),
        }
    }

    /// The default locator of minor ticks. On a symmetrical scale they are at the same positions as the major ticks.
    pub(crate) fn minor_locator(self) -> Box<dyn Locator> {
        match self {
            Self::Linear => Box::new(NullLocator),
            Self::Log { base } => Box::new(LogLocator::new(base).with_subs(Subs::Auto)),
            Self::SymLog { .. } => self.major_locator(),
        }
    }

    /// The default formatter of major ticks.
    pub(crate) fn major_formatter(self) -> Box<dyn Formatter> {
        match self {
            Self::Linear => Box::new(ScalarFormatter::new()),
            Self::Log { base } | Self::SymLog { base, .. } => {
                Box::new(LogFormatterSciNotation::new(base))
            }
        }
    }

    /// The default formatter of minor ticks.
    pub(crate) fn minor_formatter(self) -> Box<dyn Formatter> {
        match self {
            Self::Log { base } => Box::new(LogFormatterSciNotation::new(base)),
            Self::Linear | Self::SymLog { .. } => Box::new(NullFormatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticker::AxisView;

    #[test]
    fn each_scale_brings_its_own_ticks() {
        let ticks = |scale: Scale, view| {
            let axis = AxisView::new(view, scale).with_tick_space(5);
            let major = scale.major_locator().tick_values(&axis);
            let minor = scale.minor_locator().tick_values(&axis);
            let label = |by: Box<dyn Formatter>| by.format_ticks(&axis, &[2.0]).labels[0].clone();
            (
                major.len(),
                minor.len(),
                label(scale.major_formatter()),
                label(scale.minor_formatter()),
            )
        };
        assert_eq!(
            ticks(Scale::Linear, (0.0, 1.0)),
            (6, 0, "2".into(), String::new())
        );
        let two = r"$\mathdefault{2\times10^{0}}$".to_owned();
        assert_eq!(
            ticks(Scale::log(), (1.0, 8.0)),
            (3, 16, two.clone(), two.clone())
        );
        assert_eq!(
            ticks(Scale::sym_log(1.0), (-5.0, 50.0)).1,
            ticks(Scale::sym_log(1.0), (-5.0, 50.0)).0
        );
    }
}
