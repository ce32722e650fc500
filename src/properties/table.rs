//! The table of an artist's properties.

use crate::error::Result;
use crate::properties::outcome::Outcome;
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
                $crate::properties::forms::accessors! {
                    $form $(<$ty>)?, [$(#[$note])*], $get, $set, [$($place).+], $doc
                }
            )*

            const ROWS: &'static [$crate::properties::Row<Self>] = &[
                $($crate::properties::Row {
                    property: $crate::properties::Property {
                        name: stringify!($get),
                        aliases: &[$($($alias),+)?],
                        doc: $doc,
                        takes: $crate::properties::forms::takes!($form $(<$ty>)?),
                    },
                    set: |owner, value| {
                        $crate::properties::forms::set!(
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
