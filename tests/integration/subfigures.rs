//! Subfigures, against the pictures of matplotlib that tests/baseline/subfigures.py draws.

use ndarray::Array2;
use plotreel::axes::ColorbarOptions;
use plotreel::error::Result;
use plotreel::gridspec::GridSpec;
use plotreel::subplots::{SubfiguresOptions, SubplotsOptions};
use plotreel::text::ArrowProps;
use plotreel::{Figure, Handle};

use crate::baseline::{Make, assert_figures};
use crate::grids::{grid, of_x, x, y};

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("plain", plain, 0.1, 0.05),
    ("ratios_and_spaces", ratios_and_spaces, 0.1, 0.05),
    ("nested", nested, 0.1, 0.05),
    ("cells", cells, 0.1, 0.05),
    ("legends", legends, 0.1, 0.05),
    ("colorbars", colorbars, 0.1, 0.05),
    ("mosaic_in", mosaic_in, 0.1, 0.05),
    ("tight", tight, 0.1, 0.05),
    ("constrained", constrained, 0.1, 0.05),
    ("constrained_nested", constrained_nested, 0.1, 0.05),
];

#[test]
fn subfigures_are_drawn_as_by_matplotlib() {
    assert_figures("subfigures", (3.2, 2.4), SCENES);
}

fn plain(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(1, 2)?;
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let axs = fig[left].subplots(2, 1)?;
    fig[axs[[0, 0]]].plot(&x(), &y())?;
    fig[left].suptitle("left");
    let ax = fig[right].add_subplot(1, 1, 1)?;
    let line = fig[ax].plot(&x(), &of_x(|x| -(2.0 * x).sin()))?;
    fig[line].set_color("C1")?;
    fig[right].supxlabel("below");
    fig[right].supylabel("beside");
    fig[right].set_facecolor("0.85")
}

fn ratios_and_spaces(fig: &mut Figure) -> Result<()> {
    let options = SubfiguresOptions::new()
        .with_width_ratios([2.0, 1.0])
        .with_height_ratios([1.0, 1.5])
        .with_wspace(0.1)
        .with_hspace(0.05);
    let subfigs = fig.subfigures_with(2, 2, &options)?;
    let colors = ["mistyrose", "honeydew", "aliceblue", "lightyellow"];
    for (subfig, color) in subfigs.iter().zip(colors) {
        fig[*subfig].set_facecolor(color)?;
        fig[*subfig].set_edgecolor("0.3")?;
        fig[*subfig].set_linewidth(1.5)?;
        let ax = fig[*subfig].add_axes([0.3, 0.3, 0.6, 0.6])?;
        fig[ax].plot(&x(), &y())?;
    }
    fig.set(subfigs[[1, 1]], "frameon", false)?;
    let text = fig[subfigs[[0, 1]]].text(0.5, 0.1, "text");
    fig[text].set_ha("center")
}

fn nested(fig: &mut Figure) -> Result<()> {
    let options = SubfiguresOptions::new().with_width_ratios([1.2, 1.0]);
    let subfigs = fig.subfigures_with(1, 2, &options)?;
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let ax = fig[left].add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    let options = SubfiguresOptions::new().with_height_ratios([1.0, 1.4]);
    let inner = fig[right].subfigures_with(2, 1, &options)?;
    let (upper, lower) = (inner[[0, 0]], inner[[1, 0]]);
    fig[upper].set_facecolor("wheat")?;
    fig[upper].suptitle("upper");
    fig[upper].subplots(1, 2)?;
    let ax = fig[lower].add_subplot_polar(1, 1, 1)?;
    fig[ax].plot(&x(), &x())?;
    fig[right].suptitle("right");
    let title = fig.suptitle("all");
    fig[title].set_position(0.2, 0.98);
    Ok(())
}

fn cells(fig: &mut Figure) -> Result<()> {
    let grid = GridSpec::new(2, 2)?;
    let wide = fig.add_subfigure(grid.span(0, ..)?);
    let corner = fig.add_subfigure(grid.span(1, 1)?);
    fig[wide].set_facecolor("0.9")?;
    let options = SubplotsOptions::new().with_sharey("all")?;
    for ax in fig[wide].subplots_with(1, 3, &options)? {
        fig[ax].plot(&x(), &y())?;
    }
    fig[corner].add_subplot_3d(1, 1, 1)?;
    let ax = fig.add_subplot_at(grid.span(1, 0)?);
    let line = fig[ax].plot(&x(), &y())?;
    fig[line].set_color("C2")
}

fn legends(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(1, 2)?;
    for (subfig, name) in subfigs.iter().zip(["l", "r"]) {
        let ax = fig[*subfig].add_subplot(1, 1, 1)?;
        let line = fig[ax].plot(&x(), &y())?;
        fig[line].set_label(name);
    }
    fig[subfigs[[0, 0]]].legend();
    let all = fig.legend();
    fig[all].set_loc("lower center")?;
    fig[all].set_ncols(2)?;
    let ax = fig.axes_2d()[1];
    assert_eq!(fig[subfigs[[0, 1]]].axes_2d(), [ax]);
    let note = fig[ax].annotate("note", (1.0, 0.0), (0.5, 0.9));
    fig[note].set_textcoords("subfigure fraction")?;
    fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    let note = fig[ax].annotate("figure", (0.05, 0.9), (0.05, 0.9));
    fig[note].set_xycoords("figure fraction")?;
    fig[note].set_textcoords("figure fraction")
}

