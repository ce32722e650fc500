//! What is read, in what order, and what is said of the rest.

use super::*;

/// A `.npy` file of a grey frame.
fn level(value: u8) -> Vec<u8> {
    record("|u1", false, &[16, 16, 3], &[value; 768])
}

/// Runs it with this on standard input.
fn piped(folder: &Folder, words: &[&str], input: &[u8]) -> Output {
    let mut command = plotreel(folder);
    command.args(words).stdin(Stdio::piped());
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end before it has read all.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// What a film of these files says, and the levels of its frames.
fn levels(folder: &Folder, words: &[&str]) -> (String, Vec<u8>) {
    let words = [&["render"], words, &["-o=levels/%03d.png"]].concat();
    fs::create_dir_all(folder.join("levels")).unwrap();
    for old in fs::read_dir(folder.join("levels")).unwrap() {
        fs::remove_file(old.unwrap().path()).unwrap();
    }
    let output = run(folder, &words);
    let said = stderr(&output);
    assert!(output.status.success(), "{words:?}: {said}");
    let mut files: Vec<_> = fs::read_dir(folder.join("levels"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let first = |file: &std::path::PathBuf| {
        let mut decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(file).unwrap()));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels[0]
    };
    (said, files.iter().map(first).collect())
}

#[test]
fn files_are_frames_in_the_order_of_the_values_in_their_names() {
    let folder = Folder::new();
    fs::create_dir(folder.join("times")).unwrap();
    let times = ["0.0", "0.05", "0.1", "0.2", "0.5"];
    for (i, time) in times.iter().enumerate() {
        fs::write(
            folder.join(&format!("times/t={time}.npy")),
            level(i as u8 * 50),
        )
        .unwrap();
    }
    let ordered = vec![0, 50, 100, 150, 200];
    for input in ["times", "times/", "times/t=*.npy", "times/*"] {
        let (said, found) = levels(&folder, &[input]);
        assert_eq!(found, ordered, "{input}");
        assert!(!said.contains("warning"), "{said}");
    }
    // As a shell passes an unquoted glob on; what is given stays.
    let given = times.map(|time| format!("times/t={time}.npy"));
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    assert!(!levels(&folder, &given).0.contains("warning"));
    let shell = [given[2], given[1], given[0]];
    assert!(
        !levels(&folder, &shell).0.contains("warning"),
        "an order of the user's"
    );
    for i in [2, 10] {
        fs::write(folder.join(&format!("f{i}.npy")), level(i)).unwrap();
    }
    let (said, found) = levels(&folder, &["f10.npy", "f2.npy"]);
    assert_eq!(found, [10, 2]);
    assert!(said.contains("f10.npy is before f2.npy"), "{said}");
    assert_eq!(levels(&folder, &["f*.npy"]).1, [2, 10]);
    fs::write(folder.join("f02.npy"), level(3)).unwrap();
    let (said, _) = levels(&folder, &["f*.npy"]);
    assert_eq!(said.matches("warning").count(), 1, "{said}");
    assert!(
        said.contains("\"f02.npy\" and \"f2.npy\" have equal numbers"),
        "{said}"
    );
}

#[test]
fn a_pattern_of_numbers_names_the_files_that_there_are() {
    let folder = Folder::new();
    for i in [7, 8, 9, 11] {
        fs::write(folder.join(&format!("frame{i:04}.npy")), level(i)).unwrap();
        fs::write(folder.join(&format!("f{i}.npy")), level(i)).unwrap();
    }
    fs::write(folder.join("50%d.npy"), level(99)).unwrap();
    for pattern in ["frame%04d.npy", "f%d.npy"] {
        let (said, found) = levels(&folder, &[pattern]);
        assert_eq!(found, [7, 8, 9, 11], "{pattern}");
        assert!(
            said.contains("the first is f") && said.contains("10.npy"),
            "{said}"
        );
    }
    assert_eq!(
        levels(&folder, &["50%d.npy"]).1,
        [99],
        "a file with this name"
    );
    fail(
        &folder,
        &["render", "g%04d.npy", "-o=x.gif"],
        1,
        "no file matches this pattern",
    );
    fail(
        &folder,
        &["render", "%d_%d.npy", "-o=x.gif"],
        1,
        "no such file",
    );
}

#[test]
fn what_a_file_gives_a_pipe_gives_too() {
    let (folder, expected) = film_folder();
    let film = fs::read(folder.join("film.npy")).unwrap();
    let fortran = bytes(
        &super::film()
            .reversed_axes()
            .as_standard_layout()
            .into_owned(),
    );
    let fortran = record("|u1", true, &[6, 20, 34, 3], &fortran);
    store_zip(
        &folder.join("film.npz"),
        &[("film.npy", &film), ("other.npy", &film)],
    );
    let archive = fs::read(folder.join("film.npz")).unwrap();
    let pixels = |input: &[u8], words: &[&str]| {
        let words = [&["render", "-", "-o=film.apng", "-q"], words].concat();
        let output = piped(&folder, &words, input);
        assert!(output.status.success(), "{words:?}: {}", stderr(&output));
        fs::read(folder.join("film.apng")).unwrap()
    };
    let from_file = pixels(&film, &[]);
    assert_eq!(pixels(&fortran, &[]), from_file);
    assert_eq!(pixels(&archive, &["--key=film"]), from_file);
    assert_eq!(pixels(&expected, &["--raw=20x34x3:u8"]), from_file);
    // Records of both orders, one behind the other.
    let twice = pixels(&[&film[..], &film].concat(), &[]);
    assert_eq!(pixels(&[&fortran[..], &film].concat(), &[]), twice);

    for (input, text) in [
        (&fortran[..fortran.len() - 5], "it ends after"),
        (&fortran[..150], "it ends"),
        (&archive[..archive.len() - 30], "invalid .npz archive"),
        (b"t,x\n1,2\n", "neither an array"),
        (
            b"\x93NUMPY\x02\0\xff\xff\xff\xff{",
            "it has 4294967295 bytes",
        ),
    ] {
        let words = ["render", "-", "--key=film", "-o=x.gif"];
        let words = if text.contains("npz") {
            &words[..]
        } else {
            &["render", "-", "-o=x.gif"]
        };
        let output = piped(&folder, words, input);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stderr(&output).contains(text), "{}", stderr(&output));
    }
    assert!(!folder.join("x.gif").exists());
}

