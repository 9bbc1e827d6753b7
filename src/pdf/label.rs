use super::value::MONEY;
use crate::form::{Field, Pack};
use crate::json::Value;

/// A field as its pack writes it.
pub(super) fn source<'p>(pack: &'p Pack, id: &str) -> Option<&'p Value> {
    let list = |value: &'p Value, name: &str| value.get(name).and_then(Value::as_array).unwrap_or_default();
    let fields = list(&pack.source, "sections").iter().flat_map(|section| list(section, "fields"));
    fields.into_iter().find(|field| field.get("id").and_then(Value::as_str) == Some(id))
}

/// The field of a row as its pack writes it.
pub(super) fn row_source<'p>(group: Option<&'p Value>, id: &str) -> Option<&'p Value> {
    let fields = group.and_then(|group| group.get("fields")).and_then(Value::as_array).unwrap_or_default();
    fields.iter().find(|field| field.get("id").and_then(Value::as_str) == Some(id))
}

/// `4. Số định danh cá nhân`
pub(super) fn numbered(source: Option<&Value>, field: &Field) -> String {
    match source.and_then(|source| source.get("number")).and_then(Value::as_str) {
        Some(number) => format!("{number}. {}", field.label.vi),
        None => field.label.vi.clone(),
    }
}

/// The unit of a number: `m²`.
pub(super) fn unit(source: Option<&Value>) -> Option<&str> {
    if source?.get("type").and_then(Value::as_str) == Some("money") {
        return Some(MONEY);
    }
    source?.get("unit")?.get("vi")?.as_str()
}
