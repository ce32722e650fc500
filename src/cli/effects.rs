//! When options have an effect; one without effect is an error.

use crate::cli::args::{Annotate, Autoscale, Render};
use crate::cli::input::{Content, InputError, Inputs};
use crate::cli::report::Usage;

/// A condition on the arguments.
type When = fn(&Render) -> bool;

/// Whether it has an effect on an input.
type Heeds = fn(Content) -> bool;

/// An option, whether it is given, and when it has an effect.
struct Rule<M> {
    option: &'static str,
    given: When,
    matters: M,
    /// Why it has none, otherwise.
    otherwise: &'static str,
}

/// Rules that depend on the other options.
const BY_OPTIONS: [Rule<When>; 16] = [
    Rule {
        option: "--dpi",
        given: |a| a.dpi.is_some(),
        matters: |a| has_text(&a.annotations) || a.annotations.axes,
        otherwise: "there are no --axes, --colorbar, --title-text, --label, --boxes or --scale-bar",
    },
    Rule {
        option: "--font",
        given: |a| !a.annotations.font.is_empty(),
        matters: |a| has_text(&a.annotations) || a.annotations.axes,
        otherwise: "there are no --axes, --colorbar, --title-text, --label, --boxes or --scale-bar",
    },
    Rule {
        option: "--label-position",
        given: |a| a.annotations.label_position.len() > a.annotations.label.len(),
        matters: |_| false,
        otherwise: "there are more --label-position than --label",
    },
    Rule {
        option: "--label-size",
        given: |a| a.annotations.label_size.is_some(),
        matters: |a| has_labels(&a.annotations) || a.annotations.boxes.is_some(),
        otherwise: "there is no --label, --scale-bar or --boxes",
    },
    Rule {
        option: "--label-color",
        given: |a| a.annotations.label_color.is_some(),
        matters: |a| has_labels(&a.annotations),
        otherwise: "there is no --label or --scale-bar",
    },
    Rule {
        option: "--label-background",
        given: |a| a.annotations.label_background.is_some(),
        matters: |a| has_labels(&a.annotations),
        otherwise: "there is no --label or --scale-bar",
    },
    Rule {
        option: "--scale-bar-position",
        given: |a| a.annotations.scale_bar_position.is_some(),
        matters: |a| a.annotations.scale_bar.is_some(),
        otherwise: "there is no --scale-bar",
    },
    Rule {
        option: "--table",
        given: |a| a.annotations.table.is_some(),
        matters: |a| a.annotations.title_text.is_some() || !a.annotations.label.is_empty(),
        otherwise: "there is no --label or --title-text with its columns",
    },
    Rule {
        option: "--autoscale film",
        given: |a| a.autoscale == Autoscale::Film,
        matters: |a| a.vmin.is_none() || a.vmax.is_none(),
        otherwise: "both --vmin and --vmax are given",
    },
    Rule {
        option: "--channels",
        given: |a| a.channels.is_some(),
        matters: |a| a.raw.as_ref().is_none_or(|raw| raw.channels() > 1),
        otherwise: "the frames of --raw have one channel",
    },
    Rule {
        option: "--title",
        given: |a| a.title.is_some(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
    Rule {
        option: "--artist",
        given: |a| a.artist.is_some(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
    Rule {
        option: "--comment",
        given: |a| a.comment.is_some(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
    Rule {
        option: "--metadata",
        given: |a| !a.metadata.is_empty(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
    Rule {
        option: "--format",
        given: |a| a.format.is_some(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
    Rule {
        option: "--loop-count",
        given: |a| a.loop_count.is_some(),
        matters: writes,
        otherwise: NOTHING_IS_WRITTEN,
    },
];

/// Rules that depend on the inputs.
const BY_INPUTS: [Rule<Heeds>; 4] = [
    Rule {
        option: "--key",
        given: |a| a.key.is_some(),
        matters: |c| c == Content::Archive,
        otherwise: "only .npz files have named arrays",
    },
    Rule {
        option: "--layout",
        given: |a| a.layout.is_some(),
        matters: |c| matches!(c, Content::Array | Content::Archive),
        otherwise: "only .npy and .npz files have named axes",
    },
    Rule {
        option: "--channels",
        given: |a| a.channels.is_some(),
        matters: |c| c != Content::Picture,
        otherwise: "picture formats define their channel order",
    },
    Rule {
        option: "--max-pixels",
        given: |a| a.max_pixels.is_some(),
        matters: |c| c == Content::Picture,
        otherwise: "only pictures have this limit",
    },
];

const NOTHING_IS_WRITTEN: &str = "the writer null writes nothing";

fn writes(args: &Render) -> bool {
    args.writer != "null"
}

/// Whether there is anything to which label styles apply.
fn has_labels(a: &Annotate) -> bool {
    !a.label.is_empty() || a.scale_bar.is_some()
}

/// Whether text is drawn.
fn has_text(a: &Annotate) -> bool {
    has_labels(a) || a.colorbar.is_some() || a.title_text.is_some() || a.boxes.is_some()
}

/// Rejects options without effect because of other options.
pub(crate) fn check_options(args: &Render) -> Result<(), Usage> {
    let idle = BY_OPTIONS
        .iter()
        .find(|rule| (rule.given)(args) && !(rule.matters)(args));
    idle.map_or(Ok(()), |rule| {
        Err(Usage(format!(
            "{} has no effect: {}",
            rule.option, rule.otherwise
        )))
    })
}

/// Rejects options without effect on any of the inputs.
pub(crate) fn check_inputs(args: &Render, inputs: &Inputs) -> Result<(), InputError> {
    let given = || BY_INPUTS.iter().filter(|rule| (rule.given)(args));
    if given().next().is_none() {
        return Ok(());
    }
    let heeds = |rule: &Rule<Heeds>| {
        let mut contents = inputs.contents();
        contents.any(|content| content.is_none_or(|content| (rule.matters)(content)))
    };
    let idle = given().find(|rule| !heeds(rule));
    idle.map_or(Ok(()), |rule| {
        let error = InputError::new(&format!("{} has no effect", rule.option), rule.otherwise);
        Err(error.advise(format!("omit {}", rule.option)))
    })
}
