//! What a renderer drew, as an artist.

use kurbo::{BezPath, Point};

use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::{Canvas, Clip, Corner, GraphicsContext, PixelRect, Rgba, TextStyle};
use crate::color::Color;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::properties;

/// Shapes, images and texts at pixels of the canvas, one over the other, with the calls of matplotlib's renderers.
///
/// It suits what is laid out elsewhere. As its places are pixels, it does not follow the axes or the size of the
/// figure.
///
/// ```
/// use plotreel::artists::Drawing;
/// use plotreel::canvas::GraphicsContext;
/// use plotreel::canvas::kurbo::{Rect, Shape};
/// use plotreel::{Color, Figure};
///
/// let mut drawing = Drawing::new();
/// let gold = GraphicsContext::new().with_face(Color::named("gold")?);
/// drawing.draw_path(Rect::new(10.0, 10.0, 30.0, 20.0).to_path(0.1), gold);
/// drawing.draw_image([40, 10, 42, 11], &[255, 0, 0, 255, 0, 0, 255, 128], None)?;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let drawing = fig.add_artist(drawing);
/// fig[drawing].set_zorder(3.0);
/// assert_eq!(fig[drawing].len(), 2);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Drawing {
    pieces: Vec<Piece>,
    base: ArtistBase,
}

#[derive(Debug, Clone)]
enum Piece {
    Path(BezPath, GraphicsContext),
    Markers(BezPath, Vec<Point>, GraphicsContext),
    Image(PixelRect, Vec<u8>, Option<Clip>),
    Triangles(Vec<[Corner; 3]>, Vec<Rgba>, Option<Clip>),
    Text(String, (f64, f64), Box<(TextStyle, f64)>, GraphicsContext),
}

properties! {
    impl[] Drawing, in base: ArtistBase;
}

impl Default for Drawing {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            base: ArtistBase::unclipped(0.0),
        }
    }
}

impl Drawing {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of pieces.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Replaces all pieces by those of another drawing.
    pub fn set_pieces(&mut self, of: Self) {
        self.pieces = of.pieces;
    }

    /// Removes all pieces.
    pub fn clear(&mut self) {
        self.pieces.clear();
    }

    /// Adds a path in pixels from the top left corner, as [`Canvas::draw_path`] draws it.
    pub fn draw_path(&mut self, path: BezPath, gc: GraphicsContext) {
        self.pieces.push(Piece::Path(path, gc));
    }

    /// Adds a marker at each position, as [`Canvas::draw_markers`] draws them.
    pub fn draw_markers(&mut self, marker: BezPath, places: Vec<Point>, gc: GraphicsContext) {
        let gc = GraphicsContext {
            clip: gc.clip.as_ref().map(Clip::of_markers),
            ..gc
        };
        self.pieces.push(Piece::Markers(marker, places, gc));
    }

    /// Adds pixels (R, G, B and A, straight, row by row from the top) that fill a rectangle of whole pixels: left, top,
    /// and the column and the row after the last.
    ///
    /// # Errors
    /// [`Error::Setting`] unless there are as many pixels as the rectangle has; nothing is added then.
    pub fn draw_image(
        &mut self,
        [x0, y0, x1, y1]: [i64; 4],
        rgba: &[u8],
        clip: Option<Clip>,
    ) -> Result<()> {
        let place = PixelRect { x0, y0, x1, y1 };
        let count = match place.is_empty() {
            true => 0,
            false => place.width().saturating_mul(place.height()),
        };
        if rgba.len() as i64 != count.saturating_mul(4) {
            return Err(Error::Setting {
                name: "the pixels of an image",
                value: format!("{} bytes", rgba.len()),
                expected: "four bytes for each pixel of its rectangle",
            });
        }
        if count == 0 {
            return Ok(());
        }
        let mut pixels = rgba.to_vec();
        for pixel in pixels.as_chunks_mut::<4>().0 {
            pixel.swap(0, 2);
        }
        let clip = clip.as_ref().map(Clip::of_markers);
        self.pieces.push(Piece::Image(place, pixels, clip));
        Ok(())
    }

