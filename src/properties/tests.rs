//! All rows of the tables: read, set and refused.

use crate::axes::{BoxplotOptions, Cumulative, HistOptions, Side};
use crate::axis::TickParams;
use crate::figure::Figure;
use crate::handle::Handle;
use crate::properties::one_of_each::one_of_each;
use crate::properties::{Options, Properties, Value};
use crate::redraw::tests::Pair;

/// One of each artist, all axes, and changes of ticks.
fn each(mut check: impl FnMut(&str, &mut dyn Properties)) {
    let (mut fig, parts) = one_of_each();
    for (kind, handle) in &parts {
        check(kind, fig.named_mut(*handle).unwrap());
    }
    check("TickParams", &mut TickParams::new());
}

/// What only things in space, or only flat ones, take.
fn belongs_elsewhere(kind: &str, name: &str) -> bool {
    match kind {
        "PathCollection" => name.starts_with("depthshade"),
        "Text3D" => name == "rotation",
        // In a subplot it comes of the grid.
        "Axes" | "Axes3D" => name == "position",
        _ => false,
    }
}

#[test]
fn every_property_takes_the_value_that_it_has_by_all_its_names() {
    each(|kind, part| {
        for property in part.properties() {
            let value = part.property(property.name).unwrap();
            if belongs_elsewhere(kind, property.name) {
                assert!(part.set_property(property.name, &value).is_err(), "{kind}");
                continue;
            }
            for name in property.aliases.iter().chain([&property.name]) {
                let set = part.set_property(name, &value);
                assert!(set.is_ok(), "{kind}.{name} = {value}: {set:?}");
                assert_eq!(part.property(name).unwrap(), value, "{kind}.{name}");
            }
        }
    });
}

#[test]
fn every_property_refuses_what_it_does_not_take_and_names_itself() {
    each(|kind, part| {
        for property in part.properties() {
            let value = part.property(property.name).unwrap();
            let wrong: &[Value] = match property.takes {
                "a number from 0 to 1" => &[(-0.1).into(), 1.1.into(), f64::NAN.into()],
                "a finite number, 0 or more" => &[(-1.0).into(), f64::INFINITY.into()],
                "a finite number above 0" => &[0.0.into(), f64::NAN.into()],
                "a finite number" => &[f64::NAN.into(), f64::NEG_INFINITY.into()],
                "a whole number from 1 to 1000" => &[0.into(), 1001.into(), 1.5.into()],
                _ => &[],
            };
            let never = Value::List(vec![Value::None]);
            for wrong in wrong.iter().chain([&never]) {
                let error = part
                    .set_property(property.name, wrong)
                    .expect_err(property.name);
                assert!(!error.advice().is_empty(), "{kind}.{}", property.name);
                assert_eq!(
                    part.property(property.name).unwrap(),
                    value,
                    "{kind}.{}",
                    property.name
                );
            }
        }
    });
}

#[test]
fn every_property_says_what_it_is_and_has_names_of_its_own() {
    each(|kind, part| {
        let all = part.properties();
        let mut names: Vec<_> = all.iter().map(|p| p.name).collect();
        names.extend(all.iter().flat_map(|p| p.aliases));
        names.sort_unstable();
        assert!(
            names.windows(2).all(|pair| pair[0] != pair[1]),
            "{kind}: {names:?}"
        );
        for property in all {
            let first = property.doc.chars().next().unwrap();
            assert!(
                first.is_lowercase() && !property.doc.ends_with('.'),
                "{kind}.{}",
                property.name
            );
        }
    });
}

