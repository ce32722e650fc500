//! A tokenizer for Rust and Python, sufficient for syntax colours and names of calls.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Rust,
    Python,
}

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Comment,
    String,
    Number,
    Keyword,
    /// A name that begins with a capital, such as types and constants.
    Type,
    /// A name of a called function or macro.
    Call,
    Name,
    /// Rust's attributes and Python's decorators.
    Attribute,
    Lifetime,
    Space,
    /// Any other character.
    Sign,
}

const RUST_KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while",
];
const PYTHON_KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "None", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    "False", "True",
];

/// The tokens of a source; joined they are the source.
pub(crate) fn tokens(language: Language, source: &str) -> Vec<(Kind, &str)> {
    let mut pieces = Vec::new();
    let mut rest = source;
    while !rest.is_empty() {
        let (kind, length) = match language {
            Language::Rust => rust(rest),
            Language::Python => python(rest),
        };
        let (piece, after) = rest.split_at(length);
        pieces.push((kind, piece));
        rest = after;
    }
    pieces
}

/// Whether a token is neither space nor comment.
pub(crate) fn is_code(kind: Kind) -> bool {
    !matches!(kind, Kind::Space | Kind::Comment)
}

fn rust(rest: &str) -> (Kind, usize) {
    if rest.starts_with("//") {
        return (Kind::Comment, line(rest));
    }
    if rest.starts_with("/*") {
        return (Kind::Comment, block_comment(rest));
    }
    if rest.starts_with("#[") || rest.starts_with("#![") {
        return (Kind::Attribute, attribute(rest));
    }
    if let Some(length) = rust_string(rest) {
        return (Kind::String, length);
    }
    if rest.starts_with('\'') {
        return character_or_lifetime(rest);
    }
    common(rest, RUST_KEYWORDS, true)
}

fn python(rest: &str) -> (Kind, usize) {
    if rest.starts_with('#') {
        return (Kind::Comment, line(rest));
    }
    if let Some(length) = python_string(rest) {
        return (Kind::String, length);
    }
    if let Some(name) = rest.strip_prefix('@')
        && name.starts_with(begins_name)
    {
        let is_part = |c: char| continues_name(c) || c == '.';
        return (Kind::Attribute, 1 + prefix(name, is_part));
    }
    common(rest, PYTHON_KEYWORDS, false)
}

/// Space, numbers, names and signs, which are the same in both languages.
fn common(rest: &str, keywords: &[&str], has_macros: bool) -> (Kind, usize) {
    let Some(first) = rest.chars().next() else {
        return (Kind::Space, 0);
    };
    if first.is_whitespace() {
        return (Kind::Space, prefix(rest, char::is_whitespace));
    }
    if first.is_ascii_digit() {
        return (Kind::Number, number(rest));
    }
    if !begins_name(first) {
        return (Kind::Sign, first.len_utf8());
    }
    let length = prefix(rest, continues_name);
    let (name, after) = rest.split_at(length);
    if keywords.contains(&name) {
        (Kind::Keyword, length)
    } else if has_macros && after.starts_with('!') && !after.starts_with("!=") {
        (Kind::Call, length + 1)
    } else if first.is_uppercase() {
        (Kind::Type, length)
    } else if after.starts_with('(') {
        (Kind::Call, length)
    } else {
        (Kind::Name, length)
    }
}

fn begins_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn continues_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The number of bytes before the first character that does not match.
fn prefix(text: &str, is_so: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_so(c)).unwrap_or(text.len())
}

fn line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// Block comments of Rust can be nested.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn attribute(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 1 => return at + 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The end of a quoted string, ignoring quotes after a backslash.
fn quoted(text: &str, start: usize, quote: &str) -> usize {
    let mut at = start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(quote) {
            return at + quote.len();
        }
        let mut next = rest.chars();
        if next.next() == Some('\\') {
            next.next();
        }
        at = text.len() - next.as_str().len();
    }
    text.len()
}

fn rust_string(text: &str) -> Option<usize> {
    let letters = prefix(text, |c| matches!(c, 'b' | 'c' | 'r'));
    let (letters, rest) = text.split_at(letters);
    match letters {
        "" | "b" | "c" => rest
            .starts_with('"')
            .then(|| quoted(text, letters.len() + 1, "\"")),
        "r" | "br" | "cr" => {
            let hashes = prefix(rest, |c| c == '#');
            let inner = rest[hashes..].strip_prefix('"')?;
            let end = format!("\"{}", &rest[..hashes]);
            let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
            Some(letters.len() + hashes + 1 + length)
        }
        _ => None,
    }
}

