//! The one conversion between canvas and encoder.

use std::io;
use std::ops::Range;

use yuv::{BufferStoreMut, YuvConversionMode, YuvPlanarImageMut, YuvRange, YuvStandardMatrix};

use crate::frame_size::FrameSize;

/// The pixel formats passed to an encoder, with ffmpeg's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PixelFormat {
    /// The canvas unchanged.
    Bgr0,
    /// The canvas with its alpha.
    Bgra,
    /// BT.709, limited range, chroma at half the size.
    Yuv420p,
    /// The same, and alpha of all levels.
    Yuva420p,
    /// BT.709, limited range.
    Yuv444p,
}

impl PixelFormat {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bgr0 => "bgr0",
            Self::Bgra => "bgra",
            Self::Yuv420p => "yuv420p",
            Self::Yuva420p => "yuva420p",
            Self::Yuv444p => "yuv444p",
        }
    }

    /// Whether frames are converted, not handed over as they are.
    pub(crate) fn is_yuv(self) -> bool {
        !matches!(self, Self::Bgr0 | Self::Bgra)
    }

    /// The size of frames of `size` in this format: 4:2:0 repeats the last row or column to make it even.
    pub(crate) fn encoded_size(self, size: FrameSize) -> FrameSize {
        match self {
            Self::Yuv420p | Self::Yuva420p => FrameSize {
                width: size.width.next_multiple_of(2),
                height: size.height.next_multiple_of(2),
            },
            Self::Bgr0 | Self::Bgra | Self::Yuv444p => size,
        }
    }

    /// The number of bytes of a frame of `size`.
    pub(crate) fn bytes(self, size: FrameSize) -> usize {
        let pixels = self.encoded_size(size).pixels();
        match self {
            Self::Bgr0 | Self::Bgra => 4 * pixels,
            Self::Yuv420p => 3 * pixels / 2,
            Self::Yuva420p => 5 * pixels / 2,
            Self::Yuv444p => 3 * pixels,
        }
    }

    /// Converts a BGRA frame of `size` into `out`, which is resized to fit.
    pub(crate) fn convert(self, bgra: &[u8], size: FrameSize, out: &mut Vec<u8>) {
        out.resize(self.bytes(size), 0);
        if !self.is_yuv() {
            return out.copy_from_slice(bgra);
        }
        let (x, y) = (0..size.width as usize, 0..size.height as usize);
        self.convert_area(bgra, size, Area { x, y }, out);
    }

    /// Converts an area of a frame of `size` to a format with planes. It begins in an even column and an even row, and
    /// ends in such ones or with the frame.
    pub(crate) fn convert_area(self, bgra: &[u8], size: FrameSize, area: Area, out: &mut [u8]) {
        let (encoded, Area { mut x, y }) = (self.encoded_size(size), area);
        let (width, height) = (size.width as usize, size.height as usize);
        if y.end == height {
            // The crate takes whole rows; here no other ones follow.
            x.start = 0;
        }
        // How often planes of colours are halved.
        let shift = usize::from(self != Self::Yuv444p);
        let (stride, rows) = (encoded.width as usize, y.len());
        let chroma_stride = stride >> shift;
        let (y_plane, rest) = out.split_at_mut(encoded.pixels());
        let (u_plane, rest) = rest.split_at_mut(encoded.pixels() >> (2 * shift));
        let (v_plane, alpha) = rest.split_at_mut(encoded.pixels() >> (2 * shift));
        if self == Self::Yuva420p {
            for y in y.clone() {
                let pixels = bgra[4 * (y * width + x.start)..].as_chunks::<4>().0;
                let alphas = &mut alpha[y * stride..][x.clone()];
                for (alpha, pixel) in alphas.iter_mut().zip(pixels) {
                    *alpha = pixel[3];
                }
            }
        }
        // No more rows than the area has: the crate takes all that it gets.
        let of_luma = &mut y_plane[y.start * stride + x.start..][..rows * stride];
        let first = (y.start >> shift) * chroma_stride + (x.start >> shift);
        let of_chroma = first..first + rows.div_ceil(1 << shift) * chroma_stride;
        let mut image = YuvPlanarImageMut {
            y_plane: BufferStoreMut::Borrowed(of_luma),
            y_stride: encoded.width,
            u_plane: BufferStoreMut::Borrowed(&mut u_plane[of_chroma.clone()]),
            u_stride: chroma_stride as u32,
            v_plane: BufferStoreMut::Borrowed(&mut v_plane[of_chroma]),
            v_stride: chroma_stride as u32,
            width: x.len() as u32,
            height: rows as u32,
        };
        let convert = match shift {
            0 => yuv::bgra_to_yuv444,
            _ => yuv::bgra_to_yuv420,
        };
        let bgra = &bgra[4 * (y.start * width + x.start)..][..4 * rows * width];
        let (range, matrix) = (YuvRange::Limited, YuvStandardMatrix::Bt709);
        let mode = YuvConversionMode::Balanced;
        let done = convert(&mut image, bgra, 4 * size.width, range, matrix, mode);
        debug_assert!(done.is_ok(), "all planes have their sizes: {done:?}");
        if encoded != size {
            repeat_edges(y_plane, &y, size, encoded);
            if self == Self::Yuva420p {
                repeat_edges(alpha, &y, size, encoded);
            }
        }
    }
}

