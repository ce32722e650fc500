//! Pixels between pixels (H.264, 8.4.2.2).

use std::array::from_fn;

use super::picture::View;

/// Pixels around a patch that those between them depend on: before it, and on both sides.
const BEFORE: usize = 2;
const SIDE: usize = 8 + 5;
/// The length of rows, of which some pixels are to spare: what is calculated of all at once is done by instructions for
/// eight of them.
const WIDTH: usize = 16;

/// Pixels with those around them, row by row, and some to spare.
type Wide = [i16; WIDTH * (SIDE + 1)];
/// Rows of a patch.
type Rows = [i16; WIDTH * 8];

/// The luma in so many quarters of pixels from a place; `None` if it depends on pixels out of sight.
pub(super) fn luma(view: &View<'_>, x: i32, y: i32) -> Option<[u8; 64]> {
    let (fraction_x, fraction_y) = (x & 3, y & 3);
    let left = usize::try_from((x >> 2) - BEFORE as i32).ok()?;
    let top = usize::try_from((y >> 2) - BEFORE as i32).ok()?;
    if left + SIDE > view.width || top + SIDE > view.height {
        return None;
    }
    let stride = view.strides[0];
    let rows = &view.planes[0][top * stride + left..];
    if (fraction_x, fraction_y) == (0, 0) {
        let mut square = [0; 64];
        for (y, row) in square.as_chunks_mut::<8>().0.iter_mut().enumerate() {
            row.copy_from_slice(&rows[(y + BEFORE) * stride + BEFORE..][..8]);
        }
        return Some(square);
    }
    let wide = widened(rows, stride);
    let right = usize::from(fraction_x == 3);
    let below = usize::from(fraction_y == 3);
    Some(narrowed(&match (fraction_x, fraction_y) {
        (2, 0) => beside(&wide, 0),
        (0, 2) => under(&wide, 0),
        (2, 2) => between(&wide),
        (_, 0) => mean(&whole(&wide, right, 0), &beside(&wide, 0)),
        (0, _) => mean(&whole(&wide, 0, below), &under(&wide, 0)),
        (2, _) => mean(&beside(&wide, below), &between(&wide)),
        (_, 2) => mean(&under(&wide, right), &between(&wide)),
        _ => mean(&beside(&wide, below), &under(&wide, right)),
    }))
}

/// The colours there.
pub(super) fn colors(view: &View<'_>, x: i32, y: i32) -> [[u8; 16]; 2] {
    let (right, down) = ((x & 7) as u16, (y & 7) as u16);
    let (left, top) = ((x >> 3) as usize, (y >> 3) as usize);
    [1, 2].map(|plane| {
        let stride = view.strides[plane];
        let mut rows = [[0; 5]; 5];
        for (y, row) in rows.iter_mut().enumerate() {
            row.copy_from_slice(&view.planes[plane][(top + y) * stride + left..][..5]);
        }
        let rows = rows.map(|row| {
            let row = row.map(u16::from);
            from_fn(|x| (8 - right) * row[x] + right * row[x + 1])
        });
        let mut square = [0; 16];
        for (y, pixels) in square.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let (above, below): (&[u16; 4], _) = (&rows[y], &rows[y + 1]);
            for (x, pixel) in pixels.iter_mut().enumerate() {
                *pixel = (((8 - down) * above[x] + down * below[x] + 32) >> 6) as u8;
            }
        }
        square
    })
}

fn widened(rows: &[u8], stride: usize) -> Wide {
    let mut bytes = [0; WIDTH * (SIDE + 1)];
    for (y, row) in bytes
        .as_chunks_mut::<WIDTH>()
        .0
        .iter_mut()
        .take(SIDE)
        .enumerate()
    {
        row[..SIDE].copy_from_slice(&rows[y * stride..][..SIDE]);
    }
    let mut wide = [0; WIDTH * (SIDE + 1)];
    for (pixel, byte) in wide.iter_mut().zip(bytes) {
        *pixel = byte.into();
    }
    wide
}

/// The first eight pixels of each row.
fn narrowed(rows: &Rows) -> [u8; 64] {
    let mut bytes = [0; WIDTH * 8];
    for (byte, pixel) in bytes.iter_mut().zip(rows) {
        *byte = *pixel as u8;
    }
    let mut square = [0; 64];
    let pairs = square.as_chunks_mut::<8>().0.iter_mut();
    for (pixels, row) in pairs.zip(bytes.as_chunks::<WIDTH>().0) {
        pixels.copy_from_slice(&row[..8]);
    }
    square
}

/// Values between the third and the fourth of six that are so far from each other, in 2^-5.
fn taps(out: &mut [i16], pixels: &[i16], step: usize) {
    let count = out.len();
    let at = |i: usize| &pixels[i * step..][..count];
    let (a, b, c, d, e, f) = (at(0), at(1), at(2), at(3), at(4), at(5));
    for (i, sum) in out.iter_mut().enumerate() {
        *sum = a[i] + f[i] - 5 * (b[i] + e[i]) + 20 * (c[i] + d[i]);
    }
}

/// Pixels between those that are so far from each other.
fn halfway(pixels: &[i16], step: usize) -> Rows {
    let mut rows = [0; WIDTH * 8];
    taps(&mut rows, pixels, step);
    for pixel in &mut rows {
        *pixel = ((*pixel + 16) >> 5).clamp(0, 255);
    }
    rows
}

fn whole(wide: &Wide, right: usize, below: usize) -> Rows {
    let mut rows = [0; WIDTH * 8];
    rows.copy_from_slice(&wide[(BEFORE + below) * WIDTH + BEFORE + right..][..WIDTH * 8]);
    rows
}

/// Half a pixel to the right.
fn beside(wide: &Wide, below: usize) -> Rows {
    halfway(&wide[(BEFORE + below) * WIDTH..], 1)
}

/// Half a pixel down.
fn under(wide: &Wide, right: usize) -> Rows {
    halfway(&wide[BEFORE + right..], WIDTH)
}

/// Half a pixel to the right and down.
fn between(wide: &Wide) -> Rows {
    let mut sums = [0; WIDTH * SIDE];
    taps(&mut sums, wide, 1);
    let mut rows = [0; WIDTH * 8];
    let at = |i: usize| &sums[i * WIDTH..][..WIDTH * 8];
    let (a, b, c, d, e, f) = (at(0), at(1), at(2), at(3), at(4), at(5));
    for (i, pixel) in rows.iter_mut().enumerate() {
        let sum = |one: &[i16], other: &[i16]| i32::from(one[i]) + i32::from(other[i]);
        let sum = sum(a, f) - 5 * sum(b, e) + 20 * sum(c, d);
        *pixel = ((sum + 512) >> 10).clamp(0, 255) as i16;
    }
    rows
}

fn mean(a: &Rows, b: &Rows) -> Rows {
    let mut rows = *a;
    for (a, b) in rows.iter_mut().zip(b) {
        *a = (*a + *b + 1) >> 1;
    }
    rows
}
