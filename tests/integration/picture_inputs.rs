//! Pictures as inputs of the program: what is read of each kind, and what is refused.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use png::{BitDepth, ColorType};

use crate::support::{Folder, python_with};

/// The files of a test and the program that reads them.
struct Desk(Folder);

impl Desk {
    fn new() -> Self {
        Self(Folder::new())
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).unwrap();
    }

    fn run(&self, words: &[&str], stdin: Option<&[u8]>) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plotreel"));
        command.current_dir(self.0.path()).arg("render").args(words);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let Some(bytes) = stdin else {
            return command.stdin(Stdio::null()).output().unwrap();
        };
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        // A program that refuses its input reads no more of it.
        let _ = child.stdin.take().unwrap().write_all(bytes);
        child.wait_with_output().unwrap()
    }

    /// The frames of an input, each with its size, as RGB; - is these bytes.
    fn frames(&self, input: &str, options: &[&str], stdin: Option<&[u8]>) -> Vec<Frame> {
        let out = Folder::new();
        let film = out.join("f%04d.png").display().to_string();
        let mut words = vec![input, "-o", &film];
        words.extend(options);
        let output = self.run(&words, stdin);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{input} {options:?}: {said}");
        out.files()
            .iter()
            .map(|name| Frame::read(&fs::read(out.join(name)).unwrap()))
            .collect()
    }

    /// The same of a file and of a pipe, which must not differ.
    fn film(&self, bytes: &[u8], options: &[&str]) -> Vec<Frame> {
        self.put("input", bytes);
        let of_file = self.frames("input", options, None);
        assert_eq!(of_file, self.frames("-", options, Some(bytes)), "by a pipe");
        of_file
    }

    fn still(&self, bytes: &[u8], options: &[&str]) -> Frame {
        let mut frames = self.film(bytes, options);
        assert_eq!(frames.len(), 1);
        frames.remove(0)
    }

    /// Both a file and a pipe of these bytes must be refused with this text in two lines or more.
    fn refused(&self, bytes: &[u8], options: &[&str], text: &str) {
        self.put("input", bytes);
        for (input, stdin) in [("input", None), ("-", Some(bytes))] {
            let mut words = vec![input, "-o", "out.png"];
            words.extend(options);
            let output = self.run(&words, stdin);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{input}: {said}");
            assert!(said.contains(text), "\"{text}\" is not in: {said}");
            assert!(said.lines().count() >= 2, "cause and advice: {said}");
            assert!(!self.0.join("out.png").exists(), "{said}");
        }
    }
}

/// A frame as a viewer shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Frame {
    size: (u32, u32),
    rgb: Vec<[u8; 3]>,
}

impl Frame {
    fn new(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Self {
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self {
            size: (width, height),
            rgb: places.map(|(x, y)| pixel(x, y)).collect(),
        }
    }

    fn read(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(info.color_type, ColorType::Rgb);
        Self {
            size: (info.width, info.height),
            rgb: bytes.as_chunks().0.to_vec(),
        }
    }

    /// One sample a pixel of a grey frame.
    fn grey(&self) -> Vec<u8> {
        assert!(self.rgb.iter().all(|[r, g, b]| r == g && g == b));
        self.rgb.iter().map(|[grey, ..]| *grey).collect()
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        self.rgb[(y * self.size.0 + x) as usize]
    }
}

/// Greys that differ by rounding at most.
fn assert_near(found: &[u8], expected: &[u8], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let off = found
        .iter()
        .zip(expected)
        .map(|(a, b)| a.abs_diff(*b))
        .max();
    assert!(off <= Some(1), "{what}: {found:?}, not {expected:?}");
}

/// The size of all test pictures: no square, and more than a block of a JPEG.
const SIZE: (u32, u32) = (37, 20);

fn picture() -> Frame {
    Frame::new(SIZE.0, SIZE.1, |x, y| {
        [(6 * x) as u8, (12 * y) as u8, (3 * (x + y)) as u8]
    })
}

fn encode(size: (u32, u32), color: ColorType, depth: BitDepth, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, size.0, size.1);
    encoder.set_color(color);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    bytes
}

