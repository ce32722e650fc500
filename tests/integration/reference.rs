//! The reference's test_animation.py under its own names, for the tests that apply: `tests/reference_tests.md` lists
//! all.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;

use plotreel::artists::Line2D;
use plotreel::writers::{MovieWriterRegistry, WriterSettings};
use plotreel::{
    Error, Figure, FuncAnimation, Handle, MovieOptions, MovieWriterExt, NullWriter, SaveOptions,
};

use crate::recorder::Recorder;
use crate::support::{Folder, draw, output, probe, require, worst};

/// The figure of the reference's fixture: a sine line without data, limits 0 to 2 and -2 to 2, five frames.
fn anim() -> (Figure, Handle<Line2D>) {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let line = fig[ax].plot(&[0.0; 0], &[0.0; 0]).unwrap();
    fig[ax].set_xlim(0.0, 2.0).unwrap();
    fig[ax].set_ylim(-2.0, 2.0).unwrap();
    (fig, line)
}

fn animate(
    line: Handle<Line2D>,
) -> impl Fn(&mut Figure, u32) -> plotreel::error::Result<()> + Copy {
    move |fig, i| {
        let x: Vec<f64> = (0..100).map(|k| 2.0 * f64::from(k) / 99.0).collect();
        let y = x
            .iter()
            .map(|x| (std::f64::consts::TAU * (x - f64::from(i))).sin());
        fig[line].set_data(&x, &y.collect::<Vec<_>>())
    }
}

/// A function that is not to be called.
fn never(_: &mut Figure, _: u32) {
    panic!("called")
}

#[test]
fn test_invalid_writer() {
    let (mut fig, line) = anim();
    let options = SaveOptions::new().with_writer("nul");
    let film = FuncAnimation::new(animate(line), 0..5);
    let error = film.save_with(&mut fig, "film.null", &options).unwrap_err();
    assert!(
        error.to_string().contains("did you mean \"null\"?"),
        "{error}"
    );
}

#[test]
fn test_null_movie_writer() {
    let folder = Folder::new();
    let (mut fig, line) = anim();
    let recorder = Recorder::default();
    let options = SaveOptions::new()
        .with_writers(recorder.registry())
        .with_writer("recorder")
        .with_dpi(50.0);
    let film = FuncAnimation::new(animate(line), 0..5);
    film.save_with(&mut fig, folder.join("unused.null"), &options)
        .unwrap();
    let seen = recorder.seen.lock().unwrap();
    let format = seen.format.unwrap();
    assert_eq!(
        (format.dpi, format.size.width, format.size.height),
        (50.0, 320, 240)
    );
    assert_eq!(
        (seen.suffix.as_str(), seen.frames.len(), seen.finished),
        ("null", 5, true)
    );
}

#[test]
fn test_frame_size() {
    let mut fig = Figure::new((1.0, 2.03), 100.0);
    let film = FuncAnimation::new(|_, _| (), 0..1);
    let size = film.save(&mut fig, "", &NullWriter::new(1)).unwrap().size;
    assert_eq!((size.width, size.height), (100, 203));
}

#[test]
fn test_movie_writer_dpi_default() {
    let folder = Folder::new();
    let mut fig = Figure::new((2.0, 1.0), 137.0);
    let recorder = Recorder::default();
    let film = FuncAnimation::new(|_, _| (), 0..1);
    film.save(&mut fig, folder.join("film.raw"), &recorder)
        .unwrap();
    assert_eq!(recorder.seen.lock().unwrap().format.unwrap().dpi, 137.0);
    let options = MovieOptions::new(150.0);
    let movie = NullWriter::new(1).saving_with(&fig, "", &options).unwrap();
    assert_eq!(
        (movie.stats().size.width, movie.stats().size.height),
        (300, 150)
    );
}

