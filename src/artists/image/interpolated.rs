//! Images drawn through a filter, as numbers or as colours.

use std::ops::Range;

use num_traits::AsPrimitive;

use crate::artists::image::coloring::Coloring;
use crate::artists::image::fade::{Opacity, Step, Table, covered, fractions};
use crate::artists::image::pixels::{Colors, Scalars};
use crate::canvas::{
    Canvas, Interpolation, Levels, Opaque, Placement, Resampler, Sample, Wide, levels, opaque_bytes,
};
use crate::color::{Color, Colormap, FINE, Indexer, LUT_LEN, Scalar, fine};
use crate::frame_size::FrameSize;

const WHITE: Color = Color::rgb(255, 255, 255);

/// An image's place and the way it gets there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interpolated<'a> {
    pub(super) place: Placement,
    pub(super) source: FrameSize,
    pub(super) interpolation: Interpolation,
    pub(super) opacity: Option<Opacity<'a>>,
    pub(super) opaque: bool,
}

/// How averaged colours become bytes.
#[derive(Debug, Clone, Copy)]
struct Finish {
    /// Whether matplotlib calculates in f32.
    single: bool,
    /// What the alpha is multiplied by at the end.
    alpha: f64,
}

impl<'a> Interpolated<'a> {
    /// Draws numbers that are averaged, as `S`, and then get their colours.
    ///
    /// Every pixel whose filter touches a bad element is bad.
    pub(super) fn draw_data<T, S>(
        &self,
        canvas: &mut Canvas,
        scalars: &Scalars<T>,
        (indexer, cmap): (&Indexer, &Colormap),
    ) where
        T: Scalar,
        S: Scalar + Sample<Sum = f64>,
        f64: AsPrimitive<S>,
    {
        let fade = self.alpha().map(Table::of_data);
        let mut alphas = self
            .alphas()
            .and_then(|alphas| AlphaRows::new(self, alphas));
        let width = self.source.width as usize;
        let load = |y: usize, out: &mut [S]| {
            for (to, &from) in out.iter_mut().zip(&scalars.values[y * width..]) {
                let x: f64 = from.into();
                *to = if x.is_finite() { x } else { f64::NAN }.as_();
            }
        };
        let coloring = Coloring::new::<S>(indexer, cmap.lut(), false);
        let mut values = Vec::new();
        self.draw::<S>(canvas, load, |place, means, row| {
            values.clear();
            values.extend(means.iter().map(|mean| mean.as_()));
            coloring.row(&values, row);
            if let Some(fade) = &fade {
                fade.apply(row);
            }
            if let Some(alphas) = &mut alphas {
                alphas.apply(place, row);
            }
        });
    }

    /// Draws numbers that get their colours, which are then averaged.
    pub(super) fn draw_mapped<T: Scalar>(
        &self,
        canvas: &mut Canvas,
        scalars: &Scalars<T>,
        (indexer, cmap): (&Indexer, &Colormap),
    ) {
        let width = self.source.width as usize;
        let row_of = |y: usize| (&scalars.values[y * width..][..width], scalars.all_finite);
        if self.opaque {
            let table = cmap_levels(cmap);
            let load = |y: usize, out: &mut [Levels]| indexer.look_up(row_of(y), &table, out);
            if self.draw_levels(canvas, FINE, load) {
                return;
            }
            let colors = premultiplied(cmap).map(|color| Opaque(color.map(f64::from)));
            let load = |y: usize, out: &mut [Opaque]| indexer.look_up(row_of(y), &colors, out);
            return self.draw(canvas, load, |_, means, row| opaque_row(means, row));
        }
        let colors = premultiplied(cmap).map(Wide);
        let finish = Finish {
            single: false,
            alpha: self.alpha().unwrap_or(1.0),
        };
        let load = |y: usize, out: &mut [Wide]| {
            indexer.look_up(row_of(y), &colors, out);
            self.fade_row(y, out);
        };
        self.draw(canvas, load, |_, means, row| finish.row(means, row));
    }

