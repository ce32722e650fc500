//! The title and the labels of a whole figure.

use crate::artists::{Coords, Text};
use crate::canvas::{HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::figure::FigureBase;
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
    pub(crate) const ALL: [Self; 3] = [Self::Title, Self::X, Self::Y];

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

impl FigureBase {
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
        let text = Text::new(x, y, text).with_coords(Coords::SubfigureFraction);
        let handle = self.add_artist(text.with_style(style));
        self.labels[which as usize] = Some(handle);
        handle
    }

    /// Moves a title or a label that is where a figure has it, or a layout had it, and not somewhere else.
    pub(crate) fn lay_label(&mut self, which: SupLabel, to: impl FnOnce((f64, f64)) -> (f64, f64)) {
        let Some(at) = self.laid_label(which).map(Text::position) else {
            return;
        };
        let to = to(at);
        self.laid_labels[which as usize] = Some(to);
        self.with_stamp_kept(which, |label| label.set_position(to.0, to.1));
    }

    /// Changes a title or a label as the places say that layouts have them at; frames are compared by these.
    fn with_stamp_kept(&mut self, which: SupLabel, change: impl FnOnce(&mut Text)) {
        let handle = self.labels[which as usize];
        let slot = handle.and_then(|handle| self.slot_mut(handle.into()));
        if let Some(slot) = slot {
            let stamp = slot.stamp;
            slot.get_mut().map(change);
            slot.stamp = stamp;
        }
    }

    /// Lets the title end at its place, instead of beginning there.
    pub(crate) fn set_title_above(&mut self) {
        if self.laid_label(SupLabel::Title).is_some() {
            self.with_stamp_kept(SupLabel::Title, Text::put_above);
        }
    }

    /// The title or a label of the whole figure, if it has one that a layout places.
    pub(crate) fn laid_label(&self, which: SupLabel) -> Option<&Text> {
        let usual = which.usual_place();
        let laid = self.laid_labels[which as usize];
        self.label(which).filter(|label| {
            let at = label.position();
            let is_usual = match which {
                SupLabel::Title | SupLabel::X => at.1 == usual.1,
                SupLabel::Y => at.0 == usual.0,
            };
            is_usual || Some(at) == laid
        })
    }

    /// The title or a label of the whole figure, if it has one.
    pub(crate) fn label(&self, which: SupLabel) -> Option<&Text> {
        self.get(self.labels[which as usize]?)
    }
}