/// Values of all kinds, of which each property takes some.
fn samples() -> Vec<Value> {
    vec![
        false.into(),
        true.into(),
        0.4.into(),
        2.into(),
        30.into(),
        "red".into(),
        "--".into(),
        "s".into(),
        "right".into(),
        "top".into(),
        "lower left".into(),
        "equal".into(),
        "gray".into(),
        "log".into(),
        "round".into(),
        "steps-mid".into(),
        "axes fraction".into(),
        "square,pad=0.5".into(),
        "-|>".into(),
        "arc3,rad=0.3".into(),
        "datalim".into(),
        "above".into(),
        "ortho".into(),
        "anchor".into(),
        "lower".into(),
        "rgba".into(),
        "xy".into(),
        "tip".into(),
        "E".into(),
        "left".into(),
        "horizontal".into(),
        "center".into(),
        "inches".into(),
        "z".into(),
        "min".into(),
        "bilinear".into(),
        "clockwise".into(),
        "in".into(),
        "linear".into(),
        "monospace".into(),
        Value::None,
        [0.5, 1.5].into(),
        [true, false].into(),
        [0.2, 0.6, 0.9].into(),
        [[0.2, 0.5, 1.0]; 3].into(),
        ["green", "C4"].into(),
        [0.1, 0.5, 2.0].into(),
        [0.2, 0.3, 0.5, 0.7].into(),
        [true, false, true, false].into(),
        vec![(0.0, 0.0), (2.0, 0.5), (1.0, 2.0)].into(),
        [(0.5, 0.0), (1.5, 2.0)].into(),
        [[0.0, 1.0, 2.0], [1.0, 0.0, 1.0]].into(),
        vec![vec![(0.0, 0.0), (2.0, 0.5), (1.0, 2.0)]].into(),
        vec![[(0.0, 0.0), (2.0, 0.5)]].into(),
        [[[0.0, 0.0, 1.0], [2.0, 0.5, 1.0], [1.0, 2.0, 2.0]]].into(),
    ]
}

#[test]
fn what_each_property_changes_is_drawn() {
    let (fig, parts) = one_of_each();
    for (i, &(kind, handle)) in parts.iter().enumerate() {
        let mut fig = fig.clone();
        // Everything is drawn with the axes; with an artist its own axes, and the artists before and after it.
        for (j, &(_, other)) in parts.iter().enumerate() {
            let is_near = match other.artist() {
                Some(_) => i.abs_diff(j) <= 1,
                None => other.axes == handle.axes,
            };
            if handle.artist().is_some() && !is_near && fig.property(other, "visible").is_ok() {
                fig.set(other, "visible", false).unwrap();
            }
        }
        let mut pair = Pair::new();
        for property in fig.properties(handle).unwrap() {
            let mut taken = 0;
            for value in samples() {
                let before = fig.property(handle, property.name).unwrap();
                if fig.set(handle, property.name, value.clone()).is_err() {
                    continue;
                }
                taken += 1;
                if fig.property(handle, property.name).unwrap() != before {
                    pair.check(&fig, &format!("{kind}.{} = {value}", property.name));
                }
                if taken == 3 {
                    break;
                }
            }
            if property.name == "alpha" {
                // Other properties set how many values and colours there are.
                fig.set(handle, "alpha", Value::None).unwrap();
            }
            assert!(
                taken > 0 || belongs_elsewhere(kind, property.name),
                "{kind}.{}",
                property.name
            );
        }
    }
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest_and_a_foreign_handle_is_refused() {
    let (mut fig, parts) = one_of_each();
    let line = parts.iter().find(|(kind, _)| *kind == "Line2D").unwrap().1;
    let error = fig.set(line, "linewdth", 2.0).unwrap_err();
    assert_eq!(error.cause(), "there is no property \"linewdth\"");
    assert!(
        error.advice().starts_with("did you mean \"linewidth\"?"),
        "{}",
        error.advice()
    );
    let mut other = Figure::new((1.0, 1.0), 100.0);
    assert!(other.set(line, "lw", 2.0).is_err() && other.property(line, "lw").is_err());
    assert!(other.properties(line).is_err());
}

#[test]
fn an_axis_its_ticks_and_spines_are_reached_by_their_handles() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 2, 1).unwrap();
    let space = fig.add_subplot_3d(1, 2, 2).unwrap();
    fig.set(ax.yaxis(), "label_text", "height").unwrap();
    assert_eq!(fig[ax].yaxis.label_text(), "height");
    fig[ax.yaxis()].set_label_size(7.0).unwrap();
    assert_eq!(fig.property(ax.yaxis(), "label_size").unwrap(), 7.0.into());
    fig.set(ax.spine(Side::Right), "lw", 3.0).unwrap();
    assert_eq!(fig[ax].spine(Side::Right).linewidth(), Some(3.0));
    fig[ax.spine(Side::Top)].set_visible(false);
    assert!(!fig[ax].spine(Side::Top).visible());
    fig.set(space.zaxis(), "visible", false).unwrap();
    assert!(!fig[space].zaxis.visible());

    let (major, minor) = (ax.xaxis().major_ticks(), ax.xaxis().minor_ticks());
    fig.set(major, "length", 9.0).unwrap();
    fig.set(major, "grid_alpha", 0.5).unwrap();
    assert_eq!(fig.property(major, "length").unwrap(), 9.0.into());
    assert_ne!(fig.property(minor, "length").unwrap(), 9.0.into());
    fig.set(major, "grid_alpha", Value::None).unwrap();
    assert_eq!(fig.property(major, "grid_alpha").unwrap(), Value::None);
    assert!(fig.set(major, "length", Value::None).is_err());
    let error = fig.set(major, "which", "minor").unwrap_err();
    assert_eq!(error.cause(), "there is no property \"which\"");
    let mut other = Figure::new((1.6, 1.2), 100.0);
    assert!(other.set(ax.xaxis(), "visible", false).is_err());
    assert!(other.set(major, "length", 1.0).is_err());
}

