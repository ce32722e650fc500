//! Fonts by the names of their families: those included in the crate and those of the system.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fontdb::{Database, FaceInfo, Source, Stretch, Style};

use crate::canvas::text::face::Face;
use crate::canvas::text::weight::FontWeight;
use crate::error::near_names;

/// The fonts of the system, looked for when the first family is asked for that the crate does not include.
static SYSTEM: LazyLock<Database> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    fonts
});

/// The face of a family that is nearest to this weight and style; those of the crate come first.
pub(super) fn find(family: &str, look: (FontWeight, bool)) -> Option<Face> {
    let included = Face::included(family, look).map(|face| (face.distance(look), face));
    match included {
        Some((0, face)) => Some(face),
        // The system may have more weights of a family that the crate includes.
        Some((distance, face)) => find_in(&SYSTEM, family, look, distance).or(Some(face)),
        None => find_in(&SYSTEM, family, look, u32::MAX),
    }
}

/// The names near to one, for advice.
pub(super) fn near(family: &str) -> Vec<String> {
    let system = SYSTEM.faces().flat_map(|face| &face.families);
    let names: BTreeSet<&str> = system
        .map(|(name, _)| name.as_str())
        .chain(Face::families())
        .collect();
    near_names(family, names.into_iter())
}

/// One that is nearer than `below`. A face that can't be read is passed over.
fn find_in(fonts: &Database, family: &str, look: (FontWeight, bool), below: u32) -> Option<Face> {
    let name = family.to_lowercase();
    let mut faces: Vec<_> = fonts
        .faces()
        .filter(|face| distance(face, look) < below)
        .filter(|face| {
            face.families
                .iter()
                .any(|(own, _)| own.to_lowercase() == name)
        })
        .collect();
    faces.sort_by_key(|face| distance(face, look));
    faces.into_iter().find_map(|face| match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Face::read(path, face.index).ok(),
        Source::Binary(_) => None,
    })
}

/// How far a face is from what is asked for, in thousandths, as matplotlib's font manager has it.
fn distance(face: &FaceInfo, (wanted, oblique): (FontWeight, bool)) -> u32 {
    let style = match (face.style, oblique) {
        (Style::Normal, false) | (Style::Oblique, true) => 0,
        (Style::Italic, true) => 100,
        _ => 1000,
    };
    let width = face
        .stretch
        .to_number()
        .abs_diff(Stretch::Normal.to_number());
    let weight = wanted.distance(FontWeight::of_font(face.weight.0));
    style + 100 * u32::from(width) + weight
}
