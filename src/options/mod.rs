//! How films of arrays are drawn and written.

mod film;

use std::ops::Range;

use crate::annotations::{Annotations, Boxes, FilmSize, Label, ScaleBar, Table};
use crate::color::{Colormap, Norm};
use crate::error::{Error, Result};
use crate::film::{WriterChoice, choice_setters};
use crate::frame_size::FrameSize;
use crate::image_view::Scratch;
use crate::source::ImageSource;
use crate::style::Style;
use crate::writers::{Fps, WriterSettings, settings_setters};

/// Why a colormap has no effect.
const COLORS: &str = "the frames are RGB and have no colormap";

/// Options of [`write_animation`](crate::write_animation).
///
/// The defaults are dpi 50, fps 30, title "Animation" (for a page its file name), no comment, and the writer "auto",
/// which uses ffmpeg if it is installed and otherwise, for `.mp4`, the embedded encoder.
///
/// ```
/// use plotreel::{Colormap, Norm, WriteOptions};
///
/// let options = WriteOptions::new()
///     .with_fps((30000, 1001))
///     .with_title("Pressure")
///     .with_comment("run 7")
///     .with_cmap(Colormap::named("magma")?)
///     .with_norm(Norm::log())
///     .with_vmin(0.01)
///     .with_scale(2);
/// # let _ = options;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct WriteOptions {
    dpi: f64,
    room: FilmSize,
    title: Option<String>,
    comment: Option<String>,
    choice: WriterChoice,
    settings: WriterSettings,
    cmap: Option<Colormap>,
    norm: Option<Norm>,
    vmin: Option<f64>,
    vmax: Option<f64>,
    range: Option<(f64, f64)>,
    transparent: bool,
    annotations: Annotations,
    style: Style,
    frame_count: Option<u64>,
    /// The frames that are written, if not all.
    frames: Option<Range<u64>>,
    is_part: bool,
    keyframes: Option<u64>,
}

