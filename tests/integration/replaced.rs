//! What a film replaces: never what it is made of, nor what its user may not write.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use ndarray::Array3;
use plotreel::writers::{Destination, FFMpegFileWriter};
use plotreel::{HTMLWriter, MovieWriterExt, WriteOptions, try_write_animation, write_animation};

use crate::command_line::{plotreel, record, stderr};
use crate::support::{Folder, full_figure, output, require};

/// A folder with `film.npy` and, in `a_frames`, ten pictures that have the names of a page's frames.
fn stage() -> Folder {
    let folder = Folder::new();
    let film = record("|u1", false, &[3, 20, 32, 3], &[99; 3 * 20 * 32 * 3]);
    fs::write(folder.join("film.npy"), film).unwrap();
    let pictures = (0..10u8).map(|i| Array3::from_elem((20, 32, 3), 20 * i));
    let pattern = folder.join("a_frames/frame%07d.png");
    fs::create_dir(folder.join("a_frames")).unwrap();
    write_animation(pictures, pattern, &WriteOptions::new().with_writer("png")).unwrap();
    folder
}

/// All files of a folder and those in it, with what they hold.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = files(&path);
            found.extend(
                inner
                    .into_iter()
                    .map(|(file, bytes)| (format!("{name}/{file}"), bytes)),
            );
        } else if path.is_file() {
            found.insert(name, fs::read(&path).unwrap());
        } else {
            found.insert(name, Vec::new());
        }
    }
    found
}

