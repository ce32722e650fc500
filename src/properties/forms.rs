//! The forms of properties that are plain fields: how they are set, read and described.

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
        $crate::properties::outcome::Outcome::into_result($owner.$set(value))
    }};
    (@maybe [$($place:tt)+], $owner:ident, $value:ident, $($rest:tt)*) => {
        if *$value == $crate::properties::Value::None {
            $owner.$($place)+ = None;
            Ok(())
        } else {
            $crate::properties::forms::set!(@some [$($place)+], $owner, $value, $($rest)*)
        }
    };
    (flag, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, bool) };
    (maybe_flag, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, Option<bool>) };
    (coordinate, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, f64) };
    (pair, [$($place:tt)+], $owner:ident, $value:ident, $get:ident, $set:ident) => {{
        let (x, y) = <(f64, f64) as $crate::properties::PropertyType>::read(stringify!($get), $value)?;
        $owner.$set(x, y);
        Ok(())
    }};
    (number<$check:ty>, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, f64) };
    (maybe<$check:ty>, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, Option<f64>) };
    (count<$check:ty>, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, usize) };
    (text, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, String) };
    (maybe_text, $($rest:tt)*) => { $crate::properties::forms::set!(@maybe $($rest)*, String) };
    (color, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, $crate::color::ColorSpec) };
    (maybe_color, $($rest:tt)*) => {
        $crate::properties::forms::set!(@maybe $($rest)*, $crate::color::ColorSpec)
    };
    (choice<$choice:ty>, $($rest:tt)*) => { $crate::properties::forms::set!(@some $($rest)*, $choice) };
    (maybe_choice<$choice:ty>, $($rest:tt)*) => { $crate::properties::forms::set!(@maybe $($rest)*, $choice) };
}
pub(crate) use set;
