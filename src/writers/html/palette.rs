//! Pictures of few colours as palettes.

/// As many colours as a palette holds.
const PALETTE: usize = 256;

/// B, G, R, A, as frames have them.
pub(super) type Pixel = [u8; 4];

/// The colours of a picture, each beside the one most like it.
pub(super) struct Palette(Vec<Pixel>);

impl Palette {
    /// With the pixels as indices into it, if the colours are few enough.
    pub(super) fn of(pixels: &[Pixel]) -> Option<(Self, Vec<u8>)> {
        let mut known = Colors::new();
        let mut indices = Vec::with_capacity(pixels.len());
        let mut last = None;
        for pixel in pixels {
            let index = match last {
                Some((before, index)) if before == *pixel => index,
                _ => known.index_of(*pixel)?,
            };
            last = Some((*pixel, index));
            indices.push(index);
        }
        let (colors, places) = in_a_chain(&known.colors);
        for index in &mut indices {
            *index = places[*index as usize];
        }
        Some((Self(colors), indices))
    }

    pub(super) fn rgb(&self) -> Vec<u8> {
        self.0
            .iter()
            .flat_map(|[b, g, r, _]| [*r, *g, *b])
            .collect()
    }

    pub(super) fn alpha(&self) -> Vec<u8> {
        self.0.iter().map(|[.., a]| *a).collect()
    }
}

/// Colours with their numbers, found by hash.
struct Colors {
    colors: Vec<Pixel>,
    /// Index + 1 of the colour stored here, 0 for none.
    slots: [u16; 4 * PALETTE],
}

impl Colors {
    fn new() -> Self {
        Self {
            colors: Vec::with_capacity(PALETTE),
            slots: [0; 4 * PALETTE],
        }
    }

    /// The number of a colour, old or new; none when there are too many.
    fn index_of(&mut self, color: Pixel) -> Option<u8> {
        // Fibonacci hashing: the upper bits of a product are well mixed.
        let hash = u32::from_le_bytes(color).wrapping_mul(0x9e37_79b9) >> 22;
        let mut slot = hash as usize;
        loop {
            match self.slots[slot] {
                0 if self.colors.len() == PALETTE => return None,
                0 => {
                    self.colors.push(color);
                    self.slots[slot] = self.colors.len() as u16;
                    return Some((self.colors.len() - 1) as u8);
                }
                number if self.colors[usize::from(number - 1)] == color => {
                    return Some((number - 1) as u8);
                }
                _ => slot = (slot + 1) % self.slots.len(),
            }
        }
    }
}

/// The colours in an order in which neighbours are alike, so that the shades of a colormap become a ramp; and where
/// each has gone.
fn in_a_chain(colors: &[Pixel]) -> (Vec<Pixel>, Vec<u8>) {
    let mut rest: Vec<usize> = (0..colors.len()).collect();
    let mut chain = Vec::with_capacity(colors.len());
    let mut places = vec![0; colors.len()];
    let mut last = [0; 4];
    while !rest.is_empty() {
        let distance = |i: usize| -> u32 {
            let squares = colors[i].iter().zip(last);
            squares.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let nearest = (0..rest.len()).min_by_key(|n| distance(rest[*n]));
        let next = rest.swap_remove(nearest.unwrap_or(0));
        places[next] = chain.len() as u8;
        last = colors[next];
        chain.push(last);
    }
    (chain, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colormap_becomes_a_ramp() {
        let ramp: Vec<Pixel> = (0..=255).map(|i| [i, i / 2, i / 3, 255]).collect();
        let mixed: Vec<Pixel> = (0..256).map(|i| ramp[i * 77 % 256]).collect();
        let (chain, places) = in_a_chain(&mixed);
        assert_eq!(chain, ramp);
        for (color, place) in mixed.iter().zip(places) {
            assert_eq!(chain[usize::from(place)], *color);
        }
    }
}
