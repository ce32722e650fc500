//! Pixels between pixels (H.264, 8.4.2.2).

use super::picture::View;

/// Pixels around a patch that those between them depend on: before it, and on both sides.
const BEFORE: usize = 2;
const SIDE: usize = 8 + 5;

/// Rows of pixels with those around them.
type Wide = [[u8; SIDE]; SIDE];

fn taps([a, b, c, d, e, f]: [i32; 6]) -> i32 {
    a - 5 * b + 20 * c + 20 * d - 5 * e + f
}

fn clip(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}

/// The luma in so many quarters of pixels from a place; `None` if it depends on pixels out of sight.
pub(super) fn luma(view: &View<'_>, x: i32, y: i32) -> Option<[u8; 64]> {
    let (fraction_x, fraction_y) = (x & 3, y & 3);
    let left = usize::try_from((x >> 2) - BEFORE as i32).ok()?;
    let top = usize::try_from((y >> 2) - BEFORE as i32).ok()?;
    if left + SIDE > view.width || top + SIDE > view.height {
        return None;
    }
    let mut wide = [[0; SIDE]; SIDE];
    for (row, pixels) in wide.iter_mut().enumerate() {
        pixels.copy_from_slice(&view.planes[0][(top + row) * view.strides[0] + left..][..SIDE]);
    }
    let right = usize::from(fraction_x == 3);
    let below = usize::from(fraction_y == 3);
    Some(match (fraction_x, fraction_y) {
        (0, 0) => whole(&wide, 0, 0),
        (2, 0) => beside(&wide, 0),
        (0, 2) => under(&wide, 0),
        (2, 2) => between(&wide),
        (_, 0) => mean(whole(&wide, right, 0), beside(&wide, 0)),
        (0, _) => mean(whole(&wide, 0, below), under(&wide, 0)),
        (2, _) => mean(beside(&wide, below), between(&wide)),
        (_, 2) => mean(under(&wide, right), between(&wide)),
        _ => mean(beside(&wide, below), under(&wide, right)),
    })
}

/// The colours there.
pub(super) fn colors(view: &View<'_>, x: i32, y: i32) -> [[[u8; 4]; 4]; 2] {
    let (right, down) = ((x & 7) as u32, (y & 7) as u32);
    let (left, top) = ((x >> 3) as usize, (y >> 3) as usize);
    [1, 2].map(|plane| {
        let stride = view.strides[plane];
        let pixel = |x, y| u32::from(view.planes[plane][(top + y) * stride + left + x]);
        std::array::from_fn(|y| {
            std::array::from_fn(|x| {
                let above = (8 - right) * pixel(x, y) + right * pixel(x + 1, y);
                let below = (8 - right) * pixel(x, y + 1) + right * pixel(x + 1, y + 1);
                (((8 - down) * above + down * below + 32) >> 6) as u8
            })
        })
    })
}

/// Eight rows of eight pixels.
fn square(pixel: impl Fn(usize, usize) -> u8) -> [u8; 64] {
    std::array::from_fn(|i| pixel(i % 8, i / 8))
}

fn whole(wide: &Wide, right: usize, below: usize) -> [u8; 64] {
    square(|x, y| wide[y + BEFORE + below][x + BEFORE + right])
}

/// Half a pixel to the right.
fn beside(wide: &Wide, below: usize) -> [u8; 64] {
    let mut square = [0; 64];
    for (y, row) in square.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        let from = wide[y + BEFORE + below].map(i32::from);
        for (x, pixel) in row.iter_mut().enumerate() {
            *pixel = clip((taps(std::array::from_fn(|i| from[x + i])) + 16) >> 5);
        }
    }
    square
}

/// Half a pixel down.
fn under(wide: &Wide, right: usize) -> [u8; 64] {
    let mut square = [0; 64];
    for (y, row) in square.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        for (x, pixel) in row.iter_mut().enumerate() {
            let column = std::array::from_fn(|i| wide[y + i][x + BEFORE + right].into());
            *pixel = clip((taps(column) + 16) >> 5);
        }
    }
    square
}

/// Half a pixel to the right and down.
fn between(wide: &Wide) -> [u8; 64] {
    let mut rows = [[0; 8]; SIDE];
    for (row, from) in rows.iter_mut().zip(wide) {
        let from = from.map(i32::from);
        for (x, value) in row.iter_mut().enumerate() {
            *value = taps(std::array::from_fn(|i| from[x + i]));
        }
    }
    let mut square = [0; 64];
    for (y, row) in square.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        for (x, pixel) in row.iter_mut().enumerate() {
            *pixel = clip((taps(std::array::from_fn(|i| rows[y + i][x])) + 512) >> 10);
        }
    }
    square
}

fn mean(a: [u8; 64], b: [u8; 64]) -> [u8; 64] {
    std::array::from_fn(|i| (u16::from(a[i]) + u16::from(b[i])).div_ceil(2) as u8)
}
