//! Pictures of ours as OpenH264 decodes them.

use std::io::Write;
use std::process::Command;

use openh264::OpenH264API;
use openh264::decoder::Decoder;
use openh264::encoder::{Encoder, EncoderConfig, QpRange, RateControlMode};
use openh264::formats::YUVSource;

use super::{Change, Predictor, View, adapt};

/// The planes of a picture, without what is beyond their rows.
fn tight(view: View<'_>, width: usize, height: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for plane in 0..3 {
        let halved = usize::from(plane > 0);
        for row in view.planes[plane]
            .chunks(view.strides[plane])
            .take(height >> halved)
        {
            bytes.extend_from_slice(&row[..width >> halved]);
        }
    }
    bytes
}

fn decoded(decoder: &mut Decoder, annex_b: &[u8], width: usize, height: usize) -> Vec<u8> {
    let picture = decoder.decode(annex_b).unwrap().unwrap();
    assert_eq!(picture.dimensions(), (width, height));
    tight(View::of(&picture), width, height)
}

/// A film as a stream, and what a decoder is to make of it.
struct Film {
    width: usize,
    height: usize,
    /// The present picture.
    source: Vec<u8>,
    predictor: Predictor,
    keyframe: Vec<u8>,
}

impl Film {
    /// A keyframe, and a decoder that has it.
    fn begin(source: Vec<u8>, width: usize, height: usize, qp: u8) -> (Self, Decoder) {
        let config = EncoderConfig::new()
            .rate_control_mode(RateControlMode::Quality)
            .qp(QpRange::new(qp.max(12), qp.max(12)));
        let mut encoder = Encoder::with_api_config(OpenH264API::from_source(), config).unwrap();
        let picture = View::packed(&source, width, height);
        let keyframe = encoder.encode(&picture).unwrap().to_vec();
        let keyframe = adapt(&keyframe, true, true).unwrap();
        let mut decoder = Decoder::new().unwrap();
        let first = decoded(&mut decoder, &keyframe, width, height);
        let mut predictor = Predictor::default();
        predictor.begin(View::packed(&first, width, height));
        let film = Self {
            width,
            height,
            source,
            predictor,
            keyframe,
        };
        (film, decoder)
    }

    /// The next picture, with some macroblocks changed, encoded.
    fn next(&mut self, rng: &mut fastrand::Rng, qps: [u8; 2]) -> Vec<u8> {
        let Self { width, height, .. } = *self;
        let columns = width.div_ceil(16);
        let count = columns * height.div_ceil(16);
        let kinds = [Change::Nothing, Change::Lasting, Change::Passing];
        let changes: Vec<Change> = (0..count).map(|_| kinds[rng.usize(0..3)]).collect();
        for (i, _) in changes
            .iter()
            .enumerate()
            .filter(|(_, change)| **change != Change::Nothing)
        {
            let (column, row) = (i % columns, i / columns);
            let (kind, shade) = (rng.u8(0..6), rng.u8(..));
            let mut pixel = |x: usize, y: usize, old: u8| match kind {
                0 => rng.u8(..),
                1 => 255 * (rng.u8(0..2)),
                2 => shade,
                // Columns and rows, which those beside them may continue.
                3 => (x / 3 * 83) as u8,
                4 => (y / 3 * 83) as u8,
                _ => {
                    if x % 7 == 3 {
                        shade
                    } else {
                        old
                    }
                }
            };
            for y in 16 * row..height.min(16 * row + 16) {
                for x in 16 * column..width.min(16 * column + 16) {
                    let at = y * width + x;
                    self.source[at] = pixel(x, y, self.source[at]);
                    let halved = width * height + y / 2 * width / 2 + x / 2;
                    self.source[halved] = pixel(x, y, self.source[halved]);
                    let last = halved + width * height / 4;
                    self.source[last] = pixel(x + y, y, self.source[last]);
                }
            }
        }
        self.predictor
            .encode(View::packed(&self.source, width, height), &changes, qps)
    }
}

#[test]
fn decoders_show_what_the_encoder_thinks_they_show() {
    for case in 0..104 {
        let mut rng = fastrand::Rng::new();
        println!("case {case}, seed {}", rng.get_seed());
        let (width, height) = (2 * rng.usize(8..40), 2 * rng.usize(8..40));
        let qps = [case % 52, rng.u8(0..52)];
        let source = vec![rng.u8(..); width * height * 3 / 2];
        let (mut film, mut decoder) = Film::begin(source, width, height, qps[0]);
        for frame in 0..6 {
            let annex_b = film.next(&mut rng, qps);
            let shown = decoded(&mut decoder, &annex_b, width, height);
            let expected = tight(film.predictor.last(), width, height);
            assert!(
                shown == expected,
                "{width} x {height}, qp {qps:?}, frame {frame}"
            );
        }
    }
}

