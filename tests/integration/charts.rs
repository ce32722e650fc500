//! plotters on the canvas and in axes.

use plotreel::artists::{Artist, ArtistBase, DataLimits, DrawContext};
use plotreel::canvas::{CanvasBackend, PX};
use plotreel::image::Interpolation;
use plotreel::plotters::prelude::*;
use plotreel::{Canvas, Error, Figure, FrameSize};

use crate::support::{draw, full_figure};

/// Red, green and blue of a pixel.
fn pixel(rgb: &[u8], width: usize, x: usize, y: usize) -> [u8; 3] {
    let start = 3 * (y * width + x);
    [rgb[start], rgb[start + 1], rgb[start + 2]]
}

#[test]
fn a_series_is_drawn_in_data_coordinates_at_sub_pixel_precision() {
    let (mut fig, ax) = full_figure(100, 100);
    fig[ax].set_xlim(0.0, 10.0).unwrap();
    fig[ax].set_ylim(0.0, 10.0).unwrap();
    fig[ax].draw_with(|chart| {
        let line = [(0.0, 5.025), (10.0, 5.025)];
        chart.draw_series(LineSeries::new(line, BLACK.stroke_width(PX)))?;
        Ok(())
    });
    let rgb = draw(&fig);
    // The line's middle is at 49.75 px: three quarters of it in row 49, the rest below.
    let rows: Vec<u8> = (47..52).map(|y| pixel(&rgb, 100, 50, y)[0]).collect();
    for (found, expected) in rows.iter().zip([255, 255, 64, 191, 255]) {
        assert!(found.abs_diff(expected) <= 2, "{rows:?}");
    }
}

#[test]
fn points_outside_the_axes_are_clipped_and_not_moved_to_its_edge() {
    let mut fig = Figure::new((1.0, 1.0), 100.0);
    let ax = fig.add_axes([0.25, 0.25, 0.5, 0.5]).unwrap();
    fig[ax].set_axis_off();
    fig[ax].draw_with(|chart| {
        let far = [(-1e4, -1e4 + 0.1), (1e4, 1e4 + 0.1)];
        chart.draw_series(LineSeries::new(far, RED.stroke_width(2 * PX)))?;
        Ok(())
    });
    let rgb = draw(&fig);
    assert!(
        pixel(&rgb, 100, 50, 45)[1] < 60,
        "it is not where it should be"
    );
    assert_eq!(pixel(&rgb, 100, 90, 5), [255; 3], "it left the axes");
    assert_eq!(pixel(&rgb, 100, 74, 60), [255; 3], "it ran along the edge");
}

#[test]
fn elements_have_their_size_in_pixels() {
    let mut canvas = Canvas::new(FrameSize {
        width: 60,
        height: 40,
    });
    let area = CanvasBackend::new(&mut canvas).into_drawing_area();
    let px = |v: i32| v * PX as i32;
    area.fill(&WHITE).unwrap();
    area.draw(&Circle::new((px(20), px(20)), 10 * PX, GREEN.filled()))
        .unwrap();
    area.draw(&Text::new(
        "Ag",
        (px(40), px(10)),
        ("sans-serif", 14 * PX as i32).into_font(),
    ))
    .unwrap();
    drop(area);
    let rgb = canvas.to_rgb();
    let green = rgb
        .as_chunks::<3>()
        .0
        .iter()
        .filter(|p| **p == [0, 255, 0])
        .count();
    // π · 10², less what the edge shares.
    assert!((260..320).contains(&green), "{green}");
    assert!(
        (40..58).any(|x| pixel(&rgb, 60, x, 17) != [255; 3]),
        "no text"
    );
}

