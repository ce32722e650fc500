//! An axis: its scale, limits, ticks and label.

mod draw;
mod given;
mod label;
mod label_rotation;
mod limits;
mod linear_ticks;
mod look;
mod params;
mod placed;
mod polar;
mod tick_look;
mod ticker;
mod ticks;
mod units;

pub use crate::style::{TickDirection, TickStyle, Which};
pub(crate) use label::AxisLabel;
pub use label::LabelLoc;
pub use label_rotation::LabelRotation;
pub(crate) use limits::AxisLimits;
use linear_ticks::LinearTicks;
pub(crate) use look::AxisLook;
pub use params::TickParams;
pub(crate) use placed::{AxisFrame, AxisPlace, Extent, PlacedAxis, PlacedText, moved};
pub(crate) use polar::PolarPlace;
pub(crate) use tick_look::TickLook;
pub(crate) use ticker::{SetOrMade, Stamped, Ticker, Tickers};
pub(crate) use ticks::TickSpace;
pub use ticks::{AxesTicks, AxisTicks, Tick};
pub(crate) use units::AxisUnits;

use crate::artists::patheffects::path_effects;
use crate::canvas::{FontFamily, FontWeight, HorizontalAlignment, RotationMode, VerticalAlignment};
use crate::color::ColorSpec;
use crate::data_limits::{Coordinate, DataRange};
use crate::error::Result;
use crate::properties::{Angle, Length, names, properties};
use crate::scale::Scale;
use crate::series::{Series, as_many};
use crate::stamp::Stamp;
use crate::style::{FontSize, Style};
use crate::ticker::{
    AutoMinorLocator, FixedFormatter, FixedLocator, Formatter, Locator, NullLocator,
    ThetaFormatter, ThetaLocator,
};

/// The direction of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    X,
    Y,
}

/// The first (bottom or left) or the second (top or right) side of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisSide {
    /// Bottom or left.
    #[default]
    First,
    /// Top or right.
    Second,
}

names! {
    AxisSide, "the side of an axis", "bottom or left, top or right";
    First: "bottom" | "left",
    Second: "top" | "right",
}

/// An axis of [`Axes`](crate::Axes) or [`Axes3D`](crate::Axes3D): `fig[ax].xaxis`, `fig[ax].yaxis`, `fig[ax].zaxis`.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::ticker::{MultipleLocator, PercentFormatter};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].xaxis.set_major_locator(MultipleLocator::new(0.25));
/// fig[ax].xaxis.set_major_formatter(PercentFormatter::new(1.0));
/// fig[ax].xaxis.minorticks_on();
/// fig[ax].xaxis.set_label_text("share");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Axis {
    /// The coordinate of the data that it shows.
    pub(crate) coordinate: Coordinate,
    pub(crate) scale: Stamped<Scale>,
    /// Whether it shows angles in radians, by ticks in degrees.
    pub(crate) is_angular: bool,
    /// Limits at the left or bottom, and at the right or top edge, as they were set or last autoscaled.
    pub(crate) view: (f64, f64),
    pub(crate) autoscale_on: bool,
    /// When autoscaling was switched on or off last; limits that are set switch it off.
    pub(crate) autoscale_stamp: Stamp,
    /// Whether autoscaling was requested since.
    pub(crate) stale: bool,
    /// The range that later limits were widened to, for ticks, and when.
    pub(crate) held: Option<(Stamp, (f64, f64))>,
    pub(crate) margin: f64,
    pub(crate) limits_stamp: Stamp,
    /// When autoscaling was requested by a scale: with the margins of these axes, if they share limits.
    pub(crate) fitted_stamp: Stamp,
    /// When limits were read first since they were requested: that, too, fits them with these margins.
    pub(crate) read_stamp: Stamp,
    /// When limits were last set or turned round: of axes that share limits, the last one has the direction of all.
    pub(crate) direction_stamp: Stamp,
    pub(crate) tickers: [Ticker; 2],
    /// What the style says of the ticks of a linear scale.
    linear: LinearTicks,
    pub(crate) looks: [TickLook; 2],
    pub(crate) label: AxisLabel,
    pub(crate) offset_side: AxisSide,
    pub(crate) offset_visible: bool,
    pub(crate) offset_size: Option<f64>,
    pub(crate) offset_color: Option<ColorSpec>,
    pub(crate) visible: bool,
    /// Of the line along its edge of the box of 3-D axes, instead of the style's.
    pub(crate) line_color: Option<ColorSpec>,
    pub(crate) linewidth: Option<f64>,
    /// What its coordinates are, and when that changed.
    pub(crate) units: Stamped<AxisUnits>,
    /// When locator and formatter of the major ticks were set for these units.
    unit_stamps: [Stamp; 2],
}

