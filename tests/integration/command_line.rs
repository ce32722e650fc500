//! The program `plotreel` as a user calls it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use ndarray::{Array, Array3, Array4, Dimension};

use crate::support::{Folder, decode, noise_byte, probe, python_with, require};

mod effects;
mod inputs;
mod parts;

pub(crate) fn plotreel(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plotreel"));
    command.current_dir(folder.path()).stdin(Stdio::null());
    command
}

/// Runs it with these words.
fn run(folder: &Folder, words: &[&str]) -> Output {
    plotreel(folder).args(words).output().unwrap()
}

/// It must succeed.
fn succeed(folder: &Folder, words: &[&str]) {
    let output = run(folder, words);
    assert!(output.status.success(), "{words:?}: {}", stderr(&output));
}

/// It must fail with this code, after two lines on standard error that hold this text, and leave nothing new.
fn fail(folder: &Folder, words: &[&str], code: i32, text: &str) {
    let before = folder.files();
    let output = run(folder, words);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
    assert!(
        said.contains(text),
        "{words:?}: \"{text}\" is not in: {said}"
    );
    if code == 1 {
        assert_eq!(said.lines().count(), 2, "cause and advice: {said}");
    }
    assert_eq!(folder.files(), before, "{words:?}");
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A `.npy` record as NumPy writes it.
pub(crate) fn record(descr: &str, fortran: bool, shape: &[usize], data: &[u8]) -> Vec<u8> {
    let shape: String = shape.iter().map(|n| format!("{n}, ")).collect();
    let order = if fortran { "True" } else { "False" };
    let descr = match descr.starts_with('[') {
        true => descr.to_owned(),
        false => format!("'{descr}'"),
    };
    let mut header =
        format!("{{'descr': {descr}, 'fortran_order': {order}, 'shape': ({shape}), }}");
    while (header.len() + 11) % 64 != 0 {
        header.push(' ');
    }
    header.push('\n');
    let mut bytes = b"\x93NUMPY\x01\0".to_vec();
    bytes.extend((header.len() as u16).to_le_bytes());
    bytes.extend(header.as_bytes());
    bytes.extend(data);
    bytes
}

fn bytes<D: Dimension>(array: &Array<u8, D>) -> Vec<u8> {
    array.iter().copied().collect()
}

/// A film in which no two pixels are alike.
fn film() -> Array4<u8> {
    Array4::from_shape_fn((6, 20, 34, 3), |(t, y, x, c)| {
        (40 * t + 7 * y + 5 * x + 90 * c + x * y) as u8
    })
}

/// A folder with `film.npy`, and what a lossless film of it decodes to.
fn film_folder() -> (Folder, Vec<u8>) {
    let folder = Folder::new();
    fs::write(
        folder.join("film.npy"),
        record("|u1", false, &[6, 20, 34, 3], &bytes(&film())),
    )
    .unwrap();
    (folder, bytes(&film()))
}

const LOSSLESS: [&str; 3] = ["--writer=ffmpeg", "--codec=ffv1", "-o=out.mkv"];

/// Renders an input losslessly and compares the film with these bytes.
fn renders(folder: &Folder, words: &[&str], expected: &[u8]) {
    let words: Vec<&str> = ["render"]
        .iter()
        .chain(words)
        .chain(&LOSSLESS)
        .copied()
        .collect();
    succeed(folder, &words);
    assert!(decode(&folder.join("out.mkv")) == expected, "{words:?}");
}

#[test]
fn numpy_files_of_every_layout_and_order_give_the_same_film() {
    require!("ffmpeg");
    let (folder, expected) = film_folder();
    renders(&folder, &["film.npy"], &expected);

    let fortran = bytes(&film().reversed_axes().as_standard_layout().into_owned());
    fs::write(
        folder.join("fortran.npy"),
        record("|u1", true, &[6, 20, 34, 3], &fortran),
    )
    .unwrap();
    renders(&folder, &["fortran.npy"], &expected);

    let planar = bytes(
        &film()
            .permuted_axes([0, 3, 1, 2])
            .as_standard_layout()
            .into_owned(),
    );
    fs::write(
        folder.join("tchw.npy"),
        record("|u1", false, &[6, 3, 20, 34], &planar),
    )
    .unwrap();
    renders(&folder, &["tchw.npy", "--layout", "TCHW"], &expected);

    let wide: Vec<u8> = expected
        .iter()
        .flat_map(|v| u16::from(*v).to_be_bytes())
        .collect();
    fs::write(
        folder.join("big.npy"),
        record(">u2", false, &[6, 20, 34, 3], &wide),
    )
    .unwrap();
    renders(&folder, &["big.npy"], &expected);

    fs::write(
        folder.join("one.npy"),
        record("|u1", false, &[20, 34, 3], &expected[..2040]),
    )
    .unwrap();
    renders(&folder, &["one.npy"], &expected[..2040]);
    renders(
        &folder,
        &["one.npy", "film.npy"],
        &[&expected[..2040], &expected].concat(),
    );
}

#[test]
fn half_floats_and_colormaps_are_drawn() {
    require!("ffmpeg");
    let folder = Folder::new();
    let half = [0.0f32, 0.25, 0.5, 1.0].map(half_bits);
    let data: Vec<u8> = half.iter().flat_map(|h| h.to_le_bytes()).collect();
    fs::write(
        folder.join("half.npy"),
        record("<f2", false, &[2, 2], &data),
    )
    .unwrap();
    let gray = [[0; 3], [63; 3], [127; 3], [255; 3]].concat();
    // int(v · 256) of gray's table, whose truncated bytes are one too low at some places.
    let expected: Vec<u8> = gray
        .iter()
        .map(|v| {
            if *v == 63 {
                64
            } else if *v == 127 {
                128
            } else {
                *v
            }
        })
        .collect();
    let words = ["half.npy", "--cmap=gray", "--vmin=0", "--vmax=1"];
    let words: Vec<&str> = ["render"]
        .iter()
        .chain(&words)
        .chain(&LOSSLESS)
        .copied()
        .collect();
    succeed(&folder, &words);
    let found = decode(&folder.join("out.mkv"));
    assert!(crate::support::worst(&found, &expected) <= 1, "{found:?}");
}

/// The half float of 0, or of a power of two that is not tiny.
fn half_bits(x: f32) -> u16 {
    if x == 0.0 {
        0
    } else {
        (((x.to_bits() >> 23) + 15 - 127) << 10) as u16
    }
}

#[test]
fn pipes_of_records_and_of_raw_frames_are_read() {
    require!("ffmpeg");
    let (folder, expected) = film_folder();
    let pipe = |words: &[&str], input: &[u8]| {
        let mut child = plotreel(&folder)
            .arg("render")
            .args(words)
            .args(LOSSLESS)
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", stderr(&output));
        assert!(decode(&folder.join("out.mkv")) == expected, "{words:?}");
    };
    pipe(&["-", "--raw", "20x34x3:u8"], &expected);
    let records: Vec<u8> = expected
        .chunks(2040)
        .flat_map(|frame| record("|u1", false, &[20, 34, 3], frame))
        .collect();
    pipe(&["-"], &records);
    #[cfg(unix)]
    {
        let fifo = folder.join("fifo");
        crate::support::output(Command::new("mkfifo").arg(&fifo));
        let writer = std::thread::spawn(move || fs::write(fifo, records).unwrap());
        renders(&folder, &["fifo"], &expected);
        writer.join().unwrap();
    }
}

#[test]
fn a_cut_pipe_names_its_record() {
    let (folder, expected) = film_folder();
    let one = record("|u1", false, &[20, 34, 3], &expected[..2040]);
    fs::write(
        folder.join("pipe.bin"),
        [&one[..], &one, &one[..one.len() - 9]].concat(),
    )
    .unwrap();
    let pipe = fs::File::open(folder.join("pipe.bin")).unwrap();
    let mut command = plotreel(&folder);
    command
        .args(["render", "-", "--writer", "null"])
        .stdin(pipe);
    let said = stderr(&command.output().unwrap());
    assert!(
        said.contains("frame 2: standard input, record 2: it ends after 2031"),
        "{said}"
    );
}

/// The README's Python is run as it stands there.
#[cfg(unix)]
#[test]
fn the_readmes_python_works() {
    require!("ffmpeg", "ffprobe");
    let Some(python) = python_with("numpy") else {
        return;
    };
    let folder = Folder::new();
    let readme = include_str!("../../README.md");
    let scripts = readme
        .split("```python\n")
        .filter_map(|text| text.split("```").next());
    let script = { scripts }
        .find(|script| script.contains("subprocess"))
        .unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_plotreel")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let mut python = Command::new(python);
    python
        .args(["-c", script])
        .current_dir(folder.path())
        .env("PATH", path)
        .env_remove("PYTHONUNBUFFERED");
    crate::support::output(&mut python);
    assert!(probe(&folder.join("film.mp4")).contains("nb_read_frames=100\n"));
}

#[test]
fn archives_give_the_array_that_is_asked_for() {
    require!("ffmpeg");
    let (folder, expected) = film_folder();
    let film = fs::read(folder.join("film.npy")).unwrap();
    let frame = |i: usize| record("|u1", false, &[20, 34, 3], &expected[2040 * i..][..2040]);
    store_zip(&folder.join("film.npz"), &[("arr_0.npy", &film)]);
    renders(&folder, &["film.npz"], &expected);
    store_zip(
        &folder.join("two.npz"),
        &[("film.npy", &film), ("other.npy", &film)],
    );
    renders(&folder, &["two.npz", "--key", "other"], &expected);
    fail(&folder, &["render", "two.npz", "-o", "x.mp4"], 1, "--key");
    fail(
        &folder,
        &["render", "two.npz", "--key", "no", "-o", "x.mp4"],
        1,
        "film, other",
    );
    let frames: Vec<(String, Vec<u8>)> = (0..6)
        .rev()
        .map(|i| (format!("f{}.npy", i + 6), frame(i)))
        .collect();
    let frames: Vec<(&str, &[u8])> = frames
        .iter()
        .map(|(name, data)| (name.as_str(), data.as_slice()))
        .collect();
    store_zip(&folder.join("frames.npz"), &frames);
    renders(&folder, &["frames.npz"], &expected);
}

/// An archive without compression, as `np.savez` writes it.
fn store_zip(path: &Path, entries: &[(&str, &[u8])]) {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in entries {
        let offset = out.len() as u32;
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        common.extend(crc32(data).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(*data);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, entries.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    fs::write(path, out).unwrap();
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(crc & 1))
        })
    })
}

