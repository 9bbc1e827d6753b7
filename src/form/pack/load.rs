//! JSON to a [`Pack`]: strict about names and types, and all mistakes are collected for the author.

use std::fmt;

use super::{Bilingual, Choice, Days, Field, Group, Kind, Pack, Required, Role, Rule, Section, order};
use crate::date::Date;
use crate::finding::{Basis, BasisStatus, Severity};
use crate::form::rule::{Expression, Scope, Type};
use crate::identity;
use crate::json::{self, Value};

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the file: `sections[0].fields[2].visible`.
    pub path: String,
    /// What is wrong, in English.
    pub words: String,
}

/// Rows and fields that a pack may have: far above the largest form, low enough to bound every evaluation.
const MAX_FIELDS: usize = 300;
const MAX_ROWS: usize = 50;

pub(super) fn load(text: &str) -> Result<Pack, Vec<Mistake>> {
    let value = json::parse(text, json::LIMITS)
        .map_err(|error| vec![Mistake { path: String::new(), words: error.to_string() }])?;
    let mut loader = Loader::default();
    let pack = loader.pack(&value);
    if loader.mistakes.is_empty() { Ok(pack) } else { Err(loader.mistakes) }
}

#[derive(Default)]
struct Loader {
    mistakes: Vec<Mistake>,
    scope: Scope,
}

/// A value and where it stands.
#[derive(Clone)]
struct At<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> At<'v> {
    fn get(&self, name: &str) -> Option<At<'v>> {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        self.value.get(name).map(|value| At { value, path })
    }

    fn items(&self) -> Vec<At<'v>> {
        let items = self.value.as_array().unwrap_or_default().iter().enumerate();
        items.map(|(index, value)| At { value, path: format!("{}[{index}]", self.path) }).collect()
    }

    fn list(&self, name: &str) -> Vec<At<'v>> {
        self.get(name).map(|list| list.items()).unwrap_or_default()
    }
}

impl Loader {
    fn pack(&mut self, value: &Value) -> Pack {
        let root = At { value, path: String::new() };
        self.only(&root, &PACK);
        let (mut fields, mut groups) = (Vec::new(), Vec::new());
        let sections_at = root.list("sections");
        // Names first: expressions may ask for any field.
        for section in &sections_at {
            for field in section.list("fields") {
                let kind = field.get("type").and_then(|kind| kind.value.as_str()).unwrap_or("");
                let name = self.text(&field, "id");
                let group = self.scope.groups.len();
                if kind == "group" {
                    let rows = field.list("fields");
                    let rows = rows.iter().map(|row| (self.text(row, "id"), bare_type(row, 0))).collect();
                    self.scope.groups.push(rows);
                }
                self.scope.fields.push((name, bare_type(&field, group)));
            }
        }
        self.names(&sections_at);
        let mut sections = Vec::new();
        for (index, at) in sections_at.iter().enumerate() {
            self.only(at, &SECTION);
            self.words(at, "title");
            self.words_maybe(at, "note");
            sections.push(Section { id: self.text(at, "id"), visible: self.condition(at, "visible", None) });
            for field in at.list("fields") {
                fields.push(self.field(&field, index, None, &mut groups));
            }
        }
        for (index, field) in fields.iter().enumerate() {
            if let Kind::Group(group) = field.kind
                && let Some(group) = groups.get_mut(group)
            {
                group.field = index;
            }
        }
        let rules = root.list("rules").iter().filter_map(|rule| self.rule(rule)).collect();
        let persons = root.list("persons").iter().map(|person| self.person(person)).collect::<Vec<_>>();
        if !persons.iter().any(|person| person.role == "applicant") {
            self.mistake("persons", "there is no role `applicant`");
        }
        let papers = self.rest(&root);
        let order = order::of_form(&fields, &groups, &sections).unwrap_or_else(|index| {
            let name = fields.get(index).map_or("", |field| field.id.as_str());
            self.mistake("sections", &format!("conditions or values of `{name}` go round in a circle"));
            vec![]
        });
        let id = self.text(&root, "id");
        let days = self.days(&root);
        if days.from.is_none() {
            self.mistake("effectiveFrom", "a first day is needed");
        }
        Pack {
            version: self.text(&root, "version"),
            days,
            title: self.words(&root, "title"),
            citation: self.basis(&root, "citation"),
            fields,
            groups,
            sections,
            rules,
            persons,
            papers,
            order,
            source: value.clone(),
            id,
        }
    }

