use crate::{
    Date, Finding,
    finding::Code,
    reading::{Document, Field, Person},
    text::{ReverseTable, clean},
};

/// Collects a person and the findings while a grammar is read.
pub(super) struct Reader<'a> {
    pub(super) on: Date,
    /// The way back from double-byte encodings.
    pub(super) tables: &'a [ReverseTable],
    pub(super) person: Person,
    /// Of a document that is no identity card.
    pub(super) document: Document,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(on: Date, tables: &'a [ReverseTable], findings: Vec<Finding>) -> Self {
        Self { on, tables, person: Person::default(), document: Document::default(), findings }
    }

    pub(super) fn find(&mut self, code: &'static Code, path: &str) {
        self.findings.push(Finding::new(code, path));
    }

    pub(super) fn find_with(
        &mut self,
        code: &'static Code,
        path: &str,
        name: &'static str,
        value: impl Into<String>,
    ) {
        self.findings.push(Finding::new(code, path).with(name, value));
    }

    /// At the path of a field of the person.
    pub(super) fn find_at(&mut self, code: &'static Code, field: Field) {
        self.find(code, &format!("person.{}", field.name()));
    }

    /// A text field, cleaned; `false` when there is nothing in it.
    pub(super) fn put(&mut self, field: Field, text: &str) -> bool {
        let value = clean(text);
        let full = !value.is_empty();
        if full {
            self.person.set(field, value);
        }
        full
    }
}

/// `dd/mm/yyyy`.
pub(super) fn slashed(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}
