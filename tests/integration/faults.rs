//! Nothing lost: what happens when a fake ffmpeg, the frames or the user fail.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ndarray::Array3;
use plotreel::writers::{AbortHandle, Destination};
use plotreel::{
    Error, FFMpegWriter, Figure, FigureMovie, FuncAnimation, MovieWriterExt, NullWriter, OnError,
    SaveOptions, WriteOptions, try_write_animation, write_animation,
};

use crate::support::{self, Folder, full_figure, logged, probe, require, write_script};

/// A frame larger than a pipe.
fn frame() -> Array3<u8> {
    Array3::from_shape_fn((600, 800, 3), |(y, x, c)| (y + x + c) as u8)
}

/// A folder with a film that must survive, and an ffmpeg that is a shell script.
struct Stage {
    folder: Folder,
    _tools: Folder,
    ffmpeg: PathBuf,
    film: PathBuf,
}

impl Stage {
    /// `$last` is the name of ffmpeg's output; `$dir/pid` is where the script leaves a process's number.
    fn new(script: &str) -> Self {
        let (folder, tools) = (Folder::new(), Folder::new());
        let film = folder.join("film.mp4");
        fs::write(&film, "the old film").unwrap();
        let ffmpeg = tools.join("ffmpeg");
        let dir = tools.path().display();
        let text = format!(
            "#!/bin/sh\ndir='{dir}'\nfor last; do :; done\nlast=${{last#file:}}\n{script}\n"
        );
        write_script(&ffmpeg, &text);
        Self {
            folder,
            _tools: tools,
            ffmpeg,
            film,
        }
    }

    fn options(&self) -> WriteOptions {
        WriteOptions::new()
            .with_writer("ffmpeg")
            .with_program(&self.ffmpeg)
    }

    fn movie(&self, writer: FFMpegWriter) -> FigureMovie {
        let (mut fig, ax) = full_figure(800, 600);
        fig[ax].imshow(&frame()).unwrap();
        writer
            .with_program(&self.ffmpeg)
            .saving(&fig, &self.film, 100.0)
            .unwrap()
    }

    /// The old film is as it was, and nothing else is there.
    fn assert_untouched(&self) {
        assert_eq!(fs::read_to_string(&self.film).unwrap(), "the old film");
        assert_eq!(self.folder.files(), ["film.mp4"]);
    }

