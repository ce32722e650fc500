//! The internal form of an image.

use bytemuck::{Pod, Zeroable};

use crate::error::{Error, Result};

/// The type of an array's elements.
///
/// ```
/// assert_eq!(plotreel::array::DType::F32.size(), 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DType {
    /// One byte, 0 or 1.
    Bool,
    /// `u8`.
    U8,
    /// `i8`.
    I8,
    /// `u16`.
    U16,
    /// `i16`.
    I16,
    /// `u32`.
    U32,
    /// `i32`.
    I32,
    /// `u64`.
    U64,
    /// `i64`.
    I64,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
}

impl DType {
    /// Whether elements are floats.
    pub(crate) fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }

    /// Bytes per element.
    pub fn size(self) -> usize {
        match self {
            Self::Bool | Self::U8 | Self::I8 => 1,
            Self::U16 | Self::I16 => 2,
            Self::U32 | Self::I32 | Self::F32 => 4,
            Self::U64 | Self::I64 | Self::F64 => 8,
        }
    }
}

/// Evaluates `$call` with `$t` as the Rust type of a [`DType`]'s elements; `Bool` is read as `u8`.
macro_rules! with_dtype {
    ($dtype:expr, $t:ident => $call:expr) => {{
        macro_rules! of {
            ($rust:ty) => {{
                type $t = $rust;
                $call
            }};
        }
        match $dtype {
            $crate::image_view::DType::Bool | $crate::image_view::DType::U8 => of!(u8),
            $crate::image_view::DType::I8 => of!(i8),
            $crate::image_view::DType::U16 => of!(u16),
            $crate::image_view::DType::I16 => of!(i16),
            $crate::image_view::DType::U32 => of!(u32),
            $crate::image_view::DType::I32 => of!(i32),
            $crate::image_view::DType::U64 => of!(u64),
            $crate::image_view::DType::I64 => of!(i64),
            $crate::image_view::DType::F32 => of!(f32),
            $crate::image_view::DType::F64 => of!(f64),
        }
    }};
}
pub(crate) use with_dtype;

/// A borrowed image: height × width × channels in any memory layout.
///
/// ```
/// use plotreel::array::{DType, ImageView};
///
/// let rgb = [0u8; 4 * 6 * 3];
/// let view = ImageView::contiguous(DType::U8, &[4, 6, 3], &rgb)?;
/// assert_eq!((view.height(), view.width(), view.channels()), (4, 6, 3));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ImageView<'a> {
    dtype: DType,
    shape: [usize; 3],
    strides: [isize; 3],
    offset: usize,
    bytes: &'a [u8],
}

impl<'a> ImageView<'a> {
    /// A view of `bytes`, whose elements have this machine's byte order.
    ///
    /// `shape` is (H, W), (H, W, 1), (H, W, 3) or (H, W, 4); `strides` has as many entries, in bytes;
    /// `offset` is the position of element \[0, 0, 0\] in `bytes`.
    ///
    /// # Errors
    /// [`Error::ImageShape`] for another shape or a length of 0, [`Error::ImageView`] if an element would be outside
    /// `bytes`.
    pub fn new(
        dtype: DType,
        shape: &[usize],
        strides: &[isize],
        offset: usize,
        bytes: &'a [u8],
    ) -> Result<Self> {
        let (shape, strides) = match (shape, strides) {
            (&[h, w], &[sh, sw]) => ([h, w, 1], [sh, sw, dtype.size() as isize]),
            (&[h, w, c @ (1 | 3 | 4)], &[sh, sw, sc]) => ([h, w, c], [sh, sw, sc]),
            _ => {
                return Err(Error::ImageShape {
                    got: shape.to_vec(),
                });
            }
        };
        if shape.iter().any(|n| !(1..=i32::MAX as usize).contains(n)) {
            return Err(Error::ImageShape {
                got: shape.to_vec(),
            });
        }
        let (mut low, mut high) = (offset as i128, offset as i128);
        for (n, stride) in shape.iter().zip(strides) {
            let reach = (*n as i128 - 1) * stride as i128;
            low += reach.min(0);
            high += reach.max(0);
        }
        if low < 0 || high + dtype.size() as i128 > bytes.len() as i128 {
            let reason = format!(
                "shape {shape:?} with strides {strides:?} exceeds {} bytes",
                bytes.len()
            );
            return Err(Error::ImageView { reason });
        }
        Ok(Self {
            dtype,
            shape,
            strides,
            offset,
            bytes,
        })
    }

    /// A view of `bytes` in C order (row by row, channels together).
    ///
    /// # Errors
    /// As [`ImageView::new`].
    pub fn contiguous(dtype: DType, shape: &[usize], bytes: &'a [u8]) -> Result<Self> {
        let mut strides = vec![dtype.size() as isize; shape.len()];
        for axis in (1..shape.len()).rev() {
            strides[axis - 1] = strides[axis].saturating_mul(shape[axis] as isize);
        }
        Self::new(dtype, shape, &strides, 0, bytes)
    }

