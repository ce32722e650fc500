//! The commands of mathematical notation and the characters they stand for.

use crate::canvas::text::mathtext::tables::TABLES;

/// How a command is spaced from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Not at all.
    Ordinary,
    /// On both sides, but as a sign of what follows if nothing precedes it.
    Binary,
    /// On both sides.
    Relation,
    /// After it.
    Punctuation,
}

/// The character and the spacing of a command without its backslash.
pub(super) fn symbol(name: &str) -> Option<(char, Spacing)> {
    if let Some(c) = single(name) {
        return match c {
            '%' | '$' | '{' | '}' | '[' | ']' | '_' | '#' | '&' => Some((c, Spacing::Ordinary)),
            '|' => Some(('‖', Spacing::Ordinary)),
            _ => None,
        };
    }
    TABLES.symbols.get(name).copied()
}

/// The spacing of a plain character.
pub(super) fn spacing(c: char) -> Spacing {
    match c {
        '+' | '*' | MINUS => Spacing::Binary,
        '=' | '<' | '>' | ':' => Spacing::Relation,
        ',' | ';' | '.' | '!' => Spacing::Punctuation,
        _ => Spacing::Ordinary,
    }
}

/// The combining mark of an accent's command.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "^" | "widehat" => '\u{302}',
        "breve" => '\u{306}',
        "bar" => '\u{304}',
        "grave" | "`" => '\u{300}',
        "acute" | "'" => '\u{301}',
        "tilde" | "~" | "widetilde" => '\u{303}',
        "dot" | "." => '\u{307}',
        "ddot" | "\"" => '\u{308}',
        "dddot" => '\u{20db}',
        "ddddot" => '\u{20dc}',
        "vec" => '\u{20d7}',
        "overrightarrow" => '→',
        "overleftarrow" => '←',
        "mathring" => '∘',
        "widebar" => '\u{305}',
        _ => return None,
    })
}

/// The width of a space as a part of an em, and how long its command is.
pub(super) fn space(text: &[char]) -> Option<(f64, usize)> {
    SPACES.iter().find_map(|&(command, width)| {
        let length = command.chars().count();
        let found = text.len() >= length && command.chars().eq(text[..length].iter().copied());
        found.then_some((width, length))
    })
}

/// Whether a command is a function's name.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.split(' ').any(|f| f == name)
}

/// Whether the limits of a function are set above and below it.
pub(super) fn function_has_limits(name: &str) -> bool {
    ["lim", "liminf", "limsup", "sup", "max", "min"].contains(&name)
}

/// Whether a sign's sub- and superscript are set below and above it.
pub(super) fn has_limits(c: char) -> bool {
    "∑∏∐⋂⋃⨆⋁⋀⨀⨂⨁⨄".contains(c)
}

/// Whether a sign is an integral, whose scripts are at its ends.
pub(super) fn is_integral(c: char) -> bool {
    "∫∮∬∯∭∰⨌".contains(c)
}

/// The character of a name that is one, other than a letter.
fn single(name: &str) -> Option<char> {
    let mut chars = name.chars();
    let c = chars.next()?;
    (chars.next().is_none() && !c.is_ascii_alphabetic()).then_some(c)
}

/// The sign that a hyphen becomes.
pub(super) const MINUS: char = '−';

/// Spaces as parts of an em.
const SPACES: [(&str, f64); 12] = [
    ("\\thinspace", 0.16667),
    ("\\enspace", 0.5),
    ("\\qquad", 2.0),
    ("\\quad", 1.0),
    ("\\,", 0.16667),
    ("\\/", 0.16667),
    ("\\>", 0.22222),
    ("\\:", 0.22222),
    ("\\;", 0.27778),
    ("\\ ", 0.33333),
    ("\\!", -0.16667),
    ("~", 0.33333),
];

const FUNCTIONS: &str = "\
    arccos csc ker min arcsin deg lg Pr arctan det lim sec arg dim liminf sin cos exp limsup sinh \
    cosh gcd ln sup cot hom log tan coth inf max tanh";