fn rgb_png(frame: &Frame) -> Vec<u8> {
    encode(
        frame.size,
        ColorType::Rgb,
        BitDepth::Eight,
        frame.rgb.as_flattened(),
    )
}

/// A chunk of a PNG.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = (data.len() as u32).to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(data);
    let mut crc = !0u32;
    for &byte in &bytes[4..] {
        crc = (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        });
    }
    bytes.extend((!crc).to_be_bytes());
    bytes
}

/// The same PNG with a chunk before its pixels.
fn with_chunk(png: &[u8], kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(kind, data), &png[33..]].concat()
}

/// A directory of TIFF and what it points to, which begins at byte 8 of the file.
fn tiff(size: (u32, u32), fields: &[(u16, u16, &[u32])], data: &[u8]) -> Vec<u8> {
    tiff_pages(&[(size, fields, data)])
}

type Page<'a> = ((u32, u32), &'a [(u16, u16, &'a [u32])], &'a [u8]);

fn tiff_pages(pages: &[Page<'_>]) -> Vec<u8> {
    let mut file = b"II*\0".to_vec();
    let mut link = file.len();
    file.extend([0; 4]);
    for &(size, fields, data) in pages {
        let strip = file.len() as u32;
        file.extend(data);
        file.resize(file.len().next_multiple_of(2), 0);
        let mut all: Vec<(u16, u16, Vec<u32>)> = vec![
            (256, 4, vec![size.0]),
            (257, 4, vec![size.1]),
            (259, 3, vec![1]),
            (273, 4, vec![strip]),
            (278, 4, vec![size.1]),
            (279, 4, vec![data.len() as u32]),
        ];
        all.extend(
            fields
                .iter()
                .map(|(tag, kind, values)| (*tag, *kind, values.to_vec())),
        );
        all.sort();
        let mut entries = (all.len() as u16).to_le_bytes().to_vec();
        for (tag, kind, values) in &all {
            let mut bytes: Vec<u8> = match kind {
                3 => values
                    .iter()
                    .flat_map(|v| (*v as u16).to_le_bytes())
                    .collect(),
                _ => values.iter().flat_map(|v| v.to_le_bytes()).collect(),
            };
            if bytes.len() > 4 {
                let place = file.len() as u32;
                file.extend(&bytes);
                bytes = place.to_le_bytes().to_vec();
            }
            bytes.resize(4, 0);
            entries.extend(tag.to_le_bytes());
            entries.extend(kind.to_le_bytes());
            entries.extend((values.len() as u32).to_le_bytes());
            entries.extend(bytes);
        }
        let directory = file.len() as u32;
        file[link..link + 4].copy_from_slice(&directory.to_le_bytes());
        file.extend(entries);
        link = file.len();
        file.extend([0; 4]);
    }
    file
}

const GREY: (u16, u16, &[u32]) = (262, 3, &[1]);
const RGB: (u16, u16, &[u32]) = (262, 3, &[2]);

/// A block of Exif with nothing but an orientation.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    block.extend([orientation, 0, 0, 0, 0, 0, 0]);
    block
}

/// As a picture stored with this orientation is seen.
fn seen(stored: &Frame, orientation: u8) -> Frame {
    let (w, h) = stored.size;
    let size = if orientation > 4 { (h, w) } else { (w, h) };
    Frame::new(size.0, size.1, |x, y| match orientation {
        2 => stored.at(w - 1 - x, y),
        3 => stored.at(w - 1 - x, h - 1 - y),
        4 => stored.at(x, h - 1 - y),
        5 => stored.at(y, x),
        6 => stored.at(y, h - 1 - x),
        7 => stored.at(w - 1 - y, h - 1 - x),
        8 => stored.at(w - 1 - y, x),
        _ => stored.at(x, y),
    })
}

/// Greys of 16 bits that no 8 bits tell apart.
fn dark() -> Vec<u16> {
    (0..SIZE.0 * SIZE.1).map(|i| (i * 5) as u16).collect()
}

fn big(samples: &[u16]) -> Vec<u8> {
    samples.iter().flat_map(|v| v.to_be_bytes()).collect()
}

fn little(samples: &[u16]) -> Vec<u8> {
    samples.iter().flat_map(|v| v.to_le_bytes()).collect()
}

/// The same dark greys in every format that has them.
fn dark_pictures() -> Vec<(&'static str, Vec<u8>)> {
    let png = encode(SIZE, ColorType::Grayscale, BitDepth::Sixteen, &big(&dark()));
    let page = tiff(SIZE, &[GREY, (258, 3, &[16])], &little(&dark()));
    let pgm = [b"P5 # of a microscope\n37 20\n65535\n", &*big(&dark())].concat();
    let plain = dark().iter().fold("P2 37 20 65535".to_owned(), |text, v| {
        format!("{text}\n{v}")
    });
    vec![
        ("png", png),
        ("tiff", page),
        ("pgm", pgm),
        ("plain pgm", plain.into_bytes()),
    ]
}

#[test]
fn grey_pictures_are_numbers_where_limits_norm_or_colormap_are_given() {
    let desk = Desk::new();
    let expected: Vec<u8> = dark()
        .iter()
        .map(|v| (f64::from(*v) * 256.0 / 4095.0) as u8)
        .collect();
    for (name, bytes) in dark_pictures() {
        let words = ["--cmap", "gray", "--vmin", "0", "--vmax", "4095"];
        assert_near(&desk.still(&bytes, &words).grey(), &expected, name);
        for words in [
            &["--vmax", "4095"][..],
            &["--norm", "log", "--vmin", "1"],
            &["--cmap", "magma"],
        ] {
            let frame = desk.still(&bytes, words);
            assert!(
                frame.rgb.iter().any(|[r, g, b]| r != g || g != b),
                "{name} {words:?}"
            );
        }
    }
}

#[test]
fn grey_pictures_are_pictures_where_nothing_asks_for_numbers() {
    let desk = Desk::new();
    let expected: Vec<u8> = dark()
        .iter()
        .map(|v| ((u32::from(*v) + 128) / 257) as u8)
        .collect();
    for (name, bytes) in dark_pictures() {
        assert_eq!(desk.still(&bytes, &[]).grey(), expected, "{name}");
    }
    let ends = encode(
        (2, 1),
        ColorType::Grayscale,
        BitDepth::Sixteen,
        &big(&[0, 65535]),
    );
    assert_eq!(desk.still(&ends, &[]).grey(), [0, 255]);
}

#[test]
fn grey_of_eight_bits_and_fewer_takes_a_colormap_too() {
    let desk = Desk::new();
    let bits = encode((8, 1), ColorType::Grayscale, BitDepth::One, &[0b0011_0101]);
    let bitmap = b"P4\n8 1\n\xca".to_vec();
    let page = tiff((8, 1), &[GREY, (258, 3, &[1])], &[0b0011_0101]);
    for (name, bytes) in [("png", bits), ("pbm", bitmap), ("tiff", page)] {
        let white = [0, 0, 255, 255, 0, 255, 0, 255];
        assert_eq!(desk.still(&bytes, &[]).grey(), white, "{name}");
        let frame = desk.still(&bytes, &["--cmap", "viridis"]);
        assert_eq!(frame.at(0, 0), [68, 1, 84], "{name}");
        assert_eq!(frame.at(2, 0), [253, 231, 36], "{name}");
    }
    let grey = encode(
        (3, 1),
        ColorType::Grayscale,
        BitDepth::Eight,
        &[0, 100, 200],
    );
    let words = ["--cmap", "gray", "--vmin", "100", "--vmax", "200"];
    assert_eq!(desk.still(&grey, &words).grey(), [0, 0, 255]);
}

#[test]
fn floats_and_signed_numbers_of_microscopes_are_numbers_always() {
    let desk = Desk::new();
    let float: Vec<u8> = [-1.0f32, 0.0, 1.0]
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect();
    let double: Vec<u8> = [-1.0f64, 0.0, 1.0]
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect();
    let signed: Vec<u8> = [-30000i16, 0, 30000]
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect();
    let words: Vec<u8> = [5u32, 100_005, 200_005]
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect();
    for (bits, kind, data) in [
        (32, 3, float),
        (64, 3, double),
        (16, 2, signed),
        (32, 1, words),
    ] {
        let page = tiff((3, 1), &[GREY, (258, 3, &[bits]), (339, 3, &[kind])], &data);
        let frame = desk.still(&page, &["--cmap", "gray"]);
        let what = format!("{bits} bits of kind {kind}");
        assert_near(&frame.grey(), &[0, 128, 255], &what);
        // Without a colormap, by the default one.
        assert_eq!(desk.still(&page, &[]).at(0, 0), [68, 1, 84]);
    }
}

#[test]
fn colours_of_sixteen_bits_are_rounded_to_eight() {
    let desk = Desk::new();
    let samples = [0, 128, 129, 257, 32768, 65535];
    let expected = [[0, 0, 1], [1, 128, 255]];
    let png = encode((2, 1), ColorType::Rgb, BitDepth::Sixteen, &big(&samples));
    let page = tiff(
        (2, 1),
        &[RGB, (258, 3, &[16, 16, 16]), (277, 3, &[3])],
        &little(&samples),
    );
    let ppm = [b"P6 2 1 65535\n", &*big(&samples)].concat();
    for bytes in [png, page, ppm] {
        assert_eq!(desk.still(&bytes, &[]).rgb, expected);
    }
}

#[test]
fn stills_of_every_format_show_the_same_picture() {
    let desk = Desk::new();
    let picture = picture();
    let rgb = picture.rgb.as_flattened();
    let mut bmp = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    bmp.extend([37, 0, 0, 0, 20, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0]);
    bmp.extend([0; 20]);
    for row in picture.rgb.chunks(37).rev() {
        bmp.extend(row.iter().flat_map(|[r, g, b]| [b, g, r]));
        bmp.push(0);
    }
    let plain = rgb.iter().fold(
        "P3\n37 20 # columns and rows\n255\n".to_owned(),
        |text, v| format!("{text}{v} "),
    );
    let pam = b"P7\nWIDTH 37\nHEIGHT 20\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n";
    let planes: Vec<u8> = (0..3)
        .flat_map(|c| picture.rgb.iter().map(move |p| p[c]))
        .collect();
    let eight: (u16, u16, &[u32]) = (258, 3, &[8, 8, 8]);
    let cases = [
        ("png", rgb_png(&picture)),
        ("bmp", bmp),
        ("ppm", [b"P6\n37 20\n255\n", rgb].concat()),
        ("plain ppm", plain.into_bytes()),
        ("pam", [pam, rgb].concat()),
        ("tiff", tiff(SIZE, &[RGB, eight, (277, 3, &[3])], rgb)),
    ];
    for (name, bytes) in cases {
        assert_eq!(desk.still(&bytes, &[]), picture, "{name}");
    }
    let strips = 8 + planes.len() as u32 / 3;
    let planar = [RGB, eight, (277, 3, &[3][..]), (284, 3, &[2][..])];
    let mut page = tiff(SIZE, &planar, &planes);
    // The three strips of its planes, in place of the one.
    page = planar_strips(page, [8, strips, 2 * strips - 8], planes.len() as u32 / 3);
    assert_eq!(desk.still(&page, &[]), picture, "planes");
}

/// Gives a file of one strip three of them, behind its end.
fn planar_strips(mut file: Vec<u8>, offsets: [u32; 3], len: u32) -> Vec<u8> {
    let directory = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize;
    let entries = usize::from(u16::from_le_bytes(
        file[directory..directory + 2].try_into().unwrap(),
    ));
    for i in 0..entries {
        let at = directory + 2 + 12 * i;
        let values = match u16::from_le_bytes(file[at..at + 2].try_into().unwrap()) {
            273 => offsets,
            279 => [len; 3],
            _ => continue,
        };
        let place = file.len() as u32;
        file.extend(values.iter().flat_map(|v| v.to_le_bytes()));
        file[at + 4..at + 8].copy_from_slice(&3u32.to_le_bytes());
        file[at + 8..at + 12].copy_from_slice(&place.to_le_bytes());
    }
    file
}

#[test]
fn exif_turns_a_picture_of_every_format_the_right_way_up() {
    let desk = Desk::new();
    let picture = picture();
    let png = rgb_png(&picture);
    let fields: [(u16, u16, &[u32]); 3] = [RGB, (258, 3, &[8, 8, 8]), (277, 3, &[3])];
    for orientation in 1..=8u8 {
        let expected = seen(&picture, orientation);
        let turned = with_chunk(&png, b"eXIf", &exif(orientation));
        assert_eq!(desk.still(&turned, &[]), expected, "png {orientation}");
        let tag = [u32::from(orientation)];
        let fields = [&fields[..], &[(274, 3, &tag[..])]].concat();
        let page = tiff(SIZE, &fields, picture.rgb.as_flattened());
        assert_eq!(desk.still(&page, &[]), expected, "tiff {orientation}");
    }
    // Behind the pixels, where PNG allows it too, and turned numbers.
    let end = png.len() - 12;
    let late = [&png[..end], &chunk(b"eXIf", &exif(6)), &png[end..]].concat();
    assert_eq!(desk.still(&late, &[]), seen(&picture, 6));
    let grey = encode(
        (3, 1),
        ColorType::Grayscale,
        BitDepth::Sixteen,
        &big(&[0, 1, 2]),
    );
    let turned = desk.still(&with_chunk(&grey, b"eXIf", &exif(8)), &["--cmap", "gray"]);
    assert_eq!(turned.size, (1, 3));
    assert_near(&turned.grey(), &[255, 128, 0], "turned numbers");
}

#[test]
fn cameras_and_phones_pictures_are_turned() {
    let Some(python) = python_with("PIL") else {
        return;
    };
    let desk = Desk::new();
    desk.put("picture.png", &rgb_png(&picture()));
    let script = "from PIL import Image\nim = Image.open('picture.png')\nfor o in range(1, 9):\n    e = Image.Exif(); e[274] = o\n    im.save(f'{o}.jpg', exif=e, quality=95, subsampling=0)\n    im.save(f'{o}.webp', exif=e, lossless=True)\n";
    let made = Command::new(python)
        .args(["-c", script])
        .current_dir(desk.0.path())
        .status();
    assert!(made.unwrap().success());
    for orientation in 1..=8 {
        let expected = seen(&picture(), orientation);
        for extension in ["jpg", "webp"] {
            let bytes = fs::read(desk.0.join(&format!("{orientation}.{extension}"))).unwrap();
            let frame = desk.still(&bytes, &[]);
            assert_eq!(frame.size, expected.size, "{extension} {orientation}");
            let off = frame
                .rgb
                .iter()
                .zip(&expected.rgb)
                .flat_map(|(a, b)| (0..3).map(|c| a[c].abs_diff(b[c])));
            assert!(off.max() <= Some(12), "{extension} {orientation}");
        }
    }
}

/// A film's frames, of which each differs from the last in a part only.
fn moving() -> Vec<Frame> {
    let frame = |t: u32| {
        Frame::new(SIZE.0, SIZE.1, |x, y| {
            let inside = (4 * t..4 * t + 9).contains(&x) && (5..12).contains(&y);
            if inside {
                [250, 40 * t as u8, 0]
            } else {
                [0, 60, 120]
            }
        })
    };
    (0..5).map(frame).collect()
}

#[test]
fn our_own_animations_are_read_frame_by_frame() {
    let desk = Desk::new();
    for (t, frame) in moving().iter().enumerate() {
        desk.put(&format!("frame{t}.png"), &rgb_png(frame));
    }
    let mut names = vec!["film.gif", "film.apng", "named.png"];
    if cfg!(feature = "webp") {
        names.push("film.webp");
    }
    for name in names {
        // A picture by its name, a film by what it holds.
        let out = if name == "named.png" {
            "other.apng"
        } else {
            name
        };
        let output = desk.run(&["frame?.png", "-o", out, "--fps", "20"], None);
        assert!(output.status.success(), "{output:?}");
        let bytes = fs::read(desk.0.join(out)).unwrap();
        if name == "named.png" {
            desk.put(name, &bytes);
        }
        assert_eq!(desk.film(&bytes, &["--fps", "20"]), moving(), "{name}");
        let counted = desk.run(
            &[name, "-o", "x", "--writer", "null", "--progress", "always"],
            None,
        );
        assert!(counted.status.success());
    }
}

#[test]
fn streams_of_pictures_are_films() {
    let desk = Desk::new();
    let all =
        |encode: &dyn Fn(&Frame) -> Vec<u8>| moving().iter().flat_map(encode).collect::<Vec<u8>>();
    let pngs = all(&rgb_png);
    let ppms = all(&|frame| [b"P6\n37 20\n255\n", frame.rgb.as_flattened()].concat());
    for bytes in [&pngs, &ppms] {
        assert_eq!(desk.film(bytes, &[]), moving());
    }
    let jpegs = [grey_jpeg(16, 8), grey_jpeg(16, 8), grey_jpeg(16, 8)].concat();
    assert_eq!(desk.film(&jpegs, &[]).len(), 3);
    // What follows a picture and is none is left alone, as viewers do.
    let trailing = [rgb_png(&picture()), b"\0\0a camera's notes".to_vec()].concat();
    assert_eq!(desk.still(&trailing, &[]), picture());
}

#[test]
fn every_page_of_a_tiff_is_a_frame_but_small_copies_are_none() {
    let desk = Desk::new();
    let depth: (u16, u16, &[u32]) = (258, 3, &[16]);
    let page = |value: u16| little(&[value; 12]);
    let (one, two, three, small) = (page(0), page(2000), page(4000), page(9));
    let pages = tiff_pages(&[
        ((4, 3), &[GREY, depth], &one),
        ((2, 1), &[GREY, depth, (254, 4, &[1])], &small[..4]),
        ((4, 3), &[GREY, depth], &two),
        ((4, 3), &[GREY, depth], &three),
    ]);
    let words = ["--cmap", "gray", "--vmin", "0", "--vmax", "4000"];
    let film = desk.film(&pages, &words);
    let levels: Vec<u8> = film.iter().map(|frame| frame.grey()[0]).collect();
    assert_near(&levels, &[0, 128, 255], "pages");
}

#[test]
fn palettes_and_transparent_colours_are_shown() {
    let desk = Desk::new();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Two);
    encoder.set_palette(vec![10, 20, 30, 40, 50, 60, 70, 80, 90]);
    encoder.set_trns(vec![255, 0]);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0b0001_1000]).unwrap();
    writer.finish().unwrap();
    let expected = [[10, 20, 30], [255; 3], [70, 80, 90], [10, 20, 30]];
    assert_eq!(desk.still(&bytes, &[]).rgb, expected);
    let masked = encode(
        (3, 1),
        ColorType::GrayscaleAlpha,
        BitDepth::Eight,
        &[0, 255, 9, 0, 200, 255],
    );
    let shown = desk.still(&masked, &["--cmap", "gray"]);
    assert_eq!(
        shown.grey(),
        [0, 255, 255],
        "what is transparent is no number"
    );
}

