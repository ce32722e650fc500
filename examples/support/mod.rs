//! Shared code of the scenes of the gallery.

// Not every scene needs all of it.
#![allow(dead_code)]

mod options;
mod random;

use plotreel::animation::Frames;
use plotreel::error::Result;
use plotreel::{Animation, Figure, SaveOptions};

pub(crate) use options::Options;
use random::Random;

/// Random numbers that are the same everywhere.
pub(crate) fn random(seed: u64) -> Random {
    Random::new(seed)
}

/// Saves a scene's film according to its command line, and prints its path.
pub(crate) fn save<S: Frames>(
    name: &str,
    mut fig: Figure,
    animation: Animation<'_, S>,
) -> Result<()> {
    let options = Options::of_scene(name)?;
    let settings = SaveOptions::new()
        .with_title(name)
        .with_writer(&options.writer);
    let animation = animation.with_frame_count(options.frames).with_workers(0);
    let film = animation.save_with(&mut fig, options.path.as_path(), &settings)?;
    options.report(film.frames);
    Ok(())
}
