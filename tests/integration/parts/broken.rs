//! Parts that are not all there, of another film, or damaged.

use std::cell::Cell;

use plotreel::{OnError, PngWriter};

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
        doubled.pop();
        doubled.push(part(3));
        fail(&folder, &doubled, suffix, &(shown(3) + "it is given twice"));

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
        let words = "does not say which frames";
        fail(&folder, &with_foreign, suffix, words);
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
    #[cfg(unix)]
    fail(&folder, &["/dev/null"], "gif", "it is no file");
    let empty = folder.join("empty.gif");
    fs::write(&empty, "").unwrap();
    fail(&folder, &[&gifs[0], &empty], "gif", "it is empty");
    let frames = folder.join("frames");
    fs::create_dir(&frames).unwrap();
    fail(&folder, &[&gifs[0], &frames], "gif", "it is a folder, but");
    fail(&folder, &[&frames, &gifs[0]], "gif", "are numbered files");
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

#[cfg(feature = "openh264")]
#[test]
fn parts_of_two_encoders_are_not_one_film() {
    crate::support::require!("ffmpeg");
    let folder = Folder::new();
    let films = ["openh264", "ffmpeg"].map(|writer| {
        let path = folder.join(&format!("{writer}.mp4"));
        write(&path, &options(writer).with_part(0, 2), Kind::Moving);
        path
    });
    let words = "ffmpeg.mp4 can't be joined: it is by ffmpeg, is cut off, or";
    fail(&folder, &films, "mp4", words);
    let [ours, theirs] = films;
    let words = "openh264.mp4 can't be joined: it is by the embedded encoder, not as";
    fail(&folder, &[theirs, ours], "mp4", words);
}

/// Writes a part whose last frame can't be drawn, and returns what is kept of it.
fn write_partial(folder: &Folder, suffix: &str, options: &SaveOptions) -> PathBuf {
    let (mut fig, _, line) = scene();
    let end = Cell::new(0);
    let frame = |fig: &mut Figure, i: u32| {
        end.set(i);
        match i % 10 == 9 || i == FRAMES - 1 {
            true => Err("the light went out".to_owned()),
            false => peak(line)(fig, i).map_err(|error| error.to_string()),
        }
    };
    let path = Destination::from(folder.join(&format!("cut.{suffix}")));
    let film = FuncAnimation::new(frame, 0..FRAMES).pure();
    let error = film.save_with(&mut fig, path.with_on_error(OnError::KeepPartial), options);
    let error = error.unwrap_err();
    assert!(matches!(error, Error::Frame { .. }), "{error}");
    folder.join(&format!("cut.partial.{suffix}"))
}

#[test]
fn films_that_were_kept_partial_are_not_joined() {
    for (writer, suffix) in formats() {
        for (part, has, needs) in [(0, 9, 10), (1, 9, 10), (3, 4, 5)] {
            let folder = Folder::new();
            let options = options(writer);
            let mut parts = write_parts(&folder, suffix, &options, Kind::Moving);
            let partial = write_partial(&folder, suffix, &options.with_part(part, PARTS));
            parts[part as usize] = partial;
            let words = format!(
                "cut.partial.{suffix} can't be joined: it has only {has} of its {needs} frames, as its writing was stopped: \
                 write this part again"
            );
            fail(&folder, &parts, suffix, &words);
        }
    }
}

