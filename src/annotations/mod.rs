//! What is drawn around and over the frames of a film of arrays.

mod boxes;
mod csv_file;
mod image_figure;
mod label;
mod placeholder;
mod scale_bar;
mod table;
mod template;

pub use boxes::{Boxes, FrameBox};
pub use label::{Label, LabelPosition, LabelStyle};
pub(crate) use placeholder::Moment;
pub use scale_bar::ScaleBar;
pub use table::Table;

use crate::artists::{Annotation, AxesImage};
use crate::axes::{Axes, ColorbarOptions, Side};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::properties::{Check, Positive};
use boxes::BoxOverlay;
pub(crate) use image_figure::FilmSize;
use image_figure::{ImageFigure, bar_side, usual_fontsize};
use template::Template;

/// The requested annotations.
#[derive(Debug, Clone, Default)]
pub(crate) struct Annotations {
    pub(crate) axes: bool,
    /// Its label.
    pub(crate) colorbar: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) labels: Vec<Label>,
    pub(crate) table: Option<Table>,
    pub(crate) boxes: Option<Boxes>,
    pub(crate) scale_bar: Option<ScaleBar>,
}

/// The annotations that change from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct Notes<'a> {
    table: Option<&'a Table>,
    title: Option<(Handle<Axes>, Template)>,
    labels: Vec<(Handle<Annotation>, Template)>,
    boxes: Option<(Handle<BoxOverlay>, &'a Boxes)>,
}

impl Annotations {
    /// Rejects invalid texts, and a table that is shorter than the film.
    pub(crate) fn check(&self, frames: Option<u64>) -> Result<()> {
        let texts = self
            .labels
            .iter()
            .map(|label| &label.text)
            .chain(&self.title);
        let mut has_column = false;
        for text in texts {
            has_column |= Template::new(text, self.table.as_ref())?.has_column();
        }
        if self.table.is_some() && !has_column {
            return Err(Error::NoEffect {
                setting: "the table".into(),
                reason: "no label or title uses any of its columns".into(),
                advice: "write the name of a column in braces, or omit the table".into(),
            });
        }
        let styles = self.labels.iter().map(|label| &label.style);
        for style in styles.chain(self.scale_bar.as_ref().map(ScaleBar::style)) {
            style.check()?;
        }
        let boxes = self.boxes.as_ref().and_then(Boxes::fontsize);
        Positive::checked_option("the font size of boxes", boxes)?;
        match (&self.table, frames) {
            (Some(table), Some(frames)) if table.len() < frames => {
                Err(table.too_short(table.len()))
            }
            _ => Ok(()),
        }
    }

    /// Whether anything needs room beside the image.
    fn needs_room(&self) -> bool {
        self.axes || self.colorbar.is_some() || self.title.is_some()
    }

    /// Adds everything to a figure that shows an image in axes without margins, and makes room for it in a film of this size.
    ///
    /// # Errors
    /// Invalid texts, bars and colorbars, and labels that leave no room for the image.
    pub(crate) fn add_to(
        &self,
        fig: &mut Figure,
        (ax, image): (Handle<Axes>, Handle<AxesImage>),
        film: FilmSize,
        moment: Moment,
    ) -> Result<Notes<'_>> {
        let mut notes = Notes {
            table: self.table.as_ref(),
            ..Notes::default()
        };
        if let Some(title) = &self.title {
            notes.title = Some((ax, Template::new(title, notes.table)?));
        }
        if self.axes {
            fig[ax].set_axis_on();
        }
        let (rows, columns) = fig[image].shape();
        let side = bar_side(fig, film.image((columns, rows)));
        let bar = match &self.colorbar {
            Some(label) => Some((add_colorbar(fig, (ax, image), label, side)?, side)),
            None => None,
        };
        let around = ImageFigure::new(ax, bar);
        let size = match self.needs_room() {
            true => {
                // What needs room must be added first.
                notes.show(fig, moment)?;
                around.fit(fig, (columns, rows), film)?
            }
            false => film.without_margins(fig, (columns, rows))?,
        };
        let usual = usual_fontsize(size, fig.dpi());
        for label in &self.labels {
            let template = Template::new(&label.text, notes.table)?;
            let artist = fig[ax].add_artist(label.artist(usual)?);
            notes.labels.push((artist, template));
        }
        if let Some(bar) = &self.scale_bar {
            fig[ax].add_artist(bar.artist(columns, usual)?);
        }
        if let Some(boxes) = &self.boxes {
            let overlay = BoxOverlay::new(boxes.fontsize().unwrap_or(0.8 * usual));
            notes.boxes = Some((fig[ax].add_artist(overlay), boxes));
        }
        notes.show(fig, moment)?;
        Ok(notes)
    }
}

fn add_colorbar(
    fig: &mut Figure,
    (ax, image): (Handle<Axes>, Handle<AxesImage>),
    label: &str,
    location: Side,
) -> Result<Handle<Axes>> {
    if !fig[image].is_scalar() {
        return Err(Error::Annotation {
            what: "the colorbar".into(),
            reason: "the frames are RGB and have no colormap".into(),
            advice: "give frames of one channel, or omit the colorbar".into(),
        });
    }
    let options = ColorbarOptions::new()
        .with_location(location)?
        .with_label(label);
    fig.colorbar_with(image, ax, &options)
}

impl Notes<'_> {
    /// Updates everything for a frame.
    ///
    /// # Errors
    /// [`Error::Annotation`] if the table has no row for it.
    pub(crate) fn show(&self, fig: &mut Figure, moment: Moment) -> Result<()> {
        if let Some((ax, template)) = &self.title {
            let title = template.fill(moment, self.table)?;
            // Axes that are accessed mutably are redrawn.
            if fig[*ax].title(crate::axes::TitleLoc::Center) != title {
                fig[*ax].set_title(title);
            }
        }
        for (label, template) in &self.labels {
            fig[*label].set_text(template.fill(moment, self.table)?);
        }
        if let Some((overlay, boxes)) = self.boxes {
            fig[overlay].set_boxes(boxes.of(moment.frame));
        }
        Ok(())
    }

    /// Logs a warning if there are boxes for frames that do not exist.
    pub(crate) fn check_end(&self, frames: u64) {
        let last = self.boxes.and_then(|(_, boxes)| boxes.last_frame());
        if let Some(last) = last.filter(|last| *last >= frames) {
            log::warn!(
                "there is a box for frame {last}, but the film has {frames} frames, counted from 0"
            );
        }
    }
}
