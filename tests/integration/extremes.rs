//! What is far away, huge or no number is drawn or refused, in no time and with no panic.

use std::time::{Duration, Instant};

use plotreel::artists::{Artist, LineStyle};
use plotreel::axes::{BinRule, Bins, HistOptions, histogram};
use plotreel::patches::{
    Arc, Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, Patch, Path, PathPatch, Polygon,
    Rectangle, Wedge,
};
use plotreel::scale::Scale;
use plotreel::text::ArrowProps;
use plotreel::ticker::{FixedLocator, LinearLocator, MultipleLocator};
use plotreel::{Axes, Error, Figure, Handle};

use crate::support::{draw, full_figure, logged, worst};

/// Coordinates from those that are out of sight to the largest there are.
const FAR: [f64; 8] = [1e4, 1e6, 1e9, 1e14, 1e17, 1e100, 1e300, f64::MAX];

/// Much more than anything here takes, and much less than what has no bounds.
const LONG: Duration = Duration::from_secs(20);

/// A figure whose data are pixels, y up.
fn pixels() -> (Figure, Handle<Axes>) {
    let (mut fig, ax) = full_figure(320, 240);
    fig[ax].set_xlim(0.0, 320.0).unwrap();
    fig[ax].set_ylim(0.0, 240.0).unwrap();
    (fig, ax)
}

/// The picture, which must not take long.
fn drawn_soon(what: &str, fig: &Figure) -> Vec<u8> {
    let start = Instant::now();
    let picture = draw(fig);
    assert!(start.elapsed() < LONG, "{what} took {:?}", start.elapsed());
    picture
}

/// Whether the pixel in this place, counted from the bottom, is dark.
fn is_dark(picture: &[u8], x: usize, y: usize) -> bool {
    picture[3 * ((239 - y) * 320 + x)] < 128
}

fn curved(x: f64, y: f64, size: f64) -> Path {
    let mut path = Path::new();
    path.move_to(x, y);
    path.curve4_to((x + size, y), (x + size, y + size), (x, y + size));
    path.curve3_to((x - size, y), (x - size, y - size));
    path.close_poly();
    path
}

/// A patch of each kind at this place.
fn add_patches(fig: &mut Figure, ax: Handle<Axes>, (x, y): (f64, f64), size: f64, dashed: bool) {
    fn add<P: Patch + Artist>(fig: &mut Figure, ax: Handle<Axes>, patch: P) -> Handle<P> {
        fig[ax].add_patch(patch)
    }
    macro_rules! add {
        ($($patch:expr),* $(,)?) => {$(
            let patch = add(fig, ax, $patch);
            if dashed {
                fig[patch].set_linestyle("--").unwrap();
            }
        )*};
    }
    add!(
        Circle::new((x, y), size),
        Ellipse::new((x, y), size, 2.0 * size),
        Arc::new((x, y), size, 2.0 * size),
        Wedge::new((x, y), size, 10.0, 200.0),
        Rectangle::new((x, y), size, size),
        Polygon::new(&[(x, y), (x + size, y), (x, y + size)]),
        PathPatch::new(curved(x, y, size)),
        FancyBboxPatch::new((x, y), size, size),
        FancyArrowPatch::new((x, y), (x + size, y + size)),
    );
}

#[test]
fn patches_far_away_are_left_out_at_once() {
    for far in FAR {
        for place in [(far, 0.5), (0.5, -far), (-far, far)] {
            for (size, dashed) in [(0.4, false), (0.4, true), (far / 100.0, true)] {
                let (mut fig, ax) = pixels();
                add_patches(&mut fig, ax, place, size, dashed);
                let what = format!("{place:?} {size} {dashed}");
                let picture = drawn_soon(&what, &fig);
                assert!(picture.iter().all(|c| *c == 255), "{what}");
            }
        }
    }
}

#[test]
fn patches_of_any_size_and_place_are_drawn_in_no_time() {
    let sizes = [
        0.0,
        1e-300,
        7.0,
        1e5,
        1e9,
        1e14,
        1e300,
        f64::INFINITY,
        f64::NAN,
    ];
    for size in sizes {
        for place in [(160.0, 120.0), (f64::NAN, 3.0), (f64::INFINITY, 3.0)] {
            for dashed in [false, true] {
                let (mut fig, ax) = pixels();
                add_patches(&mut fig, ax, place, size, dashed);
                drawn_soon(&format!("{size} at {place:?}"), &fig);
            }
        }
    }
}

