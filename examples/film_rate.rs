//! Measures drawing of a changing figure without encoding, in frames of 640 × 480 pixels per second:
//! `film_rate KIND FRAMES [LAST.png]`, with line, line4k (of 3840 × 2160 pixels), line100k, title, limits, three, scatter,
//! squares, scatter100k, discs, discs100k, image, bars, text, contourf, pcolormesh, gouraud, quiver, errorbar, dates,
//! surface or polar; or the whole film: `film_rate line|… FRAMES FILM.mp4`, with libx264.
//!
//! Data change from frame to frame; axes, title and labels do not, except with `title`, `limits`, `dates`, `surface` or
//! `polar`. With `three`, one of three axes changes.

use std::error::Error;
use std::f64::consts::TAU;
use std::time::Instant;

use ndarray::Array2;
use plotreel::axes::ErrorbarOptions;
use plotreel::collections::ContourOptions;
use plotreel::dates::Datetime64;
use plotreel::error::Result;
use plotreel::{Axes, FFMpegWriter, Figure, Handle, MovieWriterExt, NullWriter};

/// Updates a figure for the frame with this number.
type Update = Box<dyn FnMut(&mut Figure, usize) -> Result<()>>;

/// The points of the kinds with 100k in their names.
const MANY: usize = 100_000;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let kind = args.next().ok_or("which kind of film?")?;
    let count = args.next().ok_or("how many frames?")?.parse()?;
    let size = match &*kind {
        "line4k" => (38.4, 21.6),
        _ => (6.4, 4.8),
    };
    let mut fig = Figure::new(size, 100.0);
    let update = match &*kind {
        "surface" => surface(&mut fig)?,
        "polar" => polar(&mut fig)?,
        _ => in_plane(&mut fig, &kind)?,
    };
    let out = args.next();
    if let Some(film) = out.as_ref().filter(|out| out.ends_with(".mp4")) {
        return Ok(write(&mut fig, update, count, film)?);
    }
    let rate = rate(&mut fig, update, count)?;
    #[allow(clippy::print_stdout)]
    {
        println!("{rate}");
    }
    if let Some(picture) = out {
        fig.savefig(picture)?;
    }
    Ok(())
}

/// Changes a figure with flat axes.
fn in_plane(fig: &mut Figure, kind: &str) -> std::result::Result<Update, Box<dyn Error>> {
    let rows = if kind == "three" { 3 } else { 1 };
    let ax = fig.add_subplot(rows, 1, rows)?;
    fig[ax].set_title("A film");
    fig[ax].set_xlabel("Distance (m)");
    fig[ax].set_ylabel("Height (m)");
    Ok(match kind {
        "line" | "line4k" => line(fig, ax, 1000)?,
        "line100k" => line(fig, ax, MANY)?,
        "title" => line_and(fig, ax, |ax, t| {
            ax.set_title(format!("Frame {t}"));
            Ok(())
        })?,
        "limits" => line_and(fig, ax, |ax, t| {
            ax.set_xlim(0.01 * t as f64, 10.0 + 0.01 * t as f64)
        })?,
        "three" => three(fig, ax)?,
        "scatter" => scatter(fig, ax, "o", 1000)?,
        "squares" => scatter(fig, ax, "s", 1000)?,
        "scatter100k" => scatter(fig, ax, "o", MANY)?,
        "discs" => discs(fig, ax, 1000)?,
        "discs100k" => discs(fig, ax, MANY)?,
        "image" => image(fig, ax)?,
        "bars" => bars(fig, ax)?,
        "text" => text(fig, ax)?,
        "contourf" => contourf(fig, ax)?,
        "pcolormesh" => pcolormesh(fig, ax, "flat")?,
        "gouraud" => pcolormesh(fig, ax, "gouraud")?,
        "quiver" => quiver(fig, ax)?,
        "errorbar" => errorbar(fig, ax)?,
        "dates" => dates(fig, ax)?,
        other => return Err(format!("unknown kind {other:?}").into()),
    })
}

