//! Images: `imshow` and its updates.

use bytemuck::Pod;
use num_traits::AsPrimitive;

use crate::array::{DType, ImageView, Scratch, with_dtype};
use crate::artists::{Artist, DrawContext};
use crate::canvas::{Canvas, FrameSize, ImageRows};
use crate::color::{Colormap, Indexer, LUT_LEN, Lut, Norm, Scalar, rgb_to_bgra};
use crate::error::Result;
use crate::source::ImageSource;
use crate::transform::{Limits, PixelRect};

/// An array drawn as an image, each element the nearest pixels (`interpolation="nearest"`).
///
/// - u8 RGB is drawn as it is. Other integers are clipped to 0 … 255, floats to 0 … 1 and then become
///   ⌊255 · x⌋ in their own precision; `true` is 255.
/// - (H, W) and (H, W, 1) go through norm and colormap; the norm's open limits come from the first data.
/// - NaN in a pixel's channels makes it transparent; in scalar data NaN and infinities get the bad colour.
/// - Alpha is blended over what lies below by Agg's formula.
///
/// The first array fixes the extent: a later one of another shape is stretched into it.
///
/// ```
/// use ndarray::array;
/// use plotreel::{Color, Colormap, Figure, Norm};
///
/// let mut fig = Figure::new((0.02, 0.01), 100.0);
/// let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]);
/// let im = fig[ax].imshow(&array![[1.0, 2.0]])?;
/// fig[im].set_cmap(Colormap::named("gray")?.with_bad(Color::rgb(255, 0, 0)));
/// fig[im].set_norm(Norm::log());
/// fig[im].set_clim(Some(0.1), Some(100.0));
/// fig[im].set_data(&array![[100.0, f64::NAN]])?;
/// assert_eq!((fig[im].clim(), fig[im].shape()), ((Some(0.1), Some(100.0)), (1, 2)));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AxesImage {
    pixels: Pixels,
    size: FrameSize,
    extent: Limits,
    norm: Norm,
    cmap: Colormap,
    scratch: Scratch,
}

/// An image's own copy of the data. Scalars stay numbers, because limits and colormap may change later.
#[derive(Debug, Clone)]
enum Pixels {
    /// Of bool, integers up to 16 bits and f32, which numpy normalises in f32.
    F32(Scalars<f32>),
    /// Of wider integers and f64.
    F64(Scalars<f64>),
    /// BGRA with straight alpha.
    Color { bytes: Vec<u8>, opaque: bool },
}

#[derive(Debug, Clone)]
struct Scalars<T> {
    values: Vec<T>,
    all_finite: bool,
}

impl AxesImage {
    pub(crate) fn new(data: &impl ImageSource) -> Result<Self> {
        let mut image = Self {
            pixels: Pixels::empty(),
            size: FrameSize {
                width: 0,
                height: 0,
            },
            extent: Limits::of_image(1, 1),
            norm: Norm::default(),
            cmap: Colormap::default(),
            scratch: Scratch::default(),
        };
        image.set_data(data)?;
        image.extent = Limits::of_image(image.size.height as usize, image.size.width as usize);
        Ok(image)
    }

    /// Shows another array; norm, colormap and extent stay. Shape and type may differ from the last one's.
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape); the image keeps what it showed.
    pub fn set_data(&mut self, data: &impl ImageSource) -> Result<()> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let stored = data.image_view(&mut scratch).map(|view| self.store(&view));
        self.scratch = scratch;
        stored
    }

    fn store(&mut self, view: &ImageView<'_>) {
        self.size = FrameSize {
            width: view.width() as u32,
            height: view.height() as u32,
        };
        match (view.channels(), view.dtype()) {
            (1, DType::Bool | DType::U8 | DType::I8 | DType::U16 | DType::I16 | DType::F32) => {
                let mut scalars = match std::mem::replace(&mut self.pixels, Pixels::empty()) {
                    Pixels::F32(scalars) => scalars,
                    _ => Scalars::empty(),
                };
                scalars.store(view);
                scalars.autoscale(&mut self.norm);
                self.pixels = Pixels::F32(scalars);
            }
            (1, _) => {
                let mut scalars = match std::mem::replace(&mut self.pixels, Pixels::empty()) {
                    Pixels::F64(scalars) => scalars,
                    _ => Scalars::empty(),
                };
                scalars.store(view);
                scalars.autoscale(&mut self.norm);
                self.pixels = Pixels::F64(scalars);
            }
            _ => {
                let mut bytes = match std::mem::replace(&mut self.pixels, Pixels::empty()) {
                    Pixels::Color { bytes, .. } => bytes,
                    _ => Vec::new(),
                };
                bytes.resize(self.size.bytes(), 255);
                let opaque = rgb_to_bgra(view, &mut bytes);
                self.pixels = Pixels::Color { bytes, opaque };
            }
        }
    }

    /// Sets the colour limits that are given (`set_clim(vmin, vmax)`).
    pub fn set_clim(&mut self, vmin: Option<f64>, vmax: Option<f64>) {
        self.norm.set_clim(vmin, vmax);
    }

    /// The colour limits (vmin, vmax), as far as they are known.
    pub fn clim(&self) -> (Option<f64>, Option<f64>) {
        self.norm.clim()
    }

    /// Sets the colormap of scalar data.
    pub fn set_cmap(&mut self, cmap: Colormap) {
        self.cmap = cmap;
    }

    /// Sets the norm; limits that it leaves open come from the data shown now.
    pub fn set_norm(&mut self, norm: Norm) {
        self.norm = norm;
        match &self.pixels {
            Pixels::F32(scalars) => scalars.autoscale(&mut self.norm),
            Pixels::F64(scalars) => scalars.autoscale(&mut self.norm),
            Pixels::Color { .. } => (),
        }
    }

    /// (rows, columns) of the array that is shown.
    pub fn shape(&self) -> (usize, usize) {
        (self.size.height as usize, self.size.width as usize)
    }

    fn draw_scalars<T: Scalar>(
        &self,
        scalars: &Scalars<T>,
        canvas: &mut Canvas,
        ctx: &DrawContext,
    ) -> Result<()> {
        let indexer = self.norm.indexer(self.cmap.len())?;
        let width = self.size.width as usize;
        let mut paint = |y: usize, row: &mut [u8]| {
            let values = &scalars.values[y * width..][..width];
            colorize(&indexer, self.cmap.lut(), (values, scalars.all_finite), row);
        };
        self.draw_rows(canvas, ctx, ImageRows::Computed(&mut paint));
        Ok(())
    }

    fn draw_rows(&self, canvas: &mut Canvas, ctx: &DrawContext, rows: ImageRows<'_>) {
        canvas.draw_image(
            ctx.transform.map(self.extent),
            self.size,
            self.is_opaque(),
            rows,
        );
    }

    fn is_opaque(&self) -> bool {
        let all_finite = match &self.pixels {
            Pixels::F32(scalars) => scalars.all_finite,
            Pixels::F64(scalars) => scalars.all_finite,
            Pixels::Color { opaque, .. } => return *opaque,
        };
        self.cmap.is_opaque(all_finite && !self.norm.makes_bad())
    }
}

