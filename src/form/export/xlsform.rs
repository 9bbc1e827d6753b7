//! XLSForm (xlsform.org): the sheets `survey`, `choices`, `settings` as lists of rows, columns by name.

use super::condition::{always, field_at, shown};
use super::pattern::pattern;
use crate::form::pack::{Bilingual, Choice, Field, Kind, Pack, Required};
use crate::form::rule::{Place, Simple};
use crate::json::{Value, object};
use crate::{Locale, Options};

const LABELS: [&str; 2] = ["label::Tiếng Việt (vi)", "label::English (en)"];
const HINTS: [&str; 2] = ["hint::Tiếng Việt (vi)", "hint::English (en)"];

/// `{ survey, choices, settings }`
pub(super) fn sheets(pack: &Pack, options: Options) -> Value {
    let mut sheets = Sheets { pack, options, survey: vec![], choices: vec![] };
    for (index, section) in pack.sections.iter().enumerate() {
        let source = pack.source.get("sections").and_then(Value::as_array).and_then(|list| list.get(index));
        let mut begin =
            vec![("type", "begin_group".into()), ("name", format!("section_{}", section.id).into())];
        begin.extend(labels(LABELS, source.and_then(|section| section.get("title"))));
        sheets.survey.push(object(begin));
        for field in pack.fields.iter().filter(|field| field.section == index && field.days.hold(options.on))
        {
            sheets.field(field, None);
        }
        sheets.survey.push(object(vec![("type", "end_group".into())]));
    }
    let title = if options.locale == Locale::Vi { &pack.title.vi } else { &pack.title.en };
    let language = if options.locale == Locale::Vi { "Tiếng Việt (vi)" } else { "English (en)" };
    let settings = object(vec![
        ("form_title", title.as_str().into()),
        ("form_id", pack.id.as_str().into()),
        ("version", pack.version.as_str().into()),
        ("default_language", language.into()),
    ]);
    object(vec![
        ("survey", Value::Array(sheets.survey)),
        ("choices", Value::Array(sheets.choices)),
        ("settings", Value::Array(vec![settings])),
    ])
}

/// The answers as an ODK submission writes them: choices of many with spaces between, truth as `yes` and `no`,
/// a text of one's own as the choice `other` and the text beside it.
pub(super) fn instance(pack: &Pack, answers: &Value) -> Value {
    members(pack, &pack.fields, "", answers)
}

fn members(pack: &Pack, fields: &[Field], before: &str, answers: &Value) -> Value {
    let mut members = Vec::new();
    for field in fields {
        let Some(answer) = answers.get(&field.id) else { continue };
        let name = format!("{before}{}", field.id);
        match &field.kind {
            Kind::Choice { choices, open: true }
                if !choices.iter().any(|choice| answer.as_str() == Some(choice.value.as_str())) =>
            {
                members.push((format!("{name}_{OTHER}"), answer.clone()));
                members.push((name, OTHER.into()));
            }
            _ => members.push((name, written(pack, field, answer))),
        }
    }
    Value::Object(members)
}

fn written(pack: &Pack, field: &Field, answer: &Value) -> Value {
    match (&field.kind, answer) {
        (_, Value::Bool(truth)) => if *truth { "yes" } else { "no" }.into(),
        (Kind::MultiChoice { .. }, Value::Array(items)) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ").into()
        }
        (Kind::Address, Value::Object(_)) => answer.get("text").cloned().unwrap_or_default(),
        (Kind::Attachment { .. }, Value::Array(files)) => files
            .iter()
            .filter_map(|file| file.get("name").and_then(Value::as_str))
            .collect::<Vec<_>>()
            .join(" ")
            .into(),
        (Kind::Group(group), Value::Array(rows)) => {
            let fields = pack.groups.get(*group).map_or(&[][..], |group| &group.fields);
            let row = |row: &Value| members(pack, fields, &format!("{GROUPED}_"), row);
            Value::Array(rows.iter().map(row).collect())
        }
        _ => answer.clone(),
    }
}

/// The choice that opens a text beside an open list, and the end of that text's name.
const OTHER: &str = "other";

/// Before the names of a row's fields: `${…}` must name one question only.
const GROUPED: &str = "row";

struct Sheets<'p> {
    pack: &'p Pack,
    options: Options,
    survey: Vec<Value>,
    choices: Vec<Value>,
}

