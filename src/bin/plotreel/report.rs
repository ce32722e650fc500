//! What the user is told: log lines, progress, errors, all on standard error.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::args::Progress;

/// A wrong use of the program that only shows after its arguments were read.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for Usage {}

/// The way to the user.
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
    pub(crate) fn progress(&self, when: Progress, frames: Option<u64>) -> ProgressBar {
        let shown = match when {
            Progress::Auto => io::stderr().is_terminal() && !self.quiet,
            Progress::Always => true,
            Progress::Never => false,
        };
        if !shown {
            return ProgressBar::hidden();
        }
        let terminal = io::stderr().is_terminal();
        let target = if terminal {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        self.bars.set_draw_target(target);
        let template = match frames {
            Some(_) => "{bar:30} {pos}/{len} frames  {per_sec}  {eta} left",
            None => "{spinner} {pos} frames  {per_sec}",
        };
        let bar = frames.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        if terminal {
            self.bars.add(bar).with_style(style)
        } else {
            plain(bar).with_style(style)
        }
    }

    /// A result.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// One line of cause and one of advice, and the code to exit with.
    pub(crate) fn failure(&self, error: &(dyn StdError + 'static)) -> ExitCode {
        if let Some(usage) = error.downcast_ref::<Usage>() {
            self.line(&format!("plotreel: {usage}\n  see plotreel render --help"));
            return ExitCode::from(2);
        }
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match error.downcast_ref::<plotreel::Error>() {
            Some(error) => {
                self.line(&format!(
                    "plotreel: {}\n  {}",
                    one_line(&error.cause()),
                    one_line(&error.advice())
                ));
            }
            None => self.line(&format!("plotreel: {}", one_line(&error.to_string()))),
        }
        ExitCode::FAILURE
    }

    fn line(&self, text: &str) {
        self.bars.suspend(|| {
            let _ = writeln!(io::stderr(), "{text}");
        });
    }
}

/// For a file or pipe, where a bar that is drawn over itself makes no sense: a line from time to time.
fn plain(bar: ProgressBar) -> ProgressBar {
    bar.set_draw_target(ProgressDrawTarget::term_like_with_hz(
        Box::new(PlainLines),
        1,
    ));
    bar
}

/// A "terminal" whose lines stay.
#[derive(Debug)]
struct PlainLines;

impl indicatif::TermLike for PlainLines {
    fn width(&self) -> u16 {
        80
    }

    fn move_cursor_up(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_right(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        writeln!(io::stderr(), "{}", text.trim_end())
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        let text = text.trim_end();
        if text.is_empty() {
            Ok(())
        } else {
            writeln!(io::stderr(), "{text}")
        }
    }

    fn clear_line(&self) -> io::Result<()> {
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        io::stderr().flush()
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
        self.bars.suspend(|| {
            let _ = writeln!(io::stderr(), "plotreel: {kind}{}", record.args());
        });
    }

    fn flush(&self) {}
}
