//! Layouts that a figure has in each frame.

use crate::error::{Error, Result};
use crate::figure::{Figure, FigureBase};
use crate::properties::{Angle, Length, finite_rect, options};

/// What places the subplots of a figure whenever it is drawn: [`Figure::set_layout_engine`].
///
/// ```
/// use plotreel::layout::{ConstrainedLayout, LayoutEngine};
///
/// let compressed = ConstrainedLayout::new().with_compress(true);
/// assert_eq!(LayoutEngine::try_from("compressed")?, LayoutEngine::Constrained(compressed));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum LayoutEngine {
    /// `"none"`: margins and spaces as they are.
    #[default]
    None,
    /// `"tight"`: margins and spaces that leave room for labels.
    Tight(TightLayout),
    /// `"constrained"`, and `"compressed"` if it compresses: a place for each subplot.
    Constrained(ConstrainedLayout),
}

impl TryFrom<&str> for LayoutEngine {
    type Error = Error;

    fn try_from(name: &str) -> Result<Self> {
        match name {
            "none" => Ok(Self::None),
            "tight" => Ok(TightLayout::new().into()),
            "constrained" => Ok(ConstrainedLayout::new().into()),
            "compressed" => Ok(ConstrainedLayout::new().with_compress(true).into()),
            _ => Err(Error::Setting {
                name: "layout",
                value: format!("{name:?}"),
                expected: "constrained, compressed, tight or none",
            }),
        }
    }
}

impl From<TightLayout> for LayoutEngine {
    fn from(layout: TightLayout) -> Self {
        Self::Tight(layout)
    }
}

impl From<ConstrainedLayout> for LayoutEngine {
    fn from(layout: ConstrainedLayout) -> Self {
        Self::Constrained(layout)
    }
}

impl LayoutEngine {
    pub(crate) fn checked(self) -> Result<Self> {
        match &self {
            Self::None => Ok(()),
            Self::Tight(layout) => layout.checked(),
            Self::Constrained(layout) => layout.checked(),
        }?;
        Ok(self)
    }
}

options! {
    /// Padding of `tight_layout`, in font sizes. It may be negative.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::layout::TightLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(2, 2)?;
    /// fig[axs[[0, 0]]].set_ylabel("left of all");
    /// fig.tight_layout_with(&TightLayout::new().with_h_pad(2.0))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct TightLayout;
    pad / with_pad: number<Angle> = 1.08, "the padding between the edge of the figure and the subplots";
    h_pad / with_h_pad: maybe<Angle> = None, "the padding between rows; that of the edges if `None`";
    w_pad / with_w_pad: maybe<Angle> = None, "the padding between columns; that of the edges if `None`";
    rect / with_rect: maybe_value<[f64; 4]> = None,
        "the box in fractions of the figure that the subplots with their labels fit in: left, bottom, right and top; the \
        whole figure if `None`";
}

impl TightLayout {
    pub(crate) fn checked(&self) -> Result<()> {
        self.check_options()?;
        let fits = |[left, bottom, right, top]: [f64; 4]| left < right && bottom < top;
        match self.rect.filter(|rect| !fits(*rect)) {
            None => Ok(()),
            Some(rect) => Err(Error::Setting {
                name: "rect",
                value: format!("{rect:?}"),
                expected: "left, bottom, right and top, left less than right and bottom less than top",
            }),
        }
    }
}

options! {
    /// Padding and spaces of `constrained_layout`.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::layout::ConstrainedLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(2, 2)?;
    /// fig[axs[[0, 0]]].set_ylabel("left of all");
    /// fig.constrained_layout_with(&ConstrainedLayout::new().with_wspace(0.1))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct ConstrainedLayout;
    h_pad / with_h_pad: number<Length> = 0.04167, "the padding above and below axes with their labels, in inches";
    w_pad / with_w_pad: number<Length> = 0.04167, "the padding at the left and at the right of axes with their labels, in inches";
    hspace / with_hspace: number<Length> = 0.02, "the least space between rows, as a fraction of the figure for all of them";
    wspace / with_wspace: number<Length> = 0.02, "the least space between columns, as a fraction of the figure for all of them";
    rect / with_rect: copied<[f64; 4]> = [0.0, 0.0, 1.0, 1.0],
        "the box in fractions of the figure that all of it fits in: left, bottom, width and height";
    compress / with_compress: flag = false,
        "whether subplots with a fixed aspect are moved together; they must be of one grid";
}

impl ConstrainedLayout {
    pub(crate) fn checked(&self) -> Result<()> {
        self.check_options()?;
        let [_, _, width, height] = finite_rect("rect", self.rect)?;
        if width > 0.0 && height > 0.0 {
            return Ok(());
        }
        Err(Error::Setting {
            name: "rect",
            value: format!("{:?}", self.rect),
            expected: "left, bottom, width and height, the last two above 0",
        })
    }
}

impl Figure {
    /// What places its subplots whenever it is drawn.
    pub fn layout_engine(&self) -> &LayoutEngine {
        &self.engine
    }
}

impl FigureBase {
    /// Subfigures have the same.
    pub(crate) fn take_engine(&mut self, engine: &LayoutEngine) {
        self.engine = *engine;
        for sub in &mut self.subfigs {
            sub.take_engine(engine);
        }
    }

    /// Whether margins and spaces are what places the subplots.
    pub(crate) fn is_adjustable(&self) -> bool {
        !matches!(self.engine, LayoutEngine::Constrained(_))
    }
}
