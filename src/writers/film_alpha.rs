//! What happens to the alpha of a film's frames.

/// What happens to the alpha of frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FilmAlpha {
    /// The film has it.
    Kept,
    /// The film could have it, but it was not requested.
    Unasked,
    /// Films like this have none.
    Impossible,
    /// It is lost, and the warning was given.
    Told,
}

impl FilmAlpha {
    /// That of a film whose frames have alpha or not, and could have it.
    pub(super) fn new(is_kept: bool, is_possible: bool) -> Self {
        match (is_kept, is_possible) {
            (true, _) => Self::Kept,
            (false, true) => Self::Unasked,
            (false, false) => Self::Impossible,
        }
    }

    /// Warns once that pixels which are not opaque are composited onto white, unless the film keeps alpha.
    pub(super) fn tell_of_loss(&mut self) {
        let remedy = match self {
            Self::Kept | Self::Told => return,
            Self::Unasked => "the film keeps alpha with the option transparent",
            Self::Impossible => {
                "this film can't keep alpha: .gif, .apng, .webp, .png, .html, .webm and .mov can, with the option \
                 transparent"
            }
        };
        *self = Self::Told;
        log::warn!("pixels that are not opaque are composited onto white: {remedy}");
    }
}
