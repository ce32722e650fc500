//! The gallery: every scene's film, and pages that show them beside their sources.
//!
//! `cargo run --release --example gallery` writes `target/gallery/index.html`. The README's strip of pictures is made
//! by `cargo run --release --example gallery -- --strip assets/gallery.png --only NAME...`.

// Each scene includes the support module.
#![allow(clippy::duplicate_mod)]

mod artists;
mod differences;
mod document;
mod entry;
mod html;
mod index_page;
mod options;
mod pictures;
mod render;
mod scene_page;
mod scenes;
mod source;
mod tokens;

use std::fmt::Display;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use entry::Entry;
use options::Options;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).peekable();
    // This program also renders single scenes: see render.rs.
    if let Some((_, scene)) = args.peek().and_then(|name| scenes::named(name)) {
        return match (scene.main)() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error, 1),
        };
    }
    match Options::parse(args) {
        Ok(options) => match make(&options) {
            Ok(code) => code,
            Err(error) => fail(&error, 1),
        },
        Err(error) => fail(&format!("{error}\n{}", options::USAGE), 2),
    }
}

fn fail(error: &dyn Display, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "error: {error}");
    ExitCode::from(code)
}

/// Renders the scenes and writes the pages of those that succeed.
fn make(options: &Options) -> Result<ExitCode, String> {
    let folder = &options.folder;
    let films = folder.join("films");
    std::fs::create_dir_all(&films).map_err(|error| format!("{}: {error}", films.display()))?;
    let scenes: Vec<_> = options.scenes.iter().map(|(_, scene)| *scene).collect();
    let films = render::render_all(&scenes, folder, options.frames);
    let (mut entries, mut failures) = (Vec::new(), 0);
    for ((section, scene), film) in options.scenes.iter().copied().zip(films) {
        match film {
            Ok(film) => entries.push(Entry {
                section,
                scene,
                film,
            }),
            Err(error) => {
                failures += 1;
                fail(&format!("{} failed: {error}", scene.name), 1);
            }
        }
    }
    write_pages(folder, &entries)?;
    if let Some(strip) = &options.strip {
        let pictures: Vec<_> = entries.iter().map(|entry| &entry.film.poster).collect();
        pictures::write_strip(&pictures, strip)?;
    }
    let (index, count) = (folder.join("index.html"), options.scenes.len());
    let _ = writeln!(
        std::io::stdout(),
        "{}: {} of {count} scenes",
        index.display(),
        entries.len()
    );
    Ok(ExitCode::from(u8::from(failures > 0)))
}

fn write_pages(folder: &Path, entries: &[Entry]) -> Result<(), String> {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    write("gallery.js", include_str!("gallery.js"))?;
    // The rest of a card has the colour of the picture's edge.
    let colors = entries.iter().map(|entry| {
        let [red, green, blue] = entry.film.poster.background();
        let name = entry.scene.name;
        format!("#{name} .picture {{ background: #{red:02x}{green:02x}{blue:02x}; }}\n")
    });
    let style = include_str!("gallery.css").to_owned() + &colors.collect::<String>();
    write("gallery.css", &style)?;
    for (i, entry) in entries.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| entries.get(i));
        let page = scene_page::scene_page(entry, before, entries.get(i + 1));
        write(&format!("{}.html", entry.scene.name), &page)?;
    }
    write("index.html", &index_page::index_page(entries))
}