#[test]
fn what_matplotlib_takes_by_a_plain_value_is_set_by_name() {
    let (mut fig, parts) = one_of_each();
    let find = |kind: &str| parts.iter().find(|(found, _)| *found == kind).unwrap().1;
    let (ax, image, bars) = (find("Axes"), find("AxesImage"), find("BarContainer"));
    for norm in [
        "linear",
        "log",
        "symlog:0.03",
        "power:0.5",
        "twoslope:1",
        "boundary:0,1,2.5",
    ] {
        fig.set(image, "norm", norm).unwrap();
        assert_eq!(fig.property(image, "norm").unwrap(), norm.into());
    }
    assert!(fig.set(image, "norm", "symlog").is_err());
    assert!(fig.set(image, "extent", [0.0, 0.0, 1.0, 2.0]).is_err());
    fig.set(bars, "lw", [1.0, 2.0]).unwrap();
    fig.set(ax, "xticks", [0.0, 1.0]).unwrap();
    assert!(fig.set(ax, "xticklabels", ["only one"]).is_err());
    fig.set(ax, "xticklabels", ["low", "high"]).unwrap();
    let flat: Handle<crate::axes::Axes> = fig.axes_2d()[0];
    let axis = &mut fig[flat].xaxis;
    assert_eq!(axis.property("ticks").unwrap(), [0.0, 1.0].into());
    axis.set_property("major_formatter", &"{x:.1f} km".into())
        .unwrap();
    assert_eq!(axis.property("ticklabels").unwrap(), Value::None);
    assert!(axis.set_property("major_formatter", &"{y}".into()).is_err());
    assert!(axis.set_property("ticks", &[f64::NAN].into()).is_err());
    let labels = fig.ticks(flat).unwrap().x.major;
    assert_eq!(labels[1].label, "1.0 km");
    fig.set(ax, "xticks", Value::None).unwrap();
    assert_eq!(fig.property(ax, "xticks").unwrap(), Value::None);
}

/// If `UPDATE_PROPERTIES` is set, the page is rewritten.
#[test]
fn the_page_lists_all_properties() {
    let mut page = String::from(PAGE_HEAD);
    each(|kind, part| {
        page += &format!(
            "\n## {kind}\n\n| property | values | default | meaning |\n|---|---|---|---|\n"
        );
        for property in part.properties() {
            let mut names = format!("`{}`", property.name);
            for alias in property.aliases {
                names += &format!(", `{alias}`");
            }
            let value = part.property(property.name).unwrap().to_string();
            let value = match value.chars().count() {
                0..=40 => value,
                _ => "its data".into(),
            };
            let cell = |text: &str| {
                text.replace('|', "\\|")
                    .replace("[`", "`")
                    .replace("`]", "`")
            };
            page += &format!(
                "| {names} | {} | `{}` | {} |\n",
                cell(property.takes),
                cell(&value),
                cell(property.doc)
            );
        }
    });
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/properties.md");
    if std::env::var_os("UPDATE_PROPERTIES").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        known == page,
        "run UPDATE_PROPERTIES=1 cargo test --lib properties"
    );
}

