//! Drawing a figure: the one place that knows the order and what may be left out.

use crate::artists::DrawContext;
use crate::axes::{Axes, PlacedAxes, Position, Shared, SharedAxis, View};
use crate::axis::{AxesTicks, AxisTicks, Direction, Tickers};
use crate::canvas::{Canvas, FrameSize};
use crate::color::{Color, ColorSpec};
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::figure::Figure;
use crate::handle::Handle;
use crate::scale::Scale;
use crate::transform::{AxesBox, Limits, Transform};

/// Where the figure is on a canvas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    size: FrameSize,
    dpi: f64,
    pub(crate) place: AxesBox,
}

impl Sheet {
    /// The box of these fractions: left, bottom, right, top.
    ///
    /// Edges become pixels before they are subtracted, as in the reference: a rounding error decides where what lies
    /// between two pixels goes.
    fn part(&self, [left, bottom, right, top]: [f64; 4]) -> AxesBox {
        let AxesBox { width, height, .. } = self.place;
        AxesBox {
            x0: left * width,
            y0: bottom * height,
            width: right * width - left * width,
            height: top * height - bottom * height,
        }
    }
}

impl Figure {
    /// Draws the figure over the whole canvas, whatever its size; points follow the canvas' width.
    ///
    /// # Errors
    /// What an artist can't draw.
    pub fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        let sheet = self.sheet(canvas.size());
        let contexts = self.contexts(sheet);
        let covered = self
            .axes
            .iter()
            .zip(&contexts)
            .any(|(axes, ctx)| axes.covers(ctx));
        if !covered {
            canvas.fill(self.background());
        }
        let placed = self.place_all(contexts, canvas);
        let mut order: Vec<_> = self
            .axes
            .iter()
            .zip(&placed)
            .filter(|(a, _)| a.is_visible())
            .collect();
        order.sort_by(|a, b| a.0.zorder().total_cmp(&b.0.zorder()));
        for (_, axes) in order {
            axes.draw(canvas)?;
        }
        let ctx = self.own_context(sheet);
        for artist in self.artists.iter().filter(|artist| artist.visible()) {
            artist.draw(canvas, &ctx)?;
        }
        canvas.flush();
        Ok(())
    }

    /// The ticks of an axes, at the figure's own dpi: values and labels as they are drawn.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xlim(0.0, 4e6)?;
    /// let ticks = fig.ticks(ax)?;
    /// assert_eq!((ticks.x.major[1].value, ticks.x.major[1].label.as_str()), (5e5, "0.5"));
    /// assert_eq!(ticks.x.offset, "1e6");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// A size that can't be drawn.
    ///
    /// # Panics
    /// For a handle of another figure, as indexing does.
    pub fn ticks(&self, ax: Handle<Axes>) -> Result<AxesTicks> {
        let _ = &self[ax];
        let sheet = self.sheet(FrameSize::of_figure(self.figsize(), self.dpi())?);
        let ctx = self.context(ax.axes, sheet);
        let [x, y] = [Direction::X, Direction::Y].map(|direction| {
            let tickers = self.tickers(ax.axes, direction);
            let data = self.data_range(ax.axes, direction);
            AxisTicks::new(self.axes[ax.axes].axis(direction), tickers, data, &ctx)
        });
        Ok(AxesTicks { x, y })
    }

    /// What is not opaque lies on white, as frames have no alpha.
    fn background(&self) -> Color {
        let color = self
            .facecolor
            .unwrap_or(ColorSpec::Rgba(self.style.figure_facecolor));
        color.resolve(&self.style.prop_cycle).over_white()
    }

    /// Where the figure is on a canvas of this size.
    pub(crate) fn sheet(&self, size: FrameSize) -> Sheet {
        let (width, height) = self.figsize();
        let own = FrameSize::of_figure(self.figsize(), self.dpi());
        let (dpi, width, height) = if own.is_ok_and(|own| own == size) {
            (self.dpi(), width * self.dpi(), height * self.dpi())
        } else {
            let dpi = f64::from(size.width) / width;
            // Fonts are made for whole dots an inch; a rounding error must not cost one.
            let whole = dpi.round();
            let dpi = if (dpi - whole).abs() < 1e-6 {
                whole
            } else {
                dpi
            };
            (dpi, f64::from(size.width), f64::from(size.height))
        };
        Sheet {
            size,
            dpi,
            place: AxesBox {
                x0: 0.0,
                y0: 0.0,
                width,
                height,
            },
        }
    }

    /// The context of the figure's own artists.
    pub(crate) fn own_context(&self, sheet: Sheet) -> DrawContext<'_> {
        let unit = Limits {
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        };
        DrawContext {
            transform: Transform::new(unit, (Scale::Linear, Scale::Linear), sheet.place),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: &self.style,
        }
    }

    /// Where the artists of each axes are drawn.
    pub(crate) fn contexts(&self, sheet: Sheet) -> Vec<DrawContext<'_>> {
        (0..self.axes.len())
            .map(|index| self.context(index, sheet))
            .collect()
    }

    /// Lays out ticks, labels and titles of all axes.
    pub(crate) fn place_all<'a>(
        &'a self,
        contexts: Vec<DrawContext<'a>>,
        canvas: &mut Canvas,
    ) -> Vec<PlacedAxes<'a>> {
        let mut placed: Vec<_> = contexts
            .into_iter()
            .enumerate()
            .map(|(index, ctx)| {
                let shared = [Direction::X, Direction::Y].map(|direction| SharedAxis {
                    tickers: self.tickers(index, direction),
                    data: self.data_range(index, direction),
                });
                PlacedAxes::new(&self.axes[index], ctx, shared, canvas)
            })
            .collect();
        for index in 0..placed.len() {
            let twins = || self.twins(index).map(|twin| &placed[twin]);
            let top = twins()
                .map(PlacedAxes::title_top)
                .fold(f64::NEG_INFINITY, f64::max);
            let offsets: Vec<_> = twins().filter_map(PlacedAxes::offset_extent).collect();
            placed[index].place_titles(top, &offsets, canvas);
        }
        placed
    }

    fn context(&self, index: usize, sheet: Sheet) -> DrawContext<'_> {
        let axes = &self.axes[index];
        let extents = match &axes.position {
            Position::Rect([left, bottom, width, height]) => {
                [*left, *bottom, left + width, bottom + height]
            }
            Position::Subplot(spec) => spec.extents(&self.params),
        };
        let place = sheet.part(extents);
        let limits = Limits {
            x: self.limits(index, Direction::X),
            y: self.limits(index, Direction::Y),
        };
        let scales = (
            self.tickers(index, Direction::X).scale,
            self.tickers(index, Direction::Y).scale,
        );
        let view = View {
            limits,
            scales,
            data: spread(axes.data_limits(), scales),
        };
        let shared = Shared {
            x: self.group(index, Direction::X).count() > 1,
            y: self.group(index, Direction::Y).count() > 1,
        };
        let (place, limits) = axes.rule.apply(place, view, shared);
        DrawContext {
            transform: Transform::new(limits, scales, place),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: axes.style(),
        }
    }

    /// The axes that share this one's x or y axis, itself among them.
    fn group(&self, index: usize, direction: Direction) -> impl Iterator<Item = usize> + Clone {
        let leader = self.leader(index, direction);
        (0..self.axes.len()).filter(move |other| self.leader(*other, direction) == leader)
    }

    /// The first of the axes that share an axis.
    fn leader(&self, index: usize, direction: Direction) -> usize {
        match self.axes[index].shared[direction as usize] {
            Some(other) if other != index => self.leader(other, direction),
            _ => index,
        }
    }

    /// The axes that lie over each other, this one among them.
    fn twins(&self, index: usize) -> impl Iterator<Item = usize> {
        let original = |axes: usize| self.axes[axes].twin_of.unwrap_or(axes);
        let of = original(index);
        (0..self.axes.len()).filter(move |other| original(*other) == of)
    }

    /// Scale, locators and formatters, each from the axes of the group that it was set on last.
    fn tickers(&self, index: usize, direction: Direction) -> Tickers<'_> {
        let mut group = self
            .group(index, direction)
            .map(|member| self.axes[member].axis(direction));
        let first = group.next().unwrap_or(self.axes[index].axis(direction));
        Tickers::new(first, group)
    }

    /// The limits that were set last in the group, or that fit all of its data.
    fn limits(&self, index: usize, direction: Direction) -> (f64, f64) {
        let view = |member: usize| self.axes[member].view(direction);
        let latest = self
            .group(index, direction)
            .max_by_key(|member| (view(*member).stamp, std::cmp::Reverse(*member)))
            .unwrap_or(index);
        let present = view(latest);
        let limits = if present.stale {
            let sticky: Vec<f64> = self
                .group(index, direction)
                .flat_map(|member| self.axes[member].sticky_edges(direction))
                .collect();
            let axis = self.axes[latest].axis(direction);
            let tickers = self.tickers(index, direction);
            let data = self.data_range(index, direction);
            axis.autoscaled(tickers, data, &sticky, present.limits)
        } else {
            present.limits
        };
        let hold = |limits, member: usize| {
            let axis = self.axes[member].axis(direction);
            axis.holding(limits, present.stamp)
        };
        self.group(index, direction).fold(limits, hold)
    }

    fn data_range(&self, index: usize, direction: Direction) -> Option<DataRange> {
        let data = self
            .group(index, direction)
            .map(|member| self.axes[member].data_limits());
        let data = data.fold(DataLimits::default(), DataLimits::union);
        match direction {
            Direction::X => data.x,
            Direction::Y => data.y,
        }
    }
}

/// The lengths of the data's range in the units of the scales.
fn spread(data: DataLimits, scales: (Scale, Scale)) -> (f64, f64) {
    let length = |range: Option<DataRange>, scale: Scale| {
        range.map_or(0.0, |r| scale.transform(r.high) - scale.transform(r.low))
    };
    (length(data.x, scales.0), length(data.y, scales.1))
}
