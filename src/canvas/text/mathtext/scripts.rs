//! Sub- and superscripts and limits, put where TeX puts them.

use crate::canvas::text::mathtext::boxes::{List, Node, SHRINK};
use crate::canvas::text::mathtext::chars::{Char, Scripts};
use crate::canvas::text::mathtext::font_names::Constants;
use crate::canvas::text::mathtext::glyphs::PRIME;
use crate::canvas::text::mathtext::parse::Parser;

/// A nucleus with its scripts.
pub(super) fn with_scripts(
    parser: &mut Parser<'_>,
    nucleus: Option<Node>,
    sub: Option<Node>,
    sup: Option<Node>,
    primes: usize,
) -> Node {
    let nucleus = nucleus.unwrap_or_else(|| Node::space(0.0, 0.0));
    if sub.is_none() && sup.is_none() && primes == 0 {
        return nucleus;
    }
    let sup = with_primes(parser, sup, primes);
    let limits = match &nucleus {
        Node::Char(char) => char.scripts == Scripts::Limits,
        Node::List(list) => list.limits,
        _ => false,
    };
    let mut nodes = if limits {
        vec![Node::List(with_limits(parser, nucleus, sub, sup))]
    } else {
        let (nucleus, last) = ending(nucleus);
        let scripts = beside(parser, &nucleus, &last, sub, sup);
        vec![Node::List(nucleus), Node::List(scripts)]
    };
    if std::mem::take(&mut parser.space_after_scripts) {
        nodes.push(parser.thin_space());
    }
    Node::List(List::horizontal(nodes))
}

fn with_primes(parser: &mut Parser<'_>, sup: Option<Node>, primes: usize) -> Option<Node> {
    if primes == 0 {
        return sup;
    }
    let mut nodes = match sup {
        Some(Node::List(list)) if !list.vertical => list.nodes,
        sup => sup.into_iter().collect(),
    };
    nodes.extend((0..primes).map(|_| prime(parser)));
    Some(Node::List(List::horizontal(nodes)))
}

/// A prime, for a superscript.
pub(super) fn prime(parser: &mut Parser<'_>) -> Node {
    Node::Char(Char::new(parser.fonts, &parser.setting, parser.font, PRIME))
}

/// A nucleus with scripts above and below it.
fn with_limits(
    parser: &Parser<'_>,
    nucleus: Node,
    mut sub: Option<Node>,
    mut sup: Option<Node>,
) -> List {
    let [mut width, _, depth] = nucleus.size();
    for script in sub.iter_mut().chain(&mut sup) {
        script.shrink();
        width = width.max(script.size()[0]);
    }
    let gap = parser.setting.thickness() * 3.0;
    let mut nodes = Vec::new();
    if let Some(sup) = sup {
        nodes.push(Node::List(List::centered(vec![sup], width)));
        nodes.push(Node::space(0.0, gap));
    }
    nodes.push(Node::List(List::centered(vec![nucleus], width)));
    let mut shift = 0.0;
    if let Some(sub) = sub {
        let sub = List::centered(vec![sub], width);
        shift = sub.height + gap + depth;
        nodes.push(Node::space(0.0, gap));
        nodes.push(Node::List(sub));
    }
    let mut list = List::vertical(nodes);
    list.shift = shift;
    list
}

/// What scripts need to know of a nucleus' end.
struct Last {
    height: f64,
    depth: f64,
    slanted: bool,
    integral: bool,
}

/// A nucleus without the kern at its end, and its last node, which is as wide as it advances.
fn ending(nucleus: Node) -> (List, Last) {
    let is_list = matches!(&nucleus, Node::List(list) if !list.vertical);
    let mut nodes = match nucleus {
        Node::List(list) if !list.vertical => list.nodes,
        node => vec![node],
    };
    if let [.., Node::Char(_), Node::Kern(..)] = &nodes[..] {
        nodes.pop();
    }
    let mut last = Last {
        height: 0.0,
        depth: 0.0,
        slanted: false,
        integral: false,
    };
    if let Some(node) = nodes.last_mut() {
        [_, last.height, last.depth] = node.size();
        if let Node::Char(char) = node {
            char.width = char.advance;
            last.slanted = char.slanted;
            last.integral = char.scripts == Scripts::Integral;
        }
    }
    let list = if is_list {
        List::unkerned(nodes)
    } else {
        List::horizontal(nodes)
    };
    (list, last)
}

