//! The level of a film: what a decoder must be able to do.

use crate::frame_size::FrameSize;
use crate::writers::Fps;

/// Table A-1 of H.264: the level times ten, macroblocks per second, macroblocks per frame, and 1000 bits per second of
/// the Baseline and Main profiles.
const LEVELS: [(u8, u32, u32, u32); 19] = [
    (10, 1_485, 99, 64),
    (11, 3_000, 396, 192),
    (12, 6_000, 396, 384),
    (13, 11_880, 396, 768),
    (20, 11_880, 396, 2_000),
    (21, 19_800, 792, 4_000),
    (22, 20_250, 1_620, 4_000),
    (30, 40_500, 1_620, 10_000),
    (31, 108_000, 3_600, 14_000),
    (32, 216_000, 5_120, 20_000),
    (40, 245_760, 8_192, 20_000),
    (41, 245_760, 8_192, 50_000),
    (42, 522_240, 8_704, 50_000),
    (50, 589_824, 22_080, 135_000),
    (51, 983_040, 36_864, 240_000),
    (52, 2_073_600, 36_864, 240_000),
    (60, 4_177_920, 139_264, 240_000),
    (61, 8_355_840, 139_264, 480_000),
    (62, 16_711_680, 139_264, 800_000),
];

/// The lowest level that has room for frames of this size at this rate, of samples of so many bytes.
pub(super) fn level(size: FrameSize, fps: Fps, samples: &[u32]) -> u8 {
    let (columns, rows) = (size.width.div_ceil(16), size.height.div_ceil(16));
    let blocks = columns * rows;
    let blocks_a_second = f64::from(blocks) * fps.as_f64();
    let bits = 8 * most_bytes_a_second(fps, samples);
    let fits = |&&(_, most_a_second, most, kilobits): &&(u8, u32, u32, u32)| {
        // Neither side is longer than that of a frame eight times as long as it is high.
        let side = |n: u32| n * n <= 8 * most;
        blocks <= most
            && side(columns)
            && side(rows)
            && blocks_a_second <= f64::from(most_a_second)
            && bits <= 1000 * u64::from(kilobits)
    };
    LEVELS.iter().find(fits).unwrap_or(&LEVELS[18]).0
}

/// Bytes of the samples of that second which has the most.
fn most_bytes_a_second(fps: Fps, samples: &[u32]) -> u64 {
    let length = (fps.as_f64().ceil() as usize).clamp(1, samples.len().max(1));
    let mut sum: u64 = samples.iter().take(length).map(|n| u64::from(*n)).sum();
    let mut most = sum;
    for (entering, leaving) in samples.iter().skip(length).zip(samples) {
        sum = sum + u64::from(*entering) - u64::from(*leaving);
        most = most.max(sum);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_fits_size_rate_and_bits() {
        let level_of = |width, height, fps: Fps, samples: &[u32]| {
            level(FrameSize { width, height }, fps, samples)
        };
        for (width, height, fps, expected) in [
            (16, 16, 30, 10),
            (160, 120, 30, 11),
            (176, 144, 15, 10),
            (176, 144, 30, 11),
            (320, 240, 30, 13),
            (352, 288, 30, 13),
            (640, 480, 30, 30),
            (720, 576, 25, 30),
            (1280, 720, 30, 31),
            (1280, 720, 60, 32),
            (1920, 1080, 30, 40),
            (1920, 1080, 60, 42),
            (3840, 2160, 30, 51),
            (3840, 2160, 60, 52),
            (2160, 3840, 60, 52),
            (3840, 2160, 120, 60),
            (3840, 16, 1, 40),
            (16, 16, 1_000_000, 52),
        ] {
            assert_eq!(
                level_of(width, height, fps.into(), &[]),
                expected,
                "{width}x{height} at {fps}"
            );
        }
        // A second of 60 frames of 10,000 bytes has 4.8 Mbit; one peak decides.
        let mut samples = vec![1_000; 600];
        assert_eq!(level_of(160, 120, 60.into(), &samples), 13);
        samples[300..360].fill(10_000);
        assert_eq!(level_of(160, 120, 60.into(), &samples), 30);
        assert_eq!(level_of(16, 16, 1.into(), &[u32::MAX]), 62);
    }
}