#[test]
fn a_huge_circle_through_the_view_is_a_half_plane() {
    for radius in [1e3, 1e5, 1e6, 1e8, 1e10, 1e12] {
        let (mut fig, ax) = pixels();
        let circle = fig[ax].add_patch(Circle::new((160.0 - radius, 120.0), radius));
        fig[circle].set_facecolor("k").unwrap();
        let picture = drawn_soon("a circle", &fig);
        for y in [110, 120, 130] {
            assert!(
                is_dark(&picture, 3, y) && is_dark(&picture, 157, y),
                "{radius}"
            );
            assert!(
                !is_dark(&picture, 162, y) && !is_dark(&picture, 300, y),
                "{radius}"
            );
        }
    }
}

#[test]
fn the_edge_of_a_huge_circle_is_a_line() {
    for radius in [1e5, 1e7, 1e9, 1e12] {
        let (mut fig, ax) = pixels();
        let circle = fig[ax].add_patch(Circle::new((160.5 - radius, 120.0), radius));
        fig[circle].set_fill(false);
        fig[circle].set_linewidth(2.0).unwrap();
        let picture = drawn_soon("an edge", &fig);
        assert!(is_dark(&picture, 160, 120), "{radius}");
        assert!(
            !is_dark(&picture, 150, 120) && !is_dark(&picture, 170, 120),
            "{radius}"
        );
        fig[circle].set_linestyle("--").unwrap();
        let picture = drawn_soon("dashes", &fig);
        let dark = (0..240).filter(|y| is_dark(&picture, 160, *y)).count();
        assert!((120..200).contains(&dark), "{radius}: {dark}");
    }
}

#[test]
fn polygons_that_reach_far_away_keep_their_slopes() {
    for far in [1e5, 2e6, 1e9, 1e14, 1e100] {
        let (mut fig, ax) = pixels();
        let corners = [(0.0, 0.0), (far, 0.25 * far), (far, 0.5 * far)];
        let polygon = fig[ax].add_patch(Polygon::new(&corners));
        fig[polygon].set_facecolor("k").unwrap();
        fig[polygon].set_linewidth(0.0).unwrap();
        let picture = drawn_soon("a polygon", &fig);
        for x in [100, 300] {
            let [low, high] = [0.25, 0.5].map(|slope| (slope * x as f64) as usize);
            assert!(
                is_dark(&picture, x, low + 3) && is_dark(&picture, x, high - 3),
                "{far}"
            );
            assert!(
                !is_dark(&picture, x, low - 3) && !is_dark(&picture, x, high + 3),
                "{far}"
            );
        }
    }
}

#[test]
fn dashes_keep_their_phase_however_far_away_a_line_begins() {
    // One pixel wide: dashes of 5 pixels, gaps of 3.
    let picture = |from: f64, to: f64| {
        let (mut fig, ax) = pixels();
        let mut path = Path::new();
        path.move_to(from, 100.5);
        path.line_to(to, 100.5);
        path.line_to(to, 400.0);
        path.line_to(10.5, 400.0);
        path.line_to(10.5, -1e9);
        let line = fig[ax].add_patch(PathPatch::new(path));
        fig[line].set_fill(false);
        fig[line].set_linewidth(0.72).unwrap();
        let style = LineStyle::try_from((1.0, [5.0, 3.0])).unwrap();
        fig[line].set_linestyle(style).unwrap();
        drawn_soon("dashes", &fig)
    };
    let near = picture(-80.0, 640.5);
    assert!(near.iter().any(|c| *c < 100));
    for (from, to) in [(-800.0, 640.5), (-8e5, 8_000_640.5), (-8e12, 8e7 + 640.5)] {
        assert!(worst(&near, &picture(from, to)) <= 1, "{from} {to}");
    }
}

#[test]
fn dashes_without_measure_take_no_time() {
    let patterns: [&[f64]; 6] = [
        &[1e-300, 1e-300],
        &[1e-3, 1e-3],
        &[0.02, 0.02],
        &[0.0, 1e-5],
        &[1e300, 1.0],
        &[3.0, 0.0, 0.0, 2.0],
    ];
    let many = vec![1e-6; 100_000];
    for pattern in patterns.into_iter().chain([many.as_slice()]) {
        for offset in [0.0, -1e300, 1e300] {
            let (mut fig, ax) = pixels();
            let style = LineStyle::try_from((offset, pattern)).unwrap();
            let line = fig[ax].plot(&[-1e9, 1e12], &[3.0, 1e9]).unwrap();
            fig[line].set_linestyle(style.clone()).unwrap();
            let polygon = [(-1e9, 0.0), (1e12, 100.0), (5.0, 1e300)];
            let polygon = fig[ax].add_patch(Polygon::new(&polygon));
            fig[polygon].set_linestyle(style).unwrap();
            drawn_soon(&format!("{:?} {offset}", &pattern[..2]), &fig);
        }
    }
}

