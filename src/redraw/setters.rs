//! Every setter of axes, axis, spine and legend, in frames that are drawn in part.

use crate::artists::Legend;
use crate::artists::patheffects::Stroke;
use crate::axes::{Adjustable, Axes, AxisBelow, Side, SpinePosition, TitleLoc};
use crate::axis::{AxisSide, TickParams, Which};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::legend_setters::LEGEND_SETTERS;
use crate::redraw::tests::Pair;
use crate::scale::Scale;
use crate::subplots::{Share, SubplotsOptions};
use crate::ticker::{AutoMinorLocator, MultipleLocator, PercentFormatter, StrMethodFormatter};

/// Axes that share their x axis, a twin, a legend and something that is drawn above all of it.
pub(super) struct Scene {
    pub(super) fig: Figure,
    pub(super) axes: [Handle<Axes>; 3],
    legend: Handle<Legend>,
}

impl Scene {
    pub(super) fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let options = SubplotsOptions {
            sharex: Share::All,
            ..SubplotsOptions::default()
        };
        let axs = fig.subplots_with(1, 2, &options).unwrap();
        let (ax, other) = (axs[[0, 0]], axs[[0, 1]]);
        let axes = [ax, other, fig.twinx(ax).unwrap()];
        for ax in axes {
            let line = fig[ax].plot(&[1.0, 2.0, 4.0], &[1e6, 3e6, 2e6]).unwrap();
            fig[line].set_label("line");
            fig[ax].set_title("title");
            fig[ax].set_xlabel("x");
        }
        fig[ax].scatter(&[1.0, 3.0], &[2e6, 1e6]).unwrap();
        let legend = fig[ax].legend();
        fig.text(0.5, 0.5, "over");
        Self { fig, axes, legend }
    }
}

