//! Texts over the image.

use std::str::FromStr;

use crate::artists::{Annotation, BoxStyle, Coords, TextBox, TextStroke};
use crate::canvas::{HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::{Error, Result, nearest_name};
use crate::properties::{Check, Positive};

/// The distance of a text from the edge of the image, in font sizes.
const MARGIN: f64 = 0.8;
/// Padding of the background, in font sizes.
const PAD: f64 = 0.3;

/// The position of something over an image.
///
/// ```
/// use plotreel::annotate::LabelPosition;
///
/// assert_eq!("bottom-right".parse::<LabelPosition>()?, LabelPosition::BottomRight);
/// assert_eq!("12,40.5".parse::<LabelPosition>()?, LabelPosition::At(12.0, 40.5));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LabelPosition {
    /// In the upper left corner.
    TopLeft,
    /// In the middle of the upper edge.
    Top,
    /// In the upper right corner.
    TopRight,
    /// In the lower left corner.
    BottomLeft,
    /// In the middle of the lower edge.
    Bottom,
    /// In the lower right corner.
    BottomRight,
    /// With its upper left corner at column x and row y of the image, counted from 0.
    At(f64, f64),
}

impl LabelPosition {
    const NAMES: [(&str, Self); 6] = [
        ("top-left", Self::TopLeft),
        ("top", Self::Top),
        ("top-right", Self::TopRight),
        ("bottom-left", Self::BottomLeft),
        ("bottom", Self::Bottom),
        ("bottom-right", Self::BottomRight),
    ];

    /// The position in fractions of the image, from the left and from the bottom, unless it is a pixel.
    pub(super) fn fractions(self) -> Option<(f64, f64)> {
        Some(match self {
            Self::TopLeft => (0.0, 1.0),
            Self::Top => (0.5, 1.0),
            Self::TopRight => (1.0, 1.0),
            Self::BottomLeft => (0.0, 0.0),
            Self::Bottom => (0.5, 0.0),
            Self::BottomRight => (1.0, 0.0),
            Self::At(..) => return None,
        })
    }
}

impl FromStr for LabelPosition {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some((_, position)) = Self::NAMES.iter().find(|(name, _)| *name == text) {
            return Ok(*position);
        }
        let number = |text: &str| text.trim().parse::<f64>().ok().filter(|x| x.is_finite());
        if let Some((x, y)) = text.split_once(',')
            && let (Some(x), Some(y)) = (number(x), number(y))
        {
            return Ok(Self::At(x, y));
        }
        let nearest = nearest_name(text, Self::NAMES.iter().map(|(name, _)| *name));
        let nearest = nearest
            .map(|name| format!("did you mean \"{name}\"? "))
            .unwrap_or_default();
        Err(Error::Annotation {
            what: format!("the position \"{text}\""),
            reason: "it is not a position".into(),
            advice: format!(
                "{nearest}choose top-left, top, top-right, bottom-left, bottom, bottom-right or a column and a row such as 12,40"
            ),
        })
    }
}

/// A text over the frames of a film, whose placeholders are filled in for each frame.
///
/// Placeholders are `{frame}` (from 0), `{frames}` (their number), `{time}` (seconds) and the columns of a
/// [`Table`](crate::annotate::Table), each with an optional number format as in Rust: `{time:.2}`, `{frame:04}`. `{{` is a
/// literal brace. The text may have several lines, and mathematical notation between dollar signs, where braces are
/// part of the notation: `$x^{2}$`; a placeholder there needs three braces, `$10^{{{n}}}$`. The text is white on a
/// translucent box; without a box its letters have an outline.
///
/// ```
/// use plotreel::WriteOptions;
/// use plotreel::annotate::{Label, LabelPosition, LabelStyle};
///
/// let clock = Label::new("frame {frame}  t = {time:.2} s")
///     .with_position(LabelPosition::BottomLeft)
///     .with_style(LabelStyle::default().with_color("gold")?.with_background("none")?);
/// let options = WriteOptions::new().with_label(clock);
/// # let _ = options;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub(super) text: String,
    pub(super) position: LabelPosition,
    pub(super) style: LabelStyle,
}

