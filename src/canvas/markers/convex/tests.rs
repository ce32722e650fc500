use super::*;
use crate::canvas::path::GraphicsContext;
use crate::canvas::snap::Snap;
use crate::color::Color;
use crate::frame_size::FrameSize;
use crate::mapping::PixelRect;
use kurbo::{Affine, Circle, Shape, Stroke};

const SIZE: FrameSize = FrameSize {
    width: 40,
    height: 40,
};
const TRIANGLE: &str = "M0,-0.5 L0.5,0.5 L-0.5,0.5 Z";
const SQUARE: &str = "M-0.5,-0.5 L0.5,-0.5 L0.5,0.5 L-0.5,0.5 Z";
const KITE: &str = "M0,-0.9 L-0.3,0 L0,0.5 L0.3,0 Z";

fn path(svg: &str) -> BezPath {
    BezPath::from_svg(svg).unwrap()
}

fn circle() -> BezPath {
    Circle::new((0.0, 0.0), 1.0).to_path(1e-4)
}

#[test]
fn only_convex_polygons_are_taken() {
    for svg in [TRIANGLE, SQUARE, KITE, "M0,0 L4,0 L4,1 L0,1 Z"] {
        assert!(Convex::new(&path(svg)).is_some(), "{svg}");
    }
    let others = [
        "M0,0 L1,0 L1,1",
        "M0,0 L1,0 Z",
        "M0,0 L4,0 L1,1 L0,4 Z",
        "M0,0 L1,0 L1,1 Z M5,5 L6,5 L6,6 Z",
        "M0,0 L0,0 L0,0 Z",
    ];
    for svg in others {
        assert!(Convex::new(&path(svg)).is_none(), "{svg}");
    }
}

#[test]
fn a_circle_may_end_not_quite_where_it_begins() {
    let drawn = |circle: &BezPath| {
        let mut canvas = Canvas::new(SIZE);
        let mark = Mark {
            center: Point::new(20.0, 20.0),
            size: 8.0,
            face: None,
            edge: Some((Color::rgb(0, 0, 255), 2.0)),
        };
        let mut convex = Convex::new(circle).unwrap();
        canvas.draw_convex(&mut convex, std::iter::once(mark), false, None);
        canvas.pixels().to_vec()
    };
    for off in [1e-12, -1e-12] {
        let mut open = circle();
        if let [.., PathEl::CurveTo(_, _, end), _] = open.elements_mut() {
            *end += Vec2::new(off, off);
        }
        assert!(drawn(&open) == drawn(&circle()));
    }
    assert_ne!(drawn(&circle()), Canvas::new(SIZE).pixels());
}

#[test]
fn circles_of_many_sizes_are_what_each_is_alone() {
    let marks: Vec<Mark> = (1..60)
        .map(|i| Mark {
            center: Point::new(20.0, 20.0),
            size: 0.3 * f64::from(i),
            face: None,
            edge: Some((Color::rgb(0, 0, 255).with_alpha(0.5), 1.0)),
        })
        .collect();
    let [mut together, mut alone] = [Canvas::new(SIZE), Canvas::new(SIZE)];
    let mut convex = Convex::new(&circle()).unwrap();
    together.draw_convex(&mut convex, marks.iter().copied(), false, None);
    for mark in marks {
        let mut convex = Convex::new(&circle()).unwrap();
        alone.draw_convex(&mut convex, std::iter::once(mark), false, None);
    }
    assert!(together.pixels() == alone.pixels());
    assert!(convex.polygons.len() < 6, "few polygons are made");
}