#[test]
fn charts_keep_their_place_among_the_artists() {
    let (mut fig, ax) = full_figure(20, 20);
    let image = fig[ax]
        .imshow(&ndarray::Array3::<u8>::from_elem((20, 20, 3), 9))
        .unwrap();
    fig[image]
        .set_interpolation(Interpolation::Nearest)
        .unwrap();
    let chart = fig[ax].draw_with(|chart| {
        let whole = Rectangle::new([(-1.0, -1.0), (30.0, 30.0)], WHITE.filled());
        chart.draw_series([whole])?;
        Ok(())
    });
    assert_eq!(pixel(&draw(&fig), 20, 10, 10), [255; 3]);
    fig[chart].set_zorder(-1.0);
    assert_eq!(pixel(&draw(&fig), 20, 10, 10), [9; 3]);
    fig[chart].set_zorder(5.0);
    fig[chart].set_visible(false);
    assert_eq!(pixel(&draw(&fig), 20, 10, 10), [9; 3]);
}

#[test]
fn an_error_in_the_closure_is_reported() {
    let (mut fig, ax) = full_figure(20, 20);
    fig[ax].draw_with(|_| Err("no data today".into()));
    let error = fig
        .draw(&mut Canvas::new(FrameSize {
            width: 20,
            height: 20,
        }))
        .unwrap_err();
    assert!(matches!(error, Error::Chart { .. }));
    assert!(error.to_string().contains("no data today"), "{error}");
}

/// An error of user code with a source of its own.
#[derive(Debug)]
struct Detector(std::io::Error);

impl std::fmt::Display for Detector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the detector failed")
    }
}

impl std::error::Error for Detector {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn a_chain_of_errors_has_no_text_twice() {
    let cable = || Detector(std::io::Error::other("a loose cable"));
    let error = Error::chart(cable());
    assert!(error.to_string().contains("the detector failed"), "{error}");
    assert!(error.inner().unwrap().is::<Detector>());
    let next = std::error::Error::source(&error).unwrap();
    assert_eq!(next.to_string(), "a loose cable");
    assert!(next.source().is_none());
}

#[test]
fn a_film_of_charts_can_be_drawn_on_any_thread() {
    let (mut fig, ax) = full_figure(20, 20);
    fig[ax].draw_with(|chart| {
        chart.draw_series([Circle::new((0.5, 0.5), 5 * PX, BLACK.filled())])?;
        Ok(())
    });
    let here = draw(&fig);
    let there = std::thread::spawn(move || draw(&fig)).join().unwrap();
    assert_eq!(here, there);
}

/// An artist that this crate does not know: a disc of so many pixels at a place in data coordinates.
#[derive(Debug, Clone)]
struct Disc(f64, f64, u32, ArtistBase);

impl Artist for Disc {
    fn base(&self) -> &ArtistBase {
        &self.3
    }

    fn base_mut(&mut self) -> &mut ArtistBase {
        &mut self.3
    }

    fn data_limits(&self) -> DataLimits {
        DataLimits::of_points(&[self.0], &[self.1])
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> plotreel::error::Result<()> {
        let (x, y) = ctx.pixel([self.0, self.1]);
        let height = f64::from(canvas.size().height);
        let units = |v: f64| (v * f64::from(PX)) as i32;
        let area = CanvasBackend::new(canvas).into_drawing_area();
        let center = (units(x), units(height - y));
        area.draw(&Circle::new(center, self.2 * PX, BLACK.filled()))
            .map_err(Error::chart)
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}

#[test]
fn an_artist_of_ones_own_is_drawn_scaled_and_changed_like_any_other() {
    let (mut fig, ax) = full_figure(40, 40);
    let disc = fig[ax].add_artist(Disc(10.0, 20.0, 5, ArtistBase::new(1.0)));
    let (low, high) = fig[ax].xlim();
    assert!(low < 10.0 && high > 10.0);
    assert_eq!(pixel(&draw(&fig), 40, 20, 20), [0; 3]);
    fig[disc].2 = 0;
    assert_eq!(pixel(&draw(&fig), 40, 20, 20), [255; 3]);
}
