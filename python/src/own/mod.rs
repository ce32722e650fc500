//! plotreel's own figures for Python: `Part` calls the library's methods by matplotlib's names.

mod call;
mod changes;
mod colors;
mod data;
mod fields;
mod figures;
mod flat;
mod functions;
mod kept;
mod labels;
mod looks;
mod part;
mod patches;
mod points;
mod secondary;
mod shared;
mod space;
mod statistics;
mod subplots;
mod tables;

pub(crate) use colors::colormap_colors;
pub(crate) use functions::Raised;
pub(crate) use part::Part;
