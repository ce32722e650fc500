//! The options of `pie`.

use crate::artists::Hatch;
use crate::error::Result;
use crate::properties::{Angle, Positive, options};
use crate::ticker::FormatStrFormatter;

options! {
    /// Options of [`Axes::pie_with`](crate::Axes::pie_with).
    ///
    /// ```
    /// use plotreel::axes::PieOptions;
    ///
    /// let options = PieOptions::new()
    ///     .with_labels(["a", "b"])
    ///     .with_autopct("%.0f%%")?
    ///     .with_explode(&[0.0, 0.1])
    ///     .with_startangle(90.0)
    ///     .with_counterclock(false);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct PieOptions;
    labels / with_labels: texts = Vec::new(), "a label for each wedge, beside it and in legends";
    explode / with_explode: series<Angle> = Vec::new(),
        "how far each wedge is moved out of the pie, in data coordinates";
    colors / with_colors: colors = Vec::new(),
        "the colours of the wedges, which repeat; none are those of the cycle for areas";
    hatch / with_hatch: choices<Hatch> = Vec::new(), "the patterns over the wedges, which repeat; `\"\"` is none";
    autopct: maybe_value<FormatStrFormatter> = None, "how the share of each wedge is written into it, in per cent";
    pctdistance / with_pctdistance: number<Angle> = 0.6, "how far shares are from the middle, in radii";
    labeldistance / with_labeldistance: number<Angle> = 1.1, "how far labels are from the middle, in radii";
    startangle / with_startangle: number<Angle> = 0.0,
        "the angle that the first wedge begins at, in degrees counterclockwise from the right";
    radius / with_radius: number<Positive> = 1.0, "the radius in data coordinates";
    counterclock / with_counterclock: flag = true, "whether wedges follow each other counterclockwise";
    center / with_center: pair<Angle> = (0.0, 0.0), "the middle of the pie, (x, y) in data coordinates";
    frame / with_frame: flag = false, "whether the axes keep their frame, ticks and limits";
    rotatelabels / with_rotatelabels: flag = false, "whether labels are turned along their wedges";
    normalize / with_normalize: flag = true,
        "whether the pie is always full; if not, values are fractions whose sum is at most 1";
}

impl PieOptions {
    /// Sets how the share of each wedge is written into it, in per cent: `"%.1f%%"`.
    ///
    /// # Errors
    /// As [`FormatStrFormatter::new`].
    pub fn with_autopct(mut self, fmt: &str) -> Result<Self> {
        self.autopct = Some(FormatStrFormatter::new(fmt)?);
        Ok(self)
    }
}
