//! PNG files.

mod encode;
mod frames;

pub use encode::PngCompression;
pub(crate) use encode::PngEncoding;
pub use frames::PngWriter;
