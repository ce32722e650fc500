//! Opacities of elements against the pictures of matplotlib that tests/baseline/alphas.py draws.

use ndarray::{Array2, Array3, Axis, array, stack};
use plotreel::collections::LineCollection;
use plotreel::error::Result;
use plotreel::image::{InterpolationStage, Origin};
use plotreel::patches::Rectangle;
use plotreel::tri::Triangulation;
use plotreel::{Axes, Canvas, Colormap, Figure, Handle};

use crate::baseline::{Make, assert_figures};

fn i() -> Vec<f64> {
    (0..24).map(f64::from).collect()
}

fn wave() -> Vec<f64> {
    i().iter().map(|i| (0.37 * i).sin()).collect()
}

fn rising() -> Vec<f64> {
    i().iter().map(|i| (i + 1.0) / 24.0).collect()
}

fn falling() -> Vec<f64> {
    rising().into_iter().rev().collect()
}

fn plus(values: &[f64], shift: f64) -> Vec<f64> {
    values.iter().map(|v| v + shift).collect()
}

fn of_grid(f: impl Fn(f64, f64) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((6, 8), |(r, c)| f(r as f64, c as f64))
}

fn grid() -> Array2<f64> {
    of_grid(|r, c| (0.5 * c).sin() * (0.4 * r).cos() + 0.1 * c)
}

fn spots() -> Array2<f64> {
    of_grid(|r, c| (3.0 * r + 5.0 * c) % 11.0 / 10.0)
}

fn count(n: usize, first: f64) -> Vec<f64> {
    (0..n).map(|i| first + i as f64).collect()
}

fn scatter(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let band = fig[ax].axhspan(-0.5, 0.5);
    fig[band].set_color("0.8")?;
    let points = fig[ax].scatter(&i(), &wave())?;
    fig[points].set_sizes(&[120.0])?;
    fig[points].set_alpha(rising())?;
    fig[points].set_label("one colour");
    let points = fig[ax].scatter(&i(), &plus(&wave(), 1.0))?;
    let sizes: Vec<f64> = i().iter().map(|i| 60.0 + 4.0 * i).collect();
    fig[points].set_sizes(&sizes)?;
    fig[points].set_facecolors(["r", "g", "b", "k"].repeat(6))?;
    fig[points].set_edgecolor("k")?;
    fig[points].set_alpha(falling())?;
    fig[ax].legend();
    Ok(())
}

fn scatter_values(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let mut values = wave();
    values[5] = f64::NAN;
    let points = fig[ax].scatter_c(&i(), &wave(), &values)?;
    fig[points].set_sizes(&[150.0])?;
    fig[points].set_cmap(Colormap::named("plasma")?);
    fig[points].set_linewidth(2.0)?;
    fig[points].set_alpha(rising())?;
    fig.colorbar(points, ax)?;
    Ok(())
}

fn lines(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(-1.0, 25.0)?;
    fig[ax].set_ylim(-1.0, 4.0)?;
    let places: Vec<(f64, f64)> = i().into_iter().zip(wave()).collect();
    let trail = fig[ax].add_artist(LineCollection::new(places.windows(2)));
    fig[trail].set_color("C3")?;
    fig[trail].set_linewidth(5.0)?;
    fig[trail].set_alpha(&rising()[1..])?;
    let upright = i().into_iter().map(|x| [(x, 2.0), (x, 3.5)]);
    let upright = fig[ax].add_artist(LineCollection::new(upright));
    fig[upright].set_array(&wave());
    fig[upright].set_linewidth(3.0)?;
    let alphas: Vec<f64> = spots().into_iter().take(24).collect();
    fig[upright].set_alpha(alphas)
}

