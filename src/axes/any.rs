//! The axes of a figure: flat, polar or 3-D.

use std::any::{Any, TypeId};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::artists::DrawContext;
use crate::axes::{Axes, Axes3D, AxesBase, Element, PolarAxes, Position, SecondaryAxis};
use crate::axis::Axis;
use crate::handle::Handle;
use crate::mapping::{Limits, Projection};
use crate::properties::Properties;
use crate::scale::Scale;
use crate::style::Style;

/// Axes of a figure.
#[derive(Debug, Clone)]
pub(crate) enum AnyAxes {
    Flat(Box<Axes>),
    Polar(Box<PolarAxes>),
    Space(Box<Axes3D>),
    Secondary(Box<SecondaryAxis>),
}

/// The types of axes: [`Axes`], [`PolarAxes`], [`Axes3D`], [`SecondaryAxis`], or [`AxesBase`] for any. Polar axes are [`Axes`], too.
pub trait AxesKind: Any + sealed::Sealed {}

impl AxesKind for AxesBase {}
impl AxesKind for Axes {}
impl AxesKind for PolarAxes {}
impl AxesKind for Axes3D {}
impl AxesKind for SecondaryAxis {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::AxesBase {}
    impl Sealed for super::Axes {}
    impl Sealed for super::PolarAxes {}
    impl Sealed for super::Axes3D {}
    impl Sealed for super::SecondaryAxis {}
}

impl From<Handle<Axes>> for Handle<AxesBase> {
    fn from(handle: Handle<Axes>) -> Self {
        handle.cast()
    }
}

impl From<Handle<PolarAxes>> for Handle<AxesBase> {
    fn from(handle: Handle<PolarAxes>) -> Self {
        handle.cast()
    }
}

impl From<Handle<PolarAxes>> for Handle<Axes> {
    fn from(handle: Handle<PolarAxes>) -> Self {
        handle.cast()
    }
}

impl From<Handle<Axes3D>> for Handle<AxesBase> {
    fn from(handle: Handle<Axes3D>) -> Self {
        handle.cast()
    }
}

impl From<Handle<SecondaryAxis>> for Handle<AxesBase> {
    fn from(handle: Handle<SecondaryAxis>) -> Self {
        handle.cast()
    }
}

/// Axes that a figure creates itself.
pub(crate) trait NewAxes: AxesKind + Into<AnyAxes> {
    fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self;
}

impl NewAxes for Axes {
    fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        Self::new(position, handle, style)
    }
}

impl NewAxes for PolarAxes {
    fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        Self::new(position, handle, style)
    }
}

impl NewAxes for Axes3D {
    fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        Self::new(position, handle, style)
    }
}

impl From<Axes3D> for AnyAxes {
    fn from(axes: Axes3D) -> Self {
        Self::Space(Box::new(axes))
    }
}

impl From<SecondaryAxis> for AnyAxes {
    fn from(axes: SecondaryAxis) -> Self {
        Self::Secondary(Box::new(axes))
    }
}

impl From<PolarAxes> for AnyAxes {
    fn from(axes: PolarAxes) -> Self {
        Self::Polar(Box::new(axes))
    }
}

impl From<Axes> for AnyAxes {
    fn from(axes: Axes) -> Self {
        Self::Flat(Box::new(axes))
    }
}

impl AnyAxes {
    pub(crate) fn space(&self) -> Option<&Axes3D> {
        match self {
            Self::Space(axes) => Some(axes),
            _ => None,
        }
    }

    pub(crate) fn polar(&self) -> Option<&PolarAxes> {
        match self {
            Self::Polar(axes) => Some(axes),
            _ => None,
        }
    }

    pub(crate) fn secondary(&self) -> Option<&SecondaryAxis> {
        match self {
            Self::Secondary(axes) => Some(axes),
            _ => None,
        }
    }

    /// The axes as this kind, if they are of it; all are [`AxesBase`].
    pub(crate) fn as_kind<A: AxesKind>(&self) -> Option<&A> {
        self.as_properties()
            .class(TypeId::of::<A>())?
            .downcast_ref()
    }

    /// The same to be changed.
    pub(crate) fn as_kind_mut<A: AxesKind>(&mut self) -> Option<&mut A> {
        self.as_properties_mut()
            .class_mut(TypeId::of::<A>())?
            .downcast_mut()
    }

    /// An axis by its number: x, y, or z of 3-D axes.
    pub(crate) fn axis_at(&self, axis: usize) -> Option<&Axis> {
        match axis {
            0 => Some(&self.xaxis),
            1 => Some(&self.yaxis),
            _ => Some(&self.space()?.zaxis),
        }
    }

    /// The same to be changed.
    pub(crate) fn axis_at_mut(&mut self, axis: usize) -> Option<&mut Axis> {
        match (axis, self) {
            (0, axes) => Some(&mut axes.xaxis),
            (1, axes) => Some(&mut axes.yaxis),
            (_, Self::Space(axes)) => Some(&mut axes.zaxis),
            _ => None,
        }
    }

    /// What can be read by name.
    pub(crate) fn as_properties(&self) -> &dyn Properties {
        match self {
            Self::Flat(axes) => &**axes,
            Self::Polar(axes) => &**axes,
            Self::Space(axes) => &**axes,
            Self::Secondary(axes) => &**axes,
        }
    }

    /// What can be set by name.
    pub(crate) fn as_properties_mut(&mut self) -> &mut dyn Properties {
        match self {
            Self::Flat(axes) => &mut **axes,
            Self::Polar(axes) => &mut **axes,
            Self::Space(axes) => &mut **axes,
            Self::Secondary(axes) => &mut **axes,
        }
    }

    /// The projection of data to the drawing plane, for these limits and scales of x and y.
    pub(crate) fn projection(&self, limits: Limits, scales: &(Scale, Scale)) -> Projection {
        match self {
            Self::Flat(_) | Self::Secondary(_) => Projection::Flat,
            Self::Polar(axes) => Projection::Polar(axes.projection(limits, scales.1.clone())),
            Self::Space(axes) => Projection::Space(Box::new(axes.projection())),
        }
    }

    /// Everything that is drawn, from below, with the axes that are parts of it, which have these zorders.
    pub(crate) fn elements(
        &self,
        children: &[(f64, usize)],
        ctx: &DrawContext<'_>,
    ) -> Vec<Element<'_>> {
        let children = children
            .iter()
            .map(|(zorder, index)| (*zorder, Element::Child(*index)));
        match self {
            Self::Flat(axes) => axes.elements(children).collect(),
            Self::Polar(axes) => axes.elements(children).collect(),
            Self::Space(axes) => axes.elements(children, ctx),
            Self::Secondary(axes) => axes.axes.elements(children).collect(),
        }
    }
}

impl Deref for AnyAxes {
    type Target = AxesBase;

    fn deref(&self) -> &AxesBase {
        match self {
            Self::Flat(axes) => axes,
            Self::Polar(axes) => axes,
            Self::Space(axes) => axes,
            Self::Secondary(axes) => axes,
        }
    }
}

impl DerefMut for AnyAxes {
    fn deref_mut(&mut self) -> &mut AxesBase {
        match self {
            Self::Flat(axes) => axes,
            Self::Polar(axes) => axes,
            Self::Space(axes) => axes,
            Self::Secondary(axes) => axes,
        }
    }
}
