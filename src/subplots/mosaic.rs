//! Subplots whose places are drawn as a mosaic of names.

mod layout;

pub use layout::{MosaicLayout, SubplotProjection};

use std::ops::Index;

use crate::axes::{Axes, Axes3D, PolarAxes, Position};
use crate::error::Result;
use crate::figure::FigureBase;
use crate::gridspec::SubplotSpec;
use crate::handle::Handle;
use crate::subplots::mosaic::layout::refused;
use crate::subplots::{Share, SubplotsOptions, hide_labels};

/// The axes of a mosaic by their names, as [`FigureBase::subplot_mosaic`] returns them: `axs["A"]`.
///
/// An unknown name panics like a wrong index; [`get`](Self::get) is the checked way.
#[derive(Debug, Clone)]
pub struct Mosaic {
    axes: Vec<(String, Handle<Axes>)>,
    polar: Vec<(String, Handle<PolarAxes>)>,
    space: Vec<(String, Handle<Axes3D>)>,
}

/// The handle of a name.
fn named<A>(axes: &[(String, Handle<A>)], name: &str) -> Option<Handle<A>> {
    let found = axes.iter().find(|(known, _)| known == name);
    found.map(|(_, ax)| *ax)
}

impl Mosaic {
    /// The flat axes of this name, if there are any.
    pub fn get(&self, name: &str) -> Option<Handle<Axes>> {
        named(&self.axes, name)
    }

    /// The polar axes of this name, if there are any: see [`MosaicLayout::with_projection`].
    pub fn polar(&self, name: &str) -> Option<Handle<PolarAxes>> {
        named(&self.polar, name)
    }

    /// The 3-D axes of this name, if there are any.
    pub fn space(&self, name: &str) -> Option<Handle<Axes3D>> {
        named(&self.space, name)
    }

    /// Names and flat axes, from the top left.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Handle<Axes>)> {
        self.axes.iter().map(|(name, ax)| (name.as_str(), *ax))
    }
}

impl Index<&str> for Mosaic {
    type Output = Handle<Axes>;

    #[track_caller]
    fn index(&self, name: &str) -> &Handle<Axes> {
        match self.axes.iter().find(|(known, _)| known == name) {
            Some((_, ax)) => ax,
            None => panic!("the mosaic has no flat axes {name:?}"),
        }
    }
}

impl FigureBase {
    /// Adds subplots where their names are in a mosaic: `"AB;CC"` has `A` and `B` above a wide `C`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplot_mosaic("AB;CC")?;
    /// fig[axs["C"]].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// for (name, ax) in axs.iter() {
    ///     fig[ax].set_title(name);
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for rows of different lengths, and for names whose cells are not a
    /// rectangle.
    pub fn subplot_mosaic(&mut self, mosaic: impl Into<MosaicLayout>) -> Result<Mosaic> {
        self.subplot_mosaic_with(mosaic, &SubplotsOptions::default())
    }

    /// Adds the subplots of a mosaic with ratios of rows and columns, and with axes that all share or none.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::SubplotsOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let options = SubplotsOptions::new().with_sharex("all")?.with_width_ratios([2.0, 1.0]);
    /// let mosaic = [["map", "bar"], ["map", "."]];
    /// let axs = fig.subplot_mosaic_with(mosaic, &options)?;
    /// fig[axs["map"]].set_xlim(0.0, 9.0)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`subplot_mosaic`](Self::subplot_mosaic), and for invalid ratios and axes shared by rows or columns.
    pub fn subplot_mosaic_with(
        &mut self,
        mosaic: impl Into<MosaicLayout>,
        options: &SubplotsOptions,
    ) -> Result<Mosaic> {
        options.check_options()?;
        let [sharex, sharey] = [options.sharex, options.sharey].map(|share| match share {
            Share::None => Ok(false),
            Share::All => Ok(true),
            Share::Row | Share::Col => Err(refused(
                format!("axes that share by {share:?}"),
                "axes of all subplots that share, or of none",
            )),
        });
        let shares = [sharex?, sharey?];
        let layout: MosaicLayout = mosaic.into();
        let tiles = layout.tiles(|rows, columns| options.grid(rows, columns))?;
        let mut found = Mosaic {
            axes: Vec::new(),
            polar: Vec::new(),
            space: Vec::new(),
        };
        for tile in tiles {
            let position = Position::Subplot(tile.spec.clone());
            match tile.projection {
                SubplotProjection::Polar => {
                    let handle = self.push_axes(position);
                    found.polar.push((tile.name, handle));
                }
                SubplotProjection::Space => {
                    let handle = self.push_axes(position);
                    found.space.push((tile.name, handle));
                }
                SubplotProjection::Rectilinear => {
                    let handle = self.push_axes::<Axes>(position);
                    let first = found.axes.first().map_or(handle, |(_, first)| *first);
                    self.share_tile(handle.axes, first.axes, shares, &tile.spec);
                    found.axes.push((tile.name, handle));
                }
            }
        }
        Ok(found)
    }

    /// Lets flat axes share x and y with the first, and hides their labels inside the grid then.
    fn share_tile(&mut self, index: usize, first: usize, shares: [bool; 2], spec: &SubplotSpec) {
        let (rows, _) = spec.grid_size();
        let added = &mut self.axes[index];
        added.shared = shares.map(|shares| shares.then_some(first));
        if shares[0] && spec.rows.end != rows {
            hide_labels(&mut added.xaxis);
        }
        if shares[1] && spec.columns.start != 0 {
            hide_labels(&mut added.yaxis);
        }
    }
}

#[cfg(test)]
mod tests;
