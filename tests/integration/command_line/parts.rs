//! Films in parts.

use super::*;

/// 40 frames of numbers, which are not within the limits of the first.
fn write_film(folder: &Folder) {
    let film = Array3::from_shape_fn((40, 48, 64), |(t, y, x)| {
        let (x, y, t) = (x as f32, y as f32, t as f32);
        (x / 9.0 + t / 5.0).sin() * (y / 7.0).cos() * (1.0 + t / 100.0)
    });
    write_array(&folder.join("film.npy"), "<f4", &film);
}

/// Writes a float array as NumPy does.
fn write_array(path: &Path, descr: &str, film: &Array3<f32>) {
    let data: Vec<u8> = film.iter().flat_map(|value| value.to_le_bytes()).collect();
    fs::write(path, record(descr, false, film.shape(), &data)).unwrap();
}

const OPTIONS: [&str; 7] = [
    "--keyframes",
    "10",
    "--axes",
    "--label",
    "{frame} of {frames}: {time:.2} s",
    "--writer",
    "auto",
];

/// Renders the whole film, and the parts of these frames, and joins these.
fn whole_and_joined(folder: &Folder, input: &str, suffix: &str, parts: &[&str], writer: &str) {
    let render = |output: &str, words: &[&str]| {
        let mut all = vec!["render", input, "-o", output];
        all.extend(OPTIONS);
        *all.last_mut().unwrap() = writer;
        all.extend(words);
        succeed(folder, &all);
    };
    render(&format!("whole.{suffix}"), &[]);
    let mut words = vec!["concat".to_owned()];
    for (index, frames) in parts.iter().enumerate() {
        let part = format!("part{index}.{suffix}");
        render(&part, &["--frames", frames, "--part"]);
        words.push(part);
    }
    words.extend(["-o".to_owned(), format!("joined.{suffix}")]);
    succeed(
        folder,
        &words.iter().map(String::as_str).collect::<Vec<_>>(),
    );
}

#[test]
fn parts_of_a_file_are_joined_to_the_film_of_it() {
    require!("ffmpeg");
    let folder = Folder::new();
    write_film(&folder);
    let parts = ["0..10", "10..30", "30.."];
    let mut formats = vec![("apng", "apng"), ("ffmpeg", "mkv")];
    if cfg!(feature = "openh264") {
        formats.push(("openh264", "mp4"));
    }
    for (writer, suffix) in formats {
        let codec = if suffix == "mkv" { "ffv1" } else { writer };
        if suffix == "mkv" {
            // Lossless.
            for (name, frames) in [("whole", None), ("a", Some("..20")), ("b", Some("20..40"))] {
                let output = format!("{name}.mkv");
                let mut words = vec!["render", "film.npy", "-o", &output, "--codec", codec];
                words.extend(
                    frames
                        .iter()
                        .flat_map(|frames| ["--frames", frames, "--part"]),
                );
                succeed(&folder, &words);
            }
            succeed(&folder, &["concat", "b.mkv", "a.mkv", "-o", "joined.mkv"]);
        } else {
            whole_and_joined(&folder, "film.npy", suffix, &parts, writer);
        }
        let [whole, joined] =
            ["whole", "joined"].map(|name| decode(&folder.join(&format!("{name}.{suffix}"))));
        assert!(whole == joined, "{suffix}");
    }
}

#[test]
fn parts_of_pictures_are_joined_to_the_film_of_them() {
    let folder = Folder::new();
    write_film(&folder);
    succeed(
        &folder,
        &["render", "film.npy", "-o", "in%03d.png", "--writer", "png"],
    );
    let shown = |name: &str| {
        let film = crate::support::pillow(&folder.join(name));
        (film.times, film.frames)
    };
    require!("Pillow");
    whole_and_joined(
        &folder,
        "in%03d.png",
        "apng",
        &["20..40", "10..20", "0..10"],
        "auto",
    );
    assert!(shown("whole.apng") == shown("joined.apng"));
}

#[test]
fn frames_of_a_film_are_written_alone() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    write_film(&folder);
    let words = ["render", "film.npy", "--writer", "png", "-o"];
    succeed(&folder, &[&words[..], &["all%02d.png"]].concat());
    succeed(
        &folder,
        &[&words[..], &["some%02d.png", "--frames", "7..9"]].concat(),
    );
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    assert!(read("all07.png") == read("some07.png") && read("all08.png") == read("some08.png"));
    let count = folder
        .files()
        .iter()
        .filter(|name| name.starts_with("some"))
        .count();
    assert_eq!(count, 2);
}

