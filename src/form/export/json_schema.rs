//! JSON Schema 2020-12: shapes, and those conditions that it can say. Ages, days between and sums it cannot:
//! `validate` stays the check.

use super::condition::{always, field_at, shown};
use super::count::count;
use super::pattern::pattern;
use crate::form::pack::{Choice, Field, Kind, Pack, Required};
use crate::form::rule::{Place, Simple};
use crate::json::{Value, object};
use crate::{Locale, Options};

pub(super) fn schema(pack: &Pack, options: Options) -> Value {
    let fields: Vec<&Field> = pack.fields.iter().filter(|field| field.days.hold(options.on)).collect();
    let properties = fields.iter().map(|field| (field.id.clone(), property(pack, field, options))).collect();
    let (mut required, mut conditions) = (Vec::new(), Vec::new());
    for field in &fields {
        require(pack, None, field, shown(pack, field), &mut required, &mut conditions);
    }
    let title = if options.locale == Locale::Vi { &pack.title.vi } else { &pack.title.en };
    let mut members = vec![
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("$id", format!("urn:cancuoc:{}:{}", pack.id, pack.version).into()),
        ("title", title.as_str().into()),
        ("type", "object".into()),
        ("properties", Value::Object(properties)),
        ("required", Value::Array(required)),
        ("additionalProperties", false.into()),
    ];
    if !conditions.is_empty() {
        members.push(("allOf", Value::Array(conditions)));
    }
    object(members)
}

/// Required without a condition, or with one that the schema can say.
fn require(
    pack: &Pack,
    row: Option<&[Field]>,
    field: &Field,
    shown: Result<Option<Simple>, ()>,
    required: &mut Vec<Value>,
    conditions: &mut Vec<Value>,
) {
    // An unconfirmed requirement is no error.
    if field.basis.as_ref().is_some_and(|basis| basis.status == crate::finding::BasisStatus::Unconfirmed) {
        return;
    }
    let Ok(shown) = shown else { return };
    let when = match &field.required {
        Required::No => return,
        Required::Always => None,
        Required::When(condition) => match condition.simple() {
            Some(simple) => Some(simple),
            None => return,
        },
    };
    let all: Vec<Simple> = shown.into_iter().chain(when).collect();
    if all.is_empty() {
        required.push(field.id.as_str().into());
        return;
    }
    let Some(condition) = all.iter().map(|simple| subschema(pack, row, simple)).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let condition = if condition.len() == 1 {
        condition.into_iter().next().unwrap_or_default()
    } else {
        object(vec![("allOf", Value::Array(condition))])
    };
    let then = object(vec![("required", Value::Array(vec![field.id.as_str().into()]))]);
    conditions.push(object(vec![("if", condition), ("then", then)]));
}

/// The condition as a schema that holds when the condition does.
fn subschema(pack: &Pack, row: Option<&[Field]>, simple: &Simple) -> Option<Value> {
    let all =
        |list: &[Simple]| list.iter().map(|simple| subschema(pack, row, simple)).collect::<Option<Vec<_>>>();
    Some(match simple {
        Simple::All(list) => object(vec![("allOf", Value::Array(all(list)?))]),
        Simple::Any(list) => object(vec![("anyOf", Value::Array(all(list)?))]),
        Simple::Not(inner) => object(vec![("not", subschema(pack, row, inner)?)]),
        Simple::OneOf(place, values) => {
            // A row's schema cannot see the form's fields.
            if row.is_some() && matches!(place, Place::Field(_)) {
                return None;
            }
            let name = field_at(pack, row, *place)?.id.as_str();
            let one = object(vec![("enum", Value::Array(values.clone()))]);
            object(vec![
                ("properties", object(vec![(name, one)])),
                ("required", Value::Array(vec![name.into()])),
            ])
        }
        Simple::Has(place) => {
            if row.is_some() && matches!(place, Place::Field(_)) {
                return None;
            }
            object(vec![("required", Value::Array(vec![field_at(pack, row, *place)?.id.as_str().into()]))])
        }
    })
}

fn property(pack: &Pack, field: &Field, options: Options) -> Value {
    let label = if options.locale == Locale::Vi { &field.label.vi } else { &field.label.en };
    let mut members = vec![("title", Value::from(label.as_str()))];
    members.extend(shape(pack, field, options));
    object(members)
}

