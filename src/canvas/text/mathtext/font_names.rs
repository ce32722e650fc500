//! The fonts of notation, as it names them, and the sets of faces that they are of.

use crate::canvas::text::face::Face;
use crate::properties::names;

/// The fonts of mathematical notation (`mathtext.fontset`).
///
/// ```
/// use plotreel::{Figure, Style};
/// use plotreel::text::MathFontset;
///
/// let style = Style::new().with_mathtext_fontset("cm")?;
/// assert_eq!(style.mathtext_fontset(), MathFontset::Cm);
/// let mut fig = Figure::new((6.4, 4.8), 100.0).with_style(style)?;
/// fig.text(0.5, 0.5, r"$\frac{\sqrt{x}}{2}$");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MathFontset {
    /// DejaVu Sans.
    #[default]
    DejaVuSans,
    /// DejaVu Serif.
    DejaVuSerif,
    /// Computer Modern, the font of TeX.
    Cm,
    /// STIX.
    Stix,
    /// STIX with letters without serifs.
    StixSans,
}

names! {
    MathFontset, "mathtext_fontset", "dejavusans, dejavuserif, cm, stix or stixsans";
    DejaVuSans: "dejavusans",
    DejaVuSerif: "dejavuserif",
    Cm: "cm",
    Stix: "stix",
    StixSans: "stixsans",
}

/// The font in which mathematical notation begins (`mathtext.default`).
///
/// ```
/// use plotreel::Style;
/// use plotreel::text::MathDefault;
///
/// // Letters as in the text around the notation:
/// let style = Style::new().with_mathtext_default("regular")?;
/// assert_eq!(style.mathtext_default(), MathDefault::Regular);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MathDefault {
    /// Italic letters, the rest upright.
    #[default]
    Normal,
    /// That of the text around the notation.
    Regular,
    /// The same.
    Default,
    /// Upright.
    Rm,
    /// Italic.
    It,
    /// Bold.
    Bf,
    /// Bold and italic.
    BfIt,
    /// Without serifs.
    Sf,
    /// Typewriter.
    Tt,
    /// Calligraphic.
    Cal,
    /// Double-struck.
    Bb,
    /// Fraktur.
    Frak,
    /// Script.
    Scr,
}

names! {
    MathDefault, "mathtext_default", "normal, regular, default, rm, it, bf, bfit, sf, tt, cal, bb, frak or scr";
    Normal: "normal",
    Regular: "regular",
    Default: "default",
    Rm: "rm",
    It: "it",
    Bf: "bf",
    BfIt: "bfit",
    Sf: "sf",
    Tt: "tt",
    Cal: "cal",
    Bb: "bb",
    Frak: "frak",
    Scr: "scr",
}

impl From<MathDefault> for MathFont {
    fn from(font: MathDefault) -> Self {
        Self::from_name(font.name()).unwrap_or(Self::Normal)
    }
}

/// A font as notation names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MathFont {
    /// That of the text around the notation.
    Default,
    Regular,
    /// Italic letters, the rest upright.
    Normal,
    Rm,
    It,
    Bf,
    BfIt,
    Sf,
    Tt,
    Cal,
    Bb,
    Frak,
    Scr,
    /// Large operators.
    Display,
    /// Signs in several sizes, from 0 to 5.
    Size(u8),
}

impl MathFont {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "default" => Self::Default,
            "regular" => Self::Regular,
            "normal" => Self::Normal,
            "rm" => Self::Rm,
            "it" => Self::It,
            "bf" => Self::Bf,
            "bfit" => Self::BfIt,
            "sf" => Self::Sf,
            "tt" => Self::Tt,
            "cal" => Self::Cal,
            "bb" => Self::Bb,
            "frak" => Self::Frak,
            "scr" => Self::Scr,
            _ => return None,
        })
    }
}

/// The weight and style of letters in alphabets that have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FontClass {
    Normal,
    Rm,
    It,
    Bf,
    BfIt,
}

impl FontClass {
    /// The one that a font changes to.
    pub(super) fn of(font: MathFont) -> Option<Self> {
        Some(match font {
            MathFont::Normal => Self::Normal,
            MathFont::Rm => Self::Rm,
            MathFont::It => Self::It,
            MathFont::Bf => Self::Bf,
            MathFont::BfIt => Self::BfIt,
            _ => return None,
        })
    }
}

impl MathFontset {
    /// Its own face for a font, if it has one.
    pub(super) fn face(self, font: MathFont) -> Option<Face> {
        let faces = match self {
            Self::DejaVuSans => [
                Face::SANS,
                Face::SANS_OBLIQUE,
                Face::SANS_BOLD,
                Face::SANS_BOLD_OBLIQUE,
            ],
            Self::DejaVuSerif => [
                Face::SERIF,
                Face::SERIF_ITALIC,
                Face::SERIF_BOLD,
                Face::SERIF_BOLD_ITALIC,
            ],
            Self::Stix | Self::StixSans => [
                Face::STIX,
                Face::STIX_ITALIC,
                Face::STIX_BOLD,
                Face::STIX_BOLD_ITALIC,
            ],
            Self::Cm => return cm_face(font),
        };
        let dejavu = matches!(self, Self::DejaVuSans | Self::DejaVuSerif);
        match font {
            MathFont::Rm | MathFont::Size(0) => Some(faces[0]),
            MathFont::It => Some(faces[1]),
            MathFont::Bf => Some(faces[2]),
            MathFont::BfIt => Some(faces[3]),
            MathFont::Sf if dejavu => Some(Face::SANS),
            MathFont::Tt if dejavu => Some(Face::MONO),
            MathFont::Display => match self {
                Self::DejaVuSans => Some(Face::SANS_DISPLAY),
                Self::DejaVuSerif => Some(Face::SERIF_DISPLAY),
                _ => None,
            },
            MathFont::Size(size) => STIX_SIZES.get(usize::from(size) - 1).copied(),
            _ => None,
        }
    }

