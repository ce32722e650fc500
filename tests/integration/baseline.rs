//! Pictures against those in tests/baseline, all by the same measure.
//!
//! With `PLOTREEL_BASELINE_TABLE=1` each says how near it is, and leaves a picture of what differs.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use plotreel::{Axes, Canvas, Figure, FrameSize, Handle};

/// A file or folder of tests/baseline.
pub(crate) fn baseline(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/baseline").join(name)
}

/// Packed RGB.
#[derive(Clone, PartialEq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
}

impl Picture {
    pub(crate) fn of(fig: &Figure) -> Self {
        let size = FrameSize::of_figure(fig.figsize(), fig.dpi()).unwrap();
        let mut canvas = Canvas::new(size);
        fig.draw(&mut canvas).unwrap();
        Self {
            width: size.width,
            height: size.height,
            rgb: canvas.to_rgb(),
        }
    }

    /// A picture of tests/baseline, by its name without `.png`.
    pub(crate) fn of_baseline(name: &str) -> Self {
        Self::load(&baseline(&format!("{name}.png")))
    }

    pub(crate) fn load(png: &Path) -> Self {
        let file = File::open(png).unwrap_or_else(|error| panic!("{}: {error}", png.display()));
        let mut reader = png::Decoder::new(BufReader::new(file)).read_info().unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rgb).unwrap();
        assert_eq!(info.color_type, png::ColorType::Rgb);
        Self {
            width: info.width,
            height: info.height,
            rgb,
        }
    }

    pub(crate) fn save(&self, png: &Path, compression: png::Compression) {
        let file = File::create(png).unwrap();
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(compression);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.rgb).unwrap();
    }

    /// The most frequent colour of the edge.
    fn background(&self) -> [u8; 3] {
        let (width, height) = (self.width as usize, self.height as usize);
        let mut counts = HashMap::new();
        for (i, pixel) in self.pixels().iter().enumerate() {
            let (y, x) = (i / width, i % width);
            if y == 0 || x == 0 || y + 1 == height || x + 1 == width {
                *counts.entry(*pixel).or_insert(0) += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|&(pixel, n)| (n, pixel));
        most.unwrap().0
    }

    fn pixels(&self) -> &[[u8; 3]] {
        self.rgb.as_chunks().0
    }
}

/// How far a picture is from the one that is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Difference {
    /// Root mean square over all channels, which go from 0 to 255.
    pub(crate) rms: f64,
    /// Percent of the pixels that are not background in both pictures that are off by more than 8.
    pub(crate) share: f64,
}

impl Difference {
    /// Of pictures of the same size.
    fn between(found: &Picture, expected: &Picture) -> Self {
        let background = expected.background();
        let (mut squares, mut drawn, mut off) = (0.0, 0, 0);
        for (a, b) in found.pixels().iter().zip(expected.pixels()) {
            let by: [u8; 3] = std::array::from_fn(|channel| a[channel].abs_diff(b[channel]));
            squares += by.map(|d| f64::from(d).powi(2)).iter().sum::<f64>();
            drawn += u32::from([*a, *b] != [background; 2]);
            off += u32::from(by.iter().any(|d| *d > 8));
        }
        Self {
            rms: (squares / expected.rgb.len() as f64).sqrt(),
            share: 100.0 * f64::from(off) / f64::from(drawn.max(1)),
        }
    }
}

/// Says what is wrong if a picture is further from that in tests/baseline than by this RMS and percentage.
pub(crate) fn compare(name: &str, found: &Picture, rms: f64, share: f64) -> Result<(), String> {
    let expected = Picture::of_baseline(name);
    let [size, wanted] = [found, &expected].map(|picture| (picture.width, picture.height));
    if size != wanted {
        return Err(format!("{name}: {size:?} pixels, not {wanted:?}"));
    }
    let by = Difference::between(found, &expected);
    let text = format!(
        "{name:<36} RMS {:.4} of {rms}, {:.3} % of {share} %",
        by.rms, by.share
    );
    let fits = by.rms <= rms && by.share <= share;
    let listed = std::env::var_os("PLOTREEL_BASELINE_TABLE").is_some();
    if listed {
        // Past libtest, which keeps what tests print.
        std::io::stderr()
            .write_all(format!("{text}\n").as_bytes())
            .unwrap();
    }
    if fits && !listed {
        return Ok(());
    }
    let file = written(name, found, &expected);
    if fits {
        Ok(())
    } else {
        Err(format!("{text}: see {}", file.display()))
    }
}

