//! Where two rows of one person differ, in the words of `reconcile`.

use serde::{Serialize, Serializer};

use super::{
    PersonColumn::{self, Email, HealthInsurance, Phone, TaxCode},
    PersonRow,
};
use crate::{
    Options,
    identity::{Assurance, Difference, Field, Person, Reading, Source, reconcile},
};

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
    #[serde(serialize_with = "name")]
    pub difference: Difference,
}

/// The fields that both rows have and that say something else.
pub(super) fn between(left: &PersonRow, right: &PersonRow, options: &Options) -> Vec<FieldDifference> {
    let mut found = of_persons(&left.person, &right.person, options);
    for column in [Phone, Email, TaxCode, HealthInsurance] {
        if let (Some(a), Some(b)) = (left.contact.get(column), right.contact.get(column))
            && a != b
        {
            found.push(of(column, a, b));
        }
    }
    found
}

/// The differences of the fields of a person: only those that differ at all go through `reconcile`.
fn of_persons(left: &Person, right: &Person, options: &Options) -> Vec<FieldDifference> {
    let mut sides = [Person::default(), Person::default()];
    let [a, b] = &mut sides;
    for (field, value) in left.iter() {
        if let Some(other) = right.get(field).filter(|other| *other != value) {
            a.set(field, value);
            b.set(field, other);
        }
    }
    if a.is_empty() {
        return Vec::new();
    }
    let readings = sides.map(|person| Reading {
        source: Source::Typed,
        kind: "typed",
        person,
        findings: Vec::new(),
        assurance: Assurance::None,
    });
    // Two readings are below every limit.
    let Ok(identity) = reconcile(&readings, options) else { return Vec::new() };
    identity
        .fields
        .iter()
        .filter_map(|report| {
            let difference = report.others.iter().find_map(|other| other.difference)?;
            let value = |person: &Person, field: Field| person.get(field).map(str::to_owned);
            let (left, right) = (value(left, report.field)?, value(right, report.field)?);
            Some(FieldDifference { field: report.field.name(), left, right, difference })
        })
        .collect()
}

fn of(column: PersonColumn, left: &str, right: &str) -> FieldDifference {
    let (left, right) = (left.to_owned(), right.to_owned());
    FieldDifference { field: column.name(), left, right, difference: Difference::Content }
}

fn name<S: Serializer>(difference: &Difference, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(difference.name())
}

impl std::fmt::Debug for FieldDifference {
    /// Without the values, which are a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldDifference({}, {:?})", self.field, self.difference)
    }
}
