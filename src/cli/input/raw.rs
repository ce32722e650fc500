//! Raw frames with a shape given on the command line.

use std::io::Read;
use std::str::FromStr;

use super::element::Stored;
use super::{FrameShape, InputError, InputFrame, MAX_SIDE, Pool, Result, Source, read_block};

/// `HxWxC:DTYPE` or `HxW:DTYPE`; the type is u8 if omitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawFormat {
    shape: Vec<usize>,
    stored: Stored,
}

impl RawFormat {
    /// Bytes of a stored frame.
    pub(super) fn frame_bytes(&self) -> u64 {
        let sides = self.shape.iter().map(|n| *n as u64);
        sides.product::<u64>() * self.stored.size as u64
    }

    /// The number of channels of a frame.
    pub(crate) fn channels(&self) -> usize {
        self.shape.get(2).copied().unwrap_or(1)
    }
}

impl FromStr for RawFormat {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (shape, dtype) = text.split_once(':').unwrap_or((text, "u8"));
        let sides: Option<Vec<usize>> = shape
            .split(['x', 'X'])
            .map(|n| n.trim().parse().ok())
            .collect();
        let shape = match sides.as_deref() {
            Some(&[h, w]) => vec![h, w],
            Some(&[h, w, c @ (1 | 3 | 4)]) => vec![h, w, c],
            _ => {
                return Err(
                    "expected HxW or HxWxC with 1, 3 or 4 channels, such as 480x640x3:u8".into(),
                );
            }
        };
        if shape.iter().any(|n| !(1..=MAX_SIDE).contains(n)) {
            return Err(format!("height and width must be 1 to {MAX_SIDE}"));
        }
        let unknown = || format!("unknown type \"{dtype}\": choose u8, i16, f32, float64, >u2, …");
        Ok(Self {
            shape,
            stored: Stored::named(dtype).ok_or_else(unknown)?,
        })
    }
}

/// Raw frames from a file or pipe.
pub(super) struct RawSource<R> {
    name: String,
    reader: R,
    format: RawFormat,
    frame: FrameShape,
    index: u64,
}

impl<R: Read> RawSource<R> {
    pub(super) fn new(name: &str, reader: R, format: &RawFormat) -> Self {
        let frame = FrameShape::contiguous(format.stored.dtype, format.shape.clone());
        Self {
            name: name.to_owned(),
            reader,
            format: format.clone(),
            frame,
            index: 0,
        }
    }
}

impl<R: Read> Source for RawSource<R> {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        let mut bytes = pool.take();
        let fail = |e| InputError::new(&self.name, format!("frame {}: {e}", self.index));
        if !read_block(&mut self.reader, self.format.frame_bytes(), &mut bytes).map_err(fail)? {
            return Ok(None);
        }
        self.index += 1;
        let bytes = self.format.stored.decode(bytes, pool);
        Ok(Some(pool.frame(self.frame.clone(), bytes)))
    }
}