    pub(super) fn constants(self) -> &'static Constants {
        match self {
            Self::DejaVuSans => &DEJAVU_SANS,
            Self::DejaVuSerif => &DEJAVU_SERIF,
            Self::Cm => &COMPUTER_MODERN,
            Self::Stix => &STIX,
            Self::StixSans => &STIX_SANS,
        }
    }
}

const STIX_SIZES: [Face; 5] = [
    Face::STIX_1,
    Face::STIX_2,
    Face::STIX_3,
    Face::STIX_4,
    Face::STIX_5,
];

fn cm_face(font: MathFont) -> Option<Face> {
    Some(match font {
        MathFont::Normal => Face::CM_MATH,
        MathFont::Cal => Face::CM_SYMBOLS,
        MathFont::Rm => Face::CM_ROMAN,
        MathFont::Tt => Face::CM_MONO,
        MathFont::It => Face::CM_ITALIC,
        MathFont::Bf => Face::CM_BOLD,
        MathFont::Sf => Face::CM_SANS,
        MathFont::Display => Face::CM_LARGE,
        _ => return None,
    })
}

/// TeX's parameters of a font: `x_height`, `axis` and `quad` in ems, the others in parts of the x-height.
#[derive(Debug)]
pub(super) struct Constants {
    pub(super) script_space: f64,
    pub(super) delta: f64,
    pub(super) delta_slanted: f64,
    pub(super) delta_integral: f64,
    pub(super) sup_drop: f64,
    pub(super) sub_drop: f64,
    pub(super) sup1: f64,
    pub(super) sub1: f64,
    pub(super) sub2: f64,
    pub(super) num1: f64,
    pub(super) num2: f64,
    pub(super) num3: f64,
    pub(super) denom1: f64,
    pub(super) denom2: f64,
    pub(super) x_height: f64,
    pub(super) axis: f64,
    /// The width of an m if there is none.
    pub(super) quad: Option<f64>,
}

const DEJAVU_SANS: Constants = dejavu(1120.0);
const DEJAVU_SERIF: Constants = dejavu(1063.0);

/// The numbers of matplotlib, which has them from the fonts' TeX tables.
const fn dejavu(x: f64) -> Constants {
    Constants {
        script_space: 0.05,
        delta: 0.025,
        delta_slanted: 0.2,
        delta_integral: 0.1,
        sup_drop: 790.527 / x,
        sub_drop: 102.4 / x,
        sup1: 845.824 / x,
        sub1: 307.199 / x,
        sub2: 632.832 / x,
        num1: 1529.86 / x,
        num2: 868.352 / x,
        num3: 970.752 / x,
        denom1: 1548.29 / x,
        denom2: 768.0 / x,
        x_height: x / 2048.0,
        axis: 512.0 / 2048.0,
        quad: None,
    }
}

const STIX: Constants = stix([0.1, 0.05, 0.3, 0.3]);
const STIX_SANS: Constants = stix([0.05, 0.05, 0.6, 0.3]);

const fn stix(spaces: [f64; 4]) -> Constants {
    let [script_space, delta, delta_slanted, delta_integral] = spaces;
    let x = 450.0;
    Constants {
        script_space,
        delta,
        delta_slanted,
        delta_integral,
        sup_drop: 386.0 / x,
        sub_drop: 50.0002 / x,
        sup1: 413.0 / x,
        sub1: 150.0 / x,
        sub2: 309.0 / x,
        num1: 747.0 / x,
        num2: 424.0 / x,
        num3: 474.0 / x,
        denom1: 756.0 / x,
        denom2: 375.0 / x,
        x_height: x / 1000.0,
        axis: 250.0 / 1000.0,
        quad: Some(1.0),
    }
}

const COMPUTER_MODERN: Constants = {
    let (x, em) = (451_470.0, 1_048_576.0);
    Constants {
        script_space: 0.132861328125,
        delta: 0.132861328125,
        delta_slanted: 0.3,
        delta_integral: 0.3,
        sup_drop: 404_864.0 / x,
        sub_drop: 52_429.0 / x,
        sup1: 432_949.0 / x,
        sub1: 157_286.0 / x,
        sub2: 259_226.0 / x,
        num1: 709_370.0 / x,
        num2: 412_858.0 / x,
        num3: 465_286.0 / x,
        denom1: 719_272.0 / x,
        denom2: 361_592.0 / x,
        x_height: x / em,
        axis: 262_144.0 / em,
        quad: Some(1_048_579.0 / em),
    }
};
