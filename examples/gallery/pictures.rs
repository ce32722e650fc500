//! Pictures of scenes, and a strip of several pictures.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

/// An opaque RGB picture.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: Vec<[u8; 3]>,
}

/// The size of a picture in a strip, the space between pictures, and the number per row.
const CELL: (usize, usize) = (240, 180);
const GAP: usize = 8;
const COLUMNS: usize = 4;

impl Picture {
    /// Reads a PNG file.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let words = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let file = File::open(path).map_err(|error| words(&error))?;
        let mut decoder = png::Decoder::new(BufReader::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(|error| words(&error))?;
        let size = reader
            .output_buffer_size()
            .ok_or("the picture is too large")?;
        let mut bytes = vec![0; size];
        let info = reader
            .next_frame(&mut bytes)
            .map_err(|error| words(&error))?;
        let pixels = bytes[..info.buffer_size()].chunks_exact(info.color_type.samples());
        let pixels = pixels.map(|pixel| match *pixel {
            [red, green, blue, ..] => [red, green, blue],
            [gray, ..] => [gray; 3],
            [] => [0; 3],
        });
        Ok(Self {
            width: info.width as usize,
            height: info.height as usize,
            pixels: pixels.collect(),
        })
    }

    /// The colour of a corner, used around the picture.
    pub(crate) fn background(&self) -> [u8; 3] {
        self.pixels.first().copied().unwrap_or([255; 3])
    }

    /// The mean of the pixels from column and row `start` to `end` (exclusive), weighted by their overlap.
    fn mean(&self, start: (f64, f64), end: (f64, f64)) -> [u8; 3] {
        let inside = |start: f64, end: f64, i: usize| end.min(i as f64 + 1.0) - start.max(i as f64);
        let (mut sums, mut area) = ([0.0; 3], 0.0);
        for y in start.1 as usize..(end.1.ceil() as usize).min(self.height) {
            for x in start.0 as usize..(end.0.ceil() as usize).min(self.width) {
                let share = inside(start.0, end.0, x) * inside(start.1, end.1, y);
                let pixel = self.pixels[y * self.width + x];
                sums = std::array::from_fn(|c| sums[c] + share * f64::from(pixel[c]));
                area += share;
            }
        }
        sums.map(|sum| (sum / area).round() as u8)
    }

    /// The picture scaled to fit a cell, centred.
    fn in_cell(&self) -> impl Fn(usize, usize) -> [u8; 3] {
        let (width, height) = (self.width as f64, self.height as f64);
        let scale = f64::max(width / CELL.0 as f64, height / CELL.1 as f64);
        let fitting = |length: f64| ((length / scale).round() as usize).max(1);
        let size = (fitting(width), fitting(height));
        let margin = ((CELL.0 - size.0) / 2, (CELL.1 - size.1) / 2);
        move |x, y| {
            let inside = |at: usize, margin, size| (margin..margin + size).contains(&at);
            if !inside(x, margin.0, size.0) || !inside(y, margin.1, size.1) {
                return self.background();
            }
            let edge = |at: usize, length: f64, count: usize| at as f64 * length / count as f64;
            let (x, y) = (x - margin.0, y - margin.1);
            let corner = |x, y| (edge(x, width, size.0), edge(y, height, size.1));
            self.mean(corner(x, y), corner(x + 1, y + 1))
        }
    }
}

/// Writes pictures side by side, in rows, with transparent space between.
pub(crate) fn write_strip(pictures: &[&Picture], path: &Path) -> Result<(), String> {
    let columns = pictures.len().clamp(1, COLUMNS);
    let rows = pictures.len().div_ceil(columns).max(1);
    let length = |count: usize, cell: usize| count * (cell + GAP) - GAP;
    let (width, height) = (length(columns, CELL.0), length(rows, CELL.1));
    let mut pixels = vec![[0; 4]; width * height];
    for (i, picture) in pictures.iter().enumerate() {
        let color = picture.in_cell();
        let left = i % columns * (CELL.0 + GAP);
        let top = i / columns * (CELL.1 + GAP);
        for y in 0..CELL.1 {
            for x in 0..CELL.0 {
                let [red, green, blue] = color(x, y);
                pixels[(top + y) * width + left + x] = [red, green, blue, 255];
            }
        }
    }
    let words = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::create(path).map_err(|error| words(&error))?;
    let mut encoder = png::Encoder::new(BufWriter::new(file), width as u32, height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(|error| words(&error))?;
    let bytes: Vec<u8> = pixels.into_iter().flatten().collect();
    writer
        .write_image_data(&bytes)
        .map_err(|error| words(&error))?;
    writer.finish().map_err(|error| words(&error))
}
