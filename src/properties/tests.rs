//! All rows of the tables: read, set and refused.

use ndarray::Array2;

use crate::artists::patches::{
    Annulus, Arc, ArrowStyle, BoxStyle, Circle, ConnectionPatch, ConnectionStyle, Ellipse,
    FancyArrowPatch, FancyBboxPatch, InsetIndicator, Patch3D, Path, PathPatch, Polygon, Rectangle,
    RegularPolygon, Wedge,
};
use crate::artists::{Annotation, Legend, PatchCollection};
use crate::axes::{Side, TableOptions};
use crate::axis::TickParams;
use crate::figure::Figure;
use crate::handle::{AnyHandle, Handle};
use crate::properties::{Properties, Value};
use crate::redraw::tests::Pair;
use crate::triangulation::Triangulation;

/// One of each artist, and flat, polar and 3-D axes.
fn all() -> (Figure, Vec<(&'static str, AnyHandle)>) {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let flat = fig.add_subplot(1, 2, 1).unwrap();
    let space = fig.add_subplot_3d(1, 2, 2).unwrap();
    let polar = fig.add_axes_polar([0.0, 0.0, 0.2, 0.2]).unwrap();
    let mut parts: Vec<(&str, AnyHandle)> = vec![
        ("Axes", flat.into()),
        ("PolarAxes", polar.into()),
        ("Axes3D", space.into()),
    ];
    let (x, y) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0]);
    let grid = Array2::from_shape_fn((3, 3), |(r, c)| (r + 2 * c) as f64);
    let ax = &mut fig[flat];
    parts.push(("Line2D", ax.plot(&x, &y).unwrap().into()));
    parts.push(("PathCollection", ax.scatter(&x, &y).unwrap().into()));
    parts.push(("LineCollection", ax.vlines(&x, &[0.0], &y).unwrap().into()));
    parts.push(("PolyCollection", ax.fill(&x, &y).unwrap().into()));
    let area = ax.fill_between(&x, &y, &[0.0]).unwrap();
    parts.push(("FillBetweenPolyCollection", area.into()));
    parts.push(("BarContainer", ax.bar(&x, &y).unwrap().into()));
    parts.push(("AxesImage", ax.imshow(&grid).unwrap().into()));
    let mesh = ax.pcolormesh_with(&x, &x, &grid, "gouraud").unwrap();
    parts.push(("QuadMesh", mesh.into()));
    parts.push(("PolyQuadMesh", ax.pcolor(&x, &x, &grid).unwrap().into()));
    let net = Triangulation::new(&[0, 1, 0], &[0, 0, 1]).unwrap();
    let mesh = ax.tripcolor(&net, &y, "gouraud").unwrap();
    parts.push(("TriMesh", mesh.into()));
    parts.push(("ContourSet", ax.contour(&x, &x, &grid).unwrap().into()));
    let table = ax.table(&[["cell"]], &TableOptions::new()).unwrap();
    parts.push(("Table", table.into()));
    parts.push(("Text", ax.text(1.0, 1.0, "text").into()));
    let note = Annotation::new("note", (1.0, 1.0), (2.0, 2.0));
    parts.push(("Annotation", ax.add_artist(note).into()));
    parts.push(("Legend", ax.add_artist(Legend::new()).into()));
    parts.push(("ChartArtist", ax.draw_with(|_| Ok(())).into()));
    parts.push((
        "Rectangle",
        ax.add_patch(Rectangle::new((0.0, 0.0), 1.0, 1.0)).into(),
    ));
    parts.push((
        "Ellipse",
        ax.add_patch(Ellipse::new((0.0, 0.0), 1.0, 1.0)).into(),
    ));
    parts.push(("Circle", ax.add_patch(Circle::new((0.0, 0.0), 1.0)).into()));
    parts.push(("Arc", ax.add_patch(Arc::new((0.0, 0.0), 1.0, 1.0)).into()));
    parts.push((
        "Wedge",
        ax.add_patch(Wedge::new((0.0, 0.0), 1.0, 0.0, 90.0)).into(),
    ));
    parts.push((
        "Polygon",
        ax.add_patch(Polygon::new(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]))
            .into(),
    ));
    let hexagon = RegularPolygon::new((0.0, 0.0), 6, 1.0);
    parts.push(("RegularPolygon", ax.add_patch(hexagon).into()));
    let ring = Annulus::new((0.0, 0.0), (1.0, 0.5), 0.2).unwrap();
    parts.push(("Annulus", ax.add_patch(ring).into()));
    let discs = PatchCollection::new([Circle::new((0.0, 0.0), 1.0)]);
    parts.push(("PatchCollection", ax.add_artist(discs).into()));
    parts.push((
        "PathPatch",
        ax.add_patch(PathPatch::new(Path::new())).into(),
    ));
    let bbox = FancyBboxPatch::new((0.0, 0.0), 1.0, 1.0);
    parts.push(("FancyBboxPatch", ax.add_patch(bbox).into()));
    let arrow = FancyArrowPatch::new((0.0, 0.0), (1.0, 1.0));
    parts.push(("FancyArrowPatch", ax.add_patch(arrow).into()));
    let connection = ConnectionPatch::new((0.0, 0.0), (1.0, 1.0));
    parts.push(("ConnectionPatch", ax.add_patch(connection).into()));
    let indicator = InsetIndicator::of_inset(0);
    parts.push(("InsetIndicator", ax.add_patch(indicator).into()));
    let arrows = ax.quiver(&x, &y, &y, &x).unwrap();
    parts.push(("Quiver", arrows.into()));
    let key = ax.quiverkey(arrows, (0.5, 0.8), 2.0, "2");
    parts.push(("QuiverKey", key.into()));
    parts.push(("Barbs", ax.barbs(&x, &y, &y, &x).unwrap().into()));
    let streams = ax.streamplot(&x, &x, &grid, &grid.t()).unwrap();
    parts.push(("StreamArrows", streams.arrows.into()));
    parts.push(("FancyArrow", ax.arrow(0.0, 0.0, 1.0, 1.0).into()));
    let events = ax.eventplot(&[x]).unwrap();
    parts.push(("EventCollection", events[0].into()));
    parts.push(("StepPatch", ax.stairs(&y, &[0, 1, 2, 3]).unwrap().into()));
    let bars = ax.bar(&x, &y).unwrap();
    parts.push(("BarLabels", ax.bar_label(bars).into()));
    let ax = &mut fig[space];
    parts.push(("Line3D", ax.plot(&x, &y, &x).unwrap().into()));
    parts.push(("Path3DCollection", ax.scatter(&x, &y, &x).unwrap().into()));
    let wires = ax
        .plot_wireframe(&grid, &grid.t().to_owned(), &grid)
        .unwrap();
    parts.push(("Line3DCollection", wires.into()));
    let surface = ax.plot_surface(&grid, &grid.t().to_owned(), &grid).unwrap();
    parts.push(("Poly3DCollection", surface.into()));
    let areas = ax.contourf(&x, &x, &grid).unwrap();
    parts.push(("ContourSet3D", areas.into()));
    let wall = Patch3D::new(&Rectangle::new((0.0, 0.0), 1.0, 1.0), 0.0, "x").unwrap();
    parts.push(("Patch3D", ax.add_artist(wall).into()));
    let arrows = ax.quiver(&x, &y, &x, &y, &x, &[1]).unwrap();
    parts.push(("Quiver3D", arrows.into()));
    parts.push(("Text3D", ax.text(1.0, 1.0, 1.0, "text").into()));
    parts.push(("Axis", flat.xaxis().into()));
    parts.push(("Ticks", flat.xaxis().major_ticks()));
    parts.push(("Spine", flat.spine(Side::Left).into()));
    (fig, parts)
}

