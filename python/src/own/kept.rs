//! What a figure or axes contained before a call, which they get back if the call is refused.

use plotreel::axes::SecondaryAxis;
use plotreel::{Axes, Axes3D, Figure, Handle, PolarAxes};

use crate::figure::Place;

/// The contents of a place; artists are shared until they change.
#[derive(Debug)]
pub(super) enum Kept {
    Figure(Box<Figure>),
    Flat(Handle<Axes>, Box<Axes>),
    Polar(Handle<PolarAxes>, Box<PolarAxes>),
    Space(Handle<Axes3D>, Box<Axes3D>),
    Secondary(Handle<SecondaryAxis>, Box<SecondaryAxis>),
}

impl Kept {
    pub(super) fn of(fig: &Figure, place: Place) -> Self {
        match place {
            Place::Figure | Place::SubFigure(_) => Self::Figure(Box::new(fig.clone())),
            Place::Flat(ax) => Self::Flat(ax, Box::new(fig[ax].clone())),
            Place::Polar(ax) => Self::Polar(ax, Box::new(fig[ax].clone())),
            Place::Space(ax) => Self::Space(ax, Box::new(fig[ax].clone())),
            Place::Secondary(ax) => Self::Secondary(ax, Box::new(fig[ax].clone())),
        }
    }

    pub(super) fn restore(self, fig: &mut Figure) {
        match self {
            Self::Figure(kept) => *fig = *kept,
            Self::Flat(ax, kept) => fig[ax] = *kept,
            Self::Polar(ax, kept) => fig[ax] = *kept,
            Self::Space(ax, kept) => fig[ax] = *kept,
            Self::Secondary(ax, kept) => fig[ax] = *kept,
        }
    }
}
