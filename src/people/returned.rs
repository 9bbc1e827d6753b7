use serde::Deserialize;

use super::contact::Contact;
use super::report::{PeopleReport, PersonRow, Status, Summary};
use crate::Error;
use crate::identity::{Person, Quality};
use crate::json::not_of_the_contract;

/// Who is in a report that came back.
#[derive(Deserialize)]
struct Returned {
    row: usize,
    person: Person,
    contact: Contact,
}

/// The rows of a report that came back, as far as [`compare_people`](super::compare_people) looks at them: each with its
/// number, person and contact. `name` of the argument stands in the error.
///
/// # Errors
/// `input.type`
pub fn returned_report<'de, D: serde::Deserializer<'de>>(rows: D, name: &str) -> Result<PeopleReport, Error> {
    let rows: Vec<Returned> = Vec::deserialize(rows).map_err(|_| not_of_the_contract(name))?;
    let row = |own: Returned| PersonRow {
        row: own.row,
        person: own.person,
        contact: own.contact,
        changes: Vec::new(),
        questions: Vec::new(),
        findings: Vec::new(),
        quality: Quality::default(),
        status: Status::Clean,
    };
    Ok(PeopleReport {
        columns: Vec::new(),
        headings: None,
        rows: rows.into_iter().map(row).collect(),
        skipped: Vec::new(),
        duplicates: Vec::new(),
        findings: Vec::new(),
        summary: Summary::default(),
    })
}
