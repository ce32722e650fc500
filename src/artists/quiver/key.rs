//! An arrow with a label that explains the lengths of others: `quiverkey`.

use kurbo::{BezPath, Vec2};

use crate::artists::edge_colors::Edges;
use crate::artists::quiver::Pivot;
use crate::artists::quiver::arrows::{Quiver, draw_outline};
use crate::artists::{Artist, BlendedCoords, Coords, CoordsFrame, DrawContext, Text};
use crate::canvas::{Canvas, HorizontalAlignment, VerticalAlignment};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::{Angle, Length, Properties, Value, names, properties};

/// Where the label of a [`QuiverKey`] is.
///
/// ```
/// use plotreel::quiver::LabelPos;
///
/// assert_eq!("E".parse::<LabelPos>()?, LabelPos::E);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LabelPos {
    /// Above the arrow, whose middle is at the key's position.
    #[default]
    N,
    /// Below the arrow, whose middle is at the key's position.
    S,
    /// To the right of the arrow, whose tip is at the key's position.
    E,
    /// To the left of the arrow, whose tail is at the key's position.
    W,
}

names! {
    LabelPos, "labelpos", "N, S, E or W";
    N: "N",
    S: "S",
    E: "E",
    W: "W",
}

/// The coordinate system of a [`QuiverKey`].
///
/// ```
/// use plotreel::quiver::KeyCoords;
///
/// assert_eq!("inches".parse::<KeyCoords>()?, KeyCoords::Inches);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum KeyCoords {
    /// Fractions of the axes.
    #[default]
    Axes,
    /// Fractions of the figure.
    Figure,
    /// Data coordinates.
    Data,
    /// Inches from the lower left corner of the figure.
    Inches,
}

names! {
    KeyCoords, "coordinates", "axes, figure, data or inches";
    Axes: "axes",
    Figure: "figure",
    Data: "data",
    Inches: "inches",
}

/// An arrow of a given length in the look of a [`Quiver`], with a label. It follows the quiver's scale and look, and
/// has the setters of texts for its label.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let wind = fig[ax].quiver(&[0, 1], &[0, 1], &[3.0, 5.0], &[1.0, 2.0])?;
/// let key = fig[ax].quiverkey(wind, (0.9, 1.05), 5.0, "5 m/s");
/// fig[key].set_labelpos("E")?;
/// fig[key].set_fontsize(8.0)?;
/// // From frame to frame:
/// fig[key].set_u(10.0);
/// fig[key].set_text("10 m/s");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct QuiverKey {
    quiver: Handle<Quiver>,
    position: (f64, f64),
    u: f64,
    angle: f64,
    coordinates: KeyCoords,
    color: Option<ColorSpec>,
    labelpos: LabelPos,
    /// Inches.
    labelsep: f64,
    text: Text,
}

properties! {
    impl[] QuiverKey, in text: Text;
    position / set_position: pair = position, "its place";
    u / set_u ["U"]: coordinate = u, "the length of the vector that it shows";
    angle / set_angle: number<Angle> = angle, "the angle of the arrow in degrees, counterclockwise";
    labelsep / set_labelsep: number<Length> = labelsep, "the distance of the label from the arrow in inches";
    coordinates / set_coordinates: choice<KeyCoords> = coordinates, "the coordinate system of its position";
    @by name:
    labelpos: LabelPos = |key| key.labelpos, |key, labelpos| key.put_label(labelpos),
        "the side of the arrow that its label is at";
    color: Option<ColorSpec> = |key| key.color, |key, color| key.color = color,
        "the colour of the arrow, instead of that of the quiver";
    labelcolor: Option<ColorSpec> = |key| key.text.color(),
        |key, color| match color {
            Some(color) => key.text.set_color(color),
            None => key.text.set_property("color", &Value::None),
        },
        "the colour of the label";
}

impl QuiverKey {
    pub(crate) fn new(
        quiver: Handle<Quiver>,
        zorder: f64,
        position: (f64, f64),
        u: f64,
        label: String,
    ) -> Self {
        let mut text = Text::new(0.0, 0.0, label);
        text.base.zorder = zorder;
        let mut key = Self {
            quiver,
            position,
            u,
            angle: 0.0,
            coordinates: KeyCoords::default(),
            color: None,
            labelpos: LabelPos::default(),
            labelsep: 0.1,
            text,
        };
        key.put_label(LabelPos::default());
        key
    }

