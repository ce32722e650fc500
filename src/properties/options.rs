//! The table of a struct of options.

use std::marker::PhantomData;

use crate::error::Result;
use crate::properties::{Check, Property, PropertyType, Value, unknown};

/// Options that are set by name, as the keyword arguments of a binding are.
///
/// Options that are neither a boolean, a number, a text, a colour nor a list of these have a `with_*` only.
///
/// ```
/// use plotreel::Options;
/// use plotreel::axes::BarOptions;
///
/// let mut options = BarOptions::new();
/// options.set_option("align", &"edge".into())?;
/// assert_eq!(options, BarOptions::new().with_align("edge")?);
/// assert!(options.set_option("alignment", &"edge".into()).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait Options {
    /// Sets an option, if it is one.
    #[doc(hidden)]
    fn try_set_option(&mut self, name: &str, value: &Value) -> Option<Result<()>>;

    /// All options that are set by name, in their order.
    fn options() -> Vec<Property>
    where
        Self: Sized;

    /// Sets an option by its name. What it is besides its type is checked by the call that takes the options.
    ///
    /// # Errors
    /// [`Error::UnknownProperty`](crate::Error::UnknownProperty) for another name,
    /// [`Error::Setting`](crate::Error::Setting) and the like for a value of another type.
    fn set_option(&mut self, name: &str, value: &Value) -> Result<()>
    where
        Self: Sized,
    {
        match self.try_set_option(name, value) {
            Some(done) => done,
            None => Err(unknown(name, &Self::options())),
        }
    }
}

/// The type of an option, by which [`Named`] or else [`Unnamed`] is chosen: a type of properties is found one reference
/// earlier.
pub(crate) struct OptionType<T>(pub(crate) PhantomData<T>);

/// What an option of a type takes, and how it is read.
type Reader<T> = (&'static str, fn(&'static str, &Value) -> Result<T>);

pub(crate) trait Named<T> {
    fn reader(&self) -> Option<Reader<T>>;
}

impl<T: PropertyType> Named<T> for &OptionType<T> {
    fn reader(&self) -> Option<Reader<T>> {
        Some((T::TAKES, T::read))
    }
}

pub(crate) trait Unnamed<T> {
    fn reader(&self) -> Option<Reader<T>>;
}

impl<T> Unnamed<T> for OptionType<T> {
    fn reader(&self) -> Option<Reader<T>> {
        None
    }
}

