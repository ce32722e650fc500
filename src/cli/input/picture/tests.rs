//! Animations as encoders write them: frames, times, and what one frame alone is.

use std::borrow::Cow;
use std::io::{Cursor, Seek};

use super::*;

const LIMITS: Limits = Limits { pixels: 1 << 20 };
const RED: [u8; 4] = [255, 0, 0, 255];
const BLUE: [u8; 4] = [0, 0, 255, 255];
const NONE: [u8; 4] = [0; 4];

/// All pictures of these bytes.
fn pictures(kind: Kind, bytes: Vec<u8>) -> Vec<Picture> {
    let stream = Lookahead::new(Cursor::new(bytes));
    let mut decoder: Box<dyn Decode> = match kind {
        Kind::Png => Box::new(png::PngDecoder::new(stream, LIMITS)),
        Kind::Gif => Box::new(gif::GifDecoder::new(stream, LIMITS)),
        Kind::Webp => Box::new(webp::WebpDecoder::new(stream, LIMITS)),
        other => panic!("{other:?} has no animations"),
    };
    std::iter::from_fn(|| decoder.next_picture(Vec::new()).unwrap()).collect()
}

/// Colours of the first row.
fn row(picture: &Picture) -> Vec<[u8; 4]> {
    picture.pixels.as_chunks().0[..picture.width].to_vec()
}

fn milliseconds(pictures: &[Picture]) -> Vec<Option<u128>> {
    let times = pictures.iter().map(|p| p.duration.map(|d| d.as_millis()));
    times.collect()
}

