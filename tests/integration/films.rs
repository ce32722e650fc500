//! Films by the real ffmpeg, checked by ffprobe and by decoding.

use std::path::Path;
use std::process::Command;

use ndarray::{Array2, Array3, Axis, Slice};
use plotreel::array::ImageSource;
use plotreel::writers::{Destination, MemoryFile};
use plotreel::{
    AnimationWriter, Error, FFMpegWriter, MovieWriterExt, WriteOptions, write_animation,
    write_animation_to_vec,
};

use crate::support::{Folder, decode, full_figure, output, probe, require, shown, worst};

/// A frame in which no two pixels are alike.
fn gradient(height: usize, width: usize) -> Array3<u8> {
    Array3::from_shape_fn((height, width, 3), |(y, x, c)| {
        (7 * y + 5 * x + 90 * c + x * y) as u8
    })
}

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("ffmpeg")
}

/// Writes three equal frames losslessly and compares what comes back with what imshow shows.
fn comes_back(array: &impl ImageSource, width: u32, height: u32) {
    let folder = Folder::new();
    let expected = shown(array, width, height).repeat(3);
    let ffv1 = options().with_codec("ffv1");
    let x264 = options()
        .with_codec("libx264rgb")
        .with_extra_args(["-crf", "0"]);
    for (name, options) in [("ffv1.mkv", ffv1), ("x264.mkv", x264)] {
        let film = folder.join(name);
        write_animation([array, array, array], &film, &options).unwrap();
        assert!(decode(&film) == expected, "{name} at {width}x{height}");
    }
}

#[test]
fn lossless_films_give_back_the_bytes_of_ten_shapes_and_types() {
    require!("ffmpeg", "ffprobe");
    let u8_rgb = gradient(48, 64);
    comes_back(&u8_rgb, 64, 48);
    comes_back(&gradient(31, 17), 17, 31);
    comes_back(&gradient(101, 2), 2, 101);
    comes_back(&gradient(20, 33).mapv(|v| f64::from(v) / 255.0), 33, 20);
    comes_back(
        &gradient(20, 33).mapv(|v| f32::from(v) / 100.0 - 0.5),
        33,
        20,
    );
    comes_back(&gradient(16, 16).mapv(|v| u16::from(v) * 2), 16, 16);
    comes_back(&gradient(16, 16).mapv(|v| i64::from(v) - 50), 16, 16);
    comes_back(&gradient(16, 16).mapv(|v| v > 100), 16, 16);
    comes_back(
        &Array2::from_shape_fn((15, 21), |(y, x)| (y * x) as f64),
        21,
        15,
    );
    comes_back(
        &Array3::from_shape_fn((12, 18, 4), |(y, x, c)| (y + 9 * x + 60 * c) as u8),
        18,
        12,
    );
    let fortran = gradient(14, 22)
        .reversed_axes()
        .as_standard_layout()
        .into_owned()
        .reversed_axes();
    comes_back(&fortran, 22, 14);
    let mut stepped = u8_rgb.view();
    stepped.invert_axis(Axis(0));
    stepped.slice_axis_inplace(Axis(1), Slice::new(1, None, 3));
    comes_back(&stepped, 21, 48);
}

const FLAT: [[u8; 3]; 6] = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
    [30, 160, 200],
    [128, 128, 128],
];

/// The worst difference of flat colours that were written and decoded.
fn worst_flat_colour(film: &Path, options: &WriteOptions) -> u8 {
    let flat = FLAT.map(|[r, g, b]| Array3::from_shape_fn((96, 128, 3), |(_, _, c)| [r, g, b][c]));
    write_animation(&flat, film, options).unwrap();
    let expected: Vec<u8> = FLAT.iter().flat_map(|rgb| rgb.repeat(96 * 128)).collect();
    worst(&decode(film), &expected)
}

