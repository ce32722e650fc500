//! The levels written on contour lines: `clabel`.

use kurbo::Point;

use crate::artists::DrawContext;
use crate::artists::collection_paint::CollectionPaint;
use crate::artists::contour::outline::ScreenLine;
use crate::canvas::{Canvas, HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::color::Color;
use crate::contour::ContourLine;
use crate::mapping::Mapping;
use crate::properties::{Angle, Length, options};
use crate::scale::Scale;
use crate::ticker::{AxisView, Formatter, ScalarFormatter};

options! {
    /// How contour lines are labelled by [`Axes::clabel`](crate::Axes::clabel).
    ///
    /// ```
    /// use plotreel::collections::ClabelOptions;
    /// use plotreel::ticker::FormatStrFormatter;
    ///
    /// let options = ClabelOptions::new().with_fontsize(8.0).with_fmt(FormatStrFormatter::new("%.1f")?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct ClabelOptions;
    levels / with_levels: numbers<Angle> = Vec::new(), "the levels that are labelled; none are all";
    fontsize / with_fontsize: maybe<Length> = None, "the font size in points; `None` is that of the style";
    colors / with_colors: colors = Vec::new(),
        "the colours of the labels of each level, which repeat if there are fewer; none are those of the lines";
    inline / with_inline: flag = true, "whether lines are interrupted where their labels are";
    inline_spacing / with_inline_spacing: number<Length> = 5.0, "the space at both sides of a label in pixels";
    fmt: value<Box<dyn Formatter>> = Box::new(ScalarFormatter::new().with_use_offset(false)), "how levels are written";
    rightside_up / with_rightside_up: flag = true, "whether labels are never upside down";
    zorder / with_zorder: maybe<Angle> = None,
        "the place of the labels in the drawing order; `None` is 2 above the lines";
}

impl ClabelOptions {
    /// Sets how levels are written.
    pub fn with_fmt(mut self, fmt: impl Formatter + 'static) -> Self {
        self.fmt = Box::new(fmt);
        self
    }

    /// The labels of levels.
    fn texts(&self, levels: &[f64]) -> Vec<String> {
        // The reference formats each together with all of them, on an axis from 0 to 1.
        let axis = AxisView::new((0.0, 1.0), Scale::Linear);
        let text = |level: &f64| {
            let mut all = levels.to_vec();
            all.push(*level);
            self.fmt.format_ticks(&axis, &all).labels.pop()
        };
        levels
            .iter()
            .map(|level| text(level).unwrap_or_default())
            .collect()
    }
}

/// Contour lines in data coordinates, and where these are on the canvas.
pub(super) struct Contours<'a> {
    pub(super) lines: &'a [Vec<ContourLine>],
    /// Of a point of a line with this number.
    pub(super) place: &'a dyn Fn(usize, [f64; 2]) -> Point,
}

impl Contours<'_> {
    /// The lines of each level on the canvas.
    pub(super) fn on_screen(&self) -> Vec<Vec<ScreenLine>> {
        let of_level = |(i, lines): (usize, &Vec<ContourLine>)| {
            let on_screen = |line: &ContourLine| ScreenLine {
                points: line.points.iter().map(|p| (self.place)(i, *p)).collect(),
                closed: line.closed,
            };
            lines.iter().map(on_screen).collect()
        };
        self.lines.iter().enumerate().map(of_level).collect()
    }
}

/// A line that gets a label.
struct LabelledLine<'a> {
    screen: &'a ScreenLine,
    source: &'a ContourLine,
    place: &'a dyn Fn([f64; 2]) -> Point,
}

/// Labels at their places.
pub(super) struct Labels {
    style: TextStyle,
    found: Vec<Label>,
    /// Where something is in the way: the middles of labels, y up.
    middles: Vec<Point>,
    /// The places before the axes got their aspect, by which the reference chooses those of labels.
    before: Option<Mapping>,
}

struct Label {
    text: String,
    /// In pixels from the bottom left corner.
    middle: Point,
    /// In degrees, counterclockwise.
    angle: f64,
    /// Which level it is of.
    line: usize,
    color: Option<Color>,
}

