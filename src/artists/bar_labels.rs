//! Labels of bars: `bar_label`.

use std::sync::Arc;

use crate::artists::{Artist, Bar, BarContainer, DrawContext, Orientation, Text};
use crate::canvas::{Canvas, HorizontalAlignment, VerticalAlignment};
use crate::error::Result;
use crate::handle::Handle;
use crate::mapping::union;
use crate::properties::{Angle, names, properties};
use crate::ticker::{FormatStrFormatter, Formatter, format_one};

/// Where the labels of bars are.
///
/// ```
/// use plotreel::artists::LabelType;
///
/// assert_eq!("center".parse::<LabelType>()?, LabelType::Center);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LabelType {
    /// Outside, at the ends of the bars.
    #[default]
    Edge,
    /// In the middle of what is seen of the bars.
    Center,
}

names! {
    LabelType, "label_type", "edge or center";
    Edge: "edge",
    Center: "center",
}

/// A label for each bar of a [`BarContainer`], by default its value. The labels follow the bars, and have the setters
/// of texts.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let bars = fig[ax].bar(&[0, 1, 2], &[3.0, 1.0, 2.0])?;
/// let labels = fig[ax].bar_label(bars);
/// fig[labels].set_fmt("%.1f m")?;
/// fig[labels].set_padding(3.0)?;
/// fig[labels].set_fontsize(8.0)?;
/// // From frame to frame; the labels change, too:
/// fig[bars].set_heights(&[2.5, 1.5, 2.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BarLabels {
    bars: Handle<BarContainer>,
    label_type: LabelType,
    padding: f64,
    formatter: Arc<dyn Formatter>,
    /// Instead of the values.
    labels: Option<Vec<String>>,
    text: Text,
}

properties! {
    impl[] BarLabels, in text: Text;
    label_type / set_label_type: choice<LabelType> = label_type, "whether labels are at the ends or in the middle of bars";
    padding / set_padding: number<Angle> = padding, "the distance of the labels from the ends of the bars in points";
    @by name:
    labels: Option<Vec<String>> = |labels| labels.labels.clone(), |labels, texts| labels.labels = texts,
        "the labels, in order; `None` for the values";
}

impl BarLabels {
    pub(crate) fn new(bars: Handle<BarContainer>) -> Self {
        Self {
            bars,
            label_type: LabelType::default(),
            padding: 0.0,
            formatter: Arc::new(FormatStrFormatter::general()),
            labels: None,
            text: Text::new(0.0, 0.0, ""),
        }
    }

    /// Sets the format of the values, such as `"%.1f"`.
    ///
    /// # Errors
    /// As [`FormatStrFormatter::new`].
    pub fn set_fmt(&mut self, fmt: &str) -> Result<()> {
        self.formatter = Arc::new(FormatStrFormatter::new(fmt)?);
        Ok(())
    }

    /// Sets how values are written: by any formatter of ticks.
    pub fn set_formatter(&mut self, formatter: impl Formatter + 'static) {
        self.formatter = Arc::new(formatter);
    }

    /// Sets the labels instead of the values; bars without a label show their values.
    pub fn set_labels<S: Into<String>>(&mut self, labels: impl IntoIterator<Item = S>) {
        self.labels = Some(labels.into_iter().map(Into::into).collect());
    }

    /// The labels that were set instead of the values.
    pub fn labels(&self) -> Option<&[String]> {
        self.labels.as_deref()
    }

    /// The label of a bar, its value and its place in pixels, y up.
    fn placed(
        &self,
        (i, bar): (usize, &Bar),
        orientation: Orientation,
        ctx: &DrawContext<'_>,
    ) -> Option<(Text, (f64, f64))> {
        let value = match orientation {
            Orientation::Vertical => bar.height,
            Orientation::Horizontal => bar.width,
        };
        if value.is_nan() {
            return None;
        }
        let written = || format_one(&*self.formatter, value);
        let own = self
            .labels
            .as_ref()
            .and_then(|labels| labels.get(i))
            .cloned();
        let mut text = self.text.clone();
        text.set_text(own.unwrap_or_else(written));
        let place = match self.label_type {
            LabelType::Center => self.middle(bar, &mut text, ctx)?,
            LabelType::Edge => self.end(bar, value, orientation, &mut text, ctx),
        };
        (place.0.is_finite() && place.1.is_finite()).then_some((text, place))
    }

