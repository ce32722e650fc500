//! Grids in grids and layouts, against the pictures of matplotlib that tests/baseline/grids.py draws.

use ndarray::Array2;
use plotreel::axes::ColorbarOptions;
use plotreel::axis::TickParams;
use plotreel::error::Result;
use plotreel::figure::SubFigure;
use plotreel::gridspec::GridSpec;
use plotreel::layout::{ConstrainedLayout, TightLayout};
use plotreel::patches::ConnectionPatch;
use plotreel::subplots::{MosaicLayout, SubfiguresOptions, SubplotsOptions};
use plotreel::{Axes, Figure, Handle};

use crate::baseline::{Make, assert_figures};

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("grid_in_grid", divided, 0.1, 0.05),
    (
        "grid_in_grid_constrained",
        grid_in_grid_constrained,
        0.1,
        0.05,
    ),
    ("grid_in_grid_tight", grid_in_grid_tight, 0.1, 0.05),
    ("mosaic_nested", mosaic, 0.1, 0.05),
    (
        "mosaic_nested_constrained",
        mosaic_nested_constrained,
        0.1,
        0.05,
    ),
    ("mosaic_offset", mosaic_offset, 0.1, 0.05),
    ("compressed", compressed, 0.1, 0.05),
    ("compressed_row", compressed_row, 0.1, 0.05),
    ("colorbar_at_the_left", colorbar_at_the_left, 0.1, 0.05),
    ("colorbar_of_two_places", colorbar_of_two_places, 0.1, 0.05),
    ("colorbars_of_rows", colorbars_of_rows, 0.1, 0.05),
    ("colorbars_of_one", colorbars_of_one, 0.1, 0.05),
    ("legend_outside_right", legend_outside_right, 0.1, 0.05),
    ("legend_outside_top", legend_outside_top, 0.1, 0.05),
    ("legends_outside", legends_outside, 0.15, 0.05),
    ("legend_without_layout", legend_without_layout, 0.1, 0.05),
    ("shared_outer", shared_outer, 0.1, 0.05),
    ("twins", twins, 0.1, 0.05),
    ("parts_beside", parts_beside, 0.1, 0.05),
    ("round_and_deep", round_and_deep, 0.1, 0.05),
    (
        "round_and_deep_subfigures",
        round_and_deep_subfigures,
        0.15,
        0.05,
    ),
    ("tight_rect", tight_rect, 0.1, 0.05),
    ("tight_pads", tight_pads, 0.1, 0.05),
    ("tight_engine", tight_engine, 0.1, 0.05),
    ("tight_with_colorbar", tight_with_colorbar, 0.1, 0.05),
    ("constrained_rect", constrained_rect, 0.1, 0.05),
    ("own_spaces", own_spaces, 0.1, 0.05),
    ("equal_aspects", equal_aspects, 0.1, 0.05),
    ("hidden", hidden, 0.1, 0.05),
    ("aligned", aligned, 0.1, 0.05),
    ("beside_a_subfigure", beside_a_subfigure, 0.1, 0.05),
    ("deep_subfigures", deep_subfigures, 0.1, 0.05),
    ("legend_of_a_subfigure", legend_of_a_subfigure, 0.1, 0.05),
    ("connected", connected, 0.1, 0.05),
    ("tight_subfigures", tight_subfigures, 0.1, 0.05),
];

#[test]
fn grids_and_layouts_are_those_of_matplotlib() {
    assert_figures("grids", (3.2, 2.4), SCENES);
}

pub(crate) fn x() -> Vec<f64> {
    (0..31).map(|i| 0.1 * f64::from(i)).collect()
}

pub(crate) fn of_x(f: impl Fn(f64) -> f64) -> Vec<f64> {
    x().into_iter().map(f).collect()
}

pub(crate) fn y() -> Vec<f64> {
    of_x(|x| (2.0 * x).sin())
}

pub(crate) fn grid() -> Array2<f64> {
    Array2::from_shape_fn((3, 4), |(r, c)| (4 * r + c) as f64)
}