/// Every writer that works here, with a suffix of its films.
fn writers() -> Vec<(String, &'static str)> {
    let known = MovieWriterRegistry::default();
    let suffix = |name: &str| match name {
        "ffmpeg" | "ffmpeg_file" | "openh264" | "null" => Some("mp4"),
        "gif" | "pillow" | "imagemagick" => Some("gif"),
        "apng" => Some("apng"),
        "webp" => Some("webp"),
        "html" => Some("html"),
        _ => None,
    };
    let here = known
        .list()
        .into_iter()
        .filter(|name| known.is_available(name));
    here.filter_map(|name| Some((name.to_owned(), suffix(name)?)))
        .collect()
}

#[test]
fn test_save_animation_smoketest() {
    for (writer, suffix) in writers() {
        let folder = Folder::new();
        let (mut fig, line) = anim();
        if writer == "ffmpeg" {
            fig.set_size_inches(10.85, 9.21).unwrap();
        }
        // As a path and as a string.
        let path = folder.join(&format!("movie.{suffix}"));
        let options = SaveOptions::new().with_writer(&writer).with_fps(30);
        for path in [
            plotreel::writers::Destination::from(&path),
            path.to_str().unwrap().into(),
        ] {
            let film = FuncAnimation::new(animate(line), 0..5);
            film.save_with(&mut fig, path, &options).unwrap();
        }
        assert_eq!(path.exists(), writer != "null", "{writer}");
        if suffix == "mp4" && writer != "null" && crate::support::have(&["ffprobe"]) {
            assert!(probe(&path).contains("nb_read_frames=5"), "{writer}");
        }
    }
}

#[test]
fn test_grabframe() {
    for (name, suffix) in writers() {
        let folder = Folder::new();
        let (mut fig, line) = anim();
        let writers = MovieWriterRegistry::default();
        let settings = WriterSettings::new(30);
        let writer = writers.with_settings(&name, &settings).unwrap();
        let path = folder.join(&format!("movie.{suffix}"));
        let mut movie = writer.saving(&fig, &path, 100.0).unwrap();
        for i in 0..5 {
            animate(line)(&mut fig, i).unwrap();
            movie.grab_frame(&fig).unwrap();
        }
        movie.finish().unwrap();
        assert_eq!(path.exists(), name != "null", "{name}");
    }
}

#[test]
fn test_animation_repr_html() {
    let (mut fig, line) = anim();
    let film = || FuncAnimation::new(animate(line), 0..5);
    if cfg!(feature = "openh264") {
        let html = film().to_html5_video(&mut fig).unwrap();
        assert!(html.contains("<video width=\"640\" height=\"480\" controls autoplay loop"));
        let (_, data) = html.split_once("base64,").unwrap();
        let data = data.split('"').next().unwrap();
        assert_eq!(data.len() % 4, 0);
        assert!(data.starts_with("AAAA"), "the length of an mp4's first box");
        if crate::support::have(&["base64", "ffprobe"]) {
            let folder = Folder::new();
            let (text, film) = (folder.join("text"), folder.join("film.mp4"));
            std::fs::write(&text, data).unwrap();
            let bytes = output(std::process::Command::new("base64").arg("-d").arg(text));
            std::fs::write(&film, bytes).unwrap();
            let found = probe(&film);
            assert!(found.contains("nb_read_frames=5") && found.contains("avg_frame_rate=5/1"));
        }
    }
    let html = film().to_jshtml(&mut fig).unwrap();
    assert!(html.contains("<script"), "{}", &html[..200.min(html.len())]);
}

#[test]
fn test_no_length_frames() {
    let (mut fig, line) = anim();
    let mut left = 20;
    let frames = std::iter::from_fn(|| {
        left -= 1;
        (left > 0).then_some(left)
    });
    let film = FuncAnimation::new(animate(line), frames).with_frame_count(10);
    let film = film.save(&mut fig, "unused.null", &NullWriter::new(5));
    assert_eq!(film.unwrap().frames, 10);
}

