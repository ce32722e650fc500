//! What fits glyphs to the pixels.

use skrifa::outline::Engine;

use crate::properties::names;

/// What fits the outlines of glyphs to the pixels (`text.hinting`).
///
/// ```
/// use plotreel::Style;
/// use plotreel::text::TextHinting;
///
/// assert_eq!(Style::named(["classic"])?.text_hinting(), TextHinting::ForceAutohint);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TextHinting {
    /// The font's own instructions, or the automatic hinter for a font without.
    #[default]
    Default,
    /// The font's own instructions, or nothing.
    NoAutohint,
    /// The automatic hinter.
    ForceAutohint,
    /// Nothing.
    NoHinting,
}

names! {
    TextHinting, "text_hinting", "default, no_autohint, force_autohint or no_hinting";
    Default: "default" | "either",
    NoAutohint: "no_autohint" | "native",
    ForceAutohint: "force_autohint" | "auto",
    NoHinting: "no_hinting" | "none",
}

impl TextHinting {
    /// What hints a font that has instructions of its own, or not; `None` for nothing.
    pub(super) fn engine(self, has_instructions: bool) -> Option<Engine> {
        match self {
            Self::Default => Some(Engine::AutoFallback),
            Self::NoAutohint => has_instructions.then_some(Engine::Interpreter),
            Self::ForceAutohint => Some(Engine::Auto(None)),
            Self::NoHinting => None,
        }
    }
}
