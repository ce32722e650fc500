//! What shapes cover, against plain geometry.

use kurbo::{Point, Vec2};

use super::*;
use crate::canvas::polygons::Polygons;

const CLIP: PixelRect = PixelRect {
    x0: 3,
    y0: 2,
    x1: 40,
    y1: 30,
};

fn of(polygons: &[Vec<Point>], reach: Rect, clip: PixelRect) -> Vec<Group> {
    let mut coverage = Coverage::default();
    coverage.begin(area_of(reach, clip));
    let mut all = Polygons::default();
    for polygon in polygons {
        all.add(polygon.iter().copied());
    }
    coverage.add(&all, Vec2::ZERO, reach);
    let (mut found, mut left_over) = (Groups::default(), Groups::default());
    coverage.paint(&mut found);
    coverage.paint(&mut left_over);
    assert_eq!(left_over.all, []);
    found.all
}

fn reach(polygon: &[Point]) -> Rect {
    let corner = Rect::from_points(polygon[0], polygon[0]);
    polygon.iter().fold(corner, |all, p| all.union_pt(*p))
}

/// The share of a pixel inside a polygon, by Sutherland and Hodgman's clipping and the shoelace formula.
fn share(polygon: &[Point], x: i64, y: i64) -> f64 {
    let mut polygon = polygon.to_vec();
    let (x, y) = (x as f64, y as f64);
    let sides = [
        (1.0, 0.0, x),
        (-1.0, 0.0, -x - 1.0),
        (0.0, 1.0, y),
        (0.0, -1.0, -y - 1.0),
    ];
    for (a, b, c) in sides {
        let depth = |p: &Point| a * p.x + b * p.y - c;
        let next = polygon.iter().cycle().skip(1);
        let pairs: Vec<_> = polygon.iter().copied().zip(next.copied()).collect();
        polygon.clear();
        for (p, q) in pairs {
            let (from, to) = (depth(&p), depth(&q));
            if from >= 0.0 {
                polygon.push(p);
            }
            if (from >= 0.0) != (to >= 0.0) {
                polygon.push(p.lerp(q, from / (from - to)));
            }
        }
    }
    let next = polygon.iter().cycle().skip(1);
    let twice: f64 = polygon
        .iter()
        .zip(next)
        .map(|(p, q)| p.to_vec2().cross(q.to_vec2()))
        .sum();
    0.5 * twice.abs()
}

#[test]
fn among_many_groups_is_covered_what_is_among_few() {
    let square = |side: f64| {
        let reach = Rect::new(0.0, 0.0, side, side);
        (
            reach,
            area_of(
                reach,
                PixelRect {
                    x0: 0,
                    y0: 0,
                    x1: 999,
                    y1: 999,
                },
            ),
        )
    };
    for _ in 0..64 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let mut along = || f64::from(rng.i32(0..50 * SCALE)) / f64::from(SCALE);
        let polygon: Vec<_> = (0..5).map(|_| Point::new(along(), along())).collect();
        let [few, many] = [50.0, 400.0].map(square);
        let found = |(reach, clip)| of(std::slice::from_ref(&polygon), reach, clip);
        assert_eq!(found(few), found(many));
    }
}

#[test]
fn triangles_cover_their_share_of_each_pixel() {
    for _ in 0..256 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let corner = |_| Point::new(150.0 * rng.f64() - 60.0, 150.0 * rng.f64() - 60.0);
        let polygon: Vec<_> = (0..3).map(corner).collect();
        let found = of(std::slice::from_ref(&polygon), reach(&polygon), CLIP);
        for y in CLIP.y0..CLIP.y1 {
            for x in CLIP.x0..CLIP.x1 {
                let group = (x.div_euclid(SIDE) * SIDE, y);
                let covers = found.iter().find(|(place, _)| *place == group);
                let cover = covers.map_or(0, |(_, covers)| covers[(x - group.0) as usize]);
                let expected = (256.0 * share(&polygon, x, y)).min(255.0);
                // Corners are moved to whole parts of a pixel, here and where lines cross rows and columns.
                let near = (f64::from(cover) - expected).abs() < 3.0;
                assert!(near, "{x} {y}: {cover} for {expected}");
            }
        }
    }
}

