//! Where artists are: in the figure, or in axes of a kind.

use plotreel::axes::{AxesBase, SecondaryAxis, Side};
use plotreel::axis::Axis;
use plotreel::figure::{FigureBase, SubFigure};
use plotreel::{AnyHandle, Axes, Axes3D, Error, Handle, PolarAxes};

/// The figure, a subfigure, or axes of it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    Figure,
    SubFigure(Handle<SubFigure>),
    Flat(Handle<Axes>),
    Polar(Handle<PolarAxes>),
    Space(Handle<Axes3D>),
    Secondary(Handle<SecondaryAxis>),
}

impl Place {
    /// Adds axes of this projection at left, bottom, width and height in fractions of the figure.
    pub(crate) fn add(
        fig: &mut FigureBase,
        rect: [f64; 4],
        projection: &str,
    ) -> Option<Result<Self, Error>> {
        Some(match projection {
            "rectilinear" => fig.add_axes(rect).map(Self::Flat),
            "polar" => fig.add_axes_polar(rect).map(Self::Polar),
            "3d" => fig.add_axes_3d(rect).map(Self::Space),
            _ => return None,
        })
    }

    /// The handle of axes or of a subfigure; that of nothing for the figure.
    pub(crate) fn handle(self) -> Option<AnyHandle> {
        match self {
            Self::SubFigure(part) => Some(part.into()),
            _ => Some(self.base()?.into()),
        }
    }

    /// The axes, with what all kinds share.
    pub(crate) fn base(self) -> Option<Handle<AxesBase>> {
        Some(match self {
            Self::Figure | Self::SubFigure(_) => return None,
            Self::Flat(axes) => axes.into(),
            Self::Polar(axes) => axes.into(),
            Self::Space(axes) => axes.into(),
            Self::Secondary(axes) => axes.into(),
        })
    }

    /// A part of axes by name: an axis ("x"), its ticks ("x major"), or a spine ("left").
    pub(crate) fn part(self, name: &str) -> Option<AnyHandle> {
        if let Ok(side) = name.parse::<Side>() {
            return match self {
                Self::Flat(axes) => Some(axes.spine(side).into()),
                Self::Polar(axes) => Some(axes.spine(side).into()),
                _ => None,
            };
        }
        let (axis, ticks) = name.split_once(' ').unwrap_or((name, ""));
        let axis = self.axis(axis)?;
        Some(match ticks {
            "major" => axis.major_ticks(),
            "minor" => axis.minor_ticks(),
            "" => axis.into(),
            _ => return None,
        })
    }

    /// The axis "x", "y" or "z".
    pub(crate) fn axis(self, name: &str) -> Option<Handle<Axis>> {
        Some(match (self, name) {
            (Self::Flat(axes), "x") => axes.xaxis(),
            (Self::Flat(axes), "y") => axes.yaxis(),
            (Self::Polar(axes), "x") => axes.xaxis(),
            (Self::Polar(axes), "y") => axes.yaxis(),
            (Self::Space(axes), "x") => axes.xaxis(),
            (Self::Space(axes), "y") => axes.yaxis(),
            (Self::Space(axes), "z") => axes.zaxis(),
            (Self::Secondary(axes), "x") => axes.xaxis(),
            (Self::Secondary(axes), "y") => axes.yaxis(),
            _ => return None,
        })
    }
}
