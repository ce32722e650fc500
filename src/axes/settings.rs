//! Titles, labels, spines, grid and visibility.

use crate::artists::patheffects::{PathEffect, checked};
use crate::axes::{Adjustable, Aspect, Axes, AxesBase, AxisBelow, Position, Side, Spine, TitleLoc};
use crate::axis::{TickParams, Which};
use crate::canvas::{FontFamily, FontWeight};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::properties::{Angle, Check, Positive, Value, finite_rect, properties, refused};
use crate::scale::Scale;
use crate::style::FontSize;

properties! {
    impl[] AxesBase;
    facecolor / set_facecolor ["fc"]: maybe_color = facecolor, "the colour of the background";
    visible / set_visible: flag = visible, "whether the axes are drawn, with all that is in them";
    patch_visible / set_patch_visible: flag = patch_on, "whether the background is drawn";
    zorder / set_zorder: coordinate = zorder, "the place in the drawing order among the axes of the figure";
    axisbelow / set_axisbelow: choice<AxisBelow> = axis_below,
        "whether ticks and grid lines are below the artists; the order of 3-D axes counts from there";
    anchor / set_anchor: pair = rule.anchor,
        "the position of a box that shrank to its aspect: (0, 0) is the lower left corner of its place, (1, 1) the upper right";
    @by name:
    position: Option<[f64; 4]> = |ax| ax.own_position(), |ax, rect| ax.place_at(rect),
        "left, bottom, width and height in fractions of the figure; `None` for axes that a grid or other axes place";
    axis_on: bool = |ax| ax.axis_on,
        |ax, on| ax.axis_on = on,
        "whether ticks, labels, spines and background are drawn";
    title: String = |ax| ax.title(TitleLoc::Center).to_owned(),
        |ax, title| ax.set_title(title),
        "the title over the middle of the axes";
    left_title: String = |ax| ax.title(TitleLoc::Left).to_owned(),
        |ax, title| ax.set_title_at(TitleLoc::Left, title),
        "the title over the left end of the axes";
    right_title: String = |ax| ax.title(TitleLoc::Right).to_owned(),
        |ax, title| ax.set_title_at(TitleLoc::Right, title),
        "the title over the right end of the axes";
    title_family: Option<FontFamily> = |ax| ax.titles[1].family.clone(),
        |ax, family| ax.titles.iter_mut().for_each(|title| title.family.clone_from(&family)),
        "the fonts of the titles";
    title_size: Option<FontSize> = |ax| ax.titles[1].size,
        |ax, size| ax.titles.iter_mut().for_each(|title| title.size = size),
        "the size of the titles: points, or `\"small\"` and the like";
    title_color: Option<ColorSpec> = |ax| ax.titles[1].color,
        |ax, color| ax.titles.iter_mut().for_each(|title| title.color = color),
        "the colour of the titles";
    title_pad: Option<f64> = |ax| ax.titles[1].pad, |ax, pad| ax.set_title_pad(pad),
        "the distance of the titles from the axes in points";
    title_weight: FontWeight = |ax| ax.titles[1].weight,
        |ax, weight| ax.titles.iter_mut().for_each(|title| title.weight = weight),
        "the weight of the titles, by name or from 0 to 1000";
    title_bold: bool = |ax| ax.titles[1].weight.is_bold(),
        |ax, bold| ax.set_title_bold(bold),
        "whether the titles are bold";
    xlabel: String = |ax| ax.xaxis.label_text().to_owned(),
        |ax, label| ax.set_xlabel(label),
        "the label of the x axis";
    ylabel: String = |ax| ax.yaxis.label_text().to_owned(),
        |ax, label| ax.set_ylabel(label),
        "the label of the y axis";
    xlim: (f64, f64) = |ax| ax.xlim(), |ax, (left, right)| ax.set_xlim(left, right),
        "the limits along x, at the left and at the right edge";
    ylim: (f64, f64) = |ax| ax.ylim(), |ax, (bottom, top)| ax.set_ylim(bottom, top),
        "the limits along y, at the bottom and at the top";
    xmargin: f64 = |ax| ax.xaxis.margin, |ax, margin| ax.set_margins(margin, ax.yaxis.margin),
        "the margin of autoscaled limits along x, as a fraction of the data's range";
    ymargin: f64 = |ax| ax.yaxis.margin, |ax, margin| ax.set_margins(ax.xaxis.margin, margin),
        "the margin of autoscaled limits along y, as a fraction of the data's range";
    xscale: Scale = |ax| ax.xaxis.scale(), |ax, scale| ax.set_xscale(scale), "the scale of x";
    yscale: Scale = |ax| ax.yaxis.scale(), |ax, scale| ax.set_yscale(scale), "the scale of y";
    xticks: Option<Vec<f64>> = |ax| ax.xaxis.given_ticks(0), |ax, ticks| ax.xaxis.give_ticks(0, ticks),
        "the major ticks of x; `None` is those of the locator that the scale has";
    xticklabels: Option<Vec<String>> = |ax| ax.xaxis.given_labels(),
        |ax, labels| ax.xaxis.give_labels("xticklabels", labels),
        "the labels of the major ticks of x in order; `None` is those of the formatter that the scale has";
    yticks: Option<Vec<f64>> = |ax| ax.yaxis.given_ticks(0), |ax, ticks| ax.yaxis.give_ticks(0, ticks),
        "the major ticks of y; `None` is those of the locator that the scale has";
    yticklabels: Option<Vec<String>> = |ax| ax.yaxis.given_labels(),
        |ax, labels| ax.yaxis.give_labels("yticklabels", labels),
        "the labels of the major ticks of y in order; `None` is those of the formatter that the scale has";
}

