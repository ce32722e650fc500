//! A frame in the format of an encoder, of which only what changed is converted.

use crate::frame_size::FrameSize;
use crate::marks::{GROUP, Marks, WORD, runs};
use crate::stamp::Stamp;
use crate::writers::PooledBuffer;
use crate::writers::pixels::{Area, PixelFormat};

/// Rows that are converted together, so that a change costs few calls: an even number.
const BAND: usize = 16;
/// Columns that are converted together: a byte of marks. It is a multiple of what any machine converts at once, so that
/// no pixel is converted in another way than in a whole frame.
const TILE: usize = GROUP * u8::BITS as usize;

/// The frames of a film in one format, each in the memory of one before.
#[derive(Debug, Default)]
pub(super) struct Planes {
    bytes: Vec<u8>,
    /// The picture that the last frame equals but for its marks, if there is one.
    picture: Option<Stamp>,
    marks: Marks,
}

impl Planes {
    /// Becomes the next frame.
    pub(super) fn convert(&mut self, pixels: &PooledBuffer, format: PixelFormat, size: FrameSize) {
        let likeness = pixels.likeness();
        match likeness {
            Some((picture, marks)) if self.picture == Some(picture) => {
                self.convert_changes(pixels, marks, format, size);
            }
            _ => format.convert(pixels, size, &mut self.bytes),
        }
        self.picture = likeness.map(|(picture, _)| picture);
        if let Some((_, marks)) = likeness {
            self.marks.become_like(marks);
        }
    }

    /// Converts where the last frame or this one differs from the picture of both.
    fn convert_changes(
        &mut self,
        bgra: &[u8],
        marks: &Marks,
        format: PixelFormat,
        size: FrameSize,
    ) {
        let (width, height) = (size.width as usize, size.height as usize);
        let bands = self.marks.bands(BAND).zip(marks.bands(BAND));
        for (band, (before, now)) in bands.enumerate() {
            let y = BAND * band..height.min(BAND * (band + 1));
            for column in 0..marks.stride() {
                let rows = before.iter().skip(column).step_by(marks.stride());
                let rows = rows.chain(now.iter().skip(column).step_by(marks.stride()));
                let left = column * WORD * GROUP;
                for tiles in runs(marked_bytes(rows.fold(0, |all, word| all | word))) {
                    let x = left + TILE * tiles.start..width.min(left + TILE * tiles.end);
                    let area = Area { x, y: y.clone() };
                    format.convert_area(bgra, size, area, &mut self.bytes);
                }
            }
        }
    }
}

impl AsRef<[u8]> for Planes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// A bit for each byte that is not zero.
fn marked_bytes(word: u64) -> u64 {
    let bytes = word.to_le_bytes().into_iter().enumerate();
    bytes.fold(0, |all, (i, byte)| all | (u64::from(byte != 0) << i))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writers::pool::{Buffer, Pool};

    /// Pixels that are like a picture.
    #[derive(Debug, Default)]
    struct Sketch {
        bytes: Vec<u8>,
        picture: Option<Stamp>,
        marks: Marks,
    }

    impl AsRef<[u8]> for Sketch {
        fn as_ref(&self) -> &[u8] {
            &self.bytes
        }
    }

    impl Buffer for Sketch {
        fn likeness(&self) -> Option<(Stamp, &Marks)> {
            self.picture.map(|picture| (picture, &self.marks))
        }
    }

    /// The picture with some boxes of noise, which are marked.
    fn sketch(rng: &mut fastrand::Rng, picture: &(Stamp, Vec<u8>), size: FrameSize) -> Sketch {
        let (width, height) = (size.width as usize, size.height as usize);
        let (mut bytes, mut marks) = (picture.1.clone(), Marks::none(size));
        for _ in 0..rng.usize(0..4) {
            let (x, y) = (rng.usize(0..width), rng.usize(0..height));
            let (x1, y1) = (
                width.min(x + rng.usize(1..90)),
                height.min(y + rng.usize(1..20)),
            );
            for y in y..y1 {
                let row = marks.row(y);
                marks.mark_all(x..x1, row);
                rng.fill(&mut bytes[4 * (y * width + x)..4 * (y * width + x1)]);
            }
        }
        // Of some it is not known what they are like, and what they have is nowhere marked.
        let is_known = rng.u8(0..8) > 0;
        if !is_known {
            rng.fill(&mut bytes[..4 * width]);
        }
        Sketch {
            bytes,
            picture: is_known.then_some(picture.0),
            marks,
        }
    }

    #[test]
    fn frames_of_which_parts_are_converted_equal_those_converted_whole() {
        let formats = [
            PixelFormat::Yuv420p,
            PixelFormat::Yuva420p,
            PixelFormat::Yuv444p,
        ];
        for case in 0..120 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let format = formats[case % formats.len()];
            let size = FrameSize {
                width: rng.u32(1..1300),
                height: rng.u32(1..70),
            };
            let mut picture = || {
                let mut bytes = vec![0; size.bytes()];
                rng.fill(&mut bytes);
                (Stamp::next(), bytes)
            };
            let pictures = [picture(), picture()];
            let pool = Pool::default();
            // Frames are dealt out to several, each of which misses some.
            let mut planes = [Planes::default(), Planes::default()];
            for frame in 0..12 {
                let picture = &pictures[usize::from(rng.u8(0..6) == 0)];
                let pixels = pool.lend(sketch(&mut rng, picture, size));
                let planes = &mut planes[rng.usize(0..2)];
                planes.convert(&pixels, format, size);
                let mut whole = Vec::new();
                format.convert(&pixels, size, &mut whole);
                assert!(planes.as_ref() == whole, "{format:?} {size}: frame {frame}");
            }
        }
    }
}