#[test]
fn pictures_are_frames_in_natural_order() {
    require!("ffmpeg");
    let (folder, expected) = film_folder();
    fs::create_dir(folder.join("pics")).unwrap();
    for (i, frame) in expected.chunks(2040).enumerate() {
        // frame10 comes after frame9.
        let file = fs::File::create(folder.join(&format!("pics/frame{}.png", i + 7))).unwrap();
        let mut encoder = png::Encoder::new(file, 34, 20);
        encoder.set_color(png::ColorType::Rgb);
        encoder
            .write_header()
            .unwrap()
            .write_image_data(frame)
            .unwrap();
    }
    fs::write(folder.join("pics/notes.txt"), "not a frame").unwrap();
    renders(&folder, &["pics"], &expected);
    renders(&folder, &["pics/frame*.png"], &expected);
    renders(&folder, &["pics/frame7.png"], &expected[..2040]);
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg
        .args([
            "-v",
            "error",
            "-i",
            "pics/frame7.png",
            "-q:v",
            "1",
            "pics/a.jpg",
        ])
        .current_dir(folder.path());
    crate::support::output(&mut ffmpeg);
    succeed(
        &folder,
        &[
            "render",
            "pics/a.jpg",
            "-o=jpg.mkv",
            "--writer=ffmpeg",
            "--codec=ffv1",
        ],
    );
    assert_eq!(decode(&folder.join("jpg.mkv")).len(), 2040);
    fail(
        &folder,
        &["render", "pics/no*.png", "-o", "x.mp4"],
        1,
        "no pictures and no .npy",
    );
}