impl AxesBase {
    /// Sets the title over the middle of the axes, or where the style has it
    /// ([`axes_titlelocation`](crate::Style::axes_titlelocation)).
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.set_title_at(self.style.axes_titlelocation, title);
    }

    /// Sets one of the three titles.
    pub fn set_title_at(&mut self, loc: TitleLoc, title: impl Into<String>) {
        self.titles[loc as usize].text = title.into();
    }

    /// The title at a place.
    pub fn title(&self, loc: TitleLoc) -> &str {
        &self.titles[loc as usize].text
    }

    /// Sets the fonts of the titles: names of families or a font file, the preferred first.
    ///
    /// # Errors
    /// [`Error::Read`] and [`Error::Font`] for files.
    pub fn set_title_family<V: TryInto<FontFamily>>(&mut self, family: V) -> Result<()>
    where
        Error: From<V::Error>,
    {
        let family = family.try_into()?;
        for title in &mut self.titles {
            title.family = Some(family.clone());
        }
        Ok(())
    }

    /// Sets the size of the titles: points, or a name such as `"small"`.
    ///
    /// # Errors
    /// [`Error::Setting`] for sizes that are negative or not finite, and other names.
    pub fn set_title_size<S: TryInto<FontSize>>(&mut self, size: S) -> Result<()>
    where
        Error: From<S::Error>,
    {
        let size = Some(size.try_into()?);
        self.titles.iter_mut().for_each(|title| title.size = size);
        Ok(())
    }

    /// Sets the colour of the titles.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_title_color(&mut self, color: impl IntoColor) -> Result<()> {
        let color = color.into_color()?;
        self.titles.iter_mut().for_each(|t| t.color = Some(color));
        Ok(())
    }

    /// Sets the distance of the titles from the axes in points; `None` is the style's.
    ///
    /// # Errors
    /// [`Error::Setting`] for a distance that is not finite.
    pub fn set_title_pad(&mut self, pad: impl Into<Option<f64>>) -> Result<()> {
        let pad = Angle::checked_option("title_pad", pad.into())?;
        self.titles.iter_mut().for_each(|title| title.pad = pad);
        Ok(())
    }

    /// Sets what is drawn in place of the titles, from the lowest to the highest; without effects it is the titles
    /// themselves. See [`patheffects`](crate::patheffects).
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are out of range.
    pub fn set_title_path_effects<E: Into<PathEffect>>(
        &mut self,
        effects: impl IntoIterator<Item = E>,
    ) -> Result<()> {
        let effects = checked(effects)?;
        (self.titles.iter_mut()).for_each(|title| title.effects.clone_from(&effects));
        Ok(())
    }

    /// Sets the weight of the titles: a [`FontWeight`], its name, or a number from 0 to 1000.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names and numbers.
    pub fn set_title_weight<W: TryInto<FontWeight>>(&mut self, weight: W) -> Result<()>
    where
        Error: From<W::Error>,
    {
        let weight = weight.try_into()?;
        (self.titles.iter_mut()).for_each(|title| title.weight = weight);
        Ok(())
    }

    /// Sets whether the titles are bold.
    pub fn set_title_bold(&mut self, bold: bool) {
        let weight = FontWeight::of_bold(bold);
        (self.titles.iter_mut()).for_each(|title| title.weight = weight);
    }

    /// Sets the label of the x axis.
    pub fn set_xlabel(&mut self, label: impl Into<String>) {
        self.xaxis.set_label_text(label);
    }

    /// Sets the label of the y axis.
    pub fn set_ylabel(&mut self, label: impl Into<String>) {
        self.yaxis.set_label_text(label);
    }

    /// Where they were placed, unless a grid or other axes do that.
    fn own_position(&self) -> Option<[f64; 4]> {
        match self.position {
            Position::Rect(rect) => Some(rect),
            Position::Subplot(_) | Position::Inset(_) => None,
        }
    }

    /// Moves the axes to a place, if it is one.
    fn place_at(&mut self, rect: Option<[f64; 4]>) -> Result<()> {
        let rect = rect
            .ok_or_else(|| refused("position", &Value::None, "left, bottom, width and height"))?;
        self.set_position(rect)
    }

    /// Moves the axes to \[left, bottom, width, height\] in fractions of the figure.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn set_position(&mut self, rect: [f64; 4]) -> Result<()> {
        self.position = Position::Rect(checked_rect(rect)?);
        self.laid_out = None;
        if let Some(colorbar) = &mut self.colorbar {
            // It no longer takes its room from other axes.
            colorbar.room = None;
        }
        Ok(())
    }

    /// Hides ticks, labels, spines and the background (of 3-D axes the box, its grid and labels), so that only artists
    /// and titles remain.
    pub fn set_axis_off(&mut self) {
        self.axis_on = false;
    }

    /// Shows them again.
    pub fn set_axis_on(&mut self) {
        self.axis_on = true;
    }

    /// Shows minor ticks on the x and the y axis; those of z are set by `zaxis`, as in the reference.
    pub fn minorticks_on(&mut self) {
        self.xaxis.minorticks_on();
        self.yaxis.minorticks_on();
    }
}

