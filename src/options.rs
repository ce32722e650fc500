//! How films of arrays are drawn and written.

use std::path::PathBuf;
use std::time::Duration;

use crate::annotations::{Annotations, Boxes, Label, Moment, Notes, Room, ScaleBar, Table};
use crate::artists::AxesImage;
use crate::canvas::{FrameSize, Interpolation};
use crate::color::{Colormap, Norm};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::source::ImageSource;
use crate::writers::{
    AbortHandle, Destination, Fps, Metadata, Movie, MovieOptions, MovieWriterRegistry, OnError,
    PageFrames, PlayMode, WriterChoice, WriterSettings,
};

/// How [`write_animation`](crate::write_animation) draws and writes.
///
/// The defaults are those of the function that it comes from: dpi 50, fps 30, title "Animation", no comment. Only the
/// writer differs: "auto", which is ffmpeg where it is found and else, for `.mp4`, the embedded encoder.
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
    room: Room,
    title: String,
    comment: Option<String>,
    metadata: Metadata,
    choice: WriterChoice,
    settings: WriterSettings,
    cmap: Colormap,
    norm: Norm,
    vmin: Option<f64>,
    vmax: Option<f64>,
    annotations: Annotations,
    frame_count: Option<u64>,
}

impl WriteOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self {
            dpi: 50.0,
            room: Room::Scaled(1),
            title: "Animation".into(),
            comment: None,
            metadata: Metadata::new(),
            choice: WriterChoice::auto(),
            settings: WriterSettings::new(30),
            cmap: Colormap::default(),
            norm: Norm::default(),
            vmin: None,
            vmax: None,
            annotations: Annotations::default(),
            frame_count: None,
        }
    }

    /// Frames a second: a whole number, a fraction such as `(30000, 1001)`, or a float.
    pub fn with_fps(mut self, fps: impl Into<Fps>) -> Self {
        self.settings.fps = fps.into();
        self
    }

    /// Pixels an inch of the figure: how large ticks and titles are. It does not change the size of the image.
    pub fn with_dpi(mut self, dpi: f64) -> Self {
        self.dpi = dpi;
        self
    }

    /// Enlarges each array element to `scale` × `scale` film pixels.
    pub fn with_scale(mut self, scale: u32) -> Self {
        self.room = Room::Scaled(scale);
        self
    }

    /// The film's size in pixels; frames are scaled into its middle with their shape kept, the rest is white or has
    /// ticks, titles and the colorbar.
    pub fn with_size(mut self, width: u32, height: u32) -> Self {
        self.room = Room::Fixed(FrameSize { width, height });
        self
    }

    /// The film's title.
    pub fn with_title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// The film's artist; "plotreel" without this.
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
        self.metadata.set(key, value);
        self
    }

    /// The writer's name (see [`MovieWriterRegistry`]), or "auto".
    pub fn with_writer(mut self, name: &str) -> Self {
        name.clone_into(&mut self.choice.name);
        self
    }

    /// The writers that names are looked up in.
    pub fn with_writers(mut self, writers: MovieWriterRegistry) -> Self {
        self.choice.writers = writers;
        self
    }

    /// ffmpeg's name of the codec.
    pub fn with_codec(mut self, codec: &str) -> Self {
        self.settings.codec = Some(codec.to_owned());
        self
    }

    /// Kilobits a second.
    pub fn with_bitrate(mut self, kbps: u32) -> Self {
        self.settings.bitrate = Some(kbps);
        self
    }

    /// Arguments for ffmpeg's output, after ours.
    pub fn with_extra_args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.settings.extra_args = args.into_iter().map(Into::into).collect();
        self
    }

    /// The ffmpeg to run.
    pub fn with_program(mut self, program: impl Into<PathBuf>) -> Self {
        self.settings.program = Some(program.into());
        self
    }

    /// How long ffmpeg may take over one frame before it is stopped with an error.
    pub fn with_stall_timeout(mut self, timeout: Duration) -> Self {
        self.settings.stall_timeout = Some(timeout);
        self
    }

    /// How often a film of pictures (GIF, APNG, WebP) plays; 0, for ever, without this.
    pub fn with_loop_count(mut self, plays: u32) -> Self {
        self.settings.loop_count = Some(plays);
        self
    }

    /// Whether the frames in a page are images or a video.
    pub fn with_frame_format(mut self, frames: PageFrames) -> Self {
        self.settings.frame_format = Some(frames);
        self
    }

    /// Whether a page has its frames inside, or in a folder beside it: see
    /// [`HTMLWriter::with_embed_frames`](crate::HTMLWriter::with_embed_frames).
    pub fn with_embed_frames(mut self, embed: bool) -> Self {
        self.settings.embed_frames = Some(embed);
        self
    }

    /// MiB above which a page is warned of in the log; 20 without this. It stays whole.
    pub fn with_embed_limit(mut self, mebibytes: f64) -> Self {
        self.settings.embed_limit = Some(mebibytes);
        self
    }

    /// What a page's player does at the end of the film.
    pub fn with_default_mode(mut self, mode: PlayMode) -> Self {
        self.settings.default_mode = Some(mode);
        self
    }

    /// The colormap of scalar frames; viridis without this.
    pub fn with_cmap(mut self, cmap: Colormap) -> Self {
        self.cmap = cmap;
        self
    }

    /// The norm of scalar frames; linear without this, with limits from the first frame.
    pub fn with_norm(mut self, norm: Norm) -> Self {
        self.norm = norm;
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

    /// Draws ticks and spines around the image, whose pixels they count. The film becomes larger by what they need.
    pub fn with_axes(mut self, axes: bool) -> Self {
        self.annotations.axes = axes;
        self
    }

    /// Draws a colorbar at the right of the image, with a label that may be empty. Frames must be scalar.
    pub fn with_colorbar(mut self, label: impl Into<String>) -> Self {
        self.annotations.colorbar = Some(label.into());
        self
    }

    /// Writes a title above the image, with the placeholders of a [`Label`].
    pub fn with_title_text(mut self, text: impl Into<String>) -> Self {
        self.annotations.title = Some(text.into());
        self
    }

    /// Writes a text over the image; once for each.
    pub fn with_label(mut self, label: Label) -> Self {
        self.annotations.labels.push(label);
        self
    }

    /// The values of further placeholders, one row a frame.
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

    /// Says how many frames there will be, for `{frames}` in labels, where the iterator does not know.
    pub fn with_frame_count(mut self, frames: u64) -> Self {
        self.frame_count = Some(frames);
        self
    }

    /// Names the container where the suffix does not.
    pub fn with_format(mut self, format: &str) -> Self {
        self.choice.format = Some(format.to_owned());
        self
    }

    /// What becomes of a film that can't be finished.
    pub fn with_on_error(mut self, on_error: OnError) -> Self {
        self.choice.on_error = Some(on_error);
        self
    }

    /// What can abort the film from another thread.
    pub fn with_abort_handle(mut self, abort: AbortHandle) -> Self {
        self.choice.abort = abort;
        self
    }

    /// Refuses what can be known without a frame.
    ///
    /// `known` is how many frames the iterator promises.
    pub(crate) fn check(&self, known: Option<u64>) -> Result<()> {
        self.settings.fps.check()?;
        self.annotations.check(self.frame_count.or(known))?;
        if self.dpi > 0.0 && self.dpi.is_finite() {
            return Ok(());
        }
        Err(Error::Setting {
            name: "dpi",
            value: self.dpi.to_string(),
            expected: "pixels an inch above 0, such as 100",
        })
    }

    /// What a frame is called in labels.
    pub(crate) fn moment(&self, frame: u64, known: Option<u64>) -> Moment {
        let fps = self.settings.fps;
        Moment {
            frame,
            frames: self.frame_count.or(known),
            time: frame as f64 * f64::from(fps.den()) / f64::from(fps.num()),
        }
    }

    /// A figure that shows the first frame, and what of it follows the others.
    pub(crate) fn figure(
        &self,
        first: &impl ImageSource,
        moment: Moment,
    ) -> Result<(Figure, Handle<AxesImage>, Notes<'_>)> {
        // The figure's size is that of the frame, which is not known before there is an image.
        let mut fig = Figure::new((1.0, 1.0), self.dpi);
        let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
        fig[ax].set_axis_off();
        let handle = fig[ax].imshow(first)?;
        let image = &mut fig[handle];
        image.set_interpolation(Interpolation::Nearest);
        image.set_cmap(self.cmap.clone());
        let mut norm = self.norm.clone();
        norm.set_clim(self.vmin, self.vmax);
        image.set_norm(norm);
        if let (Some(vmin), Some(vmax)) = image.clim()
            && vmin == vmax
        {
            log::warn!(
                "all of the first frame is {vmin}, so that the whole film gets one colour: give vmin and vmax"
            );
        }
        let notes = self
            .annotations
            .add_to(&mut fig, (ax, handle), self.room, moment)?;
        Ok((fig, handle, notes))
    }

    /// Begins the film.
    pub(crate) fn begin(&self, fig: &Figure, out_file: Destination) -> Result<Movie> {
        let mut settings = self.settings.clone();
        settings.metadata =
            Metadata::of_animation(&self.title, self.comment.as_deref(), &self.metadata);
        let options = MovieOptions::new(self.dpi);
        self.choice.begin(fig, out_file, &settings, &options)
    }
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self::new()
    }
}