    /// The process whose number the script left is gone.
    fn assert_gone(&self) {
        let pid = fs::read_to_string(self.ffmpeg.with_file_name("pid")).unwrap();
        let stat = Path::new("/proc").join(pid.trim()).join("stat");
        let deadline = Instant::now() + Duration::from_secs(5);
        // A killed process that nobody waits for stays as a zombie until init has seen it.
        while fs::read_to_string(&stat).is_ok_and(|s| !s.contains(") Z ")) {
            assert!(
                Instant::now() < deadline,
                "process {} still runs",
                pid.trim()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The error of writing 20 frames.
    fn error(&self) -> Error {
        write_animation(vec![frame(); 20], &self.film, &self.options()).unwrap_err()
    }
}

#[test]
fn a_flood_of_stderr_does_not_stop_the_film() {
    let stage = Stage::new("head -c 3000000 /dev/zero | tr '\\0' 'x' >&2\ncat > \"$last\"");
    write_animation(vec![frame(); 3], &stage.film, &stage.options()).unwrap();
    assert_eq!(
        fs::metadata(&stage.film).unwrap().len(),
        3 * 800 * 600 * 3 / 2
    );
}

#[test]
fn an_ffmpeg_that_exits_at_once_is_quoted() {
    let stage = Stage::new("echo 'Unknown encoder libx999' >&2; exit 8");
    let Error::Program {
        status,
        stderr_tail,
        ..
    } = stage.error()
    else {
        panic!("another error")
    };
    assert!(
        status.contains('8') && stderr_tail.contains("Unknown encoder libx999"),
        "{status}: {stderr_tail}"
    );
    stage.assert_untouched();
}

#[test]
fn an_ffmpeg_that_dies_in_the_middle_is_quoted() {
    let stage = Stage::new("head -c 1000000 > \"$last\"; echo 'out of luck' >&2; kill -9 $$");
    let error = stage.error().to_string();
    assert!(
        error.contains("out of luck") && error.contains('9'),
        "{error}"
    );
    stage.assert_untouched();
}

#[test]
fn an_ffmpeg_that_exits_0_early_has_failed() {
    let stage = Stage::new("head -c 1000000 > \"$last\"; exit 0");
    assert!(
        stage
            .error()
            .to_string()
            .contains("before it had all frames")
    );
    stage.assert_untouched();
}

#[test]
fn an_ffmpeg_that_writes_nothing_has_failed() {
    let stage = Stage::new("cat > /dev/null");
    assert!(stage.error().to_string().contains("without writing a film"));
    stage.assert_untouched();
}

#[test]
fn an_ffmpeg_that_never_reads_runs_into_its_timeout() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let begun = Instant::now();
    let options = stage
        .options()
        .with_stall_timeout(Duration::from_millis(1500));
    let error = write_animation(vec![frame(); 20], &stage.film, &options).unwrap_err();
    assert!(matches!(error, Error::Stalled { .. }), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(10));
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn an_ffmpeg_that_never_ends_runs_into_its_timeout() {
    let stage = Stage::new("cat > /dev/null; sleep 1000 & echo $! > $dir/pid; wait");
    let options = stage
        .options()
        .with_stall_timeout(Duration::from_millis(1500));
    let error = write_animation(vec![frame(); 3], &stage.film, &options).unwrap_err();
    assert!(matches!(error, Error::Stalled { .. }), "{error}");
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn abort_frees_a_call_that_waits() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let mut movie = stage.movie(FFMpegWriter::new(30));
    let abort = movie.abort_handle();
    let aborter = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(1500));
        abort.abort();
    });
    let error = loop {
        if let Err(error) = movie.write_frame(&frame()) {
            break error;
        }
    };
    assert!(matches!(error, Error::Aborted), "{error}");
    assert!(matches!(movie.write_frame(&frame()), Err(Error::Ended)));
    aborter.join().unwrap();
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn a_film_has_room_until_its_writer_is_behind() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let mut movie = stage.movie(FFMpegWriter::new(30));
    let turn = Duration::from_millis(500);
    let begun = Instant::now();
    while movie.wait_for_room(turn) {
        movie.write_frame(&frame()).unwrap();
        assert!(begun.elapsed() < Duration::from_secs(60));
    }
    assert!(movie.stats().frames > 1);
    let abort = movie.abort_handle();
    let aborter = std::thread::spawn(move || abort.abort());
    // What has ended keeps nobody waiting.
    assert!(movie.wait_for_room(Duration::from_secs(60)));
    assert!(movie.write_frame(&frame()).is_err());
    aborter.join().unwrap();
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn a_dropped_movie_leaves_nothing() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let mut movie = stage.movie(FFMpegWriter::new(30));
    movie.write_frame(&frame()).unwrap();
    while !stage.ffmpeg.with_file_name("pid").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(movie);
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn a_film_that_nobody_finishes_or_gives_up_is_told_of() {
    logged();
    let of = |frames: u64| {
        let fig = Figure::new((0.08, 0.06), 100.0);
        let mut movie = NullWriter::new(30).saving(&fig, "nothing", 100.0).unwrap();
        for _ in 0..frames {
            movie.grab_frame(&fig).unwrap();
        }
        movie
    };
    drop(of(371));
    of(372).abort();
    of(373).finish().unwrap();
    let broken = |_: &mut Figure, index: u64| match index {
        374 => Err("broken"),
        _ => Ok(()),
    };
    let mut fig = Figure::new((0.08, 0.06), 100.0);
    let film = FuncAnimation::new(broken, 0..400);
    let result = film.save(&mut fig, "nothing", &NullWriter::new(30));
    assert!(matches!(result, Err(Error::Frame { index: 374, .. })));
    let told = |frames: u64| {
        let of_these = format!("null: a film of {frames} frames is discarded");
        logged().iter().any(|line| line.starts_with(&of_these))
    };
    assert_eq!([371, 372, 373, 374].map(told), [true, false, false, false]);
}

#[test]
fn an_abort_before_the_film_begins_counts() {
    let stage = Stage::new("cat > \"$last\"");
    let abort = AbortHandle::new();
    abort.abort();
    let options = stage.options().with_abort_handle(abort);
    let error = write_animation(vec![frame(); 20], &stage.film, &options).unwrap_err();
    assert!(matches!(error, Error::Aborted), "{error}");
    stage.assert_untouched();
}

/// Aborts what is begun so, a while after it has begun to wait.
fn abort_beginning(stage: &Stage, film: &Path, options: WriteOptions) {
    for kill in [false, true] {
        let abort = AbortHandle::new();
        let options = options.clone().with_abort_handle(abort.clone());
        let begun = Instant::now();
        let error = std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(500));
                match kill {
                    true => abort.kill(),
                    false => abort.abort(),
                }
                assert!(
                    stage
                        .folder
                        .files()
                        .iter()
                        .all(|name| !name.starts_with('.'))
                );
            });
            write_animation(vec![frame(); 20], film, &options).unwrap_err()
        });
        assert!(matches!(error, Error::Aborted), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn abort_ends_a_film_that_waits_while_it_begins() {
    let hangs = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let options = hangs.options();
    let another = hangs.folder.join("another.mp4");
    for writer in ["auto", "ffmpeg_file"] {
        abort_beginning(&hangs, &another, options.clone().with_writer(writer));
        hangs.assert_untouched();
        hangs.assert_gone();
    }
    // It says what it can, and hangs when it is tried out.
    let hangs = Stage::new(
        "case $last in -encoders) echo ' V..... libx264 (codec h264)'; exit;; esac\n\
         sleep 1000 & echo $! > $dir/pid; wait",
    );
    abort_beginning(&hangs, &another, hangs.options().with_writer("ffmpeg_file"));
    hangs.assert_untouched();
    hangs.assert_gone();
    // A pipe that nobody reads.
    let pipe = hangs.folder.join("pipe.gif");
    crate::support::output(std::process::Command::new("mkfifo").arg(&pipe));
    abort_beginning(&hangs, &pipe, WriteOptions::new());
    assert_eq!(hangs.folder.files(), ["film.mp4", "pipe.gif"]);
}

#[test]
fn a_pipe_may_get_its_reader_late() {
    let folder = Folder::new();
    let pipe = folder.join("pipe.gif");
    crate::support::output(std::process::Command::new("mkfifo").arg(&pipe));
    let read = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(300));
            fs::read(&pipe).unwrap()
        });
        write_animation(vec![frame(); 8], &pipe, &WriteOptions::new()).unwrap();
        reader.join().unwrap()
    });
    let film = folder.join("film.gif");
    write_animation(vec![frame(); 8], &film, &WriteOptions::new()).unwrap();
    assert!(read == fs::read(&film).unwrap());
}

