//! The table of an artist's properties.

use crate::error::Result;
use crate::properties::{Property, Value};

/// A property of a type, and how it is set and read.
#[derive(Debug)]
pub(crate) struct Row<T: 'static> {
    pub(crate) property: Property,
    pub(crate) set: fn(&mut T, &Value) -> Result<()>,
    pub(crate) get: fn(&T) -> Value,
}

impl<T> Row<T> {
    pub(crate) fn find<'a>(rows: &'a [Self], name: &str) -> Option<&'a Self> {
        rows.iter().find(|row| row.property.is_called(name))
    }
}

/// What a setter returns: nothing, if it takes every value.
pub(crate) trait Outcome {
    fn into_result(self) -> Result<()>;
}

impl Outcome for () {
    fn into_result(self) -> Result<()> {
        Ok(())
    }
}

impl Outcome for Result<()> {
    fn into_result(self) -> Result<()> {
        self
    }
}

/// Calls a setter.
pub(crate) fn call<T, V, O: Outcome>(
    owner: &mut T,
    value: V,
    set: impl FnOnce(&mut T, V) -> O,
) -> Result<()> {
    set(owner, value).into_result()
}

/// Declares the properties of a type: setters, getters, and access by name.
///
/// A row is `getter / setter [aliases]: kind = field, "what it is";`. The kinds:
/// - `flag`, `maybe_flag`, `text`, `maybe_text`, `color`, `maybe_color`;
/// - `coordinate`, any number; `pair`, two of them; `number<Check>`, and `maybe<Check>` if optional;
///   `count<Check>`, a whole number;
/// - `choice<Type>`, which is made of its names, too, and `maybe_choice<Type>`.
///
/// A property that is not a plain field has its own setters and getters and a row after `@by name:`,
/// `name [aliases]: Type = getter, setter, "what it is";`. A setter that refuses no value returns nothing.
///
/// `in field: Type` is what the type has its further properties from; it dereferences to that.
macro_rules! properties {
    (impl $generics:tt $owner:ty, in $($parent:ident).+: $base:ty; $($rows:tt)*) => {
        $crate::properties::table::rows! { $generics $owner, [$($parent).+]; $($rows)* }
        $crate::properties::table::dereference! { $generics $owner, [$($parent).+]: $base }
    };
    (impl $generics:tt $owner:ty; $($rows:tt)*) => {
        $crate::properties::table::rows! { $generics $owner, []; $($rows)* }
    };
}
pub(crate) use properties;

macro_rules! dereference {
    ([$($generics:tt)*] $owner:ty, [$($parent:tt)+]: $base:ty) => {
        impl<$($generics)*> std::ops::Deref for $owner {
            type Target = $base;

            fn deref(&self) -> &$base {
                &self.$($parent)+
            }
        }

        impl<$($generics)*> std::ops::DerefMut for $owner {
            fn deref_mut(&mut self) -> &mut $base {
                &mut self.$($parent)+
            }
        }
    };
}
pub(crate) use dereference;

