//! The colour mapping of artists with scalar data.

use crate::artists::{ArtistBase, ScalarMappable};
use crate::color::{Colormap, Norm};
use crate::properties::properties;
use crate::style::Style;

/// What images and collections have: the norm and the colormap that convert scalar data to colours. They dereference
/// to it.
///
/// ```
/// use ndarray::array;
/// use plotreel::{Colormap, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let im = fig[ax].imshow(&array![[1.0, 2.0]])?;
/// let points = fig[ax].scatter(&[0, 1], &[0, 1])?;
/// fig[points].set_array(&[5.0, 7.0]);
/// fig[im].set_cmap(Colormap::named("gray")?);
/// fig[points].set_clim(Some(0.0), None);
/// assert_eq!((fig[im].clim(), fig[points].clim()), ((Some(1.0), Some(2.0)), (Some(0.0), Some(7.0))));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ColorizingArtist {
    pub(crate) base: ArtistBase,
    pub(crate) norm: Norm,
    pub(crate) cmap: Colormap,
    /// Whether the colormap was set; if not, it is that of the style.
    own_cmap: bool,
    /// Whether a colorbar shows the norm, whose limits it keeps apart.
    on_colorbar: bool,
}

properties! {
    impl[] ColorizingArtist, in base: ArtistBase;
    @by name:
    cmap: Colormap = |artist| artist.cmap.clone(), |artist, cmap| artist.set_cmap(cmap), "the colormap of scalar data";
    clim: [Option<f64>; 2] = |artist| artist.clim().into(), |artist, [vmin, vmax]| artist.set_clim(vmin, vmax),
        "the colour limits";
}

crate::artists::kind::artist_kind!(ColorizingArtist);

impl ColorizingArtist {
    pub(crate) fn new(zorder: f64) -> Self {
        Self {
            base: ArtistBase::new(zorder),
            norm: Norm::default(),
            cmap: Colormap::default(),
            own_cmap: false,
            on_colorbar: false,
        }
    }

    /// Sets the colour limits that are given (`set_clim(vmin, vmax)`).
    pub fn set_clim(&mut self, vmin: Option<f64>, vmax: Option<f64>) {
        self.norm.set_clim(vmin, vmax);
        self.norm_changed();
    }

    /// A colorbar shows its norm from now on: equal limits, which it can't show, are moved apart.
    pub(crate) fn show_on_colorbar(&mut self) {
        self.on_colorbar = true;
        self.norm_changed();
    }

    /// Has to be called after each change of the norm.
    pub(crate) fn norm_changed(&mut self) {
        if self.on_colorbar {
            self.norm.widen();
        }
    }

    /// The colour limits (vmin, vmax); `None` while unknown.
    pub fn clim(&self) -> (Option<f64>, Option<f64>) {
        self.norm.clim()
    }

    /// Sets the colormap of scalar data.
    pub fn set_cmap(&mut self, cmap: Colormap) {
        (self.cmap, self.own_cmap) = (cmap, true);
    }

    /// Takes over the colormap of the style, unless one was set.
    pub(crate) fn adopt(&mut self, style: &Style) {
        if !self.own_cmap && self.cmap != style.image_cmap {
            self.cmap.clone_from(&style.image_cmap);
        }
    }

    /// The colormap of scalar data.
    pub fn cmap(&self) -> &Colormap {
        &self.cmap
    }

    /// The norm with its current limits.
    pub fn norm(&self) -> &Norm {
        &self.norm
    }

    /// Norm, colormap and opacity.
    pub(crate) fn mappable(&self) -> ScalarMappable<'_> {
        ScalarMappable::new(&self.norm, &self.cmap, self.base.alpha())
    }
}
