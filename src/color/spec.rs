//! Colours in all of matplotlib's formats.

use std::str::FromStr;

use crate::color::{Color, names};
use crate::error::{Error, Result, nearest_name};

/// A colour as the user specifies it; `"C3"` refers to the style's property cycle until it is drawn.
///
/// It is parsed or converted from
/// - a name: of CSS4, `"tab:blue"`, `"xkcd:sea green"`, ignoring case, and the letters of `"bgrcmykw"`;
/// - hexadecimal digits: `"#rgb"`, `"#rgba"`, `"#rrggbb"`, `"#rrggbbaa"`;
/// - a grey from 0 to 1: `"0.5"`;
/// - an index of the property cycle: `"C0"`, `"C1"`, …; and `"none"`;
/// - `(r, g, b)`, `(r, g, b, a)` and arrays of the same, all from 0 to 1; integers up to 255 are given as
///   [`Color::rgb`];
/// - a pair of one of the texts or a [`Color`], and its alpha from 0 to 1: `("red", 0.5)`.
///
/// Fractions are converted to bytes as in Agg, by rounding 255 · x half up.
///
/// ```
/// use plotreel::Color;
/// use plotreel::colors::ColorSpec;
///
/// assert_eq!("tab:red".parse::<ColorSpec>()?, Color::rgb(214, 39, 40).into());
/// assert_eq!(ColorSpec::try_from((1.0, 0.5, 0.0))?, Color::rgb(255, 128, 0).into());
/// assert_eq!("C3".parse::<ColorSpec>()?, ColorSpec::Cycle { index: 3, alpha: None });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColorSpec {
    /// A fixed colour.
    Rgba(Color),
    /// An index of the style's property cycle, which repeats.
    Cycle {
        /// The index, from 0.
        index: usize,
        /// The alpha that replaces that of the cycle's colour.
        alpha: Option<u8>,
    },
    /// Nothing is drawn.
    None,
}

impl ColorSpec {
    pub(crate) const BLACK: Self = Self::Rgba(Color::rgb(0, 0, 0));

    /// The first colour of the property cycle.
    pub(crate) const C0: Self = Self::cycle(0);

    /// A colour of the property cycle.
    pub(crate) const fn cycle(index: usize) -> Self {
        Self::Cycle { index, alpha: None }
    }

    /// The same colour with another alpha, clipped to 0 … 1; [`ColorSpec::None`] does not change.
    pub fn with_alpha(self, alpha: f64) -> Self {
        match self {
            Self::Rgba(color) => Self::Rgba(color.with_alpha(alpha)),
            Self::Cycle { index, .. } => Self::Cycle {
                index,
                alpha: Some(byte(alpha)),
            },
            Self::None => Self::None,
        }
    }

    /// The colour to draw with; an empty cycle is black.
    pub(crate) fn resolve(self, cycle: &[Color]) -> Color {
        match self {
            Self::Rgba(color) => color,
            Self::Cycle { index, alpha } => {
                let color = match cycle.len() {
                    0 => Color::rgb(0, 0, 0),
                    len => cycle[index % len],
                };
                Color {
                    a: alpha.unwrap_or(color.a),
                    ..color
                }
            }
            Self::None => Color::TRANSPARENT,
        }
    }
}

