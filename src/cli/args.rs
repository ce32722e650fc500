//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::{ColorSpec, Colormap, Fps, LabelPosition, Norm, PageFrames, PlayMode};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::cli::input::{Layout, RawFormat};

/// Turns arrays into films the way a matplotlib script does.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Say more; twice for every detail.
    #[arg(short, long, global = true, action = ArgAction::Count, conflicts_with = "quiet")]
    pub(crate) verbose: u8,

    /// Say nothing but errors.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write arrays or pictures to a film.
    Render(Box<Render>),
    /// List what can be written here, by which writer, and why not the rest.
    Writers {
        /// The ffmpeg to ask.
        #[arg(long, value_name = "PATH")]
        ffmpeg: Option<PathBuf>,
    },
    /// Print the completions of a shell.
    Completions { shell: Shell },
}

#[derive(Debug, Args)]
pub(crate) struct Render {
    /// Arrays (.npy, .npz) and pictures (PNG, JPEG, GIF, WebP, TIFF, BMP, PBM to PPM, PAM; animations and pages give all
    /// their frames), a folder, a quoted glob or a pattern (frame%04d.png) of them, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<OsString>,

    /// The film; its suffix chooses the container. - is standard output, the writer null needs none.
    #[arg(short, long, value_name = "OUT", allow_hyphen_values = true)]
    pub(crate) output: Option<OsString>,

    /// Frames a second: 30, 29.97 or 30000/1001.
    #[arg(long, default_value = "30", allow_hyphen_values = true)]
    pub(crate) fps: Fps,

    /// Pixels an inch of the figure: how large ticks, titles and labels are; 100 without this. It does not change the
    /// image's size.
    #[arg(long, value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) dpi: Option<f64>,

    /// The writer: auto, or a name that `plotreel writers` lists.
    #[arg(long, default_value = "auto")]
    pub(crate) writer: String,

    /// The ffmpeg to run.
    #[arg(long, value_name = "PATH")]
    pub(crate) ffmpeg: Option<PathBuf>,

    /// ffmpeg's name of the codec.
    #[arg(long)]
    pub(crate) codec: Option<String>,

    /// Kilobits a second.
    #[arg(long, value_name = "KBPS")]
    pub(crate) bitrate: Option<u32>,

    /// An argument for ffmpeg's output; once for each.
    #[arg(long, value_name = "ARG", allow_hyphen_values = true)]
    pub(crate) ffmpeg_arg: Vec<String>,

    /// Seconds that ffmpeg may take over one frame before it is stopped.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) stall_timeout: Option<std::time::Duration>,

    /// The film's title; without it Animation, and for a page the name of its file.
    #[arg(long)]
    pub(crate) title: Option<String>,

    /// The film's artist.
    #[arg(long)]
    pub(crate) artist: Option<String>,

    /// A comment in the film.
    #[arg(long)]
    pub(crate) comment: Option<String>,

    /// Any other metadata; once for each.
    #[arg(long, value_name = "K=V", value_parser = key_value)]
    pub(crate) metadata: Vec<(String, String)>,

    /// The colormap of scalar frames, by matplotlib's name; viridis without this.
    #[arg(long, value_parser = Colormap::named)]
    pub(crate) cmap: Option<Colormap>,

    /// linear, log, symlog:LINTHRESH, power:GAMMA, twoslope:VCENTER or boundary:A,B,C; linear without this.
    #[arg(long)]
    pub(crate) norm: Option<Norm>,

    /// The value of the lowest colour; without it see --autoscale.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmin: Option<f64>,

    /// The value of the highest colour; without it see --autoscale.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmax: Option<f64>,

    /// Where limits come from that are not given: the first frame, as in matplotlib, or the whole film, which is read
    /// once before.
    #[arg(long, value_enum, default_value = "first")]
    pub(crate) autoscale: Autoscale,

    /// The values of no and of full intensity in colour frames; without it 0..255 for integers, 0..1 for floats.
    #[arg(long, value_name = "LO..HI", value_parser = range, allow_hyphen_values = true)]
    pub(crate) range: Option<(f64, f64)>,

    /// Keep alpha, where the film can have it: .gif, .apng, .webp, .png, .html, .webm and .mov.
    #[arg(long)]
    pub(crate) transparent: bool,

    /// Film pixels along each side of an array element.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "size")]
    pub(crate) scale: Option<u32>,

    /// The film's size; frames keep their shape, the rest is white or has ticks, titles and the colorbar.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(crate) size: Option<(u32, u32)>,

    /// The meaning of the arrays' axes; without it by their shapes.
    #[arg(long, value_enum, ignore_case = true)]
    pub(crate) layout: Option<Layout>,

    /// Which colour comes first in arrays and raw frames of three or four channels.
    #[arg(long, value_enum, ignore_case = true, value_name = "ORDER")]
    pub(crate) channels: Option<Channels>,

    /// Read raw frames of this shape and type, such as 480x640x3:u8.
    #[arg(long, value_name = "HxWxC:DTYPE", conflicts_with_all = ["layout", "key"])]
    pub(crate) raw: Option<RawFormat>,

    /// The array of an .npz file; without this its only one, or all as frames of one film.
    #[arg(long, value_name = "NAME")]
    pub(crate) key: Option<String>,

    /// Pixels that a picture may say it has, 134217728 without this; one of more is refused.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_pixels: Option<u64>,

    /// The container where the suffix does not name it, such as mp4.
    #[arg(long, value_name = "F")]
    pub(crate) format: Option<String>,

    /// Keep the frames so far as OUT.partial.EXT when something breaks.
    #[arg(long)]
    pub(crate) keep_partial: bool,

    /// Whether to show a progress bar.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) progress: Progress,