/// Columns and rows of a frame.
#[derive(Debug)]
pub(crate) struct Area {
    pub(crate) x: Range<usize>,
    pub(crate) y: Range<usize>,
}

/// Packed R, G, B, with A if it is wanted, of B, G, R, A whose rows begin `stride` bytes apart.
pub(crate) fn pack(
    bgra: &[u8],
    stride: usize,
    size: FrameSize,
    with_alpha: bool,
) -> io::Result<Vec<u8>> {
    let (swizzle, channels): (Swizzle, _) = match with_alpha {
        true => (yuv::bgra_to_rgba, 4),
        false => (yuv::bgra_to_rgb, 3),
    };
    let (width, row) = (size.width, channels * size.width);
    let mut pixels = vec![0; row as usize * size.height as usize];
    let rows = pixels.chunks_exact_mut(row as usize);
    for (to, from) in rows.zip(bgra.chunks(stride)) {
        let from = &from[..4 * width as usize];
        swizzle(from, 4 * width, to, row, width, 1).map_err(io::Error::other)?;
    }
    Ok(pixels)
}

/// A conversion of packed pixels in `yuv`.
pub(crate) type Swizzle = fn(&[u8], u32, &mut [u8], u32, u32, u32) -> Result<(), yuv::YuvError>;

/// Fills the column and the row that make a plane of luma or alpha even, beside and below these rows. (Chroma of an odd
/// edge is that of its one pixel.)
fn repeat_edges(luma: &mut [u8], rows: &Range<usize>, size: FrameSize, encoded: FrameSize) {
    let (width, stride, height) = (
        size.width as usize,
        encoded.width as usize,
        size.height as usize,
    );
    if stride > width {
        for row in luma
            .chunks_exact_mut(stride)
            .take(rows.end)
            .skip(rows.start)
        {
            row[width] = row[width - 1];
        }
    }
    if rows.end == height && encoded.height as usize > height {
        luma.copy_within((height - 1) * stride..height * stride, height * stride);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(size: FrameSize) -> Vec<u8> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..size.pixels())
            .flat_map(|_| [next(), next(), next(), 255])
            .collect()
    }

    #[test]
    fn odd_sizes_are_as_if_the_last_row_and_column_stood_twice() {
        for (width, height) in [
            (5, 4),
            (4, 5),
            (7, 3),
            (1, 1),
            (33, 17),
            (640, 481),
            (101, 2),
        ] {
            let size = FrameSize { width, height };
            let even = PixelFormat::Yuv420p.encoded_size(size);
            let pixels = noise(size);
            let padded: Vec<u8> = (0..even.height)
                .flat_map(|y| (0..even.width).map(move |x| (x, y)))
                .flat_map(|(x, y)| {
                    let at = 4 * (y.min(height - 1) * width + x.min(width - 1)) as usize;
                    pixels[at..at + 4].to_vec()
                })
                .collect();
            let (mut odd, mut reference) = (Vec::new(), Vec::new());
            PixelFormat::Yuv420p.convert(&pixels, size, &mut odd);
            PixelFormat::Yuv420p.convert(&padded, even, &mut reference);
            let worst = odd
                .iter()
                .zip(&reference)
                .map(|(a, b)| a.abs_diff(*b))
                .max();
            assert!(worst <= Some(1), "{size}: {worst:?}");
        }
    }

    #[test]
    fn alpha_is_a_plane_behind_the_colours() {
        let size = FrameSize {
            width: 5,
            height: 3,
        };
        let mut pixels = noise(size);
        for (i, pixel) in pixels.chunks_exact_mut(4).enumerate() {
            pixel[3] = 16 * i as u8;
        }
        let (mut with, mut without) = (Vec::new(), Vec::new());
        PixelFormat::Yuva420p.convert(&pixels, size, &mut with);
        PixelFormat::Yuv420p.convert(&pixels, size, &mut without);
        assert_eq!(with[..without.len()], without);
        let row = |y: u8| [0, 16, 32, 48, 64, 64].map(|x| 80 * y + x);
        assert_eq!(
            with[without.len()..],
            [row(0), row(1), row(2), row(2)].concat()
        );
    }

    #[test]
    fn flat_colours_have_their_bt709_codes() {
        // Rec. ITU-R BT.709-6, 8 bits: white, black, red, green, blue.
        let known = [
            ([255, 255, 255], [235, 128, 128]),
            ([0, 0, 0], [16, 128, 128]),
            ([255, 0, 0], [63, 102, 240]),
            ([0, 255, 0], [173, 42, 26]),
            ([0, 0, 255], [32, 240, 118]),
        ];
        let size = FrameSize {
            width: 34,
            height: 6,
        };
        for ([r, g, b], expected) in known {
            let bgra = [b, g, r, 255].repeat(size.pixels());
            for format in [PixelFormat::Yuv420p, PixelFormat::Yuv444p] {
                let mut out = Vec::new();
                format.convert(&bgra, size, &mut out);
                let chroma = (out.len() - size.pixels()) / 2;
                let found = [out[0], out[size.pixels()], out[size.pixels() + chroma]];
                let near = found
                    .iter()
                    .zip(expected)
                    .all(|(a, b): (&u8, u8)| a.abs_diff(b) <= 1);
                assert!(near, "{format:?} {r},{g},{b}: {found:?}, not {expected:?}");
            }
        }
    }
}
