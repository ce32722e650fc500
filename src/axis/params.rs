//! Changes to the look of ticks: `tick_params`.

use crate::artists::LineStyle;
use crate::axis::LabelRotation;
use crate::canvas::{FontFamily, HorizontalAlignment, RotationMode, VerticalAlignment};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::properties::{Angle, Fraction, Length, properties};
use crate::style::{FontSize, TickDirection, Which};

/// Changes to the look of ticks, their labels and grid lines; unset values are not changed.
///
/// "First" is the bottom or the left side, "second" the top or the right one.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axis::TickParams;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let inward = TickParams::new().with_which("both")?.with_direction("in")?.with_ticks(true, true);
/// fig[ax].tick_params(&inward);
/// fig[ax].xaxis.set_tick_params(&TickParams::new().with_labelrotation(45.0)?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TickParams {
    pub(super) which: Which,
    pub(super) direction: Option<TickDirection>,
    pub(super) length: Option<f64>,
    pub(super) width: Option<f64>,
    pub(super) color: Option<ColorSpec>,
    pub(super) pad: Option<f64>,
    pub(super) ticks: Option<(bool, bool)>,
    pub(super) labels: Option<(bool, bool)>,
    pub(super) label_size: Option<FontSize>,
    pub(super) label_family: Option<FontFamily>,
    pub(super) label_color: Option<ColorSpec>,
    pub(super) label_rotation: Option<LabelRotation>,
    pub(super) label_ha: Option<HorizontalAlignment>,
    pub(super) label_va: Option<VerticalAlignment>,
    pub(super) label_rotation_mode: Option<RotationMode>,
    pub(super) grid: Option<bool>,
    pub(super) grid_color: Option<ColorSpec>,
    pub(super) grid_alpha: Option<f64>,
    pub(super) grid_linewidth: Option<f64>,
    pub(super) grid_linestyle: Option<LineStyle>,
}

properties! {
    impl[] TickParams;
    which / set_which: choice<Which> = which, "which ticks are changed";
    direction / set_direction: maybe_choice<TickDirection> = direction, "the direction of ticks";
    length / set_length: maybe<Length> = length, "the length of ticks in points";
    width / set_width: maybe<Length> = width, "the width of ticks in points";
    color / set_color: maybe_color = color, "the colour of ticks";
    pad / set_pad: maybe<Angle> = pad, "the distance of labels from ticks in points";
    labelsize / set_labelsize: maybe_choice<FontSize> = label_size,
        "the size of labels: points, or `\"small\"` and the like";
    labelfontfamily / set_labelfontfamily: maybe_choice<FontFamily> = label_family, "the fonts of labels";
    labelcolor / set_labelcolor: maybe_color = label_color, "the colour of labels";
    labelrotation / set_labelrotation ["rotation"]: maybe_choice<LabelRotation> = label_rotation,
        "the angle of labels in degrees, or how they turn in polar axes";
    labelha / set_labelha: maybe_choice<HorizontalAlignment> = label_ha, "the horizontal alignment of labels at their ticks";
    labelva / set_labelva: maybe_choice<VerticalAlignment> = label_va, "the vertical alignment of labels at their ticks";
    labelrotation_mode / set_labelrotation_mode: maybe_choice<RotationMode> = label_rotation_mode,
        "whether labels are rotated before or after alignment";
    grid / set_grid: maybe_flag = grid, "whether there are grid lines at the ticks";
    grid_color / set_grid_color: maybe_color = grid_color, "the colour of grid lines";
    grid_alpha / set_grid_alpha: maybe<Fraction> = grid_alpha, "the opacity of grid lines, from 0 to 1";
    grid_linewidth / set_grid_linewidth: maybe<Length> = grid_linewidth, "the width of grid lines in points";
    grid_linestyle / set_grid_linestyle: maybe_choice<LineStyle> = grid_linestyle, "the line style of grid lines";
    @by name:
    ticks: Option<[bool; 2]> = |params| params.ticks.map(Into::into),
        |params, sides| params.ticks = sides.map(Into::into),
        "whether there are ticks at the bottom or left, and at the top or right";
    labels: Option<[bool; 2]> = |params| params.labels.map(Into::into),
        |params, sides| params.labels = sides.map(Into::into),
        "whether there are labels at the bottom or left, and at the top or right";
}

