//! An expression that was checked.

use serde::{Deserialize, Serialize};

use super::env::Env;
use super::eval;
use super::node::Node;
use super::part::{self, Broken, Part};
use super::value::Val;

/// A checked expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Part>", into = "Vec<Part>")]
pub struct Expression {
    pub(super) node: Node,
}

impl Expression {
    /// Its value. Never fails, never loops: see [`LIMITS`](super::LIMITS).
    pub fn value<'e>(&'e self, env: &Env<'e>) -> Val<'e> {
        eval::eval(&self.node, env)
    }

    /// `Some` if it can be decided.
    pub fn truth(&self, env: &Env<'_>) -> Option<bool> {
        if let Val::Bool(truth) = self.value(env) { Some(truth) } else { None }
    }
}

impl TryFrom<Vec<Part>> for Expression {
    type Error = Broken;

    fn try_from(parts: Vec<Part>) -> Result<Self, Broken> {
        Ok(Self { node: part::read(parts)? })
    }
}

impl From<Expression> for Vec<Part> {
    fn from(expression: Expression) -> Self {
        part::write(&expression.node)
    }
}
