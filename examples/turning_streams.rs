//! The electric field of two charges that circle each other: streamlines coloured by its strength.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use ndarray::{Array1, Array2};
use plotreel::axes::{Aspect, StreamplotOptions};
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation, Norm};

/// The field at (x, y) of a positive and a negative charge, both at distance 1 from the centre.
fn field(x: f64, y: f64, angle: f64) -> [f64; 2] {
    let (sin, cos) = angle.sin_cos();
    let [mut u, mut v] = [0.0, 0.0];
    for charge in [1.0, -1.0] {
        let (dx, dy) = (x - charge * cos, y - charge * sin);
        let distance = match dx.hypot(dy) {
            // Streamlines end at the charges.
            distance if distance < 0.12 => f64::NAN,
            distance => distance,
        };
        u += charge * dx / distance.powi(3);
        v += charge * dy / distance.powi(3);
    }
    [u, v]
}

pub(crate) fn main() -> Result<()> {
    let (x, y) = (
        Array1::linspace(-3.0, 3.0, 61),
        Array1::linspace(-2.4, 2.4, 49),
    );
    let streams_at = |angle: f64| {
        let part = |part| {
            let value = |(row, column)| field(x[column], y[row], angle)[part];
            Array2::from_shape_fn((49, 61), value)
        };
        let (u, v) = (part(0), part(1));
        let (sin, cos) = angle.sin_cos();
        // All around the positive charge, and behind the negative one, where lines come from far away.
        let starts = (0..30).map(|i| {
            let (charge, turns) = if i < 20 { (1.0, i) } else { (-1.0, i - 25) };
            let around = angle + TAU * (f64::from(turns) + 0.5) / 20.0;
            (
                charge * (cos + 0.28 * around.cos()),
                charge * (sin + 0.28 * around.sin()),
            )
        });
        let options = StreamplotOptions::new()
            .with_start_points(starts.collect::<Vec<_>>())
            .with_broken_streamlines(false)
            .with_color_values(&(&u * &u + &v * &v).sqrt());
        (u, v, options)
    };

    let mut fig = Figure::new((6.0, 4.8), 100.0);
    let ax = fig.add_axes([0.06, 0.06, 0.9, 0.9])?;
    fig[ax].set_xlim(-3.0, 3.0)?;
    fig[ax].set_ylim(-2.4, 2.4)?;
    fig[ax].set_aspect(Aspect::Equal)?;
    let (u, v, options) = streams_at(0.0);
    let options = options
        .with_cmap(Colormap::named("viridis_r")?)
        .with_norm(Norm::log().with_vmin(0.03).with_vmax(10.0));
    let streams = fig[ax].streamplot_with(&x, &y, &u, &v, &options)?;
    fig[streams.lines].set_linewidth(1.2)?;
    fig[streams.arrows].set_linewidth(1.2)?;
    let charges = fig[ax].scatter(&[1.0, -1.0], &[0.0, 0.0])?;
    fig[charges].set_sizes(&[900.0])?;
    fig[charges].set_facecolors(["tab:red", "tab:blue"])?;
    fig[charges].set_zorder(3.0);

    let update = |fig: &mut Figure, i: i32| {
        let angle = 0.3 + TAU * f64::from(i) / 90.0;
        let (u, v, options) = streams_at(angle);
        streams.set_uv_with(&mut fig[ax], &u, &v, &options)?;
        let (sin, cos) = angle.sin_cos();
        fig[charges].set_offsets(&[cos, -cos], &[sin, -sin])
    };
    let animation = FuncAnimation::new(update, 0..90).with_interval(Duration::from_millis(40));
    support::save("turning_streams", fig, animation)
}
