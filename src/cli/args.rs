//! The command line arguments.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::annotate::LabelPosition;
use crate::colors::ColorSpec;
use crate::writers::{Fps, PageFrames, PlayMode};
use crate::{Colormap, Norm};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::cli::input::{Layout, RawFormat};

/// Turns arrays into films the way a matplotlib script does.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Print more messages; give it twice for all details.
    #[arg(short, long, global = true, action = ArgAction::Count, conflicts_with = "quiet")]
    pub(crate) verbose: u8,

    /// Print errors only.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a film of arrays or pictures.
    Render(Box<Render>),
    /// Join the parts of a film without encoding them again.
    Concat(Concat),
    /// List the available formats and writers, and why others are not available.
    Writers {
        /// The ffmpeg to query.
        #[arg(long, value_name = "PATH")]
        ffmpeg: Option<PathBuf>,
    },
    /// Print completions for a shell.
    Completions { shell: Shell },
}

#[derive(Debug, Args)]
pub(crate) struct Render {
    /// Arrays (.npy, .npz) or pictures (PNG, JPEG, GIF, WebP, TIFF, BMP, PBM to PPM, PAM, with all frames of animations
    /// and all pages), a folder, a quoted glob or a pattern (frame%04d.png) of them, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<OsString>,

    /// The film; its suffix determines the container. - is standard output; the writer null needs no output.
    #[arg(short, long, value_name = "OUT", allow_hyphen_values = true)]
    pub(crate) output: Option<OsString>,

    /// Frames per second: 30, 29.97 or 30000/1001.
    #[arg(long, default_value = "30", allow_hyphen_values = true)]
    pub(crate) fps: Fps,

    /// Pixels per inch of the figure, which determine the size of ticks, titles and labels; 100 by default. It does not
    /// change the size of the image.
    #[arg(long, value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) dpi: Option<f64>,

    /// The writer: auto, or a name that `plotreel writers` lists.
    #[arg(long, default_value = "auto")]
    pub(crate) writer: String,

    /// The ffmpeg to run.
    #[arg(long, value_name = "PATH")]
    pub(crate) ffmpeg: Option<PathBuf>,

    /// The codec, by ffmpeg's name.
    #[arg(long)]
    pub(crate) codec: Option<String>,

    /// The bitrate in kilobits per second.
    #[arg(long, value_name = "KBPS")]
    pub(crate) bitrate: Option<u32>,

    /// An output argument for ffmpeg; repeatable.
    #[arg(long, value_name = "ARG", allow_hyphen_values = true)]
    pub(crate) ffmpeg_arg: Vec<String>,

    /// Seconds that ffmpeg may take for one frame before it is stopped.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) stall_timeout: Option<std::time::Duration>,

    /// The film's title; by default Animation, and for a page its file name.
    #[arg(long)]
    pub(crate) title: Option<String>,

    /// The film's artist.
    #[arg(long)]
    pub(crate) artist: Option<String>,

    /// A comment in the film.
    #[arg(long)]
    pub(crate) comment: Option<String>,

    /// Other metadata; repeatable.
    #[arg(long, value_name = "K=V", value_parser = key_value)]
    pub(crate) metadata: Vec<(String, String)>,

    /// A style for ticks, titles and background: one of matplotlib's style sheets, or a file of rcParams that ends in
    /// .mplstyle; repeatable, later ones over earlier ones.
    #[arg(long, value_name = "NAME")]
    pub(crate) style: Vec<String>,

    /// The colormap of scalar frames, by matplotlib's name; viridis by default.
    #[arg(long, value_parser = Colormap::named)]
    pub(crate) cmap: Option<Colormap>,

    /// linear, centered:VCENTER, log, symlog:LINTHRESH, asinh:WIDTH, power:GAMMA, twoslope:VCENTER or boundary:A,B,C; linear by default.
    #[arg(long)]
    pub(crate) norm: Option<Norm>,

    /// The value of the lowest colour; for the default see --autoscale.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmin: Option<f64>,

    /// The value of the highest colour; for the default see --autoscale.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmax: Option<f64>,

