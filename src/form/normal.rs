//! Answers in the one spelling in which they are checked and sealed.

use std::borrow::Cow;

use crate::json::Value;
use crate::text::nfc;

/// Every text in NFC, without blanks around it, with one kind of blank and one Đ. Line breaks within a text stay, and so
/// does what cannot be seen: that is for the checks to refuse, not to be dropped without a word.
pub(super) fn normal(value: &Value) -> Cow<'_, Value> {
    changed(value).map_or(Cow::Borrowed(value), Cow::Owned)
}

/// None when nothing changes.
fn changed(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => normal_text(text).map(Value::from),
        Value::Array(items) => {
            let changes: Vec<Option<Value>> = items.iter().map(changed).collect();
            changes.iter().any(Option::is_some).then(|| {
                let pairs = items.iter().zip(changes);
                Value::Array(pairs.map(|(item, change)| change.unwrap_or_else(|| item.clone())).collect())
            })
        }
        Value::Object(members) => {
            let changes: Vec<Option<Value>> = members.iter().map(|(_, member)| changed(member)).collect();
            changes.iter().any(Option::is_some).then(|| {
                let pairs = members.iter().zip(changes);
                Value::Object(
                    pairs
                        .map(|((name, member), change)| {
                            (name.clone(), change.unwrap_or_else(|| member.clone()))
                        })
                        .collect(),
                )
            })
        }
        _ => None,
    }
}

/// Bytes of a text that is spelled anew: no field takes so many, so what is longer is refused as it came.
const LONGEST: usize = 1 << 16;

/// The same of one text; nothing when it is spelled so.
pub(super) fn normal_text(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let bare = text.trim();
    let spelled =
        if bare.is_ascii() { bare.to_owned() } else { nfc(&bare.chars().map(letter).collect::<String>()) };
    (spelled != text).then_some(spelled)
}

/// The blanks of word processors, and the two letters that look like Đ.
fn letter(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_spelling_and_what_has_it_is_not_copied() {
        for (given, spelled) in [
            ("\n001090000017", "001090000017"),
            (" Ðặng\u{a0}Thị  Mẫu ", "Đặng Thị  Mẫu"),
            ("Nguye\u{302}\u{303}n", "Nguyễn"),
            ("một\nhai\r\n", "một\nhai"),
            ("a\u{200b}b", "a\u{200b}b"),
            ("\u{3000}", ""),
        ] {
            let value = Value::from(given);
            let once = normal(&value).into_owned();
            assert_eq!(once, Value::from(spelled), "{given:?}");
            assert_eq!(normal(&once).as_ref(), &once, "{given:?} again");
        }
        let nested = crate::json::parse(r#"{"a":[{"b":"Mẫu"}],"c":1}"#, crate::json::LIMITS).unwrap();
        assert!(matches!(normal(&nested), Cow::Borrowed(_)));
        let odd = crate::json::parse(r#"{"a":[{"b":"Mẫu "}],"c":1}"#, crate::json::LIMITS).unwrap();
        assert_eq!(normal(&odd).as_ref(), &nested);
    }
}
