//! Arrays that can be used as an image.

use std::time::Duration;

use ndarray::{ArrayBase, ArrayViewMut, Data, Dimension, Zip};

use crate::error::Result;
use crate::image_view::{DType, ImageView, Scratch};

/// What can be shown by `imshow`: anything that can be viewed as an [`ImageView`].
///
/// Implemented for ndarray arrays and views of any layout, and for `ImageView` itself.
///
/// ```
/// use plotreel::array::{DType, ImageSource, ImageView, Scratch};
/// use plotreel::error::Result;
///
/// /// RGB rows from a camera.
/// struct Picture {
///     width: usize,
///     rows: Vec<u8>,
/// }
///
/// impl ImageSource for Picture {
///     fn image_view<'a>(&'a self, _: &'a mut Scratch) -> Result<ImageView<'a>> {
///         ImageView::contiguous(DType::U8, &[self.rows.len() / (3 * self.width), self.width, 3], &self.rows)
///     }
/// }
///
/// let picture = Picture { width: 2, rows: vec![0; 12] };
/// assert_eq!(picture.image_view(&mut Scratch::default())?.height(), 2);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait ImageSource {
    /// This image as a view; `scratch` is memory for sources that can't be borrowed in place.
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape) if the shape is not that of an image.
    fn image_view<'a>(&'a self, scratch: &'a mut Scratch) -> Result<ImageView<'a>>;

    /// How long this image is shown as a frame of a film; `None` for 1 / fps seconds.
    fn duration(&self) -> Option<Duration> {
        None
    }
}

/// A frame with its own duration.
impl<I: ImageSource> ImageSource for (I, Duration) {
    fn image_view<'a>(&'a self, scratch: &'a mut Scratch) -> Result<ImageView<'a>> {
        self.0.image_view(scratch)
    }

    fn duration(&self) -> Option<Duration> {
        Some(self.1)
    }
}

impl ImageSource for ImageView<'_> {
    fn image_view<'a>(&'a self, _: &'a mut Scratch) -> Result<ImageView<'a>> {
        Ok(*self)
    }
}

impl<I: ImageSource + ?Sized> ImageSource for &I {
    fn image_view<'a>(&'a self, scratch: &'a mut Scratch) -> Result<ImageView<'a>> {
        (**self).image_view(scratch)
    }

    fn duration(&self) -> Option<Duration> {
        (**self).duration()
    }
}

/// Element types of the arrays that `imshow` takes: `bool`, the integers of 8 to 64 bits, `f32` and `f64`.
pub trait Element: bytemuck::NoUninit + sealed::Sealed {}

mod sealed {
    pub trait Sealed: Copy {
        const DTYPE: super::DType;
        type Stored: bytemuck::Pod;
        fn stored(self) -> Self::Stored;
    }
}

macro_rules! elements {
    ($($t:ty => $dtype:ident as $stored:ty),*) => {$(
        impl sealed::Sealed for $t {
            const DTYPE: DType = DType::$dtype;
            type Stored = $stored;
            fn stored(self) -> $stored {
                self as $stored
            }
        }
        impl Element for $t {}
    )*};
}

elements!(
    bool => Bool as u8, u8 => U8 as u8, i8 => I8 as i8, u16 => U16 as u16, i16 => I16 as i16,
    u32 => U32 as u32, i32 => I32 as i32, u64 => U64 as u64, i64 => I64 as i64,
    f32 => F32 as f32, f64 => F64 as f64
);

impl<S, D> ImageSource for ArrayBase<S, D>
where
    S: Data,
    S::Elem: Element,
    D: Dimension,
{
    fn image_view<'a>(&'a self, scratch: &'a mut Scratch) -> Result<ImageView<'a>> {
        let dtype = <S::Elem as sealed::Sealed>::DTYPE;
        let Some(slice) = self.as_slice_memory_order() else {
            let stored = scratch.elements::<<S::Elem as sealed::Sealed>::Stored>(self.len());
            if let Ok(copy) = ArrayViewMut::from_shape(self.raw_dim(), &mut *stored) {
                Zip::from(copy)
                    .and(self)
                    .for_each(|to, &from| *to = sealed::Sealed::stored(from));
            }
            return ImageView::contiguous(dtype, self.shape(), bytemuck::cast_slice(stored));
        };
        let strides: Vec<isize> = self
            .strides()
            .iter()
            .map(|s| s * dtype.size() as isize)
            .collect();
        let offset = self
            .shape()
            .iter()
            .zip(&strides)
            .map(|(n, s)| n.saturating_sub(1) * (-s).max(0) as usize)
            .sum();
        ImageView::new(
            dtype,
            self.shape(),
            &strides,
            offset,
            bytemuck::cast_slice(slice),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use ndarray::{Array2, Array3, Axis, Slice};

    fn rows(source: &impl ImageSource) -> Vec<u16> {
        let mut scratch = Scratch::default();
        let view = source.image_view(&mut scratch).unwrap();
        let mut row = Vec::new();
        (0..view.height())
            .flat_map(|y| view.row::<u16>(y, &mut row).to_vec())
            .collect()
    }

    #[test]
    fn every_layout_reads_as_the_same_rows() {
        let a = Array3::from_shape_fn((4, 5, 3), |(y, x, c)| (100 * y + 10 * x + c) as u16);
        let (mut flipped, mut stepped) = (a.view(), a.view());
        flipped.invert_axis(Axis(0));
        flipped.invert_axis(Axis(1));
        stepped.slice_axis_inplace(Axis(0), Slice::new(0, None, 2));
        stepped.slice_axis_inplace(Axis(1), Slice::new(1, None, 2));
        let fortran = a
            .clone()
            .reversed_axes()
            .as_standard_layout()
            .into_owned()
            .reversed_axes();
        assert_eq!(rows(&a), rows(&fortran));
        assert_eq!(rows(&flipped), flipped.iter().copied().collect::<Vec<_>>());
        assert_eq!(rows(&stepped), stepped.iter().copied().collect::<Vec<_>>());
    }

    #[test]
    fn an_empty_array_is_no_image() {
        let empty = Array2::<f64>::zeros((0, 3));
        assert!(matches!(
            empty.image_view(&mut Scratch::default()),
            Err(Error::ImageShape { .. })
        ));
    }
}