/// Declares a struct of options: private fields, `new`, `Default`, a `with_*` and a getter for each, and
/// `check_options`, which the call that takes the options has to call.
///
/// A row is `field / with_field: kind = default, "what it is";`. The kinds:
/// - `flag`; `number<Check>`, and `maybe<Check>` if optional; `count` and `maybe_count`; `pair<Check>` and
///   `two<Check>`, two numbers; `numbers<Check>`, any number of them; `series<Check>` and `maybe_series<Check>`, those
///   of a `Series`;
/// - `text` and `texts`; `color`, `maybe_color` and `colors`, any number of them, which are read at once, as a
///   `choice<Type>`, a `maybe_choice<Type>` and `choices<Type>` are: their `with_*` returns a `Result`;
/// - `copied<Type>`, `value<Type>` and `maybe_value<Type>`, into which values are converted.
///
/// A row without `/ with_field` leaves that to the type.
macro_rules! options {
    (
        $(#[$meta:meta])*
        pub struct $owner:ident;
        $(
            $field:ident $(/ $with:ident)?: $form:ident $(<$ty:ty>)? = $default:expr, $doc:literal;
        )*
    ) => {
        $(#[$meta])*
        pub struct $owner {
            $(pub(crate) $field: $crate::properties::options::kind!($form $(<$ty>)?),)*
        }

        impl Default for $owner {
            fn default() -> Self {
                Self {
                    $($field: $default,)*
                }
            }
        }

        impl $owner {
            /// The defaults.
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $crate::properties::options::with! { $form $(<$ty>)?, $field, [$($with)?], $doc }
                $crate::properties::options::getter! { $form $(<$ty>)?, $field, $doc }
            )*

            /// Refuses numbers that are out of range, and names their option.
            pub(crate) fn check_options(&self) -> $crate::error::Result<()> {
                $($crate::properties::options::check! { $form $(<$ty>)?, self, $field })*
                Ok(())
            }
        }

        impl $crate::properties::Options for $owner {
            fn try_set_option(
                &mut self,
                name: &str,
                value: &$crate::properties::Value,
            ) -> Option<$crate::error::Result<()>> {
                $(if name == stringify!($field) {
                    let (_, read) = $crate::properties::options::reader!($form $(<$ty>)?)?;
                    return Some(read(stringify!($field), value).map(|value| self.$field = value));
                })*
                None
            }

            fn options() -> Vec<$crate::properties::Property> {
                let mut all = Vec::new();
                $(if let Some((takes, _)) = $crate::properties::options::reader!($form $(<$ty>)?) {
                    all.push($crate::properties::Property {
                        name: stringify!($field),
                        aliases: &[],
                        doc: $doc,
                        takes,
                    });
                })*
                all
            }
        }
    };
}
pub(crate) use options;

/// How an option is read by name, unless its type is none of properties.
macro_rules! reader {
    ($form:ident $(<$ty:ty>)?) => {{
        #[allow(unused_imports)]
        use $crate::properties::options::{Named, Unnamed};
        let of_type = $crate::properties::options::OptionType::<
            $crate::properties::options::kind!($form $(<$ty>)?),
        >(std::marker::PhantomData);
        (&&of_type).reader()
    }};
}
pub(crate) use reader;

/// The type of a field.
macro_rules! kind {
    (flag) => { bool };
    (number<$check:ty>) => { f64 };
    (maybe<$check:ty>) => { Option<f64> };
    (count) => { usize };
    (maybe_count) => { Option<usize> };
    (pair<$check:ty>) => { (f64, f64) };
    (two<$check:ty>) => { [f64; 2] };
    (numbers<$check:ty>) => { Vec<f64> };
    (series<$check:ty>) => { Vec<f64> };
    (maybe_series<$check:ty>) => { Option<Vec<f64>> };
    (text) => { String };
    (texts) => { Vec<String> };
    (color) => { $crate::color::ColorSpec };
    (maybe_color) => { Option<$crate::color::ColorSpec> };
    (colors) => { Vec<$crate::color::ColorSpec> };
    (choice<$type:ty>) => { $type };
    (maybe_choice<$type:ty>) => { Option<$type> };
    (choices<$type:ty>) => { Vec<$type> };
    (copied<$type:ty>) => { $type };
    (value<$type:ty>) => { $type };
    (maybe_value<$type:ty>) => { Option<$type> };
}
pub(crate) use kind;

/// The method that sets a field.
macro_rules! with {
    ($form:ident $(<$type:ty>)?, $field:ident, [], $doc:literal) => {};
    (@plain $field:ident, [$with:ident], $doc:literal, $value:ident: $type:ty => $set:expr) => {
        #[doc = concat!("Sets ", $doc, ".")]
        pub fn $with(mut self, $value: $type) -> Self {
            self.$field = $set;
            self
        }
    };
    (@color $field:ident, [$with:ident], $doc:literal, $value:ident: $type:ty => $set:expr) => {
        #[doc = concat!("Sets ", $doc, ".")]
        ///
        /// # Errors
        /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for
        /// numbers beyond 0 … 1.
        pub fn $with(mut self, $value: $type) -> $crate::error::Result<Self> {
            self.$field = $set;
            Ok(self)
        }
    };
    (@choice<$choice:ty> $field:ident, [$with:ident], $doc:literal, $value:ident => $set:expr) => {
        #[doc = concat!("Sets ", $doc, ".")]
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) or a similar error for other names and values.
        pub fn $with<V: TryInto<$choice>>(mut self, $value: V) -> $crate::error::Result<Self>
        where
            $crate::error::Error: From<V::Error>,
        {
            self.$field = $set;
            Ok(self)
        }
    };
    (flag, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: bool => value }
    };
    (number<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: f64 => value }
    };
    (maybe<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: impl Into<Option<f64>> => value.into() }
    };
    (count, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: usize => value }
    };
    (maybe_count, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: impl Into<Option<usize>> => value.into() }
    };
    (pair<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: (f64, f64) => value }
    };
    (two<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, values: [f64; 2] => values }
    };
    (numbers<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, values: impl Into<Vec<f64>> => values.into() }
    };
    (series<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! {
            @plain $($rest)*, values: &(impl $crate::series::Series + ?Sized) => $crate::series::Field::values(values)
        }
    };
    (maybe_series<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! {
            @plain $($rest)*,
            values: &(impl $crate::series::Series + ?Sized) => Some($crate::series::Field::values(values))
        }
    };
    (texts, $($rest:tt)*) => {
        $crate::properties::options::with! {
            @plain $($rest)*,
            texts: impl IntoIterator<Item = impl Into<String>> => texts.into_iter().map(Into::into).collect()
        }
    };
    (text, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, text: impl Into<String> => text.into() }
    };
    (copied<$type:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: impl Into<$type> => value.into() }
    };
    (value<$type:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: impl Into<$type> => value.into() }
    };
    (maybe_value<$type:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @plain $($rest)*, value: impl Into<$type> => Some(value.into()) }
    };
    (color, $($rest:tt)*) => {
        $crate::properties::options::with! {
            @color $($rest)*, color: impl $crate::color::IntoColor => color.into_color()?
        }
    };
    (maybe_color, $($rest:tt)*) => {
        $crate::properties::options::with! {
            @color $($rest)*, color: impl $crate::color::IntoColor => Some(color.into_color()?)
        }
    };
    (colors, $field:ident, [$with:ident], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        ///
        /// # Errors
        /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for
        /// numbers beyond 0 … 1.
        pub fn $with<C: $crate::color::IntoColor>(
            mut self,
            colors: impl IntoIterator<Item = C>,
        ) -> $crate::error::Result<Self> {
            let colors = colors.into_iter().map($crate::color::IntoColor::into_color);
            self.$field = colors.collect::<$crate::error::Result<_>>()?;
            Ok(self)
        }
    };
    (choices<$choice:ty>, $field:ident, [$with:ident], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) or a similar error for other names and values.
        pub fn $with<V: TryInto<$choice>>(
            mut self,
            values: impl IntoIterator<Item = V>,
        ) -> $crate::error::Result<Self>
        where
            $crate::error::Error: From<V::Error>,
        {
            let values = values.into_iter().map(|value| Ok(value.try_into()?));
            self.$field = values.collect::<$crate::error::Result<_>>()?;
            Ok(self)
        }
    };
    (choice<$choice:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @choice<$choice> $($rest)*, value => value.try_into()? }
    };
    (maybe_choice<$choice:ty>, $($rest:tt)*) => {
        $crate::properties::options::with! { @choice<$choice> $($rest)*, value => Some(value.try_into()?) }
    };
}
pub(crate) use with;

