//! A frame's bytes, and the memory they are read into.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::array::{DType, ImageSource, ImageView, Scratch};

/// One frame: bytes and their layout. Its memory is reused for a later frame.
#[derive(Debug)]
pub(crate) struct InputFrame {
    shape: FrameShape,
    bytes: Vec<u8>,
    duration: Option<Duration>,
    pool: Pool,
}

impl InputFrame {
    /// The same frame with an optional duration.
    pub(super) fn lasting(mut self, duration: Option<Duration>) -> Self {
        self.duration = duration;
        self
    }
}

/// The layout of a frame's bytes, in native byte order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FrameShape {
    pub(crate) dtype: DType,
    /// (H, W) or (H, W, C).
    pub(crate) shape: Vec<usize>,
    /// In bytes.
    pub(crate) strides: Vec<isize>,
    /// The first pixel's place in bytes.
    pub(crate) offset: usize,
}

impl FrameShape {
    /// Rows one after the other, channels together.
    pub(super) fn contiguous(dtype: DType, shape: Vec<usize>) -> Self {
        let mut strides = vec![dtype.size() as isize; shape.len()];
        for axis in (1..strides.len()).rev() {
            strides[axis - 1] = strides[axis] * shape[axis] as isize;
        }
        Self {
            dtype,
            shape,
            strides,
            offset: 0,
        }
    }
}

impl InputFrame {
    /// Swaps the first and third channels in place; `false` if there is only one channel.
    pub(super) fn swap_red_and_blue(&mut self) -> bool {
        let FrameShape {
            dtype,
            shape,
            strides,
            ..
        } = &self.shape;
        let (Some(&channels), Some(&step)) = (shape.get(2), strides.get(2)) else {
            return false;
        };
        if channels < 3 {
            return false;
        }
        let size = dtype.size();
        if step == size as isize {
            for pixel in self.bytes.chunks_exact_mut(channels * size) {
                let (red, rest) = pixel.split_at_mut(size);
                red.swap_with_slice(&mut rest[size..2 * size]);
            }
        } else {
            // Each channel is a plane.
            let plane = self.bytes.len() / channels;
            let (red, rest) = self.bytes.split_at_mut(plane);
            red.swap_with_slice(&mut rest[plane..2 * plane]);
        }
        true
    }
}

impl ImageSource for InputFrame {
    fn image_view<'a>(&'a self, _: &'a mut Scratch) -> crate::error::Result<ImageView<'a>> {
        let FrameShape {
            dtype,
            shape,
            strides,
            offset,
        } = &self.shape;
        ImageView::new(*dtype, shape, strides, *offset, &self.bytes)
    }

    fn duration(&self) -> Option<Duration> {
        self.duration
    }
}

impl Drop for InputFrame {
    fn drop(&mut self) {
        self.pool.put(std::mem::take(&mut self.bytes));
    }
}

/// Memory of processed frames.
#[derive(Debug, Clone, Default)]
pub(super) struct Pool(Rc<RefCell<Vec<Vec<u8>>>>);

impl Pool {
    /// An empty buffer.
    pub(super) fn take(&self) -> Vec<u8> {
        let mut buffer = self.0.borrow_mut().pop().unwrap_or_default();
        buffer.clear();
        buffer
    }

    /// Memory that a later frame may use.
    pub(super) fn put(&self, buffer: Vec<u8>) {
        self.0.borrow_mut().push(buffer);
    }

    pub(super) fn frame(&self, shape: FrameShape, bytes: Vec<u8>) -> InputFrame {
        InputFrame {
            shape,
            bytes,
            duration: None,
            pool: self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blue_and_red_change_places_in_every_layout() {
        let frame = |shape: &[usize], strides: &[isize], bytes: &[u8]| {
            let shape = FrameShape {
                dtype: DType::U8,
                shape: shape.to_vec(),
                strides: strides.to_vec(),
                offset: 0,
            };
            Pool::default().frame(shape, bytes.to_vec())
        };
        let mut bgr = frame(&[1, 2, 3], &[6, 3, 1], &[1, 2, 3, 4, 5, 6]);
        assert!(bgr.swap_red_and_blue());
        assert_eq!(bgr.bytes, [3, 2, 1, 6, 5, 4]);
        let mut bgra = frame(&[1, 2, 4], &[8, 4, 1], &[1, 2, 3, 4, 5, 6, 7, 8]);
        assert!(bgra.swap_red_and_blue());
        assert_eq!(bgra.bytes, [3, 2, 1, 4, 7, 6, 5, 8]);
        let mut planes = frame(&[1, 2, 4], &[2, 1, 2], &[1, 2, 3, 4, 5, 6, 7, 8]);
        assert!(planes.swap_red_and_blue());
        assert_eq!(planes.bytes, [5, 6, 3, 4, 1, 2, 7, 8]);
        let mut wide = frame(&[1, 1, 3], &[6, 6, 2], &[1, 2, 3, 4, 5, 6]);
        wide.shape.dtype = DType::U16;
        assert!(wide.swap_red_and_blue());
        assert_eq!(wide.bytes, [5, 6, 3, 4, 1, 2]);
        assert!(!frame(&[1, 2], &[2, 1], &[1, 2]).swap_red_and_blue());
    }
}
