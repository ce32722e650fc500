//! Patches, collections and lines that are given as objects: `add_patch`, `add_collection`, `add_line`.

use plotreel::artists::{Artist, Line2D};
use plotreel::collections::{LineCollection, PathCollection, PolyCollection};
use plotreel::patches::{
    Annulus, Arc, Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, PathPatch, Polygon, Rectangle,
    RegularPolygon, Wedge,
};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::call::{Call, Method};
use super::points::{lists, pairs, pairs_of};
use crate::figure::path;

/// `add` takes the class of an artist and what it is made of by name.
pub(super) const METHODS: &[Method] = &[("add", |c| {
    let kind = c.text("kind")?;
    match kind.as_str() {
        "Rectangle" => {
            let (width, height) = (c.number("width")?, c.number("height")?);
            let rectangle = Rectangle::new(c.pair("xy")?, width, height);
            added(c, "Rectangle", rectangle)
        }
        "Circle" => {
            let circle = Circle::new(c.pair("center")?, c.number("radius")?);
            added(c, "Circle", circle)
        }
        "Ellipse" => {
            let ellipse = Ellipse::new(c.pair("center")?, c.number("width")?, c.number("height")?);
            added(c, "Ellipse", ellipse)
        }
        "Arc" => {
            let arc = Arc::new(c.pair("center")?, c.number("width")?, c.number("height")?);
            added(c, "Arc", arc)
        }
        "Annulus" => {
            let (center, radii) = (c.pair("center")?, c.pair("radii")?);
            let ring = Annulus::new(center, radii, c.number("width")?).map_err(c.told())?;
            added(c, "Annulus", ring)
        }
        "Wedge" => {
            let (center, radius) = (c.pair("center")?, c.number("radius")?);
            let wedge = Wedge::new(center, radius, c.number("theta1")?, c.number("theta2")?);
            added(c, "Wedge", wedge)
        }
        "Polygon" => {
            let polygon = Polygon::new(&pairs_of(&c.need("points")?)?);
            added(c, "Polygon", polygon)
        }
        "RegularPolygon" => {
            let corners = c.need("corners")?.extract::<usize>()?;
            let polygon = RegularPolygon::new(c.pair("center")?, corners, c.number("radius")?);
            added(c, "RegularPolygon", polygon)
        }
        "FancyBboxPatch" => {
            let (width, height) = (c.number("width")?, c.number("height")?);
            let bbox = FancyBboxPatch::new(c.pair("start")?, width, height);
            added(c, "FancyBboxPatch", bbox)
        }
        "FancyArrowPatch" => {
            let arrow = FancyArrowPatch::new(c.pair("start")?, c.pair("end")?);
            added(c, "FancyArrowPatch", arrow)
        }
        "PathPatch" => {
            let patch = PathPatch::new(path(&c.need("outline")?)?);
            added(c, "PathPatch", patch)
        }
        "Line2D" => {
            let line = Line2D::new(&c.numbers("x")?, &c.numbers("y")?).map_err(c.told())?;
            added(c, "Line2D", line)
        }
        "LineCollection" => {
            let lines = LineCollection::new(lists::<2>(&c.need("segments")?)?);
            added(c, "LineCollection", lines)
        }
        "PolyCollection" => {
            let polygons = PolyCollection::new(pairs(&c.need("verts")?)?);
            added(c, "PolyCollection", polygons)
        }
        "PathCollection" => {
            let (x, y) = (c.numbers("x")?, c.numbers("y")?);
            let marks = PathCollection::from_offsets(&x, &y).map_err(c.told())?;
            added(c, "PathCollection", marks)
        }
        other => Err(PyTypeError::new_err(format!(
            "{other} can't be added to axes"
        ))),
    }
})];

fn added<A: Artist>(c: &mut Call<'_, '_>, kind: &'static str, artist: A) -> PyResult<()> {
    let handle = c.flat()?.add_artist(artist);
    c.one(kind, Ok(handle))
}