/// A picture of mid grey, 8 by 8 pixels in two bits.
fn grey_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
    bytes.extend([1; 64]);
    bytes.extend([0xff, 0xc0, 0, 11, 8]);
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([1, 1, 0x11, 0]);
    for class in [0, 0x10] {
        bytes.extend([0xff, 0xc4, 0, 20, class, 1]);
        bytes.extend([0; 16]);
    }
    bytes.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
    let blocks = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8));
    bytes.resize(bytes.len() + blocks / 4, 0);
    if blocks % 4 > 0 {
        bytes.push(0xff >> (2 * (blocks % 4)));
    }
    bytes.extend([0xff, 0xd9]);
    bytes
}

#[test]
fn cut_pictures_of_every_format_are_errors() {
    let desk = Desk::new();
    let picture = picture();
    let rgb = picture.rgb.as_flattened();
    let fields: [(u16, u16, &[u32]); 3] = [RGB, (258, 3, &[8, 8, 8]), (277, 3, &[3])];
    desk.put("picture.png", &rgb_png(&picture));
    let film = desk.run(&["picture.png", "-o", "picture.gif"], None);
    assert!(film.status.success());
    let pictures = [
        ("png", rgb_png(&picture)),
        ("jpeg", grey_jpeg(640, 480)),
        ("gif", fs::read(desk.0.join("picture.gif")).unwrap()),
        ("tiff", tiff(SIZE, &fields, rgb)),
        ("ppm", [b"P6\n37 20\n255\n", rgb].concat()),
    ];
    for (name, whole) in pictures {
        assert_eq!(desk.film(&whole, &[]).len(), 1, "{name}");
        for share in [5, 20, 60, 99] {
            // The start is kept, by which it is known as what it is.
            let cut = &whole[..(whole.len() * share / 100).max(16)];
            desk.refused(cut, &[], "");
        }
    }
    let png = rgb_png(&picture);
    let text = "it is cut off: the file ends before the picture does";
    desk.refused(&png[..png.len() - 20], &[], text);
    desk.refused(&grey_jpeg(640, 480)[..300], &[], "it is cut off");
}