properties! {
    impl[] Axis;
    label_text / set_label_text: text = label.text, "the label of the axis";
    label_family / set_label_family: maybe_choice<FontFamily> = label.family, "the fonts of the label";
    label_size / set_label_size: maybe_choice<FontSize> = label.size, "the size of the label: points, or `\"small\"` and the like";
    label_color / set_label_color: maybe_color = label.color, "the colour of the label";
    label_pad / set_label_pad ["labelpad"]: maybe<Angle> = label.pad,
        "the distance of the label from the tick labels in points";
    label_weight / set_label_weight: maybe_choice<FontWeight> = label.weight,
        "the weight of the label, by name or from 0 to 1000; that of the style if `None`";
    label_rotation / set_label_rotation: maybe<Angle> = label.rotation,
        "the angle of the label in degrees; if `None`, 0 for x and 90 for y. In 3-D axes only of labels that do not run \
         along their axis, and 0 if `None`";
    rotate_label / set_rotate_label: maybe_flag = label.rotate,
        "in 3-D axes: whether the label runs along its axis; `None` is those of more than four characters";
    label_ha / set_label_ha: maybe_choice<HorizontalAlignment> = label.ha,
        "the horizontal alignment of the label, along the text in the rotation mode anchor, which labels of y have. Labels of \
         3-D axes have their middle at their place, whatever their alignment, rotation mode and place along the axis";
    label_va / set_label_va: maybe_choice<VerticalAlignment> = label.va, "the vertical alignment of the label, likewise";
    label_rotation_mode / set_label_rotation_mode: maybe_choice<RotationMode> = label.rotation_mode,
        "whether the label is rotated before or after alignment";
    label_loc / set_label_loc: choice<LabelLoc> = label.loc, "the place of the label along the axis";
    label_position / set_label_position: choice<AxisSide> = label.side, "the side of the label";
    offset_position / set_offset_position: choice<AxisSide> = offset_side,
        "the side of the offset text (`1e6`) of a y axis";
    offset_visible / set_offset_visible: flag = offset_visible,
        "whether the offset text (`1e6`) is drawn; inner axes of `subplots` that share an axis have none";
    offset_size / set_offset_size: maybe<Length> = offset_size,
        "the size of the offset text in points; if `None`, the font size of the style";
    offset_color / set_offset_color: maybe_color = offset_color,
        "the colour of the offset text; if `None`, that of the tick labels";
    visible / set_visible: flag = visible, "whether ticks, labels and grid lines are drawn; the spines are kept";
    line_color / set_line_color: maybe_color = line_color,
        "in 3-D axes: the colour of the line along the axis; `None` is that of spines in the style";
    linewidth / set_linewidth: maybe<Length> = linewidth,
        "in 3-D axes: the width of the line along the axis in points; `None` is that of spines in the style";
    @by name:
    label_bold: Option<bool> = |axis| axis.label_bold(), |axis, bold| axis.set_label_bold(bold),
        "whether the label is bold; that of the style if `None`";
    ticks: Option<Vec<f64>> = |axis| axis.given_ticks(0), |axis, ticks| axis.give_ticks(0, ticks),
        "the major ticks; `None` is those of the locator of the scale or the units";
    minor_ticks: Option<Vec<f64>> = |axis| axis.given_ticks(1), |axis, ticks| axis.give_ticks(1, ticks),
        "the minor ticks; `None` is those of the locator of the scale or the units";
    ticklabels: Option<Vec<String>> = |axis| axis.given_labels(), |axis, labels| axis.give_labels("ticklabels", labels),
        "the labels of the major ticks in order; `None` is those of the formatter of the scale or the units";
    major_formatter: Option<String> = |axis| axis.given_format(0), |axis, format| axis.give_format(0, format),
        "the format of the major ticks' labels, such as `\"{x:.1f} km\"`; `None` is the formatter of the scale or the units";
    minor_formatter: Option<String> = |axis| axis.given_format(1), |axis, format| axis.give_format(1, format),
        "the format of the minor ticks' labels; `None` is the formatter of the scale or the units";
}

