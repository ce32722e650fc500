//! Boxes as TeX stacks them: kerns, glue, rules and lists of these; lengths in pixels, y down.

use crate::canvas::text::mathtext::chars::Char;

/// How much smaller each level of scripts is, and how many levels there are.
pub(super) const SHRINK: f64 = 0.7;
pub(super) const LEVELS: u8 = 6;

/// What fills a list up to a given length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// Stretches and shrinks.
    Both,
    /// Stretches rather than the other.
    Fill,
}

impl Glue {
    /// How much it stretches and shrinks, each with its order.
    pub(super) fn stretch(self) -> [(f64, usize); 2] {
        match self {
            Self::Both => [(1.0, 1), (-1.0, 1)],
            Self::Fill => [(1.0, 2), (0.0, 0)],
        }
    }
}

/// An empty or a filled box; an infinite length is that of the list around it.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) depth: f64,
    pub(super) filled: bool,
    level: u8,
}

/// A part of a list.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Char(Char),
    Kern(f64, u8),
    Glue(Glue),
    Rule(Rule),
    List(List),
}

impl Node {
    pub(super) fn kern(width: f64) -> Self {
        Self::Kern(width, 0)
    }

    pub(super) fn space(width: f64, depth: f64) -> Self {
        Self::Rule(Rule {
            width,
            height: 0.0,
            depth,
            filled: false,
            level: 0,
        })
    }

    /// A line across a vertical list.
    pub(super) fn rule(thickness: f64) -> Self {
        Self::Rule(Rule {
            width: f64::INFINITY,
            height: thickness * 0.5,
            depth: thickness * 0.5,
            filled: true,
            level: 0,
        })
    }

    /// Width, height and depth.
    pub(super) fn size(&self) -> [f64; 3] {
        match self {
            Self::Char(c) => [c.width, c.height, c.depth],
            Self::Kern(width, _) => [*width, 0.0, 0.0],
            Self::Glue(_) => [0.0; 3],
            Self::Rule(b) => [b.width, b.height, b.depth],
            Self::List(l) => [l.width, l.height, l.depth],
        }
    }

    pub(super) fn shift(&self) -> f64 {
        match self {
            Self::List(list) => list.shift,
            _ => 0.0,
        }
    }

    /// Whether nothing in it is stacked.
    fn is_char_node(&self) -> bool {
        match self {
            Self::List(list) => list.is_char_node(),
            _ => true,
        }
    }

    pub(super) fn shrink(&mut self) {
        match self {
            Self::Char(char) => char.shrink(),
            Self::Kern(width, level) => {
                *level = level.saturating_add(1);
                if *level < LEVELS {
                    *width *= SHRINK;
                }
            }
            Self::Glue(_) => {}
            Self::Rule(rule) => {
                rule.level = rule.level.saturating_add(1);
                if rule.level < LEVELS {
                    rule.width *= SHRINK;
                    rule.height *= SHRINK;
                    rule.depth *= SHRINK;
                }
            }
            Self::List(list) => list.shrink(),
        }
    }
}

/// Nodes beside or on top of each other.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) nodes: Vec<Node>,
    pub(super) vertical: bool,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) depth: f64,
    /// Down in a horizontal list, right in a vertical one.
    pub(super) shift: f64,
    /// Whether it takes its room, but is not drawn.
    pub(super) phantom: bool,
    /// A function's name whose scripts are above and below it.
    pub(super) limits: bool,
    /// How far each glue of an order stretches (or shrinks, if so).
    glue: Option<(f64, usize, bool)>,
    level: u8,
}

impl List {
    fn new(nodes: Vec<Node>, vertical: bool) -> Self {
        Self {
            nodes,
            vertical,
            width: 0.0,
            height: 0.0,
            depth: 0.0,
            shift: 0.0,
            phantom: false,
            limits: false,
            glue: None,
            level: 0,
        }
    }

    /// Nodes beside each other, characters kerned.
    pub(super) fn horizontal(nodes: Vec<Node>) -> Self {
        let mut list = Self::new(nodes, false);
        list.kern();
        list.pack_horizontal(None);
        list
    }

