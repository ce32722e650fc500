//! Frames that are drawn in part against those drawn whole.

use std::collections::VecDeque;

use ndarray::Array2;

use super::*;
use crate::artists::{ClabelOptions, LegendEntry};
use crate::axes::{ErrorbarOptions, PieOptions};
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::paper::Paper;
use crate::redraw::test_scene::Scene;

pub(super) const SIZE: FrameSize = FrameSize {
    width: 160,
    height: 120,
};

/// Draws a figure in part, and whole.
pub(crate) struct Pair {
    pub(super) drawn: Drawn,
    part: Canvas,
}

impl Pair {
    pub(crate) fn new() -> Self {
        Self {
            drawn: Drawn::default(),
            part: Canvas::new(SIZE),
        }
    }

    pub(crate) fn check(&mut self, fig: &Figure, what: &str) {
        fig.redraw(&mut self.part, &mut self.drawn, Paper::WHITE)
            .unwrap();
        // Of a new canvas, which knows nothing of the frames before.
        let mut whole = Canvas::new(SIZE);
        fig.draw(&mut whole).unwrap();
        assert!(self.part.pixels() == whole.pixels(), "{what}");
    }
}

#[test]
fn frames_are_the_same_whether_all_is_drawn_or_what_changed() {
    // Short films first: the first to fail is the easiest to read.
    for case in 0..40 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let frames = rng.usize(1..5 + case / 2);
        let repeated = rng.usize(0..84);
        let mut scene = Scene::new();
        let first = Drawn::default();
        let mut threads = [first.clone(), first].map(|drawn| (drawn, Canvas::new(SIZE)));
        let mut others = VecDeque::from([Raster::default(), Raster::default()]);
        for number in 0..frames {
            let thread = rng.usize(0..2);
            let (drawn, part) = &mut threads[thread];
            for _ in 0..rng.usize(0..3) {
                let (what, value) = (rng.usize(0..84), 8.0 * rng.f64() - 4.0);
                println!("frame {number} by thread {thread}: change {what} to {value}");
                scene.change(what, value);
            }
            // What films do most: the same artist again and again.
            scene.change(repeated, number as f64 / 9.0);
            // A movie goes on with the pixels of another frame, as they were or written by someone else.
            let next = others.pop_front().unwrap_or_default();
            others.push_back(part.take_raster());
            part.give_raster(next);
            if number % 5 == 4 {
                part.pixels_mut().fill(77);
            }
            scene.fig.redraw(part, drawn, Paper::WHITE).unwrap();
            let mut whole = Canvas::new(SIZE);
            scene.fig.draw(&mut whole).unwrap();
            assert!(part.pixels() == whole.pixels(), "frame {number} differs");
        }
    }
}

#[test]
fn each_change_of_3d_axes_is_seen_while_all_below_stays() {
    for what in 0..23 {
        let mut scene = Scene::new();
        let mut pair = Pair::new();
        for value in [0.5, 0.5, -1.0, 2.0, -2.0, 1.5] {
            scene.change_solid(what, value);
            // So that the pixels below the highest artist are kept.
            for step in 0..5 {
                let text = format!("{step}");
                scene.fig[scene.texts[1]].set_text(text);
                pair.check(&scene.fig, &format!("{what}: {value}, {step}"));
            }
        }
    }
}

#[test]
fn what_is_removed_is_gone_from_the_next_frame_and_from_the_legend() {
    let mut scene = Scene::new();
    let mut pair = Pair::new();
    let mut check = |fig: &Figure| pair.check(fig, "what is removed");
    for _ in 0..4 {
        scene.fig[scene.texts[1]].set_text("above");
        check(&scene.fig);
    }
    assert!(scene.fig.remove(scene.lines[0]).is_some());
    check(&scene.fig);
    assert!(scene.fig.remove(scene.solid.wires).is_some());
    check(&scene.fig);
    assert!(scene.fig.remove(scene.texts[1]).is_some());
    check(&scene.fig);
    assert!(scene.fig.remove(scene.image).is_some());
    check(&scene.fig);
}

#[test]
fn a_cleared_figure_is_drawn_anew() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let mut film = Pair::new();
    for step in 0..3 {
        fig.clear();
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].plot(&[0, 1], &[step, 1]).unwrap();
        film.check(&fig, "cleared");
    }
}