    /// Ids are well-formed and stand once.
    fn names(&mut self, sections: &[At<'_>]) {
        let Scope { fields, groups } = self.scope.clone();
        if sections.is_empty() {
            self.mistake("sections", "a form has sections");
        }
        if fields.len() > MAX_FIELDS {
            self.mistake("sections", &format!("at most {MAX_FIELDS} fields"));
        }
        for names in std::iter::once(&fields).chain(&groups) {
            for (index, (name, _)) in names.iter().enumerate() {
                let camel = name.starts_with(|c: char| c.is_ascii_lowercase())
                    && name.chars().all(|c| c.is_ascii_alphanumeric());
                if !camel || ["on", "row", "has", "in", "true", "false", "null"].contains(&name.as_str()) {
                    self.mistake("sections", &format!("`{name}` cannot be a field's id"));
                }
                if names.iter().take(index).any(|other| other.0 == *name) {
                    self.mistake("sections", &format!("`{name}` stands twice"));
                }
            }
        }
    }

    fn field(
        &mut self,
        at: &At<'_>,
        section: usize,
        row_of: Option<usize>,
        groups: &mut Vec<Group>,
    ) -> Field {
        self.only(at, &FIELD);
        let words = at.get("words");
        if let Some(words) = &words {
            self.only(words, &["missing", "wrong"]);
        }
        for name in ["hint", "placeholder", "unit", "row"] {
            self.words_maybe(at, name);
        }
        let mut own_words = |name| words.as_ref().and_then(|words| self.words_maybe(words, name));
        let (missing, wrong) = (own_words("missing"), own_words("wrong"));
        let kind = self.kind(at, section, row_of, groups);
        let value = at.get("value").and_then(|_| self.expression(at, "value", row_of));
        let wanted = Field::rule_type(&kind);
        if let Some(other) = value.as_ref().map(Expression::kind).filter(|kind| **kind != wanted) {
            self.mistake(
                &format!("{}.value", at.path),
                &format!("the field holds {wanted}, this gives {other}"),
            );
        }
        let required = match at.get("required").map(|required| required.value) {
            None | Some(Value::Bool(false)) => Required::No,
            Some(Value::Bool(true)) => Required::Always,
            Some(_) => self.condition(at, "required", row_of).map_or(Required::No, Required::When),
        };
        if at.get("default").is_some() && matches!(kind, Kind::Boolean) {
            self.mistake(&at.path, "nothing is pre-ticked: a boolean has no default");
        }
        Field {
            id: self.text(at, "id"),
            kind,
            label: self.words(at, "label"),
            required,
            visible: self.condition(at, "visible", row_of),
            section,
            value,
            clear: self.one_of(at, "whenHidden", &["keep", "clear"]) == Some("clear"),
            missing,
            wrong,
            basis: at.get("basis").map(|_| self.basis(at, "basis")),
            days: self.days(at),
        }
    }

    fn kind(&mut self, at: &At<'_>, section: usize, row_of: Option<usize>, groups: &mut Vec<Group>) -> Kind {
        let name = self.text(at, "type");
        let (min, max) = (self.whole(at, "min"), self.whole(at, "max"));
        let count = |number: Option<i64>, otherwise: usize| {
            number.map_or(otherwise, |number| usize::try_from(number).unwrap_or(0))
        };
        let flag = |name: &str| at.get(name).and_then(|flag| flag.value.as_bool()).unwrap_or(false);
        match name.as_str() {
            "text" => Kind::Text {
                min: count(self.whole(at, "minLength"), 0),
                max: count(self.whole(at, "maxLength"), 250),
                multiline: flag("multiline"),
                masks: match at.get("pattern") {
                    Some(pattern) if pattern.value.as_array().is_some() => pattern
                        .items()
                        .iter()
                        .filter_map(|mask| mask.value.as_str())
                        .map(str::to_owned)
                        .collect(),
                    Some(pattern) => pattern.value.as_str().map(str::to_owned).into_iter().collect(),
                    None => vec![],
                },
            },
            "name" => Kind::Name { max: count(self.whole(at, "maxLength"), 100), one_word: flag("oneWord") },
            "pin" => Kind::Pin,
            "date" => {
                let names: Vec<&str> = at.list("precision").iter().filter_map(|p| p.value.as_str()).collect();
                let may = |name: &str| names.contains(&name);
                let precision = if names.is_empty() {
                    [true, false, false]
                } else {
                    [may("day"), may("month"), may("year")]
                };
                let (earliest, latest) =
                    (self.bound(at, "earliest", row_of), self.bound(at, "latest", row_of));
                Kind::Date { precision, earliest, latest }
            }
            "choice" => Kind::Choice { choices: self.choices(at, row_of), open: flag("open") },
            "multiChoice" => {
                let choices = self.choices(at, row_of);
                let all = choices.len();
                Kind::MultiChoice { choices, min: count(min, 0), max: count(max, all) }
            }
            "boolean" => Kind::Boolean,
            // JSON's numbers are exact up to 2^53.
            "number" | "money" => {
                Kind::Number { min: min.unwrap_or(0), max: max.unwrap_or(9_007_199_254_740_991) }
            }
            "address" => Kind::Address,
            "phone" => Kind::Phone { mobile: flag("mobile") },
            "email" => Kind::Email,
            "taxCode" => Kind::TaxCode,
            "bhyt" => Kind::Bhyt,
            "passport" => Kind::Passport,
            "licence" => Kind::Licence,
            "cmnd" => Kind::Cmnd,
            "bankAccount" => Kind::BankAccount,
            "attachment" => {
                let types: Vec<String> = at
                    .list("types")
                    .iter()
                    .filter_map(|kind| kind.value.as_str())
                    .map(str::to_owned)
                    .collect();
                let usual = || ["image/jpeg", "image/png", "application/pdf"].map(str::to_owned).to_vec();
                Kind::Attachment {
                    min: count(min, 0),
                    max: count(max, 1).min(MAX_ROWS),
                    max_bytes: self.whole(at, "maxBytes").unwrap_or(10_000_000),
                    types: if types.is_empty() { usual() } else { types },
                }
            }
            "group" if row_of.is_none() => {
                let group = groups.len();
                let rows = at.list("fields");
                let fields: Vec<Field> =
                    rows.iter().map(|row| self.field(row, section, Some(group), &mut Vec::new())).collect();
                if count(max, 20) > MAX_ROWS {
                    self.mistake(&at.path, &format!("at most {MAX_ROWS} rows"));
                }
                let order = order::of_row(&fields).unwrap_or_else(|_| {
                    self.mistake(&at.path, "conditions or values of a row go round in a circle");
                    vec![]
                });
                groups.push(Group { field: 0, fields, order, min: count(min, 0), max: count(max, 20) });
                Kind::Group(group)
            }
            "group" => {
                self.mistake(&at.path, "a group inside a group");
                Kind::Boolean
            }
            other => {
                self.mistake(&at.path, &format!("there is no type `{other}`"));
                Kind::Boolean
            }
        }
    }

    fn bound(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) -> Option<Expression> {
        let expression = self.expression(at, name, row_of)?;
        if *expression.kind() != Type::Date {
            let words = format!("a date is needed, this gives {}", expression.kind());
            self.mistake(&format!("{}.{name}", at.path), &words);
        }
        Some(expression)
    }

    fn choices(&mut self, at: &At<'_>, row_of: Option<usize>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        for choice in at.list("choices") {
            self.only(&choice, &["value", "label", "visible", "effectiveFrom", "effectiveTo"]);
            let value = self.text(&choice, "value");
            let days = self.days(&choice);
            if choices.iter().any(|other| other.value == value && other.days.overlap(days)) {
                self.mistake(&choice.path, &format!("`{value}` stands twice"));
            }
            let label = self.words(&choice, "label");
            choices.push(Choice { value, label, visible: self.condition(&choice, "visible", row_of), days });
        }
        if choices.is_empty() {
            self.mistake(&at.path, "there are no choices");
        }
        choices
    }

