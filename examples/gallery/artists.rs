//! The artists of a scene, from the calls in its source.

use super::tokens::{Kind, Language, is_code, tokens};

/// Artists under the name of matplotlib's call, and the calls here that make them.
///
/// `fill` is omitted, because slices have a method with that name.
const CALLS: &[(&str, &[&str])] = &[
    ("plot", &["plot", "plot_fmt", "plot_columns"]),
    ("scatter", &["scatter", "scatter_c"]),
    ("imshow", &["imshow", "matshow", "write_animation"]),
    (
        "hist",
        &[
            "hist",
            "hist_with",
            "hist_sets",
            "hist_step",
            "hist_step_sets",
        ],
    ),
    ("bar", &["bar", "bar_with"]),
    ("barh", &["barh", "barh_with"]),
    (
        "fill_between",
        &[
            "fill_between",
            "fill_between_with",
            "fill_betweenx",
            "fill_betweenx_with",
        ],
    ),
    ("stackplot", &["stackplot"]),
    (
        "pcolormesh",
        &["pcolormesh", "pcolormesh_with", "pcolormesh_c"],
    ),
    ("pcolor", &["pcolor"]),
    ("contour", &["contour", "contour_with", "contour_z"]),
    ("contourf", &["contourf", "contourf_with", "contourf_z"]),
    ("clabel", &["clabel"]),
    ("tricontour", &["tricontour", "tricontour_with"]),
    ("tricontourf", &["tricontourf", "tricontourf_with"]),
    ("tripcolor", &["tripcolor"]),
    ("triplot", &["triplot"]),
    ("quiver", &["quiver"]),
    ("quiverkey", &["quiverkey"]),
    ("barbs", &["barbs"]),
    ("streamplot", &["streamplot", "streamplot_with"]),
    ("arrow", &["arrow"]),
    ("errorbar", &["errorbar", "errorbar_with"]),
    ("stem", &["stem", "stem_with"]),
    ("eventplot", &["eventplot", "eventplot_with"]),
    ("boxplot", &["boxplot", "boxplot_with"]),
    ("violinplot", &["violinplot", "violinplot_with"]),
    ("hist2d", &["hist2d", "hist2d_with"]),
    ("hexbin", &["hexbin", "hexbin_with", "hexbin_c"]),
    ("ecdf", &["ecdf", "ecdf_with"]),
    ("pie", &["pie", "pie_with"]),
    ("broken_barh", &["broken_barh"]),
    ("bar_label", &["bar_label"]),
    ("stairs", &["stairs", "stairs_with"]),
    ("specgram", &["specgram"]),
    ("psd", &["psd"]),
    ("csd", &["csd"]),
    ("xcorr", &["xcorr", "xcorr_with"]),
    ("acorr", &["acorr"]),
    ("hlines", &["hlines"]),
    ("vlines", &["vlines"]),
    ("axhline", &["axhline"]),
    ("axvline", &["axvline"]),
    ("axline", &["axline", "axline_slope"]),
    ("axhspan", &["axhspan"]),
    ("axvspan", &["axvspan"]),
    ("plot_wireframe", &["plot_wireframe", "plot_wireframe_with"]),
    ("plot_surface", &["plot_surface", "plot_surface_with"]),
    ("plot_trisurf", &["plot_trisurf", "plot_trisurf_with"]),
    ("bar3d", &["bar3d"]),
    ("inset_axes", &["inset_axes", "inset_axes_with"]),
    ("indicate_inset", &["indicate_inset", "indicate_inset_zoom"]),
    ("subplot_mosaic", &["subplot_mosaic", "subplot_mosaic_with"]),
    ("polar axes", &["add_subplot_polar", "add_axes_polar"]),
    ("text", &["text", "text_2d", "with_label"]),
    ("annotate", &["annotate"]),
    ("legend", &["legend", "legend_with"]),
    ("colorbar", &["colorbar", "colorbar_with", "with_colorbar"]),
    ("boxes", &["with_boxes"]),
    ("scale bar", &["with_scale_bar"]),
    ("plotters", &["draw_with"]),
];

/// Artists that are made by `TYPE::new`.
const TYPES: &[&str] = &[
    "Arc",
    "Circle",
    "ConnectionPatch",
    "Ellipse",
    "FancyArrowPatch",
    "FancyBboxPatch",
    "Line2D",
    "Line3D",
    "Line3DCollection",
    "LineCollection",
    "Path3DCollection",
    "PathPatch",
    "PolyCollection",
    "Polygon",
    "Rectangle",
    "Wedge",
];

/// The artists of a Rust source, each once, in the order of the tables.
pub(crate) fn artists(source: &str) -> Vec<&'static str> {
    let code: Vec<_> = tokens(Language::Rust, source)
        .into_iter()
        .filter(|(kind, _)| is_code(*kind))
        .collect();
    let calls = |call: &&str| {
        code.windows(2).any(|pair| {
            let is_method = pair[0].1 == "." || *call == "write_animation";
            is_method && pair[1] == (Kind::Call, *call)
        })
    };
    let makes = |name: &&str| {
        let made = |five: &[(Kind, &str)]| {
            let words = ["", ":", ":", "new", "("];
            five[0] == (Kind::Type, *name) && (1..5).all(|i| five[i].1 == words[i])
        };
        code.windows(5).any(made)
    };
    let by_call = CALLS.iter().filter(|(_, names)| names.iter().any(calls));
    let by_type = TYPES.iter().copied().filter(makes);
    // plotters has types of these names.
    let uses_plotters = code.iter().any(|(_, piece)| *piece == "draw_with");
    let by_type = by_type.filter(|_| !uses_plotters);
    by_call.map(|(name, _)| *name).chain(by_type).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_and_types_tell_the_artists() {
        let source = "
            let line = fig[ax].plot_fmt(&x, &y, \"k-\")?; // fig[ax].scatter(
            let (counts, _, bars) = fig[ax]
                .hist_with(&draw(), &options)?;
            let rose = fig.add_axes_polar([0.0, 0.0, 1.0, 1.0])?;
            fig[note].set_text(\".imshow(\");
            let joint = ConnectionPatch::new((1.0, 0.0), (0.0, 0.0));
            let other: Circle = text(\"a\");";
        assert_eq!(
            artists(source),
            ["plot", "hist", "polar axes", "ConnectionPatch"]
        );
    }

    #[test]
    fn the_short_way_to_a_film_shows_images() {
        let source = "use plotreel::{Boxes, write_animation};
            write_animation(frames, \"a.mp4\", &options.with_boxes(boxes))?;";
        assert_eq!(artists(source), ["imshow", "boxes"]);
        assert_eq!(artists("use plotreel::{a, write_animation};"), [""; 0]);
    }

    #[test]
    fn series_of_plotters_are_not_ours() {
        let source = "fig[ax].draw_with(move |chart| Rectangle::new([a, b], BLUE))";
        assert_eq!(artists(source), ["plotters"]);
    }
}
