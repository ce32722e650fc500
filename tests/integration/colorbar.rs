//! Colorbars against matplotlib's pictures (`tests/baseline/colorbar.py`).

use ndarray::Array2;
use plotreel::axes::{Aspect, ColorbarOptions, Extend, Side};
use plotreel::image::AxesImage;
use plotreel::{Axes, Color, Colormap, Figure, Handle, Norm};

use crate::baseline;
use crate::support::draw;

fn assert_near(name: &str, fig: &Figure, rms: f64, percent: f64) {
    baseline::assert_near(&format!("colorbar/{name}"), fig, rms, percent);
}

fn data() -> Array2<f64> {
    Array2::from_shape_fn((6, 8), |(y, x)| y as f64 * 2.5 + x as f64 * 1.25)
}

struct Shown {
    fig: Figure,
    ax: Handle<Axes>,
    im: Handle<AxesImage>,
}

impl Shown {
    fn new(data: &Array2<f64>) -> Self {
        let mut fig = Figure::new((4.0, 3.0), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let im = fig[ax].imshow(data).unwrap();
        Self { fig, ax, im }
    }

    fn with_norm(norm: Norm) -> Self {
        let mut shown = Self::new(&data());
        shown.fig[shown.im].set_norm(norm);
        shown
    }

    fn bar(&mut self, options: &ColorbarOptions) -> Handle<Axes> {
        self.fig.colorbar_with(self.im, self.ax, options).unwrap()
    }
}

fn at(location: Side, extend: Extend) -> ColorbarOptions {
    ColorbarOptions::new()
        .with_location(location)
        .unwrap()
        .with_extend(extend)
        .unwrap()
}

#[test]
fn it_lies_on_each_side() {
    for (name, location) in [("vertical", Side::Right), ("horizontal", Side::Bottom)] {
        let mut shown = Shown::new(&data());
        shown.bar(&at(location, Extend::Neither).with_label("height"));
        assert_near(name, &shown.fig, 0.25, 0.05);
    }
    let mut shown = Shown::new(&data());
    shown.bar(&at(Side::Left, Extend::Max).with_shrink(0.6));
    assert_near("left", &shown.fig, 0.05, 0.05);
    let mut shown = Shown::new(&data());
    shown.bar(
        &at(Side::Top, Extend::Both)
            .with_aspect(10.0)
            .with_fraction(0.2)
            .with_pad(0.1),
    );
    assert_near("top", &shown.fig, 0.05, 0.05);
}

#[test]
fn its_ends_have_the_colours_beyond_the_limits() {
    let mut shown = Shown::with_norm(Norm::linear().with_vmin(5.0).with_vmax(15.0));
    let cmap = Colormap::named("plasma").unwrap();
    let cmap = cmap.with_under(Color::rgb(255, 0, 0));
    shown.fig[shown.im].set_cmap(cmap.with_over(Color::rgb(0, 255, 0)));
    shown.bar(&at(Side::Right, Extend::Both));
    assert_near("extend_both", &shown.fig, 0.5, 0.05);
    let mut shown = Shown::with_norm(Norm::linear().with_vmin(5.0));
    shown.bar(&at(Side::Right, Extend::Min));
    assert_near("extend_min", &shown.fig, 0.3, 0.05);
    let mut shown = Shown::with_norm(Norm::linear().with_vmax(15.0));
    shown.bar(&at(Side::Bottom, Extend::Max));
    assert_near("extend_max", &shown.fig, 0.05, 0.05);
}

#[test]
fn its_axis_is_that_of_the_norm() {
    let mut shown = Shown::new(&data().mapv(|x| 10f64.powf(x / 6.0)));
    shown.fig[shown.im].set_norm(Norm::log());
    shown.bar(&ColorbarOptions::default());
    assert_near("logarithmic", &shown.fig, 0.25, 0.05);
    let mut shown = Shown::new(&data().mapv(|x| x * x - 60.0));
    shown.fig[shown.im].set_norm(Norm::sym_log(1.0).with_vmin(-100.0).with_vmax(100.0));
    shown.bar(&ColorbarOptions::default());
    assert_near("symlog", &shown.fig, 0.15, 0.05);
    let mut shown = Shown::with_norm(Norm::boundary([0.0, 1.0, 5.0, 8.0, 20.0]));
    shown.bar(&at(Side::Right, Extend::Both));
    assert_near("boundaries", &shown.fig, 0.1, 0.05);
    let mut shown = Shown::with_norm(Norm::power(0.4));
    shown.bar(&ColorbarOptions::default());
    assert_near("power", &shown.fig, 0.2, 0.05);
    let mut shown = Shown::with_norm(Norm::two_slope(4.0).with_vmin(0.0).with_vmax(20.0));
    shown.fig[shown.im].set_cmap(Colormap::named("coolwarm").unwrap());
    let bar = shown.bar(&ColorbarOptions::default());
    assert_near("two_slopes", &shown.fig, 0.2, 0.05);
    let ticks = shown.fig.ticks(bar).unwrap().y;
    let last = ticks.major.last().unwrap();
    assert_eq!(
        (last.label.as_str(), (last.value - 20.0).abs() < 1e-9),
        ("20.0", true)
    );
}

#[test]
fn it_follows_its_artist() {
    let mut shown = Shown::new(&data());
    shown.bar(&ColorbarOptions::default());
    draw(&shown.fig);
    shown.fig[shown.im].set_clim(Some(-2e5), Some(3e5));
    shown.fig[shown.im].set_cmap(Colormap::named("tab10").unwrap());
    assert_near("changed", &shown.fig, 0.1, 0.05);
}

#[test]
fn it_shows_collections() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let x: Vec<f64> = (0..10).map(|i| f64::from(i) / 3.0).collect();
    let y: Vec<f64> = x.iter().map(|x| x * x).collect();
    let points = fig[ax].scatter(&x, &y).unwrap();
    fig[points].set_array(&x);
    fig[points].set_cmap(Colormap::named("magma").unwrap());
    fig[points].set_alpha(0.6).unwrap();
    fig.colorbar(points, ax).unwrap();
    assert_near("scatter", &fig, 0.1, 0.05);
}

