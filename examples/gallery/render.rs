//! The films, each made by a separate process.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::pictures::Picture;
use crate::scenes::Scene;

/// A rendered scene; its film and its picture are in the folder.
#[derive(Debug)]
pub(crate) struct Film {
    pub(crate) frames: u64,
    pub(crate) poster: Picture,
    /// The player with the film in it, as HTML.
    pub(crate) player: String,
}

/// The path of a scene's film, relative to the pages.
pub(crate) fn film_path(scene: &Scene) -> String {
    format!("films/{}.mp4", scene.name)
}

/// The path of its picture.
pub(crate) fn poster_path(scene: &Scene) -> String {
    format!("films/{}.png", scene.name)
}

/// Renders scenes in parallel, one per core; an error is the message of the scene.
pub(crate) fn render_all(
    scenes: &[&'static Scene],
    folder: &Path,
    frames: Option<u64>,
) -> Vec<Result<Film, String>> {
    let next = AtomicUsize::new(0);
    let films = Mutex::new(Vec::new());
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(scene) = scenes.get(index) else {
                return;
            };
            let start = Instant::now();
            let film = render(scene, folder, frames);
            let said = match &film {
                Ok(film) => format!(
                    "{} frames in {:.1} s",
                    film.frames,
                    start.elapsed().as_secs_f64()
                ),
                Err(_) => "failed".into(),
            };
            let _ = writeln!(std::io::stdout(), "{}: {said}", scene.name);
            films
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((index, film));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(scenes.len()) {
            scope.spawn(work);
        }
    });
    let mut films = films.into_inner().unwrap_or_else(PoisonError::into_inner);
    films.sort_by_key(|(index, _)| *index);
    films.into_iter().map(|(_, film)| film).collect()
}

/// Makes a scene's film, its player and its picture.
fn render(scene: &Scene, folder: &Path, limit: Option<u64>) -> Result<Film, String> {
    let io = |error: std::io::Error| error.to_string();
    // Other files of a scene are removed with this folder.
    let scratch = tempfile::Builder::new()
        .prefix(".gallery")
        .tempdir_in(folder)
        .map_err(io)?;
    let keep = |made: &Path, name: String| {
        let path = folder.join(name);
        std::fs::rename(made, &path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let film = scratch.path().join("film.mp4");
    let report = run(scene, "auto", &film, limit)?;
    let frames = reported_frames(&report)
        .ok_or_else(|| format!("it does not say how many frames it wrote: {report:?}"))?;
    keep(&film, film_path(scene))?;

    let page = scratch.path().join("player.html");
    run(scene, "html", &page, limit)?;
    let page = std::fs::read_to_string(page).map_err(io)?;
    let player = body(&page).ok_or("its player page has no body")?.to_owned();

    // By then most films show something.
    let last = frames * 5 / 8 + 1;
    let pictures = scratch.path().join("frames");
    std::fs::create_dir(&pictures).map_err(io)?;
    run(
        scene,
        "png",
        &pictures.join("frame%07d.png"),
        Some(last.min(frames)),
    )?;
    let entries = std::fs::read_dir(&pictures).map_err(io)?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let picture = paths.max().ok_or("it wrote no picture")?;
    let poster = Picture::read(&picture)?;
    keep(&picture, poster_path(scene))?;
    Ok(Film {
        frames,
        poster,
        player,
    })
}

/// Runs a scene in a separate process and returns its output.
fn run(scene: &Scene, writer: &str, out: &Path, frames: Option<u64>) -> Result<String, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.arg(scene.name).args(["--writer", writer]);
    command.arg("--out").arg(out);
    if let Some(frames) = frames {
        command.args(["--frames", &frames.to_string()]);
    }
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{} ({})", said.trim(), output.status))
}

/// The number in `PATH: 100 frames in 0.1 s`.
fn reported_frames(report: &str) -> Option<u64> {
    let (before, _) = report.rsplit_once(" frames in ")?;
    before.rsplit(' ').next()?.parse().ok()
}

/// What a page shows.
fn body(page: &str) -> Option<&str> {
    let (_, body) = page.split_once("<body>")?;
    Some(body.rsplit_once("</body>")?.0)
}
