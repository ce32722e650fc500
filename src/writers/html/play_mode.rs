//! What a player does at the end of a film.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result};

/// What the player of an [`HTMLWriter`](crate::HTMLWriter) does at the end of the film.
///
/// ```
/// use plotreel::writers::PlayMode;
///
/// assert_eq!("reflect".parse::<PlayMode>()?, PlayMode::Reflect);
/// assert_eq!(PlayMode::default().to_string(), "loop");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlayMode {
    /// It stops.
    Once,
    /// It begins again.
    #[default]
    Loop,
    /// It plays backwards, and at the start forwards again.
    Reflect,
}

impl FromStr for PlayMode {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "once" => Ok(Self::Once),
            "loop" => Ok(Self::Loop),
            "reflect" => Ok(Self::Reflect),
            _ => Err(Error::Setting {
                name: "default_mode",
                value: name.to_owned(),
                expected: "once, loop or reflect",
            }),
        }
    }
}

impl fmt::Display for PlayMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Once => "once",
            Self::Loop => "loop",
            Self::Reflect => "reflect",
        })
    }
}