#[test]
fn flat_colours_decode_to_within_two_levels() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    for name in ["a.mp4", "a.mkv", "a.mov", "a.avi", "a.webm", "a.avif"] {
        let film = folder.join(name);
        let off = worst_flat_colour(&film, &options());
        assert!(off <= 2, "{name}: off by {off}");
        let stream = probe(&film);
        for tag in [
            "color_range=tv",
            "color_space=bt709",
            "color_transfer=bt709",
            "color_primaries=bt709",
        ] {
            assert!(stream.contains(tag), "{name} lacks {tag}");
        }
    }
    let yuv444p = options().with_extra_args(["-pix_fmt", "yuv444p", "-crf", "10"]);
    assert!(worst_flat_colour(&folder.join("444.mp4"), &yuv444p) <= 2);
    // At the qualities that these have by default the quantiser shows, not the colours.
    for (name, codec, best) in [
        ("prores.mov", "prores_ks", "-q:v 1"),
        ("mpeg4.mp4", "mpeg4", "-q:v 1"),
        ("jpeg.avi", "mjpeg", "-q:v 1"),
        ("vp8.webm", "libvpx", "-crf 4 -b:v 8M -qmin 0"),
        ("theora.ogv", "libtheora", "-q:v 10"),
    ] {
        let quality = options().with_codec(codec).with_extra_args(best.split(' '));
        let off = worst_flat_colour(&folder.join(name), &quality);
        assert!(off <= 2, "{name}: off by {off}");
    }
}

#[test]
fn every_suffix_has_its_codec_and_pixel_format() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let frames = [
        gradient(24, 32),
        gradient(24, 32),
        gradient(24, 32).mapv(|v| !v),
    ];
    for (name, codec, pix_fmt) in [
        ("a.MP4", "h264", "yuv420p"),
        ("a.m4v", "h264", "yuv420p"),
        ("a.mov", "h264", "yuv420p"),
        ("a.mkv", "h264", "yuv420p"),
        ("a.avi", "h264", "yuv420p"),
        ("a.webm", "vp9", "yuv420p"),
        ("a.avif", "av1", "yuv420p"),
        ("a.GIF", "gif", "bgra"),
        ("a.apng", "apng", "rgb24"),
        ("a.ogv", "theora", "yuv444p"),
    ] {
        let film = folder.join(name);
        write_animation(&frames, &film, &options()).unwrap();
        let stream = probe(&film);
        assert!(
            stream.contains(&format!("codec_name={codec}\n")),
            "{name}: {stream}"
        );
        assert!(
            stream.contains(&format!("pix_fmt={pix_fmt}\n")),
            "{name}: {stream}"
        );
        assert!(stream.contains("nb_read_frames=3\n"), "{name}: {stream}");
    }
    // ffprobe 5.1 can't read animated WebP; its header can.
    write_animation(&frames, folder.join("a.webp"), &options()).unwrap();
    assert_eq!(
        &std::fs::read(folder.join("a.webp")).unwrap()[8..16],
        b"WEBPVP8X"
    );
    assert_eq!(folder.files().len(), 11, "nothing is left beside the films");
}

#[test]
fn odd_sizes_lose_no_pixel() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let (odd, film) = (gradient(17, 33), folder.join("odd.mp4"));
    let lossless = options().with_extra_args(["-qp", "0"]);
    write_animation([&odd], &film, &lossless).unwrap();
    assert!(probe(&film).contains("width=34\nheight=18\n"));
    let pixels = decode(&film);
    let row = |y: usize| &pixels[3 * 34 * y..][..3 * 34];
    // The repeated row and column show the colours of their neighbours.
    assert!(worst(row(16), row(17)) <= 6, "{}", worst(row(16), row(17)));
    assert!((0..18).all(|y| worst(&row(y)[3 * 32..3 * 33], &row(y)[3 * 33..]) <= 6));

    let same = options().with_extra_args(["-pix_fmt", "yuv444p"]);
    write_animation([&odd], &film, &same).unwrap();
    assert!(probe(&film).contains("width=33\nheight=17\n"));
}

#[test]
fn frame_rates_and_metadata_arrive_exactly() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mkv");
    let options = options()
        .with_fps((30000, 1001))
        .with_title("A = \"b\"; 'c' \\ ü")
        .with_comment("two\nlines")
        .with_metadata("location", "here");
    write_animation([gradient(32, 32)], &film, &options).unwrap();
    let stream = probe(&film);
    for expected in [
        "r_frame_rate=30000/1001",
        "TAG:title=A = \"b\"; 'c' \\ ü",
        "TAG:ARTIST=plotreel",
        "TAG:LOCATION=here",
    ] {
        assert!(stream.contains(expected), "{expected} is not in {stream}");
    }
    assert!(stream.contains("TAG:COMMENT=two\nlines"));
}

