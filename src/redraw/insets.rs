//! Axes in others and secondary axes, in frames that are drawn in part.

use crate::artists::{InsetIndicator, Line2D};
use crate::axes::{Axes, SecondaryAxis};
use crate::axis::TickParams;
use crate::canvas::Canvas;
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};
use crate::redraw::tests::Pair;
use crate::scale::Scale;

/// Axes with an inset, what marks it, and axes in another unit.
struct Scene {
    fig: Figure,
    ax: Handle<Axes>,
    inset: Handle<Axes>,
    marked: Handle<InsetIndicator>,
    top: Handle<SecondaryAxis>,
}

impl Changing for Scene {
    const CHANGES: usize = 19;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].plot(&[0.5, 1.0, 4.0], &[1.0, 2.0, 0.5]).unwrap();
        let inset = fig.inset_axes(ax, [0.5, 0.5, 0.4, 0.4]).unwrap();
        fig[inset].plot(&[0.5, 1.0, 4.0], &[1.0, 2.0, 0.5]).unwrap();
        fig[ax].set_title("title");
        let marked = fig[ax].indicate_inset_zoom(inset).unwrap();
        let top = fig.secondary_xaxis(ax, "top").unwrap();
        fig[top].set_functions(|x| 2.0 * x + 1.0, |x| (x - 1.0) / 2.0);
        Self {
            fig,
            ax,
            inset,
            marked,
            top,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, part) = (&mut self.fig, value.clamp(0.0, 1.0));
        match what {
            0 => fig[self.inset].set_xlim(value, value + 1.0).unwrap(),
            1 => fig[self.ax].set_xlim(value, value + 5.0).unwrap(),
            2 => fig[self.ax].set_ylim(value + 5.0, value).unwrap(),
            3 => fig[self.ax]
                .set_position([0.1 * part, 0.2, 0.7, 0.6])
                .unwrap(),
            4 => fig[self.inset].set_zorder(3.0 * value),
            5 => fig[self.inset].set_visible(value > 0.0),
            6 => fig[self.ax].set_visible(value > 0.0),
            7 => fig[self.inset].set_title(format!("{value}")),
            8 => fig[self.marked].set_edgecolor((part, 0.0, 0.0)).unwrap(),
            9 => fig[self.marked].set_bounds([1.0, 1.0, value, 0.5]).unwrap(),
            10 => fig[self.marked].set_connectors([Some(value > 0.0), None, None, Some(true)]),
            11 => fig[self.marked]
                .set_linestyle(["-", ":"][usize::from(value > 0.0)])
                .unwrap(),
            12 => fig[self.top].set_functions(move |x| x + value, move |x| x - value),
            13 => fig[self.top].set_location(part).unwrap(),
            14 => fig[self.top]
                .set_alignment(["top", "bottom"][usize::from(value > 0.0)])
                .unwrap(),
            15 => fig[self.top].set_color((part, 0.0, 0.0)).unwrap(),
            16 => fig[self.top].set_xlabel(format!("{value}")),
            17 => fig[self.ax].set_aspect(part + 0.5).unwrap(),
            _ => fig[self.ax]
                .set_xscale(if value > 0.0 {
                    Scale::log()
                } else {
                    Scale::Linear
                })
                .unwrap(),
        }
    }
}

#[test]
fn what_changes_in_insets_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_insets_after_each_other_are_drawn() {
    check_sequences::<Scene>(20);
}

/// Subplots whose labels and titles are aligned.
struct Aligned {
    fig: Figure,
    axs: Vec<Handle<Axes>>,
    line: Handle<Line2D>,
}