impl Color {
    /// The colour of a name or any other text that [`ColorSpec`] accepts, except an index of the property cycle.
    ///
    /// ```
    /// use plotreel::Color;
    ///
    /// assert_eq!(Color::named("tab:red")?.with_alpha(0.5), Color { r: 214, g: 39, b: 40, a: 128 });
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownColor`], with the nearest name; [`Error::Setting`] for `"C0"` and so on.
    pub fn named(name: &str) -> Result<Self> {
        match name.parse()? {
            ColorSpec::Rgba(color) => Ok(color),
            ColorSpec::None => Ok(Self::TRANSPARENT),
            ColorSpec::Cycle { .. } => Err(Error::Setting {
                name: "a fixed colour",
                value: format!("\"{name}\""),
                expected: "a colour that does not depend on the property cycle",
            }),
        }
    }

    /// The same colour with another alpha, clipped to 0 … 1.
    pub fn with_alpha(self, alpha: f64) -> Self {
        Self {
            a: byte(alpha),
            ..self
        }
    }

    /// The same colour with this alpha, if one is given; a colour that is not drawn stays undrawn.
    pub(crate) fn faded(self, alpha: Option<f64>) -> Self {
        match alpha {
            Some(alpha) if self.a > 0 => self.with_alpha(alpha),
            _ => self,
        }
    }
}

impl From<Color> for ColorSpec {
    fn from(color: Color) -> Self {
        Self::Rgba(color)
    }
}

impl FromStr for ColorSpec {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some(index) = cycle_index(text) {
            return Ok(Self::Cycle { index, alpha: None });
        }
        if text.eq_ignore_ascii_case("none") {
            return Ok(Self::None);
        }
        // Single letters are lower case only, so "K" is not black.
        let name = if text.chars().count() == 1 {
            text.to_owned()
        } else {
            text.to_lowercase()
        };
        names::find(&name)
            .or_else(|| hexadecimal(text))
            .or_else(|| grey(text))
            .map(Self::Rgba)
            .ok_or_else(|| unknown(text))
    }
}

/// The number of "C0", "C1", …
fn cycle_index(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('C')?;
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| digits.parse().ok())?
}

fn hexadecimal(text: &str) -> Option<Color> {
    let digits: Vec<u8> = text
        .strip_prefix('#')?
        .chars()
        .map(|c| c.to_digit(16).map(|digit| digit as u8))
        .collect::<Option<_>>()?;
    let (r, g, b, a) = match digits[..] {
        [r, g, b] => (17 * r, 17 * g, 17 * b, 255),
        [r, g, b, a] => (17 * r, 17 * g, 17 * b, 17 * a),
        [r, s, g, h, b, c] => (16 * r + s, 16 * g + h, 16 * b + c, 255),
        [r, s, g, h, b, c, a, d] => (16 * r + s, 16 * g + h, 16 * b + c, 16 * a + d),
        _ => return None,
    };
    Some(Color { r, g, b, a })
}

fn grey(text: &str) -> Option<Color> {
    let level: f64 = text.trim().parse().ok()?;
    let level = (0.0..=1.0).contains(&level).then(|| byte(level))?;
    Some(Color::rgb(level, level, level))
}

fn unknown(text: &str) -> Error {
    let name = text.to_lowercase();
    let among_xkcd = format!("xkcd:{name}");
    Error::UnknownColor {
        name: text.to_owned(),
        nearest: names::find(&among_xkcd)
            .map(|_| among_xkcd)
            .or_else(|| nearest_name(&name, names::names())),
    }
}

/// 255 · x rounded half up, as Agg does it; clipped, and 0 for NaN.
pub(super) fn byte(x: f64) -> u8 {
    (255.0 * x + 0.5) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::color::IntoColor;

    /// Colour texts and the bytes that matplotlib draws, written by tests/baseline/colors.py.
    const REFERENCE: &str = include_str!("../../tests/baseline/colors.tsv");

    /// matplotlib's default cycle.
    fn cycle() -> Vec<Color> {
        [
            "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan",
        ]
        .map(|name| Color::named(&format!("tab:{name}")).unwrap())
        .to_vec()
    }

    fn hex(Color { r, g, b, a }: Color) -> String {
        format!("{r:02x}{g:02x}{b:02x}{a:02x}")
    }

    #[test]
    fn spellings_mean_what_they_mean_to_matplotlib() {
        let cycle = cycle();
        for line in REFERENCE.lines().skip(1) {
            let (text, expected) = line.split_once('\t').unwrap();
            let ours = text
                .parse::<ColorSpec>()
                .map_or("-".to_owned(), |spec| hex(spec.resolve(&cycle)));
            assert_eq!(ours, expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_are_rounded_half_up_and_checked() {
        let drawn = |color: ColorSpec| hex(color.resolve(&[]));
        assert_eq!(drawn((0.5, 0.25, 0.1).into_color().unwrap()), "80401aff");
        assert_eq!(
            drawn([0.0, 1.0, 0.75, 0.5].into_color().unwrap()),
            "00ffbf80"
        );
        for wrong in [-0.001, 1.001, f64::NAN] {
            assert!([0.0, wrong, 0.0].into_color().is_err());
            assert!((0.0, 0.0, 0.0, wrong).into_color().is_err());
            assert!(("red", wrong).into_color().is_err());
        }
    }

    #[test]
    fn every_way_to_give_a_colour_gives_the_same() {
        let red = ColorSpec::Rgba(Color::rgb(255, 0, 0));
        let text = "red".to_owned();
        for given in [
            red.into_color(),
            Color::rgb(255, 0, 0).into_color(),
            "red".into_color(),
            (&text).into_color(),
            text.into_color(),
            (1.0, 0.0, 0.0).into_color(),
            (1.0, 0.0, 0.0, 1.0).into_color(),
            [1.0, 0.0, 0.0].into_color(),
            [1.0, 0.0, 0.0, 1.0].into_color(),
            ("#ff000080", 1.0).into_color(),
            (Color::rgb(255, 0, 0), 1.0).into_color(),
        ] {
            assert_eq!(given.unwrap(), red);
        }
    }

    #[test]
    fn a_pair_replaces_the_alpha_except_that_of_none() {
        let cycle = cycle();
        let drawn = |pair: (&str, f64)| hex(pair.into_color().unwrap().resolve(&cycle));
        assert_eq!(drawn(("#10203040", 1.0)), "102030ff");
        assert_eq!(drawn(("C11", 0.5)), "ff7f0e80");
        assert_eq!(drawn(("none", 0.5)), "00000000");
        assert_eq!(
            (Color::WHITE, 0.2).into_color().unwrap(),
            ColorSpec::Rgba(Color::WHITE.with_alpha(0.2))
        );
    }

    #[test]
    fn an_unknown_colour_says_which_is_near() {
        let nearest = |name: &str| match name.parse::<ColorSpec>() {
            Err(Error::UnknownColor { nearest, .. }) => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("tab:bleu").as_deref(), Some("tab:blue"));
        assert_eq!(nearest("Dusty Rose").as_deref(), Some("xkcd:dusty rose"));
        assert_eq!(nearest("0.5x"), None);
        assert!(matches!(Color::named("C1"), Err(Error::Setting { .. })));
    }
}
