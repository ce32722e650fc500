//! Scales and colormaps, which are known by name.

use crate::color::Colormap;
use crate::error::Result;
use crate::properties::{PropertyType, Value, refused};
use crate::scale::Scale;

impl PropertyType for Scale {
    const TAKES: &'static str = "linear, log or symlog";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<Scale> for Value {
    fn from(scale: Scale) -> Self {
        scale.name().into()
    }
}

impl PropertyType for Colormap {
    const TAKES: &'static str = "the name of a colormap";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => Self::named(text),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<Colormap> for Value {
    fn from(cmap: Colormap) -> Self {
        cmap.name().into()
    }
}
