//! Flow past a cylinder by the lattice Boltzmann method: its vorticity, and drifting dust particles.

mod support;

use std::{f64::consts::PI, time::Duration};

use ndarray::Array2;
use plotreel::error::Result;
use plotreel::image::Interpolation;
use plotreel::patches::Circle;
use plotreel::{Colormap, Figure, FuncAnimation};

const HEIGHT: usize = 64;
const WIDTH: usize = 160;
/// x, y and radius.
const CYLINDER: [f64; 3] = [32.0, 31.0, 6.5];
const SPEED: f64 = 0.15;
/// The relaxation towards equilibrium per step; the Reynolds number is 145.
const OMEGA: f64 = 1.85;
/// The directions in which the populations of a cell move.
const X: [isize; 9] = [0, 1, 0, -1, 0, 1, -1, -1, 1];
const Y: [isize; 9] = [0, 0, 1, 0, -1, 1, 1, -1, -1];

/// The equilibrium distribution of a cell.
fn equilibrium(density: f64, u: f64, v: f64) -> [f64; 9] {
    std::array::from_fn(|k| {
        let along = 3.0 * (X[k] as f64 * u + Y[k] as f64 * v);
        let share = [16.0, 4.0, 1.0][(X[k].abs() + Y[k].abs()) as usize] / 36.0;
        share * density * (1.0 + along + along * along / 2.0 - 1.5 * (u * u + v * v))
    })
}

fn step(cells: &mut Array2<[f64; 9]>, flow: &mut Array2<[f64; 2]>) {
    let old = cells.clone();
    for (((y, x), cell), flow) in cells.indexed_iter_mut().zip(flow.iter_mut()) {
        // The inflow at the left is constant.
        for k in (0..9).filter(|_| x > 0) {
            let from = (y + HEIGHT).wrapping_add_signed(-Y[k]) % HEIGHT;
            cell[k] = old[[from, x.wrapping_add_signed(-X[k]).min(WIDTH - 1)]][k];
        }
        let [c, e, n, w, s, ne, nw, sw, se] = *cell;
        if (x as f64 - CYLINDER[0]).hypot(y as f64 - CYLINDER[1]) < CYLINDER[2] {
            (*cell, *flow) = ([c, w, s, e, n, sw, se, ne, nw], [0.0, 0.0]);
            continue;
        }
        let density: f64 = cell.iter().sum();
        *flow = [e + ne + se - w - nw - sw, n + ne + nw - s - sw - se].map(|f| f / density);
        let goal = equilibrium(density, flow[0], flow[1]);
        *cell = std::array::from_fn(|k| cell[k] + OMEGA * (goal[k] - cell[k]));
    }
}

pub(crate) fn main() -> Result<()> {
    // A disturbance at the start makes vortex shedding begin sooner.
    let sway = |x: usize| 0.4 * SPEED * (4.0 * PI * x as f64 / WIDTH as f64).sin();
    let mut cells =
        Array2::from_shape_fn((HEIGHT, WIDTH), |(_, x)| equilibrium(1.0, SPEED, sway(x)));
    let mut flow = Array2::from_elem((HEIGHT, WIDTH), [0.0, 0.0]);
    let mut random = support::random(1911);
    let mut place = |side: usize| (side - 1) as f64 * random.uniform();
    let dust = (0..600).map(|_| (place(WIDTH), place(HEIGHT)));
    let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = dust.unzip();

    let mut fig = Figure::new((8.0, 3.6), 100.0);
    let ax = fig.add_axes([0.02, 0.03, 0.96, 0.87])?;
    fig[ax].set_title("Vorticity behind a cylinder");
    fig[ax].set_axis_off();
    let image = fig[ax].imshow(&Array2::<f64>::zeros((HEIGHT - 2, WIDTH - 2)))?;
    fig[image].set_extent([0.5, WIDTH as f64 - 1.5, HEIGHT as f64 - 1.5, 0.5])?;
    fig[image].set_cmap(Colormap::named("RdBu_r")?);
    fig[image].set_clim(Some(-0.06), Some(0.06));
    fig[image].set_interpolation(Interpolation::Bilinear)?;
    let cylinder = fig[ax].add_patch(Circle::new((CYLINDER[0], CYLINDER[1]), CYLINDER[2]));
    fig[cylinder].set_color("0.3")?;
    let dots = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "k.")?;
    fig[dots].set_markersize(2.0)?;

    let animate = |fig: &mut Figure, _| {
        for _ in 0..16 {
            step(&mut cells, &mut flow);
            for (x, y) in xs.iter_mut().zip(&mut ys) {
                let [u, v] = flow[[*y as usize % HEIGHT, *x as usize]];
                (*x, *y) = (*x + u, (*y + v).rem_euclid(HEIGHT as f64));
                if *x >= (WIDTH - 1) as f64 || (u, v) == (0.0, 0.0) {
                    (*x, *y) = (0.0, place(HEIGHT));
                }
            }
        }
        let vorticity = Array2::from_shape_fn((HEIGHT - 2, WIDTH - 2), |(y, x)| {
            let [west, east] = [flow[[y + 1, x]][1], flow[[y + 1, x + 2]][1]];
            let [north, south] = [flow[[y, x + 1]][0], flow[[y + 2, x + 1]][0]];
            (east - west - south + north) / 2.0
        });
        fig[image].set_data(&vorticity)?;
        fig[dots].set_data(&xs, &ys)
    };
    let animation = FuncAnimation::new(animate, 0..250).with_interval(Duration::from_millis(33));
    support::save("cylinder", fig, animation)
}
