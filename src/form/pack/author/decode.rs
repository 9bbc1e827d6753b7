//! A pack's JSON to a [`Pack`], after its author was shown what is wrong with it. Whatever stands there, reading it
//! ends, and nothing is lost but what has no meaning.

use serde::Deserialize;

use super::meanings;
use crate::date::Date;
use crate::finding::{Basis, BasisStatus, Severity};
use crate::form::pack::{Bilingual, Choice, Days, Field, Group, Kind, Pack, Required, Role, Rule, Section};
use crate::form::rule::Expression;
use crate::json::Value;

/// Rows that a group may have; bounds every evaluation.
pub(super) const MAX_ROWS: usize = 50;

/// Where expressions come from: called once for each that stands in the pack, in the order of decoding, with
/// its text and the group of whose row it speaks.
pub(super) type Expressions<'e> = &'e mut dyn FnMut(&str, Option<usize>) -> Option<Expression>;

/// `None` if an expression is missing. Orders of evaluation are those of the form.
pub(super) fn decode(source: Value, expressions: Expressions<'_>) -> Option<Pack> {
    let mut decoder = Decoder { expressions, groups: vec![], broken: false };
    let pack = decoder.pack(source);
    if decoder.broken { None } else { Some(pack) }
}

struct Decoder<'e> {
    expressions: Expressions<'e>,
    groups: Vec<Group>,
    broken: bool,
}