#[test]
fn inputs_that_can_not_be_read_are_named_with_their_frame() {
    let (folder, expected) = film_folder();
    let put = |name: &str, data: &[u8]| fs::write(folder.join(name), data).unwrap();
    put(
        "cut.npy",
        &record("|u1", false, &[6, 20, 34, 3], &expected[..2040 * 4 + 7]),
    );
    put("zero.npy", &record("|u1", false, &[0, 20, 34, 3], &[]));
    put("object.npy", &record("|O", false, &[2, 2], &[0; 32]));
    put("complex.npy", &record("<c16", false, &[2, 2], &[0; 64]));
    put("five.npy", &record("|u1", false, &[1, 1, 1, 1, 1], &[0]));
    put("huge.npy", &record("<f8", false, &[1 << 40, 1 << 40], &[0]));
    put("text.txt", b"hello");
    put("header.npy", b"\x93NUMPY\x01\0\xff\xff{'descr'");
    for (name, text) in [
        ("cut.npy", "frame 4 is cut off"),
        ("zero.npy", "is empty"),
        ("object.npy", "np.array(a.tolist()"),
        ("complex.npy", "np.abs(a)"),
        ("five.npy", "is not a frame or a film"),
        ("huge.npy", "too large"),
        ("text.txt", "neither an array"),
        ("header.npy", "invalid .npy header"),
        ("missing.npy", "no such file"),
    ] {
        fail(&folder, &["render", name, "-o", "x.mp4"], 1, text);
        fail(&folder, &["render", name, "-o", "x.mp4"], 1, name);
    }
    put("short.raw", &[0; 99]);
    let raw = ["render", "short.raw", "--raw=64x64x3:u8", "-o=x.mp4"];
    fail(&folder, &raw, 1, "ends after");
    fail(&folder, &["render", "-", "-o", "x.mp4"], 1, "no frames");
}

