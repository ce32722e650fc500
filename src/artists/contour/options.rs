//! The options of contours.

use crate::artists::collection_base::{lengths, specs};
use crate::artists::colorbar_parts::Extend;
use crate::artists::{ContourLevels, LineStyle};
use crate::color::{ColorSpec, Colormap, IntoColor, Norm};
use crate::error::{Error, Result};
use crate::series::Series;
use crate::style::Style;

/// Options of [`contour_with`](crate::Axes::contour_with), [`contourf_with`](crate::Axes::contourf_with) and those of
/// triangles.
///
/// ```
/// use plotreel::Colormap;
/// use plotreel::axes::Extend;
/// use plotreel::collections::ContourOptions;
///
/// let options = ContourOptions::new()
///     .with_levels([0.0, 0.5, 1.0])
///     .with_cmap(Colormap::named("plasma")?)
///     .with_extend(Extend::Both);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ContourOptions {
    pub(super) levels: ContourLevels,
    pub(super) colors: Option<Vec<ColorSpec>>,
    pub(super) cmap: Option<Colormap>,
    pub(super) norm: Norm,
    pub(super) extend: Extend,
    pub(super) linewidths: Vec<f64>,
    pub(super) linestyles: Option<Vec<LineStyle>>,
    /// That of negative levels.
    pub(super) negative: Option<LineStyle>,
}

impl ContourOptions {
    /// About seven levels in the colours of the default colormap.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the levels: a number of them, or a list.
    pub fn with_levels(mut self, levels: impl Into<ContourLevels>) -> Self {
        self.levels = levels.into();
        self
    }

    /// Sets the colours of the lines, or of the areas between levels, instead of a colormap; they repeat if there are
    /// fewer.
    ///
    /// Lines at negative levels are dashed if all have one colour. With one more colour for each end that `extend`
    /// adds, the first and the last are those of the values beyond.
    ///
    /// # Errors
    /// [`Error::UnknownColor`], or [`Error::Setting`] for no colour.
    pub fn with_colors<C: IntoColor>(
        mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<Self> {
        let colors = specs(colors)?;
        if colors.is_empty() {
            return Err(Error::Setting {
                name: "colors",
                value: "none".into(),
                expected: "one colour or more",
            });
        }
        self.colors = Some(colors);
        Ok(self)
    }

    /// Sets the colormap.
    pub fn with_cmap(mut self, cmap: Colormap) -> Self {
        self.cmap = Some(cmap);
        self
    }

    /// Sets the norm; limits that it does not set are the lowest and the highest level. With [`Norm::log`], levels
    /// are powers of ten, and values of 0 and below are masked.
    pub fn with_norm(mut self, norm: Norm) -> Self {
        self.norm = norm;
        self
    }

    /// Sets whether values below the lowest and above the highest level are filled, too.
    pub fn with_extend(mut self, extend: Extend) -> Self {
        self.extend = extend;
        self
    }

    /// Sets the widths of the lines in points; they repeat if there are fewer than levels.
    ///
    /// # Errors
    /// [`Error::Setting`] for widths that are negative or not finite.
    pub fn with_linewidths(mut self, widths: &(impl Series + ?Sized)) -> Result<Self> {
        lengths("linewidths", widths, &mut self.linewidths)?;
        Ok(self)
    }

    /// Sets the dashes of the lines; they repeat if there are fewer than levels.
    ///
    /// # Errors
    /// [`Error::Setting`].
    pub fn with_linestyles<S: TryInto<LineStyle>>(
        mut self,
        styles: impl IntoIterator<Item = S>,
    ) -> Result<Self>
    where
        Error: From<S::Error>,
    {
        let styles = styles.into_iter().map(|style| Ok(style.try_into()?));
        self.linestyles = Some(styles.collect::<Result<_>>()?);
        Ok(self)
    }

    /// The same, with what the style says of lines at negative levels.
    pub(crate) fn styled(&self, style: &Style) -> Self {
        Self {
            negative: Some(style.contour_negative_linestyle.clone()),
            ..self.clone()
        }
    }

    /// The colour of each line or area, if they are not those of a colormap.
    pub(super) fn layer_colors(&self, levels: usize, filled: bool) -> Option<Vec<ColorSpec>> {
        let colors = self.colors.as_ref()?;
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
        if let Some(styles) = &self.linestyles {
            return styles.clone();
        }
        let single = (self.colors.as_ref())
            .is_some_and(|colors| colors.iter().all(|color| *color == colors[0]));
        // Rounding does not make a level negative.
        let below = -(range.1 - range.0) * 1e-15;
        let style = |level: &f64| match single && *level < below {
            true => self.negative.clone().unwrap_or(LineStyle::Dashed),
            false => LineStyle::Solid,
        };
        levels.iter().map(style).collect()
    }
}
