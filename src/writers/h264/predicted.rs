//! Pictures of which only what changed is coded.

use super::MAX_QP;
use super::bits::{BitWriter, push_nal};
use super::cabac::Cabac;
use super::keyframe::{FRAME_NUM_BITS, KEPT_PICTURES, OUR_PARAMETERS};
use super::macroblock::{Coded, Quantizers, code};
use super::picture::{Picture, Pixels, View};
use super::prediction::Sight;
use super::syntax::{Known, Neighbors, QpChange};
use super::vectors::Origin;

/// The quantiser that slices have if they do not say otherwise.
const DEFAULT_QP: i32 = 26;
/// Bits that a macroblock has at most, about: 3200 are the limit (A.3.1). One of more is coded more coarsely.
const MOST_BITS: usize = 3000;
const COARSER: u8 = 4;

/// What of a macroblock is to be coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// It is as in the last picture.
    Nothing,
    /// It is other, and stays so.
    Lasting,
    /// It is other, and the next picture's is again.
    Passing,
}

/// Encodes pictures after a keyframe, each as what differs from it or from the last one. No edges are filtered, so that a
/// macroblock in which nothing changes is left out.
#[derive(Debug, Default)]
pub(crate) struct Predictor {
    keyframe: Picture,
    last: Picture,
    /// The present one as far as it is coded, and then as the last one.
    now: Picture,
    /// The macroblocks of the present picture that differ from the last one, with their columns and rows.
    written: Vec<((usize, usize), Pixels)>,
    /// Pictures since the keyframe.
    count: u32,
}

impl Predictor {
    /// Begins anew after a keyframe, as it is decoded.
    pub(crate) fn begin(&mut self, keyframe: View<'_>) {
        self.keyframe = Picture::of(keyframe);
        self.last.clone_from(&self.keyframe);
        self.now.clone_from(&self.keyframe);
        self.count = 0;
    }