    /// How often a .gif, .apng or .webp plays, or a page with 1 for once; 0 is for ever.
    #[arg(long, value_name = "N")]
    pub(crate) loop_count: Option<u32>,

    #[command(flatten)]
    pub(crate) page: Page,

    #[command(flatten)]
    pub(crate) annotations: Annotate,
}

impl Render {
    /// Whether limits, norm, colormap or colorbar are given, so that grey pictures are numbers.
    pub(crate) fn maps_numbers(&self) -> bool {
        self.vmin.is_some()
            || self.vmax.is_some()
            || self.cmap.is_some()
            || self.norm.is_some()
            || self.annotations.colorbar.is_some()
    }
}

// No doc comment: it would take the place of the command's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pages (.html)")]
pub(crate) struct Page {
    /// Whether frames are images or a video: auto, images or video.
    #[arg(long, value_name = "FRAMES")]
    pub(crate) frame_format: Option<PageFrames>,

    /// Whether frames are inside the page or, with false, in a folder beside it.
    #[arg(long, value_name = "BOOL")]
    pub(crate) embed_frames: Option<bool>,

    /// MiB above which a page is warned of.
    #[arg(long, value_name = "MIB", value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) embed_limit: Option<f64>,

    /// What the player does at the end: once, loop or reflect.
    #[arg(long, value_name = "MODE")]
    pub(crate) default_mode: Option<PlayMode>,
}

// No doc comment: it would take the place of the command's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Annotations")]
pub(crate) struct Annotate {
    /// Draw ticks and spines around the image.
    #[arg(long)]
    pub(crate) axes: bool,

    /// Draw a colorbar, with a label if you like: --colorbar='T / K'.
    #[arg(long, value_name = "LABEL", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub(crate) colorbar: Option<String>,

    /// A title above the image; placeholders as in --label.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title_text: Option<String>,

    /// A text over the image, once for each: 'frame {frame}  t = {time:.2} s'. Placeholders are frame, frames, time and
    /// the columns of --table. Between dollar signs it is mathematics, with braces of its own: '$x^{2}$'.
    #[arg(long, value_name = "TEXT")]
    pub(crate) label: Vec<String>,

    /// Where a label lies: top-left, top, top-right, bottom-left, bottom, bottom-right, or a column and a row of the
    /// image such as 12,40; once for each label.
    #[arg(long, value_name = "WHERE", allow_hyphen_values = true)]
    pub(crate) label_position: Vec<LabelPosition>,

    /// Font size of labels and scale bar in points; without it by the size of the image.
    #[arg(long, value_name = "POINTS", value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) label_size: Option<f64>,

    /// Colour of labels and scale bar, in matplotlib's spellings.
    #[arg(long, value_name = "COLOR")]
    pub(crate) label_color: Option<ColorSpec>,

    /// Colour behind labels and scale bar; with none their letters have an outline.
    #[arg(long, value_name = "COLOR")]
    pub(crate) label_background: Option<ColorSpec>,

    /// A CSV file with a row a frame, whose columns are placeholders; cells between commas, semicolons or tabs.
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) table: Option<PathBuf>,

    /// A CSV file of boxes to draw: frame, x, y, width, height and, if you like, text and color; in pixels of the
    /// image, frames from 0.
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) boxes: Option<PathBuf>,

    /// A scale bar of so many pixels of the image, with a text: --scale-bar '50=10 µm'.
    #[arg(long, value_name = "PIXELS=TEXT", value_parser = scale_bar, allow_hyphen_values = true)]
    pub(crate) scale_bar: Option<(f64, String)>,

    /// Where the scale bar lies, as --label-position; bottom-right without this.
    #[arg(long, value_name = "WHERE", allow_hyphen_values = true)]
    pub(crate) scale_bar_position: Option<LabelPosition>,
}

/// The order of channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Channels {
    /// Red, green, blue and, if there are four, alpha; so without this.
    #[value(alias = "rgba")]
    Rgb,
    /// Blue, green, red and, if there are four, alpha, as OpenCV has them.
    #[value(alias = "bgra")]
    Bgr,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Progress {
    /// When standard error is a terminal.
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Autoscale {
    /// The first frame that has values.
    First,
    /// All frames.
    Film,
}

fn range(text: &str) -> Result<(f64, f64), String> {
    let ends = text.split_once("..");
    let ends = ends.and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    let rises = |(low, high): &(f64, f64)| low < high && low.is_finite() && high.is_finite();
    ends.filter(rises)
        .ok_or_else(|| "expected two numbers, the lower one first, such as 0..255".into())
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("expected KEY=VALUE")?;
    if key.is_empty() {
        Err("the key is empty".into())
    } else {
        Ok((key.to_owned(), value.to_owned()))
    }
}

fn scale_bar(text: &str) -> Result<(f64, String), String> {
    let (pixels, text) = text
        .split_once('=')
        .ok_or("expected PIXELS=TEXT, such as '50=10 µm'")?;
    Ok((above_zero(pixels)?, text.to_owned()))
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text
        .split_once(['x', 'X'])
        .ok_or("expected WxH, such as 1280x720")?;
    let side = |t: &str| t.trim().parse::<u32>().ok().filter(|n| *n > 0);
    match (side(width), side(height)) {
        (Some(width), Some(height)) => Ok((width, height)),
        _ => Err("expected two whole numbers above 0, such as 1280x720".into()),
    }
}

fn seconds(text: &str) -> Result<std::time::Duration, String> {
    std::time::Duration::try_from_secs_f64(above_zero(text)?).map_err(|e| e.to_string())
}

fn above_zero(text: &str) -> Result<f64, String> {
    let number = text
        .parse::<f64>()
        .ok()
        .filter(|x| *x > 0.0 && x.is_finite());
    number.ok_or_else(|| "expected a number above 0".into())
}
