//! How the scenes of the gallery are saved.

mod options;

use plotreel::{Animation, Figure, Frames, Result, SaveOptions};

use options::Options;

/// Saves a scene's film as its command line says, and says where.
pub(crate) fn save<S: Frames>(
    name: &str,
    mut fig: Figure,
    animation: Animation<'_, S>,
) -> Result<()> {
    let options = Options::of_scene(name)?;
    let settings = SaveOptions::new()
        .with_title(name)
        .with_writer(&options.writer);
    let animation = animation.with_frame_count(options.frames);
    let film = animation.save_with(&mut fig, options.path.as_path(), &settings)?;
    options.report(film.frames);
    Ok(())
}
