//! The common properties of collections.

use crate::artists::color_list::{Colors, put, specs};
use crate::artists::edge_colors::Edges;
use crate::artists::patheffects::{Owner, PathEffect, path_effects, with_effects};
use crate::artists::{Alpha, CapStyle, ColorizingArtist, DrawContext, JoinStyle, LineStyle};
use crate::canvas::Canvas;
use crate::color::{ColorSpec, IntoColor, Norm};
use crate::error::{Error, Result};
use crate::properties::{Check, Length, properties};
use crate::series::Series;

/// The common properties of collections: lists of colours, widths and dashes, which repeat if there are fewer than
/// elements, and values that norm and colormap convert to colours. Collections dereference to it.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0, 1, 2], &[0, 1, 4])?;
/// fig[points].set_facecolors(["red", "blue"])?;
/// fig[points].set_linewidths(&[1.0, 2.0, 3.0])?;
/// fig[points].set_edgecolor("black")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CollectionBase {
    colorizing: ColorizingArtist,
    /// None of them: nothing is filled.
    pub(crate) faces: Vec<ColorSpec>,
    pub(crate) edges: Edges,
    /// The opacity that there was when the edges got their colours: that of the edges of polygons in space.
    pub(super) edge_alpha: Alpha,
    pub(crate) linewidths: Vec<f64>,
    pub(crate) linestyles: Vec<LineStyle>,
    pub(crate) cap: CapStyle,
    pub(crate) join: JoinStyle,
    /// Whether edges are smooth, for the collections that ask.
    pub(crate) antialiased: bool,
    pub(super) array: Option<Vec<f64>>,
    effects: Vec<PathEffect>,
}

properties! {
    impl[] CollectionBase, in colorizing: ColorizingArtist;
    capstyle / set_capstyle: choice<CapStyle> = cap, "the cap style of the edges";
    joinstyle / set_joinstyle: choice<JoinStyle> = join, "the join style of the edges";
    @by name:
    facecolor ["facecolors", "fc"]: Colors = |c| Colors(c.faces.clone()), |c, colors| c.set_facecolors(colors.0),
        "the colours of the faces; with `\"none\"` nothing is filled";
    edgecolor ["edgecolors", "ec"]: Edges = |c| c.edges.clone(),
        |c, edges| c.put_edges(edges),
        "the colours of the edges, or `\"face\"` for those of the faces";
    color: Colors = |c| Colors(c.faces.clone()), |c, colors| c.set_colors(colors.0), "the colours of faces and edges";
    linewidth ["linewidths", "lw"]: Vec<f64> = |c| c.linewidths.clone(), |c, widths| c.set_linewidths(&widths),
        "the widths of the edges in points";
    linestyle ["linestyles", "ls", "dashes"]: Vec<LineStyle> = |c| c.linestyles.clone(),
        |c, styles| c.linestyles = styles,
        "the dashes of the edges";
    norm: Norm = |c| c.norm().clone(), |c, norm| c.set_norm(norm),
        "the norm; limits that were set are taken from the data again";
    alpha: Alpha = |c| c.base.alpha.clone(), |c, alpha| c.set_alpha(alpha),
        "the opacity of all, from 0 to 1, or one for each value or colour; `None` keeps the opacity of the colours";
    array: Option<Vec<f64>> = |c| c.array.clone(),
        |c, array| c.put_array(array),
        "the values that norm and colormap convert to colours, instead of the elements' own colours";
}

crate::artists::kind::artist_kind!(CollectionBase);
path_effects!([] CollectionBase, effects);

impl CollectionBase {
    pub(crate) fn new(faces: Vec<ColorSpec>, edges: Edges, zorder: f64) -> Self {
        Self {
            colorizing: ColorizingArtist::new(zorder),
            faces,
            edges,
            edge_alpha: Alpha::default(),
            linewidths: Vec::new(),
            linestyles: vec![LineStyle::Solid],
            cap: CapStyle::Butt,
            join: JoinStyle::Round,
            antialiased: true,
            array: None,
            effects: Vec::new(),
        }
    }

    /// Draws its elements with its path effects, if it has any.
    pub(crate) fn with_effects(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        draw: impl FnMut(&mut Canvas) -> Result<()>,
    ) -> Result<()> {
        let owner = Owner {
            alpha: None,
            join: self.join.into(),
        };
        with_effects(&self.effects, owner, canvas, ctx, draw)
    }

    /// Refuses path effects of what is not drawn as paths.
    pub(crate) fn refuse_effects(&self, of: &'static str) -> Result<()> {
        match self.effects.is_empty() {
            true => Ok(()),
            false => Err(Error::Setting {
                name: "path_effects",
                value: format!("of {of}"),
                expected: "none there: it is not drawn as paths, and matplotlib has none for it",
            }),
        }
    }

