//! Meshes with Gouraud shading, which are drawn again and again at the same places.

use std::sync::{Arc, Mutex, PoisonError};

use crate::artists::DrawContext;
use crate::canvas::{Canvas, Corner, Rgba, ShadedPixels};
use crate::mapping::{Clip, Mapping};

/// The numbers of triangles between which it pays to remember what is seen of them: fewer are drawn at once, more would
/// take hundreds of megabytes.
const REMEMBERED: std::ops::Range<usize> = 1 << 10..1 << 18;

/// What is seen of the triangles of a mesh, once it is drawn at the same places a second time. Clones of the artist share
/// it.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered(Arc<Mutex<Last>>);

#[derive(Debug, Default)]
struct Last {
    places: Option<(Mapping, bool)>,
    shaded: Option<Arc<ShadedPixels>>,
}

impl Remembered {
    /// Draws triangles in these colours; `triangles` computes them if need be.
    pub(super) fn draw<I: Iterator<Item = [Corner; 3]>>(
        &self,
        (count, triangles): (usize, impl FnOnce() -> I),
        colors: &[Rgba],
        clip: Option<Clip>,
        (canvas, ctx): (&mut Canvas, &DrawContext<'_>),
    ) {
        let area = Clip::whole_pixels(clip.as_ref(), ctx.size);
        let is_opaque = || colors.iter().all(|color| color[3] == 255);
        let area = area.filter(|_| REMEMBERED.contains(&count) && is_opaque());
        let Some(area) = area else {
            return canvas.draw_gouraud_triangles(triangles(), colors, clip.as_ref());
        };
        let places = Some((ctx.mapping.clone(), clip.is_some()));
        let (is_second, shaded) = {
            let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let is_second = last.places == places;
            if !is_second {
                *last = Last {
                    places: places.clone(),
                    shaded: None,
                };
            }
            (is_second, last.shaded.clone())
        };
        let shaded = match (is_second, shaded) {
            (false, _) => {
                return canvas.draw_gouraud_triangles(triangles(), colors, clip.as_ref());
            }
            (true, Some(shaded)) => shaded,
            (true, None) => {
                let shaded = Arc::new(ShadedPixels::new(triangles(), area));
                let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                if last.places == places {
                    last.shaded = Some(shaded.clone());
                }
                shaded
            }
        };
        canvas.draw_shaded_pixels(&shaded, colors);
    }
}