#[test]
fn one_handle_aborts_all_its_films() {
    let stages = [(); 2].map(|()| Stage::new("sleep 1000 & echo $! > $dir/pid; wait"));
    let abort = AbortHandle::new();
    std::thread::scope(|scope| {
        for stage in &stages {
            let options = stage.options().with_abort_handle(abort.clone());
            scope.spawn(move || {
                let error = write_animation(vec![frame(); 20], &stage.film, &options);
                assert!(matches!(error, Err(Error::Aborted)));
            });
        }
        let runs = |stage: &Stage| stage.ffmpeg.with_file_name("pid").exists();
        while !stages.iter().all(runs) {
            std::thread::sleep(Duration::from_millis(10));
        }
        abort.abort();
    });
    for stage in &stages {
        stage.assert_untouched();
        stage.assert_gone();
    }
}

#[test]
fn a_bad_frame_comes_back_with_its_index() {
    let stage = Stage::new("cat > \"$last\"");
    let frames = (0..9).map(|i| {
        if i == 5 {
            Err(io::Error::other("lens cap on"))
        } else {
            Ok(frame())
        }
    });
    let error = try_write_animation(frames, &stage.film, &stage.options()).unwrap_err();
    assert!(
        error.to_string().starts_with("frame 5: lens cap on"),
        "{error}"
    );
    stage.assert_untouched();

    let shapes = [frame(), Array3::zeros((600, 800, 2))];
    let error = write_animation(&shapes, &stage.film, &stage.options()).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 1, .. }), "{error}");
    stage.assert_untouched();
}

