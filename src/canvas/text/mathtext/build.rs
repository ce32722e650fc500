//! Accents, fractions, roots and brackets, built as TeX does.

use crate::canvas::text::mathtext::boxes::{Glue, List, Node, SHRINK};
use crate::canvas::text::mathtext::chars::{Char, MathFont, X_HEIGHT};
use crate::canvas::text::mathtext::parse::Parser;

// DejaVu Sans' numbers, in parts of its x-height.
const NUM1: f64 = 1529.86 / X_HEIGHT;
const NUM2: f64 = 868.352 / X_HEIGHT;
const DENOM1: f64 = 1548.29 / X_HEIGHT;
const DENOM2: f64 = 768.0 / X_HEIGHT;
/// How much larger marks become over wide boxes; they grow in height too.
const WIDEST: f64 = 2.0;
/// The height of fraction bars, in ems.
const AXIS: f64 = 512.0 / 2048.0;

/// A mark above a node.
pub(super) fn accent(parser: &mut Parser<'_>, name: &str, mark: char, under: Node) -> Node {
    let width = under.size()[0];
    let mut setting = parser.setting;
    let mut char = Char::accent(parser.fonts, &setting, parser.font, mark);
    let mut above = Vec::new();
    if name.starts_with("wide") {
        if char.width > 0.0 {
            setting.points *= (width / char.width).min(WIDEST);
        }
        char = Char::accent(parser.fonts, &setting, parser.font, mark);
    } else {
        above.push(Node::space(width / 4.0, 0.0));
    }
    let mut char = Node::Char(char);
    if name == "mathring" {
        char.shrink();
        char.shrink();
    }
    above.push(char);
    Node::List(List::vertical(vec![
        Node::List(List::centered(above, width)),
        Node::space(0.0, parser.setting.thickness() * 2.0),
        Node::List(List::horizontal(vec![under])),
    ]))
}

/// One list over another (TeX's nodes 743 to 746); `large` in the style of displayed formulas.
pub(super) fn fraction(
    parser: &Parser<'_>,
    numerator: List,
    denominator: List,
    large: bool,
) -> Node {
    let rule = parser.setting.thickness();
    let axis = parser.setting.pixels(AXIS);
    let mut x = parser.setting.x_height();
    let (mut numerator, mut denominator) = (Node::List(numerator), Node::List(denominator));
    let (mut up, mut down, mut least) = (NUM1, DENOM1, 3.0 * rule);
    if !large {
        x *= SHRINK;
        numerator.shrink();
        denominator.shrink();
        (up, down, least) = (NUM2, DENOM2, rule);
    }
    let width = f64::max(numerator.size()[0], denominator.size()[0]);
    let numerator = List::centered(vec![numerator], width);
    let denominator = List::centered(vec![denominator], width);
    let above = ((up * x - numerator.depth) - (axis + rule / 2.0)).max(least);
    let below = ((axis - rule / 2.0) - (denominator.height - down * x)).max(least);
    let shift = denominator.height + below + rule / 2.0 - axis;
    let mut list = List::vertical(vec![
        Node::List(numerator),
        Node::space(0.0, above),
        Node::rule(rule),
        Node::space(0.0, below),
        Node::List(denominator),
    ]);
    list.shift = shift;
    let margin = || Node::space(rule, 0.0);
    Node::List(List::horizontal(vec![margin(), Node::List(list), margin()]))
}

/// A sign as high and deep as what it encloses: one of DejaVu Sans, enlarged if it is too small.
fn grown(parser: &mut Parser<'_>, c: char, height: f64, depth: f64) -> List {
    let wanted = height + depth;
    let mut setting = parser.setting;
    let mut char = Char::new(parser.fonts, &setting, MathFont::Delimiter, c);
    let own = char.height + char.depth;
    let mut shift = 0.0;
    if own > 0.0 && own < wanted - 0.2 * parser.setting.x_height() {
        setting.points *= wanted / own;
        char = Char::new(parser.fonts, &setting, MathFont::Delimiter, c);
        shift = depth - char.depth;
    }
    let mut list = List::horizontal(vec![Node::Char(char)]);
    list.shift = shift;
    list
}

/// A body under a root sign.
pub(super) fn root(parser: &mut Parser<'_>, body: List, root: Option<List>) -> Node {
    let rule = parser.setting.thickness();
    let check = grown(parser, '√', body.height + 5.0 * rule, body.depth);
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

/// Nodes between signs that are as high as they.
pub(super) fn delimited(
    parser: &mut Parser<'_>,
    left: Option<char>,
    middle: Vec<Node>,
    right: Option<char>,
) -> Node {
    let sizes = middle.iter().map(Node::size);
    let [height, depth] = sizes.fold([0.0_f64; 2], |[h, d], [_, height, depth]| {
        [h.max(height), d.max(depth)]
    });
    let left = left.map(|c| Node::List(grown(parser, c, height, depth)));
    let right = right.map(|c| Node::List(grown(parser, c, height, depth)));
    let nodes = left.into_iter().chain(middle).chain(right);
    Node::List(List::horizontal(nodes.collect()))
}
