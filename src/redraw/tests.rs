//! Frames that are drawn in part against those drawn whole.

use std::collections::VecDeque;

use ndarray::Array2;

use super::*;
use crate::artists::{
    AxesImage, ClabelOptions, Coords, LegendEntry, Line2D, Line3D, Line3DCollection, Marker,
    Path3DCollection, Rectangle, Text, Text3D,
};
use crate::axes::{Axes, Axes3D, ErrorbarOptions, PieOptions, ProjType, TitleLoc};
use crate::color::{Colormap, Norm};
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::paper::Paper;
use crate::scale::Scale;

pub(super) const SIZE: FrameSize = FrameSize {
    width: 160,
    height: 120,
};

pub(super) struct Scene {
    pub(super) fig: Figure,
    axes: Vec<Handle<Axes>>,
    lines: Vec<Handle<Line2D>>,
    image: Handle<AxesImage>,
    span: Handle<Rectangle>,
    texts: [Handle<Text>; 2],
    solid: Solid,
}

/// 3-D axes and what is in them.
struct Solid {
    ax: Handle<Axes3D>,
    line: Handle<Line3D>,
    points: Handle<Path3DCollection>,
    wires: Handle<Line3DCollection>,
    text: Handle<Text3D>,
}

impl Scene {
    pub(super) fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let mut axes: Vec<_> = fig.subplots(1, 2).unwrap().into_iter().collect();
        axes.push(fig.twinx(axes[0]).unwrap());
        let x = [0.0, 1.0, 2.0, 3.0];
        let mut lines = Vec::new();
        for ax in [axes[0], axes[0], axes[2]] {
            lines.push(fig[ax].plot(&x, &x).unwrap());
        }
        fig[lines[1]].set_alpha(0.4).unwrap();
        fig[lines[1]].set_marker(Marker::Circle).unwrap();
        fig[lines[0]].set_label("line");
        fig[axes[0]].legend();
        let image = fig[axes[1]].imshow(&Array2::<f64>::zeros((3, 4))).unwrap();
        let span = fig[axes[0]].axhspan(0.5, 1.5);
        let texts = [
            fig[axes[1]].text(1.0, 1.0, "in"),
            fig.text(0.5, 0.5, "over"),
        ];
        fig[axes[0]].set_title("title");
        fig.colorbar(image, axes[0]).unwrap();
        let ax = fig.add_axes_3d([0.5, 0.5, 0.5, 0.5]).unwrap();
        let heights = Array2::from_elem((3, 3), 1.0);
        let steps = Array2::from_shape_fn((3, 3), |(_, c)| c as f64);
        let across = steps.t().to_owned();
        let solid = Solid {
            ax,
            line: fig[ax].plot(&x, &x, &x).unwrap(),
            points: fig[ax].scatter(&x, &x, &[3.0, 2.0, 1.0, 0.0]).unwrap(),
            wires: fig[ax].plot_wireframe(&steps, &across, &heights).unwrap(),
            text: fig[ax].text(1.0, 1.0, 1.0, "there"),
        };
        Self {
            fig,
            axes,
            lines,
            image,
            span,
            texts,
            solid,
        }
    }

    /// One of the things that scripts do from frame to frame.
    pub(super) fn change(&mut self, what: usize, value: f64) {
        let (fig, ax) = (&mut self.fig, self.axes[what % 3]);
        let line = self.lines[what % 3];
        match what / 3 {
            0 => fig[line].set_ydata(&[value, 1.0, -value, 2.0]).unwrap(),
            1 => fig[line].set_visible(value > 0.0),
            2 => fig[line].set_zorder(value.abs()),
            3 => fig[ax].set_title(format!("{value:.1}")),
            4 => fig[ax].set_ylim(value, 5.0).unwrap(),
            5 => fig[ax].grid(value > 0.0),
            6 => fig[self.image]
                .set_data(&Array2::from_elem((3, 4), value))
                .unwrap(),
            7 => fig[self.image]
                .set_extent([0.0, 40.0 + value, 0.0, 3.0])
                .unwrap(),
            8 => fig[self.span].set_y(value),
            9 => fig[self.texts[what % 2]].set_text(format!("{value:.2}")),
            10 => fig.set_facecolor((value.abs() / 9.0, 0.5, 0.5)).unwrap(),
            11 => drop(fig[ax].axvline(value)),
            12 => fig[ax].relim(),
            13 => fig[ax].autoscale_view(),
            14 => fig[ax].set_axis_off(),
            15 => fig[ax].set_axis_on(),
            16 => fig[self.image].set_clim(Some(value), Some(value + 3.0)),
            17 => fig[self.image].set_norm(Norm::power(0.5)),
            18 => fig[self.image].set_cmap(Colormap::named(["gray", "tab10"][what % 2]).unwrap()),
            19 => self.change_solid(what % 3, value),
            20 => self.change_solid(3 + what % 3, value),
            21 => self.change_solid(6 + what % 3, value),
            22 => self.change_solid(9 + what % 3, value),
            23 => self.change_solid(12 + what % 3, value),
            24 => self.change_solid(15 + what % 3, value),
            25 => self.change_solid(18 + what % 3, value),
            26 => {
                let coords = [Coords::Data, Coords::AxesFraction][usize::from(value > 0.0)];
                fig[line].set_coordinates((coords, Coords::Data)).unwrap();
                fig[self.texts[what % 2]].set_coordinates(coords).unwrap();
            }
            _ => (),
        }
    }

    pub(super) fn change_solid(&mut self, what: usize, value: f64) {
        let (fig, solid) = (&mut self.fig, &self.solid);
        let ax = solid.ax;
        let moved = [value, 1.0, 2.0, 3.0];
        match what {
            0 => fig[ax].view_init(20.0 * value, 90.0 * value, 0.0).unwrap(),
            1 => fig[solid.line]
                .set_data_3d(&moved, &moved, &[1.0; 4])
                .unwrap(),
            2 => fig[solid.points]
                .set_offsets(&moved, &[1.0; 4], &moved)
                .unwrap(),
            3 => fig[solid.wires].set_segments([[(0.0, value, 0.0), (3.0, 3.0, value)]]),
            4 => fig[solid.text].set_position_3d(value, 1.0, 1.0),
            5 => fig[ax].set_zlim(value, 5.0).unwrap(),
            6 => fig[ax].relim(),
            7 => fig[ax].grid(value > 0.0),
            8 => fig[ax]
                .set_proj_type([ProjType::Persp, ProjType::Ortho][usize::from(value > 0.0)])
                .unwrap(),
            9 => fig[solid.points].set_visible(value > 0.0),
            10 => fig[ax].set_title(format!("{value:.1}")),
            11 => fig[ax].set_title_at(TitleLoc::Left, format!("{value:.1}")),
            12 => fig[ax].set_zscale(scale(value)).unwrap(),
            13 => fig[ax].set_xscale(scale(value)).unwrap(),
            14 => fig[ax].invert_zaxis(),
            15 => fig[ax].invert_xaxis(),
            16 => fig[ax].minorticks_on(),
            17 => fig[ax].set_anchor(value.clamp(0.0, 1.0), 0.5),
            18 => fig[ax].set_title_bold(value > 0.0),
            19 => fig[ax].set_xticks(&[value, 2.0]),
            20 => fig[ax]
                .set_pane_edgecolors([(value.abs() / 9.0, 0.5, 0.5); 3])
                .unwrap(),
            21 => fig[ax]
                .set_aspect(["auto", "equalxy"][usize::from(value > 0.0)])
                .unwrap(),
            _ => fig[ax].set_computed_zorder(value > 0.0),
        }
    }
}

