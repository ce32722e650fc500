//! Drops in a pool: the wave equation as an image, and the water level along the dashed line.

mod support;

use std::time::Duration;

use ndarray::Array2;
use plotreel::axes::Aspect;
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation};

const SHAPE: (usize, usize) = (80, 200);
const CUT: usize = 40;
/// The side of a cell in metres.
const CELL: f64 = 0.02;

/// A drop at this point makes a dent with a rim.
fn fall(water: &mut Array2<f64>, row: f64, column: f64) {
    for ((y, x), height) in water.indexed_iter_mut() {
        let distance = ((y as f64 - row).powi(2) + (x as f64 - column).powi(2)) / 12.0;
        *height -= 3.0 * (1.0 - distance) * (-distance).exp();
    }
}

/// The wave equation by the leapfrog method, slightly damped; the walls reflect.
fn step(now: &mut Array2<f64>, before: &mut Array2<f64>) {
    let next = Array2::from_shape_fn(SHAPE, |(y, x)| {
        let (up, down) = (y.saturating_sub(1), (y + 1).min(SHAPE.0 - 1));
        let (left, right) = (x.saturating_sub(1), (x + 1).min(SHAPE.1 - 1));
        let around = now[[up, x]] + now[[down, x]] + now[[y, left]] + now[[y, right]];
        let at = now[[y, x]];
        at + 0.995 * (at - before[[y, x]]) + 0.2 * (around - 4.0 * at)
    });
    *before = std::mem::replace(now, next);
}

pub(crate) fn main() -> Result<()> {
    let (width, depth) = (SHAPE.1 as f64 * CELL, SHAPE.0 as f64 * CELL);
    let (mut now, mut before) = (Array2::zeros(SHAPE), Array2::zeros(SHAPE));
    let mut random = support::random(1746);

    let mut fig = Figure::new((7.2, 4.8), 100.0);
    let top = fig.add_axes([0.09, 0.46, 0.88, 0.48])?;
    let bottom = fig.add_axes([0.09, 0.12, 0.88, 0.26])?;
    fig[top].set_title("Drops in a pool");
    fig[top].set_ylabel("$y$ / m");
    let water = fig[top].imshow(&now)?;
    fig[water].set_extent([0.0, width, 0.0, depth])?;
    fig[water].set_cmap(Colormap::named("Blues_r")?);
    fig[water].set_clim(Some(-1.0), Some(1.0));
    fig[top].set_aspect(Aspect::Auto)?;
    let line = fig[top].axhline(depth - (CUT as f64 + 0.5) * CELL);
    fig[line].set_color("tab:orange")?;
    fig[line].set_linestyle("--")?;
    let x: Vec<f64> = (0..SHAPE.1).map(|i| (i as f64 + 0.5) * CELL).collect();
    let cut = fig[bottom].plot_fmt(&x, &now.row(CUT), "tab:orange")?;
    fig[bottom].set_xlim(0.0, width)?;
    fig[bottom].set_ylim(-1.5, 1.5)?;
    fig[bottom].set_xlabel("$x$ / m");
    fig[bottom].set_ylabel("height / cm");
    fig[bottom].grid(true);

    let animate = |fig: &mut Figure, frame: u32| {
        if frame.is_multiple_of(40) {
            let mut place = |side: usize| (0.1 + 0.8 * random.uniform()) * side as f64;
            let (row, column) = (place(SHAPE.0), place(SHAPE.1));
            fall(&mut now, row, column);
        }
        fig[water].set_data(&now)?;
        fig[cut].set_ydata(&now.row(CUT))?;
        (0..2).for_each(|_| step(&mut now, &mut before));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(animate, 0..240).with_interval(Duration::from_millis(33));
    support::save("pool", fig, animation)
}
