//! LZW as GIF has it: codes that grow from 3 to 12 bits, in blocks of up to 255 bytes.

/// Codes that the longest code has room for.
const CODES: usize = 1 << 12;
/// Places of the table, twice the codes, so that looking for one takes few steps.
const PLACES: usize = 2 * CODES;
const BLOCK: usize = 255;

/// Encodes pictures of indices; its memory is used again.
pub(super) struct Lzw {
    /// A string's prefix and last index in the upper 20 bits, its code in the lower 12.
    table: Vec<u32>,
}

impl Lzw {
    pub(super) fn new() -> Self {
        Self {
            table: vec![0; PLACES],
        }
    }

    /// Appends the code size, the blocks and the empty block that ends them. `bits` is that of the indices, 2 to 8.
    pub(super) fn encode(&mut self, indices: &[u8], bits: u8, out: &mut Vec<u8>) {
        let (clear, end) = (1u32 << bits, (1u32 << bits) + 1);
        let mut codes = Codes::new(bits, out);
        codes.put(clear);
        self.table.fill(0);
        let mut next = end + 1;
        let Some((first, rest)) = indices.split_first() else {
            codes.put(end);
            return codes.finish();
        };
        let mut prefix = u32::from(*first);
        for &index in rest {
            let string = prefix << 8 | u32::from(index);
            match self.find(string) {
                Ok(code) => prefix = code,
                Err(place) => {
                    codes.put(prefix);
                    prefix = u32::from(index);
                    if next as usize == CODES {
                        codes.put(clear);
                        codes.width = u32::from(bits) + 1;
                        self.table.fill(0);
                        next = end + 1;
                        continue;
                    }
                    // A code is never 0, so that a string of one index 0 differs from an empty place.
                    self.table[place] = string << 12 | next;
                    // The decoder learns a string one code later.
                    if next == 1 << codes.width {
                        codes.width += 1;
                    }
                    next += 1;
                }
            }
        }
        codes.put(prefix);
        // The decoder has learned from this code too.
        if next == 1 << codes.width && codes.width < 12 {
            codes.width += 1;
        }
        codes.put(end);
        codes.finish();
    }

    /// The code of a string, or the place for one.
    fn find(&self, string: u32) -> Result<u32, usize> {
        // Fibonacci hashing.
        let mut place = (string.wrapping_mul(0x9E37_79B1) >> 19) as usize & (PLACES - 1);
        loop {
            let entry = self.table[place];
            if entry >> 12 == string && entry != 0 {
                return Ok(entry & 0xFFF);
            }
            if entry == 0 {
                return Err(place);
            }
            place = (place + 1) & (PLACES - 1);
        }
    }
}

/// Codes on their way into blocks.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    /// The position of the length of the block that is being filled.
    block: usize,
    pending: u64,
    bits: u32,
    /// Bits of a code.
    width: u32,
}

impl<'a> Codes<'a> {
    fn new(bits: u8, out: &'a mut Vec<u8>) -> Self {
        out.push(bits);
        let block = out.len();
        out.push(0);
        Self {
            out,
            block,
            pending: 0,
            bits: 0,
            width: u32::from(bits) + 1,
        }
    }

    fn put(&mut self, code: u32) {
        self.pending |= u64::from(code) << self.bits;
        self.bits += self.width;
        while self.bits >= 8 {
            self.byte();
            self.bits -= 8;
        }
    }

    fn byte(&mut self) {
        if self.out.len() - self.block > BLOCK {
            self.out[self.block] = BLOCK as u8;
            self.block = self.out.len();
            self.out.push(0);
        }
        self.out.push(self.pending as u8);
        self.pending >>= 8;
    }

    fn finish(mut self) {
        if self.bits > 0 {
            self.byte();
        }
        self.out[self.block] = (self.out.len() - self.block - 1) as u8;
        self.out.push(0);
    }
}
