//! A survey of a spiral galaxy: hexagons that fill with the stars that are found, on a logarithmic scale.

mod support;

use std::f64::consts::PI;
use std::time::Duration;

use plotreel::axes::{Aspect, ColorbarOptions, HexbinOptions};
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation, Norm, Style};

const NEW_STARS: usize = 400;

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1845);
    // A star is near one of two arms, which turn with the logarithm of the radius.
    let mut star = || {
        let radius = -3.0 * (1.0 - random.uniform()).ln();
        let arm = PI * (2.0 * random.uniform()).floor();
        let (sin, cos) = (arm + 2.2 * (1.0 + radius).ln() + 0.3 * random.normal()).sin_cos();
        [
            radius * cos + 0.3 * random.normal(),
            radius * sin + 0.3 * random.normal(),
        ]
    };

    let mut fig = Figure::new((6.0, 4.8), 100.0).with_style(Style::dark_background())?;
    let ax = fig.add_subplot(1, 1, 1)?;
    let options = HexbinOptions::new()
        .with_gridsize(50)
        .with_extent([-10.0, 10.0, -10.0, 10.0])
        .with_mincnt(1);
    let (mut x, mut y) = (vec![], vec![]);
    let hexagons = fig[ax].hexbin_with(&x, &y, &options)?;
    fig[hexagons.collection].set_cmap(Colormap::named("inferno")?);
    fig[hexagons.collection].set_norm(Norm::log().with_vmin(0.5).with_vmax(500.0));
    fig.colorbar_with(
        hexagons.collection,
        ax,
        &ColorbarOptions::new().with_label("stars"),
    )?;
    let found = fig[ax].scatter(&[0.0; 0], &[0.0; 0])?;
    fig[found].set_sizes(&[1.5])?;
    fig[found].set_facecolor("white")?;
    fig[found].set_zorder(2.0);
    fig[ax].set_xlim(-10.0, 10.0)?;
    fig[ax].set_ylim(-10.0, 10.0)?;
    fig[ax].set_aspect(Aspect::Equal)?;

    let update = |fig: &mut Figure, _: usize| {
        for _ in 0..NEW_STARS {
            let [right, up] = star();
            x.push(right);
            y.push(up);
        }
        let new = x.len() - NEW_STARS;
        hexagons.set_data(&mut fig[ax], &x, &y)?;
        fig[found].set_offsets(&x[new..], &y[new..])?;
        fig[ax].set_title(format!("{} stars", x.len()));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..70).with_interval(Duration::from_millis(50));
    support::save("galaxy", fig, animation)
}
