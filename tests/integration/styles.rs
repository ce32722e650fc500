//! Style sheets, against the pictures of matplotlib that tests/baseline/styles.py draws.

use ndarray::Array2;
use plotreel::axes::{BoxplotOptions, ErrorbarOptions};
use plotreel::collections::ContourOptions;
use plotreel::error::Result;
use plotreel::{Color, Error, Figure, Handle, Style};

use crate::baseline::{Picture, baseline, compare};

/// A line, a scatter plot, bars, a line across, a legend, title and labels; and an image.
fn mixed(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 2, 1)?;
    let x: Vec<f64> = (0..41).map(|i| f64::from(i) / 10.0).collect();
    let of_x = |f: fn(f64) -> f64| x.iter().map(|x| f(*x)).collect::<Vec<_>>();
    let sine = fig[ax].plot(&x, &of_x(f64::sin))?;
    fig[sine].set_label("sine");
    let cosine = fig[ax].plot_fmt(&x, &of_x(f64::cos), "--")?;
    fig[cosine].set_label("cosine");
    let points = fig[ax].scatter(&[0.5, 1.5, 2.5, 3.5], &[1.5, 0.2, 1.2, -0.4])?;
    fig[points].set_label("points");
    let options = plotreel::axes::BarOptions::new().with_width(0.5);
    fig[ax].bar_with(&[1, 2, 3], &[0.5, -0.6, 0.8], &options)?;
    fig[ax].axhline(0.25);
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower left")?;
    fig[legend].set_fontsize(6.0)?;
    fig[ax].set_title("Mixed");
    fig[ax].set_xlabel("time");
    fig[ax].set_ylabel("height");
    let ax = fig.add_subplot(1, 2, 2)?;
    let hills = |(y, x): (usize, usize)| (y as f64).sin() + (x as f64).cos();
    fig[ax].imshow(&Array2::from_shape_fn((6, 8), hills))?;
    fig[ax].set_title("Image");
    Ok(())
}

/// Boxes, lines, a histogram, error bars and contours.
fn statistics(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 2, 1)?;
    let options = BoxplotOptions::new().with_showmeans(true);
    let data = [[1.0, 2.0, 2.5, 4.0, 9.0], [2.0, 2.1, 3.0, 3.5, 4.0]];
    fig[ax].boxplot_with(&data, &options)?;
    fig[ax].vlines(&[0.7, 1.7], &[0.0], &[5.0])?;
    let ax = fig.add_subplot(1, 2, 2)?;
    fig[ax].hist(&data.concat())?;
    let options = ErrorbarOptions::new()
        .with_fmt("o")
        .with_yerr(&[0.2, 0.3, 0.4]);
    fig[ax].errorbar_with(&[2, 4, 6], &[1, 2, 3], &options)?;
    let z = Array2::from_shape_fn((5, 5), |(y, x)| y as f64 + x as f64 - 4.0);
    let gray = ContourOptions::new().with_colors(["0.5"])?;
    let (x, y) = ([4.0, 5.0, 6.0, 7.0, 8.0], [0.0, 1.0, 2.0, 3.0, 4.0]);
    fig[ax].contour_with(&x, &y, &z, &gray)?;
    Ok(())
}

/// Says what is wrong if a scene in a style is further from its picture than allowed.
fn check(
    name: &str,
    style: Style,
    fill: fn(&mut Figure) -> Result<()>,
    bound: (f64, f64),
) -> Result<(), String> {
    // Whatever fonts are installed.
    let style = style.with_font_family("DejaVu Sans").unwrap();
    let mut fig = Figure::new((4.0, 2.6), 100.0).with_style(style).unwrap();
    fill(&mut fig).unwrap();
    compare(
        &format!("styles/{name}"),
        &Picture::of(&fig),
        bound.0,
        bound.1,
    )
}

fn own() -> Style {
    Style::from_file(baseline("styles/own.mplstyle")).unwrap()
}

