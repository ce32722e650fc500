//! The look of ticks.

use std::any::{Any, TypeId};

use kurbo::{Cap, Join, Stroke};

use crate::artists::patheffects::PathEffect;
use crate::artists::{DrawContext, LineStyle};
use crate::axis::{LabelRotation, TickParams};
use crate::canvas::{FontFamily, HorizontalAlignment, RotationMode, VerticalAlignment};
use crate::color::{Color, ColorSpec};
use crate::data_limits::Coordinate;
use crate::error::Result;
use crate::properties::{Properties, Property, Value, refused};
use crate::style::{FontSize, GridAxis, Style, TickDirection, Which};

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
    pub(crate) label_size: FontSize,
    /// Instead of the style's.
    pub(crate) label_family: Option<FontFamily>,
    pub(crate) label_color: ColorSpec,
    pub(crate) label_rotation: LabelRotation,
    /// Instead of the side's default.
    pub(crate) label_ha: Option<HorizontalAlignment>,
    pub(crate) label_va: Option<VerticalAlignment>,
    pub(crate) label_rotation_mode: RotationMode,
    pub(crate) label_effects: Vec<PathEffect>,
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
            label_size: ticks.labelsize,
            label_family: None,
            label_color: ticks.labelcolor.unwrap_or(color),
            label_rotation: LabelRotation::default(),
            label_ha: None,
            label_va: None,
            label_rotation_mode: RotationMode::default(),
            label_effects: Vec::new(),
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

    /// The property of this name or alias.
    fn known(&self, name: &str) -> Option<Property> {
        let mut properties = self.properties().into_iter();
        properties.find(|property| property.is_called(name))
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
            grid: Some(self.grid),
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
        set(&mut self.grid, &params.grid);
        set(&mut self.grid_color, &params.grid_color);
        set(&mut self.grid_alpha, &params.grid_alpha.map(Some));
        set(&mut self.grid_linewidth, &params.grid_linewidth);
        set(&mut self.grid_linestyle, &params.grid_linestyle);
    }
}

/// The look of ticks has the properties of its changes.
impl Properties for TickLook {
    fn try_set(&mut self, name: &str, value: &Value) -> Option<Result<()>> {
        let property = self.known(name)?;
        match property.name {
            "labelha" if *value == Value::None => self.label_ha = None,
            "labelva" if *value == Value::None => self.label_va = None,
            "labelfontfamily" if *value == Value::None => self.label_family = None,
            "grid_alpha" if *value == Value::None => self.grid_alpha = None,
            name if *value == Value::None => {
                return Some(Err(refused(name, value, property.takes)));
            }
            name => {
                let mut params = TickParams::new();
                if let Err(error) = params.try_set(name, value)? {
                    return Some(Err(error));
                }
                self.apply(&params);
            }
        }
        Some(Ok(()))
    }

    fn try_get(&self, name: &str) -> Option<Value> {
        self.params().try_get(self.known(name)?.name)
    }

    fn class(&self, _class: TypeId) -> Option<&dyn Any> {
        None
    }

    fn class_mut(&mut self, _class: TypeId) -> Option<&mut dyn Any> {
        None
    }

    fn properties(&self) -> Vec<Property> {
        let mut properties = TickParams::new().properties();
        properties.retain(|property| property.name != "which");
        properties
    }
}
