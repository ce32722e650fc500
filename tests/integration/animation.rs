//! Animations beyond what the reference's tests look at (those are in `reference.rs`).

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ndarray::Array2;
use plotreel::artists::Line2D;
use plotreel::error::Result;
use plotreel::patches::Rectangle;
use plotreel::{
    Animation, AnyHandle, ArtistAnimation, Axes, Error, Figure, FuncAnimation, Handle,
    MovieOptions, MovieWriterExt, NullWriter, SaveOptions,
};

use crate::recorder::Recorder;
use crate::support::{Folder, decode, draw, keyframes, output, probe, require};

/// A figure with a line, and what draws frame `i` of it.
pub(crate) fn scene() -> (Figure, Handle<Axes>, Handle<Line2D>) {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0]).unwrap();
    fig[ax].set_ylim(0.0, 10.0).unwrap();
    (fig, ax, line)
}

/// A function that is not to be called.
fn never(_: &mut Figure, _: u32) {
    panic!("called")
}

/// An animation that draws on the thread that saves it, or on so many.
pub(crate) fn drawn_on<S>(film: Animation<'_, S>, workers: Option<usize>) -> Animation<'_, S> {
    match workers {
        None => film,
        Some(workers) => film.with_workers(workers),
    }
}

pub(crate) fn peak(line: Handle<Line2D>) -> impl Fn(&mut Figure, u32) -> Result<()> + Send + Sync {
    move |fig, i| fig[line].set_ydata(&[0.0, f64::from(i % 10), 0.0])
}

#[test]
fn a_function_is_called_once_a_frame_in_order_after_init() {
    let (mut fig, ..) = scene();
    let calls = RefCell::new(Vec::new());
    let film = FuncAnimation::new(|_, i| calls.borrow_mut().push(i), 0..5)
        .with_init(|_| calls.borrow_mut().push(-1))
        .save(&mut fig, "nothing", &NullWriter::new(30));
    assert_eq!(film.unwrap().frames, 5);
    assert_eq!(*calls.borrow(), [-1, 0, 1, 2, 3, 4]);
}

#[test]
fn frames_come_from_anything_that_iterates() {
    let (mut fig, ..) = scene();
    let null = NullWriter::new(30);
    let mut seen = Vec::new();
    let slice = [1.5, 2.5];
    let film = FuncAnimation::new(|_, x: &f64| seen.push(*x), &slice);
    film.save(&mut fig, "", &null).unwrap();
    let film = FuncAnimation::new(|_, x| seen.push(x), vec![3.5, 4.5]);
    film.save(&mut fig, "", &null).unwrap();
    let film = FuncAnimation::new(|_, x| seen.push(x), (5..).map(f64::from)).with_frame_count(2);
    film.save(&mut fig, "", &null).unwrap();
    assert_eq!(seen, [1.5, 2.5, 3.5, 4.5, 5.0, 6.0]);
}

#[test]
fn endless_frames_are_refused_before_anything_happens() {
    let (mut fig, ..) = scene();
    let folder = Folder::new();
    let film = FuncAnimation::new(never, 0..);
    let error = film
        .save(&mut fig, folder.join("film.mp4"), &Recorder::default())
        .unwrap_err();
    assert!(error.to_string().contains("with_frame_count"), "{error}");
    assert!(folder.files().is_empty());
}

#[test]
fn failures_name_their_frame_and_leave_what_was_there() {
    let folder = Folder::new();
    let film = folder.join("film.raw");
    fs::write(&film, "the old film").unwrap();
    let (mut fig, ax, line) = scene();
    let writer = Recorder::default();
    let check = |result: Result<_>, index, text: &str| {
        let error = result.map(drop).unwrap_err();
        assert!(
            matches!(error, Error::Frame { index: at, .. } if at == index),
            "{error}"
        );
        assert!(error.to_string().contains(text), "{error}");
        assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");
        assert_eq!(folder.files(), ["film.raw"]);
    };
    let source = || {
        (0..9).map(|i| {
            if i < 4 {
                Ok(i)
            } else {
                Err("the detector was off")
            }
        })
    };
    let update = |fig: &mut Figure, i: u32| fig[line].set_ydata(&[0, i, 0]);
    let fails = FuncAnimation::try_new(update, source());
    check(
        fails.save(&mut fig, &film, &writer),
        4,
        "the detector was off",
    );
    let fails = FuncAnimation::try_new(update, source()).with_workers(3);
    check(
        fails.save(&mut fig, &film, &writer),
        4,
        "the detector was off",
    );
    let fails = FuncAnimation::try_new(update, source());
    check(
        fails.save_parallel(&fig, &film, &writer),
        4,
        "the detector was off",
    );

    let short = |fig: &mut Figure, i| fig[line].set_ydata(&vec![0.0; if i == 3 { 2 } else { 3 }]);
    let fails = FuncAnimation::new(short, 0..9);
    check(
        fails.save(&mut fig, &film, &writer),
        3,
        "x has 3 values but y has 2",
    );
    let fails = FuncAnimation::new(short, 0..9).with_workers(3);
    check(
        fails.save(&mut fig, &film, &writer),
        3,
        "x has 3 values but y has 2",
    );
    let fails = FuncAnimation::new(short, 0..9);
    check(
        fails.save_parallel(&fig, &film, &writer),
        3,
        "x has 3 values but y has 2",
    );

    let undrawable = |fig: &mut Figure, i| {
        if i == 2 {
            fig[ax].draw_with(|_| Err("not today".into()));
        }
    };
    let fails = FuncAnimation::new(undrawable, 0..9);
    check(fails.save_parallel(&fig, &film, &writer), 2, "not today");
    let fails = FuncAnimation::new(undrawable, 0..9).with_workers(3);
    let mut copy = fig.clone();
    check(fails.save(&mut copy, &film, &writer), 2, "not today");
    let fails = FuncAnimation::new(undrawable, 0..9);
    check(fails.save(&mut fig, &film, &writer), 2, "not today");
}

#[test]
fn an_init_function_that_fails_is_named() {
    let (mut fig, ..) = scene();
    let film = FuncAnimation::new(|_, _| (), 0..3).with_init(|_| Err("no licence"));
    let error = film.save(&mut fig, "", &NullWriter::new(1)).unwrap_err();
    assert!(matches!(error, Error::Init { .. }) && error.to_string().contains("no licence"));
}

#[test]
fn a_panic_unwinds_and_leaves_nothing() {
    let folder = Folder::new();
    let (mut fig, ..) = scene();
    let film = folder.join("film.raw");
    for workers in [None, Some(3)] {
        let fails = FuncAnimation::new(|_, i| assert!(i < 3, "three is too much"), 0..9);
        let fails = drawn_on(fails, workers);
        let save = || fails.save(&mut fig, &film, &Recorder::default());
        let panic = catch_unwind(AssertUnwindSafe(save)).unwrap_err();
        assert_eq!(panic.downcast_ref(), Some(&"three is too much"));
        assert!(folder.files().is_empty());
    }
}

#[test]
fn progress_is_told_after_each_frame_and_may_end_the_film() {
    let folder = Folder::new();
    let (mut fig, _, line) = scene();
    let told = RefCell::new(Vec::new());
    let tell = |done, total| told.borrow_mut().push((done, total));
    let null = NullWriter::new(30);
    let film = || FuncAnimation::new(peak(line), 0..4).with_progress(tell);
    film().save(&mut fig, "", &null).unwrap();
    film().with_range(1..3).save(&mut fig, "", &null).unwrap();
    film().save_parallel(&fig, "", &null).unwrap();
    film().with_workers(2).save(&mut fig, "", &null).unwrap();
    let film = FuncAnimation::new(peak(line), (0..4).filter(|i| i % 2 == 0)).with_progress(tell);
    film.save(&mut fig, "", &null).unwrap();
    let four: Vec<_> = (1..=4).map(|done| (done, Some(4))).collect();
    let expected = [
        &four[..],
        &[(1, Some(2)), (2, Some(2))],
        &four,
        &four,
        &[(1, None), (2, None)],
    ];
    assert_eq!(*told.borrow(), expected.concat());

    let calls = AtomicUsize::new(0);
    let frame = |_: &mut Figure, _: u32| {
        calls.fetch_add(1, Ordering::SeqCst);
    };
    let enough = |done, _: Option<u64>| match done {
        3 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let film = || FuncAnimation::new(frame, 0..100).with_progress(enough);
    let (path, writer) = (folder.join("film.raw"), Recorder::default());
    let error = film().save(&mut fig, &path, &writer).unwrap_err();
    assert!(matches!(error, Error::Aborted) && folder.files().is_empty());
    assert_eq!(calls.swap(0, Ordering::SeqCst), 3);
    let error = film().save_parallel(&fig, &path, &writer).unwrap_err();
    assert!(matches!(error, Error::Aborted) && folder.files().is_empty());
    assert!(calls.swap(0, Ordering::SeqCst) < 100);
    let film = film().with_workers(2);
    let error = film.save(&mut fig, &path, &writer).unwrap_err();
    assert!(matches!(error, Error::Aborted) && folder.files().is_empty());
    assert!(calls.into_inner() < 100);
}

#[test]
fn artists_take_turns_and_are_as_they_were_afterwards() {
    let folder = Folder::new();
    let mut fig = Figure::new((0.6, 0.2), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    fig[ax].set_xlim(0.0, 3.0).unwrap();
    let mut patch = |x, visible| {
        let mut patch = Rectangle::new((x, 0.0), 1.0, 1.0);
        patch.set_facecolor("black").unwrap();
        patch.set_visible(visible);
        fig[ax].add_patch(patch)
    };
    let patches = [patch(0.0, true), patch(1.0, false), patch(2.0, true)];
    let over: AnyHandle = fig.text(0.5, 0.5, "").into();
    let before = draw(&fig);
    // The second frame shares an artist with the first; the third has none.
    let lists: [Vec<AnyHandle>; 4] = [
        vec![patches[0].into(), over],
        vec![patches[0].into(), patches[1].into()],
        vec![],
        vec![patches[2].into()],
    ];
    let recorder = Recorder::default();
    let film = ArtistAnimation::new(lists).save(&mut fig, folder.join("film.raw"), &recorder);
    assert_eq!(film.unwrap().frames, 4);
    let is_black = |frame: &[u8], x: usize| frame[4 * (10 * 60 + x)] == 0;
    let shown: Vec<_> = recorder.frames();
    let shown = shown
        .iter()
        .map(|frame| [10, 30, 50].map(|x| is_black(frame, x)));
    let expected = [
        [true, false, false],
        [true, true, false],
        [false, false, false],
        [false, false, true],
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
    assert!(
        draw(&fig) == before,
        "what each artist says of itself counts again"
    );
    assert!(fig[patches[0]].visible_of_its_own() && !fig[patches[1]].visible_of_its_own());
}

/// Whether an artist says that it is visible.
trait Own {
    fn visible_of_its_own(&self) -> bool;
}

impl<A: plotreel::artists::Artist> Own for A {
    fn visible_of_its_own(&self) -> bool {
        plotreel::artists::Artist::visible(self)
    }
}

#[test]
fn artists_that_are_not_there_are_an_error_and_hide_nothing() {
    let (mut fig, ax, line) = scene();
    let gone = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig[ax].remove(gone).unwrap();
    let (_, _, foreign) = scene();
    let before = draw(&fig);
    for bad in [gone, foreign] {
        let film = ArtistAnimation::new([vec![line], vec![bad]]);
        let error = film.save(&mut fig, "", &NullWriter::new(1)).unwrap_err();
        assert!(matches!(error, Error::Frame { index: 1, .. }), "{error}");
        assert!(draw(&fig) == before);
    }
    // Taken away while the film is written, by the animation that runs in step.
    let removes = FuncAnimation::new(
        |fig, i| {
            if i == 1 {
                drop(fig[ax].remove(line))
            }
        },
        0..3,
    );
    let film = ArtistAnimation::new([[line], [line], [line]]).with_extra_anim(removes);
    let error = film.save(&mut fig, "", &NullWriter::new(1)).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 2, .. }), "{error}");
}

#[test]
fn animations_in_step_end_with_the_shorter_and_call_no_function_in_vain() {
    let (mut fig, ..) = scene();
    let calls = RefCell::new(Vec::new());
    let long = FuncAnimation::new(|_, i| calls.borrow_mut().push(i), 0..);
    let short = FuncAnimation::new(|_, i| calls.borrow_mut().push(10 * i), 1..4)
        .with_init(|_| calls.borrow_mut().push(-1));
    let film = long
        .with_extra_anim(short)
        .save(&mut fig, "", &NullWriter::new(1));
    assert_eq!(film.unwrap().frames, 3);
    assert_eq!(*calls.borrow(), [-1, 0, 10, 1, 20, 2, 30]);
}

#[test]
fn frames_per_second_follow_the_interval_unless_they_are_given() {
    let folder = Folder::new();
    let (mut fig, ..) = scene();
    let mut fps = |interval: Option<u64>, given: Option<u32>| {
        let recorder = Recorder::default();
        let mut film = FuncAnimation::new(|_, _| (), 0..2);
        if let Some(millis) = interval {
            film = film.with_interval(Duration::from_millis(millis));
        }
        let mut options = SaveOptions::new()
            .with_writers(recorder.registry())
            .with_writer("recorder");
        if let Some(given) = given {
            options = options.with_fps(given);
        }
        film.save_with(&mut fig, folder.join("film.raw"), &options)
            .unwrap();
        recorder.seen.lock().unwrap().fps.unwrap().to_string()
    };
    assert_eq!(fps(None, None), "5");
    assert_eq!(fps(Some(33), None), "1000/33");
    assert_eq!(fps(Some(33), Some(24)), "24");
    let film = FuncAnimation::new(|_, _| (), 0..2).with_interval(Duration::ZERO);
    let options = SaveOptions::new().with_writer("null");
    let error = film.save_with(&mut fig, "", &options).unwrap_err();
    assert!(error.to_string().contains("interval"), "{error}");
}

#[test]
fn options_reach_the_film() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let path = folder.join("film.mkv");
    let (mut fig, ..) = scene();
    let options = SaveOptions::new()
        .with_writer("ffmpeg")
        .with_fps((30000, 1001))
        .with_dpi(50.0)
        .with_codec("ffv1")
        .with_extra_args(["-slices", "4"])
        .with_title("A title")
        .with_facecolor("lime")
        .unwrap();
    let film = FuncAnimation::new(|_, _| (), 0..3);
    film.save_with(&mut fig, &path, &options).unwrap();
    let found = probe(&path);
    for fact in [
        "codec_name=ffv1",
        "width=80",
        "height=60",
        "r_frame_rate=30000/1001",
        "TAG:title=A title",
        "nb_read_frames=3",
    ] {
        assert!(found.contains(fact), "{fact}: {found}");
    }
    assert_eq!(decode(&path)[..3], [0, 255, 0]);

    let refused = options.with_writer("null");
    let film = FuncAnimation::new(never, 0..3);
    let error = film.save_with(&mut fig, &path, &refused).unwrap_err();
    assert!(error.to_string().contains("codec \"ffv1\""), "{error}");
}