/// A GIF of three pixels: red ones, then single blue ones at a place, with a time in hundredths and a disposal.
fn gif_of(frames: &[(u16, u16, ::gif::DisposalMethod)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let palette = [255, 0, 0, 0, 0, 255];
    let mut encoder = ::gif::Encoder::new(&mut bytes, 3, 1, &palette).unwrap();
    for (i, &(left, delay, dispose)) in frames.iter().enumerate() {
        let (width, index) = if i == 0 { (3, 0) } else { (1, 1) };
        let frame = ::gif::Frame {
            left,
            width,
            height: 1,
            delay,
            dispose,
            buffer: Cow::Owned(vec![index; width.into()]),
            ..::gif::Frame::default()
        };
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    bytes
}

#[test]
fn a_gif_gives_composed_frames_and_their_times() {
    use ::gif::DisposalMethod::{Background, Keep, Previous};
    let film = pictures(
        Kind::Gif,
        gif_of(&[
            (0, 5, Keep),
            (1, 0, Previous),
            (2, 12, Background),
            (0, 1, Keep),
        ]),
    );
    let expected = [
        [RED, RED, RED],
        [RED, BLUE, RED],
        [RED, RED, BLUE],
        [BLUE, RED, NONE],
    ];
    assert_eq!(film.iter().map(row).collect::<Vec<_>>(), expected);
    // No time at all is a tenth of a second to players.
    assert_eq!(
        milliseconds(&film),
        [Some(50), Some(100), Some(120), Some(10)]
    );
}

#[test]
fn one_frame_alone_has_no_time_of_its_own() {
    let still = pictures(Kind::Gif, gif_of(&[(0, 50, ::gif::DisposalMethod::Keep)]));
    assert_eq!(milliseconds(&still), [None]);
    let still = pictures(Kind::Png, apng(&[(0, 3, (1, 2), RED)], false));
    assert_eq!(milliseconds(&still), [None]);
}

/// From a column to another, numerator and denominator of seconds, and a colour.
type Columns = (u32, u32, (u16, u16), [u8; 4]);

/// An animated PNG of three pixels: columns from one to another of a colour, with a time; perhaps behind a green
/// picture for those who know no animations.
fn apng(frames: &[Columns], hidden: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, 3, 1);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.set_animated(frames.len() as u32, 0).unwrap();
    encoder.set_sep_def_img(hidden).unwrap();
    let mut writer = encoder.write_header().unwrap();
    if hidden {
        writer
            .write_image_data(&[0, 255, 0, 255].repeat(3))
            .unwrap();
    }
    for &(from, to, (numerator, denominator), color) in frames {
        writer.set_frame_dimension(to - from, 1).unwrap();
        writer.set_frame_position(from, 0).unwrap();
        writer.set_frame_delay(numerator, denominator).unwrap();
        writer.set_dispose_op(::png::DisposeOp::Background).unwrap();
        writer
            .write_image_data(&color.repeat((to - from) as usize))
            .unwrap();
    }
    writer.finish().unwrap();
    bytes
}

#[test]
fn an_animated_png_gives_composed_frames_and_their_times() {
    let frames = [
        (0, 3, (1, 40), RED),
        (1, 2, (7, 0), BLUE),
        (2, 3, (0, 1), BLUE),
    ];
    for hidden in [false, true] {
        let film = pictures(Kind::Png, apng(&frames, hidden));
        let expected = [[RED; 3], [NONE, BLUE, NONE], [NONE, NONE, BLUE]];
        assert_eq!(
            film.iter().map(row).collect::<Vec<_>>(),
            expected,
            "hidden: {hidden}"
        );
        assert_eq!(milliseconds(&film), [Some(25), Some(70), Some(100)]);
    }
}

#[cfg(feature = "webp")]
#[test]
fn an_animated_webp_gives_its_frames() {
    let folder = tempfile::tempdir().unwrap();
    let film = folder.path().join("film.webp");
    let colors = [RED, BLUE, RED];
    let frame = |c: [u8; 4]| ndarray::Array3::from_shape_fn((2, 3, 3), |(_, _, i)| c[i]);
    let options = crate::WriteOptions::new().with_fps(20);
    crate::write_animation(colors.map(frame), film.as_path(), &options).unwrap();
    let read = pictures(Kind::Webp, std::fs::read(&film).unwrap());
    let expected = colors.map(|color| [color; 3]);
    assert_eq!(read.iter().map(row).collect::<Vec<_>>(), expected);
    assert_eq!(milliseconds(&read), [Some(50); 3]);
}

#[test]
fn profiles_of_srgb_change_nothing_and_others_do() {
    let colors: Vec<u8> = (0..=255).flat_map(|v| [v, 255 - v, v / 2]).collect();
    let convert = |profile: Vec<u8>| {
        let mut converted = colors.clone();
        let profile = profile::Profile::new(profile).unwrap();
        Profiles::default().convert("a picture", &profile, &mut converted, false);
        converted
    };
    // The curve 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045.
    let srgb = [157_286, 62_119, 3_417, 5_072, 2_651];
    assert_eq!(convert(icc(&srgb, &SRGB_COLORANTS)), colors);
    let linear = convert(icc(&[65_536, 65_536, 0, 65_536, 0], &SRGB_COLORANTS));
    assert_eq!(linear[..3], [0, 255, 0]);
    let middle = linear[3 * 128];
    assert!((186..=190).contains(&middle), "a half of light is {middle}");
    // Display P3's red is redder than sRGB has.
    let p3 = convert(icc(&srgb, &P3_COLORANTS));
    assert_ne!(p3, colors);
    assert_eq!(
        convert(vec![7; 200]),
        colors,
        "what is no profile is left alone"
    );
}

const SRGB_COLORANTS: [[i32; 3]; 3] = [
    [28_576, 14_581, 912],
    [25_240, 46_983, 6_362],
    [9_371, 3_972, 46_795],
];
const P3_COLORANTS: [[i32; 3]; 3] = [
    [33_760, 15_806, -69],
    [19_155, 45_362, 2_747],
    [10_305, 4_368, 51_557],
];

/// A profile of a screen, of a parametric curve and the colours of its lights, in 65536ths.
fn icc(curve: &[i32; 5], colorants: &[[i32; 3]; 3]) -> Vec<u8> {
    let numbers = |values: &[i32]| {
        values
            .iter()
            .flat_map(|v| v.to_be_bytes())
            .collect::<Vec<u8>>()
    };
    let mut tags: Vec<([u8; 4], Vec<u8>)> = Vec::new();
    for (name, colorant) in [b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip(colorants) {
        tags.push((
            *name,
            [b"XYZ \0\0\0\0".to_vec(), numbers(colorant)].concat(),
        ));
    }
    for name in [b"rTRC", b"gTRC", b"bTRC"] {
        let head = b"para\0\0\0\0\0\x03\0\0".to_vec();
        tags.push((*name, [head, numbers(curve)].concat()));
    }
    let mut profile = vec![0; 128];
    profile[8] = 4;
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend((tags.len() as u32).to_be_bytes());
    let mut place = 132 + 12 * tags.len() as u32;
    for (name, data) in &tags {
        profile.extend(name);
        profile.extend(place.to_be_bytes());
        profile.extend((data.len() as u32).to_be_bytes());
        place += data.len() as u32;
    }
    profile.extend(tags.iter().flat_map(|(_, data)| data));
    let len = profile.len() as u32;
    profile[..4].copy_from_slice(&len.to_be_bytes());
    profile
}

#[test]
fn headers_tell_how_many_pictures_there_are() {
    use ::gif::DisposalMethod::Keep;
    let apng = apng(&[(0, 3, (1, 40), RED), (1, 2, (1, 40), BLUE)], true);
    let cases = [
        (Kind::Png, apng.repeat(2), 4),
        (Kind::Gif, gif_of(&[(0, 5, Keep), (1, 5, Keep)]), 2),
        (Kind::Pnm, b"P6 1 2 255\nabcdef".repeat(3), 3),
        (Kind::Pnm, b"P1 2 1 01".to_vec(), 1),
        (Kind::Jpeg, b"\xff\xd8\xff\xd9".repeat(5), 5),
    ];
    for (kind, bytes, expected) in cases {
        let mut file = tempfile::tempfile().unwrap();
        std::io::Write::write_all(&mut file, &bytes).unwrap();
        file.rewind().unwrap();
        assert_eq!(
            count(BufReader::new(file), kind),
            Some(expected),
            "{kind:?}"
        );
    }
}