#[test]
fn names_that_look_like_syntax_are_only_names() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let inner = folder.join("100%d: 'a b'");
    std::fs::create_dir(&inner).unwrap();
    for name in [
        "-y.mp4",
        "a b.mp4",
        "it's \"x\".mp4",
        "50%.mp4",
        "%03d.mp4",
        "a:b.mp4",
        "ü.mp4",
    ] {
        write_animation([gradient(32, 32)], inner.join(name), &options()).unwrap();
    }
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"\xff\xfe.mp4");
        write_animation([gradient(32, 32)], inner.join(name), &options()).unwrap();
        assert!(inner.join(name).exists());
    }
    let count = std::fs::read_dir(&inner).unwrap().count();
    assert_eq!(count, if cfg!(target_os = "linux") { 8 } else { 7 });
}

#[test]
fn a_film_can_go_to_memory() {
    require!("ffmpeg");
    let film = write_animation_to_vec([gradient(32, 32)], "mkv", &options()).unwrap();
    assert_eq!(film[..4], [0x1a, 0x45, 0xdf, 0xa3], "EBML");
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_a_fragmented_film() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let (pipe, copy) = (folder.join("pipe.mp4"), folder.join("copy.mp4"));
    output(Command::new("mkfifo").arg(&pipe));
    let reader = {
        let (pipe, copy) = (pipe.clone(), copy.clone());
        std::thread::spawn(move || std::fs::write(copy, std::fs::read(pipe).unwrap()).unwrap())
    };
    write_animation(vec![gradient(32, 32); 5], &pipe, &options()).unwrap();
    reader.join().unwrap();
    assert!(probe(&copy).contains("nb_read_frames=5\n"));
    assert_eq!(folder.files(), ["copy.mp4", "pipe.mp4"]);
}

#[test]
fn an_empty_iterator_makes_no_file_and_keeps_the_old_one() {
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let none: [Array3<u8>; 0] = [];
    assert!(matches!(
        write_animation(&none, &film, &options()),
        Err(Error::NoFrames)
    ));
    assert!(folder.files().is_empty());
    std::fs::write(&film, "old").unwrap();
    assert!(write_animation(&none, &film, &options()).is_err());
    assert_eq!(std::fs::read(&film).unwrap(), b"old");
}

#[test]
fn a_movie_takes_figures_and_ready_pixels() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mkv");
    let (mut fig, ax) = full_figure(32, 24);
    let im = fig[ax].imshow(&gradient(24, 32)).unwrap();
    let mut movie = FFMpegWriter::new(25)
        .with_codec("ffv1")
        .saving(&fig, &film, 100.0)
        .unwrap();
    movie.grab_frame(&fig).unwrap();
    fig[im].set_data(&gradient(24, 32).mapv(|v| !v)).unwrap();
    fig.set_size_inches(5.0, 5.0).unwrap();
    movie.grab_frame(&fig).unwrap();
    movie
        .write_frame(&Array3::<u8>::from_elem((24, 32, 3), 9))
        .unwrap();
    let wrong = movie.write_frame(&Array3::<u8>::zeros((24, 33, 3)));
    assert!(matches!(wrong, Err(Error::FrameShape { .. })));
    assert_eq!(movie.stats().frames, 3);
    movie.finish().unwrap();
    let pixels = decode(&film);
    assert_eq!(pixels.len(), 3 * 3 * 32 * 24);
    assert_eq!(pixels[..2304], shown(&gradient(24, 32), 32, 24));
    assert!(pixels[2 * 2304..].iter().all(|v| *v == 9));
}

#[test]
fn a_destination_names_its_container() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let error = write_animation([gradient(32, 32)], folder.join("noext"), &options()).unwrap_err();
    assert!(matches!(error, Error::Destination { .. }), "{error}");
    let error = write_animation([gradient(32, 32)], folder.join("a.png"), &options()).unwrap_err();
    assert!(error.to_string().contains("suffix of a picture"), "{error}");
    let named = Destination::path(folder.join("noext")).with_format("matroska");
    write_animation([gradient(32, 32)], named, &options()).unwrap();
    assert!(probe(&folder.join("noext")).contains("format_name=matroska"));
    let film = MemoryFile::new();
    let refused = write_animation(
        [gradient(32, 32)],
        Destination::memory(&film, "gif"),
        &options().with_bitrate(9),
    );
    assert!(matches!(refused, Err(Error::Option { .. })));
}

