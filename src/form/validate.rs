//! Every rule of the day against the answers; hidden fields take no part.

use super::answers::{self, LISTED, about};
use super::findings;
use super::pack::{Field, Group, Kind, Pack, Required, Rule};
use super::rule::{Cells, Env, Expression, Val};
use crate::Options;
use crate::date::Date;
use crate::finding::{BasisStatus, Finding, Severity};
use crate::json::Value;
use crate::sorting;

/// What `validate` found.
#[derive(Clone, Debug)]
pub struct Validation {
    /// No finding is an error.
    pub ok: bool,
    /// Fields in the order of the form, then rules in the order of the pack.
    pub findings: Vec<Finding>,
    /// Paths of the fields that are shown: `members`, `members[0].pin`.
    pub visible: Vec<String>,
    /// Paths of those that must be answered.
    pub required: Vec<String>,
    /// Values of calculated fields, by path.
    pub calculated: Vec<(String, Value)>,
    /// Paths of answers that the page forgets, because their field was hidden.
    pub cleared: Vec<String>,
    /// Choices that are not offered as the answers stand, by path.
    pub unavailable: Vec<(String, Value)>,
    /// Roles whose card can be asked for as the answers stand.
    pub roles: Vec<String>,
    /// Ids of the papers that are needed as the answers stand.
    pub papers: Vec<String>,
}

/// Checks `answers` by the rules of the day `on`. Any JSON is answered with findings.
pub fn validate(pack: &Pack, answers: &Value, on: Date) -> Validation {
    Checked::new(pack, answers, on).into_validation()
}

impl Validation {
    /// The contract's result; `papers` are the pack's, those that are needed as the answers stand.
    pub fn to_json(&self, pack: &Pack, options: Options) -> Value {
        let paths = |paths: &[String]| Value::Array(paths.iter().map(|path| path.as_str().into()).collect());
        let papers = pack.source.get("papers").and_then(Value::as_array).unwrap_or_default().iter();
        let needed = |paper: &&Value| {
            let id = paper.get("id").and_then(Value::as_str).unwrap_or("");
            self.papers.iter().any(|paper| paper == id)
        };
        let papers = papers.filter(needed).map(|paper| super::describe::said(paper, options)).collect();
        let findings = self.findings.iter().map(|finding| finding.to_json(options.locale)).collect();
        Value::Object(vec![
            ("ok".into(), self.ok.into()),
            ("findings".into(), Value::Array(findings)),
            ("visible".into(), paths(&self.visible)),
            ("required".into(), paths(&self.required)),
            ("calculated".into(), Value::Object(self.calculated.clone())),
            ("cleared".into(), paths(&self.cleared)),
            ("unavailable".into(), Value::Object(self.unavailable.clone())),
            ("roles".into(), paths(&self.roles)),
            ("papers".into(), Value::Array(papers)),
        ])
    }
}

/// The answers as they count on the day: read, hidden ones left out, calculated ones filled in.
pub(super) struct Checked<'a> {
    pack: &'a Pack,
    on: Date,
    given: Members<'a>,
    cells: Cells<'a>,
    /// By field.
    shown: Vec<bool>,
    /// By group, row and field of the row.
    rows: Vec<Vec<Row<'a>>>,
    /// With the field of the form, for the order.
    found: Vec<(usize, Finding)>,
    cleared: Vec<String>,
    /// Findings that belong to no field.
    loose: Vec<Finding>,
}

struct Row<'a> {
    given: Members<'a>,
    shown: Vec<bool>,
}

impl<'a> Checked<'a> {
    pub(super) fn new(pack: &'a Pack, answers: &'a Value, on: Date) -> Self {
        let mut loose = Vec::new();
        if !matches!(answers, Value::Object(_) | Value::Null) {
            loose.push(Finding::new(findings::WRONG_TYPE, "").with_words("field", "Tờ khai", "The form"));
        }
        let given = Members::new(answers);
        let known = |name: &str| pack.fields.iter().any(|field| field.id == name && field.days.hold(on));
        given.unknown(&known, "", &mut loose);
        let mut checked = Self {
            pack,
            on,
            given,
            cells: Cells {
                fields: vec![Val::Null; pack.fields.len()],
                groups: vec![vec![]; pack.groups.len()],
            },
            shown: vec![false; pack.fields.len()],
            rows: pack.groups.iter().map(|_| vec![]).collect(),
            found: Vec::new(),
            cleared: Vec::new(),
            loose,
        };
        for index in &pack.order {
            checked.fill(*index);
        }
        for (index, field) in pack.fields.iter().enumerate() {
            checked.complete(index, field);
        }
        checked
    }

