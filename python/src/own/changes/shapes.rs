//! The corners of polygons, the points of segments, and the lengths of bars.

use plotreel::artists::BarContainer;
use plotreel::collections::{
    FillBetweenPolyCollection, Line3DCollection, LineCollection, Poly3DCollection, PolyCollection,
};
use plotreel::patches::Polygon;
use plotreel::{AnyHandle, Figure};

use super::{Done, Given, always, of};
use crate::own::points::{lists, pairs, pairs_of};

pub(super) fn set_lengths(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: Given<'_, '_>,
) -> Done {
    let lengths = given.values(0)?;
    of!(fig, handle, BarContainer, bars => match name {
        "set_heights" => bars.set_heights(&lengths),
        _ => bars.set_widths(&lengths),
    });
    Ok(None)
}

pub(super) fn set_verts(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    let given = given.one(0)?;
    always!(fig, handle, Poly3DCollection, faces => faces.set_verts(lists::<3>(&given)?));
    always!(fig, handle, PolyCollection, polygons => polygons.set_verts(&pairs(&given)?));
    always!(fig, handle, FillBetweenPolyCollection, band => band.set_verts(&pairs(&given)?));
    Ok(None)
}

pub(super) fn set_segments(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    let given = given.one(0)?;
    always!(fig, handle, LineCollection, lines => lines.set_segments(lists::<2>(&given)?));
    always!(fig, handle, Line3DCollection, lines => lines.set_segments(lists::<3>(&given)?));
    Ok(None)
}

pub(super) fn set_xy(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    always!(fig, handle, Polygon, polygon => polygon.set_xy(&pairs_of(&given.one(0)?)?));
    Ok(None)
}