#[test]
fn fine_quantisers_are_near_the_source() {
    let mut rng = fastrand::Rng::new();
    println!("seed {}", rng.get_seed());
    let (width, height) = (64, 48);
    let (mut film, _) = Film::begin(vec![99; 64 * 48 * 3 / 2], width, height, 20);
    for qp in [16, 22, 34] {
        // A macroblock that is not changed keeps the keyframe's pixels.
        let annex_b = film.next(&mut rng, [qp, qp]);
        assert!(!annex_b.is_empty());
        let restored = tight(film.predictor.last(), width, height);
        let worst = restored
            .iter()
            .zip(&film.source)
            .map(|(a, b)| a.abs_diff(*b))
            .max();
        assert!(worst <= Some(3 << (qp / 6)), "qp {qp}: off by {worst:?}");
    }
}

#[test]
fn a_picture_like_the_last_one_takes_a_few_bytes() {
    let (width, height) = (640, 480);
    let (mut film, mut decoder) = Film::begin(vec![99; 640 * 480 * 3 / 2], width, height, 23);
    let changes = vec![Change::Nothing; 40 * 30];
    for _ in 0..3 {
        let source = View::packed(&film.source, width, height);
        let annex_b = film.predictor.encode(source, &changes, [23, 29]);
        assert!(annex_b.len() < 24, "{} bytes", annex_b.len());
        let shown = decoded(&mut decoder, &annex_b, width, height);
        assert!(shown == tight(film.predictor.last(), width, height));
    }
}

#[test]
fn columns_that_are_new_go_on_downwards() {
    let mut rng = fastrand::Rng::new();
    println!("seed {}", rng.get_seed());
    let (width, height) = (320, 240);
    let (mut film, mut decoder) = Film::begin(vec![99; 320 * 240 * 3 / 2], width, height, 23);
    let shades: [u8; 320] = std::array::from_fn(|_| rng.u8(..));
    for y in 16..224 {
        film.source[y * width + 16..][..288].copy_from_slice(&shades[16..304]);
    }
    let is_inside = |i: usize| (1..19).contains(&(i % 20)) && (1..14).contains(&(i / 20));
    let changes: Vec<Change> = (0..20 * 15)
        .map(|i| match is_inside(i) {
            true => Change::Lasting,
            false => Change::Nothing,
        })
        .collect();
    let source = View::packed(&film.source, width, height);
    let annex_b = film.predictor.encode(source, &changes, [23, 29]);
    // The first of 13 rows of macroblocks takes most: each of its 18 has 16 shades that are told.
    assert!(annex_b.len() < 18 * 16 * 12, "{} bytes", annex_b.len());
    let shown = decoded(&mut decoder, &annex_b, width, height);
    assert!(shown == tight(film.predictor.last(), width, height));
}

/// What ffmpeg decodes of a stream.
fn by_ffmpeg(annex_b: &[u8], folder: &std::path::Path) -> Option<Vec<u8>> {
    let [stream, shown] = ["stream.h264", "shown.yuv"].map(|name| folder.join(name));
    std::fs::write(&stream, annex_b).unwrap();
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "warning", "-err_detect", "explode", "-y", "-i"]);
    ffmpeg.arg(&stream);
    ffmpeg.args(["-f", "rawvideo", "-pix_fmt", "yuv420p"]);
    let done = ffmpeg.arg(&shown).output().ok()?;
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    Some(std::fs::read(&shown).unwrap())
}

#[test]
fn ffmpeg_shows_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for qp in (0..52).step_by(3) {
        let mut rng = fastrand::Rng::new();
        println!("qp {qp}, seed {}", rng.get_seed());
        let (width, height) = (2 * rng.usize(8..80), 2 * rng.usize(8..60));
        let source = vec![rng.u8(..); width * height * 3 / 2];
        let (mut film, _) = Film::begin(source, width, height, qp);
        let mut stream = film.keyframe.clone();
        let mut expected = tight(film.predictor.last(), width, height);
        for _ in 0..6 {
            stream.extend(film.next(&mut rng, [qp, 51 - qp]));
            expected.extend(tight(film.predictor.last(), width, height));
        }
        let Some(shown) = by_ffmpeg(&stream, folder.path()) else {
            let is_required = std::env::var_os("PLOTREEL_REQUIRE_TOOLS").is_some();
            assert!(!is_required, "ffmpeg not found");
            // Not by println, which tests that pass do not show.
            std::io::stderr()
                .write_all(b"skipped: ffmpeg not found\n")
                .unwrap();
            return;
        };
        assert!(shown == expected, "{width} x {height}");
    }
}
