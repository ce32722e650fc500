//! How paths are painted.

use kurbo::Stroke;

use crate::canvas::hatch::{Hatch, Hatching};
use crate::canvas::paint::Fill;
use crate::canvas::simplify::SIMPLIFICATION;
use crate::canvas::snap::Snap;
use crate::color::Color;
use crate::mapping::Clip;

/// How a path is painted: without settings not at all.
///
/// ```
/// use plotreel::canvas::kurbo::{Rect, Shape, Stroke};
/// use plotreel::canvas::{Canvas, GraphicsContext};
/// use plotreel::{Color, FrameSize};
///
/// let mut canvas = Canvas::new(FrameSize { width: 40, height: 30 });
/// let (gold, black) = (Color::named("gold")?, Color::rgb(0, 0, 0));
/// let gc = GraphicsContext::new().with_face(gold).with_edge(black, Stroke::new(2.0));
/// canvas.draw_path(&Rect::new(10.0, 10.0, 30.0, 20.0).to_path(0.1), &gc);
/// assert_eq!(canvas.to_rgb()[3 * (15 * 40 + 20)..][..3], [255, 215, 0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct GraphicsContext {
    pub(crate) face: Option<Color>,
    /// Colour and stroke; its lengths are pixels.
    pub(crate) edge: Option<(Color, Stroke)>,
    /// The pattern over the face.
    pub(crate) hatching: Option<Hatching>,
    pub(crate) snap: Snap,
    pub(crate) clip: Option<Clip>,
    /// Number of the path's points before it was clipped, which decides whether it is simplified.
    pub(crate) points: Option<usize>,
    pub(crate) antialiased: bool,
    /// How far a simplified line may be from its points, in pixels; 0 for lines that are not simplified.
    pub(crate) simplify: f64,
}

impl Default for GraphicsContext {
    fn default() -> Self {
        Self {
            face: None,
            edge: None,
            hatching: None,
            snap: Snap::Auto,
            clip: None,
            points: None,
            antialiased: true,
            simplify: SIMPLIFICATION,
        }
    }
}

impl GraphicsContext {
    /// Neither face nor edge.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fills the path, by the nonzero rule.
    pub fn with_face(mut self, color: Color) -> Self {
        self.face = Some(color).filter(|color| color.a > 0);
        self
    }

    /// Strokes the path. Width and dashes of the stroke are in pixels: see
    /// [`points_to_pixels`](crate::artists::DrawContext::points_to_pixels).
    pub fn with_edge(mut self, color: Color, stroke: Stroke) -> Self {
        self.edge = Some((color, stroke)).filter(|(color, _)| color.a > 0);
        self
    }

    /// Whether the points of the path are snapped to whole pixels.
    pub fn with_snap(mut self, snap: Snap) -> Self {
        self.snap = snap;
        self
    }

    /// What is painted only; see [`ArtistBase::clip`](crate::artists::ArtistBase::clip).
    pub fn with_clip(mut self, clip: impl Into<Option<Clip>>) -> Self {
        self.clip = clip.into();
        self
    }

    /// Whether edges are smooth, as they are by default; else each pixel that a shape touches is painted wholly. Markers
    /// are always smooth.
    pub fn with_antialiased(mut self, antialiased: bool) -> Self {
        self.antialiased = antialiased;
        self
    }

    /// Covers the face with a hatch, its lines in this colour and so many pixels wide; its square, which repeats, has
    /// sides of so many pixels as an inch has.
    pub fn with_hatch(mut self, hatch: Hatch, color: Color, linewidth: f64, dpi: f64) -> Self {
        let hatching = Hatching {
            pattern: hatch,
            color,
            linewidth,
            side: dpi as usize,
        };
        self.hatching = Some(hatching).filter(|hatching| !hatching.pattern.is_empty());
        self
    }

    /// How far a line of many points may be from them in pixels, 1/9 by default; 0 for lines that keep all points.
    pub fn with_simplify(mut self, threshold: f64) -> Self {
        self.simplify = threshold;
        self
    }

    /// How something is filled in this colour.
    pub(crate) fn fill(&self, color: Color) -> Fill<'_> {
        Fill {
            color,
            clip: self.clip.as_ref(),
            antialiased: self.antialiased,
        }
    }

    pub(super) fn edge_width(&self) -> f64 {
        match &self.edge {
            Some((color, stroke)) if color.a > 0 => stroke.width,
            _ => 0.0,
        }
    }
}
