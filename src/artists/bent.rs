//! Artists in polar axes, which bend lines.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use kurbo::{BezPath, Point};
use ndarray::Array2;

use crate::artists::{
    Artist, Bar, BarContainer, BlendedCoords, DrawContext, Line2D, Orientation, QuadMesh,
};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::error::Error;
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::grid::Grid;
use crate::mapping::{AxesBox, Limits, Mapping, Polar, Projection};
use crate::scale::Scale;

const SIZE: FrameSize = FrameSize {
    width: 100,
    height: 100,
};

/// Draws in axes as large as the canvas, whose angles and distances from their lower left corner are data.
fn in_bent_axes<R>(draw: impl FnOnce(&mut Canvas, &DrawContext<'_>) -> R) -> (R, Canvas) {
    let fig = Figure::new((1.0, 1.0), 100.0);
    let limits = Limits {
        x: (0.0, FRAC_PI_2),
        y: (0.0, 1.0),
    };
    let polar = Polar::new(limits, Scale::Linear, (0.0, 1.0), None);
    let plane = (polar.plane(), (Scale::Linear, Scale::Linear));
    let axes = AxesBox {
        x0: 0.0,
        y0: 0.0,
        width: 100.0,
        height: 100.0,
    };
    let ctx = DrawContext {
        mapping: Mapping::new(Projection::Polar(polar), plane, axes, SIZE),
        ..fig.own_context(fig.sheet(SIZE))
    };
    let mut canvas = Canvas::new(SIZE);
    (draw(&mut canvas, &ctx), canvas)
}

/// Whether something is drawn at an angle and a distance.
fn is_drawn(canvas: &Canvas, angle: f64, distance: f64) -> bool {
    let (sin, cos) = angle.sin_cos();
    let (x, y) = (100.0 * distance * cos, 100.0 - 100.0 * distance * sin);
    let at = 4 * (y as usize * 100 + x as usize);
    canvas.pixels()[at..at + 3] != [255; 3]
}

#[test]
fn points_and_markers_go_through_the_projection() {
    in_bent_axes(|_, ctx| {
        let near = |a: Point, b: (f64, f64)| (a - Point::from(b)).hypot() < 1e-9;
        let up = [FRAC_PI_2, 0.25];
        assert!(near(ctx.point(up), (0.0, 75.0)) && near(ctx.pixel(up).into(), (0.0, 25.0)));
        assert_eq!(
            ctx.mapping.marker([FRAC_PI_2, 0.2525]),
            Point::new(0.0, 75.0)
        );
        let blended = BlendedCoords::try_from(("data", "axes fraction")).unwrap();
        assert!(near(ctx.point_in(blended, [0.0, 0.5]), (50.0, 100.0)));
    });
}

#[test]
fn bars_are_sectors_of_rings() {
    let bar = Bar {
        x: 0.0,
        y: 0.5,
        width: FRAC_PI_2,
        height: 0.4,
    };
    let color = ColorSpec::C0;
    let bars = BarContainer::new(vec![bar], Orientation::Vertical, vec![color]);
    let (result, canvas) = in_bent_axes(|canvas, ctx| bars.draw(canvas, ctx));
    result.unwrap();
    for distance in [0.52, 0.7, 0.88] {
        assert!(is_drawn(&canvas, FRAC_PI_4, distance), "{distance}");
    }
    // Straight sides would be nearer in the middle.
    for distance in [0.4, 0.48, 0.92] {
        assert!(!is_drawn(&canvas, FRAC_PI_4, distance), "{distance}");
    }
}

#[test]
fn axes_clip_by_a_path() {
    let line = Line2D::new(&[FRAC_PI_4; 2], &[0.5, 1.5]).unwrap();
    let (result, canvas) = in_bent_axes(|canvas, ctx| line.draw(canvas, ctx));
    result.unwrap();
    assert!(is_drawn(&canvas, FRAC_PI_4, 0.6) && is_drawn(&canvas, FRAC_PI_4, 0.97));
    assert!(!is_drawn(&canvas, FRAC_PI_4, 1.03) && !is_drawn(&canvas, FRAC_PI_4, 1.3));
}

#[test]
fn the_lines_of_paths_stay_lines_unless_they_are_divided() {
    let path = BezPath::from_svg("M0,0.5 L1,0.6").unwrap();
    in_bent_axes(|_, ctx| {
        let lines = |parts| ctx.mapping.path(&path, parts).elements().len();
        assert_eq!((lines(1), lines(10)), (2, 11));
        assert_eq!(
            ctx.path_in(BlendedCoords::default(), &path)
                .elements()
                .len(),
            2
        );
    });
}

#[test]
fn what_needs_flat_axes_says_so() {
    let image = crate::artists::AxesImage::new(
        crate::color::ColorRange::default(),
        &Array2::<f64>::zeros((2, 2)),
    );
    let image = image.unwrap();
    let chart = crate::artists::ChartArtist::new(|_| Ok(()));
    let across = Line2D::through([0.0, 1.0], [0.1, 0.2]).edge_to_edge(None);
    let (_, canvas) = in_bent_axes(|canvas, ctx| {
        let artists: [&dyn Artist; 3] = [&image, &chart, &across];
        for artist in artists {
            let refused = artist.draw(canvas, ctx);
            assert!(matches!(refused, Err(Error::Setting { .. })));
        }
        assert_eq!(image.hides(SIZE, ctx), None);
    });
    assert!(canvas.pixels().iter().all(|byte| *byte == 255));
}

#[test]
fn meshes_go_through_the_projection() {
    let grid = Grid::new(&[0.0, FRAC_PI_4, FRAC_PI_2], &[0.5, 0.9]).unwrap();
    for shaded in [false, true] {
        let mut mesh = QuadMesh::new(grid.clone(), shaded);
        let (rows, columns) = mesh.shape();
        mesh.set_array(&Array2::<f64>::zeros((rows, columns)))
            .unwrap();
        let (result, canvas) = in_bent_axes(|canvas, ctx| mesh.draw(canvas, ctx));
        result.unwrap();
        assert!(is_drawn(&canvas, FRAC_PI_4, 0.6) && is_drawn(&canvas, FRAC_PI_4, 0.85));
        assert!(!is_drawn(&canvas, FRAC_PI_4, 0.95) && !is_drawn(&canvas, 0.4, 0.4));
    }
}