/// Scripts at the end of a nucleus (TeX's nodes 756 to 759).
fn beside(
    parser: &Parser<'_>,
    nucleus: &List,
    last: &Last,
    sub: Option<Node>,
    sup: Option<Node>,
) -> List {
    let x = parser.setting.x_height();
    let consts = parser.setting.constants();
    let (sub_kern, sup_kern) = script_kerns(last, x, consts);
    let (mut up, mut down) = (0.0, 0.0);
    if !nucleus.is_char_node() {
        up = nucleus.height - consts.sup_drop * (x * SHRINK);
        down = nucleus.depth + consts.sub_drop * (x * SHRINK);
    }
    let shrunk = |kern: f64, script: Node| {
        let mut node = Node::List(List::horizontal(vec![Node::kern(kern), script]));
        node.shrink();
        node
    };
    let sup = sup.map(|sup| shrunk(sup_kern, sup));
    let sub = sub.map(|sub| shrunk(sub_kern, sub));
    if let Some(sup) = &sup {
        let depth = sup.size()[2];
        up = if last.integral {
            last.height - consts.sub_drop * x
        } else {
            f64::max(up, consts.sup1 * x).max(depth + x / 4.0)
        };
    }
    if let Some(sub) = &sub {
        let height = sub.size()[1];
        down = match (last.integral, &sup) {
            (true, _) => last.depth + consts.sub_drop * x,
            (false, Some(_)) => f64::max(down, consts.sub2 * x),
            (false, None) => f64::max(down, consts.sub1 * x).max(height - x * 4.0 / 5.0),
        };
    }
    let mut list = stacked(parser, (sub, down), (sup, up));
    if !last.integral {
        list.width += consts.script_space * x;
    }
    list
}

/// How far right sub- and superscript are moved.
fn script_kerns(last: &Last, x: f64, consts: &Constants) -> (f64, f64) {
    let (mut sub, mut sup) = (consts.delta * x, consts.delta * x);
    if last.slanted {
        sup += consts.delta * x + consts.delta_slanted * (last.height - x * 2.0 / 3.0);
        sub = 0.0;
        if last.integral {
            sub = (3.0 * consts.delta - consts.delta_integral) * last.height;
            sup = (3.0 * consts.delta + consts.delta_integral) * last.height;
        }
    }
    (sub, sup)
}

/// A subscript moved down and a superscript moved up, kept apart.
fn stacked(
    parser: &Parser<'_>,
    (sub, mut down): (Option<Node>, f64),
    (sup, mut up): (Option<Node>, f64),
) -> List {
    let (sub, sup) = match (sub, sup) {
        (Some(sub), Some(sup)) => (sub, sup),
        (None, Some(sup)) => return shifted(sup, -up),
        (Some(sub), None) => return shifted(sub, down),
        (None, None) => return List::horizontal(Vec::new()),
    };
    let (height, depth) = (sub.size()[1], sup.size()[2]);
    let missing = 4.0 * parser.setting.thickness() - ((up - depth) - (height - down));
    if missing > 0.0 {
        down += missing;
        let missing = parser.setting.x_height() * 4.0 / 5.0 - up + depth;
        if missing > 0.0 {
            up += missing;
            down -= missing;
        }
    }
    let between = Node::kern((up - depth) - (height - down));
    let mut list = List::vertical(vec![sup, between, sub]);
    list.shift = down;
    list
}

fn shifted(script: Node, shift: f64) -> List {
    let mut list = match script {
        Node::List(list) => list,
        node => List::horizontal(vec![node]),
    };
    list.shift = shift;
    list
}
