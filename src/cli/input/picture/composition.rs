//! The frames of an animation, put together from the pictures that are stored.

/// The position of a stored picture on the canvas, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// How a stored picture is combined with the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blend {
    /// It replaces the canvas.
    Source,
    /// It is blended over the canvas.
    Over,
}

/// How the region of a stored picture is disposed before the next is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disposal {
    Keep,
    /// It becomes transparent.
    Background,
    /// It is restored to its previous content.
    Previous,
}

/// The canvas of an animation, in RGBA of 8 bits.
#[derive(Debug)]
pub(super) struct Composition {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    /// The pending disposal before the next picture: the region, and its previous bytes if they are restored.
    undo: Option<(Region, Option<Vec<u8>>)>,
}

impl Composition {
    /// A transparent canvas.
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            pixels: vec![0; 4 * width * height],
            undo: None,
        }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// Draws an RGBA picture and returns the canvas; parts outside are clipped.
    pub(super) fn draw(
        &mut self,
        region: Region,
        rgba: &[u8],
        blend: Blend,
        disposal: Disposal,
    ) -> &[u8] {
        if let Some((region, before)) = self.undo.take() {
            self.restore(region, before);
        }
        self.undo = match disposal {
            Disposal::Keep => None,
            Disposal::Background => Some((region, None)),
            Disposal::Previous => Some((region, Some(self.copy(region)))),
        };
        let len = 4 * self.shown(region);
        let stride = 4 * region.width.max(1);
        for (row, line) in self.rows(region).zip(rgba.chunks_exact(stride)) {
            let to = &mut self.pixels[row];
            match blend {
                Blend::Source => to.copy_from_slice(&line[..len]),
                Blend::Over => over(to.as_chunks_mut().0, line[..len].as_chunks().0),
            }
        }
        &self.pixels
    }

    /// How many columns of a region are on the canvas.
    fn shown(&self, region: Region) -> usize {
        region.width.min(self.width.saturating_sub(region.x))
    }

    /// The bytes of a region's rows that are on the canvas.
    fn rows(&self, region: Region) -> impl Iterator<Item = std::ops::Range<usize>> + use<> {
        let (width, shown) = (self.width, self.shown(region));
        let last = self.height.min(region.y + region.height);
        (region.y..last)
            .filter(move |_| shown > 0)
            .map(move |y| 4 * (y * width + region.x)..4 * (y * width + region.x + shown))
    }

    fn copy(&self, region: Region) -> Vec<u8> {
        let rows = self.rows(region);
        rows.flat_map(|row| self.pixels[row].iter().copied())
            .collect()
    }

    fn restore(&mut self, region: Region, before: Option<Vec<u8>>) {
        let mut before = before.as_deref();
        for row in self.rows(region) {
            let to = &mut self.pixels[row];
            match before
                .as_mut()
                .and_then(|bytes| bytes.split_off(..to.len()))
            {
                Some(bytes) => to.copy_from_slice(bytes),
                None => to.fill(0),
            }
        }
    }
}

/// Blends colours over colours, both with straight alpha.
fn over(below: &mut [[u8; 4]], above: &[[u8; 4]]) {
    for (below, above) in below.iter_mut().zip(above) {
        match (above[3], below[3]) {
            (0, _) => {}
            (255, _) | (_, 0) => *below = *above,
            (alpha, under) => {
                // In 255ths of 255ths.
                let (alpha, under) = (u32::from(alpha), u32::from(under));
                let (top, rest) = (255 * alpha, under * (255 - alpha));
                let sum = top + rest;
                for (to, &from) in below.iter_mut().zip(&above[..3]) {
                    let mixed = u32::from(from) * top + u32::from(*to) * rest;
                    *to = ((mixed + sum / 2) / sum) as u8;
                }
                below[3] = ((sum + 127) / 255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: [u8; 4] = [255, 0, 0, 255];
    const BLUE: [u8; 4] = [0, 0, 255, 255];
    const NONE: [u8; 4] = [0; 4];

    fn region(x: usize, y: usize, width: usize, height: usize) -> Region {
        Region {
            x,
            y,
            width,
            height,
        }
    }

    fn draw(
        canvas: &mut Composition,
        at: Region,
        color: [u8; 4],
        disposal: Disposal,
    ) -> Vec<[u8; 4]> {
        let rgba = color.repeat(at.width * at.height);
        let drawn = canvas.draw(at, &rgba, Blend::Over, disposal);
        drawn.as_chunks().0.to_vec()
    }

    #[test]
    fn each_disposal_leaves_what_the_next_picture_lies_on() {
        for (disposal, left) in [
            (Disposal::Keep, BLUE),
            (Disposal::Background, NONE),
            (Disposal::Previous, RED),
        ] {
            let mut canvas = Composition::new(3, 1);
            draw(&mut canvas, region(0, 0, 3, 1), RED, Disposal::Keep);
            let second = draw(&mut canvas, region(1, 0, 1, 1), BLUE, disposal);
            assert_eq!(second, [RED, BLUE, RED]);
            let third = draw(&mut canvas, region(2, 0, 1, 1), BLUE, Disposal::Keep);
            assert_eq!(third, [RED, left, BLUE], "{disposal:?}");
        }
    }

    #[test]
    fn what_lies_outside_the_canvas_is_left_out() {
        let mut canvas = Composition::new(2, 2);
        for at in [region(1, 1, 5, 5), region(9, 0, 2, 2), region(0, 9, 2, 2)] {
            draw(&mut canvas, at, RED, Disposal::Previous);
        }
        let last = draw(&mut canvas, region(0, 0, 1, 4), BLUE, Disposal::Keep);
        assert_eq!(last, [BLUE, NONE, BLUE, NONE]);
    }

    #[test]
    fn half_transparent_colours_mix_by_their_alpha() {
        let mut below = [[200, 100, 0, 255], [0, 0, 0, 0], [10, 20, 30, 128]];
        over(
            &mut below,
            &[[0, 100, 255, 128], [1, 2, 3, 4], [10, 20, 30, 128]],
        );
        assert_eq!(
            below,
            [[100, 100, 128, 255], [1, 2, 3, 4], [10, 20, 30, 192]]
        );
    }
}
