//! What is said of a film of arrays while it is written: what its colours or its shape lose.

use crate::artists::AxesImage;
use crate::color::Norm;

/// The share of a frame's values that may lie outside the limits of the first before that is told.
const MUCH: f64 = 0.1;

/// Looks at each frame as it is shown; each warning is given once.
#[derive(Debug)]
pub(super) struct Watch {
    /// (rows, columns) of the first frame.
    shape: (usize, usize),
    /// Whether limits come from the frames, of which none hides much so far.
    is_scaled_by_frames: bool,
    /// Whether there was a value that can be shown, or colours.
    has_limits: bool,
    is_stretched: bool,
}

impl Watch {
    /// Of a film whose norm, as it was given, is `norm`.
    pub(super) fn new(norm: &Norm) -> Self {
        Self {
            shape: (0, 0),
            is_scaled_by_frames: !norm.is_scaled(),
            has_limits: false,
            is_stretched: false,
        }
    }

    /// Looks at frame `index`.
    pub(super) fn see(&mut self, index: u64, image: &AxesImage) {
        let shape = image.shape();
        if index == 0 {
            self.shape = shape;
        } else if shape != self.shape && !std::mem::replace(&mut self.is_stretched, true) {
            log::warn!(
                "frame {index} has another shape, {shape:?}: it is stretched to the first one's picture"
            );
        }
        if !image.is_scalar() {
            self.has_limits = true;
            return;
        }
        let (Some(vmin), Some(vmax)) = image.clim() else {
            return;
        };
        let is_first = !std::mem::replace(&mut self.has_limits, true);
        if is_first && vmin == vmax {
            match std::mem::take(&mut self.is_scaled_by_frames) {
                true => log::warn!(
                    "all of frame {index} is {vmin}, so that the whole film gets one colour: give vmin and vmax, or \
                     take the limits from the whole film"
                ),
                false => {
                    log::warn!("vmin and vmax are both {vmin}: every value gets the lowest colour")
                }
            }
        }
        if !self.is_scaled_by_frames {
            return;
        }
        let share = image.share_outside();
        if share > MUCH {
            self.is_scaled_by_frames = false;
            log::warn!(
                "{:.0} % of the values of frame {index} lie outside {vmin} … {vmax}, the limits of the first frame, and \
                 get the colours of the ends: give vmin and vmax, or take the limits from the whole film",
                100.0 * share
            );
        }
    }

    /// What can only be said when the film is over.
    pub(super) fn end(&self) {
        if !self.has_limits {
            log::warn!(
                "no frame has a value that the norm can show, so that the whole film has the colour of bad values"
            );
        }
    }
}