#[test]
fn frames_have_times_of_their_own_where_the_film_can_have_them() {
    let folder = Folder::new();
    let (mut fig, _, line) = scene();
    let times = [50, 500, 100].map(Duration::from_millis);
    let film = || FuncAnimation::new(peak(line), 0..4).with_durations(times);
    let recorder = Recorder::default();
    film()
        .save(&mut fig, folder.join("film.raw"), &recorder)
        .unwrap();
    let rest = Duration::from_secs_f64(1.0 / 30.0);
    let expected = [times[0], times[1], times[2], rest];
    assert_eq!(recorder.seen.lock().unwrap().durations, expected);
    film()
        .save_parallel(&fig, folder.join("film.raw"), &recorder)
        .unwrap();
    assert_eq!(recorder.seen.lock().unwrap().durations[4..], expected);

    #[cfg(feature = "openh264")]
    {
        let called = FuncAnimation::new(never, 0..4).with_durations(times);
        let options = SaveOptions::new().with_writer("openh264");
        let error = called.save_with(&mut fig, folder.join("film.mp4"), &options);
        assert!(matches!(error, Err(Error::Option { .. })));
        assert_eq!(folder.files(), ["film.raw"]);
    }
}

#[test]
fn a_range_is_that_part_of_the_film() {
    let folder = Folder::new();
    // A function that carries something from frame to frame.
    let film = |range: Option<std::ops::Range<u64>>| {
        let (mut fig, ax, _) = scene();
        let recorder = Recorder::default();
        let mut sum = 0.0;
        let add = |fig: &mut Figure, i| {
            sum += f64::from(i) / 10.0;
            fig[ax].axhline(sum);
        };
        let film = FuncAnimation::new(add, 0..12);
        match range {
            Some(range) => film.with_range(range),
            None => film,
        }
        .save(&mut fig, folder.join("film.raw"), &recorder)
        .unwrap();
        let indices = recorder.seen.lock().unwrap().indices.clone();
        (recorder.frames(), indices)
    };
    let (whole, _) = film(None);
    let (part, indices) = film(Some(5..9));
    assert!(part == whole[5..9] && indices == [5, 6, 7, 8]);
    let (rest, indices) = film(Some(9..100));
    assert!(rest == whole[9..] && indices == [9, 10, 11]);

    let (mut fig, ..) = scene();
    let called = FuncAnimation::new(never, 0..12).with_range(12..15);
    let error = called.save(&mut fig, "", &NullWriter::new(1)).unwrap_err();
    assert!(matches!(error, Error::NoFrames), "{error}");
}

