//! 3-D axes against the pictures of matplotlib that tests/baseline/mplot3d.py draws.

mod bodies;
mod looks;
mod scenes;

use plotreel::axis::AxisSide;
use plotreel::collections::{SurfaceOptions, TrisurfOptions, WireframeOptions};
use plotreel::colors::LightSource;
use plotreel::scale::Scale;
use plotreel::{Error, Figure, FrameSize};

use crate::baseline::assert_near;
use crate::support::draw;
use scenes::{axes, surface};

/// Scenes of width x height pixels and how near they have to be: RMS and percentage. Each is a test.
macro_rules! scenes {
    ($in:ident; $($name:ident: $width:literal x $height:literal within $rms:literal, $share:literal;)*) => {$(
        #[test]
        fn $name() {
            let mut fig = Figure::new((f64::from($width) / 100.0, f64::from($height) / 100.0), 100.0);
            $in::$name(&mut fig).unwrap();
            assert_near(concat!("mplot3d/", stringify!($name)), &fig, $rms, $share);
        }
    )*};
}

scenes!(scenes;
    empty: 400 x 300 within 0.1, 0.05;
    line: 400 x 300 within 0.1, 0.05;
    line_looks: 400 x 300 within 0.1, 0.05;
    random_walk: 640 x 480 within 0.1, 0.05;
    wireframe: 400 x 300 within 0.1, 0.05;
    wireframe_rolled: 400 x 300 within 0.1, 0.05;
    wireframe_below: 400 x 300 within 0.15, 0.05;
    upside_down: 400 x 300 within 0.1, 0.05;
    from_above: 400 x 300 within 0.3, 0.1;
    from_the_front: 400 x 300 within 1.5, 0.75;
    scatter: 400 x 300 within 0.15, 0.05;
    scatter_values: 400 x 300 within 0.25, 0.05;
    scatter_alpha: 400 x 300 within 0.15, 0.05;
    depths: 400 x 300 within 0.15, 0.05;
    texts: 400 x 300 within 0.2, 0.05;
    ortho: 400 x 300 within 0.4, 0.05;
    focal_length: 400 x 300 within 0.1, 0.05;
    offsets: 400 x 300 within 0.1, 0.05;
    offsets_turned: 400 x 300 within 0.1, 0.05;
    inverted: 400 x 300 within 0.1, 0.05;
    beside: 500 x 250 within 0.1, 0.05;
    bare: 400 x 300 within 0.1, 0.05;
    panes: 400 x 300 within 0.1, 0.05;
    own_ticks: 400 x 300 within 0.1, 0.05;
    tight: 400 x 300 within 0.15, 0.05;
    colorbar: 400 x 300 within 0.2, 0.05;
    as_flat_axes: 400 x 300 within 0.1, 0.05;
    scaled: 400 x 300 within 0.1, 0.05;
);

scenes!(bodies;
    polygons: 400 x 300 within 0.1, 0.05;
    polygons_translucent: 400 x 300 within 0.1, 0.05;
    polygons_shaded: 400 x 300 within 0.1, 0.05;
    plot_surface: 400 x 300 within 0.1, 0.05;
    surface_map: 400 x 300 within 0.1, 0.05;
    surface_limits: 400 x 300 within 0.1, 0.05;
    surface_strides: 400 x 300 within 0.1, 0.05;
    surface_counts: 400 x 300 within 0.1, 0.05;
    surface_faces: 400 x 300 within 0.1, 0.05;
    surface_faces_flat: 400 x 300 within 0.1, 0.05;
    surface_ball: 400 x 300 within 0.1, 0.05;
    surface_holes: 400 x 300 within 0.1, 0.05;
    surface_log: 400 x 300 within 0.1, 0.05;
    surface_parts: 500 x 250 within 0.5, 0.8;
    aspect_equal: 400 x 300 within 0.5, 0.1;
    aspect_of_two: 400 x 300 within 0.1, 0.05;
    pane_edges: 400 x 300 within 0.1, 0.05;
    contour: 400 x 300 within 0.1, 0.05;
    contour_sides: 400 x 300 within 0.1, 0.05;
    contourf_steps: 400 x 300 within 0.1, 0.05;
    quiver: 400 x 300 within 0.1, 0.05;
    quiver_looks: 400 x 300 within 0.1, 0.05;
    trisurf: 400 x 300 within 0.1, 0.05;
    trisurf_map: 400 x 300 within 0.1, 0.05;
    trisurf_ring: 400 x 300 within 0.1, 0.05;
    bar3d: 400 x 300 within 0.1, 0.05;
    bar3d_colors: 400 x 300 within 0.1, 0.05;
    bar3d_faces: 400 x 300 within 0.1, 0.05;
);

