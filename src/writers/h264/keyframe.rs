//! Keyframes of OpenH264, with the parameters of a stream that has pictures of ours too.

use super::bits::{BitReader, BitWriter, end, push_nal, without_escapes};
use super::transform::FINER_CHROMA;
use crate::writers::mp4::nal_units;

/// Kinds of NAL units (table 7-1).
const IDR_SLICE: u8 = 5;
const SEQUENCE_PARAMETERS: u8 = 7;
const PICTURE_PARAMETERS: u8 = 8;
/// Profiles (A.2): what OpenH264 writes, which CABAC is not part of, and one that has both.
const BASELINE: u8 = 66;
const MAIN: u8 = 77;
/// The set of picture parameters of our pictures; that of OpenH264 is the first one.
pub(super) const OUR_PARAMETERS: u32 = 1;
/// The length of the numbers of frames, `log2_max_frame_num`, that OpenH264 writes, and what it says of their order:
/// that it is the one in which they are shown.
pub(super) const FRAME_NUM_BITS: usize = 15;
const SHOWN_AS_CODED: u32 = 2;
/// Pictures that a decoder keeps.
pub(super) const KEPT_PICTURES: u32 = 2;

/// A keyframe with its parameter sets, in Annex B form, with the number 0 or 1; `is_kept` if it is to stay one of the
/// pictures that others are predicted from. `None` if it is not as OpenH264 writes it.
///
/// The number, `idr_pic_id`, differs between two in a row (7.4.3): each encoder counts its own, so that they are equal
/// where pictures of several encoders, or parts of a film, meet.
pub(crate) fn adapt(annex_b: &[u8], number: bool, is_kept: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(annex_b.len() + 32);
    for nal in nal_units(annex_b) {
        match nal.first()? & 31 {
            IDR_SLICE => push_nal(&slice(&without_escapes(nal), number, is_kept)?, &mut out),
            SEQUENCE_PARAMETERS => push_nal(&sequence(&without_escapes(nal))?, &mut out),
            PICTURE_PARAMETERS => {
                push_nal(&without_escapes(nal), &mut out);
                push_nal(&picture_parameters(), &mut out);
            }
            _ => push_nal(&without_escapes(nal), &mut out),
        }
    }
    Some(out)
}

/// Sequence parameters (7.3.2.1.1) of the main profile, with more pictures kept.
fn sequence(nal: &[u8]) -> Option<Vec<u8>> {
    let [header, BASELINE, _, level, ..] = *nal else {
        return None;
    };
    let mut out = BitWriter::default();
    // Constraint 1: all decoders of the main profile decode it.
    for byte in [header, MAIN, 0x40, level] {
        out.push(byte, 8);
    }
    let mut bits = BitReader::new(nal, 32);
    let (id, frame_num, order) = (bits.golomb()?, bits.golomb()?, bits.golomb()?);
    if (id, frame_num as usize + 4, order) != (0, FRAME_NUM_BITS, SHOWN_AS_CODED) {
        return None;
    }
    out.copy(nal, 32, bits.at);
    bits.golomb()?;
    out.golomb(KEPT_PICTURES);
    // The last property of the picture is how many are kept, again; OpenH264 keeps one.
    let end = end(nal)?;
    let start = end.checked_sub(3)?;
    let mut rest = BitReader::new(nal, start);
    if (rest.golomb()?, rest.at) != (1, end) {
        return None;
    }
    out.copy(nal, bits.at, start);
    out.golomb(KEPT_PICTURES);
    out.push(1, 1);
    Some(out.finish(0))
}

/// The parameters of our pictures (7.3.2.2).
fn picture_parameters() -> Vec<u8> {
    let mut out = BitWriter::default();
    out.push(0x60 | PICTURE_PARAMETERS, 8);
    out.golomb(OUR_PARAMETERS);
    out.golomb(0);
    // CABAC, frames in one group of slices, which have one picture to be predicted from unless they say otherwise.
    out.push(0b10, 2);
    (0..3).for_each(|_| out.golomb(0));
    // No weights; quantisers that differ from the default ones for chroma only.
    out.push(0b000, 3);
    out.golomb(0);
    out.golomb(0);
    out.signed_golomb(-i32::from(FINER_CHROMA));
    // Slices say whether blocks are filtered.
    out.push(0b100, 3);
    out.push(1, 1);
    out.finish(0)
}

/// A slice of a keyframe (7.3.3).
fn slice(nal: &[u8], number: bool, is_kept: bool) -> Option<Vec<u8>> {
    let mut bits = BitReader::new(nal, 8);
    let _header = (bits.golomb()?, bits.golomb()?, bits.golomb()?);
    bits.at += FRAME_NUM_BITS;
    let start = bits.at;
    bits.golomb()?;
    let _no_output_of_prior_pictures = (bits.bit()?, bits.bit()?);
    let mut out = BitWriter::default();
    out.copy(nal, 0, start);
    out.golomb(u32::from(number));
    out.push(u8::from(is_kept), 2);
    out.copy(nal, bits.at, end(nal)?);
    out.push(1, 1);
    Some(out.finish(0))
}
