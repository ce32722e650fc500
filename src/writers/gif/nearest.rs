//! The palette's colour nearest to any other.

use pulp::{Arch, NullaryFnOnce};

/// The weights of red, green and blue: about their share of a colour's lightness.
pub(super) const WEIGHTS: [i32; 3] = [3, 6, 2];
const LANES: usize = 256;

/// A palette laid out for the search.
pub(super) struct Nearest {
    channels: [[i32; LANES]; 3],
    arch: Arch,
}

impl Nearest {
    /// Of at least one and at most 256 colours.
    pub(super) fn new(palette: &[[u8; 3]]) -> Self {
        // Entries beyond the palette are too far away to be found.
        let mut channels = [[1 << 10; LANES]; 3];
        for (i, color) in palette.iter().enumerate() {
            for (channel, value) in channels.iter_mut().zip(color) {
                channel[i] = i32::from(*value);
            }
        }
        Self {
            channels,
            arch: Arch::new(),
        }
    }

    /// The index of the colour that is nearest to this one; the first of several.
    pub(super) fn find(&self, rgb: [u8; 3]) -> u8 {
        self.arch.dispatch(Search { nearest: self, rgb })
    }

    /// As [`find`](Self::find), for many.
    pub(super) fn find_all(&self, colors: impl Iterator<Item = [u8; 3]>, found: impl FnMut(u8)) {
        self.arch.dispatch(SearchAll {
            nearest: self,
            colors,
            found,
        });
    }

    #[inline(always)]
    fn search(&self, [r, g, b]: [u8; 3]) -> u8 {
        let (r, g, b) = (i32::from(r), i32::from(g), i32::from(b));
        let [reds, greens, blues] = &self.channels;
        let mut best = [u32::MAX; 8];
        for start in (0..LANES).step_by(8) {
            for (lane, best) in best.iter_mut().enumerate() {
                let i = start + lane;
                let (dr, dg, db) = (reds[i] - r, greens[i] - g, blues[i] - b);
                let far = WEIGHTS[0] * dr * dr + WEIGHTS[1] * dg * dg + WEIGHTS[2] * db * db;
                // Distances take less than 24 bits, the index the lowest 8.
                *best = (*best).min((far as u32) << 8 | i as u32);
            }
        }
        best.into_iter().min().unwrap_or(0) as u8
    }
}

// The searches, vectorised for the machine at hand. Closures would not be, unless they happened to be inlined.

struct Search<'a> {
    nearest: &'a Nearest,
    rgb: [u8; 3],
}

impl NullaryFnOnce for Search<'_> {
    type Output = u8;

    #[inline(always)]
    fn call(self) -> u8 {
        self.nearest.search(self.rgb)
    }
}

struct SearchAll<'a, I, F> {
    nearest: &'a Nearest,
    colors: I,
    found: F,
}

impl<I: Iterator<Item = [u8; 3]>, F: FnMut(u8)> NullaryFnOnce for SearchAll<'_, I, F> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        for rgb in self.colors {
            (self.found)(self.nearest.search(rgb));
        }
    }
}
