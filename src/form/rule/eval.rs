//! Evaluation: total, without errors; Kleene's logic for what cannot be decided.

use super::env::{Env, Var};
use super::node::{Macro, Node, Op};
use super::value::{Span, Val};

/// Recursion is as deep as the tree, which the parser bounds.
pub(super) fn eval<'e>(node: &'e Node, env: &Env<'e>) -> Val<'e> {
    match node {
        Node::Constant(value) => value.borrowed(),
        Node::On => Val::day(env.on),
        Node::Field(index) => env.cells.fields.get(*index).map_or(Val::Null, Val::borrowed),
        Node::Variable(slot) => match env.variables.get(*slot) {
            Some(Some(Var::Item(value))) => value.clone(),
            // A row is there.
            _ => Val::Bool(true),
        },
        Node::RowField(slot, index) => match env.variables.get(*slot) {
            Some(Some(Var::Row(row))) => row.get(*index).map_or(Val::Null, Val::borrowed),
            _ => Val::Null,
        },
        Node::Has(inner) => Val::Bool(match eval(inner, env) {
            Val::Null => false,
            Val::Text(text) => !text.is_empty(),
            Val::List(items) => !items.is_empty(),
            Val::Rows(group) => env.cells.groups.get(group).is_some_and(|rows| !rows.is_empty()),
            Val::Files(count) => count > 0,
            _ => true,
        }),
        Node::Not(inner) => truth(&eval(inner, env)).map(|truth| !truth).into(),
        Node::Minus(inner) => match eval(inner, env) {
            Val::Number(span) => match (span.high.checked_neg(), span.low.checked_neg()) {
                (Some(low), Some(high)) => Val::Number(Span { low, high }),
                _ => Val::Unknown,
            },
            _ => Val::Unknown,
        },
        Node::Binary(op, sides) => binary(*op, sides, env),
        Node::Choose(parts) => {
            let [condition, yes, no] = parts.as_ref();
            match truth(&eval(condition, env)) {
                Some(true) => eval(yes, env),
                Some(false) => eval(no, env),
                None => Val::Unknown,
            }
        }
        Node::List(items) => Val::List(all(items, env)),
        Node::Each(kind, slot, parts) => each(*kind, *slot, parts, env),
        Node::Call(function, arguments) => function.call(&all(arguments, env), env.cells),
    }
}

fn all<'e>(nodes: &'e [Node], env: &Env<'e>) -> Vec<Val<'e>> {
    let mut values = Vec::with_capacity(nodes.len());
    for node in nodes {
        values.push(eval(node, env));
    }
    values
}

fn binary<'e>(op: Op, sides: &'e [Node; 2], env: &Env<'e>) -> Val<'e> {
    let [left, right] = sides;
    let left = eval(left, env);
    if let (Op::And, Some(false)) | (Op::Or, Some(true)) = (op, truth(&left)) {
        return left;
    }
    let right = eval(right, env);
    match op {
        Op::And => match (truth(&left), truth(&right)) {
            (_, Some(false)) => Val::Bool(false),
            (Some(true), Some(true)) => Val::Bool(true),
            _ => Val::Unknown,
        },
        Op::Or => match (truth(&left), truth(&right)) {
            (_, Some(true)) => Val::Bool(true),
            (Some(false), Some(false)) => Val::Bool(false),
            _ => Val::Unknown,
        },
        Op::Equal => left.equals(&right).into(),
        Op::Unequal => left.equals(&right).map(|equal| !equal).into(),
        Op::In => contains(&right, &left).into(),
        Op::Less => less(&left, &right).into(),
        Op::More => less(&right, &left).into(),
        Op::LessEqual => less(&right, &left).map(|more| !more).into(),
        Op::MoreEqual => less(&left, &right).map(|less| !less).into(),
        Op::Plus => plus(left, right),
        Op::Minus => match (left, right) {
            (Val::Number(a), Val::Number(b)) => span(a.low.checked_sub(b.high), a.high.checked_sub(b.low)),
            _ => Val::Unknown,
        },
    }
}

fn plus<'e>(left: Val<'e>, right: Val<'e>) -> Val<'e> {
    match (left, right) {
        (Val::Number(a), Val::Number(b)) => span(a.low.checked_add(b.low), a.high.checked_add(b.high)),
        // Texts are bounded by the answers' own limits; a sum of 200 of them at most.
        (Val::Text(a), Val::Text(b)) => {
            let mut text = a.into_owned();
            text.push_str(&b);
            Val::Text(text.into())
        }
        _ => Val::Unknown,
    }
}

fn span<'e>(low: Option<i64>, high: Option<i64>) -> Val<'e> {
    match (low, high) {
        (Some(low), Some(high)) => Val::Number(Span { low, high }),
        _ => Val::Unknown,
    }
}

fn less(left: &Val<'_>, right: &Val<'_>) -> Option<bool> {
    match (left, right) {
        (Val::Number(a), Val::Number(b)) => a.less(*b),
        (Val::Day(a), Val::Day(b)) => a.less(*b),
        (Val::Text(a), Val::Text(b)) => Some(a < b),
        _ => None,
    }
}

/// Kleene's "or" over the items.
fn contains(list: &Val<'_>, wanted: &Val<'_>) -> Option<bool> {
    let Val::List(items) = list else { return None };
    let mut found = Some(false);
    for item in items {
        match item.equals(wanted) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => found = None,
        }
    }
    found
}

fn each<'e>(kind: Macro, slot: usize, parts: &'e [Node; 2], env: &Env<'e>) -> Val<'e> {
    let [list, body] = parts;
    let mut variables = Vec::new();
    match eval(list, env) {
        Val::Rows(group) => {
            for row in env.cells.groups.get(group).map_or(&[][..], Vec::as_slice) {
                variables.push(Var::Row(row));
            }
        }
        Val::List(items) => {
            for item in items {
                variables.push(Var::Item(item));
            }
        }
        _ => return Val::Unknown,
    }
    let mut values = Vec::new();
    let (mut yes, mut no, mut unknown) = (0_usize, 0_usize, 0_usize);
    let mut env = env.clone();
    for variable in variables {
        if let Some(place) = env.variables.get_mut(slot) {
            *place = Some(variable);
        }
        let value = eval(body, &env);
        let count = match truth(&value) {
            Some(true) => &mut yes,
            Some(false) => &mut no,
            None => &mut unknown,
        };
        *count = count.saturating_add(1);
        if kind == Macro::Map {
            values.push(value);
        }
    }
    match kind {
        Macro::Map => Val::List(values),
        Macro::All if no > 0 => Val::Bool(false),
        Macro::Exists if yes > 0 => Val::Bool(true),
        Macro::ExistsOne if yes > 1 => Val::Bool(false),
        _ if unknown > 0 => Val::Unknown,
        Macro::All => Val::Bool(true),
        Macro::Exists => Val::Bool(false),
        Macro::ExistsOne => Val::Bool(yes == 1),
    }
}

fn truth(value: &Val<'_>) -> Option<bool> {
    if let Val::Bool(truth) = value { Some(*truth) } else { None }
}
