//! The colours and strokes of a collection's elements, resolved for one drawing.

use kurbo::{Cap, Join, Stroke};

use crate::artists::edge_colors::Edges;
use crate::artists::hatch_look::HatchLook;
use crate::artists::patches::PatchBase;
use crate::artists::{Alpha, CollectionBase, DrawContext, JoinStyle, LineStyle};
use crate::canvas::{GraphicsContext, Hatch, Hatching};
use crate::color::{Color, ColorSpec, Fine, fine};
use crate::error::Result;
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

impl CollectionBase {
    /// The colours and widths of this drawing; `width` and `edge` are those of the style's kind of artist.
    pub(crate) fn paint(
        &self,
        ctx: &DrawContext<'_>,
        width: f64,
        edge: ColorSpec,
    ) -> Result<CollectionPaint<'_>> {
        let resolve = |colors: &[ColorSpec]| colors_with(colors, &self.base.alpha, ctx);
        let filled = !self.faces.is_empty();
        let mapped = self.mapped(|place, alpha| {
            let color = self.cmap.color(place);
            // Bad values stay invisible.
            match alpha {
                Some(alpha) if color != Color::TRANSPARENT => color.with_alpha(alpha),
                _ => color,
            }
        })?;
        let faces = match &mapped {
            Some(mapped) if filled => mapped.clone(),
            _ => resolve(&self.faces)?,
        };
        let edges = match &self.edges {
            Edges::Face => faces.clone(),
            Edges::Colors(colors) => resolve(colors)?,
            Edges::Default if filled => match ctx.style.patch_force_edgecolor {
                true => resolve(&[ColorSpec::Rgba(ctx.style.patch_edgecolor)])?,
                false => Vec::new(),
            },
            Edges::Default => match mapped {
                Some(mapped) => mapped,
                None => resolve(&[edge])?,
            },
        };
        let widths = match self.linewidths.is_empty() {
            true => vec![width],
            false => self.linewidths.clone(),
        };
        Ok(CollectionPaint {
            faces,
            edges,
            widths,
            style: self,
            clip: self.base.clip(ctx),
        })
    }

    /// The colours of the faces, or of the array if there is one, before they are rounded.
    pub(crate) fn fine(&self, ctx: &DrawContext<'_>) -> Result<Vec<Fine>> {
        let mapped = self.mapped(|place, alpha| match (self.cmap.fine(place), alpha) {
            // Bad values stay invisible.
            ([r, g, b, a], Some(alpha)) if [r, g, b, a] != [0; 4] => {
                [r, g, b, (alpha * 255.0 * 256.0) as u16]
            }
            (color, _) => color,
        })?;
        match mapped {
            Some(mapped) => Ok(mapped),
            None => resolved(&self.faces, &self.base.alpha, |face, alpha| {
                fine(ctx.faded(face, alpha))
            }),
        }
    }

    /// The colours of the edges with the opacity that there was when they were set, if they have colours of their own.
    pub(crate) fn kept_edges(&self, ctx: &DrawContext<'_>) -> Option<Result<Vec<Color>>> {
        match &self.edges {
            Edges::Colors(colors) => Some(colors_with(colors, &self.edge_alpha, ctx)),
            _ => None,
        }
    }

    /// What `color` makes of the place in the colormap and the opacity of each value of the array, if there is one.
    fn mapped<C>(&self, color: impl Fn(u32, Option<f64>) -> C) -> Result<Option<Vec<C>>> {
        let Some(array) = &self.array else {
            return Ok(None);
        };
        let alpha = &self.base.alpha;
        alpha.check_count((array.len(), "values"))?;
        let mut places = vec![0; array.len()];
        let indexer = self.norm.indexer(self.cmap.len())?;
        indexer.indices(array, false, &mut places);
        let places = places.into_iter();
        Ok(Some(match alpha.each() {
            Some(alphas) => (places.zip(alphas))
                .map(|(place, alpha)| color(place, Some(*alpha)))
                .collect(),
            None => {
                let alpha = alpha.number();
                places.map(|place| color(place, alpha)).collect()
            }
        }))
    }
}

/// The colours to draw with, with these opacities instead of their own.
fn colors_with(colors: &[ColorSpec], alpha: &Alpha, ctx: &DrawContext<'_>) -> Result<Vec<Color>> {
    resolved(colors, alpha, |color, alpha| match alpha {
        Some(alpha) => ctx.color(color.with_alpha(alpha)),
        None => ctx.color(color),
    })
}

/// What `color` makes of each colour and its opacity; of a single one with each of the opacities.
fn resolved<C>(
    colors: &[ColorSpec],
    alpha: &Alpha,
    color: impl Fn(ColorSpec, Option<f64>) -> C,
) -> Result<Vec<C>> {
    if let ([single], Some(alphas)) = (colors, alpha.each()) {
        let alphas = alphas.iter().map(|alpha| color(*single, Some(*alpha)));
        return Ok(alphas.collect());
    }
    if !colors.is_empty() {
        alpha.check_count((colors.len(), "colours"))?;
    }
    let colors = colors.iter().enumerate();
    Ok(colors.map(|(i, spec)| color(*spec, alpha.of(i))).collect())
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

impl HatchLook {
    /// That of an element of a collection, in the colour of its edge or of edges by default.
    pub(crate) fn of_element(
        &self,
        hatch: &Hatch,
        i: usize,
        paint: &CollectionPaint<'_>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        let alpha = paint.style.base.alpha.of(i);
        let by_default = || ctx.style.patch_edgecolor.faded(alpha);
        let edge = paint.edge_color(i).unwrap_or_else(by_default);
        self.resolved_as(hatch, edge, alpha, ctx)
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