fn divided(fig: &mut Figure) -> Result<()> {
    let outer = GridSpec::new(1, 2)?.with_wspace(0.3)?;
    let left = outer.span(0, 0)?.subgridspec(3, 1)?.with_hspace(0.0)?;
    for row in 0..3 {
        let ax = fig.add_subplot_at(left.span(row, 0)?);
        let line = fig[ax].plot(&x(), &y())?;
        fig[line].set_color(format!("C{row}").as_str())?;
    }
    let right = outer.span(0, 1)?.subgridspec(2, 2)?;
    let right = right.with_width_ratios([2.0, 1.0])?;
    let ax = fig.add_subplot_at(right.span(0, ..)?);
    fig[ax].set_title("wide");
    let ax = fig.add_subplot_at(right.span(1, 0)?);
    fig[ax].set_xlabel("x");
    fig.add_subplot_at(right.span(1, 1)?);
    Ok(())
}

fn grid_in_grid_constrained(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    divided(fig)
}

fn grid_in_grid_tight(fig: &mut Figure) -> Result<()> {
    divided(fig)?;
    fig.tight_layout()
}

fn mosaic(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplot_mosaic(MosaicLayout::from("AB;CC").with_nested("B", "xy;zz"))?;
    for (name, ax) in axs.iter() {
        fig[ax].set_title(name);
    }
    fig[axs["z"]].plot(&x(), &of_x(|x| (2.0 * x).sin() + 1.0))?;
    fig[axs["C"]].set_ylabel("label");
    Ok(())
}

fn mosaic_nested_constrained(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    mosaic(fig)
}

fn mosaic_offset(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubplotsOptions::new().with_sharey("all")?;
    let axs = fig.subplot_mosaic_with("AAAB;CCDD", &options)?;
    fig[axs["B"]].plot(&x(), &of_x(|x| 100.0 * (2.0 * x).sin()))?;
    fig[axs["D"]].set_xlabel("x");
    Ok(())
}

fn compressed(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("compressed")?;
    let options = SubplotsOptions::new().with_sharex("all")?;
    let axs = fig.subplots_with(2, 2, &options.with_sharey("all")?)?;
    let mut images = Vec::new();
    for ax in &axs {
        images.push(fig[*ax].imshow(&grid())?);
    }
    fig.colorbar(images[3], &axs)?;
    fig.suptitle("all");
    Ok(())
}

fn compressed_row(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("compressed")?;
    for ax in fig.subplots(1, 3)? {
        let image = fig[ax].imshow(&grid().t())?;
        let below = ColorbarOptions::new().with_location("bottom")?;
        fig.colorbar_with(image, ax, &below)?;
        fig[ax].set_title("t");
    }
    Ok(())
}

fn colorbar_at_the_left(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    let mut images = Vec::new();
    for ax in &axs {
        images.push(fig[*ax].imshow(&grid())?);
        fig[*ax].set_aspect("auto")?;
    }
    let options = ColorbarOptions::new()
        .with_location("left")?
        .with_shrink(0.6)
        .with_aspect(8.0);
    fig.colorbar_with(images[3], &axs, &options)?;
    Ok(())
}

fn colorbar_of_two_places(fig: &mut Figure) -> Result<()> {
    let axs = [
        fig.add_axes([0.1, 0.1, 0.3, 0.7])?,
        fig.add_axes([0.5, 0.2, 0.2, 0.5])?,
    ];
    let mut images = Vec::new();
    for ax in axs {
        images.push(fig[ax].imshow(&grid())?);
    }
    let options = ColorbarOptions::new().with_location("top")?;
    let options = options.with_pad(0.2).with_label("both");
    fig.colorbar_with(images[1], axs, &options)?;
    Ok(())
}

