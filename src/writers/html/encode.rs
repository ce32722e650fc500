//! Pictures, and what changed between two of them, as PNG files.

use std::io;

use crate::canvas::FrameSize;

/// Unchanged rows between two changed ones that make it worth cutting the change in two.
const GAP: usize = 8;
/// As many colours as a palette holds.
const PALETTE: usize = 256;

/// B, G, R, A, as frames have them.
type Pixel = [u8; 4];
/// No colour of an opaque picture: what lies below shows.
const CLEAR: Pixel = [0; 4];

/// How a picture is made of an earlier one.
#[derive(Debug)]
pub(super) enum Change {
    /// All of it is new.
    Full(Vec<u8>),
    /// Only these parts are new; of none, nothing is.
    Patches(Vec<Patch>),
}

/// A part of a picture.
#[derive(Debug)]
pub(super) struct Patch {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) png: Vec<u8>,
}

/// A picture as a PNG file.
pub(super) fn png(bgra: &[u8], size: FrameSize, transparent: bool) -> io::Result<Vec<u8>> {
    let (pixels, _) = bgra.as_chunks();
    encode(pixels.to_vec(), size.width as usize, transparent)
}

/// What turns the picture `base` into `bgra`.
///
/// In an opaque film patches are clear where nothing changed, and are drawn over what is there; those of a
/// transparent film take its place.
pub(super) fn change(
    base: &[u8],
    bgra: &[u8],
    size: FrameSize,
    transparent: bool,
) -> io::Result<Change> {
    let width = size.width as usize;
    let ((old, _), (new, _)) = (base.as_chunks::<4>(), bgra.as_chunks::<4>());
    let parts = changed_parts(old, new, width);
    if let [part] = &parts[..]
        && part.is_all_of(size)
        && part.changed(old, new, width) * 4 > 3 * new.len()
    {
        return png(bgra, size, transparent).map(Change::Full);
    }
    let patches = parts.iter().map(|part| {
        let unchanged = part.area() - part.changed(old, new, width);
        // A few holes would only disturb the rows around them.
        let masked = !transparent && unchanged * 4 > part.area();
        let pixels = part.rows(new, width).zip(part.rows(old, width));
        let pixels = pixels.flat_map(|(new, old)| new.iter().zip(old));
        let pixels = pixels.map(|(new, old)| match masked && new == old {
            true => CLEAR,
            false => *new,
        });
        let columns = part.right - part.left;
        encode(pixels.collect(), columns, transparent || masked).map(|png| Patch {
            x: part.left,
            y: part.top,
            png,
        })
    });
    patches.collect::<io::Result<_>>().map(Change::Patches)
}

/// Columns and rows of a picture.
#[derive(Debug)]
struct Part {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl Part {
    fn area(&self) -> usize {
        (self.right - self.left) * (self.bottom - self.top)
    }

    fn is_all_of(&self, size: FrameSize) -> bool {
        self.area() == size.width as usize * size.height as usize
    }

    fn rows<'a>(&self, pixels: &'a [Pixel], width: usize) -> impl Iterator<Item = &'a [Pixel]> {
        let (left, right) = (self.left, self.right);
        let rows = pixels.chunks_exact(width);
        rows.skip(self.top)
            .take(self.bottom - self.top)
            .map(move |row| &row[left..right])
    }

    /// How many pixels differ.
    fn changed(&self, old: &[Pixel], new: &[Pixel], width: usize) -> usize {
        let rows = self.rows(old, width).zip(self.rows(new, width));
        rows.map(|(old, new)| old.iter().zip(new).filter(|(old, new)| old != new).count())
            .sum()
    }
}

/// The rows that differ, cut where many between them don't, each with the columns that differ.
fn changed_parts(old: &[Pixel], new: &[Pixel], width: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let rows = old.chunks_exact(width).zip(new.chunks_exact(width));
    for (y, (old, new)) in rows.enumerate().filter(|(_, (old, new))| old != new) {
        let differs = |(old, new): (&Pixel, &Pixel)| old != new;
        let left = old.iter().zip(new).position(differs).unwrap_or(0);
        let right = 1 + old.iter().zip(new).rposition(differs).unwrap_or(0);
        match parts.last_mut() {
            Some(part) if y - part.bottom < GAP => {
                part.left = part.left.min(left);
                part.right = part.right.max(right);
                part.bottom = y + 1;
            }
            _ => parts.push(Part {
                left,
                right,
                top: y,
                bottom: y + 1,
            }),
        }
    }
    parts
}

/// Rows of `width` pixels as PNG: by palette where their colours fit into one.
fn encode(pixels: Vec<Pixel>, width: usize, has_alpha: bool) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(
        &mut file,
        width as u32,
        pixels.len().checked_div(width).unwrap_or(0) as u32,
    );
    encoder.set_compression(png::Compression::Balanced);
    // Filters help where colours rise and fall smoothly; runs of one colour are best left as they are.
    encoder.set_filter(match is_smooth(&pixels) {
        true => png::Filter::Adaptive,
        false => png::Filter::NoFilter,
    });
    let bytes = if let Some((palette, indices)) = Palette::of(&pixels) {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette.rgb());
        if has_alpha {
            encoder.set_trns(palette.alpha());
        }
        indices
    } else if has_alpha {
        encoder.set_color(png::ColorType::Rgba);
        pixels
            .iter()
            .flat_map(|[b, g, r, a]| [*r, *g, *b, *a])
            .collect()
    } else {
        encoder.set_color(png::ColorType::Rgb);
        pixels
            .iter()
            .flat_map(|[b, g, r, _]| [*r, *g, *b])
            .collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}

/// Whether most pixels differ from the one before.
fn is_smooth(pixels: &[Pixel]) -> bool {
    let steps = pixels.windows(2).filter(|pair| pair[0] != pair[1]).count();
    steps * 2 > pixels.len()
}

/// The colours of a picture, each beside the one most like it.
struct Palette(Vec<Pixel>);

impl Palette {
    /// With the pixels as indices into it, if the colours are few enough.
    fn of(pixels: &[Pixel]) -> Option<(Self, Vec<u8>)> {
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

    fn rgb(&self) -> Vec<u8> {
        self.0
            .iter()
            .flat_map(|[b, g, r, _]| [*r, *g, *b])
            .collect()
    }

    fn alpha(&self) -> Vec<u8> {
        self.0.iter().map(|[.., a]| *a).collect()
    }
}

/// Colours with their numbers, found by hash.
struct Colors {
    colors: Vec<Pixel>,
    /// Number + 1 of the colour that lies here, 0 for none.
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
    let mut last = CLEAR;
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
