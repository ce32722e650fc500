//! Where axes are placed, against the pictures of matplotlib that tests/baseline/layout.py draws.

use ndarray::Array2;
use plotreel::axes::{ColorbarOptions, InsetAxesOptions};
use plotreel::axis::{AxisSide, TickParams};
use plotreel::error::Result;
use plotreel::layout::ConstrainedLayout;
use plotreel::scale::Scale;
use plotreel::subplots::SubplotsOptions;
use plotreel::ticker::AutoMinorLocator;
use plotreel::{Figure, SavefigOptions};

use crate::baseline::{Make, Picture, assert_figures, compare};

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("inset_axes", inset_axes, 0.1, 0.05),
    ("inset_data", inset_data, 0.1, 0.05),
    ("inset_tight", inset_tight, 0.1, 0.05),
    ("inset_colorbar", inset_colorbar, 0.15, 0.05),
    ("indicate_zoom", indicate_zoom, 0.1, 0.05),
    ("indicate_inverted", indicate_inverted, 0.1, 0.05),
    ("indicate_bounds", indicate_bounds, 0.2, 0.05),
    ("secondary_top", secondary_top, 0.1, 0.05),
    ("secondary_place", secondary_place, 0.1, 0.05),
    ("secondary_log", secondary_log, 0.1, 0.05),
    ("mosaic", mosaic, 0.1, 0.05),
    ("mosaic_options", mosaic_options, 0.1, 0.05),
    ("ticks_rotated", ticks_rotated, 0.15, 0.05),
    ("ticks_by_angle", ticks_by_angle, 0.25, 0.05),
    ("labels_rotated", labels_rotated, 0.1, 0.05),
    ("labels_aligned", labels_aligned, 0.1, 0.05),
    ("titles_aligned", titles_aligned, 0.1, 0.05),
    ("constrained_grid", constrained_grid, 0.15, 0.05),
    ("constrained_colorbars", constrained_colorbars, 0.15, 0.05),
    ("constrained_mosaic", constrained_mosaic, 0.1, 0.05),
    ("constrained_options", constrained_options, 0.1, 0.05),
];

#[test]
fn axes_are_placed_as_by_matplotlib() {
    assert_figures("layout", (3.2, 2.4), SCENES);
}

/// The options of `savefig`.
type Options = fn() -> Result<SavefigOptions>;

/// Stills, with how they are written, and bounds as above.
const STILLS: &[(&str, Make, Options, f64, f64)] = &[
    ("still_tight", still_tight, tight, 0.15, 0.05),
    ("still_bare", still_bare, bare, 0.1, 0.05),
    ("still_part", still_part, part, 0.1, 0.05),
    ("still_legend", still_legend, tight, 0.1, 0.05),
];

#[test]
fn stills_are_cut_as_by_matplotlib() {
    let faults = STILLS
        .iter()
        .filter_map(|(name, make, options, rms, share)| {
            let mut fig = Figure::new((3.2, 2.4), 100.0);
            make(&mut fig).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("still.png");
            fig.savefig_with(path.as_path(), &options().unwrap())
                .unwrap();
            let picture = Picture::load(&path);
            compare(&format!("layout/{name}"), &picture, *rms, *share).err()
        });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_still_of_a_box_without_an_area_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let fig = Figure::new((3.2, 2.4), 100.0);
    for around in [[2.0, 0.0, 1.0, 2.0], [0.0, 1.0, 1.0, f64::NAN]] {
        let options = SavefigOptions::new().with_bbox_inches(around);
        let still = folder.path().join("still.png");
        let error = options.and_then(|options| fig.savefig_with(&still, &options));
        let error = error.unwrap_err().to_string();
        assert!(error.contains("bbox_inches"), "{error}");
        assert!(!still.exists());
    }
}

fn x() -> Vec<f64> {
    (0..31).map(|i| 0.1 * f64::from(i)).collect()
}

fn of_x(f: impl Fn(f64) -> f64) -> Vec<f64> {
    x().into_iter().map(f).collect()
}

fn y() -> Vec<f64> {
    of_x(|x| (2.0 * x).sin())
}

fn counted(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| (r * columns + c) as f64)
}