impl Label {
    /// A text in the upper left corner.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            position: LabelPosition::TopLeft,
            style: LabelStyle::default(),
        }
    }

    /// Sets its position.
    pub fn with_position(mut self, position: LabelPosition) -> Self {
        self.position = position;
        self
    }

    /// Sets size, colour and background.
    pub fn with_style(mut self, style: LabelStyle) -> Self {
        self.style = style;
        self
    }

    /// The artist that shows it, for a usual font size in points.
    pub(super) fn artist(&self, usual: f64) -> Result<Annotation> {
        let size = self.style.fontsize.unwrap_or(usual);
        let margin = MARGIN * size;
        let (coords, xy, inwards) = match (self.position.fractions(), self.position) {
            (None, LabelPosition::At(x, y)) => (Coords::Data, (x, y), (0.0, 0.0)),
            (fractions, _) => {
                let (x, y) = fractions.unwrap_or_default();
                let inwards = (margin * (1.0 - 2.0 * x), margin * (1.0 - 2.0 * y));
                (Coords::AxesFraction, (x, y), inwards)
            }
        };
        let mut artist = Annotation::new("", xy, inwards);
        artist.set_xycoords(coords)?;
        artist.set_textcoords(Coords::OffsetPoints)?;
        artist.set_annotation_clip(false);
        let (right, up) = self.position.fractions().unwrap_or((0.0, 1.0));
        artist.set_style(TextStyle {
            size,
            ha: match right {
                0.0 => HorizontalAlignment::Left,
                0.5 => HorizontalAlignment::Center,
                _ => HorizontalAlignment::Right,
            },
            va: match up {
                0.0 => VerticalAlignment::Bottom,
                _ => VerticalAlignment::Top,
            },
            ..TextStyle::default()
        })?;
        artist.set_color(self.style.color)?;
        artist.set_bbox(self.style.text_box())?;
        artist.set_stroke(self.style.stroke(size));
        Ok(artist)
    }
}

/// Size, colour and background of a [`Label`] or a [`ScaleBar`](crate::annotate::ScaleBar).
///
/// ```
/// use plotreel::annotate::{LabelStyle, ScaleBar};
///
/// let style = LabelStyle::default().with_fontsize(9.0).with_background("none")?;
/// let bar = ScaleBar::new(50.0, "10 µm").with_style(style);
/// # let _ = bar;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelStyle {
    /// Points; `None` depends on the size of the image.
    pub(super) fontsize: Option<f64>,
    pub(super) color: ColorSpec,
    /// `None` has an outline around the letters instead.
    pub(super) background: ColorSpec,
}

impl Default for LabelStyle {
    fn default() -> Self {
        Self {
            fontsize: None,
            color: ColorSpec::Rgba(Color::WHITE),
            background: ColorSpec::Rgba(Color {
                a: 150,
                ..Color::rgb(0, 0, 0)
            }),
        }
    }
}

impl LabelStyle {
    /// Sets the font size in points; by default a 24th of the image's shorter side, but at least 9 pixels.
    pub fn with_fontsize(mut self, points: f64) -> Self {
        self.fontsize = Some(points);
        self
    }

    /// Sets the colour of the text; white by default.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.color = color.into_color()?;
        Ok(self)
    }

    /// Sets the colour of the box behind it, translucent black by default; with `"none"` there is no box, and the
    /// letters have an outline.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_background(mut self, color: impl IntoColor) -> Result<Self> {
        self.background = color.into_color()?;
        Ok(self)
    }

    /// Rejects an invalid font size.
    pub(super) fn check(&self) -> Result<()> {
        Positive::checked_option("the font size of a label", self.fontsize).map(drop)
    }

    pub(super) fn text_box(&self) -> Option<TextBox> {
        (self.background != ColorSpec::None).then_some(TextBox {
            boxstyle: Some(BoxStyle::Round {
                pad: PAD,
                rounding_size: None,
            }),
            facecolor: self.background,
            edgecolor: ColorSpec::None,
            linewidth: 0.0,
            ..TextBox::default()
        })
    }

    /// Black around light letters, white around dark ones.
    pub(super) fn stroke(&self, size: f64) -> Option<TextStroke> {
        let color = match self.color {
            ColorSpec::Rgba(color) => color.contrast(),
            ColorSpec::Cycle { .. } | ColorSpec::None => Color::rgb(0, 0, 0),
        };
        (self.background == ColorSpec::None).then(|| TextStroke::of(color, size / 5.0))
    }
}
