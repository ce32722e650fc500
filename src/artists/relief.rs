//! Elevations shaded by a light.

use ndarray::{Array2, ArrayBase, Data, Ix2};

use crate::color::{Color, Colormap, LightSource};
use crate::error::{Error, Result};
use crate::properties::{Angle, names, options};
use crate::series::Datum;

/// How [`LightSource::shade`] mixes colours with light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BlendMode {
    /// Lit colours get paler, those in shadow darker.
    Hsv,
    /// Contrasts grow.
    #[default]
    Overlay,
    /// The same with smooth transitions.
    Soft,
}

names! {
    BlendMode, "blend_mode", "hsv, overlay or soft";
    Hsv: "hsv",
    Overlay: "overlay",
    Soft: "soft",
}

options! {
    /// Options of [`LightSource::hillshade`] and [`LightSource::shade`].
    ///
    /// ```
    /// use plotreel::colors::ShadeOptions;
    ///
    /// let options = ShadeOptions::new().with_vert_exag(0.1).with_blend_mode("soft")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct ShadeOptions;
    blend_mode / with_blend_mode: choice<BlendMode> = BlendMode::Overlay, "how colours are mixed with light";
    vert_exag / with_vert_exag: number<Angle> = 1.0, "by how much elevations are exaggerated";
    dx / with_dx: number<Angle> = 1.0, "the distance between columns in the unit of the elevations; negative if x falls";
    dy / with_dy: number<Angle> = 1.0, "the distance between rows, likewise";
    fraction / with_fraction: number<Angle> = 1.0, "the contrast: more than 1 makes more of it fully lit or dark";
}

impl LightSource {
    /// How bright this light makes a surface of these elevations, whose first row is the northernmost: from 0, its
    /// darkest place, to 1.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::colors::{LightSource, ShadeOptions};
    ///
    /// let hill = Array2::from_shape_fn((20, 20), |(r, c)| (0.3 * r as f64).sin() * (0.3 * c as f64).sin());
    /// let light = LightSource::new(315.0, 45.0)?.hillshade(&hill, &ShadeOptions::new())?;
    /// assert!(light.iter().all(|light| (0.0..=1.0).contains(light)));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for options that are not finite, and distances of 0.
    pub fn hillshade<T: Datum, S: Data<Elem = T>>(
        &self,
        elevation: &ArrayBase<S, Ix2>,
        options: &ShadeOptions,
    ) -> Result<Array2<f64>> {
        options.check_options()?;
        for (name, step) in [("dx", options.dx), ("dy", options.dy)] {
            if step == 0.0 {
                return Err(Error::Setting {
                    name,
                    value: "0".into(),
                    expected: "the distance of columns or rows, which is not 0",
                });
            }
        }
        let heights = elevation.map(|height| options.vert_exag * height.number());
        let (rows, columns) = heights.dim();
        let [to_x, to_y, to_z] = self.direction();
        let mut light = Array2::from_shape_fn((rows, columns), |(r, c)| {
            let x = -slope(|c| heights[[r, c]], c, columns, options.dx);
            let y = -slope(|r| heights[[r, c]], r, rows, -options.dy);
            (x * to_x + y * to_y + to_z) / (x * x + y * y + 1.0).sqrt()
        });
        let low = light.iter().copied().fold(f64::INFINITY, f64::min);
        let high = light.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (start, range) = match high - low > 1e-6 {
            true => (low, high - low),
            false => (0.0, 1.0),
        };
        light.mapv_inplace(|light| ((light * options.fraction - start) / range).clamp(0.0, 1.0));
        Ok(light)
    }

    /// The colours of data by a colormap, from the smallest to the largest, as this light shows them as elevations: rows
    /// of colours, such as [`SurfaceOptions::with_facecolors`](crate::collections::SurfaceOptions::with_facecolors)
    /// takes.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Colormap;
    /// use plotreel::collections::SurfaceOptions;
    /// use plotreel::colors::{LightSource, ShadeOptions};
    ///
    /// let hill = Array2::from_shape_fn((20, 20), |(r, c)| (0.3 * r as f64).sin() * (0.3 * c as f64).sin());
    /// let options = ShadeOptions::new().with_blend_mode("soft")?;
    /// let colors = LightSource::new(270.0, 45.0)?.shade(&hill, &Colormap::named("gist_earth")?, &options)?;
    /// let surface = SurfaceOptions::new().with_facecolors(colors)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`hillshade`](Self::hillshade).
    pub fn shade<T: Datum, S: Data<Elem = T>>(
        &self,
        data: &ArrayBase<S, Ix2>,
        cmap: &Colormap,
        options: &ShadeOptions,
    ) -> Result<Vec<Vec<Color>>> {
        let light = self.hillshade(data, options)?;
        let values = data.map(|value| value.number());
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let range = if high > low { high - low } else { 1.0 };
        let colors = values
            .rows()
            .into_iter()
            .zip(light.rows())
            .map(|(row, light)| {
                let cells = row.iter().zip(light);
                let shaded = cells.map(|(value, light)| {
                    shaded(cmap.at((value - low) / range), *light, options.blend_mode)
                });
                shaded.collect()
            });
        Ok(colors.collect())
    }
}

