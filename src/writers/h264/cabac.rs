//! Context-adaptive binary arithmetic coding (H.264, 9.3).

use super::cabac_tables::{AFTER_LPS, CONTEXTS, COSTS, FIRST, LPS_RANGES};

const COUNT: usize = FIRST + CONTEXTS.len();
/// The state that is not adapted further.
const LAST_STATE: u8 = 62;

/// What takes the bins that something is coded as.
pub(super) trait Bins {
    /// Takes a bin in a context.
    fn bin(&mut self, bin: bool, context: usize);

    /// Takes a bin of which both values are as probable.
    fn bypass(&mut self, bin: bool);
}

/// Encodes bins, each with the probabilities of its context.
#[derive(Debug, Clone)]
pub(super) struct Cabac {
    /// The bytes so far, those before the coded ones first.
    bytes: Vec<u8>,
    engine: Engine,
    /// Of each context twice the state, plus the more probable bin.
    contexts: [u8; COUNT],
}

/// What is coded, but not yet bytes.
#[derive(Debug, Clone, Copy)]
struct Engine {
    low: u32,
    range: u32,
    /// Bits in `low` beyond its ten, less eight: when it is not negative, there is a byte.
    excess: i32,
    /// Bytes of ones that a carry would change.
    outstanding: usize,
}

/// A place to go back to.
#[derive(Debug)]
pub(super) struct Place {
    length: usize,
    last: u8,
    engine: Engine,
    contexts: [u8; COUNT],
}

impl Engine {
    /// The state of 9.3.4.1: the first of its ten bits is not written.
    const START: Self = Self {
        low: 0,
        range: 0x1FE,
        excess: -9,
        outstanding: 0,
    };
}

impl Cabac {
    /// Begins the data of a slice with this quantiser, after these bytes (9.3.1.1).
    pub(super) fn new(bytes: Vec<u8>, qp: u8) -> Self {
        let mut contexts = [0; COUNT];
        for (context, (m, n)) in contexts[FIRST..].iter_mut().zip(CONTEXTS) {
            let state = ((i32::from(m) * i32::from(qp)) >> 4) + i32::from(n);
            *context = match state.clamp(1, 126) as u8 {
                state @ ..64 => 2 * (63 - state),
                state => 2 * (state - 64) + 1,
            };
        }
        Self {
            bytes,
            engine: Engine::START,
            contexts,
        }
    }

    /// Encodes that the data go on.
    pub(super) fn go_on(&mut self) {
        self.engine.range -= 2;
        self.renormalize();
    }

    /// Encodes that the data end here, and returns all bytes (9.3.4.5).
    pub(super) fn finish(mut self) -> Vec<u8> {
        let engine = &mut self.engine;
        engine.low = (engine.low + engine.range - 2) | 1;
        engine.low <<= 9;
        engine.excess += 9;
        self.put();
        self.put();
        let engine = &mut self.engine;
        engine.low <<= -engine.excess;
        engine.excess = 0;
        self.put();
        let length = self.bytes.len() + self.engine.outstanding;
        self.bytes.resize(length, 0xFF);
        self.bytes
    }

    fn renormalize(&mut self) {
        let engine = &mut self.engine;
        // Ranges have nine bits.
        let shift = engine.range.leading_zeros() - 23;
        engine.range <<= shift;
        engine.low <<= shift;
        engine.excess += shift as i32;
        self.put();
    }

    /// Writes a byte if there is one.
    fn put(&mut self) {
        let engine = &mut self.engine;
        if engine.excess < 0 {
            return;
        }
        let byte = engine.low >> (engine.excess + 10);
        engine.low &= (1 << (engine.excess + 10)) - 1;
        engine.excess -= 8;
        if byte == 0xFF {
            engine.outstanding += 1;
            return;
        }
        let carry = (byte >> 8) as u8;
        if let Some(last) = self.bytes.last_mut() {
            *last = last.wrapping_add(carry);
        }
        let rest = self.bytes.len() + std::mem::take(&mut engine.outstanding);
        self.bytes.resize(rest, 0xFFu8.wrapping_add(carry));
        self.bytes.push(byte as u8);
    }

    /// The present place.
    pub(super) fn place(&self) -> Place {
        Place {
            length: self.bytes.len(),
            last: self.bytes.last().copied().unwrap_or_default(),
            engine: self.engine,
            contexts: self.contexts,
        }
    }

    /// Forgets what was encoded since.
    pub(super) fn go_back(&mut self, place: &Place) {
        self.bytes.truncate(place.length);
        if let Some(last) = self.bytes.last_mut() {
            *last = place.last;
        }
        self.engine = place.engine;
        self.contexts = place.contexts;
    }

    /// About how many bits were encoded since.
    pub(super) fn bits_since(&self, place: &Place) -> usize {
        let bits = |engine: Engine, length| {
            8 * (length + engine.outstanding) as i64 + i64::from(engine.excess)
        };
        let since = bits(self.engine, self.bytes.len()) - bits(place.engine, place.length);
        since.max(0) as usize
    }
}

impl Bins for Cabac {
    /// 9.3.4.2.
    fn bin(&mut self, bin: bool, context: usize) {
        let context = &mut self.contexts[context];
        let (state, likely) = (*context >> 1, *context & 1);
        let engine = &mut self.engine;
        let lps = LPS_RANGES[usize::from(state)][(engine.range >> 6 & 3) as usize];
        engine.range -= u32::from(lps);
        if u8::from(bin) == likely {
            *context = 2 * (state + 1).min(LAST_STATE) + likely;
        } else {
            engine.low += engine.range;
            engine.range = u32::from(lps);
            let likely = if state == 0 { 1 - likely } else { likely };
            *context = 2 * AFTER_LPS[usize::from(state)] + likely;
        }
        self.renormalize();
    }

    /// 9.3.4.4.
    fn bypass(&mut self, bin: bool) {
        let engine = &mut self.engine;
        engine.low <<= 1;
        if bin {
            engine.low += engine.range;
        }
        engine.excess += 1;
        self.put();
    }
}

/// What bins would cost.
#[derive(Debug)]
pub(super) struct Cost<'a> {
    contexts: &'a [u8; COUNT],
    /// In 1/256 bit.
    pub(super) sum: u32,
}

impl<'a> Cost<'a> {
    /// Nothing yet, of bins that would be the next ones.
    pub(super) fn after(cabac: &'a Cabac) -> Self {
        Self {
            contexts: &cabac.contexts,
            sum: 0,
        }
    }
}

impl Bins for Cost<'_> {
    fn bin(&mut self, bin: bool, context: usize) {
        let state = self.contexts[context];
        self.sum += u32::from(COSTS[usize::from(state ^ u8::from(bin))]);
    }

    fn bypass(&mut self, _bin: bool) {
        self.sum += 256;
    }
}
