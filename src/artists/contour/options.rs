//! The options of contours.

use crate::artists::CollectionBase;
use crate::artists::edge_colors::Edges;
use crate::artists::extend::Extend;
use crate::artists::{ContourLevels, Hatch, LineStyle};
use crate::color::{ColorSpec, Colormap, Norm};
use crate::properties::{Length, options};
use crate::style::Style;

options! {
    /// Options of [`contour_with`](crate::Axes::contour_with), [`contourf_with`](crate::Axes::contourf_with) and their
    /// counterparts for triangles.
    ///
    /// ```
    /// use plotreel::Colormap;
    /// use plotreel::collections::ContourOptions;
    ///
    /// let options = ContourOptions::new()
    ///     .with_levels([0.0, 0.5, 1.0])
    ///     .with_cmap(Colormap::named("plasma")?)
    ///     .with_extend("both")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct ContourOptions;
    levels / with_levels: value<ContourLevels> = ContourLevels::default(), "the levels: a number of them, or a list";
    colors / with_colors: colors = Vec::new(),
        "the colours of the lines, or of the areas between levels, which repeat if there are fewer; none are those of \
         the colormap. With one more colour for each end \
         that `extend` adds, the first and the last are those of the values beyond";
    cmap / with_cmap: maybe_value<Colormap> = None, "the colormap; `None` is that of the style";
    norm / with_norm: value<Norm> = Norm::default(),
        "the norm; limits that it does not set are the lowest and the highest level. With `Norm::log`, levels are \
         powers of ten, and values of 0 and below are masked";
    extend / with_extend: choice<Extend> = Extend::Neither,
        "whether values below the lowest and above the highest level are filled, too";
    linewidths / with_linewidths: series<Length> = Vec::new(),
        "the widths of the lines in points, which repeat if there are fewer than levels";
    linestyles / with_linestyles: choices<LineStyle> = Vec::new(),
        "the dashes of the lines, which repeat if there are fewer than levels";
    hatches / with_hatches: choices<Hatch> = Vec::new(),
        "the patterns over the areas, which repeat; `\"\"` is none. Their colour is that of the areas' edges, if these have \
         one, or of `Style::hatch_color`";
    negative_linestyles / with_negative_linestyles: maybe_choice<LineStyle> = None,
        "the dashes of lines at negative levels, if all have one colour; `None` is those of the style";
}

impl ContourOptions {
    /// The same, with what the style says of lines at negative levels.
    pub(crate) fn styled(&self, style: &Style) -> Self {
        let own = self.negative_linestyles.clone();
        Self {
            negative_linestyles: own.or_else(|| Some(style.contour_negative_linestyle.clone())),
            ..self.clone()
        }
    }

    /// The colour of each line or area, if they are not those of a colormap.
    pub(super) fn layer_colors(&self, levels: usize, filled: bool) -> Option<Vec<ColorSpec>> {
        let colors = &self.colors;
        if colors.is_empty() {
            return None;
        }
        let inner = levels - usize::from(filled);
        let (below, above) = match filled {
            true => (self.extend.below(), self.extend.above()),
            false => (false, false),
        };
        let total = inner + usize::from(below) + usize::from(above);
        let extra = [self.extend.below(), self.extend.above()].map(usize::from);
        let own_ends = extra != [0, 0] && colors.len() == inner + extra[0] + extra[1];
        let first = if own_ends { extra[0] } else { 0 };
        let rest: Vec<ColorSpec> = (colors[first..].iter().cycle().take(inner).copied()).collect();
        let end = |own: usize, inner: Option<&ColorSpec>| match own_ends {
            true => colors.get(own).copied(),
            false => inner.copied(),
        };
        let mut layers = Vec::with_capacity(total);
        layers.extend(end(0, rest.first()).filter(|_| below));
        layers.extend(&rest);
        layers.extend(end(colors.len() - 1, rest.last()).filter(|_| above));
        Some(layers)
    }

    /// The dashes of lines at these levels.
    pub(super) fn line_styles(&self, levels: &[f64], range: (f64, f64)) -> Vec<LineStyle> {
        if !self.linestyles.is_empty() {
            return self.linestyles.clone();
        }
        let single = (self.colors.first())
            .is_some_and(|first| self.colors.iter().all(|color| color == first));
        // Rounding does not make a level negative.
        let below = -(range.1 - range.0) * 1e-15;
        let style = |level: &f64| match single && *level < below {
            true => self
                .negative_linestyles
                .clone()
                .unwrap_or(LineStyle::Dashed),
            false => LineStyle::Solid,
        };
        levels.iter().map(style).collect()
    }

    /// The look of lines, or of areas, in these colours or those of an array.
    pub(super) fn style(&self, colors: Option<Vec<ColorSpec>>, filled: bool) -> CollectionBase {
        let (faces, edges, zorder) = match (filled, colors) {
            (true, Some(colors)) => (colors, Edges::Colors(Vec::new()), 1.0),
            (true, None) => (vec![ColorSpec::C0], Edges::Colors(Vec::new()), 1.0),
            (false, Some(colors)) => (Vec::new(), Edges::Colors(colors), 2.0),
            (false, None) => (Vec::new(), Edges::Default, 2.0),
        };
        let mut style = CollectionBase::new(faces, edges, zorder);
        style.antialiased = !filled;
        style.linewidths = self.linewidths.clone();
        if let Some(cmap) = &self.cmap {
            style.set_cmap(cmap.clone());
        }
        style.norm = self.norm.clone();
        style
    }
}
