//! Messages for the user: log, progress, errors, all on standard error.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressState, ProgressStyle};
use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::FrameSize;
use crate::cli::args::Progress;
use crate::cli::input::InputError;
use crate::writers::MovieStats;

/// The exit code of a failure.
pub(super) const FAILURE: u8 = 1;
/// The exit code of wrong usage.
const USAGE: u8 = 2;

/// Wrong usage that is found after parsing the arguments.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for Usage {}

/// Output to the user.
pub(crate) struct Report {
    bars: MultiProgress,
    quiet: bool,
}

impl Report {
    /// Warnings and results, more when `verbose`, errors only when `quiet`.
    pub(crate) fn new(verbose: u8, quiet: bool) -> Self {
        let level = match (quiet, verbose) {
            (true, _) => LevelFilter::Error,
            (false, 0) => LevelFilter::Warn,
            (false, 1) => LevelFilter::Info,
            (false, _) => LevelFilter::Debug,
        };
        let bars = MultiProgress::new();
        if log::set_boxed_logger(Box::new(Logger { bars: bars.clone() })).is_ok() {
            log::set_max_level(level);
        }
        Self { bars, quiet }
    }

    /// A bar of `frames`, or a count if there may be any number of them.
    ///
    /// Frames are counted only if the result is shown: with many inputs that takes a while.
    pub(crate) fn progress(&self, when: Progress, frames: impl FnOnce() -> Option<u64>) -> Counter {
        let terminal = io::stderr().is_terminal();
        let shown = match when {
            Progress::Auto => terminal && !self.quiet,
            Progress::Always => true,
            Progress::Never => false,
        };
        let frames = if shown { frames() } else { None };
        if !(shown && terminal) {
            let bar = ProgressBar::hidden();
            return Counter {
                bar,
                frames,
                done: 0,
                next_line: shown.then(Instant::now),
                started: Instant::now(),
            };
        }
        let template = match frames {
            Some(_) => "{bar:30} {pos}/{len} frames  {rate}  {eta} left",
            None => "{spinner} {pos} frames  {rate}",
        };
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let rate = |state: &ProgressState, out: &mut dyn fmt::Write| {
            let _ = write!(out, "{:.1} frames/s", state.per_sec());
        };
        let bar = frames.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
        let bar = self.bars.add(bar).with_style(style.with_key("rate", rate));
        Counter {
            bar,
            frames,
            done: 0,
            next_line: None,
            started: Instant::now(),
        }
    }

    /// A result.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// The film that was written, by the name that the user gave it.
    pub(crate) fn film(&self, shown: &str, film: &MovieStats) {
        let plural = if film.frames == 1 { "" } else { "s" };
        self.note(&format!(
            "{shown}: {} frame{plural} of {} by {}",
            film.frames, film.size, film.writer
        ));
    }

    /// Prints how to enlarge a small film.
    pub(crate) fn hint_at_scale(&self, size: FrameSize) {
        /// The longer side in pixels that is small on a screen, and that is large enough.
        const FEW: u32 = 240;
        const ENOUGH: u32 = 480;
        let side = size.width.max(size.height);
        if side < FEW {
            let scale = ENOUGH / side;
            self.note(&format!(
                "  it is small: --scale {scale} makes every pixel {scale} by {scale}"
            ));
        }
    }

    /// Prints one line with the cause and one with advice, and returns the exit code.
    pub(crate) fn failure(&self, error: &(dyn StdError + 'static)) -> u8 {
        if let Some(usage) = error.downcast_ref::<Usage>() {
            self.line(&format!("plotreel: {usage}"));
            self.line("  see plotreel render --help");
            return USAGE;
        }
        let (cause, advice) = if let Some(error) = error.downcast_ref::<crate::Error>() {
            let input = error
                .inner()
                .and_then(|inner| inner.downcast_ref::<InputError>());
            (
                error.cause(),
                input.map_or_else(|| error.advice(), |input| input.advice().to_owned()),
            )
        } else if let Some(input) = error.downcast_ref::<InputError>() {
            (input.to_string(), input.advice().to_owned())
        } else {
            (error.to_string(), "see plotreel --help".to_owned())
        };
        self.line(&format!("plotreel: {cause}"));
        // Advice may contain lines of code.
        for line in advice.lines() {
            self.line(&format!("  {line}"));
        }
        FAILURE
    }

    fn line(&self, text: &str) {
        say(&self.bars, text);
    }
}

/// A line on standard error, above the progress bar.
fn say(bars: &MultiProgress, text: &str) {
    let line = one_line(text);
    bars.suspend(|| {
        let _ = writeln!(io::stderr(), "{line}");
    });
}

/// A text as one line that is safe for a terminal: control characters in names and in messages of other programs are
/// escaped.
pub(super) fn one_line(text: &str) -> String {
    let begins = text.len() - text.trim_start_matches(' ').len();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut line = " ".repeat(begins);
    for c in words.join(" ").chars() {
        match acts(c) {
            true => line.extend(c.escape_unicode()),
            false => line.push(c),
        }
    }
    line
}

/// Whether a character controls a terminal or changes the text direction.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Prints clap's help or error message.
pub(super) fn print_clap(error: &clap::Error) {
    let text = error.render().to_string();
    if !text.chars().any(|c| acts(c) && c != '\n') {
        let _ = error.print();
        return;
    }
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "{}", one_line(line));
    }
}

/// Shows the number of frames: a bar on a terminal, one line per second elsewhere.
pub(crate) struct Counter {
    bar: ProgressBar,
    frames: Option<u64>,
    done: u64,
    /// The time of the next line, if there are lines.
    next_line: Option<Instant>,
    started: Instant,
}

impl Counter {
    /// Counts a frame.
    pub(crate) fn count(&mut self) {
        self.done += 1;
        self.bar.inc(1);
        let now = Instant::now();
        if self.next_line.is_some_and(|due| due <= now) {
            self.next_line = Some(now + Duration::from_secs(1));
            let of = self.frames.map(|n| format!("/{n}")).unwrap_or_default();
            let rate = self.done as f64 / (now - self.started).as_secs_f64().max(1e-3);
            let _ = writeln!(io::stderr(), "{}{of} frames  {rate:.1} frames/s", self.done);
        }
    }

    /// Restores the terminal.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Log lines, above the progress bar.
struct Logger {
    bars: MultiProgress,
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let kind = match record.level() {
            Level::Error => "error: ",
            Level::Warn => "warning: ",
            _ => "",
        };
        say(&self.bars, &format!("plotreel: {kind}{}", record.args()));
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_gives_orders_to_a_terminal() {
        for (text, line) in [
            ("a\u{1b}[31mred.npy", "a\\u{1b}[31mred.npy"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("bell\u{7}, del\u{7f}", "bell\\u{7}, del\\u{7f}"),
            ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
            ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("two\r\nlines\tand  spaces", "two lines and spaces"),
            ("  an advice", "  an advice"),
            ("Temperatur in °C – 中文", "Temperatur in °C – 中文"),
        ] {
            assert_eq!(one_line(text), line);
        }
    }
}
