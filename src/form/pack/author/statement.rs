//! The checks of `meanings`: a list of statements, each of one kind.

use super::at::{At, Linter};
use crate::form::rule::Type;
use crate::json::Value;

/// The member that says of which kind a statement is, and the members that go with it.
const KINDS: [(&str, &[&str]); 12] = [
    ("person", &["label", "map", "group"]),
    ("parent", &["of", "when"]),
    ("relation", &["of"]),
    ("same", &["when"]),
    ("different", &["when"]),
    ("death", &["of"]),
    ("afterBirth", &["of"]),
    ("until", &["from", "group"]),
    ("hours", &["group"]),
    ("years", &["group"]),
    ("past", &["group"]),
    ("offices", &["group", "kind"]),
];

/// A role, and the group in whose rows it stands.
type Known = (String, Option<usize>);

impl Linter {
    pub(super) fn statements(&mut self, root: &At<'_>) {
        let Some(all) = root.get("meanings") else { return };
        if all.value.as_array().is_none() {
            return self.mistake(&all.path, "a list of statements is needed");
        }
        let mut people: Vec<Known> = Vec::new();
        for (of, name) in [(root.list("persons"), "role"), (all.items(), "person")] {
            for at in of {
                let group = at.get("group").and_then(|group| self.group_named(group.value.as_str()?));
                people
                    .extend(at.value.get(name).and_then(Value::as_str).map(|role| (role.to_owned(), group)));
            }
        }
        for statement in all.items() {
            self.statement(&statement, &people);
        }
    }

    fn statement(&mut self, at: &At<'_>, people: &[Known]) {
        let kinds: Vec<&(&str, &[&str])> = KINDS.iter().filter(|(name, _)| at.get(name).is_some()).collect();
        let [(kind, others)] = kinds.as_slice() else {
            let names = KINDS.map(|(name, _)| name).join(", ");
            return self.mistake(&at.path, &format!("a statement has one of {names}"));
        };
        let members: Vec<&str> = std::iter::once(*kind).chain(others.iter().copied()).collect();
        self.only(at, &members);
        let group = match at.get("group") {
            Some(_) => match self.group(at, "group") {
                Some(group) => Some(group),
                None => return,
            },
            None => None,
        };
        match *kind {
            "person" => self.declared_person(at, group),
            "parent" => {
                self.somebody(at, "parent", people);
                self.somebody(at, "of", people);
                self.condition(at, "when", None);
            }
            "same" | "different" => {
                let two = at.list(kind);
                if two.len() != 2 {
                    self.mistake(&at.path, &format!("`{kind}` names two roles"));
                }
                two.iter().for_each(|role| self.role(role, people));
                if *kind == "same" && at.get("when").is_none() {
                    self.mistake(&at.path, "`when` is missing: when are both one person?");
                }
                self.condition(at, "when", None);
            }
            "death" => {
                self.somebody(at, "of", people);
                self.of_type(at.get("death").as_ref(), None, &[Type::Date]);
            }
            "relation" => {
                self.somebody(at, "of", people);
                self.of_type(at.get("relation").as_ref(), group_of(at, people), &[Type::Text]);
            }
            "afterBirth" => {
                self.somebody(at, "of", people);
                let group = group_of(at, people);
                for day in self.named(at, kind) {
                    self.of_type(Some(&day), group, &[Type::Date]);
                }
            }
            "until" => {
                if at.get("from").is_none() {
                    self.mistake(&at.path, "`from` is missing");
                }
                self.of_type(at.get("from").as_ref(), group, &[Type::Date]);
                self.of_type(at.get("until").as_ref(), group, &[Type::Date]);
            }
            other => {
                let kind = if other == "years" { Type::Number } else { Type::Text };
                for field in self.named(at, other) {
                    self.of_type(Some(&field), group, std::slice::from_ref(&kind));
                }
                self.one_of(at, "kind", &["committee", "police"]);
            }
        }
    }

    fn declared_person(&mut self, at: &At<'_>, group: Option<usize>) {
        self.text(at, "person");
        self.words(at, "label");
        let names = self.names_of(group).to_vec();
        let map = at.value.get("map").and_then(Value::as_object).unwrap_or_default();
        if map.is_empty() {
            self.mistake(&at.path, "`map` is missing");
        }
        for (name, from) in map {
            self.mapped(at, &names, name, from.as_str().unwrap_or(""));
        }
    }

    fn named<'v>(&mut self, at: &At<'v>, name: &str) -> Vec<At<'v>> {
        let fields = at.list(name);
        if fields.is_empty() {
            self.mistake(&at.path, &format!("`{name}` is a list of fields"));
        }
        fields
    }

    fn somebody(&mut self, at: &At<'_>, name: &str, people: &[Known]) {
        match at.get(name) {
            Some(role) => self.role(&role, people),
            None => self.mistake(&at.path, &format!("`{name}` is missing: whose?")),
        }
    }

    fn role(&mut self, at: &At<'_>, people: &[Known]) {
        let name = at.value.as_str().unwrap_or("");
        if !people.iter().any(|(role, _)| role == name) {
            self.mistake(&at.path, &format!("nobody here is `{name}`"));
        }
    }

    fn of_type(&mut self, at: Option<&At<'_>>, group: Option<usize>, kinds: &[Type]) {
        let Some(at) = at else { return };
        let name = at.value.as_str().unwrap_or("");
        let found = self.names_of(group).iter().find(|field| field.0 == name).map(|field| field.1.clone());
        match found {
            None => self.mistake(&at.path, &format!("there is no field `{name}`")),
            Some(found) if !kinds.contains(&found) => {
                let wanted = kinds.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                self.mistake(&at.path, &format!("{wanted} is needed, `{name}` is {found}"));
            }
            Some(_) => {}
        }
    }
}

/// The group in whose rows the person of a statement stands.
fn group_of(at: &At<'_>, people: &[Known]) -> Option<usize> {
    let of = at.value.get("of").and_then(Value::as_str);
    people.iter().find(|(role, _)| Some(role.as_str()) == of).and_then(|(_, group)| *group)
}
