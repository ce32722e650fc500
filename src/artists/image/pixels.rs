//! The content of an image: numbers or colours.

use bytemuck::Pod;
use num_traits::AsPrimitive;

use crate::color::{ColorRange, Norm, Scalar};
use crate::image_view::{DType, ImageView, with_dtype};

/// An image's own copy of the data. Scalars stay numbers, because limits and colormap may change later.
#[derive(Debug, Clone)]
pub(super) enum Pixels {
    /// Of bool and u8, which numpy normalises in f32.
    U8(Scalars<u8>),
    /// Of other integers up to 16 bits and f32, which are, too.
    F32(Scalars<f32>),
    /// Of wider integers and f64.
    F64(Scalars<f64>),
    /// Colours.
    Color(Colors),
}

/// BGRA with straight alpha.
#[derive(Debug, Clone)]
pub(super) struct Colors {
    pub(super) bytes: Vec<u8>,
    pub(super) opaque: bool,
    /// Whether the array had alpha.
    pub(super) has_alpha: bool,
    /// Whether the bytes were cut from floats.
    pub(super) of_floats: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Scalars<T> {
    pub(super) values: Vec<T>,
    pub(super) all_finite: bool,
    /// Whether the array was of integers.
    pub(super) integers: bool,
}

impl Pixels {
    pub(super) fn empty() -> Self {
        Self::Color(Colors::empty())
    }

    /// Stores an array: colours as `range` reads them, or numbers, from which the norm's missing limits are taken.
    pub(super) fn store(&mut self, view: &ImageView<'_>, range: &ColorRange, norm: &mut Norm) {
        // The memory of the last array is used again.
        macro_rules! scalars {
            ($variant:ident) => {{
                let mut scalars = match std::mem::replace(self, Self::empty()) {
                    Self::$variant(scalars) => scalars,
                    _ => Scalars::empty(),
                };
                scalars.store(view);
                scalars.autoscale(norm);
                Self::$variant(scalars)
            }};
        }
        *self = match (view.channels(), view.dtype()) {
            (1, DType::Bool | DType::U8) => scalars!(U8),
            (1, DType::I8 | DType::U16 | DType::I16 | DType::F32) => scalars!(F32),
            (1, _) => scalars!(F64),
            _ => {
                let mut colors = match std::mem::replace(self, Self::empty()) {
                    Self::Color(colors) => colors,
                    _ => Colors::empty(),
                };
                colors.store(view, range);
                Self::Color(colors)
            }
        };
    }

    /// Sets the limits that the norm does not set.
    pub(super) fn autoscale(&self, norm: &mut Norm) {
        match self {
            Self::U8(scalars) => scalars.autoscale(norm),
            Self::F32(scalars) => scalars.autoscale(norm),
            Self::F64(scalars) => scalars.autoscale(norm),
            Self::Color(_) => (),
        }
    }
}

impl Colors {
    fn empty() -> Self {
        Self {
            bytes: Vec::new(),
            opaque: true,
            has_alpha: false,
            of_floats: false,
        }
    }

    fn store(&mut self, view: &ImageView<'_>, range: &ColorRange) {
        self.bytes.resize(4 * view.width() * view.height(), 255);
        self.opaque = range.to_bgra(view, &mut self.bytes);
        self.has_alpha = view.channels() == 4;
        self.of_floats = view.dtype().is_float();
    }
}

impl<T: Scalar> Scalars<T> {
    fn empty() -> Self {
        Self {
            values: Vec::new(),
            all_finite: true,
            integers: false,
        }
    }

    /// Whether matplotlib interpolates such numbers in f32: f32, and integers of a moderate range.
    pub(super) fn is_single(&self) -> bool {
        const MODERATE: f64 = 1e8;
        if size_of::<T>() <= size_of::<f32>() || !self.integers {
            return size_of::<T>() <= size_of::<f32>();
        }
        let values = self.values.iter().map(|&x| x.into());
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
            (low.min(x), high.max(x))
        });
        high - low <= MODERATE
    }

    /// The fraction of the values outside the norm's limits, among those with their own colour.
    pub(super) fn share_outside(&self, norm: &Norm) -> f64 {
        let (Some(vmin), Some(vmax)) = norm.clim() else {
            return 0.0;
        };
        let counts = |x: f64| norm.counts(x);
        let (outside, counted) = pulp::Arch::new().dispatch(
            #[inline(always)]
            || {
                self.values
                    .iter()
                    .fold((0u32, 0u32), |(outside, counted), &x| {
                        let x = x.into();
                        let counts = u32::from(counts(x));
                        let beyond = counts & u32::from(x < vmin || x > vmax);
                        (outside + beyond, counted + counts)
                    })
            },
        );
        f64::from(outside) / f64::from(counted.max(1))
    }

    /// Sets the limits that the norm does not set.
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
        self.integers = !view.dtype().is_float();
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