#[test]
fn a_panic_in_the_iterator_leaves_nothing() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let pid = stage.ffmpeg.with_file_name("pid");
    let frames = (0..9).map(|i| {
        while i == 2 && !pid.exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(i < 2, "this panic belongs to the test");
        frame()
    });
    let write =
        std::panic::AssertUnwindSafe(|| write_animation(frames, &stage.film, &stage.options()));
    assert!(std::panic::catch_unwind(write).is_err());
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn a_missing_ffmpeg_says_what_to_do() {
    let folder = Folder::new();
    let options = WriteOptions::new()
        .with_writer("ffmpeg")
        .with_program(folder.join("no-ffmpeg"));
    let error = write_animation([frame()], folder.join("film.mp4"), &options).unwrap_err();
    let Error::WriterUnavailable { advice, .. } = &error else {
        panic!("{error}")
    };
    assert!(advice.contains("openh264"), "{advice}");
    assert!(folder.files().is_empty());
}

#[test]
fn a_broken_ffmpeg_is_quoted_when_it_is_probed() {
    let stage = Stage::new("echo 'libavcodec.so.59: cannot open shared object file' >&2; exit 127");
    let options = WriteOptions::new().with_program(&stage.ffmpeg);
    let error = write_animation([frame()], stage.folder.join("film.gif"), &options)
        .unwrap_err()
        .to_string();
    assert!(error.contains("libavcodec.so.59: cannot open"), "{error}");
    stage.assert_untouched();
}

#[test]
fn what_can_not_be_finished_is_kept_if_it_is_wanted() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    fs::write(&film, "the old film").unwrap();
    let frames = (0..9).map(|i| {
        if i == 7 {
            Err("lens cap on")
        } else {
            Ok(frame())
        }
    });
    let options = WriteOptions::new()
        .with_writer("ffmpeg")
        .with_on_error(OnError::KeepPartial);
    let error = try_write_animation(frames, &film, &options).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 7, .. }), "{error}");
    assert_eq!(folder.files(), ["film.mp4", "film.partial.mp4"]);
    assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");
    assert!(probe(&folder.join("film.partial.mp4")).contains("nb_read_frames=7\n"));
}

#[test]
fn a_read_only_film_is_not_replaced() {
    let stage = Stage::new("cat > \"$last\"");
    fs::set_permissions(&stage.film, fs::Permissions::from_mode(0o444)).unwrap();
    let error = stage.error();
    assert!(matches!(error, Error::Destination { .. }), "{error}");
    stage.assert_untouched();
    let nowhere = Destination::path(stage.folder.join("no/film.mp4"));
    assert!(matches!(
        write_animation([frame()], nowhere, &stage.options()),
        Err(Error::Io { .. })
    ));
}

#[cfg(feature = "openh264")]
#[test]
fn an_ffmpeg_without_the_encoder_counts_as_missing() {
    let stage = Stage::new("echo ' V....D mpeg4  MPEG-4 part 2'");
    let options = WriteOptions::new().with_program(&stage.ffmpeg);
    let film = write_animation([frame()], &stage.film, &options).unwrap();
    assert_eq!(film.writer, "openh264");
    let error = write_animation([frame()], stage.folder.join("film.webm"), &options)
        .unwrap_err()
        .to_string();
    assert!(error.contains("no encoder for vp9"), "{error}");
}