/// Draws and encodes `count` frames, as `film_matplotlib` in benches/versus/peers.py does.
fn write(fig: &mut Figure, mut update: Update, count: usize, film: &str) -> Result<()> {
    let x264 = ["-crf", "23", "-preset", "medium", "-pix_fmt", "yuv420p"];
    let writer = FFMpegWriter::new(30).with_codec("libx264");
    let mut movie = writer.with_extra_args(x264).saving(fig, film, 100.0)?;
    for index in 0..count {
        update(fig, index)?;
        movie.grab_frame(fig)?;
    }
    movie.finish()
}

/// Draws `count` frames and returns the number of frames per second.
fn rate(fig: &mut Figure, mut update: Update, count: usize) -> Result<f64> {
    let mut movie = NullWriter::new(30.0).saving(fig, "nothing", 100.0)?;
    let mut grab_frames = |count| -> Result<f64> {
        let start = Instant::now();
        for index in 0..count {
            update(fig, index)?;
            movie.grab_frame(fig)?;
        }
        Ok(start.elapsed().as_secs_f64())
    };
    // The first frames allocate the buffers that later frames reuse.
    grab_frames(8)?;
    let seconds = grab_frames(count)?;
    movie.finish()?;
    Ok(count as f64 / seconds)
}

/// A sine of so many points that moves; its values are ready.
fn line(fig: &mut Figure, ax: Handle<Axes>, count: usize) -> Result<Update> {
    let x = steps(count);
    let wave = |t: usize| -> Vec<f64> { x.iter().map(|x| (x + 0.1 * t as f64).sin()).collect() };
    let waves: Vec<Vec<f64>> = (0..8).map(wave).collect();
    let line = fig[ax].plot(&x, &waves[0])?;
    Ok(Box::new(move |fig, t| fig[line].set_ydata(&waves[t % 8])))
}

/// The same line, and another change to its axes.
fn line_and(
    fig: &mut Figure,
    ax: Handle<Axes>,
    change: fn(&mut Axes, usize) -> Result<()>,
) -> Result<Update> {
    let mut update = line(fig, ax, 1000)?;
    Ok(Box::new(move |fig, t| {
        update(fig, t)?;
        change(&mut fig[ax], t)
    }))
}

/// The same line in the lowest of three axes; the others show 4,000 markers each.
fn three(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    for index in 1..3 {
        let other = fig.add_subplot(3, 1, index)?;
        let at = |step: f64| -> Vec<f64> {
            let value = |i: u32| (step * f64::from(i)).fract();
            (0..4000).map(value).collect()
        };
        fig[other].scatter(&at(0.618), &at(0.7549))?;
    }
    line(fig, ax, 1000)
}

/// Numbers from 0 to 1 that all move by 0.01 a frame.
fn spread(count: usize, step: f64, t: usize) -> Vec<f64> {
    let mut values = Vec::new();
    spread_in(&mut values, count, step, t);
    values
}

/// The same, in memory that is there.
fn spread_in(values: &mut Vec<f64>, count: usize, step: f64, t: usize) {
    let shift = 0.01 * t as f64;
    values.clear();
    values.extend((0..count as i32).map(|i| {
        let value = step * f64::from(i) + shift;
        // As `fract`, which is a call where the machine has no instruction for it.
        value - f64::from(value as i32)
    }));
}

/// So many markers that move and change size and colour; of many each is small.
fn scatter(
    fig: &mut Figure,
    ax: Handle<Axes>,
    marker: &'static str,
    count: usize,
) -> Result<Update> {
    let at = move |step: f64, t: usize| spread(count, step, t);
    let places = move |t: usize| (at(0.618, t), at(0.7549, 0));
    let least = if count == MANY { 1.0 } else { 20.0 };
    let sizes = move |t: usize| -> Vec<f64> {
        let size = |u: &f64| least * (1.0 + 4.0 * u);
        at(0.5698, t).iter().map(size).collect()
    };
    let (x, y) = places(0);
    let points = fig[ax].scatter_c(&x, &y, &at(0.8192, 0))?;
    fig[points].set_marker(marker)?;
    Ok(Box::new(move |fig, t| {
        let (x, y) = places(t);
        fig[points].set_offsets(&x, &y)?;
        fig[points].set_sizes(&sizes(t))?;
        fig[points].set_array(&at(0.8192, t));
        Ok(())
    }))
}

