//! A name: one script, one kind of capitals, nothing in it but the name.

use super::{PersonColumn, draft::Draft, findings};
use crate::{Date, text};

/// Whether a text is a name without any heading: two to seven words, the first a family name that is common.
pub(super) fn is_certainly_name(text: &str) -> bool {
    let repaired = if text.is_ascii() { text.to_owned() } else { text::repair(text).text };
    let count = repaired.split_whitespace().count();
    (2..=7).contains(&count)
        && !repaired.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ':' | '/' | '@'))
        && repaired.split_whitespace().next().is_some_and(is_family_name)
}

/// Brings a cleaned name into its form; what is doubtful is asked.
pub(super) fn read(draft: &mut Draft, column: PersonColumn, clean: String) -> String {
    let mut name = clean;
    if !name.chars().all(is_latin) {
        let latin = in_latin(&name);
        if latin.chars().any(|letter| letter.is_alphabetic() && !is_latin(letter)) {
            draft.ask(column, findings::NAME_SCRIPT, Vec::new());
        } else {
            draft.change(column, &name, &latin, findings::LETTERS);
            name = latin;
        }
    }
    if let Some(without) = without_note(&name) {
        draft.ask(column, findings::NAME_NOTE, vec![without]);
    }
    let cased = in_title_case(&name);
    draft.change(column, &name, &cased, findings::CAPITALS);
    if let Some(without) = without_title(&cased) {
        draft.ask(column, findings::NAME_TITLE, vec![without, cased.clone()]);
    }
    cased
}

/// `Nguyễn Văn Mẫu (1985)`, `Nguyễn Văn Mẫu - SN 1985`: the name and the year.
pub(super) fn split_birth(name: &str, on: Date) -> Option<(String, u16)> {
    let open = name.strip_suffix(')').unwrap_or(name).trim_end();
    let at = open.len().checked_sub(4)?;
    let (rest, year) = open.split_at_checked(at)?;
    let year: u16 = if super::digits::are_all(year) { year.parse().ok()? } else { return None };
    if !(1900..=on.year()).contains(&year) || !rest.ends_with([' ', '(', '-', ',', '.', '/', ':']) {
        return None;
    }
    let trim = |text: &str| text.trim_end_matches([' ', '(', '-', ',', '.', '/', ':', '–']).to_owned();
    let mut rest = trim(rest);
    for words in ["năm sinh", "sinh năm", "sinh", "sn", "s.n", "ns"] {
        let Some(at) = rest.len().checked_sub(words.len()) else { continue };
        let ends = rest.split_at_checked(at).filter(|(_, tail)| text::lower(tail) == words);
        if let Some((head, _)) = ends.filter(|(head, _)| head.ends_with([' ', '(', '-', ',', '.'])) {
            rest = trim(head);
            break;
        }
    }
    is_certainly_name(&rest).then_some((rest, year))
}

/// Whether the word is a family name that is common in Vietnam, in any spelling.
fn is_family_name(word: &str) -> bool {
    let plain = text::ascii(word).to_ascii_lowercase();
    FAMILY_NAMES.split(' ').any(|name| name == plain)
}

/// Capitals of the whole name, or none at all, become those of a name. Where they are mixed, only names
/// that are Vietnamese by their family name are touched: particles of others (`da`, `van der`) stay small.
fn in_title_case(name: &str) -> String {
    if name.split(' ').all(is_titled) {
        return name.to_owned();
    }
    let all_capital = text::upper(name) == name && name.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let all_small = text::lower(name) == name;
    let is_gaelic = |word: &str| {
        let plain = word.to_ascii_lowercase();
        plain.len() > 4 && plain.starts_with("mc") || plain.len() > 4 && plain.starts_with("o'")
    };
    if name.split_whitespace().any(is_gaelic) {
        return name.to_owned();
    }
    if all_capital || all_small {
        return text::title_case(name);
    }
    if !name.split_whitespace().next().is_some_and(is_family_name) {
        return name.to_owned();
    }
    let even = |word: &str| text::lower(word) == word || text::upper(word) == word;
    let words: Vec<String> = name
        .split(' ')
        .map(|word| if even(word) { text::title_case(word) } else { word.to_owned() })
        .collect();
    words.join(" ")
}

/// A capital and small letters behind it, as most words come.
fn is_titled(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(char::is_lowercase)
}

/// Without a remark in brackets.
fn without_note(name: &str) -> Option<String> {
    let (head, rest) = name.split_once('(')?;
    let tail = rest.split_once(')').map_or("", |(_, tail)| tail);
    Some(text::clean(&[head, tail].concat()))
}

