//! The colours of numbers.

use crate::color::{ByteTable, Indexer, Lut, Scalar};

/// The colours of numbers: by a norm and a colormap, or in a table of bytes if these say all.
pub(super) struct Coloring<'a> {
    indexer: &'a Indexer,
    lut: &'a Lut,
    /// Whether all numbers are finite.
    all_finite: bool,
    /// The colours of numbers that are bytes, or of indices that fit into them.
    table: Option<Box<ByteTable>>,
}

impl<'a> Coloring<'a> {
    /// Of numbers of type `T`.
    pub(super) fn new<T: Scalar>(indexer: &'a Indexer, lut: &'a Lut, all_finite: bool) -> Self {
        let mut colors = [[0; 4]; 256];
        let is_table = if size_of::<T>() == 1 {
            let all: [u8; 256] = std::array::from_fn(|byte| byte as u8);
            indexer.look_up((&all, true), lut, &mut colors);
            true
        } else {
            colors.copy_from_slice(&lut[..256]);
            all_finite && indexer.is_in_bytes(lut)
        };
        Self {
            indexer,
            lut,
            all_finite,
            table: is_table.then(|| Box::new(ByteTable::new(colors))),
        }
    }

    /// Colours one row.
    pub(super) fn row<T: Scalar>(&self, values: &[T], row: &mut [u8]) {
        // So many that tables are seldom read into registers, and so few that they stay in the cache.
        const PIECE: usize = 1024;
        let pixels = row.as_chunks_mut::<4>().0;
        let Some(table) = &self.table else {
            return (self.indexer).look_up((values, self.all_finite), self.lut, pixels);
        };
        if size_of::<T>() == 1 {
            return table.look_up(bytemuck::cast_slice(values), pixels);
        }
        let mut bytes = [0; PIECE];
        for (values, pixels) in values.chunks(PIECE).zip(pixels.chunks_mut(PIECE)) {
            let bytes = &mut bytes[..values.len()];
            self.indexer.bytes(values, bytes);
            table.look_up(bytes, pixels);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::{Color, Colormap, Norm};

    fn colored<T: Scalar>(norm: &Norm, cmap: &Colormap, values: &[T], all_finite: bool) -> Vec<u8> {
        let indexer = norm.indexer(cmap.len()).unwrap();
        let mut row = vec![0; 4 * values.len()];
        Coloring::new::<T>(&indexer, cmap.lut(), all_finite).row(values, &mut row);
        row
    }

    #[test]
    fn a_table_has_the_colours_of_the_same_numbers_as_floats() {
        let bytes: Vec<u8> = (0..=255).collect();
        let floats: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte)).collect();
        let cmap = Colormap::named("viridis").unwrap();
        for norm in
            "linear log symlog:2 asinh:3 power:0.4 twoslope:90 boundary:0,3,50,200".split(' ')
        {
            let norm: Norm = norm.parse().unwrap();
            for (vmin, vmax) in [(1.0, 255.0), (10.1, 200.7), (0.001, 300.0)] {
                let norm = norm.clone().with_vmin(vmin).with_vmax(vmax);
                let table = colored(&norm, &cmap, &bytes, true);
                let each = colored(&norm, &cmap, &floats, false);
                assert_eq!(table, each, "{norm} from {vmin} to {vmax}");
            }
        }
    }

    #[test]
    fn finite_numbers_have_the_colours_that_they_have_among_others() {
        let wide = |i: i32| 1e300 * f64::from(i - 1) / 2.0;
        let mut doubles: Vec<f64> = (-1000..1500).map(|i| f64::from(i) / 700.0).collect();
        doubles.extend((0..4).map(wide));
        let singles: Vec<f32> = doubles
            .iter()
            .map(|x| (*x as f32).clamp(-9e9, 9e9))
            .collect();
        let viridis = Colormap::named("viridis").unwrap();
        let red = Color::rgb(255, 0, 0);
        for cmap in [
            viridis.clone(),
            Colormap::named("tab10").unwrap(),
            Colormap::named("gist_ncar").unwrap(),
            viridis.clone().with_under(red),
            viridis.with_over(red),
        ] {
            for (vmin, vmax) in [(0.0, 1.0), (-0.3, 1.7), (-1e308, 1e308), (0.5, 0.5)] {
                let norm = Norm::linear().with_vmin(vmin).with_vmax(vmax);
                let what = format!("{} from {vmin} to {vmax}", cmap.name());
                let finite = colored(&norm, &cmap, &doubles, true);
                if (vmax - vmin).is_finite() {
                    assert_eq!(finite, colored(&norm, &cmap, &doubles, false), "{what}");
                }
                let finite = colored(&norm, &cmap, &singles, true);
                if ((vmax - vmin) as f32).is_finite() {
                    assert_eq!(finite, colored(&norm, &cmap, &singles, false), "{what}");
                }
            }
        }
    }
}
