//! Methods of 3-D axes.

use numpy::{PyArray3, PyArrayMethods};
use plotreel::axes::{BarOptions, Errorbar3DOptions, Stem3DOptions, VoxelOptions};
use plotreel::collections::{
    ContourOptions, FillBetween3DOptions, SurfaceOptions, TrisurfOptions, WireframeOptions,
};
use pyo3::prelude::*;
use pyo3::types::PyList;

use super::call::{Call, Method};
use super::statistics::properties_of_line;

pub(super) const METHODS: &[Method] = &[
    ("plot", |c| {
        let (x, y, z) = xyz(c)?;
        let fmt = c.text_or("fmt", "")?;
        let line = c.space()?.plot_fmt(&x, &y, &z, &fmt);
        c.one("Line3D", line)
    }),
    ("scatter", |c| {
        let (x, y, z) = xyz(c)?;
        let marks = match c.take("values")? {
            Some(values) => {
                let values = super::data::numbers(&values)?;
                c.space()?.scatter_c(&x, &y, &z, &values)
            }
            None => c.space()?.scatter(&x, &y, &z),
        };
        c.one("Path3DCollection", marks)
    }),
    ("plot_surface", |c| {
        let (x, y, z) = grids(c)?;
        let mut options = SurfaceOptions::new();
        if let Some(colors) = c.take("facecolors")? {
            let colors: Vec<Vec<String>> = colors.extract()?;
            options = options
                .with_facecolors(colors.iter().map(|row| row.iter().map(String::as_str)))
                .map_err(c.told())?;
        }
        c.take_options(&mut options)?;
        let surface = c.space()?.plot_surface_with(&x, &y, &z, &options);
        c.one("Poly3DCollection", surface)
    }),
    ("plot_wireframe", |c| {
        let (x, y, z) = grids(c)?;
        let options = c.options::<WireframeOptions>()?;
        let wires = c.space()?.plot_wireframe_with(&x, &y, &z, &options);
        c.one("Line3DCollection", wires)
    }),
    ("plot_trisurf", |c| {
        let (x, y, z) = xyz(c)?;
        let options = c.options::<TrisurfOptions>()?;
        let surface = c.space()?.plot_trisurf_with(&x, &y, &z, &options);
        c.one("Poly3DCollection", surface)
    }),
    ("contour", |c| contours(c, false)),
    ("contourf", |c| contours(c, true)),
    ("bar3d", |c| {
        let (x, y, z) = xyz(c)?;
        let (dx, dy, dz) = (c.numbers("dx")?, c.numbers("dy")?, c.numbers("dz")?);
        let bars = c.space()?.bar3d(&x, &y, &z, &dx, &dy, &dz);
        c.one("Poly3DCollection", bars)
    }),
    ("voxels", voxels),
    ("bar", |c| {
        let (left, height) = (c.numbers("left")?, c.numbers("height")?);
        let (zs, zdir) = (c.number("zs")?, c.text("zdir")?);
        let options = c.options::<BarOptions>()?;
        let ax = c.space()?;
        let bars = ax.bar_with(&left, &height, zs, zdir.as_str(), &options);
        let bars = bars.map_err(c.told())?;
        c.many("artists", "Patch3D", bars)
    }),
    ("fill_between", fill_between),
    ("quiver", |c| {
        let (x, y, z) = xyz(c)?;
        let (u, v, w) = (c.numbers("u")?, c.numbers("v")?, c.numbers("w")?);
        let arrows = c.space()?.quiver(&x, &y, &z, &u, &v, &w);
        c.one("Quiver3D", arrows)
    }),
    ("stem", |c| {
        let (x, y, z) = xyz(c)?;
        let options = c.options::<Stem3DOptions>()?;
        let stems = c
            .space()?
            .stem_with(&x, &y, &z, &options)
            .map_err(c.told())?;
        c.many("markerline", "Line3D", [stems.markerline])?;
        c.many("stemlines", "Line3DCollection", [stems.stemlines])?;
        c.many("baseline", "Line3D", [stems.baseline])
    }),
    ("errorbar", |c| {
        let (x, y, z) = xyz(c)?;
        let options = c.options::<Errorbar3DOptions>()?;
        let made = c
            .space()?
            .errorbar_with(&x, &y, &z, &options)
            .map_err(c.told())?;
        let lines = usize::from(made.data_line.is_some());
        c.many("data_line", "Line3D", made.data_line)?;
        c.many("caplines", "Line3D", made.caplines)?;
        c.many("limmarks", "Line3D", made.limmarks)?;
        c.many("barlinecols", "Line3DCollection", made.barlinecols)?;
        properties_of_line(c, lines)
    }),
    ("text", |c| {
        let (x, y, z, text) = (c.number("x")?, c.number("y")?, c.number("z")?, c.text("s")?);
        let text = c.space()?.text(x, y, z, text);
        c.one("Text3D", Ok(text))
    }),
    ("text2D", |c| {
        let (x, y, text) = (c.number("x")?, c.number("y")?, c.text("s")?);
        let text = c.space()?.text_2d(x, y, text);
        c.one("Text", Ok(text))
    }),
    ("view_init", |c| {
        let (elev, azim, roll) = (c.number("elev")?, c.number("azim")?, c.number("roll")?);
        c.space()?.view_init(elev, azim, roll).map_err(c.told())
    }),
    ("set_aspect", |c| {
        let aspect = c.text("aspect")?;
        c.space()?.set_aspect(aspect.as_str()).map_err(c.told())
    }),
    ("set_box_aspect", |c| {
        let aspect = c.need("aspect")?.extract::<[f64; 3]>()?;
        c.space()?.set_box_aspect(aspect).map_err(c.told())?;
        let zoom = c.number("zoom")?;
        c.space()?.set_box_zoom(zoom).map_err(c.told())
    }),
    ("invert_zaxis", |c| {
        c.space()?.invert_zaxis();
        Ok(())
    }),
    ("margins", |c| {
        let (x, y, z) = (c.number("x")?, c.number("y")?, c.number("z")?);
        c.space()?.margins(x, y, z).map_err(c.told())
    }),
    ("autoscale", |c| {
        let (x, y) = (c.flag_or("x", true)?, c.flag_or("y", true)?);
        let z = c.flag_or("z", true)?;
        c.space()?.autoscale(x, y, z);
        Ok(())
    }),
    ("set_pane_colors", |c| {
        let colors: [String; 3] = c.need("colors")?.extract()?;
        let colors = colors.each_ref().map(String::as_str);
        c.space()?.set_pane_colors(colors).map_err(c.told())
    }),
];

