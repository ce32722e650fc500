//! Annotations: `annotate`.

use kurbo::{BezPath, Point};

use crate::artists::patches::{ArrowBase, ArrowStyle, ConnectionStyle, PatchBase, bounds};
use crate::artists::placed_text::PlacedText;
use crate::artists::{
    Artist, ArtistBase, BlendedCoords, CoordsFrame, DrawContext, LineStyle, Obstacles, Text,
};
use crate::canvas::Canvas;
use crate::error::{Error, Result};
use crate::mapping::union;
use crate::properties::{Angle, Fraction, Length, Positive, options, properties};

options! {
    /// The arrow of an annotation, from its text to the annotated point (`arrowprops=dict(…)`).
    ///
    /// ```
    /// use plotreel::text::ArrowProps;
    ///
    /// let arrow = ArrowProps::new().with_arrowstyle("->")?.with_color("tab:red")?.with_shrink_b(5.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct ArrowProps;
    arrowstyle / with_arrowstyle: maybe_choice<ArrowStyle> = None,
        "its shape; without one it is a filled arrow of `width`, `headwidth` and `headlength`";
    connectionstyle / with_connectionstyle: choice<ConnectionStyle> = ConnectionStyle::default(), "the shape of its path";
    shrink_a / with_shrink_a: number<Length> = 2.0, "the distance from the text in points";
    shrink_b / with_shrink_b: number<Length> = 2.0, "the distance from the annotated point in points";
    relpos / with_relpos: pair<Angle> = (0.5, 0.5),
        "where it begins, in fractions of the text's box; only with an arrow style";
    mutation_scale / with_mutation_scale: maybe<Positive> = None,
        "the unit of the lengths in its style, in points; the font size if `None`";
    color / with_color: maybe_color = None, "the colour of face and edge";
    facecolor / with_facecolor: maybe_color = None, "the colour of the face, unless `color` is set";
    edgecolor / with_edgecolor: maybe_color = None, "the colour of the edge, unless `color` is set";
    linewidth / with_linewidth: maybe<Length> = None, "the width of the edge in points";
    linestyle / with_linestyle: choice<LineStyle> = LineStyle::Solid, "the line style of the edge";
    alpha / with_alpha: maybe<Fraction> = None, "the opacity instead of that of the colours, from 0 to 1";
    width / with_width: number<Length> = 4.0, "the width in points, without an arrow style";
    headwidth / with_headwidth: number<Length> = 12.0, "the width of the head in points, without an arrow style";
    headlength / with_headlength: number<Length> = 12.0, "the length of the head in points, without an arrow style";
    shrink / with_shrink: number<Fraction> = 0.0,
        "the part omitted at both ends, as a fraction of the length; without an arrow style, instead of `shrink_a` and `shrink_b`";
}

impl ArrowProps {
    fn style(&self) -> PatchBase {
        PatchBase {
            face: self.color.or(self.facecolor),
            edge: self.color.or(self.edgecolor),
            linewidth: self.linewidth,
            linestyle: self.linestyle.clone(),
            base: ArtistBase::unclipped(1.0).with_alpha(self.alpha),
            ..PatchBase::round_edged()
        }
    }

    /// The arrow, and where it begins, for a text and the annotated pixel.
    fn arrow(
        &self,
        text: &PlacedText,
        to: (f64, f64),
        ctx: &DrawContext<'_>,
    ) -> (ArrowBase, (f64, f64)) {
        let mutation_scale = self.mutation_scale.unwrap_or(text.style.size);
        let [left, bottom, right, top] = text.bounds();
        let at = |fraction: f64, low: f64, high: f64| low + fraction * (high - low);
        let arrow = |arrow_style, shrink| ArrowBase {
            arrow_style,
            connection_style: self.connectionstyle,
            shrink,
            mutation_scale,
            style: self.style(),
        };
        if let Some(arrow_style) = self.arrowstyle {
            let (x, y) = self.relpos;
            let arrow = arrow(arrow_style, [self.shrink_a, self.shrink_b]);
            return (arrow, (at(x, left, right), at(y, bottom, top)));
        }
        // From the corner or the middle of the side that is nearest.
        let nearest = |low: f64, high: f64, to: f64| {
            let places = [0.0, 0.5, 1.0].map(|fraction| at(fraction, low, high));
            let distance = |place: &f64| (place - to).abs();
            let nearer = |a: f64, b: f64| if distance(&b) < distance(&a) { b } else { a };
            places.into_iter().reduce(nearer).unwrap_or(low)
        };
        let from = (nearest(left, right, to.0), nearest(bottom, top, to.1));
        let length = (from.0 - to.0).hypot(from.1 - to.1);
        let shrink = self.shrink * length / ctx.points_to_pixels(1.0);
        let simple = ArrowStyle::Simple {
            head_length: self.headlength / mutation_scale,
            head_width: self.headwidth / mutation_scale,
            tail_width: self.width / mutation_scale,
        };
        (arrow(simple, [shrink; 2]), from)
    }
}

/// A text that annotates a point, with an arrow to it if it has [`ArrowProps`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::text::ArrowProps;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let note = fig[ax].annotate("peak", (0.5, 0.8), (20.0, 10.0));
/// fig[note].set_textcoords("offset points")?;
/// fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
/// fig[note].set_xy(0.6, 0.7); // the text follows
/// fig[note].set_text("lower peak");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Annotation {
    text: Text,
    xy: (f64, f64),
    xycoords: BlendedCoords,
    xytext: (f64, f64),
    textcoords: Option<BlendedCoords>,
    arrowprops: Option<ArrowProps>,
    annotation_clip: Option<bool>,
}