/// The frames as they are drawn, as a film has them, and as its parts of ten frames each have them, joined by ffmpeg
/// without encoding them again.
fn drawn_whole_and_joined(options: &SaveOptions) -> [Vec<u8>; 3] {
    let folder = Folder::new();
    let (mut fig, ax, line) = scene();
    let frame = |fig: &mut Figure, i| {
        fig[ax].set_title(format!("frame {i}"));
        peak(line)(fig, i)
    };
    let film = || FuncAnimation::new(frame, 0..35).pure();
    let whole = folder.join("whole.mp4");
    film().save_with(&mut fig, &whole, options).unwrap();
    let mut list = String::new();
    for first in [0, 10, 20, 30] {
        let part = folder.join(&format!("part{first}.mp4"));
        let film = film().with_range(first..first + 10);
        film.save_with(&mut fig, &part, options).unwrap();
        list += &format!("file '{}'\n", part.display());
    }
    fs::write(folder.join("list"), list).unwrap();
    let joined = folder.join("joined.mp4");
    let mut concat = std::process::Command::new("ffmpeg");
    concat.args(["-v", "error", "-f", "concat", "-safe", "0", "-i"]);
    concat.arg(folder.join("list"));
    output(concat.args(["-c", "copy"]).arg(&joined));
    assert!(probe(&joined).contains("nb_read_frames=35"));
    assert_eq!(keyframes(&whole), [0, 10, 20, 30], "keyframes of the whole");
    let mut drawn = Vec::new();
    for i in 0..35 {
        frame(&mut fig, i).unwrap();
        drawn.extend(draw(&fig));
    }
    [drawn, decode(&whole), decode(&joined)]
}