/// A scale that shows all numbers, so that random limits can follow each other.
fn scale(value: f64) -> Scale {
    match value > 0.0 {
        true => Scale::sym_log(1.0),
        false => Scale::Linear,
    }
}

/// Draws a figure in part, and whole.
pub(crate) struct Pair {
    pub(super) drawn: Drawn,
    part: Canvas,
    whole: Canvas,
}

impl Pair {
    pub(crate) fn new() -> Self {
        Self {
            drawn: Drawn::default(),
            part: Canvas::new(SIZE),
            whole: Canvas::new(SIZE),
        }
    }

    pub(crate) fn check(&mut self, fig: &Figure, what: &str) {
        fig.redraw(&mut self.part, &mut self.drawn, Paper::WHITE)
            .unwrap();
        fig.draw(&mut self.whole).unwrap();
        assert!(self.part.pixels() == self.whole.pixels(), "{what}");
    }
}

#[test]
fn frames_are_the_same_whether_all_is_drawn_or_what_changed() {
    // Short films first: the first to fail is the easiest to read.
    for case in 0..40 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let frames = rng.usize(1..5 + case / 2);
        let repeated = rng.usize(0..81);
        let mut scene = Scene::new();
        let first = Drawn::default();
        let mut threads = [first.beside(), first].map(|drawn| (drawn, Canvas::new(SIZE)));
        let mut whole = Canvas::new(SIZE);
        let mut others = VecDeque::from([Raster::default(), Raster::default()]);
        for number in 0..frames {
            let thread = rng.usize(0..2);
            let (drawn, part) = &mut threads[thread];
            for _ in 0..rng.usize(0..3) {
                let (what, value) = (rng.usize(0..81), 8.0 * rng.f64() - 4.0);
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
        let shown: Vec<u8> = left(pair.whole.pixels());
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
