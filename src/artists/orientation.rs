//! Whether bars grow up or to the right.

use std::str::FromStr;

use crate::error::{Error, Result};

/// The direction that bars grow in.
///
/// ```
/// use plotreel::Orientation;
///
/// assert_eq!("horizontal".parse::<Orientation>()?, Orientation::Horizontal);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    /// Along y.
    #[default]
    Vertical,
    /// Along x.
    Horizontal,
}

impl FromStr for Orientation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "vertical" => Ok(Self::Vertical),
            "horizontal" => Ok(Self::Horizontal),
            _ => Err(Error::Setting {
                name: "orientation",
                value: format!("\"{text}\""),
                expected: "vertical or horizontal",
            }),
        }
    }
}
