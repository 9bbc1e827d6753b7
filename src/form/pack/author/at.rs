//! A place in a pack's JSON, and the checks that every part of it shares.

use super::mistake::Mistake;
use crate::date::Date;
use crate::form::pack::Days;
use crate::form::rule::{Expression, Scope, Type};
use crate::identity;
use crate::json::Value;

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct At<'v> {
    pub(super) value: &'v Value,
    pub(super) path: String,
}

impl<'v> At<'v> {
    pub(super) fn get(&self, name: &str) -> Option<At<'v>> {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        self.value.get(name).map(|value| At { value, path })
    }

    pub(super) fn items(&self) -> Vec<At<'v>> {
        let items = self.value.as_array().unwrap_or_default().iter().enumerate();
        items.map(|(index, value)| At { value, path: format!("{}[{index}]", self.path) }).collect()
    }

    pub(super) fn list(&self, name: &str) -> Vec<At<'v>> {
        self.get(name).map(|list| list.items()).unwrap_or_default()
    }
}

/// Collects mistakes.
#[derive(Default)]
pub(super) struct Linter {
    pub(super) mistakes: Vec<Mistake>,
    pub(super) scope: Scope,
}

impl Linter {
    pub(super) fn condition(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) {
        if let Some(kind) = self.expression(at, name, row_of).filter(|kind| *kind != Type::Bool) {
            let words = format!("a condition must be true or false, this is {kind}");
            self.mistake(&format!("{}.{name}", at.path), &words);
        }
    }

    /// What the expression gives.
    pub(super) fn expression(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) -> Option<Type> {
        let found = at.get(name)?;
        let Some(text) = found.value.as_str() else {
            self.mistake(&found.path, "an expression is a text");
            return None;
        };
        match Expression::typed(text, &self.scope, row_of) {
            Ok((_, kind)) => Some(kind),
            Err(mistake) => {
                self.mistake(&found.path, &format!("{mistake} — {text}"));
                None
            }
        }
    }

    pub(super) fn days(&mut self, at: &At<'_>) -> Days {
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

    /// Whether the text of the provision was read.
    pub(super) fn basis(&mut self, at: &At<'_>, name: &str) -> bool {
        let Some(found) = at.get(name) else {
            self.mistake(&at.path, &format!("`{name}` is missing: what does it rest on?"));
            return false;
        };
        self.only(&found, &["document", "article", "status"]);
        let read = self.one_of(&found, "status", &["read", "unconfirmed"]) == Some("read");
        if found.get("status").is_none() {
            self.mistake(&found.path, "`status` is missing: read, or unconfirmed?");
        }
        self.text(&found, "document");
        if found.get("article").is_some() {
            self.text(&found, "article");
        }
        read
    }

    pub(super) fn words(&mut self, at: &At<'_>, name: &str) {
        match at.get(name) {
            Some(words) => self.bilingual(&words),
            None => self.mistake(&at.path, &format!("`{name}` is missing")),
        }
    }

    pub(super) fn words_maybe(&mut self, at: &At<'_>, name: &str) {
        if let Some(words) = at.get(name) {
            self.bilingual(&words);
        }
    }

    pub(super) fn bilingual(&mut self, at: &At<'_>) {
        self.only(at, &["vi", "en"]);
        self.text(at, "vi");
        self.text(at, "en");
    }

    pub(super) fn text<'v>(&mut self, at: &At<'v>, name: &str) -> &'v str {
        let text = at.value.get(name).and_then(Value::as_str).unwrap_or("");
        if text.trim().is_empty() {
            self.mistake(&at.path, &format!("`{name}` is missing, or no text"));
        }
        text
    }

    pub(super) fn whole(&mut self, at: &At<'_>, name: &str) -> Option<i64> {
        let found = at.get(name)?;
        let number = found.value.as_whole();
        if number.is_none() {
            self.mistake(&found.path, "a whole number is needed");
        }
        number
    }

    pub(super) fn one_of(&mut self, at: &At<'_>, name: &str, words: &[&'static str]) -> Option<&'static str> {
        let found = at.get(name)?;
        let word = words.iter().copied().find(|word| found.value.as_str() == Some(word));
        if word.is_none() {
            self.mistake(&found.path, &format!("one of {}", words.join(", ")));
        }
        word
    }

    pub(super) fn only(&mut self, at: &At<'_>, names: &[&str]) {
        let Some(members) = at.value.as_object() else {
            self.mistake(&at.path, "an object is needed");
            return;
        };
        for (name, _) in members.iter().filter(|(name, _)| !names.contains(&name.as_str())) {
            self.mistake(&at.path, &format!("`{name}` has no meaning here"));
        }
    }

    pub(super) fn mistake(&mut self, path: &str, words: &str) {
        self.mistakes.push(Mistake { path: path.to_owned(), words: words.to_owned(), at: (1, 1) });
    }

    /// A field, and what it holds of a person.
    pub(super) fn mapped(&mut self, at: &At<'_>, names: &[(String, Type)], name: &str, from: &str) {
        let known = identity::Field::from_name(from).is_some()
            || ["fullName.surname", "fullName.givenNames"].contains(&from)
            || from
                .strip_prefix("licence.")
                .is_some_and(|part| ["number", "class", "issueDate", "expiryDate", "place"].contains(&part));
        let place = format!("{}.map.{name}", at.path);
        if !names.iter().any(|field| field.0 == *name) {
            self.mistake(&place, "there is no such field");
        } else if !known {
            self.mistake(&place, &format!("a person has no `{from}`"));
        }
    }

    pub(super) fn names_of(&self, group: Option<usize>) -> &[(String, Type)] {
        match group {
            Some(group) => self.scope.groups.get(group).map_or(&[], Vec::as_slice),
            None => &self.scope.fields,
        }
    }

    /// The group that the member `name` names.
    pub(super) fn group(&mut self, at: &At<'_>, name: &str) -> Option<usize> {
        let named = self.text(at, name);
        let group = self.group_named(named);
        if group.is_none() {
            self.mistake(&at.path, &format!("there is no group `{named}`"));
        }
        group
    }

    pub(super) fn group_named(&self, name: &str) -> Option<usize> {
        match self.scope.fields.iter().find(|field| field.0 == name).map(|field| &field.1) {
            Some(Type::Rows(group)) => Some(*group),
            _ => None,
        }
    }
}
