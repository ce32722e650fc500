//! The runs of a line that are shaped by themselves: of one direction, one script and one face.

use std::ops::Range;

use harfrust::unicode::script;
use harfrust::{Direction, Script};
use unicode_bidi::{Level, ParagraphBidiInfo};

/// A part of a text in bytes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) range: Range<usize>,
    pub(super) direction: Direction,
    pub(super) script: Script,
}

/// The runs of a line from left to right, by the Unicode bidirectional algorithm; `choice` is the number of each byte's
/// face. The direction of the whole is that of its first letter.
pub(super) fn runs(text: &str, choice: &[usize]) -> Vec<Run> {
    let scripts = scripts(text);
    let mut all = Vec::new();
    for (range, direction) in levels(text) {
        let parts = parts(text, range, choice, &scripts);
        let parts = parts.into_iter().map(|(range, script)| Run {
            range,
            direction,
            script,
        });
        match direction {
            Direction::RightToLeft => all.extend(parts.rev()),
            _ => all.extend(parts),
        }
    }
    all
}

/// The parts of one direction from left to right.
fn levels(text: &str) -> Vec<(Range<usize>, Direction)> {
    // Nothing below is written from right to left.
    if text.chars().all(|c| c < '\u{590}') {
        return vec![(0..text.len(), Direction::LeftToRight)];
    }
    let info = ParagraphBidiInfo::new(text, None::<Level>);
    let (levels, ranges) = info.visual_runs(0..text.len());
    let directed = ranges.into_iter().map(|range| {
        let rtl = levels.get(range.start).is_some_and(Level::is_rtl);
        let direction = match rtl {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        };
        (range, direction)
    });
    directed.collect()
}

/// The parts of a run of one script and one face.
fn parts(
    text: &str,
    run: Range<usize>,
    choice: &[usize],
    scripts: &[Script],
) -> Vec<(Range<usize>, Script)> {
    let mut parts: Vec<(Range<usize>, Script)> = Vec::new();
    for (at, c) in text[run.clone()].char_indices() {
        let at = run.start + at;
        let end = at + c.len_utf8();
        match parts.last_mut() {
            Some((range, script))
                if *script == scripts[at] && choice[range.start] == choice[at] =>
            {
                range.end = end;
            }
            _ => parts.push((at..end, scripts[at])),
        }
    }
    parts
}

/// The script of each byte: what belongs to no script is of that before it, or of the first one.
fn scripts(text: &str) -> Vec<Script> {
    let neutral = |script| script == Script::COMMON || script == Script::INHERITED;
    let own = text.chars().map(|c| (c, script(c.into())));
    let first = own.clone().map(|(_, script)| script).find(|s| !neutral(*s));
    let mut last = first.unwrap_or(Script::COMMON);
    let mut scripts = Vec::with_capacity(text.len());
    for (c, script) in own {
        if !neutral(script) {
            last = script;
        }
        scripts.extend(std::iter::repeat_n(last, c.len_utf8()));
    }
    scripts
}