fn shape(pack: &Pack, field: &Field, options: Options) -> Vec<(&'static str, Value)> {
    let text = || ("type", Value::from("string"));
    let mut members = match &field.kind {
        Kind::Text { min, max, .. } => {
            vec![text(), ("minLength", count((*min).max(1))), ("maxLength", count(*max))]
        }
        Kind::Name { max, .. } => vec![text(), ("minLength", count(1)), ("maxLength", count(*max))],
        Kind::Date { precision: [true, false, false], .. } => vec![text(), ("format", "date".into())],
        Kind::Passport => vec![text(), ("minLength", count(1)), ("maxLength", count(20))],
        Kind::Email => vec![text(), ("format", "email".into()), ("maxLength", count(254))],
        Kind::Choice { open: true, .. } => vec![text(), ("minLength", count(1)), ("maxLength", count(100))],
        Kind::Choice { choices, .. } => vec![("enum", values(choices, options))],
        Kind::MultiChoice { choices, min, max } => vec![
            ("type", "array".into()),
            ("items", object(vec![("enum", values(choices, options))])),
            ("uniqueItems", true.into()),
            ("minItems", count(*min)),
            ("maxItems", count(*max)),
        ],
        Kind::Boolean => vec![("type", "boolean".into())],
        Kind::Number { min, max, decimals: true } => vec![
            ("type", "number".into()),
            ("exclusiveMinimum", min.saturating_sub(1).into()),
            ("exclusiveMaximum", max.saturating_add(1).into()),
        ],
        Kind::Number { min, max, .. } => {
            vec![("type", "integer".into()), ("minimum", (*min).into()), ("maximum", (*max).into())]
        }
        Kind::Address => {
            let either = || ("type", vec!["string".into(), "null".into()].into());
            let part = || object(vec![either(), ("maxLength", count(300))]);
            let names = ["text", "street", "commune", "communeCode", "province", "provinceCode"];
            let parts = names.into_iter().map(|name| (name, part())).collect();
            // Codes alone are no address that somebody can read.
            let said = ["text", "street", "commune", "province"].map(|name| {
                let some = object(vec![text(), ("minLength", count(1))]);
                object(vec![
                    ("properties", object(vec![(name, some)])),
                    ("required", vec![name.into()].into()),
                ])
            });
            let whole = object(vec![
                ("type", "object".into()),
                ("properties", object(parts)),
                ("additionalProperties", false.into()),
                ("anyOf", Value::Array(said.into())),
            ]);
            let plain = object(vec![text(), ("minLength", count(1)), ("maxLength", count(300))]);
            vec![("anyOf", Value::Array(vec![plain, whole]))]
        }
        Kind::Attachment { min, max, max_bytes, types } => {
            let names = ["name", "size", "type", "sha256"];
            let types = types.iter().map(|kind| kind.as_str().into()).collect();
            let size = object(vec![
                ("type", "integer".into()),
                ("minimum", count(1)),
                ("maximum", (*max_bytes).into()),
            ]);
            let file = object(vec![
                ("type", "object".into()),
                (
                    "properties",
                    object(vec![
                        ("name", object(vec![text(), ("minLength", count(1)), ("maxLength", count(255))])),
                        ("size", size),
                        ("type", object(vec![("enum", Value::Array(types))])),
                        ("sha256", object(vec![text(), ("pattern", "^[0-9a-f]{64}$".into())])),
                    ]),
                ),
                ("required", Value::Array(names.into_iter().map(Value::from).collect())),
                ("additionalProperties", false.into()),
            ]);
            vec![
                ("type", "array".into()),
                ("items", file),
                ("minItems", count(*min)),
                ("maxItems", count(*max)),
            ]
        }
        Kind::Group(group) => rows(pack, *group, options, always(field)),
        _ => vec![text(), ("minLength", count(1)), ("maxLength", count(250))],
    };
    if let Some(pattern) = pattern(&field.kind) {
        members.push(("pattern", pattern.into()));
    }
    members
}

fn rows(pack: &Pack, group: usize, options: Options, required_group: bool) -> Vec<(&'static str, Value)> {
    let Some(group) = pack.groups.get(group) else { return vec![] };
    let fields: Vec<&Field> = group.fields.iter().filter(|field| field.days.hold(options.on)).collect();
    let properties = fields.iter().map(|field| (field.id.clone(), property(pack, field, options))).collect();
    let (mut required, mut conditions) = (Vec::new(), Vec::new());
    for field in &fields {
        let shown = field.visible.as_ref().map(|condition| condition.simple().ok_or(())).transpose();
        require(pack, Some(&group.fields), field, shown, &mut required, &mut conditions);
    }
    let mut row = vec![
        ("type", "object".into()),
        ("properties", Value::Object(properties)),
        ("required", Value::Array(required)),
        ("additionalProperties", false.into()),
    ];
    if !conditions.is_empty() {
        row.push(("allOf", Value::Array(conditions)));
    }
    let min = if required_group { group.min.max(1) } else { group.min };
    vec![
        ("type", "array".into()),
        ("items", object(row)),
        ("minItems", count(min)),
        ("maxItems", count(group.max)),
    ]
}

fn values(choices: &[Choice], options: Options) -> Value {
    let choices = choices.iter().filter(|choice| choice.days.hold(options.on));
    Value::Array(choices.map(|choice| choice.value.as_str().into()).collect())
}
