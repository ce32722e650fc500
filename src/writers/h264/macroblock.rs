//! What is coded of a macroblock: where its quarters come from, and the differences.

use super::picture::Pixels;
use super::prediction::Sight;
use super::residual::{CHROMA_AC, LUMA};
use super::transform::{Block, chroma_qp, forward, inverse};
use super::vectors::Origin;
use super::worth::Rate;

/// The quantisers of a macroblock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantizers {
    pub(super) qp: u8,
    luma: Rate,
    chroma: Rate,
}

impl Quantizers {
    pub(super) fn new(qp: u8) -> Self {
        Self {
            qp,
            luma: Rate::new(qp),
            chroma: Rate::new(chroma_qp(qp)),
        }
    }
}

/// A macroblock that is predicted from the pictures before.
#[derive(Debug)]
pub(super) struct Coded {
    /// Where each quarter comes from.
    pub(super) origins: [Origin; 4],
    /// A bit for each quarter of luma that has levels; 16 if there are first ones of colours, 32 if there are others too.
    pub(super) pattern: u8,
    /// In the order in which they are coded. Those of colours lack the first.
    pub(super) levels: [Block; 24],
    /// The first levels of both colours.
    pub(super) first: [[i32; 4]; 2],
}

impl Coded {
    /// One without any difference.
    pub(super) fn like(origin: Origin) -> Self {
        Self {
            origins: [origin; 4],
            pattern: 0,
            levels: [[0; 16]; 24],
            first: [[0; 4]; 2],
        }
    }
}

/// Chooses how to code a macroblock, and returns what it then is.
pub(super) fn code(source: &Pixels, sight: &Sight<'_>, quantizers: &Quantizers) -> (Coded, Pixels) {
    let (origins, predicted) = sight.choose(source, quantizers.qp);
    let mut coded = Coded {
        origins,
        ..Coded::like(Origin::LAST)
    };
    let mut first = [[0; 4]; 2];
    for (block, levels) in coded.levels.iter_mut().enumerate() {
        if source[block] == predicted[block] {
            continue;
        }
        let difference = |i| i32::from(source[block][i]) - i32::from(predicted[block][i]);
        let mut coefficients = forward(&std::array::from_fn(difference));
        *levels = if block < 16 {
            quantizers.luma.levels(&coefficients, &LUMA, 0, sight.cabac)
        } else {
            first[block / 4 - 4][block % 4] = std::mem::take(&mut coefficients[0]);
            quantizers
                .chroma
                .levels(&coefficients, &CHROMA_AC, 1, sight.cabac)
        };
    }
    coded.first = first.map(|first| quantizers.chroma.quantizer.quantize_dc(first));
    coded.pattern = pattern(&coded.levels, &coded.first);
    let pixels = restore(&coded, predicted, quantizers);
    (coded, pixels)
}

/// The bits of [`Coded::pattern`].
fn pattern(levels: &[Block; 24], first: &[[i32; 4]; 2]) -> u8 {
    let mut pattern = 0;
    for (block, levels) in levels.iter().enumerate() {
        if *levels != [0; 16] {
            pattern |= if block < 16 { 1 << (block / 4) } else { 32 };
        }
    }
    match first.iter().flatten().any(|level| *level != 0) {
        true if pattern < 32 => pattern | 16,
        _ => pattern,
    }
}

/// What a decoder makes of it (8.5).
fn restore(coded: &Coded, predicted: Pixels, quantizers: &Quantizers) -> Pixels {
    let mut pixels = predicted;
    let first = coded
        .first
        .map(|first| quantizers.chroma.quantizer.restore_dc(first));
    for (block, (pixels, levels)) in pixels.iter_mut().zip(&coded.levels).enumerate() {
        let coefficients = match block {
            ..16 => quantizers.luma.quantizer.restore(levels),
            _ => {
                let mut coefficients = quantizers.chroma.quantizer.restore(levels);
                coefficients[0] = first[block / 4 - 4][block % 4];
                coefficients
            }
        };
        if coefficients == [0; 16] {
            continue;
        }
        for (pixel, difference) in pixels.iter_mut().zip(inverse(&coefficients)) {
            *pixel = (i32::from(*pixel) + difference).clamp(0, 255) as u8;
        }
    }
    pixels
}