    fn rule(&mut self, at: &At<'_>) -> Option<Rule> {
        self.only(at, &RULE);
        let each = at.get("each").map(|_| self.text(at, "each"));
        let group = match &each {
            Some(name) => Some(self.group(at, name)?),
            None => None,
        };
        let name = self.text(at, "at");
        let names = match group {
            Some(group) => self.scope.groups.get(group),
            None => Some(&self.scope.fields),
        };
        let field = names.and_then(|names| names.iter().position(|field| field.0 == name));
        let Some(field) = field else {
            self.mistake(&format!("{}.at", at.path), &format!("there is no field `{name}`"));
            return None;
        };
        let basis = self.basis(at, "basis");
        let severity = match self.one_of(at, "severity", &["error", "warning", "info"]) {
            Some("error") => Severity::Error,
            Some("warning") => Severity::Warning,
            _ => Severity::Info,
        };
        if severity == Severity::Error && basis.status == BasisStatus::Unconfirmed {
            self.mistake(&at.path, "an unconfirmed basis carries no error: `warning` or `info`");
        }
        let (words, next) = (self.words(at, "words"), self.words_maybe(at, "next"));
        let join = |first: String, next: Option<&String>| {
            next.map_or(first.clone(), |next| format!("{first} {next}"))
        };
        Some(Rule {
            code: self.text(at, "code"),
            severity,
            at: field,
            each: group,
            when: self.condition(at, "when", group),
            check: self.condition(at, "check", group)?,
            words: Bilingual {
                vi: join(words.vi, next.as_ref().map(|next| &next.vi)),
                en: join(words.en, next.as_ref().map(|next| &next.en)),
            },
            basis,
            days: self.days(at),
        })
    }

