//! How an image is drawn: its rows as they are, or interpolated.

use std::sync::Arc;

use kurbo::BezPath;

use crate::artists::image::coloring::Coloring;
use crate::artists::image::fade::{Fade, Opacity};
use crate::artists::image::interpolated::Interpolated;
use crate::artists::image::pixels::{Colors, Pixels, Scalars};
use crate::artists::{AxesImage, DrawContext};
use crate::canvas::{Canvas, ImageRows, Interpolation, Placement, Ties};
use crate::color::{Scalar, as_resampled};
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::mapping::PixelRect;
use crate::style::Origin;

/// Where and how an image is drawn this time.
pub(super) struct Plan {
    pub(super) place: Placement,
    /// Neither `Auto` nor a filter at 1 : 1.
    interpolation: Interpolation,
    /// Whether numbers are interpolated rather than colours.
    data_stage: bool,
    /// The path of whose inside it is the part that is seen, if any.
    pub(super) inside: Option<Arc<BezPath>>,
    /// Whether its pixels replace the content below, with their own alpha, if any.
    pub(super) replaces: bool,
}

impl AxesImage {
    pub(super) fn plan(&self, size: FrameSize, ctx: &DrawContext<'_>) -> Result<Plan> {
        let flat = ctx.mapping.flat_for("an image")?;
        self.base.alpha.check_shape(self.shape())?;
        let (around, inside) = self.base.clip_of_image(ctx);
        let around = around.map_or(PixelRect::of_canvas(size), |around| {
            around.image_pixels(size)
        });
        let upper = self.origin == Origin::Upper;
        let place = Placement::new(flat.map(self.extent), upper, around, size);
        let scales = place.scales(self.size);
        let mut plan = Plan {
            place,
            interpolation: self.interpolation.at_scale(scales),
            data_stage: self.stage.is_data(scales),
            inside,
            replaces: false,
        };
        plan.replaces = plan.inside.is_none() && self.is_opaque(&plan);
        Ok(plan)
    }

    /// Puts the image onto a transparent canvas with its own colours and alpha, which no blending has rounded.
    ///
    /// `false` if its elements would be averaged, or are clipped by a path; then nothing is drawn.
    pub(crate) fn draw_alone(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<bool> {
        let mut plan = self.plan(canvas.size(), ctx)?;
        if self.is_filtered(&plan) || plan.inside.is_some() {
            return Ok(false);
        }
        plan.replaces = true;
        canvas.clear();
        self.draw_pixels(canvas, &plan)?;
        Ok(true)
    }

    pub(super) fn draw_pixels(&self, canvas: &mut Canvas, plan: &Plan) -> Result<()> {
        canvas.draw_images_in(plan.inside.as_ref(), |canvas| {
            self.draw_all_pixels(canvas, plan)
        })
    }

    fn draw_all_pixels(&self, canvas: &mut Canvas, plan: &Plan) -> Result<()> {
        match &self.pixels {
            Pixels::U8(scalars) => self.draw_scalars(scalars, canvas, plan)?,
            Pixels::F32(scalars) => self.draw_scalars(scalars, canvas, plan)?,
            Pixels::F64(scalars) => self.draw_scalars(scalars, canvas, plan)?,
            Pixels::Color(colors) => self.draw_colors(colors, canvas, plan),
        }
        Ok(())
    }

    /// The opacity that is left to apply: none if it changes nothing.
    fn opacity(&self) -> Option<Opacity<'_>> {
        match self.alphas() {
            Some(alphas) => Some(Opacity::Each(alphas)),
            None => (self.alpha().filter(|alpha| *alpha < 1.0)).map(Opacity::One),
        }
    }

    fn draw_scalars<T: Scalar>(
        &self,
        scalars: &Scalars<T>,
        canvas: &mut Canvas,
        plan: &Plan,
    ) -> Result<()> {
        let indexer = self.norm.indexer(self.cmap.len())?;
        if self.is_filtered(plan) {
            let image = self.interpolated(plan);
            let colors = (&indexer, &self.cmap);
            match plan.data_stage {
                true if scalars.is_single() => image.draw_data::<T, f32>(canvas, scalars, colors),
                true => image.draw_data::<T, f64>(canvas, scalars, colors),
                false => image.draw_mapped(canvas, scalars, colors),
            }
            return Ok(());
        }
        let width = self.size.width as usize;
        let fade = self.fade(plan);
        let coloring = Coloring::new::<T>(&indexer, self.cmap.lut(), scalars.all_finite);
        let mut paint = |y: usize, row: &mut [u8]| {
            coloring.row(&scalars.values[y * width..][..width], row);
            if let Some(fade) = &fade {
                fade.apply(y, row);
            }
        };
        self.draw_rows(canvas, plan, ImageRows::Computed(&mut paint));
        Ok(())
    }

    fn draw_colors(&self, colors: &Colors, canvas: &mut Canvas, plan: &Plan) {
        if self.is_filtered(plan) {
            return self.interpolated(plan).draw_colors(canvas, colors);
        }
        let fade = self.fade(plan);
        let is_single = !matches!(self.opacity(), Some(Opacity::Each(_)));
        let is_blended = is_single && !(plan.replaces || colors.opaque || colors.of_floats);
        if fade.is_none() && !is_blended {
            return self.draw_rows(canvas, plan, ImageRows::Ready(&colors.bytes));
        }
        let mut paint = |y: usize, row: &mut [u8]| {
            row.copy_from_slice(&colors.bytes[y * row.len()..][..row.len()]);
            if is_blended {
                as_resampled(row);
            }
            if let Some(fade) = &fade {
                fade.apply(y, row);
            }
        };
        self.draw_rows(canvas, plan, ImageRows::Computed(&mut paint));
    }

    fn fade(&self, plan: &Plan) -> Option<Fade<'_>> {
        let opacity = self.opacity()?;
        Some(Fade::new(&self.pixels, opacity, plan.data_stage))
    }

    /// Whether elements are averaged rather than picked.
    fn is_filtered(&self, plan: &Plan) -> bool {
        !matches!(
            plan.interpolation,
            Interpolation::None | Interpolation::Nearest
        )
    }

    fn interpolated(&self, plan: &Plan) -> Interpolated<'_> {
        Interpolated {
            place: plan.place,
            source: self.size,
            interpolation: plan.interpolation,
            opacity: self.opacity(),
            opaque: plan.replaces,
        }
    }

    fn draw_rows(&self, canvas: &mut Canvas, plan: &Plan, rows: ImageRows<'_>) {
        let ties = match plan.interpolation {
            Interpolation::Nearest => Ties::Down,
            _ => Ties::Up,
        };
        // Rows are counted from the bottom of an image that begins there, columns from the left in any case.
        let ties = [
            ties,
            if self.origin == Origin::Upper {
                ties
            } else {
                Ties::Up
            },
        ];
        canvas.draw_image(&plan.place, self.size, ties, plan.replaces, rows);
    }

    fn is_opaque(&self, plan: &Plan) -> bool {
        if self.opacity().is_some() {
            return false;
        }
        let all_finite = match &self.pixels {
            Pixels::Color(colors) => return colors.opaque,
            // An average of large numbers can be infinite.
            _ if self.is_filtered(plan) && plan.data_stage => false,
            Pixels::U8(_) => true,
            Pixels::F32(scalars) => scalars.all_finite,
            Pixels::F64(scalars) => scalars.all_finite,
        };
        self.cmap.is_opaque(all_finite && !self.norm.makes_bad())
    }
}
