//! plotreel's own figures for Python: `Part` calls the library's methods by matplotlib's names.

mod call;
mod changes;
mod colors;
mod data;
mod fields;
mod figures;
mod flat;
mod functions;
mod looks;
mod part;
mod patches;
mod shared;
mod space;
mod statistics;

pub(crate) use colors::colormap_colors;
pub(crate) use functions::raise;
pub(crate) use part::Part;
