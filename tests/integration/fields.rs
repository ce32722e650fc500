//! Meshes, contours and triangulations against the pictures of matplotlib that tests/baseline/fields.py draws.

mod contours;
mod meshes;
mod triangles;

use ndarray::Array2;
use plotreel::error::Result;
use plotreel::{Axes, Figure, Handle};

use crate::baseline::assert_near;

struct Scene {
    name: &'static str,
    fill: fn(&mut Figure) -> Result<()>,
    /// Root mean square over all channels, and per cent of the pixels that are not white in both pictures.
    bound: (f64, f64),
}

/// Scenes of a module and how near they have to be; each is a test.
macro_rules! scenes {
    ($module:ident: $($name:ident within $rms:literal, $share:literal;)*) => {
        $(
            #[test]
            fn $name() {
                Scene {
                    name: stringify!($name),
                    fill: $module::$name,
                    bound: ($rms, $share),
                }
                .check();
            }
        )*
    };
}

scenes!(
    meshes:
    mesh within 0.1, 0.05;
    mesh_uneven within 0.1, 0.05;
    mesh_nearest within 0.1, 0.05;
    mesh_nearest_bent within 0.1, 0.05;
    mesh_bent within 0.1, 0.05;
    mesh_bad within 0.1, 0.05;
    mesh_alpha within 0.1, 0.05;
    mesh_edges within 0.1, 0.05;
    mesh_antialiased within 0.1, 0.05;
    mesh_log within 0.1, 0.05;
    mesh_inverted within 0.1, 0.05;
    mesh_fine within 0.1, 0.05;
    mesh_updated within 0.1, 0.05;
    gouraud within 0.1, 0.05;
    gouraud_bent within 0.1, 0.05;
    gouraud_fine within 0.1, 0.05;
    gouraud_log within 0.1, 0.05;
    pcolor within 0.1, 0.05;
    pcolor_edges within 0.1, 0.05;
);

scenes!(
    contours:
    contour within 0.1, 0.05;
    contour_looks within 0.1, 0.05;
    contour_negative within 0.1, 0.05;
    contour_bent within 0.1, 0.05;
    contour_masked within 0.1, 0.05;
    contour_dots within 0.1, 0.05;
    contour_log within 0.1, 0.05;
    contourf within 0.1, 0.05;
    contourf_extend within 0.1, 0.05;
    contourf_colors within 0.1, 0.05;
    contourf_masked within 0.1, 0.05;
    contourf_dots within 0.1, 0.05;
    contourf_bent within 0.1, 0.05;
    contourf_steps within 0.1, 0.05;
    contourf_log within 0.1, 0.05;
    contourf_updated within 0.1, 0.05;
    clabel within 0.1, 0.05;
    clabel_looks within 0.5, 0.1;
    clabel_bent within 0.1, 0.05;
);

scenes!(
    triangles:
    tricontour within 0.1, 0.05;
    tricontour_looks within 0.1, 0.05;
    tripcolor within 0.1, 0.05;
    tripcolor_gouraud within 0.1, 0.05;
    triplot within 0.1, 0.05;
);

impl Scene {
    fn check(&self) {
        let mut fig = Figure::new((3.0, 2.2), 100.0);
        (self.fill)(&mut fig).unwrap();
        let (rms, share) = self.bound;
        assert_near(&format!("fields/{}", self.name), &fig, rms, share);
    }
}

fn axes(fig: &mut Figure) -> Handle<Axes> {
    fig.add_subplot(1, 1, 1).unwrap()
}

fn count(n: usize, from: f64) -> Vec<f64> {
    (0..n).map(|i| from + i as f64).collect()
}

fn powers(n: usize, low: f64, high: f64) -> Vec<f64> {
    steps(n, low, high).iter().map(|v| 10f64.powf(*v)).collect()
}

/// Smooth values.
fn waves(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| {
        let (r, c) = (r as f64, c as f64);
        (0.5 * c).sin() * (0.4 * r).cos() + 0.1 * c
    })
}

/// Values that jump.
fn dots(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| {
        ((7 * r + 13 * c + r * c) % 17) as f64 / 16.0
    })
}

fn uneven(n: usize, power: f64) -> Vec<f64> {
    (0..n).map(|i| (i as f64).powf(power)).collect()
}

fn steps(n: usize, low: f64, high: f64) -> Vec<f64> {
    let step = (high - low) / (n - 1) as f64;
    (0..n).map(|i| low + step * i as f64).collect()
}

/// Points of a grid with curved lines.
fn bent(rows: usize, columns: usize) -> (Array2<f64>, Array2<f64>) {
    let x = |(r, c): (usize, usize)| c as f64 + 0.4 * (0.7 * r as f64).sin();
    let y = |(r, c): (usize, usize)| r as f64 + 0.3 * (0.5 * c as f64).cos();
    let shape = (rows, columns);
    (
        Array2::from_shape_fn(shape, x),
        Array2::from_shape_fn(shape, y),
    )
}