#[test]
fn an_ffmpeg_that_exits_0_early_is_noticed_when_the_rest_fits_its_pipe() {
    let stage = Stage::new("head -c 1000 > \"$last\"; exit 0");
    let small = vec![Array3::<u8>::zeros((32, 32, 3)); 20];
    let error = write_animation(&small, &stage.film, &stage.options())
        .unwrap_err()
        .to_string();
    assert!(error.contains("before it had all frames"), "{error}");
    stage.assert_untouched();
}

#[test]
fn partial_films_do_not_replace_each_other() {
    let stage = Stage::new("cat > \"$last\"");
    let long = stage.folder.join(&format!("{}.mp4", "x".repeat(251)));
    let options = stage.options().with_on_error(OnError::KeepPartial);
    for _ in 0..2 {
        let frames = [Ok(frame()), Err("lens cap on")];
        try_write_animation(frames, &long, &options).unwrap_err();
    }
    let kept: Vec<_> = stage
        .folder
        .files()
        .into_iter()
        .filter(|name| name.starts_with('x'))
        .collect();
    assert!(
        kept.len() == 2
            && kept
                .iter()
                .all(|name| name.len() == 255 && name.contains(".partial")),
        "{kept:?}"
    );
}

#[test]
fn a_probe_that_never_ends_is_given_up() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let writers = plotreel::writers::MovieWriterRegistry::default();
    let settings = plotreel::writers::WriterSettings::new(30).with_program(stage.ffmpeg.clone());
    let begun = Instant::now();
    // It is not waited for again.
    for name in ["ffmpeg", "ffmpeg_file", "ffmpeg"] {
        let writer = writers.with_settings(name, &settings).unwrap();
        for suffix in ["mp4", "mkv", "webm"] {
            let error = writer.check_available(suffix).unwrap_err().to_string();
            assert!(error.contains("took longer than 10s"), "{error}");
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(15));
    stage.assert_gone();
}

/// 40 frames that differ, for the stage's ffmpeg.
fn animation(stage: &Stage) -> (Figure, SaveOptions) {
    let (fig, _) = full_figure(800, 600);
    let options = SaveOptions::new()
        .with_writer("ffmpeg")
        .with_program(&stage.ffmpeg);
    (fig, options)
}

#[test]
fn an_animation_whose_ffmpeg_dies_quotes_it() {
    let stage = Stage::new("head -c 1000000 > \"$last\"; echo 'out of luck' >&2; kill -9 $$");
    let (mut fig, options) = animation(&stage);
    let film = || FuncAnimation::new_pure(|fig, i| fig.suptitle(format!("{i}")), 0..40);
    let errors = [
        film().save_with(&mut fig, &stage.film, &options),
        film().save_parallel_with(&fig, &stage.film, &options),
    ];
    for error in errors.map(Result::unwrap_err) {
        assert!(matches!(error, Error::Program { .. }), "{error}");
        assert!(error.to_string().contains("out of luck"), "{error}");
        stage.assert_untouched();
    }
}

#[test]
fn a_function_that_panics_leaves_no_ffmpeg_behind() {
    let stage = Stage::new("echo $$ > $dir/pid; cat > \"$last\"; sleep 1000");
    let (mut fig, options) = animation(&stage);
    let pid = stage.ffmpeg.with_file_name("pid");
    let frame = |_: &mut Figure, i| {
        // Not before it runs.
        while i == 5 && fs::read_to_string(&pid).is_ok_and(|pid| pid.is_empty()) {
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(i < 5, "five is too much");
    };
    let film = || FuncAnimation::new_pure(frame, 0..40);
    let save = || film().save_with(&mut fig, &stage.film, &options);
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(save)).is_err());
    stage.assert_untouched();
    stage.assert_gone();
    let error = film().save_parallel_with(&fig, &stage.film, &options);
    let error = error.unwrap_err().to_string();
    assert!(
        error.contains("frame 5: it panicked: five is too much"),
        "{error}"
    );
    stage.assert_untouched();
    stage.assert_gone();
}