#[test]
fn parts_joined_by_ffmpeg_are_the_whole_film() {
    require!("ffmpeg", "ffprobe");
    let options = SaveOptions::new()
        .with_writer("ffmpeg")
        .with_fps(30)
        .with_keyframes(10);
    let constant = options.clone().with_extra_args(["-qp", "20"]);
    let [_, whole, joined] = drawn_whole_and_joined(&constant);
    assert!(whole == joined, "bit for bit");
    // By its default libx264 makes a keyframe as good as the frames before it allow, which a part does not know.
    let [drawn, whole, joined] = drawn_whole_and_joined(&options);
    let square = |(a, b): (&u8, &u8)| f64::from(a.abs_diff(*b)).powi(2);
    let error = |film: &[u8]| drawn.iter().zip(film).map(square).sum::<f64>() / drawn.len() as f64;
    let (of_whole, of_joined) = (error(&whole), error(&joined));
    assert!(
        whole.len() == joined.len() && of_joined <= 1.1 * of_whole,
        "mean square errors {of_whole:.2} and {of_joined:.2}"
    );
}

#[cfg(feature = "openh264")]
#[test]
fn parts_of_the_embedded_encoder_joined_are_the_whole_film() {
    require!("ffmpeg", "ffprobe");
    let options = SaveOptions::new()
        .with_writer("openh264")
        .with_keyframes(10);
    let [_, whole, joined] = drawn_whole_and_joined(&options);
    assert!(whole == joined);
}

