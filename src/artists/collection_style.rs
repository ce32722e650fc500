//! The colours and strokes of a collection's elements.

use kurbo::{Cap, Join, Stroke};

use crate::artists::{DrawContext, JoinStyle, LineStyle, ScalarMappable};
use crate::color::{Color, ColorSpec, Colormap, Norm};
use crate::error::Result;
use crate::mapping::PixelRect;
use crate::series::Series;

/// What the elements look like: each property goes round its values.
#[derive(Debug, Clone)]
pub(crate) struct CollectionStyle {
    /// None of them: nothing is filled.
    pub(crate) faces: Vec<ColorSpec>,
    pub(crate) edges: Edges,
    pub(crate) alpha: Option<f64>,
    pub(crate) linewidths: Vec<f64>,
    pub(crate) linestyles: Vec<LineStyle>,
    pub(crate) join: JoinStyle,
    array: Option<Vec<f64>>,
    pub(crate) norm: Norm,
    pub(crate) cmap: Colormap,
    pub(crate) zorder: f64,
    pub(crate) visible: bool,
    pub(crate) clip_on: bool,
    pub(crate) label: Option<String>,
}

/// Where the colours of edges come from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Edges {
    /// None while the elements are filled; else the array, or the style.
    Default,
    /// The faces'.
    Face,
    Colors(Vec<ColorSpec>),
}

/// A style with its colours resolved, for one drawing.
#[derive(Debug)]
pub(crate) struct Paint<'a> {
    pub(crate) faces: Vec<Color>,
    pub(crate) edges: Vec<Color>,
    widths: Vec<f64>,
    style: &'a CollectionStyle,
    pub(crate) clip: Option<PixelRect>,
}

impl CollectionStyle {
    pub(crate) fn new(faces: Vec<ColorSpec>, edges: Edges, zorder: f64) -> Self {
        Self {
            faces,
            edges,
            alpha: None,
            linewidths: Vec::new(),
            linestyles: vec![LineStyle::Solid],
            join: JoinStyle::Round,
            array: None,
            norm: Norm::default(),
            cmap: Colormap::default(),
            zorder,
            visible: true,
            clip_on: true,
            label: None,
        }
    }

    pub(crate) fn set_array(&mut self, values: &(impl Series + ?Sized)) {
        let mut array = self.array.take().unwrap_or_default();
        values.copy_to(&mut array);
        self.norm.autoscale_none(array.iter().copied());
        self.array = Some(array);
    }

    pub(crate) fn array(&self) -> Option<&[f64]> {
        self.array.as_deref()
    }

    pub(crate) fn autoscale(&mut self) {
        self.norm.open_limits();
        if let Some(array) = &self.array {
            self.norm.autoscale_none(array.iter().copied());
        }
    }

    pub(crate) fn set_norm(&mut self, norm: Norm) {
        self.norm = norm;
        if let Some(array) = &self.array {
            self.norm.autoscale_none(array.iter().copied());
        }
    }

    /// The colours and widths of this drawing; `width` and `edge` are those of the style's kind of artist.
    pub(crate) fn paint(
        &self,
        ctx: &DrawContext<'_>,
        width: f64,
        edge: ColorSpec,
    ) -> Result<Paint<'_>> {
        let resolve = |colors: &[ColorSpec]| -> Vec<Color> {
            let faded = |color: &ColorSpec| match self.alpha {
                Some(alpha) => ctx.color(color.with_alpha(alpha)),
                None => ctx.color(*color),
            };
            colors.iter().map(faded).collect()
        };
        let filled = !self.faces.is_empty();
        let mapped = self.mapped()?;
        let faces = match &mapped {
            Some(mapped) if filled => mapped.clone(),
            _ => resolve(&self.faces),
        };
        let edges = match &self.edges {
            Edges::Face => faces.clone(),
            Edges::Colors(colors) => resolve(colors),
            Edges::Default if filled => Vec::new(),
            Edges::Default => mapped.unwrap_or_else(|| resolve(&[edge])),
        };
        let widths = match self.linewidths.is_empty() {
            true => vec![width],
            false => self.linewidths.clone(),
        };
        Ok(Paint {
            faces,
            edges,
            widths,
            style: self,
            clip: self.clip_on.then(|| ctx.clip()),
        })
    }

    /// Norm and colormap, which map the array.
    pub(crate) fn mappable(&self) -> ScalarMappable<'_> {
        ScalarMappable {
            norm: &self.norm,
            cmap: &self.cmap,
            alpha: self.alpha,
        }
    }

    /// The array through norm and colormap.
    fn mapped(&self) -> Result<Option<Vec<Color>>> {
        let Some(array) = &self.array else {
            return Ok(None);
        };
        let indexer = self.norm.indexer(self.cmap.len())?;
        let mut places = vec![0; array.len()];
        indexer.indices(array, false, &mut places);
        let color = |place: u32| {
            let color = self.cmap.color(place);
            // Bad values stay invisible.
            match self.alpha {
                Some(alpha) if color != Color::TRANSPARENT => color.with_alpha(alpha),
                _ => color,
            }
        };
        Ok(Some(places.into_iter().map(color).collect()))
    }
}

