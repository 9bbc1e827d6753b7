//! The letters of a name.

use super::findings;
use crate::finding::Code;
use crate::text;

/// Letters that are not Latin: in one name with Latin ones they are a mistake that nobody sees, alone another script.
pub(super) fn of_script(name: &str) -> Option<&'static Code> {
    if name.is_ascii() {
        return None;
    }
    let letters = || name.chars().filter(|letter| letter.is_alphabetic());
    if letters().all(is_latin) {
        return None;
    }
    let mixed = letters().any(is_latin) || letters().any(looks_latin);
    Some(if mixed { findings::MIXED_SCRIPTS } else { findings::OTHER_SCRIPT })
}

/// The name in capitals, if it has none.
pub(super) fn in_capitals(name: &str) -> Option<String> {
    if name.chars().any(char::is_uppercase) {
        return None;
    }
    let capitals = text::upper(name);
    (capitals != name).then_some(capitals)
}

/// The blocks of Latin letters, and the letters that stand for an apostrophe.
fn is_latin(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, 'ª' | 'º' | '\u{c0}'..='\u{2af}' | 'ʻ' | 'ʼ' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}'
            | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab64}')
}

/// Full-width and mathematical forms of Latin letters.
fn looks_latin(letter: char) -> bool {
    matches!(letter, '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7cb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_one_script() {
        for (name, code) in [
            ("Nguyễn Văn Mẫu", None),
            ("Y Blŏk Êban", None),
            ("Łukasz Żółć", None),
            ("HʼHen Niê", None),
            ("Nguyễn Văn Α", Some("plausibility.mixed_scripts")),
            ("Nguyễn Vаn Mẫu", Some("plausibility.mixed_scripts")),
            ("ＮＧＵＹＥＮ ＶＡＮ", Some("plausibility.mixed_scripts")),
            ("王小明", Some("plausibility.other_script")),
            ("Иван Петров", Some("plausibility.other_script")),
        ] {
            assert_eq!(of_script(name).map(|code| code.id), code, "{name}");
        }
    }

    #[test]
    fn capitals_are_offered_to_a_name_that_has_none() {
        assert_eq!(in_capitals("nguyễn văn mẫu").as_deref(), Some("NGUYỄN VĂN MẪU"));
        assert_eq!(in_capitals("Nguyễn văn mẫu"), None);
        assert_eq!(in_capitals("王小明"), None);
    }
}
