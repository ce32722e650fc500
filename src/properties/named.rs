//! Types that are read from texts: choices that have names, and others.

/// The names of an enum's values, both ways: `FromStr`, `TryFrom<&str>` and its [`Value`](super::Value).
///
/// The first name of a value is the one that is returned.
macro_rules! names {
    ($choice:ty, $what:literal, $expected:literal; $($variant:ident: $name:literal $(| $alias:literal)*),+ $(,)?) => {
        impl $choice {
            /// The name, which parses back to it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl std::str::FromStr for $choice {
            type Err = $crate::error::Error;

            fn from_str(text: &str) -> $crate::error::Result<Self> {
                match text {
                    $($name $(| $alias)* => Ok(Self::$variant),)+
                    _ => Err($crate::error::Error::Setting {
                        name: $what,
                        value: format!("\"{text}\""),
                        expected: $expected,
                    }),
                }
            }
        }

        $crate::properties::parsed! { $choice, $expected, <$choice>::name }
    };
}
pub(crate) use names;

/// What properties need of a type that is parsed from a text: `TryFrom<&str>`, what it takes, and its
/// [`Value`](super::Value), the text that parses back to it.
macro_rules! parsed {
    ($type:ty, $takes:literal, $text:expr) => {
        impl TryFrom<&str> for $type {
            type Error = $crate::error::Error;

            fn try_from(text: &str) -> $crate::error::Result<Self> {
                text.parse()
            }
        }

        impl From<$type> for $crate::properties::Value {
            fn from(value: $type) -> Self {
                let text: fn($type) -> _ = $text;
                text(value).into()
            }
        }

        impl $crate::properties::PropertyType for $type {
            const TAKES: &'static str = $takes;

            fn read(
                name: &'static str,
                value: &$crate::properties::Value,
            ) -> $crate::error::Result<Self> {
                match value {
                    $crate::properties::Value::Text(text) => text.parse(),
                    other => Err($crate::properties::refused(name, other, Self::TAKES)),
                }
            }
        }
    };
}
pub(crate) use parsed;

parsed! {
    crate::color::Norm,
    "linear, centered:VCENTER, log, symlog:LINTHRESH, asinh:WIDTH, power:GAMMA, twoslope:VCENTER or boundary:A,B,C",
    |norm| norm.to_string()
}
parsed! { crate::scale::Scale, "linear, log, symlog, asinh or logit", |scale| scale.name() }