#[cfg(unix)]
#[test]
fn a_substituted_process_is_an_input() {
    let (folder, _) = film_folder();
    let film = fs::read(folder.join("film.npy")).unwrap();
    store_zip(&folder.join("film.npz"), &[("film.npy", &film)]);
    let program = env!("CARGO_BIN_EXE_plotreel");
    for name in ["film.npy", "film.npz"] {
        let fifo = folder.join("fifo");
        crate::support::output(Command::new("mkfifo").arg(&fifo));
        let script = format!("cat {name} > fifo & exec '{program}' render fifo --writer null");
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path())
            .output();
        let said = stderr(&output.unwrap());
        assert!(said.contains("6 frames of 34x20"), "{name}: {said}");
        fs::remove_file(fifo).unwrap();
    }
}

#[test]
fn blue_first_is_read_as_such() {
    let folder = Folder::new();
    let rgb = [[10u8, 20, 30], [40, 50, 60], [70, 80, 90], [1, 2, 3]];
    let swapped: Vec<u8> = rgb.iter().flat_map(|&[r, g, b]| [b, g, r]).collect();
    let plain = rgb.concat();
    let alpha = |pixels: &[u8]| -> Vec<u8> {
        pixels
            .chunks(3)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect()
    };
    let planes = |pixels: &[u8]| -> Vec<u8> {
        (0..3)
            .flat_map(|c| pixels.chunks(3).map(move |p| p[c]))
            .collect()
    };
    let wide: Vec<u8> = swapped.iter().flat_map(|v| [0, *v]).collect();
    let put = |name: &str, data: &[u8]| fs::write(folder.join(name), data).unwrap();
    put("rgb.npy", &record("|u1", false, &[2, 2, 3], &plain));
    put("bgr.npy", &record("|u1", false, &[2, 2, 3], &swapped));
    put(
        "bgra.npy",
        &record("|u1", false, &[2, 2, 4], &alpha(&swapped)),
    );
    put(
        "planes.npy",
        &record("|u1", false, &[3, 2, 2], &planes(&swapped)),
    );
    put("wide.npy", &record(">u2", false, &[2, 2, 3], &wide));
    put("bgr.raw", &swapped);
    let film = |words: &[&str]| {
        succeed(&folder, &[&["render", "-o=film.apng"], words].concat());
        fs::read(folder.join("film.apng")).unwrap()
    };
    let expected = film(&["rgb.npy"]);
    assert_eq!(film(&["rgb.npy", "--channels=rgb"]), expected);
    for words in [
        &["bgr.npy", "--channels=bgr"][..],
        &["bgra.npy", "--channels=BGRA"],
        &["planes.npy", "--channels=bgr", "--layout=CHW"],
        &["wide.npy", "--channels=bgr"],
        &["bgr.raw", "--channels=bgr", "--raw=2x2x3"],
    ] {
        assert!(film(words) == expected, "{words:?}");
    }
}

