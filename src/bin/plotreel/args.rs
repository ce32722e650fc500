//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use plotreel::{Colormap, Fps, Norm};

use crate::input::{Layout, RawFormat};

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
    /// .npy, .npz, PNG and JPEG files, a folder or a quoted glob of them, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<OsString>,

    /// The film; its suffix chooses the container. - is standard output, the writer null needs none.
    #[arg(short, long, value_name = "OUT", allow_hyphen_values = true)]
    pub(crate) output: Option<OsString>,

    /// Frames a second: 30, 29.97 or 30000/1001.
    #[arg(long, default_value = "30", allow_hyphen_values = true)]
    pub(crate) fps: Fps,

    /// Pixels an inch of the figure; it does not change the film's size.
    #[arg(long, default_value = "100", value_parser = above_zero, allow_hyphen_values = true)]
    pub(crate) dpi: f64,

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

    /// The film's title.
    #[arg(long, default_value = "Animation")]
    pub(crate) title: String,

    /// The film's artist.
    #[arg(long)]
    pub(crate) artist: Option<String>,

    /// A comment in the film.
    #[arg(long)]
    pub(crate) comment: Option<String>,

    /// Any other metadata; once for each.
    #[arg(long, value_name = "K=V", value_parser = key_value)]
    pub(crate) metadata: Vec<(String, String)>,

    /// The colormap of scalar frames, by matplotlib's name.
    #[arg(long, default_value = "viridis", value_parser = Colormap::named)]
    pub(crate) cmap: Colormap,

    /// linear, log, symlog:LINTHRESH, power:GAMMA, twoslope:VCENTER or boundary:A,B,C.
    #[arg(long, default_value = "linear")]
    pub(crate) norm: Norm,

    /// The value of the lowest colour; without it the first frame's smallest.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmin: Option<f64>,

    /// The value of the highest colour; without it the first frame's largest.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub(crate) vmax: Option<f64>,

    /// Film pixels along each side of an array element.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "size")]
    pub(crate) scale: Option<u32>,

    /// The film's size; frames keep their shape, the rest is white.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(crate) size: Option<(u32, u32)>,

    /// The meaning of the arrays' axes; without it by their shapes.
    #[arg(long, value_enum, ignore_case = true)]
    pub(crate) layout: Option<Layout>,

    /// Read raw frames of this shape and type, such as 480x640x3:u8.
    #[arg(long, value_name = "HxWxC:DTYPE", conflicts_with_all = ["layout", "key"])]
    pub(crate) raw: Option<RawFormat>,

    /// The array of an .npz file.
    #[arg(long, value_name = "NAME")]
    pub(crate) key: Option<String>,

    /// The container where the suffix does not name it, such as mp4.
    #[arg(long, value_name = "F")]
    pub(crate) format: Option<String>,

    /// Keep the frames so far as OUT.partial.EXT when something breaks.
    #[arg(long)]
    pub(crate) keep_partial: bool,

    /// Whether to show a progress bar.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) progress: Progress,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Progress {
    /// When standard error is a terminal.
    Auto,
    Always,
    Never,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("expected KEY=VALUE")?;
    if key.is_empty() {
        Err("the key is empty".into())
    } else {
        Ok((key.to_owned(), value.to_owned()))
    }
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
