//! One answer, as JSON, read as what its field holds: the value for the rules, and what is wrong with it.

use super::attach::AnsweredFile;
use super::blank::is_blank;
use super::characters::{is_of_names, is_unseen};
use super::pack::{Field, Kind};
use super::path::Place;
use super::{findings, rule::Val};
use crate::date::{Date, PartialDate};
use crate::finding::{Code, Finding, Severity};
use crate::identifiers as id;
use crate::json::Value;
use crate::pin;

/// Findings of one kind that are listed before "… more".
pub(super) const LISTED: usize = 20;
/// An address of §5: the longest names of street, commune and province fit thrice.
const ADDRESS_LENGTH: usize = 300;
/// What somebody may type where a list is open.
const OPEN_CHOICE_LENGTH: usize = 100;

/// Reads the answer to anything but a group.
pub(super) fn read<'a>(
    field: &'a Field,
    answer: Option<&'a Value>,
    on: Date,
    place: Place<'_>,
    out: &mut Vec<Finding>,
) -> Val<'a> {
    let Some(answer) = answer.filter(|answer| !is_blank(Some(answer))) else { return Val::Null };
    let before = out.len();
    let mut reader = Reader { field, on, place, out };
    let value = reader.read(answer);
    if let Some(words) = &field.wrong {
        for finding in out.iter_mut().skip(before).filter(|finding| finding.code != findings::WRONG_TYPE.id) {
            *finding = finding.clone().in_words(&words.vi, &words.en);
        }
    }
    value
}

/// A finding about a field, its label filled in.
pub(super) fn about(code: &'static Code, field: &Field, path: String) -> Finding {
    Finding::new(code, path).with_words("field", &field.label.vi, &field.label.en)
}

struct Reader<'f, 'a> {
    field: &'a Field,
    on: Date,
    place: Place<'f>,
    out: &'f mut Vec<Finding>,
}