#[test]
fn archives_of_several_arrays_list_them() {
    let folder = Folder::new();
    let film = |frames: usize| record("<f8", false, &[frames, 4, 5], &vec![0; frames * 160]);
    let frame = record("<f4", false, &[4, 5], &[0; 80]);
    let picture = record("|u1", false, &[4, 5, 3], &[0; 60]);
    let numbers = record("<c16", false, &[7], &[0; 112]);
    let put = |name: &str, entries: &[(&str, &[u8])]| store_zip(&folder.join(name), entries);
    put(
        "films.npz",
        &[("velocity.npy", &film(3)), ("pressure.npy", &film(2))],
    );
    put("kinds.npz", &[("a.npy", &frame), ("b.npy", &picture)]);
    put("times.npz", &[("t.npy", &numbers), ("u.npy", &film(3))]);
    put(
        "one.npz",
        &[("only.npy", &film(1)), ("notes.txt", b"hello")],
    );
    put("none.npz", &[("notes.txt", b"hello")]);
    put("named.npz", &[("a.npy", &frame), ("b.npy", &frame)]);
    for (name, texts) in [
        (
            "films.npz",
            &[
                "pressure [2, 4, 5] float64, velocity [3, 4, 5] float64",
                "--key 'pressure'",
            ][..],
        ),
        ("kinds.npz", &["a [4, 5] float32, b [4, 5, 3] uint8"]),
        ("times.npz", &["t [7] complex128, u [3, 4, 5] float64"]),
        ("none.npz", &["no arrays in it"]),
    ] {
        for text in texts {
            fail(&folder, &["render", name, "-o=x.gif"], 1, text);
        }
    }
    succeed(&folder, &["render", "one.npz", "--writer=null"]);
    let said = stderr(&run(&folder, &["render", "named.npz", "--writer=null"]));
    assert!(
        said.contains("no numbers") && said.contains("from a to b"),
        "{said}"
    );
}

#[test]
fn archives_that_are_damaged_or_unpack_to_too_much_are_refused() {
    let (folder, _) = film_folder();
    let film = fs::read(folder.join("film.npy")).unwrap();
    store_zip(&folder.join("film.npz"), &[("film.npy", &film)]);
    let mut damaged = fs::read(folder.join("film.npz")).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(folder.join("damaged.npz"), damaged).unwrap();
    let words = ["render", "damaged.npz", "-o=x.gif"];
    fail(&folder, &words, 1, "its checksum is wrong");
    let cut = record("|u1", false, &[9, 20, 34, 3], &film[128..]);
    store_zip(&folder.join("cut.npz"), &[("film.npy", &cut)]);
    fail(
        &folder,
        &["render", "cut.npz", "-o=x.gif"],
        1,
        "frame 6 is cut off",
    );
    let Some(python) = python_with("numpy") else {
        return;
    };
    // Each takes some ten megabytes at most; in C order a film is read frame by frame.
    let script = "import numpy as np\n\
                  np.savez_compressed('film.npz', np.zeros((40, 20, 30)))\n\
                  np.savez_compressed('large.npz', np.zeros((3, 1200, 16, 3), np.uint8, order='F'))\n\
                  import zipfile\n\
                  with zipfile.ZipFile('bomb.npz', 'w', zipfile.ZIP_DEFLATED) as z, z.open('a.npy', 'w') as f:\n\
                  \x20   np.lib.format.write_array_header_1_0(f, {'descr': '|u1', 'fortran_order': True, 'shape': (1200, 1000, 1000)})\n\
                  \x20   [f.write(bytes(10**7)) for _ in range(120)]\n";
    let mut command = Command::new(python);
    crate::support::output(command.args(["-c", script]).current_dir(folder.path()));
    succeed(&folder, &["render", "film.npz", "--writer=null"]);
    succeed(&folder, &["render", "large.npz", "--writer=null"]);
    fail(
        &folder,
        &["render", "bomb.npz", "-o=x.gif"],
        1,
        "times its size",
    );
}

