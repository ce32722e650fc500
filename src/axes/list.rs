//! One or several axes.

use ndarray::{ArrayBase, Data, Dimension};

use crate::axes::{AxesBase, AxesKind};
use crate::handle::Handle;

/// One or several axes of a figure: a handle, an array of them as [`subplots`](crate::figure::FigureBase::subplots)
/// returns it, or a list.
pub trait AxesList {
    /// Their handles, in their order.
    fn into_axes(self) -> Vec<Handle<AxesBase>>;
}

impl<A: AxesKind> AxesList for Handle<A> {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        vec![self.cast()]
    }
}

impl<A: AxesKind> AxesList for &[Handle<A>] {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.iter().map(|ax| ax.cast()).collect()
    }
}

impl<A: AxesKind> AxesList for &Vec<Handle<A>> {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.as_slice().into_axes()
    }
}

impl<A: AxesKind> AxesList for Vec<Handle<A>> {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.as_slice().into_axes()
    }
}

impl<A: AxesKind, const N: usize> AxesList for [Handle<A>; N] {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.as_slice().into_axes()
    }
}

impl<A: AxesKind, const N: usize> AxesList for &[Handle<A>; N] {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.as_slice().into_axes()
    }
}

impl<A: AxesKind, S: Data<Elem = Handle<A>>, D: Dimension> AxesList for &ArrayBase<S, D> {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        self.iter().map(|ax| ax.cast()).collect()
    }
}

impl<A: AxesKind, S: Data<Elem = Handle<A>>, D: Dimension> AxesList for ArrayBase<S, D> {
    fn into_axes(self) -> Vec<Handle<AxesBase>> {
        (&self).into_axes()
    }
}
