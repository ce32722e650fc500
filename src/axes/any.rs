//! What a figure holds: flat axes and 3-D ones alike.

use std::ops::{Deref, DerefMut};

use crate::artists::DrawContext;
use crate::axes::{Axes, Axes3D, AxesBase, Element};
use crate::handle::Handle;
use crate::projection::Projection;

/// Axes of a figure.
#[derive(Debug, Clone)]
pub enum AnyAxes {
    Flat(Box<Axes>),
    Space(Box<Axes3D>),
}

/// What a handle of axes can name: [`Axes`], [`Axes3D`], or [`AxesBase`] for either.
pub trait AxesKind: sealed::Sealed {}

impl AxesKind for AxesBase {}
impl AxesKind for Axes {}
impl AxesKind for Axes3D {}

mod sealed {
    use super::AnyAxes;

    pub trait Sealed: Sized {
        fn of(axes: &AnyAxes) -> Option<&Self>;
        fn of_mut(axes: &mut AnyAxes) -> Option<&mut Self>;
    }
}

impl sealed::Sealed for AxesBase {
    fn of(axes: &AnyAxes) -> Option<&Self> {
        Some(axes)
    }

    fn of_mut(axes: &mut AnyAxes) -> Option<&mut Self> {
        Some(axes)
    }
}

impl sealed::Sealed for Axes {
    fn of(axes: &AnyAxes) -> Option<&Self> {
        match axes {
            AnyAxes::Flat(axes) => Some(axes),
            AnyAxes::Space(_) => None,
        }
    }

    fn of_mut(axes: &mut AnyAxes) -> Option<&mut Self> {
        match axes {
            AnyAxes::Flat(axes) => Some(axes),
            AnyAxes::Space(_) => None,
        }
    }
}

impl sealed::Sealed for Axes3D {
    fn of(axes: &AnyAxes) -> Option<&Self> {
        match axes {
            AnyAxes::Flat(_) => None,
            AnyAxes::Space(axes) => Some(axes),
        }
    }

    fn of_mut(axes: &mut AnyAxes) -> Option<&mut Self> {
        match axes {
            AnyAxes::Flat(_) => None,
            AnyAxes::Space(axes) => Some(axes),
        }
    }
}

impl From<Handle<Axes>> for Handle<AxesBase> {
    fn from(handle: Handle<Axes>) -> Self {
        handle.cast()
    }
}

impl From<Handle<Axes3D>> for Handle<AxesBase> {
    fn from(handle: Handle<Axes3D>) -> Self {
        handle.cast()
    }
}

impl From<Axes> for AnyAxes {
    fn from(axes: Axes) -> Self {
        Self::Flat(Box::new(axes))
    }
}

impl AnyAxes {
    pub(crate) fn space(&self) -> Option<&Axes3D> {
        sealed::Sealed::of(self)
    }

    /// How data in space come to the plane of 3-D axes.
    pub(crate) fn projection(&self) -> Option<Projection> {
        self.space().map(Axes3D::projection)
    }

    /// Everything that is drawn, from below.
    pub(crate) fn elements(&self, ctx: &DrawContext<'_>) -> Vec<Element<'_>> {
        match self {
            Self::Flat(axes) => axes.elements().collect(),
            Self::Space(axes) => axes.elements(ctx),
        }
    }
}

impl Deref for AnyAxes {
    type Target = AxesBase;

    fn deref(&self) -> &AxesBase {
        match self {
            Self::Flat(axes) => axes,
            Self::Space(axes) => axes,
        }
    }
}

impl DerefMut for AnyAxes {
    fn deref_mut(&mut self) -> &mut AxesBase {
        match self {
            Self::Flat(axes) => axes,
            Self::Space(axes) => axes,
        }
    }
}