    /// The type of the elements.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// Number of rows.
    pub fn height(&self) -> usize {
        self.shape[0]
    }

    /// Number of columns.
    pub fn width(&self) -> usize {
        self.shape[1]
    }

    /// Number of channels: 1 (scalar data), 3 (RGB) or 4 (RGBA).
    pub fn channels(&self) -> usize {
        self.shape[2]
    }

    /// Row `y` as width × channels elements; copied to `scratch` if it can't be borrowed in place.
    pub(crate) fn row<'s, T: Pod>(&'s self, y: usize, scratch: &'s mut Vec<T>) -> &'s [T] {
        let size = size_of::<T>();
        let [_, width, channels] = self.shape;
        let [row_stride, column_stride, channel_stride] = self.strides;
        // In range by the checks in `new`.
        let start = (self.offset as isize + y as isize * row_stride) as usize;
        let dense = (channels == 1 || channel_stride == size as isize)
            && (width == 1 || column_stride == (channels * size) as isize);
        if dense {
            let bytes = &self.bytes[start..start + width * channels * size];
            if let Ok(row) = bytemuck::try_cast_slice(bytes) {
                return row;
            }
        }
        scratch.clear();
        scratch.resize(width * channels, T::zeroed());
        for (x, pixel) in scratch.chunks_exact_mut(channels).enumerate() {
            let at = start as isize + x as isize * column_stride;
            for (c, value) in pixel.iter_mut().enumerate() {
                let at = (at + c as isize * channel_stride) as usize;
                *value = bytemuck::pod_read_unaligned(&self.bytes[at..at + size]);
            }
        }
        scratch
    }

    /// The minimum and maximum of the elements that count, if there are any.
    pub(crate) fn extremes(&self, counts: impl Fn(f64) -> bool) -> Option<(f64, f64)> {
        let mut found = (f64::INFINITY, f64::NEG_INFINITY);
        with_dtype!(self.dtype, T => {
            let mut row = Vec::<T>::new();
            for y in 0..self.height() {
                let values = self.row::<T>(y, &mut row).iter().map(|&x| x as f64);
                found = values
                    .filter(|x| counts(*x))
                    .fold(found, |(low, high), x| (low.min(x), high.max(x)));
            }
        });
        (found.0 <= found.1).then_some(found)
    }

    /// All elements of a C-order view as one slice.
    pub(crate) fn dense<T: Pod>(&self) -> Option<&'a [T]> {
        let size = size_of::<T>();
        let [height, width, channels] = self.shape;
        let dense = [width * channels * size, channels * size, size];
        let at_rest = (0..3).all(|i| self.shape[i] == 1 || self.strides[i] == dense[i] as isize);
        if !at_rest {
            return None;
        }
        bytemuck::try_cast_slice(&self.bytes[self.offset..][..height * width * channels * size])
            .ok()
    }
}

/// Memory for images that can't be borrowed in place; kept between frames so that it is allocated once.
#[derive(Debug, Clone, Default)]
pub struct Scratch(Vec<u64>);

impl Scratch {
    /// At least `len` elements of `T`, contents unspecified.
    pub(crate) fn elements<T: Pod + Zeroable>(&mut self, len: usize) -> &mut [T] {
        self.0
            .resize((len * size_of::<T>()).div_ceil(size_of::<u64>()), 0);
        &mut bytemuck::cast_slice_mut(&mut self.0)[..len]
    }

    /// At least `len` bytes, aligned for any element type.
    pub fn bytes(&mut self, len: usize) -> &mut [u8] {
        self.elements(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_that_leaves_its_bytes_is_refused() {
        let bytes = [0u8; 11];
        assert!(matches!(
            ImageView::contiguous(DType::U8, &[3, 4], &bytes),
            Err(Error::ImageView { .. })
        ));
        assert!(matches!(
            ImageView::new(DType::U8, &[2, 2], &[-2, 1], 0, &bytes),
            Err(Error::ImageView { .. })
        ));
        assert!(matches!(
            ImageView::contiguous(DType::U8, &[3, 4, 2], &bytes),
            Err(Error::ImageShape { .. })
        ));
    }

    #[test]
    fn unaligned_bytes_are_read_all_the_same() {
        let mut bytes = vec![0u8; 1];
        bytes.extend([1.5f64, -2.0].iter().flat_map(|v| v.to_ne_bytes()));
        let view = ImageView::new(DType::F64, &[1, 2], &[16, 8], 1, &bytes).unwrap();
        assert_eq!(view.row::<f64>(0, &mut Vec::new()), [1.5, -2.0]);
    }
}
