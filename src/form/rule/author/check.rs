//! The type-checker: names resolved, types agreed, then [`Node`]s without positions.

use super::parser::{Ast, Part};
use super::scope::Scope;
use super::types::Type;
use crate::date::Date;
use crate::form::rule::functions::Function;
use crate::form::rule::limits::LIMITS;
use crate::form::rule::node::{Macro, Node, Op};
use crate::form::rule::value::Val;

type Checked<T> = Result<T, (usize, String)>;

pub(super) struct Checker<'s> {
    scope: &'s Scope,
    /// Variables from the outermost: `row`, then those of macros.
    variables: Vec<(String, Type)>,
    macros: usize,
}

impl<'s> Checker<'s> {
    pub(super) fn new(scope: &'s Scope, row_of: Option<usize>) -> Self {
        let variables: Vec<_> =
            row_of.map(|group| ("row".to_owned(), Type::Row(group))).into_iter().collect();
        Self { scope, variables, macros: 0 }
    }

    /// Depth and size were bounded by the parser.
    pub(super) fn check(&mut self, ast: &Ast) -> Checked<(Node, Type)> {
        let at = ast.at;
        match &ast.part {
            Part::Null => Ok((Node::Constant(Val::Null), Type::Null)),
            Part::Bool(truth) => Ok((Node::Constant(Val::Bool(*truth)), Type::Bool)),
            Part::Number(number) => Ok((Node::Constant(Val::number(*number)), Type::Number)),
            Part::Text(text) => Ok((Node::Constant(Val::Text(text.clone().into())), Type::Text)),
            Part::List(items) => self.list(at, items),
            Part::Name(name) => self.name(at, name),
            Part::Select(from, name) => self.select(at, from, name),
            Part::Call { receiver, name, arguments } => self.call(at, receiver.as_deref(), name, arguments),
            Part::Not(inner) => Ok((Node::Not(Box::new(self.expect(inner, &Type::Bool)?)), Type::Bool)),
            Part::Minus(inner) => {
                Ok((Node::Minus(Box::new(self.expect(inner, &Type::Number)?)), Type::Number))
            }
            Part::Binary(op, left, right) => self.binary(at, *op, left, right),
            Part::Choose(condition, yes, no) => {
                let condition = self.expect(condition, &Type::Bool)?;
                let (yes, left) = self.check(yes)?;
                let (no, right) = self.check(no)?;
                let kind = agreed(&left, &right)
                    .ok_or_else(|| (at, format!("both sides of `:` must be alike: {left} and {right}")))?;
                Ok((Node::Choose(Box::new([condition, yes, no])), kind))
            }
        }
    }

    fn list(&mut self, at: usize, items: &[Ast]) -> Checked<(Node, Type)> {
        let mut nodes = Vec::new();
        let mut kind = Type::Null;
        for item in items {
            let (node, next) = self.check(item)?;
            if matches!(next, Type::List(_) | Type::Rows(_) | Type::Row(_) | Type::Files) {
                return Err((item.at, format!("a list holds single values, not {next}")));
            }
            kind = agreed(&kind, &next)
                .ok_or_else(|| (at, format!("a list holds values of one type, not {kind} and {next}")))?;
            nodes.push(node);
        }
        Ok((Node::List(nodes), Type::List(Box::new(kind))))
    }

    fn name(&mut self, at: usize, name: &str) -> Checked<(Node, Type)> {
        if let Some((slot, (_, kind))) = self.variables.iter().enumerate().rev().find(|(_, v)| v.0 == name) {
            return Ok((Node::Variable(slot), kind.clone()));
        }
        if name == "on" {
            return Ok((Node::On, Type::Date));
        }
        let Some((index, (_, kind))) = self.scope.fields.iter().enumerate().find(|(_, f)| f.0 == name) else {
            let near = nearest(name, self.scope.fields.iter().map(|field| field.0.as_str()));
            return Err((at, format!("there is no field `{name}`{near}")));
        };
        Ok((Node::Field(index), kind.clone()))
    }

