//! Lines and arrows between points of different axes.

use crate::artists::patches::{
    ArrowBase, ArrowStyle, ConnectionStyle, PatchBase, patch_legend, patch_properties,
};
use crate::artists::{Artist, ArtistBase, BlendedCoords, CoordsFrame, DrawContext};
use crate::canvas::Canvas;
use crate::error::{Error, Result};
use crate::handle::Handle;

/// A line or arrow between two points, which may be in different axes.
///
/// Add it to the figure, so that it is above all axes. It is not drawn if an end is beyond the limits of its axes.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::ConnectionPatch;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let axs = fig.subplots(1, 2)?;
/// let mut connection = ConnectionPatch::new((0.2, 0.2), (0.8, 0.6));
/// connection.set_axes(axs[[0, 0]], axs[[0, 1]]);
/// connection.set_arrowstyle("->")?;
/// let connection = fig.add_artist(connection);
/// fig[connection].set_xy((0.3, 0.2), (0.7, 0.6));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ConnectionPatch {
    ends: [End; 2],
    arrow: ArrowBase,
    annotation_clip: Option<bool>,
}

#[derive(Debug, Clone, Copy)]
struct End {
    xy: (f64, f64),
    coords: BlendedCoords,
    /// Its axes: their figure or subfigure and their place in that; those that it was added to if `None`.
    axes: Option<(u64, usize)>,
}

impl End {
    /// The frame of its coordinates, unless its axes were removed.
    fn frame(&self, ctx: &DrawContext<'_>) -> Option<CoordsFrame> {
        let mut frame = CoordsFrame::new(ctx);
        if let Some(axes) = self.axes {
            frame.mapping = ctx.mapping_of(axes)?.clone();
        }
        Some(frame)
    }

    /// Its pixel, y up, unless it is clipped.
    fn pixel(&self, clip: Option<bool>, ctx: &DrawContext<'_>) -> Option<(f64, f64)> {
        let frame = self.frame(ctx)?;
        let pixel = self.coords.pixel(self.xy, &frame);
        let clips = clip.unwrap_or(self.coords.is_data());
        (!clips || frame.mapping.axes().holds(pixel)).then_some(pixel)
    }
}

impl ConnectionPatch {
    /// A straight line from A to B, both in data coordinates of the axes that it is added to.
    pub fn new(a: (f64, f64), b: (f64, f64)) -> Self {
        let end = |xy| End {
            xy,
            coords: BlendedCoords::default(),
            axes: None,
        };
        Self {
            ends: [end(a), end(b)],
            arrow: ArrowBase {
                arrow_style: ArrowStyle::Curve(Default::default()),
                connection_style: ConnectionStyle::default(),
                shrink: [0.0; 2],
                mutation_scale: 10.0,
                style: PatchBase {
                    base: ArtistBase::unclipped(1.0),
                    ..PatchBase::round_edged()
                },
            },
            annotation_clip: None,
        }
    }

    /// Moves its ends.
    pub fn set_xy(&mut self, a: (f64, f64), b: (f64, f64)) {
        (self.ends[0].xy, self.ends[1].xy) = (a, b);
    }

    /// Sets the axes of its ends, axes of the figure that it is added to or of its subfigures. It is not drawn if they are
    /// those of another figure, or were removed.
    pub fn set_axes<A: ?Sized>(&mut self, a: Handle<A>, b: Handle<A>) {
        let owner = |ax: Handle<A>| Some((ax.figure, ax.axes));
        (self.ends[0].axes, self.ends[1].axes) = (owner(a), owner(b));
    }

    /// Sets the coordinate systems of A and B: [`Coords`](crate::artists::Coords), their names, or pairs for x and y.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names and for offsets.
    pub fn set_coords<A, B>(&mut self, a: A, b: B) -> Result<()>
    where
        A: TryInto<BlendedCoords>,
        B: TryInto<BlendedCoords>,
        Error: From<A::Error> + From<B::Error>,
    {
        let (a, b): (BlendedCoords, BlendedCoords) = (a.try_into()?, b.try_into()?);
        (self.ends[0].coords, self.ends[1].coords) = (a.absolute()?, b.absolute()?);
        Ok(())
    }
}

patch_properties! { ConnectionPatch, in arrow: ArrowBase;
    annotation_clip / set_annotation_clip: maybe_flag = annotation_clip,
        "whether it is hidden while an end is outside its axes; `None`: only if the end is in data coordinates";
}

impl Artist for ConnectionPatch {
    crate::artists::artist_parts!(arrow.style.base);

    fn spans_axes(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let [a, b] = self.ends.map(|end| end.pixel(self.annotation_clip, ctx));
        if let (Some(a), Some(b)) = (a, b) {
            let shapes = self.arrow.shapes([a, b], None, ctx)?;
            self.style.draw_shapes(&shapes, canvas, ctx);
        }
        Ok(())
    }

    patch_legend!();
}
