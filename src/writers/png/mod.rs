//! PNG files.

mod encode;

pub use encode::PngCompression;
pub(crate) use encode::PngEncoding;
