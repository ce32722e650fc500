//! A beam that is held at its left end swings: triangles of a finite element mesh that bend with it, coloured by their
//! stress.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use plotreel::axes::{Aspect, ColorbarOptions};
use plotreel::error::Result;
use plotreel::tri::Triangulation;
use plotreel::{Colormap, Figure, FuncAnimation};

const COLUMNS: usize = 41;
const ROWS: usize = 7;
/// The wave number of the first vibration of a beam with one free end, and the ratio of its two parts.
const WAVE: f64 = 1.875_104;
const RATIO: f64 = 0.734_096;

/// Deflection, slope and curvature of that vibration at a place from 0 to 1.
fn vibration(place: f64) -> [f64; 3] {
    let at = WAVE * place;
    let (sin, cos) = at.sin_cos();
    let (sinh, cosh) = (at.sinh(), at.cosh());
    [
        (cosh - cos - RATIO * (sinh - sin)) / 2.0,
        (sinh + sin - RATIO * (cosh - cos)) / 2.0 * WAVE,
        (cosh + cos - RATIO * (sinh + sin)) / 2.0,
    ]
}

/// The points of the mesh, some time after the start: x, y and stress.
fn points(time: f64) -> [Vec<f64>; 3] {
    let swing = 0.25 * (TAU * time).cos();
    let mut points = [vec![], vec![], vec![]];
    for column in 0..COLUMNS {
        let x = column as f64 / (COLUMNS - 1) as f64;
        let [bend, slope, curvature] = vibration(x);
        for row in 0..ROWS {
            // Above or below the middle of the beam, which is thinner at its end.
            let y = (row as f64 / (ROWS - 1) as f64 - 0.5) * (0.2 - 0.1 * x);
            let values = [
                x - swing * slope * y,
                swing * bend + y,
                -40.0 * swing * curvature * y,
            ];
            for (all, value) in points.iter_mut().zip(values) {
                all.push(value);
            }
        }
    }
    points
}

pub(crate) fn main() -> Result<()> {
    let [x, y, stress] = points(0.0);
    let mut triangles = Vec::new();
    for column in 0..COLUMNS - 1 {
        for row in 0..ROWS - 1 {
            let a = column * ROWS + row;
            let [b, c, d] = [a + 1, a + ROWS, a + ROWS + 1];
            triangles.extend([[a, c, d], [a, d, b]]);
        }
    }
    let net = Triangulation::new(&x, &y)?.with_triangles(triangles)?;

    let mut fig = Figure::new((6.8, 3.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let wall = fig[ax].axvspan(-0.05, 0.0);
    fig[wall].set_color("0.6")?;
    let mesh = fig[ax].tripcolor(&net, &stress, "gouraud")?;
    fig[mesh].set_cmap(Colormap::named("coolwarm")?);
    fig[mesh].set_clim(Some(-1.0), Some(1.0));
    let [sides, _] = fig[ax].triplot(&net, "k-")?;
    fig[sides].set_linewidth(0.3)?;
    fig.colorbar_with(mesh, ax, &ColorbarOptions::new().with_label("stress"))?;
    fig[ax].set_xlim(-0.05, 1.1)?;
    fig[ax].set_ylim(-0.36, 0.36)?;
    fig[ax].set_aspect(Aspect::Equal)?;

    let update = |fig: &mut Figure, i: i32| {
        let [x, y, stress] = points(f64::from(i) / 60.0);
        fig[mesh].set_points(&x, &y)?;
        fig[mesh].set_array(&stress)?;
        let (x, y) = fig[mesh].triangulation().lines();
        fig[sides].set_data(&x, &y)
    };
    let animation = FuncAnimation::new(update, 0..60).with_interval(Duration::from_millis(40));
    support::save("swinging_beam", fig, animation)
}
