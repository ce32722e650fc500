//! Images: `imshow` and its updates.

mod coloring;
mod drawing;
mod fade;
mod interpolated;
mod pixels;

pub use crate::canvas::Interpolation;
pub use crate::canvas::InterpolationStage;
pub use crate::style::Origin;

use crate::artists::image::pixels::Pixels;
use crate::artists::{Alpha, Artist, ColorizingArtist, DrawContext, ScalarMappable};
use crate::canvas::Canvas;
use crate::color::{ColorRange, Norm};
use crate::data_limits::{DataLimits, DataRange, StickyEdges};
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::image_view::Scratch;
use crate::mapping::{Limits, PixelRect};
use crate::properties::{properties, refused};
use crate::source::ImageSource;
use crate::stamp::Stamp;

/// An array drawn as an image.
///
/// - u8 RGB is drawn unchanged. Other integers are clipped to 0 … 255, floats to 0 … 1 and then become
///   ⌊255 · x⌋ in their own precision; `true` is 255. Clipping is logged once per image.
/// - (H, W) and (H, W, 1) go through norm and colormap; limits that the norm does not set are taken from the first
///   data.
/// - NaN in a pixel's channels makes it transparent; in scalar data NaN and infinities get the bad colour.
/// - Alpha is blended over the content below by Agg's formula.
/// - If an element does not take exactly one pixel, [`Interpolation`] sets how the array is scaled.
///
/// The first array fixes the extent: a later one of another shape is stretched into it.
///
/// ```
/// use ndarray::array;
/// use plotreel::{Color, Colormap, Figure, Norm};
/// use plotreel::image::{Interpolation, Origin};
///
/// let mut fig = Figure::new((0.02, 0.01), 100.0);
/// let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
/// let im = fig[ax].imshow(&array![[1.0, 2.0]])?;
/// fig[im].set_cmap(Colormap::named("gray")?.with_bad(Color::rgb(255, 0, 0)));
/// fig[im].set_norm(Norm::log());
/// fig[im].set_clim(Some(0.1), Some(100.0));
/// fig[im].set_interpolation(Interpolation::Bilinear)?;
/// fig[im].set_origin(Origin::Lower);
/// fig[im].set_extent([0.0, 4.0, 0.0, 2.0])?;
/// fig[im].set_data(&array![[100.0, f64::NAN]])?;
/// assert_eq!((fig[im].clim(), fig[im].shape()), ((Some(0.1), Some(100.0)), (1, 2)));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AxesImage {
    pixels: Pixels,
    size: FrameSize,
    origin: Origin,
    extent: Limits,
    /// Whether the extent is that of the first array.
    default_extent: bool,
    interpolation: Interpolation,
    stage: InterpolationStage,
    colorizing: ColorizingArtist,
    range: ColorRange,
    /// When the extent was set last: the axes' limits follow it.
    fit_stamp: Stamp,
    scratch: Scratch,
}

properties! {
    impl[] AxesImage, in colorizing: ColorizingArtist;
    interpolation / set_interpolation: choice<Interpolation> = interpolation, "how the array is scaled";
    interpolation_stage / set_interpolation_stage: choice<InterpolationStage> = stage,
        "whether scalar data are interpolated as numbers or as colours";
    @by name:
    origin: Origin = |image| image.origin,
        |image, origin| image.set_origin(origin),
        "where the first row is";
    alpha: Alpha = |image| image.base.alpha.clone(), |image, alpha| image.set_alpha(alpha),
        "the opacity of all, from 0 to 1, or of each element, a list for each row; `None` keeps the opacity of the colours";
    norm: Norm = |image| image.norm().clone(), |image, norm| image.set_norm(norm),
        "the norm; limits that were set are taken from the data again";
    extent: [f64; 4] = |image| image.extent(),
        |image, extent| image.set_extent(extent),
        "the data coordinates left, right, bottom and top of the image's edges";
}

impl AxesImage {
    /// An image of an array, for [`Axes::add_artist`](crate::Axes::add_artist), which leaves aspect and limits alone.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    /// use plotreel::image::AxesImage;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let im = AxesImage::from_data(&Array2::<f64>::zeros((3, 4)))?;
    /// let im = fig[ax].add_artist(im);
    /// fig[im].set_extent([0.0, 4.0, 0.0, 3.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape).
    pub fn from_data(data: &impl ImageSource) -> Result<Self> {
        Self::new(ColorRange::default(), data)
    }

    pub(crate) fn new(range: ColorRange, data: &impl ImageSource) -> Result<Self> {
        let mut image = Self {
            pixels: Pixels::empty(),
            size: FrameSize {
                width: 0,
                height: 0,
            },
            origin: Origin::Upper,
            extent: Limits::of_image(1, 1),
            default_extent: true,
            interpolation: Interpolation::Auto,
            stage: InterpolationStage::Auto,
            colorizing: ColorizingArtist::new(0.0),
            range,
            fit_stamp: Stamp::next(),
            scratch: Scratch::default(),
        };
        image.set_data(data)?;
        image.extent = Limits::of_image(image.size.height as usize, image.size.width as usize);
        Ok(image)
    }

