//! The command line program `plotreel`, a client of the library like any other.

mod annotate;
mod args;
mod concat;
mod effects;
mod input;
mod report;
mod standard_output;
mod timings;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::ops::Range;

use crate::write::write_skipping;
use crate::writers::{
    AbortHandle, Destination, FFMpegWriter, MovieWriterRegistry, OutputKind, WriterSettings,
};
use crate::{OnError, Style, WriteOptions};
use clap::{CommandFactory, Parser};

use self::args::{Autoscale, Cli, Command, Render};
use input::{InputError, Inputs};
use report::{Counter, FAILURE, Report, Usage, one_line};
use standard_output::{shown, standard_output};
use timings::Reading;

/// Runs the program with these arguments, the first of which is its name, and returns its exit code.
///
/// 0 is success, 1 failure, 2 wrong usage. Messages go to standard error, including log messages unless the process
/// already has a logger. `abort` aborts the film; the caller must handle signals.
///
/// ```
/// use plotreel::writers::AbortHandle;
///
/// assert_eq!(plotreel::cli::run(["plotreel", "--version"], &AbortHandle::new()), 0);
/// assert_eq!(plotreel::cli::run(["plotreel", "rendre"], &AbortHandle::new()), 2);
/// ```
pub fn run(
    words: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    abort: &AbortHandle,
) -> u8 {
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) => {
            report::print_clap(&error);
            return u8::try_from(error.exit_code()).unwrap_or(FAILURE);
        }
    };
    let report = Report::new(cli.verbose, cli.quiet);
    let done = match cli.command {
        Command::Render(render) => self::render(&render, &report, abort),
        Command::Concat(args) => concat::concat(&args, &report, abort),
        Command::Writers { ffmpeg } => list_writers(ffmpeg, abort),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "plotreel", &mut script);
            io::stdout().write_all(&script).map_err(Into::into)
        }
    };
    match done {
        Ok(()) => 0,
        Err(error) => report.failure(&*error),
    }
}

type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

fn render(args: &Render, report: &Report, abort: &AbortHandle) -> Outcome {
    effects::check_options(args)?;
    let destination = destination(args)?;
    let options = annotate::with_annotations(options(args), &args.annotations)?;
    let mut options = options
        .with_abort_handle(abort.clone())
        .with_style(style(&args.style, &args.annotations.font)?);
    let inputs = Inputs::open(args)?;
    effects::check_inputs(args, &inputs)?;
    if args.autoscale == Autoscale::Film {
        options = with_limits_of_film(options, args, &inputs)?;
    }
    let tables = [&args.annotations.table, &args.annotations.boxes];
    let read = inputs.files().chain(tables.into_iter().flatten().cloned());
    let destination = destination.with_inputs(read);
    let is_told = args.part || args.annotations.counts_frames();
    let total = match args.part {
        true => Some(inputs.count_frames()?),
        false if is_told || args.frames.is_some() => inputs.frames(),
        false => None,
    };
    check_chosen(args, total)?;
    if let Some(frames) = total.filter(|_| is_told) {
        options = options.with_frame_count(frames);
    }
    let chosen = args.frames.clone().unwrap_or(0..u64::MAX);
    let count = || {
        let total = total.or_else(|| inputs.frames())?;
        Some(total.min(chosen.end).saturating_sub(chosen.start))
    };
    let mut counter = report.progress(args.progress, count);
    let mut reading = Reading::default();
    let frames = Counted {
        inputs,
        counter: &mut counter,
        reading: &mut reading,
        chosen,
        index: 0,
    };
    let suffix = destination.suffix();
    let written = write_skipping(frames, Counted::skip_frames, destination, &options);
    counter.finish();
    let film = written?;
    let shown = args.output.as_deref().map_or("nothing".into(), shown);
    report.film(&shown, &film);
    if args.timings {
        let is_by_ffmpeg = film.writer.starts_with("ffmpeg");
        let faster = is_by_ffmpeg.then(|| faster_args(&options, &suffix));
        let faster = faster.unwrap_or_default();
        for line in reading.report(&film, &faster) {
            report.note(&format!("  {line}"));
        }
    }
    let is_scaled = args.scale.is_some() || args.size.is_some();
    // Pages enlarge small films, pictures are for other programs, and the null writer writes nothing.
    if !is_scaled && !["html", "png", "null"].contains(&&*film.writer) {
        report.hint_at_scale(film.size);
    }
    Ok(())
}

