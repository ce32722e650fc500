//! A film as an HTML page with a player.

mod embed_limit;
mod encode;
mod escape;
mod images;
mod page;
mod page_frames;
mod palette;
mod play_mode;
mod sink;
#[cfg(feature = "openh264")]
mod video;
#[cfg(not(feature = "openh264"))]
#[path = "no_video.rs"]
mod video;

use crate::error::{Error, Result};
use crate::writers::metadata::DEFAULT_TITLE;
use crate::writers::spool::Spool;
use crate::writers::{
    Fps, FrameFormat, FrameSink, MovieWriter, Output, WriterSettings, check_suffix,
    settings_setters,
};
pub(crate) use embed_limit::EmbedLimit;
use page::Page;
pub use page_frames::PageFrames;
pub use play_mode::PlayMode;
use sink::{Frames, HTMLSink};
use video::Video;

const NAME: &str = "html";
/// Ends the name of the folder with the frames.
const FOLDER: &str = "_frames";
/// Metadata that are instructions to browsers and robots, not descriptions of a page.
const STEERING: [&str; 6] = [
    "viewport",
    "referrer",
    "color-scheme",
    "theme-color",
    "robots",
    "generator",
];

/// Writes a film as one HTML page with a player, which any browser shows without a network connection.
///
/// The page plays, pauses and steps forwards and backwards, to the first and the last frame, at any speed, once, in a
/// loop or back and forth, by mouse, touch and keys (space, arrows, Home, End, `+`, `-`, `r` for backwards, `m` for the
/// mode). Every step shows exactly the requested frame.
///
/// Frames are PNG files, each of which holds the difference from an earlier one; they are lossless. If a large page
/// would be much smaller as a high-quality video, as for smooth images, it becomes one;
/// [`with_frame_format`](Self::with_frame_format) chooses one or the other.
///
/// Frames are embedded in the page by default; in matplotlib only if the page is made by `to_jshtml`. With
/// [`with_embed_frames(false)`](Self::with_embed_frames) they become full-frame PNG files in a folder beside the page:
/// `wave_frames/frame0000000.png` and so on for `wave.html`. A list of them there, `frames.txt`, lets the next page of
/// this name replace the folder; a folder that holds other files is not changed, and writing the page is an error.
///
/// The title and other metadata become the page's; without a title the page is named after its file. `artist` is its
/// author and `comment` its description. Films may be transparent, and frames may have their own durations. Browsers
/// show pictures of up to 8192 × 8192 pixels, phone browsers about 4096 × 4096.
///
/// ```
/// use plotreel::{Figure, HTMLWriter, MovieWriterExt};
/// use plotreel::writers::{Destination, MemoryFile, Metadata, PlayMode};
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
    settings: WriterSettings,
}

impl HTMLWriter {
    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self {
            settings: WriterSettings::new(fps),
        }
    }

    /// Refuses settings that a page can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &[])?;
        let refuse = |option: &str, advice: &str| {
            Err(Error::Option {
                writer: NAME.into(),
                option: option.into(),
                advice: advice.into(),
            })
        };
        if let Some(count @ 2..) = settings.loop_count {
            let option = format!("a loop count of {count}");
            return refuse(&option, "choose 1 for once, or 0 to loop forever");
        }
        if settings.loop_count.is_some() && settings.default_mode.is_some() {
            let advice = "leave it out: the default mode sets it";
            return refuse("a loop count beside a default mode", advice);
        }
        if settings.embed_limit.is_some() && settings.embed_frames == Some(false) {
            let advice = "leave it out, or put the frames into the page";
            return refuse("an embed limit for frames in a folder", advice);
        }
        Ok(Self {
            settings: settings.clone(),
        })
    }

    settings_setters! {
        settings:
        embed_frames;
        frame_format;
        embed_limit;
        default_mode;
        metadata;
    }

    fn embeds(&self) -> bool {
        self.settings.embed_frames.unwrap_or(true)
    }

    fn frame_format(&self) -> PageFrames {
        self.settings.frame_format.unwrap_or_default()
    }

    fn default_mode(&self) -> PlayMode {
        let by_count = match self.settings.loop_count {
            Some(1) => PlayMode::Once,
            _ => PlayMode::default(),
        };
        self.settings.default_mode.unwrap_or(by_count)
    }

    fn check(&self, outfile: &Output, format: FrameFormat) -> Result<()> {
        let refuse = |option: String, advice: &str| {
            Err(Error::Option {
                writer: NAME.into(),
                option,
                advice: advice.into(),
            })
        };
        if let Some((key, _)) = self.settings.metadata.iter().find(|(key, _)| steers(key)) {
            let advice = "leave it out, or rename it: browsers would act on it, not show it";
            return refuse(format!("the metadata key \"{key}\""), advice);
        }
        if format.part.is_some() {
            let advice = "pages can't be joined: write parts of a film, and the page of the whole";
            return refuse("a part of a film".into(), advice);
        }
        if self.frame_format() == PageFrames::Video {
            let obstacle = match self.embeds() {
                true => Video::obstacle(format.size, format.transparent),
                false => Some("a folder of frames has no video"),
            };
            if let Some(obstacle) = obstacle {
                let option = format!("frames of {} as a video: {obstacle}", format.size);
                return refuse(option, "keep them as images, or choose \"auto\"");
            }
        }
        self.check_available(outfile.suffix())
    }
}

fn steers(key: &str) -> bool {
    STEERING.iter().any(|name| name.eq_ignore_ascii_case(key))
}

impl MovieWriter for HTMLWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn suffixes(&self) -> &[&str] {
        &["html", "htm"]
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .html, or choose another writer";
        check_suffix(NAME, self.suffixes(), suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check(outfile, format)?;
        let limit = EmbedLimit::new(self.settings.embed_limit)?;
        let (file, spool) = Spool::open(outfile, NAME)?;
        let frames = match self.embeds() {
            true => Frames::Embedded(self.frame_format()),
            false => {
                let folder = outfile.companion(FOLDER)?;
                Frames::Folder {
                    path: folder.path().to_owned(),
                    name: folder.name().clone(),
                }
            }
        };
        let name = outfile.stem();
        let title = (self.settings.metadata.given_title()).or(name.as_deref());
        let title = title.unwrap_or(DEFAULT_TITLE);
        let page = Page::begin(file, spool, title, &self.settings.metadata)?;
        let mode = self.default_mode();
        let (metadata, meter) = (&self.settings.metadata, outfile.meter());
        let sink = HTMLSink::start(page, frames, format, mode, limit, metadata, meter)?;
        Ok(Box::new(sink))
    }
}
