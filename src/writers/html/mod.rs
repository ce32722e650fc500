//! A film as a page with a player.

mod encode;
mod escape;
mod page;
mod play_mode;
mod sink;

use std::fs::OpenOptions;

use crate::error::{Error, Result};
use crate::writers::{
    Fps, FrameFormat, FrameSink, Metadata, MovieWriter, Output, Sink, WriterSettings, check_suffix,
};
use page::Page;
pub use play_mode::PlayMode;
use sink::{Frames, HTMLSink};

const NAME: &str = "html";
const SUFFIXES: [&str; 2] = ["html", "htm"];
/// Ends the name of the folder with the frames.
const FOLDER: &str = "_frames";
/// As matplotlib's.
const EMBED_LIMIT: f64 = 20.0;

/// Writes a film as one HTML page with a player, which any browser shows without a network.
///
/// The page plays, pauses and steps forwards and backwards, to the first and the last frame, at any speed, once, in a
/// loop or reflected, by mouse, touch and keys (space, arrows, Home, End, `+`, `-`, `r` for backwards, `m` for the
/// mode). Every frame is shown with exactly the pixels that were drawn: frames are PNG files, of which each holds
/// what changed since an earlier one, so that the page is small and jumps are fast all the same.
///
/// Frames are inside the page by default; in matplotlib they are not unless the page is made by `to_jshtml`. With
/// [`with_embed_frames(false)`](Self::with_embed_frames) they become whole PNG files in a folder beside the page:
/// `wave_frames/frame0000000.png` and so on for `wave.html`.
///
/// The title and other metadata become the page's; `artist` is its author and `comment` its description. Films may be
/// transparent, and frames may have durations of their own. Browsers show pictures of up to 8192 × 8192 pixels, those
/// of phones of about 4096 × 4096.
///
/// ```
/// use plotreel::{Destination, Figure, HTMLWriter, MemoryFile, Metadata, MovieWriterExt, PlayMode};
///
/// let mut fig = Figure::new((1.6, 1.2), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 0.0])?;
/// fig[ax].set_ylim(0.0, 1.0)?;
///
/// let writer = HTMLWriter::new(10)
///     .with_default_mode(PlayMode::Reflect)
///     .with_metadata(Metadata::new().with("title", "A seesaw"));
/// let page = MemoryFile::new(); // or a path: "seesaw.html"
/// let mut movie = writer.saving(&fig, Destination::memory(&page, "html"), 100.0)?;
/// for i in 0..=10 {
///     let y = f64::from(i) / 10.0;
///     fig[line].set_ydata(&[y, 1.0 - y])?;
///     movie.grab_frame(&fig)?;
/// }
/// movie.finish()?;
/// assert!(page.take().starts_with(b"<!doctype html>"));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct HTMLWriter {
    fps: Fps,
    embed_frames: bool,
    embed_limit: f64,
    default_mode: PlayMode,
    metadata: Metadata,
}

impl HTMLWriter {
    /// A writer of `fps` frames a second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self {
            fps: fps.into(),
            embed_frames: true,
            embed_limit: EMBED_LIMIT,
            default_mode: PlayMode::default(),
            metadata: Metadata::new(),
        }
    }

    /// Refuses settings that a page can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &[])?;
        let default_mode = match settings.loop_count {
            None | Some(0) => PlayMode::Loop,
            Some(1) => PlayMode::Once,
            Some(count) => {
                return Err(Error::Option {
                    writer: NAME.into(),
                    option: format!("a loop count of {count}"),
                    advice: "choose 1 for once, or 0 for ever".into(),
                });
            }
        };
        Ok(Self::new(settings.fps)
            .with_default_mode(default_mode)
            .with_metadata(settings.metadata.clone()))
    }

    /// Whether the frames are inside the page (the default) or in a folder beside it.
    pub fn with_embed_frames(mut self, embed: bool) -> Self {
        self.embed_frames = embed;
        self
    }

    /// Megabytes (of 1024 × 1024 bytes) above which a page with its frames inside is too large to be handy: 20 without
    /// this.
    ///
    /// A page that grows beyond it is warned of once in the log. It stays whole: matplotlib drops the frames that are
    /// too many.
    pub fn with_embed_limit(mut self, megabytes: f64) -> Self {
        self.embed_limit = megabytes;
        self
    }

    /// What the player does at the end until another mode is chosen on the page: [`PlayMode::Loop`] without this.
    pub fn with_default_mode(mut self, mode: PlayMode) -> Self {
        self.default_mode = mode;
        self
    }

    /// What the page says about itself.
    pub fn with_metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    fn check(&self, outfile: &Output) -> Result<()> {
        if self.embed_limit.is_nan() || self.embed_limit < 0.0 {
            return Err(Error::Setting {
                name: "embed_limit",
                value: self.embed_limit.to_string(),
                expected: "megabytes, such as 20.0",
            });
        }
        if !self.embed_frames && outfile.keeps_partial() {
            return Err(Error::Option {
                writer: NAME.into(),
                option: "a partial film with its frames in a folder".into(),
                advice: "embed the frames, or discard what can't be finished".into(),
            });
        }
        self.check_available(outfile.suffix())
    }
}

impl MovieWriter for HTMLWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.fps
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .html, or choose another writer";
        check_suffix(NAME, &SUFFIXES, suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check(outfile)?;
        let (file, path) = match outfile.sink() {
            Sink::File(path) => {
                let file = OpenOptions::new().write(true).truncate(true).open(path);
                (file, path.to_owned())
            }
            Sink::Stream(file) => (file.try_clone(), "the stream".into()),
            Sink::Nothing | Sink::Frames(_) | Sink::Url(_) => {
                return Err(Error::Destination {
                    path: "the URL".into(),
                    reason: "the writer \"html\" writes files and streams only".into(),
                    advice: "choose a file".into(),
                });
            }
        };
        let file = file.map_err(|e| Error::io(&path, e))?;
        let frames = match self.embed_frames {
            true => Frames::Embedded {
                limit: (self.embed_limit * 1024.0 * 1024.0) as u64,
            },
            false => {
                let folder = outfile.companion(FOLDER, sink::is_frame)?;
                Frames::Folder {
                    path: folder.path().to_owned(),
                    name: folder.name().to_owned(),
                }
            }
        };
        let page = Page::begin(file, path, &self.metadata)?;
        let sink = HTMLSink::start(page, frames, format, self.default_mode, &self.metadata)?;
        Ok(Box::new(sink))
    }
}