    /// What a decoder shows of the last picture.
    #[cfg(test)]
    pub(super) fn last(&self) -> View<'_> {
        self.last.view()
    }

    /// Encodes the next picture, in Annex B form; what changed of its macroblocks stands row by row.
    pub(crate) fn encode(&mut self, source: View<'_>, changes: &[Change], qps: [u8; 2]) -> Vec<u8> {
        self.count += 1;
        let [lasting, passing] = qps.map(Quantizers::new);
        let mut slice = Slice {
            cabac: Cabac::new(self.header(qps[0]), qps[0]),
            qp: qps[0],
            has_changed: false,
        };
        let mut above = vec![Known::OUTSIDE; self.last.columns + 1];
        for (row, changes) in changes.chunks(self.last.columns).enumerate() {
            let (mut left, mut above_left) = (Known::OUTSIDE, Known::OUTSIDE);
            for (column, change) in changes.iter().enumerate() {
                if (column, row) != (0, 0) {
                    slice.cabac.go_on();
                }
                let neighbors = Neighbors {
                    left,
                    above: above[column],
                    above_right: above[column + 1],
                    above_left,
                };
                let quantizers = match change {
                    Change::Nothing => None,
                    Change::Lasting => Some(&lasting),
                    Change::Passing => Some(&passing),
                };
                left = match quantizers {
                    Some(quantizers) => {
                        let pixels = source.macroblock(column, row);
                        self.macroblock(&mut slice, &pixels, (column, row), quantizers, &neighbors)
                    }
                    None => slice.rest(self.pictures(), qps[0], &neighbors),
                };
                above_left = std::mem::replace(&mut above[column], left);
            }
        }
        for ((column, row), pixels) in self.written.drain(..) {
            self.last.set_macroblock(column, row, &pixels);
        }
        let mut out = Vec::new();
        push_nal(&slice.cabac.finish(), &mut out);
        out
    }

    /// Encodes a macroblock that is other than in the last picture.
    fn macroblock(
        &mut self,
        slice: &mut Slice,
        pixels: &Pixels,
        (column, row): (usize, usize),
        quantizers: &Quantizers,
        neighbors: &Neighbors,
    ) -> Known {
        let pictures = [self.last.view(), self.keyframe.view()];
        let pictures = &pictures[..self.pictures()];
        let (place, before) = (slice.cabac.place(), (slice.qp, slice.has_changed));
        let mut quantizers = *quantizers;
        let (known, restored) = loop {
            let sight = Sight {
                pictures,
                column,
                row,
                around: neighbors.around(),
                cabac: &slice.cabac,
            };
            let (coded, restored) = code(pixels, &sight, &self.now.view(), &quantizers);
            let known = slice.write(&coded, pictures.len(), quantizers.qp, neighbors);
            if slice.cabac.bits_since(&place) <= MOST_BITS || quantizers.qp == MAX_QP {
                break (known, restored);
            }
            slice.cabac.go_back(&place);
            (slice.qp, slice.has_changed) = before;
            quantizers = Quantizers::new((quantizers.qp + COARSER).min(MAX_QP));
        };
        self.now.set_macroblock(column, row, &restored);
        self.written.push(((column, row), restored));
        known
    }

    /// How many pictures this one may be like: after the keyframe, only that.
    fn pictures(&self) -> usize {
        self.count.min(KEPT_PICTURES) as usize
    }

    /// The header of the NAL unit and of its slice (7.3.1 and 7.3.3).
    fn header(&self, qp: u8) -> Vec<u8> {
        let mut out = BitWriter::default();
        // A slice of a picture that others are predicted from.
        out.push(0x61, 8);
        out.golomb(0);
        // All slices of the picture are predicted.
        out.golomb(5);
        out.golomb(OUR_PARAMETERS);
        out.number(self.count, FRAME_NUM_BITS);
        // The pictures that it is predicted from: the last one first, the keyframe as the last.
        out.push(1, 1);
        out.golomb(self.pictures() as u32 - 1);
        out.push(0, 1);
        // Older ones are forgotten in their order.
        out.push(0, 1);
        out.golomb(CABAC_INIT);
        out.signed_golomb(i32::from(qp) - DEFAULT_QP);
        // No filter.
        out.golomb(1);
        out.finish(1)
    }
}

/// The table of contexts, `cabac_init_idc`.
const CABAC_INIT: u32 = 0;

/// The code of a picture.
#[derive(Debug)]
struct Slice {
    cabac: Cabac,
    /// The quantiser of the last macroblock, and whether it differed from the one before.
    qp: u8,
    has_changed: bool,
}

impl Slice {
    /// Writes a macroblock that is as in the last picture.
    fn rest(&mut self, pictures: usize, qp: u8, neighbors: &Neighbors) -> Known {
        if neighbors.around().skipped() == Origin::LAST {
            self.has_changed = false;
            return self.cabac.skipped(Origin::LAST, neighbors);
        }
        self.write(&Coded::like(Origin::LAST), pictures, qp, neighbors)
    }

    /// Writes a macroblock.
    fn write(&mut self, coded: &Coded, pictures: usize, qp: u8, neighbors: &Neighbors) -> Known {
        let has_changed = std::mem::take(&mut self.has_changed);
        let origin = neighbors.around().skipped();
        let is_predicted = coded.direction.is_none();
        if is_predicted && coded.pattern == 0 && coded.origins == [origin; 4] {
            return self.cabac.skipped(origin, neighbors);
        }
        let mut change = None;
        if coded.pattern > 0 || !is_predicted {
            // The way round that is shorter (7.4.5).
            let by = (i32::from(qp) - i32::from(self.qp) + 26).rem_euclid(52) - 26;
            change = Some(QpChange { by, has_changed });
            (self.qp, self.has_changed) = (qp, by != 0);
        }
        self.cabac.coded(coded, pictures, change, neighbors)
    }
}
