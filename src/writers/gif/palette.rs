//! Choosing the colours of a palette.

use super::census::{Census, ColorShare};
use super::nearest::{Nearest, WEIGHTS};

/// How many times the chosen colours move to the mean of those they represent.
const ROUNDS: usize = 2;
/// The mean square error of a channel, in levels, that takes no more colours to lower: nobody sees it, and fewer
/// colours make a smaller file.
const TOLERANCE: f64 = 0.35;
/// A colour with at least this part of all pixels stays as it is.
const FLAT: f32 = 1.0 / 64.0;

/// The colours of the census, or at most `most` that stand for them. For dithering the outermost are among them, since
/// colours outside the range of a palette can't be mixed from it.
///
/// Colours of large flat areas stay as they are. The others begin as one box; the one with the largest error is cut in
/// two where that leaves the least, until the error is too small to be seen (after Wu, "Efficient statistical
/// computations for optimal color quantization", Graphics Gems II, 1991). Then each colour moves to the mean of those
/// that are nearest to it (Lloyd, "Least squares quantization in PCM", 1982).
pub(super) fn choose(census: &Census, most: usize, dithers: bool) -> Vec<[u8; 3]> {
    if census.few().is_some_and(|few| few <= most) {
        return census.colors().collect();
    }
    let (mut shares, plain) = census.shares();
    let all: f32 = shares.iter().map(|share| share.count).sum();
    let outermost = if dithers {
        outermost(&shares)
    } else {
        Vec::new()
    };
    let is_fixed = |share: &ColorShare| {
        let is_whole = share.rgb.iter().all(|v| v.fract() == 0.0);
        share.count >= FLAT * all && is_whole || outermost.contains(&share.rgb)
    };
    shares.sort_by_key(|share| !is_fixed(share));
    let fixed = shares.partition_point(is_fixed).min(most);
    let (flat, others) = shares.split_at_mut(fixed);
    let mut palette: Vec<_> = flat
        .iter()
        .map(|share| share.rgb.map(nearest_level))
        .collect();
    let tolerated = plain - flat.iter().map(|share| f64::from(share.count)).sum::<f64>();
    let tolerated = TOLERANCE * f64::from(WEIGHTS.iter().sum::<i32>()) * tolerated;
    palette.extend(cut(others, most - fixed, tolerated));
    for _ in 0..ROUNDS {
        refine(&mut palette, fixed, &shares);
    }
    palette
}

/// The means of at most `most` boxes whose error is as small as that, or as it can be.
fn cut(shares: &mut [ColorShare], most: usize, tolerated: f64) -> Vec<[u8; 3]> {
    if shares.is_empty() || most == 0 {
        return Vec::new();
    }
    let first = ColorBox::new(shares, 0, shares.len());
    let mut error = squares(shares) - first.sum.explained();
    let mut boxes = vec![first];
    while boxes.len() < most && error > tolerated {
        let worst = (0..boxes.len()).max_by(|a, b| boxes[*a].gain.total_cmp(&boxes[*b].gain));
        let Some(worst) = worst.filter(|i| boxes[*i].gain > 0.0) else {
            break;
        };
        error -= boxes[worst].gain;
        let (left, right) = boxes[worst].cut(shares);
        boxes[worst] = left;
        boxes.push(right);
    }
    boxes.iter().map(|b| b.sum.mean()).collect()
}

/// The colours that lie furthest out in each direction from one corner, edge or side of the colour cube to the other.
fn outermost(shares: &[ColorShare]) -> Vec<[f32; 3]> {
    let mut found = Vec::new();
    for direction in 0..27 {
        let towards = [direction / 9, direction / 3 % 3, direction % 3].map(|way| way as f32 - 1.0);
        let along =
            |share: &ColorShare| -> f32 { share.rgb.iter().zip(towards).map(|(v, t)| v * t).sum() };
        let furthest = shares.iter().max_by(|a, b| along(a).total_cmp(&along(b)));
        found.extend(furthest.map(|share| share.rgb));
    }
    found
}

fn nearest_level(value: f32) -> u8 {
    (value + 0.5) as u8
}

/// The weighted sum of all squares.
fn squares(shares: &[ColorShare]) -> f64 {
    let square = |share: &ColorShare| {
        let channels = share.rgb.iter().zip(WEIGHTS);
        let sum: f64 = channels
            .map(|(v, w)| f64::from(w) * f64::from(*v) * f64::from(*v))
            .sum();
        sum * f64::from(share.count)
    };
    shares.iter().map(square).sum()
}

