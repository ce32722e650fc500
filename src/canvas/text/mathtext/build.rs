//! Accents, fractions, roots, stacks and brackets, built as TeX does.

use crate::canvas::text::mathtext::boxes::{Glue, List, Node, SHRINK};
use crate::canvas::text::mathtext::chars::{Char, Setting};
use crate::canvas::text::mathtext::font_names::MathFont;
use crate::canvas::text::mathtext::glyphs::{Size, sizes};
use crate::canvas::text::mathtext::parse::Parser;

/// A mark above a node.
pub(super) fn accent(parser: &mut Parser<'_>, name: &str, mark: char, under: Node) -> Node {
    let width = under.size()[0];
    let mut above = Vec::new();
    if name.starts_with("wide") {
        above.push(Node::List(widened(parser, name, mark, width)));
    } else {
        let char = Char::new(parser.fonts, &parser.setting, parser.font, mark);
        let mut char = Node::Char(char.into_accent());
        if name == "mathring" {
            char.shrink();
            char.shrink();
        }
        above.push(Node::space(width / 4.0, 0.0));
        above.push(char);
    }
    Node::List(List::vertical(vec![
        Node::List(List::centered(above, width)),
        Node::space(0.0, parser.setting.thickness() * 2.0),
        Node::List(List::horizontal(vec![under])),
    ]))
}

/// A mark as wide as what it is above: the size of it that is nearest, scaled.
fn widened(parser: &mut Parser<'_>, name: &str, mark: char, width: f64) -> List {
    let mut setting = parser.setting;
    let sizes = sizes(setting.set, parser.font, mark, name);
    let mut found = None;
    for size in sizes {
        let char = Char::of_size(parser.fonts, &setting, size, mark).into_accent();
        let own = char.width;
        found = Some((size, own));
        if own >= width {
            break;
        }
    }
    let Some((size, own)) = found.filter(|(_, own)| *own > 0.0) else {
        return List::unkerned(Vec::new());
    };
    setting.points *= width / own;
    let char = Char::of_size(parser.fonts, &setting, size, mark).into_accent();
    List::unkerned(vec![Node::Char(char)])
}

/// How a fraction is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fraction {
    /// The thickness of its bar; 0 is none.
    pub(super) rule: f64,
    /// How many sizes smaller than displayed: 1 in text.
    pub(super) style: u8,
    pub(super) delimiters: [Option<char>; 2],
}

/// One list over another (TeX's nodes 743 to 746).
pub(super) fn fraction(
    parser: &mut Parser<'_>,
    numerator: List,
    denominator: List,
    how: Fraction,
) -> Node {
    let setting = parser.setting;
    let consts = setting.constants();
    let mut x = setting.x_height();
    let (mut numerator, mut denominator) = (Node::List(numerator), Node::List(denominator));
    for _ in 0..how.style {
        x *= SHRINK;
        numerator.shrink();
        denominator.shrink();
    }
    let width = f64::max(numerator.size()[0], denominator.size()[0]);
    let numerator = List::centered(vec![numerator], width);
    let denominator = List::centered(vec![denominator], width);
    let (up, down) = match (how.style, how.rule > 0.0) {
        (0, _) => (consts.num1 * x, consts.denom1 * x),
        (_, true) => (consts.num2 * x, consts.denom2 * x),
        (_, false) => (consts.num3 * x, consts.denom2 * x),
    };
    let list = match how.rule > 0.0 {
        true => barred(&setting, numerator, denominator, (up, down), how),
        false => stacked(&setting, numerator, denominator, (up, down), how),
    };
    let margin = || Node::space(setting.thickness(), 0.0);
    let list = List::horizontal(vec![margin(), Node::List(list), margin()]);
    match how.delimiters {
        [None, None] => Node::List(list),
        [left, right] => delimited(parser, left, vec![Part::Node(Node::List(list))], right),
    }
}

fn barred(
    setting: &Setting,
    numerator: List,
    denominator: List,
    (up, down): (f64, f64),
    how: Fraction,
) -> List {
    let axis = setting.pixels(setting.constants().axis);
    let half = how.rule / 2.0;
    let least = if how.style == 0 {
        3.0 * how.rule
    } else {
        how.rule
    };
    let above = ((up - numerator.depth) - (axis + half)).max(least);
    let below = ((axis - half) - (denominator.height - down)).max(least);
    let shift = denominator.height + below + half - axis;
    let mut list = List::vertical(vec![
        Node::List(numerator),
        Node::space(0.0, above),
        Node::rule(how.rule),
        Node::space(0.0, below),
        Node::List(denominator),
    ]);
    list.shift = shift;
    list
}

fn stacked(
    setting: &Setting,
    numerator: List,
    denominator: List,
    (up, down): (f64, f64),
    how: Fraction,
) -> List {
    let least = setting.thickness() * if how.style == 0 { 7.0 } else { 3.0 };
    let wanted = (up - numerator.depth) - (denominator.height - down);
    let mut list = List::vertical(vec![
        Node::List(numerator),
        Node::space(0.0, wanted.max(least)),
        Node::List(denominator),
    ]);
    list.shift = down + (least - wanted).max(0.0) / 2.0;
    list
}

/// An annotation over or under a body.
pub(super) fn annotated(parser: &Parser<'_>, annotation: List, body: List, under: bool) -> Node {
    let mut annotation = Node::List(annotation);
    annotation.shrink();
    let width = f64::max(annotation.size()[0], body.width);
    let annotation = List::centered(vec![annotation], width);
    let body = List::centered(vec![Node::List(body)], width);
    let gap = parser.setting.thickness() * 3.0;
    let shift = body.depth + annotation.height + gap;
    let (first, second) = match under {
        true => (body, annotation),
        false => (annotation, body),
    };
    let mut list = List::vertical(vec![
        Node::List(first),
        Node::space(0.0, gap),
        Node::List(second),
    ]);
    if under {
        list.shift = shift;
    }
    Node::List(list)
}

