//! A small network learns to separate two moons: its output over the plane, and its losses on growing axes.

mod support;

use ndarray::{Array1, Array2, Axis};
use plotreel::error::Result;
use plotreel::image::Interpolation;
use plotreel::scale::Scale;
use plotreel::{Colormap, Figure, FuncAnimation};

/// A layer of tanh and a logistic unit; a third coordinate of the points, 1, stands for biases.
fn run(x: &Array2<f64>, w: &Array2<f64>, v: &Array1<f64>) -> (Array2<f64>, Array1<f64>) {
    let hidden = x.dot(w).mapv(f64::tanh);
    let out = hidden.dot(v).mapv(|z| 1.0 / (1.0 + (-z).exp()));
    (hidden, out)
}

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1986);
    let mut normal = || (0..12).map(|_| random.uniform()).sum::<f64>() - 6.0;
    let mut moons = || {
        Array2::from_shape_fn((100, 3), |(i, axis)| {
            let (sin, cos) = (0.0317 * i as f64).sin_cos();
            let [x, y] = [[cos, sin], [1.0 - cos, 0.4 - sin]][i % 2];
            [x + 0.25 * normal(), y + 0.25 * normal(), 1.0][axis]
        })
    };
    let (known, unseen) = (moons(), moons());
    let truth = Array1::from_shape_fn(100, |i| (i % 2) as f64);
    let cross_entropy = |out: &Array1<f64>| -(1.0 - (out - &truth).abs()).ln().sum() / 100.0;
    let mut w = Array2::from_shape_simple_fn((3, 24), normal);
    let mut v = Array1::zeros(24);
    let (mut w_speed, mut v_speed) = (0.0 * &w, 0.0 * &v);
    let plane = Array2::from_shape_fn((70 * 100, 3), |(i, axis)| {
        let (x, y) = ((i % 100) as f64 / 20.0, (i / 100) as f64 / 20.0);
        [x - 1.975, 1.975 - y, 1.0][axis]
    });

    let mut fig = Figure::new((9.0, 3.6), 100.0);
    let map = fig.add_axes([0.06, 0.14, 0.42, 0.74])?;
    let image = fig[map].imshow(&Array2::<f64>::zeros((70, 100)))?;
    fig[image].set_extent([-2.0, 3.0, -1.5, 2.0])?;
    fig[image].set_cmap(Colormap::named("RdBu")?);
    fig[image].set_clim(Some(-0.3), Some(1.3));
    fig[image].set_interpolation(Interpolation::Bilinear)?;
    let dots = fig[map].scatter_c(&known.column(0), &known.column(1), &truth)?;
    fig[dots].set_cmap(Colormap::named("RdBu")?);
    fig[dots].set_edgecolor("white")?;
    let curves = fig.add_axes([0.56, 0.14, 0.4, 0.74])?;
    fig[curves].set_title("cross-entropy");
    fig[curves].set_yscale(Scale::log())?;
    fig[curves].set_xlim(0.0, 75.0)?;
    fig[curves].set_ylim(0.1, 1.0)?;
    fig[curves].grid(true);
    let lines = [fig[curves].plot(&[1], &[1])?, fig[curves].plot(&[1], &[1])?];
    fig[lines[0]].set_label("training");
    fig[lines[1]].set_label("validation");
    let legend = fig[curves].legend();
    fig[legend].set_loc("upper right")?;

    let (mut steps, mut losses) = (vec![], [vec![], vec![]]);
    let learn = |fig: &mut Figure, step: u32| {
        let (hidden, out) = run(&known, &w, &v);
        steps.push(step);
        losses[0].push(cross_entropy(&out));
        losses[1].push(cross_entropy(&run(&unseen, &w, &v).1));
        // Backpropagation, and gradient descent with momentum.
        let error = (out - &truth) / 100.0;
        let back = error.clone().insert_axis(Axis(1)) * &v * (1.0 - &hidden * &hidden);
        w_speed = 0.95 * &w_speed - 0.5 * known.t().dot(&back);
        v_speed = 0.95 * &v_speed - 0.5 * hidden.t().dot(&error);
        (w, v) = (&w + &w_speed, &v + &v_speed);

        let (_, end) = fig[curves].xlim();
        if f64::from(step) >= end {
            fig[curves].set_xlim(0.0, 2.0 * end)?;
        }
        let (floor, ceiling) = fig[curves].ylim();
        if losses[0][steps.len() - 1] < floor {
            fig[curves].set_ylim(floor / 10.0, ceiling)?;
        }
        fig[map].set_title(format!("step {step}"));
        let (_, out) = run(&plane, &w, &v);
        fig[image].set_data(&Array2::from_shape_fn((70, 100), |(y, x)| out[100 * y + x]))?;
        fig[lines[0]].set_data(&steps, &losses[0])?;
        fig[lines[1]].set_data(&steps, &losses[1])
    };
    support::save("training_curves", fig, FuncAnimation::new(learn, 0..300))
}
