//! Form.io: components of a form, and a submission (`{ data, metadata }`), as the newer portals take them.

use super::condition::{always, field_at, shown};
use super::count::count;
use super::pattern::pattern;
use crate::form::pack::{Bilingual, Choice, Field, Kind, Pack, Required};
use crate::form::rule::{Place, Simple};
use crate::json::{Value, object};
use crate::{Locale, Options};

/// `{ title, name, path, type, display, components, properties }`
pub(super) fn form(pack: &Pack, options: Options) -> Value {
    let mut panels = Vec::new();
    for (index, section) in pack.sections.iter().enumerate() {
        let fields = pack.fields.iter().filter(|field| field.section == index && field.days.hold(options.on));
        let components: Vec<Value> = fields.map(|field| component(pack, None, field, options)).collect();
        let source = pack.source.get("sections").and_then(Value::as_array).and_then(|list| list.get(index));
        let title = source.and_then(|section| section.get("title")?.get(options.locale.name()).cloned());
        panels.push(object(vec![
            ("type", "panel".into()),
            ("key", section.id.as_str().into()),
            ("title", title.into()),
            ("input", false.into()),
            ("components", Value::Array(components)),
        ]));
    }
    object(vec![
        ("title", words(&pack.title, options)),
        ("name", pack.id.as_str().into()),
        ("path", pack.id.as_str().into()),
        ("type", "form".into()),
        ("display", "form".into()),
        ("components", Value::Array(panels)),
        ("properties", object(vec![("version", pack.version.as_str().into())])),
    ])
}

/// `{ data, metadata: { cancuoc: … } }`: the seal's other members travel beside the data.
pub(super) fn submission(pack: &Pack, application: &Value, answers: &Value, names: Option<&Value>) -> Value {
    let mut data = Vec::new();
    for field in &pack.fields {
        let Some(answer) = answers.get(&field.id) else { continue };
        let key = names.and_then(|names| names.get(&field.id)).and_then(Value::as_str).unwrap_or(&field.id);
        data.push((key.to_owned(), datum(pack, field, answer)));
    }
    let seal = application.as_object().unwrap_or_default().iter().filter(|(name, _)| name != "answers");
    let metadata = object(vec![("cancuoc", Value::Object(seal.cloned().collect()))]);
    object(vec![("data", Value::Object(data)), ("metadata", metadata)])
}

fn datum(pack: &Pack, field: &Field, answer: &Value) -> Value {
    match &field.kind {
        Kind::Address if answer.as_str().is_some() => object(vec![("text", answer.clone())]),
        Kind::MultiChoice { choices, .. } => {
            let chosen = answer.as_array().unwrap_or_default();
            let tick = |choice: &Choice| chosen.iter().any(|value| value.as_str() == Some(&choice.value));
            Value::Object(choices.iter().map(|choice| (choice.value.clone(), tick(choice).into())).collect())
        }
        Kind::Attachment { .. } => {
            let files = answer.as_array().unwrap_or_default().iter();
            Value::Array(
                files
                    .map(|file| {
                        let mut members = file.as_object().unwrap_or_default().to_vec();
                        members.push(("originalName".into(), file.get("name").cloned().unwrap_or_default()));
                        members.push(("storage".into(), "digest".into()));
                        Value::Object(members)
                    })
                    .collect(),
            )
        }
        Kind::Group(group) => {
            let fields = pack.groups.get(*group).map_or(&[][..], |group| &group.fields);
            let rows = answer.as_array().unwrap_or_default().iter();
            let row = |row: &Value| {
                let cells = fields.iter().filter_map(|field| {
                    row.get(&field.id).map(|answer| (field.id.clone(), datum(pack, field, answer)))
                });
                Value::Object(cells.collect())
            };
            Value::Array(rows.map(row).collect())
        }
        _ => answer.clone(),
    }
}

