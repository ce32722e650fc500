//! ffmpeg's films with alpha and with loop counts, and the exact command that is run.

use std::fs;
use std::path::Path;
use std::process::Command;

use ndarray::Array3;
use plotreel::writers::Metadata;
use plotreel::{
    Error, FFMpegWriter, MovieOptions, MovieWriter, MovieWriterExt, WriteOptions, write_animation,
};

use crate::support::{Folder, full_figure, output, pillow, probe, require, worst, write_script};

const WIDTH: usize = 66;
const HEIGHT: usize = 38;
const ALPHAS: [u8; 3] = [0, 136, 255];

/// Flat colours in three bands of alpha.
fn frame(rgb: [u8; 3]) -> Array3<u8> {
    Array3::from_shape_fn((HEIGHT, WIDTH, 4), |(_, x, c)| match (c, ALPHAS[x / 22]) {
        (3, alpha) => alpha,
        (_, 0) => 0,
        _ => rgb[c],
    })
}

const COLOURS: [[u8; 3]; 3] = [[255, 0, 0], [30, 160, 200], [240, 240, 90]];

fn write(writer: &FFMpegWriter, film: &Path) {
    let (fig, _) = full_figure(WIDTH as u32, HEIGHT as u32);
    let options = MovieOptions::new(100.0).with_transparent(true);
    let mut movie = writer.saving_with(&fig, film, &options).unwrap();
    for rgb in COLOURS {
        movie.write_frame(&frame(rgb)).unwrap();
    }
    movie.finish().unwrap();
}

/// The worst differences of alpha, and of colours where it is not 0, away from the bands' edges.
fn off(frames: &[u8]) -> (u8, u8) {
    assert_eq!(frames.len(), 3 * 4 * WIDTH * HEIGHT);
    let (mut alpha, mut colour) = (0, 0);
    for (i, pixel) in frames.chunks(4).enumerate() {
        let (x, rgb) = (i % WIDTH, COLOURS[i / (WIDTH * HEIGHT)]);
        if (4..18).contains(&(x % 22)) {
            alpha = alpha.max(pixel[3].abs_diff(ALPHAS[x / 22]));
            if ALPHAS[x / 22] > 0 {
                colour = colour.max(worst(&pixel[..3], &rgb));
            }
        }
    }
    (alpha, colour)
}

fn rgba(film: &Path, decoder: &[&str]) -> Vec<u8> {
    let mut command = Command::new("ffmpeg");
    command
        .args(["-v", "error"])
        .args(decoder)
        .arg("-i")
        .arg(film);
    let raw = ["-fps_mode", "passthrough", "-f", "rawvideo"];
    output(command.args(raw).args(["-pix_fmt", "rgba", "-"]))
}

#[test]
fn films_that_can_have_alpha_decode_with_it() {
    require!("ffmpeg");
    let folder = Folder::new();
    let vp9: &[&str] = &["-c:v", "libvpx-vp9"];
    // What swscale rounds on the way to planes is one level.
    for (name, codec, decoder, alpha, colour) in [
        ("a.webm", None, vp9, 2, 3),
        ("a.mkv", Some("vp9"), vp9, 2, 3),
        ("a.apng", None, &[], 0, 0),
        ("png.mov", Some("png"), &[], 0, 0),
        ("png.mkv", Some("png"), &[], 0, 0),
        ("rle.mov", Some("qtrle"), &[], 0, 0),
        ("ffv1.mkv", Some("ffv1"), &[], 0, 0),
        ("ffvhuff.mkv", Some("ffvhuff"), &[], 0, 0),
        ("huffyuv.avi", Some("huffyuv"), &[], 0, 0),
        ("utvideo.mkv", Some("utvideo"), &[], 1, 1),
        ("magicyuv.mkv", Some("magicyuv"), &[], 1, 1),
        ("raw.avi", Some("rawvideo"), &[], 0, 0),
        ("targa.mov", Some("targa"), &[], 0, 0),
        ("tiff.mov", Some("tiff"), &[], 0, 0),
        ("prores.mov", Some("prores_ks"), &[], 1, 3),
    ] {
        let film = folder.join(name);
        let writer = FFMpegWriter::new(30);
        let writer = codec
            .iter()
            .fold(writer, |writer, codec| writer.with_codec(codec));
        let writer = match decoder {
            [] => writer,
            // The colours are to show, not the quantiser.
            _ => writer.with_extra_args(["-crf", "8", "-b:v", "0"]),
        };
        write(&writer, &film);
        let found = off(&rgba(&film, decoder));
        assert!(
            found.0 <= alpha && found.1 <= colour,
            "{name}: off by {found:?}"
        );
    }
    let tags = probe(&folder.join("a.webm"));
    assert!(
        tags.contains("color_space=bt709") && tags.contains("alpha_mode=1"),
        "{tags}"
    );
}