#[test]
fn a_mark_is_what_is_drawn_of_its_path() {
    let shapes = [
        path(TRIANGLE),
        path(KITE),
        path(SQUARE),
        circle(),
        circle().reverse_subpaths(),
    ];
    let (blue, red) = (Color::rgb(0, 0, 255), Color::rgb(255, 0, 0).with_alpha(0.5));
    for shape in shapes {
        for (size, width) in [
            (0.05, 1.4),
            (0.3, 1.4),
            (0.6, 1.0),
            (1.2, 1.4),
            (2.0, 4.0),
            (3.0, 1.4),
            (4.3, 2.6),
            (9.1, 3.0),
            (12.3, 1.0),
        ] {
            for (edge, is_fast) in [(red, false), (blue, false), (blue, true)] {
                let center = Point::new(19.3, 20.8);
                let mark = Mark {
                    center,
                    size,
                    face: Some(blue),
                    edge: Some((edge, width)),
                };
                let mut ours = Canvas::new(SIZE);
                let mut convex = Convex::new(&shape).unwrap();
                ours.draw_convex(&mut convex, std::iter::once(mark), is_fast, None);
                let mut theirs = Canvas::new(SIZE);
                let place = Affine::translate(center.to_vec2()) * Affine::scale(size);
                let stroke = Stroke::new(width).with_caps(kurbo::Cap::Butt);
                let gc = GraphicsContext {
                    face: Some(blue),
                    edge: Some((edge, stroke)),
                    snap: Snap::Auto,
                    ..GraphicsContext::default()
                };
                theirs.draw_path(&(place * &shape), &gc);
                let off = ours.pixels().iter().zip(theirs.pixels());
                let worst = off.map(|(a, b)| a.abs_diff(*b)).max().unwrap();
                assert!(
                    worst <= if is_fast { 16 } else { 1 },
                    "{} {size} {width}: {worst}",
                    shape.to_svg()
                );
            }
        }
    }
}

#[test]
fn discs_at_the_edge_are_cut_and_those_outside_left_out() {
    let mut canvas = Canvas::new(FrameSize {
        width: 4,
        height: 4,
    });
    let blank = canvas.pixels().to_vec();
    let disc = |x, size| Mark {
        center: Point::new(x, 2.0),
        size,
        face: Some(Color::rgb(0, 0, 0)),
        edge: None,
    };
    let mut convex = Convex::new(&circle()).unwrap();
    let discs = [
        disc(1e300, 1.0),
        disc(-50.0, 3.0),
        disc(f64::NAN, 1.0),
        disc(1.0, f64::NAN),
        disc(1.0, f64::INFINITY),
        disc(1.0, 0.0),
    ];
    canvas.draw_convex(&mut convex, discs.into_iter(), true, None);
    let outside = (0..100).map(|i| disc(-1.0 - 0.037 * f64::from(i), 0.3));
    canvas.draw_convex(&mut convex, outside, true, None);
    assert_eq!(canvas.pixels(), blank);
    let clip = PixelRect {
        x0: 1,
        y0: 0,
        x1: 9,
        y1: 9,
    };
    let large = [disc(2.0, 40.0)].into_iter();
    canvas.draw_convex(&mut convex, large, true, Some(&Clip::Pixels(clip)));
    let row: Vec<u8> = canvas.to_rgb()[..12].iter().step_by(3).copied().collect();
    assert_eq!(row, [255, 0, 0, 0]);
}

#[test]
fn squares_are_sharp_and_cut_at_the_clip() {
    let mut canvas = Canvas::new(SIZE);
    let mark = |x, size| Mark {
        center: Point::new(x, 1.6),
        size,
        face: Some(Color::rgb(0, 0, 0)),
        edge: None,
    };
    let marks = [
        mark(2.3, 3.2),
        mark(9.2, f64::NAN),
        mark(9.2, 0.0),
        mark(f64::INFINITY, 2.0),
        mark(-1e300, 2.0),
    ];
    let clip = PixelRect {
        x0: 2,
        y0: 0,
        x1: 30,
        y1: 30,
    };
    canvas.draw_convex(
        &mut Convex::new(&path(SQUARE)).unwrap(),
        marks.into_iter(),
        true,
        Some(&Clip::Pixels(clip)),
    );
    let row: Vec<u8> = canvas.to_rgb()[120..].iter().step_by(3).copied().collect();
    assert_eq!(row[..6], [255, 255, 0, 0, 255, 255]);
    let dark = canvas.to_rgb().iter().filter(|c| **c == 0).count();
    assert_eq!(dark, 3 * 2 * 3);
}