/// So many discs of one size and colour that move.
fn discs(fig: &mut Figure, ax: Handle<Axes>, count: usize) -> Result<Update> {
    let (mut x, mut y) = (spread(count, 0.618, 0), spread(count, 0.7549, 0));
    let points = fig[ax].scatter(&x, &y)?;
    Ok(Box::new(move |fig, t| {
        spread_in(&mut x, count, 0.618, t);
        spread_in(&mut y, count, 0.7549, 0);
        fig[points].set_offsets(&x, &y)
    }))
}

/// 200 × 200 numbers with a colorbar.
fn image(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let frames: Vec<_> = (0..8).map(ripples).collect();
    let im = fig[ax].imshow(&frames[0])?;
    fig.colorbar(im, ax)?;
    Ok(Box::new(move |fig, t| fig[im].set_data(&frames[t % 8])))
}

fn ripples(t: usize) -> Array2<f64> {
    let height = |(y, x)| {
        let wave = (x as f64 / 50.0 - t as f64 / 8.0) * TAU;
        wave.sin() * (y as f64 / 40.0).cos()
    };
    Array2::from_shape_fn((200, 200), height)
}

/// 50 bars whose heights change.
fn bars(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let heights = |t: usize| -> Vec<f64> {
        let height = |i: usize| 1.5 + (0.3 * i as f64 + 0.1 * t as f64).sin();
        (0..50).map(height).collect()
    };
    let x: Vec<f64> = (0..50).map(f64::from).collect();
    let bars = fig[ax].bar(&x, &heights(0))?;
    Ok(Box::new(move |fig, t| fig[bars].set_heights(&heights(t))))
}

/// 200 × 200 numbers in ten areas between levels.
fn contourf(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let frames: Vec<_> = (0..8).map(ripples).collect();
    let levels: Vec<f64> = (-5..=5).map(|i| f64::from(i) / 5.0).collect();
    let options = ContourOptions::new().with_levels(levels);
    let areas = fig[ax].contourf_with(&steps(200), &steps(200), &frames[0], &options)?;
    Ok(Box::new(move |fig, t| fig[areas].set_data(&frames[t % 8])))
}

/// A mesh of 200 × 200 numbers.
fn pcolormesh(fig: &mut Figure, ax: Handle<Axes>, shading: &str) -> Result<Update> {
    let frames: Vec<_> = (0..8).map(ripples).collect();
    let points = steps(if shading == "flat" { 201 } else { 200 });
    let mesh = fig[ax].pcolormesh_with(&points, &points, &frames[0], shading)?;
    Ok(Box::new(move |fig, t| fig[mesh].set_array(&frames[t % 8])))
}

/// So many numbers from 0 to 10.
fn steps(count: usize) -> Vec<f64> {
    let step = 10.0 / (count - 1) as f64;
    (0..count).map(|i| step * i as f64).collect()
}

/// Text that changes over an image.
fn text(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    fig[ax].imshow(&ripples(0))?;
    let text = fig[ax].text(20.0, 60.0, "");
    fig[text].set_color("white")?;
    fig[text].set_fontsize(16.0)?;
    Ok(Box::new(move |fig, t| {
        fig[text].set_text(format!("frame {t}"));
        Ok(())
    }))
}