    /// Shows another array; norm, colormap and extent are kept. Shape and type may differ from those of the last one.
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape); the image keeps its array.
    pub fn set_data(&mut self, data: &impl ImageSource) -> Result<()> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let stored = data.image_view(&mut scratch).map(|view| {
            self.size = FrameSize {
                width: view.width() as u32,
                height: view.height() as u32,
            };
            self.pixels
                .store(&view, &self.range, &mut self.colorizing.norm);
            self.norm_changed();
        });
        self.scratch = scratch;
        stored
    }

    /// Sets the opacity of all elements, from 0 to 1, or that of each by an array of the image's shape, which is scaled
    /// as the image is; `None` keeps the opacity of the colours.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not from 0 to 1, and for an array of another
    /// shape; the opacity is not changed then.
    pub fn set_alpha(&mut self, alpha: impl Into<Alpha>) -> Result<()> {
        let alpha = alpha.into();
        alpha.check_shape(self.shape())?;
        self.base.put_alpha(alpha)
    }

    /// The opacities of the elements row by row, if each has its own.
    pub fn alphas(&self) -> Option<&[f64]> {
        self.base.alpha.each()
    }

    /// (rows, columns) of the array that is shown.
    pub fn shape(&self) -> (usize, usize) {
        (self.size.height as usize, self.size.width as usize)
    }

    /// The fraction of the shown numbers outside the limits; 0 for colours, or without limits.
    pub(crate) fn share_outside(&self) -> f64 {
        match &self.pixels {
            Pixels::U8(scalars) => scalars.share_outside(&self.norm),
            Pixels::F32(scalars) => scalars.share_outside(&self.norm),
            Pixels::F64(scalars) => scalars.share_outside(&self.norm),
            Pixels::Color(_) => 0.0,
        }
    }

    /// Whether it shows colours that are not all opaque.
    pub(crate) fn has_alpha(&self) -> bool {
        matches!(&self.pixels, Pixels::Color(colors) if !colors.opaque)
    }

    /// Whether it shows numbers through a colormap, and not colours.
    pub(crate) fn is_scalar(&self) -> bool {
        !matches!(self.pixels, Pixels::Color(_))
    }

    /// Sets the colour limits to the least and the greatest of the values that are shown.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let im = fig[ax].imshow(&array![[0.0, 1.0]])?;
    /// fig[im].set_data(&array![[2.0, 5.0]])?; // the limits are still 0 and 1
    /// fig[im].autoscale();
    /// assert_eq!(fig[im].clim(), (Some(2.0), Some(5.0)));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn autoscale(&mut self) {
        self.norm.open_limits();
        self.pixels.autoscale(&mut self.colorizing.norm);
        self.norm_changed();
    }

    /// Sets the norm; limits that it does not set are taken from the current data.
    pub fn set_norm(&mut self, norm: Norm) {
        self.norm = norm;
        self.pixels.autoscale(&mut self.colorizing.norm);
        self.norm_changed();
    }

    /// Sets where the first row is; the extent is flipped with it unless it was set.
    pub fn set_origin(&mut self, origin: Origin) {
        if self.default_extent && self.origin != origin {
            self.extent.y = (self.extent.y.1, self.extent.y.0);
            self.fit_stamp = Stamp::next();
        }
        self.origin = origin;
    }

    /// Where the first row is.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Sets the data coordinates \[left, right, bottom, top\] of the image's edges.
    ///
    /// By default the centres of elements have integer coordinates. Autoscaled limits of the axes become those of the
    /// image.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite, and for edges at the same place.
    pub fn set_extent(&mut self, extent: [f64; 4]) -> Result<()> {
        let [left, right, bottom, top] = extent;
        if !extent.iter().all(|edge| edge.is_finite()) || left == right || bottom == top {
            return Err(refused(
                "extent",
                &extent.into(),
                "finite numbers, left unlike right and bottom unlike top",
            ));
        }
        self.default_extent = false;
        self.fit_stamp = Stamp::next();
        self.extent = Limits {
            x: (left, right),
            y: (bottom, top),
        };
        Ok(())
    }

    /// The data coordinates \[left, right, bottom, top\] of the image's edges.
    pub fn extent(&self) -> [f64; 4] {
        let Limits { x, y } = self.extent;
        [x.0, x.1, y.0, y.1]
    }
}

impl Artist for AxesImage {
    crate::artists::artist_parts!(colorizing.base);

    fn data_limits(&self) -> DataLimits {
        DataLimits {
            x: DataRange::of([self.extent.x.0, self.extent.x.1]),
            y: DataRange::of([self.extent.y.0, self.extent.y.1]),
            z: None,
        }
    }

    fn sticky_edges(&self) -> StickyEdges {
        self.data_limits().into()
    }

    fn fit(&self) -> Option<(Stamp, Limits)> {
        Some((self.fit_stamp, self.extent))
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let plan = self.plan(canvas.size(), ctx)?;
        self.draw_pixels(canvas, &plan)
    }

    fn hides(&self, size: FrameSize, ctx: &DrawContext<'_>) -> Option<PixelRect> {
        let plan = self.plan(size, ctx).ok()?;
        (self.base.visible && plan.replaces).then_some(plan.place.target)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.colorizing.mappable())
    }
}
