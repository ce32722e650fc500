//! matplotlib's colormaps as byte tables.

use std::sync::Arc;

use crate::color::Color;
use crate::error::{Error, Result, nearest_name};

/// Entries of a lookup table. A fixed power of two lets the pixel loop go without bounds checks; matplotlib's largest
/// map has 510 colours.
pub(crate) const LUT_LEN: usize = 1024;
/// The table indices of the colours of data below vmin, above vmax, and of bad data.
pub(crate) const UNDER: u32 = LUT_LEN as u32 - 3;
pub(crate) const OVER: u32 = UNDER + 1;
pub(crate) const BAD: u32 = UNDER + 2;

/// Written by assets/colormaps.py, which documents the format.
static TABLES: &[u8] = include_bytes!("../../assets/colormaps.bin");

/// A table of colours for normalised data, with colours for data under and over its range and for bad data.
///
/// ```
/// use plotreel::{Color, Colormap};
///
/// let viridis = Colormap::named("viridis")?.with_bad(Color::rgb(128, 128, 128));
/// assert_eq!(viridis.colors()[0], Color::rgb(68, 1, 84));
/// assert!(Colormap::named("viridis_r").is_ok());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colormap {
    name: Arc<str>,
    /// Number of colours.
    len: usize,
    /// The colours, followed by under, over and bad, as BGRA; images get these truncated bytes.
    lut: Arc<Lut>,
    /// The same as R, G, B, A, each in units of 1/256.
    fine: Arc<[Fine; LUT_LEN]>,
}

pub(crate) type Lut = [[u8; 4]; LUT_LEN];

/// R, G, B, A from 0 to 255, in units of 1/256.
pub(crate) type Fine = [u16; 4];

/// The units of [`Fine`] in a level of a byte.
pub(crate) const FINE: i32 = 256;

/// A colour of whole bytes.
pub(crate) fn fine(Color { r, g, b, a }: Color) -> Fine {
    [r, g, b, a].map(|byte| u16::from(byte) << 8)
}

/// The nearest bytes.
fn rounded(fine: Fine) -> Color {
    let [r, g, b, a] = fine.map(|c| ((u32::from(c) + 128) >> 8) as u8);
    Color { r, g, b, a }
}

impl Colormap {
    /// The matplotlib colormap with this name (`"viridis"`, `"gray_r"`, `"tab10"`, …).
    ///
    /// Images get the bytes of `cmap(i, bytes=True)` in matplotlib 3.11.2, which truncates; everything else the nearest
    /// ones. The first and last colours are used for under and over; bad is transparent.
    ///
    /// # Errors
    /// [`Error::UnknownColormap`], with the nearest name.
    pub fn named(name: &str) -> Result<Self> {
        match entries().find(|(known, _)| *known == name) {
            Some((_, rgb)) => {
                let colors = rgb.as_chunks::<6>().0.iter().map(|rgb| {
                    let [r, g, b] = [0, 2, 4].map(|i| u16::from_le_bytes([rgb[i], rgb[i + 1]]));
                    [r, g, b, 255 << 8]
                });
                Ok(Self::build(name, colors.collect()))
            }
            None => Err(Error::UnknownColormap {
                name: name.to_owned(),
                nearest: nearest_name(name, Self::names()),
            }),
        }
    }

    /// A colormap of 1 to 1021 given colours.
    ///
    /// # Errors
    /// [`Error::Setting`] for another number of colours.
    pub fn from_colors(name: &str, colors: &[Color]) -> Result<Self> {
        check_count(colors.len())?;
        Ok(Self::build(
            name,
            colors.iter().copied().map(fine).collect(),
        ))
    }

    /// A colormap of 1 to 1021 colours, and those of values below, above and bad: red, green, blue and alpha from 0 to 1.
    ///
    /// As those of [`named`](Self::named) ones, the colours are truncated to bytes for images, and rounded for all else.
    ///
    /// # Errors
    /// [`Error::Setting`] for another number of colours.
    pub fn from_lut(name: &str, colors: &[[f64; 4]], ends: [[f64; 4]; 3]) -> Result<Self> {
        check_count(colors.len())?;
        let fine = |color: [f64; 4]| color.map(|v| (v.clamp(0.0, 1.0) * 255.0 * 256.0) as u16);
        let mut map = Self::build(name, colors.iter().copied().map(fine).collect());
        for (place, color) in [UNDER, OVER, BAD].into_iter().zip(ends) {
            map.put(place as usize, fine(color));
        }
        Ok(map)
    }

    fn build(name: &str, colors: Vec<Fine>) -> Self {
        let len = colors.len();
        let mut map = Self {
            name: name.into(),
            len,
            lut: Arc::new([[0; 4]; LUT_LEN]),
            fine: Arc::new([[0; 4]; LUT_LEN]),
        };
        let ends = [
            (UNDER as usize, colors[0]),
            (OVER as usize, colors[len - 1]),
        ];
        for (place, color) in colors.into_iter().enumerate().chain(ends) {
            map.put(place, color);
        }
        map.put(BAD as usize, fine(Color::TRANSPARENT));
        map
    }

    fn put(&mut self, place: usize, fine: Fine) {
        let [r, g, b, a] = fine.map(|c| (c >> 8) as u8);
        Arc::make_mut(&mut self.lut)[place] = [b, g, r, a];
        Arc::make_mut(&mut self.fine)[place] = fine;
    }