#[test]
fn it_takes_its_room_from_its_axes() {
    let mut fig = Figure::new((5.0, 4.0), 100.0);
    let axs = fig.subplots(2, 2).unwrap();
    for (i, ax) in axs.iter().enumerate() {
        let im = fig[*ax].imshow(&(data() * (i + 1) as f64)).unwrap();
        fig[*ax].set_aspect(Aspect::Auto).unwrap();
        let side = [
            Some(Side::Right),
            Some(Side::Bottom),
            None,
            Some(Side::Left),
        ][i];
        if let Some(side) = side {
            fig.colorbar_with(im, *ax, &at(side, Extend::Neither))
                .unwrap();
        }
    }
    assert_near("subplots", &fig, 0.05, 0.05);

    let mut fig = Figure::new((5.0, 3.0), 100.0);
    for ax in fig.subplots(1, 2).unwrap() {
        let im = fig[ax].imshow(&data()).unwrap();
        let options = at(Side::Right, Extend::Both).with_label("height");
        fig.colorbar_with(im, ax, &options).unwrap();
        fig[ax].set_title("title");
    }
    fig.tight_layout().unwrap();
    assert_near("tight", &fig, 0.1, 0.05);

    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = fig.add_axes([0.1, 0.1, 0.8, 0.8]).unwrap();
    let im = fig[ax].imshow(&data()).unwrap();
    fig[ax].set_aspect(Aspect::Auto).unwrap();
    fig[im].set_alpha(Some(0.5)).unwrap();
    let options = ColorbarOptions::new().with_shrink(0.8);
    fig.colorbar_with(im, ax, &options).unwrap();
    assert_near("rectangle", &fig, 0.05, 0.05);

    let mut shown = Shown::new(&data());
    shown.bar(&ColorbarOptions::default());
    shown.bar(&at(Side::Bottom, Extend::Neither));
    assert_near("two_bars", &shown.fig, 0.05, 0.05);
}

#[test]
fn what_has_no_colours_has_no_colorbar() {
    let mut shown = Shown::new(&data());
    let line = shown.fig[shown.ax].axhline(1.0);
    assert!(shown.fig.colorbar(line, shown.ax).is_err());
    let im = shown.im;
    let mut other = Shown::new(&data());
    assert!(other.fig.colorbar(im, other.ax).is_err());
    let no_room = ColorbarOptions::new().with_fraction(0.99);
    assert!(
        shown
            .fig
            .colorbar_with(shown.im, shown.ax, &no_room)
            .is_err()
    );
    assert_eq!(shown.fig.axes().len(), 1);
}

#[test]
fn it_outlives_its_artist() {
    let mut shown = Shown::new(&data());
    let bar = shown.bar(&ColorbarOptions::default());
    shown.fig[shown.ax].remove(shown.im);
    draw(&shown.fig);
    assert!(shown.fig.ticks(bar).is_ok());
}