#[test]
fn abort_ends_a_parallel_film_that_waits() {
    let stage = Stage::new("sleep 1000 & echo $! > $dir/pid; wait");
    let (fig, options) = animation(&stage);
    let abort = AbortHandle::new();
    let options = options.with_abort_handle(abort.clone());
    let film = FuncAnimation::new_pure(|fig, i| fig.suptitle(format!("{i}")), 0..1000);
    let begun = Instant::now();
    let error = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(500));
            abort.abort();
        });
        film.save_parallel_with(&fig, &stage.film, &options)
            .unwrap_err()
    });
    assert!(matches!(error, Error::Aborted), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(20));
    stage.assert_untouched();
    stage.assert_gone();
}

/// Frames that no codec makes small.
fn noise() -> Vec<Array3<u8>> {
    let mut state = 1;
    (0..12)
        .map(|_| support::noise((96, 128, 3), &mut state))
        .collect()
}

/// An ffmpeg whose films may have so many blocks of 512 bytes, which is like a disk that is full then.
fn with_room_for(blocks: u64) -> Stage {
    Stage::new(&format!(
        "case \"$*\" in *-encoders*) exec ffmpeg \"$@\";; esac\ntrap '' XFSZ; ulimit -f {blocks}; exec ffmpeg \"$@\""
    ))
}

#[test]
fn a_disk_that_fills_leaves_the_old_film_whatever_the_container() {
    require!("ffmpeg");
    for suffix in [
        "mp4", "mov", "mkv", "webm", "avi", "gif", "apng", "ogv", "flv", "ts", "mpg", "wmv", "mxf",
    ] {
        let folder = Folder::new();
        let whole = folder.join(&format!("whole.{suffix}"));
        let options = WriteOptions::new().with_writer("ffmpeg");
        write_animation(noise(), &whole, &options).unwrap();
        let blocks = fs::metadata(&whole).unwrap().len() / 512;
        // At once, in the middle and at the very end.
        for room in [1, blocks / 2, blocks - 1] {
            let stage = with_room_for(room);
            let film = stage.folder.join(&format!("other.{suffix}"));
            fs::write(&film, "the old film").unwrap();
            let error = write_animation(noise(), &film, &stage.options()).unwrap_err();
            assert!(matches!(error, Error::Program { .. }), "{suffix}: {error}");
            let error = error.to_string();
            assert!(error.contains("File too large"), "{suffix}: {error}");
            assert!(
                error.contains(&*film.to_string_lossy()) && !error.contains(".plotreel-"),
                "{suffix}: {error}"
            );
            assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");
            assert_eq!(
                stage.folder.files(),
                ["film.mp4", &format!("other.{suffix}")]
            );
        }
    }
}

#[test]
fn a_disk_that_fills_fails_the_other_ways_to_write_too() {
    require!("ffmpeg");
    let stage = with_room_for(60);
    let options = stage.options().with_writer("ffmpeg_file");
    for name in ["film.mp4", "film.mkv"] {
        let film = stage.folder.join(name);
        let error = write_animation(noise(), film, &options).unwrap_err();
        assert!(matches!(error, Error::Program { .. }), "{error}");
    }
    stage.assert_untouched();
    // To memory, and as what is kept of a film that breaks off.
    let memory = plotreel::writers::MemoryFile::new();
    let destination = Destination::memory(&memory, "mp4");
    assert!(write_animation(noise(), destination, &stage.options()).is_err());
    assert!(memory.take().is_empty());
    let frames = noise().into_iter().map(Ok).chain([Err("lens cap on")]);
    let options = stage.options().with_on_error(OnError::KeepPartial);
    assert!(try_write_animation(frames, &stage.film, &options).is_err());
    stage.assert_untouched();
}

