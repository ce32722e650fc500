//! The transform of blocks of 4 x 4 differences, and its quantisation (H.264, 8.5).

/// A block, row by row.
pub(super) type Block = [i32; 16];

/// The places of coefficients in the order in which they are coded (table 8-2).
pub(super) const ZIGZAG: [usize; 16] = [0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15];

/// The steps of coefficients in even rows and columns, in odd ones, and in others (8.5.9).
const STEPS: [[i32; 3]; 6] = [
    [10, 16, 13],
    [11, 18, 14],
    [13, 20, 16],
    [14, 23, 18],
    [16, 25, 20],
    [18, 29, 23],
];
/// The factors that divide by these steps and undo the scale of the transform, in 2^-15.
const FACTORS: [[i32; 3]; 6] = [
    [13107, 5243, 8066],
    [11916, 4660, 7490],
    [10082, 4194, 6554],
    [9362, 3647, 5825],
    [8192, 3355, 5243],
    [7282, 2893, 4559],
];
/// Quantisers of chroma by those of luma, from 30 on (table 8-15).
const CHROMA_QP: [u8; 22] = [
    29, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38, 38, 38, 39, 39, 39, 39,
];

/// The kind of a coefficient: an index into steps.
fn kind(place: usize) -> usize {
    match (place / 4 % 2, place % 2) {
        (0, 0) => 0,
        (1, 1) => 1,
        _ => 2,
    }
}

/// By how much the quantiser of chroma is finer than it is by default: lines are coloured.
pub(super) const FINER_CHROMA: u8 = 3;

/// The quantiser of chroma that belongs to one of luma (8.5.8).
pub(super) fn chroma_qp(qp: u8) -> u8 {
    let qp = qp.saturating_sub(FINER_CHROMA);
    match qp.checked_sub(30) {
        Some(beyond) => CHROMA_QP[usize::from(beyond).min(21)],
        None => qp,
    }
}

/// A step of quantisation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantizer {
    factors: [i32; 16],
    steps: [i32; 16],
    shift: u32,
}

impl Quantizer {
    pub(super) fn new(qp: u8) -> Self {
        let (row, sixths) = (usize::from(qp % 6), u32::from(qp / 6));
        let steps = |place| STEPS[row][kind(place)] << sixths;
        Self {
            factors: std::array::from_fn(|place| FACTORS[row][kind(place)]),
            steps: std::array::from_fn(steps),
            shift: 15 + sixths,
        }
    }

    /// The nearest level, in the order in which they are coded.
    pub(super) fn quantize(&self, coefficients: &Block) -> Block {
        ZIGZAG.map(|place| level(coefficients[place], self.factors[place], self.shift, 2))
    }

    /// The coefficients of levels.
    pub(super) fn restore(&self, levels: &Block) -> Block {
        let mut coefficients = [0; 16];
        for (place, level) in ZIGZAG.into_iter().zip(levels) {
            coefficients[place] = level * self.steps[place];
        }
        coefficients
    }

    /// The squared difference to pixels, in 2^-16, that a coefficient makes if this is its level; by the place of that.
    pub(super) fn error(&self, coefficient: i32, level: i32, place: usize) -> i64 {
        // The transform and its inverse have other scales (8.5.12.2 undoes them), in 2^-6, and squares have others.
        let place = ZIGZAG[place];
        let (scale, square) = [(16, 100), (25, 16), (20, 40)][kind(place)];
        let error = i64::from(64 * coefficient) - i64::from(level * self.steps[place]) * scale;
        error.pow(2) * square / 100
    }

    /// The levels of the first coefficients of the blocks of luma, row by row, themselves transformed.
    pub(super) fn quantize_luma_dc(&self, coefficients: &Block) -> Block {
        let transformed = both(coefficients, hadamard_4).map(|value| value / 2);
        ZIGZAG.map(|place| level(transformed[place], self.factors[0], self.shift + 1, 3))
    }

    /// The first coefficients of the blocks of luma, row by row (8.5.10).
    pub(super) fn restore_luma_dc(&self, levels: &Block) -> Block {
        let mut coefficients = [0; 16];
        for (place, level) in ZIGZAG.into_iter().zip(levels) {
            coefficients[place] = *level;
        }
        both(&coefficients, hadamard_4).map(|value| (value * self.steps[0] + 2) >> 2)
    }

    /// The levels of the first coefficients of four blocks of chroma, themselves transformed.
    pub(super) fn quantize_dc(&self, coefficients: [i32; 4]) -> [i32; 4] {
        hadamard(coefficients).map(|value| level(value, self.factors[0], self.shift + 1, 3))
    }

    /// The first coefficients of four blocks of chroma (8.5.11.2).
    pub(super) fn restore_dc(&self, levels: [i32; 4]) -> [i32; 4] {
        hadamard(levels).map(|value| (value * self.steps[0]) >> 1)
    }
}

/// The level of a coefficient, rounded up from this part of a level on.
fn level(coefficient: i32, factor: i32, shift: u32, part: i32) -> i32 {
    let level = (coefficient.abs() * factor + (1 << shift) / part) >> shift;
    if coefficient < 0 { -level } else { level }
}

fn hadamard([a, b, c, d]: [i32; 4]) -> [i32; 4] {
    [a + b + c + d, a - b + c - d, a + b - c - d, a - b - c + d]
}

fn hadamard_4([a, b, c, d]: [i32; 4]) -> [i32; 4] {
    [a + b + c + d, a + b - c - d, a - b - c + d, a - b + c - d]
}

/// Transforms four values in each direction.
fn both(block: &Block, transform: impl Fn([i32; 4]) -> [i32; 4]) -> Block {
    let mut rows = [0; 16];
    for y in 0..4 {
        let row = transform([0, 1, 2, 3].map(|x| block[4 * y + x]));
        rows[4 * y..][..4].copy_from_slice(&row);
    }
    let mut out = [0; 16];
    for x in 0..4 {
        let column = transform([0, 1, 2, 3].map(|y| rows[4 * y + x]));
        for (y, value) in column.into_iter().enumerate() {
            out[4 * y + x] = value;
        }
    }
    out
}

/// The coefficients of differences.
pub(super) fn forward(differences: &Block) -> Block {
    both(differences, |[a, b, c, d]| {
        let (sum, inner) = (a + d, b + c);
        let (far, near) = (a - d, b - c);
        [sum + inner, 2 * far + near, sum - inner, far - 2 * near]
    })
}

/// The differences of coefficients (8.5.12.2).
pub(super) fn inverse(coefficients: &Block) -> Block {
    let transformed = both(coefficients, |[a, b, c, d]| {
        let (sum, difference) = (a + c, a - c);
        let (low, high) = ((b >> 1) - d, b + (d >> 1));
        [sum + high, difference + low, difference - low, sum - high]
    });
    transformed.map(|value| (value + 32) >> 6)
}