impl Decoder<'_> {
    fn pack(&mut self, source: Value) -> Pack {
        let (mut fields, mut sections) = (Vec::new(), Vec::new());
        for at in list(&source, "sections") {
            let index = sections.len();
            sections.push(Section { id: text(at, "id"), visible: self.expression(at, "visible", None) });
            for at in list(at, "fields") {
                let number = self.groups.len();
                let field = self.field(at, index, None);
                if let Some(group) = self.groups.get_mut(number) {
                    group.field = fields.len();
                }
                fields.push(field);
            }
        }
        let (mut rules, mut persons, mut papers) = (Vec::new(), Vec::new(), Vec::new());
        let mut signatures = Vec::new();
        for at in list(&source, "rules") {
            rules.extend(self.rule(at, &fields));
        }
        for at in list(&source, "persons") {
            persons.push(self.person(at, &fields));
        }
        for at in list(&source, "papers") {
            papers.push((text(at, "id"), self.expression(at, "when", None)));
        }
        for at in source.get("print").map_or(&[][..], |print| list(print, "signatures")) {
            signatures.push(self.expression(at, "visible", None));
        }
        let mut groups = std::mem::take(&mut self.groups);
        let (expressions, broken) = (&mut self.expressions, &mut self.broken);
        let meanings = meanings::read(meanings::Source {
            pack: &source,
            fields: &mut fields,
            groups: &mut groups,
            persons: &persons,
            expression: &mut |at, name| {
                let expression = expressions(at.get(name)?.as_str()?, None);
                *broken |= expression.is_none();
                expression
            },
        });
        Pack {
            id: text(&source, "id"),
            version: text(&source, "version"),
            days: days(&source),
            title: words(&source, "title").unwrap_or_default(),
            citation: basis(&source, "citation"),
            order: (0..fields.len()).collect(),
            fields,
            groups,
            sections,
            rules,
            persons,
            meanings,
            papers,
            signatures,
            source,
        }
    }

    fn field(&mut self, at: &Value, section: usize, row_of: Option<usize>) -> Field {
        let own_words = |name| at.get("words").and_then(|own| words(own, name));
        Field {
            kind: self.kind(at, section, row_of),
            value: self.expression(at, "value", row_of),
            required: match at.get("required") {
                Some(Value::Bool(true)) => Required::Always,
                Some(Value::String(_)) => {
                    self.expression(at, "required", row_of).map_or(Required::No, Required::When)
                }
                _ => Required::No,
            },
            visible: self.expression(at, "visible", row_of),
            id: text(at, "id"),
            label: words(at, "label").unwrap_or_default(),
            section,
            clear: str(at, "whenHidden") == "clear",
            missing: own_words("missing"),
            wrong: own_words("wrong"),
            basis: at.get("basis").map(|_| basis(at, "basis")),
            days: days(at),
            sense: None,
        }
    }

    fn kind(&mut self, at: &Value, section: usize, row_of: Option<usize>) -> Kind {
        match str(at, "type") {
            "text" => Kind::Text {
                min: count(at, "minLength", 0),
                max: count(at, "maxLength", 250),
                multiline: flag(at, "multiline"),
                masks: match at.get("pattern") {
                    Some(Value::String(mask)) => vec![mask.clone()],
                    _ => texts(at, "pattern"),
                },
            },
            "name" => Kind::Name { max: count(at, "maxLength", 100), one_word: flag(at, "oneWord") },
            "pin" => Kind::Pin,
            "date" => {
                let names = list(at, "precision");
                let may = |name: &str| names.iter().any(|other| other.as_str() == Some(name));
                Kind::Date {
                    precision: [names.is_empty() || may("day"), may("month"), may("year")],
                    earliest: self.expression(at, "earliest", row_of),
                    latest: self.expression(at, "latest", row_of),
                }
            }
            "choice" => Kind::Choice { choices: self.choices(at, row_of), open: flag(at, "open") },
            "multiChoice" => {
                let choices = self.choices(at, row_of);
                Kind::MultiChoice { min: count(at, "min", 0), max: count(at, "max", choices.len()), choices }
            }
            // JSON's numbers are exact up to 2^53.
            "number" | "money" => {
                let decimals = at.get("decimals").and_then(Value::as_bool).unwrap_or_default();
                let max = number(at, "max", 9_007_199_254_740_991);
                Kind::Number { min: number(at, "min", 0), max, decimals }
            }
            "address" => Kind::Address,
            "phone" => Kind::Phone { mobile: flag(at, "mobile") },
            "email" => Kind::Email,
            "taxCode" => Kind::TaxCode,
            "bhyt" => Kind::Bhyt,
            "passport" => Kind::Passport,
            "licence" => Kind::Licence,
            "cmnd" => Kind::Cmnd,
            "bankAccount" => Kind::BankAccount,
            "attachment" => {
                let mut types = texts(at, "types");
                if types.is_empty() {
                    types.extend(["image/jpeg", "image/png", "application/pdf"].map(String::from));
                }
                Kind::Attachment {
                    min: count(at, "min", 0),
                    max: count(at, "max", 1).min(MAX_ROWS),
                    max_bytes: number(at, "maxBytes", 10_000_000),
                    types,
                }
            }
            // The author's check lets no group stand inside a group.
            "group" if row_of.is_none() => {
                let group = self.groups.len();
                let mut fields = Vec::new();
                for at in list(at, "fields") {
                    fields.push(self.field(at, section, Some(group)));
                }
                let max = count(at, "max", 20).min(MAX_ROWS);
                let order = (0..fields.len()).collect();
                self.groups.push(Group { field: 0, fields, order, min: count(at, "min", 0), max });
                Kind::Group(group)
            }
            _ => Kind::Boolean,
        }
    }

    fn choices(&mut self, at: &Value, row_of: Option<usize>) -> Vec<Choice> {
        let mut choices = Vec::new();
        for at in list(at, "choices") {
            choices.push(Choice {
                value: text(at, "value"),
                label: words(at, "label").unwrap_or_default(),
                visible: self.expression(at, "visible", row_of),
                days: days(at),
            });
        }
        choices
    }

    fn rule(&mut self, at: &Value, fields: &[Field]) -> Option<Rule> {
        let each = at.get("each").and_then(|_| self.group(fields, str(at, "each")));
        let words_and_next = |words: String, next: Option<&str>| match next {
            Some(next) => [&words, " ", next].concat(),
            None => words,
        };
        let (words, next) = (words(at, "words").unwrap_or_default(), at.get("next"));
        let next = |locale: &str| next.and_then(|next| next.get(locale)).and_then(Value::as_str);
        let at_field = index(self.fields_of(fields, each), str(at, "at"))?;
        let when = self.expression(at, "when", each);
        let check = self.expression(at, "check", each)?;
        Some(Rule {
            code: text(at, "code"),
            severity: match str(at, "severity") {
                "error" => Severity::Error,
                "warning" => Severity::Warning,
                _ => Severity::Info,
            },
            at: at_field,
            each,
            when,
            asks: check.uses(),
            asks_of_row: check.row_uses(),
            check,
            words: Bilingual {
                vi: words_and_next(words.vi, next("vi")),
                en: words_and_next(words.en, next("en")),
            },
            basis: basis(at, "basis"),
            days: days(at),
        })
    }

    fn person(&mut self, at: &Value, fields: &[Field]) -> Role {
        let group = at.get("group").and_then(|_| self.group(fields, str(at, "group")));
        let mut map = Vec::new();
        for (name, from) in at.get("map").and_then(Value::as_object).unwrap_or_default() {
            if let Some(index) = index(self.fields_of(fields, group), name) {
                map.push((index, from.as_str().unwrap_or("").to_owned()));
            }
        }
        Role { role: text(at, "role"), when: self.expression(at, "when", None), group, map }
    }

    fn fields_of<'f>(&'f self, form: &'f [Field], group: Option<usize>) -> &'f [Field] {
        match group {
            Some(group) => self.groups.get(group).map_or(&[], |group| &group.fields),
            None => form,
        }
    }

    fn group(&self, fields: &[Field], name: &str) -> Option<usize> {
        self.groups.iter().position(|group| fields.get(group.field).is_some_and(|field| field.id == name))
    }

    fn expression(&mut self, at: &Value, name: &str, row_of: Option<usize>) -> Option<Expression> {
        let expression = (self.expressions)(at.get(name)?.as_str()?, row_of);
        self.broken |= expression.is_none();
        expression
    }
}

