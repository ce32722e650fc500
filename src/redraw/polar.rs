//! Polar axes that change, in frames that are drawn in part.

use std::f64::consts::PI;

use ndarray::Array2;

use super::*;

use crate::artists::{
    BarContainer, FillBetweenPolyCollection, Line2D, PathCollection, QuadMesh, Text,
};
use crate::axes::{PolarAxes, Side, ThetaDirection};
use crate::axis::{TickParams, Which};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};
use crate::redraw::tests::Pair;
use crate::scale::Scale;

/// Polar axes with one of each kind of artist, flat ones beside them, and a text over both.
struct Scene {
    fig: Figure,
    ax: Handle<PolarAxes>,
    line: Handle<Line2D>,
    points: Handle<PathCollection>,
    bars: Handle<BarContainer>,
    area: Handle<FillBetweenPolyCollection>,
    mesh: Handle<QuadMesh>,
    note: Handle<Text>,
}

const THETA: [f64; 4] = [0.0, 1.0, 2.5, 4.0];

impl Changing for Scene {
    const CHANGES: usize = 40;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot_polar(1, 2, 1).unwrap();
        let beside = fig.add_subplot(1, 2, 2).unwrap();
        fig[beside].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
        let mesh = fig[ax].pcolormesh(&THETA, &[0.5, 1.0, 1.5], &Array2::<f64>::zeros((2, 3)));
        let line = fig[ax].plot(&THETA, &[1.0, 2.0, 0.5, 1.5]).unwrap();
        fig[line].set_label("line");
        let points = fig[ax].scatter(&THETA, &[2.0, 1.0, 1.5, 0.5]).unwrap();
        let bars = fig[ax].bar(&THETA, &[1.0, 0.5, 1.5, 1.0]).unwrap();
        fig[bars].set_alpha(0.5).unwrap();
        let area = fig[ax].fill_between(&THETA, &[0.5, 1.0, 0.5, 1.0], &[1.5]);
        fig[ax].axhline(1.2);
        fig[ax].axvspan(0.5, 1.0);
        let note = fig[ax].text(1.0, 1.0, "in");
        fig[ax].set_title("title");
        fig[ax].legend();
        fig.text(0.4, 0.5, "over");
        Self {
            ax,
            line,
            points,
            bars,
            area: area.unwrap(),
            mesh: mesh.unwrap(),
            note,
            fig,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, ax) = (&mut self.fig, self.ax);
        let is_high = value > 0.0;
        match what {
            0 => fig[self.line].set_ydata(&[value, 1.0, 2.0, 0.5]).unwrap(),
            1 => fig[self.line].set_xdata(&[value, 1.0, 2.0, 3.0]).unwrap(),
            2 => fig[self.points]
                .set_offsets(&[value; 4], &[1.0, value, 0.5, 2.0])
                .unwrap(),
            3 => fig[self.bars].set_heights(&[value, 1.0, 2.0, 0.5]).unwrap(),
            4 => fig[self.area]
                .set_data(&THETA, &[value; 4], &[1.0; 4])
                .unwrap(),
            5 => fig[self.mesh]
                .set_array(&Array2::from_elem((2, 3), value))
                .unwrap(),
            6 => fig[self.note].set_position(value, 1.0),
            7 => fig[ax].set_rmax(2.0 + value.abs()).unwrap(),
            8 => fig[ax].set_rmin(0.3 * value).unwrap(),
            9 => fig[ax].set_rlim(value, 3.0).unwrap(),
            10 => fig[ax].set_rlim(3.0, value).unwrap(),
            11 => fig[ax]
                .set_rorigin(Some(-value.abs()).filter(|_| is_high))
                .unwrap(),
            12 => fig[ax].set_theta_offset(value).unwrap(),
            13 => fig[ax]
                .set_theta_zero_location(if is_high { "N" } else { "W" })
                .unwrap(),
            14 => fig[ax]
                .set_theta_direction(if is_high {
                    ThetaDirection::Clockwise
                } else {
                    ThetaDirection::Counterclockwise
                })
                .unwrap(),
            15 => fig[ax].set_rlabel_position(40.0 * value).unwrap(),
            16 => fig[ax].set_thetamin(10.0 * value.abs()).unwrap(),
            17 => fig[ax].set_thetamax(200.0 + 80.0 * value.abs()).unwrap(),
            18 => fig[ax].set_thetalim(0.0, 2.0 * PI).unwrap(),
            19 => fig[ax].set_rgrids(&[0.5, 1.0 + value.abs()]).unwrap(),
            20 => fig[ax].set_thetagrids(&[0.0, 90.0 + value]).unwrap(),
            21 => fig[ax]
                .set_rscale(if is_high {
                    Scale::sym_log(1.0)
                } else {
                    Scale::Linear
                })
                .unwrap(),
            22 => fig[ax].grid(is_high),
            23 => fig[ax].yaxis.grid(is_high, Which::Minor),
            24 => fig[ax].minorticks_on(),
            25 => fig[ax]
                .spine_mut(Side::Top)
                .set_linewidth(value.abs())
                .unwrap(),
            26 => fig[ax].spine_mut(Side::Left).set_visible(is_high),
            27 => fig[ax].spine_mut(Side::Bottom).set_color("C3").unwrap(),
            28 => fig[ax]
                .set_facecolor((value.abs().min(1.0), 1.0, 1.0))
                .unwrap(),
            29 => {
                let marks = TickParams::new().with_ticks(is_high, true);
                fig[ax].tick_params(&marks.with_labelsize(6.0 + value.abs()).unwrap());
            }
            30 => fig[ax].set_title(format!("{value:.1}")),
            31 => fig[ax].set_xlabel(format!("{value:.1}")),
            32 => fig[ax].relim(),
            33 => fig[ax].autoscale_view(),
            34 => fig[ax].set_axis_off(),
            35 => fig[ax].set_axis_on(),
            36 => fig[ax].invert_yaxis(),
            37 => drop(fig[ax].axhline(value)),
            38 => fig[ax]
                .set_aspect(if is_high { "auto" } else { "equal" })
                .unwrap(),
            _ => fig[self.line].set_visible(is_high),
        }
    }
}

#[test]
fn what_changes_in_polar_axes_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn polar_changes_after_each_other_are_drawn() {
    check_sequences::<Scene>(30);
}

#[test]
fn labels_of_radii_move_alone() {
    let (mut scene, mut pair) = (Scene::new(), Pair::new());
    let mut first = 0;
    for value in [0.5, -1.0, 2.0, 0.0] {
        scene.change(15, value);
        let before = pair.drawn.last.clone();
        pair.check(&scene.fig, "");
        let now = pair.drawn.last.as_ref().unwrap();
        first = before.map_or(0, |before| now.first_change(&before));
    }
    let layers = pair.drawn.last.unwrap().layers;
    assert!(matches!(layers[first].id, LayerId::Axis(0, _)));
}