#[test]
fn gif_webp_and_avif_have_alpha() {
    require!("ffmpeg", "Pillow");
    let folder = Folder::new();
    let writer = FFMpegWriter::new(20);
    write(&writer, &folder.join("a.webp"));
    let (alpha, colour) = off(&pillow(&folder.join("a.webp")).frames.concat());
    assert!(alpha == 0 && colour <= 12, "{alpha} {colour}");

    write(&writer, &folder.join("a.gif"));
    let gif = pillow(&folder.join("a.gif"));
    for (i, pixels) in gif.frames.iter().enumerate() {
        let pixel = |x: usize| &pixels[4 * (19 * WIDTH + x)..][..4];
        assert_eq!((pixel(11)[3], pixel(33)[3], pixel(55)[3]), (0, 255, 255));
        assert!(worst(&pixel(33)[..3], &COLOURS[i]) <= 8, "{:?}", pixel(33));
    }

    // The colours are to show, not the quantiser.
    let fine = writer.with_extra_args(["-crf", "8"]);
    write(&fine, &folder.join("a.avif"));
    let colours = rgba(&folder.join("a.avif"), &[]);
    let mut command = Command::new("ffmpeg");
    command
        .args(["-v", "error", "-i"])
        .arg(folder.join("a.avif"));
    let grey = output(command.args(["-map", "0:1", "-f", "rawvideo", "-pix_fmt", "gray", "-"]));
    let together: Vec<u8> = colours
        .chunks(4)
        .zip(&grey)
        .flat_map(|(rgb, alpha)| [rgb[0], rgb[1], rgb[2], *alpha])
        .collect();
    let (alpha, colour) = off(&together);
    assert!(alpha <= 1 && colour <= 3, "{alpha} {colour}");
}

#[test]
fn an_odd_film_has_alpha_to_its_edges() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("odd.webm");
    let (fig, _) = full_figure(33, 17);
    let options = MovieOptions::new(100.0).with_transparent(true);
    let mut movie = FFMpegWriter::new(30)
        .saving_with(&fig, &film, &options)
        .unwrap();
    let pixels = Array3::from_elem((17, 33, 4), 136u8);
    movie.write_frame(&pixels).unwrap();
    movie.finish().unwrap();
    let decoded = rgba(&film, &["-c:v", "libvpx-vp9"]);
    assert_eq!(decoded.len(), 4 * 34 * 18);
    assert!(decoded.chunks(4).all(|pixel| pixel[3].abs_diff(136) <= 1));
}

#[test]
fn other_films_refuse_transparency() {
    let folder = Folder::new();
    let (fig, _) = full_figure(20, 20);
    let options = MovieOptions::new(100.0).with_transparent(true);
    for (name, writer) in [
        ("a.mp4", FFMpegWriter::new(30)),
        ("a.mkv", FFMpegWriter::new(30)),
        ("a.mp4", FFMpegWriter::new(30).with_codec("vp9")),
        ("a.webm", FFMpegWriter::new(30).with_codec("libvpx")),
        (
            "a.webm",
            FFMpegWriter::new(30).with_extra_args(["-pix_fmt", "yuv420p"]),
        ),
    ] {
        let error = writer
            .saving_with(&fig, folder.join(name), &options)
            .unwrap_err();
        assert!(
            error.to_string().contains("transparency"),
            "{name}: {error}"
        );
        let suffix = name.split_once('.').unwrap().1;
        assert!(!writer.supports_transparency(suffix));
    }
    assert!(folder.files().is_empty());
}