#[test]
fn a_url_is_handed_to_ffmpeg() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("tcp://{}", listener.local_addr().unwrap());
    let film = folder.join("received.mp4");
    let receiver = {
        let film = film.clone();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            std::io::copy(&mut stream, &mut std::fs::File::create(film).unwrap()).unwrap()
        })
    };
    write_animation(
        vec![gradient(32, 32); 4],
        url.as_str(),
        &options().with_format("mp4"),
    )
    .unwrap();
    receiver.join().unwrap();
    assert!(probe(&film).contains("nb_read_frames=4\n"));
}

#[test]
fn frames_that_come_one_by_one_make_the_film_of_an_iterator() {
    let frames =
        || (0..5).map(|i| Array2::from_shape_fn((20, 30), |(y, x)| (y * x + 9 * i) as f64));
    let options = WriteOptions::new()
        .with_scale(2)
        .with_label(plotreel::annotate::Label::new("{frame}"));
    let expected = write_animation_to_vec(frames(), "gif", &options).unwrap();
    let film = MemoryFile::new();
    let mut writer = AnimationWriter::new(Destination::memory(&film, "gif"), &options).unwrap();
    for frame in frames() {
        writer.write_frame(&frame).unwrap();
    }
    assert_eq!(writer.finish().unwrap().frames, 5);
    assert!(film.take() == expected);

    let folder = Folder::new();
    let mut writer = AnimationWriter::new(folder.join("a.gif"), &options).unwrap();
    writer.write_frame(&Array2::<f64>::zeros((4, 4))).unwrap();
    let error = writer
        .write_frame(&Array2::<f64>::zeros((0, 4)))
        .unwrap_err();
    assert!(matches!(error, Error::Frame { index: 1, .. }), "{error}");
    assert_eq!(folder.files(), [""; 0], "it is given up at once");
    assert!(matches!(
        writer.write_frame(&Array2::<f64>::zeros((4, 4))),
        Err(Error::Ended)
    ));
    assert!(matches!(writer.finish(), Err(Error::Ended)));
    let empty = AnimationWriter::new(folder.join("a.gif"), &options).unwrap();
    assert!(matches!(empty.finish(), Err(Error::NoFrames)));
}

#[test]
fn old_containers_play_in_their_players() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    for (suffix, codec) in [
        ("wmv", "wmv2"),
        ("asf", "wmv2"),
        ("mpg", "mpeg2video"),
        ("mpeg", "mpeg2video"),
        ("vob", "mpeg2video"),
        ("mxf", "mpeg2video"),
        ("m2v", "mpeg2video"),
        ("flv", "h264"),
        ("f4v", "h264"),
        ("ts", "h264"),
        ("mts", "h264"),
        ("m2ts", "h264"),
        ("3gp", "h264"),
        ("3g2", "h264"),
        ("swf", "flv1"),
        ("ogg", "theora"),
        ("ivf", "vp9"),
    ] {
        // Odd sizes, too.
        for (height, width) in [(48, 64), (37, 51)] {
            let film = folder.join(&format!("a.{suffix}"));
            // Theora counts no frame that is like the one before.
            let frames = (0..20).map(|i| gradient(height, width).mapv(|v| v.wrapping_add(9 * i)));
            write_animation(frames, &film, &options()).unwrap();
            let stream = probe(&film);
            let codec = format!("codec_name={codec}\n");
            assert!(stream.contains(&codec), "{suffix}: {stream}");
            assert!(stream.contains("nb_read_frames=20\n"), "{suffix}: {stream}");
        }
    }
    let flat = Array3::from_shape_fn((48, 64, 3), |(_, _, c)| [30, 160, 200u8][c]);
    for suffix in ["wmv", "mpg", "vob", "mxf", "flv", "swf"] {
        let film = folder.join(&format!("flat.{suffix}"));
        write_animation(vec![&flat; 5], &film, &options()).unwrap();
        let pixels = decode(&film);
        let off = worst(&pixels, &[30, 160, 200].repeat(pixels.len() / 3));
        assert!(off <= 6, "{suffix}: off by {off}");
    }
    for (name, reason) in [
        ("a.mp3", "an audio file"),
        ("a.srt", "subtitles"),
        ("a.tga", "a picture"),
        ("a.dv", "few codecs"),
        ("a.yuv", "few codecs"),
    ] {
        let error = write_animation([&flat], folder.join(name), &options()).unwrap_err();
        assert!(matches!(error, Error::Destination { .. }), "{error}");
        assert!(error.cause().contains(reason), "{error}");
    }
    let odd = write_animation([&flat], folder.join("b.mpg"), &options().with_fps(29));
    assert!(matches!(odd, Err(Error::Option { .. })), "{odd:?}");
    assert!(!folder.join("b.mpg").exists());
    write_animation(
        vec![&flat; 6],
        folder.join("b.mpg"),
        &options().with_fps(12),
    )
    .unwrap();
    let stream = probe(&folder.join("b.mpg"));
    assert!(
        stream.contains("r_frame_rate=24/1\n") && stream.contains("nb_read_frames=12\n"),
        "{stream}"
    );
}

