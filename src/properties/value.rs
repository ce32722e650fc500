//! The value of a property.

use std::fmt;

use crate::color::{Color, ColorSpec, Colormap};

/// A value of a property, as it is set and read by name.
///
/// It is converted from numbers, booleans, texts, colours, and from pairs, arrays and vectors of these. Colours and
/// choices are texts, as in matplotlib.
///
/// ```
/// use plotreel::{Color, Value};
///
/// assert_eq!(Value::from(2), Value::Number(2.0));
/// assert_eq!(Value::from(Color::rgb(255, 0, 0)), Value::Text("#ff0000".into()));
/// assert_eq!(Value::from([0.5, 1.0]).to_string(), "[0.5, 1]");
/// assert_eq!(Value::from(None::<f64>), Value::None);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// No value: the style's.
    None,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several values.
    List(Vec<Value>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(value) => f.write_str(&shortly(*value)),
            Self::Text(value) => write!(f, "{value:?}"),
            Self::List(values) => {
                f.write_str("[")?;
                for (i, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if i > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
        }
    }
}

/// A number with no more digits than it needs: 309 of them are hard to read.
pub(crate) fn shortly(value: f64) -> String {
    match value.abs() {
        size if size.is_finite() && (size >= 1e16 || (size > 0.0 && size < 1e-5)) => {
            format!("{value:e}")
        }
        _ => format!("{value}"),
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(value: $number) -> Self {
                Self::Number(value as f64)
            }
        }
    )*};
}
from_numbers!(f64, f32, i32, i64, u8, u32, usize);

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Color> for Value {
    fn from(Color { r, g, b, a }: Color) -> Self {
        Self::Text(match a {
            255 => format!("#{r:02x}{g:02x}{b:02x}"),
            _ => format!("#{r:02x}{g:02x}{b:02x}{a:02x}"),
        })
    }
}

impl From<ColorSpec> for Value {
    fn from(color: ColorSpec) -> Self {
        match color {
            ColorSpec::Rgba(color) => color.into(),
            ColorSpec::None => "none".into(),
            ColorSpec::Cycle { index, alpha: None } => Self::Text(format!("C{index}")),
            ColorSpec::Cycle {
                index,
                alpha: Some(alpha),
            } => (format!("C{index}"), f64::from(alpha) / 255.0).into(),
        }
    }
}

impl From<Colormap> for Value {
    fn from(cmap: Colormap) -> Self {
        cmap.name().into()
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Clone + Into<Value>> From<&[T]> for Value {
    fn from(values: &[T]) -> Self {
        values.to_vec().into()
    }
}

impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(values: [T; N]) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<A: Into<Value>, B: Into<Value>> From<(A, B)> for Value {
    fn from((a, b): (A, B)) -> Self {
        Self::List(vec![a.into(), b.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::properties::PropertyType;

    #[test]
    fn colours_come_back_from_their_values() {
        let half = ColorSpec::Cycle {
            index: 3,
            alpha: Some(128),
        };
        let colors = [
            ColorSpec::None,
            ColorSpec::Rgba(Color::rgb(1, 2, 3)),
            ColorSpec::Rgba(Color::rgb(1, 2, 3).with_alpha(0.5)),
            ColorSpec::Cycle {
                index: 12,
                alpha: None,
            },
            half,
        ];
        for color in colors {
            assert_eq!(ColorSpec::read("color", &color.into()).unwrap(), color);
        }
    }
}