    /// Draws colours that are averaged.
    pub(super) fn draw_colors(&self, canvas: &mut Canvas, colors: &Colors) {
        let len = 4 * self.source.width as usize;
        if self.opaque && !colors.has_alpha {
            // A float became the middle of its interval.
            let (unit, middle) = if colors.of_floats { (2, 1) } else { (1, 0) };
            let load = |y: usize, out: &mut [Levels]| {
                let row = colors.bytes[y * len..][..len].as_chunks::<4>().0;
                for (to, &[b, g, r, _]) in out.iter_mut().zip(row) {
                    let level = |byte: u8| {
                        let inside = i32::from((1..255).contains(&byte));
                        unit * i32::from(byte) + middle * inside
                    };
                    *to = levels([b, g, r].map(level), unit);
                }
            };
            if self.draw_levels(canvas, unit, load) {
                return;
            }
        }
        let fraction = fractions(colors.of_floats);
        let alpha = self.alpha().filter(|_| !colors.has_alpha);
        let color = |&[b, g, r, a]: &[u8; 4]| {
            let [b, g, r, a] = [b, g, r, a].map(|byte| fraction[usize::from(byte)]);
            match alpha {
                // Only NaN is transparent in an array without alpha, and the pixels it affects are NaN, too.
                _ if !colors.has_alpha && a == 0.0 => [f32::NAN; 4],
                Some(alpha) => premultiply([b, g, r, alpha as f32]),
                None => premultiply([b, g, r, a]),
            }
        };
        let row_of = |y: usize| colors.bytes[y * len..][..len].as_chunks::<4>().0;
        let finish = Finish {
            single: self.alphas().is_none() && (colors.has_alpha || self.alpha().is_some()),
            alpha: self.alpha().filter(|_| colors.has_alpha).unwrap_or(1.0),
        };
        if finish.single {
            let load = |y: usize, out: &mut [[f32; 4]]| {
                for (to, from) in out.iter_mut().zip(row_of(y)) {
                    *to = color(from);
                }
            };
            self.draw(canvas, load, |_, means, row| finish.row(means, row));
        } else {
            let load = |y: usize, out: &mut [Wide]| {
                for (to, from) in out.iter_mut().zip(row_of(y)) {
                    *to = Wide(color(from));
                }
                self.fade_row(y, out);
            };
            self.draw(canvas, load, |_, means, row| finish.row(means, row));
        }
    }

    /// The opacity of all, if it is one.
    fn alpha(&self) -> Option<f64> {
        match self.opacity {
            Some(Opacity::One(alpha)) => Some(alpha),
            _ => None,
        }
    }

    /// That of each element, row by row.
    fn alphas(&self) -> Option<&'a [f64]> {
        match self.opacity {
            Some(Opacity::Each(alphas)) => Some(alphas),
            _ => None,
        }
    }

    /// Applies the opacity of each element to a row of premultiplied colours.
    fn fade_row(&self, y: usize, colors: &mut [Wide]) {
        let Some(alphas) = self.alphas() else {
            return;
        };
        let alphas = &alphas[y * colors.len()..];
        for (Wide(color), alpha) in colors.iter_mut().zip(alphas) {
            *color = color.map(|channel| (f64::from(channel) * alpha) as f32);
        }
    }

    /// Averages opaque colours in integers, row by row; `false` if they do not hold the sums, and nothing is drawn.
    fn draw_levels(
        &self,
        canvas: &mut Canvas,
        unit: i32,
        mut load: impl FnMut(usize, &mut [Levels]),
    ) -> bool {
        let Some(columns) = self.visible_columns(canvas) else {
            return true;
        };
        let settings = (self.interpolation, self.place, self.source, unit);
        let Some(mut resampler) = canvas.take_resampler(settings) else {
            return false;
        };
        let target = self.place.target;
        canvas.draw_rows(target, true, |y, row| {
            resampler.row((y - target.y0) as usize, columns.clone(), &mut load, row);
            true
        });
        canvas.give_resampler(resampler);
        true
    }

    /// The columns of the target that are on the canvas, if any of its pixels is.
    fn visible_columns(&self, canvas: &Canvas) -> Option<Range<usize>> {
        let target = self.place.target;
        let visible = target.clip(canvas.size());
        let columns = (visible.x0 - target.x0) as usize..(visible.x1 - target.x0) as usize;
        (!visible.is_empty()).then_some(columns)
    }

    /// Averages row by row; `paint` makes bytes of the means in a row and columns of the target.
    fn draw<S: Sample>(
        &self,
        canvas: &mut Canvas,
        mut load: impl FnMut(usize, &mut [S]),
        mut paint: impl FnMut((usize, Range<usize>), &[S::Sum], &mut [u8]),
    ) {
        let Some(columns) = self.visible_columns(canvas) else {
            return;
        };
        let Some(mut resampler) = Resampler::new(self.interpolation, &self.place, self.source)
        else {
            return;
        };
        let target = self.place.target;
        let mut means = vec![S::Sum::default(); columns.len()];
        canvas.draw_rows(target, self.opaque, |y, row| {
            let y = (y - target.y0) as usize;
            resampler.row(y, columns.clone(), &mut load, &mut means);
            paint((y, columns.clone()), &means, row);
            true
        });
    }
}