#[test]
fn an_older_numbered_film_stays_whole_where_a_part_or_its_joining_breaks_off() {
    let folder = Folder::new();
    let options = options("png");
    let film = folder.join("film");
    write(&film, &options, Kind::Resting);
    let files = || {
        let files = fs::read_dir(&film).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        let read = |path: &PathBuf| (path.clone(), fs::read(path).unwrap());
        files.iter().map(read).collect::<Vec<_>>()
    };
    let old = files();
    assert_eq!(old.len(), FRAMES as usize);

    for on_error in [OnError::Discard, OnError::KeepPartial] {
        let (mut fig, ..) = scene();
        let frame = |fig: &mut Figure, i: u32| match i {
            15 => Err("the light went out"),
            _ => {
                fig.suptitle(format!("{i}"));
                Ok(())
            }
        };
        let part = FuncAnimation::new_pure(frame, 0..FRAMES);
        let path = Destination::from(film.clone()).with_on_error(on_error);
        let error = part.save_with(&mut fig, path, &options.clone().with_part(1, PARTS));
        assert!(matches!(error, Err(Error::Frame { index: 15, .. })));
        assert!(files() == old, "no frame is new, and nothing is left");
    }

    let parts = ["a", "b", "c", "d"].map(|name| folder.join(name));
    for (index, part) in parts.iter().enumerate() {
        let options = options.clone().with_part(index as u64, PARTS);
        write(&part.join("run2_%03d.png"), &options, Kind::Moving);
    }
    fs::write(parts[2].join("logo.png"), "no picture").unwrap();
    let last = parts[3].join("run2_034.png");
    let whole = fs::read(&last).unwrap();
    fs::write(&last, &whole[..whole.len() - 20]).unwrap();
    let error = concat(&parts, &film).unwrap_err();
    assert!(
        error.to_string().contains("run2_034.png can't be joined"),
        "{error}"
    );
    assert!(files() == old);
    fs::write(&last, whole).unwrap();

    let one = film.join("frame0020.png");
    let mut permissions = fs::metadata(&one).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&one, permissions).unwrap();
    let error = concat(&parts, &film).unwrap_err();
    assert!(error.to_string().contains("frame0020.png"), "{error}");
    assert!(files() == old);
    fs::remove_file(&one).unwrap();

    assert_eq!(concat(&parts, &film).unwrap().frames, u64::from(FRAMES));
    let whole = folder.join("whole");
    write(&whole, &options, Kind::Moving);
    let read = |index: usize| fs::read(whole.join(format!("frame{index:04}.png"))).unwrap();
    let new = files();
    assert_eq!(new.len(), old.len());
    assert!(
        new.iter()
            .enumerate()
            .all(|(index, (_, png))| *png == read(index))
    );
    let error = concat([parts[0].join("run2_003.png")], folder.join("no.apng")).unwrap_err();
    assert!(error.to_string().contains("give their folder"), "{error}");
}

/// A part that goes on where it was stopped keeps its own frames, and no others.
#[test]
fn numbered_parts_resume() {
    let folder = Folder::new();
    let write = |shift: u32, options: &MovieOptions, frames: Range<u64>, resume: bool| {
        let writer = PngWriter::new(30).with_resume(resume);
        let out = folder.join("film");
        let mut movie = Movie::new_with(&writer, out, (16, 12), options).unwrap();
        for frame in frames {
            let shade = (10 * frame as u32 + shift) as u8;
            let picture = ndarray::Array3::from_elem((12, 16, 3), shade);
            movie.write_frame(&picture).unwrap();
        }
        movie.finish()
    };
    write(0, &MovieOptions::new(100.0), 0..6, false).unwrap();
    let part = |frames: Range<u64>| MovieOptions::new(100.0).with_part(Part::new(frames, 6));
    write(1, &part(0..3), 0..3, false).unwrap();
    for frames in [0..3, 3..6] {
        write(2, &part(frames.clone()), frames, true).unwrap();
    }
    concat([folder.join("film")], folder.join("joined")).unwrap();
    let shade = |frame: u32| {
        let path = folder.join(&format!("joined/frame{frame:04}.png"));
        let picture = std::io::BufReader::new(fs::File::open(path).unwrap());
        let mut reader = png::Decoder::new(picture).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        u32::from(pixels[0])
    };
    let shades: Vec<_> = (0..6).map(shade).collect();
    assert_eq!(shades, [1, 11, 21, 32, 42, 52]);
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