fn python_string(text: &str) -> Option<usize> {
    let letters = prefix(text, |c| "rRbBuUfF".contains(c));
    let rest = &text[letters..];
    let quote = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quote| rest.starts_with(quote))?;
    (letters <= 2).then(|| quoted(text, letters + quote.len(), quote))
}

fn character_or_lifetime(text: &str) -> (Kind, usize) {
    let mut inner = text[1..].chars();
    match (inner.next(), inner.next()) {
        (Some('\\'), _) => (Kind::String, quoted(text, 1, "'")),
        (Some(c), Some('\'')) => (Kind::String, 2 + c.len_utf8()),
        (Some(c), _) if begins_name(c) => (Kind::Lifetime, 1 + prefix(&text[1..], continues_name)),
        _ => (Kind::Sign, 1),
    }
}

/// The length of a number with its point, exponent and type.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_decimal = !text.starts_with("0x");
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        let next_is_digit = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let goes_on = match byte {
            b'+' | b'-' => is_decimal && matches!(bytes[at - 1], b'e' | b'E') && next_is_digit,
            b'.' => {
                let next = bytes.get(at + 1);
                next_is_digit || !next.is_some_and(|c| c.is_ascii_alphabetic() || b"._".contains(c))
            }
            byte => byte.is_ascii_alphanumeric() || *byte == b'_',
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens that are not space or signs, with their kinds.
    fn pieces(language: Language, source: &str) -> Vec<(Kind, &str)> {
        let all = tokens(language, source);
        let joined: String = all.iter().map(|(_, piece)| *piece).collect();
        assert_eq!(joined, source);
        let is_shown = |kind| !matches!(kind, Kind::Space | Kind::Sign);
        all.into_iter()
            .filter(|(kind, _)| is_shown(*kind))
            .collect()
    }

    #[test]
    fn rust_is_told_apart() {
        let source = "#[path = \"a.rs\"]\nlet y: &'a [f64] = x.map(|x| x.sin() != 1e-4); // \"no\"";
        let expected = [
            (Kind::Attribute, "#[path = \"a.rs\"]"),
            (Kind::Keyword, "let"),
            (Kind::Name, "y"),
            (Kind::Lifetime, "'a"),
            (Kind::Name, "f64"),
            (Kind::Name, "x"),
            (Kind::Call, "map"),
            (Kind::Name, "x"),
            (Kind::Name, "x"),
            (Kind::Call, "sin"),
            (Kind::Number, "1e-4"),
            (Kind::Comment, "// \"no\""),
        ];
        assert_eq!(pieces(Language::Rust, source), expected);
    }

    #[test]
    fn what_looks_like_a_string_in_rust_is_one_where_it_is() {
        for string in [
            r#""a \" b""#,
            "r#\"a \" b\"#",
            "b\"x\"",
            "'x'",
            r"'\''",
            r"'\u{1F600}'",
            "'é'",
            "r\"\\\"",
        ] {
            assert_eq!(pieces(Language::Rust, string), [(Kind::String, string)]);
        }
        let open = "\"never closed";
        assert_eq!(pieces(Language::Rust, open), [(Kind::String, open)]);
        assert_eq!(pieces(Language::Rust, "race"), [(Kind::Name, "race")]);
        let comment = "/* a /* b */ é */";
        assert_eq!(pieces(Language::Rust, comment), [(Kind::Comment, comment)]);
    }

    #[test]
    fn a_number_ends_before_a_range_and_a_method() {
        assert_eq!(
            pieces(Language::Rust, "0..100 1.0.max(2.) 0x1e_u8-1 120f64"),
            [
                (Kind::Number, "0"),
                (Kind::Number, "100"),
                (Kind::Number, "1.0"),
                (Kind::Call, "max"),
                (Kind::Number, "2."),
                (Kind::Number, "0x1e_u8"),
                (Kind::Number, "1"),
                (Kind::Number, "120f64"),
            ]
        );
    }

    #[test]
    fn python_is_told_apart() {
        let source =
            "@cache\ndef f(x):\n    '''a\n'b'''\n    return np.sin(x @ y), f\"{x}\", Line2D # c";
        let expected = [
            (Kind::Attribute, "@cache"),
            (Kind::Keyword, "def"),
            (Kind::Call, "f"),
            (Kind::Name, "x"),
            (Kind::String, "'''a\n'b'''"),
            (Kind::Keyword, "return"),
            (Kind::Name, "np"),
            (Kind::Call, "sin"),
            (Kind::Name, "x"),
            (Kind::Name, "y"),
            (Kind::String, "f\"{x}\""),
            (Kind::Type, "Line2D"),
            (Kind::Comment, "# c"),
        ];
        assert_eq!(pieces(Language::Python, source), expected);
    }
}
