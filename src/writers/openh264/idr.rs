//! The numbers of pictures that decoding can begin at, `idr_pic_id`: those of two in a row differ (H.264, 7.4.3).
//!
//! Each encoder counts its own, so that they are equal where pictures of several encoders, or parts of a film, meet.

use crate::writers::mp4::nal_units;

/// Kinds of NAL units.
const IDR_SLICE: u8 = 5;
const SEQUENCE_PARAMETERS: u8 = 7;
/// Profiles whose sequence parameters have no chroma format.
const PROFILES: [u8; 3] = [66, 77, 88];

/// A picture with its parameter sets, in Annex B form, with the number 0 or 1; `None` if it is not as the encoder writes
/// it: baseline profile, without CABAC, which would align the pixels behind the number to bytes.
pub(super) fn numbered(annex_b: &[u8], number: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(annex_b.len() + 8);
    let mut frame_num_bits = None;
    for nal in nal_units(annex_b) {
        out.extend([0, 0, 0, 1]);
        match nal.first()? & 31 {
            IDR_SLICE => {
                let slice = renumber(&without_escapes(nal), frame_num_bits?, number)?;
                push_escaped(&slice, &mut out);
                continue;
            }
            SEQUENCE_PARAMETERS => frame_num_bits = Some(bits_of_frame_num(nal)?),
            _ => (),
        }
        out.extend(nal);
    }
    Some(out)
}

/// The length of the number of a frame, `log2_max_frame_num` (7.3.2.1.1).
fn bits_of_frame_num(nal: &[u8]) -> Option<usize> {
    if !PROFILES.contains(nal.get(1)?) {
        return None;
    }
    let bytes = without_escapes(nal);
    // After profile, constraints and level.
    let mut bits = Bits::new(&bytes, 32);
    let _id = bits.golomb()?;
    Some(bits.golomb()? as usize + 4)
}

/// A slice (7.3.3) with another number.
fn renumber(slice: &[u8], frame_num_bits: usize, number: bool) -> Option<Vec<u8>> {
    let mut bits = Bits::new(slice, 8);
    let _header = (bits.golomb()?, bits.golomb()?, bits.golomb()?);
    bits.at += frame_num_bits;
    let start = bits.at;
    bits.golomb()?;
    let last = slice.iter().rposition(|byte| *byte != 0)?;
    // The last bit that is set ends the data.
    let end = 8 * last + 8 - slice[last].trailing_zeros() as usize;
    let mut out = BitWriter::default();
    out.copy(slice, 0, start);
    match number {
        false => out.push(0b1, 1),
        true => out.push(0b010, 3),
    }
    out.copy(slice, bits.at, end);
    Some(out.finish())
}

/// Reads bits.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn bit(&mut self) -> Option<u32> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    /// An exponential Golomb code without a sign (9.1).
    fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while self.bit()? == 0 {
            zeros += 1;
        }
        let mut value = 1u32;
        for _ in 0..zeros {
            value = value.checked_mul(2)? + self.bit()?;
        }
        Some(value - 1)
    }
}

/// Writes bits.
#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that are no whole byte yet, and how many.
    rest: u32,
    count: usize,
}

impl BitWriter {
    /// Appends up to 8 bits.
    fn push(&mut self, bits: u8, count: usize) {
        self.rest = self.rest << count | u32::from(bits);
        self.count += count;
        if self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.rest >> self.count) as u8);
        }
    }

    /// Appends the bits between these positions.
    fn copy(&mut self, bytes: &[u8], start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let count = (8 - at % 8).min(end - at);
            let byte = bytes[at / 8] << (at % 8) >> (8 - count);
            self.push(byte, count);
            at += count;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.push(0, 8 - self.count);
        }
        self.bytes
    }
}

/// The bytes of a NAL unit without those that keep it from having start codes (7.4.1).
fn without_escapes(nal: &[u8]) -> Vec<u8> {
    let (mut bytes, mut zeros) = (Vec::with_capacity(nal.len()), 0);
    for byte in nal {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        bytes.push(*byte);
    }
    bytes
}

fn push_escaped(bytes: &[u8], out: &mut Vec<u8>) {
    let mut zeros = 0;
    for byte in bytes {
        if zeros == 2 && *byte <= 3 {
            out.push(3);
            zeros = 0;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        out.push(*byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sequence parameters with frame numbers of 15 bits, and a slice with this header and these data.
    fn picture(number: &str, data: &str) -> Vec<u8> {
        let header = format!("01100101 1 011 1 000000000000000 {number} {data}");
        let mut writer = BitWriter::default();
        for bit in header.bytes().filter(|byte| *byte != b' ') {
            writer.push(bit - b'0', 1);
        }
        let mut out = vec![
            0,
            0,
            0,
            1,
            0x67,
            66,
            0xC0,
            13,
            0b1000_1100,
            0x80,
            0,
            0,
            0,
            1,
        ];
        push_escaped(&writer.finish(), &mut out);
        out
    }

    #[test]
    fn slices_get_other_numbers_and_keep_their_data() {
        let zeros = "0".repeat(50);
        for data in [
            "1",
            "0011",
            &format!("1{zeros}11{zeros}1"),
            &"01".repeat(99),
        ] {
            let data = format!("{data}1");
            for number in ["1", "010", "011", "00100", "00000100000"] {
                let made = picture(number, &data);
                assert_eq!(numbered(&made, false), Some(picture("1", &data)));
                assert_eq!(numbered(&made, true), Some(picture("010", &data)));
            }
        }
        let escaped = picture("1", &format!("1{zeros}1"));
        assert!(escaped.windows(3).any(|three| three == [0, 0, 3]));
        assert_eq!(numbered(&escaped[10..], true), None, "without parameters");
    }
}
