//! What is coded of a macroblock: where its quarters come from, and the differences.

use super::cabac::Cabac;
use super::intra::{Direction, Surroundings};
use super::motion;
use super::picture::{Pixels, View, place};
use super::prediction::Sight;
use super::residual::{CHROMA_AC, LUMA, LUMA_AC};
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

/// What a macroblock is predicted from: the pictures before, or what is around it.
#[derive(Debug)]
pub(super) struct Coded {
    /// How it continues what is around it, if it does. It then comes from nowhere.
    pub(super) direction: Option<Direction>,
    /// Where each quarter comes from.
    pub(super) origins: [Origin; 4],
    /// A bit for each quarter of luma that has levels; 16 if there are first ones of colours, 32 if there are others too.
    pub(super) pattern: u8,
    /// In the order in which they are coded. Those of colours lack the first, and so do all if there is a direction.
    pub(super) levels: [Block; 24],
    /// The first levels of luma.
    pub(super) first_luma: Block,
    /// The first levels of both colours.
    pub(super) first: [[i32; 4]; 2],
}

impl Coded {
    /// One without any difference.
    pub(super) fn like(origin: Origin) -> Self {
        Self {
            direction: None,
            origins: [origin; 4],
            pattern: 0,
            levels: [[0; 16]; 24],
            first_luma: [0; 16],
            first: [[0; 4]; 2],
        }
    }
}

/// About how many bits it takes that a macroblock continues what is around it.
const CONTINUED: u32 = 10;

/// Chooses how to code a macroblock, and returns what it then is. `now` is the present picture as far as it is decoded.
pub(super) fn code(
    source: &Pixels,
    sight: &Sight<'_>,
    now: &View<'_>,
    quantizers: &Quantizers,
) -> (Coded, Pixels) {
    let worth = motion::worth(quantizers.qp);
    let (cost, origins, predicted) = sight.choose(source, quantizers.qp);
    let continued = match cost > CONTINUED * worth {
        true => Surroundings::of(now, sight.column, sight.row).best(source),
        false => None,
    };
    let continued = continued.filter(|(price, ..)| price + CONTINUED * worth < cost);
    let (direction, origins, predicted) = match continued {
        Some((_, direction, predicted)) => (Some(direction), [Origin::NONE; 4], predicted),
        None => (None, origins, predicted),
    };
    let mut coded = Coded {
        direction,
        origins,
        ..Coded::like(Origin::LAST)
    };
    add_levels(&mut coded, source, &predicted, sight.cabac, quantizers);
    let pixels = restore(&coded, predicted, quantizers);
    (coded, pixels)
}

/// Adds the differences of a macroblock from what is predicted.
fn add_levels(
    coded: &mut Coded,
    source: &Pixels,
    predicted: &Pixels,
    cabac: &Cabac,
    quantizers: &Quantizers,
) {
    let (mut first_luma, mut first) = ([0; 16], [[0; 4]; 2]);
    for (block, levels) in coded.levels.iter_mut().enumerate() {
        if source[block] == predicted[block] {
            continue;
        }
        let difference = |i| i32::from(source[block][i]) - i32::from(predicted[block][i]);
        let mut coefficients = forward(&std::array::from_fn(difference));
        *levels = match (block, coded.direction) {
            (..16, None) => quantizers.luma.levels(&coefficients, &LUMA, 0, cabac),
            (..16, Some(_)) => {
                first_luma[row_by_row(block)] = std::mem::take(&mut coefficients[0]);
                quantizers.luma.levels(&coefficients, &LUMA_AC, 1, cabac)
            }
            _ => {
                first[block / 4 - 4][block % 4] = std::mem::take(&mut coefficients[0]);
                quantizers
                    .chroma
                    .levels(&coefficients, &CHROMA_AC, 1, cabac)
            }
        };
    }
    coded.first_luma = quantizers.luma.quantizer.quantize_luma_dc(&first_luma);
    coded.first = first.map(|first| quantizers.chroma.quantizer.quantize_dc(first));
    coded.pattern = pattern(coded);
}

/// The number of a block of luma in rows of four.
fn row_by_row(block: usize) -> usize {
    let (_, x, y) = place(block);
    y + x / 4
}

/// The bits of [`Coded::pattern`].
fn pattern(coded: &Coded) -> u8 {
    let mut pattern = 0;
    for (block, levels) in coded.levels.iter().enumerate() {
        if *levels != [0; 16] {
            pattern |= match (block, coded.direction) {
                (16.., _) => 32,
                (_, None) => 1 << (block / 4),
                // All quarters or none.
                (_, Some(_)) => 15,
            };
        }
    }
    match coded.first.iter().flatten().any(|level| *level != 0) {
        true if pattern < 32 => pattern | 16,
        _ => pattern,
    }
}

/// What a decoder makes of it (8.5).
fn restore(coded: &Coded, predicted: Pixels, quantizers: &Quantizers) -> Pixels {
    let mut pixels = predicted;
    let first_luma = match coded.direction {
        Some(_) => quantizers.luma.quantizer.restore_luma_dc(&coded.first_luma),
        None => [0; 16],
    };
    let first = coded
        .first
        .map(|first| quantizers.chroma.quantizer.restore_dc(first));
    for (block, (pixels, levels)) in pixels.iter_mut().zip(&coded.levels).enumerate() {
        let coefficients = match block {
            ..16 => {
                let mut coefficients = quantizers.luma.quantizer.restore(levels);
                if coded.direction.is_some() {
                    coefficients[0] = first_luma[row_by_row(block)];
                }
                coefficients
            }
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