#[test]
fn a_legend_follows_artists_of_other_axes() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let axs = fig.subplots(1, 2).unwrap();
    let (ax, other) = (axs[[0, 0]], axs[[0, 1]]);
    let lines = [0.2, 0.4].map(|y| fig[other].axhline(y));
    fig[ax].legend_with(lines.map(|line| LegendEntry::new(line, "line")));
    let (mut pair, mut last) = (Pair::new(), Vec::new());
    let mut check = |fig: &Figure| {
        pair.check(fig, "a legend");
        let left = |pixels: &[u8]| {
            let rows = pixels.chunks(4 * SIZE.width as usize);
            rows.flat_map(|row| &row[..row.len() / 2])
                .copied()
                .collect()
        };
        let shown: Vec<u8> = left(pair.part.pixels());
        assert!(shown != last, "the legend shows the change");
        last = shown;
    };
    check(&fig);
    fig[lines[0]].set_color("red").unwrap();
    check(&fig);
    fig[lines[1]].set_visible(false);
    check(&fig);
    fig.remove(lines[0]);
    check(&fig);
    fig[other].clear();
    fig[other].axhline(0.5);
    fig[other].axhline(0.6);
    check(&fig);
}

#[test]
fn a_legend_of_the_figure_follows_all_axes() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let axs = fig.subplots(1, 2).unwrap();
    let lines = [axs[[0, 0]], axs[[0, 1]]].map(|ax| fig[ax].plot(&[0, 1], &[0, 1]).unwrap());
    for line in lines {
        fig[line].set_label("line");
    }
    let legend = fig.legend();
    let mut film = Pair::new();
    film.check(&fig, "a figure's legend");
    fig[lines[1]].set_color("red").unwrap();
    film.check(&fig, "its colours");
    fig[lines[0]].set_label("first");
    film.check(&fig, "its labels");
    fig[legend].set_mode("expand").unwrap();
    film.check(&fig, "its width");
    fig.remove(lines[1]);
    film.check(&fig, "its entries");
    fig[axs[[0, 0]]].clear();
    film.check(&fig, "nothing");
}

#[test]
fn a_frame_that_fails_is_forgotten() {
    let mut scene = Scene::new();
    let mut pair = Pair::new();
    pair.check(&scene.fig, "before");
    let broken = scene.fig[scene.axes[0]].draw_with(|_| Err("not today".into()));
    let failed = (scene.fig).redraw(&mut pair.part, &mut pair.drawn, Paper::WHITE);
    assert!(failed.is_err());
    scene.fig[broken].set_visible(false);
    pair.check(&scene.fig, "after");
}

#[test]
fn new_data_of_what_has_several_artists_are_drawn() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let x = [0.0, 1.0, 2.0];
    let field = |t: f64| Array2::from_shape_fn((3, 3), |(r, c)| (t + (r + 2 * c) as f64).sin());
    let options = ErrorbarOptions::new().with_xerr(0.2).with_yerr(0.3);
    let options = options.with_capsize(2.0).with_uplims(true);
    let bars = fig[ax].errorbar_with(&x, &x, &options).unwrap();
    bars.set_label(&mut fig[ax], "bars");
    let streams = fig[ax].streamplot(&x, &x, &field(0.0), &field(1.0));
    let streams = streams.unwrap();
    let arrows = fig[ax].quiver(&x, &x, &field(1.0), &field(2.0)).unwrap();
    fig[ax].quiverkey(arrows, (0.5, 0.8), 1.0, "1");
    let stems = fig[ax].stem(&x, &x).unwrap();
    stems.set_label(&mut fig[ax], "stems");
    let columns = fig[ax].bar(&x, &x).unwrap();
    fig[ax].bar_label(columns);
    let lines = fig[ax].contour(&x, &x, &field(0.0)).unwrap();
    fig[ax].clabel(lines, &ClabelOptions::new()).unwrap();
    fig.colorbar(lines, ax).unwrap();
    let boxes = fig[ax].boxplot(&[x, [0.5, 1.0, 3.0]]).unwrap();
    fig[ax].legend();
    let options = PieOptions::new().with_labels(["a", "b"]).with_frame(true);
    let pie = fig[ax].pie_with(&[1.0, 2.0], &options).unwrap();
    let mut pair = Pair::new();
    for step in 0..24 {
        let t = f64::from(step) / 4.0;
        match step / 2 % 9 {
            0 => bars.set_data(&mut fig[ax], &x, &[t, 1.0, 0.5], t, &[0.1, t, 0.2]),
            1 => streams.set_uv(&mut fig[ax], &field(t), &field(1.0 + t)),
            2 => fig[arrows].set_uvc(&field(t), &field(2.0 * t)),
            3 => stems.set_data(&mut fig[ax], &x, &[t, 2.0, 1.0]),
            4 => fig[columns].set_heights(&[t, 2.0, 1.0]),
            5 => boxes.set_data(&mut fig[ax], &[[t, 1.0], [2.0, 1.0]]),
            6 => pie.set_data(&mut fig[ax], &[t, 1.0]),
            7 => fig[lines].set_data(&field(t)),
            _ => fig[arrows].set_scale(2.0 + t),
        }
        .unwrap();
        pair.check(&fig, &format!("{step}"));
    }
}
