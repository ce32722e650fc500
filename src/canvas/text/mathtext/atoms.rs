//! Characters and function names with the space around them.

use crate::canvas::text::mathtext::boxes::{List, Node};
use crate::canvas::text::mathtext::chars::{Char, Scripts};
use crate::canvas::text::mathtext::font_names::MathFont;
use crate::canvas::text::mathtext::parse::Parser;
use crate::canvas::text::mathtext::symbols::{self, Spacing};

/// Spaces around operators and after functions, as parts of an em.
const OPERATOR_SPACE: f64 = 0.2;
const THIN_SPACE: f64 = 0.16667;

impl Parser<'_> {
    /// A character and the space around it; `start` is where it was read.
    pub(super) fn symbol(&mut self, c: char, spacing: Spacing, start: usize) -> Node {
        let char = Node::Char(self.char(c));
        let before = self.text[..start].iter().rev().find(|c| **c != ' ');
        match spacing {
            Spacing::Ordinary => char,
            Spacing::Binary | Spacing::Relation => {
                let unary = before.is_none_or(|c| "{([<=>:".contains(*c));
                if self.space_after_scripts || (spacing == Spacing::Binary && unary) {
                    return char;
                }
                let space = self.space(OPERATOR_SPACE);
                Node::List(List::horizontal(vec![space.clone(), char, space]))
            }
            Spacing::Punctuation => {
                let after = self.text[start + 1..].iter().find(|c| **c != ' ');
                let digit = |c: Option<&char>| c.is_some_and(|c| c.is_numeric());
                let alone = c == ',' && before == Some(&'{') && after == Some(&'}');
                if alone || (c == '.' && digit(before) && digit(after)) {
                    return char;
                }
                Node::List(List::horizontal(vec![char, self.space(OPERATOR_SPACE)]))
            }
        }
    }

    /// A character in the present font.
    pub(super) fn char(&mut self, c: char) -> Char {
        let mut char = Char::new(self.fonts, &self.setting, self.font, c);
        if symbols::has_limits(c) {
            char.scripts = Scripts::Limits;
        } else if symbols::is_integral(c) {
            char.scripts = Scripts::Integral;
        }
        char
    }

    /// A function's name and, unless a bracket or script follows at `after`, a space.
    pub(super) fn function(&mut self, mut name: List, after: usize) -> Node {
        let rest = self.text.get(after..).unwrap_or_default();
        let next = rest.iter().find(|c| **c != ' ');
        let script = matches!(next, Some('^' | '_'));
        if !script && !next.is_some_and(|c| "()[]<>|/.".contains(*c)) {
            let limits = name.limits;
            name.nodes.push(self.thin_space());
            name = List::unkerned(name.nodes);
            name.limits = limits;
        }
        self.space_after_scripts = script;
        Node::List(name)
    }

    pub(super) fn thin_space(&mut self) -> Node {
        self.space(THIN_SPACE)
    }

    /// A space in parts of an em, which is an m's width unless the font has another.
    pub(super) fn space(&mut self, width: f64) -> Node {
        let em = match self.setting.constants().quad {
            Some(quad) => self.setting.pixels(quad),
            None => Char::new(self.fonts, &self.setting, MathFont::Normal, 'm').advance,
        };
        Node::kern(em * width)
    }
}
