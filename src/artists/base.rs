//! The common properties of artists.

use std::sync::Arc;

use kurbo::{Affine, BezPath};

use crate::artists::patches::Path;
use crate::artists::{Alpha, DrawContext, StickyEdges};
use crate::error::Result;
use crate::mapping::{AxesBox, Clip};
use crate::properties::{Fraction, Maybe, finite_rect, properties};

/// What every artist has: opacity, visibility, a place in the drawing order, a label, clipping. Artists dereference to
/// it.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
/// fig[line].set_alpha(0.5)?;
/// fig[line].set_zorder(3.0);
/// assert!(fig[line].set_alpha(1.5).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ArtistBase {
    pub(crate) alpha: Alpha,
    pub(crate) visible: bool,
    pub(crate) zorder: f64,
    pub(crate) label: Option<String>,
    pub(crate) clip_on: bool,
    pub(crate) axlim_clip: bool,
    pub(crate) clip_to: Option<ClipTo>,
    gid: Option<String>,
    animated: bool,
    pub(crate) sticky: StickyEdges,
}

/// What an artist is clipped to instead of its axes, in pixels of the canvas, y up.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ClipTo {
    /// Left, bottom, right and top.
    Box([f64; 4]),
    Path(Arc<Path>),
}

impl ArtistBase {
    /// The properties of a visible artist without label, clipped to its axes, with this zorder.
    pub fn new(zorder: f64) -> Self {
        Self {
            alpha: Alpha::default(),
            visible: true,
            zorder,
            label: None,
            clip_on: true,
            axlim_clip: false,
            clip_to: None,
            gid: None,
            animated: false,
            sticky: StickyEdges::default(),
        }
    }

    /// The same without clipping.
    pub(crate) fn unclipped(zorder: f64) -> Self {
        Self {
            clip_on: false,
            ..Self::new(zorder)
        }
    }

    /// The same with this opacity.
    pub(crate) fn with_alpha(self, alpha: Option<f64>) -> Self {
        Self {
            alpha: alpha.into(),
            ..self
        }
    }

    /// Sets the opacity, from 0 to 1; `None` keeps the opacity of the colours. Legends and plotters charts use that of
    /// their content.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range or not finite.
    pub fn set_alpha(&mut self, value: impl Into<Option<f64>>) -> Result<()> {
        self.put_alpha(value.into().into())
    }

    /// Returns the opacity of all; `None` keeps that of the colours, or each element has its own.
    pub fn alpha(&self) -> Option<f64> {
        self.alpha.number()
    }

    /// Sets opacities, if all are from 0 to 1.
    pub(crate) fn put_alpha(&mut self, alpha: Alpha) -> Result<()> {
        self.alpha = alpha.checked()?;
        Ok(())
    }

    /// Clips it to a box instead of the axes: left, bottom, right and top in pixels from the lower left corner of the
    /// figure. `None` is the axes again.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn set_clip_box(&mut self, around: impl Into<Option<[f64; 4]>>) -> Result<()> {
        let around = around.into();
        let around = around.map(|around| finite_rect("clip_box", around));
        self.clip_to = around.transpose()?.map(ClipTo::Box);
        Ok(())
    }

    /// Returns the box that it is clipped to, if one was set.
    pub fn clip_box(&self) -> Option<[f64; 4]> {
        match self.clip_to {
            Some(ClipTo::Box(around)) => Some(around),
            _ => None,
        }
    }

    /// Clips it to a path instead of the axes, in pixels from the lower left corner of the figure; images are clipped to
    /// both. `None` is the axes again.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::patches::Path;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig[line].set_clip_path(Path::from_vertices(&[(100.0, 100.0), (500.0, 100.0), (300.0, 400.0)]));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn set_clip_path(&mut self, path: impl Into<Option<Path>>) {
        self.clip_to = path.into().map(|path| ClipTo::Path(Arc::new(path)));
    }

    /// The part of the canvas that it is restricted to, unless clipping is off.
    pub fn clip(&self, ctx: &DrawContext<'_>) -> Option<Clip> {
        self.clip_on.then(|| match &self.clip_to {
            None => ctx.clip(),
            Some(ClipTo::Box(around)) => Clip::Pixels(box_of(*around).clip_pixels(ctx.size)),
            Some(ClipTo::Path(path)) => Clip::Path(on_canvas(path, ctx)),
        })
    }

    /// The box, and the path, that an image is restricted to, unless clipping is off.
    pub(crate) fn clip_of_image(
        &self,
        ctx: &DrawContext<'_>,
    ) -> (Option<AxesBox>, Option<Arc<BezPath>>) {
        match &self.clip_to {
            _ if !self.clip_on => (None, None),
            None => (Some(ctx.mapping.axes()), None),
            Some(ClipTo::Box(around)) => (Some(box_of(*around)), None),
            Some(ClipTo::Path(path)) => (Some(ctx.mapping.axes()), Some(on_canvas(path, ctx))),
        }
    }
}

/// The box with these sides: left, bottom, right and top.
fn box_of([x0, y0, x1, y1]: [f64; 4]) -> AxesBox {
    AxesBox {
        x0,
        y0,
        width: x1 - x0,
        height: y1 - y0,
    }
}

/// A path in pixels from the upper left corner of the canvas.
fn on_canvas(path: &Path, ctx: &DrawContext<'_>) -> Arc<BezPath> {
    let up = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(ctx.size.height)]);
    Arc::new(up * path.0.clone())
}

properties! {
    impl[] ArtistBase;
    visible / set_visible: flag = visible, "whether it is drawn";
    zorder / set_zorder: coordinate = zorder, "the place in the drawing order: lower ones are drawn first";
    label / set_label: maybe_text = label, "the name in legends; a label that begins with `_` is not shown";
    clip_on / set_clip_on: flag = clip_on, "whether it is clipped to the axes";
    axlim_clip / set_axlim_clip: flag = axlim_clip,
        "whether its points beyond the limits of 3-D axes are left out; it has no effect in others";
    gid / set_gid: maybe_text = gid, "a name for a group of artists; it does not change the drawing";
    animated / set_animated: flag = animated,
        "whether matplotlib would omit it from full draws; it has no effect here";
    @by name:
    clip_box: Option<[f64; 4]> = |artist| artist.clip_box(), |artist, around| artist.set_clip_box(around),
        "the box that it is clipped to: left, bottom, right and top in pixels of the figure; `None` is that of the axes";
    alpha: Maybe<Fraction> = |artist| artist.alpha().into(), |artist, alpha| artist.set_alpha(alpha.0),
        "the opacity, from 0 to 1; `None` keeps that of the colours. Legends and plotters charts use that of their content";
}

crate::artists::kind::artist_kind!(ArtistBase);