    fn person(&mut self, at: &At<'_>) -> Role {
        self.only(at, &["role", "label", "hint", "when", "group", "map"]);
        self.words(at, "label");
        self.words_maybe(at, "hint");
        let group = at.get("group").map(|_| self.text(at, "group")).and_then(|name| self.group(at, &name));
        let names = match group {
            Some(group) => self.scope.groups.get(group).cloned().unwrap_or_default(),
            None => self.scope.fields.clone(),
        };
        let mut map = Vec::new();
        let members = at.get("map").and_then(|map| map.value.as_object()).unwrap_or_default();
        for (name, from) in members {
            let from = from.as_str().unwrap_or("");
            let known = identity::Field::from_name(from).is_some()
                || ["fullName.surname", "fullName.givenNames"].contains(&from);
            match names.iter().position(|field| field.0 == *name) {
                Some(field) if known => map.push((field, from.to_owned())),
                Some(_) => {
                    self.mistake(&format!("{}.map.{name}", at.path), &format!("a person has no `{from}`"))
                }
                None => self.mistake(&format!("{}.map.{name}", at.path), "there is no such field"),
            }
        }
        Role { role: self.text(at, "role"), when: self.condition(at, "when", None), group, map }
    }

    /// What describes the form only: checked, so that an author's mistake does not wait for the page.
    fn rest(&mut self, root: &At<'_>) -> Vec<(String, Option<Expression>)> {
        self.words(root, "notice");
        for words in root.list("unconfirmed") {
            self.bilingual(&words);
        }
        let mut papers = Vec::new();
        for paper in root.list("papers") {
            self.only(&paper, &["id", "label", "kind", "when", "optional", "inDatabase", "note", "basis"]);
            self.words(&paper, "label");
            self.words_maybe(&paper, "note");
            self.basis(&paper, "basis");
            self.one_of(&paper, "kind", &["original", "copy", "present"]);
            let id = self.text(&paper, "id");
            papers.push((id, self.condition(&paper, "when", None)));
        }
        let Some(print) = root.get("print") else { return papers };
        self.only(&print, &["title", "subtitle", "heading", "lines", "signatures", "notes"]);
        self.words(&print, "title");
        self.words_maybe(&print, "subtitle");
        for line in print.list("lines").iter().chain(&print.list("signatures")) {
            self.only(line, &["fields", "text", "title", "note", "visible"]);
            for name in ["text", "title", "note"] {
                self.words_maybe(line, name);
            }
            for field in line.list("fields") {
                let name = field.value.as_str().unwrap_or("");
                if !self.scope.fields.iter().any(|other| other.0 == name) {
                    self.mistake(&field.path, &format!("there is no field `{name}`"));
                }
            }
            self.condition(line, "visible", None);
        }
        for note in print.list("notes") {
            self.bilingual(&note);
        }
        papers
    }

