//! One row while it is being read.

use super::{Change, Contact, PersonColumn, Question, cell::Cell, findings, fonts};
use crate::{
    Finding, Severity,
    finding::Code,
    identity::{Field, Person},
    text,
};

/// What is known of a person so far, and what happened to it on the way.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) person: Person,
    pub(super) contact: Contact,
    pub(super) changes: Vec<Change>,
    pub(super) questions: Vec<Question>,
    pub(super) findings: Vec<Finding>,
    /// Columns that are in a font of before Unicode, with names in it.
    pub(super) fonts: Vec<(PersonColumn, &'static str)>,
}

impl Draft {
    /// Puts a value where its column belongs.
    pub(super) fn set(&mut self, column: PersonColumn, value: &str) {
        match (column.field(), column) {
            (Some(field), _) => self.person.set(field, value),
            (None, column) => self.contact.set(column, value),
        }
    }

    /// Writes a change down, when it is one.
    pub(super) fn change(&mut self, field: PersonColumn, from: &str, to: &str, code: &'static Code) {
        if from != to {
            self.changes.push(Change { field, from: from.to_owned(), to: to.to_owned(), code: code.id });
        }
    }

    /// Asks, with the values that may be chosen.
    pub(super) fn ask(&mut self, field: PersonColumn, code: &'static Code, options: Vec<String>) {
        self.note(code, field);
        self.questions.push(Question { field, code: code.id, options });
    }

    /// Says something of a column.
    pub(super) fn note(&mut self, code: &'static Code, field: PersonColumn) {
        self.findings.push(Finding::new(code, field.path()));
    }

    /// Whether something stands against this field already: a question, a warning or an error.
    pub(super) fn is_doubted(&self, field: PersonColumn) -> bool {
        let path = field.path();
        self.findings.iter().any(|finding| finding.path == path && finding.severity > Severity::Info)
    }

    /// The text of a cell: fonts of before Unicode brought back, one form, no hidden signs. `None` when there
    /// is nothing in it. Each step is a change.
    pub(super) fn text(&mut self, column: PersonColumn, cell: &Cell) -> Option<String> {
        let shown = cell.shown();
        if shown.len() > LONGEST.saturating_mul(4) || shown.chars().count() > LONGEST {
            self.note(findings::CELL_TOO_LONG, column);
            return None;
        }
        if is_formula_error(&shown) {
            self.note(findings::FORMULA_ERROR, column);
            return None;
        }
        if is_tidy(&shown) {
            return is_something(&shown).then(|| shown.into_owned());
        }
        let decoded = text::repair(&shown);
        let doubtful = [text::findings::LOSSY, text::findings::GARBLED];
        for code in doubtful {
            if decoded.findings.iter().any(|finding| finding.code == code.id) {
                self.note(code, column);
            }
        }
        let seen = without_unseen(&decoded.text);
        let clean = text::clean(&seen);
        if !is_something(&clean) {
            return None;
        }
        if decoded.repaired {
            let code = match decoded.from {
                "tcvn3" | "vni" | "viscii" | "windows-1258" => text::findings::LEGACY_ENCODING,
                _ => text::findings::REPAIRED,
            };
            self.change(column, &shown, &decoded.text, code);
            self.change(column, &decoded.text, &clean, findings::CLEANED);
        } else {
            self.change(column, &shown, &clean, findings::CLEANED);
            let font = self.fonts.iter().find(|(own, _)| *own == column).map(|(_, names)| *names);
            if let Some(meant) = font.and_then(|names| fonts::meant(&shown, names)) {
                self.ask(column, findings::FONT_UNSURE, vec![meant, clean.clone()]);
            }
        }
        Some(clean)
    }

    /// The value of a field as it stands in the draft.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.person.get(field)
    }
}