/// The same with changes of ticks.
fn each(mut check: impl FnMut(&str, &mut dyn Properties)) {
    let (mut fig, parts) = all();
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
    let (fig, parts) = all();
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
    let (mut fig, parts) = all();
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
    let (mut fig, parts) = all();
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

#[test]
fn styles_are_read_as_they_are_written() {
    let arrows = [
        "-",
        "->",
        "<-",
        "<->",
        "-|>",
        "<|-",
        "<|-|>",
        "]-",
        "-[",
        "]-[",
        "|-|",
        "]->",
        "<-[",
        "simple",
        "fancy,tail_width=1",
        "wedge",
        "->,head_length=0.8,scaleB=2",
        "]-[,widthA=2,lengthB=3",
        "|-|,widthB=2,angleA=30",
    ];
    for text in arrows {
        let style: ArrowStyle = text.parse().unwrap();
        assert_eq!(
            style.to_string().parse::<ArrowStyle>().unwrap(),
            style,
            "{text} is {style}"
        );
    }
    let boxes = [
        "square",
        "circle,pad=1",
        "ellipse",
        "larrow",
        "rarrow,head_angle=60",
        "darrow,head_width=2",
        "round",
        "round,rounding_size=0.5",
        "round4",
        "sawtooth,tooth_size=0.1",
        "roundtooth",
    ];
    for text in boxes {
        let style: BoxStyle = text.parse().unwrap();
        assert_eq!(
            style.to_string().parse::<BoxStyle>().unwrap(),
            style,
            "{text} is {style}"
        );
    }
    for text in [
        "arc3",
        "arc3,rad=0.2",
        "angle3",
        "angle,rad=5",
        "arc,armA=10",
        "bar,angle=30",
    ] {
        let style: ConnectionStyle = text.parse().unwrap();
        let again: ConnectionStyle = style.to_string().parse().unwrap();
        assert_eq!(again, style, "{text} is {style}");
    }
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