/// What is said of films of 34 × 20.
const HINT: &str = "  it is small: --scale 14 makes every pixel 14 by 14\n";

#[test]
fn a_small_film_gets_one_hint_at_scale() {
    let (folder, _) = film_folder();
    let hints = |words: &[&str]| {
        let output = run(&folder, &[&["render", "film.npy"], words].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        stderr(&output).matches("--scale").count()
    };
    assert_eq!(hints(&["-o", "a.gif"]), 1);
    assert_eq!(hints(&["-o", "a.apng"]), 1);
    for other in [
        &["-o", "a.gif", "--scale", "2"][..],
        &["-o", "a.gif", "--size", "100x100"],
        &["-o", "a.gif", "-q"],
        &["-o", "a.html"],
        &["-o", "a%d.png"],
        &["--writer", "null"],
    ] {
        assert_eq!(hints(other), 0, "{other:?}");
    }
    for (width, expected) in [(239, 1), (240, 0)] {
        let frames = Array4::<u8>::zeros((2, 9, width, 3));
        let mut file = record("|u1", false, &[2, 9, width, 3], &[]);
        file.extend(frames.iter());
        fs::write(folder.join("film.npy"), file).unwrap();
        assert_eq!(hints(&["-o", "a.gif"]), expected, "{width}");
    }
}

#[test]
fn a_page_has_the_name_of_its_file_where_it_has_no_title() {
    let (folder, _) = film_folder();
    for (words, title, shown) in [
        (&["-o", "wave 7.b.html"][..], "wave 7.b", "null"),
        (&["-o", "a.html", "--title", "T"], "T", "\"T\""),
        (
            &["-o", "a.html", "--title", "Animation"],
            "Animation",
            "\"Animation\"",
        ),
        (&["-o", "a.html", "--metadata", "title=M"], "M", "\"M\""),
        (&["-o", "a.htm"], "a", "null"),
    ] {
        succeed(&folder, &[&["render", "film.npy"], words].concat());
        let page = fs::read_to_string(folder.join(words[1])).unwrap();
        assert!(
            page.contains(&format!("<title>{title}</title>")),
            "{words:?}"
        );
        assert!(page.contains(&format!("\"title\":{shown}")), "{words:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_of_standard_output_that_goes_away_is_an_error() {
    require!("ffmpeg");
    let (folder, _) = film_folder();
    for format in ["mp4", "mkv", "gif", "html"] {
        let (reader, pipe) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = plotreel(&folder);
        command.args(["render", "film.npy", "-o", "-", "--format", format]);
        let output = command.stdout(pipe).stderr(Stdio::piped()).spawn().unwrap();
        let output = output.wait_with_output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{format}: {said}");
        assert!(said.contains("Broken pipe"), "{format}: {said}");
        assert_eq!(said.lines().count(), 2, "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_is_an_error_about_the_film() {
    require!("ffmpeg");
    let folder = Folder::new();
    let mut state = 1;
    let noise = std::iter::repeat_with(|| noise_byte(&mut state));
    let noise: Vec<u8> = noise.take(4 * 100 * 100 * 3).collect();
    let file = record("|u1", false, &[4, 100, 100, 3], &noise);
    fs::write(folder.join("film.npy"), file).unwrap();
    let full = |words: &[&str]| {
        // A limit of 512 bytes times 20 for each file.
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 20; exec \"$@\"", "sh"]);
        command.args([env!("CARGO_BIN_EXE_plotreel"), "render", "film.npy", "-o"]);
        let output = command.args(words).current_dir(folder.path());
        let output = output.stdin(Stdio::null()).output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        assert!(said.contains(words[0].trim_end_matches("%d.png")), "{said}");
        assert!(!said.contains(".plotreel-"), "{words:?}: {said}");
        assert!(said.to_lowercase().contains("file too large"), "{said}");
        assert_eq!(folder.files(), ["film.npy"], "{words:?}");
    };
    for words in [
        &["a.gif"][..],
        &["a.apng"],
        &["a.html", "--frame-format", "images"],
        &["a.html", "--embed-frames", "false"],
        &["a%d.png"],
        &["a.mp4", "--writer", "ffmpeg_file"],
        #[cfg(feature = "webp")]
        &["a.webp"],
        #[cfg(feature = "openh264")]
        &["a.mp4", "--writer", "openh264"],
    ] {
        full(words);
    }
}

#[test]
fn names_of_no_film_fail_in_two_lines() {
    require!("ffmpeg");
    let (folder, _) = film_folder();
    for (name, text) in [
        ("x.xyz", "x.xyz"),
        ("x.pdf", "x.pdf"),
        ("x.svg", "x.svg"),
        ("x.txt", "x.txt"),
        ("x.tga", "a picture"),
        ("x.mp3", "an audio file"),
        ("nothing", "can't write nothing: no suffix"),
        ("-f://x.mp4", "-f://x.mp4"),
    ] {
        fail(&folder, &["render", "film.npy", "-o", name], 1, text);
        let output = run(&folder, &["render", "film.npy", "-o", name]);
        assert!(!stderr(&output).contains("rawvideo"), "{}", stderr(&output));
    }
}

#[cfg(feature = "openh264")]
#[test]
fn without_ffmpeg_one_warning_names_the_encoder_that_is_there() {
    let (folder, _) = film_folder();
    let words = ["render", "film.npy", "-o", "film.mp4"];
    let output = plotreel(&folder)
        .args(words)
        .env("PATH", "/nonexistent")
        .output()
        .unwrap();
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    let expected = "plotreel: warning: the writer \"ffmpeg\" is not available: ffmpeg not found on PATH; \
                    using the writer \"openh264\"\nfilm.mp4: 6 frames of 34x20 by openh264\n";
    assert_eq!(said, [expected, HINT].concat());
    let without = |name: &str| {
        let mut command = plotreel(&folder);
        command.args(["render", "film.npy", "-o", name]);
        stderr(&command.env("PATH", "/nonexistent").output().unwrap())
    };
    let said = without("film.webm");
    assert!(
        said.contains("ffmpeg not found on PATH") && said.contains("install ffmpeg"),
        "{said}"
    );
    assert_eq!(folder.files(), ["film.mp4", "film.npy"]);
    for (suffix, writer) in [
        ("gif", "gif"),
        ("apng", "apng"),
        ("png", "apng"),
        ("html", "html"),
    ] {
        let name = format!("film.{suffix}");
        let hint = if writer == "html" { "" } else { HINT };
        let expected = format!("{name}: 6 frames of 34x20 by {writer}\n{hint}");
        assert_eq!(without(&name), expected);
    }
    let frames = without("f%02d.png");
    assert!(frames.ends_with("6 frames of 34x20 by png\n"), "{frames}");
    assert!(folder.join("f05.png").exists());
}

#[test]
fn pages_and_pictures_have_options_of_their_own() {
    let (folder, _) = film_folder();
    let page = ["render", "film.npy", "-o", "page.html"];
    let with = |options: &[&'static str]| [&page[..], options].concat();
    succeed(
        &folder,
        &with(&["--default-mode=reflect", "--embed-frames=false"]),
    );
    let written = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(written.contains("\"mode\":\"reflect\"") && folder.join("page_frames").is_dir());
    succeed(&folder, &with(&["--loop-count=1", "--frame-format=images"]));
    let written = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(written.contains("\"mode\":\"once\"") && written.contains("\"frames\":\"images\""));
    fail(
        &folder,
        &with(&["--default-mode=bounce"]),
        2,
        "once, loop or reflect",
    );
    fail(&folder, &with(&["--loop-count=3"]), 1, "choose 1 for once");
    let gif = ["render", "film.npy", "-o", "a.gif", "--default-mode=once"];
    fail(&folder, &gif, 1, "leave it out, or write .html");
}

#[test]
fn an_input_is_not_written_over() {
    let (folder, _) = film_folder();
    let before = fs::read(folder.join("film.npy")).unwrap();
    let same = ["render", "film.npy", "-o", "./film.npy", "--format", "mp4"];
    fail(&folder, &same, 1, "it is the input too");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("film.npy", folder.join("film.mp4")).unwrap();
        fail(
            &folder,
            &["render", "film.npy", "-o", "film.mp4"],
            1,
            "it is the input too",
        );
    }
    assert_eq!(fs::read(folder.join("film.npy")).unwrap(), before);
}

#[test]
fn wrong_words_exit_with_2() {
    let (folder, _) = film_folder();
    for (words, text) in [
        (&["render", "film.npy"][..], "--output"),
        (&["render", "film.npy", "-o", "x.mp4", "--fps", "0"], "fps"),
        (
            &["render", "film.npy", "-o", "x.mp4", "--cmap", "virdis"],
            "did you mean \"viridis\"?",
        ),
        (
            &["render", "film.npy", "-o", "x.mp4", "--norm", "lg"],
            "symlog:LINTHRESH",
        ),
        (
            &["render", "film.npy", "-o", "x.mp4", "--raw", "3x"],
            "480x640x3:u8",
        ),
        (
            &["render", "film.npy", "-o", "x.mp4", "--size", "3"],
            "1280x720",
        ),
        (&["render", "film.npy", "-o", "-"], "--format"),
        (&["rendr"], "render"),
    ] {
        fail(&folder, words, 2, text);
    }
}

#[test]
fn films_scale_and_go_where_they_are_sent() {
    require!("ffmpeg", "ffprobe");
    let (folder, _) = film_folder();
    succeed(
        &folder,
        &[
            "render",
            "film.npy",
            "-o",
            "-scaled.mp4",
            "--scale",
            "3",
            "-q",
        ],
    );
    assert!(probe(&folder.join("-scaled.mp4")).contains("width=102\nheight=60\n"));
    succeed(
        &folder,
        &["render", "film.npy", "-o", "sized.mp4", "--size", "80x60"],
    );
    assert!(probe(&folder.join("sized.mp4")).contains("width=80\nheight=60\n"));
    for writer in ["ffmpeg", "openh264"] {
        if writer == "openh264" && cfg!(not(feature = "openh264")) {
            continue;
        }
        let piped = run(
            &folder,
            &[
                "render", "film.npy", "-o", "-", "--format", "mp4", "--writer", writer,
            ],
        );
        assert!(piped.status.success(), "{}", stderr(&piped));
        fs::write(folder.join("piped.mp4"), piped.stdout).unwrap();
        assert!(
            probe(&folder.join("piped.mp4")).contains("nb_read_frames=6\n"),
            "{writer}"
        );
    }
    #[cfg(unix)]
    succeed(
        &folder,
        &["render", "film.npy", "-o", "/dev/null", "--format", "mp4"],
    );
}

#[test]
fn the_lists_are_printed() {
    let folder = Folder::new();
    let writers = String::from_utf8(run(&folder, &["writers"]).stdout).unwrap();
    assert!(
        writers.contains("ffmpeg") && writers.contains("null") && writers.contains("auto"),
        "{writers}"
    );
    let none =
        String::from_utf8(run(&folder, &["writers", "--ffmpeg", "/no/ffmpeg"]).stdout).unwrap();
    assert!(
        none.contains("not available: /no/ffmpeg can't be run"),
        "{none}"
    );
    for shell in ["bash", "zsh", "fish"] {
        assert!(
            String::from_utf8(run(&folder, &["completions", shell]).stdout)
                .unwrap()
                .contains("plotreel")
        );
    }
    let quiet = run(&folder, &["--version"]);
    assert!(quiet.status.success());
}

#[test]
fn progress_is_told_where_there_is_no_terminal() {
    let (folder, _) = film_folder();
    let words = [
        "render",
        "film.npy",
        "-o=x.mp4",
        "--writer=null",
        "--progress=always",
    ];
    let told = stderr(&run(&folder, &words));
    assert!(told.contains("1/6 frames"), "{told}");
    let untold = stderr(&run(&folder, &[&words[..4], &["-q"]].concat()));
    assert_eq!(untold, "");
}

#[test]
fn timings_say_what_took_how_long() {
    let (folder, _) = film_folder();
    let words = ["render", "film.npy", "-o=x.gif", "--timings"];
    let told = stderr(&run(&folder, &words));
    let bytes = fs::metadata(folder.join("x.gif")).unwrap().len();
    for part in [
        " s in all: ",
        " s reading, ",
        " s waiting for gif; ",
        &format!("\n  {bytes} bytes; "),
        " of 6 frames as the one before\n  the limit is ",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing() {
    require!("ffmpeg");
    let folder = Folder::new();
    let noise = Array3::from_shape_fn((200, 200, 3), |(y, x, c)| {
        (y * y * 31 + x * x * 17 + c * 7 + x * y) as u8
    });
    fs::write(
        folder.join("noise.npy"),
        record("|u1", false, &[200, 200, 3], &bytes(&noise)),
    )
    .unwrap();
    for writer in ["ffmpeg", "openh264"] {
        if writer == "openh264" && cfg!(not(feature = "openh264")) {
            continue;
        }
        let program = env!("CARGO_BIN_EXE_plotreel");
        let inputs = "noise.npy ".repeat(40);
        // Blocks of 512 bytes in sh, of 1024 in others: far less than the film takes.
        let script =
            format!("ulimit -f 20; exec '{program}' render {inputs} -o film.mp4 --writer {writer}");
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(1),
            "{writer}: {}",
            stderr(&output)
        );
        assert_eq!(
            folder.files(),
            ["noise.npy"],
            "{writer}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn annotations_are_said_in_one_line() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let scalars: Vec<u8> = (0..3 * 60 * 80).map(|i| (i / 7) as u8).collect();
    let film = record("|u1", false, &[3, 60, 80], &scalars);
    fs::write(folder.join("film.npy"), film).unwrap();
    fs::write(folder.join("table.csv"), "p\n1013.2\n1012\n1011\n").unwrap();
    let boxes = "frame,x,y,width,height,text,color\n1,5,5,20,10,cat,lime\n";
    fs::write(folder.join("boxes.csv"), boxes).unwrap();
    let render = ["render", "film.npy", "-o", "film.mp4"];
    let annotated = [
        "--axes",
        "--colorbar=T / K",
        "--title-text={frame}\\nof {frames}",
        "--label=p = {p:.0} hPa",
        "--label={time:.2f} s",
        "--label-position=bottom",
        "--label-size=9",
        "--label-color=gold",
        "--label-background=none",
        "--table=table.csv",
        "--boxes=boxes.csv",
        "--scale-bar=20=1 mm",
        "--scale-bar-position=top-left",
    ];
    succeed(&folder, &[&render[..], &annotated].concat());
    let film = probe(&folder.join("film.mp4"));
    let value = |key: &str| {
        let line = film.lines().find(|line| line.starts_with(key)).unwrap();
        line[key.len()..].parse::<u32>().unwrap()
    };
    assert_eq!(value("nb_read_frames="), 3);
    assert!(value("width=") > 130 && value("height=") > 110, "{film}");

    let broken =
        |words: &[&str], code, text| fail(&folder, &[&render[..], words].concat(), code, text);
    broken(&["--label", "{q}"], 1, "no placeholder {q}");
    broken(&["--table", "no.csv", "--label", "a"], 1, "no.csv");
    broken(&["--boxes", "table.csv"], 1, "no column \"frame\"");
    broken(
        &["--label-position", "top"],
        2,
        "more --label-position than --label",
    );
    broken(&["--scale-bar", "10"], 2, "PIXELS=TEXT");
    broken(&["--scale-bar", "81=x"], 1, "81 pixels");
    fs::write(folder.join("table.csv"), "p\n1\n2\n").unwrap();
    broken(
        &["--table", "table.csv", "--label", "{p}"],
        1,
        "no row for frame 2",
    );
}

/// An `.npy` of f64.
fn floats(folder: &Folder, name: &str, shape: &[usize], value: impl Fn(usize) -> f64) {
    let len = shape.iter().product();
    let data: Vec<u8> = (0..len).flat_map(|i| value(i).to_le_bytes()).collect();
    fs::write(folder.join(name), record("<f8", false, shape, &data)).unwrap();
}

#[test]
fn colours_out_of_range_are_warned_of_and_a_range_scales_them() {
    let folder = Folder::new();
    let byte = |i: usize| (i * 7 % 256) as f64;
    floats(&folder, "big.npy", &[3, 4, 6, 3], byte);
    floats(&folder, "unit.npy", &[3, 4, 6, 3], |i| byte(i) / 255.0);
    let output = run(&folder, &["render", "big.npy", "-o", "big.apng"]);
    assert!(output.status.success());
    let said = stderr(&output);
    assert_eq!(
        said.matches("divide them by 255, or, for a film of arrays, set the range 0..255")
            .count(),
        1,
        "{said}"
    );
    let output = run(
        &folder,
        &["render", "big.npy", "-o", "big.apng", "--range", "0..255"],
    );
    assert!(!stderr(&output).contains("warning"), "{}", stderr(&output));
    succeed(&folder, &["render", "unit.npy", "-o", "unit.apng"]);
    assert_eq!(
        fs::read(folder.join("big.apng")).unwrap(),
        fs::read(folder.join("unit.apng")).unwrap()
    );
    for range in ["1..0", "0", "0..x", "0..inf"] {
        fail(
            &folder,
            &[
                "render",
                "big.npy",
                "-o",
                "a.apng",
                &format!("--range={range}"),
            ],
            2,
            "such as 0..255",
        );
    }
    succeed(
        &folder,
        &[
            "render",
            "big.npy",
            "-o",
            "signed.apng",
            "--range",
            "-128..127.5",
        ],
    );
}

#[test]
fn limits_may_come_from_the_whole_film() {
    let folder = Folder::new();
    floats(&folder, "rise.npy", &[4, 5, 6], |i| i as f64);
    let output = run(&folder, &["render", "rise.npy", "-o", "first.apng"]);
    assert!(
        stderr(&output).contains("100 % of the values of frame 1 are outside 0 … 29"),
        "{}",
        stderr(&output)
    );
    succeed(
        &folder,
        &[
            "render",
            "rise.npy",
            "-o",
            "film.apng",
            "--autoscale",
            "film",
        ],
    );
    succeed(
        &folder,
        &[
            "render",
            "rise.npy",
            "-o",
            "given.apng",
            "--vmin=0",
            "--vmax=119",
        ],
    );
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    assert_eq!(read("film.apng"), read("given.apng"));
    assert_ne!(read("film.apng"), read("first.apng"));
    fail(
        &folder,
        &["render", "-", "-o", "a.apng", "--autoscale=film"],
        1,
        "can't be read twice",
    );
    let output = run(
        &folder,
        &[
            "render",
            "rise.npy",
            "--writer=null",
            "--vmin=5",
            "--vmax=5",
        ],
    );
    assert!(
        stderr(&output).contains("vmin and vmax are both 5")
            && !stderr(&output).contains("first frame")
    );
}

#[test]
fn transparency_is_kept_where_a_film_can_have_it() {
    let folder = Folder::new();
    let pixels: Vec<u8> = (0..2 * 4 * 6 * 4).map(|i| (i * 5) as u8).collect();
    fs::write(
        folder.join("glass.npy"),
        record("|u1", false, &[2, 4, 6, 4], &pixels),
    )
    .unwrap();
    succeed(
        &folder,
        &["render", "glass.npy", "-o", "frame%d.png", "--transparent"],
    );
    let decoder = png::Decoder::new(std::io::BufReader::new(
        fs::File::open(folder.join("frame1.png")).unwrap(),
    ));
    let mut reader = decoder.read_info().unwrap();
    let mut found = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut found).unwrap();
    assert_eq!(found, pixels[96..]);
    let output = run(&folder, &["render", "glass.npy", "-o", "flat.apng"]);
    assert!(
        stderr(&output).contains("composited onto white: the film keeps alpha with"),
        "{}",
        stderr(&output)
    );
    fail(
        &folder,
        &["render", "glass.npy", "-o", "a.mp4", "--transparent"],
        1,
        "transparency",
    );
    require!("ffmpeg", "ffprobe");
    succeed(
        &folder,
        &[
            "render",
            "glass.npy",
            "-o",
            "a.mov",
            "--transparent",
            "--scale=8",
        ],
    );
    assert!(
        probe(&folder.join("a.mov")).contains("pix_fmt=yuva444p"),
        "{}",
        probe(&folder.join("a.mov"))
    );
}
