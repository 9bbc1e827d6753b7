//! The accepted examples of the packs, sealed.

use cancuoc::form::{self, Context, Pack, form_in_force};
use cancuoc::json::{self, LIMITS, Value, parse};
use cancuoc::reading::Assurance;
use cancuoc::{Date, Locale};

pub(crate) fn of_all_forms() -> Vec<Value> {
    let mut folders: Vec<_> =
        std::fs::read_dir("packs").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
        .iter()
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| of(&folder.join("examples.json")))
        .collect()
}

pub(crate) fn of_form(form: &str) -> Vec<Value> {
    of(&std::path::Path::new("packs").join(form).join("examples.json"))
}

fn of(path: &std::path::Path) -> Vec<Value> {
    let examples = parse(&std::fs::read_to_string(path).unwrap(), LIMITS).unwrap();
    let form = examples.get("form").and_then(Value::as_str).unwrap();
    let accepted = examples.get("accept").and_then(Value::as_array).unwrap().iter();
    accepted
        .map(|example| {
            let on = Date::from_iso(example.get("on").and_then(Value::as_str).unwrap()).unwrap();
            let pack = form_in_force(form, on).unwrap();
            sealed(pack, example.get("answers").unwrap(), on)
        })
        .collect()
}

/// Sealed at nine in the morning.
fn sealed(pack: &Pack, answers: &Value, on: Date) -> Value {
    let at = format!("{on}T09:00:00+07:00");
    let context = Context { provenance: None, assurance: Assurance::None, sealed_at: &at };
    json::of(&form::seal(pack, answers, &context, on).unwrap(), Locale::Vi).unwrap()
}

/// The first example of CT01 with answers of one's own.
pub(crate) fn ct01_with(changes: &[(&str, &str)]) -> Value {
    let on = Date::from_iso("2026-11-21").unwrap();
    let first = &of_form("ct01")[0];
    let mut answers = first.get("answers").unwrap().as_object().unwrap().to_vec();
    for (name, value) in changes {
        let value = parse(value, LIMITS).unwrap();
        match answers.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value,
            None => answers.push(((*name).to_owned(), value)),
        }
    }
    answers.retain(|(_, value)| !value.is_null());
    sealed(form_in_force("ct01", on).unwrap(), &Value::Object(answers), on)
}