    /// Sets the side of the arrow that its label is at, and aligns the label to it: a [`LabelPos`] or `"N"`, `"S"`,
    /// `"E"`, `"W"`.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_labelpos<P: TryInto<LabelPos>>(&mut self, labelpos: P) -> Result<()>
    where
        Error: From<P::Error>,
    {
        self.put_label(labelpos.try_into()?);
        Ok(())
    }

    /// The side of the arrow that its label is at.
    pub fn labelpos(&self) -> LabelPos {
        self.labelpos
    }

    fn put_label(&mut self, labelpos: LabelPos) {
        self.labelpos = labelpos;
        let (ha, va) = match labelpos {
            LabelPos::N => (HorizontalAlignment::Center, VerticalAlignment::Bottom),
            LabelPos::S => (HorizontalAlignment::Center, VerticalAlignment::Top),
            LabelPos::E => (HorizontalAlignment::Left, VerticalAlignment::Center),
            LabelPos::W => (HorizontalAlignment::Right, VerticalAlignment::Center),
        };
        self.text.align(ha, va);
    }

    /// Sets the colour of the arrow, instead of that of the quiver.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.color = Some(color.into_color()?);
        Ok(())
    }

    /// The colour of the arrow, if it is not that of the quiver.
    pub fn color(&self) -> Option<ColorSpec> {
        self.color
    }

    /// Sets the colour of the label.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_labelcolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.text.set_color(color)
    }

    /// The colour of the label; `None` where it is the style's.
    pub fn labelcolor(&self) -> Option<ColorSpec> {
        self.text.color()
    }

    /// Its position in pixels, y up.
    fn pixel(&self, ctx: &DrawContext<'_>) -> (f64, f64) {
        let coords = match self.coordinates {
            KeyCoords::Axes => Coords::AxesFraction,
            KeyCoords::Figure => Coords::FigureFraction,
            KeyCoords::Data => Coords::Data,
            KeyCoords::Inches => {
                return (self.position.0 * ctx.dpi, self.position.1 * ctx.dpi);
            }
        };
        BlendedCoords::from(coords).pixel(self.position, &CoordsFrame::new(ctx))
    }

    fn pivot(&self) -> Pivot {
        match self.labelpos {
            LabelPos::N | LabelPos::S => Pivot::Middle,
            LabelPos::E => Pivot::Tip,
            LabelPos::W => Pivot::Tail,
        }
    }
}

impl QuiverKey {
    fn draw_arrow(
        &self,
        quiver: &Quiver,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let mut style = quiver.style.without_array();
        style.base.clip_on = false;
        // In the reference a quiver's colour is that of its faces only.
        if style.edgecolors() == style.facecolors() {
            style.edges = Edges::Colors(Vec::new());
        }
        if let Some(color) = self.color {
            style.set_color(color)?;
        }
        let paint = style.paint(ctx, ctx.style.patch_linewidth, ColorSpec::None)?;
        if paint.is_nothing() {
            return Ok(());
        }
        let (sin, cos) = self.angle.to_radians().sin_cos();
        let course = quiver.course_of(self.u * Vec2::new(cos, sin), ctx);
        let at = ctx.flipped(self.pixel(ctx));
        let mut path = BezPath::new();
        let scaled = quiver.scaled(ctx)?.with_pivot(self.pivot());
        scaled.outline(at, course, &mut path);
        draw_outline((&path, at), (0, 1), &paint, canvas, ctx);
        Ok(())
    }
}

impl Artist for QuiverKey {
    crate::artists::artist_parts!(text.base);

    fn follows_artists(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let Some(quiver) = ctx.artist(self.quiver) else {
            return Ok(());
        };
        self.draw_arrow(quiver, canvas, ctx)?;
        let sep = self.labelsep * ctx.dpi;
        let (dx, dy) = match self.labelpos {
            LabelPos::N => (0.0, sep),
            LabelPos::S => (0.0, -sep),
            LabelPos::E => (sep, 0.0),
            LabelPos::W => (-sep, 0.0),
        };
        let (x, y) = self.pixel(ctx);
        if x.is_finite() && y.is_finite() {
            let placed = self.text.placed((x + dx, y + dy), canvas, ctx);
            self.text.draw_placed(&placed, canvas, ctx);
        }
        Ok(())
    }
}