    pub(super) fn unkerned(nodes: Vec<Node>) -> Self {
        let mut list = Self::new(nodes, false);
        list.pack_horizontal(None);
        list
    }

    /// A node in the middle of a width.
    pub(super) fn centered(nodes: Vec<Node>, width: f64) -> Self {
        let glue = || Node::Glue(Glue::Both);
        let nodes = [vec![glue()], nodes, vec![glue()]].concat();
        let mut list = Self::new(nodes, false);
        list.pack_horizontal(Some(width));
        list
    }

    /// Nodes from the top down.
    pub(super) fn vertical(nodes: Vec<Node>) -> Self {
        let mut list = Self::new(nodes, true);
        list.pack_vertical(None, f64::INFINITY);
        list
    }

    /// Follows each character by the kern up to the next.
    pub(super) fn kern(&mut self) {
        let mut kerned = Vec::with_capacity(self.nodes.len() * 2);
        let mut nodes = std::mem::take(&mut self.nodes).into_iter().peekable();
        while let Some(node) = nodes.next() {
            let kern = match &node {
                Node::Char(char) => char.kerning(nodes.peek()),
                _ => 0.0,
            };
            kerned.push(node);
            if kern != 0.0 {
                kerned.push(Node::kern(kern));
            }
        }
        self.nodes = kerned;
    }

    /// Measures a horizontal list, and fills it up to a width if one is given.
    pub(super) fn pack_horizontal(&mut self, width: Option<f64>) {
        let (mut x, mut height, mut depth) = (0.0, 0.0_f64, 0.0_f64);
        for node in &self.nodes {
            let [w, h, d] = node.size();
            x += w;
            if !matches!(node, Node::Kern(..) | Node::Glue(_)) && h.is_finite() && d.is_finite() {
                height = height.max(h - node.shift());
                depth = depth.max(d + node.shift());
            }
        }
        (self.width, self.height, self.depth) = (width.unwrap_or(x), height, depth);
        self.set_glue(self.width - x);
    }

    /// Measures a vertical list, and fills it up to a height if one is given.
    pub(super) fn pack_vertical(&mut self, height: Option<f64>, max_depth: f64) {
        let (mut y, mut width, mut depth) = (0.0, 0.0_f64, 0.0);
        for node in &self.nodes {
            match node {
                Node::Kern(space, _) => {
                    y += depth + space;
                    depth = 0.0;
                }
                Node::Glue(_) => {
                    y += depth;
                    depth = 0.0;
                }
                _ => {
                    let [w, h, d] = node.size();
                    y += depth + h;
                    depth = d;
                    if w.is_finite() {
                        width = width.max(w + node.shift());
                    }
                }
            }
        }
        if depth > max_depth {
            y += depth - max_depth;
            depth = max_depth;
        }
        (self.width, self.height, self.depth) = (width, height.unwrap_or(y), depth);
        self.set_glue(self.height - y);
    }

    pub(super) fn glue(&self) -> Option<(f64, usize, bool)> {
        self.glue
    }

    fn set_glue(&mut self, rest: f64) {
        self.glue = None;
        if rest == 0.0 {
            return;
        }
        let shrinks = rest < 0.0;
        let mut totals = [0.0; 3];
        for node in &self.nodes {
            if let Node::Glue(glue) = node {
                let (amount, order) = glue.stretch()[usize::from(shrinks)];
                totals[order] += amount;
            }
        }
        if let Some(order) = totals.iter().rposition(|&t| t != 0.0) {
            self.glue = Some((rest / totals[order], order, shrinks));
        }
    }

    pub(super) fn is_char_node(&self) -> bool {
        !self.vertical && self.nodes.iter().all(Node::is_char_node)
    }

    fn shrink(&mut self) {
        self.nodes.iter_mut().for_each(Node::shrink);
        self.level = self.level.saturating_add(1);
        if self.level < LEVELS {
            self.width *= SHRINK;
            self.height *= SHRINK;
            self.depth *= SHRINK;
            self.shift *= SHRINK;
            if let Some((set, ..)) = &mut self.glue {
                *set *= SHRINK;
            }
        }
    }
}
