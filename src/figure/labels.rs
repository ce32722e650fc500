//! The title and the labels of a whole figure.

use crate::artists::{Coords, Text};
use crate::canvas::{HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::style::Style;

/// A title or label of a whole figure.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SupLabel {
    Title,
    X,
    Y,
}

impl SupLabel {
    /// Where it begins, in fractions of the figure.
    pub(crate) fn usual_place(self) -> (f64, f64) {
        match self {
            Self::Title => (0.5, 0.98),
            Self::X => (0.5, 0.01),
            Self::Y => (0.02, 0.5),
        }
    }

    /// How it is set.
    fn text_style(self, style: &Style) -> TextStyle {
        let ((size, weight), ha, va) = match self {
            Self::Title => (
                (style.figure_titlesize, style.figure_titleweight),
                HorizontalAlignment::Center,
                VerticalAlignment::Top,
            ),
            Self::X => (
                (style.figure_labelsize, style.figure_labelweight),
                HorizontalAlignment::Center,
                VerticalAlignment::Bottom,
            ),
            Self::Y => (
                (style.figure_labelsize, style.figure_labelweight),
                HorizontalAlignment::Left,
                VerticalAlignment::Center,
            ),
        };
        TextStyle {
            size: style.points(size),
            weight: Some(weight),
            rotation: if matches!(self, Self::Y) { 90.0 } else { 0.0 },
            ha,
            va,
            ..TextStyle::default()
        }
    }
}

impl Figure {
    /// Sets the title of the whole figure.
    pub fn suptitle(&mut self, title: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::Title, title.into())
    }

    /// Sets a label below all subplots.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// fig.subplots(2, 2)?;
    /// fig.supxlabel("time / s");
    /// fig.supylabel("height / m");
    /// fig.tight_layout()?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn supxlabel(&mut self, label: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::X, label.into())
    }

    /// Sets a label at the left of all subplots, rotated to read upwards.
    pub fn supylabel(&mut self, label: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::Y, label.into())
    }

    fn set_label(&mut self, which: SupLabel, text: String) -> Handle<Text> {
        if let Some(handle) = self.labels[which as usize]
            && let Some(present) = self.get_mut(handle)
        {
            present.set_text(text);
            return handle;
        }
        let ((x, y), style) = (which.usual_place(), which.text_style(&self.style));
        let text = Text::new(x, y, text).with_coords(Coords::FigureFraction);
        let handle = self.add_artist(text.with_style(style));
        self.labels[which as usize] = Some(handle);
        handle
    }

    /// Moves a title or a label of the whole figure, unless it was placed elsewhere.
    pub(crate) fn move_label(
        &mut self,
        which: SupLabel,
        to: impl FnOnce((f64, f64)) -> (f64, f64),
    ) {
        let Some(handle) = self.labels[which as usize] else {
            return;
        };
        if let Some(label) = self.get_mut(handle) {
            let (x, y) = to(label.position());
            label.set_position(x, y);
        }
    }

    /// The title or a label of the whole figure, if it has one.
    pub(crate) fn label(&self, which: SupLabel) -> Option<&Text> {
        self.get(self.labels[which as usize]?)
    }
}