impl Changing for Aligned {
    const CHANGES: usize = 21;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let axs: Vec<_> = fig.subplots(2, 2).unwrap().into_iter().collect();
        for ax in &axs {
            fig[*ax].set_xlabel("x");
            fig[*ax].set_ylabel("y");
            fig[*ax].set_title("t");
        }
        let line = fig[axs[0]].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
        fig[axs[0]].set_ylim(0.0, 1.0).unwrap();
        fig.secondary_xaxis(axs[0], "top").unwrap();
        fig.align_labels();
        fig.align_titles();
        Self { fig, axs, line }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, ax) = (&mut self.fig, self.axs[what % 4]);
        match what / 4 {
            0 => fig[ax].set_ylim(0.0, 10f64.powf(3.0 + value)).unwrap(),
            1 => {
                let params = TickParams::new().with_labelrotation(60.0 * value).unwrap();
                fig[ax].tick_params(&params);
            }
            2 => fig[ax].set_box_aspect(value.abs() + 0.5).unwrap(),
            3 => fig[ax].xaxis.set_label_rotation(30.0 * value).unwrap(),
            4 => fig[ax]
                .yaxis
                .set_label_loc(["top", "center"][usize::from(value > 0.0)])
                .unwrap(),
            _ => fig[self.line].set_ydata(&[0.0, value]).unwrap(),
        }
    }
}

#[test]
fn what_changes_in_aligned_subplots_is_drawn() {
    check_each::<Aligned>();
    check_sequences::<Aligned>(20);
}

/// Subplots with axes over them whose labels are aligned.
struct Twins {
    fig: Figure,
    axs: [Handle<Axes>; 2],
    twins: [Handle<Axes>; 2],
    top: Handle<SecondaryAxis>,
}

impl Changing for Twins {
    const CHANGES: usize = 8;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let axs = fig.subplots(1, 2).unwrap();
        let axs = [axs[[0, 0]], axs[[0, 1]]];
        let twins = axs.map(|ax| fig.twiny(ax).unwrap());
        for (ax, twin) in axs.into_iter().zip(twins) {
            fig[ax].set_title("t");
            fig[twin].set_xlabel("x");
        }
        let top = fig.secondary_xaxis(axs[1], 1.1).unwrap();
        fig.align_xlabels();
        Self {
            fig,
            axs,
            twins,
            top,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, index) = (&mut self.fig, what % 2);
        let twin = self.twins[index];
        match what / 2 {
            0 => {
                let params = TickParams::new().with_labelrotation(60.0 * value).unwrap();
                fig[twin].tick_params(&params);
            }
            1 => fig[twin].set_xlim(0.0, 10f64.powf(3.0 + value)).unwrap(),
            2 => fig[self.top].set_functions(
                move |x| 10f64.powf(4.0 * value) * x,
                move |x| x / 10f64.powf(4.0 * value),
            ),
            _ => fig[self.axs[index]].set_title(format!("{value}")),
        }
    }
}

#[test]
fn titles_keep_off_what_changes_in_axes_over_them() {
    check_each::<Twins>();
    check_sequences::<Twins>(20);
}

fn pixels(fig: &Figure) -> Vec<u8> {
    let mut canvas = Canvas::new(FrameSize::of_figure(fig.figsize(), fig.dpi()).unwrap());
    fig.draw(&mut canvas).unwrap();
    canvas.pixels().to_vec()
}

#[test]
fn what_marks_an_inset_is_gone_with_it() {
    let mut scene = Scene::new();
    let own = scene.fig[scene.ax].indicate_inset_zoom(scene.ax);
    assert!(own.unwrap_err().to_string().contains("other axes"));
    let other = scene.fig.add_axes([0.0, 0.0, 0.2, 0.2]).unwrap();
    let part = scene.fig.inset_axes(other, [0.5, 0.5, 0.4, 0.4]).unwrap();
    let mut pair = Pair::new();
    pair.check(&scene.fig, "before");
    let without = pixels(&scene.fig);
    scene.fig[scene.ax].indicate_inset_zoom(part).unwrap();
    pair.check(&scene.fig, "marked");
    assert_ne!(pixels(&scene.fig), without);
    scene.fig[other].clear();
    pair.check(&scene.fig, "gone");
    let cleared = pixels(&scene.fig);
    scene.fig[scene.ax].indicate_inset_zoom(part).unwrap();
    assert_eq!(pixels(&scene.fig), cleared);
}

#[test]
fn axes_that_are_cleared_lose_their_insets() {
    let (mut scene, mut pair) = (Scene::new(), Pair::new());
    pair.check(&scene.fig, "before");
    scene.fig[scene.ax].clear();
    pair.check(&scene.fig, "after");
    assert!(scene.fig.get_axes(scene.inset).is_none() && scene.fig.get_axes(scene.top).is_none());
    assert!(scene.fig.child_axes(scene.ax).is_empty());
}
