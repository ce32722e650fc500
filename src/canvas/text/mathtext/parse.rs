//! The notation's grammar: commands, groups and scripts to boxes.

use crate::canvas::text::fonts::Fonts;
use crate::canvas::text::mathtext::boxes::{List, Node};
use crate::canvas::text::mathtext::build;
use crate::canvas::text::mathtext::chars::{Char, Setting};
use crate::canvas::text::mathtext::font_names::{FontClass, MathFont, MathFontset};
use crate::canvas::text::mathtext::glyphs::VAREPSILON;
use crate::canvas::text::mathtext::scripts;
use crate::canvas::text::mathtext::symbols::{self, MINUS};

/// The maximum nesting of groups and accents.
const MAX_DEPTH: usize = 64;

/// Why a notation is invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unknown(pub(super) String);

pub(super) type Result<T> = std::result::Result<T, Unknown>;

/// What ends a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Text,
    Brace,
    Bracket,
    /// `\right` or `\middle`, which is not read.
    Right,
    /// A brace or `\\`, which is not read.
    Row,
}

/// Reads a text whose notation is between dollar signs.
pub(super) fn parse(fonts: &mut Fonts, setting: Setting, text: &str) -> Result<List> {
    let mut lists = Vec::new();
    for (i, part) in split(text)?.into_iter().enumerate() {
        let list = if i % 2 == 0 {
            let plain = part.replace("\\$", "$");
            chars(fonts, &setting, MathFont::Default, plain.chars())
        } else {
            Parser::new(fonts, setting, &part).math()?
        };
        lists.push(Node::List(list));
    }
    Ok(List::horizontal(lists))
}

/// Alternating text and notation, starting and ending with text.
pub(super) fn split(text: &str) -> Result<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '$' {
            parts.push(String::new());
            continue;
        }
        let Some(part) = parts.last_mut() else { break };
        part.push(c);
        // Outside of notation, only a dollar sign is escaped.
        if c == '\\' && (parts.len() % 2 == 0 || chars.as_str().starts_with('$')) {
            let escaped = chars.next();
            if let (Some(part), Some(escaped)) = (parts.last_mut(), escaped) {
                part.push(escaped);
            }
        }
    }
    if parts.len() % 2 == 0 {
        return Err(Unknown("a dollar sign is not closed".to_owned()));
    }
    Ok(parts)
}

fn chars(
    fonts: &mut Fonts,
    setting: &Setting,
    font: MathFont,
    text: impl Iterator<Item = char>,
) -> List {
    let nodes = text.map(|c| Node::Char(Char::new(fonts, setting, font, c)));
    List::horizontal(nodes.collect())
}

/// A notation being parsed.
pub(super) struct Parser<'a> {
    pub(super) fonts: &'a mut Fonts,
    pub(super) setting: Setting,
    pub(super) text: Vec<char>,
    pub(super) at: usize,
    pub(super) font: MathFont,
    depth: usize,
    /// A function's name was read whose script is to follow.
    pub(super) space_after_scripts: bool,
}

impl<'a> Parser<'a> {
    fn new(fonts: &'a mut Fonts, setting: Setting, text: &str) -> Self {
        Self {
            fonts,
            setting: Setting {
                class: FontClass::of(setting.default).unwrap_or(setting.class),
                ..setting
            },
            text: text.chars().collect(),
            at: 0,
            font: setting.default,
            depth: 0,
            space_after_scripts: false,
        }
    }

    fn math(mut self) -> Result<List> {
        let nodes = self.tokens(End::Text)?;
        if nodes.is_empty() && self.text.iter().all(|c| c.is_whitespace()) {
            return Err(Unknown(
                "there is nothing between the dollar signs".to_owned(),
            ));
        }
        Ok(List::horizontal(nodes))
    }

    /// Nodes up to an end, which is read too.
    pub(super) fn tokens(&mut self, end: End) -> Result<Vec<Node>> {
        self.nested(|parser| {
            let mut nodes = Vec::new();
            while !parser.ends(end)? {
                nodes.extend(parser.token()?);
            }
            Ok(nodes)
        })
    }

