//! NumPy arrays as images, read where they lie.

use numpy::{PyArrayDyn, PyArrayMethods};
use plotreel::array::ImageSource;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// Calls `call` with an array of any of the element types that images have.
///
/// The Python side has converted the array to native byte order and one of these types.
pub(crate) fn with_image<R>(
    array: &Bound<'_, PyAny>,
    call: impl FnOnce(&(dyn ImageSource + Sync)) -> R,
) -> PyResult<R> {
    macro_rules! of_types {
        ($($t:ty),*) => {$(
            if let Ok(array) = array.cast::<PyArrayDyn<$t>>() {
                let array = array.try_readonly()?;
                return Ok(call(&array.as_array()));
            }
        )*};
    }
    of_types!(u8, f32, f64, bool, i8, u16, i16, u32, i32, u64, i64);
    let kind = array.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "{kind} is not an array of numbers that can be shown"
    )))
}