impl<'a> Reader<'_, 'a> {
    fn read(&mut self, answer: &'a Value) -> Val<'a> {
        match &self.field.kind {
            Kind::Boolean => match answer {
                Value::Bool(truth) => Val::Bool(*truth),
                _ => self.wrong_type(),
            },
            Kind::Number { min, max, decimals } => match answer {
                // Three quarters of the least whole number are more than nothing.
                Value::Number(number) if *decimals => self.number(number.ceil(), number.floor(), *min, *max),
                Value::Number(number) => self.number(*number, *number, *min, *max),
                _ => self.wrong_type(),
            },
            Kind::MultiChoice { .. } => match answer {
                Value::Array(items) => self.choices(items),
                _ => self.wrong_type(),
            },
            Kind::Attachment { .. } => match answer {
                Value::Array(items) => self.files(items),
                _ => self.wrong_type(),
            },
            Kind::Address => self.address(answer),
            // Rows are read by `validate`.
            Kind::Group(_) => Val::Null,
            _ => match answer {
                Value::String(text) => self.text(text),
                _ => self.wrong_type(),
            },
        }
    }

    fn text(&mut self, text: &'a str) -> Val<'a> {
        let bare = text.trim();
        let unless = |fits: bool, code: &'static Code| if fits { None } else { Some(code) };
        let problem = match &self.field.kind {
            Kind::Text { min, max, multiline, masks } => {
                return self.free(text, *min, *max, *multiline, masks);
            }
            Kind::Name { max, one_word } => return self.name(text, *max, *one_word),
            Kind::Date { precision, .. } => return self.date(text, *precision),
            Kind::Choice { choices, open } => {
                let known = choices.iter().any(|choice| choice.value == text);
                return match (known, open) {
                    (true, _) => Val::text(text),
                    (false, true) => self.free(text, 0, OPEN_CHOICE_LENGTH, false, &[]),
                    (false, false) => self.reject(findings::NOT_A_CHOICE),
                };
            }
            Kind::Pin => return self.pin(bare),
            Kind::Phone { mobile } => match (id::is_mobile(bare), id::is_phone(bare)) {
                (true, _) => None,
                (_, true) if id::is_landline(bare) => unless(!*mobile, findings::WRONG_PHONE),
                (_, true) => Some(findings::DOUBTFUL_PHONE),
                _ => Some(findings::WRONG_PHONE),
            },
            Kind::Email => unless(id::is_email(bare), findings::WRONG_EMAIL),
            Kind::TaxCode => unless(id::is_tax_code(bare), findings::WRONG_TAX_CODE),
            Kind::Bhyt => unless(id::is_bhyt(bare), findings::WRONG_BHYT),
            Kind::Passport if bare.len() > 20 || bare.contains(is_unseen) => Some(findings::WRONG_CHARACTERS),
            Kind::Passport => unless(id::is_passport(bare), findings::DOUBTFUL_PASSPORT),
            Kind::Licence => unless(id::is_licence(bare), findings::WRONG_LICENCE),
            Kind::Cmnd => unless(id::is_cmnd(bare), findings::WRONG_CMND),
            Kind::BankAccount => unless(id::is_bank_account(bare), findings::WRONG_BANK_ACCOUNT),
            _ => None,
        };
        match problem {
            None => Val::text(bare),
            Some(code) if code.severity == Severity::Error => self.reject(code),
            Some(code) => {
                self.report(code);
                Val::text(bare)
            }
        }
    }

    fn free(&mut self, text: &'a str, min: usize, max: usize, multiline: bool, masks: &[String]) -> Val<'a> {
        // A text of a megabyte is counted no further than its bound.
        let length = text.chars().take(max.saturating_add(1)).count();
        if length > max {
            self.report_with(findings::TOO_LONG, "limit", &max.to_string());
            return Val::Null;
        }
        if text.trim().chars().count() < min {
            self.report_with(findings::TOO_SHORT, "limit", &min.to_string());
        }
        if text
            .chars()
            .any(|character| is_unseen(character) && !(multiline && matches!(character, '\n' | '\r' | '\t')))
        {
            self.report(findings::WRONG_CHARACTERS);
        }
        if !masks.is_empty() && !masks.iter().any(|mask| id::is_like(text.trim(), mask)) {
            self.report_with(findings::WRONG_PATTERN, "pattern", &masks.join(" / "));
        }
        Val::text(text)
    }

    fn name(&mut self, text: &'a str, max: usize, one_word: bool) -> Val<'a> {
        let value = self.free(text, 0, max, false, &[]);
        if value == Val::Null {
            return value;
        }
        if !text.chars().all(is_of_names) || !text.chars().any(char::is_alphabetic) {
            self.report(findings::WRONG_NAME);
        } else if !one_word && text.split_whitespace().count() < 2 {
            self.report(findings::ONE_WORD_NAME);
        }
        value
    }

    fn pin(&mut self, text: &'a str) -> Val<'a> {
        if !id::is_pin(text) {
            return self.reject(findings::WRONG_PIN);
        }
        // A reminder; what is only worth knowing about a number does not belong on a form.
        let doubts = pin::check_at(text, &self.place.path(), self.on).findings;
        self.out.extend(doubts.into_iter().filter(|doubt| doubt.severity != Severity::Info));
        Val::text(text)
    }

    fn date(&mut self, text: &str, [day, month, year]: [bool; 3]) -> Val<'a> {
        let Some(date) = PartialDate::from_iso(text.trim()) else { return self.reject(findings::WRONG_DATE) };
        let (fits, finer) = match date {
            PartialDate::Day(_) => (day, false),
            PartialDate::Month(..) => (month, day),
            PartialDate::Year(_) => (year, day || month),
        };
        if !fits {
            self.report(if finer { findings::DATE_NOT_FULL } else { findings::DATE_TOO_PRECISE });
        }
        Val::date(date)
    }

    /// `above`, `below`: the number, or the whole ones around it.
    fn number(&mut self, above: f64, below: f64, min: i64, max: i64) -> Val<'a> {
        let ends = Value::Number(above).as_whole().zip(Value::Number(below).as_whole());
        let Some((least, whole)) = ends else { return self.reject(findings::NOT_WHOLE) };
        if least < min {
            self.report_with(findings::TOO_SMALL, "limit", &min.to_string());
        }
        if whole > max {
            self.report_with(findings::TOO_LARGE, "limit", &max.to_string());
        }
        Val::number(whole)
    }

    fn choices(&mut self, items: &'a [Value]) -> Val<'a> {
        let Kind::MultiChoice { choices, min, max } = &self.field.kind else { return Val::Null };
        let mut chosen: Vec<&str> = Vec::new();
        for item in items {
            let known = choices.iter().find(|choice| Some(choice.value.as_str()) == item.as_str());
            match known {
                None => return self.reject(findings::NOT_A_CHOICE),
                Some(choice) if chosen.contains(&choice.value.as_str()) => {
                    return self.reject(findings::TWICE);
                }
                Some(choice) => chosen.push(&choice.value),
            }
        }
        self.bounds(chosen.len(), *min, *max);
        Val::List(chosen.into_iter().map(Val::text).collect())
    }

    fn files(&mut self, items: &'a [Value]) -> Val<'a> {
        let Kind::Attachment { min, max, max_bytes, types } = &self.field.kind else { return Val::Null };
        self.bounds(items.len(), *min, *max);
        let mut digests: Vec<&str> = Vec::new();
        for item in items.iter().take(*max) {
            let Some(AnsweredFile { kind, size, sha256 }) = AnsweredFile::read(item) else {
                self.report(findings::FILE_INCOMPLETE);
                continue;
            };
            if !types.iter().any(|allowed| allowed == kind) {
                self.report_with(findings::FILE_TYPE, "types", &types.join(", "));
            }
            if size <= 0 || size > *max_bytes {
                let megabytes = max_bytes.checked_div(1_000_000).unwrap_or(0).to_string();
                self.report_with(findings::FILE_SIZE, "limit", &megabytes);
            }
            if digests.contains(&sha256) {
                self.report(findings::TWICE);
            }
            digests.push(sha256);
        }
        Val::Files(items.len())
    }

    /// A text, or `{ text, street?, commune?, communeCode?, province?, provinceCode? }`.
    fn address(&mut self, answer: &'a Value) -> Val<'a> {
        const PARTS: [&str; 6] = ["text", "street", "commune", "communeCode", "province", "provinceCode"];
        match answer {
            Value::String(text) => self.free(text, 0, ADDRESS_LENGTH, false, &[]),
            Value::Object(members) => {
                let known = members.iter().all(|(name, value)| {
                    PARTS.contains(&name.as_str()) && (value.is_null() || value.as_str().is_some())
                });
                if !known {
                    return self.wrong_type();
                }
                for (_, value) in members.iter().filter(|(name, _)| name != "text") {
                    if let Some(part) = value.as_str()
                        && self.free(part, 0, ADDRESS_LENGTH, false, &[]) == Val::Null
                        && !part.trim().is_empty()
                    {
                        return Val::Null;
                    }
                }
                match answer.get("text").and_then(Value::as_str).filter(|text| !text.trim().is_empty()) {
                    Some(text) => self.free(text, 0, ADDRESS_LENGTH, false, &[]),
                    None => {
                        let part = |name: &str| {
                            answer.get(name).and_then(Value::as_str).filter(|part| !part.trim().is_empty())
                        };
                        let parts = ["street", "commune", "province"].map(part);
                        // Codes alone are no address that somebody can read.
                        if parts == [None; 3] {
                            return self.wrong_type();
                        }
                        let parts: Vec<String> = parts.into_iter().flatten().map(String::from).collect();
                        Val::Text(parts.join(", ").into())
                    }
                }
            }
            _ => self.wrong_type(),
        }
    }

    fn bounds(&mut self, count: usize, min: usize, max: usize) {
        if count < min {
            self.report_with(findings::TOO_FEW, "limit", &min.to_string());
        }
        if count > max {
            self.report_with(findings::TOO_MANY, "limit", &max.to_string());
        }
    }

    fn wrong_type(&mut self) -> Val<'a> {
        self.reject(findings::WRONG_TYPE)
    }

    fn reject(&mut self, code: &'static Code) -> Val<'a> {
        self.report(code);
        Val::Null
    }

    fn report(&mut self, code: &'static Code) {
        self.out.push(about(code, self.field, self.place.path()));
    }

    /// The same, with an argument of its words.
    fn report_with(&mut self, code: &'static Code, name: &'static str, value: &str) {
        self.out.push(about(code, self.field, self.place.path()).with(name, value));
    }
}
