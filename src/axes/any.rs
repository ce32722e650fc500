//! What a figure holds: flat axes and 3-D ones alike.

use std::ops::{Deref, DerefMut};

use crate::artists::DrawContext;
use crate::axes::{Axes, Axes3D, Element};
use crate::projection::Projection;

/// Axes of a figure. As [`Axes`] they are the flat ones themselves, or the plane that 3-D ones are drawn on.
#[derive(Debug, Clone)]
pub(crate) enum AnyAxes {
    Flat(Box<Axes>),
    Space(Box<Axes3D>),
}

impl AnyAxes {
    pub(crate) fn space(&self) -> Option<&Axes3D> {
        match self {
            Self::Flat(_) => None,
            Self::Space(axes) => Some(axes),
        }
    }

    pub(crate) fn space_mut(&mut self) -> Option<&mut Axes3D> {
        match self {
            Self::Flat(_) => None,
            Self::Space(axes) => Some(axes),
        }
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
    type Target = Axes;

    fn deref(&self) -> &Axes {
        match self {
            Self::Flat(axes) => axes,
            Self::Space(axes) => &axes.plane,
        }
    }
}

impl DerefMut for AnyAxes {
    fn deref_mut(&mut self) -> &mut Axes {
        match self {
            Self::Flat(axes) => axes,
            Self::Space(axes) => &mut axes.plane,
        }
    }
}

impl From<Axes> for AnyAxes {
    fn from(axes: Axes) -> Self {
        Self::Flat(Box::new(axes))
    }
}