/// Composed Vietnamese with single blanks inside: there is nothing to clean, and no encoding to undo.
///
/// Beside ASCII there must be a letter that windows-1252 does not have: then the text was not misread as that,
/// and neither are its other letters, which are none of the signs that misread bytes show as.
fn is_tidy(text: &str) -> bool {
    let mut wide = text.is_ascii();
    let mut before = ' ';
    for letter in text.chars() {
        let plain =
            matches!(letter, ' '..='~') && !matches!(letter, '`' | '?') && !(letter == ' ' && before == ' ');
        if !plain {
            match letter {
                '?' if text.is_ascii() => {}
                '\u{1ea0}'..='\u{1ef9}' => wide = true,
                'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' => {
                    wide = true
                }
                'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' => {}
                'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' => {}
                _ => return false,
            }
        }
        before = letter;
    }
    wide && before != ' '
}

/// Whether there is a letter or a digit in it.
fn is_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The errors that spreadsheets write into cells.
fn is_formula_error(text: &str) -> bool {
    matches!(text, "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NUM!" | "#NULL!" | "#GETTING_DATA")
}

/// Signs that look like nothing and are letters to Unicode (fillers, the Braille blank), and private ones.
fn without_unseen(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if matches!(letter, '\u{2800}' | '\u{3164}' | '\u{115f}' | '\u{1160}' | '\u{ffa0}') {
                ' '
            } else {
                letter
            }
        })
        .filter(|letter| !matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}'))
        .collect()
}

/// Characters of a cell of a spreadsheet (Excel specifications and limits).
pub(super) const LONGEST: usize = 32_767;

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<String>, Vec<&'static str>) {
        let mut draft = Draft::default();
        let value = draft.text(PersonColumn::FullName, &Cell::text(text));
        (value, draft.changes.iter().map(|change| change.code).collect())
    }

    #[test]
    fn each_step_of_cleaning_is_a_change_with_its_reason() {
        assert_eq!(of("Nguyen Van Mau"), (Some("Nguyen Van Mau".into()), vec![]));
        assert_eq!(of(" Nguyễn  Văn Mẫu "), (Some("Nguyễn Văn Mẫu".into()), vec!["people.cleaned"]));
        let fonts = (Some("Nguyễn Văn Mẫu".into()), vec!["text.legacy_encoding", "people.cleaned"]);
        assert_eq!(of("NguyÔn V¨n  MÉu"), fonts);
        assert_eq!(of("Nguyá»…n VÄƒn Máº«u"), (Some("Nguyễn Văn Mẫu".into()), vec!["text.repaired"]));
        for nothing in ["", " ", "...", "-", "\u{2800}", "\u{3164}\u{200b}"] {
            assert_eq!(of(nothing).0, None);
        }
    }

    #[test]
    fn what_is_tidy_is_what_cleaning_leaves_alone() {
        for text in ["Nguyễn Thị Hoà", "Đà Nẵng", "12/3 Lê Lợi, P. Bến Thành", "a b"] {
            assert!(is_tidy(text) && text::repair(text).text == text && text::clean(text) == text, "{text}");
        }
        for text in [
            "Nguyá»…n",
            "NguyÔn",
            "Hoà",
            "Nguy?n Văn",
            "Nguyễn\u{a0}Văn",
            "Nguyễn  Văn",
            "Nguye\u{302}\u{303}n",
            " a",
            "a ",
        ] {
            assert!(!is_tidy(text), "{text}");
        }
    }

    #[test]
    fn cells_that_cannot_be_read_are_said() {
        let mut draft = Draft::default();
        assert_eq!(draft.text(PersonColumn::Pin, &Cell::text("#REF!")), None);
        assert_eq!(draft.text(PersonColumn::FullName, &Cell::text("a".repeat(40_000))), None);
        let codes: Vec<&str> = draft.findings.iter().map(|finding| finding.code.as_ref()).collect();
        assert_eq!(codes, ["people.formula_error", "people.cell_too_long"]);
    }
}