path_effects!([] Axis, set_label_path_effects / label_path_effects = [label.effects], "the label");
path_effects! {
    [] Axis, set_ticklabel_path_effects / ticklabel_path_effects = [looks[0].label_effects],
    "the labels of the major ticks"
}

impl Axis {
    pub(crate) fn new(coordinate: Coordinate, style: &Style) -> Self {
        let margin = match coordinate {
            Coordinate::X => style.axes_xmargin,
            Coordinate::Y => style.axes_ymargin,
            Coordinate::Z => 0.0,
        };
        let linear = LinearTicks::new(coordinate, style);
        Self {
            coordinate,
            scale: Stamped::unset(Scale::Linear),
            is_angular: false,
            view: (0.0, 1.0),
            autoscale_on: true,
            autoscale_stamp: Stamp::default(),
            stale: false,
            held: None,
            margin,
            limits_stamp: Stamp::default(),
            fitted_stamp: Stamp::default(),
            read_stamp: Stamp::default(),
            direction_stamp: Stamp::default(),
            tickers: linear.tickers(),
            linear,
            looks: [0, 1].map(|group| TickLook::new(style, coordinate, group)),
            label: AxisLabel::default(),
            offset_side: AxisSide::First,
            offset_visible: true,
            offset_size: None,
            offset_color: None,
            visible: true,
            line_color: None,
            linewidth: None,
            units: Stamped::unset(AxisUnits::default()),
            unit_stamps: [Stamp::default(); 2],
        }
    }

    /// The direction on the canvas of an axis of flat axes.
    pub(crate) fn direction(&self) -> Direction {
        match self.coordinate {
            Coordinate::X | Coordinate::Z => Direction::X,
            Coordinate::Y => Direction::Y,
        }
    }

    /// Sets whether the label is bold; `None` is that of the style.
    pub fn set_label_bold(&mut self, bold: impl Into<Option<bool>>) {
        self.label.weight = bold.into().map(FontWeight::of_bold);
    }

    /// Whether the label is bold; `None` is that of the style.
    pub fn label_bold(&self) -> Option<bool> {
        self.label.weight.map(FontWeight::is_bold)
    }

    /// Sets the locator of the major ticks.
    pub fn set_major_locator(&mut self, locator: impl Locator + 'static) {
        self.tickers[0].locator.set(Box::new(locator));
    }

    /// Sets the locator of the minor ticks.
    pub fn set_minor_locator(&mut self, locator: impl Locator + 'static) {
        self.tickers[1].locator.set(Box::new(locator));
    }

    /// Sets the formatter of the major ticks' labels.
    pub fn set_major_formatter(&mut self, formatter: impl Formatter + 'static) {
        self.tickers[0].formatter.set(Box::new(formatter));
    }

    /// Sets the formatter of the minor ticks' labels.
    pub fn set_minor_formatter(&mut self, formatter: impl Formatter + 'static) {
        self.tickers[1].formatter.set(Box::new(formatter));
    }

    /// Sets the major ticks; limits are widened to contain them.
    pub(crate) fn set_ticks(&mut self, ticks: &(impl Series + ?Sized)) {
        let mut values = Vec::new();
        ticks.copy_to(&mut values);
        if let Some(range) = DataRange::of(values.iter().copied()) {
            self.hold(range);
        }
        self.set_major_locator(FixedLocator::new(values));
    }