fn colorbars(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(1, 2)?;
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let ax = fig[left].add_subplot(1, 1, 1)?;
    let image = fig[ax].imshow(&grid())?;
    let below = ColorbarOptions::new()
        .with_location("bottom")?
        .with_shrink(0.8);
    fig[left].colorbar_with(image, ax, &below)?;
    let axs = fig[right].subplots(2, 1)?;
    let mut images = Vec::new();
    for ax in &axs {
        images.push(fig[*ax].imshow(&grid())?);
        fig[*ax].set_aspect("auto")?;
    }
    let options = ColorbarOptions::new().with_aspect(10.0).with_shrink(0.7);
    fig.colorbar_with(images[1], &axs, &options)?;
    let inset = fig.inset_axes(axs[[0, 0]], [0.5, 0.5, 0.4, 0.4])?;
    fig[inset].plot(&x(), &y())?;
    fig[ax].set_title("title");
    Ok(())
}

fn mosaic_in(fig: &mut Figure) -> Result<()> {
    let options = SubfiguresOptions::new().with_width_ratios([1.0, 2.0]);
    let subfigs = fig.subfigures_with(1, 2, &options)?;
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let axs = fig[left].subplot_mosaic("A;B")?;
    fig[axs["A"]].plot(&x(), &y())?;
    let options = SubplotsOptions::new().with_sharex("all")?;
    let axs = fig[right].subplot_mosaic_with("AB;CC", &options)?;
    fig[axs["C"]].plot(&x(), &y())?;
    let params = fig[right].subplot_params();
    fig[right].subplots_adjust(params.with_left(0.2).with_wspace(0.5))?;
    let twin = fig.twinx(axs["B"])?;
    let line = fig[twin].plot(&x(), &of_x(|x| 5.0 * (2.0 * x).sin()))?;
    fig[line].set_color("C3")
}

fn tight(fig: &mut Figure) -> Result<()> {
    let subfigs = fig.subfigures(1, 2)?;
    let axs = fig[subfigs[[0, 0]]].subplots(2, 1)?;
    fig[axs[[0, 0]]].set_xlabel("x");
    let axs = fig[subfigs[[0, 1]]].subplots(2, 1)?;
    fig[axs[[1, 0]]].set_title("title");
    fig.tight_layout()
}

fn constrained(fig: &mut Figure) -> Result<()> {
    let options = SubfiguresOptions::new()
        .with_width_ratios([1.5, 1.0])
        .with_wspace(0.07);
    let subfigs = fig.subfigures_with(1, 2, &options)?;
    let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    fig[left].set_facecolor("0.85")?;
    fig[left].suptitle("left");
    let options = SubplotsOptions::new().with_sharey("all")?;
    let axs = fig[left].subplots_with(1, 2, &options)?;
    let below = ColorbarOptions::new()
        .with_location("bottom")?
        .with_shrink(0.6);
    meshes_with_colorbar(fig, &axs, &below)?;
    let options = SubplotsOptions::new().with_sharex("all")?;
    let axs = fig[right].subplots_with(3, 1, &options)?;
    meshes_with_colorbar(fig, &axs, &ColorbarOptions::new().with_shrink(0.6))?;
    fig[right].suptitle("right");
    fig.suptitle("all");
    fig.constrained_layout()
}

fn meshes_with_colorbar(
    fig: &mut Figure,
    axs: &Array2<Handle<plotreel::Axes>>,
    options: &ColorbarOptions,
) -> Result<()> {
    let mut last = None;
    for ax in axs {
        last = Some(fig[*ax].pcolormesh_c(&grid()));
    }
    if let Some(mesh) = last {
        fig.colorbar_with(mesh, axs, options)?;
    }
    Ok(())
}

fn constrained_nested(fig: &mut Figure) -> Result<()> {
    let options = SubfiguresOptions::new().with_wspace(0.07);
    let subfigs = fig.subfigures_with(1, 2, &options)?;
    let (outer, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
    let options = SubfiguresOptions::new().with_height_ratios([1.0, 1.4]);
    let inner = fig[outer].subfigures_with(2, 1, &options)?;
    let (upper, lower) = (inner[[0, 0]], inner[[1, 0]]);
    fig[upper].set_facecolor("0.9")?;
    let axs = fig[upper].subplots(1, 2)?;
    fig[axs[[0, 1]]].set_ylabel("y");
    let ax = fig[lower].add_subplot(1, 1, 1)?;
    fig[ax].set_xlabel("x");
    fig[lower].suptitle("lower");
    fig[outer].supylabel("outer");
    let options = SubplotsOptions::new().with_sharex("all")?;
    let axs = fig[right].subplots_with(2, 1, &options)?;
    let line = fig[axs[[0, 0]]].plot(&x(), &y())?;
    fig[line].set_label("line");
    let legend = fig[right].legend();
    fig[legend].set_loc("outside lower center")?;
    fig.constrained_layout()
}