#[test]
fn a_cut_picture_keeps_the_film_before_it_if_that_is_wanted() {
    let desk = Desk::new();
    let mut bytes: Vec<u8> = moving().iter().flat_map(rgb_png).collect();
    bytes.truncate(bytes.len() - 30);
    desk.put("stream", &bytes);
    let output = desk.run(
        &["stream", "-o", "film.gif", "--keep-partial", "--fps", "20"],
        None,
    );
    assert_eq!(output.status.code(), Some(1));
    let kept = fs::read(desk.0.join("film.partial.gif")).unwrap();
    assert_eq!(desk.film(&kept, &["--fps", "20"]), moving()[..4]);
}

/// A PNG whose header promises this and whose pixels are a few bytes.
fn promising_png(width: u32, height: u32, interlaced: bool) -> Vec<u8> {
    let png = rgb_png(&Frame::new(1, 1, |_, _| [0; 3]));
    let header = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 6, 0, 0, u8::from(interlaced)],
    ];
    [&png[..8], &chunk(b"IHDR", &header.concat()), &png[33..]].concat()
}

#[test]
fn large_promises_are_refused_before_memory_is_taken() {
    let desk = Desk::new();
    let too_many = "more than 134217728";
    let page: [(u16, u16, &[u32]); 2] = [GREY, (258, 3, &[8])];
    let promises = [
        promising_png(32767, 32767, false),
        promising_png(30000, 30000, true),
        b"GIF89a\xff\x7f\xff\x7f\x80\0\0\0\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
            .to_vec(),
        tiff((32767, 32767), &page, &[0]),
        b"P6 32767 32767 255\nabc".to_vec(),
        b"P7\nWIDTH 32767\nHEIGHT 32767\nDEPTH 4\nMAXVAL 255\nENDHDR\nabc".to_vec(),
        grey_jpeg(16, 8)
            .iter()
            .copied()
            .enumerate()
            .map(|(i, b)| if (76..80).contains(&i) { 0x7f } else { b })
            .collect(),
    ];
    for bytes in &promises {
        desk.refused(bytes, &[], too_many);
        desk.refused(bytes, &[], "raise --max-pixels");
    }
    desk.refused(
        &rgb_png(&picture()),
        &["--max-pixels", "739"],
        "37x20 pixels, more than 739",
    );
    assert_eq!(
        desk.film(&rgb_png(&picture()), &["--max-pixels", "740"])
            .len(),
        1
    );
    for sides in [(32768, 1), (1, 40000)] {
        let text = "32767 is the longest side";
        desk.refused(&promising_png(sides.0, sides.1, false), &[], text);
    }
    desk.refused(b"P5 0 5 255\n", &[], "it is empty");
    // Sizes whose product is no number of 64 bits.
    let mut bmp = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    for sides in [[u32::MAX, 1 << 31], [1 << 31, 1 << 31], [1 << 31, 7]] {
        bmp.truncate(18);
        bmp.extend(sides.map(u32::to_le_bytes).as_flattened());
        for (depth, compression) in [(u16::MAX, 0), (u16::MAX, 9), (32, 3), (24, 0)] {
            bmp.truncate(26);
            bmp.extend([1, 0]);
            bmp.extend(depth.to_le_bytes());
            bmp.extend(u32::to_le_bytes(compression));
            bmp.extend([0; 60]);
            desk.refused(&bmp, &[], "it is cut off");
        }
    }
}