fn colorbars_of_rows(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let axs = fig.subplots(2, 2)?;
    let mut meshes = Vec::new();
    for ax in &axs {
        meshes.push(fig[*ax].pcolormesh_c(&grid()));
    }
    let top = ColorbarOptions::new().with_location("top")?;
    fig.colorbar_with(meshes[3], axs.row(0), &top.with_aspect(30.0))?;
    let right = ColorbarOptions::new().with_shrink(0.5).with_label("right");
    fig.colorbar_with(meshes[3], axs.column(1), &right)?;
    let bottom = ColorbarOptions::new().with_location("bottom")?;
    fig.colorbar_with(meshes[3], axs[[1, 0]], &bottom.with_pad(0.1))?;
    Ok(())
}

fn colorbars_of_one(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubplotsOptions::new().with_width_ratios([2.0, 1.0]);
    let axs = fig.subplots_with(1, 2, &options)?;
    let ax = axs[[0, 0]];
    let image = fig[ax].imshow(&grid())?;
    fig.colorbar(image, ax)?;
    fig.colorbar_with(image, ax, &ColorbarOptions::new().with_shrink(0.5))?;
    let left = ColorbarOptions::new().with_location("left")?;
    fig.colorbar_with(image, ax, &left.with_label("left"))?;
    fig[axs[[0, 1]]].set_ylabel("other");
    Ok(())
}

fn lines(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    labelled(fig, ax, 3)
}

fn labelled(fig: &mut Figure, ax: Handle<Axes>, count: i32) -> Result<()> {
    for shift in 0..count {
        let shifted = of_x(|x| (2.0 * x).sin() + f64::from(shift));
        let line = fig[ax].plot(&x(), &shifted)?;
        fig[line].set_label(format!("line {shift}"));
    }
    Ok(())
}

fn legend_outside_right(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    lines(fig)?;
    let legend = fig.legend();
    fig[legend].set_loc("outside right upper")
}

fn legend_outside_top(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    lines(fig)?;
    fig.suptitle("title");
    let legend = fig.legend();
    fig[legend].set_loc("outside upper left")?;
    fig[legend].set_ncols(3)?;
    fig[legend].set_fontsize(6.0)
}

fn legends_outside(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    lines(fig)?;
    let left = fig.legend();
    fig[left].set_loc("outside center left")?;
    fig[left].set_title("left");
    let lower = fig.legend();
    fig[lower].set_loc("outside lower right")?;
    fig[lower].set_ncols(2)?;
    fig[lower].set_fontsize(6.0)
}

fn legend_without_layout(fig: &mut Figure) -> Result<()> {
    lines(fig)?;
    let legend = fig.legend();
    fig[legend].set_loc("outside lower center")?;
    fig[legend].set_ncols(2)
}

fn shared_outer(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubplotsOptions::new().with_sharex("col")?;
    let axs = fig.subplots_with(2, 3, &options.with_sharey("row")?)?;
    fig[axs[[0, 0]]].plot(&x(), &of_x(|x| 1000.0 * (2.0 * x).sin()))?;
    fig[axs[[1, 2]]].plot(&of_x(|x| 100.0 * x), &y())?;
    fig.supxlabel("below");
    fig.supylabel("beside");
    fig[axs[[0, 1]]].set_title("title");
    Ok(())
}

fn twins(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let axs = fig.subplots(1, 2)?;
    fig[axs[[0, 0]]].plot(&x(), &y())?;
    let twin = fig.twinx(axs[[0, 0]])?;
    let line = fig[twin].plot(&x(), &of_x(|x| 100.0 * (2.0 * x).sin()))?;
    fig[line].set_color("C1")?;
    fig[twin].set_ylabel("right");
    let above = fig.twiny(axs[[0, 1]])?;
    fig[above].set_xlabel("above");
    fig[above].set_xlim(0.0, 1000.0)?;
    fig[axs[[0, 1]]].set_title("title");
    Ok(())
}

fn parts_beside(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let axs = fig.subplots(1, 2)?;
    let inset = fig.inset_axes(axs[[0, 0]], [1.1, 0.2, 0.5, 0.6])?;
    fig[inset].plot(&x(), &y())?;
    fig[inset].set_title("inset");
    let other = axs[[0, 1]];
    fig[other].plot(&x(), &y())?;
    let top = fig.secondary_xaxis(other, "top")?;
    fig[top].set_functions(|v| 2.0 * v, |v| v / 2.0);
    fig[top].set_xlabel("twice");
    let text = fig[other].text(1.2, 0.5, "text");
    fig[text].set_coordinates("axes fraction")
}

