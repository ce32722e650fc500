//! An image's alpha applied to its finished pixels, in matplotlib's steps.

use crate::artists::image::pixels::{Colors, Pixels};

/// The opacity of an image.
#[derive(Debug, Clone, Copy)]
pub(super) enum Opacity<'a> {
    One(f64),
    /// That of each element, row by row.
    Each(&'a [f64]),
}

/// What pixels become.
#[derive(Debug)]
pub(super) enum Fade<'a> {
    One(Box<Table>),
    Each(&'a [f64], Step),
}

/// What each byte of colour and of alpha becomes.
#[derive(Debug)]
pub(super) struct Table {
    /// Unless colours stay.
    colors: Option<[u8; 256]>,
    alphas: [u8; 256],
}

/// How an element's opacity is applied.
#[derive(Debug)]
pub(super) enum Step {
    /// To numbers that are interpolated before they get colours.
    Data,
    /// To their colours.
    Mapped,
    /// To colours, by the fraction of each byte, and whether they have their own alpha.
    Colors(Box<[f32; 256]>, bool),
}

impl<'a> Fade<'a> {
    /// Of the pixels of an image whose numbers are interpolated before they get colours, or are not.
    pub(super) fn new(pixels: &Pixels, opacity: Opacity<'a>, data_stage: bool) -> Self {
        match (opacity, pixels) {
            (Opacity::One(alpha), _) => Self::One(Table::new(pixels, alpha, data_stage).into()),
            (Opacity::Each(alphas), Pixels::Color(colors)) => {
                let fractions = Box::new(fractions(colors.of_floats));
                Self::Each(alphas, Step::Colors(fractions, colors.has_alpha))
            }
            (Opacity::Each(alphas), _) if data_stage => Self::Each(alphas, Step::Data),
            (Opacity::Each(alphas), _) => Self::Each(alphas, Step::Mapped),
        }
    }

    /// To a row of the image.
    pub(super) fn apply(&self, y: usize, row: &mut [u8]) {
        match self {
            Self::One(table) => table.apply(row),
            Self::Each(alphas, step) => {
                let pixels = row.as_chunks_mut::<4>().0;
                let alphas = &alphas[y * pixels.len()..];
                for (pixel, alpha) in pixels.iter_mut().zip(alphas) {
                    *pixel = step.of(*pixel, *alpha);
                }
            }
        }
    }
}

impl Step {
    #[inline]
    pub(super) fn of(&self, [b, g, r, a]: [u8; 4], alpha: f64) -> [u8; 4] {
        match self {
            Self::Data => [b, g, r, (f32::from(a) * alpha as f32) as u8],
            Self::Mapped => [b, g, r, (f64::from(a) / 255.0 * alpha * 255.0) as u8],
            // Only NaN is transparent in an array without alpha.
            Self::Colors(_, false) if a == 0 => [0; 4],
            Self::Colors(fractions, has_alpha) => {
                let fraction = |byte: u8| f64::from(fractions[usize::from(byte)]);
                let alpha = if *has_alpha {
                    fraction(a) * alpha
                } else {
                    alpha
                };
                let divisor = if alpha == 0.0 { 1.0 } else { alpha };
                let through = |c: u8| (fraction(c) * alpha / divisor * 255.0) as u8;
                [through(b), through(g), through(r), (alpha * 255.0) as u8]
            }
        }
    }
}

impl Table {
    fn new(pixels: &Pixels, alpha: f64, data_stage: bool) -> Self {
        match pixels {
            Pixels::Color(colors) => Self::of_colors(colors, alpha as f32),
            _ if data_stage => Self::of_data(alpha),
            _ => Self {
                colors: None,
                alphas: table(|a| (f64::from(a) / 255.0 * alpha * 255.0) as u8),
            },
        }
    }

    /// Of numbers that are interpolated before they get colours.
    pub(super) fn of_data(alpha: f64) -> Self {
        Self {
            colors: None,
            alphas: table(|a| (f32::from(a) * alpha as f32) as u8),
        }
    }

    fn of_colors(image: &Colors, alpha: f32) -> Self {
        let fraction = fractions(image.of_floats);
        // Colours without their own alpha are multiplied by it and divided again.
        let through = |c: u8| {
            let [product, .., alpha] = covered([fraction[usize::from(c)] * alpha, 0.0, 0.0, alpha]);
            let back = if alpha > 0.0 {
                product / alpha
            } else {
                product
            };
            (back * 255.0) as u8
        };
        Self {
            colors: (!image.has_alpha).then(|| table(through)),
            alphas: table(|a| {
                let [.., a] = covered([0.0, 0.0, 0.0, fraction[usize::from(a)]]);
                (a * alpha * 255.0) as u8
            }),
        }
    }

    pub(super) fn apply(&self, row: &mut [u8]) {
        for [b, g, r, a] in row.as_chunks_mut::<4>().0 {
            if let Some(colors) = &self.colors {
                [*b, *g, *r] = [*b, *g, *r].map(|c| colors[usize::from(c)]);
            }
            *a = self.alphas[usize::from(*a)];
        }
    }
}

fn table(entry: impl Fn(u8) -> u8) -> [u8; 256] {
    std::array::from_fn(|i| entry(i as u8))
}

/// A premultiplied colour after Agg has stored it: one that is not opaque is multiplied by a coverage of 255 / 255,
/// which rounds twice.
pub(super) fn covered(color: [f32; 4]) -> [f32; 4] {
    if color[3] < 1.0 {
        color.map(|c| c * 255.0 / 255.0)
    } else {
        color
    }
}

/// The number from 0 to 1 for each byte; if it was truncated, the middle of its interval.
pub(super) fn fractions(cut: bool) -> [f32; 256] {
    std::array::from_fn(|byte| match byte {
        1..255 if cut => (byte as f32 + 0.5) / 255.0,
        byte => byte as f32 / 255.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    use crate::color::{ColorRange, Norm};
    use crate::image_view::Scratch;
    use crate::source::ImageSource;

    fn pixels(source: &impl ImageSource) -> Pixels {
        let mut pixels = Pixels::empty();
        let view = source.image_view(&mut Scratch::default()).map(|view| {
            pixels.store(&view, &ColorRange::default(), &mut Norm::default());
        });
        view.unwrap();
        pixels
    }

    #[test]
    fn one_byte_loses_a_level_at_four_fifths() {
        let fade = Table::new(&pixels(&array![[[1u8, 2, 3]]]), 0.8, false);
        let colors = fade.colors.unwrap();
        let off: Vec<usize> = (0..256).filter(|&i| usize::from(colors[i]) != i).collect();
        assert_eq!((off, fade.alphas[255]), (vec![223], 204));
    }

    #[test]
    fn numbers_keep_their_colours() {
        let pixels = pixels(&array![[1.0, 2.0]]);
        for opacity in [Opacity::One(0.5), Opacity::Each(&[0.5, 0.5])] {
            let mut row = [10, 20, 30, 255, 0, 0, 0, 0];
            Fade::new(&pixels, opacity, true).apply(0, &mut row);
            assert_eq!(row, [10, 20, 30, 127, 0, 0, 0, 0]);
        }
    }
}