scenes!(looks;
    polygons_alphas: 400 x 300 within 0.1, 0.05;
    polygons_hatched: 400 x 300 within 0.1, 0.05;
    axlim_clip: 400 x 300 within 0.2, 0.05;
    axlim_clip_faces: 400 x 300 within 0.1, 0.05;
);

#[test]
fn limits_follow_what_is_there_when_it_is_replaced() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = axes(&mut fig);
    let (x, y, z) = surface(0.0);
    let mut limits = Vec::new();
    for scale in [1.0, 3.0, 2.0] {
        let wires = fig[ax].plot_wireframe(&x, &y, &(scale * &z)).unwrap();
        limits.push(fig[ax].zlim());
        assert!(fig[ax].remove(wires).is_some());
        assert!(fig.get(wires).is_none());
    }
    let length = |(low, high): (f64, f64)| high - low;
    assert!((length(limits[1]) / length(limits[0]) - 3.0).abs() < 1e-9);
    assert!((length(limits[2]) / length(limits[0]) - 2.0).abs() < 1e-9);
}

#[test]
fn a_cleared_box_is_empty_and_keeps_its_view() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = axes(&mut fig);
    fig[ax].view_init(10.0, 20.0, 30.0).unwrap();
    let bare = draw(&fig);
    let line = fig[ax].plot(&[0, 5], &[0, 5], &[0, 5]).unwrap();
    fig[ax].set_title("title");
    fig[ax].set_zlabel("z");
    fig[ax].grid(false);
    assert_ne!(draw(&fig), bare);
    fig[ax].clear();
    assert!(fig.get(line).is_none());
    assert_eq!(fig[ax].view(), (10.0, 20.0, 30.0));
    assert_eq!(draw(&fig), bare);
}

#[test]
fn limits_grow_to_hold_ticks_until_data_are_added() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = axes(&mut fig);
    let ax = &mut fig[ax];
    ax.plot(&[0, 1], &[0, 1], &[0, 1]).unwrap();
    let fitting = ax.xlim();
    ax.set_xticks(&[-5, 0]);
    assert_eq!(ax.xlim(), (-5.0, fitting.1));
    ax.plot(&[0, 1], &[0, 1], &[0, 1]).unwrap();
    assert_eq!(ax.xlim(), fitting);
    ax.set_zlim(0.0, 1.0).unwrap();
    ax.set_zticks(&[0, 3]);
    ax.plot(&[0, 1], &[0, 1], &[0, 9]).unwrap();
    assert_eq!(ax.zlim(), (0.0, 3.0));
    assert!(ax.set_zticklabels(["one"]).is_err());
}

#[test]
fn what_does_not_fit_together_is_refused_and_changes_nothing() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = axes(&mut fig);
    let (x, y, z) = surface(0.0);
    let before = draw(&fig);
    assert!(matches!(
        fig[ax].plot(&[0, 1], &[0, 1], &[0]),
        Err(Error::LineData3D {
            x: 2,
            y: 2,
            z: 1,
            ..
        })
    ));
    assert!(fig[ax].plot_fmt(&[0], &[0], &[0], "rr").is_err());
    assert!(fig[ax].scatter(&[0, 1], &[0], &[0, 1]).is_err());
    assert!(fig[ax].scatter_c(&[0], &[0], &[0], &[0, 1]).is_err());
    assert!(fig[ax].plot_wireframe(&z, &y.t().to_owned(), &x).is_err());
    let both = WireframeOptions::new().with_rstride(1).with_ccount(1);
    assert!(fig[ax].plot_wireframe_with(&x, &y, &z, &both).is_err());
    assert!(fig[ax].plot_surface(&z, &y.t().to_owned(), &x).is_err());
    let both_of_surface = SurfaceOptions::new().with_rstride(1).with_ccount(1);
    let few = SurfaceOptions::new().with_facecolors([["red"]]).unwrap();
    let zero = SurfaceOptions::new().with_ccount(0);
    for options in [both_of_surface, zero, few] {
        assert!(fig[ax].plot_surface_with(&x, &y, &z, &options).is_err());
    }
    assert!(fig[ax].plot_trisurf(&[0, 1], &[0, 1], &[0]).is_err());
    let beyond = TrisurfOptions::new().with_triangles([[0, 1, 2]]);
    assert!(
        fig[ax]
            .plot_trisurf_with(&[0, 1], &[0, 1], &[0, 1], &beyond)
            .is_err()
    );
    assert!(
        fig[ax]
            .bar3d(&[0, 1], &[0, 1, 2], &[0], &[1], &[1], &[1])
            .is_err()
    );
    assert!(LightSource::new(f64::NAN, 0.0).is_err());
    assert!(fig[ax].view_init(f64::NAN, 0.0, 0.0).is_err());
    assert!(fig[ax].set_focal_length(0.0).is_err());
    assert!(fig[ax].set_box_aspect([1.0, -1.0, 1.0]).is_err());
    assert!(fig[ax].set_box_zoom(f64::INFINITY).is_err());
    assert!(fig[ax].set_zlim(0.0, f64::NAN).is_err());
    assert!(fig.add_subplot_3d(1, 2, 3).is_err());
    assert!(fig.add_axes_3d([0.0, 0.0, f64::NAN, 1.0]).is_err());
    assert_eq!(draw(&fig), before);
}

