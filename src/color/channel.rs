//! A channel of a colour in an array, of each type of number.

use std::ops::BitOr;

use bytemuck::Pod;

use crate::color::{clip, floor_byte, floor_f32};

/// A channel's value as imshow reads it.
pub(super) trait Channel: Pod {
    /// The float in which a range is applied.
    type Wide: Channel;
    type Signs: Copy + Default + BitOr<Output = Self::Signs>;

    fn byte(self) -> u8;

    /// Whether it is clipped by more than half a level of 255.
    fn is_outside(self) -> bool;

    /// Bits that are set if it is NaN or outside, and perhaps if it is not.
    fn signs(self) -> Self::Signs;

    /// Whether no values of which all have these signs together can be NaN or outside.
    fn are_plain(signs: Self::Signs) -> bool;

    /// 0 at the low and 1 at the high end of a range.
    fn within(self, range: (f64, f64)) -> Self::Wide;

    fn is_nan(self) -> bool {
        false
    }

    fn rgba(pixel: [Self; 4]) -> [u8; 4] {
        pixel.map(Self::byte)
    }
}

macro_rules! within {
    ($wide:ty) => {
        #[inline(always)]
        fn within(self, (low, high): (f64, f64)) -> $wide {
            (self as $wide - low as $wide) / (high - low) as $wide
        }
    };
}

macro_rules! integer_channels {
    ($($t:ty as $wide:ty),*) => {$(
        impl Channel for $t {
            type Wide = $wide;
            type Signs = bool;

            within!($wide);

            #[inline(always)]
            fn signs(self) -> bool {
                self.is_outside()
            }

            #[inline(always)]
            fn are_plain(signs: bool) -> bool {
                !signs
            }

            #[inline(always)]
            fn is_outside(self) -> bool {
                // A negative number becomes a large one.
                self as u64 > 255
            }

            #[inline(always)]
            #[allow(unused_comparisons, irrefutable_let_patterns)]
            fn byte(self) -> u8 {
                if self <= 0 { 0 } else if let Ok(byte) = u8::try_from(self) { byte } else { 255 }
            }
        }
    )*};
}

integer_channels!(
    u8 as f32, i8 as f32, u16 as f32, i16 as f32, u32 as f64, i32 as f64, u64 as f64, i64 as f64
);

#[inline(always)]
fn floor_single(x: f32) -> u8 {
    floor_f32(x) as u8
}

macro_rules! float_channels {
    ($($t:ty as $bits:ty: $floor:ident),*) => {$(
        impl Channel for $t {
            type Wide = $t;
            type Signs = $bits;

            within!($t);

            #[inline(always)]
            #[allow(clippy::manual_range_contains, reason = "NaN is not outside")]
            fn is_outside(self) -> bool {
                const SLACK: $t = 0.5 / 255.0;
                self < -SLACK || self > 1.0 + SLACK
            }

            #[inline(always)]
            fn signs(self) -> $bits {
                // The bits of larger numbers than 1, and of NaN, reach into the highest two; negative numbers have the
                // highest.
                const BELOW: $bits = (1 << (<$bits>::BITS - 2)) - 1 - (1.0 as $t).to_bits();
                self.to_bits() | self.to_bits().wrapping_add(BELOW)
            }

            #[inline(always)]
            fn are_plain(signs: $bits) -> bool {
                signs >> (<$bits>::BITS - 2) == 0
            }

            #[inline(always)]
            fn byte(self) -> u8 {
                $floor(clip(self, 0.0, 1.0) * 255.0)
            }

            #[inline(always)]
            fn is_nan(self) -> bool {
                self.is_nan()
            }

            #[inline(always)]
            fn rgba(pixel: [Self; 4]) -> [u8; 4] {
                if pixel.iter().any(|c| c.is_nan()) {
                    return [0; 4];
                }
                let [r, g, b, a] = pixel.map(|c| clip(c, 0.0, 1.0));
                // Agg stores what is not opaque with a coverage of 255 / 255, which rounds twice.
                let stored = |c: $t| if a < 1.0 { c * 255.0 / 255.0 } else { c };
                let through = |c: $t| if a > 0.0 { stored(c * a) / stored(a) } else { 0.0 };
                [through(r), through(g), through(b), stored(a)].map(|c| c.byte())
            }
        }
    )*};
}

float_channels!(f32 as u32: floor_single, f64 as u64: floor_byte);