/// The opacities of elements, averaged as the numbers are.
struct AlphaRows<'a> {
    resampler: Resampler<f64>,
    alphas: &'a [f64],
    means: Vec<f64>,
}

impl<'a> AlphaRows<'a> {
    fn new(image: &Interpolated<'_>, alphas: &'a [f64]) -> Option<Self> {
        Some(Self {
            resampler: Resampler::new(image.interpolation, &image.place, image.source)?,
            alphas,
            means: Vec::new(),
        })
    }

    /// To pixels in a row and columns of the target.
    fn apply(&mut self, (y, columns): (usize, Range<usize>), row: &mut [u8]) {
        let mut load = |y: usize, out: &mut [f64]| {
            out.copy_from_slice(&self.alphas[y * out.len()..][..out.len()]);
        };
        self.means.resize(columns.len(), 0.0);
        self.resampler.row(y, columns, &mut load, &mut self.means);
        for (pixel, alpha) in row.as_chunks_mut::<4>().0.iter_mut().zip(&self.means) {
            *pixel = Step::Data.of(*pixel, *alpha);
        }
    }
}

impl Finish {
    fn row(self, means: &[[f64; 4]], row: &mut [u8]) {
        for (to, &mean) in row.as_chunks_mut::<4>().0.iter_mut().zip(means) {
            *to = self.bytes(mean);
        }
    }

    /// Divides by the alpha and truncates.
    fn bytes(self, mean: [f64; 4]) -> [u8; 4] {
        if mean.iter().any(|c| c.is_nan()) {
            return [0; 4];
        }
        if !self.single {
            let [b, g, r, a] = mean;
            let divisor = if a == 0.0 { 1.0 } else { a };
            return [b / divisor, g / divisor, r / divisor, a * self.alpha]
                .map(|c| (c * 255.0) as u8);
        }
        let [b, g, r, a] = covered(mean.map(|c| c as f32));
        let divisor = if a == 0.0 { 1.0 } else { a };
        [b / divisor, g / divisor, r / divisor, a * self.alpha as f32].map(|c| (c * 255.0) as u8)
    }
}

/// Averages of opaque colours, truncated.
fn opaque_row(means: &[[f64; 4]], row: &mut [u8]) {
    pulp::Arch::new().dispatch(
        #[inline(always)]
        || {
            for (to, mean) in row.as_chunks_mut::<4>().0.iter_mut().zip(means) {
                *to = opaque_bytes(*mean);
            }
        },
    );
}

fn premultiply([b, g, r, a]: [f32; 4]) -> [f32; 4] {
    [b * a, g * a, r * a, a]
}

/// A colormap's table of opaque colours in levels of 1/256.
fn cmap_levels(cmap: &Colormap) -> Box<[Levels; LUT_LEN]> {
    let mut table = Box::new([[0; 4]; LUT_LEN]);
    for (to, place) in table.iter_mut().zip(0..) {
        let [r, g, b, _] = cmap.fine(place).map(i32::from);
        *to = levels([b, g, r], FINE);
    }
    table
}

/// A colormap's table as premultiplied floats.
fn premultiplied(cmap: &Colormap) -> Box<[[f32; 4]; LUT_LEN]> {
    let mut colors = Box::new([[0.0; 4]; LUT_LEN]);
    for (to, place) in colors.iter_mut().zip(0..) {
        let [r, g, b, a] = cmap
            .fine(place)
            .map(|c| f32::from(c) / f32::from(fine(WHITE)[0]));
        *to = premultiply([b, g, r, a]);
    }
    colors
}
