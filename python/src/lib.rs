//! plotreel for Python: what its package calls of the library, and no more.

mod array;
mod drawing;
mod error;
mod figure;
mod interrupt;
mod logging;
mod movie;
mod own;
mod parts;
mod program;
mod settings;
mod vertices;
mod write;

/// The compiled half of the package `plotreel`.
#[pyo3::pymodule]
mod _plotreel {
    #[pymodule_export]
    use crate::drawing::Drawing;
    #[pymodule_export]
    use crate::figure::{Figure, Saved};
    #[pymodule_export]
    use crate::movie::Movie;
    #[pymodule_export]
    use crate::own::Part;
    #[pymodule_export]
    use crate::own::colormap_colors;
    #[pymodule_export]
    use crate::parts::{HiddenFolder, concat, frames_of_part};
    #[pymodule_export]
    use crate::program::run;
    #[pymodule_export]
    use crate::write::write_animation;
}
