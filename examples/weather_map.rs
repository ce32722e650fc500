//! A weather map: a low moves across Europe between two highs, with labelled isobars and the wind as barbs, in knots.

mod support;

use std::time::Duration;

use ndarray::{Array1, Array2};
use plotreel::axes::ColorbarOptions;
use plotreel::collections::{ClabelOptions, ContourOptions};
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation};

/// Pressure in hPa at a longitude and latitude, and its slopes along both, some hours after the start.
fn weather(lon: f64, lat: f64, hours: f64) -> [f64; 3] {
    let (depth, moved) = (22.0 + 0.1 * hours, 0.6 * hours);
    let centers = [
        (-18.0 + moved, 58.0 - 0.05 * hours, -depth, 11.0, 8.0),
        (-26.0 + 0.5 * moved, 41.0, 16.0, 16.0, 8.0),
        (26.0 + 0.2 * moved, 50.0, 14.0, 12.0, 10.0),
    ];
    let mut found = [1013.0, 0.0, 0.0];
    for (x, y, high, width, height) in centers {
        let (dx, dy) = ((lon - x) / width, (lat - y) / height);
        let bell = high * (-dx * dx - dy * dy).exp();
        found[0] += bell;
        found[1] -= 2.0 * dx / width * bell;
        found[2] -= 2.0 * dy / height * bell;
    }
    found
}

/// Wind along the isobars, turned towards low pressure by friction.
fn wind(lon: f64, lat: f64, hours: f64) -> [f64; 2] {
    let [_, east, north] = weather(lon, lat, hours);
    [-9.0 * north - 3.0 * east, 9.0 * east - 3.0 * north]
}

pub(crate) fn main() -> Result<()> {
    let (lon, lat) = (
        Array1::linspace(-30.0, 30.0, 61),
        Array1::linspace(36.0, 68.0, 33),
    );
    let pressure = |hours: f64| {
        Array2::from_shape_fn((33, 61), |(row, column)| {
            weather(lon[column], lat[row], hours)[0]
        })
    };
    let (x, y) = (
        Array1::linspace(-27.0, 27.0, 13),
        Array1::linspace(38.0, 66.0, 8),
    );
    let winds = |hours: f64| {
        [0, 1].map(|part| {
            Array2::from_shape_fn((8, 13), |(row, column)| {
                wind(x[column], y[row], hours)[part]
            })
        })
    };

    let mut fig = Figure::new((6.4, 4.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlabel("longitude / °E");
    fig[ax].set_ylabel("latitude / °N");
    let levels: Vec<f64> = (984..=1032).step_by(4).map(f64::from).collect();
    let options = ContourOptions::new().with_levels(levels);
    let colors = options
        .clone()
        .with_cmap(Colormap::named("RdYlBu_r")?)
        .with_extend("both")?;
    let areas = fig[ax].contourf_with(&lon, &lat, &pressure(0.0), &colors)?;
    fig.colorbar_with(
        areas,
        ax,
        &ColorbarOptions::new().with_label("pressure / hPa"),
    )?;
    let lines = options.with_colors(["0.25"])?;
    let isobars = fig[ax].contour_with(&lon, &lat, &pressure(0.0), &lines)?;
    fig[isobars].set_linewidth(0.8)?;
    fig[ax].clabel(isobars, &ClabelOptions::new().with_fontsize(7.0))?;
    let [u, v] = winds(0.0);
    let barbs = fig[ax].barbs(&x, &y, &u, &v)?;
    fig[barbs].set_length(5.0)?;
    fig[barbs].set_linewidth(0.7)?;
    fig[barbs].set_zorder(1.5);

    let update = |fig: &mut Figure, hours: i32| {
        let now = f64::from(hours);
        fig[areas].set_data(&pressure(now))?;
        fig[isobars].set_data(&pressure(now))?;
        let [u, v] = winds(now);
        fig[barbs].set_uvc(&u, &v)?;
        fig[ax].set_title(format!("Day {}, {:02}:00", 1 + hours / 24, hours % 24));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..60).with_interval(Duration::from_millis(80));
    support::save("weather_map", fig, animation)
}