    /// Beyond the end of a bar.
    fn end(
        &self,
        bar: &Bar,
        value: f64,
        orientation: Orientation,
        text: &mut Text,
        ctx: &DrawContext<'_>,
    ) -> (f64, f64) {
        let limits = ctx.mapping.flat().map(|flat| flat.limits());
        let inverted = limits.is_some_and(|limits| match orientation {
            Orientation::Vertical => limits.y.0 > limits.y.1,
            Orientation::Horizontal => limits.x.0 > limits.x.1,
        });
        // Whether the bar goes up or to the right on the canvas; without a length it does.
        let rises = value >= 0.0;
        let end = |from: f64, size: f64| {
            let to = from + size;
            if rises { from.max(to) } else { from.min(to) }
        };
        let forward = if rises != inverted { 1.0 } else { -1.0 };
        let pad = forward * ctx.points_to_pixels(self.padding);
        // In inverted axes the reference aligns labels of 0 as those of negative numbers.
        let after = if inverted { value <= 0.0 } else { rises };
        match orientation {
            Orientation::Vertical => {
                let va = if after {
                    VerticalAlignment::Bottom
                } else {
                    VerticalAlignment::Top
                };
                text.align(HorizontalAlignment::Center, va);
                let (x, y) = ctx.pixel([bar.x + bar.width / 2.0, end(bar.y, bar.height)]);
                (x, y + pad)
            }
            Orientation::Horizontal => {
                let ha = if after {
                    HorizontalAlignment::Left
                } else {
                    HorizontalAlignment::Right
                };
                text.align(ha, VerticalAlignment::Center);
                let (x, y) = ctx.pixel([end(bar.x, bar.width), bar.y + bar.height / 2.0]);
                (x + pad, y)
            }
        }
    }

    /// In the middle of the part of a bar that is in the axes.
    fn middle(&self, bar: &Bar, text: &mut Text, ctx: &DrawContext<'_>) -> Option<(f64, f64)> {
        text.align(HorizontalAlignment::Center, VerticalAlignment::Center);
        let (a, b) = (
            ctx.pixel([bar.x, bar.y]),
            ctx.pixel([bar.x + bar.width, bar.y + bar.height]),
        );
        let axes = ctx.mapping.axes();
        let within = |a: f64, b: f64, low: f64, size: f64| {
            let (from, to) = (a.min(b).max(low), a.max(b).min(low + size));
            (from <= to).then_some(from + 0.5 * (to - from))
        };
        Some((
            within(a.0, b.0, axes.x0, axes.width)?,
            within(a.1, b.1, axes.y0, axes.height)?,
        ))
    }
}

impl Artist for BarLabels {
    crate::artists::artist_parts!(text.base);

    fn follows_artists(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let Some(bars) = ctx.artist(self.bars) else {
            return Ok(());
        };
        for bar in bars.bars().iter().enumerate() {
            if let Some((text, place)) = self.placed(bar, bars.orientation(), ctx) {
                let placed = text.placed(place, canvas, ctx);
                text.draw_placed(&placed, canvas, ctx);
            }
        }
        Ok(())
    }

    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let bars = ctx.artist(self.bars)?;
        let labels = bars.bars().iter().enumerate();
        let labels = labels.filter_map(|bar| self.placed(bar, bars.orientation(), ctx));
        let boxes = labels.map(|(text, place)| text.placed(place, canvas, ctx).bounds());
        boxes.reduce(union)
    }
}