impl Labels {
    /// Finds places for the labels, and interrupts the lines there if they are inline.
    pub(super) fn new(
        options: &ClabelOptions,
        levels: &[f64],
        contours: &Contours<'_>,
        lines: &mut [Vec<ScreenLine>],
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let mut labels = Self {
            style: TextStyle {
                size: options.fontsize.unwrap_or(ctx.style.font_size),
                ha: HorizontalAlignment::Center,
                va: VerticalAlignment::Center,
                ..TextStyle::default()
            },
            found: Vec::new(),
            middles: Vec::new(),
            before: (ctx.place != ctx.mapping.axes()).then(|| ctx.mapping.at(ctx.place)),
        };
        let shown = |level: &f64| options.levels.is_empty() || options.levels.contains(level);
        let chosen: Vec<usize> = (0..levels.len()).filter(|i| shown(&levels[*i])).collect();
        let values: Vec<f64> = chosen.iter().map(|i| levels[*i]).collect();
        for (number, (line, text)) in chosen.iter().zip(options.texts(&values)).enumerate() {
            let [left, _, right, _] = canvas.layout_text(&text, &labels.style, ctx.dpi).bounds;
            let color = match options.colors.len() {
                0 => None,
                n => Some(ctx.color(options.colors[number % n])),
            };
            let mut rest = Vec::new();
            let parts = std::mem::take(&mut lines[*line]);
            for (part, source) in parts.into_iter().zip(&contours.lines[*line]) {
                let part = LabelledLine {
                    screen: &part,
                    source,
                    place: &|at| (contours.place)(*line, at),
                };
                match labels.place(&part, right - left, options, ctx) {
                    Some((middle, angle, pieces)) => {
                        labels.found.push(Label {
                            text: text.clone(),
                            middle,
                            angle,
                            line: *line,
                            color,
                        });
                        match options.inline {
                            true => rest.extend(pieces),
                            false => rest.push(part.screen.clone()),
                        }
                    }
                    None => rest.push(part.screen.clone()),
                }
            }
            lines[*line] = rest;
        }
        labels
    }

    pub(super) fn draw(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
    ) {
        for label in &self.found {
            let style = TextStyle {
                rotation: label.angle,
                ..self.style.clone()
            };
            let color = label.color.or_else(|| {
                let edges = &paint.edges;
                edges.get(label.line.checked_rem(edges.len())?).copied()
            });
            let layout = canvas.layout_text(&label.text, &style, ctx.dpi);
            let (place, clip) = ((label.middle.x, label.middle.y), ctx.clip());
            if let Some(color) = color {
                canvas.draw_text_layout(&layout, place, color, Some(&clip));
            }
        }
    }

    /// A place on a line for a label of this width: its middle and angle, and what is left of the line.
    fn place(
        &mut self,
        line: &LabelledLine<'_>,
        width: f64,
        options: &ClabelOptions,
        ctx: &DrawContext<'_>,
    ) -> Option<(Point, f64, Vec<ScreenLine>)> {
        let height = f64::from(ctx.size.height);
        let upright = |p: &Point| Point::new(p.x, height - p.y);
        let shown = line.screen.vertices();
        let points = match &self.before {
            Some(mapping) => ScreenLine {
                points: mapping.points(&line.source.points),
                closed: line.screen.closed,
            }
            .vertices(),
            None => shown.clone(),
        };
        let points: Vec<Point> = points.iter().map(upright).collect();
        if !is_long(&points, width) || !points.iter().all(|p| p.is_finite()) {
            return None;
        }
        let at = self.straightest(&points, width);
        self.middles.push(points[at]);
        let gap = Gap::new(&points, &line.source.points, line.screen.closed, at);
        let mut angle = gap.angle(width);
        if options.rightside_up {
            angle = (angle + 90.0).rem_euclid(180.0) - 90.0;
        }
        let pieces = gap.pieces(width, options.inline_spacing, line.place);
        Some((upright(&shown[at]), angle, pieces))
    }

    /// The point of a line in the middle of its straightest part that is not too close to other labels
    /// (`ContourLabeler.locate_label`).
    fn straightest(&self, points: &[Point], width: f64) -> usize {
        let count = points.len();
        let blocks = match width > 1.0 {
            true => (count as f64 / width).ceil() as usize,
            false => 1,
        };
        let size = if blocks == 1 { count } else { width as usize };
        let at = |block: usize, i: usize| points[(block * size + i) % count];
        let bend = |block: usize| -> f64 {
            let (first, last) = (at(block, 0), at(block, size - 1));
            let along = last - first;
            let away = |i: usize| (first - at(block, i)).cross(along).abs();
            (0..size).map(|i| away(i) / along.hypot()).sum()
        };
        let mut order: Vec<(f64, usize)> = (0..blocks).map(|block| (bend(block), block)).collect();
        // Closed blocks have no direction, and come last.
        order.sort_by(|(a, _), (b, _)| a.is_nan().cmp(&b.is_nan()).then(a.total_cmp(b)));
        let far = |block: &usize| {
            let middle = at(*block, size / 2);
            let near = |other: &Point| (middle - *other).hypot2() < (1.2 * width).powi(2);
            !self.middles.iter().any(near)
        };
        let mut blocks = order.iter().map(|(_, block)| *block);
        let block = blocks.clone().find(far).or_else(|| blocks.next());
        (block.unwrap_or(0) * size + size / 2) % count
    }
}

