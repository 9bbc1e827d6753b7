//! Expressions as compiled packs carry them: the tree in prefix notation, an ASCII sign for every node.
//!
//! ```text
//! n null   t true   f false   #12 number   @2026-07-01 day   "3,abc text of three bytes
//! o on     F4 field   V1 variable   R0,2 field 2 of the row in variable 0
//! h has    ! not    ~ minus   | & = / < [ > ] i + - the operators || && == != < <= > >= in + -
//! ? c ? a : b        L2 list of two   A0 E0 U0 M0 all, exists, exists_one, map: list and body follow
//! c8 C8    function 8 of the table, with one or two arguments
//! ```
//!
//! `age(birthDate, on) < 18` is `<C8F1o#18`. Written by the compiler after all checks; reading it back
//! checks the shape alone, and evaluation is total whatever it reads.

use super::LIMITS;
use super::functions::Function;
use super::node::{Macro, Node, Op};
use super::value::Val;
use crate::date::Date;

/// `None` unless the whole of `code` is one expression within [`LIMITS`].
pub(super) fn decode(code: &str) -> Option<Node> {
    let mut reader = Reader { rest: code, parts: 0 };
    reader.node().filter(|_| reader.rest.is_empty())
}

struct Reader<'c> {
    rest: &'c str,
    parts: usize,
}

impl Reader<'_> {
    /// Recursion is no deeper than the number of nodes, which is bounded.
    fn node(&mut self) -> Option<Node> {
        self.parts = self.parts.checked_add(1).filter(|parts| *parts <= LIMITS.parts)?;
        let sign = *self.take(1)?.as_bytes().first()?;
        if let Some((op, _)) = OPS.iter().find(|(_, other)| *other == sign) {
            return Some(Node::Binary(*op, self.two()?));
        }
        if let Some((kind, _)) = MACROS.iter().find(|(_, other)| *other == sign) {
            return Some(Node::Each(*kind, self.number()?, self.two()?));
        }
        Some(match sign {
            b'n' => Node::Constant(Val::Null),
            b't' => Node::Constant(Val::Bool(true)),
            b'f' => Node::Constant(Val::Bool(false)),
            b'#' => Node::Constant(Val::number(i64::try_from(self.number()?).ok()?)),
            b'@' => Node::Constant(Val::day(Date::from_iso(self.take(10)?)?)),
            b'"' => {
                let length = self.number()?;
                Node::Constant(Val::Text(self.take(length)?.to_owned().into()))
            }
            b'o' => Node::On,
            b'F' => Node::Field(self.number()?),
            b'V' => Node::Variable(self.number()?),
            b'R' => Node::RowField(self.number()?, self.number()?),
            b'h' => Node::Has(Box::new(self.node()?)),
            b'!' => Node::Not(Box::new(self.node()?)),
            b'~' => Node::Minus(Box::new(self.node()?)),
            b'?' => Node::Choose(Box::new([self.node()?, self.node()?, self.node()?])),
            b'L' => {
                let count = self.number()?;
                Node::List(self.nodes(count)?)
            }
            b'c' => Node::Call(self.function()?, self.nodes(1)?),
            b'C' => Node::Call(self.function()?, self.nodes(2)?),
            _ => return None,
        })
    }

    fn two(&mut self) -> Option<Box<[Node; 2]>> {
        Some(Box::new([self.node()?, self.node()?]))
    }

    fn nodes(&mut self, count: usize) -> Option<Vec<Node>> {
        let mut nodes = Vec::new();
        for _ in 0..count {
            nodes.push(self.node()?);
        }
        Some(nodes)
    }

    fn function(&mut self) -> Option<Function> {
        Function::ALL.get(self.number()?).copied()
    }

    /// Digits, and the comma after them that parts them from what could be a digit too.
    fn number(&mut self) -> Option<usize> {
        let mut number = None;
        while let Some(digit) = self.rest.bytes().next().filter(u8::is_ascii_digit) {
            let digit = usize::from(digit.wrapping_sub(b'0'));
            number = Some(number.unwrap_or(0_usize).checked_mul(10)?.checked_add(digit)?);
            self.take(1)?;
        }
        if self.rest.starts_with(',') {
            self.take(1)?;
        }
        number
    }

    fn take(&mut self, length: usize) -> Option<&str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

const OPS: [(Op, u8); 11] = [
    (Op::Or, b'|'),
    (Op::And, b'&'),
    (Op::Equal, b'='),
    (Op::Unequal, b'/'),
    (Op::Less, b'<'),
    (Op::LessEqual, b'['),
    (Op::More, b'>'),
    (Op::MoreEqual, b']'),
    (Op::In, b'i'),
    (Op::Plus, b'+'),
    (Op::Minus, b'-'),
];

const MACROS: [(Macro, u8); 4] =
    [(Macro::All, b'A'), (Macro::Exists, b'E'), (Macro::ExistsOne, b'U'), (Macro::Map, b'M')];

#[cfg(feature = "author")]
pub(super) use write::encode;

#[cfg(feature = "author")]
mod write {
    use super::{Function, MACROS, Node, OPS, Val};

    /// The reverse of [`super::decode`].
    pub(in crate::form::rule) fn encode(node: &Node, out: &mut String) {
        match node {
            Node::Constant(value) => constant(value, out),
            Node::On => out.push('o'),
            Node::Field(index) => numbered('F', *index, out),
            Node::Variable(slot) => numbered('V', *slot, out),
            Node::RowField(slot, index) => out.push_str(&format!("R{slot},{index}")),
            Node::Has(inner) => signed('h', std::slice::from_ref(inner.as_ref()), out),
            Node::Not(inner) => signed('!', std::slice::from_ref(inner.as_ref()), out),
            Node::Minus(inner) => signed('~', std::slice::from_ref(inner.as_ref()), out),
            Node::Binary(op, sides) => signed(sign(&OPS, op), sides.as_slice(), out),
            Node::Choose(parts) => signed('?', parts.as_slice(), out),
            Node::List(items) => {
                numbered('L', items.len(), out);
                each(items, out);
            }
            Node::Each(kind, slot, parts) => {
                numbered(sign(&MACROS, kind), *slot, out);
                each(parts.as_slice(), out);
            }
            Node::Call(function, arguments) => {
                let index = Function::ALL.iter().position(|other| other == function).unwrap_or(usize::MAX);
                numbered(if arguments.len() == 1 { 'c' } else { 'C' }, index, out);
                each(arguments, out);
            }
        }
    }

    fn constant(value: &Val<'_>, out: &mut String) {
        match value {
            Val::Bool(truth) => out.push(if *truth { 't' } else { 'f' }),
            Val::Number(span) => out.push_str(&format!("#{}", span.low)),
            Val::Day(span) => out.push_str(&format!("@{}", span.low)),
            Val::Text(text) => out.push_str(&format!("\"{},{text}", text.len())),
            // No other constant is written out in an expression.
            _ => out.push('n'),
        }
    }

    fn signed(sign: char, nodes: &[Node], out: &mut String) {
        out.push(sign);
        each(nodes, out);
    }

    fn numbered(sign: char, number: usize, out: &mut String) {
        out.push_str(&format!("{sign}{number}"));
    }

    fn each(nodes: &[Node], out: &mut String) {
        nodes.iter().for_each(|node| encode(node, out));
    }

    fn sign<T: PartialEq>(table: &[(T, u8)], wanted: &T) -> char {
        table.iter().find(|(other, _)| other == wanted).map_or('?', |(_, sign)| char::from(*sign))
    }
}