properties! {
    impl[] Axes, in base: AxesBase;
    adjustable / set_adjustable: choice<Adjustable> = base.rule.adjustable,
        "what is adjusted to a fixed aspect: the axes' box or the limits";
    frame_on / set_frame_on ["frameon"]: flag = base.frame_on, "whether spines and background are drawn; ticks are kept";
    @by name:
    aspect: Aspect = |ax| ax.rule.aspect, |ax, aspect| ax.set_aspect(aspect),
        "the length of a unit of y over that of x, `\"equal\"` or `\"auto\"`";
    box_aspect: Option<f64> = |ax| ax.rule.box_aspect, |ax, ratio| ax.set_box_aspect(ratio),
        "the ratio of the box's height to its width";
}

impl Axes {
    /// Sets the aspect of the data: the length of a unit of y over that of x, `"equal"` or `"auto"`.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names, and for numbers that are not finite and above 0.
    pub fn set_aspect<A: TryInto<Aspect>>(&mut self, aspect: A) -> Result<()>
    where
        Error: From<A::Error>,
    {
        let aspect = aspect.try_into()?;
        if let Aspect::Ratio(ratio) = aspect {
            Positive::checked("aspect", ratio)?;
        }
        self.rule.aspect = aspect;
        Ok(())
    }

    /// The aspect of the data.
    pub fn aspect(&self) -> Aspect {
        self.rule.aspect
    }

    /// Sets the ratio of the box's height to its width; a fixed aspect then adjusts the limits.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite and above 0.
    pub fn set_box_aspect(&mut self, ratio: impl Into<Option<f64>>) -> Result<()> {
        self.rule.box_aspect = Positive::checked_option("box_aspect", ratio.into())?;
        if self.rule.box_aspect.is_some() {
            self.rule.adjustable = Adjustable::Datalim;
        }
        Ok(())
    }

    /// The ratio of the box's height to its width, if it is fixed.
    pub fn box_aspect(&self) -> Option<f64> {
        self.rule.box_aspect
    }

    /// Shows or hides the grid lines of the major ticks of both axes.
    pub fn grid(&mut self, visible: bool) {
        self.xaxis.grid(visible, Which::Major);
        self.yaxis.grid(visible, Which::Major);
    }

    /// Changes the look of ticks, labels and grid lines of both axes.
    pub fn tick_params(&mut self, params: &TickParams) {
        self.xaxis.set_tick_params(params);
        self.yaxis.set_tick_params(params);
    }

    /// One of the four spines.
    pub fn spine(&self, side: Side) -> &Spine {
        self.spine_at(side)
    }

    /// One of the four spines, mutably.
    pub fn spine_mut(&mut self, side: Side) -> &mut Spine {
        &mut self.spines[side as usize]
    }
}

/// A position of axes, in finite numbers.
pub(crate) fn checked_rect(rect: [f64; 4]) -> Result<[f64; 4]> {
    finite_rect("the position of axes", rect)
}