properties! {
    impl[] Annotation, in text: Text;
    /// A text that is offset from it follows.
    xy / set_xy: pair = xy, "the annotated point";
    position / set_position ["xytext", "xyann"]: pair = xytext, "where the text is";
    annotation_clip / set_annotation_clip: maybe_flag = annotation_clip,
        "whether it is hidden while its point is outside the axes; `None`: only if the point is in data coordinates";
    @by name:
    xycoords ["coordinates"]: BlendedCoords = |note| note.xycoords,
        |note, coords| {
            note.xycoords = coords.absolute()?;
            Ok(())
        },
        "the coordinate system of the point";
    textcoords ["anncoords"]: Option<BlendedCoords> = |note| note.textcoords,
        |note, coords| note.textcoords = coords,
        "the coordinate system of the text, which may be an offset from the point; `None` is that of the point";
}

impl Annotation {
    /// A text at `xytext` that annotates the point `xy`, both in data coordinates.
    pub fn new(text: impl Into<String>, xy: (f64, f64), xytext: (f64, f64)) -> Self {
        Self {
            text: Text::new(0.0, 0.0, text),
            xy,
            xycoords: BlendedCoords::default(),
            xytext,
            textcoords: None,
            arrowprops: None,
            annotation_clip: None,
        }
    }

    /// Sets the coordinate system of the point: [`Coords`](crate::artists::Coords), their name, or a pair for x and y.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names and for offsets.
    pub fn set_xycoords<C: TryInto<BlendedCoords>>(&mut self, coords: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        let coords: BlendedCoords = coords.try_into()?;
        self.xycoords = coords.absolute()?;
        Ok(())
    }

    /// Sets the coordinate system of the point, as [`set_xycoords`](Self::set_xycoords) does.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names and for offsets.
    pub fn set_coordinates<C: TryInto<BlendedCoords>>(&mut self, coords: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.set_xycoords(coords)
    }

    /// Sets the coordinate system of the text, which may be an offset from the point. By default it is that of the
    /// point.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_textcoords<C: TryInto<BlendedCoords>>(&mut self, coords: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.textcoords = Some(coords.try_into()?);
        Ok(())
    }

    /// Sets or removes the arrow.
    ///
    /// # Errors
    /// [`Error::Setting`] for lengths and widths that are negative or not finite, and opacities beyond 0 … 1.
    pub fn set_arrowprops(&mut self, arrow: impl Into<Option<ArrowProps>>) -> Result<()> {
        let arrow = arrow.into();
        if let Some(arrow) = &arrow {
            arrow.check_options()?;
        }
        self.arrowprops = arrow;
        Ok(())
    }

    /// The arrow.
    pub fn arrowprops(&self) -> Option<&ArrowProps> {
        self.arrowprops.as_ref()
    }

    /// The pixels of the point and of the text's anchor, y up, unless it is hidden.
    fn pixels(&self, ctx: &DrawContext<'_>) -> Option<[(f64, f64); 2]> {
        let mut frame = CoordsFrame::new(ctx);
        frame.font_size = self.text.size(ctx);
        let point = self.xycoords.pixel(self.xy, &frame);
        let clips = self.annotation_clip.unwrap_or(self.xycoords.is_data());
        if clips && !ctx.mapping.axes().holds(point) {
            return None;
        }
        frame.origin = point;
        let coords = self.textcoords.unwrap_or(self.xycoords);
        Some([point, coords.pixel(self.xytext, &frame)])
    }

    /// The shapes of the arrow and how they are painted.
    fn arrow_shapes(
        &self,
        props: &ArrowProps,
        text: &PlacedText,
        to: (f64, f64),
        ctx: &DrawContext<'_>,
    ) -> Result<(Vec<(BezPath, bool)>, PatchBase)> {
        let (arrow, from) = props.arrow(text, to, ctx);
        if self.text.text().is_empty() && text.outline.is_none() {
            return Ok((arrow.shapes([from, to], None, ctx)?, arrow.style));
        }
        let [left, bottom, right, top] = text.bounds();
        let pad = ctx.points_to_pixels(2.0);
        let inside = |p: Point| {
            let beside = || {
                (left - pad..right + pad).contains(&p.x) && (bottom - pad..top + pad).contains(&p.y)
            };
            text.box_holds(p).unwrap_or_else(beside)
        };
        let shapes = arrow.shapes([from, to], Some(&inside), ctx)?;
        Ok((shapes, arrow.style))
    }
}

impl Artist for Annotation {
    crate::artists::artist_parts!(text.base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let Some([point, anchor]) = self.pixels(ctx) else {
            return Ok(());
        };
        let text = self.text.placed(anchor, canvas, ctx);
        if let Some(props) = &self.arrowprops {
            let (shapes, style) = self.arrow_shapes(props, &text, point, ctx)?;
            style.draw_shapes(&shapes, canvas, ctx);
        }
        self.text.draw_placed(&text, canvas, ctx);
        Ok(())
    }

    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let [point, anchor] = self.pixels(ctx)?;
        let text = self.text.placed(anchor, canvas, ctx);
        let around = text.bounds();
        let shapes = self
            .arrowprops
            .as_ref()
            .and_then(|props| self.arrow_shapes(props, &text, point, ctx).ok());
        let arrow = shapes.and_then(|(shapes, _)| bounds(&shapes));
        let extent = arrow.map_or(around, |arrow| union(arrow, around));
        extent.iter().all(|v| v.is_finite()).then_some(extent)
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let drawn = self.extent(canvas, ctx);
        drawn.map_or_else(Obstacles::default, |[x0, y0, x1, y1]| {
            Obstacles::of_box(ctx.flipped((x0, y0)), ctx.flipped((x1, y1)))
        })
    }
}
