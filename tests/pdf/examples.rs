//! The accepted examples of the packs, sealed; and the text of a file.

use cancuoc::form::{self, Context, Pack, form_in_force};
use cancuoc::json::{self, LIMITS, Value, parse};
use cancuoc::reading::Assurance;
use cancuoc::{Date, Locale};

/// An example and what was sealed of it.
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) pack: &'static Pack,
    pub(crate) sealed: Value,
}

pub(crate) fn of_all_forms() -> Vec<Example> {
    let mut folders: Vec<_> =
        std::fs::read_dir("packs").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
        .iter()
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| of(&folder.join("examples.json")))
        .collect()
}

pub(crate) fn of_form(form: &str) -> Vec<Example> {
    of(&std::path::Path::new("packs").join(form).join("examples.json"))
}

fn of(path: &std::path::Path) -> Vec<Example> {
    let examples = parse(&std::fs::read_to_string(path).unwrap(), LIMITS).unwrap();
    let form = examples.get("form").and_then(Value::as_str).unwrap();
    let accepted = examples.get("accept").and_then(Value::as_array).unwrap().iter();
    accepted
        .map(|example| {
            let text = |name: &str| example.get(name).and_then(Value::as_str).unwrap();
            let on = Date::from_iso(text("on")).unwrap();
            let pack = form_in_force(form, on).unwrap();
            let sealed = sealed(pack, example.get("answers").unwrap(), on);
            Example { name: format!("{form}: {}", text("name")), pack, sealed }
        })
        .collect()
}

/// Sealed at nine in the morning.
pub(crate) fn sealed(pack: &Pack, answers: &Value, on: Date) -> Value {
    let at = format!("{on}T09:00:00+07:00");
    let context = Context { provenance: None, assurance: Assurance::None, sealed_at: &at };
    json::of(&form::seal(pack, answers, &context, on).unwrap(), Locale::Vi).unwrap()
}

/// The first example of CT01 with answers of one's own.
pub(crate) fn ct01_with(changes: &[(&str, &str)]) -> Value {
    let on = Date::from_iso("2026-11-21").unwrap();
    let first = &of_form("ct01")[0];
    let mut answers = first.sealed.get("answers").unwrap().as_object().unwrap().to_vec();
    for (name, value) in changes {
        let value = parse(value, LIMITS).unwrap();
        match answers.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value,
            None => answers.push(((*name).to_owned(), value)),
        }
    }
    answers.retain(|(_, value)| !value.is_null());
    sealed(first.pack, &Value::Object(answers), on)
}

/// The text of each page, without blanks: where they stand is a matter of the layout.
pub(crate) fn texts(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    pages.iter().map(|page| without_blanks(&document.extract_text(&[*page]).unwrap())).collect()
}

pub(crate) fn without_blanks(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