#[test]
fn hevc_is_tagged_for_apple_and_the_index_is_in_front() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let frames = vec![gradient(48, 64); 4];
    let index_is_in_front = |film: &Path| {
        let bytes = std::fs::read(film).unwrap();
        let place = |kind: &[u8]| bytes.windows(4).position(|w| w == kind).unwrap();
        place(b"moov") < place(b"mdat")
    };
    for suffix in ["mp4", "m4v", "mov"] {
        let film = folder.join(&format!("a.{suffix}"));
        for codec in ["h264", "libx265", "hevc", "h265"] {
            write_animation(&frames, &film, &options().with_codec(codec)).unwrap();
            let stream = probe(&film);
            assert_eq!(
                stream.contains("codec_tag_string=hvc1"),
                codec != "h264",
                "{suffix} {codec}: {stream}"
            );
            assert!(stream.contains("nb_read_frames=4\n"), "{stream}");
            assert!(index_is_in_front(&film), "{suffix} {codec}");
        }
        let by_args = ["-c:v", "libx265"];
        write_animation(&frames, &film, &options().with_extra_args(by_args)).unwrap();
        assert!(probe(&film).contains("codec_tag_string=hvc1"));
        // Unless the user says otherwise.
        if suffix != "m4v" {
            let own = options().with_codec("libx265");
            let own = own.with_extra_args(["-tag:v", "hev1", "-movflags", "+use_metadata_tags"]);
            write_animation(&frames, &film, &own).unwrap();
            assert!(probe(&film).contains("codec_tag_string=hev1"));
            assert!(!index_is_in_front(&film));
        }
    }
    let url = format!("file:{}", folder.join("b.mp4").display());
    let film = folder.join("b.mp4");
    write_animation(&frames, &*url.replace("file:", "file://"), &options()).unwrap();
    assert!(index_is_in_front(&film));
    let film = folder.join("c.mp4");
    let filed = options().with_writer("ffmpeg_file").with_codec("hevc");
    write_animation(&frames, &film, &filed).unwrap();
    assert!(index_is_in_front(&film) && probe(&film).contains("hvc1"));
    let broken = frames.into_iter().map(Ok).chain([Err("lens cap on")]);
    let kept = options().with_on_error(plotreel::OnError::KeepPartial);
    plotreel::try_write_animation(broken, folder.join("d.mp4"), &kept).unwrap_err();
    assert!(index_is_in_front(&folder.join("d.partial.mp4")));
}

#[test]
fn an_unknown_codec_hears_of_the_nearest_codec_and_its_encoder() {
    require!("ffmpeg");
    let folder = Folder::new();
    for (codec, near) in [
        ("h265x", "did you mean \"hevc\" or \"libx265\"?"),
        ("x264", "did you mean \"h264\" or \"libx264\"?"),
        ("libx256", "did you mean \"libx265\"?"),
        ("vp99", "did you mean \"vp9\""),
    ] {
        for writer in ["auto", "ffmpeg_file"] {
            let options = WriteOptions::new().with_writer(writer).with_codec(codec);
            let error = write_animation([gradient(48, 64)], folder.join("a.mp4"), &options);
            let advice = error.unwrap_err().advice();
            assert!(advice.starts_with(near), "{codec}: {advice}");
        }
    }
}
