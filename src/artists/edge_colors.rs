//! The colours of a collection's edges.

use crate::artists::color_list::{Colors, without_none};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::properties::{PropertyType, Value};

/// Where the colours of edges come from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Edges {
    /// None while the elements are filled; else the array, or the style.
    Default,
    /// The faces'.
    Face,
    Colors(Vec<ColorSpec>),
}

impl PropertyType for Edges {
    const TAKES: &'static str = "a colour, a list of colours, \"face\" or None";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::None => Ok(Self::Default),
            Value::Text(text) if text == "face" => Ok(Self::Face),
            _ => Colors::read(name, value).map(|colors| Self::Colors(without_none(colors.0))),
        }
    }
}

impl From<Edges> for Value {
    fn from(edges: Edges) -> Self {
        match edges {
            Edges::Default => Self::None,
            Edges::Face => "face".into(),
            Edges::Colors(colors) => colors.into(),
        }
    }
}
