//! The look of a line, and how it is stroked.

use kurbo::Stroke;

use crate::artists::patheffects::PathEffect;
use crate::artists::{
    ArtistBase, CapStyle, DrawContext, DrawStyle, JoinStyle, LineProps, LineStyle, MarkerStyle,
};
use crate::color::ColorSpec;
use crate::style::Style;

/// The look of a line.
#[derive(Debug, Clone)]
pub(super) struct LineLook {
    pub(super) base: ArtistBase,
    pub(super) color: ColorSpec,
    pub(super) width: Option<f64>,
    pub(super) style: LineStyle,
    pub(super) draw_style: DrawStyle,
    /// Cap and join of solid lines, and of dashed ones.
    pub(super) solid: (Option<CapStyle>, Option<JoinStyle>),
    pub(super) dash: (Option<CapStyle>, Option<JoinStyle>),
    pub(super) markers: MarkerStyle,
    pub(super) effects: Vec<PathEffect>,
}

impl Default for LineLook {
    fn default() -> Self {
        Self {
            base: ArtistBase::new(2.0),
            color: ColorSpec::C0,
            width: None,
            style: LineStyle::Solid,
            draw_style: DrawStyle::Default,
            solid: (None, None),
            dash: (None, None),
            markers: MarkerStyle::default(),
            effects: Vec::new(),
        }
    }
}

impl LineLook {
    /// Takes over the style's colour for lines that are not of the cycle, its line style and its marker.
    pub(super) fn take_style(&mut self, style: &Style) {
        self.color = style.lines_color;
        self.style = style.lines_linestyle.clone();
        self.markers.marker = style.lines_marker.clone();
        self.markers.fill = style.markers_fillstyle;
        self.markers.edge = style.lines_markeredgecolor;
        self.markers.face = style.lines_markerfacecolor;
    }

    /// Takes over the look of one kind of lines of a box plot.
    pub(super) fn take_props(&mut self, props: &LineProps) {
        self.color = props.color;
        self.width = Some(props.linewidth);
        self.style = props.linestyle.clone();
        self.markers.marker = props.marker.clone();
        self.markers.size = Some(props.markersize);
        self.markers.edge = props.markeredgecolor;
        self.markers.face = props.markerfacecolor;
        self.markers.edge_width = props.markeredgewidth;
    }

    /// The stroke of the line, in pixels.
    pub(super) fn stroke(&self, ctx: &DrawContext<'_>) -> Stroke {
        let width = self.width.unwrap_or(ctx.style.lines_linewidth);
        let style = ctx.style;
        let dashes = style.dashes(&self.style, width);
        let ((cap, join), usual) = match dashes.is_some() {
            true => (
                self.dash,
                (style.lines_dash_capstyle, style.lines_dash_joinstyle),
            ),
            false => (
                self.solid,
                (style.lines_solid_capstyle, style.lines_solid_joinstyle),
            ),
        };
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(cap.unwrap_or(usual.0).into())
            .with_join(join.unwrap_or(usual.1).into());
        match dashes {
            None => stroke,
            Some((offset, pattern)) => stroke.with_dashes(
                ctx.points_to_pixels(offset),
                pattern.into_iter().map(|d| ctx.points_to_pixels(d)),
            ),
        }
    }
}
