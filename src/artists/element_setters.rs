//! Setters of one element of a collection.

/// Setters of one element's colours, for a collection with a field `style` and a `len()`.
macro_rules! element_setters {
    ([$($generics:tt)*] $collection:ty) => {
        impl<$($generics)*> $collection {
            /// Sets the colour of one element's face and edge, counted from 0.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) if
            /// there is no such element.
            pub fn set_color_at(
                &mut self,
                element: usize,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                let color = color.into_color()?;
                self.set_facecolor_at(element, color)?;
                self.set_edgecolor_at(element, color)
            }

            /// Sets the colour of one element's face.
            ///
            /// # Errors
            /// As [`set_color_at`](Self::set_color_at).
            pub fn set_facecolor_at(
                &mut self,
                element: usize,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                let len = self.len();
                self.style.set_facecolor_at(element, len, color.into_color()?)
            }

            /// Sets the colour of one element's edge.
            ///
            /// # Errors
            /// As [`set_color_at`](Self::set_color_at).
            pub fn set_edgecolor_at(
                &mut self,
                element: usize,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                let len = self.len();
                self.style.set_edgecolor_at(element, len, color.into_color()?)
            }
        }
    };
}
pub(crate) use element_setters;