    fn select(&mut self, at: usize, from: &Ast, name: &str) -> Checked<(Node, Type)> {
        let (node, kind) = self.check(from)?;
        let (Node::Variable(slot), Type::Row(group)) = (node, &kind) else {
            return Err((at, format!("`.{name}` can only be asked of a row, not of {kind}")));
        };
        let fields = self.scope.groups.get(*group).map_or(&[][..], Vec::as_slice);
        let Some((index, (_, kind))) = fields.iter().enumerate().find(|(_, field)| field.0 == name) else {
            let near = nearest(name, fields.iter().map(|field| field.0.as_str()));
            return Err((at, format!("a row has no field `{name}`{near}")));
        };
        Ok((Node::RowField(slot, index), kind.clone()))
    }

    fn call(
        &mut self,
        at: usize,
        receiver: Option<&Ast>,
        name: &str,
        arguments: &[Ast],
    ) -> Checked<(Node, Type)> {
        if let Some(kind) = macro_named(name) {
            let receiver =
                receiver.ok_or_else(|| (at, format!("`{name}` is asked of a list: `list.{name}(x, …)`")))?;
            return self.each(at, kind, receiver, arguments);
        }
        if name == "has" && receiver.is_none() {
            let [argument] = arguments else {
                return Err((at, "`has` takes one field".into()));
            };
            let (node, _) = self.check(argument)?;
            if !matches!(node, Node::Field(_) | Node::RowField(..) | Node::Variable(_)) {
                return Err((argument.at, "`has` takes a field".into()));
            }
            return Ok((Node::Has(Box::new(node)), Type::Bool));
        }
        if name == "date" && receiver.is_none() {
            return match arguments {
                [Ast { part: Part::Text(text), .. }] if Date::from_iso(text).is_some() => {
                    let day = Date::from_iso(text).map_or(Val::Unknown, Val::day);
                    Ok((Node::Constant(day), Type::Date))
                }
                _ => Err((at, "`date` takes one day written out: date(\"2026-07-01\")".into())),
            };
        }
        let Some(function) = Function::from_name(name, receiver.is_some()) else {
            let near = nearest(name, Function::names());
            return Err((at, format!("there is no function `{name}`{near}")));
        };
        let all: Vec<&Ast> = receiver.into_iter().chain(arguments).collect();
        let parameters = function.parameters();
        if all.len() != parameters.len() {
            return Err((at, format!("`{name}` takes {} values, not {}", parameters.len(), all.len())));
        }
        let mut nodes = Vec::new();
        for (argument, parameter) in all.into_iter().zip(parameters) {
            let (node, kind) = self.check(argument)?;
            if !parameter.takes(&kind) {
                return Err((argument.at, format!("`{name}` takes {parameter} here, not {kind}")));
            }
            nodes.push(node);
        }
        Ok((Node::Call(function, nodes), function.gives()))
    }

    fn each(&mut self, at: usize, kind: Macro, receiver: &Ast, arguments: &[Ast]) -> Checked<(Node, Type)> {
        let (list, of) = self.check(receiver)?;
        let item = match of {
            Type::Rows(group) => Type::Row(group),
            Type::List(item) => *item,
            other => return Err((at, format!("this is asked of a list, not of {other}"))),
        };
        let [Ast { part: Part::Name(variable), .. }, body] = arguments else {
            return Err((at, "it takes a name and an expression: `list.all(m, …)`".into()));
        };
        let taken = variable == "on"
            || self.variables.iter().any(|other| other.0 == *variable)
            || self.scope.fields.iter().any(|field| field.0 == *variable);
        if taken {
            return Err((at, format!("the name `{variable}` is taken already")));
        }
        self.macros = self.macros.saturating_add(1);
        if self.macros > LIMITS.macros {
            return Err((
                at,
                format!("at most {} of `all`, `exists`, `map` inside one another", LIMITS.macros),
            ));
        }
        let slot = self.variables.len();
        self.variables.push((variable.clone(), item));
        let (body, gives) = self.check(body)?;
        self.variables.pop();
        self.macros = self.macros.saturating_sub(1);
        let gives = match (kind, gives) {
            (Macro::Map, item @ (Type::Bool | Type::Number | Type::Text | Type::Date | Type::Null)) => {
                Type::List(Box::new(item))
            }
            (Macro::Map, other) => return Err((at, format!("`map` gives single values, not {other}"))),
            (_, Type::Bool) => Type::Bool,
            (_, other) => return Err((at, format!("the condition must be true or false, this is {other}"))),
        };
        Ok((Node::Each(kind, slot, Box::new([list, body])), gives))
    }

