//! Lists of colours, one for each element or fewer, which repeat.

use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value};

/// One colour or several.
pub(crate) struct Colors(pub(crate) Vec<ColorSpec>);

impl PropertyType for Colors {
    const TAKES: &'static str = "a colour or a list of colours";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match (ColorSpec::read(name, value), value) {
            (Ok(color), _) => Ok(Self(vec![color])),
            (Err(_), Value::List(_)) => Vec::read(name, value).map(Self),
            (Err(error), _) => Err(error),
        }
    }
}

impl From<Colors> for Value {
    fn from(colors: Colors) -> Self {
        colors.0.into()
    }
}

/// Sets one of so many colours; the others are not changed.
pub(crate) fn put(
    colors: &mut Vec<ColorSpec>,
    (i, len): (usize, usize),
    color: ColorSpec,
) -> Result<()> {
    if i >= len {
        return Err(Error::Setting {
            name: "the element",
            value: i.to_string(),
            expected: "an index below the number of elements",
        });
    }
    if colors.len() != len {
        let present = |i: usize| match colors.len() {
            0 => ColorSpec::None,
            n => colors[i % n],
        };
        *colors = (0..len).map(present).collect();
    }
    colors[i] = color;
    Ok(())
}

/// The given colours; `"none"` alone means no colour.
pub(crate) fn specs<C: IntoColor>(colors: impl IntoIterator<Item = C>) -> Result<Vec<ColorSpec>> {
    let colors = colors.into_iter().map(|color| color.into_color());
    Ok(without_none(colors.collect::<Result<_>>()?))
}

pub(super) fn without_none(colors: Vec<ColorSpec>) -> Vec<ColorSpec> {
    match colors[..] {
        [ColorSpec::None] => Vec::new(),
        _ => colors,
    }
}