    fn group(&mut self, at: &At<'_>, name: &str) -> Option<usize> {
        let kind = self.scope.fields.iter().find(|field| field.0 == name).map(|field| &field.1);
        if let Some(Type::Rows(group)) = kind {
            return Some(*group);
        }
        self.mistake(&at.path, &format!("there is no group `{name}`"));
        None
    }

    fn condition(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) -> Option<Expression> {
        let expression = self.expression(at, name, row_of)?;
        if *expression.kind() != Type::Bool {
            let words = format!("a condition must be true or false, this is {}", expression.kind());
            self.mistake(&format!("{}.{name}", at.path), &words);
        }
        Some(expression)
    }

    fn expression(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) -> Option<Expression> {
        let found = at.get(name)?;
        let Some(text) = found.value.as_str() else {
            self.mistake(&found.path, "an expression is a text");
            return None;
        };
        match Expression::new(text, &self.scope, row_of) {
            Ok(expression) => Some(expression),
            Err(mistake) => {
                self.mistake(&found.path, &format!("{mistake} — {text}"));
                None
            }
        }
    }

    fn days(&mut self, at: &At<'_>) -> Days {
        let mut day = |name: &str| {
            let found = at.get(name)?;
            let day = found.value.as_str().and_then(Date::from_iso);
            if day.is_none() {
                self.mistake(&found.path, "a day is written YYYY-MM-DD");
            }
            day
        };
        let days = Days { from: day("effectiveFrom"), to: day("effectiveTo") };
        if matches!((days.from, days.to), (Some(from), Some(to)) if to < from) {
            self.mistake(&at.path, "it ends before it begins");
        }
        days
    }

    fn basis(&mut self, at: &At<'_>, name: &str) -> Basis {
        let Some(found) = at.get(name) else {
            self.mistake(&at.path, &format!("`{name}` is missing: what does it rest on?"));
            return Basis { document: String::new(), article: None, status: BasisStatus::Unconfirmed };
        };
        self.only(&found, &["document", "article", "status"]);
        let read = self.one_of(&found, "status", &["read", "unconfirmed"]) == Some("read");
        if found.get("status").is_none() {
            self.mistake(&found.path, "`status` is missing: read, or unconfirmed?");
        }
        Basis {
            document: self.text(&found, "document"),
            article: found.get("article").map(|_| self.text(&found, "article")),
            status: if read { BasisStatus::Read } else { BasisStatus::Unconfirmed },
        }
    }

