//! Warnings about a film of arrays: lost colours, values and shapes.

use crate::artists::AxesImage;
use crate::color::Norm;

/// The share of a frame's values outside the limits of the first frame above which a warning is logged.
const MUCH: f64 = 0.1;

/// Checks each frame as it is shown; each warning is logged once.
#[derive(Debug)]
pub(super) struct Watch {
    /// (rows, columns) of the first frame.
    shape: (usize, usize),
    /// Whether limits come from the first frame, and no later frame exceeded them by much so far.
    is_scaled_by_frames: bool,
    /// Whether there was a value that can be shown, or a colour frame.
    has_limits: bool,
    is_stretched: bool,
}

impl Watch {
    /// For a film with the given `norm`.
    pub(super) fn new(norm: &Norm) -> Self {
        Self {
            shape: (0, 0),
            is_scaled_by_frames: !norm.is_scaled(),
            has_limits: false,
            is_stretched: false,
        }
    }

    /// Checks frame `index`.
    pub(super) fn see(&mut self, index: u64, image: &AxesImage) {
        let shape = image.shape();
        if index == 0 {
            self.shape = shape;
        } else if shape != self.shape && !std::mem::replace(&mut self.is_stretched, true) {
            log::warn!(
                "frame {index} has a different shape, {shape:?}: it is stretched to the size of the first frame"
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
                    "all of frame {index} is {vmin}, so the whole film has one colour: give vmin and vmax, or \
                     take the limits from the whole film"
                ),
                false => {
                    log::warn!("vmin and vmax are both {vmin}: every value has the lowest colour")
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
                "{:.0} % of the values of frame {index} are outside {vmin} … {vmax}, the limits of the first frame, and \
                 have the first or last colour: give vmin and vmax, or take the limits from the whole film",
                100.0 * share
            );
        }
    }

    /// Checks at the end of the film.
    pub(super) fn end(&self) {
        if !self.has_limits {
            log::warn!(
                "no frame has a value that the norm can show, so the whole film has the colour of bad values"
            );
        }
    }
}
