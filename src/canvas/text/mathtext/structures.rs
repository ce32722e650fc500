//! Commands that take more than a symbol: names, texts, fractions, roots, stacks, delimiters.

use crate::canvas::text::mathtext::boxes::{List, Node};
use crate::canvas::text::mathtext::build::{self, Fraction, Part};
use crate::canvas::text::mathtext::parse::{End, Parser, Result, Unknown, expected};
use crate::canvas::text::mathtext::symbols;

impl Parser<'_> {
    /// A name that is set as a function name.
    pub(super) fn operator_name(&mut self) -> Result<Node> {
        let braces = self.at;
        self.open_brace()?;
        let nodes = self.tokens(End::Brace)?;
        // matplotlib takes each node for one character of the source.
        let after = braces + nodes.len() + 2;
        let upright = nodes.into_iter().map(|node| match node {
            Node::Char(char) => Node::Char(char.upright(self.fonts, &self.setting)),
            node => node,
        });
        let name = List::horizontal(upright.collect());
        Ok(self.function(name, after))
    }

    /// Text up to a closing brace, spaces included.
    pub(super) fn braced_text(&mut self) -> Result<String> {
        if self.peek() != Some('{') {
            return Err(expected('{'));
        }
        let (mut text, mut depth) = (String::new(), 0);
        while let Some(&c) = self.text.get(self.at) {
            self.at += 1;
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                '\\' => {
                    text.extend(self.text.get(self.at));
                    self.at += 1;
                }
                _ => text.push(c),
            }
            if depth == 0 {
                return Ok(text);
            }
        }
        Err(expected('}'))
    }

    /// What follows `\left` or `\right`; none for a full stop.
    pub(super) fn delimiter(&mut self) -> Result<Option<char>> {
        let c = self.peek();
        if c != Some('\\') {
            self.at += 1;
            return match c {
                Some('.') => Ok(None),
                Some('<') => Ok(Some('⟨')),
                Some('>') => Ok(Some('⟩')),
                Some(c) if "()[]|/".contains(c) => Ok(Some(c)),
                _ => Err(Unknown("a delimiter is missing".to_owned())),
            };
        }
        let name = self.command_at(self.at);
        self.at += 1 + name.chars().count();
        match symbols::symbol(&name) {
            Some((c, _)) if "{}[]()‖|⌊⌋⌈⌉⟨⟩⟮⟯\\↑↓↕⇑⇓⇕".contains(c) => {
                Ok(Some(c))
            }
            _ => Err(Unknown(format!("\\{name} is not a delimiter"))),
        }
    }

    pub(super) fn fraction(&mut self, name: &str) -> Result<Node> {
        let mut how = Fraction {
            rule: self.setting.thickness(),
            style: 1,
            delimiters: [None; 2],
        };
        match name {
            "dfrac" => how.style = 0,
            "binom" => {
                how.rule = 0.0;
                how.delimiters = [Some('('), Some(')')];
            }
            "genfrac" => how = self.general_fraction()?,
            _ => {}
        }
        let (numerator, denominator) = (self.argument()?, self.argument()?);
        Ok(build::fraction(self, numerator, denominator, how))
    }

    /// The first arguments of `\genfrac`: two delimiters, the thickness of the bar in pixels, and the style.
    fn general_fraction(&mut self) -> Result<Fraction> {
        let mut delimiters = [None; 2];
        for delimiter in &mut delimiters {
            self.open_brace()?;
            if self.peek() != Some('}') {
                *delimiter = self.delimiter()?;
            }
            self.close_brace()?;
        }
        let rule = self.number()?;
        self.open_brace()?;
        let style = match self.peek() {
            Some('}') => 1,
            Some(c @ '0'..='3') => {
                self.at += 1;
                c as u8 - b'0'
            }
            _ => return Err(Unknown("a style is missing, 0 to 3".to_owned())),
        };
        self.close_brace()?;
        Ok(Fraction {
            rule,
            style,
            delimiters,
        })
    }

    pub(super) fn root(&mut self) -> Result<Node> {
        let mut root = None;
        if self.peek() == Some('[') {
            self.at += 1;
            root = Some(List::horizontal(self.tokens(End::Bracket)?));
        }
        let body = self.argument()?;
        Ok(build::root(self, body, root))
    }

    pub(super) fn substack(&mut self) -> Result<Node> {
        self.open_brace()?;
        let mut rows = Vec::new();
        loop {
            rows.push(List::horizontal(self.tokens(End::Row)?));
            if self.peek() == Some('}') {
                self.at += 1;
                return Ok(build::substack(self, rows));
            }
            self.at += 2;
        }
    }

    pub(super) fn delimited(&mut self) -> Result<Node> {
        let left = self.delimiter()?;
        let mut parts = Vec::new();
        loop {
            parts.extend(self.tokens(End::Right)?.into_iter().map(Part::Node));
            let name = self.command_at(self.at);
            self.at += 1 + name.len();
            let delimiter = self.delimiter()?;
            if name == "right" {
                return Ok(build::delimited(self, left, parts, delimiter));
            }
            parts.push(Part::Middle(delimiter));
        }
    }

    /// A group in bold.
    pub(super) fn bold_symbol(&mut self) -> Result<Node> {
        self.open_brace()?;
        let mut nodes = self.tokens(End::Brace)?;
        for node in &mut nodes {
            match node {
                Node::Char(char) => *char = char.clone().bold(self.fonts, &self.setting),
                Node::List(list) => {
                    if let Some(Node::Char(char)) = list.nodes.get_mut(1) {
                        *char = char.clone().bold(self.fonts, &self.setting);
                    }
                }
                _ => {}
            }
        }
        Ok(Node::List(List::horizontal(nodes)))
    }

    /// A number between braces.
    pub(super) fn number(&mut self) -> Result<f64> {
        self.open_brace()?;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let text: String = rest.iter().take_while(|c| **c != '}').collect();
        self.at += text.chars().count();
        self.close_brace()?;
        let number = text.trim().parse::<f64>().ok().filter(|v| v.abs() < 1e6);
        number.ok_or_else(|| Unknown(format!("{text:?} is not a number")))
    }

    fn close_brace(&mut self) -> Result<()> {
        if self.peek() != Some('}') {
            return Err(expected('}'));
        }
        self.at += 1;
        Ok(())
    }
}
