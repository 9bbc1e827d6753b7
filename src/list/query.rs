use serde::Deserialize;

use super::kind::{Role, column_of};
use crate::{
    identity::Field,
    people::{PersonColumn, PersonRow, Status},
    text,
};

/// Which rows are wanted; what is not said does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Query {
    /// With this status.
    pub status: Option<Status>,
    /// With a change, a question or a finding of this code …
    pub code: Option<String>,
    /// … in this role …
    pub role: Option<Role>,
    /// … of this field.
    pub field: Option<PersonColumn>,
    /// With an open question.
    pub open: bool,
    /// With this in the name or a number; case and accents do not count.
    pub text: Option<String>,
}

impl Query {
    /// Whether the row is wanted.
    pub(super) fn takes(&self, row: &PersonRow) -> bool {
        self.status.is_none_or(|status| row.status == status)
            && (!self.open || !row.questions.is_empty())
            && self.code.as_deref().is_none_or(|code| self.has(row, code))
            && self.text.as_deref().is_none_or(|text| holds(row, text))
    }

    fn has(&self, row: &PersonRow, code: &str) -> bool {
        let field = |own: Option<PersonColumn>| {
            self.field.is_none_or(|field| own.map(PersonColumn::whole) == Some(field.whole()))
        };
        let role = |role: Role| self.role.is_none_or(|own| own == role);
        role(Role::Change) && row.changes.iter().any(|own| own.code == code && field(Some(own.field)))
            || role(Role::Question)
                && row.questions.iter().any(|own| own.code == code && field(Some(own.field)))
            || role(Role::Finding)
                && row.findings.iter().any(|own| own.code == code && field(column_of(&own.path)))
    }
}

fn holds(row: &PersonRow, wanted: &str) -> bool {
    let plain = |value: &str| text::ascii(&text::lower(value));
    let wanted = plain(wanted.trim());
    wanted.is_empty()
        || [Field::FullName, Field::Pin, Field::OldId]
            .into_iter()
            .filter_map(|field| row.person.get(field))
            .chain(row.contact.phone.as_deref())
            .any(|value| plain(value).contains(&wanted))
}