/// The slope of values at a distance from each other, as `numpy.gradient` has it; 0 of a single one.
fn slope(value: impl Fn(usize) -> f64, i: usize, count: usize, distance: f64) -> f64 {
    let (before, after) = (i.saturating_sub(1), (i + 1).min(count - 1));
    match after - before {
        0 => 0.0,
        steps => (value(after) - value(before)) / (steps as f64 * distance),
    }
}

/// A colour in light from 0 to 1.
fn shaded(color: Color, light: f64, mode: BlendMode) -> Color {
    let rgb = [color.r, color.g, color.b].map(|level| f64::from(level) / 255.0);
    let [r, g, b] = match mode {
        BlendMode::Hsv => in_hsv(rgb, 2.0 * light - 1.0),
        BlendMode::Overlay => rgb.map(|v| match v <= 0.5 {
            true => 2.0 * light * v,
            false => 1.0 - 2.0 * (1.0 - light) * (1.0 - v),
        }),
        BlendMode::Soft => rgb.map(|v| 2.0 * light * v + (1.0 - 2.0 * light) * v * v),
    }
    .map(|v| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
    Color {
        r,
        g,
        b,
        a: color.a,
    }
}

/// Red, green and blue in light from -1 to 1: less saturated and brighter, or more saturated and darker.
fn in_hsv([r, g, b]: [f64; 3], light: f64) -> [f64; 3] {
    let value = r.max(g).max(b);
    let range = value - r.min(g).min(b);
    let hue = match range > 0.0 {
        true if value == r => ((g - b) / range).rem_euclid(6.0),
        true if value == g => 2.0 + (b - r) / range,
        true => 4.0 + (r - g) / range,
        false => 0.0,
    };
    let saturation = if value > 0.0 { range / value } else { 0.0 };
    let (lit, dark) = (light.max(0.0), (-light).max(0.0));
    let saturation = match saturation > 1e-10 {
        true => (saturation * (1.0 - lit) * (1.0 - dark) + dark).clamp(0.0, 1.0),
        false => saturation,
    };
    let value = (value * (1.0 - lit) * (1.0 - dark) + lit).clamp(0.0, 1.0);
    let channel = |offset: f64| {
        let k = (offset + hue).rem_euclid(6.0);
        value - value * saturation * k.min(4.0 - k).clamp(0.0, 1.0)
    };
    [channel(5.0), channel(3.0), channel(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hill() -> Array2<f64> {
        Array2::from_shape_fn((3, 4), |(r, c)| ((r * r) as f64 - 0.5 * c as f64).sin())
    }

    /// By `LightSource(315, 45).hillshade(hill, vert_exag=2, dx=0.5, fraction=1.2)` of matplotlib 3.11.2.
    #[test]
    fn light_is_that_of_the_reference() {
        let options = ShadeOptions::new()
            .with_vert_exag(2.0)
            .with_dx(0.5)
            .with_fraction(1.2);
        let found = LightSource::default().hillshade(&hill(), &options).unwrap();
        let expected = [
            0.419873715854,
            0.512771446545,
            0.691044708546,
            0.817453195852,
            0.000000000000,
            0.147794433308,
            0.295865797342,
            0.406890036864,
            0.163458600062,
            0.504496130337,
            1.000000000000,
            1.000000000000,
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
        }
    }

    /// By `shade(hill, viridis, blend_mode)` of matplotlib 3.11.2: the second row.
    #[test]
    fn colors_are_those_of_the_reference() {
        for (mode, expected) in [
            (
                "hsv",
                [
                    [136, 123, 11],
                    [116, 200, 72],
                    [59, 172, 157],
                    [97, 129, 173],
                ],
            ),
            (
                "overlay",
                [
                    [252, 220, 20],
                    [118, 208, 76],
                    [36, 172, 159],
                    [70, 116, 173],
                ],
            ),
            (
                "soft",
                [
                    [252, 221, 22],
                    [121, 208, 77],
                    [35, 165, 149],
                    [67, 107, 158],
                ],
            ),
        ] {
            let options = ShadeOptions::new().with_blend_mode(mode).unwrap();
            let cmap = Colormap::named("viridis").unwrap();
            let colors = LightSource::default()
                .shade(&hill(), &cmap, &options)
                .unwrap();
            for (found, expected) in colors[1].iter().zip(expected) {
                let found = [found.r, found.g, found.b];
                let off = found.iter().zip(&expected);
                let off = off.map(|(a, b)| a.abs_diff(*b)).max();
                assert!(off <= Some(2), "{mode}: {found:?} is not {expected:?}");
            }
        }
    }
}
