//! Streamlines of vector fields: `streamplot`.

mod arrows;
mod grid;
mod integrate;
mod options;

pub use arrows::StreamArrows;
pub use options::{IntegrationDirection, StreamplotOptions};

use ndarray::Array2;

use crate::color::Norm;
use crate::data_limits::StickyEdges;
use crate::error::{Error, Result};
use grid::{Grid, between};
pub(crate) use options::array;

/// A grid, for streamlines of the vectors at its points.
#[derive(Debug, Clone)]
pub(crate) struct StreamGrid(Grid);

/// Streamlines in data coordinates.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    /// Whole lines; or the parts between their points, if these have values or widths.
    pub(crate) lines: Vec<Vec<[f64; 2]>>,
    pub(crate) arrows: Vec<[(f64, f64); 2]>,
    /// The values of the lines and of the arrows.
    pub(crate) values: Option<[Vec<f64>; 2]>,
    /// The widths of the lines and of the arrows.
    pub(crate) widths: Option<[Vec<f64>; 2]>,
}

impl StreamGrid {
    pub(crate) fn new(x: &[f64], y: &[f64]) -> Result<Self> {
        Grid::new(x, y).map(Self)
    }

    pub(crate) fn sticky(&self) -> StickyEdges {
        let range = |i: usize| Some((self.0.origin[i], self.0.origin[i] + self.0.size[i]));
        StickyEdges {
            x: range(0),
            y: range(1),
        }
    }

    /// Refuses numbers of another shape.
    pub(crate) fn check(&self, name: &'static str, (rows, columns): (usize, usize)) -> Result<()> {
        let [across, up] = self.0.count;
        match (rows, columns) == (up, across) {
            true => Ok(()),
            false => Err(Error::Setting {
                name,
                value: format!("{rows} x {columns} values"),
                expected: "a row for each y and a column for each x",
            }),
        }
    }

    /// The streamlines of the vectors (u, v).
    pub(crate) fn streams(
        &self,
        vectors: (&Array2<f64>, &Array2<f64>),
        options: &StreamplotOptions,
    ) -> Result<Streams> {
        options.check()?;
        let on_grid = |name, field: &Option<Array2<f64>>| match field {
            Some(values) => self.check(name, values.dim()),
            None => Ok(()),
        };
        on_grid("the colour values of a streamplot", &options.color_values)?;
        on_grid("the line widths of a streamplot", &options.linewidths)?;
        let mut streams = Streams {
            values: options.color_values.as_ref().map(|_| Default::default()),
            widths: options.linewidths.as_ref().map(|_| Default::default()),
            ..Streams::default()
        };
        for places in integrate::trajectories(&self.0, vectors, options)? {
            self.add(&places, options, &mut streams);
        }
        Ok(streams)
    }

    /// Adds a streamline, and its arrows.
    fn add(&self, places: &[[f64; 2]], options: &StreamplotOptions, streams: &mut Streams) {
        let points: Vec<[f64; 2]> = places.iter().map(|place| self.0.data(*place)).collect();
        match streams.values.is_some() || streams.widths.is_some() {
            true => streams.lines.extend(points.windows(2).map(<[_]>::to_vec)),
            false => streams.lines.push(points.clone()),
        }
        let marked = arrow_places(&points, options.num_arrows);
        for &at in &marked {
            let ([x, y], next) = (points[at], points.get(at + 1));
            let [to_x, to_y] = next.map_or([x, y], |next| {
                [0, 1].map(|i| (points[at][i] + next[i]) / 2.0)
            });
            streams.arrows.push([(x, y), (to_x, to_y)]);
        }
        let fields = [
            (&options.color_values, &mut streams.values),
            (&options.linewidths, &mut streams.widths),
        ];
        for (field, out) in fields {
            if let (Some(values), Some([of_lines, of_arrows])) = (field, out) {
                let parts = places.len().saturating_sub(1);
                let own = places[..parts].iter();
                let own: Vec<f64> = own.map(|place| between(values, *place)).collect();
                of_arrows.extend(marked.iter().filter_map(|at| own.get(*at)));
                of_lines.extend(own);
            }
        }
    }
}

/// The points of a line that arrows begin at, at equal distances along it.
fn arrow_places(points: &[[f64; 2]], count: usize) -> Vec<usize> {
    let mut sum = 0.0;
    let lengths = points.windows(2).map(|pair| {
        sum += (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
        sum
    });
    let lengths: Vec<f64> = lengths.collect();
    let Some(whole) = lengths.last() else {
        return Vec::new();
    };
    let place = |i: usize| {
        let way = whole * (i as f64 / (count + 1) as f64);
        lengths.partition_point(|length| *length < way)
    };
    (1..=count).map(place).collect()
}

impl StreamplotOptions {
    /// The norm of the colour values: with the limits of the values on the grid where it has none.
    pub(crate) fn value_norm(&self) -> Norm {
        let mut norm = self.norm.clone().unwrap_or_default();
        if let Some(values) = &self.color_values {
            norm.autoscale_none(values.iter().copied());
        }
        norm
    }
}