fn inset_axes(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    let inset = fig.inset_axes(ax, [0.55, 0.55, 0.4, 0.35])?;
    let line = fig[inset].plot(&x(), &y())?;
    fig[line].set_color("C1")?;
    fig[inset].set_xlim(1.0, 2.0)?;
    fig[inset].set_title("part");
    let line = fig[ax].plot(&x(), &of_x(|x| -(2.0 * x).sin()))?;
    fig[line].set_color("C2")?;
    fig[line].set_zorder(6.0);
    Ok(())
}

fn inset_data(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].plot(&x(), &y())?;
    fig[line].set_label("sine");
    fig[ax].set_aspect("equal")?;
    let options = InsetAxesOptions::new()
        .with_coordinates("data")?
        .with_zorder(1.0);
    let inset = fig.inset_axes_with(ax, [1.0, -1.5, 1.5, 1.0], &options)?;
    fig[inset].imshow(&counted(3, 4))?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower right")?;
    Ok(())
}

fn inset_tight(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    let inset = fig.inset_axes(ax, [1.1, 0.1, 0.3, 0.8])?;
    fig[inset].set_ylabel("beside");
    fig[inset].plot(&y(), &x())?;
    fig.tight_layout()
}

fn inset_colorbar(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_title("above");
    let image = fig[ax].imshow(&counted(3, 4))?;
    let bar = fig.inset_axes(ax, [0.05, 1.15, 0.9, 0.06])?;
    fig.colorbar_in(image, bar, &ColorbarOptions::new().with_location("bottom")?)
}

fn indicate_zoom(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    let inset = fig.inset_axes(ax, [0.05, 0.05, 0.35, 0.35])?;
    fig[inset].plot(&x(), &y())?;
    fig[inset].set_xlim(1.8, 2.2)?;
    fig[inset].set_ylim(-0.9, -0.5)?;
    fig.set(inset, "xticklabels", Vec::<String>::new())?;
    fig.set(inset, "yticklabels", Vec::<String>::new())?;
    fig[ax].indicate_inset_zoom(inset)?;
    Ok(())
}

fn indicate_inverted(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let values = counted(20, 20).mapv(|value| value % 7.0);
    fig[ax].imshow(&values)?;
    let inset = fig.inset_axes(ax, [0.6, 0.55, 0.35, 0.4])?;
    fig[inset].imshow(&values)?;
    fig[inset].set_xlim(2.0, 6.0)?;
    fig[inset].set_ylim(12.0, 9.0)?;
    let marked = fig[ax].indicate_inset_zoom(inset)?;
    fig[marked].set_edgecolor("red")?;
    fig[marked].set_linewidth(2.0)?;
    fig[marked].set_alpha(1.0)
}

fn indicate_bounds(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    let inset = fig.inset_axes(ax, [0.5, 0.5, 0.4, 0.4])?;
    let marked = fig[ax].indicate_inset([0.25, -0.5, 0.5, 0.75], inset)?;
    fig[marked].set_facecolor("C1")?;
    fig[marked].set_edgecolor("black")?;
    fig[marked].set_linestyle("--")?;
    fig[marked].set_alpha(0.75)
}

fn secondary_top(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&of_x(|x| 100.0 * x), &y())?;
    fig[ax].set_title("title");
    fig[ax].set_xlabel("angle [°]");
    let top = fig.secondary_xaxis(ax, "top")?;
    fig[top].set_functions(f64::to_radians, f64::to_degrees);
    fig[top].set_xlabel("angle [rad]");
    let right = fig.secondary_yaxis(ax, "right")?;
    fig[right].set_functions(|v| 32.0 + 1.8 * v, |v| (v - 32.0) / 1.8);
    fig[right].set_ylabel("more");
    fig[right].set_color("C3")?;
    fig.tight_layout()
}

fn secondary_place(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x(), &y())?;
    fig[ax].set_xlim(3.0, 0.0)?;
    fig.secondary_xaxis(ax, 0.3)?;
    let far = fig.secondary_yaxis(ax, 1.1)?;
    fig[far].set_functions(|v| 10f64.powf(v), f64::log10);
    fig[far].set_yticks(&[0.1, 0.5, 2.0, 9.0]);
    let low = fig.secondary_xaxis(ax, -0.2)?;
    fig[low].set_functions(|v| 2.0 / (v + 1.0), |v| 2.0 / v - 1.0);
    fig[low].xaxis.set_minor_locator(AutoMinorLocator::new());
    fig[low].set_xlabel("low");
    fig.tight_layout()
}

