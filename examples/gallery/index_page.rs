//! The page with all scenes.

use std::collections::BTreeMap;

use crate::artists::artists;
use crate::document::head_element;
use crate::entry::Entry;
use crate::html::{escape, prose};
use crate::render::{film_path, poster_path};
use crate::source::{head, title};

/// The content security policy: only files beside the page.
const POLICY: &str = "default-src 'none'; img-src 'self' file: data:; media-src 'self' file:; style-src 'self' file:; \
                      script-src 'self' file:; base-uri 'none'; form-action 'none'";

/// The page as HTML.
pub(crate) fn index_page(entries: &[Entry]) -> String {
    let mut sections: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        match sections
            .iter_mut()
            .find(|(title, _)| *title == entry.section.title)
        {
            Some((_, entries)) => entries.push(entry),
            None => sections.push((entry.section.title, vec![entry])),
        }
    }
    let sections = sections
        .into_iter()
        .map(|(title, entries)| section(title, &entries));
    format!(
        r#"{head}<body>
<header class="top">
<h1>plotreel <span>gallery</span></h1>
<p>Films made in Rust as matplotlib makes them in Python. Point at one, or tap it, and it plays; its page has the player and the source.</p>
</header>
<main>
<form id="search" role="search" hidden>
<input id="words" type="search" placeholder="Search names, texts, artists" aria-label="Search" autocomplete="off" spellcheck="false">
<output id="count" for="words"></output>
<div class="chips" role="group" aria-label="Artists">
{chips}</div>
</form>
{sections}<p id="nothing" hidden>No scene has all of that.</p>
</main>
</body>
</html>
"#,
        head = head_element(
            POLICY,
            "plotreel: gallery",
            "<script src=\"gallery.js\" defer></script>\n"
        ),
        chips = chips(entries),
        sections = sections.collect::<String>(),
    )
}

/// A button for each artist, the most used first.
fn chips(entries: &[Entry]) -> String {
    let mut counts = BTreeMap::new();
    for artist in entries.iter().flat_map(|entry| artists(entry.scene.source)) {
        *counts.entry(artist).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let chip = |(artist, count)| {
        let artist = escape(artist);
        format!(
            "<button type=\"button\" class=\"chip\" data-artist=\"{artist}\" aria-pressed=\"false\">{artist} <small>{count}</small></button>\n"
        )
    };
    counts.into_iter().map(chip).collect()
}

fn section(title: &str, entries: &[&Entry]) -> String {
    let cards: String = entries.iter().map(|entry| card(entry)).collect();
    format!(
        "<section>\n<h2>{}</h2>\n<div class=\"cards\">\n{cards}</div>\n</section>\n",
        escape(title)
    )
}

/// A scene's picture, name and text.
fn card(entry: &Entry) -> String {
    let scene = entry.scene;
    let artists = artists(scene.source);
    let head = head(scene.source);
    let text = head.first().map_or("", String::as_str);
    let words = format!(
        "{} {} {text} {}",
        scene.name,
        title(scene.name),
        artists.join(" ")
    );
    format!(
        r#"<article class="card" id="{name}" data-artists="{artists}" data-words="{words}">
<a class="picture" href="{name}.html" data-film="{film}" tabindex="-1" aria-hidden="true"><img src="{poster}" width="{width}" height="{height}" alt="" loading="lazy" decoding="async"></a>
<h3><a href="{name}.html">{title}</a></h3>
<p>{text}</p>
</article>
"#,
        name = escape(scene.name),
        artists = escape(&artists.join("|")),
        words = escape(&words.to_lowercase()),
        film = escape(&film_path(scene)),
        poster = escape(&poster_path(scene)),
        width = entry.film.poster.width,
        height = entry.film.poster.height,
        title = escape(&title(scene.name)),
        text = prose(text),
    )
}
