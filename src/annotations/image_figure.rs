//! The figure around an image: as large as the image and the annotations beside it require.

use crate::axes::{Aspect, Axes, Position, Side};
use crate::axis::Extent;
use crate::canvas::{Canvas, TextStyle};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::mapping::union;
use crate::stamp::Stamp;

/// The smallest default text over an image, in pixels.
const LEAST_TEXT: f64 = 9.0;
/// The margin at the edges of the figure, in points.
const PAD: f64 = 4.0;

/// The size of the film.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FilmSize {
    /// Film pixels per element of the image, along each side, plus the annotations beside it.
    Scaled(u32),
    /// The total size.
    Fixed(FrameSize),
}

impl FilmSize {
    /// Pixels of an image with nothing beside it.
    pub(super) fn image(self, (columns, rows): (usize, usize)) -> (f64, f64) {
        let (columns, rows) = (columns as f64, rows as f64);
        let scale = match self {
            Self::Scaled(scale) => f64::from(scale),
            Self::Fixed(size) => {
                (f64::from(size.width) / columns).min(f64::from(size.height) / rows)
            }
        };
        (columns * scale, rows * scale)
    }

    /// Makes the figure as large as the image alone needs; returns the size of the image in pixels.
    pub(super) fn without_margins(
        self,
        fig: &mut Figure,
        shape: (usize, usize),
    ) -> Result<(f64, f64)> {
        let image = self.image(shape);
        let figure = match self {
            Self::Scaled(_) => image,
            Self::Fixed(size) => (f64::from(size.width), f64::from(size.height)),
        };
        fig.set_size_inches(figure.0 / fig.dpi(), figure.1 / fig.dpi())?;
        Ok(image)
    }
}

/// The default font size of texts over an image of these pixels, in points.
pub(super) fn usual_fontsize((width, height): (f64, f64), dpi: f64) -> f64 {
    (width.min(height) / 24.0).max(LEAST_TEXT) * 72.0 / dpi
}

/// Where the colorbar of an image of these pixels is: at its right, or below an image that is too low for numbers
/// one above the other.
pub(super) fn bar_side(fig: &Figure, (width, height): (f64, f64)) -> Side {
    let text = fig.style().font_size * fig.dpi() / 72.0;
    match height < 4.0 * text && width > 2.0 * height {
        true => Side::Bottom,
        false => Side::Right,
    }
}

/// Axes of an image, and the colorbar beside them.
#[derive(Debug, Clone, Copy)]
pub(super) struct ImageFigure {
    ax: Handle<Axes>,
    bar: Option<(Handle<Axes>, Side)>,
    /// Pixels required by ticks below the image.
    below: f64,
}

/// Pixels at the left, bottom, right and top.
type Margins = [f64; 4];

impl ImageFigure {
    pub(super) fn new(ax: Handle<Axes>, bar: Option<(Handle<Axes>, Side)>) -> Self {
        let below = 0.0;
        Self { ax, bar, below }
    }

    /// Places the axes so that each element of the image has whole pixels, or the film has its size, with room for
    /// everything beside the image; returns the size of the image in pixels.
    pub(super) fn fit(
        mut self,
        fig: &mut Figure,
        (columns, rows): (usize, usize),
        film: FilmSize,
    ) -> Result<(f64, f64)> {
        let (columns, rows) = (columns as f64, rows as f64);
        fig[self.ax].set_aspect(Aspect::Auto)?;
        match film {
            FilmSize::Scaled(scale) => {
                let image = (columns * f64::from(scale), rows * f64::from(scale));
                let [left, bottom, right, top] = self.needs(fig, image)?;
                // Films in 4:2:0 have even sizes.
                let even = |size: f64| size + size % 2.0;
                let size = (even(left + image.0 + right), even(bottom + image.1 + top));
                self.place(fig, size, (left, bottom), image)?;
                Ok(image)
            }
            FilmSize::Fixed(size) => {
                let size = (f64::from(size.width), f64::from(size.height));
                let mut image = size;
                let mut margins = [0.0; 4];
                // Ticks depend on the size of the image, and its size on the room that the ticks leave.
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
                self.place(fig, size, corner, image)?;
                Ok(image)
            }
        }
    }

    /// Places the image of these pixels in a figure of this size, with its lower left corner there.
    fn place(
        self,
        fig: &mut Figure,
        size: (f64, f64),
        corner: (f64, f64),
        image: (f64, f64),
    ) -> Result<()> {
        fig.set_size_inches(size.0 / fig.dpi(), size.1 / fig.dpi())?;
        let mut put = |ax: Handle<Axes>, [left, bottom, width, height]: [f64; 4]| {
            let axes = &mut fig.axes[ax.axes];
            axes.position = Position::Rect([
                left / size.0,
                bottom / size.1,
                width / size.0,
                height / size.1,
            ]);
            axes.stamp = Stamp::next();
        };
        put(self.ax, [corner.0, corner.1, image.0, image.1]);
        if let Some((bar, side)) = self.bar {
            let width = bar_width(image);
            let rect = match side {
                Side::Bottom => [
                    corner.0,
                    corner.1 - self.below - 2.0 * width,
                    image.0,
                    width,
                ],
                _ => [corner.0 + image.0 + width, corner.1, width, image.1],
            };
            put(bar, rect);
            fig[bar].set_box_aspect(rect[3] / rect[2])?;
        }
        Ok(())
    }

    /// Whole pixels that an image of this size needs around it.
    fn needs(&mut self, fig: &mut Figure, image: (f64, f64)) -> Result<Margins> {
        // Far enough from the edges; the position of the image makes no difference.
        let far = 1000.0;
        let size = (image.0 + 2.0 * far, image.1 + 2.0 * far);
        self.place(fig, size, (far, far), image)?;
        let (sheet, mut canvas) = fig.measuring()?;
        self.shrink_title(fig, image.0, &mut canvas)?;
        if self.bar.is_some_and(|(_, side)| side == Side::Bottom) {
            let scene = fig.scene(sheet);
            let placed = scene.place_all(&mut canvas);
            self.below = far - placed[self.ax.axes].extent(Extent::Layout, &mut canvas)[1];
            self.place(fig, size, (far, far), image)?;
        }
        let scene = fig.scene(sheet);
        let placed = scene.place_all(&mut canvas);
        let extents = placed
            .iter()
            .map(|axes| axes.extent(Extent::Layout, &mut canvas));
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

    /// Shrinks a title that is wider than the image, down to half its size.
    fn shrink_title(self, fig: &mut Figure, width: f64, canvas: &mut Canvas) -> Result<()> {
        let style = TextStyle {
            size: fig.style().points(fig.style().axes_titlesize),
            ..TextStyle::default()
        };
        canvas.set_fonts(fig.style().fonts(), &fig.told);
        let title = fig[self.ax].title(crate::axes::TitleLoc::Center);
        let needed = canvas.layout_text(title, &style, fig.dpi()).size.0;
        if needed > width {
            fig[self.ax].set_title_size(style.size * (width / needed).max(0.5))?;
        }
        Ok(())
    }
}

/// The width of an image's colorbar, and of the gap between them.
fn bar_width((width, height): (f64, f64)) -> f64 {
    // For a tall image it would be wider than the image.
    let side = height.min(2.0 * width);
    (side / 20.0).round().max(6.0)
}

fn no_room() -> Error {
    Error::Annotation {
        what: "the film's size".into(),
        reason: "ticks, labels and the colorbar leave no room for the image".into(),
        advice: "choose a larger size or fewer pixels per inch".into(),
    }
}
