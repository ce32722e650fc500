//! H.264 pictures of which only what changed is coded (Rec. ITU-T H.264, to whose clauses and tables comments refer).

mod bits;
mod cabac;
mod cabac_tables;
mod interpolation;
mod intra;
mod keyframe;
mod macroblock;
mod motion;
mod picture;
mod predicted;
mod prediction;
mod residual;
mod row_sums;
mod syntax;
mod transform;
mod vectors;
mod worth;

pub(super) use keyframe::adapt;
pub(super) use picture::View;
pub(super) use predicted::{Change, Predictor};

/// The largest quantiser.
pub(super) const MAX_QP: u8 = 51;

#[cfg(test)]
mod tests;
