use crate::{
    Date, Finding,
    finding::Code,
    reading::{Field, Person},
    text::tidy,
};

/// Collects a person and the findings while a grammar is read.
pub(super) struct Reader {
    pub(super) on: Date,
    pub(super) person: Person,
    pub(super) findings: Vec<Finding>,
}

impl Reader {
    pub(super) fn new(on: Date, findings: Vec<Finding>) -> Self {
        Self { on, person: Person::default(), findings }
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

    /// A text field, tidied; `false` when there is nothing in it.
    pub(super) fn put(&mut self, field: Field, text: &str) -> bool {
        let value = tidy(text);
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
