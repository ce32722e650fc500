//! The orientation of a picture, as stored by cameras.

use super::super::frame::FrameShape;

/// The orientation of a stored picture, by the numbers of Exif and TIFF (tag 274).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Orientation {
    /// The row that is seen first runs along the stored columns.
    transposed: bool,
    /// Stored columns are seen from the last to the first.
    columns_back: bool,
    /// Stored rows are seen from the last to the first.
    rows_back: bool,
}

impl Orientation {
    /// By its number, 1 to 8; others are treated as 1, as in viewers.
    pub(super) fn new(number: u16) -> Self {
        Self {
            transposed: matches!(number, 5..=8),
            columns_back: matches!(number, 2 | 3 | 7 | 8),
            rows_back: matches!(number, 3 | 4 | 6 | 7),
        }
    }

    /// From an Exif block: a TIFF header and its first directory.
    pub(super) fn of_exif(block: &[u8]) -> Self {
        let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        Self::new(tag(block, 274).unwrap_or(1))
    }

    /// The same pixels as they are seen.
    pub(super) fn apply(self, mut shape: FrameShape) -> FrameShape {
        for (axis, back) in [(0, self.rows_back), (1, self.columns_back)] {
            if back {
                let last = shape.shape[axis].saturating_sub(1) as isize;
                shape.offset = shape
                    .offset
                    .saturating_add_signed(last * shape.strides[axis]);
                shape.strides[axis] = -shape.strides[axis];
            }
        }
        if self.transposed {
            shape.shape.swap(0, 1);
            shape.strides.swap(0, 1);
        }
        shape
    }
}

/// A short number of the first directory.
fn tag(block: &[u8], wanted: u16) -> Option<u16> {
    let little = match block.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let offset = block.get(4..8)?.try_into().ok()?;
    let directory = if little {
        u32::from_le_bytes(offset)
    } else {
        u32::from_be_bytes(offset)
    } as usize;
    let entries = usize::from(short(directory)?);
    let places = (0..entries).map(|i| directory + 2 + 12 * i);
    let mut found = places.filter(|&at| short(at) == Some(wanted));
    short(found.next()? + 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::DType;

    /// The bytes of a frame with one byte per pixel, as they are seen.
    fn seen(shape: &FrameShape, bytes: &[u8]) -> Vec<u8> {
        let at = |y: usize, x: usize| {
            let step = y as isize * shape.strides[0] + x as isize * shape.strides[1];
            bytes[shape.offset.checked_add_signed(step).unwrap()]
        };
        let (height, width) = (shape.shape[0], shape.shape[1]);
        (0..height)
            .flat_map(|y| (0..width).map(move |x| (y, x)))
            .map(|(y, x)| at(y, x))
            .collect()
    }

    #[test]
    fn each_orientation_shows_the_pixels_where_viewers_do() {
        // Rows abc and def; what is seen of them by the tables of Exif.
        let cases = [
            (1, [2, 3], "abcdef"),
            (2, [2, 3], "cbafed"),
            (3, [2, 3], "fedcba"),
            (4, [2, 3], "defabc"),
            (5, [3, 2], "adbecf"),
            (6, [3, 2], "daebfc"),
            (7, [3, 2], "fcebda"),
            (8, [3, 2], "cfbead"),
            (0, [2, 3], "abcdef"),
            (9, [2, 3], "abcdef"),
        ];
        for (number, sides, expected) in cases {
            let stored = FrameShape::contiguous(DType::U8, vec![2, 3]);
            let shape = Orientation::new(number).apply(stored);
            assert_eq!(shape.shape, sides, "orientation {number}");
            assert_eq!(
                seen(&shape, b"abcdef"),
                expected.as_bytes(),
                "orientation {number}"
            );
        }
    }

    #[test]
    fn both_byte_orders_are_read_and_broken_blocks_are_as_stored() {
        let little = b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\0\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0";
        assert_eq!(Orientation::of_exif(little), Orientation::new(6));
        assert_eq!(Orientation::of_exif(big), Orientation::new(3));
        for len in 0..little.len() - 8 {
            assert_eq!(
                Orientation::of_exif(&little[..len]),
                Orientation::default(),
                "{len} bytes"
            );
        }
        let far = b"II*\0\xff\xff\xff\xff\x02\0";
        assert_eq!(Orientation::of_exif(far), Orientation::default());
    }
}