/// Options that make ffmpeg faster.
fn faster_args(options: &WriteOptions, suffix: &str) -> String {
    let writer = FFMpegWriter::from_settings(options.settings().clone());
    let words = writer.faster_args(suffix).iter();
    let words: Vec<_> = words.map(|word| format!("--ffmpeg-arg={word}")).collect();
    words.join(" ")
}

/// Refuses frames that the film does not have, and tells of those that it has not.
fn check_chosen(args: &Render, total: Option<u64>) -> Result<(), InputError> {
    let (Some(chosen), Some(total)) = (&args.frames, total) else {
        return Ok(());
    };
    let shown = || match chosen.end {
        u64::MAX => format!("--frames {}..", chosen.start),
        end => format!("--frames {}..{end}", chosen.start),
    };
    if chosen.start >= total {
        let error = InputError::new(&shown(), format!("the film has {total} frames only"));
        return Err(error.advise("count frames from 0, and the film's end as the end"));
    }
    if chosen.end > total && chosen.end < u64::MAX {
        log::warn!("{}: the film ends after {total} frames", shown());
    }
    Ok(())
}

/// The frames of the inputs; those that are written are counted.
struct Counted<'a> {
    inputs: Inputs,
    counter: &'a mut Counter,
    reading: &'a mut Reading,
    chosen: Range<u64>,
    index: u64,
}

impl Counted<'_> {
    /// Leaves out up to so many frames, and returns how many.
    fn skip_frames(&mut self, frames: u64) -> Result<u64, InputError> {
        let Self {
            inputs, reading, ..
        } = self;
        let skipped = reading.time(|| inputs.skip_frames(frames))?;
        self.index += skipped;
        Ok(skipped)
    }
}

impl Iterator for Counted<'_> {
    type Item = <Inputs as Iterator>::Item;

    fn next(&mut self) -> Option<Self::Item> {
        let Self {
            inputs, reading, ..
        } = self;
        let frame = reading.time(|| inputs.next())?;
        if self.chosen.contains(&self.index) {
            self.counter.count();
        }
        self.index += 1;
        Some(frame)
    }
}

/// Takes limits that are not given from all frames, by reading the inputs once.
fn with_limits_of_film(
    options: WriteOptions,
    args: &Render,
    inputs: &Inputs,
) -> Result<WriteOptions, Box<dyn std::error::Error + Send + Sync>> {
    inputs.check_rereadable()?;
    let mut failed = None;
    let frames = Inputs::open(args)?.map_while(|frame| frame.map_err(|e| failed = Some(e)).ok());
    let options = options.with_limits_of(frames)?;
    match failed {
        // The frames of a truncated file are used.
        Some(error) if !args.keep_partial => Err(error.into()),
        _ => Ok(options),
    }
}

/// matplotlib's.
const DPI: f64 = 100.0;

fn options(args: &Render) -> WriteOptions {
    let mut options = WriteOptions::new()
        .with_fps(args.fps)
        .with_dpi(args.dpi.unwrap_or(DPI))
        .with_writer(&args.writer)
        .with_transparent(args.transparent)
        .with_part(args.part)
        .with_extra_args(args.ffmpeg_arg.iter().cloned());
    // Each given setting as an option of the library.
    macro_rules! given {
        ($($value:expr => $with:ident($given:ident)),* $(,)?) => {$(
            if let Some($given) = $value {
                options = options.$with($given);
            }
        )*};
    }
    given!(
        &args.title => with_title(title),
        &args.artist => with_artist(artist),
        &args.comment => with_comment(comment),
        &args.codec => with_codec(codec),
        &args.ffmpeg => with_program(program),
        &args.format => with_format(format),
        args.bitrate => with_bitrate(kbps),
        args.stall_timeout => with_stall_timeout(timeout),
        args.cmap.clone() => with_cmap(cmap),
        args.norm.clone() => with_norm(norm),
        args.vmin => with_vmin(vmin),
        args.vmax => with_vmax(vmax),
        args.scale => with_scale(scale),
        args.loop_count => with_loop_count(count),
        args.page.frame_format => with_frame_format(frames),
        args.page.embed_frames => with_embed_frames(embed),
        args.page.embed_limit => with_embed_limit(mebibytes),
        args.page.default_mode => with_default_mode(mode),
        args.frames.clone() => with_frames(frames),
        args.keyframes => with_keyframes(every),
    );
    if let Some((width, height)) = args.size {
        options = options.with_size(width, height);
    }
    if let Some((low, high)) = args.range {
        options = options.with_range(low, high);
    }
    for (key, value) in &args.metadata {
        options = options.with_metadata(key, value);
    }
    if args.keep_partial {
        options = options.with_on_error(OnError::KeepPartial);
    }
    options
}

