//! The look of ticks: `tick_params`.

use std::any::{Any, TypeId};

use kurbo::{Cap, Join, Stroke};

use crate::artists::{DrawContext, LineStyle};
use crate::canvas::{FontFamily, HorizontalAlignment, RotationMode, VerticalAlignment};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::data_limits::Coordinate;
use crate::error::{Error, Result};
use crate::properties::{
    Angle, Fraction, Length, Properties, Property, Row, Value, properties, refused,
};
use crate::style::{GridAxis, Style, TickDirection, Which};

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
    direction: Option<TickDirection>,
    length: Option<f64>,
    width: Option<f64>,
    color: Option<ColorSpec>,
    pad: Option<f64>,
    ticks: Option<(bool, bool)>,
    labels: Option<(bool, bool)>,
    label_size: Option<f64>,
    label_family: Option<FontFamily>,
    label_color: Option<ColorSpec>,
    label_rotation: Option<f64>,
    label_ha: Option<HorizontalAlignment>,
    label_va: Option<VerticalAlignment>,
    label_rotation_mode: Option<RotationMode>,
    grid_color: Option<ColorSpec>,
    grid_alpha: Option<f64>,
    grid_linewidth: Option<f64>,
    grid_linestyle: Option<LineStyle>,
}

properties! {
    impl[] TickParams;
    which / set_which: choice<Which> = which, "which ticks are changed";
    direction / set_direction: maybe_choice<TickDirection> = direction, "the direction of ticks";
    length / set_length: maybe<Length> = length, "the length of ticks in points";
    width / set_width: maybe<Length> = width, "the width of ticks in points";
    color / set_color: maybe_color = color, "the colour of ticks";
    pad / set_pad: maybe<Angle> = pad, "the distance of labels from ticks in points";
    labelsize / set_labelsize: maybe<Length> = label_size, "the size of labels in points";
    labelfontfamily / set_labelfontfamily: maybe_choice<FontFamily> = label_family, "the fonts of labels";
    labelcolor / set_labelcolor: maybe_color = label_color, "the colour of labels";
    labelrotation / set_labelrotation ["rotation"]: maybe<Angle> = label_rotation, "the angle of labels in degrees";
    labelha / set_labelha: maybe_choice<HorizontalAlignment> = label_ha, "the horizontal alignment of labels at their ticks";
    labelva / set_labelva: maybe_choice<VerticalAlignment> = label_va, "the vertical alignment of labels at their ticks";
    labelrotation_mode / set_labelrotation_mode: maybe_choice<RotationMode> = label_rotation_mode,
        "whether labels are rotated before or after alignment";
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

    /// Size of labels in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for sizes that are out of range or not finite.
    pub fn with_labelsize(mut self, size: f64) -> Result<Self> {
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

    /// Angle of labels in degrees.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for angles that are out of range or not finite.
    pub fn with_labelrotation(mut self, degrees: f64) -> Result<Self> {
        self.set_labelrotation(degrees)?;
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

/// The look of ticks has the properties of its changes.
impl Properties for TickLook {
    fn try_set(&mut self, name: &str, value: &Value) -> Option<Result<()>> {
        let row = Row::find(TickParams::ROWS, name).filter(|row| row.property.name != "which")?;
        let none = *value == Value::None;
        match row.property.name {
            "labelfontfamily" if none => self.label_family = None,
            "labelha" if none => self.label_ha = None,
            "labelva" if none => self.label_va = None,
            "grid_alpha" if none => self.grid_alpha = None,
            name if none => return Some(Err(refused(name, value, row.property.takes))),
            _ => {
                let mut params = TickParams::new();
                if let Err(error) = (row.set)(&mut params, value) {
                    return Some(Err(error));
                }
                self.apply(&params);
            }
        }
        Some(Ok(()))
    }

    fn try_get(&self, name: &str) -> Option<Value> {
        let row = Row::find(TickParams::ROWS, name).filter(|row| row.property.name != "which")?;
        Some((row.get)(&self.params()))
    }

    fn class(&self, _class: TypeId) -> Option<&dyn Any> {
        None
    }

    fn class_mut(&mut self, _class: TypeId) -> Option<&mut dyn Any> {
        None
    }

    fn properties(&self) -> Vec<Property> {
        let rows = TickParams::ROWS.iter().map(|row| row.property);
        rows.filter(|property| property.name != "which").collect()
    }
}

/// The look of an axis' major or minor ticks, in points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TickLook {
    pub(crate) direction: TickDirection,
    pub(crate) length: f64,
    pub(crate) width: f64,
    pub(crate) color: ColorSpec,
    pub(crate) pad: f64,
    pub(crate) ticks: [bool; 2],
    pub(crate) labels: [bool; 2],
    pub(crate) label_size: f64,
    /// Instead of the style's.
    pub(crate) label_family: Option<FontFamily>,
    pub(crate) label_color: ColorSpec,
    pub(crate) label_rotation: f64,
    /// Instead of the side's default.
    pub(crate) label_ha: Option<HorizontalAlignment>,
    pub(crate) label_va: Option<VerticalAlignment>,
    pub(crate) label_rotation_mode: RotationMode,
    pub(crate) grid: bool,
    pub(crate) grid_color: ColorSpec,
    pub(crate) grid_alpha: Option<f64>,
    pub(crate) grid_linewidth: f64,
    pub(crate) grid_linestyle: LineStyle,
}

impl TickLook {
    /// Of major (0) or minor (1) ticks.
    pub(crate) fn new(style: &Style, coordinate: Coordinate, group: usize) -> Self {
        let (ticks, grid) = match coordinate {
            Coordinate::X => (&style.xtick, style.axes_grid_axis != GridAxis::Y),
            Coordinate::Y => (&style.ytick, style.axes_grid_axis != GridAxis::X),
            Coordinate::Z => (&style.xtick, true),
        };
        let of_group = [ticks.major, ticks.minor][group];
        let color = ColorSpec::Rgba(ticks.color);
        Self {
            direction: ticks.direction,
            length: ticks.size[group],
            width: ticks.width[group],
            color,
            pad: ticks.pad[group],
            ticks: [0, 1].map(|side| ticks.sides[side] && of_group[side]),
            labels: [0, 1].map(|side| ticks.labels[side] && of_group[side]),
            label_size: style.points(ticks.labelsize),
            label_family: None,
            label_color: ticks.labelcolor.unwrap_or(color),
            label_rotation: 0.0,
            label_ha: None,
            label_va: None,
            label_rotation_mode: RotationMode::default(),
            // As in the reference, axes.grid.axis leaves minor grid lines alone.
            grid: style.axes_grid && style.axes_grid_which.includes(group) && (grid || group == 1),
            grid_color: ColorSpec::Rgba(style.grid_color),
            grid_alpha: Some(style.grid_alpha).filter(|alpha| *alpha < 1.0),
            grid_linewidth: style.grid_linewidth,
            grid_linestyle: style.grid_linestyle.clone(),
        }
    }

    /// How far ticks extend out of the axes, as a fraction of their length.
    pub(crate) fn outside(&self) -> f64 {
        match self.direction {
            TickDirection::Out => 1.0,
            TickDirection::In => 0.0,
            TickDirection::InOut => 0.5,
        }
    }

    /// The colour and the stroke of grid lines, with the caps of solid and of dashed ones.
    pub(crate) fn grid_pen(
        &self,
        [solid, dashed]: [Cap; 2],
        ctx: &DrawContext<'_>,
    ) -> (Color, Stroke) {
        let stroke = Stroke::new(ctx.points_to_pixels(self.grid_linewidth)).with_join(Join::Round);
        let stroke = match ctx.style.dashes(&self.grid_linestyle, self.grid_linewidth) {
            Some((offset, pattern)) => {
                let pattern = pattern.into_iter().map(|d| ctx.points_to_pixels(d));
                (stroke.with_caps(dashed)).with_dashes(ctx.points_to_pixels(offset), pattern)
            }
            None => stroke.with_caps(solid),
        };
        let color = ctx.color(self.grid_color);
        let alpha = self.grid_alpha;
        (alpha.map_or(color, |alpha| color.with_alpha(alpha)), stroke)
    }

    /// Whether anything of these ticks is drawn.
    pub(crate) fn shows(&self) -> bool {
        self.grid || self.ticks.contains(&true) || self.labels.contains(&true)
    }

    /// The changes that make any look this one.
    fn params(&self) -> TickParams {
        TickParams {
            which: Which::Both,
            direction: Some(self.direction),
            length: Some(self.length),
            width: Some(self.width),
            color: Some(self.color),
            pad: Some(self.pad),
            ticks: Some(self.ticks.into()),
            labels: Some(self.labels.into()),
            label_size: Some(self.label_size),
            label_family: self.label_family.clone(),
            label_color: Some(self.label_color),
            label_rotation: Some(self.label_rotation),
            label_ha: self.label_ha,
            label_va: self.label_va,
            label_rotation_mode: Some(self.label_rotation_mode),
            grid_color: Some(self.grid_color),
            grid_alpha: self.grid_alpha,
            grid_linewidth: Some(self.grid_linewidth),
            grid_linestyle: Some(self.grid_linestyle.clone()),
        }
    }

    /// Changes what is set, whichever ticks the changes are for.
    pub(super) fn apply(&mut self, params: &TickParams) {
        fn set<T: Clone>(place: &mut T, value: &Option<T>) {
            if let Some(value) = value {
                place.clone_from(value);
            }
        }
        set(&mut self.direction, &params.direction);
        set(&mut self.length, &params.length);
        set(&mut self.width, &params.width);
        set(&mut self.color, &params.color);
        set(&mut self.pad, &params.pad);
        set(&mut self.ticks, &params.ticks.map(|(a, b)| [a, b]));
        set(&mut self.labels, &params.labels.map(|(a, b)| [a, b]));
        set(&mut self.label_size, &params.label_size);
        set(
            &mut self.label_family,
            &params.label_family.clone().map(Some),
        );
        set(&mut self.label_color, &params.label_color);
        set(&mut self.label_rotation, &params.label_rotation);
        set(&mut self.label_ha, &params.label_ha.map(Some));
        set(&mut self.label_va, &params.label_va.map(Some));
        set(&mut self.label_rotation_mode, &params.label_rotation_mode);
        set(&mut self.grid_color, &params.grid_color);
        set(&mut self.grid_alpha, &params.grid_alpha.map(Some));
        set(&mut self.grid_linewidth, &params.grid_linewidth);
        set(&mut self.grid_linestyle, &params.grid_linestyle);
    }
}
