//! Fonts from files as the styles of texts.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use plotreel::text::{FontFamily, MathFontset, TextStyle};

/// Files of fonts, the size in points, and the fonts of mathematics.
pub(super) type Font = (Vec<String>, f64, String);

/// The style of a text whose lines begin at an anchor.
pub(super) fn style(
    (fonts, size, fontset): Font,
    angle: f64,
    math: bool,
) -> Result<TextStyle, plotreel::Error> {
    /// Fonts that were read before.
    static FAMILIES: Mutex<Option<HashMap<Vec<String>, FontFamily>>> = Mutex::new(None);
    let mut families = FAMILIES.lock().unwrap_or_else(PoisonError::into_inner);
    let families = families.get_or_insert_default();
    let family = match families.get(&fonts) {
        Some(family) => family.clone(),
        None => {
            let family = FontFamily::try_from(&fonts[..])?;
            families.insert(fonts, family.clone());
            family
        }
    };
    TextStyle::new()
        .with_family(family)?
        .with_size(size)
        .with_rotation(angle)
        .with_rotation_mode("anchor")?
        .with_parse_math(math)
        .with_math_fontfamily(fontset.parse::<MathFontset>()?)
}