/// Runs a shell's line, in which `plotreel` is the program; it must be refused and change nothing.
fn refused(folder: &Folder, line: &str, text: &str) {
    let before = files(folder.path());
    let program = Path::new(env!("CARGO_BIN_EXE_plotreel")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell
        .args(["-c", line])
        .current_dir(folder.path())
        .env("PATH", path);
    let ended = shell.stdin(Stdio::null()).output().unwrap();
    let said = stderr(&ended);
    assert_eq!(ended.status.code(), Some(1), "{line}: {said}");
    assert!(said.contains(text), "{line}: {said}");
    assert_eq!(said.lines().count(), 2, "cause and advice: {said}");
    assert!(
        files(folder.path()) == before,
        "{line}: {:?}",
        folder.files()
    );
}

#[test]
fn no_input_is_replaced_whatever_the_output_is_called() {
    let folder = stage();
    fs::hard_link(folder.join("film.npy"), folder.join("hard.gif")).unwrap();
    symlink("film.npy", folder.join("soft.gif")).unwrap();
    fs::write(folder.join("table.csv"), "p\n1\n2\n3\n").unwrap();
    fs::write(folder.join("boxes.csv"), "frame,x,y,width,height\n").unwrap();
    fs::hard_link(folder.join("film.npy"), folder.join("frame0002.png")).unwrap();
    output(Command::new("mkfifo").arg(folder.join("fifo.gif")));
    let dir = folder.path().display();
    for line in [
        "plotreel render film.npy -o film.npy --format gif".into(),
        "plotreel render film.npy -o ./a_frames/../film.npy --format mp4 --writer openh264".into(),
        "plotreel render film.npy -o hard.gif".into(),
        "plotreel render hard.gif -o film.npy --format gif".into(),
        "plotreel render film.npy -o soft.gif".into(),
        "plotreel render soft.gif -o film.npy --format gif".into(),
        format!("plotreel render film.npy -o file://{dir}/film.npy --format gif"),
        format!("plotreel render film.npy -o file://localhost{dir}/film.npy --format gif"),
        format!(
            "plotreel render film.npy -o crypto:file://{dir}/film.npy --writer ffmpeg --format mkv"
        ),
        "plotreel render - -o hard.gif < film.npy".into(),
        "plotreel render /dev/stdin -o hard.gif < film.npy".into(),
        "plotreel render film.npy -o - --format gif >> film.npy".into(),
        "plotreel render film.npy -o - --format gif 1<> hard.gif".into(),
        "plotreel render film.npy -o table.csv --format gif --table table.csv --label '{p}'".into(),
        "plotreel render film.npy -o boxes.csv --format gif --boxes boxes.csv".into(),
        "plotreel render film.npy -o frame%04d.png".into(),
        "plotreel render film.npy -o . --writer png".into(),
        "plotreel render a_frames -o a_frames/frame%07d.png".into(),
        "plotreel render a_frames/frame0000003.png -o a_frames/frame%07d.png".into(),
    ] {
        refused(&folder, &line, "it is the input too");
    }
    for inputs in [
        "'a_frames/*3.png'",
        "a_frames",
        "film.npy a_frames/frame0000009.png",
    ] {
        let line = format!("plotreel render {inputs} -o a_frames/../a.htm --embed-frames false");
        refused(&folder, &line, "can't write a_frames");
    }
}

#[test]
fn a_pipe_is_not_read_and_written_at_a_time() {
    let folder = stage();
    output(Command::new("mkfifo").arg(folder.join("fifo.gif")));
    let line = "cat film.npy > fifo.gif & plotreel render fifo.gif -o ./fifo.gif";
    refused(&folder, line, "it is the input too");
}

#[test]
fn a_folder_of_pictures_is_not_taken_for_a_pages() {
    let folder = stage();
    // Neither of them is read.
    refused(
        &folder,
        "plotreel render film.npy -o a.html --embed-frames false",
        "a_frames: the folder holds a file that is not part of a film: frame000000",
    );
    let page = |words: &[&str]| {
        let mut command = plotreel(&folder);
        let page = ["render", "film.npy", "-o", "b.html", "--embed-frames=false"];
        output(command.args(page).args(words));
    };
    page(&[]);
    page(&["--scale=2"]);
    let frames = files(&folder.join("b_frames"));
    assert_eq!(frames.len(), 4, "{:?}", frames.keys());
    refused(
        &folder,
        "plotreel render b_frames -o b.html --embed-frames false",
        "it is the input too",
    );
    fs::copy(
        folder.join("film.npy"),
        folder.join("b_frames/frame0000003.png"),
    )
    .unwrap();
    refused(
        &folder,
        "plotreel render film.npy -o b.html --embed-frames false",
        "frame0000003.png",
    );
}

#[test]
fn films_at_an_address_of_a_file_are_whole_or_not_there() {
    let folder = Folder::new();
    let film = folder.join("film.gif");
    fs::write(&film, "the old film").unwrap();
    let address = format!("file://{}", film.display());
    let frame = || Array3::from_elem((20, 32, 3), 99u8);
    let broken = [Ok(frame()), Err("lens cap on")];
    try_write_animation(broken, address.as_str(), &WriteOptions::new()).unwrap_err();
    assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");
    assert_eq!(folder.files(), ["film.gif"]);
    write_animation([frame()], &address, &WriteOptions::new()).unwrap();
    assert!(fs::read(&film).unwrap().starts_with(b"GIF8"));
}

#[test]
fn the_library_spares_inputs_too() {
    let folder = stage();
    let (fig, _) = full_figure(32, 20);
    let before = files(folder.path());
    let inputs = (0..10).map(|i| folder.join(&format!("a_frames/frame{i:07}.png")));
    let page = Destination::from(folder.join("a.html")).with_inputs(inputs);
    let writer = HTMLWriter::new(30).with_embed_frames(false);
    let error = writer.saving(&fig, page, 100.0).unwrap_err().to_string();
    assert!(error.contains("it is the input too"), "{error}");
    let film = Destination::from(folder.join("new.mp4"))
        .with_inputs([folder.join("a_frames/frame0000003.png")]);
    if crate::support::have(&["ffmpeg"]) {
        let writer = FFMpegFileWriter::new(30).with_frame_prefix(folder.join("a_frames/frame"));
        let error = writer.saving(&fig, film, 100.0).unwrap_err().to_string();
        assert!(error.contains("frame0000003.png"), "{error}");
    }
    assert!(files(folder.path()) == before);
}

#[test]
fn rights_of_an_old_film_are_not_those_of_a_new_one() {
    let folder = stage();
    for (mode, expected) in [
        (0o4755, 0o755),
        (0o2640, 0o640),
        (0o6600, 0o600),
        (0o1644, 0o644),
    ] {
        fs::write(folder.join("film.gif"), "old").unwrap();
        fs::set_permissions(folder.join("film.gif"), fs::Permissions::from_mode(mode)).unwrap();
        output(plotreel(&folder).args(["render", "film.npy", "-o", "film.gif"]));
        let mode = fs::metadata(folder.join("film.gif"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o7777, expected);
    }
}

#[test]
fn what_another_user_owns_is_not_replaced() {
    require!("setpriv");
    if !is_root() {
        return;
    }
    let folder = stage();
    let everybody = fs::Permissions::from_mode(0o777);
    let theirs = ["film.gif", "b.html", "frame0001.png"];
    for name in theirs {
        fs::write(folder.join(name), "root's").unwrap();
    }
    fs::create_dir(folder.join("b_frames")).unwrap();
    fs::set_permissions(folder.path(), everybody).unwrap();
    for (words, text) in [
        ("-o film.gif", "film.gif: you may not write to it"),
        ("-o film.mp4 --writer openh264", ""),
        ("-o b.html", "b.html: you may not write to it"),
        ("-o c.html --embed-frames false", ""),
        ("-o frame%04d.png", "frame0001.png: you may not write to it"),
    ] {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command
            .arg(env!("CARGO_BIN_EXE_plotreel"))
            .args(["render", "film.npy"]);
        command.args(words.split(' ')).current_dir(folder.path());
        let ended = command.output().unwrap();
        let said = stderr(&ended);
        if said.contains("failed to execute") {
            return;
        }
        assert_eq!(ended.status.success(), text.is_empty(), "{words}: {said}");
        assert!(said.contains(text), "{words}: {said}");
    }
    for name in theirs {
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "root's");
    }
    assert!(!folder.files().iter().any(|name| name.starts_with('.')));
}

fn is_root() -> bool {
    String::from_utf8(output(Command::new("id").arg("-u")))
        .unwrap()
        .trim()
        == "0"
}
