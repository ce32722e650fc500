//! Lines that leave the picture, against the pictures of matplotlib that tests/baseline/edges.py draws.

use ndarray::Array2;
use plotreel::collections::ContourOptions;
use plotreel::error::Result;
use plotreel::patches::{PatchBase, Path, PathPatch, Polygon, Rectangle};
use plotreel::{Axes, Figure, Handle};

use crate::baseline::{Fill, assert_scenes};

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("boxes_dashed", boxes_dashed, 0.1, 0.0),
    ("boxes_solid", boxes_solid, 0.1, 0.0),
    ("slants", slants, 0.1, 0.0),
    ("loops_solid", loops_solid, 0.1, 0.0),
    ("loops_dashed", loops_dashed, 0.1, 0.0),
    ("stairs_of_many", stairs_of_many, 0.1, 0.0),
    ("contours", contours, 0.1, 0.0),
];

#[test]
fn lines_are_cut_off_at_the_edge_before_they_are_snapped_and_loops_in_sight_stay_closed() {
    assert_scenes("edges", SCENES);
}

/// Axes whose data are the pixels of the whole picture.
fn bare(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].set_position([0.0, 0.0, 1.0, 1.0])?;
    fig[ax].set_xlim(0, 320)?;
    fig[ax].set_ylim(0, 240)?;
    fig[ax].set_axis_off();
    Ok(())
}

fn boxes(fig: &mut Figure, ax: Handle<Axes>, linestyle: &str) -> Result<()> {
    bare(fig, ax)?;
    for (place, width, height, linewidth) in [
        ((30.3, -20.4), 50.3, 70.7, 0.8),
        ((110.2, 190.1), 60.1, 90.3, 1.5),
        ((-30.7, 100.4), 80.4, 40.2, 2.0),
        ((290.6, 60.2), 70.5, 50.6, 1.0),
        ((200.3, -300.2), 40.7, 900.3, 3.0),
    ] {
        let mut rectangle = Rectangle::new(place, width, height);
        line(&mut rectangle, linewidth);
        rectangle.set_linestyle(linestyle)?;
        fig[ax].add_patch(rectangle);
    }
    Ok(())
}

/// Only an edge of this width.
fn line(patch: &mut PatchBase, width: f64) {
    patch.set_fill(false);
    patch.set_linewidth(width).unwrap();
}

fn boxes_dashed(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    boxes(fig, ax, "--")
}

fn boxes_solid(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    boxes(fig, ax, "-")
}

fn slants(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    bare(fig, ax)?;
    let corners = [
        (-40.0, 30.0),
        (60.0, 200.0),
        (100.0, 300.0),
        (180.0, 100.0),
        (210.0, -50.0),
    ];
    let mut open = Polygon::new(&corners);
    open.set_closed(false);
    line(&mut open, 14.0);
    fig[ax].add_patch(open);
    let mut dashed = Polygon::new(&[(250.0, -30.0), (400.0, 120.0), (250.0, 270.0)]);
    line(&mut dashed, 9.0);
    dashed.set_linestyle("--")?;
    dashed.set_edgecolor("C1")?;
    dashed.set_joinstyle("round")?;
    fig[ax].add_patch(dashed);
    let mut filled = Polygon::new(&[(-60.0, 100.0), (40.0, 10.0), (-20.0, -30.0)]);
    filled.set_linewidth(9.0)?;
    filled.set_facecolor("C2")?;
    filled.set_edgecolor("C3")?;
    filled.set_linestyle(":")?;
    fig[ax].add_patch(filled);
    Ok(())
}

fn loops() -> PathPatch {
    let mut path = Path::new();
    for [first, rest @ ..] in [
        [(20.0, 20.0), (90.0, 30.0), (40.0, 110.0)],
        [(250.0, 60.0), (380.0, 90.0), (270.0, 160.0)],
        [(120.0, 140.0), (220.0, 150.0), (150.0, 220.0)],
    ] {
        path.move_to(first.0, first.1);
        rest.iter().for_each(|(x, y)| path.line_to(*x, *y));
        path.close_poly();
    }
    PathPatch::new(path)
}

fn loops_solid(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    bare(fig, ax)?;
    let mut loops = loops();
    line(&mut loops, 11.0);
    fig[ax].add_patch(loops);
    Ok(())
}

fn loops_dashed(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    bare(fig, ax)?;
    let mut loops = loops();
    line(&mut loops, 5.0);
    loops.set_linestyle("--")?;
    loops.set_capstyle("round")?;
    fig[ax].add_patch(loops);
    Ok(())
}

fn stairs_of_many(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    bare(fig, ax)?;
    let corners = |count: usize, up: f64| -> Vec<(f64, f64)> {
        let x = |i: usize| 1.3 * i.div_ceil(2) as f64 + 0.2;
        let y = |i: usize| 30.0 + 0.9 * (i / 2) as f64 + up;
        (0..count).map(|i| (x(i), y(i))).collect()
    };
    for corners in [corners(1100, 0.0), corners(400, 60.0)] {
        let mut stairs = PathPatch::new(Path::from_vertices(&corners));
        stairs.set_fill(false);
        fig[ax].add_patch(stairs);
    }
    Ok(())
}

fn contours(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let steps = |low: f64, high: f64| -> Vec<f64> {
        (0..40)
            .map(|i| low + (high - low) / 39.0 * f64::from(i))
            .collect()
    };
    let at = steps(-4.0, 4.0);
    let z = Array2::from_shape_fn((40, 40), |(r, c)| (1.3 * at[c]).sin() * (1.1 * at[r]).cos());
    bare(fig, ax)?;
    let options = ContourOptions::new()
        .with_levels([-0.6, 0.1, 0.5])
        .with_linewidths(&[7.0])
        .with_colors(["k", "C0", "C1"])?;
    fig[ax].contour_with(&steps(-60.0, 380.0), &steps(-50.0, 300.0), &z, &options)?;
    Ok(())
}
