//! Angles, radii and their limits, grid lines and labels.

use crate::axes::{Axes, PolarAxes};
use crate::axis::Direction;
use crate::error::{Error, Result};
use crate::properties::options::all;
use crate::properties::{Angle, Check, names, properties};
use crate::scale::Scale;
use crate::series::{Field, Series};

/// The direction in which theta grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThetaDirection {
    /// As angles do in mathematics.
    #[default]
    Counterclockwise,
    /// As on a compass.
    Clockwise,
}

names! {
    ThetaDirection, "theta_direction", "counterclockwise or clockwise";
    Counterclockwise: "counterclockwise" | "anticlockwise",
    Clockwise: "clockwise",
}

impl TryFrom<i32> for ThetaDirection {
    type Error = Error;

    /// 1 is counterclockwise, -1 clockwise.
    fn try_from(direction: i32) -> Result<Self> {
        match direction {
            1 => Ok(Self::Counterclockwise),
            -1 => Ok(Self::Clockwise),
            other => Err(Error::Setting {
                name: "theta_direction",
                value: other.to_string(),
                expected: "1 or -1",
            }),
        }
    }
}

/// The side at which theta is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ZeroLocation {
    /// The right.
    #[default]
    E,
    /// The upper right.
    NE,
    /// The top.
    N,
    /// The upper left.
    NW,
    /// The left.
    W,
    /// The lower left.
    SW,
    /// The bottom.
    S,
    /// The lower right.
    SE,
}

names! {
    ZeroLocation, "theta_zero_location", "N, NW, W, SW, S, SE, E or NE";
    E: "E",
    NE: "NE",
    N: "N",
    NW: "NW",
    W: "W",
    SW: "SW",
    S: "S",
    SE: "SE",
}

properties! {
    impl[] PolarAxes, in base: Axes;
    theta_offset / set_theta_offset: number<Angle> = theta_offset,
        "where theta is zero, in radians counterclockwise from the right";
    theta_direction / set_theta_direction: choice<ThetaDirection> = theta_direction, "the direction in which theta grows";
    rlabel_position / set_rlabel_position: number<Angle> = rlabel_position,
        "the theta of the labels of radii, in degrees; those of a wedge are along its side";
    rorigin / set_rorigin: maybe<Angle> = rorigin, "the radius at the centre; `None` is the smallest one that is shown";
    @by name:
    rmin: f64 = |ax| ax.rmin(), |ax, rmin| ax.set_rmin(rmin), "the inner limit of r";
    rmax: f64 = |ax| ax.rmax(), |ax, rmax| ax.set_rmax(rmax), "the outer limit of r";
    rlim: (f64, f64) = |ax| ax.ylim(), |ax, (rmin, rmax)| ax.set_rlim(rmin, rmax), "the limits of r";
    thetamin: f64 = |ax| ax.thetamin(), |ax, degrees| ax.set_thetamin(degrees),
        "the theta at which a wedge starts, in degrees";
    thetamax: f64 = |ax| ax.thetamax(), |ax, degrees| ax.set_thetamax(degrees),
        "the theta at which a wedge ends, in degrees";
}

impl PolarAxes {
    /// Sets the side at which theta is zero, as on a compass: `"N"` is the top.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_theta_zero_location<L: TryInto<ZeroLocation>>(&mut self, loc: L) -> Result<()>
    where
        Error: From<L::Error>,
    {
        let eighths = loc.try_into()? as u8;
        self.theta_offset = f64::from(eighths) * std::f64::consts::FRAC_PI_4;
        Ok(())
    }

    /// Sets the limits of r; r is no longer autoscaled. With the larger one first r grows inwards.
    ///
    /// # Errors
    /// As [`set_ylim`](crate::AxesBase::set_ylim), whose limits these are.
    pub fn set_rlim(&mut self, rmin: f64, rmax: f64) -> Result<()> {
        self.set_ylim(rmin, rmax)
    }