/// Without `Ông` or `Bà` before a family name, which both are family names too.
fn without_title(name: &str) -> Option<String> {
    let (first, rest) = name.split_once(' ')?;
    let title = matches!(text::key(first).as_str(), "ông" | "bà" | "ông/bà" | "cụ");
    let named =
        rest.split_whitespace().count() >= 2 && rest.split_whitespace().next().is_some_and(is_family_name);
    (title && named).then(|| rest.to_owned())
}

/// Letters of Cyrillic, Greek and the full-width block that look like Latin ones.
fn in_latin(name: &str) -> String {
    let latin: String = name
        .chars()
        .map(|letter| match letter {
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
                u32::from(letter).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(letter)
            }
            _ => {
                let place = LOOK_ALIKES.chars().position(|other| other == letter);
                place.and_then(|at| LOOK_LIKE.chars().nth(at)).unwrap_or(letter)
            }
        })
        .collect();
    text::nfc(&latin)
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}')
}

/// Cyrillic and Greek letters, and the Latin ones in the same places (Unicode confusables, single letters of
/// the same shape in both cases).
const LOOK_ALIKES: &str = "АВЕКМНОРСТХаеорсухІіЈјЅѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LOOK_LIKE: &str = "ABEKMHOPCTXaeopcyxIiJjSsABEZHIKMNOPTYXo";

/// Family names of the Kinh and of other peoples, without accents.
const FAMILY_NAMES: &str = "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh doan \
    lam mai trinh ha cao luong luu ta to chau trieu dam phung quach thai kieu la vuong ton nghiem khuc chu trieu \
    truong tang tong van vi ma nong be ban sung giang thao vang lo quang cam lu hua luc tu thach son kim danh \
    ksor rcom siu kpa nie y h rah ro ra a lau mua cu hang lau trang bach mac khuat khong doan au ung thi tieu \
    diep lai nhan ninh on ong phi phu quan thieu than thuong tien tuong uong vien bo che dong giap hau hong khieu \
    kha ky lang liem lieu mach mau mong nham nhu bang banh binh canh cat cung dai dan diem";

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> (String, Vec<&'static str>, usize) {
        let mut draft = Draft::default();
        let name = read(&mut draft, PersonColumn::FullName, name.to_owned());
        (name, draft.changes.iter().map(|change| change.code).collect(), draft.questions.len())
    }

    #[test]
    fn capitals_become_those_of_a_name() {
        let changed = |name: &str| (name.to_owned(), vec!["people.capitals"], 0);
        assert_eq!(of("NGUYỄN THỊ MẪU"), changed("Nguyễn Thị Mẫu"));
        assert_eq!(of("nguyễn thị mẫu"), changed("Nguyễn Thị Mẫu"));
        assert_eq!(of("Nguyễn thị MẪU"), changed("Nguyễn Thị Mẫu"));
        assert_eq!(of("H'HEN NIÊ"), changed("H'Hen Niê"));
        for name in ["Nguyễn Thị Mẫu", "Y Bham Niê", "Leonardo da Mẫu", "JOHN MCMAU", "H'hen Niê"] {
            assert_eq!(of(name), (name.to_owned(), vec![], 0));
        }
    }

    #[test]
    fn letters_of_another_script_are_replaced_when_all_have_a_latin_twin() {
        assert_eq!(of("Νguyễn Văn Мẫu"), ("Nguyễn Văn Mẫu".into(), vec!["people.letters"], 0));
        assert_eq!(of("Ｎguyễn Văn Mẫu").0, "Nguyễn Văn Mẫu");
        assert_eq!(of("Иван Мẫu"), ("Иван Мẫu".into(), vec![], 1));
    }

    #[test]
    fn what_stands_beside_a_name_is_asked() {
        assert_eq!(of("Nguyễn Văn Mẫu (chết)").2, 1);
        assert_eq!(of("Ông Nguyễn Văn Mẫu").2, 1);
        assert_eq!(of("Ông Ích Mẫu").2, 0);
    }

    #[test]
    fn a_year_behind_a_name_is_split_off() {
        let on = Date::new(2026, 11, 22).unwrap();
        for text in [
            "Nguyễn Văn Mẫu (1985)",
            "Nguyễn Văn Mẫu - 1985",
            "Nguyễn Văn Mẫu, SN 1985",
            "Nguyễn Văn Mẫu (sinh năm 1985)",
        ] {
            assert_eq!(split_birth(text, on), Some(("Nguyễn Văn Mẫu".into(), 1985)), "{text}");
        }
        for text in ["Nguyễn Văn Mẫu", "1985", "Mẫu 1985", "Nguyễn Văn Mẫu 2085", "Nguyễn Văn Mẫu1985"]
        {
            assert_eq!(split_birth(text, on), None, "{text}");
        }
    }
}