/// Lists below each other.
pub(super) fn substack(parser: &Parser<'_>, rows: Vec<List>) -> Node {
    let width = rows.iter().map(|row| row.width).fold(0.0, f64::max);
    let gap = parser.setting.thickness() * 2.0;
    let mut nodes = Vec::new();
    for row in rows {
        if !nodes.is_empty() {
            nodes.push(Node::space(0.0, gap));
        }
        nodes.push(Node::List(List::centered(vec![Node::List(row)], width)));
    }
    Node::List(List::horizontal(vec![Node::List(List::vertical(nodes))]))
}

/// A sign as high and deep as what it encloses: the smallest size of it that is enough, or the largest, scaled by
/// `factor` or to fit.
fn grown(parser: &mut Parser<'_>, c: char, height: f64, depth: f64, factor: Option<f64>) -> List {
    let wanted = height + depth;
    let mut setting = parser.setting;
    let sizes = sizes(setting.set, parser.font, c, "");
    let is_only = sizes.len() == 1;
    let mut size = Size::Of(parser.font);
    let mut char = Char::new(parser.fonts, &setting, parser.font, c);
    for each in sizes {
        size = each;
        char = Char::of_size(parser.fonts, &setting, size, c);
        if char.height + char.depth >= wanted - 0.2 * setting.x_height() {
            break;
        }
    }
    let own = char.height + char.depth;
    let mut shift = 0.0;
    if (is_only || !matches!(size, Size::Of(MathFont::Size(0)))) && own > 0.0 {
        setting.points *= factor.unwrap_or(wanted / own);
        char = Char::of_size(parser.fonts, &setting, size, c);
        shift = depth - char.depth;
    }
    let mut list = List::horizontal(vec![Node::Char(char)]);
    list.shift = shift;
    list
}

/// A body under a root sign.
pub(super) fn root(parser: &mut Parser<'_>, body: List, root: Option<List>) -> Node {
    let rule = parser.setting.thickness();
    let check = grown(parser, '√', body.height + 5.0 * rule, body.depth, None);
    let (height, depth) = (check.height - check.shift, check.depth + check.shift);
    let padding = || Node::space(2.0 * rule, 0.0);
    let padded = List::horizontal(vec![padding(), Node::List(body), padding()]);
    let covered = covered(parser, padded, height, depth);
    let half = 0.5 * check.width;
    let mut degree = root.map_or_else(|| Node::space(half, 0.0), Node::List);
    if matches!(degree, Node::List(_)) {
        degree.shrink();
        degree.shrink();
    }
    let mut degree = List::vertical(vec![Node::List(List::horizontal(vec![degree]))]);
    degree.shift = -height * 0.6;
    Node::List(List::horizontal(vec![
        Node::List(degree),
        Node::kern(-half),
        Node::List(check),
        Node::List(covered),
    ]))
}

/// A line over a list, at a height above the baseline.
fn covered(parser: &Parser<'_>, body: List, height: f64, depth: f64) -> List {
    let glue = Node::Glue(Glue::Fill);
    let mut list = List::vertical(vec![
        Node::rule(parser.setting.thickness()),
        glue,
        Node::List(body),
    ]);
    let above = parser.setting.points * parser.setting.dpi / (100.0 * 12.0);
    list.pack_vertical(Some(height + above), depth);
    list
}

/// A line over a list.
pub(super) fn overline(parser: &Parser<'_>, body: List) -> Node {
    let height = body.height + 3.0 * parser.setting.thickness();
    let depth = body.depth;
    let body = List::horizontal(vec![Node::List(body)]);
    let list = covered(parser, body, height, depth);
    Node::List(List::horizontal(vec![Node::List(list)]))
}

/// A line under a list.
pub(super) fn underline(parser: &Parser<'_>, body: List) -> Node {
    let rule = parser.setting.thickness();
    let height = body.height;
    let mut list = List::vertical(vec![
        Node::List(List::horizontal(vec![Node::List(body)])),
        Node::kern(3.0 * rule),
        Node::rule(rule),
    ]);
    let total = list.height + list.depth + rule;
    list.height = height;
    list.depth = total - height;
    Node::List(List::horizontal(vec![Node::List(list)]))
}

/// What is between delimiters: nodes, and further delimiters.
#[derive(Debug)]
pub(super) enum Part {
    Node(Node),
    Middle(Option<char>),
}

/// Nodes between signs that are as high as they.
pub(super) fn delimited(
    parser: &mut Parser<'_>,
    left: Option<char>,
    parts: Vec<Part>,
    right: Option<char>,
) -> Node {
    let (mut height, mut depth) = (0.0_f64, 0.0_f64);
    let mut any = false;
    for part in &parts {
        if let Part::Node(node) = part {
            let [_, h, d] = node.size();
            (height, depth) = match any {
                true => (height.max(h), depth.max(d)),
                false => (h, d),
            };
            any = true;
        }
    }
    let factor = (!any).then_some(1.0);
    let parts = parts.into_iter().map(|part| match part {
        Part::Node(node) => Some(node),
        Part::Middle(c) => c.map(|c| Node::List(grown(parser, c, height, depth, factor))),
    });
    let middle: Vec<_> = parts.collect();
    let mut ends = [left, right]
        .map(|c| c.map(|c| Node::List(grown(parser, c, height, depth, factor))))
        .into_iter();
    let first = ends.next().flatten();
    let nodes = first
        .into_iter()
        .chain(middle.into_iter().flatten())
        .chain(ends.flatten());
    Node::List(List::horizontal(nodes.collect()))
}
