use super::block::{Entry, Table};
use super::label::{row_source, source, unit};
use super::value::{plain, shown};
use crate::form::{Field, Kind, Pack};
use crate::json::Value;

/// The rows of a group as a table, each with its number; one without rows has a blank one.
pub(super) fn table(pack: &Pack, field: &Field, caption: String, answers: &Value) -> Table {
    let (fields, own) = (fields(pack, field), source(pack, &field.id));
    let mut heads = vec!["TT".to_owned()];
    heads.extend(fields.iter().map(|field| field.label.vi.clone()));
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in rows_of(answers, field) {
        let mut cells = vec![rows.len().saturating_add(1).to_string()];
        cells.extend(fields.iter().map(|field| {
            let value = row.get(&field.id);
            value.map_or(String::new(), |value| shown(&field.kind, unit(row_source(own, &field.id)), value))
        }));
        rows.push(cells);
    }
    if rows.is_empty() {
        rows.push(vec![String::new(); heads.len()]);
    }
    Table { caption: Some(caption), heads, rows }
}

/// Each row of a group on a line: `Nguyễn Thị Hộ, Đồng ý qua VNeID`.
pub(super) fn lines(pack: &Pack, field: &Field, answers: &Value) -> Vec<String> {
    let (fields, own) = (fields(pack, field), source(pack, &field.id));
    let line = |row: &Value| {
        let shown =
            |field: &Field| Some(shown(&field.kind, unit(row_source(own, &field.id)), row.get(&field.id)?));
        fields.iter().filter_map(shown).collect::<Vec<_>>().join(", ")
    };
    rows_of(answers, field).iter().map(line).collect()
}

/// What rows hold and the form does not know.
pub(super) fn unknown(pack: &Pack, field: &Field, answers: &Value) -> Vec<Entry> {
    let known = fields(pack, field);
    let mut entries = Vec::new();
    for (index, row) in rows_of(answers, field).iter().enumerate() {
        let members = row.as_object().unwrap_or_default();
        for (name, value) in members.iter().filter(|(name, _)| !known.iter().any(|field| field.id == *name)) {
            entries.push(Entry { label: format!("{}[{index}].{name}", field.id), value: plain(value) });
        }
    }
    entries
}

fn fields<'p>(pack: &'p Pack, field: &Field) -> &'p [Field] {
    let Kind::Group(group) = field.kind else { return &[] };
    pack.groups.get(group).map_or(&[], |group| &group.fields)
}

fn rows_of<'a>(answers: &'a Value, field: &Field) -> &'a [Value] {
    answers.get(&field.id).and_then(Value::as_array).unwrap_or_default()
}