#[test]
fn nothing_that_is_not_finite_or_far_away_breaks_a_drawing() {
    let mut fig = Figure::new((2.0, 1.5), 100.0);
    let ax = axes(&mut fig);
    let odd = [
        f64::NAN,
        1.0,
        f64::INFINITY,
        -1e300,
        1e300,
        0.0,
        -f64::INFINITY,
    ];
    fig[ax].plot(&odd, &odd, &odd).unwrap();
    fig[ax].scatter(&odd, &odd, &odd).unwrap();
    fig[ax].text(f64::NAN, 0.0, 0.0, "nowhere");
    draw(&fig);
    for limits in [
        (0.0, 1.0),
        (1.0, 0.0),
        (3.0, 3.0),
        (1e300, 1e308),
        (0.0, 1e-300),
    ] {
        for view in [(90.0, 0.0, 0.0), (-90.0, 720.0, 1e9), (0.0, 0.0, -45.0)] {
            fig[ax].set_zlim(limits.0, limits.1).unwrap();
            fig[ax].view_init(view.0, view.1, view.2).unwrap();
            draw(&fig);
        }
    }
}

#[test]
fn points_behind_the_eye_are_not_drawn() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = axes(&mut fig);
    fig[ax].set_xlim(0.0, 1.0).unwrap();
    fig[ax].set_ylim(0.0, 1.0).unwrap();
    fig[ax].set_zlim(0.0, 1.0).unwrap();
    let bare = draw(&fig);
    // The eye is about ten units from the box, at the right and before it.
    let behind = fig[ax].scatter(&[50.0], &[-86.0], &[58.0]).unwrap();
    fig[ax]
        .plot(&[50.0, 51.0], &[-86.0, -86.0], &[58.0, 58.0])
        .unwrap();
    assert_eq!(draw(&fig), bare);
    fig[behind].set_offsets(&[0.5], &[0.5], &[0.5]).unwrap();
    assert_ne!(draw(&fig), bare);
}

#[test]
fn a_log_axis_in_space_ignores_limits_that_it_can_not_show() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = fig.add_subplot_3d(1, 1, 1).unwrap();
    fig[ax].plot(&[0, 1, 2], &[0, 1, 2], &[2, 20, 200]).unwrap();
    fig[ax].set_zlim(-1.0, 10.0).unwrap();
    fig[ax].set_zscale(Scale::log()).unwrap();
    assert_eq!(fig[ax].zlim(), (2.0, 10.0));
    fig[ax].invert_zaxis();
    assert_eq!(fig[ax].zlim().0, 10.0);
    draw(&fig);
}

#[test]
fn both_kinds_of_axes_are_told_apart() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let solid = fig.add_subplot_3d(1, 2, 1).unwrap();
    let flat = fig.add_subplot(1, 2, 2).unwrap();
    assert_eq!(fig.axes(), [solid.into(), flat.into()]);
    assert_eq!(fig.axes_2d(), [flat]);
    assert_eq!(fig.axes_3d(), [solid]);
    let other = Figure::new((4.0, 3.0), 100.0);
    assert!(other.get_axes(solid).is_none() && fig.get_axes(solid).is_some());
    fig[flat].yaxis.set_ticks_position(AxisSide::Second);
    let mut clone = fig.clone();
    clone[solid].view_init(0.0, 0.0, 0.0).unwrap();
    assert_eq!(fig[solid].view(), (30.0, -60.0, 0.0));
    let size = FrameSize::of_figure(fig.figsize(), fig.dpi()).unwrap();
    assert_eq!(draw(&fig).len(), 3 * (size.width * size.height) as usize);
}