type Three<T> = (T, T, T);

fn xyz(c: &mut Call<'_, '_>) -> PyResult<Three<Vec<f64>>> {
    Ok((c.numbers("x")?, c.numbers("y")?, c.numbers("z")?))
}

fn grids(c: &mut Call<'_, '_>) -> PyResult<Three<numpy::ndarray::Array2<f64>>> {
    Ok((c.grid("x")?, c.grid("y")?, c.grid("z")?))
}

fn fill_between(c: &mut Call<'_, '_>) -> PyResult<()> {
    let [x1, y1, z1] = ["x1", "y1", "z1"].map(|name| c.numbers(name));
    let [x2, y2, z2] = ["x2", "y2", "z2"].map(|name| c.numbers(name));
    let mut options = c.options::<FillBetween3DOptions>()?;
    if let Some(mask) = c.take("where")? {
        options = options.with_where(mask.extract::<Vec<bool>>()?);
    }
    let (from, to) = ((&x1?, &y1?, &z1?), (&x2?, &y2?, &z2?));
    let band = c.space()?.fill_between_with(from, to, &options);
    c.one("Poly3DCollection", band)
}

fn voxels(c: &mut Call<'_, '_>) -> PyResult<()> {
    let filled = c.need("filled")?;
    let filled = filled.cast::<PyArray3<bool>>()?.try_readonly()?;
    let mut options = c.options::<VoxelOptions>()?;
    if let Some(corners) = c.take("corners")? {
        let [x, y, z]: [Bound<'_, PyArray3<f64>>; 3] = corners.extract()?;
        let (x, y, z) = (x.try_readonly()?, y.try_readonly()?, z.try_readonly()?);
        options = options.with_corners(&x.as_array(), &y.as_array(), &z.as_array());
    }
    let drawn = c.space()?.voxels_with(&filled.as_array(), &options);
    let (places, faces): (Vec<_>, Vec<_>) = drawn.map_err(c.told())?.iter().unzip();
    c.made("places", PyList::new(c.py(), places)?)?;
    c.many("artists", "Poly3DCollection", faces)
}

fn contours(c: &mut Call<'_, '_>, filled: bool) -> PyResult<()> {
    let (x, y, z) = (c.points("x")?, c.points("y")?, c.grid("z")?);
    let zdir = c.text_or("zdir", "z")?;
    let options = c.options::<ContourOptions>()?;
    let ax = c.space()?;
    let drawn = match filled {
        true => ax.contourf_with(&x, &y, &z, zdir.as_str(), &options),
        false => ax.contour_with(&x, &y, &z, zdir.as_str(), &options),
    };
    c.one("ContourSet3D", drawn)
}