type Setter = (&'static str, fn(&mut Axes, f64));

/// The setters of an axes, its axis and spines, with values that differ between 0, 1 and 2.
const SETTERS: &[Setter] = &[
    ("set_title", |ax, v| ax.set_title(format!("title {v}"))),
    ("set_title_at", |ax, v| {
        ax.set_title_at(TitleLoc::Left, format!("{v}"))
    }),
    ("set_title_size", |ax, v| {
        ax.set_title_size(8.0 + v).unwrap()
    }),
    ("set_title_color", |ax, v| {
        ax.set_title_color(["red", "blue", "green"][v as usize])
            .unwrap()
    }),
    ("set_title_pad", |ax, v| ax.set_title_pad(4.0 * v).unwrap()),
    ("set_title_bold", |ax, v| ax.set_title_bold(v > 0.0)),
    ("set_title_weight", |ax, v| {
        let weight = ["normal", "bold", "light"][v as usize];
        ax.set_title_weight(weight).unwrap()
    }),
    ("set_title_family", |ax, v| {
        let family = ["monospace", "serif", "sans-serif"][v as usize];
        ax.set_title_family(family).unwrap()
    }),
    ("set_title_path_effects", |ax, v| {
        let stroke = Stroke::new().with_linewidth(1.0 + v);
        ax.set_title_path_effects([stroke]).unwrap()
    }),
    ("set_xlabel", |ax, v| ax.set_xlabel(format!("x {v}"))),
    ("set_ylabel", |ax, v| ax.set_ylabel(format!("y {v}"))),
    ("grid", |ax, v| ax.grid(v > 0.0)),
    ("tick_params", |ax, v| {
        ax.tick_params(&TickParams::new().with_length(3.0 * v).unwrap())
    }),
    ("set_tick_params", |ax, v| {
        ax.xaxis
            .set_tick_params(&TickParams::new().with_labelrotation(30.0 * v).unwrap())
    }),
    ("minorticks_on", |ax, v| {
        if v > 0.0 {
            ax.minorticks_on()
        }
    }),
    ("minorticks_off", |ax, _| ax.xaxis.minorticks_off()),
    ("set_visible", |ax, v| ax.set_visible(v != 1.0)),
    ("set_visible", |ax, v| {
        ax.spine_mut(Side::Left).set_visible(v != 1.0)
    }),
    ("set_visible", |ax, v| ax.yaxis.set_visible(v != 1.0)),
    ("set_color", |ax, v| {
        ax.spine_mut(Side::Top)
            .set_color((v / 2.0, 0.0, 0.0))
            .unwrap()
    }),
    ("set_line_color", |ax, v| {
        ax.xaxis.set_line_color((v / 2.0, 0.0, 0.0)).unwrap()
    }),
    ("set_linewidth", |ax, v| {
        ax.spine_mut(Side::Right).set_linewidth(1.0 + v).unwrap()
    }),
    ("set_position", |ax, v| {
        ax.spine_mut(Side::Bottom)
            .set_position(SpinePosition::Outward(4.0 * v))
            .unwrap()
    }),
    ("set_position", |ax, v| {
        ax.set_position([0.2, 0.2, 0.4 + v / 10.0, 0.6]).unwrap()
    }),
    ("set_bounds", |ax, v| {
        ax.spine_mut(Side::Left).set_bounds(1e6 + 1e5 * v, 3e6)
    }),
    ("set_aspect", |ax, v| {
        ax.set_aspect(1e-6 * (1.0 + v)).unwrap()
    }),
    ("set_adjustable", |ax, v| {
        ax.set_adjustable(if v > 0.0 {
            Adjustable::Datalim
        } else {
            Adjustable::Box
        })
        .unwrap()
    }),
    ("set_box_aspect", |ax, v| {
        ax.set_box_aspect(1.0 + v).unwrap()
    }),
    ("set_anchor", |ax, v| ax.set_anchor(v / 2.0, 0.5)),
    ("set_facecolor", |ax, v| {
        ax.set_facecolor((1.0, v / 2.0, 1.0)).unwrap()
    }),
    ("set_axis_off", |ax, v| {
        if v == 1.0 {
            ax.set_axis_off()
        }
    }),
    ("set_axis_on", |ax, _| ax.set_axis_on()),
    ("set_frame_on", |ax, v| ax.set_frame_on(v != 1.0)),
    ("set_patch_visible", |ax, v| ax.set_patch_visible(v != 1.0)),
    ("set_axisbelow", |ax, v| {
        ax.set_axisbelow(if v == 1.0 {
            AxisBelow::Below
        } else {
            AxisBelow::Above
        })
        .unwrap()
    }),
    ("set_zorder", |ax, v| ax.set_zorder(v - 1.0)),
    ("set_xlim", |ax, v| ax.set_xlim(0.0, 4.0 + v).unwrap()),
    ("set_ylim", |ax, v| ax.set_ylim(0.0, 3e6 + 1e6 * v).unwrap()),
    ("invert_xaxis", |ax, _| ax.invert_xaxis()),
    ("invert_yaxis", |ax, _| ax.invert_yaxis()),
    ("margins", |ax, v| ax.margins(v / 10.0, v / 5.0).unwrap()),
    ("autoscale", |ax, v| ax.autoscale(v > 0.0, true)),
    ("relim", |ax, _| ax.relim()),
    ("autoscale_view", |ax, _| ax.autoscale_view()),
    ("set_xscale", |ax, v| {
        ax.set_xscale(if v == 1.0 {
            Scale::log()
        } else {
            Scale::Linear
        })
        .unwrap()
    }),
    ("set_yscale", |ax, v| {
        ax.set_yscale(if v == 1.0 {
            Scale::log()
        } else {
            Scale::Linear
        })
        .unwrap()
    }),
    ("set_xticks", |ax, v| ax.set_xticks(&[1.0, 2.0 + v])),
    ("set_yticks", |ax, v| ax.set_yticks(&[1e6, 2e6 + v * 1e5])),
    ("set_xticklabels", |ax, v| {
        ax.set_xticks(&[1.0, 2.0]);
        ax.set_xticklabels([format!("{v}"), "b".into()]).unwrap()
    }),
    ("set_yticklabels", |ax, v| {
        ax.set_yticks(&[1e6, 2e6]);
        ax.set_yticklabels([format!("{v}"), "b".into()]).unwrap()
    }),
    ("set_major_locator", |ax, v| {
        ax.yaxis
            .set_major_locator(MultipleLocator::new(1e6 + 2e5 * v))
    }),
    ("set_minor_locator", |ax, _| {
        ax.xaxis.set_minor_locator(AutoMinorLocator::new())
    }),
    ("set_major_formatter", |ax, v| {
        ax.yaxis
            .set_major_formatter(PercentFormatter::new(1e6 * (1.0 + v)))
    }),
    ("set_minor_formatter", |ax, _| {
        ax.xaxis
            .set_minor_formatter(StrMethodFormatter::new("{x:.1f}").unwrap())
    }),
    ("set_ticks_position", |ax, v| {
        ax.xaxis.set_ticks_position(if v == 1.0 {
            AxisSide::Second
        } else {
            AxisSide::First
        })
    }),
    ("grid", |ax, v| ax.xaxis.grid(v > 0.0, Which::Both)),
    ("set_label_text", |ax, v| {
        ax.xaxis.set_label_text(format!("label {v}"))
    }),
    ("set_label_family", |ax, v| {
        let family = ["monospace", "serif", "sans-serif"][v as usize];
        ax.xaxis.set_label_family(family).unwrap()
    }),
    ("set_label_weight", |ax, v| {
        let weight = ["normal", "bold", "light"][v as usize];
        ax.xaxis.set_label_weight(weight).unwrap()
    }),
    ("set_rotate_label", |ax, v| {
        ax.xaxis.set_rotate_label(v > 0.0)
    }),
    ("set_label_bold", |ax, v| ax.xaxis.set_label_bold(v > 0.0)),
    ("set_label_rotation", |ax, v| {
        ax.xaxis.set_label_rotation(30.0 * v).unwrap()
    }),
    ("set_label_rotation_mode", |ax, v| {
        let mode = ["default", "anchor"][usize::from(v > 0.0)];
        ax.xaxis.set_label_rotation_mode(mode).unwrap()
    }),
    ("set_label_ha", |ax, v| {
        let ha = ["left", "center", "right"][v as usize];
        ax.xaxis.set_label_ha(ha).unwrap()
    }),
    ("set_label_va", |ax, v| {
        let va = ["top", "center", "bottom"][v as usize];
        ax.xaxis.set_label_va(va).unwrap()
    }),
    ("set_label_loc", |ax, v| {
        let loc = ["left", "center", "right"][v as usize];
        ax.xaxis.set_label_loc(loc).unwrap()
    }),
    ("set_label_size", |ax, v| {
        ax.xaxis.set_label_size(8.0 + v).unwrap()
    }),
    ("set_label_color", |ax, v| {
        ax.xaxis.set_label_color((v / 2.0, 0.0, 0.5)).unwrap()
    }),
    ("set_label_pad", |ax, v| {
        ax.xaxis.set_label_pad(2.0 * v).unwrap()
    }),
    ("set_label_position", |ax, v| {
        ax.xaxis
            .set_label_position(if v == 1.0 {
                AxisSide::Second
            } else {
                AxisSide::First
            })
            .unwrap()
    }),
    ("set_offset_size", |ax, v| {
        ax.yaxis.set_offset_size(8.0 + v).unwrap()
    }),
    ("set_offset_color", |ax, v| {
        ax.yaxis
            .set_offset_color(["red", "blue"][usize::from(v == 1.0)])
            .unwrap()
    }),
    ("set_offset_visible", |ax, v| {
        ax.yaxis.set_offset_visible(v != 1.0)
    }),
    ("set_offset_position", |ax, v| {
        ax.yaxis
            .set_offset_position(if v == 1.0 {
                AxisSide::Second
            } else {
                AxisSide::First
            })
            .unwrap()
    }),
];

#[test]
fn what_each_setter_changes_is_drawn() {
    for which in [0, 2] {
        for (name, set) in SETTERS {
            check_setter(name, |scene, value| {
                set(&mut scene.fig[scene.axes[which]], value)
            });
        }
    }
    for (name, set) in LEGEND_SETTERS {
        check_setter(name, |scene, value| {
            set(&mut scene.fig[scene.legend], value)
        });
    }
}

fn check_setter(name: &str, set: impl Fn(&mut Scene, f64)) {
    let mut scene = Scene::new();
    let mut pair = Pair::new();
    for value in [0.0, 1.0, 1.0, 2.0, 0.0] {
        set(&mut scene, value);
        // More than once, so that the pixels below what changes are kept.
        for repeat in 0..2 {
            pair.check(&scene.fig, &format!("{name} at {value}, {repeat}"));
        }
    }
}

#[test]
fn setters_after_each_other_are_drawn() {
    for _ in 0..8 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let mut scene = Scene::new();
        let mut pair = Pair::new();
        let mut told = Vec::new();
        for _ in 0..40 {
            let (number, which) = (rng.usize(0..SETTERS.len()), rng.usize(0..3));
            let value = rng.usize(0..3) as f64;
            told.push(format!("{} of {which} at {value}", SETTERS[number].0));
            SETTERS[number].1(&mut scene.fig[scene.axes[which]], value);
            pair.check(&scene.fig, &format!("{told:#?}"));
        }
    }
}

