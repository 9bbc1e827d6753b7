//! Strict about names and types; all mistakes are collected for the author.

use super::at::{At, Linter};
use super::field::type_of;
use super::members::{PACK, RULE, SECTION};
use super::mistake::Mistake;
use crate::form::rule::Scope;
use crate::json::Value;

/// Fields that a pack may have: far above the largest form, low enough to bound every evaluation.
const MAX_FIELDS: usize = 300;

/// The names that the pack's expressions may use, or every mistake in it.
pub(super) fn lint(value: &Value) -> Result<Scope, Vec<Mistake>> {
    let mut linter = Linter::default();
    linter.pack(value);
    if linter.mistakes.is_empty() { Ok(linter.scope) } else { Err(linter.mistakes) }
}

impl Linter {
    fn pack(&mut self, value: &Value) {
        let root = At { value, path: String::new() };
        self.only(&root, &PACK);
        let sections = root.list("sections");
        // Names first: expressions may name any field.
        for section in &sections {
            for field in section.list("fields") {
                let group = self.scope.groups.len();
                if kind_of(&field) == "group" {
                    let rows = field.list("fields");
                    let name = |row: &At<'_>| (id_of(row).to_owned(), type_of(kind_of(row), 0));
                    self.scope.groups.push(rows.iter().map(name).collect());
                }
                self.scope.fields.push((id_of(&field).to_owned(), type_of(kind_of(&field), group)));
            }
        }
        self.names(&sections);
        for at in &sections {
            self.only(at, &SECTION);
            self.words(at, "title");
            self.words_maybe(at, "note");
            self.text(at, "id");
            self.condition(at, "visible", None);
            at.list("fields").iter().for_each(|field| self.field(field, None));
        }
        root.list("rules").iter().for_each(|rule| self.rule(rule));
        root.list("persons").iter().for_each(|person| self.person(person));
        if !root
            .list("persons")
            .iter()
            .any(|person| person.value.get("role").and_then(Value::as_str) == Some("applicant"))
        {
            self.mistake("persons", "there is no role `applicant`");
        }
        self.statements(&root);
        self.rest(&root);
        for name in ["id", "version"] {
            self.text(&root, name);
        }
        if self.days(&root).from.is_none() {
            self.mistake("effectiveFrom", "a first day is needed");
        }
        self.words(&root, "title");
        self.basis(&root, "citation");
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

    fn rule(&mut self, at: &At<'_>) {
        self.only(at, &RULE);
        let group = match at.get("each") {
            Some(_) => match self.group(at, "each") {
                Some(group) => Some(group),
                None => return,
            },
            None => None,
        };
        let name = self.text(at, "at");
        if !self.names_of(group).iter().any(|field| field.0 == name) {
            return self.mistake(&format!("{}.at", at.path), &format!("there is no field `{name}`"));
        }
        let read = self.basis(at, "basis");
        let severity = self.one_of(at, "severity", &["error", "warning", "info"]);
        if severity == Some("error") && !read {
            self.mistake(&at.path, "an unconfirmed basis carries no error: `warning` or `info`");
        }
        self.words(at, "words");
        self.words_maybe(at, "next");
        self.text(at, "code");
        self.condition(at, "when", group);
        if at.get("check").is_none() {
            self.mistake(&at.path, "`check` is missing");
        }
        self.condition(at, "check", group);
        self.days(at);
    }

    fn person(&mut self, at: &At<'_>) {
        self.only(at, &["role", "label", "hint", "when", "group", "map"]);
        self.words(at, "label");
        self.words_maybe(at, "hint");
        let group = at.get("group").and_then(|_| self.group(at, "group"));
        let names = self.names_of(group).to_vec();
        for (name, from) in at.value.get("map").and_then(Value::as_object).unwrap_or_default() {
            self.mapped(at, &names, name, from.as_str().unwrap_or(""));
        }
        self.text(at, "role");
        self.condition(at, "when", None);
    }

    /// What describes the form only: checked, so that an author's mistake does not wait for the page.
    fn rest(&mut self, root: &At<'_>) {
        self.words(root, "notice");
        root.list("unconfirmed").iter().for_each(|words| self.bilingual(words));
        for paper in root.list("papers") {
            self.only(&paper, &["id", "label", "kind", "when", "optional", "inDatabase", "note", "basis"]);
            self.words(&paper, "label");
            self.words_maybe(&paper, "note");
            self.basis(&paper, "basis");
            self.one_of(&paper, "kind", &["original", "copy", "present"]);
            self.text(&paper, "id");
            self.condition(&paper, "when", None);
        }
        if let Some(print) = root.get("print") {
            self.print(&print);
        }
    }
}

fn id_of<'v>(field: &At<'v>) -> &'v str {
    field.value.get("id").and_then(Value::as_str).unwrap_or("")
}

fn kind_of<'v>(field: &At<'v>) -> &'v str {
    field.value.get("type").and_then(Value::as_str).unwrap_or("")
}
