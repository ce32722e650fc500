//! Embedded colour profiles, converted to sRGB.

use std::cell::{Cell, RefCell};
use std::fmt;

use qcms::{DataType, Intent, Transform};

/// A colour profile (ICC) as it is embedded.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Profile(Vec<u8>);

impl Profile {
    pub(super) fn new(bytes: Vec<u8>) -> Option<Self> {
        (!bytes.is_empty()).then_some(Self(bytes))
    }

    /// A profile with unknown content.
    pub(super) fn unreadable() -> Self {
        Self(Vec::new())
    }

    /// The conversion of its colours to sRGB, or why there is none.
    fn conversion(&self, has_alpha: bool) -> Result<Conversion, &'static str> {
        // The position of the colour space in a profile.
        match self.0.get(16..20) {
            Some(b"RGB ") => {}
            Some(b"GRAY") => return self.grey(),
            None => return Err("it is invalid"),
            Some(b"CMYK") => return Err("it is for CMYK colours"),
            _ => return Err("its colour space is not supported"),
        }
        let unreadable = "it is invalid";
        let profile = qcms::Profile::new_from_slice(&self.0, false).ok_or(unreadable)?;
        let mut srgb = qcms::Profile::new_sRGB();
        srgb.precache_output_transform();
        let transform = |kind| Transform::new(&profile, &srgb, kind, Intent::default());
        let probe = transform(DataType::RGB8).ok_or(unreadable)?;
        let colors = probes();
        let mut converted = colors.clone();
        probe.apply(&mut converted);
        // sRGB as written by many programs: rounding differences do not change pixels.
        if largest_difference(&colors, &converted) <= 2 {
            return Ok(Conversion::None);
        }
        let kind = if has_alpha {
            DataType::RGBA8
        } else {
            DataType::RGB8
        };
        transform(kind).map(Conversion::Colors).ok_or(unreadable)
    }

    /// A grey profile: one curve.
    fn grey(&self) -> Result<Conversion, &'static str> {
        let unreadable = "it is invalid";
        let profile = qcms::Profile::new_from_slice(&self.0, false).ok_or(unreadable)?;
        let srgb = qcms::Profile::new_sRGB();
        let (grey, rgb) = (DataType::Gray8, DataType::RGB8);
        let transform = Transform::new_to(&profile, &srgb, grey, rgb, Intent::default());
        let ramp: Vec<u8> = (0..=255).collect();
        let mut converted = vec![0; 3 * ramp.len()];
        transform.ok_or(unreadable)?.convert(&ramp, &mut converted);
        let curve: Vec<u8> = converted.iter().step_by(3).copied().collect();
        // A gamma of 2.2 is usual for grey pictures, and viewers treat it as sRGB.
        if largest_difference(&ramp, &curve) <= 8 {
            return Ok(Conversion::None);
        }
        let curve = curve.try_into().map_err(|_| unreadable)?;
        Ok(Conversion::Grey(Box::new(curve)))
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Profile({} bytes)", self.0.len())
    }
}

/// Colours to check whether a profile is sRGB.
fn probes() -> Vec<u8> {
    const LEVELS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let corners = LEVELS.iter().flat_map(|&r| {
        LEVELS
            .iter()
            .flat_map(move |&g| LEVELS.iter().flat_map(move |&b| [r, g, b]))
    });
    corners.chain((0..=255).flat_map(|v| [v; 3])).collect()
}

fn largest_difference(a: &[u8], b: &[u8]) -> u8 {
    a.iter()
        .zip(b)
        .map(|(a, b)| a.abs_diff(*b))
        .max()
        .unwrap_or(0)
}

/// The conversion of pixels with a profile.
enum Conversion {
    /// None: they are sRGB.
    None,
    Colors(Transform),
    Grey(Box<[u8; 256]>),
}

/// The conversions of a film, of which the last is kept: most films have one profile.
#[derive(Default)]
pub(super) struct Profiles {
    last: RefCell<Option<(Profile, bool, Conversion)>>,
    warned: Cell<bool>,
}

impl Profiles {
    /// Converts 8-bit RGB or RGBA to sRGB, or warns once per film that it can't.
    pub(super) fn convert(
        &self,
        name: &str,
        profile: &Profile,
        colors: &mut [u8],
        has_alpha: bool,
    ) {
        let mut last = self.last.borrow_mut();
        let known = matches!(&*last, Some((p, alpha, _)) if p == profile && *alpha == has_alpha);
        if !known {
            let conversion = profile.conversion(has_alpha).unwrap_or_else(|reason| {
                if !self.warned.replace(true) {
                    log::warn!(
                        "{name}: its colours are treated as sRGB, because its colour profile is not used: {reason}"
                    );
                }
                Conversion::None
            });
            *last = Some((profile.clone(), has_alpha, conversion));
        }
        match &*last {
            Some((_, _, Conversion::Colors(transform))) => transform.apply(colors),
            Some((_, alpha, Conversion::Grey(curve))) => {
                let channels = if *alpha { 4 } else { 3 };
                for pixel in colors.chunks_exact_mut(channels) {
                    for sample in &mut pixel[..3] {
                        *sample = curve[usize::from(*sample)];
                    }
                }
            }
            _ => {}
        }
    }
}

impl fmt::Debug for Profiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profiles").finish_non_exhaustive()
    }
}
