//! Pictures, and what changed between two of them, as PNG files.

use std::io;

use super::palette::{Palette, Pixel};
use crate::frame_size::FrameSize;

/// Unchanged rows between two changed ones that make it worth cutting the change in two.
const GAP: usize = 8;
/// The number of times that a part with too many colours is halved.
const CUTS: u32 = 3;
/// Not a colour of an opaque picture: the content below is visible.
const CLEAR: Pixel = [0; 4];

/// How a picture is derived from an earlier one.
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

/// The change from the picture `base` to `bgra`.
///
/// In an opaque film patches are clear where nothing changed, and are drawn over the existing content; those of a
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
    let pictures = Pictures {
        old,
        new,
        width,
        transparent,
    };
    let mut patches = Vec::new();
    for part in parts {
        pictures.encode_part(&part, CUTS, &mut patches)?;
    }
    Ok(Change::Patches(patches))
}

/// Two pictures.
struct Pictures<'a> {
    old: &'a [Pixel],
    new: &'a [Pixel],
    width: usize,
    transparent: bool,
}

impl Pictures<'_> {
    /// Adds the patches of a part: as it is, or cut in two where one has too many colours for a palette.
    fn encode_part(&self, part: &PartBox, cuts: u32, patches: &mut Vec<Patch>) -> io::Result<()> {
        let changed = part.changed(self.old, self.new, self.width);
        if changed == 0 {
            return Ok(());
        }
        // A few holes would only disturb the rows around them.
        let masked = !self.transparent && (part.area() - changed) * 4 > part.area();
        let rows = part.rows(self.new, self.width);
        let pixels = rows.zip(part.rows(self.old, self.width));
        let pixels = pixels.flat_map(|(new, old)| new.iter().zip(old));
        let pixels = pixels.map(|(new, old)| match masked && new == old {
            true => CLEAR,
            false => *new,
        });
        let pixels: Vec<Pixel> = pixels.collect();
        if cuts > 0 && !is_smooth(&pixels) && Palette::of(&pixels).is_none() {
            for half in part.halves() {
                self.encode_part(&half, cuts - 1, patches)?;
            }
            return Ok(());
        }
        let columns = part.right - part.left;
        patches.push(Patch {
            x: part.left,
            y: part.top,
            png: encode(pixels, columns, self.transparent || masked)?,
        });
        Ok(())
    }
}

/// Columns and rows of a picture.
#[derive(Debug, Clone)]
struct PartBox {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl PartBox {
    fn area(&self) -> usize {
        (self.right - self.left) * (self.bottom - self.top)
    }

    /// Across its longer side.
    fn halves(&self) -> [PartBox; 2] {
        let (middle_x, middle_y) = (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        );
        let mut halves = [self.clone(), self.clone()];
        if self.right - self.left > self.bottom - self.top {
            (halves[0].right, halves[1].left) = (middle_x, middle_x);
        } else {
            (halves[0].bottom, halves[1].top) = (middle_y, middle_y);
        }
        halves
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

    /// The number of pixels that differ.
    fn changed(&self, old: &[Pixel], new: &[Pixel], width: usize) -> usize {
        let rows = self.rows(old, width).zip(self.rows(new, width));
        rows.map(|(old, new)| old.iter().zip(new).filter(|(old, new)| old != new).count())
            .sum()
    }
}

/// The rows that differ, cut where many between them don't, each with the columns that differ.
fn changed_parts(old: &[Pixel], new: &[Pixel], width: usize) -> Vec<PartBox> {
    let mut parts: Vec<PartBox> = Vec::new();
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
            _ => parts.push(PartBox {
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

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FrameSize = FrameSize {
        width: 61,
        height: 47,
    };

    /// A PNG's pixels and its width.
    fn decoded(png: &[u8]) -> (Vec<Pixel>, usize) {
        let mut decoder = png::Decoder::new(io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let (pixels, _) = bytes.as_chunks::<4>();
        let pixels = pixels.iter().map(|[r, g, b, a]| [*b, *g, *r, *a]);
        (pixels.collect(), info.width as usize)
    }

    /// A browser's result of a change.
    fn applied(base: &[u8], change: &Change, transparent: bool) -> Vec<u8> {
        let patches = match change {
            Change::Full(png) => return decoded(png).0.concat(),
            Change::Patches(patches) => patches,
        };
        let mut picture = base.to_vec();
        for Patch { x, y, png } in patches {
            let (pixels, width) = decoded(png);
            for (i, pixel) in pixels.iter().enumerate() {
                let at = 4 * ((y + i / width) * SIZE.width as usize + x + i % width);
                if transparent || pixel[3] == 255 {
                    picture[at..at + 4].copy_from_slice(pixel);
                }
            }
        }
        picture
    }

    /// Numbers without a pattern.
    fn noise(seed: u32) -> impl Iterator<Item = u8> {
        let mut state = seed.wrapping_mul(2) + 1;
        std::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state >> 24) as u8
        })
    }

    /// A picture of so many colours, of which only the rows are new that `rows` picks.
    fn picture(seed: u32, colors: usize, transparent: bool, rows: fn(usize) -> bool) -> Vec<u8> {
        let palette: Vec<u8> = noise(7).take(4 * colors).collect();
        let row = SIZE.width as usize;
        let pick = noise(seed).zip(noise(seed + 99)).enumerate();
        let pixels = pick.take(row * SIZE.height as usize).map(|(i, (a, b))| {
            let color = match rows(i / row) && a > 40 {
                true => (usize::from(a) << 8 | usize::from(b)) % colors,
                false => i / row % colors,
            };
            let mut pixel: Pixel = palette[4 * color..4 * color + 4].try_into().unwrap();
            if !transparent {
                pixel[3] = 255;
            }
            pixel
        });
        pixels.collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_change_makes_exactly_the_new_picture() {
        let rows: [fn(usize) -> bool; 4] = [
            |_| true,
            |y| y == 3,
            |y| !(5..=40).contains(&y),
            |y| y % 11 == 0,
        ];
        for transparent in [false, true] {
            for colors in [1, 2, 200, 255, 256, 257, 2000] {
                let base = picture(1, colors, transparent, |y| y % 2 == 0);
                for rows in rows {
                    for seed in [1, 5] {
                        let new = picture(seed, colors, transparent, rows);
                        let change = change(&base, &new, SIZE, transparent).unwrap();
                        let made = applied(&base, &change, transparent);
                        assert!(made == new, "{colors} colours, {transparent}, {seed}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_same_picture_needs_nothing() {
        let base = picture(1, 100, false, |_| true);
        let Change::Patches(patches) = change(&base, &base, SIZE, false).unwrap() else {
            panic!("a whole picture");
        };
        assert!(patches.is_empty());
    }
}
