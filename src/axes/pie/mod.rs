//! Pies: `pie`.

mod options;

pub use options::PieOptions;

use std::f64::consts::TAU;

use crate::artists::Text;
use crate::artists::patches::Wedge;
use crate::axes::{Aspect, Axes};
use crate::canvas::{HorizontalAlignment, VerticalAlignment};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::{Field, Series, as_many};
use crate::ticker::format_one;

impl PieOptions {
    /// The wedges of these values.
    fn slices(&self, values: &[f64]) -> Result<Vec<Slice>> {
        let refused = |value: String, expected: &'static str| Error::Setting {
            name: "the values of a pie",
            value,
            expected,
        };
        let wrong = values
            .iter()
            .find(|value| !value.is_finite() || **value < 0.0);
        if let Some(value) = wrong {
            return Err(refused(value.to_string(), "finite numbers, 0 or more"));
        }
        let sum: f64 = values.iter().sum();
        if sum == 0.0 {
            return Err(refused("no sum".into(), "at least one number above 0"));
        }
        if !self.normalize && sum > 1.0 {
            return Err(refused(
                format!("a sum of {sum}"),
                "at most 1 in all, or a pie that is normalised",
            ));
        }
        let whole = if self.normalize { sum } else { 1.0 };
        let mut from = self.startangle / 360.0;
        let slice = |(i, value): (usize, &f64)| {
            let share = value / whole;
            let to = if self.counterclock {
                from + share
            } else {
                from - share
            };
            let middle = TAU * 0.5 * (from + to);
            let out = self.explode.get(i).copied().unwrap_or(0.0);
            let center = (
                self.center.0 + out * middle.cos(),
                self.center.1 + out * middle.sin(),
            );
            let ends = (360.0 * from.min(to), 360.0 * from.max(to));
            from = to;
            Slice {
                share,
                center,
                ends,
            }
        };
        Ok(values.iter().enumerate().map(slice).collect())
    }
}

/// A wedge of a pie.
struct Slice {
    share: f64,
    center: (f64, f64),
    /// In degrees.
    ends: (f64, f64),
}

impl Slice {
    /// The angle of its middle, and the point on it so far from its centre.
    fn at(&self, distance: f64) -> (f64, f64, f64) {
        let middle = TAU * 0.5 * (self.ends.0 + self.ends.1) / 360.0;
        let (x, y) = self.center;
        (
            middle,
            x + distance * middle.cos(),
            y + distance * middle.sin(),
        )
    }
}

/// The artists of [`Axes::pie`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::PieOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let options = PieOptions::new().with_labels(["a", "b", "c"]).with_autopct("%.0f%%")?;
/// let pie = fig[ax].pie_with(&[3.0, 2.0, 1.0], &options)?;
/// fig[pie.wedges[0]].set_edgecolor("white")?;
/// // From frame to frame; angles, labels and shares follow:
/// pie.set_data(&mut fig[ax], &[2.5, 2.0, 1.5])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PieContainer {
    /// The wedges.
    pub wedges: Vec<Handle<Wedge>>,
    /// The labels beside them.
    pub texts: Vec<Handle<Text>>,
    /// The shares in them, if there are any.
    pub autotexts: Vec<Handle<Text>>,
    options: PieOptions,
}

impl PieContainer {
    /// Replaces the values, as many as there are wedges.
    ///
    /// # Errors
    /// As [`Axes::pie`], and [`Error::Lengths`] for another number of values; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(&self, ax: &mut Axes, values: &(impl Series + ?Sized)) -> Result<()> {
        as_many((values.len(), "values"), (self.wedges.len(), "wedges"))?;
        let slices = self.options.slices(&values.values())?;
        for (slice, handle) in slices.iter().zip(&self.wedges) {
            let wedge = ax.part_mut(*handle);
            wedge.set_center(slice.center.0, slice.center.1);
            wedge.set_theta1(slice.ends.0)?;
            wedge.set_theta2(slice.ends.1)?;
        }
        for (slice, handle) in slices.iter().zip(&self.texts) {
            let text = ax.part_mut(*handle);
            place_label(text, slice, &self.options)?;
        }
        for (slice, handle) in slices.iter().zip(&self.autotexts) {
            let text = ax.part_mut(*handle);
            place_share(text, slice, &self.options);
        }
        Ok(())
    }
}

