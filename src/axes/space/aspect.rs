//! The aspect of 3-D axes: which of them have units of one length.

use crate::axes::Axes3D;
use crate::error::{Error, Result};
use crate::properties::names;

/// Which axes of a box in space have units of the same length.
///
/// ```
/// use plotreel::axes::Aspect3D;
///
/// assert_eq!("equalxy".parse::<Aspect3D>()?, Aspect3D::EqualXY);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Aspect3D {
    /// The box has the ratio 4 : 4 : 3.
    #[default]
    Auto,
    /// All three.
    Equal,
    /// x and y.
    EqualXY,
    /// x and z.
    EqualXZ,
    /// y and z.
    EqualYZ,
}

names! {
    Aspect3D, "aspect", "auto, equal, equalxy, equalxz or equalyz";
    Auto: "auto",
    Equal: "equal",
    EqualXY: "equalxy",
    EqualXZ: "equalxz",
    EqualYZ: "equalyz",
}

impl Aspect3D {
    /// Whether x, y and z are among the axes.
    fn among(self) -> [bool; 3] {
        match self {
            Self::Auto => [false; 3],
            Self::Equal => [true; 3],
            Self::EqualXY => [true, true, false],
            Self::EqualXZ => [true, false, true],
            Self::EqualYZ => [false, true, true],
        }
    }
}

impl Axes3D {
    /// Gives the box sides for which units along some axes have the same length, with the limits that there are now. A
    /// side that is not among them keeps its ratio to the others.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// fig[ax].plot(&[0, 2], &[0, 1], &[0, 4])?;
    /// fig[ax].set_aspect("equal")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_aspect<V: TryInto<Aspect3D>>(&mut self, aspect: V) -> Result<()>
    where
        Error: From<V::Error>,
    {
        let aspect = aspect.try_into()?;
        if aspect == Aspect3D::Auto {
            return self.set_box_aspect(None);
        }
        let among = aspect.among();
        let lengths = self.limits().map(|(from, to)| (to - from).abs());
        let before = self.view.box_aspect();
        let diagonal = |sides: [f64; 3]| {
            let chosen = sides.iter().zip(among).filter(|(_, chosen)| *chosen);
            chosen.map(|(side, _)| side * side).sum::<f64>().sqrt()
        };
        let scale = diagonal(lengths) / diagonal(before);
        self.set_box_aspect([0, 1, 2].map(|i| match among[i] {
            true => lengths[i],
            false => before[i] * scale,
        }))
    }
}