fn meshes(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_facecolor("0.5")?;
    let mesh = fig[ax].pcolormesh_c(&grid());
    fig[mesh].set_alpha(&spots())?;
    let (x, y) = (count(8, 0.0), count(6, 8.0));
    let shaded = fig[ax].pcolormesh_with(&x, &y, &grid(), "gouraud")?;
    fig[shaded].set_cmap(Colormap::named("plasma")?);
    fig[shaded].set_alpha(&spots())?;
    let mesh = fig[ax].pcolor(&count(9, 8.5), &count(7, 0.0), &grid())?;
    fig[mesh].set_alpha(&spots())?;
    fig[mesh].set_edgecolor("w")?;
    fig[mesh].set_antialiased(true);
    let (x, y) = ([9.0, 12.0, 16.0, 13.0, 10.0], [8.0, 8.5, 8.0, 13.0, 12.0]);
    let net = Triangulation::new(&x, &y)?;
    let net = net.with_triangles([[0, 1, 4], [1, 3, 4], [1, 2, 3]])?;
    let triangles = fig[ax].tripcolor(&net, &[0, 1, 2], "flat")?;
    fig[triangles].set_alpha([0.2, 0.5, 0.8])?;
    fig.colorbar(mesh, ax)?;
    Ok(())
}

/// Axes without a frame, with a coloured area that images are above.
fn bare(fig: &mut Figure, place: [f64; 4], color: &str) -> Result<Handle<Axes>> {
    let ax = fig.add_axes(place)?;
    fig[ax].set_axis_off();
    let area = fig[ax].add_patch(Rectangle::new((0.0, 0.0), 4.0, 3.0));
    fig[area].set_color(color)?;
    fig[area].set_zorder(-1.0);
    Ok(ax)
}

fn images(fig: &mut Figure) -> Result<()> {
    let channel = |f: fn(f64, f64) -> f64| of_grid(f).mapv(|v| v.clamp(0.0, 255.0) as u8);
    let [r, g, b, a] = [
        channel(|r, _| 40.0 * r),
        channel(|_, c| 30.0 * c),
        channel(|r, _| 250.0 - 30.0 * r),
        channel(|r, c| 25.0 * (r + c)),
    ];
    let join = |channels: &[&Array2<u8>]| -> Array3<u8> {
        let views: Vec<_> = channels.iter().map(|channel| channel.view()).collect();
        stack(Axis(2), &views).unwrap()
    };
    let colors = join(&[&r, &g, &b]);
    for (row, kind) in ["nearest", "bilinear"].into_iter().enumerate() {
        for column in 0..4 {
            let (x, y) = (0.25 * column as f64, 0.5 - 0.5 * row as f64);
            let ax = bare(fig, [x, y, 0.24, 0.49], "orange")?;
            let image = match column {
                0 => fig[ax].imshow(&grid())?,
                1 => fig[ax].imshow(&colors)?,
                2 => fig[ax].imshow(&join(&[&r, &g, &b, &a]))?,
                _ => fig[ax].imshow(&colors.mapv(|v| f64::from(v) / 255.0))?,
            };
            fig[ax].set_aspect("auto")?;
            fig[image].set_interpolation(kind)?;
            fig[image].set_alpha(&spots())?;
        }
    }
    Ok(())
}

fn images_by_stage(fig: &mut Figure) -> Result<()> {
    let stages = [InterpolationStage::Data, InterpolationStage::Rgba];
    for (row, stage) in stages.into_iter().enumerate() {
        for (column, kind) in ["nearest", "bicubic", "hanning"].into_iter().enumerate() {
            let (x, y) = (0.33 * column as f64, 0.5 - 0.5 * row as f64);
            let ax = bare(fig, [x, y, 0.32, 0.49], "teal")?;
            let mut values = grid();
            values[[2, 3]] = f64::NAN;
            let image = fig[ax].imshow(&values)?;
            fig[ax].set_aspect("auto")?;
            fig[image].set_origin(Origin::Lower);
            fig[image].set_interpolation(kind)?;
            fig[image].set_interpolation_stage(stage)?;
            fig[image].set_alpha(&spots())?;
        }
    }
    Ok(())
}

fn image_reduced(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])?;
    let of =
        |f: fn(f64, f64) -> f64| Array2::from_shape_fn((300, 400), |(y, x)| f(x as f64, y as f64));
    let image = fig[ax].imshow(&of(|x, y| (x / 80.0).sin() * (y / 60.0).cos()))?;
    let alphas = of(|x, y| 0.5 + 0.5 * ((x + y) / 90.0).sin());
    fig[image].set_alpha(&alphas)
}

