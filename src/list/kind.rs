use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::words;
use crate::{
    Severity,
    locale::Bilingual,
    people::{PersonColumn, PersonRow},
};

/// All changes, questions or findings of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kind {
    /// What it is to whoever works on the list.
    pub role: Role,
    /// The code.
    pub code: String,
    /// The field; none for what concerns the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<PersonColumn>,
    /// The name of the field.
    pub label: Bilingual,
    /// How bad it is.
    pub severity: Severity,
    /// What it says.
    pub message: Bilingual,
    /// In how many rows.
    pub rows: usize,
}

/// What a code is to whoever works on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// To be decided.
    Question,
    /// To be looked at, or wrong.
    Finding,
    /// Done already.
    Change,
}

/// The field that a finding's path names.
pub(super) fn column_of(path: &str) -> Option<PersonColumn> {
    let (_, name) = path.split_once('.')?;
    PersonColumn::from_name(name)
}

/// All kinds of the rows: questions, findings, changes, the most frequent first.
pub(super) fn kinds(rows: &[PersonRow]) -> Vec<Kind> {
    let mut counts: BTreeMap<(Role, String, Option<PersonColumn>), Kind> = BTreeMap::new();
    for row in rows {
        let mut seen: Vec<(Role, &str, Option<PersonColumn>)> = Vec::new();
        for question in &row.questions {
            seen.push((Role::Question, question.code, Some(question.field.whole())));
        }
        for finding in &row.findings {
            let field = column_of(&finding.path).map(PersonColumn::whole);
            if !seen.iter().any(|(_, code, own)| *code == finding.code && *own == field) {
                seen.push((Role::Finding, &finding.code, field));
            }
        }
        for change in &row.changes {
            seen.push((Role::Change, change.code, Some(change.field.whole())));
        }
        seen.sort_unstable();
        seen.dedup();
        for (role, code, field) in seen {
            let key = (role, code.to_owned(), field);
            let kind = counts.entry(key).or_insert_with(|| new(row, role, code, field));
            kind.rows = kind.rows.saturating_add(1);
        }
    }
    let mut kinds: Vec<Kind> = counts.into_values().collect();
    kinds.sort_by(|a, b| a.role.cmp(&b.role).then(b.rows.cmp(&a.rows)));
    kinds
}

fn new(row: &PersonRow, role: Role, code: &str, field: Option<PersonColumn>) -> Kind {
    let own = row.findings.iter().find(|finding| {
        let same = column_of(&finding.path).map(PersonColumn::whole) == field;
        same && finding.code == code && role != Role::Change
    });
    let general = words::of_code(code);
    // The name of the field is the same in every row of a kind; other arguments are one row's.
    let names_field = words::code(code).is_some_and(|code| code.words.vi().contains("{field}"));
    let message = match (own, general) {
        (Some(own), Some(_)) if names_field => words::of_finding(own),
        (_, Some(general)) => general,
        (Some(own), None) => words::of_finding(own),
        (None, None) => Bilingual { vi: code.to_owned(), en: code.to_owned() },
    };
    Kind {
        role,
        code: code.to_owned(),
        field,
        label: field.map(words::label).unwrap_or_default(),
        severity: own.map_or(Severity::Info, |finding| finding.severity),
        message,
        rows: 0,
    }
}
