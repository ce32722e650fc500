//! Colours with alpha on what is opaque.

use super::Color;

/// Agg's blend of a straight-alpha colour over an opaque one, in its integers (MATPLOTLIB: plain RGBA blender).
pub(crate) fn blend(below: [u8; 4], over: [u8; 4]) -> [u8; 4] {
    let alpha = i32::from(over[3]);
    match alpha {
        0 => return below,
        255 => return over,
        _ => (),
    }
    let total = ((alpha + 255) << 8) - 255 * alpha;
    let channel = |p: u8, c: u8| {
        let (p, c) = (i32::from(p) * 255, i32::from(c));
        ((((c << 8) - p) * alpha + (p << 8)) / total) as u8
    };
    [
        channel(below[0], over[0]),
        channel(below[1], over[1]),
        channel(below[2], over[2]),
        255,
    ]
}

/// Puts BGRA bytes on an opaque colour.
pub(crate) fn flatten(pixels: &mut [u8], below: Color) {
    for pixel in pixels.as_chunks_mut::<4>().0 {
        *pixel = blend(below.bgra(), *pixel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blending_follows_aggs_integers() {
        assert_eq!(blend([255; 4], [0, 0, 0, 128]), [127, 127, 127, 255]);
        assert_eq!(blend([255; 4], [10, 20, 30, 0]), [255; 4]);
        assert_eq!(blend([255; 4], [10, 20, 30, 255]), [10, 20, 30, 255]);
    }
}