#[test]
fn a_suffix_that_ffmpeg_does_not_know_is_an_error_in_two_lines() {
    require!("ffmpeg");
    let folder = Folder::new();
    for (name, hint) in [
        ("a.xyz", ""),
        ("a.pdf", ""),
        ("a.svg", ""),
        ("a.txt", ""),
        ("a.mp5", "did you mean .mp4?"),
        ("a.wbem", "did you mean .webm?"),
    ] {
        for writer in ["auto", "ffmpeg", "ffmpeg_file"] {
            let options = WriteOptions::new().with_writer(writer);
            let film = folder.join(name);
            let error = write_animation(noise(), &film, &options).unwrap_err();
            assert!(matches!(error, Error::Destination { .. }), "{error}");
            let (cause, advice) = (error.cause(), error.advice());
            assert!(cause.contains(&*film.to_string_lossy()), "{cause}");
            assert!(advice.contains(hint), "{name}: {advice}");
            assert!(
                advice.contains(".mp4") && !advice.contains("-loglevel"),
                "{advice}"
            );
        }
    }
    assert!(folder.files().is_empty());
}

#[test]
fn errors_name_the_film_and_never_the_hidden_one() {
    let stage = Stage::new("echo \"$last: out of luck\" >&2; exit 1");
    let error = stage.error().to_string();
    let film = stage.film.to_string_lossy();
    assert!(error.contains(&format!("{film}: out of luck")), "{error}");
    assert!(error.contains(&format!("file:{film}")), "{error}");
    assert!(!error.contains(".plotreel-"), "{error}");
    stage.assert_untouched();
    for (name, options) in [
        ("a.mp4", stage.options().with_writer("ffmpeg_file")),
        ("a.mkv", stage.options()),
    ] {
        let film = stage.folder.join(name);
        let error = write_animation([frame()], &film, &options).unwrap_err();
        let error = error.to_string();
        assert!(!error.contains(".plotreel-"), "{error}");
    }
    let memory = Destination::memory(&plotreel::writers::MemoryFile::new(), "mp4");
    let error = write_animation([frame()], memory, &stage.options()).unwrap_err();
    assert!(!error.to_string().contains(".plotreel-"), "{error}");
}

#[test]
fn a_url_that_begins_with_a_dash_is_no_option_of_ffmpeg() {
    require!("ffmpeg");
    for url in ["-f://null.mp4", "-y://a.mkv", "--://x.mp4"] {
        let options = WriteOptions::new().with_writer("ffmpeg");
        let error = write_animation([frame()], url, &options).unwrap_err();
        assert!(matches!(error, Error::Destination { .. }), "{error}");
        assert!(error.to_string().contains(url), "{error}");
    }
    let folder = Folder::new();
    let film = Destination::path(folder.join("-y.mp4"));
    write_animation([frame()], film, &WriteOptions::new().with_writer("ffmpeg")).unwrap();
    assert_eq!(folder.files(), ["-y.mp4"]);
}

#[test]
fn a_reader_that_goes_away_is_an_error() {
    require!("ffmpeg");
    for (writer, format) in [
        ("ffmpeg", "mp4"),
        ("ffmpeg", "mkv"),
        ("ffmpeg", "webm"),
        ("ffmpeg_file", "mp4"),
        ("gif", "gif"),
        ("apng", "apng"),
        ("html", "html"),
    ] {
        let (reader, pipe) = io::pipe().unwrap();
        drop(reader);
        let pipe = fs::File::from(std::os::fd::OwnedFd::from(pipe));
        let options = WriteOptions::new().with_writer(writer);
        let error = write_animation(noise(), Destination::stream(pipe, format), &options);
        let error = error.unwrap_err().to_string();
        assert!(error.contains("Broken pipe"), "{writer} {format}: {error}");
        assert!(
            error.contains("check the program that reads the film"),
            "{error}"
        );
    }
}
