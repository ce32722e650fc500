//! Methods that all axes have.

use plotreel::axis::TickParams;
use plotreel::scale::Scale;
use plotreel::{Axes, Axes3D, Properties};
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::call::{Method, set_cycle};
use super::labels::entries;
use crate::figure::ticker::zone;
use crate::figure::{Place, value};

/// Runs code for axes of either kind.
macro_rules! any_axes {
    ($call:ident, $ax:ident => $code:expr) => {
        match $call.place() {
            Place::Space(_) => {
                let $ax: &mut Axes3D = $call.space()?;
                $code
            }
            Place::Polar(handle) => {
                let $ax = &mut $call.fig[handle];
                $code
            }
            _ => {
                let $ax: &mut Axes = $call.flat()?;
                $code
            }
        }
    };
}

pub(super) const METHODS: &[Method] = &[
    ("clear", |c| {
        any_axes!(c, ax => ax.clear());
        Ok(())
    }),
    ("grid", |c| {
        let visible = c.flag_or("visible", true)?;
        any_axes!(c, ax => ax.grid(visible));
        Ok(())
    }),
    ("tick_params", |c| {
        let axis = c.text_or("axis", "both")?;
        let mut params = TickParams::new();
        for (name, given) in c.rest()?.iter() {
            let name = name.cast::<PyString>()?.to_str()?;
            params
                .set_property(name, &value(&given)?)
                .map_err(c.told())?;
        }
        match axis.as_str() {
            "both" => any_axes!(c, ax => ax.tick_params(&params)),
            name => c.axis(name)?.set_tick_params(&params),
        }
        Ok(())
    }),
    ("minorticks_on", |c| {
        any_axes!(c, ax => ax.minorticks_on());
        Ok(())
    }),
    ("minorticks_off", |c| {
        for name in ["x", "y"] {
            c.axis(name)?.minorticks_off();
        }
        Ok(())
    }),
    ("invert_xaxis", |c| {
        any_axes!(c, ax => ax.invert_xaxis());
        Ok(())
    }),
    ("invert_yaxis", |c| {
        any_axes!(c, ax => ax.invert_yaxis());
        Ok(())
    }),
    ("relim", |c| {
        any_axes!(c, ax => ax.relim());
        Ok(())
    }),
    ("autoscale_view", |c| {
        any_axes!(c, ax => ax.autoscale_view());
        Ok(())
    }),
    ("get_lim", |c| {
        let ax = c.axes()?;
        let (from, to) = match c.text("axis")?.as_str() {
            "x" => c.fig.xlim(ax),
            _ => c.fig.ylim(ax),
        };
        c.returns("limits", &[from, to])
    }),
    ("get_position", |c| {
        let ax = c.axes()?;
        let place = match c.flag_or("original", false)? {
            true => c.fig.original_position(ax),
            false => c.fig.position(ax),
        };
        c.returns("position", &place.map_err(c.told())?)
    }),
    ("axis_date", |c| {
        let axis = c.text("axis")?;
        let zone = zone(c.take("tz")?.map(|tz| tz.extract()).transpose()?)?;
        c.axis(&axis)?.axis_date(Some(zone)).map_err(c.told())
    }),
    ("set_cycle_places", |c| {
        let (lines, areas) = c.need("places")?.extract::<(usize, usize)>()?;
        let place = c.place();
        set_cycle(c.fig, place, [lines, areas]);
        Ok(())
    }),
    ("set_scale", |c| {
        let (axis, name) = (c.text("axis")?, c.text("scale")?);
        let scale = match name.as_str() {
            "log" => Scale::log().with_base(c.number("base")?),
            "symlog" => Scale::sym_log(c.number("linthresh")?),
            name => name.parse::<Scale>().map_err(c.told())?,
        };
        match axis.as_str() {
            "x" => any_axes!(c, ax => ax.set_xscale(scale)),
            "y" => any_axes!(c, ax => ax.set_yscale(scale)),
            _ => c.space()?.set_zscale(scale),
        }
        .map_err(c.told())
    }),
    ("set_ticks_position", |c| {
        let (axis, side) = (c.text("axis")?, c.text("side")?);
        let side = side.parse().map_err(c.told())?;
        c.axis(&axis)?.set_ticks_position(side);
        Ok(())
    }),
    ("legend", |c| {
        let legend = match entries(c)? {
            Some(entries) => any_axes!(c, ax => ax.legend_with(entries)),
            None => any_axes!(c, ax => ax.legend()),
        };
        c.one("Legend", Ok(legend))
    }),
];
