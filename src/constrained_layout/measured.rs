//! Where everything is before a layout.

use crate::axes::PlacedAxes;
use crate::error::Result;
use crate::figure::Figure;
use crate::mapping::union;

/// Boxes of all axes in fractions of the figure: left, bottom, right, top.
#[derive(Debug)]
pub(super) struct Measured {
    /// Their places.
    pub(super) places: Vec<[f64; 4]>,
    /// Their boxes, which are smaller if they have an aspect.
    pub(super) boxes: Vec<[f64; 4]>,
    /// The boxes around all that they show.
    pub(super) around: Vec<[f64; 4]>,
}

impl Measured {
    pub(super) fn of(fig: &Figure) -> Result<Self> {
        let (sheet, mut canvas) = fig.measuring()?;
        let scene = fig.scene(sheet);
        let placed = scene.place_all(&mut canvas);
        let (width, height) = (sheet.place.width, sheet.place.height);
        let fractions =
            |[x0, y0, x1, y1]: [f64; 4]| [x0 / width, y0 / height, x1 / width, y1 / height];
        let mut measured = Self {
            places: Vec::with_capacity(placed.len()),
            boxes: Vec::with_capacity(placed.len()),
            around: Vec::with_capacity(placed.len()),
        };
        for part in &scene.parts {
            let contexts = scene.contexts_of(part);
            for (index, ctx) in contexts.iter().enumerate() {
                let place = part.base.extents(index, contexts, part.sheet);
                let place = match part.sub {
                    None => place,
                    Some(_) => fractions(part.sheet.part(place).extents()),
                };
                let members = part.base.with_children(index).into_iter();
                let boxes = members.map(|member: usize| -> [f64; 4] {
                    let placed: &PlacedAxes<'_> = &placed[part.first + member];
                    placed.extent(part.base.counted(member), &mut canvas)
                });
                let around = boxes.reduce(union);
                let around = around.filter(|_| part.base.axes[index].visible());
                measured.places.push(place);
                measured.boxes.push(fractions(ctx.mapping.axes().extents()));
                measured.around.push(around.map_or(place, fractions));
            }
        }
        Ok(measured)
    }
}