impl TickParams {
    /// No change to major ticks.
    pub fn new() -> Self {
        Self::default()
    }

    /// No change to major and minor ticks.
    pub(crate) fn of_both() -> Self {
        Self {
            which: Which::Both,
            ..Self::default()
        }
    }

    /// Which ticks change.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names.
    pub fn with_which<V: TryInto<Which>>(mut self, which: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_which(which)?;
        Ok(self)
    }

    /// The direction of ticks.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names.
    pub fn with_direction<V: TryInto<TickDirection>>(mut self, direction: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_direction(direction)?;
        Ok(self)
    }

    /// Length of ticks in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for lengths that are out of range or not finite.
    pub fn with_length(mut self, length: f64) -> Result<Self> {
        self.set_length(length)?;
        Ok(self)
    }

    /// Width of ticks in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for widths that are out of range or not finite.
    pub fn with_width(mut self, width: f64) -> Result<Self> {
        self.set_width(width)?;
        Ok(self)
    }

    /// Colour of ticks.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn with_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.color = Some(color.into_color()?);
        Ok(self)
    }

    /// Distance of labels from ticks in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for distances that are out of range or not finite.
    pub fn with_pad(mut self, pad: f64) -> Result<Self> {
        self.set_pad(pad)?;
        Ok(self)
    }

    /// On which sides there are ticks: first and second.
    pub fn with_ticks(mut self, first: bool, second: bool) -> Self {
        self.ticks = Some((first, second));
        self
    }

    /// On which sides there are labels: first and second.
    pub fn with_labels(mut self, first: bool, second: bool) -> Self {
        self.labels = Some((first, second));
        self
    }

    /// Size of labels: points, or `"small"` and the like.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for sizes that are negative or not finite, and other names.
    pub fn with_labelsize<S: TryInto<FontSize>>(mut self, size: S) -> Result<Self>
    where
        Error: From<S::Error>,
    {
        self.set_labelsize(size)?;
        Ok(self)
    }

    /// Colour of labels.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn with_labelcolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.label_color = Some(color.into_color()?);
        Ok(self)
    }

    /// Angle of labels in degrees, or `"auto"`, with which those of polar axes turn.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for angles that are not finite and other names.
    pub fn with_labelrotation<V: TryInto<LabelRotation>>(mut self, rotation: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_labelrotation(rotation)?;
        Ok(self)
    }

    /// The horizontal alignment of labels at their ticks, instead of the default of the side: `set_xticks(..,
    /// ha="right")`.
    ///
    /// Long rotated labels end at their ticks with [`HorizontalAlignment::Right`] and
    /// [`RotationMode::Anchor`](crate::text::RotationMode::Anchor).
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names.
    pub fn with_labelha<V: TryInto<HorizontalAlignment>>(mut self, ha: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_labelha(ha)?;
        Ok(self)
    }

    /// The vertical alignment of labels at their ticks, instead of the default of the side: `set_yticks(.., va="bottom")`.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names.
    pub fn with_labelva<V: TryInto<VerticalAlignment>>(mut self, va: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_labelva(va)?;
        Ok(self)
    }

    /// Whether labels are aligned after rotation, the default, or before it: `rotation_mode="anchor"`.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names.
    pub fn with_labelrotation_mode<V: TryInto<RotationMode>>(mut self, mode: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        self.set_labelrotation_mode(mode)?;
        Ok(self)
    }

    /// Colour of grid lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn with_grid_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.grid_color = Some(color.into_color()?);
        Ok(self)
    }

    /// Opacity of grid lines, from 0 to 1.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for opacities that are out of range or not finite.
    pub fn with_grid_alpha(mut self, alpha: f64) -> Result<Self> {
        self.set_grid_alpha(alpha)?;
        Ok(self)
    }

    /// Width of grid lines in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for widths that are out of range or not finite.
    pub fn with_grid_linewidth(mut self, width: f64) -> Result<Self> {
        self.set_grid_linewidth(width)?;
        Ok(self)
    }

    /// Line style of grid lines.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting).
    pub fn with_grid_linestyle<S: TryInto<LineStyle>>(mut self, style: S) -> Result<Self>
    where
        Error: From<S::Error>,
    {
        self.grid_linestyle = Some(style.try_into()?);
        Ok(self)
    }
}