#[test]
fn arrays_that_are_no_frames_say_what_to_save() {
    let folder = Folder::new();
    for (descr, shape, texts) in [
        ("<c16", &[4, 5][..], &["complex128", "np.abs(a)"][..]),
        ("|O", &[4, 5], &["objects", "a.tolist()"]),
        ("<U3", &[4, 5], &["texts", "a.astype(float)"]),
        ("<M8[s]", &[4, 5], &["dates", "astype('int64')"]),
        ("<f16", &[4, 5], &["float128", "astype('float64')"]),
        (
            "<f8",
            &[12],
            &[
                "shape [12]",
                "a.reshape(H, W) with H × W = 12",
                "(T, H, W, C)",
            ],
        ),
        ("<f8", &[], &["shape []", "np.full"]),
        ("<f8", &[2, 3, 4, 5, 3], &["a.reshape(-1, *a.shape[-3:])"]),
        ("<f8", &[2, 3, 4, 5, 6], &["a.reshape(-1, *a.shape[-2:])"]),
        (
            "<f8",
            &[6, 4, 5, 2],
            &["2 channels", "a[..., 0]", "--layout"],
        ),
        ("<f8", &[40_000, 3], &["too large", "::n"]),
        ("<f8", &[1 << 60, 4, 5], &["no file can hold"]),
        ("<f8", &[3, 0], &["is empty"]),
    ] {
        fs::write(folder.join("a.npy"), record(descr, false, shape, &[0; 64])).unwrap();
        for text in texts {
            fail(&folder, &["render", "a.npy", "-o=x.gif"], 1, text);
        }
    }
    let fields = record("[('x', '<f4'), ('y', '<f4')]", false, &[4, 5], &[0; 160]);
    fs::write(folder.join("fields.npy"), fields).unwrap();
    fail(&folder, &["render", "fields.npy", "-o=x.gif"], 1, "a['x']");
}

#[test]
fn a_label_behind_the_option_of_the_colorbar_is_shown_how_to_join() {
    let (folder, _) = film_folder();
    for label in ["T / °C", "T [K]", "temperature"] {
        let words = ["render", "film.npy", "-o=x.gif", "--colorbar", label];
        fail(&folder, &words, 1, &format!("--colorbar='{label}'"));
    }
    let words = ["render", "film.npy", "no.npy", "-o=x.gif", "--colorbar=T"];
    fail(&folder, &words, 1, "  check the path\n");
}

#[test]
fn files_that_are_missing_are_told_from_folders_that_are_not_made() {
    let (folder, _) = film_folder();
    for option in ["--table=no.csv", "--boxes=no.csv"] {
        let words = ["render", "film.npy", "-o=x.gif", "--label=a", option];
        fail(&folder, &words, 1, "no.csv");
        fail(&folder, &words, 1, "  check the path\n");
    }
    fail(
        &folder,
        &["render", "no.npy", "-o=x.gif"],
        1,
        "  check the path\n",
    );
    fail(
        &folder,
        &["render", "film.npy", "-o=no/x.gif"],
        1,
        "folders are not created",
    );
}

