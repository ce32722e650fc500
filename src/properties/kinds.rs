//! The values that properties take and refuse.

use std::marker::PhantomData;

use crate::color::{ColorSpec, Colormap, IntoColor};
use crate::error::{Error, Result};
use crate::properties::Value;

/// A type that properties have.
pub(crate) trait PropertyType: Sized {
    /// What is given for it.
    const TAKES: &'static str;
    /// What is given for several of it.
    const MANY: &'static str = Self::TAKES;

    /// The value of a property of this name.
    fn read(name: &'static str, value: &Value) -> Result<Self>;
}

pub(crate) fn refused(name: &'static str, value: &Value, takes: &'static str) -> Error {
    Error::Setting {
        name,
        value: value.to_string(),
        expected: takes,
    }
}

/// Left, bottom, width and height, if all are finite.
pub(crate) fn finite_rect(name: &'static str, rect: [f64; 4]) -> Result<[f64; 4]> {
    match rect.iter().all(|v| v.is_finite()) {
        true => Ok(rect),
        false => Err(Error::Setting {
            name,
            value: format!("{rect:?}"),
            expected: "left, bottom, width and height, all finite",
        }),
    }
}

impl PropertyType for bool {
    const TAKES: &'static str = "true or false";
    const MANY: &'static str = "a list of true and false";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Bool(value) => Ok(*value),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl PropertyType for f64 {
    const TAKES: &'static str = "a number";
    const MANY: &'static str = "a list of numbers";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(value) => Ok(*value),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl PropertyType for usize {
    const TAKES: &'static str = "a whole number, 0 or more";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(number) if *number >= 0.0 && number.fract() == 0.0 => Ok(*number as Self),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl PropertyType for String {
    const TAKES: &'static str = "a text";
    const MANY: &'static str = "a list of texts";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => Ok(text.clone()),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl PropertyType for ColorSpec {
    const TAKES: &'static str =
        "a colour: a text, (r, g, b) or (r, g, b, a) from 0 to 1, or a text and its alpha";
    const MANY: &'static str = "a list of colours";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let wrong = || refused(name, value, Self::TAKES);
        match value {
            Value::Text(text) => text.parse(),
            Value::List(parts) => match &parts[..] {
                [Value::Text(text), Value::Number(alpha)] => (text.as_str(), *alpha).into_color(),
                [Value::Number(r), Value::Number(g), Value::Number(b)] => [*r, *g, *b].into_color(),
                [
                    Value::Number(r),
                    Value::Number(g),
                    Value::Number(b),
                    Value::Number(a),
                ] => [*r, *g, *b, *a].into_color(),
                _ => Err(wrong()),
            },
            _ => Err(wrong()),
        }
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

impl<T: PropertyType> PropertyType for Option<T> {
    const TAKES: &'static str = T::TAKES;
    const MANY: &'static str = T::MANY;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::None => Ok(None),
            value => T::read(name, value).map(Some),
        }
    }
}

impl<T: PropertyType> PropertyType for Vec<T> {
    const TAKES: &'static str = T::MANY;

    /// A single value stands for a list of one.
    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::List(values) => values.iter().map(|value| T::read(name, value)).collect(),
            value => Ok(vec![T::read(name, value)?]),
        }
    }
}

impl<T: PropertyType, const N: usize> PropertyType for [T; N] {
    const TAKES: &'static str = T::MANY;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let values = Vec::<T>::read(name, value)?;
        let takes = match N {
            2 => "two values",
            3 => "three values",
            _ => "four values",
        };
        values.try_into().map_err(|_| refused(name, value, takes))
    }
}

impl PropertyType for (f64, f64) {
    const TAKES: &'static str = "two numbers";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        <[f64; 2]>::read(name, value).map(Into::into)
    }
}

/// Which numbers a property takes.
pub(crate) trait Check {
    /// What is given for it.
    const TAKES: &'static str;

    fn holds(value: f64) -> bool;

    /// The number, if it is one of them.
    fn checked(name: &'static str, value: f64) -> Result<f64> {
        match Self::holds(value) {
            true => Ok(value),
            false => Err(refused(name, &value.into(), Self::TAKES)),
        }
    }

    /// The same for an optional number.
    fn checked_option(name: &'static str, value: Option<f64>) -> Result<Option<f64>> {
        value.map(|value| Self::checked(name, value)).transpose()
    }
}

/// A number of this kind, or none.
#[derive(Debug)]
pub(crate) struct Maybe<C>(pub(crate) Option<f64>, PhantomData<C>);

impl<C> From<Option<f64>> for Maybe<C> {
    fn from(number: Option<f64>) -> Self {
        Self(number, PhantomData)
    }
}

impl<C> From<Maybe<C>> for Value {
    fn from(number: Maybe<C>) -> Self {
        number.0.into()
    }
}

impl<C: Check> PropertyType for Maybe<C> {
    const TAKES: &'static str = C::TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match Option::read(name, value) {
            Ok(number) => C::checked_option(name, number).map(Into::into),
            Err(_) => Err(refused(name, value, C::TAKES)),
        }
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $check:ident: $takes:literal, $holds:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $check;

        impl Check for $check {
            const TAKES: &'static str = $takes;

            fn holds(value: f64) -> bool {
                let holds: fn(f64) -> bool = $holds;
                holds(value)
            }
        }
    )+};
}
checks! {
    /// An opacity.
    Fraction: "a number from 0 to 1", |v| (0.0..=1.0).contains(&v);
    /// A width, a size, a distance.
    Length: "a finite number, 0 or more", |v| v.is_finite() && v >= 0.0;
    /// A divisor or a factor.
    Positive: "a finite number above 0", |v| v.is_finite() && v > 0.0;
    /// The margin of autoscaled limits.
    Margin: "a finite number above -0.5", |v| v.is_finite() && v > -0.5;
    /// An angle, or a distance that may be negative.
    Angle: "a finite number", f64::is_finite;
    /// How many columns there are.
    Columns: "a whole number, 1 or more", |v| v >= 1.0;
    /// How many markers are side by side. More of them make no difference.
    Markers: "a whole number from 1 to 1000", |v| (1.0..=1000.0).contains(&v);
}