fn index(fields: &[Field], name: &str) -> Option<usize> {
    fields.iter().position(|field| field.id == name)
}

fn list<'v>(at: &'v Value, name: &str) -> &'v [Value] {
    at.get(name).and_then(Value::as_array).unwrap_or_default()
}

fn str<'v>(at: &'v Value, name: &str) -> &'v str {
    at.get(name).and_then(Value::as_str).unwrap_or("")
}

fn text(at: &Value, name: &str) -> String {
    str(at, name).to_owned()
}

fn texts(at: &Value, name: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for text in list(at, name) {
        texts.extend(text.as_str().map(str::to_owned));
    }
    texts
}

fn flag(at: &Value, name: &str) -> bool {
    at.get(name).and_then(Value::as_bool).unwrap_or(false)
}

fn number(at: &Value, name: &str, otherwise: i64) -> i64 {
    at.get(name).and_then(Value::as_whole).unwrap_or(otherwise)
}

fn count(at: &Value, name: &str, otherwise: usize) -> usize {
    match at.get(name) {
        Some(_) => usize::try_from(number(at, name, 0)).unwrap_or(0),
        None => otherwise,
    }
}

fn words(at: &Value, name: &str) -> Option<Bilingual> {
    at.get(name).map(|words| Bilingual { vi: text(words, "vi"), en: text(words, "en") })
}

fn basis(at: &Value, name: &str) -> Basis {
    let none = || Basis { document: String::new(), article: None, status: BasisStatus::Unconfirmed };
    at.get(name).and_then(|basis| Basis::deserialize(basis.clone()).ok()).unwrap_or_else(none)
}

fn days(at: &Value) -> Days {
    let day = |name| at.get(name).and_then(Value::as_str).and_then(Date::from_iso);
    Days { from: day("effectiveFrom"), to: day("effectiveTo") }
}
