//! Contours of a few points.

use crate::contour::{Bands, ContourCells, Levels};
use crate::grid::Grid;

fn cells(rows: usize, columns: usize, bad: &[usize]) -> ContourCells {
    let good: Vec<bool> = (0..rows * columns).map(|i| !bad.contains(&i)).collect();
    ContourCells::of_grid(&Grid::of_shape((rows, columns)), &good)
}

/// The outlines of the areas between levels.
fn outlines(cells: &ContourCells, z: &[f64], levels: &[f64]) -> Vec<Vec<[[f64; 2]; 2]>> {
    let mut bands = Bands::default();
    bands.update(cells, &Levels::new(cells, z, levels));
    bands.outlines_each(|_, place| place).collect()
}

/// The area that outlines have on their left.
fn area(band: &[[[f64; 2]; 2]]) -> f64 {
    let side = |[a, b]: &[[f64; 2]; 2]| 0.5 * (a[0] * b[1] - b[0] * a[1]);
    band.iter().map(side).sum()
}

#[test]
fn bands_share_the_whole_area() {
    for bad in [&[][..], &[7], &[0, 13]] {
        let cells = cells(4, 5, bad);
        let z: Vec<f64> = (0..20).map(|i| f64::from(i * 7 % 11)).collect();
        let levels = [-1.0, 2.0, 4.5, 8.0, 20.0];
        let bands = outlines(&cells, &z, &levels);
        let areas: Vec<f64> = bands.iter().map(|band| area(band)).collect();
        // A bad point takes half of each cell around it.
        let whole = match bad {
            [] => 12.0,
            [7] => 10.0,
            _ => 12.0 - 0.5 - 2.0,
        };
        assert!(
            (areas.iter().sum::<f64>() - whole).abs() < 1e-12,
            "{areas:?}"
        );
        assert!(areas.iter().all(|area| *area > 0.0), "{areas:?}");
    }
}

#[test]
fn lines_have_higher_values_on_their_left() {
    let cells = cells(2, 3, &[]);
    let z = [0.0, 1.0, 2.0, 0.0, 1.0, 2.0];
    let lines = cells.lines(&Levels::new(&cells, &z, &[0.5, 1.5]));
    assert_eq!(lines[0].len(), 1);
    assert!(!lines[0][0].closed);
    // Downwards, with the right side on the left.
    assert_eq!(lines[0][0].points, [[0.5, 1.0], [0.5, 0.0]]);
    assert_eq!(lines[1][0].points, [[1.5, 1.0], [1.5, 0.0]]);
}

#[test]
fn a_line_around_a_peak_is_closed() {
    let cells = cells(3, 3, &[]);
    let mut z = [0.0; 9];
    z[4] = 1.0;
    let lines = cells.lines(&Levels::new(&cells, &z, &[0.5]));
    let [line] = &lines[0][..] else {
        panic!("{lines:?}");
    };
    assert!(line.closed);
    assert_eq!(
        line.points,
        [[1.0, 0.5], [1.5, 1.0], [1.0, 1.5], [0.5, 1.0]]
    );
}

#[test]
fn the_middle_of_a_saddle_decides() {
    let cells = cells(2, 2, &[]);
    for middle in [1.0, 3.0] {
        let z = [middle, 0.0, 0.0, middle];
        let levels = [1e-9, 0.9, 9.0];
        let bands = outlines(&cells, &z, &levels);
        let lines = cells.lines(&Levels::new(&cells, &z, &levels));
        assert_eq!(lines[1].len(), 2);
        // Above: the corners that are low are cut off, so that the area is connected.
        let above = area(&bands[1]);
        assert_eq!(above > 0.5, middle > 1.8, "{middle}: {above}");
    }
}
