//! Bits of NAL units.

/// Reads bits.
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub(super) fn bit(&mut self) -> Option<u32> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    /// An exponential Golomb code without a sign (9.1).
    pub(super) fn golomb(&mut self) -> Option<u32> {
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

/// The number that stands for one with a sign (9.1.1).
pub(super) fn unsigned(value: i32) -> u32 {
    let twice = 2 * value.unsigned_abs();
    if value > 0 { twice - 1 } else { twice }
}

/// Writes bits.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that are no whole byte yet, and how many.
    rest: u32,
    count: usize,
}

impl BitWriter {
    /// Appends up to 8 bits.
    pub(super) fn push(&mut self, bits: u8, count: usize) {
        self.rest = self.rest << count | u32::from(bits);
        self.count += count;
        if self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.rest >> self.count) as u8);
        }
    }

    /// Appends up to 32 bits.
    pub(super) fn number(&mut self, bits: u32, count: usize) {
        for at in (0..count).rev() {
            self.push((bits >> at & 1) as u8, 1);
        }
    }

    /// Appends an exponential Golomb code without a sign (9.1).
    pub(super) fn golomb(&mut self, value: u32) {
        let length = (value + 1).ilog2() as usize;
        self.number(0, length);
        self.number(value + 1, length + 1);
    }

    /// Appends an exponential Golomb code with a sign.
    pub(super) fn signed_golomb(&mut self, value: i32) {
        self.golomb(unsigned(value));
    }

    /// Appends the bits between these positions.
    pub(super) fn copy(&mut self, bytes: &[u8], start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let count = (8 - at % 8).min(end - at);
            let byte = bytes[at / 8] << (at % 8) >> (8 - count);
            self.push(byte, count);
            at += count;
        }
    }

    /// The bytes, the last one filled up with copies of this bit.
    pub(super) fn finish(mut self, fill: u8) -> Vec<u8> {
        while self.count > 0 {
            self.push(fill, 1);
        }
        self.bytes
    }
}

/// Where the data of a NAL unit end: after the last bit that is set, or before it as it only says so.
pub(super) fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.iter().rposition(|byte| *byte != 0)?;
    Some(8 * last + 7 - bytes[last].trailing_zeros() as usize)
}

/// The bytes of a NAL unit without those that keep it from having start codes (7.4.1).
pub(super) fn without_escapes(nal: &[u8]) -> Vec<u8> {
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

/// Appends a NAL unit, with its start code.
pub(super) fn push_nal(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend([0, 0, 0, 1]);
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
