//! The locators and formatters that a scale brings.

use crate::scale::Scale;
use crate::ticker::{
    AsinhLocator, AutoLocator, Formatter, Locator, LogFormatterSciNotation, LogLocator,
    LogitFormatter, LogitLocator, NullFormatter, NullLocator, ScalarFormatter, StrMethodFormatter,
    Subs, SymmetricalLogLocator,
};

/// The multiples that minor ticks of an asinh scale of this base have.
fn asinh_subs(base: u32) -> Vec<f64> {
    let subs: &[f64] = match base {
        3..=5 => &[2.0],
        8 => &[2.0, 4.0],
        10 => &[2.0, 5.0],
        16 => &[2.0, 4.0, 8.0],
        64 => &[4.0, 16.0],
        1024 => &[256.0, 512.0],
        _ => &[],
    };
    subs.to_vec()
}

impl Scale {
    /// The default locator of major ticks.
    pub(crate) fn major_locator(&self) -> Box<dyn Locator> {
        match self {
            Self::Linear | Self::Func(_) => Box::new(AutoLocator::new()),
            Self::Log { base, .. } | Self::FuncLog { base, .. } => Box::new(LogLocator::new(*base)),
            Self::SymLog {
                base, linthresh, ..
            } => Box::new(SymmetricalLogLocator::new(*base, *linthresh)),
            Self::Asinh { linear_width, base } => {
                Box::new(AsinhLocator::new(*linear_width).with_base(*base))
            }
            Self::Logit { .. } => Box::new(LogitLocator::new()),
        }
    }

    /// The default locator of minor ticks. On a symmetrical scale they are at the same positions as the major ticks,
    /// if it has no multiples.
    pub(crate) fn minor_locator(&self) -> Box<dyn Locator> {
        match self {
            Self::Linear | Self::Func(_) => Box::new(NullLocator),
            Self::Log { base, subs, .. } => {
                let subs = subs.as_ref().map(|subs| Subs::Given(subs.to_vec()));
                Box::new(LogLocator::new(*base).with_subs(subs.unwrap_or(Subs::Auto)))
            }
            Self::FuncLog { base, .. } => Box::new(LogLocator::new(*base).with_subs(Subs::Auto)),
            Self::SymLog {
                base,
                linthresh,
                subs,
                ..
            } => {
                let locator = SymmetricalLogLocator::new(*base, *linthresh);
                Box::new(match subs {
                    Some(subs) => locator.with_subs(subs.to_vec()),
                    None => locator,
                })
            }
            Self::Asinh { linear_width, base } => {
                let locator = AsinhLocator::new(*linear_width).with_base(*base);
                Box::new(locator.with_subs(asinh_subs(*base)))
            }
            Self::Logit { .. } => Box::new(LogitLocator::new().with_minor(true)),
        }
    }

    /// The default formatter of major ticks.
    pub(crate) fn major_formatter(&self) -> Box<dyn Formatter> {
        match self {
            Self::Linear | Self::Func(_) => Box::new(ScalarFormatter::new()),
            Self::Log { base, .. } | Self::SymLog { base, .. } | Self::FuncLog { base, .. } => {
                Box::new(LogFormatterSciNotation::new(*base))
            }
            Self::Asinh { base, .. } if *base > 1 => {
                Box::new(LogFormatterSciNotation::new(f64::from(*base)))
            }
            Self::Asinh { .. } => match StrMethodFormatter::new("{x:.3g}") {
                Ok(formatter) => Box::new(formatter),
                Err(_) => Box::new(ScalarFormatter::new()),
            },
            Self::Logit { .. } => Box::new(self.logit_formatter()),
        }
    }

    /// The default formatter of minor ticks.
    pub(crate) fn minor_formatter(&self) -> Box<dyn Formatter> {
        match self {
            Self::Log { base, subs, .. } => {
                let formatter = LogFormatterSciNotation::new(*base);
                Box::new(formatter.with_label_only_base(subs.is_some()))
            }
            Self::FuncLog { base, .. } => Box::new(LogFormatterSciNotation::new(*base)),
            Self::Logit { .. } => Box::new(self.logit_formatter().with_minor(true)),
            Self::Linear | Self::SymLog { .. } | Self::Asinh { .. } | Self::Func(_) => {
                Box::new(NullFormatter)
            }
        }
    }

    fn logit_formatter(&self) -> LogitFormatter {
        match self {
            Self::Logit {
                use_overline,
                one_half,
                ..
            } => LogitFormatter::new()
                .with_use_overline(*use_overline)
                .with_one_half(&**one_half),
            _ => LogitFormatter::new(),
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
            let axis = AxisView::new(view, scale.clone()).with_tick_space(5);
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
