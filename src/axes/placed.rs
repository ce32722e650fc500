//! An axes laid out on a canvas, and drawn.

use kurbo::{BezPath, Shape};

use crate::artists::{Artist, DrawContext};
use crate::axes::title::{PlacedTitle, place_titles};
use crate::axes::{Axes, Side};
use crate::axis::{Axis, AxisFrame, AxisSide, Direction, PlacedAxis, Tickers, union};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::ColorSpec;
use crate::data_limits::DataRange;
use crate::error::Result;

/// Spines lie above lines.
const SPINE_ZORDER: f64 = 2.5;
const TITLE_ZORDER: f64 = 3.0;

/// What an axis takes from the axes that it shares it with: where its ticks are, and the range of all data.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SharedAxis<'a> {
    pub(crate) tickers: Tickers<'a>,
    pub(crate) data: Option<DataRange>,
}

/// An axes ready to be drawn.
#[derive(Debug)]
pub(crate) struct PlacedAxes<'a> {
    axes: &'a Axes,
    pub(crate) ctx: DrawContext<'a>,
    /// x and y, unless they are off.
    axis: Option<[PlacedAxis<'a>; 2]>,
    titles: Vec<PlacedTitle>,
}

enum Element<'a> {
    Artist(&'a dyn Artist),
    Spine(Side),
    Axis(usize),
    Titles,
}

impl<'a> PlacedAxes<'a> {
    pub(crate) fn new(
        axes: &'a Axes,
        ctx: DrawContext<'a>,
        shared: [SharedAxis<'_>; 2],
        canvas: &mut Canvas,
    ) -> Self {
        let axis = axes.axis_on.then(|| {
            [Direction::X, Direction::Y].map(|direction| {
                let shared = shared[direction as usize];
                let frame = axes.frame(direction, shared.data, &ctx);
                PlacedAxis::new(axes.axis(direction), shared.tickers, frame, canvas, &ctx)
            })
        });
        Self {
            axes,
            ctx,
            axis,
            titles: Vec::new(),
        }
    }

    /// Up to where titles have to keep off, in pixels with y up.
    pub(crate) fn title_top(&self) -> f64 {
        let x = &self.axes.xaxis;
        if x.reaches_top()
            && let Some([axis, _]) = &self.axis
            && let Some(extent) = axis.extent()
        {
            return extent[3];
        }
        self.bounds()[3]
    }

    /// The box of the axes: left, bottom, right, top.
    fn bounds(&self) -> [f64; 4] {
        let place = self.ctx.transform.axes;
        [place.x0, place.y0, place.x1(), place.y1()]
    }

    /// The box of the y axis' offset text, which titles keep off as well.
    pub(crate) fn offset_extent(&self) -> Option<[f64; 4]> {
        self.axis.as_ref()?[1].offset_extent()
    }

    pub(crate) fn place_titles(&mut self, top: f64, offsets: &[[f64; 4]], canvas: &mut Canvas) {
        self.titles = place_titles(&self.axes.titles, top, offsets, canvas, &self.ctx);
    }

    /// The box around everything that `tight_layout` makes room for.
    pub(crate) fn extent(&self, canvas: &mut Canvas) -> [f64; 4] {
        let mut extent = self.bounds();
        let axes = self.axes;
        if let Some(placed) = &self.axis {
            let boxes = placed.iter().filter_map(PlacedAxis::extent);
            extent = boxes.fold(extent, union);
            for side in Side::ALL.into_iter().filter(|_| axes.frame_on) {
                let axis = axes.axis(side.direction());
                let spine = axes.spine(side);
                if spine.visible {
                    extent = union(extent, spine.extent(side, axis, &self.ctx));
                }
            }
        }
        // No layout is made wider by a long title.
        for title in &self.titles {
            extent = union(extent, middle(title.extent(), Direction::X));
        }
        for artist in axes.visible_artists() {
            if let Some(around) = artist.extent(canvas, &self.ctx) {
                extent = union(extent, around);
            }
        }
        extent
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        if self.axes.axis_on && self.axes.frame_on && self.axes.patch_on {
            self.draw_patch(canvas);
        }
        for (_, element) in self.elements() {
            match element {
                Element::Artist(artist) => artist.draw(canvas, &self.ctx)?,
                Element::Spine(side) => self.axes.spine(side).draw(side, canvas, &self.ctx),
                Element::Axis(which) => {
                    if let Some(axis) = &self.axis {
                        axis[which].draw(canvas, &self.ctx);
                    }
                }
                Element::Titles => self.titles.iter().for_each(|title| title.draw(canvas)),
            }
        }
        Ok(())
    }

    /// Everything that is drawn, from below.
    fn elements(&self) -> Vec<(f64, Element<'a>)> {
        let axes = self.axes;
        let artists = axes.visible_artists();
        let mut elements: Vec<_> = artists.map(|a| (a.zorder(), Element::Artist(a))).collect();
        if axes.axis_on {
            let spines = Side::ALL
                .into_iter()
                .filter(|side| axes.frame_on && axes.spine(*side).visible);
            elements.extend(spines.map(|side| (SPINE_ZORDER, Element::Spine(side))));
            let below = axes.axis_below.zorder();
            elements.extend([0, 1].map(|which| (below, Element::Axis(which))));
        }
        elements.push((TITLE_ZORDER, Element::Titles));
        elements.sort_by(|a, b| a.0.total_cmp(&b.0));
        elements
    }

    fn draw_patch(&self, canvas: &mut Canvas) {
        let axes = self.axes;
        let color = axes
            .facecolor
            .unwrap_or(ColorSpec::Rgba(self.ctx.style.axes_facecolor));
        let place = self.ctx.transform.axes;
        let corners = [(place.x0, place.y0), (place.x1(), place.y1())].map(|p| self.ctx.flipped(p));
        let path: BezPath = kurbo::Rect::from_points(corners[0], corners[1]).to_path(0.1);
        let gc = GraphicsContext {
            face: Some(self.ctx.color(color)),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
    }
}

/// A box shrunk to a pixel in its middle along one direction.
pub(crate) fn middle([x0, y0, x1, y1]: [f64; 4], direction: Direction) -> [f64; 4] {
    let narrow = |a: f64, b: f64| ((a + b) / 2.0 - 0.5, (a + b) / 2.0 + 0.5);
    match direction {
        Direction::X => {
            let (x0, x1) = narrow(x0, x1);
            [x0, y0, x1, y1]
        }
        Direction::Y => {
            let (y0, y1) = narrow(y0, y1);
            [x0, y0, x1, y1]
        }
    }
}

impl Axes {
    fn frame(
        &self,
        direction: Direction,
        data: Option<DataRange>,
        ctx: &DrawContext<'_>,
    ) -> AxisFrame {
        let sides = match direction {
            Direction::X => [Side::Bottom, Side::Top],
            Direction::Y => [Side::Left, Side::Right],
        };
        AxisFrame {
            data,
            spines: sides.map(|side| self.spine(side).place(side, ctx)),
            spine_boxes: sides.map(|side| self.spine(side).extent(side, self.axis(direction), ctx)),
        }
    }
}

impl Axis {
    /// Whether an x axis has its ticks, labels or its label at the top, or not all on one side.
    fn reaches_top(&self) -> bool {
        let side = |ticks: [bool; 2], labels: [bool; 2]| {
            self.looks
                .iter()
                .all(|look| look.ticks == ticks && look.labels == labels)
        };
        let bottom = side([true, false], [true, false]);
        let default = side([true, true], [true, false]);
        self.visible && (!(bottom || default) || self.label.side == AxisSide::Second)
    }
}