/// A round of k-means; the first `fixed` colours stay, and those that none is nearest to.
fn refine(palette: &mut [[u8; 3]], fixed: usize, shares: &[ColorShare]) {
    let mut sums = vec![Sum::default(); palette.len()];
    let mut rest = shares.iter();
    let colors = shares.iter().map(|share| share.rgb.map(nearest_level));
    Nearest::new(palette).find_all(colors, |index| {
        if let Some(share) = rest.next() {
            sums[usize::from(index)].add(&Sum::of(share));
        }
    });
    for (color, sum) in palette.iter_mut().zip(&sums).skip(fixed) {
        if sum.count > 0.0 {
            *color = sum.mean();
        }
    }
}

/// Sums of colours.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    rgb: [f64; 3],
    count: f64,
}

impl Sum {
    fn of(share: &ColorShare) -> Self {
        let count = f64::from(share.count);
        Self {
            rgb: share.rgb.map(|v| f64::from(v) * count),
            count,
        }
    }

    fn add(&mut self, other: &Self) {
        for (a, b) in self.rgb.iter_mut().zip(other.rgb) {
            *a += b;
        }
        self.count += other.count;
    }

    fn without(&self, other: &Self) -> Self {
        Self {
            rgb: [0, 1, 2].map(|i| self.rgb[i] - other.rgb[i]),
            count: self.count - other.count,
        }
    }

    fn mean(&self) -> [u8; 3] {
        self.rgb.map(|sum| (sum / self.count + 0.5) as u8)
    }

    /// The reduction of the sum of squares by the mean.
    fn explained(&self) -> f64 {
        let squares = self
            .rgb
            .iter()
            .zip(WEIGHTS)
            .map(|(sum, w)| f64::from(w) * sum * sum);
        squares.sum::<f64>() / self.count
    }
}

/// A part of the colours, and the best way to cut it in two.
#[derive(Debug)]
struct ColorBox {
    start: usize,
    end: usize,
    sum: Sum,
    /// By how much the square error shrinks if it is cut; 0 if it can't be.
    gain: f64,
    axis: usize,
    /// The last value of the axis on the left.
    at: usize,
}

impl ColorBox {
    fn new(shares: &[ColorShare], start: usize, end: usize) -> Self {
        let mut slices = [[Sum::default(); 256]; 3];
        let mut sum = Sum::default();
        for share in &shares[start..end] {
            let one = Sum::of(share);
            sum.add(&one);
            for (axis, slices) in slices.iter_mut().enumerate() {
                slices[share.rgb[axis] as usize].add(&one);
            }
        }
        let mut whole = Self {
            start,
            end,
            sum,
            gain: 0.0,
            axis: 0,
            at: 0,
        };
        let most = slices.map(|slices| slices.iter().rposition(|s| s.count > 0.0).unwrap_or(0));
        for (axis, slices) in slices.iter().enumerate() {
            let mut left = Sum::default();
            let filled = slices[..most[axis]]
                .iter()
                .enumerate()
                .filter(|(_, s)| s.count > 0.0);
            for (at, slice) in filled {
                left.add(slice);
                let right = sum.without(&left);
                let gain = left.explained() + right.explained() - sum.explained();
                if gain > whole.gain {
                    (whole.gain, whole.axis, whole.at) = (gain, axis, at);
                }
            }
        }
        whole
    }

    fn cut(&self, shares: &mut [ColorShare]) -> (Self, Self) {
        let mut middle = self.start;
        for i in self.start..self.end {
            if shares[i].rgb[self.axis] as usize <= self.at {
                shares.swap(i, middle);
                middle += 1;
            }
        }
        (
            Self::new(shares, self.start, middle),
            Self::new(shares, middle, self.end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_so_many_colours_are_kept_as_they_are() {
        let mut census = Census::new();
        let pixels: Vec<_> = (0..256).map(|i| 0xFF00_0000 | (i * 0x01_0001)).collect();
        census.count(&pixels);
        let palette = choose(&census, 256, false);
        assert!(palette.iter().enumerate().all(|(i, rgb)| rgb[0] == i as u8));
        assert!(choose(&census, 255, false).len() <= 255);
    }

    #[test]
    fn flat_areas_keep_their_colours_among_many_others() {
        let mut census = Census::new();
        census.count(&[0xFFFE_FFFE; 1000]);
        census.count(&[0xFF12_3456; 1000]);
        let others: Vec<_> = (0..4000u32).map(|i| 0xFF00_0000 | (i * 0x10_03)).collect();
        census.count(&others);
        let palette = choose(&census, 16, false);
        assert_eq!(palette.len(), 16);
        for flat in [[0xFE, 0xFF, 0xFE], [0x12, 0x34, 0x56]] {
            assert!(palette.contains(&flat), "{palette:?}");
        }
    }
}
