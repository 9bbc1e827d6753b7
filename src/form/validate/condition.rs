use crate::form::pack::{Field, Required};
use crate::form::rule::{Env, Expression};

/// Whether the field must be answered as the answers stand.
pub(super) fn is_required(field: &Field, env: &Env<'_>) -> bool {
    match &field.required {
        Required::No => false,
        Required::Always => true,
        Required::When(condition) => condition.truth(env) == Some(true),
    }
}

/// No condition holds always; what cannot be decided does not.
pub(super) fn holds(condition: Option<&Expression>, env: &Env<'_>) -> bool {
    condition.is_none_or(|condition| condition.truth(env) == Some(true))
}