impl Artist for AxesImage {
    fn zorder(&self) -> f64 {
        0.0
    }

    fn data_limits(&self) -> Option<Limits> {
        Some(self.extent)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext) -> Result<()> {
        match &self.pixels {
            Pixels::F32(scalars) => self.draw_scalars(scalars, canvas, ctx),
            Pixels::F64(scalars) => self.draw_scalars(scalars, canvas, ctx),
            Pixels::Color { bytes, .. } => {
                self.draw_rows(canvas, ctx, ImageRows::Ready(bytes));
                Ok(())
            }
        }
    }

    fn hides(&self, size: FrameSize, ctx: &DrawContext) -> Option<PixelRect> {
        self.is_opaque()
            .then(|| ctx.transform.map(self.extent).image_pixels(size))
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}

impl Pixels {
    fn empty() -> Self {
        Self::Color {
            bytes: Vec::new(),
            opaque: true,
        }
    }
}

/// Colours one row of scalars; in pieces, so that the indices stay in the nearest cache.
fn colorize<T: Scalar>(
    indexer: &Indexer,
    lut: &Lut,
    (values, all_finite): (&[T], bool),
    row: &mut [u8],
) {
    const PIECE: usize = 512;
    let mut indices = [0u32; PIECE];
    let pixels = row.as_chunks_mut::<4>().0;
    for (values, pixels) in values.chunks(PIECE).zip(pixels.chunks_mut(PIECE)) {
        let indices = &mut indices[..values.len()];
        indexer.indices(values, all_finite, indices);
        for (pixel, &index) in pixels.iter_mut().zip(&*indices) {
            *pixel = lut[index as usize % LUT_LEN];
        }
    }
}

impl<T: Scalar> Scalars<T> {
    fn empty() -> Self {
        Self {
            values: Vec::new(),
            all_finite: true,
        }
    }

    /// Sets the limits that the norm leaves open.
    fn autoscale(&self, norm: &mut Norm) {
        norm.autoscale_none(self.values.iter().map(|&x| x.into()));
    }

    fn store(&mut self, view: &ImageView<'_>)
    where
        u8: AsPrimitive<T>,
        i8: AsPrimitive<T>,
        u16: AsPrimitive<T>,
        i16: AsPrimitive<T>,
        u32: AsPrimitive<T>,
        i32: AsPrimitive<T>,
        u64: AsPrimitive<T>,
        i64: AsPrimitive<T>,
        f32: AsPrimitive<T>,
        f64: AsPrimitive<T>,
    {
        self.values
            .resize(view.width() * view.height(), T::zeroed());
        with_dtype!(view.dtype(), U => self.copy::<U>(view));
    }

    fn copy<U: Pod + AsPrimitive<T>>(&mut self, view: &ImageView<'_>) {
        let arch = pulp::Arch::new();
        let mut gathered = Vec::new();
        self.all_finite = true;
        for (y, out) in self.values.chunks_exact_mut(view.width()).enumerate() {
            let row = view.row::<U>(y, &mut gathered);
            self.all_finite &= arch.dispatch(
                #[inline(always)]
                || {
                    let mut finite = true;
                    for (to, &from) in out.iter_mut().zip(row) {
                        *to = from.as_();
                        finite &= (*to).into().is_finite();
                    }
                    finite
                },
            );
        }
    }
}