#[cfg(unix)]
#[test]
fn test_movie_writer_registry() {
    let tools = Folder::new();
    let ffmpeg = tools.join("ffmpeg");
    let writers = MovieWriterRegistry::default();
    let available = |program: &std::path::Path| {
        let settings = WriterSettings::new(30).with_program(program.to_owned());
        let writer = writers.with_settings("ffmpeg", &settings).unwrap();
        writer.check_available("mkv").is_ok()
    };
    assert!(writers.list().len() > 1 && !available(&tools.join("not_available_ever_xxxx")));
    crate::support::write_script(
        &ffmpeg,
        "#!/bin/sh\necho ' V..... libx264  H.264 (codec h264)'",
    );
    assert!(available(&ffmpeg));
}

#[cfg(feature = "openh264")]
#[test]
fn test_embed_limit() {
    let (mut fig, line) = anim();
    let film = || FuncAnimation::new(animate(line), 0..5);
    let small = SaveOptions::new().with_embed_limit(1e-6);
    let warnings = || {
        let lines = crate::support::logged();
        let about = lines
            .iter()
            .filter(|line| line.contains("limit is 0.000 MiB"));
        about.count()
    };
    assert_eq!(warnings(), 0);
    let html = film().to_html5_video_with(&mut fig, &small).unwrap();
    assert_eq!(warnings(), 1);
    assert_eq!(html, film().to_html5_video(&mut fig).unwrap());
    film().to_jshtml_with(&mut fig, &small).unwrap();
    assert_eq!(warnings(), 2);
    for wrong in [f64::NAN, -1.0] {
        let options = SaveOptions::new().with_embed_limit(wrong);
        assert!(film().to_html5_video_with(&mut fig, &options).is_err());
        assert!(film().to_jshtml_with(&mut fig, &options).is_err());
    }
}

#[cfg(unix)]
#[test]
fn test_failing_ffmpeg() {
    let (folder, tools) = (Folder::new(), Folder::new());
    let ffmpeg = tools.join("ffmpeg");
    crate::support::write_script(&ffmpeg, "#!/bin/sh\necho 'no luck today' >&2\nexit 3");
    let (mut fig, line) = anim();
    let film = FuncAnimation::new(animate(line), 0..5);
    let options = SaveOptions::new()
        .with_writer("ffmpeg")
        .with_program(ffmpeg);
    let error = film
        .save_with(&mut fig, folder.join("test.mpeg"), &options)
        .unwrap_err();
    assert!(error.to_string().contains("no luck today"), "{error}");
    assert!(folder.files().is_empty());
}

#[test]
fn test_funcanimation_cache_frame_data() {
    let mut fig = Figure::new((1.0, 1.0), 100.0);
    let given: RefCell<Vec<Weak<u32>>> = RefCell::default();
    let frames = (0..5).map(|i| {
        let frame = Rc::new(i);
        given.borrow_mut().push(Rc::downgrade(&frame));
        frame
    });
    let film =
        FuncAnimation::new(|_, frame| drop::<Rc<u32>>(frame), frames).with_progress(|_, _| {
            let kept = given
                .borrow()
                .iter()
                .filter(|frame| frame.strong_count() > 0)
                .count();
            assert_eq!(kept, 0, "no frame's data outlives it");
        });
    film.save(&mut fig, "unused.null", &NullWriter::new(5))
        .unwrap();
    assert_eq!(given.borrow().len(), 5);
}

#[test]
fn test_no_frame_warning() {
    let folder = Folder::new();
    let (mut fig, line) = anim();
    let path = folder.join("film.raw");
    let film = FuncAnimation::new(animate(line), []);
    let error = film
        .save(&mut fig, &path, &Recorder::default())
        .unwrap_err();
    assert!(matches!(error, Error::NoFrames), "{error}");
    // Known only when the film has begun.
    let film = FuncAnimation::new(animate(line), std::iter::from_fn(|| None));
    let error = film
        .save(&mut fig, &path, &Recorder::default())
        .unwrap_err();
    assert!(matches!(error, Error::NoFrames), "{error}");
    let film = FuncAnimation::new(animate(line), std::iter::from_fn(|| None));
    let error = film
        .save_parallel(&fig, &path, &Recorder::default())
        .unwrap_err();
    assert!(matches!(error, Error::NoFrames), "{error}");
    assert!(folder.files().is_empty());
}

