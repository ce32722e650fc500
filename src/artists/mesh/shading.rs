//! How values become the colours of a mesh.

use ndarray::{ArrayBase, Data, Ix2};

use crate::error::{Error, Result};
use crate::grid::Grid;
use crate::properties::names;
use crate::series::{Datum, Field};

/// Where the values of a mesh belong, and how their colours are spread.
///
/// ```
/// use plotreel::collections::Shading;
///
/// assert_eq!("gouraud".parse::<Shading>()?, Shading::Gouraud);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Shading {
    /// [`Nearest`](Self::Nearest) if there are as many values as points, else [`Flat`](Self::Flat).
    #[default]
    Auto,
    /// A value is the colour of a cell between points, of which there are one more in each direction.
    Flat,
    /// A value is the colour of the cell around a point, which reaches halfway to the next ones.
    Nearest,
    /// A value is the colour at a point; colours change linearly between points.
    Gouraud,
}

names! {
    Shading, "shading", "auto, flat, nearest or gouraud";
    Auto: "auto",
    Flat: "flat",
    Nearest: "nearest",
    Gouraud: "gouraud",
}

impl Shading {
    /// The grid of a mesh of so many values at these coordinates, and whether it is shaded by Gouraud's rule.
    pub(crate) fn grid(
        self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        values: (usize, usize),
    ) -> Result<(Grid, bool)> {
        let (rows, columns) = values;
        let corners = (rows + 1, columns + 1);
        let grid = Grid::new(x, y)?;
        let shading = match self {
            Self::Auto if grid.shape() == values => Self::Nearest,
            Self::Auto => Self::Flat,
            shading => shading,
        };
        let needed = match shading {
            Self::Nearest | Self::Gouraud => values,
            _ => corners,
        };
        if grid.shape() != needed || rows * columns == 0 {
            return Err(Error::Setting {
                name: "the x and y of a mesh",
                value: format!(
                    "for {:?} points with values of shape {values:?}",
                    grid.shape()
                ),
                expected: match shading {
                    Self::Flat => "values, and one more row and column than there are of them",
                    _ => "values, and as many rows and columns as there are of them",
                },
            });
        }
        Ok(match shading {
            Self::Nearest => (grid.around(), false),
            Self::Gouraud => (grid, true),
            _ => (grid, false),
        })
    }
}

/// The values of an array row by row, which must have this shape.
pub(super) fn values<T, S>(array: &ArrayBase<S, Ix2>, shape: (usize, usize)) -> Result<Vec<f64>>
where
    T: Datum,
    S: Data<Elem = T>,
{
    if array.dim() != shape {
        return Err(Error::Setting {
            name: "the array of a mesh",
            value: format!("of shape {:?}, for a mesh of shape {shape:?}", array.dim()),
            expected: "an array of the mesh's shape",
        });
    }
    Ok(array.values())
}
