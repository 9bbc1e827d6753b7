//! Where two rows of one person differ, in the words of `reconcile`.

use serde::Serialize;

use super::{
    PersonColumn::{self, Email, HealthInsurance, Phone, TaxCode},
    PersonRow,
};
use crate::identity::{Difference, Person, difference};

/// A field that two lists know differently.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FieldDifference {
    /// The field.
    pub field: &'static str,
    /// On the left.
    pub left: String,
    /// On the right.
    pub right: String,
    /// In what way.
    pub difference: Difference,
}

/// The fields that both rows have and that say something else.
pub(super) fn between(left: &PersonRow, right: &PersonRow) -> Vec<FieldDifference> {
    let mut found = of_persons(&left.person, &right.person);
    for column in [Phone, Email, TaxCode, HealthInsurance] {
        if let (Some(a), Some(b)) = (left.contact.get(column), right.contact.get(column))
            && a != b
        {
            found.push(of(column, a, b));
        }
    }
    found
}

/// The differences of the fields of a person.
fn of_persons(left: &Person, right: &Person) -> Vec<FieldDifference> {
    let differing = left.iter().filter_map(|(field, value)| {
        let other = right.get(field)?;
        let difference = difference(field, value, other)?;
        let (left, right) = (value.to_owned(), other.to_owned());
        Some(FieldDifference { field: field.name(), left, right, difference })
    });
    differing.collect()
}

fn of(column: PersonColumn, left: &str, right: &str) -> FieldDifference {
    let (left, right) = (left.to_owned(), right.to_owned());
    FieldDifference { field: column.name(), left, right, difference: Difference::Content }
}

impl std::fmt::Debug for FieldDifference {
    /// Without the values, which are a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldDifference({}, {:?})", self.field, self.difference)
    }
}
