use super::day::slashed;
use crate::form::{Choice, Kind};
use crate::json::Value;

/// An answer as people write it on paper.
pub(super) fn shown(kind: &Kind, unit: Option<&str>, value: &Value) -> String {
    match (kind, value) {
        (Kind::Date { .. }, Value::String(iso)) => slashed(iso),
        (_, Value::Bool(yes)) => if *yes { "Có" } else { "Không" }.to_owned(),
        (Kind::Choice { choices, .. }, Value::String(value)) => label(choices, value),
        (Kind::MultiChoice { choices, .. }, Value::Array(values)) => {
            let labels = values.iter().filter_map(Value::as_str).map(|value| label(choices, value));
            labels.collect::<Vec<_>>().join("; ")
        }
        (Kind::Number { .. }, _) => {
            // A year, or what is as short as one, has no separators.
            let short =
                unit != Some(MONEY) && value.as_whole().is_none_or(|number| number.unsigned_abs() < 10_000);
            with_unit(&if short { plain(value) } else { grouped(value) }, unit)
        }
        (Kind::Address, Value::Object(_)) => value.get("text").map(plain).unwrap_or_default(),
        (Kind::Attachment { .. }, Value::Array(files)) => {
            let names = files.iter().filter_map(|file| file.get("name")).map(plain);
            names.collect::<Vec<_>>().join("; ")
        }
        _ => plain(value),
    }
}

/// A value of which nothing more is known.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "Có" } else { "Không" }.to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{name}: {}", plain(value)));
            members.collect::<Vec<_>>().join(", ")
        }
        number => number.as_whole().map_or_else(
            || number.as_f64().map(|number| number.to_string()).unwrap_or_default(),
            |whole| whole.to_string(),
        ),
    }
}

fn label(choices: &[Choice], value: &str) -> String {
    let choice = choices.iter().find(|choice| choice.value == value);
    choice.map_or(value, |choice| choice.label.vi.as_str()).to_owned()
}

fn with_unit(number: &str, unit: Option<&str>) -> String {
    unit.map_or_else(|| number.to_owned(), |unit| format!("{number} {unit}"))
}

/// `1.250.000`
fn grouped(value: &Value) -> String {
    let Some(whole) = value.as_whole() else { return plain(value) };
    let digits = whole.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if whole < 0 { format!("-{out}") } else { out }
}

/// The unit of sums of money, which are always grouped.
pub(super) const MONEY: &str = "đồng";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{LIMITS, parse};

    fn number(kind: &Kind, text: &str, unit: Option<&str>) -> String {
        shown(kind, unit, &parse(text, LIMITS).unwrap())
    }

    #[test]
    fn numbers_are_written_as_in_vietnam_and_years_have_no_separators() {
        let count = Kind::Number { min: 0, max: 9_000_000, decimals: false };
        assert_eq!(number(&count, "2026", None), "2026");
        assert_eq!(number(&count, "12500", Some("m²")), "12.500 m²");
        assert_eq!(number(&count, "1250", Some(MONEY)), "1.250 đồng");
    }

    #[test]
    fn addresses_are_whole_and_answers_of_yes_or_no_are_words() {
        assert_eq!(
            number(&Kind::Address, r#"{"text":"Thôn 2, xã Mẫu","commune":"Xã Mẫu"}"#, None),
            "Thôn 2, xã Mẫu"
        );
        assert_eq!(number(&Kind::Boolean, "true", None), "Có");
    }
}