    /// The names that [`Colormap::named`] knows, in alphabetical order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        entries().map(|(name, _)| name)
    }

    /// This colormap's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The colours from lowest to highest, without under, over and bad.
    pub fn colors(&self) -> Vec<Color> {
        (0..self.len as u32)
            .map(|place| self.color(place))
            .collect()
    }

    /// The colour at `x` from 0 to 1, as matplotlib's `cmap(x)`: one of [`colors`](Self::colors), or that of values
    /// below, above or bad.
    ///
    /// ```
    /// use plotreel::{Color, Colormap};
    ///
    /// let gray = Colormap::named("gray")?;
    /// assert_eq!(gray.at(0.5), Color::rgb(128, 128, 128));
    /// assert_eq!(gray.at(1.0), gray.colors()[255]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn at(&self, x: f64) -> Color {
        let place = match x {
            x if x.is_nan() => BAD,
            x if x < 0.0 => UNDER,
            x if x > 1.0 => OVER,
            x => ((x * self.len as f64) as u32).min(self.len as u32 - 1),
        };
        self.color(place)
    }

    /// Sets the colour of data below `vmin` (`cmap.set_under`).
    pub fn with_under(self, color: Color) -> Self {
        self.with_extra(UNDER, color)
    }

    /// Sets the colour of data above `vmax` (`cmap.set_over`).
    pub fn with_over(self, color: Color) -> Self {
        self.with_extra(OVER, color)
    }

    /// Sets the colour of NaN and infinities (`cmap.set_bad`).
    pub fn with_bad(self, color: Color) -> Self {
        self.with_extra(BAD, color)
    }

    fn with_extra(mut self, place: u32, color: Color) -> Self {
        self.put(place as usize, fine(color));
        self
    }

    /// The colours of data below vmin and above vmax.
    pub(crate) fn ends(&self) -> [Color; 2] {
        [UNDER, OVER].map(|place| self.color(place))
    }

    /// The colour for an index of a norm.
    pub(crate) fn color(&self, place: u32) -> Color {
        rounded(self.fine[place as usize])
    }

    /// The same before it is rounded.
    pub(crate) fn fine(&self, place: u32) -> Fine {
        self.fine[place as usize]
    }

    /// Number of colours.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The table for the indices of a norm.
    pub(crate) fn lut(&self) -> &Lut {
        &self.lut
    }

    /// Whether all colours that can occur are opaque.
    pub(crate) fn is_opaque(&self, nothing_is_bad: bool) -> bool {
        let opaque = |place: u32| self.lut[place as usize][3] == 255;
        let colors = self.lut[..self.len].iter().all(|c| c[3] == 255);
        colors && opaque(UNDER) && opaque(OVER) && (nothing_is_bad || opaque(BAD))
    }
}

/// Refuses more colours than there is room for.
fn check_count(colors: usize) -> Result<()> {
    if colors == 0 || colors > UNDER as usize {
        return Err(Error::Setting {
            name: "the number of colours",
            value: colors.to_string(),
            expected: "1 to 1021 colours",
        });
    }
    Ok(())
}

impl Default for Colormap {
    /// `viridis`, as in matplotlib.
    fn default() -> Self {
        // It is always among the tables; grey is a fallback.
        Self::named("viridis")
            .unwrap_or_else(|_| Self::build("gray", vec![fine(Color::rgb(0, 0, 0))]))
    }
}

/// Name and RGB, as two bytes each, of every stored colormap.
fn entries() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut rest = TABLES;
    std::iter::from_fn(move || {
        let (&len, tail) = rest.split_first()?;
        let (name, tail) = tail.split_at_checked(len.into())?;
        let (count, tail) = tail.split_first_chunk()?;
        let (rgb, tail) = tail.split_at_checked(6 * usize::from(u16::from_le_bytes(*count)))?;
        rest = tail;
        Some((std::str::from_utf8(name).ok()?, rgb))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_matplotlibs_names_are_there() {
        assert_eq!(Colormap::names().count(), 182);
        assert_eq!(Colormap::named("tab10").unwrap().len(), 10);
        assert_eq!(Colormap::default().name(), "viridis");
    }

    #[test]
    fn a_table_is_truncated_for_images_and_rounded_for_the_rest() {
        let ends = [[0.0, 0.0, 0.0, 1.0], [1.0; 4], [0.0; 4]];
        let map = Colormap::from_lut("own", &[[0.5, 0.0, 1.0, 1.0]], ends).unwrap();
        assert_eq!(map.lut()[0], [255, 0, 127, 255]);
        assert_eq!(map.at(0.3), Color::rgb(128, 0, 255));
        assert_eq!(map.at(-1.0), Color::rgb(0, 0, 0));
        assert_eq!(map.at(2.0), Color::rgb(255, 255, 255));
        assert_eq!(map.at(f64::NAN), Color::TRANSPARENT);
        assert!(Colormap::from_lut("none", &[], ends).is_err());
    }

    #[test]
    fn images_get_truncated_bytes_and_the_rest_the_nearest_ones() {
        let first = |name: &str| {
            let map = Colormap::named(name).unwrap();
            (map.lut()[0], map.colors()[0])
        };
        assert_eq!(first("inferno"), ([3, 0, 0, 255], Color::rgb(0, 0, 4)));
        assert_eq!(first("plasma"), ([134, 7, 12, 255], Color::rgb(13, 8, 135)));
    }

    #[test]
    fn an_unknown_name_says_which_is_near() {
        let error = Colormap::named("virdis").unwrap_err();
        assert!(
            error.to_string().contains("did you mean \"viridis\"?"),
            "{error}"
        );
    }
}
