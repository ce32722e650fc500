//! 3-D axes: a box in space, seen from a point and drawn on a plane.

mod aspect;
mod bars;
mod contours;
mod cube;
mod draw;
mod error_bars;
mod errorbar;
mod fields;
mod limits;
mod look;
mod placed;
mod plot;
mod settings;
mod stem;
mod surfaces;
mod view;
mod voxels;

use std::sync::Arc;

use crate::artists::patches::PatchBase;
use crate::artists::{Artist, DrawContext};
use crate::axes::fitting::Fitting;
use crate::axes::placed::{TITLE_ZORDER, in_order};
use crate::axes::{AxesBase, Element, Position};
use crate::axis::Axis;
use crate::color::ColorSpec;
use crate::data_limits::{Coordinate, DataLimits};
use crate::handle::Handle;
use crate::mapping::Limits;
use crate::style::Style;
pub use aspect::Aspect3D;
pub use errorbar::{Errorbar3DContainer, Errorbar3DOptions};
pub(crate) use look::SpaceLook;
pub(crate) use placed::PlacedCube;
pub use stem::{Stem3DContainer, Stem3DOptions};
pub use view::ProjType;
use view::View;
pub use voxels::{VoxelOptions, Voxels};

/// 3-D axes (`projection="3d"`), which show the box of their limits from a viewpoint.
///
/// Artists have x, y and z. The drawing order is matplotlib's: lines are below collections, collections are sorted from
/// the farthest to the nearest, texts are above the first of them, and patches are sorted and counted as collections
/// are, but apart from them.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let t: Vec<f64> = (0..200).map(|i| f64::from(i) / 20.0).collect();
/// let (x, y): (Vec<f64>, Vec<f64>) = t.iter().map(|t| (t.cos(), t.sin())).unzip();
/// fig[ax].plot(&x, &y, &t)?;
/// fig[ax].set_zlabel("time (s)");
/// fig[ax].set_zlim(0.0, 10.0)?;
/// // From frame to frame:
/// fig[ax].view_init(30.0, 45.0, 0.0)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Axes3D {
    base: AxesBase,
    /// The z axis: ticks, label and scale.
    pub zaxis: Axis,
    view: View,
    grid: bool,
    panes: [ColorSpec; 3],
    /// None of them: those of the panes.
    pane_edges: Option<[ColorSpec; 3]>,
    /// That of patches in the style if `None`.
    pane_linewidth: Option<f64>,
    computed_zorder: bool,
}

impl Axes3D {
    /// The limits of the plane that they are drawn on: they leave room for labels around the box, more at the left
    /// and below.
    pub(crate) const PLANE: Limits = Limits {
        x: (-0.095, 0.09),
        y: (-0.095, 0.09),
    };

    pub(crate) fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        let zaxis = Axis::new(Coordinate::Z, &style);
        let mut base = AxesBase::new(position, handle, style);
        base.rule.box_aspect = Some(1.0);
        base.fitting = Fitting::Space;
        let mut axes = Self {
            base,
            zaxis,
            view: View::default(),
            grid: true,
            panes: settings::PANES,
            pane_edges: None,
            pane_linewidth: None,
            computed_zorder: true,
        };
        for axis in axes.axes_mut() {
            axis.request_autoscale();
        }
        axes
    }

    /// Adds an artist; its data take part in autoscaling. Flat artists are in the plane of the picture.
    pub fn add_artist<A: Artist>(&mut self, artist: A) -> Handle<A> {
        let fitting = self.fitting;
        let range = fitting.range_of(&artist);
        if range.is_some() {
            if !self
                .artists()
                .any(|artist| fitting.range_of(artist).is_some())
            {
                self.data = DataLimits::default();
            }
            self.zaxis.request_autoscale();
        }
        self.base.take(artist, range)
    }

    /// Removes all artists, titles and labels, and resets all settings except the position and the view.
    pub fn clear(&mut self) {
        let style = Arc::clone(&self.style);
        let mut cleared = Self::new(self.position.clone(), self.handle, style);
        cleared.generation = self.generation + 1;
        cleared.added = self.added;
        cleared.view = self.view;
        cleared.laid_out = self.laid_out;
        *self = cleared;
    }

    pub(crate) fn axes(&self) -> [&Axis; 3] {
        [&self.xaxis, &self.yaxis, &self.zaxis]
    }

    fn axes_mut(&mut self) -> [&mut Axis; 3] {
        let base = &mut self.base;
        [&mut base.xaxis, &mut base.yaxis, &mut self.zaxis]
    }

    /// Everything that is drawn, from below.
    pub(crate) fn elements<'a>(
        &'a self,
        children: impl Iterator<Item = (f64, Element<'a>)>,
        ctx: &DrawContext<'_>,
    ) -> Vec<Element<'a>> {
        let mut elements: Vec<(f64, Element<'_>)> = Vec::new();
        let mut sorted = Vec::new();
        for (place, slot) in self.drawn() {
            let depth = slot.artist.depth(&ctx.for_artist(&*slot.artist));
            if let Some(depth) = depth.filter(|_| self.computed_zorder) {
                let is_patch = slot.get::<PatchBase>().is_some();
                sorted.push((depth, is_patch, elements.len()));
            }
            elements.push((slot.artist.zorder(), Element::Artist(place, slot)));
        }
        sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
        // As the reference counts, from above the grid on, patches and collections apart.
        let mut next = [self.axis_below.zorder() + 1.0; 2];
        for (_, is_patch, index) in sorted {
            let next = &mut next[usize::from(is_patch)];
            elements[index].0 = *next;
            *next += 1.0;
        }
        if self.has_titles() {
            elements.push((TITLE_ZORDER, Element::Titles));
        }
        elements.extend(children);
        in_order(&mut elements);
        let patch = self.patch_on.then_some(Element::Patch);
        let cube = self.axis_on.then_some(Element::Cube);
        let elements = elements.into_iter().map(|(_, element)| element);
        patch.into_iter().chain(cube).chain(elements).collect()
    }
}
