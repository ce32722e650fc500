//! Faces: those included in the crate, and those of font files, which are read once.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

use crate::canvas::text::weight::FontWeight;
use crate::error::{Error, Result};

/// A face and its data, which stay for the whole run, so that glyphs name their face by a reference.
#[derive(Clone, Copy)]
pub(crate) struct Face(&'static FaceData);

pub(crate) struct FaceData {
    bytes: &'static [u8],
    /// Its place in a collection of fonts.
    index: u32,
    family: &'static str,
    weight: FontWeight,
    oblique: bool,
}

impl PartialEq for Face {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Face {}

impl Hash for Face {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::from_ref(self.0).hash(state);
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Face").field(&self.0.family).finish()
    }
}

macro_rules! included {
    ($($name:ident: $file:literal, $family:literal, $weight:ident, $oblique:literal;)*) => {
        impl Face {
            $(pub(crate) const $name: Self = {
                static DATA: FaceData = FaceData {
                    bytes: include_bytes!(concat!("../../../assets/fonts/", $file)),
                    index: 0,
                    family: $family,
                    weight: FontWeight::$weight,
                    oblique: $oblique,
                };
                Self(&DATA)
            };)*
        }

        /// The faces included in the crate: DejaVu 2.37, STIX 1.0, Computer Modern and Last Resort, as matplotlib ships
        /// them.
        static INCLUDED: &[Face] = &[$(Face::$name),*];
    };
}

included! {
    SANS: "DejaVuSans.ttf", "DejaVu Sans", NORMAL, false;
    SANS_BOLD: "DejaVuSans-Bold.ttf", "DejaVu Sans", BOLD, false;
    SANS_OBLIQUE: "DejaVuSans-Oblique.ttf", "DejaVu Sans", NORMAL, true;
    SANS_BOLD_OBLIQUE: "DejaVuSans-BoldOblique.ttf", "DejaVu Sans", BOLD, true;
    MONO: "DejaVuSansMono.ttf", "DejaVu Sans Mono", NORMAL, false;
    MONO_BOLD: "DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono", BOLD, false;
    MONO_OBLIQUE: "DejaVuSansMono-Oblique.ttf", "DejaVu Sans Mono", NORMAL, true;
    MONO_BOLD_OBLIQUE: "DejaVuSansMono-BoldOblique.ttf", "DejaVu Sans Mono", BOLD, true;
    SERIF: "DejaVuSerif.ttf", "DejaVu Serif", NORMAL, false;
    SERIF_BOLD: "DejaVuSerif-Bold.ttf", "DejaVu Serif", BOLD, false;
    SERIF_ITALIC: "DejaVuSerif-Italic.ttf", "DejaVu Serif", NORMAL, true;
    SERIF_BOLD_ITALIC: "DejaVuSerif-BoldItalic.ttf", "DejaVu Serif", BOLD, true;
    SANS_DISPLAY: "DejaVuSansDisplay.ttf", "DejaVu Sans Display", NORMAL, false;
    SERIF_DISPLAY: "DejaVuSerifDisplay.ttf", "DejaVu Serif Display", NORMAL, false;
    STIX: "STIXGeneral.ttf", "STIXGeneral", NORMAL, false;
    STIX_BOLD: "STIXGeneralBol.ttf", "STIXGeneral", BOLD, false;
    STIX_ITALIC: "STIXGeneralItalic.ttf", "STIXGeneral", NORMAL, true;
    STIX_BOLD_ITALIC: "STIXGeneralBolIta.ttf", "STIXGeneral", BOLD, true;
    STIX_OTHER: "STIXNonUni.ttf", "STIXNonUnicode", NORMAL, false;
    STIX_OTHER_BOLD: "STIXNonUniBol.ttf", "STIXNonUnicode", BOLD, false;
    STIX_OTHER_ITALIC: "STIXNonUniIta.ttf", "STIXNonUnicode", NORMAL, true;
    STIX_1: "STIXSizOneSymReg.ttf", "STIXSizeOneSym", NORMAL, false;
    STIX_2: "STIXSizTwoSymReg.ttf", "STIXSizeTwoSym", NORMAL, false;
    STIX_3: "STIXSizThreeSymReg.ttf", "STIXSizeThreeSym", NORMAL, false;
    STIX_4: "STIXSizFourSymReg.ttf", "STIXSizeFourSym", NORMAL, false;
    STIX_5: "STIXSizFiveSymReg.ttf", "STIXSizeFiveSym", NORMAL, false;
    CM_ROMAN: "cmr10.ttf", "cmr10", NORMAL, false;
    CM_BOLD: "cmb10.ttf", "cmb10", NORMAL, false;
    CM_ITALIC: "cmti10.ttf", "cmti10", NORMAL, false;
    CM_MATH: "cmmi10.ttf", "cmmi10", NORMAL, false;
    CM_SANS: "cmss10.ttf", "cmss10", NORMAL, false;
    CM_MONO: "cmtt10.ttf", "cmtt10", NORMAL, false;
    CM_SYMBOLS: "cmsy10.ttf", "cmsy10", NORMAL, false;
    CM_LARGE: "cmex10.ttf", "cmex10", NORMAL, false;
    LAST_RESORT: "LastResortHE-Regular.ttf", "Last Resort High-Efficiency", NORMAL, false;
}

/// The faces of files that were read.
static READ: LazyLock<Mutex<HashMap<(PathBuf, u32), Face>>> = LazyLock::new(Mutex::default);

impl Face {
    /// The included face of a family, in any case of letters, that is nearest to this weight and style.
    pub(super) fn included(family: &str, (weight, oblique): (FontWeight, bool)) -> Option<Self> {
        let of_family = INCLUDED
            .iter()
            .filter(|face| face.family().eq_ignore_ascii_case(family));
        of_family
            .min_by_key(|face| face.distance((weight, oblique)))
            .copied()
    }

    /// The names of the included families.
    pub(super) fn families() -> impl Iterator<Item = &'static str> {
        INCLUDED.iter().map(|face| face.family())
    }

    /// Reads a face of a TrueType or OpenType file, unless it was read before.
    pub(super) fn read(path: &Path, index: u32) -> Result<Self> {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (path.to_owned(), index);
        if let Some(face) = read.get(&key) {
            return Ok(*face);
        }
        let bytes = fs::read(path).map_err(|source| Error::read(path, source))?;
        let (family, weight) = names(&bytes, index).map_err(|reason| Error::Font {
            path: path.to_owned(),
            reason,
        })?;
        let data = FaceData {
            bytes: bytes.leak(),
            index,
            family: family.leak(),
            weight,
            oblique: false,
        };
        let face = Self(Box::leak(Box::new(data)));
        read.insert(key, face);
        Ok(face)
    }

    pub(crate) fn font(self) -> Option<FontRef<'static>> {
        FontRef::from_index(self.0.bytes, self.0.index).ok()
    }

    pub(super) fn shaping_font(self) -> Option<harfrust::font::Font> {
        harfrust::font::Font::new(self.0.bytes, self.0.index)
    }

    /// How far it is from a weight and style, in thousandths, as matplotlib's font manager has it.
    pub(super) fn distance(self, (weight, oblique): (FontWeight, bool)) -> u32 {
        let style = if self.0.oblique == oblique { 0 } else { 1000 };
        style + weight.distance(self.0.weight)
    }

    /// Its weight.
    pub(super) fn weight(self) -> FontWeight {
        self.0.weight
    }

    /// The name of its family.
    pub(crate) fn family(self) -> &'static str {
        self.0.family
    }
}

/// The name of a font's family and its weight, or why it can't be used.
fn names(bytes: &[u8], index: u32) -> Result<(String, FontWeight), String> {
    let font = FontRef::from_index(bytes, index).map_err(|error| error.to_string())?;
    let head = font.head().map_err(|error| error.to_string())?;
    if head.units_per_em() == 0 {
        return Err("its units per em are 0".to_owned());
    }
    if font.charmap().mappings().next().is_none() {
        return Err("it maps no characters to glyphs".to_owned());
    }
    if font.outline_glyphs().format().is_none() {
        return Err("its glyphs have no outlines".to_owned());
    }
    let ids = [
        skrifa::string::StringId::TYPOGRAPHIC_FAMILY_NAME,
        skrifa::string::StringId::FAMILY_NAME,
    ];
    let names = ids.into_iter().find_map(|id| {
        let name = font.localized_strings(id).english_or_first()?;
        Some(name.chars().collect::<String>())
    });
    let weight = font.os2().map_or(FontWeight::NORMAL, |os2| {
        FontWeight::of_font(os2.us_weight_class())
    });
    Ok((names.unwrap_or_else(|| "without a name".to_owned()), weight))
}