const PAGE_HEAD: &str = "# Properties

The properties of artists, axes and their parts can be set and read by name: `fig.set(line, \"lw\", 2.0)?`, \
`fig.property(line, \"linewidth\")?`, `fig.properties(line)?`. Properties with a single value also have a setter and a \
getter: `fig[line].set_linewidth(2.0)?`, `fig[line].linewidth()`. `None` stands for the style's value.

A legend is an artist, and a colorbar is axes: `fig.set(legend, \"fontsize\", 8.0)?`, `fig.set(bar, \"ylabel\", \"T / K\")?`. \
An axis, its ticks and a spine have handles of their own: \
`fig.set(ax.xaxis(), \"major_formatter\", \"{x:.1f} km\")?`, `fig.set(ax.xaxis().major_ticks(), \"length\", 5.0)?`, \
`fig.set(ax.spine(Side::Top), \"visible\", false)?`. `TickParams` are changes of ticks, which \
`fig[ax].tick_params(&params)` applies.

What is not a boolean, a number, a text, a colour or a list of these has typed setters only, as matplotlib takes \
an object, a dictionary or an array for it, too: the path of a `PathPatch` (`set_path`), the box behind a text and the \
outline of its letters (`set_bbox`, `set_stroke`), path effects (`set_path_effects`), the arrow of an annotation \
(`set_arrowprops`), locators, and formatters that are not a format (`set_major_locator`, `set_major_formatter`), and the array of an image (`set_data`).
";

#[test]
fn options_set_by_name_are_those_of_their_methods() {
    let mut boxes = BoxplotOptions::new();
    for (name, value) in [
        ("positions", Value::from([1.0, 3.0])),
        ("notch", true.into()),
        ("whis", [5.0, 95.0].into()),
        ("tick_labels", ["a", "b"].into()),
        ("orientation", "horizontal".into()),
    ] {
        boxes.set_option(name, &value).unwrap();
    }
    let expected = BoxplotOptions::new()
        .with_positions(&[1.0, 3.0])
        .with_notch(true)
        .with_whis((5.0, 95.0))
        .with_tick_labels(["a", "b"])
        .with_orientation("horizontal")
        .unwrap();
    assert_eq!(boxes, expected);
    let mut hist = HistOptions::new();
    for (name, value) in [
        ("bins", Value::from([0.0, 1.0, 2.0])),
        ("range", [0.0, 2.0].into()),
        ("cumulative", (-1).into()),
        ("color", ["r", "C1"].into()),
    ] {
        hist.set_option(name, &value).unwrap();
    }
    let expected = HistOptions::new()
        .with_bins([0.0, 1.0, 2.0])
        .and_then(|options| options.with_colors(["r", "C1"]))
        .unwrap()
        .with_range((0.0, 2.0))
        .with_cumulative(Cumulative::Falling);
    assert_eq!(hist, expected);
}

#[test]
fn options_refuse_other_names_and_values_and_list_what_they_take() {
    let mut options = HistOptions::new();
    let error = options.set_option("bin", &3.into()).unwrap_err();
    assert!(error.to_string().contains("bins"), "{error}");
    let error = options.set_option("bins", &(-1).into()).unwrap_err();
    assert!(error.to_string().contains("bins"), "{error}");
    assert!(options.set_option("density", &Value::None).is_err());
    assert_eq!(options, HistOptions::new());
    let names: Vec<&str> = HistOptions::options().iter().map(|o| o.name).collect();
    assert!(names.starts_with(&["bins", "range"]) && names.contains(&"rwidth"));
}
