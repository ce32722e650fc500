//! Patches in space.

use kurbo::{BezPath, PathEl, Point};

use crate::artists::patches::{OutlinedPatch, PatchBase};
use crate::artists::{Artist, DrawContext, LegendHandle, ZDir};
use crate::canvas::Canvas;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::properties;

/// A patch in a plane of space across x, y or z (`pathpatch_2d_to_3d`), or a bar of
/// [`Axes3D::bar`](crate::Axes3D::bar).
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::{Circle, Patch3D};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let mut disc = Circle::new((0.5, 0.5), 0.3);
/// disc.set_facecolor("tab:orange")?;
/// let wall = fig[ax].add_artist(Patch3D::new(&disc, 0.0, "x")?);
/// // From frame to frame:
/// fig[wall].set_z(0.2);
/// fig[wall].set_patch(&Circle::new((0.5, 0.6), 0.3));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Patch3D {
    path: BezPath,
    z: f64,
    zdir: ZDir,
    /// Whether its edge ends where it began instead of being closed, and its axes fit it, as those of bars.
    is_bar: bool,
    style: PatchBase,
}

properties! {
    impl[] Patch3D, in style: PatchBase;
    z / set_z: coordinate = z, "the position of its plane along `zdir`";
    zdir / set_zdir: choice<ZDir> = zdir, "the axis that its plane is across";
}

impl Patch3D {
    /// The outline and the look of a patch in the plane across `zdir` at `z`. Its coordinates are the other two axes in
    /// their order.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names than x, y and z.
    pub fn new<V: TryInto<ZDir>>(patch: &impl OutlinedPatch, z: f64, zdir: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        Ok(Self {
            path: patch.path().0,
            z,
            zdir: zdir.try_into()?,
            is_bar: false,
            style: patch.style().clone(),
        })
    }

    /// A bar, which its axes fit.
    pub(crate) fn of_bar(bar: &impl OutlinedPatch, z: f64, zdir: ZDir) -> Self {
        let mut patch = Self {
            path: BezPath::new(),
            z,
            zdir,
            is_bar: true,
            style: patch_style(bar),
        };
        patch.set_patch(bar);
        patch
    }

    /// Replaces its outline by that of another patch; its look stays. The axes' limits are not changed.
    pub fn set_patch(&mut self, patch: &impl OutlinedPatch) {
        self.path = patch.path().0;
        if self.is_bar {
            self.path = ended(&self.path);
        }
    }

    /// A place of its plane in space.
    fn in_space(&self, p: Point) -> [f64; 3] {
        match self.zdir {
            ZDir::X => [self.z, p.x, p.y],
            ZDir::Y => [p.x, self.z, p.y],
            ZDir::Z => [p.x, p.y, self.z],
        }
    }

    fn points(&self) -> impl Iterator<Item = Point> + '_ {
        let ends = self.path.elements().iter();
        ends.flat_map(|element| match *element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) => vec![p],
            PathEl::QuadTo(p, q) => vec![p, q],
            PathEl::CurveTo(p, q, r) => vec![p, q, r],
            PathEl::ClosePath => Vec::new(),
        })
    }
}

fn patch_style(patch: &impl OutlinedPatch) -> PatchBase {
    patch.style().clone()
}

/// The path with lines to where its pieces began instead of closed ones.
fn ended(path: &BezPath) -> BezPath {
    let mut start = Point::ORIGIN;
    let element = |element: PathEl| {
        if let PathEl::MoveTo(p) = element {
            start = p;
        }
        match element {
            PathEl::ClosePath => PathEl::LineTo(start),
            other => other,
        }
    };
    path.iter().map(element).collect()
}

impl Artist for Patch3D {
    crate::artists::artist_parts!(style.base);

    /// As in the reference, only bars take part.
    fn data_limits(&self) -> DataLimits {
        if !self.is_bar {
            return DataLimits::default();
        }
        let places: Vec<[f64; 3]> = self.points().map(|p| self.in_space(p)).collect();
        let [x, y, z] = [0, 1, 2].map(|i| places.iter().map(|p| p[i]).collect::<Vec<_>>());
        DataLimits::of_points_3d(&x, &y, &z)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let place = |p: Point| ctx.point(self.in_space(p));
        let element = |element: &PathEl| match *element {
            PathEl::MoveTo(p) => PathEl::MoveTo(place(p)),
            PathEl::LineTo(p) => PathEl::LineTo(place(p)),
            PathEl::QuadTo(p, q) => PathEl::QuadTo(place(p), place(q)),
            PathEl::CurveTo(p, q, r) => PathEl::CurveTo(place(p), place(q), place(r)),
            PathEl::ClosePath => PathEl::ClosePath,
        };
        let path: BezPath = self.path.elements().iter().map(element).collect();
        self.style.draw_on_canvas(&path, true, canvas, ctx);
        Ok(())
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let depths = self
            .points()
            .map(|p| ctx.mapping.place(self.in_space(p))[2]);
        Some(depths.fold(f64::INFINITY, f64::min))
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(LegendHandle::patch(self.style.clone()))
    }
}
