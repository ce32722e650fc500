//! Methods of flat and polar axes that draw images, meshes, contours and vector fields.

use plotreel::axes::StreamplotOptions;
use plotreel::collections::{ClabelOptions, ContourOptions, ContourSet};
use plotreel::quiver::Quiver;
use plotreel::ticker::FormatStrFormatter;
use plotreel::tri::Triangulation;
use plotreel::{Error, Handle};
use pyo3::prelude::*;

use super::call::{Call, Method};
use super::data::{Points, image};
use crate::array::with_image;

pub(super) const METHODS: &[Method] = &[
    ("imshow", |c| {
        let data = image(&c.need("X")?)?;
        let ax = c.flat()?;
        let shown = with_image(&data, |data| ax.imshow(&data))?;
        c.one("AxesImage", shown)
    }),
    ("matshow", |c| {
        let data = image(&c.need("X")?)?;
        let ax = c.flat()?;
        let shown = with_image(&data, |data| ax.matshow(&data))?;
        c.one("AxesImage", shown)
    }),
    ("contour", |c| contours(c, false)),
    ("contourf", |c| contours(c, true)),
    ("tricontour", |c| contours_of_net(c, false)),
    ("tricontourf", |c| contours_of_net(c, true)),
    ("clabel", |c| {
        let contours = c.artist::<ContourSet>("CS", "clabel takes contours")?;
        let mut options = c.options::<ClabelOptions>()?;
        if let Some(fmt) = c.take("fmt")? {
            let fmt = FormatStrFormatter::new(&fmt.extract::<String>()?);
            options = options.with_fmt(fmt.map_err(c.told())?);
        }
        c.flat()?.clabel(contours, &options).map_err(c.told())
    }),
    ("pcolormesh", |c| {
        let values = c.grid("C")?;
        let shading = c.text_or("shading", "auto")?;
        let mesh = match c.take("x")? {
            None => {
                let mesh = c.flat()?.pcolormesh_c(&values);
                Ok(mesh)
            }
            Some(x) => {
                let (x, y) = (Points::read(&x)?, c.points("y")?);
                c.flat()?.pcolormesh_with(&x, &y, &values, shading.as_str())
            }
        };
        c.one("QuadMesh", mesh)
    }),
    ("pcolor", |c| {
        let (x, y, values) = (c.points("x")?, c.points("y")?, c.grid("C")?);
        let mesh = c.flat()?.pcolor(&x, &y, &values);
        c.one("PolyQuadMesh", mesh)
    }),
    ("tripcolor", |c| {
        let net = net(c)?;
        let (values, shading) = (c.numbers("z")?, c.text_or("shading", "flat")?);
        let mesh = c.flat()?.tripcolor(&net, &values, shading.as_str());
        c.one("TriMesh", mesh)
    }),
    ("triplot", |c| {
        let net = net(c)?;
        let fmt = c.text_or("fmt", "")?;
        let lines = c.flat()?.triplot(&net, &fmt).map_err(c.told())?;
        c.many("artists", "Line2D", lines)
    }),
    ("quiver", |c| {
        let [x, y, u, v] = ["x", "y", "u", "v"].map(|name| c.points(name));
        let (x, y, u, v) = (x?, y?, u?, v?);
        let arrows = c.flat()?.quiver(&x, &y, &u, &v);
        c.one("Quiver", arrows)
    }),
    ("barbs", |c| {
        let [x, y, u, v] = ["x", "y", "u", "v"].map(|name| c.points(name));
        let (x, y, u, v) = (x?, y?, u?, v?);
        let barbs = c.flat()?.barbs(&x, &y, &u, &v);
        c.one("Barbs", barbs)
    }),
    ("quiverkey", |c| {
        let arrows = c.artist::<Quiver>("Q", "quiverkey takes a quiver")?;
        let (place, length, label) = (c.pair("place")?, c.number("U")?, c.text("label_text")?);
        let key = c.flat()?.quiverkey(arrows, place, length, label);
        c.one("QuiverKey", Ok(key))
    }),
    ("streamplot", |c| {
        let (x, y) = (c.data("x")?, c.data("y")?);
        let (u, v) = (c.points("u")?, c.points("v")?);
        let mut options = StreamplotOptions::new();
        if let Some(values) = c.take("color_values")? {
            options = options.with_color_values(&super::data::grid(&values)?);
        }
        if let Some(widths) = c.take("linewidths")? {
            options = options.with_linewidths(&super::data::grid(&widths)?);
        }
        c.take_options(&mut options)?;
        let streams = c
            .flat()?
            .streamplot_with(&x, &y, &u, &v, &options)
            .map_err(c.told())?;
        c.many("lines", "LineCollection", [streams.lines])?;
        c.many("arrows", "StreamArrows", [streams.arrows])
    }),
];

fn contours(c: &mut Call<'_, '_>, filled: bool) -> PyResult<()> {
    let z = c.grid("z")?;
    let x = c.take("x")?.map(|x| Points::read(&x)).transpose()?;
    let y = c.take("y")?.map(|y| Points::read(&y)).transpose()?;
    let options = c.options::<ContourOptions>()?;
    let ax = c.flat()?;
    let drawn: Result<Handle<ContourSet>, Error> = match (x, y, filled) {
        (Some(x), Some(y), false) => ax.contour_with(&x, &y, &z, &options),
        (Some(x), Some(y), true) => ax.contourf_with(&x, &y, &z, &options),
        (_, _, false) => ax.contour_z(&z, &options),
        (_, _, true) => ax.contourf_z(&z, &options),
    };
    c.one("ContourSet", drawn)
}

fn contours_of_net(c: &mut Call<'_, '_>, filled: bool) -> PyResult<()> {
    let (net, z) = (net(c)?, c.numbers("z")?);
    let options = c.options::<ContourOptions>()?;
    let ax = c.flat()?;
    let drawn = match filled {
        true => ax.tricontourf_with(&net, &z, &options),
        false => ax.tricontour_with(&net, &z, &options),
    };
    c.one("ContourSet", drawn)
}

fn net(c: &mut Call<'_, '_>) -> PyResult<Triangulation> {
    let (x, y) = (c.numbers("x")?, c.numbers("y")?);
    let net = Triangulation::new(&x, &y).map_err(c.told())?;
    match c.take("triangles")? {
        Some(triangles) => {
            let triangles = triangles.extract::<Vec<[usize; 3]>>()?;
            net.with_triangles(triangles).map_err(c.told())
        }
        None => Ok(net),
    }
}