    /// The value of one field; what it asks for is known already.
    fn fill(&mut self, index: usize) {
        let Some(field) = self.pack.fields.get(index) else { return };
        let answer = self.given.get(&field.id);
        let env = Env::new(self.on, &self.cells);
        let section = self.pack.sections.get(field.section).and_then(|section| section.visible.as_ref());
        let shown = field.days.hold(self.on) && holds(section, &env) && holds(field.visible.as_ref(), &env);
        if !shown {
            if field.clear && !answers::is_blank(answer) {
                self.cleared.push(field.id.clone());
            }
            return;
        }
        let mut out = Vec::new();
        let path = || field.id.clone();
        let value = match (&field.kind, &field.value) {
            (Kind::Group(group), _) => {
                self.fill_rows(index, *group, answer, &mut out);
                Val::Rows(*group)
            }
            (_, Some(value)) => {
                let value = value.value(&env).into_owned();
                compare(field, answer, &value, &path, &mut out);
                value
            }
            _ => answers::read(field, answer, self.on, &path, &mut out),
        };
        self.found.extend(out.into_iter().map(|finding| (index, finding)));
        set(&mut self.shown, index, true);
        set(&mut self.cells.fields, index, value);
    }

    fn fill_rows(&mut self, index: usize, number: usize, answer: Option<&'a Value>, out: &mut Vec<Finding>) {
        let (Some(field), Some(group)) = (self.pack.fields.get(index), self.pack.groups.get(number)) else {
            return;
        };
        if answers::is_blank(answer) && answer.and_then(Value::as_array).is_none_or(<[Value]>::is_empty) {
            return;
        }
        let Some(items) = answer.and_then(Value::as_array) else {
            out.push(about(findings::WRONG_TYPE, field, field.id.clone()));
            return;
        };
        for (code, limit, wrong) in [
            (findings::TOO_FEW, group.min, items.len() < group.min),
            (findings::TOO_MANY, group.max, items.len() > group.max),
        ] {
            if wrong {
                out.push(about(code, field, field.id.clone()).with("limit", limit.to_string()));
            }
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
        let place = format!("{}[{row}]", field.id);
        if !matches!(item, Value::Object(_) | Value::Null) {
            out.push(about(findings::WRONG_TYPE, field, place.clone()));
        }
        let given = Members::new(item);
        given.unknown(
            &|name| group.fields.iter().any(|field| field.id == name && field.days.hold(self.on)),
            &place,
            out,
        );
        let mut values: Vec<Val<'a>> = vec![Val::Null; group.fields.len()];
        let mut shown = vec![false; group.fields.len()];
        // Read in an order of need, told in the order of the form.
        let mut told: Vec<(usize, Finding)> = Vec::new();
        for index in &group.order {
            let Some(field) = group.fields.get(*index) else { continue };
            let answer = given.get(&field.id);
            let path = || format!("{place}.{}", field.id);
            let env = Env::in_row(self.on, &self.cells, &values);
            if !field.days.hold(self.on) || !holds(field.visible.as_ref(), &env) {
                if field.clear && !answers::is_blank(answer) {
                    self.cleared.push(path());
                }
                continue;
            }
            let mut here = Vec::new();
            let value = match &field.value {
                Some(value) => {
                    let value = value.value(&env).into_owned();
                    compare(field, answer, &value, &path, &mut here);
                    value
                }
                None => answers::read(field, answer, self.on, &path, &mut here),
            };
            told.extend(here.into_iter().map(|finding| (*index, finding)));
            set(&mut shown, *index, true);
            set(&mut values, *index, value);
        }
        sorting::sort_by_key(&mut told, |(index, _)| *index);
        out.extend(told.into_iter().map(|(_, finding)| finding));
        (values, Row { given, shown })
    }

    /// What can only be said once every value is known.
    fn complete(&mut self, index: usize, field: &'a Field) {
        if !self.shown.get(index).is_some_and(|shown| *shown) {
            return;
        }
        let mut out = Vec::new();
        let env = Env::new(self.on, &self.cells);
        let value = self.cells.fields.get(index).unwrap_or(&Val::Null);
        let path = || field.id.clone();
        if let Kind::Group(group) = field.kind {
            let rows = self.cells.groups.get(group).map_or(&[][..], Vec::as_slice);
            let given = self.given.get(&field.id);
            if rows.is_empty() && answers::is_blank(given) && is_required(field, &env) {
                out.push(self.missing(field, path()));
            }
            let fields = self.pack.groups.get(group).map_or(&[][..], |group| &group.fields);
            let shown = self.rows.get(group).map_or(&[][..], Vec::as_slice);
            for (number, (values, row)) in rows.iter().zip(shown).enumerate() {
                let env = Env::in_row(self.on, &self.cells, values);
                for ((field, value), shown) in fields.iter().zip(values).zip(&row.shown) {
                    if *shown {
                        let path = || {
                            format!(
                                "{}[{number}].{}",
                                self.pack.fields.get(index).map_or("", |f| &f.id),
                                field.id
                            )
                        };
                        self.complete_one(field, value, row.given.get(&field.id), &env, &path, &mut out);
                    }
                }
            }
        } else {
            self.complete_one(field, value, self.given.get(&field.id), &env, &path, &mut out);
        }
        self.found.extend(out.into_iter().map(|finding| (index, finding)));
    }

    fn complete_one(
        &self,
        field: &'a Field,
        value: &Val<'_>,
        given: Option<&Value>,
        env: &Env<'_>,
        path: &dyn Fn() -> String,
        out: &mut Vec<Finding>,
    ) {
        let unanswered =
            matches!(value, Val::Null | Val::Unknown) && (answers::is_blank(given) || field.value.is_some());
        if unanswered && is_required(field, env) {
            out.push(self.missing(field, path()));
        }
        match &field.kind {
            Kind::Date { earliest, latest, .. } => {
                let bound = |bound: &Option<Expression>| match bound.as_ref().map(|bound| bound.value(env)) {
                    Some(Val::Day(span)) => Some(span),
                    _ => None,
                };
                let Val::Day(day) = value else { return };
                if bound(earliest).is_some_and(|bound| day.less(bound) == Some(true)) {
                    out.push(self.worded(field, about(findings::TOO_EARLY, field, path())));
                }
                if bound(latest).is_some_and(|bound| bound.less(*day) == Some(true)) {
                    out.push(self.worded(field, about(findings::TOO_LATE, field, path())));
                }
            }
            Kind::Choice { choices, .. } | Kind::MultiChoice { choices, .. } => {
                let chosen = |wanted: &str| match value {
                    Val::Text(text) => text == wanted,
                    Val::List(items) => {
                        items.iter().any(|item| matches!(item, Val::Text(text) if text == wanted))
                    }
                    _ => false,
                };
                let refused = choices.iter().filter(|choice| chosen(&choice.value)).any(|choice| {
                    let others =
                        choices.iter().any(|other| other.value == choice.value && other.days.hold(self.on));
                    !others || !holds(choice.visible.as_ref(), env)
                });
                if refused {
                    out.push(self.worded(field, about(findings::NOT_A_CHOICE, field, path())));
                }
            }
            _ => {}
        }
    }

    /// The form's shape rests on its citation, which is named only when it was read.
    fn missing(&self, field: &Field, path: String) -> Finding {
        let mut finding = about(findings::MISSING, field, path);
        if let Some(words) = &field.missing {
            finding = finding.in_words(&words.vi, &words.en);
        }
        let citation = Some(&self.pack.citation).filter(|citation| citation.status == BasisStatus::Read);
        let basis = field.basis.as_ref().or(citation);
        if basis.is_some_and(|basis| basis.status == BasisStatus::Unconfirmed) {
            finding.severity = Severity::Warning;
        }
        finding.basis = basis.cloned();
        finding
    }

    fn worded(&self, field: &Field, finding: Finding) -> Finding {
        match &field.wrong {
            Some(words) => finding.in_words(&words.vi, &words.en),
            None => finding,
        }
    }

    fn rules(&self, out: &mut Vec<Finding>) {
        for rule in self.pack.rules.iter().filter(|rule| rule.days.hold(self.on)) {
            let Some(group) = rule.each else {
                let env = Env::new(self.on, &self.cells);
                if self.shown.get(rule.at).is_some_and(|shown| *shown) && is_broken(rule, &env) {
                    let path = self.pack.fields.get(rule.at).map_or("", |field| field.id.as_str());
                    out.push(say(rule, path.to_owned()));
                }
                continue;
            };
            let Some(definition) = self.pack.groups.get(group) else { continue };
            let name = self.pack.fields.get(definition.field).map_or("", |field| field.id.as_str());
            let at = definition.fields.get(rule.at).map_or("", |field| field.id.as_str());
            let values = self.cells.groups.get(group).map_or(&[][..], Vec::as_slice);
            let rows = self.rows.get(group).map_or(&[][..], Vec::as_slice);
            for (number, (values, row)) in values.iter().zip(rows).enumerate() {
                let env = Env::in_row(self.on, &self.cells, values);
                if row.shown.get(rule.at).is_some_and(|shown| *shown) && is_broken(rule, &env) {
                    out.push(say(rule, format!("{name}[{number}].{at}")));
                }
            }
        }
    }

    pub(super) fn into_validation(mut self) -> Validation {
        let (mut visible, mut required) = (Vec::new(), Vec::new());
        self.each_shown(&mut |field, _, env, path| {
            if is_required(field, env) {
                required.push(path.clone());
            }
            visible.push(path);
        });
        let (mut calculated, mut unavailable) = (Vec::new(), Vec::new());
        self.each_shown(&mut |field, value, env, path| {
            if let Kind::Choice { choices, .. } | Kind::MultiChoice { choices, .. } = &field.kind {
                let hidden = choices.iter().filter(|choice| !holds(choice.visible.as_ref(), env));
                let hidden: Vec<Value> = hidden.map(|choice| choice.value.as_str().into()).collect();
                if !hidden.is_empty() {
                    unavailable.push((path.clone(), Value::Array(hidden)));
                }
            }
            if field.value.is_some() {
                calculated.push((path, plain(value)));
            }
        });
        let env = Env::new(self.on, &self.cells);
        let roles = self.pack.persons.iter().filter(|person| holds(person.when.as_ref(), &env));
        let roles = roles.map(|person| person.role.clone()).collect();
        let papers = self.pack.papers.iter().filter(|(_, when)| holds(when.as_ref(), &env));
        let papers = papers.map(|(id, _)| id.clone()).collect();
        sorting::sort_by_key(&mut self.found, |(index, _)| *index);
        let mut findings = std::mem::take(&mut self.loose);
        findings.extend(std::mem::take(&mut self.found).into_iter().map(|(_, finding)| finding));
        self.rules(&mut findings);
        Validation {
            ok: findings.iter().all(|finding| finding.severity != Severity::Error),
            findings,
            visible,
            required,
            calculated,
            cleared: self.cleared,
            unavailable,
            roles,
            papers,
        }
    }

    /// Shown fields in the order of the form, those of rows after their group.
    fn each_shown(&self, see: &mut dyn FnMut(&Field, &Val<'_>, &Env<'_>, String)) {
        let env = Env::new(self.on, &self.cells);
        let all = self.pack.fields.iter().zip(&self.cells.fields).zip(&self.shown);
        for ((field, value), _) in all.filter(|(_, shown)| **shown) {
            see(field, value, &env, field.id.clone());
            let Kind::Group(group) = field.kind else { continue };
            let Some(definition) = self.pack.groups.get(group) else { continue };
            let values = self.cells.groups.get(group).map_or(&[][..], Vec::as_slice);
            let rows = self.rows.get(group).map_or(&[][..], Vec::as_slice);
            for (number, (values, row)) in values.iter().zip(rows).enumerate() {
                let env = Env::in_row(self.on, &self.cells, values);
                let all = definition.fields.iter().zip(values).zip(&row.shown);
                for ((inner, value), _) in all.filter(|(_, shown)| **shown) {
                    see(inner, value, &env, format!("{}[{number}].{}", field.id, inner.id));
                }
            }
        }
    }

    /// The answers that count, in the order of the form: shown, not blank, calculated ones filled in.
    pub(super) fn kept(&self) -> Value {
        let mut members = Vec::new();
        let all = self.pack.fields.iter().zip(&self.cells.fields).zip(&self.shown);
        for ((field, value), _) in all.filter(|(_, shown)| **shown) {
            let Kind::Group(group) = field.kind else {
                members.extend(kept_one(field, value, &self.given));
                continue;
            };
            let Some(definition) = self.pack.groups.get(group) else { continue };
            let values = self.cells.groups.get(group).map_or(&[][..], Vec::as_slice);
            let rows = self.rows.get(group).map_or(&[][..], Vec::as_slice);
            let rows: Vec<Value> = values
                .iter()
                .zip(rows)
                .map(|(values, row)| {
                    let all =
                        definition.fields.iter().zip(values).zip(&row.shown).filter(|(_, shown)| **shown);
                    Value::Object(
                        all.filter_map(|((field, value), _)| kept_one(field, value, &row.given)).collect(),
                    )
                })
                .collect();
            if !rows.is_empty() {
                members.push((field.id.clone(), Value::Array(rows)));
            }
        }
        Value::Object(members)
    }
}

fn kept_one(field: &Field, value: &Val<'_>, given: &Members<'_>) -> Option<(String, Value)> {
    let answer = match &field.value {
        Some(_) => Some(plain(value)).filter(|value| !value.is_null()),
        None => given.get(&field.id).filter(|answer| !answers::is_blank(Some(answer))).cloned(),
    };
    answer.map(|answer| (field.id.clone(), answer))
}

/// A calculated value as JSON; what cannot be told is `null`.
fn plain(value: &Val<'_>) -> Value {
    match value {
        Val::Bool(truth) => (*truth).into(),
        Val::Number(span) => span.exact().into(),
        Val::Text(text) => text.as_ref().into(),
        Val::Day(span) => match span.exact() {
            Some(day) => day.to_string().into(),
            None if span.low.month() == span.high.month() => {
                format!("{:04}-{:02}", span.low.year(), span.low.month()).into()
            }
            None => format!("{:04}", span.low.year()).into(),
        },
        Val::List(items) => Value::Array(items.iter().map(plain).collect()),
        _ => Value::Null,
    }
}

/// An answer to a calculated field must be the calculated value.
fn compare(
    field: &Field,
    answer: Option<&Value>,
    value: &Val<'_>,
    path: &dyn Fn() -> String,
    out: &mut Vec<Finding>,
) {
    if !answers::is_blank(answer) && answer != Some(&plain(value)) {
        out.push(about(findings::NOT_CALCULATED, field, path()));
    }
}

fn is_required(field: &Field, env: &Env<'_>) -> bool {
    match &field.required {
        Required::No => false,
        Required::Always => true,
        Required::When(condition) => condition.truth(env) == Some(true),
    }
}

fn is_broken(rule: &Rule, env: &Env<'_>) -> bool {
    holds(rule.when.as_ref(), env) && rule.check.truth(env) == Some(false)
}

fn say(rule: &Rule, path: String) -> Finding {
    Finding::of_rule(&rule.code, rule.severity, path, &rule.words.vi, &rule.words.en)
        .based_on(rule.basis.clone())
}

/// No condition holds always; what cannot be told does not.
fn holds(condition: Option<&Expression>, env: &Env<'_>) -> bool {
    condition.is_none_or(|condition| condition.truth(env) == Some(true))
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}

/// The members of a JSON object, found quickly among ten thousand.
struct Members<'a> {
    sorted: Vec<(&'a str, &'a Value)>,
    all: &'a [(String, Value)],
}

