//! Every setter of a legend.

use crate::artists::{Legend, LegendLoc};

pub(super) type LegendSetter = (&'static str, fn(&mut Legend, f64));

/// The setters of a legend, with values that differ between 0, 1 and 2.
pub(super) const LEGEND_SETTERS: &[LegendSetter] = &[
    ("set_loc", |l, v| {
        l.set_loc([LegendLoc::UpperLeft, LegendLoc::Best, LegendLoc::Center][v as usize])
            .unwrap()
    }),
    ("set_bbox_to_anchor", |l, v| {
        l.set_bbox_to_anchor([0.0, 0.0, 0.5 + v / 4.0, 1.0])
    }),
    ("set_linestyle", |l, v| {
        l.set_linestyle(["-", "--", ":"][v as usize]).unwrap()
    }),
    ("set_family", |l, v| {
        let family = ["monospace", "serif", "sans-serif"][v as usize];
        l.set_family(family).unwrap()
    }),
    ("set_mode", |l, v| {
        if v > 0.0 {
            l.set_mode("expand").unwrap();
        }
    }),
    ("set_ncols", |l, v| l.set_ncols(1 + v as usize).unwrap()),
    ("set_title", |l, v| l.set_title(format!("{v}"))),
    ("set_frame_on", |l, v| l.set_frame_on(v > 0.0)),
    ("set_fancybox", |l, v| l.set_fancybox(v > 0.0)),
    ("set_framealpha", |l, v| l.set_framealpha(v / 2.0).unwrap()),
    ("set_facecolor", |l, v| {
        l.set_facecolor((v / 2.0, 1.0, 1.0)).unwrap()
    }),
    ("set_edgecolor", |l, v| {
        l.set_edgecolor((v / 2.0, 1.0, 0.0)).unwrap()
    }),
    ("set_linewidth", |l, v| l.set_linewidth(1.0 + v).unwrap()),
    ("set_weight", |l, v| {
        let weight = ["normal", "bold", "light"][v as usize];
        l.set_weight(weight).unwrap()
    }),
    ("set_fontsize", |l, v| l.set_fontsize(6.0 + v).unwrap()),
    ("set_title_fontsize", |l, v| {
        l.set_title("t");
        l.set_title_fontsize(6.0 + v).unwrap()
    }),
    ("set_labelcolor", |l, v| {
        l.set_labelcolor((v / 2.0, 0.0, 0.0)).unwrap()
    }),
    ("set_numpoints", |l, v| {
        l.set_numpoints(1 + v as usize).unwrap()
    }),
    ("set_scatterpoints", |l, v| {
        l.set_scatterpoints(1 + v as usize).unwrap()
    }),
    ("set_markerscale", |l, v| {
        l.set_markerscale(1.0 + v).unwrap()
    }),
    ("set_handlelength", |l, v| {
        l.set_handlelength(1.0 + v).unwrap()
    }),
    ("set_handleheight", |l, v| {
        l.set_handleheight(1.0 + v).unwrap()
    }),
    ("set_handletextpad", |l, v| l.set_handletextpad(v).unwrap()),
    ("set_borderpad", |l, v| l.set_borderpad(v).unwrap()),
    ("set_labelspacing", |l, v| l.set_labelspacing(v).unwrap()),
    ("set_columnspacing", |l, v| l.set_columnspacing(v).unwrap()),
    ("set_borderaxespad", |l, v| l.set_borderaxespad(v).unwrap()),
    ("set_zorder", |l, v| l.set_zorder(5.0 - 3.0 * v)),
    ("set_visible", |l, v| l.set_visible(v != 1.0)),
];
