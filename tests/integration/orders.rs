//! What is over what in 3-D axes, against the pictures of matplotlib that tests/baseline/orders.py draws.

use plotreel::axes::{AxisBelow, BarOptions};
use plotreel::collections::{Line3DCollection, Poly3DCollection};
use plotreel::error::Result;
use plotreel::patches::{Circle, Patch3D, Rectangle};
use plotreel::{Axes3D, Figure, Handle};

use crate::baseline::{Fill, assert_scenes_in};

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Fill<Axes3D>, f64, f64)] = &[
    ("discs", discs, 0.15, 0.05),
    ("discs_below", discs_below, 0.15, 0.05),
    ("discs_above", discs_above, 0.15, 0.05),
    ("discs_in_order", discs_in_order, 0.15, 0.05),
    ("bars", bars, 0.1, 0.05),
    ("boxes_and_points", boxes_and_points, 0.1, 0.05),
    ("polygons", polygons, 0.1, 0.05),
];

#[test]
fn patches_and_collections_are_counted_apart_from_the_farthest_on() {
    let add = |fig: &mut Figure| fig.add_subplot_3d(1, 1, 1).unwrap();
    assert_scenes_in("orders", (3.2, 2.4), add, SCENES);
}

fn fit(ax: &mut Axes3D) -> Result<()> {
    ax.set_xlim(0, 1)?;
    ax.set_ylim(0, 1)?;
    ax.set_zlim(0.0, 1.0)
}

fn add_disc(
    ax: &mut Axes3D,
    (place, radius): ((f64, f64), f64),
    (z, zdir): (f64, &str),
    color: &str,
) -> Result<()> {
    let mut disc = Circle::new(place, radius);
    disc.set_facecolor(color)?;
    disc.set_edgecolor("k")?;
    ax.add_artist(Patch3D::new(&disc, z, zdir)?);
    Ok(())
}

fn discs(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    for i in 0..3 {
        let at = f64::from(i);
        let disc = ((0.3 + 0.2 * at, 0.4 + 0.1 * at), 0.35);
        add_disc(&mut fig[ax], disc, (0.5 * at, "z"), &format!("C{i}"))?;
        let points = fig[ax].scatter(
            &[0.2, 0.5, 0.8],
            &[0.5 * at, 0.5, 0.4],
            &[0.25 + 0.3 * at; 3],
        )?;
        fig[points].set_sizes(&[250.0])?;
        fig[points].set_color(format!("C{}", i + 3).as_str())?;
    }
    let line = fig[ax].plot(&[0, 1], &[0, 1], &[0, 1])?;
    fig[line].set_linewidth(6.0)?;
    fig[line].set_color("k")?;
    fig[ax].text(0.4, 0.4, 0.4, "in the middle");
    fig[ax].text(0.1, 0.3, 0.0, "lowest");
    fit(&mut fig[ax])
}

fn discs_below(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].set_axisbelow(AxisBelow::Below)?;
    discs(fig, ax)
}

fn discs_above(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].set_axisbelow(AxisBelow::Above)?;
    discs(fig, ax)
}

fn discs_in_order(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].set_computed_zorder(false);
    discs(fig, ax)
}

fn bars(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    for i in 0..3 {
        let at = f64::from(i);
        let options = BarOptions::new().with_color(format!("C{i}").as_str())?;
        let heights = [1.0, 3.0, 2.0, 2.5 - at];
        for bar in fig[ax].bar_with(&[0, 1, 2, 3], &heights, at, "y", &options)? {
            fig[bar].set_alpha(0.8)?;
        }
        let points = fig[ax].scatter(&[0, 1, 2, 3], &[at; 4], &[0.5, 2.0, 1.5, 1.0])?;
        fig[points].set_sizes(&[300.0])?;
        fig[points].set_color(format!("C{}", i + 4).as_str())?;
    }
    Ok(())
}

fn boxes_and_points(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].bar3d(
        &[0.1, 0.5],
        &[0.2, 0.5],
        &[0.0],
        &[0.3],
        &[0.3],
        &[0.8, 0.6],
    )?;
    let points = fig[ax].scatter(&[0.1, 0.9], &[0.9, 0.1], &[0.7, 0.7])?;
    fig[points].set_sizes(&[400.0])?;
    fig[points].set_color("C1")?;
    let mut wall = Rectangle::new((0.2, 0.1), 0.6, 0.5);
    wall.set_facecolor("C2")?;
    fig[ax].add_artist(Patch3D::new(&wall, 0.5, "y")?);
    fit(&mut fig[ax])
}

fn polygons(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    for (color, height) in [("C0", 0.8), ("C1", 0.2), ("C2", 0.5)] {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let square = square.map(|(x, y)| [x, y, height]).to_vec();
        let square = fig[ax].add_artist(Poly3DCollection::new([square]));
        fig[square].set_facecolor(color)?;
        fig[square].set_edgecolor("k")?;
    }
    let lines = Line3DCollection::new([
        [[0.0, 0.5, 0.3], [1.0, 0.5, 0.9]],
        [[0.5, 0.0, 0.9], [0.5, 1.0, 0.1]],
    ]);
    let lines = fig[ax].add_artist(lines);
    fig[lines].set_linewidth(5.0)?;
    fig[lines].set_color("C4")?;
    add_disc(&mut fig[ax], ((0.5, 0.5), 0.3), (0.9, "x"), "C5")?;
    add_disc(&mut fig[ax], ((0.5, 0.5), 0.3), (0.1, "y"), "C6")?;
    fig[ax].text(0.3, 0.3, 0.5, "between");
    fit(&mut fig[ax])
}
