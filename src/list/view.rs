//! What there is to see of a list.

use serde::Serialize;

use super::{
    kind::{Kind, column_of},
    words,
};
use crate::{
    Finding,
    identity::Quality,
    locale::Bilingual,
    people::{Cell, Change, Column, Match, PersonColumn, PersonRow, Question, Status, Summary},
};

/// The list as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// The columns, from the left.
    pub columns: Vec<ColumnView>,
    /// What concerns the whole list.
    pub findings: Vec<Finding>,
    /// How many there are of what.
    pub summary: Summary,
    /// Questions, findings and changes by their kind.
    pub kinds: Vec<Kind>,
    /// Groups of rows that are, or may be, of one person.
    pub groups: usize,
    /// Decisions that can be taken back.
    pub decisions: usize,
    /// Whether values changed since duplicates were looked for.
    pub stale: bool,
}

/// A column with what stands in it.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// What it holds.
    pub field: Option<PersonColumn>,
    /// Its heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Whether there is no doubt.
    pub sure: bool,
    /// The first values below the heading.
    pub examples: Vec<String>,
}

/// A row of the list beside what it was.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RowView {
    /// Its place among the people, from 0.
    pub at: usize,
    /// The row of the table, from 0.
    pub row: usize,
    /// The row in one word.
    pub status: Status,
    /// Đúng, đủ, sạch, sống.
    pub quality: Quality,
    /// Its fields, as they were and as they are.
    pub fields: Vec<FieldView>,
    /// What is to be decided.
    pub questions: Vec<QuestionView>,
    /// What was changed and why.
    pub changes: Vec<ChangeView>,
    /// What is wrong or doubtful.
    pub findings: Vec<Finding>,
}

/// A field as it was and as it is.
#[derive(Clone, PartialEq, Serialize)]
pub struct FieldView {
    /// Which one.
    pub field: PersonColumn,
    /// Its name.
    pub label: Bilingual,
    /// What stands in the table.
    pub from: String,
    /// What is known now; empty when nothing.
    pub to: String,
}

/// A question with its options.
#[derive(Clone, PartialEq, Serialize)]
pub struct QuestionView {
    /// The field.
    pub field: PersonColumn,
    /// Its name.
    pub label: Bilingual,
    /// What is not certain.
    pub code: &'static str,
    /// The same in words.
    pub message: Bilingual,
    /// What can be chosen.
    pub options: Vec<OptionView>,
    /// Rows that one decision would settle, this one included.
    pub alike: usize,
}

/// One of the values of a question.
#[derive(Clone, PartialEq, Serialize)]
pub struct OptionView {
    /// As the field has it.
    pub value: String,
    /// As people read it.
    pub shown: String,
}

/// One step of a change.
#[derive(Clone, PartialEq, Serialize)]
pub struct ChangeView {
    /// The field.
    pub field: PersonColumn,
    /// Its name.
    pub label: Bilingual,
    /// Before.
    pub from: String,
    /// After.
    pub to: String,
    /// Why.
    pub reason: Bilingual,
}

/// Rows that are, or may be, of one person.
#[derive(Clone, PartialEq, Serialize)]
pub struct GroupView {
    /// What they share.
    pub by: Match,
    /// Whether it is certain.
    pub sure: bool,
    /// The people.
    pub people: Vec<RowView>,
}

/// The fields that the columns make, in the order of the table.
pub(super) fn fields(columns: &[Column]) -> Vec<PersonColumn> {
    let mut fields = Vec::new();
    for field in columns.iter().filter_map(|column| column.field) {
        if field != PersonColumn::Ordinal && !fields.contains(&field.whole()) {
            fields.push(field.whole());
        }
    }
    fields
}

/// What stands in the table of a field.
pub(super) fn shown(columns: &[Column], cells: &[Cell], field: PersonColumn) -> String {
    let own = columns.iter().zip(cells);
    let own = own.filter(|(column, _)| column.field.map(PersonColumn::whole) == Some(field.whole()));
    let texts: Vec<_> = own.map(|(_, cell)| cell.shown()).filter(|text| !text.is_empty()).collect();
    texts.join(" · ")
}

/// What is known now.
pub(super) fn known(row: &PersonRow, field: PersonColumn) -> Option<&str> {
    match field.field() {
        Some(own) => row.person.get(own),
        None => row.contact.get(field),
    }
}

/// A row with what it was.
pub(super) fn of_row(
    columns: &[Column],
    cells: &[Cell],
    at: usize,
    row: &PersonRow,
    alike: impl Fn(&Question) -> usize,
) -> RowView {
    let mut own = fields(columns);
    // A number of nine digits in the column of the personal numbers makes a field without a column.
    for field in row.changes.iter().map(|change| change.field.whole()) {
        if !own.contains(&field) {
            own.push(field);
        }
    }
    let value = |field: &PersonColumn| FieldView {
        field: *field,
        label: words::label(*field),
        from: shown(columns, cells, *field),
        to: known(row, *field).map(|value| words::shown(*field, value)).unwrap_or_default(),
    };
    RowView {
        at,
        row: row.row,
        status: row.status,
        quality: row.quality,
        fields: own.iter().map(value).collect(),
        questions: row.questions.iter().map(|question| of_question(row, question, alike(question))).collect(),
        changes: row.changes.iter().map(of_change).collect(),
        findings: row.findings.clone(),
    }
}

fn of_question(row: &PersonRow, question: &Question, alike: usize) -> QuestionView {
    let finding = row.findings.iter().find(|finding| {
        let same = column_of(&finding.path).map(PersonColumn::whole) == Some(question.field.whole());
        same && finding.code == question.code
    });
    let option =
        |value: &String| OptionView { value: value.clone(), shown: words::shown(question.field, value) };
    QuestionView {
        field: question.field.whole(),
        label: words::label(question.field.whole()),
        code: question.code,
        message: finding.map(words::of_finding).or_else(|| words::of_code(question.code)).unwrap_or_default(),
        options: question.options.iter().map(option).collect(),
        alike,
    }
}

fn of_change(change: &Change) -> ChangeView {
    ChangeView {
        field: change.field.whole(),
        label: words::label(change.field.whole()),
        from: words::shown(change.field, &change.from),
        to: words::shown(change.field, &change.to),
        reason: words::of_code(change.code).unwrap_or_default(),
    }
}

macro_rules! without_values {
    ($($name:ident)*) => {
        $(impl std::fmt::Debug for $name {
            /// Without the values, which are a person's.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        })*
    };
}
without_values!(ColumnView RowView FieldView QuestionView OptionView ChangeView GroupView);
