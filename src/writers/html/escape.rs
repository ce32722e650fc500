//! Foreign text inside a page.

/// Text or an attribute's value.
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // No page can contain these, even escaped.
            '\t' | '\n' => escaped.push(char),
            char if char.is_control() => escaped.push('\u{fffd}'),
            char => escaped.push(char),
        }
    }
    escaped
}

/// A JSON string, with its quotes, that is one inside a script element too: no `<` can end that.
pub(super) fn json(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    escaped.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => escaped.extend(['\\', char]),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => escaped += &code(char),
            char if char.is_control() => escaped += &code(char),
            char => escaped.push(char),
        }
    }
    escaped.push('"');
    escaped
}

/// A character of the basic plane as JSON can spell all of them.
fn code(char: char) -> String {
    format!("\\u{:04x}", u32::from(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_ends_a_text_gets_through() {
        assert_eq!(
            html("<b a='\"'>&\0é\n"),
            "&lt;b a=&#39;&quot;&#39;&gt;&amp;\u{fffd}é\n"
        );
        assert_eq!(
            json("</script>\"\\\n\u{2028}é"),
            "\"\\u003c/script\\u003e\\\"\\\\\\u000a\\u2028é\""
        );
    }
}