#[test]
fn test_animation_frame() {
    let folder = Folder::new();
    let (mut fig, line) = anim();
    let recorder = Recorder::default();
    let film = FuncAnimation::new(animate(line), 0..5);
    film.save(&mut fig, folder.join("film.raw"), &recorder)
        .unwrap();
    let (mut direct, line) = anim();
    animate(line)(&mut direct, 4).unwrap();
    assert!(worst(&draw(&fig), &draw(&direct)) == 0);
    let last = recorder.frames().pop().unwrap();
    let rgb = last
        .as_chunks::<4>()
        .0
        .iter()
        .flat_map(|&[b, g, r, _]| [r, g, b]);
    assert!(
        rgb.collect::<Vec<_>>() == draw(&direct),
        "the film's last frame"
    );
}

#[test]
fn test_save_count_override_warnings_has_length() {
    // A count is the most that there may be: no warning, and no frame that is not there.
    let count = |frames: Vec<u32>, count| {
        let (mut fig, line) = anim();
        let film = FuncAnimation::new(animate(line), frames).with_frame_count(count);
        film.save(&mut fig, "", &NullWriter::new(5)).unwrap().frames
    };
    assert_eq!((count(vec![0, 1], 5), count(vec![0; 7], 5)), (2, 5));
}

#[test]
fn test_save_count_override_warnings_scaler() {
    let count = |frames: u32, count| {
        let (mut fig, line) = anim();
        let film = FuncAnimation::new(animate(line), 0..frames).with_frame_count(count);
        film.save(&mut fig, "", &NullWriter::new(5)).unwrap().frames
    };
    assert_eq!((count(7, 10), count(7, 5)), (7, 5));
}

#[test]
fn test_movie_writer_invalid_path() {
    let (mut fig, _) = anim();
    let film = FuncAnimation::new(never, 0..5);
    let folder = Folder::new();
    let error = film
        .save(
            &mut fig,
            folder.join("foo/bar/aardvark/thiscannotreallyexist.mp4"),
            &Recorder::default(),
        )
        .unwrap_err();
    assert!(matches!(error, Error::Io { .. }), "{error}");
    assert!(error.to_string().contains("foo/bar/aardvark"), "{error}");
}

#[test]
fn test_animation_with_transparency() {
    let folder = Folder::new();
    let (mut fig, line) = anim();
    let recorder = Recorder::default();
    let options = SaveOptions::new()
        .with_writers(recorder.registry())
        .with_writer("recorder")
        .with_transparent(true);
    let film = FuncAnimation::new(animate(line), 0..1).with_interval(Duration::from_millis(500));
    film.save_with(&mut fig, folder.join("film.raw"), &options)
        .unwrap();
    let alphas = |frame: &[u8]| frame.iter().skip(3).step_by(4).copied().min();
    assert_eq!(alphas(&recorder.frames()[0]), Some(0));
    // The same as a file, for what programs that are not ours see in it.
    require!("ffmpeg", "ffprobe");
    let path = folder.join("film.webm");
    let options = SaveOptions::new()
        .with_writer("ffmpeg")
        .with_transparent(true);
    let film = FuncAnimation::new(animate(line), 0..2);
    film.save_with(&mut fig, &path, &options).unwrap();
    assert!(probe(&path).contains("TAG:alpha_mode=1"));
    // ffmpeg's own decoder of VP9 leaves alpha out.
    let mut command = std::process::Command::new("ffmpeg");
    command
        .args(["-v", "error", "-c:v", "libvpx-vp9", "-i"])
        .arg(&path);
    let decoded = output(command.args(["-f", "rawvideo", "-pix_fmt", "rgba", "-"]));
    assert_eq!(decoded.len(), 2 * 4 * 640 * 480);
    for frame in decoded.chunks(4 * 640 * 480) {
        // The background is clear, and the axes' spines are not.
        assert_eq!(alphas(frame), Some(0));
        let most = frame.iter().skip(3).step_by(4).copied().max();
        assert!(most > Some(250), "{most:?}");
    }
}
