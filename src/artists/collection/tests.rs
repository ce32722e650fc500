//! Collections against the artists that draw the same.

use super::*;
use crate::artists::{Line2D, PolyCollection};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::{Axes, FigureCanvas};

const X: [f64; 3] = [1.0, 2.0, 3.0];
const Y: [f64; 3] = [3.0, 1.0, 2.0];

/// The pixels of axes with limits from 0 to 4 and what `add` adds to them.
fn pixels(add: impl FnOnce(&mut Figure, Handle<Axes>)) -> Vec<u8> {
    let mut fig = Figure::new((3.0, 2.0), 100.0);
    let ax = fig.add_axes([0.25, 0.25, 0.5, 0.5]).unwrap();
    fig[ax].set_xlim(0.0, 4.0).unwrap();
    fig[ax].set_ylim(0.0, 4.0).unwrap();
    add(&mut fig, ax);
    let mut canvas = FigureCanvas::new(&fig, false).unwrap();
    canvas.draw(&fig).unwrap().to_vec()
}

/// So many points between 0 and 4.
fn points(count: usize) -> [Vec<f64>; 2] {
    let at = |step: usize| {
        let place = move |i: usize| 4.0 * ((i * step) % count) as f64 / count as f64;
        (0..count).map(place).collect::<Vec<f64>>()
    };
    [at(1), at(7)]
}

/// Markers of these sizes, in squared points, as paths in pixels at offsets in data coordinates.
fn at_offsets(path: BezPath, sizes: &[f64], [x, y]: &[Vec<f64>; 2]) -> Collection {
    let mut collection = Collection::new([Path(path)]);
    collection.set_coordinates("figure pixels").unwrap();
    let scales = sizes.iter().map(|s| Affine::scale(s.sqrt() * 100.0 / 72.0));
    collection.set_transforms(scales);
    collection.set_offsets(x, y).unwrap();
    collection.set_edgecolor_face();
    collection.set_linewidth(1.0).unwrap();
    collection
}

/// The pixels of a scatter plot, and of the same as a collection.
fn both(marker: Marker, sizes: &[f64], count: usize) -> [Vec<u8>; 2] {
    let points = points(count);
    let path = marker.shape(FillStyle::Full).path;
    let scattered = pixels(|fig, ax| {
        let points = fig[ax].scatter(&points[0], &points[1]).unwrap();
        fig[points].set_marker(marker).unwrap();
        fig[points].set_sizes(sizes).unwrap();
    });
    let collected = pixels(|fig, ax| {
        fig[ax].add_artist(at_offsets(path, sizes, &points));
    });
    [scattered, collected]
}

#[test]
fn scaled_markers_are_those_of_a_scatter_plot() {
    for (marker, sizes, count) in [
        (Marker::Circle, &[40.0, 90.0, 400.0][..], 300),
        (Marker::Circle, &[40.0], 3),
        (Marker::Square, &[40.0, 90.0, 400.0], 3),
        (Marker::Star, &[90.0, 40.0], 3),
    ] {
        let [scattered, collected] = both(marker, sizes, count);
        assert!(scattered == collected, "{sizes:?}");
    }
}

#[test]
fn paths_in_data_coordinates_are_polygons() {
    let triangles = [
        [(0.5, 0.5), (2.0, 0.7), (1.0, 3.0)],
        [(2.0, 2.0), (3.5, 2.5), (3.0, 3.9)],
    ];
    for count in [1, 2] {
        let expected = pixels(|fig, ax| {
            let mut polygons = PolyCollection::new(&triangles[..count]);
            polygons.set_edgecolor("black").unwrap();
            fig[ax].add_artist(polygons);
        });
        let found = pixels(|fig, ax| {
            let paths = triangles[..count].iter().map(|corners| {
                let mut path = Path::from_vertices(corners);
                path.close_poly();
                path
            });
            let mut polygons = Collection::new(paths);
            polygons.set_edgecolor("black").unwrap();
            fig[ax].add_artist(polygons);
        });
        assert!(found == expected, "{count}");
    }
}

#[test]
fn offsets_move_paths_and_repeat_them() {
    let kite = [
        (0.0, -9.0),
        (5.0, 0.0),
        (0.0, 9.0),
        (-5.0, 0.0),
        (0.0, -9.0),
    ];
    let moved = pixels(|fig, ax| {
        let mut kites = Collection::new([Path::from_vertices(&kite)]);
        kites.set_coordinates("figure pixels").unwrap();
        kites.set_offset_coordinates("axes fraction").unwrap();
        kites.set_offsets(&[0.25, 0.5], &[0.25, 0.5]).unwrap();
        kites.set_color("none").unwrap();
        kites.set_edgecolors(["red", "red"]).unwrap();
        fig[ax].add_artist(kites);
    });
    let drawn = pixels(|fig, ax| {
        for part in [0.25, 0.5] {
            let x = 300.0 * (0.25 + part * 0.5);
            let y = 200.0 * (0.25 + part * 0.5);
            let at = kite.map(|(dx, dy)| (x + dx, y + dy));
            let (x, y): (Vec<f64>, Vec<f64>) = at.into_iter().unzip();
            let mut line = Line2D::new(&x, &y).unwrap();
            line.set_coordinates("figure pixels").unwrap();
            line.set_color("red").unwrap();
            line.set_linewidth(1.0).unwrap();
            line.set_solid_capstyle("butt").unwrap();
            fig[ax].add_artist(line);
        }
    });
    assert!(moved == drawn);
}

#[test]
fn elements_are_as_many_as_paths_or_offsets() {
    let path = || Path::from_vertices(&[(0.0, 0.0), (1.0, 1.0)]);
    let mut collection = Collection::new([path(), path()]);
    assert_eq!(collection.len(), 2);
    collection.set_offsets(&X, &Y).unwrap();
    assert_eq!(collection.len(), 3);
    collection.set_paths([]);
    assert!(collection.is_empty());
    assert!(collection.set_offsets(&X, &[1.0]).is_err());
    assert!(collection.set_coordinates("offset points").is_err());
}

#[test]
fn limits_move_what_is_in_data_coordinates() {
    let mut collection = Collection::new([Path::new()]);
    assert_eq!(collection.follows_limits(), [true; 2]);
    collection.set_coordinates("figure pixels").unwrap();
    assert_eq!(collection.follows_limits(), [false; 2]);
    collection.set_offsets(&X, &Y).unwrap();
    let blended = BlendedCoords::try_from(("axes fraction", "data")).unwrap();
    collection.set_offset_coordinates(blended).unwrap();
    assert_eq!(collection.follows_limits(), [false, true]);
}