    /// Sets the colour of all faces; with `"none"` nothing is filled.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_facecolors([color])
    }

    /// Sets the colours of the faces.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_facecolors<C: IntoColor>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        self.faces = specs(colors)?;
        Ok(())
    }

    /// The colours of the faces; empty if nothing is filled.
    pub fn facecolors(&self) -> &[ColorSpec] {
        &self.faces
    }

    /// Sets the colour of all edges, `"none"` for none.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_edgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_edgecolors([color])
    }

    /// Sets the colours of the edges; without one, or with `"none"` alone, there are no edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_edgecolors<C: IntoColor>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        self.put_edges(Edges::Colors(specs(colors)?));
        Ok(())
    }

    /// The colours of the edges, if they were set.
    pub fn edgecolors(&self) -> &[ColorSpec] {
        match &self.edges {
            Edges::Default => &[],
            Edges::Face => &self.faces,
            Edges::Colors(colors) => colors,
        }
    }

    /// Gives each edge the colour of its face (`edgecolors="face"`).
    pub fn set_edgecolor_face(&mut self) {
        self.put_edges(Edges::Face);
    }

    fn put_edges(&mut self, edges: Edges) {
        self.edges = edges;
        self.edge_alpha.clone_from(&self.colorizing.base.alpha);
    }

    /// Sets the colour of all faces and edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_colors([color])
    }

    /// Sets the colours of faces and edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> Result<()> {
        self.set_facecolors(colors)?;
        self.put_edges(Edges::Colors(self.faces.clone()));
        Ok(())
    }

    /// Sets the width of all edges in points.
    ///
    /// # Errors
    /// [`Error::Setting`] for widths that are negative or not finite.
    pub fn set_linewidth(&mut self, width: f64) -> Result<()> {
        self.set_linewidths(&[width])
    }

    /// Sets the widths of the edges in points.
    ///
    /// # Errors
    /// [`Error::Setting`] for widths that are negative or not finite; the widths are not changed then.
    pub fn set_linewidths(&mut self, widths: &(impl Series + ?Sized)) -> Result<()> {
        lengths("linewidth", widths, &mut self.linewidths)
    }

    /// The widths of the edges in points; empty if they are the style's.
    pub fn linewidths(&self) -> &[f64] {
        &self.linewidths
    }

    /// Sets the dashes of all edges.
    ///
    /// # Errors
    /// [`Error::Setting`].
    pub fn set_linestyle<S: TryInto<LineStyle>>(&mut self, style: S) -> Result<()>
    where
        Error: From<S::Error>,
    {
        self.linestyles = vec![style.try_into()?];
        Ok(())
    }

    /// Sets the dashes of the edges.
    ///
    /// # Errors
    /// [`Error::Setting`].
    pub fn set_linestyles<S: TryInto<LineStyle>>(
        &mut self,
        styles: impl IntoIterator<Item = S>,
    ) -> Result<()>
    where
        Error: From<S::Error>,
    {
        let styles = styles.into_iter().map(|style| Ok(style.try_into()?));
        self.linestyles = styles.collect::<Result<_>>()?;
        Ok(())
    }

    /// The dashes of the edges.
    pub fn linestyles(&self) -> &[LineStyle] {
        &self.linestyles
    }

    /// Colours the elements by these values, through norm and colormap, instead of their own colours. Limits that the
    /// norm does not set are taken from the first values.
    pub fn set_array(&mut self, values: &(impl Series + ?Sized)) {
        values.copy_to(self.array.get_or_insert_default());
        self.autoscale_none();
    }

    /// The same by name, or none.
    pub(crate) fn put_array(&mut self, array: Option<Vec<f64>>) {
        self.array = array;
        self.autoscale_none();
    }

    /// The values that the elements are coloured by.
    pub fn array(&self) -> Option<&[f64]> {
        self.array.as_deref()
    }

    /// Sets the colour limits to the least and the greatest of the values.
    pub fn autoscale(&mut self) {
        self.norm.open_limits();
        self.autoscale_none();
    }

    /// Sets the norm of values; limits that it does not set are taken from the present values.
    pub fn set_norm(&mut self, norm: Norm) {
        self.norm = norm;
        self.autoscale_none();
    }

    /// The same without values.
    pub(crate) fn without_array(&self) -> Self {
        Self {
            array: None,
            ..self.clone()
        }
    }

    /// Sets the limits that are missing to those of the array.
    fn autoscale_none(&mut self) {
        if let Some(array) = &self.array {
            let values = array.iter().copied();
            self.colorizing.norm.autoscale_none(values);
        }
        self.norm_changed();
    }

    /// Sets the colours of one of so many faces.
    pub(crate) fn set_facecolor_at(
        &mut self,
        i: usize,
        len: usize,
        color: ColorSpec,
    ) -> Result<()> {
        put(&mut self.faces, (i, len), color)
    }

    /// Sets the colour of one of so many edges.
    pub(crate) fn set_edgecolor_at(
        &mut self,
        i: usize,
        len: usize,
        color: ColorSpec,
    ) -> Result<()> {
        if let Edges::Colors(edges) = &mut self.edges {
            return put(edges, (i, len), color);
        }
        let mut edges = self.edgecolors().to_vec();
        put(&mut edges, (i, len), color)?;
        self.edges = Edges::Colors(edges);
        Ok(())
    }

    /// Sets the opacity of all elements, from 0 to 1, or one for each: of the values that they are coloured by, or else
    /// of their colours; a single colour takes as many as there are, which repeat if there are fewer than elements.
    /// `None` keeps the opacity of the colours.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not from 0 to 1, [`Error::Lengths`] unless there are as many as values;
    /// the opacity is not changed then.
    pub fn set_alpha(&mut self, alpha: impl Into<Alpha>) -> Result<()> {
        let alpha = alpha.into();
        if let Some(array) = &self.array {
            alpha.check_count((array.len(), "values"))?;
        }
        self.base.put_alpha(alpha)
    }

    /// The opacities of the elements, if each has its own.
    pub fn alphas(&self) -> Option<&[f64]> {
        self.base.alpha.each()
    }
}

/// Replaces `out` by lengths in points, if all are such.
pub(crate) fn lengths(
    name: &'static str,
    values: &(impl Series + ?Sized),
    out: &mut Vec<f64>,
) -> Result<()> {
    let mut numbers = Vec::new();
    values.copy_to(&mut numbers);
    for number in &numbers {
        Length::checked(name, *number)?;
    }
    *out = numbers;
    Ok(())
}