#[test]
fn keyframes_at_no_distance_are_refused() {
    let (fig, ..) = scene();
    let options = MovieOptions::new(100.0).with_keyframes(0);
    let error = NullWriter::new(1)
        .saving_with(&fig, "", &options)
        .unwrap_err();
    assert!(error.to_string().contains("keyframes"), "{error}");
}

#[test]
fn clones_of_a_figure_share_artists_until_one_changes() {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let image = fig[ax].imshow(&Array2::<f64>::zeros((2000, 2000))).unwrap();
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let mut clone = fig.clone();
    assert!(
        std::ptr::eq(&fig[image], &clone[image]),
        "4 million numbers are not copied"
    );
    clone[line].set_ydata(&[5, 6]).unwrap();
    assert_eq!(
        (fig[line].ydata(), clone[line].ydata()),
        (&[0.0, 1.0][..], &[5.0, 6.0][..])
    );
    assert!(std::ptr::eq(&fig[image], &clone[image]));
    clone[image].set_alpha(Some(0.5)).unwrap();
    assert!(!std::ptr::eq(&fig[image], &clone[image]));
    let taken = clone[ax].remove(line).unwrap();
    assert_eq!(taken.ydata(), [5.0, 6.0]);
    assert!(fig.get(line).is_some() && clone.get(line).is_none());
}

