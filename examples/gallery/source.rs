//! The description in a scene's source, and its counterpart in Python.

use super::tokens::{Language, is_code, tokens};

macro_rules! files {
    ($($path:literal)*) => { &[$(($path, include_str!(concat!("../../", $path)))),*] };
}

/// The files of the scenes for matplotlib, one function each.
const TWINS: &[(&str, &str)] = files!("tests/baseline/gallery.py" "tests/baseline/gallery_fields.py" "tests/baseline/gallery_layouts.py");

/// The text at the top of a scene's file, one string per paragraph.
pub(crate) fn head(source: &str) -> Vec<String> {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let mut paragraphs = vec![String::new()];
    for line in lines.map(str::trim) {
        let last = paragraphs.len() - 1;
        match (line, paragraphs[last].as_str()) {
            ("", "") => {}
            ("", _) => paragraphs.push(String::new()),
            (line, "") => line.clone_into(&mut paragraphs[last]),
            (line, _) => paragraphs[last] += &format!(" {line}"),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// A scene's name as words.
pub(crate) fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    first.into_iter().flatten().chain(letters).collect()
}

/// The same film by matplotlib, and the file that it is in.
pub(crate) fn twin(name: &str) -> Option<(&'static str, &'static str)> {
    let found =
        |(file, source): &(&'static str, &'static str)| Some((*file, function(source, name)?));
    TWINS.iter().find_map(found)
}

/// The Python function with this name and no arguments.
fn function<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let head = format!("\ndef {name}():\n");
    let start = source.find(&head)? + 1;
    let body = start + head.len() - 1;
    let is_outside = |line: &&str| !line.starts_with([' ', '\n']);
    let lines = source[body..].split_inclusive('\n');
    let length: usize = lines
        .take_while(|line| !is_outside(line))
        .map(str::len)
        .sum();
    Some(source[start..body + length].trim_end())
}

/// The number of lines with code.
pub(crate) fn lines_of_code(language: Language, source: &str) -> usize {
    let (mut count, mut line, mut counted) = (0, 1, 0);
    for (kind, piece) in tokens(language, source) {
        if is_code(kind) && counted != line {
            count += 1;
            counted = line;
        }
        // All lines of a long string are its own.
        let ends = piece.matches('\n').count();
        if is_code(kind) && ends > 0 {
            count += ends;
            counted = line + ends;
        }
        line += ends;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_told_in_paragraphs() {
        let source = "//! One,\n//! two.\n//!\n//! Three.\n\nmod support; //! no\n//! no";
        assert_eq!(head(source), ["One, two.", "Three."]);
        assert_eq!(head("mod support;"), [""; 0]);
        assert_eq!(title("bar_chart_race"), "Bar chart race");
    }

    #[test]
    fn a_function_ends_where_its_indentation_does() {
        let source =
            "\"\"\"x\"\"\"\n\ndef a():\n    b = 1\n\n    return b\n\n\ndef b():\n    pass\n";
        assert_eq!(
            function(source, "a"),
            Some("def a():\n    b = 1\n\n    return b")
        );
        assert_eq!(function(source, "b"), Some("def b():\n    pass"));
        assert_eq!(function(source, "c"), None);
        assert!(twin("rain").is_some_and(|(_, twin)| twin.ends_with("return fig, 100, update")));
        assert!(twin("galaxy").is_some_and(|(file, _)| file.ends_with("fields.py")));
    }

    #[test]
    fn lines_of_comments_and_nothing_do_not_count() {
        let source = "//! No.\n\nfn a() { // yes\n    /* no\n */\n    \"two\n lines\"; 1\n}\n";
        assert_eq!(lines_of_code(Language::Rust, source), 4);
        assert_eq!(lines_of_code(Language::Python, "a = 1 # b\n# no\n"), 1);
    }
}
