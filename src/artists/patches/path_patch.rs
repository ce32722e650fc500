//! Shapes of any path.

use kurbo::BezPath;

use crate::artists::patches::{Outline, PatchBase, Path, outlined_patch};

/// A patch along a [`Path`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::{Path, PathPatch};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let mut drop = Path::new();
/// drop.move_to(0.5, 1.0);
/// drop.curve4_to((0.0, 0.0), (1.0, 0.0), (0.5, 1.0));
/// let patch = fig[ax].add_patch(PathPatch::new(drop));
/// fig[patch].set_facecolor("skyblue")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PathPatch {
    path: Path,
    style: PatchBase,
}

impl PathPatch {
    /// A patch along this path.
    pub fn new(path: Path) -> Self {
        Self {
            path,
            style: PatchBase::default(),
        }
    }

    /// Replaces the path.
    pub fn set_path(&mut self, path: Path) {
        self.path = path;
    }

    /// The path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Outline for PathPatch {
    fn outline(&self) -> BezPath {
        self.path.0.clone()
    }
}

outlined_patch! { PathPatch; }
