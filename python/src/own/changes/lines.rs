//! The coordinates of lines, and the values of areas, images and surfaces.

use plotreel::artists::{Line2D, Line3D};
use plotreel::collections::{
    ContourSet, ContourSet3D, FillBetweenPolyCollection, Line3DCollection, Poly3DCollection,
};
use plotreel::image::AxesImage;
use plotreel::patches::StepPatch;
use plotreel::{AnyHandle, Figure};

use super::{Done, Given, of};
use crate::array::with_image;
use crate::own::data::image;

pub(super) fn set_data(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    if let Some(shown) = fig.downcast::<AxesImage>(handle) {
        let array = image(&given.one(0)?)?;
        return with_image(&array, |data| fig[shown].set_data(&data)).map(Some);
    }
    let (values, field) = (|i| given.values(i), |i| given.field(i));
    of!(fig, handle, Line2D, line => line.set_data(&values(0)?, &values(1)?));
    of!(fig, handle, FillBetweenPolyCollection, band => {
        band.set_data(&values(0)?, &values(1)?, &values(2)?)
    });
    of!(fig, handle, StepPatch, steps => steps.set_data(&values(0)?, &values(1)?));
    of!(fig, handle, ContourSet, contours => contours.set_data(&field(0)?));
    of!(fig, handle, Poly3DCollection, surface => {
        surface.set_data(&field(0)?, &field(1)?, &field(2)?)
    });
    of!(fig, handle, Line3DCollection, wires => {
        wires.set_data(&field(0)?, &field(1)?, &field(2)?)
    });
    Ok(None)
}

/// Sets x or y of a line.
pub(super) fn set_one(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: Given<'_, '_>,
) -> Done {
    let values = given.values(0)?;
    of!(fig, handle, Line2D, line => match name {
        "set_xdata" => line.set_xdata(&values),
        _ => line.set_ydata(&values),
    });
    Ok(None)
}

pub(super) fn set_data_3d(fig: &mut Figure, handle: AnyHandle, given: Given<'_, '_>) -> Done {
    let values = |i| given.values(i);
    of!(fig, handle, Line3D, line => line.set_data_3d(&values(0)?, &values(1)?, &values(2)?));
    of!(fig, handle, ContourSet3D, contours => {
        contours.set_data_3d(&given.points(0)?, &given.points(1)?, &given.field(2)?)
    });
    of!(fig, handle, Poly3DCollection, surface => {
        surface.set_data_3d(&values(0)?, &values(1)?, &values(2)?)
    });
    Ok(None)
}
