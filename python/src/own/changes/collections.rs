//! Where the members of collections are, and their values.

use numpy::ndarray::{Array2, ArrayView2};
use plotreel::collections::{
    CollectionBase, EventCollection, Path3DCollection, PathCollection, QuadMesh, TriMesh,
};
use plotreel::image::AxesImage;
use plotreel::quiver::{Barbs, Quiver, Quiver3D};
use plotreel::{AnyHandle, Figure};

use super::lines::set_data;
use super::{Done, Given, always, of};
use crate::own::data::Points;

pub(super) fn set_offsets(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: Given<'_, '_>,
) -> Done {
    if name == "set_offsets_3d" {
        let (x, y, z) = (given.values(0)?, given.values(1)?, given.values(2)?);
        of!(fig, handle, Path3DCollection, marks => marks.set_offsets(&x, &y, &z));
        of!(fig, handle, Quiver3D, arrows => arrows.set_offsets(&x, &y, &z));
        return Ok(None);
    }
    let offsets = given.field(0)?;
    let [x, y] = [0, 1].map(|axis| column(offsets.view(), axis));
    of!(fig, handle, PathCollection, marks => marks.set_offsets(&x, &y));
    of!(fig, handle, Quiver, arrows => arrows.set_offsets(&x, &y));
    of!(fig, handle, Barbs, barbs => barbs.set_offsets(&x, &y));
    Ok(None)
}

pub(super) fn set_array(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    if fig.downcast::<AxesImage>(handle).is_some() {
        return set_data(fig, handle, given);
    }
    of!(fig, handle, QuadMesh, mesh => {
        mesh.set_array(&as_grid(given.points(0)?, mesh.shape()))
    });
    of!(fig, handle, TriMesh, mesh => mesh.set_array(&given.values(0)?));
    always!(fig, handle, CollectionBase, marks => marks.set_array(&given.values(0)?));
    Ok(None)
}

pub(super) fn set_uvc(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    let points = |i| given.points(i);
    of!(fig, handle, Quiver, arrows => arrows.set_uvc(&points(0)?, &points(1)?));
    of!(fig, handle, Barbs, barbs => barbs.set_uvc(&points(0)?, &points(1)?));
    of!(fig, handle, Quiver3D, arrows => {
        arrows.set_uvw(&given.values(0)?, &given.values(1)?, &given.values(2)?)
    });
    Ok(None)
}

pub(super) fn set_positions(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    always!(fig, handle, EventCollection, events => events.set_positions(&given.values(0)?));
    Ok(None)
}

fn column(array: ArrayView2<'_, f64>, axis: usize) -> Vec<f64> {
    match axis < array.ncols() {
        true => array.column(axis).to_vec(),
        false => Vec::new(),
    }
}

/// Values of a mesh of so many rows and columns, which matplotlib takes row by row, too.
fn as_grid(points: Points, shape: (usize, usize)) -> Array2<f64> {
    match points {
        Points::Grid(grid) => grid,
        Points::Line(numbers) => {
            let shape = match numbers.len() == shape.0 * shape.1 {
                true => shape,
                // The mesh refuses it.
                false => (1, numbers.len()),
            };
            Array2::from_shape_vec(shape, numbers).unwrap_or_default()
        }
    }
}
