//! A field of wind barbs: `barbs`.

use kurbo::{BezPath, Point};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::quiver::arrows::draw_outline;
use crate::artists::quiver::barb::Barb;
use crate::artists::quiver::vectors::Vectors;
use crate::artists::quiver::{BarbPivot, VectorField};
use crate::artists::{Artist, DrawContext, LegendHandle, Obstacles, ScalarMappable};
use crate::canvas::Canvas;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{Length, Positive, properties};
use crate::series::Field;

/// Wind barbs at points (x, y), which show vectors (u, v): a staff with a flag for each 50, a barb for each 10 and half
/// a barb for 5 of their length; shorter ones are circles.
///
/// Flags and circles have the colour of the faces, staffs and barbs that of the edges, by default the same. Barbs with
/// a component, or a value of [`set_array`](crate::collections::CollectionBase::set_array), that is not finite are not
/// drawn.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let wind = fig[ax].barbs(&[0, 1, 2], &[0, 1, 0], &[12.0, 60.0, -3.0], &[5.0, 0.0, 1.0])?;
/// fig[wind].set_length(8.0)?;
/// fig[wind].set_pivot("middle")?;
/// fig[wind].set_flagcolor("tab:red")?;
/// fig[wind].set_barbcolor("black")?;
/// // From frame to frame:
/// fig[wind].set_uvc(&[14.0, 55.0, -8.0], &[6.0, 1.0, 3.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Barbs {
    barb: Barb,
    /// One for all, or one for each.
    flip: Vec<bool>,
    barbcolor: Option<ColorSpec>,
    flagcolor: Option<ColorSpec>,
    field: VectorField,
}

properties! {
    impl[] Barbs, in field: VectorField;
    length / set_length: number<Length> = barb.length,
        "the size of the barbs; a staff is half its square long, in points, and all else in proportion";
    pivot / set_pivot: choice<BarbPivot> = barb.pivot, "the part of the barbs that is at their position";
    spacing / set_spacing: number<Length> = barb.spacing, "the distance between features, as a multiple of the length";
    height / set_height: number<Length> = barb.height,
        "the distance from the staff to the top of a flag or barb, as a multiple of the length";
    width / set_width: number<Length> = barb.width,
        "the width of a flag, twice that of a barb, as a multiple of the length";
    emptybarb / set_emptybarb: number<Length> = barb.emptybarb,
        "the radius of the circles for short vectors, as a multiple of the length";
    half / set_half: number<Positive> = barb.half, "what half a barb stands for";
    full / set_full: number<Positive> = barb.full, "what a barb stands for";
    flag / set_flag: number<Positive> = barb.flag, "what a flag stands for";
    rounding / set_rounding: flag = barb.rounding, "whether vectors are rounded to half barbs, or else cut off";
    fill_empty / set_fill_empty: flag = barb.fill_empty, "whether the circles for short vectors are filled";
    @by name:
    flip_barb: Vec<bool> = |barbs| barbs.flip.clone(), |barbs, flip| barbs.flip = flip,
        "whether features are on the other side of the staff, for all barbs or for each";
    barbcolor: Option<ColorSpec> = |barbs| barbs.barbcolor,
        |barbs, color| {
            barbs.barbcolor = color;
            barbs.recolor();
        },
        "the colour of staffs and barbs; `None` is that of the flags";
    flagcolor: Option<ColorSpec> = |barbs| barbs.flagcolor,
        |barbs, color| {
            barbs.flagcolor = color;
            barbs.recolor();
        },
        "the colour of flags; `None` is that of the barbs";
    uvc ["UVC"]: Vec<Vec<f64>> = |barbs| barbs.pairs(),
        |barbs, pairs| barbs.vectors.set_pairs("uvc", &pairs),
        "the vectors";
}