#[test]
fn pictures_play_for_ever_or_as_often_as_is_said() {
    require!("ffmpeg", "Pillow");
    let folder = Folder::new();
    for (name, count, expected) in [
        ("a.gif", None, "loop=0"),
        ("a.apng", None, "loop=0"),
        ("a.webp", None, "loop=0"),
        ("a.gif", Some(1), "loop=None"),
        ("a.gif", Some(3), "loop=2"),
        ("a.apng", Some(3), "loop=3"),
        ("a.webp", Some(3), "loop=3"),
    ] {
        let film = folder.join(name);
        let writer = FFMpegWriter::new(20);
        let writer = count
            .iter()
            .fold(writer, |writer, count| writer.with_loop_count(*count));
        write(&writer, &film);
        let info = pillow(&film).info;
        assert!(info.contains(expected), "{name} {count:?}: {info}");
    }
    let (fig, _) = full_figure(20, 20);
    let writer = FFMpegWriter::new(20).with_loop_count(2);
    let error = writer
        .saving(&fig, folder.join("a.mp4"), 100.0)
        .unwrap_err();
    assert!(matches!(error, Error::Option { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn the_command_is_this_one() {
    let (folder, tools) = (Folder::new(), Folder::new());
    let (ffmpeg, argv) = (tools.join("ffmpeg"), tools.join("argv"));
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\nfor last; do :; done\ncat > \"${{last#file:}}\"\n",
        argv.display()
    );
    write_script(&ffmpeg, &script);
    let command = |name: &str, writer: &FFMpegWriter, transparent: bool| {
        let (fig, _) = full_figure(33, 17);
        let options = MovieOptions::new(100.0).with_transparent(transparent);
        let writer = writer.clone().with_program(&ffmpeg);
        let mut movie = writer
            .saving_with(&fig, folder.join(name), &options)
            .unwrap();
        movie.grab_frame(&fig).unwrap();
        movie.finish().unwrap();
        let said = fs::read_to_string(&argv).unwrap();
        let mut words: Vec<_> = said.lines().map(str::to_owned).collect();
        assert!(words.pop().unwrap().starts_with("file:"));
        words.join(" ")
    };
    let common = "-loglevel level+info -hide_banner -nostats -loglevel error -xerror -f rawvideo -c:v rawvideo";
    let plain = FFMpegWriter::new((30000, 1001))
        .with_metadata(Metadata::new().with("title", "T"))
        .with_bitrate(900)
        .with_extra_args(["-g", "1"]);
    assert_eq!(
        command("a.mp4", &plain, false),
        format!(
            "{common} -s 34x18 -pix_fmt yuv420p -colorspace bt709 -color_range tv -framerate 30000/1001 -i pipe:0 \
             -vcodec h264 -pix_fmt yuv420p -color_range tv -colorspace bt709 -color_primaries bt709 \
             -color_trc bt709 -b:v 900k -metadata title=T -g 1 -movflags +faststart -y"
        )
    );
    let looped = FFMpegWriter::new(30).with_loop_count(4);
    assert_eq!(
        command("a.gif", &looped, true),
        format!(
            "{common} -s 33x17 -pix_fmt bgra -framerate 30 -i pipe:0 -filter_complex \
             split[a][b];[a]palettegen=stats_mode=single:reserve_transparent=1[p];\
             [b][p]paletteuse=new=1:alpha_threshold=128 -loop 3 -y"
        )
    );
    assert_eq!(
        command("a.apng", &looped, false),
        format!("{common} -s 33x17 -pix_fmt bgr0 -framerate 30 -i pipe:0 -plays 4 -y")
    );
    assert_eq!(
        command("a.webm", &FFMpegWriter::new(30), true),
        format!(
            "{common} -s 34x18 -pix_fmt yuva420p -colorspace bt709 -color_range tv -framerate 30 -i pipe:0 \
             -pix_fmt yuva420p -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -y"
        )
    );
}

#[test]
fn the_short_way_to_a_film_has_a_loop_count_too() {
    require!("ffmpeg", "Pillow");
    let folder = Folder::new();
    let options = WriteOptions::new().with_loop_count(5);
    let frames = COLOURS.map(|rgb| Array3::from_shape_fn((20, 20, 3), |(_, _, c)| rgb[c]));
    for (name, writer) in [("a.apng", "ffmpeg"), ("b.apng", "apng")] {
        let options = options.clone().with_writer(writer);
        write_animation(&frames, folder.join(name), &options).unwrap();
        assert!(
            pillow(&folder.join(name)).info.contains("loop=5"),
            "{writer}"
        );
    }
    let refused = write_animation(
        &frames,
        folder.join("a.mp4"),
        &options.with_writer("ffmpeg"),
    );
    assert!(refused.unwrap_err().to_string().contains("loop count 5"));
}