fn place_label(text: &mut Text, slice: &Slice, options: &PieOptions) -> Result<()> {
    let (middle, x, y) = slice.at(options.labeldistance * options.radius);
    text.set_position(x, y);
    let (right, above) = (x > 0.0, y > 0.0);
    text.set_ha(match right {
        true => HorizontalAlignment::Left,
        false => HorizontalAlignment::Right,
    })?;
    if options.rotatelabels {
        text.set_va(match above {
            true => VerticalAlignment::Bottom,
            false => VerticalAlignment::Top,
        })?;
        text.set_rotation(middle.to_degrees() + if right { 0.0 } else { 180.0 })?;
    }
    Ok(())
}

fn place_share(text: &mut Text, slice: &Slice, options: &PieOptions) {
    let (_, x, y) = slice.at(options.pctdistance * options.radius);
    text.set_position(x, y);
    if let Some(format) = &options.autopct {
        text.set_text(format_one(format, 100.0 * slice.share));
    }
}

impl Axes {
    /// Draws a pie whose wedges are as large as the values, in the next colours of the cycle for areas. The axes get
    /// equal scales and lose their frame and ticks.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let pie = fig[ax].pie(&[3.0, 2.0, 1.0])?;
    /// // From frame to frame:
    /// pie.set_data(&mut fig[ax], &[2.5, 2.0, 1.5])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for values that are negative, not finite or all 0.
    pub fn pie(&mut self, values: &(impl Series + ?Sized)) -> Result<PieContainer> {
        self.pie_with(values, &PieOptions::default())
    }

    /// Draws a pie as [`pie`](Self::pie) does, with options.
    ///
    /// # Errors
    /// As [`pie`](Self::pie); [`Error::Lengths`] for labels and distances that are not as many as the values,
    /// [`Error::Setting`] for numbers that are not finite and a radius that is not above 0.
    pub fn pie_with(
        &mut self,
        values: &(impl Series + ?Sized),
        options: &PieOptions,
    ) -> Result<PieContainer> {
        options.check_options()?;
        let slices = options.slices(&values.values())?;
        for (what, count) in [
            ("labels", options.labels.len()),
            ("distances of exploded wedges", options.explode.len()),
        ] {
            if count > 0 {
                as_many((count, what), (slices.len(), "values"))?;
            }
        }
        self.set_aspect(Aspect::Equal)?;
        let label_size = self.style().font_size;
        let mut pie = PieContainer {
            wedges: Vec::new(),
            texts: Vec::new(),
            autotexts: Vec::new(),
            options: options.clone(),
        };
        for (i, slice) in slices.iter().enumerate() {
            let color = match options.colors.len() {
                0 => self.next_patch_color(),
                count => options.colors[i % count],
            };
            let mut wedge = Wedge::new(slice.center, options.radius, slice.ends.0, slice.ends.1);
            wedge.set_facecolor(color)?;
            if let count @ 1.. = options.hatch.len() {
                wedge.set_hatch(options.hatch[i % count].clone())?;
            }
            wedge.set_clip_on(false);
            if let Some(label) = options.labels.get(i) {
                wedge.set_label(label.clone());
            }
            pie.wedges.push(self.add_patch(wedge));
        }
        for (slice, label) in slices.iter().zip(&options.labels) {
            let mut text = Text::new(0.0, 0.0, label.clone());
            text.set_va(VerticalAlignment::Center)?;
            text.set_fontsize(label_size)?;
            place_label(&mut text, slice, options)?;
            pie.texts.push(self.push(text));
        }
        for slice in slices.iter().filter(|_| options.autopct.is_some()) {
            let mut text = Text::new(0.0, 0.0, "");
            text.set_ha(HorizontalAlignment::Center)?;
            text.set_va(VerticalAlignment::Center)?;
            place_share(&mut text, slice, options);
            pie.autotexts.push(self.push(text));
        }
        match options.frame {
            true => self.autoscale_view(),
            false => self.bare_around(options.center)?,
        }
        Ok(pie)
    }

    /// Without frame and ticks, with limits around a pie.
    fn bare_around(&mut self, (x, y): (f64, f64)) -> Result<()> {
        self.set_frame_on(false);
        self.set_xticks(&[0.0; 0]);
        self.set_yticks(&[0.0; 0]);
        self.set_xlim(x - ROOM, x + ROOM)?;
        self.set_ylim(y - ROOM, y + ROOM)
    }
}

/// Half the range of the limits around a pie.
const ROOM: f64 = 1.25;