    pub(crate) fn set_tick_labels<S: Into<String>>(
        &mut self,
        name: &'static str,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        match self.tickers[0].locator.value.fixed_ticks() {
            _ if labels.is_empty() => (),
            Some(ticks) => as_many((labels.len(), "labels"), (ticks.len(), "ticks"))?,
            None => {
                log::warn!("{name}: the ticks may move, as they were not set before their labels");
            }
        }
        self.set_major_formatter(FixedFormatter::new(labels));
        Ok(())
    }

    /// Shows minor ticks: those of the scale if it has any, else as many as fit the major ones.
    pub fn minorticks_on(&mut self) {
        self.tickers[1].locator.set(match &self.scale.value {
            Scale::Linear | Scale::Func(_) | Scale::FuncLog { .. } => {
                Box::new(AutoMinorLocator::new())
            }
            scale => scale.minor_locator(),
        });
    }

    /// Hides the minor ticks.
    pub fn minorticks_off(&mut self) {
        self.set_minor_locator(NullLocator);
    }

    /// Changes the look of ticks, labels and grid lines.
    pub fn set_tick_params(&mut self, params: &TickParams) {
        for (group, look) in self.looks.iter_mut().enumerate() {
            if params.which.includes(group) {
                look.apply(params);
            }
        }
    }

    /// Moves ticks and labels to one side.
    pub fn set_ticks_position(&mut self, side: AxisSide) {
        let second = side == AxisSide::Second;
        for look in &mut self.looks {
            look.ticks = [!second, second];
            look.labels = [!second, second];
        }
        self.offset_side = side;
    }

    /// Shows or hides grid lines at these ticks.
    pub fn grid(&mut self, visible: bool, which: Which) {
        for (group, look) in self.looks.iter_mut().enumerate() {
            if which.includes(group) {
                look.grid = visible;
            }
        }
    }

    /// The scale.
    pub fn scale(&self) -> Scale {
        self.scale.value.clone()
    }

    /// Takes over the sides of ticks and labels, and the visibility: twins and shared axes keep these.
    pub(crate) fn keep_sides(&mut self, other: &Self) {
        for (look, other) in self.looks.iter_mut().zip(&other.looks) {
            (look.ticks, look.labels) = (other.ticks, other.labels);
        }
        self.label.side = other.label.side;
        self.offset_side = other.offset_side;
        self.offset_visible = other.offset_visible;
        self.visible = other.visible;
    }

    /// Sets the scale with its locators and formatters. As in the reference, limits are fitted anew only if those without
    /// data are others by it; then by these axes.
    pub(crate) fn set_scale(&mut self, scale: Scale) {
        let fits_anew = self.has_other_limits(&scale);
        self.scale.set(scale);
        for group in [0, 1] {
            let (locator, formatter) = self.scale_tickers(group);
            self.tickers[group].locator.set(locator);
            self.tickers[group].formatter.set(formatter);
        }
        if fits_anew {
            self.request_autoscale();
            self.fitted_stamp = self.limits_stamp;
        }
    }

    /// Whether limits without data are others by this scale.
    pub(crate) fn has_other_limits(&self, scale: &Scale) -> bool {
        let without_data = |locator: &dyn Locator| {
            locator.nonsingular(f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY)
        };
        without_data(&*self.tickers[0].locator.value) != without_data(&*scale.major_locator())
    }

    /// Shows angles in radians from now on.
    pub(crate) fn become_angular(&mut self) {
        self.is_angular = true;
        self.tickers[0] = Ticker::unset(self.scale_tickers(0));
    }

    /// The locator and the formatter that its scale, or an axis of angles, has for major (0) or minor (1) ticks.
    pub(crate) fn scale_tickers(&self, group: usize) -> (Box<dyn Locator>, Box<dyn Formatter>) {
        match (&self.scale.value, group) {
            (_, 0) if self.is_angular => (
                Box::new(ThetaLocator::new()),
                Box::new(ThetaFormatter::new()),
            ),
            (Scale::Linear | Scale::Func(_), 0) => self.linear.major(),
            (scale, 0) => (scale.major_locator(), scale.major_formatter()),
            (scale, _) => (scale.minor_locator(), scale.minor_formatter()),
        }
    }

    /// Its own scale, locators and formatters.
    pub(crate) fn own_tickers(&self) -> Tickers<'_> {
        Tickers::new(self, std::iter::empty())
    }
}
