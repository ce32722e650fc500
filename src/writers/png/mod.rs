//! PNG files.

mod encode;
mod folder;
mod frames;
mod join;

pub use encode::PngCompression;
pub(crate) use encode::{MARK_KEY, PngEncoding};
pub use frames::PngWriter;
pub(super) use join::{join, read};