#[test]
fn what_is_covered_twice_counts_once_and_what_is_taken_away_not() {
    let square = |from: f64, to: f64| -> Vec<Point> {
        [(from, 2.0), (to, 2.0), (to, 4.0), (from, 4.0)]
            .map(Point::from)
            .to_vec()
    };
    let box_ = Rect::new(0.0, 0.0, 16.0, 8.0);
    let mut hole = square(4.0, 6.0);
    hole.reverse();
    let found = of(
        &[square(3.0, 7.5), square(3.0, 7.5), hole.clone(), hole],
        box_,
        CLIP,
    );
    let row = [0, 0, 0, 255, 0, 0, 255, 255];
    assert_eq!(found, [((0, 2), row), ((0, 3), row)]);
}

#[test]
fn bands_are_the_parts_of_a_whole() {
    let clip = PixelRect {
        x0: 0,
        y0: 3,
        x1: 30_000,
        y1: 100,
    };
    let bands: Vec<_> = bands(area_of(Rect::new(-9.0, 5.5, 9e9, 90.5), clip)).collect();
    assert!(bands.len() > 1 && bands[0].y0 == 5 && bands[bands.len() - 1].y1 == 91);
    assert!(bands.windows(2).all(|pair| pair[0].y1 == pair[1].y0));
    let polygon = [(0.0, 3.0), (90.0, 40.0), (7.0, 99.0)].map(Point::from);
    let whole = of(&[polygon.to_vec()], reach(&polygon), clip);
    let parts = bands
        .iter()
        .flat_map(|band| of(&[polygon.to_vec()], reach(&polygon), *band));
    let near = |(a, b): (&Group, Group)| {
        let covers = a.1.iter().zip(b.1);
        a.0 == b.0 && covers.into_iter().all(|(a, b)| a.abs_diff(b) <= 2)
    };
    let whole: Vec<_> = whole
        .into_iter()
        .filter(|((_, y), _)| (5..91).contains(y))
        .collect();
    let parts: Vec<_> = parts.collect();
    assert_eq!(whole.len(), parts.len());
    assert!(whole.iter().zip(parts).all(near));
}

#[test]
fn what_is_no_number_or_outside_covers_nothing() {
    let none = |corners: [(f64, f64); 3]| {
        let found = of(
            &[corners.map(Point::from).to_vec()],
            Rect::new(-1e9, -1e9, 1e9, 1e9),
            CLIP,
        );
        assert!(
            found
                .iter()
                .all(|(_, covers)| covers.iter().all(|c| *c == 0)),
            "{corners:?}"
        );
    };
    none([(f64::NAN, 3.0), (f64::NAN, 9.0), (f64::NAN, 5.0)]);
    none([(1e300, 3.0), (1e301, 9.0), (1e302, 5.0)]);
    none([(5.0, 1e9), (9.0, 1e8), (9.0, 1e7)]);
    none([(5.0, -9.0), (9.0, -9.0), (9.0, -5.0)]);
    none([(5.0, 5.0), (9.0, 9.0), (7.0, 7.0)]);
}

#[test]
fn polygons_that_lie_on_each_other_cover_as_one() {
    let square = |turns: bool| {
        let mut corners = vec![(5.5, 5.5), (20.25, 5.5), (20.25, 9.0), (5.5, 9.0)];
        if turns {
            corners.reverse();
        }
        corners.into_iter().map(Point::from).collect::<Vec<_>>()
    };
    let once = of(&[square(false)], reach(&square(false)), CLIP);
    for turns in [false, true] {
        for times in [3000, 4096, 16_384, 40_000] {
            let many = vec![square(turns); times];
            let found = of(&many, reach(&many[0]), CLIP);
            assert_eq!(once.len(), found.len());
            for ((place, covers), (other, more)) in once.iter().zip(&found) {
                assert_eq!(place, other);
                for (cover, more) in covers.iter().zip(more) {
                    // What is covered in part is covered as a whole by so many.
                    assert_eq!(*more, if *cover > 0 { 255 } else { 0 }, "{times} {turns}");
                }
            }
        }
    }
}
