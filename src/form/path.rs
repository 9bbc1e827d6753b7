//! Paths of answers: `pin`, `members[0].pin`.

use super::blank::is_blank;
use crate::json::Value;

/// A field of the form, or of a group's row.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    /// The group's field and the row's number.
    pub(super) row: Option<(&'p str, usize)>,
    pub(super) field: &'p str,
}

impl Place<'_> {
    /// `pin`, `members[0].pin`, and without a field `members[0]`.
    pub(super) fn path(self) -> String {
        let Some((group, row)) = self.row else { return self.field.to_owned() };
        [group, "[", &row.to_string(), if self.field.is_empty() { "]" } else { "]." }, self.field].concat()
    }
}

/// The answer at `members[0].pin`.
pub(super) fn at<'v>(answers: &'v Value, path: &str) -> Option<&'v Value> {
    let (head, rest) = path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)));
    let value = match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
        Some((name, index)) => answers.get(name)?.as_array()?.get(row(index)?)?,
        None => answers.get(head)?,
    };
    match rest {
        Some(rest) => value.get(rest),
        None => Some(value),
    }
}

/// The number of a row. It has one spelling: neither `00` nor `+0` is a row, or one answer had many paths.
pub(super) fn row(digits: &str) -> Option<usize> {
    let is_plain = digits == "0" || !digits.starts_with(['0', '+']);
    digits.parse().ok().filter(|_| is_plain)
}

/// Writes `value` at `path`, whose row is there or the next one. A row that is no object is replaced only if blank.
pub(super) fn put(answers: &mut Value, path: &str, value: Value) {
    let (head, rest) = path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)));
    let Some(rest) = rest else {
        set(answers, head, value);
        return;
    };
    let Some((name, index)) = head.strip_suffix(']').and_then(|head| head.split_once('[')) else { return };
    let mut rows = match answers.get(name) {
        Some(Value::Array(rows)) => rows.clone(),
        _ => vec![],
    };
    let Some(index) = row(index) else { return };
    if index == rows.len() {
        rows.push(Value::Object(vec![]));
    }
    if let Some(row) = rows.get_mut(index) {
        if is_blank(Some(row)) && row.as_object().is_none() {
            *row = Value::Object(vec![]);
        }
        set(row, rest, value);
    }
    set(answers, name, Value::Array(rows));
}

fn set(object: &mut Value, name: &str, value: Value) {
    let Value::Object(members) = object else { return };
    match members.iter_mut().find(|(other, _)| other == name) {
        Some((_, place)) => *place = value,
        None => members.push((name.to_owned(), value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_answer() {
        let answers = crate::json::parse(r#"{"a":1,"rows":[{"b":2}]}"#, crate::json::LIMITS).unwrap();
        assert_eq!(at(&answers, "rows[0].b").and_then(Value::as_f64), Some(2.0));
        assert!(at(&answers, "a").is_some());
        for path in
            ["rows[1].b", "rows[0].c", "rows[x]", "", "[0]", "a.b", "rows[00].b", "rows[+0].b", "rows[].b"]
        {
            assert_eq!(at(&answers, path), None, "{path}");
        }
    }
}