    fn binary(&mut self, at: usize, op: Op, left: &Ast, right: &Ast) -> Checked<(Node, Type)> {
        if matches!(op, Op::And | Op::Or) {
            let (left, right) = (self.expect(left, &Type::Bool)?, self.expect(right, &Type::Bool)?);
            return Ok((Node::Binary(op, Box::new([left, right])), Type::Bool));
        }
        let (left, a) = self.check(left)?;
        let (right, b) = self.check(right)?;
        let single =
            |kind: &Type| matches!(kind, Type::Bool | Type::Number | Type::Text | Type::Date | Type::Null);
        let gives = match op {
            // A list may be compared with null only.
            Op::Equal | Op::Unequal => (agreed(&a, &b).is_some() && single(&a) && single(&b)
                || matches!((&a, &b), (Type::Null, _) | (_, Type::Null)))
            .then_some(Type::Bool),
            Op::In => match &b {
                Type::List(item) => (single(&a) && agreed(&a, item).is_some()).then_some(Type::Bool),
                _ => None,
            },
            Op::Plus => {
                matches!((&a, &b), (Type::Number, Type::Number) | (Type::Text, Type::Text)).then(|| a.clone())
            }
            Op::Minus => (a == Type::Number && b == Type::Number).then_some(Type::Number),
            _ => (a == b && matches!(a, Type::Number | Type::Date | Type::Text)).then_some(Type::Bool),
        };
        let gives = gives.ok_or_else(|| (at, format!("{} cannot stand between {a} and {b}", sign(op))))?;
        Ok((Node::Binary(op, Box::new([left, right])), gives))
    }

    fn expect(&mut self, ast: &Ast, wanted: &Type) -> Checked<Node> {
        let (node, kind) = self.check(ast)?;
        if kind == *wanted {
            Ok(node)
        } else {
            Err((ast.at, format!("{wanted} is needed here, this is {kind}")))
        }
    }
}

fn macro_named(name: &str) -> Option<Macro> {
    match name {
        "all" => Some(Macro::All),
        "exists" => Some(Macro::Exists),
        "exists_one" => Some(Macro::ExistsOne),
        "map" => Some(Macro::Map),
        _ => None,
    }
}

/// The type of both, `null` being of any.
fn agreed(a: &Type, b: &Type) -> Option<Type> {
    match (a, b) {
        (Type::Null, other) | (other, Type::Null) => Some(other.clone()),
        _ => (a == b).then(|| a.clone()),
    }
}

/// `; did you mean …?` for a name at most two letters away.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> String {
    names
        .map(|other| (distance(name, other), other))
        .filter(|(far, _)| *far <= 2)
        .min()
        .map_or_else(String::new, |(_, other)| format!("; did you mean `{other}`?"))
}

/// Levenshtein's, on bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.bytes().zip(row.iter_mut().skip(1)) {
            let changed = diagonal.saturating_add(usize::from(x != y));
            diagonal = *cell;
            left = changed.min(left.saturating_add(1)).min(diagonal.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// For messages to authors.
fn sign(op: Op) -> &'static str {
    match op {
        Op::Or => "`||`",
        Op::And => "`&&`",
        Op::Equal => "`==`",
        Op::Unequal => "`!=`",
        Op::Less => "`<`",
        Op::LessEqual => "`<=`",
        Op::More => "`>`",
        Op::MoreEqual => "`>=`",
        Op::In => "`in`",
        Op::Plus => "`+`",
        Op::Minus => "`-`",
    }
}
