//! Films that are drawn on several threads.

use std::cell::RefCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use plotreel::{
    AnyHandle, ArtistAnimation, Error, Figure, FuncAnimation, MovieWriterExt, NullWriter,
    SaveOptions,
};

use crate::animation::{drawn_on, peak, scene};
use crate::recorder::Recorder;
use crate::support::{Folder, draw, worst};

#[test]
fn a_function_with_a_state_runs_in_order_while_threads_draw() {
    let folder = Folder::new();
    let films = [None, Some(1), Some(4)].map(|workers| {
        let (mut fig, ax, line) = scene();
        let (recorder, path) = (Recorder::default(), folder.join("film.raw"));
        let (here, calls) = (std::thread::current().id(), RefCell::new(Vec::new()));
        let mut heights = vec![0.0];
        let grow = |fig: &mut Figure, i: u32| {
            assert_eq!(std::thread::current().id(), here);
            calls.borrow_mut().push(i);
            heights.push(f64::from(7 * i % 10));
            let x: Vec<f64> = (0..heights.len()).map(|k| k as f64 / 20.0).collect();
            fig[line].set_data(&x, &heights)
        };
        // What is added stays for the frames after it, and what is removed is gone.
        let adds = |fig: &mut Figure, i: u32| {
            let level = fig[ax].axhline(f64::from(i) / 4.0);
            if !i.is_multiple_of(3) {
                fig[ax].remove(level);
            }
        };
        let film = FuncAnimation::new(grow, 0..30)
            .with_extra_anim(FuncAnimation::new(adds, 0..))
            .with_range(4..30);
        drawn_on(film, workers)
            .save(&mut fig, &path, &recorder)
            .unwrap();
        assert_eq!(*calls.borrow(), (0..30).collect::<Vec<_>>());
        let seen = recorder.seen.lock().unwrap();
        assert_eq!(seen.indices, (4..30).collect::<Vec<_>>());
        assert_eq!(
            fig[line].ydata().len(),
            31,
            "the figure is as the last frame left it"
        );
        seen.frames.clone()
    });
    assert!(films[0] == films[1] && films[0] == films[2]);
    assert!(films[0][3] != films[0][4]);
}

#[test]
fn artists_take_turns_on_threads_as_on_one() {
    let folder = Folder::new();
    let films = [None, Some(3)].map(|workers| {
        let (mut fig, ax, line) = scene();
        let levels = [1.0, 4.0, 8.0].map(|y| fig[ax].axhline(y));
        let lists = levels.map(|level| -> [AnyHandle; 2] { [level.into(), line.into()] });
        let (recorder, before) = (Recorder::default(), draw(&fig));
        drawn_on(ArtistAnimation::new(lists), workers)
            .save(&mut fig, folder.join("film.raw"), &recorder)
            .unwrap();
        assert!(draw(&fig) == before);
        recorder.frames()
    });
    assert!(films[0] == films[1] && films[0][0] != films[0][1]);
}

#[test]
fn an_artist_that_panics_on_a_thread_is_an_error_with_its_words() {
    let folder = Folder::new();
    let (mut fig, ax, _) = scene();
    let panics = |fig: &mut Figure, i: u32| {
        if i == 5 {
            fig[ax].draw_with(|_| panic!("no ink"));
        }
    };
    let film = FuncAnimation::new(panics, 0..100).with_workers(3);
    let error = film
        .save(&mut fig, folder.join("film.raw"), &Recorder::default())
        .unwrap_err();
    assert!(matches!(error, Error::Frame { index: 5, .. }), "{error}");
    assert!(error.to_string().contains("it panicked: no ink"), "{error}");
    assert!(folder.files().is_empty());
}

#[test]
fn frames_are_grabbed_into_a_movie_on_threads() {
    let folder = Folder::new();
    let films = [None, Some(2)].map(|workers| {
        let (mut fig, _, line) = scene();
        let (recorder, path) = (Recorder::default(), folder.join("film.raw"));
        let mut movie = recorder.saving(&fig, path, 100.0).unwrap();
        movie.grab_frame(&fig).unwrap();
        let film = drawn_on(FuncAnimation::new(peak(line), 3..8), workers);
        film.grab_frames(&mut fig, &mut movie).unwrap();
        fig.suptitle("The end");
        movie.grab_frame(&fig).unwrap();
        movie.finish().unwrap();
        recorder.frames()
    });
    assert!(films[0].len() == 7 && films[0] == films[1]);
}

#[test]
fn copies_of_the_figure_do_not_pile_up_before_a_slow_writer() {
    let folder = Folder::new();
    let (mut fig, _, line) = scene();
    let writer = Recorder {
        pause: Duration::from_millis(5),
        ..Recorder::default()
    };
    let (mut shown, mut most) = (0, 0);
    let frame = |fig: &mut Figure, i| {
        shown += 1;
        most = most.max(shown - writer.seen.lock().unwrap().frames.len());
        peak(line)(fig, i)
    };
    let film = FuncAnimation::new(frame, 0..80).with_workers(2);
    film.save(&mut fig, folder.join("film.raw"), &writer)
        .unwrap();
    // 2 frames ahead a worker, 2 in the queue, 1 at the sink.
    assert!(most <= 2 * 2 + 2 + 1 + 1, "{most} frames ahead");
}

#[test]
fn a_silly_number_of_threads_is_as_many_as_there_are_frames() {
    let (mut fig, _, line) = scene();
    let film = FuncAnimation::new(peak(line), 0..3).with_workers(usize::MAX);
    let film = film.save(&mut fig, "", &NullWriter::new(30)).unwrap();
    assert_eq!(film.frames, 3);
}

