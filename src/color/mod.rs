//! Colours, colormaps and norms.

mod blend;
mod byte_table;
mod channel;
mod colormap;
mod indexer;
mod into_color;
mod light_source;
mod linear;
mod names;
mod norm;
mod norm_scale;
mod range;
mod rgb;
mod spec;

pub(crate) use blend::{blend, flatten};
pub(crate) use byte_table::ByteTable;
pub use colormap::Colormap;
pub(crate) use colormap::{FINE, Fine, LUT_LEN, Lut, fine};
pub(crate) use indexer::Indexer;
pub use into_color::IntoColor;
pub use light_source::LightSource;
pub(crate) use linear::Scalar;
pub use norm::Norm;
pub(crate) use range::ColorRange;
pub(crate) use rgb::as_resampled;
pub use spec::ColorSpec;

/// A colour with straight (not premultiplied) alpha, 8 bits per channel.
///
/// ```
/// use plotreel::Color;
///
/// assert_eq!(Color { a: 255, ..Color::TRANSPARENT }, Color::rgb(0, 0, 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity: 0 is transparent, 255 opaque.
    pub a: u8,
}

impl Color {
    /// Opaque white.
    pub const WHITE: Self = Self::rgb(255, 255, 255);
    /// Fully transparent.
    pub const TRANSPARENT: Self = Self {
        r: 0,
        g: 0,
        b: 0,
        a: 0,
    };

    /// An opaque colour.
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b, a: 255 }
    }

    /// The opaque colour that results from compositing it onto another.
    pub(crate) fn over(self, below: Self) -> Self {
        let alpha = f64::from(self.a) / 255.0;
        let mix = |c: u8, below: u8| {
            let below = f64::from(below);
            (below - alpha * (below - f64::from(c))).round() as u8
        };
        Self::rgb(
            mix(self.r, below.r),
            mix(self.g, below.g),
            mix(self.b, below.b),
        )
    }

    /// Black or white, whichever has more contrast to it (by the luma of Rec. ITU-R BT.601).
    pub(crate) fn contrast(self) -> Self {
        let luma = 299 * u32::from(self.r) + 587 * u32::from(self.g) + 114 * u32::from(self.b);
        match luma > 127_500 {
            true => Self::rgb(0, 0, 0),
            false => Self::WHITE,
        }
    }

    pub(crate) const fn bgra(self) -> [u8; 4] {
        [self.b, self.g, self.r, self.a]
    }
}

/// ⌊x⌋ of a finite number from 0 to 2³¹, in operations that compilers vectorise for machines that have an instruction for
/// it (casts with saturation they do not).
///
/// Adding 2⁵² leaves the integer in the lowest bits of the significand.
#[inline(always)]
pub(crate) fn floor_u32(x: f64) -> u32 {
    const SHIFT: f64 = (1u64 << 52) as f64;
    (x.floor() + SHIFT).to_bits() as u32
}

/// The same of one from 0 to 255, by the lowest bits of half as wide a float.
#[inline(always)]
pub(crate) fn floor_byte(x: f64) -> u8 {
    const SHIFT: f32 = (1 << 23) as f32;
    (x.floor() as f32 + SHIFT).to_bits() as u8
}

/// The same of one below 2²³, in half the width.
#[inline(always)]
pub(crate) fn floor_f32(x: f32) -> u32 {
    const SHIFT: u32 = 1 << 23;
    (x.floor() + SHIFT as f32).to_bits() & (SHIFT - 1)
}

/// `x` clipped to `low..=high`; NaN becomes `low`. In comparisons that are single instructions.
#[inline(always)]
pub(crate) fn clip<T: Copy + PartialOrd>(x: T, low: T, high: T) -> T {
    let x = if x > low { x } else { low };
    if x < high { x } else { high }
}
