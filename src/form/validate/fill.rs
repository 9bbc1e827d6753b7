//! From answers as they came to values, in an order in which each field finds what it needs already known.

use super::checked::{Checked, Row};
use super::condition::holds;
use super::raw_answers::RawAnswers;
use crate::date::Date;
use crate::finding::Finding;
use crate::form::answers::{self, about};
use crate::form::blank::is_blank;
use crate::form::findings;
use crate::form::pack::{Field, Group, Kind, Pack, Role};
use crate::form::path::Place;
use crate::form::rule::{Cells, Env, Val};
use crate::json::Value;

impl<'a> Checked<'a> {
    /// Reads each field in an order of need.
    pub(super) fn fill(pack: &'a Pack, answers: &'a Value, on: Date) -> Self {
        let mut unplaced = Vec::new();
        if !matches!(answers, Value::Object(_) | Value::Null) {
            unplaced.push(Finding::new(findings::WRONG_TYPE, "").with_words("field", "Tờ khai", "The form"));
        }
        let count = pack.fields.len();
        let mut checked = Self {
            pack,
            on,
            raw: RawAnswers::new(answers, &pack.fields, on, "", &mut unplaced),
            cells: Cells { fields: vec![Val::Null; count], groups: vec![vec![]; pack.groups.len()] },
            shown: vec![false; count],
            rows: pack.groups.iter().map(|_| vec![]).collect(),
            found: vec![vec![]; count],
            cleared: Vec::new(),
            unplaced,
        };
        for index in &pack.order {
            checked.fill_field(*index);
        }
        checked
    }

    /// The value of one field; what it needs is known already.
    fn fill_field(&mut self, index: usize) {
        let Some(field) = self.pack.fields.get(index) else { return };
        let answer = self.raw.get(index);
        let section = self.pack.sections.get(field.section).and_then(|section| section.visible.as_ref());
        let place = Place { row: None, field: &field.id };
        let mut out = Vec::new();
        let value = if !holds(section, &Env::new(self.on, &self.cells)) {
            let unasked = self.hide(field, answer, place);
            self.report(index, unasked.into_iter().collect());
            return;
        } else if let Kind::Group(group) = field.kind {
            if !is_shown(field, &Env::new(self.on, &self.cells), self.on) {
                let unasked = self.hide(field, answer, place);
                self.report(index, unasked.into_iter().collect());
                return;
            }
            self.fill_rows(field, group, answer, &mut out);
            Val::Rows(group)
        } else {
            match read(field, answer, &Env::new(self.on, &self.cells), place, &mut out) {
                Some(value) => value,
                None => {
                    let unasked = self.hide(field, answer, place);
                    self.report(index, unasked.into_iter().collect());
                    return;
                }
            }
        };
        self.report(index, out);
        set(&mut self.shown, index, true);
        set(&mut self.cells.fields, index, value);
    }

    fn fill_rows(
        &mut self,
        field: &'a Field,
        number: usize,
        answer: Option<&'a Value>,
        out: &mut Vec<Finding>,
    ) {
        let Some(group) = self.pack.groups.get(number) else { return };
        let Some(items) = answer.and_then(Value::as_array) else {
            if !is_blank(answer) {
                out.push(about(findings::WRONG_TYPE, field, field.id.clone()));
            }
            return;
        };
        if items.is_empty() {
            return;
        }
        if items.len() < group.min {
            out.push(about(findings::TOO_FEW, field, field.id.clone()).with("limit", group.min.to_string()));
        }
        if items.len() > group.max {
            out.push(about(findings::TOO_MANY, field, field.id.clone()).with("limit", group.max.to_string()));
        }
        for (row, item) in items.iter().take(group.max).enumerate() {
            let (values, row) = self.fill_row(field, group, row, item, out);
            if let (Some(cells), Some(rows)) = (self.cells.groups.get_mut(number), self.rows.get_mut(number))
            {
                cells.push(values);
                rows.push(row);
            }
        }
    }

    fn fill_row(
        &mut self,
        field: &'a Field,
        group: &'a Group,
        row: usize,
        item: &'a Value,
        out: &mut Vec<Finding>,
    ) -> (Vec<Val<'a>>, Row<'a>) {
        let path = Place { row: Some((&field.id, row)), field: "" }.path();
        if !matches!(item, Value::Object(_) | Value::Null) {
            out.push(about(findings::WRONG_TYPE, field, path.clone()));
        }
        let raw = RawAnswers::new(item, &group.fields, self.on, &path, out);
        let mut values: Vec<Val<'a>> = vec![Val::Null; group.fields.len()];
        let mut shown = vec![false; group.fields.len()];
        // Read in an order of need, reported in the order of the form.
        let mut found: Vec<Vec<Finding>> = vec![vec![]; group.fields.len()];
        for index in &group.order {
            let (Some(inner), Some(found)) = (group.fields.get(*index), found.get_mut(*index)) else {
                continue;
            };
            let place = Place { row: Some((&field.id, row)), field: &inner.id };
            let answer = raw.get(*index);
            match read(inner, answer, &Env::in_row(self.on, &self.cells, &values), place, found) {
                Some(value) => {
                    set(&mut shown, *index, true);
                    set(&mut values, *index, value);
                }
                None => found.extend(self.hide(inner, answer, place)),
            }
        }
        found.iter_mut().for_each(|found| out.append(found));
        (values, Row { raw, shown })
    }

    /// What the other answers do not ask for is forgotten, or said: whoever wrote it means it to count. A "no" says nothing.
    fn hide(&mut self, field: &Field, answer: Option<&Value>, place: Place<'_>) -> Option<Finding> {
        if is_blank(answer) {
            return None;
        }
        if field.clear {
            self.cleared.push(place.path());
            return None;
        }
        // What the applicant's own card fills in by itself nobody wrote.
        let of_card = |role: &Role| {
            let is_own = |(index, _): &(usize, String)| {
                self.pack.fields.get(*index).is_some_and(|own| own.id == field.id)
            };
            role.role == "applicant" && role.group.is_none() && role.map.iter().any(is_own)
        };
        let is_filled = place.row.is_none() && self.pack.persons.iter().any(of_card);
        let is_said = field.value.is_none()
            && !is_filled
            && answer != Some(&Value::Bool(false))
            && field.days.hold(self.on);
        is_said.then(|| about(findings::NOT_ASKED, field, place.path()))
    }
}

/// The value of a field that is no group; none if it is hidden.
fn read<'a>(
    field: &'a Field,
    answer: Option<&'a Value>,
    env: &Env<'_>,
    place: Place<'_>,
    out: &mut Vec<Finding>,
) -> Option<Val<'a>> {
    if !is_shown(field, env, env.on) {
        return None;
    }
    let Some(value) = &field.value else {
        return Some(answers::read(field, answer, env.on, place, out));
    };
    let value = value.value(env).into_owned();
    // An answer to a calculated field must be the calculated value.
    if !is_blank(answer) && answer != Some(&(&value).into()) {
        out.push(about(findings::NOT_CALCULATED, field, place.path()));
    }
    Some(value)
}

fn is_shown(field: &Field, env: &Env<'_>, on: Date) -> bool {
    field.days.hold(on) && holds(field.visible.as_ref(), env)
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}