impl Paint<'_> {
    /// Whether nothing would show.
    pub(crate) fn is_nothing(&self) -> bool {
        self.faces.is_empty() && self.edges.is_empty()
    }

    /// The first face, edge, width and line style, as a rectangle of a legend has them.
    pub(crate) fn first(&self) -> (Color, Color, f64, LineStyle) {
        let color = |colors: &[Color]| colors.first().copied().unwrap_or(Color::TRANSPARENT);
        let style = self.style.linestyles.first().cloned();
        (
            color(&self.faces),
            color(&self.edges),
            self.widths.first().copied().unwrap_or(0.0),
            style.unwrap_or(LineStyle::Solid),
        )
    }

    /// Whether all elements look the same, so that the reference draws them as markers.
    pub(crate) fn is_uniform(&self) -> bool {
        self.faces.len() == 1
            && self.edges.len() == 1
            && self.widths.len() == 1
            && !self.is_dashed()
    }

    pub(crate) fn is_dashed(&self) -> bool {
        let dashed = |style: &LineStyle| style.dashes(1.0).is_some();
        self.style.linestyles.iter().any(dashed)
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

    pub(crate) fn face(&self, i: usize) -> Option<Color> {
        around(&self.faces, i).copied().filter(|face| face.a > 0)
    }

    /// Colour and width in pixels of an edge.
    pub(crate) fn edge(&self, i: usize, ctx: &DrawContext<'_>) -> Option<(Color, f64)> {
        let color = *around(&self.edges, i)?;
        let width = ctx.points_to_pixels(*around(&self.widths, i)?);
        (color.a > 0 && width > 0.0).then_some((color, width))
    }

    /// Colour and stroke of an edge, in pixels.
    pub(crate) fn stroke(&self, i: usize, ctx: &DrawContext<'_>) -> Option<(Color, Stroke)> {
        let color = *around(&self.edges, i)?;
        let points = *around(&self.widths, i)?;
        let style = around(&self.style.linestyles, i);
        let dashes = style.and_then(|style| style.dashes(points));
        Some((color, stroke(points, dashes, self.style.join, ctx)))
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

/// The setters that all collections have, for a struct with a field `style`.
macro_rules! collection_setters {
    ($(const $dimension:ident,)? $name:ty) => {
        impl$(<const $dimension: usize>)? $name {
            /// Sets the colour of all edges.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_edgecolor(
                &mut self,
                color: impl $crate::color::IntoColor,
            ) -> $crate::Result<()> {
                self.set_edgecolors([color])
            }

            /// Sets the colours of the edges, which go round if there are fewer than elements; without one, or with
            /// `"none"` alone, there are no edges.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_edgecolors<C: $crate::color::IntoColor>(
                &mut self,
                colors: impl IntoIterator<Item = C>,
            ) -> $crate::Result<()> {
                let colors = $crate::artists::collection_style::specs(colors)?;
                self.style.edges = $crate::artists::collection_style::Edges::Colors(colors);
                Ok(())
            }

            /// Sets the opacity of faces and edges, from 0 to 1; with `None` that of their colours.
            pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
                self.style.alpha = alpha.into();
            }

            /// Sets the width of all edges in points.
            pub fn set_linewidth(&mut self, width: f64) {
                self.style.linewidths = vec![width];
            }

            /// Sets the widths of the edges in points, which go round.
            pub fn set_linewidths(&mut self, widths: &(impl $crate::Series + ?Sized)) {
                widths.copy_to(&mut self.style.linewidths);
            }

            /// Sets the dashes of all edges.
            ///
            /// # Errors
            /// [`Error::Setting`](crate::Error::Setting).
            pub fn set_linestyle<S: TryInto<$crate::LineStyle>>(
                &mut self,
                style: S,
            ) -> $crate::Result<()>
            where
                $crate::Error: From<S::Error>,
            {
                self.style.linestyles = vec![style.try_into()?];
                Ok(())
            }

            /// Colours the elements by these values, through norm and colormap, in place of their own colours; the
            /// values go round. Limits that the norm leaves open come from the first values.
            pub fn set_array(&mut self, values: &(impl $crate::Series + ?Sized)) {
                self.style.set_array(values);
            }

            /// The values that the elements are coloured by.
            pub fn array(&self) -> Option<&[f64]> {
                self.style.array()
            }

            /// Sets the colour limits that are given (`set_clim(vmin, vmax)`).
            pub fn set_clim(&mut self, vmin: Option<f64>, vmax: Option<f64>) {
                self.style.norm.set_clim(vmin, vmax);
            }

            /// Sets the colour limits to the least and the greatest of the values.
            pub fn autoscale(&mut self) {
                self.style.autoscale();
            }

            /// The colour limits (vmin, vmax), as far as they are known.
            pub fn clim(&self) -> (Option<f64>, Option<f64>) {
                self.style.norm.clim()
            }

            /// Sets the colormap of values.
            pub fn set_cmap(&mut self, cmap: $crate::Colormap) {
                self.style.cmap = cmap;
            }

            /// The colormap of values.
            pub fn cmap(&self) -> &$crate::Colormap {
                &self.style.cmap
            }

            /// Sets the norm of values; limits that it leaves open come from the present ones.
            pub fn set_norm(&mut self, norm: $crate::Norm) {
                self.style.set_norm(norm);
            }

            /// The norm, with the limits that it has by now.
            pub fn norm(&self) -> &$crate::Norm {
                &self.style.norm
            }

            /// Sets what a legend calls it; a label that begins with `_` is in none.
            pub fn set_label(&mut self, label: impl Into<String>) {
                self.style.label = Some(label.into());
            }

            /// Sets the place in the drawing order.
            pub fn set_zorder(&mut self, zorder: f64) {
                self.style.zorder = zorder;
            }

            /// Shows or hides it.
            pub fn set_visible(&mut self, visible: bool) {
                self.style.visible = visible;
            }

            /// Sets whether it is clipped to the axes.
            pub fn set_clip_on(&mut self, clip: bool) {
                self.style.clip_on = clip;
            }
        }
    };
}
pub(crate) use collection_setters;

