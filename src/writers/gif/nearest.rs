//! The palette's colour nearest to any other.

use pulp::Arch;

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
        self.arch.dispatch(|| self.search(rgb))
    }

    /// As [`find`](Self::find), for many.
    pub(super) fn find_all(
        &self,
        colors: impl Iterator<Item = [u8; 3]>,
        mut found: impl FnMut(u8),
    ) {
        self.arch.dispatch(|| {
            for rgb in colors {
                found(self.search(rgb));
            }
        });
    }

    #[inline(always)]
    fn search(&self, rgb: [u8; 3]) -> u8 {
        let [r, g, b] = rgb.map(i32::from);
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
