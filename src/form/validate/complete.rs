//! What can only be checked once every value is known.

use super::checked::Checked;
use super::condition::{holds, is_required};
use crate::finding::{BasisStatus, Code, Finding, Severity};
use crate::form::answers::about;
use crate::form::blank::is_blank;
use crate::form::findings;
use crate::form::pack::{Choice, Field, Kind};
use crate::form::path::Place;
use crate::form::plausible::{self, Misreadings};
use crate::form::rule::{Env, Expression, Span, Val};
use crate::json::Value;

impl Checked<'_> {
    pub(super) fn complete(&mut self, index: usize, misreadings: Misreadings<'_>) {
        let mut out = Vec::new();
        let (Some(field), Some(true), Some(value)) =
            (self.pack.fields.get(index), self.shown.get(index), self.cells.fields.get(index))
        else {
            return;
        };
        let env = Env::new(self.on, &self.cells);
        let raw = self.raw.get(index);
        let place = Place { row: None, field: &field.id };
        if let Kind::Group(number) = field.kind {
            let rows = self.cells.groups.get(number).map_or(&[][..], Vec::as_slice);
            if rows.is_empty() && is_blank(raw) && is_required(field, &env) {
                out.push(self.missing(field, place));
            }
            self.each_row_field(number, &mut |inner, index, value, env, row, place| {
                self.complete_one((inner, value, row.raw.get(index)), env, place, misreadings, &mut out);
            });
        } else {
            self.complete_one((field, value, raw), &env, place, misreadings, &mut out);
        }
        self.report(index, out);
    }

    fn complete_one(
        &self,
        (field, value, raw): (&Field, &Val<'_>, Option<&Value>),
        env: &Env<'_>,
        place: Place<'_>,
        misreadings: Misreadings<'_>,
        out: &mut Vec<Finding>,
    ) {
        let required = is_required(field, env);
        let unanswered =
            matches!(value, Val::Null | Val::Unknown) && (is_blank(raw) || field.value.is_some());
        if unanswered && required {
            out.push(self.missing(field, place));
        }
        self.bounds(field, value, env, place, out);
        // Last: of what was refused already nothing more is said, nor of what nobody wrote.
        if field.value.is_none()
            && let Some(found) =
                plausible::of_field(field, value, required, (self.on, misreadings), || place.path())
            && !self.has_error(&found.path, out)
            && !(found.code == plausible::findings::BEFORE_1900.id && self.is_former(field, value, place))
        {
            out.push(found);
        }
    }

    /// The birth of a parent, or of somebody whose death is registered late, may lie before 1900.
    fn is_former(&self, field: &Field, value: &Val<'_>, place: Place<'_>) -> bool {
        let is_birth = |index: usize| self.pack.fields.get(index).is_some_and(|other| other.id == field.id);
        let people = &self.pack.meanings.people;
        place.row.is_none()
            && matches!(value, Val::Day(day) if day.high.year() >= FIRST_OF_FORMER)
            && people.iter().any(|own| {
                own.group.is_none() && FORMER.contains(&own.role.as_str()) && own.birth.is_some_and(is_birth)
            })
    }

    fn bounds(
        &self,
        field: &Field,
        value: &Val<'_>,
        env: &Env<'_>,
        place: Place<'_>,
        out: &mut Vec<Finding>,
    ) {
        match &field.kind {
            Kind::Date { earliest, latest, .. } => {
                let Val::Day(day) = value else { return };
                if bound(earliest, env).is_some_and(|bound| day.less(bound) == Some(true)) {
                    out.push(worded(findings::TOO_EARLY, field, place));
                }
                if bound(latest, env).is_some_and(|bound| bound.less(*day) == Some(true)) {
                    out.push(worded(findings::TOO_LATE, field, place));
                }
            }
            Kind::Choice { choices, .. } | Kind::MultiChoice { choices, .. } => {
                let refused = match value {
                    Val::Text(text) => self.is_refused(choices, text, env),
                    Val::List(items) => items
                        .iter()
                        .any(|item| matches!(item, Val::Text(text) if self.is_refused(choices, text, env))),
                    _ => false,
                };
                if refused {
                    out.push(worded(findings::NOT_A_CHOICE, field, place));
                }
            }
            _ => {}
        }
    }

    /// Whether the answer was refused already: then nothing more is said of it.
    fn has_error(&self, path: &str, out: &[Finding]) -> bool {
        let field = self.pack.field(path.split('[').next().unwrap_or(path));
        let earlier = field.and_then(|index| self.found.get(index)).map_or(&[][..], Vec::as_slice);
        earlier.iter().chain(out).any(|found| found.path == path && found.severity == Severity::Error)
    }

    /// Among the choices, but not offered on the day or as the answers stand.
    fn is_refused(&self, choices: &[Choice], value: &str, env: &Env<'_>) -> bool {
        let (mut in_force, mut known, mut hidden) = (false, false, false);
        for choice in choices.iter().filter(|choice| choice.value == value) {
            known = true;
            in_force |= choice.days.hold(self.on);
            hidden |= !holds(choice.visible.as_ref(), env);
        }
        known && (hidden || !in_force)
    }

    /// The form's shape rests on its citation, which is named only when it was read.
    fn missing(&self, field: &Field, place: Place<'_>) -> Finding {
        let mut finding = about(findings::MISSING, field, place.path());
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
}

/// Whose own form it is not.
const FORMER: &[&str] = &["father", "mother", "parent", "deceased"];

/// Of those whose papers somebody still needs, hardly anybody was born before.
const FIRST_OF_FORMER: u16 = 1850;

fn bound(expression: &Option<Expression>, env: &Env<'_>) -> Option<Span<crate::Date>> {
    match expression.as_ref()?.value(env) {
        Val::Day(span) => Some(span),
        _ => None,
    }
}

fn worded(code: &'static Code, field: &Field, place: Place<'_>) -> Finding {
    let finding = about(code, field, place.path());
    match &field.wrong {
        Some(words) => finding.in_words(&words.vi, &words.en),
        None => finding,
    }
}