#[cfg(unix)]
#[test]
fn memory_grows_with_the_pixels_that_arrive() {
    let desk = Desk::new();
    let pages: [(u16, u16, &[u32]); 2] = [GREY, (258, 3, &[8])];
    let promises = [
        promising_png(11000, 11000, false),
        b"P6 11000 11000 255\nabc".to_vec(),
        tiff((11000, 11000), &pages, &[0]),
    ];
    for bytes in promises {
        desk.put("input", &bytes);
        let program = env!("CARGO_BIN_EXE_plotreel");
        let limited = format!("ulimit -v 800000; exec '{program}' render input -o x --writer null");
        let mut shell = Command::new("sh");
        let run = shell
            .args(["-c", &limited])
            .current_dir(desk.0.path())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(1), "{run:?}");
    }
}

#[test]
fn small_chunks_that_unpack_to_much_take_no_memory() {
    let desk = Desk::new();
    let zeros = encode(
        (30000, 30000),
        ColorType::Grayscale,
        BitDepth::One,
        &vec![0; 3750 * 30000],
    );
    let idat = zeros.windows(4).position(|name| name == b"IDAT").unwrap();
    let len = u32::from_be_bytes(zeros[idat - 4..idat].try_into().unwrap()) as usize;
    let packed = &zeros[idat + 4..idat + 4 + len];
    assert!(len < 1 << 20, "{len} bytes");
    let picture = rgb_png(&picture());
    let profile = with_chunk(&picture, b"iCCP", &[b"p\0\0", packed].concat());
    assert_eq!(desk.film(&profile, &[]), [self::picture()]);
    let output = desk.run(&["input", "-o", "out.png"], None);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("its colour profile is not used"), "{said}");
    // Texts are not unpacked at all.
    let text = with_chunk(&picture, b"zTXt", &[b"Comment\0\0", packed].concat());
    assert_eq!(desk.film(&text, &[]).len(), 1);
}

