//! Subfigures, in frames that are drawn in part.

use crate::artists::{Line2D, Text};
use crate::axes::Axes;
use crate::figure::{Figure, LayoutEngine, SubFigure};
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};
use crate::redraw::tests::Pair;
use crate::style::Style;

/// Axes in a subfigure, in one of that, and beside them, with titles and a legend.
struct Scene {
    fig: Figure,
    outer: Handle<SubFigure>,
    inner: Handle<SubFigure>,
    beside: Handle<Axes>,
    axs: [Handle<Axes>; 2],
    lines: [Handle<Line2D>; 2],
    title: Handle<Text>,
}

fn fill(fig: &mut Figure, part: Handle<SubFigure>) -> (Handle<Axes>, Handle<Line2D>) {
    let ax = fig[part].add_subplot(1, 1, 1).unwrap();
    let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
    fig[line].set_label("line");
    fig[ax].set_title("t");
    (ax, line)
}

impl Changing for Scene {
    const CHANGES: usize = 22;

    fn new() -> Self {
        let style = Style::new().with_font_size(3.0);
        let mut fig = Figure::new((1.6, 1.2), 100.0).with_style(style).unwrap();
        let beside = fig.add_axes([0.1, 0.2, 0.3, 0.3]).unwrap();
        fig[beside].set_title("b");
        let outer = fig.subfigures(1, 2).unwrap()[[0, 1]];
        let inner = fig[outer].subfigures(2, 1).unwrap()[[1, 0]];
        let (first, line) = fill(&mut fig, outer);
        let (second, other) = fill(&mut fig, inner);
        let title = fig[inner].suptitle("inner");
        fig[inner].legend();
        fig.legend();
        Self {
            fig,
            outer,
            inner,
            beside,
            axs: [first, second],
            lines: [line, other],
            title,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, part) = (&mut self.fig, value.clamp(0.0, 1.0));
        let sub = [self.outer, self.inner][what % 2];
        let (ax, line) = (self.axs[what % 2], self.lines[what % 2]);
        match what / 2 {
            0 => fig[sub].set_facecolor((part, 0.5, 0.5)).unwrap(),
            1 => {
                fig[sub].set_linewidth(value.abs()).unwrap();
                fig[sub].set_edgecolor("k").unwrap();
            }
            2 => fig[sub].set_frameon(value > 0.0),
            3 => fig[sub].set_visible(value > 0.0),
            4 => fig[sub].set_zorder(value),
            5 => fig[line].set_ydata(&[0.0, value]).unwrap(),
            6 => fig[ax].set_title(format!("{value}")),
            7 => fig[self.title].set_text(format!("{value}")),
            8 => {
                let params = fig[sub].subplot_params().with_left(0.3 * part);
                fig[sub].subplots_adjust(params).unwrap();
            }
            9 => {
                fig[ax].set_ylabel(format!("{value:.1}"));
                fig.constrained_layout().unwrap();
            }
            _ => fig[self.beside].set_xlim(value, value + 1.0).unwrap(),
        }
    }
}

#[test]
fn what_changes_in_subfigures_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_subfigures_after_each_other_are_drawn() {
    check_sequences::<Scene>(20);
}

#[test]
fn a_subfigure_that_is_cleared_loses_all_that_is_in_it() {
    let (mut scene, mut pair) = (Scene::new(), Pair::new());
    pair.check(&scene.fig, "before");
    let count = scene.fig.axes().len();
    scene.fig[scene.outer].clear();
    pair.check(&scene.fig, "after");
    assert_eq!((count, scene.fig.axes().len()), (3, 1));
    let gone = scene.axs.iter().all(|ax| scene.fig.get_axes(*ax).is_none());
    assert!(gone && scene.fig.get_subfigure(scene.inner).is_none());
    assert!(scene.fig.get_subfigure(scene.outer).is_some());
    for frame in 0..6 {
        scene.fig[scene.outer].clear();
        let (ax, _) = fill(&mut scene.fig, scene.outer);
        scene.fig[ax].set_title(format!("{frame}"));
        pair.check(&scene.fig, &format!("frame {frame}"));
    }
}

#[test]
fn axes_are_listed_in_the_order_in_which_they_were_added() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let subfigs = fig.subfigures(1, 2).unwrap();
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let first = fig[right].add_subplot(1, 1, 1).unwrap();
    let second = fig.add_axes([0.0, 0.0, 0.1, 0.1]).unwrap();
    let third = fig[left].add_subplot_polar(1, 1, 1).unwrap();
    assert_eq!(fig.axes(), [first.into(), second.into(), third.into()]);
    assert_eq!(fig[left].axes(), [third.into()]);
    assert_eq!(fig.subfigs(), [left, right]);
    assert!(fig[left].get_axes(first).is_none());
    fig.clear();
    assert!(fig.axes().is_empty() && fig.get_subfigure(left).is_none());
}

#[test]
fn what_a_layout_moves_in_each_frame_is_drawn() {
    for layout in ["constrained", "compressed", "tight"] {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        fig.set_layout_engine(layout).unwrap();
        let axs = fig.subplots(1, 2).unwrap();
        let title = fig.suptitle("all");
        fig[axs[[0, 0]]].set_aspect("equal").unwrap();
        let mut pair = Pair::new();
        for frame in 0..8 {
            let ax = axs[[0, frame % 2]];
            match frame % 4 {
                0 => fig[ax].set_ylabel(["", "y"][frame / 4]),
                1 => fig[ax].set_ylim(0.0, 10f64.powi(frame as i32)).unwrap(),
                2 => fig[title].set_text(["all", "two\nlines"][frame / 4]),
                _ => (),
            }
            pair.check(&fig, &format!("{layout}: frame {frame}"));
        }
        let laid = fig.clone();
        fig.set_layout_engine("none").unwrap();
        pair.check(&fig, layout);
        let mut last = Pair::new();
        last.check(&laid, "with it");
        last.check(&fig, "and without");
    }
}

#[test]
fn a_constrained_layout_is_not_adjusted_and_another_ends_it() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    fig.set_layout_engine("constrained").unwrap();
    let subfigs = fig.subfigures(1, 2).unwrap();
    let before = fig.subplot_params();
    let wide = before.with_left(0.0);
    fig.subplots_adjust(wide).unwrap();
    fig[subfigs[[0, 0]]].subplots_adjust(wide).unwrap();
    assert_eq!(fig.subplot_params(), before);
    assert_eq!(fig[subfigs[[0, 0]]].subplot_params(), before);
    fig.tight_layout().unwrap();
    assert_eq!(*fig.layout_engine(), LayoutEngine::None);
    fig.subplots_adjust(wide).unwrap();
    assert_eq!(fig[subfigs[[0, 0]]].subplot_params(), wide);
    let error = fig.set_layout_engine("compact").unwrap_err().to_string();
    assert!(error.contains("compressed"), "{error}");
}
