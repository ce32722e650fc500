//! The figure around an image: as large as the image and what stands beside it need.

use crate::axes::{Aspect, Axes, Position};
use crate::axis::union;
use crate::canvas::{Canvas, FrameSize, TextStyle};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::stamp::Stamp;

/// The smallest usual text over an image, in pixels.
const LEAST_TEXT: f64 = 9.0;
/// Free at the edges of the figure, in points.
const PAD: f64 = 4.0;

/// How large the film is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Room {
    /// So many film pixels along each side of an element of the image, and what stands beside it.
    Scaled(u32),
    /// All together.
    Fixed(FrameSize),
}

impl Room {
    /// Makes the figure as large as the image alone needs; returns the size of the image in pixels.
    pub(super) fn without_margins(
        self,
        fig: &mut Figure,
        (columns, rows): (usize, usize),
    ) -> (f64, f64) {
        let (columns, rows) = (columns as f64, rows as f64);
        let (figure, image) = match self {
            Self::Scaled(scale) => {
                let size = (columns * f64::from(scale), rows * f64::from(scale));
                (size, size)
            }
            Self::Fixed(size) => {
                let (width, height) = (f64::from(size.width), f64::from(size.height));
                let scale = (width / columns).min(height / rows);
                ((width, height), (columns * scale, rows * scale))
            }
        };
        fig.set_size_inches(figure.0 / fig.dpi(), figure.1 / fig.dpi());
        image
    }
}

/// The usual font size of texts over an image of these pixels, in points.
pub(super) fn usual_fontsize((width, height): (f64, f64), dpi: f64) -> f64 {
    (width.min(height) / 24.0).max(LEAST_TEXT) * 72.0 / dpi
}

/// Axes of an image, and the colorbar at their right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) ax: Handle<Axes>,
    pub(super) bar: Option<Handle<Axes>>,
}

/// Pixels at the left, bottom, right and top.
type Margins = [f64; 4];

impl Around {
    /// Places the axes so that each element of the image has whole pixels, or the film its size, and everything beside
    /// it has room; returns the size of the image in pixels.
    pub(super) fn fit(
        self,
        fig: &mut Figure,
        (columns, rows): (usize, usize),
        room: Room,
    ) -> Result<(f64, f64)> {
        let (columns, rows) = (columns as f64, rows as f64);
        fig[self.ax].set_aspect(Aspect::Auto);
        match room {
            Room::Scaled(scale) => {
                let image = (columns * f64::from(scale), rows * f64::from(scale));
                let [left, bottom, right, top] = self.needs(fig, image)?;
                // Films in 4:2:0 have even sizes.
                let even = |size: f64| size + size % 2.0;
                let size = (even(left + image.0 + right), even(bottom + image.1 + top));
                self.place(fig, size, (left, bottom), image);
                Ok(image)
            }
            Room::Fixed(size) => {
                let size = (f64::from(size.width), f64::from(size.height));
                let mut image = size;
                let mut margins = [0.0; 4];
                // Ticks follow the size of the image, and its size what the ticks leave.
                for _ in 0..2 {
                    margins = self.needs(fig, image)?;
                    let [left, bottom, right, top] = margins;
                    let free = (size.0 - left - right, size.1 - bottom - top);
                    let scale = (free.0 / columns).min(free.1 / rows);
                    image = ((columns * scale).floor(), (rows * scale).floor());
                    if !(image.0 >= 1.0 && image.1 >= 1.0) {
                        return Err(no_room());
                    }
                }
                let [left, bottom, right, top] = margins;
                let spare = (
                    size.0 - left - right - image.0,
                    size.1 - bottom - top - image.1,
                );
                let corner = (
                    left + (spare.0 / 2.0).floor(),
                    bottom + (spare.1 / 2.0).floor(),
                );
                self.place(fig, size, corner, image);
                Ok(image)
            }
        }
    }

    /// Puts the image of these pixels into a figure of this size, its lower left corner there.
    fn place(self, fig: &mut Figure, size: (f64, f64), corner: (f64, f64), image: (f64, f64)) {
        fig.set_size_inches(size.0 / fig.dpi(), size.1 / fig.dpi());
        let rect = |x: f64, width: f64| {
            Position::Rect([
                x / size.0,
                corner.1 / size.1,
                width / size.0,
                image.1 / size.1,
            ])
        };
        let (gap, width) = bar_pixels(image);
        let mut put = |ax: Handle<Axes>, position: Position| {
            let axes = &mut fig.axes[ax.axes];
            axes.position = position;
            axes.stamp = Stamp::next();
        };
        put(self.ax, rect(corner.0, image.0));
        if let Some(bar) = self.bar {
            put(bar, rect(corner.0 + image.0 + gap, width));
            fig[bar].set_box_aspect(image.1 / width);
        }
    }

    /// Whole pixels that an image of this size needs around it.
    fn needs(self, fig: &mut Figure, image: (f64, f64)) -> Result<Margins> {
        // So far out that nothing is beyond the edge; where the image is changes nothing.
        let far = 1000.0;
        let size = (image.0 + 2.0 * far, image.1 + 2.0 * far);
        self.place(fig, size, (far, far), image);
        // Only its fonts are needed.
        let mut canvas = Canvas::new(FrameSize {
            width: 1,
            height: 1,
        });
        self.shrink_title(fig, image.0, &mut canvas);
        let size = FrameSize::of_figure(fig.figsize(), fig.dpi())?;
        let placed = fig.place_all(fig.contexts(fig.sheet(size)), &mut canvas);
        let extents = placed.iter().map(|axes| axes.extent(&mut canvas));
        let all = [far, far, far + image.0, far + image.1];
        let [left, bottom, right, top] = extents.fold(all, union);
        let pad = PAD * fig.dpi() / 72.0;
        let margin = |need: f64| if need > 0.5 { (need + pad).ceil() } else { 0.0 };
        Ok([
            margin(far - left),
            margin(far - bottom),
            margin(right - far - image.0),
            margin(top - far - image.1),
        ])
    }

    /// Makes a title that is wider than the image smaller, down to half of its size.
    fn shrink_title(self, fig: &mut Figure, width: f64, canvas: &mut Canvas) {
        let style = TextStyle {
            size: fig.style().font_size * fig.style().axes_titlesize,
            ..TextStyle::default()
        };
        let title = fig[self.ax].title(crate::axes::TitleLoc::Center);
        let needed = canvas.layout_text(title, &style, fig.dpi()).size.0;
        if needed > width {
            fig[self.ax].set_title_size(style.size * (width / needed).max(0.5));
        }
    }
}

/// The gap between an image and its colorbar, and the colorbar's width.
fn bar_pixels((_, height): (f64, f64)) -> (f64, f64) {
    let width = (height / 20.0).round().max(6.0);
    (width, width)
}

fn no_room() -> Error {
    Error::Annotation {
        what: "the film's size".into(),
        reason: "ticks, labels and the colorbar leave no room for the image".into(),
        advice: "choose a larger size or fewer pixels an inch".into(),
    }
}
