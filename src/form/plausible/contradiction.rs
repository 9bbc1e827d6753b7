//! What was found to contradict itself, and between which fields.

use super::facts::{Facts, Row};
use crate::finding::{Code, Finding, Severity};
use crate::form::pack::{Kind, Pack, Rule};

/// A finding, and the fields that it is about: a rule of the pack on the same fields would say it again.
pub(in crate::form) struct Contradiction {
    pub(in crate::form) finding: Finding,
    /// Fields of the form, by index; of a row that is compared with others, its group.
    form: Vec<usize>,
    row: Option<Row>,
    /// Fields of that row.
    in_row: Vec<usize>,
}

impl Contradiction {
    /// At the second of two fields.
    pub(super) fn new(
        facts: &Facts<'_>,
        code: &'static Code,
        one: (Option<Row>, usize),
        at: (Option<Row>, usize),
    ) -> Self {
        let path = facts.path(at.0, at.1);
        let finding = Finding::new(code, path);
        let finding = match facts.field(at.0, at.1) {
            Some(field) => finding.with_words("field", &field.label.vi, &field.label.en),
            None => finding,
        };
        let mut contradiction = Self { finding, form: vec![], row: at.0, in_row: vec![] };
        for (row, index) in [one, at] {
            contradiction.add(facts.pack, row, index);
        }
        contradiction
    }

    fn add(&mut self, pack: &Pack, row: Option<Row>, index: usize) {
        match row {
            None => self.form.push(index),
            Some(row) => {
                self.form.extend(pack.groups.get(row.group).map(|group| group.field));
                if Some(row) == self.row {
                    self.in_row.push(index);
                }
            }
        }
    }

    /// The other field, for the words.
    pub(super) fn beside(mut self, facts: &Facts<'_>, row: Option<Row>, index: usize) -> Self {
        if let Some(field) = facts.field(row, index) {
            self.finding = self.finding.with_words("other", &field.label.vi, &field.label.en);
        }
        self
    }

    /// Whether the rule, broken in this row of its group, says the same once more: it is about the same fields. What is
    /// an error here settles also what a rule would make of one field more.
    pub(in crate::form) fn says(&self, rule: &Rule, number: Option<usize>, pack: &Pack) -> bool {
        let is_error = self.finding.severity == Severity::Error;
        if rule.severity == Severity::Error && !is_error {
            return false;
        }
        let all_in = |some: &[usize], all: &[usize]| some.iter().all(|index| all.contains(index));
        if let Some(group) = rule.each {
            let same_row = self.row == number.map(|number| Row { group, number });
            let field = pack.groups.get(group).map(|group| group.field);
            let form: Vec<usize> = self.form.iter().copied().filter(|index| Some(*index) != field).collect();
            let asked: Vec<usize> = rule.asks.iter().copied().filter(|index| Some(*index) != field).collect();
            return same_row
                && self.in_row.contains(&rule.at)
                && all_in(&self.in_row, &rule.asks_of_row)
                && all_in(&form, &asked)
                && (is_error || all_in(&rule.asks_of_row, &self.in_row) && all_in(&asked, &form));
        }
        let at_group = pack.fields.get(rule.at).is_some_and(|field| matches!(field.kind, Kind::Group(_)));
        (self.row.is_none() || at_group)
            && self.form.contains(&rule.at)
            && all_in(&self.form, &rule.asks)
            && (is_error || all_in(&rule.asks, &self.form))
    }
}