impl Barbs {
    /// Barbs for the vectors (u, v) at the points (x, y), for [`Axes::add_artist`](crate::Axes::add_artist).
    ///
    /// # Errors
    /// As [`Axes::quiver`](crate::Axes::quiver).
    pub fn new(
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<Self> {
        Ok(Self {
            field: VectorField::new(Vectors::new(x, y, u, v)?, Edges::Face, 1.0),
            barb: Barb::default(),
            flip: vec![false],
            barbcolor: None,
            flagcolor: None,
        })
    }

    /// Replaces the vectors: one for each barb, or one for all (`set_UVC`). Their colours, C, are set by
    /// [`set_array`](crate::collections::CollectionBase::set_array).
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of vectors; they are not changed then.
    pub fn set_uvc(&mut self, u: &(impl Field + ?Sized), v: &(impl Field + ?Sized)) -> Result<()> {
        self.vectors.set_uv(u, v)
    }

    /// Sets whether features are on the other side of the staff, as in the southern hemisphere.
    pub fn set_flip_barb(&mut self, flip: bool) {
        self.flip = vec![flip];
    }

    /// Sets for each barb whether its features are on the other side of the staff; they repeat if there are fewer than
    /// barbs.
    pub fn set_flip_barbs(&mut self, flip: impl IntoIterator<Item = bool>) {
        self.flip = flip.into_iter().collect();
    }

    /// Whether features are on the other side of the staff, for all barbs or for each.
    pub fn flip_barb(&self) -> &[bool] {
        &self.flip
    }

    /// Sets the colour of staffs and barbs, and that of flags unless they have their own.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_barbcolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.barbcolor = Some(color.into_color()?);
        self.recolor();
        Ok(())
    }

    /// The colour of staffs and barbs, if it was set.
    pub fn barbcolor(&self) -> Option<ColorSpec> {
        self.barbcolor
    }

    /// Sets the colour of flags, and that of staffs and barbs unless they have their own.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_flagcolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.flagcolor = Some(color.into_color()?);
        self.recolor();
        Ok(())
    }

    /// The colour of flags, if it was set.
    pub fn flagcolor(&self) -> Option<ColorSpec> {
        self.flagcolor
    }

    fn recolor(&mut self) {
        let face = self
            .flagcolor
            .or(self.barbcolor)
            .unwrap_or(ColorSpec::BLACK);
        self.style.faces = vec![face];
        self.style.edges = match (self.flagcolor, self.barbcolor) {
            (Some(_), Some(barb)) => Edges::Colors(vec![barb]),
            _ => Edges::Face,
        };
    }
}

impl Barbs {
    fn draw_barbs(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>, paint: &CollectionPaint<'_>) {
        let shown: Vec<usize> = self.vectors.shown(self.style.array()).collect();
        let scale = ctx.points_to_pixels(self.barb.length / 2.0);
        let mut corners = Vec::new();
        for (place, i) in shown.iter().copied().enumerate() {
            let flip = self.flip.get(i % self.flip.len().max(1));
            let flip = flip.is_some_and(|flip| *flip);
            self.barb
                .corners(self.vectors.vector(i), flip, &mut corners);
            let at = ctx.flipped(ctx.pixel(self.vectors.point(i)));
            let on_canvas = |p: &Point| Point::new(at.x + scale * p.x, at.y - scale * p.y);
            let mut path = BezPath::new();
            for (i, p) in corners.iter().map(on_canvas).enumerate() {
                match i {
                    0 => path.move_to(p),
                    _ => path.line_to(p),
                }
            }
            path.close_path();
            // Lists of colours count what is drawn only, as in the reference.
            let look = match self.style.array() {
                Some(_) => i,
                None => place,
            };
            draw_outline((&path, at), (look, shown.len()), paint, canvas, ctx);
        }
    }
}

impl Artist for Barbs {
    crate::artists::artist_parts!(field.style.base);

    fn data_limits(&self) -> DataLimits {
        self.vectors.limits()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.paint(ctx)?;
        if paint.is_nothing() {
            return Ok(());
        }
        self.style.with_effects(canvas, ctx, |canvas| {
            self.draw_barbs(canvas, ctx, &paint);
            Ok(())
        })
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.field.legend_handle(ctx)
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.field.obstacles(ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