#[test]
fn every_style_sheet_looks_as_in_matplotlib() {
    let names = Style::available();
    assert_eq!(names.len(), 29);
    let hidden = ["_classic_test_patch", "_mpl-gallery", "_mpl-gallery-nogrid"];
    let wrong: Vec<String> = (names.into_iter().chain(hidden))
        .filter_map(|name| {
            // Every spot of a round corner shows on black.
            let rms = match name {
                "dark_background" => 0.26,
                "classic" => 0.11,
                _ => 0.1,
            };
            let bound = (rms, 0.05);
            check(name, Style::named([name]).unwrap(), mixed, bound).err()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn style_sheets_are_laid_over_each_other() {
    let both = Style::named(["ggplot", "dark_background"]).unwrap();
    check("ggplot_dark_background", both, mixed, (0.18, 0.05)).unwrap();
    let again = Style::named(["ggplot", "default", "dark_background"]).unwrap();
    assert_eq!(again, Style::dark_background());
}

#[test]
fn a_file_sets_what_the_sheets_do_not() {
    check("own", own(), mixed, (0.1, 0.05)).unwrap();
    check("statistics_own", own(), statistics, (0.1, 0.05)).unwrap();
}

#[test]
fn statistics_follow_the_style() {
    for name in ["dark_background", "classic"] {
        let style = Style::named([name]).unwrap();
        check(
            &format!("statistics_{name}"),
            style,
            statistics,
            (0.1, 0.05),
        )
        .unwrap();
    }
}

#[test]
fn a_wrong_name_lists_those_that_are_near() {
    let error = Style::named(["seaborn-whitegrid"]).unwrap_err();
    assert_eq!(error.cause(), "unknown style sheet \"seaborn-whitegrid\"");
    assert!(
        error.advice().contains("\"seaborn-v0_8-whitegrid\""),
        "{error}"
    );
    assert!(error.advice().matches('"').count() > 2, "{error}");
}

#[test]
fn a_wrong_line_of_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.mplstyle");
    let read = |text: &str| {
        std::fs::write(&path, text).unwrap();
        Style::from_file(&path)
    };
    for (text, cause, advice) in [
        (
            "# a comment\naxes.gird: True",
            "line 2: axes.gird is none",
            "\"axes.grid\"",
        ),
        (
            "lines.linewidth: wide",
            "line 1: lines.linewidth can't be \"wide\"",
            "a number",
        ),
        (
            "lines.linewidth: -1",
            "line 1: lines.linewidth can't be \"-1\"",
            "0 or more",
        ),
        (
            "\n\nfont.size 12",
            "line 3: font.size 12 has no colon",
            "axes.grid: True",
        ),
        (
            "axes.prop_cycle: cycler('alpha', [1])",
            "line 1: axes.prop_cycle",
            "cycler('color'",
        ),
        (
            "xtick.direction: up",
            "line 1: xtick.direction can't be \"up\"",
            "inout",
        ),
        (
            "legend.numpoints: 0",
            "line 1: legend.numpoints can't be \"0\"",
            "1 to 1000",
        ),
        (
            "grid.color: greyish",
            "line 1: grid.color can't be \"greyish\"",
            "a name",
        ),
    ] {
        let error = read(text).unwrap_err();
        assert!(error.cause().contains(cause), "{error}");
        assert!(error.cause().contains("own.mplstyle"), "{error}");
        assert!(error.advice().contains(advice), "{error}");
    }
    let missing = Style::from_file(folder.path().join("none.mplstyle")).unwrap_err();
    assert!(matches!(missing, Error::Read { .. }), "{missing}");
    // What is for windows or films is read, and changes nothing.
    let read = read("keymap.save: s, ctrl+s\nanimation.codec: mpeg4\nfont.family: sans-serif");
    assert_eq!(read.unwrap(), Style::default());
}

#[test]
fn lines_across_have_the_colour_of_the_style() {
    let mut fig = Figure::new((2.0, 2.0), 100.0)
        .with_style(Style::dark_background())
        .unwrap();
    let ax: Handle<plotreel::Axes> = fig.add_subplot(1, 1, 1).unwrap();
    let line = fig[ax].axhline(0.5);
    assert_eq!(fig[line].color(), Color::WHITE.into());
}