impl<'a> Members<'a> {
    fn new(value: &'a Value) -> Self {
        let all = value.as_object().unwrap_or_default();
        let mut sorted: Vec<(&str, &Value)> =
            all.iter().map(|(name, value)| (name.as_str(), value)).collect();
        sorting::sort_by_key(&mut sorted, |(name, _)| *name);
        Self { sorted, all }
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        let index = self.sorted.binary_search_by_key(&name, |(name, _)| name).ok()?;
        self.sorted.get(index).map(|(_, value)| *value)
    }

    /// Says which members the form does not have, in the order in which they stand.
    fn unknown(&self, known: &dyn Fn(&str) -> bool, place: &str, out: &mut Vec<Finding>) {
        let mut more = 0_usize;
        for (count, (name, _)) in self.all.iter().filter(|(name, _)| !known(name)).enumerate() {
            if count < LISTED {
                let dot = if place.is_empty() { "" } else { "." };
                // A name can be a megabyte long.
                let name: String = name.chars().take(60).collect();
                out.push(Finding::new(findings::UNKNOWN_FIELD, format!("{place}{dot}{name}")));
            } else {
                more = more.saturating_add(1);
            }
        }
        if more > 0 {
            out.push(Finding::new(findings::MORE_LIKE_THIS, place).with("count", more.to_string()));
        }
    }
}