#[test]
fn a_worker_that_panics_is_an_error_with_its_words() {
    let folder = Folder::new();
    let (fig, ..) = scene();
    let writer = Recorder::default();
    let film = FuncAnimation::new_pure(|_, i| assert!(i != 7, "frame {i} is too much"), 0..100);
    let error = film
        .with_workers(3)
        .save_parallel(&fig, folder.join("film.raw"), &writer)
        .unwrap_err();
    assert!(matches!(error, Error::Frame { index: 7, .. }), "{error}");
    assert!(
        error
            .to_string()
            .contains("it panicked: frame 7 is too much"),
        "{error}"
    );
    assert!(folder.files().is_empty() && !writer.seen.lock().unwrap().finished);
}

#[test]
fn parallel_frames_are_those_drawn_one_after_another_and_in_order() {
    let folder = Folder::new();
    let (mut fig, ax, line) = scene();
    let path = folder.join("film.raw");
    let frame = |fig: &mut Figure, i: u32| {
        // Later frames are ready before earlier ones.
        std::thread::sleep(Duration::from_micros(u64::from(7 * i % 5) * 400));
        fig[ax].set_title(format!("frame {i}"));
        peak(line)(fig, i)
    };
    let (one, all) = (Recorder::default(), Recorder::default());
    let init = |fig: &mut Figure| fig[ax].grid(true);
    let film = FuncAnimation::new(frame, 0..40)
        .with_init(init)
        .with_workers(4);
    film.save_parallel(&fig, &path, &all).unwrap();
    assert!(
        worst(&draw(&fig), &draw(&scene().0)) == 0,
        "the figure stays as it was"
    );
    let film = FuncAnimation::new(frame, 0..40).with_init(init);
    film.save(&mut fig, &path, &one).unwrap();
    assert_eq!(
        all.seen.lock().unwrap().indices,
        (0..40).collect::<Vec<_>>()
    );
    assert!(one.frames() == all.frames());
    assert!(one.frames()[3] != one.frames()[4]);
}

#[test]
fn transparent_frames_are_drawn_in_parallel_too() {
    let folder = Folder::new();
    let (mut fig, _, line) = scene();
    let (one, all) = (Recorder::default(), Recorder::default());
    for recorder in [&one, &all] {
        let options = SaveOptions::new()
            .with_writers(recorder.registry())
            .with_writer("recorder")
            .with_transparent(true);
        let film = FuncAnimation::new(peak(line), 0..6);
        let path = folder.join("film.raw");
        if std::ptr::eq(recorder, &one) {
            film.save_with(&mut fig, path, &options).unwrap();
        } else {
            film.save_parallel_with(&fig, path, &options).unwrap();
        }
    }
    assert!(one.frames() == all.frames());
    assert_eq!(one.frames()[0][3], 0, "a corner without background");
}

#[test]
fn each_parallel_frame_starts_from_the_figure_at_the_call() {
    let folder = Folder::new();
    let (fig, ax, _) = scene();
    let adds = |fig: &mut Figure, i: u32| fig[ax].axhline(f64::from(i));
    let film = |recorder: &Recorder, range: std::ops::Range<u32>| {
        FuncAnimation::new_pure(|fig, i| adds(fig, i), range)
            .save_parallel(&fig, folder.join("film.raw"), recorder)
            .unwrap();
    };
    let (all, last) = (Recorder::default(), Recorder::default());
    film(&all, 0..9);
    film(&last, 8..9);
    assert!(
        all.frames()[8] == last.frames()[0],
        "the lines of other frames are not there"
    );
}

#[test]
fn a_slow_writer_does_not_let_frames_pile_up() {
    let folder = Folder::new();
    let (fig, _, line) = scene();
    let writer = Recorder {
        pause: Duration::from_millis(5),
        ..Recorder::default()
    };
    let (drawn, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let frame = |fig: &mut Figure, i| {
        let ahead = drawn.fetch_add(1, Ordering::SeqCst) - writer.seen.lock().unwrap().frames.len();
        most.fetch_max(ahead, Ordering::SeqCst);
        peak(line)(fig, i)
    };
    let film = FuncAnimation::new(frame, 0..80).with_workers(2);
    film.save_parallel(&fig, folder.join("film.raw"), &writer)
        .unwrap();
    // 2 frames ahead a worker, 2 in the queue, 1 at the sink; a canvas a worker and that of the movie.
    let (ahead, buffers) = (most.into_inner(), writer.seen.lock().unwrap().buffers.len());
    assert!(ahead <= 2 * 2 + 2 + 1 + 1, "{ahead} frames ahead");
    assert!(buffers <= 2 * 2 + 2 + 1 + 2 + 1, "{buffers} buffers");
}

#[cfg(feature = "openh264")]
#[test]
fn a_parallel_mp4_is_that_of_save_to_the_last_byte() {
    let folder = Folder::new();
    let (mut fig, _, line) = scene();
    let paths = ["one.mp4", "all.mp4"].map(|name| folder.join(name));
    let mut writers = vec!["openh264"];
    if crate::support::have(&["ffmpeg"]) {
        writers.push("ffmpeg");
    }
    for writer in writers {
        let options = SaveOptions::new().with_writer(writer);
        let film = || FuncAnimation::new(peak(line), 0..30);
        film().save_with(&mut fig, &paths[0], &options).unwrap();
        film()
            .save_parallel_with(&fig, &paths[1], &options)
            .unwrap();
        let [one, all] = paths.each_ref().map(|path| std::fs::read(path).unwrap());
        assert!(one == all, "{writer}");
    }
}