/// The method that returns a field.
macro_rules! getter {
    (@value [$type:ty] $field:ident, $doc:literal) => {
        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $field(&self) -> $type {
            self.$field
        }
    };
    (@cloned [$type:ty] $field:ident, $doc:literal) => {
        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $field(&self) -> $type {
            self.$field.clone()
        }
    };
    (@maybe_lent [$type:ty] $field:ident, $doc:literal) => {
        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $field(&self) -> Option<&$type> {
            self.$field.as_ref()
        }
    };
    (@lent [$type:ty] $field:ident, $doc:literal) => {
        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $field(&self) -> &$type {
            &self.$field
        }
    };
    (text, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [str] $($rest)* } };
    (numbers<$check:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [[f64]] $($rest)* } };
    (series<$check:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [[f64]] $($rest)* } };
    (maybe_series<$check:ty>, $($rest:tt)*) => {
        $crate::properties::options::getter! { @maybe_lent [Vec<f64>] $($rest)* }
    };
    (texts, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [[String]] $($rest)* } };
    (choices<$type:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [[$type]] $($rest)* } };
    (colors, $($rest:tt)*) => {
        $crate::properties::options::getter! { @lent [[$crate::color::ColorSpec]] $($rest)* }
    };
    (choice<$type:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @cloned [$type] $($rest)* } };
    (maybe_choice<$type:ty>, $($rest:tt)*) => {
        $crate::properties::options::getter! { @cloned [Option<$type>] $($rest)* }
    };
    (value<$type:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @lent [$type] $($rest)* } };
    (maybe_value<$type:ty>, $($rest:tt)*) => {
        $crate::properties::options::getter! { @maybe_lent [$type] $($rest)* }
    };
    (copied<$type:ty>, $($rest:tt)*) => { $crate::properties::options::getter! { @value [$type] $($rest)* } };
    ($form:ident $(<$check:ty>)?, $($rest:tt)*) => {
        $crate::properties::options::getter! { @value [$crate::properties::options::kind!($form $(<$check>)?)] $($rest)* }
    };
}
pub(crate) use getter;

/// The check of a field.
macro_rules! check {
    (number<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(stringify!($field), &[$owner.$field])?;
    };
    (maybe<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(stringify!($field), $owner.$field.as_slice())?;
    };
    (pair<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(
            stringify!($field),
            &<[f64; 2]>::from($owner.$field),
        )?;
    };
    (two<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(stringify!($field), &$owner.$field)?;
    };
    (numbers<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(stringify!($field), &$owner.$field)?;
    };
    (series<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(stringify!($field), &$owner.$field)?;
    };
    (maybe_series<$check:ty>, $owner:ident, $field:ident) => {
        $crate::properties::options::all::<$check>(
            stringify!($field),
            $owner.$field.as_deref().unwrap_or_default(),
        )?;
    };
    ($($other:tt)*) => {};
}
pub(crate) use check;

/// Checks all numbers of an option.
pub(crate) fn all<C: Check>(name: &'static str, values: &[f64]) -> Result<()> {
    values
        .iter()
        .try_for_each(|value| C::checked(name, *value).map(drop))
}
