//! Hatches, path effects and tables, which change in place, in frames that are drawn in part.

use ndarray::Array2;

use crate::artists::patches::Circle;
use crate::artists::patheffects::{PathEffect, SimpleLineShadow, Stroke};
use crate::artists::table::Table;
use crate::artists::{
    BarContainer, ContourOptions, ContourSet, Hatch, Legend, Line2D, PolyCollection, Rectangle,
    Text,
};
use crate::axes::{Axes, TableOptions};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};

/// One of each artist that has a hatch or path effects, and a line in front of them.
struct Scene {
    fig: Figure,
    bars: Handle<BarContainer>,
    area: Handle<PolyCollection>,
    span: Handle<Rectangle>,
    circle: Handle<Circle>,
    contours: Handle<ContourSet>,
    text: Handle<Text>,
    line: Handle<Line2D>,
    table: Handle<Table>,
    axes: Handle<Axes>,
    legend: Handle<Legend>,
}

fn hatch(value: f64) -> &'static str {
    match value {
        v if v < 0.0 => "",
        v if v < 1.0 => "//",
        _ => "o-",
    }
}

impl Changing for Scene {
    const CHANGES: usize = 26;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let heights = Array2::from_shape_fn((4, 4), |(r, c)| (r * c) as f64);
        let levels = ContourOptions::new().with_levels([0.0, 2.0, 5.0]);
        let contours = fig[ax].contourf_z(&heights, &levels).unwrap();
        let bars = fig[ax].bar(&[0, 1], &[1, 2]).unwrap();
        let area = fig[ax].fill(&[1, 3, 2], &[0, 0, 2]).unwrap();
        let span = fig[ax].axvspan(2.0, 3.0);
        let circle = fig[ax].add_patch(Circle::new((1.0, 2.0), 0.5));
        let text = fig[ax].text(0.5, 0.5, "text");
        fig[ax].set_xlabel("x");
        fig[bars].set_label("bars");
        let legend = fig[ax].legend();
        let line = fig[ax].plot(&[0.0, 3.0], &[0.0, 3.0]).unwrap();
        let options = TableOptions::new().with_row_labels(["a"]);
        let table = fig[ax].table(&[[1.0, 2.0]], &options).unwrap();
        fig[ax].plot(&[0.0, 3.0], &[3.0, 0.0]).unwrap();
        Self {
            fig,
            bars,
            area,
            span,
            circle,
            contours,
            text,
            line,
            table,
            axes: ax,
            legend,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let fig = &mut self.fig;
        let pattern = hatch(value);
        let stroke = Stroke::new().with_linewidth(1.0 + value.abs());
        let shadow = SimpleLineShadow::new().with_offset((value, -value));
        match what {
            0 => fig[self.bars].set_hatches([pattern, "x"]).unwrap(),
            1 => fig[self.area].set_hatch(pattern).unwrap(),
            2 => fig[self.span].set_hatch(pattern).unwrap(),
            3 => fig[self.contours].set_hatches(["", pattern]).unwrap(),
            4 => {
                fig[self.circle]
                    .set_hatch(Hatch::new("+").unwrap())
                    .unwrap();
                fig[self.circle]
                    .set_hatchcolor((0.5, value.clamp(0.0, 1.0), 0.0))
                    .unwrap();
            }
            5 => {
                fig[self.circle].set_hatch("*").unwrap();
                fig[self.circle].set_hatch_linewidth(value.abs()).unwrap();
            }
            6 => {
                fig[self.bars].set_hatch("/").unwrap();
                fig[self.bars].set_edgecolor("red").unwrap();
                fig[self.bars].set_hatchcolor_edge();
            }
            7 => fig[self.text].set_path_effects([stroke]).unwrap(),
            8 => fig[self.line]
                .set_path_effects([shadow.into(), PathEffect::Normal])
                .unwrap(),
            9 => fig[self.circle]
                .set_path_effects([stroke.with_normal(value > 0.0)])
                .unwrap(),
            10 => fig[self.text].set_text(format!("{value:.1}")),
            11 => fig[self.span].set_path_effects([shadow]).unwrap(),
            12 => fig[self.table].set_cell_text(&[[value, 0.0]]).unwrap(),
            13 => fig[self.table].scale(1.0, 1.0 + value.abs()).unwrap(),
            14 => fig[self.table]
                .set_loc(["center", "bottom"][usize::from(value > 0.0)])
                .unwrap(),
            15 => fig[self.table].set_fontsize(8.0 + value).unwrap(),
            16 => fig[self.table]
                .set_bbox([0.0, 0.0, 1.0, 0.5 + value.abs()])
                .unwrap(),
            18 => fig[self.bars].set_path_effects([shadow]).unwrap(),
            19 => fig[self.area].set_path_effects([shadow]).unwrap(),
            20 => fig[self.contours].set_path_effects([stroke]).unwrap(),
            21 => fig[self.axes]
                .xaxis
                .set_label_path_effects([stroke])
                .unwrap(),
            22 => fig[self.axes]
                .yaxis
                .set_ticklabel_path_effects([shadow])
                .unwrap(),
            23 => fig[self.legend].set_text_path_effects([stroke]).unwrap(),
            24 => fig[self.legend].set_frame_path_effects([shadow]).unwrap(),
            17 => fig[self.table].auto_set_column_width([0]),
            _ => {
                let cell = fig[self.table].cell_mut(0, 1).unwrap();
                cell.set_facecolor((0.5, value.clamp(0.0, 1.0), 0.0))
                    .unwrap();
                cell.set_visible_edges(["open", "BT"][usize::from(value > 0.0)])
                    .unwrap();
            }
        }
    }
}

#[test]
fn what_changes_in_hatches_and_effects_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_hatches_and_effects_after_each_other_are_drawn() {
    check_sequences::<Scene>(20);
}