/// The names of the public functions of source, and of rows of its tables, that begin with `set_`, or are settings as
/// well.
fn setters_in(source: &str) -> impl Iterator<Item = &str> {
    let names = source.lines().filter_map(|line| {
        let line = line.trim_start();
        let of_row = line.split_once(" / ").map(|(_, rest)| rest);
        let rest = line.strip_prefix("pub fn ").or(of_row)?;
        rest.split(['(', '<', ' ', ':']).next()
    });
    names.filter(|name| {
        let others = [
            "grid",
            "tick_params",
            "minorticks_on",
            "minorticks_off",
            "margins",
            "autoscale",
            "relim",
        ];
        name.starts_with("set_") || name.starts_with("invert_") || others.contains(name)
    })
}

#[test]
fn no_setter_is_left_out() {
    let of_axes = [
        include_str!("../axes/settings.rs"),
        include_str!("../axes/limits.rs"),
        include_str!("../axes/ticks.rs"),
        include_str!("../axes/spine.rs"),
        include_str!("../axis/mod.rs"),
    ];
    let mut count = 0;
    for name in of_axes.into_iter().flat_map(setters_in) {
        assert!(SETTERS.iter().any(|(known, _)| *known == name), "{name}");
        count += 1;
    }
    for name in setters_in(include_str!("../artists/legend/settings.rs")) {
        assert!(
            LEGEND_SETTERS.iter().any(|(known, _)| *known == name),
            "legend: {name}"
        );
        count += 1;
    }
    assert!(count > 70, "{count}");
}
