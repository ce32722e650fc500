//! Parts that are not all there, of another film, or damaged.

use super::*;

/// The formats that are read here, and by ffmpeg.
fn formats() -> Vec<(&'static str, &'static str)> {
    let mut formats = vec![("gif", "gif"), ("apng", "apng")];
    if cfg!(feature = "webp") {
        formats.push(("webp", "webp"));
    }
    if cfg!(feature = "openh264") {
        formats.push(("openh264", "mp4"));
    }
    if crate::support::have(&["ffmpeg"]) {
        formats.extend([("ffmpeg", "mkv"), ("ffmpeg", "mp4")]);
    }
    formats
}

/// Joining these must fail with these words, and leave the old film as it was.
fn fail<P: AsRef<Path>>(folder: &Folder, parts: &[P], suffix: &str, words: &str) {
    let film = folder.join(&format!("film.{suffix}"));
    fs::write(&film, "old").unwrap();
    let before = folder.files();
    let error = concat(parts.iter().map(|part| part.as_ref().to_owned()), &film).unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains(words),
        "{suffix}: \"{words}\" is not in: {text}"
    );
    assert_eq!(folder.files(), before, "{suffix}: {text}");
    assert_eq!(fs::read(&film).unwrap(), b"old");
}

#[test]
fn missing_doubled_and_foreign_parts_are_named() {
    for (writer, suffix) in formats() {
        let folder = Folder::new();
        let options = options(writer);
        let parts = write_parts(&folder, suffix, &options, Kind::Moving);
        let part = |index: usize| parts[index].clone();
        let shown = |index: usize| format!("part{index}.{suffix} can't be joined: ");
        let words = shown(2) + "frames 10 to 19 before it are missing";
        fail(&folder, &[part(0), part(2), part(3)], suffix, &words);
        let words = shown(1) + "frames 0 to 9 before it are missing";
        fail(&folder, &parts[1..], suffix, &words);
        let words = shown(2) + "frames 30 to 34 after it are missing";
        fail(&folder, &parts[..3], suffix, &words);
        let copy = folder.join(&format!("copy.{suffix}"));
        fs::copy(part(1), &copy).unwrap();
        let mut doubled = parts.clone();
        doubled.push(copy);
        let words = format!("part1.{suffix} has its frames 10 to 19, too");
        fail(&folder, &doubled, suffix, &words);

        let foreign = folder.join(&format!("foreign.{suffix}"));
        let mut with_foreign = parts.clone();
        with_foreign[1] = foreign.clone();
        let fps = options.clone().with_fps(25);
        let title = options.clone().with_title("Other");
        let keyframes = options.clone().with_keyframes(5);
        for (other, words) in [
            (fps, "its frame rate is 25, not 30"),
            (title, "its title or other metadata differ"),
            (keyframes, "it was encoded with other settings"),
        ] {
            write(&foreign, &other.with_part(1, PARTS), Kind::Moving);
            fail(&folder, &with_foreign, suffix, words);
        }
        write(&foreign, &options, Kind::Moving);
        fail(
            &folder,
            &with_foreign,
            suffix,
            "it does not say which frames",
        );
        fail(&folder, &[folder.join("nothing")], suffix, "check the path");
        let none: [PathBuf; 0] = [];
        fail(&folder, &none, suffix, "no frames");
    }
}

#[test]
fn parts_of_other_formats_and_names_of_other_formats_are_refused() {
    let folder = Folder::new();
    let gifs = write_parts(&folder, "gif", &options("gif"), Kind::Moving);
    let mut mixed = gifs.clone();
    mixed.extend(write_parts(&folder, "apng", &options("apng"), Kind::Moving));
    fail(&folder, &mixed, "gif", "it has another format than");
    fail(&folder, &gifs, "apng", "name it .gif");
    let text = folder.join("notes.gif");
    fs::write(&text, "not a film at all").unwrap();
    fail(&folder, &[text], "gif", "no film that can be joined");
    let film = concat(
        &gifs,
        Destination::from(folder.join("film")).with_format("gif"),
    );
    assert_eq!(film.unwrap().frames, 35);
    let error = concat(&gifs, &gifs[0]).unwrap_err();
    assert!(error.to_string().contains("it is the input too"), "{error}");
}

#[test]
fn parts_that_are_cut_off_are_refused() {
    for (writer, suffix) in formats() {
        let folder = Folder::new();
        let mut parts = write_parts(&folder, suffix, &options(writer), Kind::Moving);
        let whole = fs::read(&parts[1]).unwrap();
        let cut = folder.join(&format!("cut.{suffix}"));
        parts[1] = cut.clone();
        let ends = [0, 5, 30, whole.len() / 4, whole.len() / 2, whole.len() - 1];
        for end in ends {
            fs::write(&cut, &whole[..end]).unwrap();
            // The index of a Matroska file is after its frames, which are all there.
            if suffix == "mkv" && end == whole.len() - 1 {
                continue;
            }
            fail(
                &folder,
                &parts,
                suffix,
                &format!("cut.{suffix} can't be joined"),
            );
        }
    }
}

/// Bytes that are not as they were must not end in a panic, nor in a film of other length.
#[test]
fn damaged_parts_end_in_an_error_or_in_a_film_of_as_many_frames() {
    for (writer, suffix) in formats()
        .into_iter()
        .filter(|(writer, _)| *writer != "ffmpeg")
    {
        let folder = Folder::new();
        let parts = write_parts(&folder, suffix, &options(writer), Kind::Moving);
        let whole = fs::read(&parts[1]).unwrap();
        let film = folder.join(&format!("film.{suffix}"));
        let mut refused = 0;
        fastrand::seed(7);
        for _ in 0..300 {
            let mut bytes = whole.clone();
            let at = match fastrand::bool() {
                true => fastrand::usize(..bytes.len().min(2000)),
                false => fastrand::usize(..bytes.len()),
            };
            bytes[at] ^= 1 << fastrand::u8(..8);
            fs::write(&parts[1], bytes).unwrap();
            match concat(&parts, &film) {
                Ok(stats) => assert_eq!(stats.frames, 35),
                Err(error) => {
                    refused += 1;
                    assert!(!error.to_string().is_empty());
                }
            }
        }
        assert!(refused > 0, "{suffix}");
        // PNG has checksums of all.
        assert!(suffix != "apng" || refused == 300, "{refused}");
    }
}

#[test]
fn joining_can_be_aborted() {
    let folder = Folder::new();
    let parts = write_parts(&folder, "gif", &options("gif"), Kind::Moving);
    let before = folder.files();
    let abort = AbortHandle::new();
    abort.abort();
    let options = ConcatOptions::new().with_abort_handle(abort);
    let error = concat_with(&parts, folder.join("film.gif"), &options).unwrap_err();
    assert!(matches!(error, Error::Aborted), "{error}");
    assert_eq!(folder.files(), before);
}