/// The style sheets and files of these names, one over the other, and fonts instead of theirs.
fn style(names: &[String], fonts: &[String]) -> crate::error::Result<Style> {
    let mut names = names.iter();
    let style = names.try_fold(Style::default(), |style, name| {
        match name.ends_with(".mplstyle") {
            true => style.with_file(name),
            false => style.with_named(name),
        }
    })?;
    match fonts.is_empty() {
        true => Ok(style),
        false => style.with_font_family(fonts),
    }
}

/// The named file, or standard output.
fn destination(args: &Render) -> Result<Destination, Box<dyn std::error::Error + Send + Sync>> {
    let output = match &args.output {
        None if args.writer == "null" => OsStr::new("nothing"),
        None => return Err(Usage("--output <OUT> is missing".into()).into()),
        Some(output) => output,
    };
    if output != "-" {
        return Ok(output.into());
    }
    match &args.format {
        Some(format) => standard_output(format),
        None => Err(Usage("-o - needs --format, such as --format mp4".into()).into()),
    }
}

/// A table of suffixes and their writers.
fn list_writers(ffmpeg: Option<std::path::PathBuf>, abort: &AbortHandle) -> Outcome {
    const SUFFIXES: [&str; 13] = [
        "mp4", "m4v", "mov", "mkv", "avi", "webm", "ogv", "avif", "gif", "apng", "webp", "png",
        "html",
    ];
    /// The number of video formats among them.
    const FILMS: usize = 11;
    let registry = MovieWriterRegistry::default();
    let mut settings = WriterSettings::new(30);
    settings.program = ffmpeg;
    settings.abort = abort.clone();
    let mut out = io::stdout().lock();
    for name in registry.list() {
        // Writers without ffmpeg ignore the program.
        let writer = registry.with_settings(name, &settings);
        let writer = writer.or_else(|_| registry.get(name, settings.fps))?;
        let any: &[&str] = match writer.output() {
            OutputKind::Nothing => &[""],
            // It would accept any suffix.
            _ if name.starts_with("ffmpeg") => &SUFFIXES[..FILMS],
            _ => &SUFFIXES,
        };
        let (mut can, mut why) = (Vec::new(), None);
        for suffix in any {
            match writer.check_available(suffix) {
                Ok(()) => can.push(format!(".{suffix}")),
                Err(crate::Error::Aborted) => return Err(crate::Error::Aborted.into()),
                Err(error) => why = why.or(Some(reason(&error))),
            }
        }
        match (&*can, why) {
            _ if writer.output() == OutputKind::Nothing => {
                writeln!(out, "{name:11} nothing: draws only, for benchmarks")?
            }
            ([], Some(why)) => writeln!(out, "{name:11} not available: {}", one_line(&why))?,
            // Formats that only ffmpeg writes are not missing from the others.
            (can, Some(why)) if name.starts_with("ffmpeg") => {
                writeln!(out, "{name:11} {} ({})", can.join(" "), one_line(&why))?
            }
            (can, _) => writeln!(out, "{name:11} {}", can.join(" "))?,
        }
    }
    let auto = registry.with_settings("auto", &settings)?;
    let can: Vec<String> = SUFFIXES
        .iter()
        .filter(|s| auto.check_available(s).is_ok())
        .map(|s| format!(".{s}"))
        .collect();
    writeln!(out, "{:11} {}", "auto", can.join(" "))?;
    Ok(())
}

/// Why a writer can't do something, without its name.
fn reason(error: &crate::Error) -> String {
    match error {
        crate::Error::WriterUnavailable { reason, advice, .. } => format!("{reason}; {advice}"),
        other => other.to_string(),
    }
}
