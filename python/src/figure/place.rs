//! Where artists are: in the figure, or in axes of a kind.

use plotreel::axes::{AxesBase, Side};
use plotreel::axis::Axis;
use plotreel::{AnyHandle, Axes, Axes3D, Error, Figure, Handle, PolarAxes};

/// The figure, or axes of it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    Figure,
    Flat(Handle<Axes>),
    Polar(Handle<PolarAxes>),
    Space(Handle<Axes3D>),
}

impl Place {
    /// Adds axes of this projection at left, bottom, width and height in fractions of the figure.
    pub(crate) fn add(
        fig: &mut Figure,
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

    /// The handle of the axes; that of nothing for the figure.
    pub(crate) fn handle(self) -> Option<AnyHandle> {
        Some(self.base()?.into())
    }

    /// The axes, with what all kinds share.
    pub(crate) fn base(self) -> Option<Handle<AxesBase>> {
        Some(match self {
            Self::Figure => return None,
            Self::Flat(axes) => axes.into(),
            Self::Polar(axes) => axes.into(),
            Self::Space(axes) => axes.into(),
        })
    }

    /// A part of axes by name: an axis ("x"), its ticks ("x major"), or a spine ("left").
    pub(crate) fn part(self, name: &str) -> Option<AnyHandle> {
        if let Ok(side) = name.parse::<Side>() {
            return match self {
                Self::Flat(axes) => Some(axes.spine(side).into()),
                Self::Polar(axes) => Some(axes.spine(side).into()),
                Self::Figure | Self::Space(_) => None,
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
            _ => return None,
        })
    }
}
