//! A frame's bytes, and the memory they are read into.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::{DType, ImageSource, ImageView, Scratch};

/// One frame: bytes and how they lie. Its memory is used again for a later frame.
#[derive(Debug)]
pub(crate) struct InputFrame {
    shape: FrameShape,
    bytes: Vec<u8>,
    duration: Option<Duration>,
    pool: Pool,
}

impl InputFrame {
    /// The same, shown for a time of its own if there is one.
    pub(super) fn lasting(mut self, duration: Option<Duration>) -> Self {
        self.duration = duration;
        self
    }
}

/// How a frame's bytes lie, in this machine's byte order.
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

impl ImageSource for InputFrame {
    fn image_view<'a>(&'a self, _: &'a mut Scratch) -> crate::Result<ImageView<'a>> {
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

/// Memory of frames that are done with.
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