/// The setters of collections whose elements are filled.
macro_rules! face_setters {
    ($(const $dimension:ident,)? $name:ty) => {
        impl$(<const $dimension: usize>)? $name {
            /// Sets the colour of all faces; with `"none"` nothing is filled.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_facecolor(
                &mut self,
                color: impl $crate::color::IntoColor,
            ) -> $crate::Result<()> {
                self.set_facecolors([color])
            }

            /// Sets the colours of the faces, which go round if there are fewer than elements.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_facecolors<C: $crate::color::IntoColor>(
                &mut self,
                colors: impl IntoIterator<Item = C>,
            ) -> $crate::Result<()> {
                self.style.faces = $crate::artists::collection_style::specs(colors)?;
                Ok(())
            }

            /// Sets the colour of faces and edges.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_color(
                &mut self,
                color: impl $crate::color::IntoColor,
            ) -> $crate::Result<()> {
                let color = color.into_color()?;
                self.set_facecolor(color)?;
                self.set_edgecolor(color)
            }

            /// Gives each edge the colour of its face (`edgecolors="face"`).
            pub fn set_edgecolor_face(&mut self) {
                self.style.edges = $crate::artists::collection_style::Edges::Face;
            }
        }
    };
}
pub(crate) use face_setters;

/// Colours as they are given; `"none"` alone is no colour at all.
pub(crate) fn specs<C: crate::color::IntoColor>(
    colors: impl IntoIterator<Item = C>,
) -> Result<Vec<ColorSpec>> {
    let colors: Vec<_> = colors
        .into_iter()
        .map(|color| color.into_color())
        .collect::<Result<_>>()?;
    Ok(match colors[..] {
        [ColorSpec::None] => Vec::new(),
        _ => colors,
    })
}
