//! Which axes belong together: those that share an axis, twins, axes with aligned labels, axes in others.

use crate::axes::AxesBase;
use crate::axis::{Axis, Direction};
use crate::figure::FigureBase;

impl FigureBase {
    /// The axes that share this one's x or y axis, including itself.
    pub(crate) fn group(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = usize> + Clone {
        let leader = self.leader(index, direction);
        (0..self.axes.len()).filter(move |other| self.leader(*other, direction) == leader)
    }

    /// The same with their axis.
    pub(super) fn members(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = (&AxesBase, &Axis)> + Clone {
        let group = self.group(index, direction);
        group.map(move |member| {
            let axes: &AxesBase = &self.axes[member];
            (axes, axes.axis(direction))
        })
    }

    /// The first of the axes that share an axis.
    fn leader(&self, index: usize, direction: Direction) -> usize {
        match self.axes[index].shared[direction as usize] {
            Some(other) if other != index => self.leader(other, direction),
            _ => index,
        }
    }

    /// The other axes with whose labels those of x or y are aligned.
    pub(crate) fn aligned(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = usize> {
        self.aligned_by(index, direction as usize)
    }

    /// The other axes with whose titles those of axes are aligned.
    pub(crate) fn aligned_titles(&self, index: usize) -> impl Iterator<Item = usize> {
        self.aligned_by(index, 2)
    }

    fn aligned_by(&self, index: usize, which: usize) -> impl Iterator<Item = usize> {
        let first = self.axes[index].aligned[which];
        (0..self.axes.len()).filter(move |other| {
            *other != index && first.is_some() && self.axes[*other].aligned[which] == first
        })
    }

    /// The axes that are drawn as parts of these, with their zorders.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = (f64, usize)> {
        let parent = &self.axes[index];
        let axes = self.axes.iter().enumerate();
        let children = axes.filter(move |(_, axes)| {
            let inset = axes.position.inset();
            inset.is_some_and(|inset| inset.is_part_of(index, parent))
        });
        children.map(|(index, axes)| (axes.zorder(), index))
    }

    /// The axes that overlap as twins, including this one.
    pub(crate) fn twins(&self, index: usize) -> impl Iterator<Item = usize> {
        let original = |axes: usize| self.axes[axes].twin_of.unwrap_or(axes);
        let of = original(index);
        (0..self.axes.len()).filter(move |other| original(*other) == of)
    }
}