/// Writes the picture, the one that is expected, and what differs, one below the other.
fn written(name: &str, found: &Picture, expected: &Picture) -> PathBuf {
    let file = format!("{}.png", name.replace('/', "_"));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
    let off = found.rgb.iter().zip(&expected.rgb);
    let off: Vec<u8> = off
        .map(|(a, b)| 255 - a.abs_diff(*b).saturating_mul(4))
        .collect();
    let all = Picture {
        width: found.width,
        height: 3 * found.height,
        rgb: [&found.rgb[..], &expected.rgb, &off].concat(),
    };
    all.save(&file, png::Compression::Fast);
    file
}

/// Fails where a figure is further from the picture in tests/baseline than by this RMS and percentage.
pub(crate) fn assert_near(name: &str, fig: &Figure, rms: f64, share: f64) {
    if let Err(fault) = compare(name, &Picture::of(fig), rms, share) {
        panic!("{fault}");
    }
}

/// What fills the axes of a figure.
pub(crate) type Fill<A = Axes> = fn(&mut Figure, Handle<A>) -> plotreel::error::Result<()>;

/// Fails where a scene is further from the picture of that name in a folder of tests/baseline than by its RMS and
/// percentage. Figures have 320 × 240 pixels.
pub(crate) fn assert_scenes(folder: &str, scenes: &[(&str, Fill, f64, f64)]) {
    assert_scenes_in(
        folder,
        (3.2, 2.4),
        |fig| fig.add_subplot(1, 1, 1).unwrap(),
        scenes,
    );
}

/// The same in other axes, of figures of another size in inches.
pub(crate) fn assert_scenes_in<A>(
    folder: &str,
    figsize: (f64, f64),
    add: impl Fn(&mut Figure) -> Handle<A>,
    scenes: &[(&str, Fill<A>, f64, f64)],
) {
    let figures = scenes.iter().map(|(name, fill, rms, share)| {
        let mut fig = Figure::new(figsize, 100.0);
        let ax = add(&mut fig);
        fill(&mut fig, ax).unwrap();
        (*name, fig, *rms, *share)
    });
    assert_all_near(folder, figures);
}

/// What makes a figure.
pub(crate) type Make = fn(&mut Figure) -> plotreel::error::Result<()>;

/// The same of scenes that add their axes themselves.
pub(crate) fn assert_figures(folder: &str, figsize: (f64, f64), scenes: &[(&str, Make, f64, f64)]) {
    let figures = scenes.iter().map(|(name, make, rms, share)| {
        let mut fig = Figure::new(figsize, 100.0);
        make(&mut fig).unwrap();
        (*name, fig, *rms, *share)
    });
    assert_all_near(folder, figures);
}

fn assert_all_near<'a>(folder: &str, figures: impl Iterator<Item = (&'a str, Figure, f64, f64)>) {
    let faults = figures.filter_map(|(name, fig, rms, share)| {
        compare(&format!("{folder}/{name}"), &Picture::of(&fig), rms, share).err()
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_measure_is_that_of_all_channels_and_of_the_pixels_that_are_drawn() {
    let white = Picture {
        width: 5,
        height: 4,
        rgb: vec![255; 60],
    };
    let mut expected = white.clone();
    // A corner is drawn, and pixels within.
    for pixel in [0, 6, 7, 8] {
        expected.rgb[3 * pixel..3 * pixel + 3].fill(0);
    }
    let mut found = expected.clone();
    let by = |found: &Picture| {
        let Difference { rms, share } = Difference::between(found, &expected);
        (60.0 * rms * rms, share)
    };
    let near = |(squares, share): (f64, f64), expected: (f64, f64)| {
        assert!((squares - expected.0).abs() < 1e-9 && (share - expected.1).abs() < 1e-9);
    };
    near(by(&found), (0.0, 0.0));
    found.rgb[3 * 6] = 8;
    near(by(&found), (64.0, 0.0));
    found.rgb[3 * 6] = 9;
    near(by(&found), (81.0, 25.0));
    // One of the background counts as drawn when it is drawn in one picture.
    found.rgb[3 * 9 + 1] = 155;
    near(by(&found), (10_081.0, 40.0));
}