#[test]
fn markers_and_lines_of_any_size_take_no_time() {
    for size in [1e3, 1e5, 1e9, 1e300, f64::INFINITY, f64::NAN] {
        for marker in ["o", "s", "*", "+", "$\\alpha$"] {
            let (mut fig, ax) = pixels();
            let xs = [160.0, 1e9, f64::NAN, -1e300];
            let line = fig[ax].plot(&xs, &[120.0, 1e14, 3.0, 1e300]).unwrap();
            fig[line].set_marker(marker).unwrap();
            let usable = size.is_finite();
            assert_eq!(fig[line].set_markersize(size).is_ok(), usable);
            assert_eq!(fig[line].set_markeredgewidth(size).is_ok(), usable);
            assert_eq!(fig[line].set_linewidth(size).is_ok(), usable);
            fig[line].set_linestyle("--").unwrap();
            let points = fig[ax].scatter(&xs, &[120.0, 1e14, 3.0, 1e300]).unwrap();
            assert_eq!(fig[points].set_sizes(&[size]).is_ok(), usable);
            fig[points].set_marker(marker).unwrap();
            drawn_soon(&format!("{marker} of {size}"), &fig);
        }
    }
}

#[test]
fn arrows_between_any_places_take_no_time() {
    for far in FAR {
        for style in ["->", "fancy", "wedge", "simple", "|-|", "<|-|>"] {
            for connection in [
                "arc3,rad=0.3",
                "angle3",
                "arc,armA=1e9,rad=7",
                "bar,fraction=1e9",
            ] {
                let (mut fig, ax) = pixels();
                let note = fig[ax].annotate("there", (far, 100.0), (100.0, 50.0));
                let arrow = ArrowProps::new().with_arrowstyle(style).unwrap();
                let arrow = arrow.with_connectionstyle(connection).unwrap();
                assert!(fig[note].set_arrowprops(arrow).is_ok());
                drawn_soon(&format!("{style} {connection} to {far}"), &fig);
            }
        }
    }
}

#[test]
fn a_line_that_goes_round_a_pixel_without_end_is_filled() {
    let (mut fig, ax) = pixels();
    let mut path = Path::new();
    path.move_to(10.0, 10.0);
    for _ in 0..20_000 {
        path.line_to(300.0, 10.0);
        path.line_to(300.0, 200.0);
        path.line_to(10.0, 200.0);
        path.line_to(10.0, 10.0);
    }
    let patch = fig[ax].add_patch(PathPatch::new(path));
    fig[patch].set_facecolor("k").unwrap();
    fig[patch].set_linewidth(0.0).unwrap();
    let picture = draw(&fig);
    for (x, y) in [(12, 12), (160, 100), (298, 198)] {
        assert!(is_dark(&picture, x, y));
    }
    assert!(!is_dark(&picture, 305, 100));
}

#[test]
fn pictures_stretched_and_shrunk_out_of_measure_are_drawn() {
    for interpolation in ["nearest", "bilinear", "lanczos"] {
        for half in [1e-300, 1e-9, 1e-3, 1e6, 1e12, 1e300] {
            for middle in [160.0, 1e9, -1e17] {
                let (mut fig, ax) = pixels();
                let data = ndarray::Array2::from_shape_fn((7, 900), |(y, x)| (x * y) as f64);
                let im = fig[ax].imshow(&data).unwrap();
                fig[im].set_interpolation(interpolation).unwrap();
                let extent = [middle - half, middle + half, 120.0 - half, 120.0 + half];
                let is_empty = extent[0] == extent[1] || extent[2] == extent[3];
                assert_eq!(fig[im].set_extent(extent).is_err(), is_empty);
                fig[ax].set_xlim(0.0, 320.0).unwrap();
                fig[ax].set_ylim(0.0, 240.0).unwrap();
                drawn_soon(&format!("{interpolation} {half} {middle}"), &fig);
            }
        }
    }
}

