use super::types::Type;

/// The names that an expression may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The form's fields.
    pub fields: Vec<(String, Type)>,
    /// The fields of each group's rows.
    pub groups: Vec<Vec<(String, Type)>>,
}
