//! Stems in space: `stem`.

use crate::artists::container_label::{ContainerLabel, Parts};
use crate::artists::{ArtistBase, Line3D, Line3DCollection, PlotFormat, Points, ZDir};
use crate::axes::Axes3D;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::{Angle, options};
use crate::series::Series;

options! {
    /// Options of [`Axes3D::stem_with`].
    ///
    /// ```
    /// use plotreel::axes::Stem3DOptions;
    ///
    /// let options = Stem3DOptions::new()
    ///     .with_linefmt("C1--")
    ///     .with_markerfmt("C1D")
    ///     .with_basefmt("k-")
    ///     .with_bottom(-1.0)
    ///     .with_orientation("x")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct Stem3DOptions;
    linefmt / with_linefmt: text = "C0-".into(), "colour and line style of the stems, as in `plot`";
    markerfmt / with_markerfmt: text = "C0o".into(), "colour and shape of the markers, as in `plot`";
    basefmt / with_basefmt: text = "C3-".into(), "colour and line style of the base line, as in `plot`";
    bottom / with_bottom: number<Angle> = 0.0, "where stems begin, along their direction";
    orientation / with_orientation: choice<ZDir> = ZDir::Z, "the axis that stems are parallel to";
}

/// The artists of [`Axes3D::stem`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let stems = fig[ax].stem(&[0, 1, 2], &[0, 1, 0], &[1.0, 3.0, 2.0])?;
/// stems.set_label(&mut fig[ax], "samples");
/// fig[stems.stemlines].set_color("gray")?;
/// // From frame to frame:
/// stems.set_data_3d(&mut fig[ax], &[0, 1, 2], &[0, 1, 0], &[1.5, 2.5, 2.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Stem3DContainer {
    /// The markers at the heads.
    pub markerline: Handle<Line3D>,
    /// The stems.
    pub stemlines: Handle<Line3DCollection>,
    /// The line through the feet of all stems.
    pub baseline: Handle<Line3D>,
    label: Handle<ContainerLabel<3>>,
    options: Stem3DOptions,
}

type Column = Vec<f64>;

/// Where heads and feet are.
struct Placed {
    heads: [Column; 3],
    feet: [Column; 3],
}

impl Placed {
    fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        options: &Stem3DOptions,
    ) -> Result<Self> {
        let mut points = Points::default();
        points.set_3d(x, y, z)?;
        let heads = points.columns().clone();
        let mut feet = heads.clone();
        let along = match options.orientation {
            ZDir::X => 0,
            ZDir::Y => 1,
            ZDir::Z => 2,
        };
        feet[along].fill(options.bottom);
        Ok(Self { heads, feet })
    }

    fn stems(&self) -> impl Iterator<Item = [[f64; 3]; 2]> {
        let point = |columns: &[Column; 3], i: usize| [0, 1, 2].map(|axis| columns[axis][i]);
        let count = self.heads[0].len();
        (0..count).map(move |i| [point(&self.feet, i), point(&self.heads, i)])
    }
}

impl Stem3DContainer {
    /// Replaces the heads, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data_3d(
        &self,
        ax: &mut Axes3D,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        let placed = Placed::new(x, y, z, &self.options)?;
        let stems = ax.part_mut(self.stemlines);
        stems.set_segments(placed.stems());
        for (handle, [x, y, z]) in [
            (self.markerline, &placed.heads),
            (self.baseline, &placed.feet),
        ] {
            let line = ax.part_mut(handle);
            line.set_data_3d(x, y, z)?;
        }
        Ok(())
    }

    /// Names it in legends: by a stem on its base line.
    ///
    /// # Panics
    /// If it is not in these axes.
    #[track_caller]
    pub fn set_label(&self, ax: &mut Axes3D, label: impl Into<String>) {
        ax.part_mut(self.label).base.set_label(label.into());
    }
}

impl Axes3D {
    /// Draws a stem from z = 0 to each of the points (x, y, z), with a marker at its head.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let stems = fig[ax].stem(&[0, 1, 2], &[0, 1, 0], &[1.0, 3.0, 2.0])?;
    /// // From frame to frame:
    /// stems.set_data_3d(&mut fig[ax], &[0, 1, 2], &[0, 1, 0], &[1.5, 2.5, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn stem(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Stem3DContainer> {
        self.stem_with(x, y, z, &Stem3DOptions::default())
    }

    /// Draws stems as [`stem`](Self::stem) does, with options.
    ///
    /// # Errors
    /// As [`stem`](Self::stem), [`Error::PlotFormat`](crate::Error::PlotFormat) for a format, and
    /// [`Error::Setting`](crate::Error::Setting) for a `bottom` that is not finite.
    pub fn stem_with(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        options: &Stem3DOptions,
    ) -> Result<Stem3DContainer> {
        options.check_options()?;
        let formats = [&options.linefmt, &options.markerfmt, &options.basefmt];
        let [line, marker, base] = formats.map(|fmt| fmt.parse());
        let (line, marker, base): (PlotFormat, PlotFormat, PlotFormat) = (line?, marker?, base?);
        let placed = Placed::new(x, y, z, options)?;
        let mut stems = Line3DCollection::new(placed.stems());
        if let Some(color) = line.color {
            stems.set_color(color)?;
        }
        if let Some(style) = line.line_style {
            stems.set_linestyle(style)?;
        }
        let [x, y, z] = &placed.feet;
        let baseline = self.plot_format(x, y, z, &base)?;
        let stemlines = self.add_artist(stems);
        let [x, y, z] = &placed.heads;
        let markerline = self.plot_format(x, y, z, &marker)?;
        let label = self.push(ContainerLabel {
            parts: Parts::Stem {
                markers: markerline,
                stems: stemlines,
                base: baseline,
            },
            base: ArtistBase::new(2.0),
        });
        Ok(Stem3DContainer {
            markerline,
            stemlines,
            baseline,
            label,
            options: options.clone(),
        })
    }
}