/// Whether a picture can be read is not known before: the number of frames is, where it can.
#[test]
fn a_broken_picture_is_named_by_parts_too() {
    let folder = Folder::new();
    write_film(&folder);
    succeed(
        &folder,
        &["render", "film.npy", "-o", "in%03d.png", "--writer", "png"],
    );
    let whole = fs::read(folder.join("in007.png")).unwrap();
    fs::write(folder.join("in007.png"), &whole[..20]).unwrap();
    let words = ["render", "in%03d.png", "-o", "a.gif", "--part", "--frames"];
    for frames in ["0..10", "20.."] {
        let all = [&words[..], &[frames]].concat();
        fail(&folder, &all, 1, "in007.png: ");
    }
    assert!(!folder.join("a.gif").exists());
    let words = ["render", "-", "-o", "a.gif", "--part", "--frames", "0..9"];
    fail(&folder, &words, 1, "a pipe does not say how many frames");
}

#[test]
fn frames_that_are_none_are_refused() {
    let folder = Folder::new();
    write_film(&folder);
    let render = ["render", "film.npy", "-o", "a.gif"];
    for (words, code, text) in [
        (&["--part"][..], 2, "--frames"),
        (&["--frames", "5..5"], 2, "such as 250..500"),
        (&["--frames", "5"], 2, "such as 250..500"),
        (&["--frames", "9..5"], 2, "such as 250..500"),
        (
            &["--frames", "40..50"],
            1,
            "--frames 40..50: the film has 40 frames only",
        ),
        (
            &["--frames", "41..", "--part"],
            1,
            "--frames 41..: the film has 40 frames only",
        ),
        (
            &["--frames", "0..9", "--part", "-o", "a.html"],
            1,
            "pages can't be joined",
        ),
        (
            &["--frames", "0..9", "--part", "-o", "-", "--format", "gif"],
            1,
            "the parts of a film are files",
        ),
    ] {
        let mut all = render.to_vec();
        if words.contains(&"-o") {
            all.truncate(2);
        }
        fail(&folder, &[&all[..], words].concat(), code, text);
    }
    assert_eq!(folder.files(), ["film.npy"], "nothing half written");
    let beyond = ["--frames", "30..50", "--part"];
    let said = run(&folder, &[&render[..], &beyond].concat());
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let words = "--frames 30..50: the film ends after 40 frames";
    assert!(said.contains(words) && said.contains("10 frames"), "{said}");
    succeed(
        &folder,
        &[
            "render", "film.npy", "-o", "part.gif", "--frames", "0..20", "--part",
        ],
    );
    fail(
        &folder,
        &["concat", "part.gif", "-o", "film.gif"],
        1,
        "frames 20 to 39 after it are missing",
    );
    fail(&folder, &["concat", "-o", "film.gif"], 2, "PART");
    fs::create_dir(folder.join("frames")).unwrap();
    let words = "numbered PNG files can't be joined to standard output";
    fail(&folder, &["concat", "frames", "-o", "-"], 2, words);
}

#[test]
fn parts_are_joined_to_standard_output() {
    let folder = Folder::new();
    write_film(&folder);
    let mut suffixes = vec!["gif", "apng"];
    if cfg!(feature = "webp") {
        suffixes.push("webp");
    }
    if cfg!(feature = "openh264") {
        suffixes.push("mp4");
    }
    for suffix in suffixes {
        let writer = if suffix == "mp4" { "openh264" } else { "auto" };
        let parts = [("a", "..20"), ("b", "20..")].map(|(name, frames)| {
            let part = format!("{name}.{suffix}");
            let words = ["render", "film.npy", "-o", &part, "--writer", writer];
            let of_part = ["--frames", frames, "--part", "--keyframes", "10"];
            succeed(&folder, &[&words[..], &of_part].concat());
            part
        });
        let film = format!("film.{suffix}");
        succeed(&folder, &["concat", &parts[0], &parts[1], "-o", &film]);
        let film = fs::read(folder.join(&film)).unwrap();
        for name in ["-", "/dev/stdout"] {
            if name == "/dev/stdout" && !cfg!(target_os = "linux") {
                continue;
            }
            let streamed = run(&folder, &["concat", &parts[0], &parts[1], "-o", name]);
            assert!(streamed.status.success(), "{}", stderr(&streamed));
            assert!(streamed.stdout == film, "{suffix} to {name}");
        }
    }
}