impl<'p> Sheets<'p> {
    fn field(&mut self, field: &'p Field, row: Option<&'p [Field]>) {
        let name = if row.is_some() { format!("{GROUPED}_{}", field.id) } else { field.id.clone() };
        if let Kind::Group(group) = field.kind {
            let Some(group) = self.pack.groups.get(group) else { return };
            self.question("begin_repeat", &name, field, row, vec![]);
            let on = self.options.on;
            for inner in group.fields.iter().filter(|field| field.days.hold(on)) {
                self.field(inner, Some(&group.fields));
            }
            self.survey.push(object(vec![("type", "end_repeat".into())]));
            return;
        }
        let list = format!("list_{name}");
        let mut columns: Vec<(&str, Value)> = Vec::new();
        let kind = match &field.kind {
            Kind::Choice { choices, open } => {
                self.list(&list, choices);
                if *open {
                    self.choice(&list, OTHER, &words("Khác", "Other"));
                }
                format!("select_one {list}")
            }
            Kind::MultiChoice { choices, .. } => {
                self.list(&list, choices);
                format!("select_multiple {list}")
            }
            Kind::Boolean => {
                if !self
                    .choices
                    .iter()
                    .any(|choice| choice.get("list_name").and_then(Value::as_str) == Some("yes_no"))
                {
                    for (value, label) in [("yes", words("Có", "Yes")), ("no", words("Không", "No"))] {
                        self.choice("yes_no", value, &label);
                    }
                }
                "select_one yes_no".into()
            }
            Kind::Number { min, max, decimals } => {
                columns.push(("constraint", format!(". >= {min} and . <= {max}").into()));
                if *decimals { "decimal" } else { "integer" }.into()
            }
            Kind::Date { precision: [true, false, false], .. } => "date".into(),
            Kind::Attachment { .. } => "file".into(),
            Kind::Text { multiline: true, .. } => {
                columns.push(("appearance", "multiline".into()));
                "text".into()
            }
            _ => "text".into(),
        };
        if let Some(pattern) = pattern(&field.kind).filter(|_| kind == "text") {
            columns.push(("constraint", format!("regex(., '{pattern}')").into()));
        }
        self.question(&kind, &name, field, row, columns);
        if matches!(field.kind, Kind::Choice { open: true, .. }) {
            // `or_other` of the standard has words in one language only.
            let mut other = vec![("type", "text".into()), ("name", format!("{name}_{OTHER}").into())];
            other.push((LABELS[0], format!("{} (khác)", field.label.vi).into()));
            other.push((LABELS[1], format!("{} (other)", field.label.en).into()));
            other.push(("required", "yes".into()));
            other.push(("relevant", format!("${{{name}}} = '{OTHER}'").into()));
            self.survey.push(object(other));
        }
    }

    fn question(
        &mut self,
        kind: &str,
        name: &str,
        field: &Field,
        row: Option<&[Field]>,
        columns: Vec<(&'static str, Value)>,
    ) {
        let mut members = vec![("type", Value::from(kind)), ("name", Value::from(name))];
        members.push((LABELS[0], field.label.vi.as_str().into()));
        members.push((LABELS[1], field.label.en.as_str().into()));
        members.extend(labels(HINTS, self.hint(field, row.is_some())));
        let condition = match row {
            Some(_) => field.visible.as_ref().map(|visible| visible.simple().ok_or(())).transpose(),
            None => shown(self.pack, field),
        };
        let group = kind.starts_with("begin");
        if !group && always(field) && condition.is_ok() {
            members.push(("required", "yes".into()));
        } else if let Required::When(when) = &field.required
            && let Some(text) = when.simple().and_then(|simple| self.xpath(row, &simple)).filter(|_| !group)
        {
            members.push(("required", text.into()));
        }
        if let Ok(Some(text)) = condition.map(|simple| simple.and_then(|simple| self.xpath(row, &simple))) {
            members.push(("relevant", text.into()));
        }
        members.extend(columns);
        self.survey.push(object(members));
    }

    /// The field's hint, out of the pack's text.
    fn hint(&self, field: &Field, in_row: bool) -> Option<&'p Value> {
        let named = |list: &'p [Value]| {
            list.iter().find(|other| other.get("id").and_then(Value::as_str) == Some(&field.id))
        };
        let section = self.pack.source.get("sections")?.as_array()?.get(field.section)?;
        if in_row { None } else { named(section.get("fields")?.as_array()?)?.get("hint") }
    }

    fn list(&mut self, list: &str, choices: &[Choice]) {
        let on = self.options.on;
        for choice in choices.iter().filter(|choice| choice.days.hold(on)) {
            self.choice(list, &choice.value, &choice.label);
        }
    }

    fn choice(&mut self, list: &str, value: &str, label: &Bilingual) {
        let words = [(LABELS[0], label.vi.as_str().into()), (LABELS[1], label.en.as_str().into())];
        let mut members = vec![("list_name", list.into()), ("name", value.into())];
        members.extend(words);
        self.choices.push(object(members));
    }

    /// The condition in XPath, as XLSForm writes it.
    fn xpath(&self, row: Option<&[Field]>, simple: &Simple) -> Option<String> {
        let all = |list: &[Simple], sign: &str| -> Option<String> {
            let parts = list.iter().map(|simple| self.xpath(row, simple)).collect::<Option<Vec<_>>>()?;
            Some(format!("({})", parts.join(sign)))
        };
        let name = |place: Place| -> Option<String> {
            let field = field_at(self.pack, row, place)?;
            let prefix = if matches!(place, Place::Row(_)) { format!("{GROUPED}_") } else { String::new() };
            (!matches!(field.kind, Kind::Group(_))).then(|| format!("${{{prefix}{}}}", field.id))
        };
        match simple {
            Simple::All(list) => all(list, " and "),
            Simple::Any(list) => all(list, " or "),
            Simple::Not(inner) => Some(format!("not({})", self.xpath(row, inner)?)),
            Simple::OneOf(place, values) => {
                let field = name(*place)?;
                let one = |value: &Value| match value {
                    Value::Bool(truth) => Some(format!("{field} = '{}'", if *truth { "yes" } else { "no" })),
                    Value::Number(number) => Some(format!("{field} = {number}")),
                    Value::String(text) if !text.contains('\'') => Some(format!("{field} = '{text}'")),
                    _ => None,
                };
                Some(format!("({})", values.iter().map(one).collect::<Option<Vec<_>>>()?.join(" or ")))
            }
            Simple::Has(place) => Some(format!("{} != ''", name(*place)?)),
        }
    }
}

fn words(vi: &str, en: &str) -> Bilingual {
    Bilingual { vi: vi.into(), en: en.into() }
}

fn labels(columns: [&'static str; 2], words: Option<&Value>) -> Vec<(&'static str, Value)> {
    let Some(words) = words else { return vec![] };
    let word = |name: &str| words.get(name).cloned().unwrap_or_default();
    vec![(columns[0], word("vi")), (columns[1], word("en"))]
}