/// Whether a line has room for a label.
fn is_long(points: &[Point], width: f64) -> bool {
    let span = |along: fn(&Point) -> f64| {
        let values = points.iter().map(along);
        let low = values.clone().fold(f64::INFINITY, f64::min);
        values.fold(f64::NEG_INFINITY, f64::max) - low
    };
    points.len() as f64 > 10.0 * width
        || (!points.is_empty() && (span(|p| p.x) > 1.2 * width || span(|p| p.y) > 1.2 * width))
}

/// A line around the place of a label.
struct Gap {
    /// On the canvas, y up.
    points: Vec<Point>,
    /// The same in data coordinates, in which the reference cuts the line.
    data: Vec<[f64; 2]>,
    closed: bool,
    /// How far each point is from the place along the line.
    lengths: Vec<f64>,
}

impl Gap {
    fn new(points: &[Point], data: &[[f64; 2]], closed: bool, at: usize) -> Self {
        let last = points.len() - 1;
        let order: Vec<usize> = match closed {
            // It begins at the label.
            true => (at..last).chain(0..=at).collect(),
            false => (0..=last).collect(),
        };
        let at = if closed { 0 } else { at };
        let points: Vec<Point> = order.iter().map(|i| points[*i]).collect();
        let data = order.iter().map(|i| data[i % data.len()]).collect();
        let mut lengths = vec![0.0];
        for pair in points.windows(2) {
            lengths.push(lengths[lengths.len() - 1] + (pair[1] - pair[0]).hypot());
        }
        let middle = lengths[at];
        lengths.iter_mut().for_each(|length| *length -= middle);
        Self {
            points,
            data,
            closed,
            lengths,
        }
    }

    /// The distances along the line where a gap of this width begins and ends.
    fn ends(&self, width: f64) -> [f64; 2] {
        let around = match self.closed {
            true => self.lengths[self.lengths.len() - 1] - self.lengths[0],
            false => 0.0,
        };
        [around - 0.5 * width, 0.5 * width]
    }

    /// The index of a distance along the line, with a fraction; `None` beyond its ends.
    fn index(&self, length: f64) -> Option<f64> {
        let last = self.lengths.len() - 1;
        if !(length >= self.lengths[0] && length <= self.lengths[last]) {
            return None;
        }
        let next = self.lengths.partition_point(|l| *l <= length);
        if next > last {
            return Some(last as f64);
        }
        let (from, to) = (self.lengths[next - 1], self.lengths[next]);
        Some((next - 1) as f64 + (length - from) / (to - from))
    }

    /// The points before and after a distance along the line, and the fraction of the way between them.
    fn between(&self, length: f64) -> ([usize; 2], f64) {
        let last = self.points.len() - 1;
        match self.index(length) {
            None if length < self.lengths[0] => ([0; 2], 0.0),
            None => ([last; 2], 0.0),
            Some(index) => {
                let from = index as usize;
                ([from, (from + 1).min(last)], index - from as f64)
            }
        }
    }

    /// The point at a distance along the line, or its end.
    fn point(&self, length: f64) -> Point {
        let ([from, to], part) = self.between(length);
        self.points[from].lerp(self.points[to], part)
    }

    /// The same in data coordinates.
    fn data_point(&self, length: f64) -> [f64; 2] {
        let ([from, to], part) = self.between(length);
        [0, 1].map(|i| {
            let [from, to] = [self.data[from][i], self.data[to][i]];
            from + part * (to - from)
        })
    }

    /// The direction of a label of this width, in degrees.
    fn angle(&self, width: f64) -> f64 {
        let [from, to] = self.ends(width).map(|length| self.point(length));
        (to - from).atan2().to_degrees()
    }

    /// What is left of the line with a gap for a label and spaces at both sides.
    fn pieces(
        &self,
        width: f64,
        spacing: f64,
        place: &dyn Fn([f64; 2]) -> Point,
    ) -> Vec<ScreenLine> {
        let [start, end] = self.ends(width + 2.0 * spacing);
        let (before, after) = (self.index(start), self.index(end));
        let (before, after) = (
            before.map(|i| i.floor() as usize),
            after.map(|i| i.ceil() as usize),
        );
        let line = |points: Vec<[f64; 2]>| ScreenLine {
            points: points.into_iter().map(place).collect(),
            closed: false,
        };
        let (from, to) = (self.data_point(start), self.data_point(end));
        let mut pieces = Vec::new();
        if self.closed {
            if let (Some(before), Some(after)) = (before, after) {
                let inner = self.data.get(after..=before).unwrap_or_default();
                pieces.push(line([&[to], inner, &[from]].concat()));
            }
            return pieces;
        }
        if let Some(before) = before {
            pieces.push(line([&self.data[..=before], &[from]].concat()));
        }
        if let Some(after) = after {
            pieces.push(line([&[to], &self.data[after..]].concat()));
        }
        pieces
    }
}