fn round_and_deep(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let polar = fig.add_subplot_polar(1, 2, 1)?;
    fig[polar].plot(&x(), &x())?;
    fig[polar].set_title("polar");
    let space = fig.add_subplot_3d(1, 2, 2)?;
    fig[space].plot(&x(), &y(), &x())?;
    fig[space].set_zlabel("z");
    Ok(())
}

fn round_and_deep_subfigures(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubfiguresOptions::new().with_height_ratios([1.0, 1.5]);
    let subfigs = fig.subfigures_with(2, 1, &options)?;
    let (upper, lower) = (subfigs[[0, 0]], subfigs[[1, 0]]);
    fig[upper].suptitle("polar");
    for index in 1..=3 {
        let ax = fig[upper].add_subplot_polar(1, 3, index)?;
        fig[ax].set_yticks(&[0.0; 0]);
    }
    fig[lower].set_facecolor("0.9")?;
    let flat = fig[lower].add_subplot(1, 2, 1)?;
    let space = fig[lower].add_subplot_3d(1, 2, 2)?;
    fig[space].set_xlabel("x");
    fig[flat].set_ylabel("label");
    Ok(())
}

fn tight_rect(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[1, 0]]].set_xlabel("x");
    fig[axs[[0, 1]]].set_title("title");
    fig.suptitle("all");
    fig.tight_layout_with(&TightLayout::new().with_rect([0.11, 0.15, 0.95, 0.9]))
}

fn tight_pads(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[1, 0]]].set_ylabel("y");
    let pads = TightLayout::new().with_pad(0.3).with_h_pad(2.0);
    fig.tight_layout_with(&pads.with_w_pad(4.0))
}

fn tight_engine(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine(TightLayout::new().with_pad(0.5))?;
    let axs = fig.subplots(1, 2)?;
    fig[axs[[0, 0]]].set_ylabel("later");
    fig[axs[[0, 1]]].set_title("later");
    Ok(())
}

fn tight_with_colorbar(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 2)?;
    let image = fig[axs[[0, 0]]].imshow(&grid())?;
    let top = ColorbarOptions::new().with_location("top")?;
    fig.colorbar_with(image, axs[[0, 0]], &top)?;
    fig[axs[[0, 1]]].set_ylabel("y");
    fig.tight_layout_with(&TightLayout::new().with_w_pad(2.0))
}

fn constrained_rect(fig: &mut Figure) -> Result<()> {
    let layout = ConstrainedLayout::new()
        .with_rect([0.1, 0.2, 0.8, 0.7])
        .with_w_pad(0.1)
        .with_h_pad(0.2);
    fig.set_layout_engine(layout)?;
    for ax in fig.subplots(1, 2)? {
        fig[ax].set_title("title");
    }
    fig.supxlabel("below");
    Ok(())
}

fn own_spaces(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let grid = GridSpec::new(2, 2)?
        .with_wspace(0.3)?
        .with_hspace(0.2)?
        .with_height_ratios([1.0, 2.0])?;
    for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        fig.add_subplot_at(grid.span(row, column)?);
    }
    Ok(())
}

fn equal_aspects(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubplotsOptions::new().with_width_ratios([1.0, 3.0]);
    let axs = fig.subplots_with(2, 2, &options)?;
    fig[axs[[0, 1]]].set_aspect("equal")?;
    fig[axs[[1, 0]]].imshow(&grid())?;
    fig[axs[[1, 0]]].set_anchor(0.0, 1.0);
    fig[axs[[1, 1]]].set_box_aspect(0.5)?;
    fig[axs[[1, 1]]].set_ylabel("half");
    Ok(())
}

fn hidden(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].set_axis_off();
    fig[axs[[0, 1]]].set_visible(false);
    fig[axs[[1, 1]]].set_ylabel("y");
    fig[axs[[0, 0]]].set_title("off");
    Ok(())
}

