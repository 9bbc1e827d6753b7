use serde::{Deserialize, Serialize};

use super::{Contact, Duplicate, PersonColumn};
use crate::{
    Finding,
    identity::{Person, Quality},
};

/// What a list of people is, row by row and as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PeopleReport {
    /// The columns of the table, from the left.
    pub columns: Vec<Column>,
    /// The last row of the headings, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<usize>,
    /// The people, in the order of the table. Blank rows and those of [`Self::skipped`] are not among them.
    pub rows: Vec<PersonRow>,
    /// Rows that are no people: titles, headings, groups, totals, signatures. Numbers from 0; blank rows are
    /// not listed.
    pub skipped: Vec<usize>,
    /// Rows that are, or may be, of one person.
    pub duplicates: Vec<Duplicate>,
    /// What concerns the whole list.
    pub findings: Vec<Finding>,
    /// How many there are of what.
    pub summary: Summary,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// What it holds; `None` when nothing that is checked.
    pub field: Option<PersonColumn>,
    /// Its heading, with that of its group before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Whether heading and content leave no doubt, or the caller said so.
    pub sure: bool,
}

/// One person of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonRow {
    /// The row of the input, from 0.
    pub row: usize,
    /// What is known of the person, in its form. What is asked or wrong is absent or as it came.
    pub person: Person,
    /// Telephone, e-mail, codes.
    pub contact: Contact,
    /// What was changed, in order; the steps of one column follow each other, from what its cell shows to what
    /// the report has. (Several columns of streets have steps of their own each.)
    pub changes: Vec<Change>,
    /// What somebody has to decide.
    pub questions: Vec<Question>,
    /// What is wrong or doubtful, at `person.<field>` or `contact.<field>`. A question has one of its code.
    pub findings: Vec<Finding>,
    /// Đúng, đủ, sạch, sống.
    pub quality: Quality,
    /// The row in one word.
    pub status: Status,
}

/// One step from what stood in the table to what stands in the report.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The column; a value that several columns make carries the name of the whole.
    pub field: PersonColumn,
    /// What it was: the cell as it is shown, or the result of the step before.
    pub from: String,
    /// What it is now.
    pub to: String,
    /// The reason, a code of the table of findings.
    pub code: &'static str,
}

/// What somebody has to decide.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The field.
    pub field: PersonColumn,
    /// What is not certain, a code of the table of findings.
    pub code: &'static str,
    /// The values that are possible, as the field has them; empty when only the document knows.
    pub options: Vec<String>,
}

/// A row in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Nothing to do.
    Clean,
    /// Changed, and sure.
    Changed,
    /// Somebody has to look: a question or a warning.
    Ask,
    /// An error.
    Wrong,
}

/// Counts over the list. All of them are of people, unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// People.
    pub people: usize,
    /// By [`Status`].
    pub clean: usize,
    /// By [`Status`].
    pub changed: usize,
    /// By [`Status`].
    pub ask: usize,
    /// By [`Status`].
    pub wrong: usize,
    /// Rows without any content.
    pub blank: usize,
    /// Rows that are no people.
    pub skipped: usize,
    /// Single changes.
    pub changes: usize,
    /// Single questions.
    pub questions: usize,
    /// Rows that repeat somebody for certain: of each group all but one.
    pub duplicates: usize,
    /// Groups of rows that may be one person.
    pub possible_duplicates: usize,
    /// Đúng.
    pub correct: usize,
    /// Đủ.
    pub complete: usize,
    /// Sạch, as the list came.
    pub tidy: usize,
    /// Sống.
    pub current: usize,
}

impl Status {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Changed => "changed",
            Self::Ask => "ask",
            Self::Wrong => "wrong",
        }
    }
}

impl Summary {
    /// Counts the people; blank rows and duplicates are the caller's.
    pub(super) fn of(rows: &[PersonRow]) -> Self {
        let count = |holds: &dyn Fn(&PersonRow) -> bool| rows.iter().filter(|row| holds(row)).count();
        let with = |status: Status| count(&|row| row.status == status);
        Self {
            people: rows.len(),
            clean: with(Status::Clean),
            changed: with(Status::Changed),
            ask: with(Status::Ask),
            wrong: with(Status::Wrong),
            changes: rows.iter().map(|row| row.changes.len()).sum(),
            questions: rows.iter().map(|row| row.questions.len()).sum(),
            correct: count(&|row| row.quality.correct),
            complete: count(&|row| row.quality.complete),
            tidy: count(&|row| row.quality.clean),
            current: count(&|row| row.quality.current),
            ..Self::default()
        }
    }
}

impl std::fmt::Debug for Change {
    /// Without the values, which are a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Change({:?}, {})", self.field, self.code)
    }
}

impl std::fmt::Debug for Question {
    /// Without the values, which are a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Question({:?}, {}, {} options)", self.field, self.code, self.options.len())
    }
}