impl WriteOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self {
            dpi: 50.0,
            room: FilmSize::Scaled(1),
            title: None,
            comment: None,
            choice: WriterChoice::auto(),
            settings: WriterSettings::new(30),
            cmap: None,
            norm: None,
            vmin: None,
            vmax: None,
            range: None,
            transparent: false,
            annotations: Annotations::default(),
            style: Style::default(),
            frame_count: None,
            frames: None,
            is_part: false,
            keyframes: None,
        }
    }

    /// The style of the figure: the background, the colours and sizes of ticks, titles and labels, and the default
    /// colormap.
    ///
    /// ```
    /// use plotreel::{Style, WriteOptions};
    ///
    /// let options = WriteOptions::new().with_axes(true).with_style(Style::named(["dark_background"])?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Frames per second: an integer, a fraction such as `(30000, 1001)`, or a float.
    pub fn with_fps(mut self, fps: impl Into<Fps>) -> Self {
        self.settings.fps = fps.into();
        self
    }

    /// Pixels per inch of the figure, which determine the size of ticks and titles, but not that of the image.
    pub fn with_dpi(mut self, dpi: f64) -> Self {
        self.dpi = dpi;
        self
    }

    /// Enlarges each array element to `scale` × `scale` film pixels.
    pub fn with_scale(mut self, scale: u32) -> Self {
        self.room = FilmSize::Scaled(scale);
        self
    }

    /// The film's size in pixels; frames are centred and scaled with their aspect ratio kept, and the rest is white or
    /// has ticks, titles and the colorbar.
    pub fn with_size(mut self, width: u32, height: u32) -> Self {
        self.room = FilmSize::Fixed(FrameSize { width, height });
        self
    }

    /// The film's title.
    pub fn with_title(mut self, title: &str) -> Self {
        self.title = Some(title.to_owned());
        self
    }

    /// The film's artist; "plotreel" by default.
    pub fn with_artist(self, artist: &str) -> Self {
        self.with_metadata("artist", artist)
    }

    /// A comment in the film.
    pub fn with_comment(mut self, comment: &str) -> Self {
        self.comment = Some(comment.to_owned());
        self
    }

    /// Any other key of the film's metadata.
    pub fn with_metadata(mut self, key: &str, value: &str) -> Self {
        self.settings.metadata.set(key, value);
        self
    }

    #[cfg(feature = "cli")]
    pub(crate) fn settings(&self) -> &WriterSettings {
        &self.settings
    }

    /// All writer settings at once, replacing earlier ones; their metadata are added to the film's own.
    pub fn with_settings(mut self, settings: WriterSettings) -> Self {
        let mut metadata = self.settings.metadata;
        for (key, value) in settings.metadata.iter() {
            metadata.set(key, value);
        }
        self.settings = settings;
        self.settings.metadata = metadata;
        self
    }

    choice_setters! {}

    settings_setters! {
        settings:
        codec;
        bitrate;
        extra_args;
        program;
        stall_timeout;
        loop_count;
        frame_format;
        embed_frames;
        embed_limit;
        default_mode;
    }

    /// The colormap of scalar frames; viridis by default.
    pub fn with_cmap(mut self, cmap: Colormap) -> Self {
        self.cmap = Some(cmap);
        self
    }

    /// The norm of scalar frames; by default linear, with limits from the first frame.
    pub fn with_norm(mut self, norm: Norm) -> Self {
        self.norm = Some(norm);
        self
    }

    /// The scalar value of the lowest colour.
    pub fn with_vmin(mut self, vmin: f64) -> Self {
        self.vmin = Some(vmin);
        self
    }

    /// The scalar value of the highest colour.
    pub fn with_vmax(mut self, vmax: f64) -> Self {
        self.vmax = Some(vmax);
        self
    }

    /// Takes limits of scalar frames that are not set yet from all of these frames, instead of from the film's first
    /// frame; the norm must be set before.
    ///
    /// It is for frames that can be read twice: arrays in memory or in a file.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::{WriteOptions, write_animation};
    ///
    /// let frames: Vec<_> = (0..9).map(|i| Array2::from_elem((4, 6), f64::from(i))).collect();
    /// let options = WriteOptions::new().with_limits_of(&frames)?; // 0 to 8; of the first frame they are 0 to 0
    /// # let options = options.with_writer("null");
    /// write_animation(&frames, "film.mp4", &options)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Frame`] with the index of a frame that is not an image, [`Error::NoEffect`] for colour frames.
    pub fn with_limits_of<F: ImageSource>(
        mut self,
        frames: impl IntoIterator<Item = F>,
    ) -> Result<Self> {
        let (mut norm, mut scratch) = (self.norm(), Scratch::default());
        let mut found: Option<(f64, f64)> = None;
        let mut colors = false;
        for (index, frame) in (0..).zip(frames) {
            let view = frame.image_view(&mut scratch).map_err(|e| Error::Frame {
                index,
                source: e.into(),
            })?;
            colors = view.channels() > 1;
            if !colors && let Some((low, high)) = view.extremes(|x| norm.counts(x)) {
                found = found.map_or(Some((low, high)), |f| Some((low.min(f.0), high.max(f.1))));
            }
        }
        if colors && found.is_none() {
            return Err(Error::NoEffect {
                setting: "taking limits from all frames".into(),
                reason: COLORS.into(),
                advice: "omit it, or give frames of one channel".into(),
            });
        }
        norm.autoscale_none(found.into_iter().flat_map(|(low, high)| [low, high]));
        self.norm = Some(norm);
        Ok(self)
    }

    /// The values of zero and full intensity in colour frames, for all channels; values outside are clipped. By default
    /// integers range from 0 to 255, floats from 0 to 1.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::{WriteOptions, write_animation};
    ///
    /// let frames = [array![[[0.0, 127.5, 255.0]]]];
    /// let options = WriteOptions::new().with_range(0.0, 255.0);
    /// # let options = options.with_writer("null");
    /// write_animation(&frames, "film.mp4", &options)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_range(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }

    /// Keeps the alpha of RGBA frames, and omits the white around the image, for formats with alpha (`.gif`, `.apng`,
    /// `.webp`, `.png`, `.html`, `.webm`, `.mov`). Without this frames are composited onto white.
    pub fn with_transparent(mut self, transparent: bool) -> Self {
        self.transparent = transparent;
        self
    }

    /// Draws ticks and spines around the image, in units of its pixels. The film becomes larger to make room.
    pub fn with_axes(mut self, axes: bool) -> Self {
        self.annotations.axes = axes;
        self
    }

    /// Draws a colorbar at the right of the image, or below a wide image, with a label that may be empty.
    /// Frames must be scalar.
    pub fn with_colorbar(mut self, label: impl Into<String>) -> Self {
        self.annotations.colorbar = Some(label.into());
        self
    }

    /// Writes a title above the image, with the placeholders of a [`Label`].
    pub fn with_title_text(mut self, text: impl Into<String>) -> Self {
        self.annotations.title = Some(text.into());
        self
    }

    /// Writes a text over the image; call it once per label.
    pub fn with_label(mut self, label: Label) -> Self {
        self.annotations.labels.push(label);
        self
    }

    /// The values of further placeholders, one row per frame.
    pub fn with_table(mut self, table: Table) -> Self {
        self.annotations.table = Some(table);
        self
    }

    /// Draws boxes over the image.
    pub fn with_boxes(mut self, boxes: Boxes) -> Self {
        self.annotations.boxes = Some(boxes);
        self
    }

    /// Draws a scale bar over the image.
    pub fn with_scale_bar(mut self, bar: ScaleBar) -> Self {
        self.annotations.scale_bar = Some(bar);
        self
    }

    /// The number of frames, for `{frames}` in labels, if the iterator does not know it.
    pub fn with_frame_count(mut self, frames: u64) -> Self {
        self.frame_count = Some(frames);
        self
    }

    /// Writes only these frames, counted from 0. The first frame of all still determines the film's size and the limits
    /// that are not given.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::{WriteOptions, write_animation};
    ///
    /// let frames = (0..100).map(|i| Array2::from_elem((4, 6), f64::from(i)));
    /// let options = WriteOptions::new().with_vmax(99.0).with_frames(90..95);
    /// # let options = options.with_writer("null");
    /// assert_eq!(write_animation(frames, "film.mp4", &options)?.frames, 5);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_frames(mut self, frames: Range<u64>) -> Self {
        self.frames = Some(frames);
        self
    }

    /// Makes the film, with its frames by [`with_frames`](Self::with_frames), a part of the whole, which
    /// [`concat`](crate::concat) joins with the others. The total number of frames must be known.
    pub fn with_part(mut self, is_part: bool) -> Self {
        self.is_part = is_part;
        self
    }

    /// Makes every `every`-th frame a keyframe: see [`MovieOptions::with_keyframes`](crate::MovieOptions::with_keyframes).
    pub fn with_keyframes(mut self, every: u64) -> Self {
        self.keyframes = Some(every);
        self
    }

    /// The frames that are written, of so many if that is known.
    pub(crate) fn frames(&self, known: Option<u64>) -> Range<u64> {
        let Range { start, end } = self.frames.clone().unwrap_or(0..u64::MAX);
        start..end.min(known.unwrap_or(u64::MAX))
    }

    /// Frames per second.
    pub(crate) fn fps(&self) -> Fps {
        self.settings.fps
    }

    /// The norm with the limits that are given.
    pub(crate) fn norm(&self) -> Norm {
        let mut norm = self.norm.clone().unwrap_or_default();
        norm.set_clim(self.vmin, self.vmax);
        norm
    }

    /// The number of frames, if it is known.
    pub(crate) fn frame_count(&self, known: Option<u64>) -> Option<u64> {
        self.frame_count.or(known)
    }
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self::new()
    }
}
