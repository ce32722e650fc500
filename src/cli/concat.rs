//! The parts of a film become the film.

use std::path::Path;

use super::Outcome;
use super::args::Concat;
use super::report::{Report, Usage};
use super::standard_output::{shown, standard_output};
use crate::writers::{AbortHandle, Destination, FrameNames};
use crate::{ConcatOptions, concat_with};

/// Joins the parts.
pub(super) fn concat(args: &Concat, report: &Report, abort: &AbortHandle) -> Outcome {
    let mut options = ConcatOptions::new().with_abort_handle(abort.clone());
    if let Some(program) = &args.ffmpeg {
        options = options.with_program(program);
    }
    let out_file = match &args.output {
        output if output == "-" => standard_output(&format(&args.parts[0])?)?,
        output => output.as_os_str().into(),
    };
    let film = concat_with(&args.parts, out_file, &options)?;
    report.film(&shown(&args.output), &film);
    Ok(())
}

/// The format of a part, which is that of the film.
fn format(part: &Path) -> Result<String, Usage> {
    if part.is_dir() || FrameNames::is_pattern(part) && !part.exists() {
        let text = "numbered PNG files can't be joined to standard output: name a folder";
        return Err(Usage(text.into()));
    }
    Ok(Destination::path(part).suffix())
}