fn space(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    let of = |f: fn(f64) -> f64| -> Vec<f64> { i().into_iter().map(f).collect() };
    let points = fig[ax].scatter(&of(|i| i % 6.0), &of(|i| (i / 6.0).floor()), &wave())?;
    fig[points].set_sizes(&[200.0])?;
    fig[points].set_alpha(rising())?;
    let (x, y, z) = (
        of(|i| i % 5.0),
        of(|i| (i / 5.0).floor()),
        plus(&wave(), 1.0),
    );
    let points = fig[ax].scatter_c(&x, &y, &z, &wave())?;
    fig[points].set_sizes(&[100.0])?;
    fig[points].set_depthshade(false);
    fig[points].set_alpha(falling())
}

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("scatter", scatter, 0.3, 0.05),
    ("scatter_values", scatter_values, 0.25, 0.05),
    ("lines", lines, 0.1, 0.05),
    ("meshes", meshes, 0.1, 0.05),
    ("images", images, 0.2, 0.05),
    ("images_by_stage", images_by_stage, 0.2, 0.05),
    ("image_reduced", image_reduced, 0.25, 0.05),
    ("space", space, 0.2, 0.05),
];

#[test]
fn each_element_has_its_opacity_as_by_matplotlib() {
    assert_figures("alphas", (3.2, 2.4), SCENES);
}

#[test]
fn opacities_that_are_not_as_many_as_the_data_are_refused_with_both_numbers() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let points = fig[ax]
        .scatter_c(&[0, 1, 2], &[0, 1, 2], &[5, 6, 7])
        .unwrap();
    let error = fig[points].set_alpha([0.1, 0.2]).unwrap_err();
    assert_eq!(error.cause(), "2 alphas for 3 values");
    assert!(fig[points].set_alpha([0.1, 0.2, 1.5]).is_err());
    assert_eq!((fig[points].alpha(), fig[points].alphas()), (None, None));

    let im = fig[ax].imshow(&grid()).unwrap();
    let error = fig[im].set_alpha(&array![[0.1, 0.2]]).unwrap_err();
    let wrong = "alpha can't be of shape (1, 2), for an image of shape (6, 8)";
    assert_eq!(error.cause(), wrong);
    assert!(fig[im].set_alpha([0.5; 48]).is_err(), "in a row");
    fig[im].set_alpha(&spots()).unwrap();
    fig[im].set_data(&array![[1.0, 2.0]]).unwrap();
    assert!(fig.draw(&mut Canvas::new((320, 240).into())).is_err());
}

#[test]
fn opacities_of_colours_are_counted_when_they_are_drawn() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let points = fig[ax].scatter(&[0, 1, 2], &[0, 1, 2]).unwrap();
    fig[points].set_facecolors(["red", "blue"]).unwrap();
    fig[points].set_alpha([0.1, 0.2, 0.3]).unwrap();
    let mut canvas = Canvas::new((320, 240).into());
    let error = fig.draw(&mut canvas).unwrap_err();
    assert_eq!(error.cause(), "3 alphas for 2 colours");
    fig[points].set_facecolor("red").unwrap();
    fig.draw(&mut canvas).unwrap();
}

#[test]
fn opacities_are_set_and_read_by_name() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let points = fig[ax].scatter(&[0, 1], &[0, 1]).unwrap();
    fig.set(points, "alpha", [0.25, 0.75]).unwrap();
    assert_eq!(fig.property(points, "alpha").unwrap(), [0.25, 0.75].into());
    assert_eq!(fig[points].alphas(), Some(&[0.25, 0.75][..]));
    fig.set(points, "alpha", 0.5).unwrap();
    assert_eq!(
        (fig[points].alpha(), fig[points].alphas()),
        (Some(0.5), None)
    );
    let im = fig[ax].imshow(&array![[1, 2], [3, 4]]).unwrap();
    let alphas = [[0.0, 0.1], [0.2, 0.3]];
    fig.set(im, "alpha", alphas).unwrap();
    assert_eq!(fig.property(im, "alpha").unwrap(), alphas.into());
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    assert!(fig.set(line, "alpha", [0.5, 0.5]).is_err());
}
