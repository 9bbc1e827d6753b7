//! What somebody decided, put into the report.

use super::{
    Cell, Change, Draft, PeopleReport,
    PersonColumn::{self, Email, HealthInsurance, Phone, Residence, TaxCode},
    PersonRow, Summary, duplicates, findings, identifiers, person,
};
use crate::{
    Date, Finding,
    identity::{self, Field},
    reading::well_formed,
    text,
};

impl PeopleReport {
    /// Puts what somebody decided into a field of the row at this place: one of a question's options, or what
    /// was typed. The question and what was said of the field are gone, the checks are done again, and the
    /// change is written down with the reason `people.decided`. `shown` is what stands in the table.
    ///
    /// Duplicates stay as they are until [`Self::find_duplicates`].
    ///
    /// # Errors
    /// What is wrong with a value that the field cannot have; the row is as it was.
    pub fn put(
        &mut self,
        at: usize,
        field: PersonColumn,
        value: &str,
        shown: &str,
        on: Date,
    ) -> Result<(), Box<Finding>> {
        let field = field.whole();
        let value = checked(field, value)?;
        let Some(row) = self.rows.get_mut(at) else { return Ok(()) };
        let before = person::of_values(&row.person, on);
        let last = row.changes.iter().rev().find(|change| change.field.whole() == field);
        let from = last.map_or_else(|| shown.to_owned(), |change| change.to.clone());
        match field.field() {
            Some(own) => row.person.set(own, value.as_str()),
            None => row.contact.set(field, &value),
        }
        let after = person::of_values(&row.person, on);
        let path = field.path();
        row.findings
            .retain(|finding| finding.path != path && (!before.contains(finding) || after.contains(finding)));
        for finding in after {
            if !row.findings.contains(&finding) {
                row.findings.push(finding);
            }
        }
        row.questions.retain(|question| question.field.whole() != field);
        row.changes.push(Change { field, from, to: value, code: findings::DECIDED.id });
        settle(row, field);
        Ok(())
    }

    /// Puts a row back as it was.
    pub fn put_back(&mut self, at: usize, row: PersonRow) {
        if let Some(place) = self.rows.get_mut(at) {
            *place = row;
        }
    }

    /// Counts again.
    pub fn count(&mut self) {
        let sure = |sure: bool| self.duplicates.iter().filter(move |group| group.sure == sure);
        self.summary = Summary {
            blank: self.summary.blank,
            skipped: self.skipped.len(),
            duplicates: sure(true).map(|group| group.rows.len().saturating_sub(1)).sum(),
            possible_duplicates: sure(false).count(),
            ..Summary::of(&self.rows)
        };
    }

    /// Looks for duplicates again, after values changed, and counts.
    pub fn find_duplicates(&mut self) {
        for row in &mut self.rows {
            row.findings.retain(|finding| finding.code != findings::NUMBER_SHARED.id);
        }
        self.duplicates = duplicates::find(&mut self.rows);
        for row in &mut self.rows {
            person::judge(row);
        }
        self.count();
    }
}

/// The value as its field has it.
fn checked(field: PersonColumn, value: &str) -> Result<String, Box<Finding>> {
    let clean = text::clean(value);
    if let Some(own) = field.field() {
        return well_formed(own, &clean);
    }
    if !matches!(field, Phone | Email | TaxCode | HealthInsurance) {
        return Ok(clean);
    }
    let mut draft = Draft::default();
    identifiers::read(&mut draft, field, &Cell::text(clean));
    match draft.findings.into_iter().next() {
        Some(finding) => Err(Box::new(finding)),
        None => Ok(draft.contact.get(field).unwrap_or_default().to_owned()),
    }
}

/// Quality and status after a value came.
fn settle(row: &mut PersonRow, field: PersonColumn) {
    row.quality.complete = person::is_complete(&row.person);
    let ended = [identity::findings::EXPIRED.id, identity::findings::OLD_ID_VOID.id];
    if row.person.get(Field::Pin).is_some() {
        row.findings.retain(|finding| finding.code != identity::findings::OLD_ID_VOID.id);
    }
    if field == Residence {
        row.quality.current = !row.findings.iter().any(|finding| ended.contains(&finding.code.as_ref()));
    }
    person::judge(row);
}
