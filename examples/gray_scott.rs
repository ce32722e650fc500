//! The Gray-Scott model of two substances that react and diffuse: a few drops grow into a labyrinth.

mod support;

use std::time::Duration;

use ndarray::Array2;
use plotreel::axes::ColorbarOptions;
use plotreel::error::Result;
use plotreel::image::Interpolation;
use plotreel::{Colormap, Figure, FuncAnimation};

const SIZE: usize = 160;
const FEED: f64 = 0.0545;
const KILL: f64 = 0.062;
const STEPS: usize = 40;

/// The discrete Laplacian: the four neighbours minus the cell, with periodic boundaries.
fn laplacian(field: &Array2<f64>, y: usize, x: usize) -> f64 {
    field[[(y + SIZE - 1) % SIZE, x]]
        + field[[(y + 1) % SIZE, x]]
        + field[[y, (x + SIZE - 1) % SIZE]]
        + field[[y, (x + 1) % SIZE]]
        - 4.0 * field[[y, x]]
}

fn step(u: &mut Array2<f64>, v: &mut Array2<f64>) {
    let (old_u, old_v) = (u.clone(), v.clone());
    for y in 0..SIZE {
        for x in 0..SIZE {
            let (a, b) = (old_u[[y, x]], old_v[[y, x]]);
            let reaction = a * b * b;
            u[[y, x]] += 0.16 * laplacian(&old_u, y, x) - reaction + FEED * (1.0 - a);
            v[[y, x]] += 0.08 * laplacian(&old_v, y, x) + reaction - (FEED + KILL) * b;
        }
    }
}

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1984);
    let mut place = || (random.uniform() * SIZE as f64) as usize;
    let drops: Vec<_> = (0..12).map(|_| (place(), place())).collect();
    let mut v = Array2::from_shape_fn((SIZE, SIZE), |(y, x)| {
        let is_in = |(a, b): &(usize, usize)| y.abs_diff(*a) < 5 && x.abs_diff(*b) < 5;
        if drops.iter().any(is_in) { 0.25 } else { 0.0 }
    });
    let mut u = v.mapv(|v| 1.0 - 2.0 * v);

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let dish = fig[ax].imshow(&v)?;
    fig[dish].set_cmap(Colormap::named("inferno")?);
    fig[dish].set_clim(Some(0.0), Some(0.4));
    fig[dish].set_interpolation(Interpolation::Bicubic)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);
    fig[ax].set_xlabel(format!("feed {FEED}, kill {KILL}"));
    let options = ColorbarOptions::new().with_label("concentration of $V$");
    fig.colorbar_with(dish, ax, &options)?;

    let animate = |fig: &mut Figure, i: usize| {
        for _ in 0..if i == 0 { 0 } else { STEPS } {
            step(&mut u, &mut v);
        }
        fig[ax].set_title(format!("Gray–Scott, $t = {}$", i * STEPS));
        fig[dish].set_data(&v)
    };
    let animation = FuncAnimation::new(animate, 0..200).with_interval(Duration::from_millis(40));
    support::save("gray_scott", fig, animation)
}
