//! Where answers stand otherwise than the seal writes them.

use super::answers::about;
use super::blank::is_blank;
use super::findings;
use super::pack::{Field, Kind, Pack};
use super::path::Place;
use crate::finding::Finding;
use crate::json::{Value, canonical};

/// Compares the answers of an application with those that the seal would have written: hidden ones left out, calculated
/// ones filled in, every text in one spelling. What the form does not have is for the rules to say.
pub(super) fn deviations(
    pack: &Pack,
    answers: &Value,
    spelled: &Value,
    effective: &Value,
    out: &mut Vec<Finding>,
) {
    // The order of members may have changed on the way: what is under the digest has none.
    if canonical(effective) == canonical(answers) {
        return;
    }
    for field in &pack.fields {
        let of = |value: &'_ Value| value.get(&field.id).cloned();
        let (given, spelled, sealed) = (of(answers), of(spelled), of(effective));
        match (&field.kind, &given, &spelled, &sealed) {
            (
                Kind::Group(group),
                Some(Value::Array(given)),
                Some(Value::Array(spelled)),
                Some(Value::Array(sealed)),
            ) if given.len() == sealed.len() => {
                let fields = pack.groups.get(*group).map_or(&[][..], |group| &group.fields);
                for (number, ((given, spelled), sealed)) in given.iter().zip(spelled).zip(sealed).enumerate()
                {
                    if given.is_null() {
                        let place = Place { row: Some((&field.id, number)), field: "" };
                        out.push(about(findings::HIDDEN_ANSWER, field, place.path()));
                    }
                    for inner in fields {
                        let place = Place { row: Some((&field.id, number)), field: &inner.id };
                        let of = |row: &'_ Value| row.get(&inner.id).cloned();
                        compare(inner, place, of(given), of(spelled), of(sealed), out);
                    }
                }
            }
            _ => compare(field, Place { row: None, field: &field.id }, given, spelled, sealed, out),
        }
    }
}

fn compare(
    field: &Field,
    place: Place<'_>,
    given: Option<Value>,
    spelled: Option<Value>,
    sealed: Option<Value>,
    out: &mut Vec<Finding>,
) {
    let text = |value: &Option<Value>| value.as_ref().map(canonical);
    if text(&given) == text(&sealed) {
        return;
    }
    let code = if field.value.is_some() && is_blank(given.as_ref()) {
        findings::NOT_FILLED_IN
    } else if text(&given) != text(&spelled) {
        findings::OTHER_SPELLING
    } else if field.value.is_some() && sealed.is_some() {
        // The rules have said already that another value stands there.
        return;
    } else {
        findings::HIDDEN_ANSWER
    };
    out.push(about(code, field, place.path()));
}