fn component(pack: &Pack, row: Option<&[Field]>, field: &Field, options: Options) -> Value {
    let mut members = vec![
        ("key", Value::from(field.id.as_str())),
        ("label", words(&field.label, options)),
        ("input", true.into()),
    ];
    let mut check: Vec<(&str, Value)> = Vec::new();
    let kind = match &field.kind {
        Kind::Text { min, max, multiline, .. } => {
            if *min > 0 {
                check.push(("minLength", count(*min)));
            }
            check.push(("maxLength", count(*max)));
            if *multiline { "textarea" } else { "textfield" }
        }
        Kind::Name { max, .. } => {
            check.push(("maxLength", count(*max)));
            "textfield"
        }
        // A day, as a text: Form.io's calendar would make an instant of it, and its server the day before.
        Kind::Date { .. } => {
            members.push(("placeholder", "2026-11-21".into()));
            "textfield"
        }
        Kind::Email => "email",
        // A box that is required must be ticked there; "no" is an answer too.
        Kind::Boolean if !matches!(field.required, Required::No) => {
            let answer = |value: &str, vi: &str, en: &str| {
                let label = if options.locale == Locale::Vi { vi } else { en };
                object(vec![("label", label.into()), ("value", value.into())])
            };
            members
                .push(("values", vec![answer("true", "Có", "Yes"), answer("false", "Không", "No")].into()));
            "radio"
        }
        Kind::Boolean => "checkbox",
        Kind::Number { min, max, decimals } => {
            if !decimals {
                check.push(("integer", true.into()));
            }
            check.push(("min", (*min).into()));
            check.push(("max", (*max).into()));
            "number"
        }
        Kind::Choice { choices, open: false } if choices.len() <= 4 => {
            members.push(("values", labelled(choices, options)));
            "radio"
        }
        Kind::Choice { choices, open: false } => {
            members.push(("data", object(vec![("values", labelled(choices, options))])));
            "select"
        }
        Kind::MultiChoice { choices, min, max } => {
            members.push(("values", labelled(choices, options)));
            check.push(("minSelectedCount", count(*min)));
            check.push(("maxSelectedCount", count(*max)));
            "selectboxes"
        }
        Kind::Attachment { max, types, .. } => {
            members.push(("multiple", (*max > 1).into()));
            members.push(("filePattern", types.join(",").into()));
            "file"
        }
        Kind::Address => {
            let names = [("text", &field.label)];
            let inner = names.map(|(key, label)| {
                object(vec![
                    ("type", "textfield".into()),
                    ("key", key.into()),
                    ("label", words(label, options)),
                    ("input", true.into()),
                    ("validate", object(vec![("maxLength", count(300)), ("required", always(field).into())])),
                ])
            });
            members.push(("components", Value::Array(inner.into())));
            "container"
        }
        Kind::Group(group) => {
            let group = pack.groups.get(*group);
            let fields = group.map_or(&[][..], |group| &group.fields);
            let fields = fields.iter().filter(|field| field.days.hold(options.on));
            let rows = group.map(|group| group.fields.as_slice());
            members.push((
                "components",
                Value::Array(fields.map(|field| component(pack, rows, field, options)).collect()),
            ));
            // It starts without a row: an empty one would miss all that a row needs.
            members.push(("initEmpty", true.into()));
            check.push(("maxLength", count(group.map_or(0, |group| group.max))));
            "datagrid"
        }
        _ => "textfield",
    };
    if let Some(pattern) = pattern(&field.kind).filter(|_| kind == "textfield") {
        // Form.io anchors it itself.
        check.push(("pattern", pattern.trim_start_matches('^').trim_end_matches('$').into()));
    }
    // Form.io leaves out what is hidden, so without a condition that it cannot evaluate it would require too much.
    let condition = match row {
        Some(_) => field.visible.as_ref().map(|visible| visible.simple().ok_or(())).transpose(),
        None => shown(pack, field),
    };
    if always(field) && condition.is_ok() {
        check.push(("required", true.into()));
    }
    if let Ok(Some(script)) = condition.map(|simple| simple.and_then(|simple| script(pack, row, &simple))) {
        members.push(("customConditional", format!("show = {script};").into()));
        members.push(("clearOnHide", true.into()));
    }
    if let Required::When(when) = &field.required
        && let Some(script) = when.simple().and_then(|simple| script(pack, row, &simple))
    {
        let words = format!("valid = input || input === false || !({script}) ? true : '!';");
        check.push(("custom", words.into()));
    }
    members.insert(0, ("type", kind.into()));
    members.push(("validate", object(check)));
    object(members)
}

/// The condition in JavaScript, as Form.io evaluates it: `data` is the form, `row` the row.
fn script(pack: &Pack, row: Option<&[Field]>, simple: &Simple) -> Option<String> {
    let all = |list: &[Simple], sign: &str| -> Option<String> {
        let parts = list.iter().map(|simple| script(pack, row, simple)).collect::<Option<Vec<_>>>()?;
        Some(format!("({})", parts.join(sign)))
    };
    let name = |place: Place| -> Option<String> {
        let field = field_at(pack, row, place)?;
        let of = if matches!(place, Place::Row(_)) { "row" } else { "data" };
        // A multi-choice is an object of ticks there.
        (!matches!(field.kind, Kind::MultiChoice { .. } | Kind::Address))
            .then(|| format!("{of}?.{}", field.id))
    };
    match simple {
        Simple::All(list) => all(list, " && "),
        Simple::Any(list) => all(list, " || "),
        Simple::Not(inner) => Some(format!("!{}", script(pack, row, inner)?)),
        Simple::OneOf(place, values) => {
            Some(format!("{}.includes({})", Value::Array(values.clone()), name(*place)?))
        }
        Simple::Has(place) => Some(format!("!!({0} && {0}.length !== 0)", name(*place)?)),
    }
}

fn labelled(choices: &[Choice], options: Options) -> Value {
    let choices = choices.iter().filter(|choice| choice.days.hold(options.on));
    let choice = |choice: &Choice| {
        object(vec![("label", words(&choice.label, options)), ("value", choice.value.as_str().into())])
    };
    Value::Array(choices.map(choice).collect())
}

fn words(words: &Bilingual, options: Options) -> Value {
    if options.locale == Locale::Vi { words.vi.as_str().into() } else { words.en.as_str().into() }
}
