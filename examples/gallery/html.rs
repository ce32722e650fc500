//! Text and source code as HTML.

use super::tokens::{Kind, Language, tokens};

/// Text escaped for elements and quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\'' => html += "&#39;",
            c => html.push(c),
        }
    }
    html
}

/// Text with code between backquotes.
pub(crate) fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(i, part)| match i % 2 {
        1 => format!("<code>{}</code>", escape(part)),
        _ => escape(part),
    });
    parts.collect()
}

/// Source code with its tokens in spans, coloured by gallery.css.
pub(crate) fn highlight(language: Language, source: &str) -> String {
    let mut html = String::new();
    for (kind, piece) in tokens(language, source) {
        let class = match kind {
            Kind::Comment => "c",
            Kind::String => "s",
            Kind::Number => "n",
            Kind::Keyword => "k",
            Kind::Type => "t",
            Kind::Call => "f",
            Kind::Attribute => "a",
            Kind::Lifetime => "l",
            Kind::Name | Kind::Space | Kind::Sign => {
                html += &escape(piece);
                continue;
            }
        };
        html += &format!("<span class=\"{class}\">{}</span>", escape(piece));
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_text_and_code_stays_text() {
        let nasty = "<img src=x onerror='a()'>&\"</script>";
        let safe = "&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;&lt;/script&gt;";
        assert_eq!(escape(nasty), safe);
        assert_eq!(prose("a `<b>` <c>"), "a <code>&lt;b&gt;</code> &lt;c&gt;");
        for language in [Language::Rust, Language::Python] {
            let html = highlight(language, nasty);
            let spans = html.replace("</span>", "");
            let tags = spans.matches('<').count();
            assert_eq!(tags, spans.matches("<span class=\"").count(), "{html}");
        }
    }

    #[test]
    fn pieces_have_classes() {
        assert_eq!(
            highlight(Language::Rust, "let x = sin(1); // <"),
            "<span class=\"k\">let</span> x = <span class=\"f\">sin</span>(<span class=\"n\">1</span>); \
             <span class=\"c\">// &lt;</span>"
        );
    }
}
