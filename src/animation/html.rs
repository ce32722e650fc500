//! Animations as HTML.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use crate::animation::{Animation, Frames, SaveOptions};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::writers::{Destination, EmbedLimit, MemoryFile, push_base64};

/// HTML of an animation: a `str` for pages; with the cargo feature `evcxr` Rust notebooks display it.
///
/// ```
/// use plotreel::animation::Html;
///
/// let html = Html::from("<b>text</b>".to_owned());
/// assert!(html.starts_with("<b>") && html.to_string() == String::from(html));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Displays it in an evcxr notebook when it is a cell's value.
    #[cfg(feature = "evcxr")]
    pub fn evcxr_display(&self) {
        // If the notebook no longer reads, there is nobody to report the error to.
        let _ = self.write_evcxr(&mut io::stdout().lock());
    }

    /// Writes it in evcxr's format for content that is not plain text.
    #[cfg(any(feature = "evcxr", test))]
    fn write_evcxr(&self, out: &mut impl io::Write) -> io::Result<()> {
        writeln!(
            out,
            "EVCXR_BEGIN_CONTENT text/html\n{self}\nEVCXR_END_CONTENT"
        )?;
        out.flush()
    }
}

impl Deref for Html {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Html {
    fn from(html: String) -> Self {
        Self(html)
    }
}

impl From<Html> for String {
    fn from(html: Html) -> Self {
        html.0
    }
}

impl<S: Frames> Animation<'_, S> {
    /// The film as a `<video>` element with embedded data, for a page or a notebook. Above 20 MiB of text a warning is
    /// logged: see [`SaveOptions::with_embed_limit`].
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation};
    ///
    /// let mut fig = Figure::new((0.64, 0.48), 100.0);
    /// let animation = FuncAnimation::new(|fig, i| fig.suptitle(i.to_string()), 0..5);
    /// # if cfg!(feature = "openh264") {
    /// let html = animation.to_html5_video(&mut fig)?;
    /// assert!(html.starts_with("<video width=\"64\" height=\"48\" "));
    /// # }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`save`](Self::save).
    pub fn to_html5_video(self, fig: &mut Figure) -> Result<Html> {
        self.to_html5_video_with(fig, &SaveOptions::new())
    }

    /// As [`to_html5_video`](Self::to_html5_video), with the settings of the options.
    ///
    /// # Errors
    /// As [`to_html5_video`](Self::to_html5_video).
    pub fn to_html5_video_with(self, fig: &mut Figure, options: &SaveOptions) -> Result<Html> {
        let film = MemoryFile::new();
        let destination = Destination::memory(&film, "mp4");
        let (limit, options) = options.without_format().split_embed_limit();
        let mut limit = EmbedLimit::new(limit)?;
        let stats = self.save_with(fig, destination, &options)?;
        let film = film.take();
        let (width, height) = (stats.size.width, stats.size.height);
        let mut text = format!(
            "<video width=\"{width}\" height=\"{height}\" controls autoplay loop muted playsinline>\n\
             <source type=\"video/mp4\" src=\"data:video/mp4;base64,"
        )
        .into_bytes();
        push_base64(&mut text, &film);
        text.extend(b"\">\nThis browser shows no videos.\n</video>\n");
        limit.warn_above(text.len() as u64);
        html(text)
    }

    /// The film as one HTML page with a player, written by the writer "html".
    ///
    /// # Errors
    /// As [`save`](Self::save).
    pub fn to_jshtml(self, fig: &mut Figure) -> Result<Html> {
        self.to_jshtml_with(fig, &SaveOptions::new())
    }

    /// As [`to_jshtml`](Self::to_jshtml), with the settings of the options except the writer.
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, SaveOptions};
    /// use plotreel::writers::{PageFrames, PlayMode};
    ///
    /// let mut fig = Figure::new((0.64, 0.48), 100.0);
    /// let animation = FuncAnimation::new(|fig, i| fig.suptitle(i.to_string()), 0..5);
    /// let options = SaveOptions::new()
    ///     .with_default_mode(PlayMode::Reflect)
    ///     .with_frame_format(PageFrames::Images);
    /// let page = animation.to_jshtml_with(&mut fig, &options)?;
    /// assert!(page.contains("reflect"));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`to_jshtml`](Self::to_jshtml); [`Error::Destination`] if the frames would have to be beside a page that is
    /// not a file.
    pub fn to_jshtml_with(self, fig: &mut Figure, options: &SaveOptions) -> Result<Html> {
        let page = MemoryFile::new();
        let options = options.without_format().with_writer("html");
        self.save_with(fig, Destination::memory(&page, "html"), &options)?;
        html(page.take())
    }

    /// Shows the film in the default browser and returns the path of its page, a temporary file that is not deleted.
    ///
    /// ```no_run
    /// use plotreel::{Figure, FuncAnimation};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// FuncAnimation::new(|fig, i| fig.suptitle(i.to_string()), 0..50).show(&mut fig)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`to_jshtml`](Self::to_jshtml); [`Error::Browser`] with the page's path if no browser could be started.
    #[cfg(feature = "show")]
    pub fn show(self, fig: &mut Figure) -> Result<PathBuf> {
        self.show_with(fig, &SaveOptions::new(), |page| open::that_detached(page))
    }

    /// Writes the film's page to a temporary file, shows it with `open`, and returns its path.
    ///
    /// # Errors
    /// As [`to_jshtml`](Self::to_jshtml); [`Error::Browser`] with the page's path and the error of `open`.
    pub fn show_with(
        self,
        fig: &mut Figure,
        options: &SaveOptions,
        open: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<PathBuf> {
        let html = self.to_jshtml_with(fig, options)?;
        let mut builder = tempfile::Builder::new();
        let page = builder.prefix("plotreel-").suffix(".html").tempfile();
        let page = page
            .map_err(|e| Error::io(std::env::temp_dir(), e))?
            .into_temp_path();
        fs::write(&page, html.as_bytes()).map_err(|e| Error::io(&*page, e))?;
        let page = page
            .keep()
            .map_err(|e| Error::io(e.path.to_path_buf(), e.error))?;
        match open(&page) {
            Ok(()) => Ok(page),
            Err(source) => Err(Error::Browser { page, source }),
        }
    }
}

/// A page from the bytes that were written.
fn html(bytes: Vec<u8>) -> Result<Html> {
    let text = String::from_utf8(bytes);
    let invalid = |e| Error::io("the page", io::Error::new(io::ErrorKind::InvalidData, e));
    text.map(Html).map_err(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notebooks_get_the_page_between_their_marks() {
        let mut out = Vec::new();
        Html("<p>film</p>".into()).write_evcxr(&mut out).unwrap();
        let expected = "EVCXR_BEGIN_CONTENT text/html\n<p>film</p>\nEVCXR_END_CONTENT\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