    /// The source of limits that are not given: the first frame, as in matplotlib, or the whole film, which is then
    /// read twice.
    #[arg(long, value_enum, default_value = "first")]
    pub(crate) autoscale: Autoscale,

    /// The values of zero and full intensity in colour frames; by default 0..255 for integers, 0..1 for floats.
    #[arg(long, value_name = "LO..HI", value_parser = range, allow_hyphen_values = true)]
    pub(crate) range: Option<(f64, f64)>,

    /// Keep alpha, in formats that support it: .gif, .apng, .webp, .png, .html, .webm and .mov.
    #[arg(long)]
    pub(crate) transparent: bool,

    /// Film pixels along each side of an array element.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "size")]
    pub(crate) scale: Option<u32>,

    /// The film's size; frames keep their aspect ratio, and the rest is white or has ticks, titles and the colorbar.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(crate) size: Option<(u32, u32)>,

    /// The meaning of the arrays' axes; by default determined from their shapes.
    #[arg(long, value_enum, ignore_case = true)]
    pub(crate) layout: Option<Layout>,

    /// The channel order of arrays and raw frames with three or four channels.
    #[arg(long, value_enum, ignore_case = true, value_name = "ORDER")]
    pub(crate) channels: Option<Channels>,

    /// Read raw frames of this shape and type, such as 480x640x3:u8.
    #[arg(long, value_name = "HxWxC:DTYPE", conflicts_with_all = ["layout", "key"])]
    pub(crate) raw: Option<RawFormat>,

    /// The array of an .npz file; by default its only array, or all arrays as frames of one film.
    #[arg(long, value_name = "NAME")]
    pub(crate) key: Option<String>,

    /// The maximum number of pixels of a picture; 134217728 by default. Larger pictures are rejected.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_pixels: Option<u64>,

    /// The container, such as mp4, if the suffix does not determine it.
    #[arg(long, value_name = "F")]
    pub(crate) format: Option<String>,

    /// Write only these frames, counted from 0: 250..500, 250.. or ..250. The first frame of all still determines limits
    /// that are not given.
    #[arg(long, value_name = "A..B", value_parser = frames)]
    pub(crate) frames: Option<std::ops::Range<u64>>,

    /// Mark the film as the part of the whole that has the frames of --frames; `plotreel concat` joins all parts.
    #[arg(long, requires = "frames")]
    pub(crate) part: bool,

    /// Make every N-th frame of the whole film a keyframe, where parts may begin.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) keyframes: Option<u64>,

    /// Keep the frames so far as OUT.partial.EXT if the film fails.
    #[arg(long)]
    pub(crate) keep_partial: bool,

    /// Whether to show a progress bar.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) progress: Progress,

    /// Print how long reading, drawing and waiting for the writer took, and which of them is the limit.
    #[arg(long)]
    pub(crate) timings: bool,

    /// How often a .gif, .apng or .webp plays; 0 loops forever. For a page, 1 plays once.
    #[arg(long, value_name = "N")]
    pub(crate) loop_count: Option<u32>,

    #[command(flatten)]
    pub(crate) page: Page,

    #[command(flatten)]
    pub(crate) annotations: Annotate,
}

impl Render {
    /// Whether limits, norm, colormap or colorbar are given, so that grey pictures are scalar data.
    pub(crate) fn maps_numbers(&self) -> bool {
        self.vmin.is_some()
            || self.vmax.is_some()
            || self.cmap.is_some()
            || self.norm.is_some()
            || self.annotations.colorbar.is_some()
    }
}

#[derive(Debug, Args)]
pub(crate) struct Concat {
    /// The parts, in any order: files, or folders or patterns (part0/frame%04d.png) of numbered PNG files.
    #[arg(required = true, value_name = "PART")]
    pub(crate) parts: Vec<PathBuf>,

    /// The film, of the same format, or the folder or pattern of numbered PNG files. - is standard output, for films
    /// that are not by ffmpeg.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: OsString,

    /// The ffmpeg to run, for films by ffmpeg.
    #[arg(long, value_name = "PATH")]
    pub(crate) ffmpeg: Option<PathBuf>,
}

