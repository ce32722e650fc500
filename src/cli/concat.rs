//! The parts of a film become the film.

use super::Outcome;
use super::args::Concat;
use super::report::Report;
use crate::writers::AbortHandle;
use crate::{ConcatOptions, concat_with};

/// Joins the parts.
pub(super) fn concat(args: &Concat, report: &Report, abort: &AbortHandle) -> Outcome {
    let mut options = ConcatOptions::new().with_abort_handle(abort.clone());
    if let Some(program) = &args.ffmpeg {
        options = options.with_program(program);
    }
    let film = concat_with(&args.parts, args.output.as_os_str(), &options)?;
    report.film(&args.output.to_string_lossy(), &film);
    Ok(())
}
