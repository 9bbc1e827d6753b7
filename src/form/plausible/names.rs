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

/// What is no full name of one person: initials, two people, an organisation, or that there is nobody.
pub(super) fn of_one_person(name: &str) -> Option<&'static Code> {
    let key = text::lower(name);
    let words: Vec<&str> = key.split_whitespace().collect();
    if STARTS_OF_MANY.iter().any(|start| begins(&key, start)) || joins_two(&words) {
        return Some(findings::TWO_PEOPLE);
    }
    if NOBODY.contains(&key.trim_end_matches('.')) || ORGANISATIONS.iter().any(|start| begins(&key, start)) {
        return Some(findings::NO_PERSON);
    }
    if has_title(&words) {
        return Some(findings::TITLE_IN_NAME);
    }
    words.iter().any(|word| is_abbreviated(word)).then_some(findings::NAME_ABBREVIATED)
}

fn begins(key: &str, start: &str) -> bool {
    key.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// `Nguyễn Văn Mẫu và Trần Thị Ví Dụ`: "và" with a name on either side. A family is called Và as well, in front.
fn joins_two(words: &[&str]) -> bool {
    let at = words.iter().position(|word| matches!(*word, "và" | "&"));
    at.is_some_and(|at| at > 1 && words.len().saturating_sub(at) > 2)
}

/// `Chị Nguyễn Thị Mẫu`. Families are called Ông, Anh, Cô, Cụ as well: then three words follow.
fn has_title(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let title = first.trim_end_matches('.');
    ["chị", "bà", "cháu", "mr", "mrs", "ms"].contains(&title) && rest.len() > 1
        || ["ông", "anh", "cô", "cụ", "bé"].contains(&title) && rest.len() > 2
}

/// `N.V.`, `Ng.`, `M.`; not `Jr.` and `St.`, which are written so.
fn is_abbreviated(word: &str) -> bool {
    let mut parts = word.split('.');
    let short = |part: &str| (1..=2).contains(&part.chars().count());
    parts.next_back().is_some_and(str::is_empty)
        && parts.next().is_some_and(|first| short(first) && !["jr", "sr", "st", "md"].contains(&first))
        || word.contains('.') && word.split('.').next().is_some_and(|first| first.chars().count() == 1)
}

const STARTS_OF_MANY: &[&str] =
    &["vợ chồng", "hai vợ chồng", "gia đình", "ông bà", "hai mẹ con", "hai cha con", "hai bố con"];

const ORGANISATIONS: &[&str] =
    &["công ty", "cty", "doanh nghiệp", "hợp tác xã", "hộ kinh doanh", "ủy ban", "uỷ ban", "ngân hàng"];

/// Written in the place of a name.
const NOBODY: &[&str] = &[
    "đã mất",
    "đã chết",
    "mất rồi",
    "không rõ",
    "không biết",
    "không có",
    "chưa rõ",
    "chưa có",
    "chưa có tên",
    "chưa đặt tên",
    "vô danh",
];

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
    fn a_name_is_one_persons_and_written_out() {
        for (name, code) in [
            ("N.V. Mẫu", Some("plausibility.name_abbreviated")),
            ("Ng. T. M. Nhi", Some("plausibility.name_abbreviated")),
            ("NGUYỄN VĂN M.", Some("plausibility.name_abbreviated")),
            ("Martin Luther Muster Jr.", None),
            ("Nguyễn Văn Mẫu và Trần Thị Ví Dụ", Some("plausibility.two_people")),
            ("Vợ chồng Nguyễn Văn Mẫu", Some("plausibility.two_people")),
            ("Và A Mẫu", None),
            ("Thào Thị Và", None),
            ("Ông Bà Mẫu", Some("plausibility.two_people")),
            ("Chị Nguyễn Thị Mẫu", Some("plausibility.title_in_name")),
            ("Mrs. Ann Muster", Some("plausibility.title_in_name")),
            ("ÔNG NGUYỄN VĂN MẪU", Some("plausibility.title_in_name")),
            ("Ông Văn Mẫu", None),
            ("CÔNG TY TNHH MẪU", Some("plausibility.no_person")),
            ("đã mất", Some("plausibility.no_person")),
            ("Không rõ.", Some("plausibility.no_person")),
            ("Nguyễn Công Tý", None),
            ("Nguyễn Văn Mẫu", None),
            ("H'Hen Niê", None),
            ("María-José Muster", None),
        ] {
            assert_eq!(of_one_person(name).map(|code| code.id), code, "{name}");
        }
    }

    #[test]
    fn capitals_are_offered_to_a_name_that_has_none() {
        assert_eq!(in_capitals("nguyễn văn mẫu").as_deref(), Some("NGUYỄN VĂN MẪU"));
        assert_eq!(in_capitals("Nguyễn văn mẫu"), None);
        assert_eq!(in_capitals("王小明"), None);
    }
}
