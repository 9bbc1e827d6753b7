//! Tokens to a tree, by precedence climbing.

use super::lexer::{Kind, Token, tokens};
use crate::form::rule::limits::LIMITS;
use crate::form::rule::node::Op;

/// A node and the byte at which it starts (an operator: where the operator stands).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ast {
    pub(super) at: usize,
    pub(super) part: Part,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Ast>),
    Name(String),
    Select(Box<Ast>, String),
    Call { receiver: Option<Box<Ast>>, name: String, arguments: Vec<Ast> },
    Not(Box<Ast>),
    Minus(Box<Ast>),
    Binary(Op, Box<Ast>, Box<Ast>),
    Choose(Box<Ast>, Box<Ast>, Box<Ast>),
}

/// CEL's precedence, `||` weakest.
fn strength(op: Op) -> u8 {
    match op {
        Op::Or => 1,
        Op::And => 2,
        Op::Plus | Op::Minus => 4,
        _ => 3,
    }
}

type Parsed<T> = Result<T, (usize, String)>;

pub(super) fn parse(text: &str) -> Parsed<Ast> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, parts: 0, depth: 0 };
    let ast = parser.whole()?;
    match parser.peek() {
        Kind::End => Ok(ast),
        other => Err((parser.at(), format!("nothing more was expected, but {} stands here", shown(other)))),
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    parts: usize,
    depth: usize,
}

impl Parser {
    /// `c ? a : b`, or less.
    fn whole(&mut self) -> Parsed<Ast> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > LIMITS.depth {
            return Err((self.at(), format!("nested deeper than {} levels", LIMITS.depth)));
        }
        let condition = self.binary(1)?;
        let at = self.at();
        let ast = if self.take("?") {
            let yes = self.whole()?;
            self.expect(":")?;
            let no = self.whole()?;
            self.node(at, Part::Choose(Box::new(condition), Box::new(yes), Box::new(no)))
        } else {
            Ok(condition)
        };
        self.depth = self.depth.saturating_sub(1);
        ast
    }

    fn binary(&mut self, weakest: u8) -> Parsed<Ast> {
        let mut left = self.unary()?;
        while let Some(op) = self.operator().filter(|op| strength(*op) >= weakest) {
            let at = self.at();
            self.next = self.next.saturating_add(1);
            let right = self.binary(strength(op).saturating_add(1))?;
            left = self.node(at, Part::Binary(op, Box::new(left), Box::new(right)))?;
        }
        Ok(left)
    }

    fn operator(&self) -> Option<Op> {
        Some(match self.peek() {
            Kind::Sign("||") => Op::Or,
            Kind::Sign("&&") => Op::And,
            Kind::Sign("==") => Op::Equal,
            Kind::Sign("!=") => Op::Unequal,
            Kind::Sign("<") => Op::Less,
            Kind::Sign("<=") => Op::LessEqual,
            Kind::Sign(">") => Op::More,
            Kind::Sign(">=") => Op::MoreEqual,
            Kind::Sign("+") => Op::Plus,
            Kind::Sign("-") => Op::Minus,
            Kind::Name(name) if name == "in" => Op::In,
            _ => return None,
        })
    }

    fn unary(&mut self) -> Parsed<Ast> {
        let at = self.at();
        let signs = [("!", true), ("-", false)];
        let Some((_, not)) = signs.into_iter().find(|(sign, _)| self.take(sign)) else {
            return self.member();
        };
        self.depth = self.depth.saturating_add(1);
        if self.depth > LIMITS.depth {
            return Err((at, format!("nested deeper than {} levels", LIMITS.depth)));
        }
        let inner = Box::new(self.unary()?);
        self.depth = self.depth.saturating_sub(1);
        self.node(at, if not { Part::Not(inner) } else { Part::Minus(inner) })
    }

    fn member(&mut self) -> Parsed<Ast> {
        let mut ast = self.primary()?;
        while self.take(".") {
            let at = self.at();
            let name = self.name()?;
            ast = if self.take("(") {
                let arguments = self.list(")")?;
                self.node(at, Part::Call { receiver: Some(Box::new(ast)), name, arguments })?
            } else {
                self.node(at, Part::Select(Box::new(ast), name))?
            };
        }
        Ok(ast)
    }

    fn primary(&mut self) -> Parsed<Ast> {
        let at = self.at();
        let kind = self.peek().clone();
        self.next = self.next.saturating_add(1);
        match kind {
            Kind::Number(number) => self.node(at, Part::Number(number)),
            Kind::Text(text) => self.node(at, Part::Text(text)),
            Kind::Name(name) => match name.as_str() {
                "true" => self.node(at, Part::Bool(true)),
                "false" => self.node(at, Part::Bool(false)),
                "null" => self.node(at, Part::Null),
                "in" => Err((at, "`in` needs something before it".into())),
                _ if self.take("(") => {
                    let arguments = self.list(")")?;
                    self.node(at, Part::Call { receiver: None, name, arguments })
                }
                _ => self.node(at, Part::Name(name)),
            },
            Kind::Sign("(") => {
                let ast = self.whole()?;
                self.expect(")")?;
                Ok(ast)
            }
            Kind::Sign("[") => {
                let items = self.list("]")?;
                self.node(at, Part::List(items))
            }
            other => Err((at, format!("a value was expected, but {} stands here", shown(&other)))),
        }
    }

    /// Expressions with commas up to `close`.
    fn list(&mut self, close: &'static str) -> Parsed<Vec<Ast>> {
        let mut items = Vec::new();
        if self.take(close) {
            return Ok(items);
        }
        loop {
            items.push(self.whole()?);
            if self.take(close) {
                return Ok(items);
            }
            if !self.take(",") {
                return Err((
                    self.at(),
                    format!("`,` or `{close}` was expected, but {} stands here", shown(self.peek())),
                ));
            }
        }
    }

    fn name(&mut self) -> Parsed<String> {
        match self.peek().clone() {
            Kind::Name(name) => {
                self.next = self.next.saturating_add(1);
                Ok(name)
            }
            other => {
                Err((self.at(), format!("a name was expected after `.`, but {} stands here", shown(&other))))
            }
        }
    }

    fn node(&mut self, at: usize, part: Part) -> Parsed<Ast> {
        self.parts = self.parts.saturating_add(1);
        if self.parts > LIMITS.parts {
            return Err((at, format!("the expression has more than {} parts", LIMITS.parts)));
        }
        Ok(Ast { at, part })
    }

    fn expect(&mut self, sign: &'static str) -> Parsed<()> {
        if self.take(sign) {
            return Ok(());
        }
        Err((self.at(), format!("`{sign}` was expected, but {} stands here", shown(self.peek()))))
    }

    fn take(&mut self, sign: &'static str) -> bool {
        let found = *self.peek() == Kind::Sign(sign);
        if found {
            self.next = self.next.saturating_add(1);
        }
        found
    }

    fn peek(&self) -> &Kind {
        self.tokens.get(self.next).map_or(&Kind::End, |token| &token.kind)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |token| token.at)
    }
}

fn shown(kind: &Kind) -> String {
    match kind {
        Kind::Number(number) => format!("`{number}`"),
        Kind::Text(_) => "a text".into(),
        Kind::Name(name) => format!("`{name}`"),
        Kind::Sign(sign) => format!("`{sign}`"),
        Kind::End => "the end".into(),
    }
}
