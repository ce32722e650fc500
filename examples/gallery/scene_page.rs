//! The page of one scene.

use crate::artists::artists;
use crate::differences::{Difference, differences};
use crate::document::head_element;
use crate::entry::Entry;
use crate::html::{escape, highlight, prose};
use crate::render::film_path;
use crate::scenes::Scene;
use crate::source::{head, lines_of_code, title, twin};
use crate::tokens::Language;

/// The content security policy: files beside the page, and the embedded script, style and film of the player.
const POLICY: &str = "default-src 'none'; img-src 'self' file: data: blob:; media-src 'self' file: data: blob:; \
                      connect-src data: blob:; style-src 'self' file: 'unsafe-inline'; script-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// The page as HTML, with links to the scenes before and after.
pub(crate) fn scene_page(entry: &Entry, before: Option<&Entry>, after: Option<&Entry>) -> String {
    let scene = entry.scene;
    let title = escape(&title(scene.name));
    let paragraphs = head(scene.source).into_iter();
    let paragraphs = paragraphs.map(|text| format!("<p>{}</p>\n", prose(&text)));
    format!(
        r#"{head}<body class="scene">
<nav aria-label="Scenes">{previous}<a href="index.html">Gallery</a>{next}</nav>
<main>
<h1>{title}</h1>
{paragraphs}{chips}<div class="film">
{player}
</div>
<p class="facts">{frames} frames. <a href="{film}" download>Download the MP4</a> or make it: <code>cargo run --release --example {name}</code></p>
{differences}{sources}</main>
</body>
</html>
"#,
        head = head_element(POLICY, &format!("{title}: plotreel"), ""),
        previous = neighbour(before, "prev", "← "),
        next = neighbour(after, "next", " →"),
        paragraphs = paragraphs.collect::<String>(),
        chips = chips(scene),
        player = entry.film.player,
        frames = entry.film.frames,
        film = escape(&film_path(scene)),
        name = escape(scene.name),
        differences = difference_list(&differences(scene.source)),
        sources = sources(scene),
    )
}

/// A link to the previous or next scene, or an empty space.
fn neighbour(entry: Option<&Entry>, rel: &str, arrow: &str) -> String {
    let Some(entry) = entry else {
        return format!("<span class=\"{rel}\"></span>");
    };
    let title = escape(&title(entry.scene.name));
    let words = match rel {
        "prev" => format!("{arrow}<span>{title}</span>"),
        _ => format!("<span>{title}</span>{arrow}"),
    };
    let name = escape(entry.scene.name);
    format!("<a class=\"{rel}\" rel=\"{rel}\" href=\"{name}.html\" title=\"{title}\">{words}</a>")
}

/// The artists, each a link to all scenes that have it.
fn chips(scene: &Scene) -> String {
    let chip = |artist: &str| {
        let place = artist.replace(' ', "%20");
        format!(
            "<li><a class=\"chip\" href=\"index.html#{}\">{}</a></li>\n",
            escape(&place),
            escape(artist)
        )
    };
    let chips: String = artists(scene.source).into_iter().map(chip).collect();
    if chips.is_empty() {
        return chips;
    }
    format!("<ul class=\"chips\" aria-label=\"Artists\">\n{chips}</ul>\n")
}

fn difference_list(differences: &[Difference]) -> String {
    let item = |difference: &Difference| {
        format!(
            "<li><pre class=\"python\"><code>{}</code></pre><pre class=\"rust\"><code>{}</code></pre><p>{}</p></li>\n",
            highlight(Language::Python, &difference.python),
            highlight(Language::Rust, &difference.rust),
            prose(difference.why)
        )
    };
    if differences.is_empty() {
        return String::new();
    }
    let items: String = differences.iter().map(item).collect();
    format!("<h2>From Python to Rust</h2>\n<ul class=\"differences\">\n{items}</ul>\n")
}

/// The source in Rust, and in Python if there is a counterpart.
fn sources(scene: &Scene) -> String {
    let listing = |language: Language, path: &str, source: &str| {
        let word = match language {
            Language::Rust => "Rust",
            Language::Python => "Python",
        };
        format!(
            "<section>\n<h2>{word} <small>{} lines of code, {}</small></h2>\n<pre class=\"{}\" tabindex=\"0\"><code>{}</code></pre>\n</section>\n",
            lines_of_code(language, source),
            escape(path),
            word.to_lowercase(),
            highlight(language, source.trim_end())
        )
    };
    let path = format!("examples/{}.rs", scene.name);
    let rust = listing(Language::Rust, &path, scene.source);
    let python =
        twin(scene.name).map(|(file, twin)| listing(Language::Python, &format!("in {file}"), twin));
    format!(
        "<div class=\"sources\">\n{rust}{}</div>\n",
        python.unwrap_or_default()
    )
}