// No doc comment: it would replace the command's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pages (.html)")]
pub(crate) struct Page {
    /// Whether frames are images or a video: auto, images or video.
    #[arg(long, value_name = "FRAMES")]
    pub(crate) frame_format: Option<PageFrames>,

    /// Whether frames are embedded in the page or, with false, in a folder beside it.
    #[arg(long, value_name = "BOOL")]
    pub(crate) embed_frames: Option<bool>,

    /// The size of a page in MiB above which a warning is printed.
    #[arg(long, value_name = "MIB", value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) embed_limit: Option<f64>,

    /// What the player does at the end: once, loop or reflect.
    #[arg(long, value_name = "MODE")]
    pub(crate) default_mode: Option<PlayMode>,
}

// No doc comment: it would replace the command's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Annotations")]
pub(crate) struct Annotate {
    /// Draw ticks and spines around the image.
    #[arg(long)]
    pub(crate) axes: bool,

    /// Draw a colorbar, with an optional label: --colorbar='T / K'.
    #[arg(long, value_name = "LABEL", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub(crate) colorbar: Option<String>,

    /// A title above the image; placeholders as in --label.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title_text: Option<String>,

    /// A text over the image; repeatable: 'frame {frame}  t = {time:.2} s'. Placeholders are frame, frames, time and
    /// the columns of --table. Text between dollar signs is mathematical notation, including its braces: '$x^{2}$'.
    #[arg(long, value_name = "TEXT")]
    pub(crate) label: Vec<String>,

    /// The position of a label: top-left, top, top-right, bottom-left, bottom, bottom-right, or a column and a row of
    /// the image such as 12,40; repeatable, once per label.
    #[arg(long, value_name = "WHERE", allow_hyphen_values = true)]
    pub(crate) label_position: Vec<LabelPosition>,

    /// The font of all texts: a family that is installed or a .ttf or .otf file; repeatable, for what the first lacks.
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) font: Vec<String>,

    /// Font size of labels and scale bar in points; by default it depends on the size of the image.
    #[arg(long, value_name = "POINTS", value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) label_size: Option<f64>,

    /// Colour of labels and scale bar, as in matplotlib.
    #[arg(long, value_name = "COLOR")]
    pub(crate) label_color: Option<ColorSpec>,

    /// Background colour of labels and scale bar; with none their letters have an outline.
    #[arg(long, value_name = "COLOR")]
    pub(crate) label_background: Option<ColorSpec>,

    /// A CSV file with one row per frame, whose columns are placeholders; separated by commas, semicolons or tabs.
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) table: Option<PathBuf>,

    /// A CSV file of boxes to draw: frame, x, y, width, height and, optionally, text and color; in pixels of the image,
    /// frames from 0.
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) boxes: Option<PathBuf>,

    /// A scale bar with a length in pixels of the image and a text: --scale-bar '50=10 µm'.
    #[arg(long, value_name = "PIXELS=TEXT", value_parser = scale_bar, allow_hyphen_values = true)]
    pub(crate) scale_bar: Option<(f64, String)>,

    /// The position of the scale bar, as --label-position; bottom-right by default.
    #[arg(long, value_name = "WHERE", allow_hyphen_values = true)]
    pub(crate) scale_bar_position: Option<LabelPosition>,
}

/// The order of channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Channels {
    /// Red, green, blue and, with four channels, alpha; the default.
    #[value(alias = "rgba")]
    Rgb,
    /// Blue, green, red and, with four channels, alpha, as in OpenCV.
    #[value(alias = "bgra")]
    Bgr,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Progress {
    /// If standard error is a terminal.
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

fn frames(text: &str) -> Result<std::ops::Range<u64>, String> {
    let number = |text: &str, open: u64| match text {
        "" => Some(open),
        text => text.parse().ok(),
    };
    let ends = text.split_once("..");
    let ends = ends.and_then(|(first, end)| Some(number(first, 0)?..number(end, u64::MAX)?));
    ends.filter(|frames| !frames.is_empty()).ok_or_else(|| {
        "expected the first frame and the one after the last, such as 250..500".into()
    })
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
        _ => Err("expected two integers above 0, such as 1280x720".into()),
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
