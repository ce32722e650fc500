//! The options of `pie`.

use crate::color::{ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{Angle, Check, Positive};
use crate::series::{Field, Series};
use crate::ticker::FormatStrFormatter;

/// Options of [`Axes::pie_with`](crate::Axes::pie_with).
///
/// ```
/// use plotreel::axes::PieOptions;
///
/// let options = PieOptions::new()
///     .with_labels(["a", "b"])
///     .with_autopct("%.0f%%")?
///     .with_explode(&[0.0, 0.1])
///     .with_startangle(90.0)?
///     .with_counterclock(false);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PieOptions {
    pub(super) labels: Vec<String>,
    pub(super) explode: Vec<f64>,
    pub(super) colors: Vec<ColorSpec>,
    pub(super) autopct: Option<FormatStrFormatter>,
    pub(super) pctdistance: f64,
    pub(super) labeldistance: f64,
    pub(super) startangle: f64,
    pub(super) radius: f64,
    pub(super) counterclock: bool,
    pub(super) center: (f64, f64),
    pub(super) frame: bool,
    pub(super) rotatelabels: bool,
    pub(super) normalize: bool,
}

impl Default for PieOptions {
    fn default() -> Self {
        Self {
            labels: Vec::new(),
            explode: Vec::new(),
            colors: Vec::new(),
            autopct: None,
            pctdistance: 0.6,
            labeldistance: 1.1,
            startangle: 0.0,
            radius: 1.0,
            counterclock: true,
            center: (0.0, 0.0),
            frame: false,
            rotatelabels: false,
            normalize: true,
        }
    }
}

impl PieOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a label for each wedge, beside it and in legends.
    pub fn with_labels<S: Into<String>>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Sets how far each wedge is moved out of the pie, in data coordinates.
    pub fn with_explode(mut self, explode: &(impl Series + ?Sized)) -> Self {
        self.explode = explode.values();
        self
    }

    /// Sets the colours of the wedges, which repeat, instead of those of the cycle for areas.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn with_colors<C: IntoColor>(
        mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<Self> {
        let colors = colors.into_iter().map(IntoColor::into_color);
        self.colors = colors.collect::<Result<_>>()?;
        Ok(self)
    }

    /// Writes the share of each wedge into it, in per cent: `"%.1f%%"`.
    ///
    /// # Errors
    /// As [`FormatStrFormatter::new`].
    pub fn with_autopct(mut self, fmt: &str) -> Result<Self> {
        self.autopct = Some(FormatStrFormatter::new(fmt)?);
        Ok(self)
    }

    /// Sets how far shares are from the middle, in radii; 0.6 by default.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn with_pctdistance(mut self, distance: f64) -> Result<Self> {
        self.pctdistance = Angle::checked("pctdistance", distance)?;
        Ok(self)
    }

    /// Sets how far labels are from the middle, in radii; 1.1 by default.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn with_labeldistance(mut self, distance: f64) -> Result<Self> {
        self.labeldistance = Angle::checked("labeldistance", distance)?;
        Ok(self)
    }

    /// Sets the angle that the first wedge begins at, in degrees counterclockwise from the right.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn with_startangle(mut self, degrees: f64) -> Result<Self> {
        self.startangle = Angle::checked("startangle", degrees)?;
        Ok(self)
    }

    /// Sets the radius in data coordinates; 1 by default.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not above 0.
    pub fn with_radius(mut self, radius: f64) -> Result<Self> {
        self.radius = Positive::checked("radius", radius)?;
        Ok(self)
    }

    /// Sets whether wedges follow each other counterclockwise, as by default.
    pub fn with_counterclock(mut self, counterclock: bool) -> Self {
        self.counterclock = counterclock;
        self
    }

    /// Sets the middle of the pie in data coordinates.
    pub fn with_center(mut self, x: f64, y: f64) -> Self {
        self.center = (x, y);
        self
    }

    /// Sets whether the axes keep their frame, ticks and limits.
    pub fn with_frame(mut self, frame: bool) -> Self {
        self.frame = frame;
        self
    }

    /// Sets whether labels are turned along their wedges.
    pub fn with_rotatelabels(mut self, rotate: bool) -> Self {
        self.rotatelabels = rotate;
        self
    }

    /// Sets whether the pie is always full; if not, values are fractions whose sum is at most 1.
    pub fn with_normalize(mut self, normalize: bool) -> Self {
        self.normalize = normalize;
        self
    }
}