/// 30 × 30 arrows that turn.
fn quiver(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let at: Vec<f64> = (0..30).map(|i| f64::from(i) / 10.0).collect();
    let places = at.clone();
    let field = move |t: usize, phase: f64| {
        let angle = |(y, x): (usize, usize)| places[x] * places[y] + 0.1 * t as f64;
        Array2::from_shape_fn((30, 30), |at| (angle(at) + phase).sin())
    };
    let arrows = fig[ax].quiver(&at, &at, &field(0, TAU / 4.0), &field(0, 0.0))?;
    Ok(Box::new(move |fig, t| {
        fig[arrows].set_uvc(&field(t, TAU / 4.0), &field(t, 0.0))
    }))
}

/// 500 points with error bars and caps that move.
fn errorbar(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let x: Vec<f64> = (0..500).map(|i| f64::from(i) / 50.0).collect();
    let data = |x: &[f64], t: usize| -> [Vec<f64>; 2] {
        let phase = 0.1 * t as f64;
        let wave = |f: fn(f64) -> f64| x.iter().map(|x| f(x + phase)).collect();
        [wave(f64::sin), wave(|x| 0.2 + 0.1 * x.cos())]
    };
    let [y, errors] = data(&x, 0);
    let options = ErrorbarOptions::new().with_yerr(&errors);
    let options = options.with_fmt("o").with_capsize(2.0);
    let bars = fig[ax].errorbar_with(&x, &y, &options)?;
    Ok(Box::new(move |fig, t| {
        let [y, errors] = data(&x, t);
        bars.set_data(&mut fig[ax], &x, &y, ErrorbarOptions::NO_ERRORS, &errors)
    }))
}

/// A line over 1,000 hours, of which the axis of dates shows a week that moves by an hour.
fn dates(fig: &mut Figure, ax: Handle<Axes>) -> Result<Update> {
    let hours: Vec<i64> = (0..1000).map(|hour| 19_723 * 24 + hour).collect();
    let y: Vec<f64> = (0..1000)
        .map(|hour| (0.1 * f64::from(hour)).sin())
        .collect();
    fig[ax].plot(&Datetime64::new(hours, "h")?, &y)?;
    Ok(Box::new(move |fig, t| {
        let left = 19_723.0 + t as f64 / 24.0;
        fig[ax].set_xlim(left, left + 7.0)
    }))
}

/// A surface of 50 × 50 points that turns.
fn surface(fig: &mut Figure) -> Result<Update> {
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].set_title("A film");
    fig[ax].set_xlabel("Distance (m)");
    fig[ax].set_ylabel("Height (m)");
    let at = |i: usize| i as f64 / 5.0 - 4.9;
    let x = Array2::from_shape_fn((50, 50), |(_, c)| at(c));
    let y = Array2::from_shape_fn((50, 50), |(r, _)| at(r));
    let z = Array2::from_shape_fn((50, 50), |(r, c)| at(r).hypot(at(c)).sin());
    fig[ax].plot_surface(&x, &y, &z)?;
    Ok(Box::new(move |fig, t| {
        fig[ax].view_init(30.0, t as f64, 0.0)
    }))
}

/// A line of 1,000 points in polar axes, whose limits move.
fn polar(fig: &mut Figure) -> Result<Update> {
    let ax = fig.add_subplot_polar(1, 1, 1)?;
    fig[ax].set_title("A film");
    fig[ax].set_xlabel("Distance (m)");
    fig[ax].set_ylabel("Height (m)");
    let theta: Vec<f64> = (0..1000).map(|i| f64::from(i) * TAU / 999.0).collect();
    let radii = move |theta: &[f64], t: usize| -> Vec<f64> {
        let wave = |theta: &f64| 1.0 + 0.5 * (5.0 * theta + 0.1 * t as f64).sin();
        theta.iter().map(wave).collect()
    };
    let line = fig[ax].plot(&theta, &radii(&theta, 0))?;
    Ok(Box::new(move |fig, t| {
        fig[line].set_ydata(&radii(&theta, t))?;
        fig[ax].set_rlim(0.0, 2.0 + 0.5 * (0.1 * t as f64).sin())
    }))
}