fn aligned(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].plot(&x(), &of_x(|x| 10000.0 * (2.0 * x).sin()))?;
    for ax in &axs {
        fig[*ax].set_ylabel("y");
    }
    let turned = TickParams::new().with_labelrotation(60.0)?;
    fig[axs[[1, 0]]].xaxis.set_tick_params(&turned);
    fig[axs[[1, 0]]].set_xlabel("x");
    fig[axs[[1, 1]]].set_xlabel("x");
    fig.align_labels();
    Ok(())
}

fn beside_a_subfigure(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let grid = GridSpec::new(1, 2)?.with_width_ratios([1.0, 1.5])?;
    let subfig = fig.add_subfigure(grid.span(0, 0)?);
    fig[subfig].set_facecolor("0.9")?;
    let axs = fig[subfig].subplots(2, 1)?;
    fig[axs[[1, 0]]].set_xlabel("x");
    let ax = fig.add_subplot_at(grid.span(0, 1)?);
    fig[ax].set_title("beside");
    fig[ax].set_ylabel("y");
    Ok(())
}

fn deep_subfigures(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let mut part: Option<Handle<SubFigure>> = None;
    for (level, color) in ["0.95", "0.85", "0.75"].into_iter().enumerate() {
        let shape = if level % 2 == 0 { (1, 2) } else { (2, 1) };
        let subfigs = match part {
            None => fig.subfigures(shape.0, shape.1)?,
            Some(part) => fig[part].subfigures(shape.0, shape.1)?,
        };
        let parts: Vec<_> = subfigs.into_iter().collect();
        fig[parts[0]].set_facecolor(color)?;
        let ax = fig[parts[0]].add_subplot(1, 1, 1)?;
        fig[ax].set_title(level.to_string());
        fig[parts[1]].suptitle(format!("level {level}"));
        part = Some(parts[1]);
    }
    if let Some(part) = part {
        let ax = fig[part].add_subplot(1, 1, 1)?;
        fig[ax].plot(&x(), &of_x(|x| (2.0 * x).sin() + 1.0))?;
    }
    fig.suptitle("all");
    Ok(())
}

fn legend_of_a_subfigure(fig: &mut Figure) -> Result<()> {
    fig.set_layout_engine("constrained")?;
    let options = SubfiguresOptions::new().with_hspace(0.1);
    let subfigs = fig.subfigures_with(2, 1, &options)?;
    let (upper, lower) = (subfigs[[0, 0]], subfigs[[1, 0]]);
    for subfig in [upper, lower] {
        let ax = fig[subfig].add_subplot(1, 1, 1)?;
        labelled(fig, ax, 2)?;
    }
    let legend = fig[upper].legend();
    fig[legend].set_loc("outside right upper")?;
    fig[upper].suptitle("upper");
    let legend = fig[lower].legend();
    fig[legend].set_loc("outside left upper")?;
    fig[legend].set_fontsize(6.0)?;
    fig.suptitle("all");
    Ok(())
}

fn connected(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(1, 2)?;
    let a = fig[subfigs[[0, 0]]].add_subplot(1, 1, 1)?;
    let b = fig[subfigs[[0, 1]]].add_subplot(1, 1, 1)?;
    let mut connection = ConnectionPatch::new((0.5, 0.5), (0.2, 0.8));
    connection.set_axes(a, b);
    connection.set_color("C3")?;
    fig.add_artist(connection);
    fig.suptitle("connected");
    Ok(())
}

fn tight_subfigures(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(2, 1)?;
    let (upper, lower) = (subfigs[[0, 0]], subfigs[[1, 0]]);
    fig[upper].suptitle("upper");
    let axs = fig[upper].subplots(1, 2)?;
    fig[axs[[0, 0]]].set_ylabel("y");
    let ax = fig[lower].add_subplot(1, 1, 1)?;
    fig[ax].set_xlabel("x");
    fig.suptitle("all");
    fig.tight_layout()
}
