//! A scene that is rendered.

use crate::render::Film;
use crate::scenes::{Scene, Section};

/// The data of a scene for the pages.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) section: &'static Section,
    pub(crate) scene: &'static Scene,
    pub(crate) film: Film,
}