    /// Sets the inner limit of r. It stays until the next data are added, as in the reference.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn set_rmin(&mut self, rmin: f64) -> Result<()> {
        let rmin = Angle::checked("rmin", rmin)?;
        self.settle(Direction::Y);
        self.yaxis.view.0 = rmin;
        Ok(())
    }

    /// Sets the outer limit of r. It stays until the next data are added, as in the reference.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn set_rmax(&mut self, rmax: f64) -> Result<()> {
        let rmax = Angle::checked("rmax", rmax)?;
        self.settle(Direction::Y);
        self.yaxis.view.1 = rmax;
        Ok(())
    }

    /// The smaller limit of r.
    pub fn rmin(&self) -> f64 {
        let (from, to) = self.ylim();
        from.min(to)
    }

    /// The larger limit of r.
    pub fn rmax(&self) -> f64 {
        let (from, to) = self.ylim();
        from.max(to)
    }

    /// Sets the limits of theta in radians: less than a full turn is a wedge.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((4.8, 4.8), 100.0);
    /// let ax = fig.add_subplot_polar(1, 1, 1)?;
    /// fig[ax].set_thetalim(-1.0, 1.0)?;
    /// assert!(fig[ax].set_thetalim(0.0, 7.0).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for limits that are not finite, or more than a turn apart.
    pub fn set_thetalim(&mut self, thetamin: f64, thetamax: f64) -> Result<()> {
        if (thetamax - thetamin).abs() > std::f64::consts::TAU {
            return Err(Error::Setting {
                name: "thetalim",
                value: format!("({thetamin:?}, {thetamax:?})"),
                expected: "limits in radians that are not more than a full turn apart",
            });
        }
        self.set_xlim(thetamin, thetamax)
    }

    /// Sets the theta at which a wedge starts, in degrees. More than a turn before its end is a full turn.
    ///
    /// # Errors
    /// As [`set_xlim`](crate::AxesBase::set_xlim).
    pub fn set_thetamin(&mut self, degrees: f64) -> Result<()> {
        let (_, to) = self.xlim();
        self.set_xlim(degrees.to_radians(), to)
    }

    /// Sets the theta at which a wedge ends, in degrees. More than a turn after its start is a full turn.
    ///
    /// # Errors
    /// As [`set_xlim`](crate::AxesBase::set_xlim).
    pub fn set_thetamax(&mut self, degrees: f64) -> Result<()> {
        let (from, _) = self.xlim();
        self.set_xlim(from, degrees.to_radians())
    }

    /// The smaller limit of theta in degrees.
    pub fn thetamin(&self) -> f64 {
        let (from, to) = self.xlim();
        from.min(to).to_degrees()
    }

    /// The larger limit of theta in degrees.
    pub fn thetamax(&self) -> f64 {
        let (from, to) = self.xlim();
        from.max(to).to_degrees()
    }

    /// Sets the radii of circles and labels, as [`set_yticks`](crate::AxesBase::set_yticks); other labels are set by
    /// [`set_yticklabels`](crate::AxesBase::set_yticklabels).
    ///
    /// # Errors
    /// [`Error::Setting`] for radii that are not finite.
    pub fn set_rgrids(&mut self, radii: &(impl Series + ?Sized)) -> Result<()> {
        let radii = checked("rgrids", radii)?;
        self.set_yticks(&radii);
        Ok(())
    }

    /// Sets the angles of rays and labels in degrees; other labels are set by
    /// [`set_xticklabels`](crate::AxesBase::set_xticklabels).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((4.8, 4.8), 100.0);
    /// let ax = fig.add_subplot_polar(1, 1, 1)?;
    /// fig[ax].set_thetagrids(&[0, 90, 180, 270])?;
    /// fig[ax].set_xticklabels(["E", "N", "W", "S"])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for angles that are not finite.
    pub fn set_thetagrids(&mut self, angles: &(impl Series + ?Sized)) -> Result<()> {
        let angles = checked("thetagrids", angles)?;
        let angles: Vec<f64> = angles.into_iter().map(f64::to_radians).collect();
        self.set_xticks(&angles);
        Ok(())
    }

    /// Sets the scale of r, as [`set_yscale`](crate::AxesBase::set_yscale).
    ///
    /// # Errors
    /// [`Error::Setting`] for a scale with invalid parameters.
    pub fn set_rscale(&mut self, scale: Scale) -> Result<()> {
        self.set_yscale(scale)
    }
}

/// Finite numbers.
fn checked(name: &'static str, values: &(impl Series + ?Sized)) -> Result<Vec<f64>> {
    let values = values.values();
    all::<Angle>(name, &values)?;
    Ok(values)
}