#[test]
fn legends_of_any_numbers_take_no_time() {
    for number in [0, 1, 3, 1000, usize::MAX] {
        let (mut fig, ax) = pixels();
        for i in 0..3 {
            let line = fig[ax].plot_fmt(&[0, 100], &[i, 9], "o-").unwrap();
            fig[line].set_label(format!("line {i}"));
            let points = fig[ax].scatter(&[9, 100], &[i, 9]).unwrap();
            fig[points].set_label("points");
        }
        let legend = fig[ax].legend();
        let usable = (1..=1000).contains(&number);
        assert_eq!(fig[legend].set_ncols(number).is_ok(), number > 0);
        assert_eq!(fig[legend].set_numpoints(number).is_ok(), usable);
        assert_eq!(fig[legend].set_scatterpoints(number).is_ok(), usable);
        drawn_soon(&format!("a legend of {number}"), &fig);
    }
}

#[test]
fn every_way_to_ask_for_too_many_bins_is_refused() {
    let far = [1.0, 2.0, 3.0, 4.0, 5.0, 1e300];
    let bins = [
        Bins::Rule(BinRule::FreedmanDiaconis),
        Bins::Count(10_000_000_000),
        Bins::Edges((0..2_000_000).map(f64::from).collect()),
    ];
    for bins in bins {
        let (mut fig, ax) = pixels();
        let options = HistOptions::new().with_bins(bins.clone()).unwrap();
        let errors = [
            histogram(&far, &bins, None).err(),
            fig[ax].hist_with(&far, &options).err(),
            fig[ax].hist_sets(&[far, far], &options).err(),
            fig[ax].hist_step(&far, true, &options).err(),
            fig[ax].hist_step_sets(&[far, far], false, &options).err(),
        ];
        for error in errors {
            assert!(
                matches!(error, Some(Error::Setting { name: "bins", .. })),
                "{error:?}"
            );
        }
    }
}

#[test]
fn scales_to_no_base_are_refused_where_they_are_set() {
    for base in [0.5, 1.0, 0.0, -2.0, f64::NAN, f64::INFINITY] {
        let (mut fig, ax) = pixels();
        assert!(
            fig[ax].set_xscale(Scale::log().with_base(base)).is_err(),
            "{base}"
        );
        assert!(
            fig[ax]
                .set_yscale(Scale::sym_log(1.0).with_base(base))
                .is_err(),
            "{base}"
        );
        draw(&fig);
    }
}

#[test]
fn ticks_without_number_take_little_and_are_told_of() {
    let _ = logged();
    let (mut fig, ax) = pixels();
    fig[ax].set_axis_on();
    fig[ax].set_xticks(
        &(0..100_000)
            .map(|i| f64::from(i) * 3e-3)
            .collect::<Vec<_>>(),
    );
    fig[ax].yaxis.set_major_locator(MultipleLocator::new(1e-12));
    fig[ax]
        .yaxis
        .set_minor_locator(LinearLocator::new(usize::MAX));
    drawn_soon("ticks", &fig);
    let ticks = fig.ticks(ax).unwrap();
    assert!(ticks.x.major.is_empty() && ticks.y.major.is_empty() && ticks.y.minor.is_empty());
    let told = |count: &str| logged().iter().any(|line| line.starts_with(count));
    assert!(told("100000 ticks are too many to draw"));
    // Those out of sight do not count, and some thousands are drawn with a word.
    fig[ax].set_xlim(0.0, 9.0).unwrap();
    assert_eq!(fig.ticks(ax).unwrap().x.major.len(), 3001);
    assert!(told("there are 3001 ticks on an axis"));
    // Minor ticks are looked up among the major ones, out of sight as those may be.
    let many: Vec<f64> = (0..200_000).map(f64::from).collect();
    fig[ax].set_xticks(&many);
    fig[ax].xaxis.set_minor_locator(FixedLocator::new(many));
    fig[ax].set_xlim(0.0, 9.0).unwrap();
    let start = Instant::now();
    let ticks = fig.ticks(ax).unwrap();
    assert_eq!((ticks.x.major.len(), ticks.x.minor.len()), (10, 0));
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    fig[ax]
        .xaxis
        .set_major_locator(FixedLocator::new(vec![1.0; 20_000]).with_nbins(10));
    assert_eq!(fig.ticks(ax).unwrap().x.major.len(), 10);
}