    /// Adds triangles, whose colours change linearly from corner to corner; corners are pixels from the top left one.
    pub fn draw_gouraud_triangles(
        &mut self,
        triangles: impl IntoIterator<Item = [(Point, Color); 3]>,
        clip: Option<Clip>,
    ) {
        let mut colors = Vec::new();
        let corner = |(point, Color { r, g, b, a }): (Point, Color)| {
            colors.push([r, g, b, a]);
            (point, colors.len() as u32 - 1)
        };
        let triangles = triangles
            .into_iter()
            .flatten()
            .map(corner)
            .collect::<Vec<Corner>>();
        let triangles = triangles.as_chunks().0.to_vec();
        self.pieces.push(Piece::Triangles(triangles, colors, clip));
    }

    /// Adds a text in the colour of the face, its anchor in pixels with y up from the bottom; `dpi` is in pixels per
    /// inch.
    pub fn draw_text(
        &mut self,
        text: impl Into<String>,
        anchor: (f64, f64),
        style: TextStyle,
        dpi: f64,
        gc: GraphicsContext,
    ) {
        let style = Box::new((style, dpi));
        self.pieces
            .push(Piece::Text(text.into(), anchor, style, gc));
    }

    /// Draws all pieces.
    pub fn draw_on(&self, canvas: &mut Canvas) {
        for piece in &self.pieces {
            match piece {
                Piece::Path(path, gc) => canvas.draw_path(path, gc),
                Piece::Markers(marker, places, gc) => {
                    canvas.draw_markers(marker, places.iter().copied(), gc);
                }
                Piece::Image(place, pixels, clip) => {
                    canvas.draw_pixels(*place, pixels, clip.as_ref());
                }
                Piece::Triangles(triangles, colors, clip) => {
                    let triangles = triangles.iter().copied();
                    canvas.draw_gouraud_triangles(triangles, colors, clip.as_ref());
                }
                Piece::Text(text, anchor, style, gc) => {
                    canvas.draw_text(text, *anchor, &style.0, style.1, gc);
                }
            }
        }
    }
}

impl Artist for Drawing {
    crate::artists::artist_parts!(base);

    fn data_limits(&self) -> DataLimits {
        DataLimits::default()
    }

    fn draw(&self, canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Result<()> {
        self.draw_on(canvas);
        Ok(())
    }

    fn follows_limits(&self) -> [bool; 2] {
        [false; 2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame_size::FrameSize;
    use kurbo::{Rect, Shape};
    use std::sync::Arc;

    fn drawn(clip: Option<Clip>) -> Vec<u8> {
        let mut canvas = Canvas::new(FrameSize {
            width: 6,
            height: 1,
        });
        let mut drawing = Drawing::new();
        let pixels = [0, 0, 0, 255].repeat(5);
        drawing.draw_image([-1, 0, 4, 1], &pixels, clip).unwrap();
        drawing.draw_on(&mut canvas);
        canvas.to_rgb().into_iter().step_by(3).collect()
    }

    #[test]
    fn images_have_all_pixels_of_their_rectangle() {
        let mut drawing = Drawing::new();
        let pixels = [0; 12];
        assert!(drawing.draw_image([0, 0, 2, 2], &pixels, None).is_err());
        assert!(drawing.draw_image([0, 0, 2, 1], &pixels, None).is_err());
        assert!(drawing.draw_image([2, 0, 0, 1], &pixels, None).is_err());
        assert!(drawing.is_empty());
        drawing.draw_image([0, 0, 3, 1], &pixels, None).unwrap();
        drawing.draw_image([0, 0, 0, 1], &[], None).unwrap();
        assert_eq!(drawing.len(), 1);
    }

    #[test]
    fn images_are_cut_by_the_canvas_and_by_clips() {
        assert_eq!(drawn(None), [0, 0, 0, 0, 255, 255]);
        let pixels = PixelRect {
            x0: 1,
            y0: 0,
            x1: 2,
            y1: 1,
        };
        // With the last column, as in Agg.
        assert_eq!(
            drawn(Some(Clip::Pixels(pixels))),
            [255, 0, 0, 255, 255, 255]
        );
        let left = Arc::new(Rect::new(0.0, 0.0, 2.0, 9.0).to_path(0.1));
        assert_eq!(
            drawn(Some(Clip::Path(left.clone()))),
            [0, 0, 255, 255, 255, 255]
        );
        let both = Clip::PathIn(left, pixels);
        assert_eq!(drawn(Some(both)), [255, 0, 255, 255, 255, 255]);
    }
}