    fn words(&mut self, at: &At<'_>, name: &str) -> Bilingual {
        match at.get(name) {
            Some(words) => self.bilingual(&words),
            None => {
                self.mistake(&at.path, &format!("`{name}` is missing"));
                Bilingual { vi: String::new(), en: String::new() }
            }
        }
    }

    fn words_maybe(&mut self, at: &At<'_>, name: &str) -> Option<Bilingual> {
        at.get(name).map(|words| self.bilingual(&words))
    }

    fn bilingual(&mut self, at: &At<'_>) -> Bilingual {
        self.only(at, &["vi", "en"]);
        Bilingual { vi: self.text(at, "vi"), en: self.text(at, "en") }
    }

    fn text(&mut self, at: &At<'_>, name: &str) -> String {
        let text = at.get(name).and_then(|found| found.value.as_str()).unwrap_or("");
        if text.trim().is_empty() {
            self.mistake(&at.path, &format!("`{name}` is missing, or no text"));
        }
        text.to_owned()
    }

    fn whole(&mut self, at: &At<'_>, name: &str) -> Option<i64> {
        let found = at.get(name)?;
        let number = found.value.as_f64().and_then(crate::form::answers::whole);
        if number.is_none() {
            self.mistake(&found.path, "a whole number is needed");
        }
        number
    }

    fn one_of(&mut self, at: &At<'_>, name: &str, words: &[&'static str]) -> Option<&'static str> {
        let found = at.get(name)?;
        let word = words.iter().copied().find(|word| found.value.as_str() == Some(word));
        if word.is_none() {
            self.mistake(&found.path, &format!("one of {}", words.join(", ")));
        }
        word
    }

    fn only(&mut self, at: &At<'_>, names: &[&str]) {
        let Some(members) = at.value.as_object() else {
            self.mistake(&at.path, "an object is needed");
            return;
        };
        for (name, _) in members.iter().filter(|(name, _)| !names.contains(&name.as_str())) {
            self.mistake(&at.path, &format!("`{name}` has no meaning here"));
        }
    }

    fn mistake(&mut self, path: &str, words: &str) {
        self.mistakes.push(Mistake { path: path.to_owned(), words: words.to_owned() });
    }
}

const PACK: [&str; 14] = [
    "$schema",
    "id",
    "version",
    "effectiveFrom",
    "effectiveTo",
    "title",
    "notice",
    "citation",
    "unconfirmed",
    "persons",
    "sections",
    "rules",
    "papers",
    "print",
];
const SECTION: [&str; 5] = ["id", "title", "note", "visible", "fields"];
const FIELD: [&str; 37] = [
    "id",
    "type",
    "label",
    "number",
    "hint",
    "placeholder",
    "required",
    "visible",
    "value",
    "default",
    "whenHidden",
    "words",
    "autocomplete",
    "sensitive",
    "basis",
    "effectiveFrom",
    "effectiveTo",
    "minLength",
    "maxLength",
    "multiline",
    "pattern",
    "oneWord",
    "precision",
    "earliest",
    "latest",
    "choices",
    "open",
    "min",
    "max",
    "unit",
    "abroad",
    "mobile",
    "maxBytes",
    "types",
    "fields",
    "rows",
    "row",
];
const RULE: [&str; 11] = [
    "code",
    "severity",
    "at",
    "each",
    "when",
    "check",
    "words",
    "next",
    "basis",
    "effectiveFrom",
    "effectiveTo",
];

/// The type of a field whose bounds were not read yet.
fn bare_type(at: &At<'_>, group: usize) -> Type {
    match at.get("type").and_then(|kind| kind.value.as_str()).unwrap_or("") {
        "date" => Type::Date,
        "number" | "money" => Type::Number,
        "boolean" => Type::Bool,
        "multiChoice" => Type::List(Box::new(Type::Text)),
        "attachment" => Type::Files,
        "group" => Type::Rows(group),
        _ => Type::Text,
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "the pack" } else { &self.path }, self.words)
    }
}