macro_rules! rows {
    (
        [$($generics:tt)*] $owner:ty, $parent:tt;
        $(
            $(#[$note:meta])*
            $get:ident / $set:ident $([$($alias:literal),+])?: $form:ident $(<$ty:ty>)? = $($place:tt).+, $doc:literal;
        )*
        $(@by name: $(
            $name:ident $([$($other:literal),+])?: $value:ty = $read:expr, $write:expr, $what:literal;
        )*)?
    ) => {
        impl<$($generics)*> $owner {
            $(
                $crate::properties::table::accessors! {
                    $form $(<$ty>)?, [$(#[$note])*], $get, $set, [$($place).+], $doc
                }
            )*

            const ROWS: &'static [$crate::properties::Row<Self>] = &[
                $($crate::properties::Row {
                    property: $crate::properties::Property {
                        name: stringify!($get),
                        aliases: &[$($($alias),+)?],
                        doc: $doc,
                        takes: $crate::properties::table::takes!($form $(<$ty>)?),
                    },
                    set: |owner, value| {
                        $crate::properties::table::set!(
                            $form $(<$ty>)?, [$($place).+], owner, value, $get, $set
                        )
                    },
                    get: |owner| owner.$get().into(),
                },)*
                $($($crate::properties::Row {
                    property: $crate::properties::Property {
                        name: stringify!($name),
                        aliases: &[$($($other),+)?],
                        doc: $what,
                        takes: <$value as $crate::properties::PropertyType>::TAKES,
                    },
                    set: |owner, value| {
                        let value = <$value as $crate::properties::PropertyType>::read(stringify!($name), value)?;
                        $crate::properties::table::call(owner, value, $write)
                    },
                    get: |owner| {
                        let read: fn(&Self) -> $value = $read;
                        read(owner).into()
                    },
                },)*)?
            ];
        }

        impl<$($generics)*> $crate::properties::Properties for $owner {
            fn try_set(
                &mut self,
                name: &str,
                value: &$crate::properties::Value,
            ) -> Option<$crate::error::Result<()>> {
                match $crate::properties::Row::find(Self::ROWS, name) {
                    Some(row) => Some((row.set)(self, value)),
                    None => $crate::properties::table::in_base!(mut try_set, self, $parent name, value),
                }
            }

            fn try_get(&self, name: &str) -> Option<$crate::properties::Value> {
                match $crate::properties::Row::find(Self::ROWS, name) {
                    Some(row) => Some((row.get)(self)),
                    None => $crate::properties::table::in_base!(try_get, self, $parent name),
                }
            }

            fn properties(&self) -> Vec<$crate::properties::Property> {
                let own = Self::ROWS.iter().map(|row| row.property);
                let further = $crate::properties::table::in_base!(properties, self, $parent);
                own.chain(further.into_iter().filter(|property| {
                    Self::ROWS.iter().all(|row| !row.property.is_called(property.name))
                }))
                .collect()
            }

            fn class(&self, class: std::any::TypeId) -> Option<&dyn std::any::Any> {
                match class == std::any::TypeId::of::<Self>() {
                    true => Some(self),
                    false => $crate::properties::table::in_base!(class, self, $parent class),
                }
            }

            fn class_mut(&mut self, class: std::any::TypeId) -> Option<&mut dyn std::any::Any> {
                match class == std::any::TypeId::of::<Self>() {
                    true => Some(self),
                    false => $crate::properties::table::in_base!(mut class_mut, self, $parent class),
                }
            }
        }
    };
}
pub(crate) use rows;

/// The rows of the base, if there is one.
macro_rules! in_base {
    (properties, $owner:ident, []) => {
        Vec::<$crate::properties::Property>::new()
    };
    (mut $method:ident, $owner:ident, [] $($rest:tt)*) => {
        None
    };
    ($method:ident, $owner:ident, [] $($rest:tt)*) => {
        None
    };
    (mut $method:ident, $owner:ident, [$($parent:tt)+] $($rest:tt)*) => {
        $crate::properties::Properties::$method(&mut $owner.$($parent)+, $($rest)*)
    };
    ($method:ident, $owner:ident, [$($parent:tt)+] $($rest:tt)*) => {
        $crate::properties::Properties::$method(&$owner.$($parent)+, $($rest)*)
    };
}
pub(crate) use in_base;

/// Setter and getter of a kind of property.
macro_rules! accessors {
    (flag, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, value: bool) {
            self.$($place)+ = value;
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> bool {
            self.$($place)+
        }
    };
    (maybe_flag, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, value: impl Into<Option<bool>>) {
            self.$($place)+ = value.into();
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> Option<bool> {
            self.$($place)+
        }
    };
    (coordinate, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, value: f64) {
            self.$($place)+ = value;
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> f64 {
            self.$($place)+
        }
    };
    (pair, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, x: f64, y: f64) {
            self.$($place)+ = (x, y);
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> (f64, f64) {
            self.$($place)+
        }
    };
    (number<$check:ty>, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range or not finite.
        pub fn $set(&mut self, value: f64) -> $crate::error::Result<()> {
            self.$($place)+ = <$check as $crate::properties::Check>::checked(stringify!($get), value)?;
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> f64 {
            self.$($place)+
        }
    };
    (maybe<$check:ty>, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range or not finite.
        pub fn $set(&mut self, value: impl Into<Option<f64>>) -> $crate::error::Result<()> {
            let value = value.into();
            self.$($place)+ = <$check as $crate::properties::Check>::checked_option(stringify!($get), value)?;
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> Option<f64> {
            self.$($place)+
        }
    };
    (count<$check:ty>, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range.
        pub fn $set(&mut self, value: usize) -> $crate::error::Result<()> {
            <$check as $crate::properties::Check>::checked(stringify!($get), value as f64)?;
            self.$($place)+ = value;
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> usize {
            self.$($place)+
        }
    };
    (text, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, value: impl Into<String>) {
            self.$($place)+ = value.into();
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> &str {
            &self.$($place)+
        }
    };
    (maybe_text, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        pub fn $set(&mut self, value: impl Into<String>) {
            self.$($place)+ = Some(value.into());
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> Option<&str> {
            self.$($place)+.as_deref()
        }
    };
    (color, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for
        /// numbers beyond 0 … 1.
        pub fn $set(&mut self, color: impl $crate::color::IntoColor) -> $crate::error::Result<()> {
            self.$($place)+ = color.into_color()?;
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> $crate::color::ColorSpec {
            self.$($place)+
        }
    };
    (maybe_color, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for
        /// numbers beyond 0 … 1.
        pub fn $set(&mut self, color: impl $crate::color::IntoColor) -> $crate::error::Result<()> {
            self.$($place)+ = Some(color.into_color()?);
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, "; `None` where it is the style's.")]
        pub fn $get(&self) -> Option<$crate::color::ColorSpec> {
            self.$($place)+
        }
    };
    (choice<$choice:ty>, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) or a similar error for other names and values.
        pub fn $set<V: TryInto<$choice>>(&mut self, value: V) -> $crate::error::Result<()>
        where
            $crate::error::Error: From<V::Error>,
        {
            self.$($place)+ = value.try_into()?;
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> $choice {
            self.$($place)+.clone()
        }
    };
    (maybe_choice<$choice:ty>, [$($note:tt)*], $get:ident, $set:ident, [$($place:tt)+], $doc:literal) => {
        #[doc = concat!("Sets ", $doc, ".")]
        $($note)*
        ///
        /// # Errors
        /// [`Error::Setting`](crate::Error::Setting) or a similar error for other names and values.
        pub fn $set<V: TryInto<$choice>>(&mut self, value: V) -> $crate::error::Result<()>
        where
            $crate::error::Error: From<V::Error>,
        {
            self.$($place)+ = Some(value.try_into()?);
            Ok(())
        }

        #[doc = concat!("Returns ", $doc, ".")]
        pub fn $get(&self) -> Option<$choice> {
            self.$($place)+.clone()
        }
    };
}
pub(crate) use accessors;

/// What a kind of property takes.
macro_rules! takes {
    (flag) => {
        <bool as $crate::properties::PropertyType>::TAKES
    };
    (maybe_flag) => {
        <bool as $crate::properties::PropertyType>::TAKES
    };
    (coordinate) => {
        <f64 as $crate::properties::PropertyType>::TAKES
    };
    (pair) => {
        <(f64, f64) as $crate::properties::PropertyType>::TAKES
    };
    (number<$check:ty>) => {
        <$check as $crate::properties::Check>::TAKES
    };
    (maybe<$check:ty>) => {
        <$check as $crate::properties::Check>::TAKES
    };
    (count<$check:ty>) => {
        <$check as $crate::properties::Check>::TAKES
    };
    (text) => {
        <String as $crate::properties::PropertyType>::TAKES
    };
    (maybe_text) => {
        <String as $crate::properties::PropertyType>::TAKES
    };
    (color) => {
        <$crate::color::ColorSpec as $crate::properties::PropertyType>::TAKES
    };
    (maybe_color) => {
        <$crate::color::ColorSpec as $crate::properties::PropertyType>::TAKES
    };
    (choice<$choice:ty>) => {
        <$choice as $crate::properties::PropertyType>::TAKES
    };
    (maybe_choice<$choice:ty>) => {
        <$choice as $crate::properties::PropertyType>::TAKES
    };
}
pub(crate) use takes;

/// Sets a kind of property by a [`Value`].
macro_rules! set {
    (@some [$($place:tt)+], $owner:ident, $value:ident, $get:ident, $set:ident, $type:ty) => {{
        let value = <$type as $crate::properties::PropertyType>::read(stringify!($get), $value)?;
        $crate::properties::table::Outcome::into_result($owner.$set(value))
    }};
    (@maybe [$($place:tt)+], $owner:ident, $value:ident, $($rest:tt)*) => {
        if *$value == $crate::properties::Value::None {
            $owner.$($place)+ = None;
            Ok(())
        } else {
            $crate::properties::table::set!(@some [$($place)+], $owner, $value, $($rest)*)
        }
    };
    (flag, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, bool) };
    (maybe_flag, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, Option<bool>) };
    (coordinate, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, f64) };
    (pair, [$($place:tt)+], $owner:ident, $value:ident, $get:ident, $set:ident) => {{
        let (x, y) = <(f64, f64) as $crate::properties::PropertyType>::read(stringify!($get), $value)?;
        $owner.$set(x, y);
        Ok(())
    }};
    (number<$check:ty>, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, f64) };
    (maybe<$check:ty>, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, Option<f64>) };
    (count<$check:ty>, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, usize) };
    (text, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, String) };
    (maybe_text, $($rest:tt)*) => { $crate::properties::table::set!(@maybe $($rest)*, String) };
    (color, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, $crate::color::ColorSpec) };
    (maybe_color, $($rest:tt)*) => {
        $crate::properties::table::set!(@maybe $($rest)*, $crate::color::ColorSpec)
    };
    (choice<$choice:ty>, $($rest:tt)*) => { $crate::properties::table::set!(@some $($rest)*, $choice) };
    (maybe_choice<$choice:ty>, $($rest:tt)*) => { $crate::properties::table::set!(@maybe $($rest)*, $choice) };
}
pub(crate) use set;