#[test]
fn wide_jpegs_are_read_to_the_longest_side_that_can_be_drawn() {
    let desk = Desk::new();
    for (width, height) in [(16385, 8), (8, 20000), (32767, 1)] {
        let frame = desk.still(&grey_jpeg(width, height), &[]);
        assert_eq!(frame.size, (width.into(), height.into()));
        assert!(frame.rgb.iter().all(|pixel| *pixel == [128; 3]));
    }
    desk.refused(
        &grey_jpeg(32768, 8),
        &[],
        "32768x8 is too large: 32767 is the longest side",
    );
    desk.refused(
        &grey_jpeg(8, 65535),
        &[],
        "crop it or make it smaller first",
    );
}

#[test]
fn scientific_files_are_named_with_the_python_that_makes_an_array_of_them() {
    let desk = Desk::new();
    let dicom = [&[0; 128][..], b"DICM\x02\0"].concat();
    let cases: [(&[u8], &str, &str); 8] = [
        (
            b"SIMPLE  =                    T / conforms to FITS",
            "a FITS file",
            "astropy.io.fits.getdata",
        ),
        (
            b"\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0",
            "an HDF5 file",
            "h5py.File",
        ),
        (
            b"MATLAB 5.0 MAT-file, Platform: GLNXA64",
            "a MATLAB file",
            "scipy.io.loadmat",
        ),
        (
            b"CDF\x01\0\0\0\0\0\0\0\x0a",
            "a NetCDF file",
            "netCDF4.Dataset",
        ),
        (&dicom, "a DICOM file", "pydicom.dcmread"),
        (
            b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2",
            "a film",
            "image2pipe",
        ),
        (
            b"\0\0\0\x1cftypavif\0\0\0\0avifmif1",
            "an AVIF picture",
            "from PIL import Image",
        ),
        (
            b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81",
            "a film",
            "plotreel render -",
        ),
    ];
    for (bytes, kind, advice) in cases {
        desk.refused(bytes, &[], &format!("it is {kind}, which is not supported"));
        desk.refused(bytes, &[], advice);
    }
    desk.put("scan.h5", cases[1].0);
    let said = desk.run(&["scan.h5", "-o", "x.gif"], None).stderr;
    let said = String::from_utf8(said).unwrap();
    assert_eq!(
        said.lines().count(),
        4,
        "cause, advice, two lines of Python: {said}"
    );
}