#[test]
fn boxes_are_read_as_spreadsheets_write_them() {
    let (folder, _) = film_folder();
    let film = |boxes: &str| {
        fs::write(folder.join("boxes.csv"), boxes).unwrap();
        succeed(
            &folder,
            &["render", "film.npy", "-o=x.apng", "--boxes=boxes.csv"],
        );
        fs::read(folder.join("x.apng")).unwrap()
    };
    let expected = film("frame,x,y,width,height,color\n1,2.5,3,9,8,lime\n");
    for boxes in [
        "frame,x,y,width,height,color\n1.0,2.5,3,9,8,lime\n",
        "\u{feff}frame;x;y;width;height;color\r\n1;2,5;3;9;8;lime\r\n",
        "Frame\tX\tY\tWidth\tHeight\tColor\n1.0\t2,5\t3\t9\t8\tlime\n",
        "sep=;\nframe;x;y;width;height;color\n1,0;2,5;3,0;9;8;lime\n",
    ] {
        assert!(film(boxes) == expected, "{boxes}");
    }
    for (row, text) in [
        (
            "1.5;2;3;4;5",
            "line 2, column \"frame\": \"1.5\" is not a frame number",
        ),
        ("-1;2;3;4;5", "column \"frame\": \"-1\""),
        (
            "0;2;3;wide;5",
            "line 2, column \"width\": \"wide\" is not a number",
        ),
        ("0;2;3;4;-5", "column \"height\": a box can't have -5"),
        (
            "0;2,345;3;4;5",
            "column \"x\": \"2,345\" may be 2.345 or 2345",
        ),
    ] {
        fs::write(
            folder.join("boxes.csv"),
            format!("frame;x;y;width;height\n{row}\n"),
        )
        .unwrap();
        let words = ["render", "film.npy", "-o=y.gif", "--boxes=boxes.csv"];
        fail(&folder, &words, 1, text);
    }
}

#[cfg(unix)]
#[test]
fn a_missing_folder_of_temporary_files_is_named() {
    let (folder, _) = film_folder();
    let fortran = bytes(
        &super::film()
            .reversed_axes()
            .as_standard_layout()
            .into_owned(),
    );
    let fortran = record("|u1", true, &[6, 20, 34, 3], &fortran);
    fs::write(folder.join("fortran.npy"), fortran).unwrap();
    for words in [
        &["render", "fortran.npy", "--writer=null"][..],
        #[cfg(feature = "openh264")]
        &["render", "film.npy", "-o=page.html", "--frame-format=video"],
    ] {
        let output = plotreel(&folder)
            .args(words)
            .env("TMPDIR", "/no/folder")
            .output()
            .unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains("can't create a temporary file in /no/folder: No such file"),
            "{said}"
        );
        assert!(said.contains("set TMPDIR"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn no_name_reaches_the_terminal_as_it_is() {
    let folder = Folder::new();
    let name = "red\u{1b}[31m\u{202e}\u{7}";
    fs::write(folder.join(&format!("{name}.npy")), level(1)).unwrap();
    fs::create_dir(folder.join(name)).unwrap();
    for i in ["1", "01"] {
        fs::write(folder.join(&format!("{name}/{i}.npy")), level(1)).unwrap();
    }
    let input = format!("{name}.npy");
    let film = format!("-o={name}.gif");
    let ffmpeg = folder.join("ffmpeg");
    crate::support::write_script(
        &ffmpeg,
        "#!/bin/sh\nprintf '\\033[31mno\\007\\n' >&2; exit 1\n",
    );
    let ffmpeg = format!("--ffmpeg={}", ffmpeg.display());
    for words in [
        &["render", &input, &film][..],
        &["render", name, &film],
        &["render", &format!("no{name}"), &film],
        &["render", &input, &film, "--label", &format!("{{{name}}}")],
        &["render", &input, &film, &format!("--{name}")],
        &["render", &input, &film, &format!("--cmap={name}")],
        &["render", &input, &film, "--writer", name],
        &["render", &input, "-o=x.mp4", &ffmpeg],
        &[name],
    ] {
        let said = stderr(&run(&folder, words));
        let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(
            !said.is_empty() && !said.contains(acts),
            "{words:?}: {said:?}"
        );
    }
}
