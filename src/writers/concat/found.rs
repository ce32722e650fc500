//! Parts that were found, and whether they are one film.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::writers::part::Mark;

/// A part, and what its file begins with.
#[derive(Debug)]
pub(in crate::writers) struct Found<H> {
    pub(in crate::writers) path: PathBuf,
    pub(in crate::writers) mark: Mark,
    pub(in crate::writers) head: H,
}

impl<H> Found<H> {
    /// An error of this part.
    pub(in crate::writers) fn error(&self, reason: String, advice: &str) -> Error {
        Error::Part {
            path: self.path.clone(),
            reason,
            advice: advice.into(),
        }
    }

    /// The error for a part that was encoded as another one was not.
    pub(in crate::writers) fn other_settings(&self, other: &Self, advice: &str) -> Error {
        let other = other.path.display();
        self.error(
            format!("its codec settings are not those of {other}"),
            advice,
        )
    }

    /// The error for a part whose frames do not last as long as they should.
    pub(in crate::writers) fn wrong_time(&self, is: f64, due: f64) -> Error {
        let reason = format!("its first frame would be shown at {is:.3} s, not at {due:.3} s");
        let advice = "write this part and the one before it again; where frames have durations of their own, with the \
                      time at which the part begins";
        self.error(reason, advice)
    }
}

/// Puts parts in the order of their frames.
///
/// # Errors
/// [`Error::Part`] for parts of another film, and for frames that are missing or there twice.
pub(in crate::writers) fn complete<H>(mut parts: Vec<Found<H>>) -> Result<Vec<Found<H>>> {
    let Some(first) = parts.first() else {
        return Err(Error::NoFrames);
    };
    for part in &parts {
        if let Some(difference) = part.mark.difference(&first.mark) {
            let reason = format!(
                "it is not of the film of {}: {difference}",
                first.path.display()
            );
            return Err(part.error(reason, "give the parts of one film only"));
        }
    }
    parts.sort_by_key(|part| part.mark.frames.start);
    let mut next = 0;
    let mut before: Option<&Found<H>> = None;
    for part in &parts {
        let start = part.mark.frames.start;
        if start > next {
            let reason = format!("frames {next} to {} before it are missing", start - 1);
            return Err(part.error(reason, MISSING));
        }
        if let Some(before) = before.filter(|_| start < next) {
            let end = part.mark.frames.end.min(next) - 1;
            let other = before.path.display();
            let reason = match before.path == part.path {
                true => "it is given twice".into(),
                false => format!("{other} has its frames {start} to {end}, too"),
            };
            return Err(part.error(reason, "leave one of them out"));
        }
        next = part.mark.frames.end;
        before = Some(part);
    }
    let last = &parts[parts.len() - 1];
    if next < last.mark.film_frames {
        let end = last.mark.film_frames - 1;
        let reason = format!("frames {next} to {end} after it are missing");
        return Err(last.error(reason, MISSING));
    }
    Ok(parts)
}

const MISSING: &str = "give the part that has them, or write it";
