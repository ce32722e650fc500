//! The colours and strokes of a collection's elements, resolved for one drawing.

use kurbo::{Cap, Join, Stroke};

use crate::artists::patches::PatchBase;
use crate::artists::{CollectionBase, DrawContext, JoinStyle, LineStyle};
use crate::canvas::GraphicsContext;
use crate::color::{Color, ColorSpec};
use crate::mapping::Clip;

/// A style with its colours resolved, for one drawing.
#[derive(Debug)]
pub(crate) struct CollectionPaint<'a> {
    pub(crate) faces: Vec<Color>,
    pub(crate) edges: Vec<Color>,
    pub(crate) widths: Vec<f64>,
    pub(crate) style: &'a CollectionBase,
    pub(crate) clip: Option<Clip>,
}

impl CollectionPaint<'_> {
    /// Whether nothing would show.
    pub(crate) fn is_nothing(&self) -> bool {
        self.faces.is_empty() && self.edges.is_empty()
    }

    /// Face, edge, width in points and line style of an element.
    pub(crate) fn look(&self, i: usize) -> (Color, Color, f64, LineStyle) {
        let color = |colors: &[Color]| around(colors, i).copied().unwrap_or(Color::TRANSPARENT);
        let style = around(&self.style.linestyles, i).cloned();
        (
            color(&self.faces),
            color(&self.edges),
            around(&self.widths, i).copied().unwrap_or(0.0),
            style.unwrap_or(LineStyle::Solid),
        )
    }

    /// A rectangle of a legend in the look of the first element.
    pub(crate) fn patch(&self) -> PatchBase {
        let (face, edge, width, linestyle) = self.look(0);
        PatchBase {
            face: Some(ColorSpec::Rgba(face)),
            edge: Some(ColorSpec::Rgba(edge)),
            linewidth: Some(width),
            linestyle,
            ..PatchBase::default()
        }
    }

    /// Whether all elements look the same, so that the reference draws them as markers.
    pub(crate) fn is_uniform(&self) -> bool {
        self.faces.len() == 1
            && self.edges.len() == 1
            && self.widths.len() == 1
            && !self.is_dashed()
    }

    pub(crate) fn is_dashed(&self) -> bool {
        self.style.linestyles.iter().any(LineStyle::is_dashed)
    }

    /// The greatest width of an edge in pixels.
    pub(crate) fn widest(&self, ctx: &DrawContext<'_>) -> f64 {
        ctx.points_to_pixels(self.widths.iter().copied().fold(0.0, f64::max))
    }

    /// The same with its properties in another order of the elements, and each opacity times a shade if there are any.
    pub(crate) fn reordered(mut self, order: &[usize], shades: &[f64]) -> Self {
        fn sorted<T: Copy>(values: &[T], order: &[usize]) -> Vec<T> {
            match values.len() {
                0 | 1 => values.to_vec(),
                n => order.iter().map(|i| values[i % n]).collect(),
            }
        }
        let shaded = |colors: &[Color]| -> Vec<Color> {
            let colors = sorted(colors, order);
            if colors.is_empty() || shades.is_empty() {
                return colors;
            }
            let shades = shades.iter().enumerate();
            let shade = |(i, shade): (usize, &f64)| {
                let color = colors[i % colors.len()];
                color.with_alpha(f64::from(color.a) / 255.0 * shade)
            };
            shades.map(shade).collect()
        };
        self.faces = shaded(&self.faces);
        self.edges = shaded(&self.edges);
        self.widths = sorted(&self.widths, order);
        self
    }

    /// The colour of an edge, if edges have any.
    pub(crate) fn edge_color(&self, i: usize) -> Option<Color> {
        around(&self.edges, i).copied()
    }

    pub(crate) fn face(&self, i: usize) -> Option<Color> {
        around(&self.faces, i).copied().filter(|face| face.a > 0)
    }

    /// Colour and width in pixels of an edge.
    pub(crate) fn edge(&self, i: usize, ctx: &DrawContext<'_>) -> Option<(Color, f64)> {
        let color = *around(&self.edges, i)?;
        let width = ctx.points_to_pixels(*around(&self.widths, i)?);
        (color.a > 0 && width > 0.0).then_some((color, width))
    }

    /// What all elements of a collection that minds `antialiased` are drawn with.
    pub(crate) fn gc(&self) -> GraphicsContext {
        GraphicsContext {
            clip: self.clip.clone(),
            antialiased: self.style.antialiased,
            ..GraphicsContext::default()
        }
    }

    /// What the path of an element is drawn with, which has no curves.
    pub(crate) fn element(&self, i: usize, ctx: &DrawContext<'_>) -> GraphicsContext {
        GraphicsContext {
            face: self.face(i),
            edge: self.stroke(i, ctx),
            points: Some(0),
            ..self.gc()
        }
    }

    /// Colour and stroke of an edge, in pixels.
    pub(crate) fn stroke(&self, i: usize, ctx: &DrawContext<'_>) -> Option<(Color, Stroke)> {
        let color = *around(&self.edges, i)?;
        let points = *around(&self.widths, i)?;
        let style = around(&self.style.linestyles, i);
        let dashes = style.and_then(|style| ctx.style.dashes(style, points));
        let stroke = stroke(points, dashes, self.style.join, ctx);
        Some((color, stroke.with_caps(Cap::from(self.style.cap))))
    }
}

/// The stroke of a collection or a patch: with blunt ends, and mitres as short as Agg's.
pub(crate) fn stroke(
    width: f64,
    dashes: Option<(f64, Vec<f64>)>,
    join: JoinStyle,
    ctx: &DrawContext<'_>,
) -> Stroke {
    let pixels = ctx.points_to_pixels(width);
    let stroke = Stroke::new(pixels)
        .with_caps(Cap::Butt)
        .with_join(Join::from(join))
        .with_miter_limit(pixels);
    match dashes {
        None => stroke,
        Some((offset, pattern)) => stroke.with_dashes(
            ctx.points_to_pixels(offset),
            pattern.into_iter().map(|d| ctx.points_to_pixels(d)),
        ),
    }
}

fn around<T>(values: &[T], i: usize) -> Option<&T> {
    values.get(i.checked_rem(values.len())?)
}
