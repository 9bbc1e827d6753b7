//! The sex of a row: words, marks, and codes that only the whole column explains.

use super::{
    Cell,
    PersonColumn::{self, FemaleMark, MaleMark, Sex as SexColumn},
    content,
    draft::Draft,
    findings,
};
use crate::{
    identity::{self, Sex},
    text,
};

/// What the codes `0`, `1`, `2` of a column stand for, as far as the personal numbers say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Codes {
    meanings: [Option<Sex>; 3],
}

/// Counts of a column: for each code the numbers of men and of women.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CodeCounts {
    counts: [(usize, usize); 3],
}

impl CodeCounts {
    /// Counts a cell; `sex` is that of the row's personal number.
    pub(super) fn add(&mut self, cell: &Cell, sex: Option<Sex>) {
        let Some(place) = code(cell).and_then(|code| self.counts.get_mut(code)) else { return };
        match sex {
            Some(Sex::Male) => place.0 = place.0.saturating_add(1),
            Some(Sex::Female) => place.1 = place.1.saturating_add(1),
            None => {}
        }
    }

    /// The codes that are certain: at least ten numbers say the same, 95 in 100, and no two codes mean one sex.
    pub(super) fn codes(&self) -> Codes {
        let meaning = |(men, women): (usize, usize)| {
            let all = men.saturating_add(women);
            let most = |count: usize| all >= 10 && count.saturating_mul(100) >= all.saturating_mul(95);
            match (most(men), most(women)) {
                (true, _) => Some(Sex::Male),
                (_, true) => Some(Sex::Female),
                _ => None,
            }
        };
        let meanings = self.counts.map(meaning);
        let used = meanings.iter().flatten().count();
        let men = meanings.iter().flatten().filter(|sex| **sex == Sex::Male).count();
        if used == 2 && men == 1 { Codes { meanings } } else { Codes::default() }
    }
}

/// Reads the cell of the sex.
pub(super) fn read(draft: &mut Draft, cell: &Cell, codes: Codes) {
    if cell.is_blank() {
        return;
    }
    let raw = cell.shown();
    if let Some(code) = code(cell) {
        return match codes.meanings.get(code).copied().flatten() {
            Some(sex) => put(draft, SexColumn, &raw, sex, true),
            None => {
                let options = [Sex::Male, Sex::Female].map(|sex| sex.name().to_owned());
                draft.ask(SexColumn, findings::SEX_CODE_UNSURE, options.to_vec());
            }
        };
    }
    let before = draft.changes.len();
    let Some(clean) = draft.text(SexColumn, cell) else { return };
    draft.changes.truncate(before);
    let word = text::lower(clean.trim_matches('.'));
    let plain = text::ascii(&word);
    let spelled = match plain.as_str() {
        "trai" | "con trai" => Some(Sex::Male),
        "gai" | "con gai" | "phu nu" => Some(Sex::Female),
        _ => Sex::from_word(&word),
    };
    match spelled {
        Some(sex) => {
            let usual = matches!(text::lower(&clean).as_str(), "nam" | "nữ" | "male" | "female");
            put(draft, SexColumn, &raw, sex, !usual);
        }
        None => draft.note(identity::findings::SEX_UNKNOWN, SexColumn),
    }
}

/// Reads two columns of marks; a birth that stands in the column of one sex is a mark too.
pub(super) fn read_marks(draft: &mut Draft, male: Option<&Cell>, female: Option<&Cell>) {
    let marked = |cell: Option<&Cell>| {
        cell.is_some_and(|cell| {
            content::is_mark(cell) || !cell.is_blank() && Sex::from_word(cell.shown().trim()).is_some()
        })
    };
    match (marked(male), marked(female)) {
        (true, false) => put(draft, MaleMark, &shown(male), Sex::Male, true),
        (false, true) => put(draft, FemaleMark, &shown(female), Sex::Female, true),
        (true, true) => draft.note(identity::findings::SEX_UNKNOWN, SexColumn),
        (false, false) => {}
    }
}

fn shown(cell: Option<&Cell>) -> String {
    cell.map(|cell| cell.shown().into_owned()).unwrap_or_default()
}

fn put(draft: &mut Draft, column: PersonColumn, raw: &str, sex: Sex, changed: bool) {
    if changed {
        draft.change(column, raw, sex.name(), findings::SEX_FORM);
    }
    draft.set(SexColumn, sex.name());
}

/// `0`, `1` or `2`, as number or text.
fn code(cell: &Cell) -> Option<usize> {
    match cell {
        Cell::Number(_) => cell.whole().and_then(|code| usize::try_from(code).ok()).filter(|code| *code <= 2),
        Cell::Text(text) => match text.trim() {
            "0" => Some(0),
            "1" => Some(1),
            "2" => Some(2),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Field;

    fn of(cell: Cell, codes: Codes) -> (Option<String>, usize, usize) {
        let mut draft = Draft::default();
        read(&mut draft, &cell, codes);
        (draft.get(Field::Sex).map(str::to_owned), draft.changes.len(), draft.findings.len())
    }

    #[test]
    fn words_are_known_in_every_spelling() {
        let none = Codes::default();
        for (word, sex, changes) in [
            ("Nam", "male", 0),
            ("NỮ", "female", 0),
            ("nu", "female", 1),
            ("Nữ.", "female", 1),
            ("gái", "female", 1),
        ] {
            assert_eq!(of(Cell::text(word), none), (Some(sex.into()), changes, 0), "{word}");
        }
        assert_eq!(of(Cell::text("N"), none), (None, 0, 1));
    }

    #[test]
    fn codes_mean_what_the_personal_numbers_say_or_are_asked() {
        let mut counts = CodeCounts::default();
        for _ in 0..20 {
            counts.add(&Cell::Number(1.0), Some(Sex::Female));
            counts.add(&Cell::text("0"), Some(Sex::Male));
        }
        assert_eq!(of(Cell::Number(1.0), counts.codes()), (Some("female".into()), 1, 0));
        assert_eq!(of(Cell::Number(1.0), Codes::default()), (None, 0, 1));
        counts.add(&Cell::Number(1.0), Some(Sex::Male));
        counts.add(&Cell::Number(1.0), Some(Sex::Male));
        assert_eq!(counts.codes(), Codes::default());
    }

    #[test]
    fn a_mark_in_one_of_two_columns_is_a_sex() {
        let mut draft = Draft::default();
        read_marks(&mut draft, Some(&Cell::Empty), Some(&Cell::text("x")));
        assert_eq!(draft.get(Field::Sex), Some("female"));
        let mut draft = Draft::default();
        read_marks(&mut draft, Some(&Cell::text("x")), Some(&Cell::text("x")));
        assert_eq!((draft.get(Field::Sex), draft.findings.len()), (None, 1));
    }
}