fn secondary_log(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&of_x(|x| 0.02 + 10.0 * x), &of_x(|x| 0.1 + x * x))?;
    fig[ax].set_xscale(Scale::log())?;
    fig[ax].set_yscale(Scale::log())?;
    let top = fig.secondary_xaxis(ax, "top")?;
    fig[top].set_functions(|v| 1.0 / v, |v| 1.0 / v);
    let right = fig.secondary_yaxis(ax, "right")?;
    fig[right].set_functions(|v| 3.0 * v, |v| v / 3.0);
    Ok(())
}

fn mosaic(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplot_mosaic("AB;CC")?;
    for (name, ax) in axs.iter() {
        fig[ax].set_title(name);
    }
    Ok(())
}

fn mosaic_options(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex("all")?
        .with_sharey("all")?
        .with_width_ratios([2.0, 1.0, 1.0])
        .with_height_ratios([1.0, 2.0]);
    let mosaic = [["map", "bar", "."], ["map", "low", "low"]];
    let axs = fig.subplot_mosaic_with(mosaic, &options)?;
    fig[axs["map"]].plot(&x(), &y())?;
    fig[axs["low"]].plot(&of_x(|x| x + 1.0), &y())?;
    Ok(())
}

fn tight() -> Result<SavefigOptions> {
    SavefigOptions::new().with_bbox_inches("tight")
}

fn bare() -> Result<SavefigOptions> {
    let options = tight()?.with_pad_inches(0.0).with_dpi(80.0);
    options.with_facecolor("lightyellow")
}

fn part() -> Result<SavefigOptions> {
    SavefigOptions::new().with_bbox_inches([1.0, 0.25, 3.5, 2.0])
}

fn still_tight(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes([0.3, 0.3, 0.4, 0.3])?;
    fig[ax].plot(&x(), &y())?;
    fig[ax].set_title("a title that is longer than the axes");
    fig[ax].set_xlabel("time / s");
    fig[ax].set_ylabel("height / m");
    fig[ax].text(3.5, 0.0, "beside");
    Ok(())
}

fn still_bare(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot_polar(1, 1, 1)?;
    let line = fig[ax].plot(&x(), &of_x(|x| (2.0 * x).sin().powi(2)))?;
    fig[line].set_label("sine");
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower left")?;
    fig[legend].set_bbox_to_anchor([0.9, 0.9, 0.0, 0.0]);
    fig.suptitle("above");
    Ok(())
}

fn still_part(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].imshow(&counted(3, 4))?;
    fig[ax].set_aspect("auto")?;
    fig.text(0.9, 0.5, "cut off");
    Ok(())
}

fn still_legend(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes([0.2, 0.2, 0.5, 0.6])?;
    let line = fig[ax].plot(&x(), &y())?;
    fig[line].set_label("sine");
    let legend = fig.legend();
    fig[legend].set_loc("center left")?;
    fig[legend].set_bbox_to_anchor([0.95, 0.5, 0.0, 0.0]);
    Ok(())
}

fn ticks_rotated(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&of_x(|x| 1e4 * x), &y())?;
    fig[ax].set_facecolor("lightyellow")?;
    let params = TickParams::new().with_labelrotation(45.0)?;
    fig[ax].xaxis.set_tick_params(&params);
    fig[ax].set_xlabel("below");
    let params = TickParams::new()
        .with_labelrotation(30.0)?
        .with_labelha("right")?
        .with_labelva("bottom")?
        .with_labelrotation_mode("anchor")?;
    fig[ax].yaxis.set_tick_params(&params);
    fig[ax].set_ylabel("beside");
    fig.tight_layout()
}

fn ticks_by_angle(fig: &mut Figure) -> Result<()> {
    for (i, angle, top) in [
        (1, 30.0, false),
        (2, 120.0, false),
        (3, -45.0, true),
        (4, 80.0, true),
    ] {
        let ax = fig.add_subplot(2, 2, i)?;
        fig[ax].set_facecolor("lightyellow")?;
        let params = TickParams::new()
            .with_labelrotation(angle)?
            .with_labelsize(7.0)?;
        let across = params
            .clone()
            .with_labelrotation_mode("xtick")?
            .with_labels(!top, top);
        fig[ax].xaxis.set_tick_params(&across);
        fig[ax]
            .yaxis
            .set_tick_params(&params.with_labelrotation_mode("ytick")?);
    }
    fig.tight_layout()
}