    /// Parses nested content; everything recursive is parsed by this.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Unknown("it is nested too deeply".to_owned()));
        }
        let found = read(self)?;
        self.depth -= 1;
        Ok(found)
    }

    fn ends(&mut self, end: End) -> Result<bool> {
        match (end, self.peek()) {
            (End::Text, None) => return Ok(true),
            (End::Brace, None) => return Err(expected('}')),
            (End::Row, None) => return Err(expected('}')),
            (End::Row, Some('}')) => return Ok(true),
            (End::Row, Some('\\')) if self.command_at(self.at) == "\\" => return Ok(true),
            (End::Bracket, None) => return Err(expected(']')),
            (End::Right, None) => return Err(Unknown("\\left has no \\right".to_owned())),
            (End::Brace, Some('}')) | (End::Bracket, Some(']')) => {
                self.at += 1;
                return Ok(true);
            }
            (End::Right, Some('\\')) => {
                let name = self.command_at(self.at);
                return Ok(name == "right" || name == "middle");
            }
            _ => {}
        }
        Ok(false)
    }

    /// A node with its scripts; none if it only changes the font.
    fn token(&mut self) -> Result<Option<Node>> {
        let rest = &self.text[self.at..];
        if let Some((width, length)) = symbols::space(rest) {
            self.at += length;
            return Ok(Some(self.space(width)));
        }
        if rest.first() == Some(&'\\')
            && let Some(font) = MathFont::from_name(&self.command_at(self.at))
        {
            self.at += 1 + self.command_at(self.at).len();
            self.set_font(font);
            return Ok(None);
        }
        let nucleus = match rest.first() {
            Some('^' | '_') => None,
            Some('\'') if !self.is_base_of_script() => None,
            _ => Some(self.placeable()?),
        };
        let (sub, sup) = self.scripts()?;
        self.peek();
        let primes = self.text[self.at..]
            .iter()
            .take_while(|c| **c == '\'')
            .count();
        self.at += primes;
        Ok(Some(scripts::with_scripts(self, nucleus, sub, sup, primes)))
    }

    /// Whether the character here is directly followed by a script.
    fn is_base_of_script(&self) -> bool {
        let next = self.text[self.at + 1..].iter().find(|c| !c.is_whitespace());
        matches!(next, Some('^' | '_'))
    }

    /// The sub- and superscript that follow.
    fn scripts(&mut self) -> Result<(Option<Node>, Option<Node>)> {
        let (mut sub, mut sup) = (None, None);
        while let Some(c @ ('^' | '_')) = self.peek() {
            self.at += 1;
            let script = if c == '_' { &mut sub } else { &mut sup };
            if script.is_some() {
                return Err(Unknown(
                    "there are two subscripts or two superscripts".to_owned(),
                ));
            }
            // A space that follows directly is the script itself, as in matplotlib.
            let is_space = self.text.get(self.at) == Some(&' ');
            *script = Some(if is_space {
                self.at += 1;
                Node::Char(self.char(' '))
            } else {
                self.placeable()?
            });
        }
        Ok((sub, sup))
    }

    /// What may have scripts or be one.
    fn placeable(&mut self) -> Result<Node> {
        match self.peek() {
            None => Err(Unknown("something is missing at the end".to_owned())),
            Some('{') => {
                self.at += 1;
                self.group(None)
            }
            Some('\\') => self.command(),
            Some(c) if is_plain(c) => {
                let start = self.at;
                self.at += 1;
                let c = if c == '-' { MINUS } else { c };
                Ok(self.symbol(c, symbols::spacing(c), start))
            }
            Some(c) => Err(Unknown(format!("{c:?} has no partner"))),
        }
    }

    fn command(&mut self) -> Result<Node> {
        let start = self.at;
        let name = self.command_at(start);
        self.at += 1 + name.chars().count();
        if let Some(mark) = symbols::accent(&name) {
            let under = self.nested(Self::placeable)?;
            return Ok(build::accent(self, &name, mark, under));
        }
        if let Some((mut c, spacing)) = symbols::symbol(&name) {
            if name == "varepsilon" && self.setting.set == MathFontset::Cm {
                c = VAREPSILON;
            }
            return Ok(self.symbol(c, spacing, start));
        }
        if symbols::is_function(&name) {
            let mut list = chars(self.fonts, &self.setting, MathFont::Rm, name.chars());
            list.limits = symbols::function_has_limits(&name);
            return Ok(self.function(list, self.at));
        }
        if let Some(font) = name.strip_prefix("math").and_then(MathFont::from_name)
            && self.peek() == Some('{')
        {
            self.at += 1;
            return self.group(Some(font));
        }
        self.structure(&name)
    }

    /// Commands that take groups.
    fn structure(&mut self, name: &str) -> Result<Node> {
        Ok(match name {
            "text" => {
                let text = self.braced_text()?;
                Node::List(chars(self.fonts, &self.setting, MathFont::Rm, text.chars()))
            }
            "operatorname" => self.operator_name()?,
            "frac" | "dfrac" | "binom" | "genfrac" => self.fraction(name)?,
            "overset" | "underset" => {
                let (annotation, body) = (self.list()?, self.list()?);
                build::annotated(self, annotation, body, name == "underset")
            }
            "substack" => self.substack()?,
            "boldsymbol" => self.bold_symbol()?,
            "hspace" => {
                let space = self.number()?;
                self.space(space)
            }
            "phantom" | "llap" | "rlap" => {
                let list = self.list()?;
                lapped(name, list)
            }
            "sqrt" => self.root()?,
            "overline" => {
                let body = self.argument()?;
                build::overline(self, body)
            }
            "underline" => {
                let body = self.argument()?;
                build::underline(self, body)
            }
            "left" => self.delimited()?,
            _ => return Err(Unknown(format!("\\{name} is unknown"))),
        })
    }

    fn set_font(&mut self, font: MathFont) {
        self.font = font;
        self.setting.class = FontClass::of(font).unwrap_or(self.setting.class);
    }

    /// The rest of a group, in another font if one is given.
    fn group(&mut self, font: Option<MathFont>) -> Result<Node> {
        let before = (self.font, self.setting.class);
        self.set_font(font.unwrap_or(self.font));
        let nodes = self.tokens(End::Brace)?;
        (self.font, self.setting.class) = before;
        Ok(Node::List(List::horizontal(nodes)))
    }

    /// A group that must have content.
    pub(super) fn argument(&mut self) -> Result<List> {
        let list = self.list()?;
        match list.nodes.is_empty() {
            true => Err(Unknown("there is nothing between braces".to_owned())),
            false => Ok(list),
        }
    }

    /// A group; a change of the font in it stays, as in matplotlib.
    pub(super) fn list(&mut self) -> Result<List> {
        self.open_brace()?;
        Ok(List::horizontal(self.tokens(End::Brace)?))
    }

    pub(super) fn open_brace(&mut self) -> Result<()> {
        if self.peek() != Some('{') {
            return Err(expected('{'));
        }
        self.at += 1;
        Ok(())
    }

    /// The next character that is not a space.
    pub(super) fn peek(&mut self) -> Option<char> {
        while self
            .text
            .get(self.at)
            .is_some_and(|c| " \t\n\r".contains(*c))
        {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    /// The name of the command at a backslash.
    pub(super) fn command_at(&self, backslash: usize) -> String {
        let rest = self.text.get(backslash + 1..).unwrap_or_default();
        let letters = rest.iter().take_while(|c| c.is_ascii_alphabetic()).count();
        rest[..letters.max(1).min(rest.len())].iter().collect()
    }
}

/// Whether a character may stand without a command.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+-*/<>=:,.;!?&'@()[]|".contains(c) || c >= '\u{80}'
}

pub(super) fn expected(c: char) -> Unknown {
    Unknown(format!("{c:?} is missing"))
}

/// A list that takes room but is not drawn, or one that is drawn but takes none.
fn lapped(name: &str, mut list: List) -> Node {
    let back = Node::kern(-list.width);
    list.phantom = name == "phantom";
    let nodes = match name {
        "llap" => vec![back, Node::List(list)],
        "rlap" => vec![Node::List(list), back],
        _ => return Node::List(list),
    };
    Node::List(List::horizontal(nodes))
}
