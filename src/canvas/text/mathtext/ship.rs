//! From boxes to placed glyphs and rectangles.

use crate::canvas::text::mathtext::boxes::{Glue, List, Node, Rule};
use crate::canvas::text::mathtext::chars::Char;
use crate::canvas::text::shape::{GlyphLine, PlacedGlyph};

/// Places what is in a horizontal list.
pub(super) fn ship(list: &List) -> GlyphLine {
    let mut shipping = Shipping {
        h: 0.0,
        v: 0.0,
        hidden: 0,
        height: list.height,
        line: GlyphLine::default(),
    };
    shipping.horizontal(list);
    let mut line = shipping.line;
    line.width = list.width.ceil();
    line.descent = list.depth.ceil();
    line.height = list.height.ceil() + line.descent;
    line
}

/// The place that is written to, y down from the baseline of the whole.
struct Shipping {
    h: f64,
    v: f64,
    /// How many of the lists around are not drawn.
    hidden: usize,
    height: f64,
    line: GlyphLine,
}

impl Shipping {
    fn horizontal(&mut self, list: &List) {
        self.hidden += usize::from(list.phantom);
        let base = self.v;
        let mut glue = Stretched::new(list);
        for node in &list.nodes {
            match node {
                Node::Char(char) => {
                    self.char(char);
                    self.h += char.width;
                }
                Node::Kern(width, _) => self.h += width,
                Node::List(inner) if inner.nodes.is_empty() => self.h += inner.width,
                Node::List(inner) => {
                    let edge = self.h;
                    self.v = base + inner.shift;
                    if inner.vertical {
                        self.vertical(inner, inner.width);
                    } else {
                        self.horizontal(inner);
                    }
                    self.h = edge + inner.width;
                    self.v = base;
                }
                Node::Rule(rule) => {
                    let height = finite_or(rule.height, list.height);
                    let depth = finite_or(rule.depth, list.depth);
                    if height > 0.0 && rule.width > 0.0 {
                        self.v = base + depth;
                        self.rule(rule, rule.width, height);
                        self.v = base;
                    }
                    self.h += rule.width;
                }
                Node::Glue(kind) => self.h += glue.next(*kind),
            }
        }
        self.hidden -= usize::from(list.phantom);
    }

    /// `width` is that of the list around it, which lines run across.
    fn vertical(&mut self, list: &List, width: f64) {
        let left = self.h;
        let mut glue = Stretched::new(list);
        self.v -= list.height;
        for node in &list.nodes {
            match node {
                // Characters are always in a horizontal list.
                Node::Char(_) => {}
                Node::Kern(space, _) => self.v += space,
                Node::List(inner) if inner.nodes.is_empty() => self.v += inner.height + inner.depth,
                Node::List(inner) => {
                    self.v += inner.height;
                    self.h = left + inner.shift;
                    let baseline = self.v;
                    if inner.vertical {
                        self.vertical(inner, width);
                    } else {
                        self.horizontal(inner);
                    }
                    self.v = baseline + inner.depth;
                    self.h = left;
                }
                Node::Rule(rule) => {
                    let height = rule.height + rule.depth;
                    if height > 0.0 && rule.depth > 0.0 {
                        self.v += height;
                        self.rule(rule, finite_or(rule.width, width), height);
                    }
                }
                Node::Glue(kind) => self.v += glue.next(*kind),
            }
        }
    }

    /// How far up from the text's baseline a place is; the whole is moved up to a whole pixel.
    fn up(&self, v: f64) -> f64 {
        self.height.ceil() - (v + self.height)
    }

    fn char(&mut self, char: &Char) {
        if self.hidden > 0 {
            return;
        }
        let (left, bottom) = char.origin();
        self.line.glyphs.push(PlacedGlyph {
            font: char.sized(),
            id: char.id(),
            x: self.h - left,
            y: self.up(self.v + bottom) + char.raised(),
        });
    }

    fn rule(&mut self, rule: &Rule, width: f64, height: f64) {
        if rule.filled && self.hidden == 0 {
            let bottom = self.up(self.v);
            self.line.rects.push([self.h, bottom, width, height]);
        }
    }
}

/// Glue that was stretched so far, by whole pixels as TeX does.
struct Stretched {
    set: Option<(f64, usize, bool)>,
    total: f64,
    pixels: f64,
}

impl Stretched {
    fn new(list: &List) -> Self {
        Self {
            set: list.glue(),
            total: 0.0,
            pixels: 0.0,
        }
    }

    fn next(&mut self, glue: Glue) -> f64 {
        let before = self.pixels;
        if let Some((set, order, shrinks)) = self.set {
            let (amount, own_order) = glue.stretch()[usize::from(shrinks)];
            if own_order == order {
                self.total += amount;
                self.pixels = (set * self.total).clamp(-1e9, 1e9).round_ties_even();
            }
        }
        self.pixels - before
    }
}

fn finite_or(v: f64, other: f64) -> f64 {
    if v.is_finite() { v } else { other }
}