fn labels_rotated(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlabel("at the end");
    fig[ax].xaxis.set_label_loc("right")?;
    fig[ax].xaxis.set_label_bold(true);
    fig[ax].set_ylabel("flat");
    fig[ax].yaxis.set_label_rotation(0.0)?;
    fig[ax].yaxis.set_label_ha("right")?;
    fig[ax].yaxis.set_label_va("center")?;
    fig[ax].yaxis.set_label_rotation_mode("default")?;
    let right = fig.twinx(ax)?;
    fig[right].set_ylabel("down");
    fig[right].yaxis.set_label_rotation(-60.0)?;
    fig[right].yaxis.set_label_loc("top")?;
    fig.tight_layout()
}

fn labels_aligned(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].set_ylim(0.0, 30000.0)?;
    let params = TickParams::new().with_labelrotation(90.0)?;
    fig[axs[[1, 0]]].xaxis.set_tick_params(&params);
    fig[axs[[1, 1]]].yaxis.set_label_position("right")?;
    for (i, ax) in axs.into_iter().enumerate() {
        fig[ax].set_xlabel(format!("x{i}"));
        fig[ax].set_ylabel(format!("y{i}"));
    }
    fig.align_labels();
    fig.tight_layout()
}

fn titles_aligned(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 3)?;
    fig[axs[[0, 0]]].set_aspect("equal")?;
    fig[axs[[0, 2]]].xaxis.set_ticks_position(AxisSide::Second);
    for ax in axs {
        fig[ax].set_title("title");
    }
    fig.align_titles();
    Ok(())
}

fn constrained_grid(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].set_title("title");
    fig[axs[[0, 0]]].set_ylabel("left of all");
    fig[axs[[0, 0]]].set_xlim(0.0, 1e6)?;
    fig[axs[[1, 1]]].set_xlabel("x");
    fig[axs[[1, 1]]].set_ylim(0.0, 1000.0)?;
    let params = TickParams::new().with_labelrotation(60.0)?;
    fig[axs[[0, 1]]].xaxis.set_tick_params(&params);
    fig.suptitle("all");
    fig.supxlabel("below");
    fig.supylabel("beside");
    fig.constrained_layout()
}

fn constrained_colorbars(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 2)?;
    let left = fig[axs[[0, 0]]].imshow(&counted(3, 4))?;
    fig[axs[[0, 0]]].set_aspect("auto")?;
    let right = fig[axs[[0, 1]]].imshow(&counted(3, 4))?;
    let options = ColorbarOptions::new()
        .with_extend("both")?
        .with_label("values");
    fig.colorbar_with(left, axs[[0, 0]], &options)?;
    let options = ColorbarOptions::new()
        .with_location("bottom")?
        .with_shrink(0.7);
    fig.colorbar_with(left, axs[[0, 0]], &options)?;
    let options = ColorbarOptions::new().with_pad(0.2);
    fig.colorbar_with(right, axs[[0, 1]], &options)?;
    fig[axs[[0, 1]]].set_title("image");
    fig.constrained_layout()
}

fn constrained_mosaic(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplot_mosaic("AAAB;CCDD")?;
    fig[axs["B"]].set_ylabel("of B");
    fig[axs["C"]].plot(&x(), &y())?;
    fig[axs["D"]].set_title("D");
    fig.constrained_layout()
}

fn constrained_options(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_width_ratios([2.0, 1.0])
        .with_height_ratios([1.0, 2.0]);
    let axs = fig.subplots_with(2, 2, &options)?;
    let twin = fig.twinx(axs[[0, 0]])?;
    fig[twin].set_ylabel("twin");
    let line = fig[axs[[1, 0]]].plot(&x(), &y())?;
    fig[line].set_label("sine");
    let legend = fig[axs[[1, 0]]].legend();
    fig[legend].set_loc("center left")?;
    fig[legend].set_bbox_to_anchor([1.02, 0.5, 0.0, 0.0]);
    fig[legend].set_fontsize(6.0)?;
    fig.inset_axes(axs[[1, 1]], [0.2, 1.1, 0.6, 0.3])?;
    let options = ConstrainedLayout::new()
        .with_w_pad(0.1)
        .with_h_pad(0.2)
        .with_wspace(0.3)
        .with_hspace(0.4);
    fig.constrained_layout_with(&options)
}