#[test]
fn handles_of_any_type_are_told_apart() {
    let (mut fig, ax, line) = scene();
    let others: Vec<AnyHandle> = (0..3).map(|_| fig[ax].axhline(1.0).into()).collect();
    let own: AnyHandle = fig.text(0.1, 0.1, "own").into();
    let all: HashSet<AnyHandle> = others
        .into_iter()
        .chain([own, line.into(), line.into()])
        .collect();
    assert_eq!(all.len(), 5);
}

#[test]
fn a_page_is_written_and_shown_by_what_opens_it() {
    let (mut fig, _, line) = scene();
    let recorder = Recorder::default();
    let options = SaveOptions::new().with_writers(recorder.registry());
    let film = || FuncAnimation::new(peak(line), 0..3);
    let mut opened = None;
    let page = film().show_with(&mut fig, &options, |page| {
        opened = Some(fs::read_to_string(page)?);
        Ok(())
    });
    let page = page.unwrap();
    assert_eq!(opened.as_deref(), Some("<p>a film</p>"));
    assert_eq!(
        fs::read_to_string(&page).unwrap(),
        "<p>a film</p>",
        "it stays for the browser"
    );
    fs::remove_file(page).unwrap();

    let mut tried = None;
    let error = film().show_with(&mut fig, &options, |page| {
        tried = Some(page.to_owned());
        Err(std::io::Error::other("no browser"))
    });
    let (page, error) = (tried.unwrap(), error.unwrap_err().to_string());
    assert!(error.contains("no browser"), "{error}");
    let named = page.to_str().unwrap();
    assert!(error.contains(named), "it can be opened by hand: {error}");
    fs::remove_file(page).unwrap();
}
