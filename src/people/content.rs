//! What stands in a column, whatever its heading says.

use super::{
    Cell,
    PersonColumn::{self, *},
    day, digits, identifiers, name,
};
use crate::{identity::Sex, text};

/// Cells of one column that are looked at, spread over the whole list.
pub(super) struct Sample<'a> {
    cells: Vec<&'a Cell>,
}

impl<'a> Sample<'a> {
    /// At most [`SAMPLE`] filled cells of a column, from `first` on.
    pub(super) fn of(rows: &'a [Vec<Cell>], first: usize, column: usize) -> Self {
        let body = rows.get(first..).unwrap_or_default();
        let step = body.len().div_ceil(SAMPLE).max(1);
        let mut cells: Vec<&Cell> = filled(body.iter().step_by(step), column).collect();
        // Sparse columns are looked at in full.
        if cells.len() < FEW && step > 1 {
            cells = filled(body.iter(), column).take(SAMPLE).collect();
        }
        Self { cells }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The share of cells for which this holds, 0–100; 0 of an empty column.
    pub(super) fn share(&self, holds: impl Fn(&Cell) -> bool) -> usize {
        let count = self.cells.iter().filter(|cell| holds(cell)).count();
        count.saturating_mul(100).checked_div(self.cells.len()).unwrap_or(0)
    }

    /// The share of cells that may be what the column is said to hold.
    pub(super) fn fits(&self, column: PersonColumn) -> usize {
        self.share(|cell| may_be(column, cell))
    }

    /// What the cells show of themselves, with their share; the most telling kinds first.
    pub(super) fn guess(&self) -> Option<(PersonColumn, usize)> {
        let kinds: [Kind; 9] = [
            (Email, 80, |cell| cell.shown().contains('@')),
            (HealthInsurance, 80, |cell| identifiers::is_card_number(&cell.shown())),
            (Pin, 60, is_certainly_pin),
            (Phone, 70, |cell| identifiers::is_certainly_mobile(&cell.shown())),
            (Sex, 90, |cell| matches!(cell, Cell::Text(word) if is_sex_word(word))),
            (BirthDate, 50, day::is_certainly_day),
            (FullName, 60, |cell| matches!(cell, Cell::Text(word) if name::is_certainly_name(word))),
            (Residence, 60, |cell| matches!(cell, Cell::Text(word) if is_certainly_address(word))),
            (OldId, 80, |cell| matches!(cell, Cell::Text(word) if word.len() == 9 && digits::are_all(word))),
        ];
        kinds
            .into_iter()
            .map(|(column, least, holds)| (column, least, self.share(holds)))
            .find(|(_, least, share)| share >= least)
            .map(|(column, _, share)| (column, share))
    }

    /// Whether the cells are single words of letters, as given names are.
    pub(super) fn are_single_words(&self) -> bool {
        let single = |cell: &Cell| matches!(cell, Cell::Text(word) if word.split_whitespace().count() == 1 && !word.contains(|c: char| c.is_ascii_digit()));
        self.share(single) >= 90
    }
}

/// What a column may be, the share of cells that it takes (in hundredths), and what such a cell is.
type Kind = (PersonColumn, usize, fn(&Cell) -> bool);

fn filled<'a>(rows: impl Iterator<Item = &'a Vec<Cell>>, column: usize) -> impl Iterator<Item = &'a Cell> {
    rows.filter_map(move |row| row.get(column)).filter(|cell| !cell.is_blank())
}

/// Whether a cell may be what its column is said to hold: wide, for columns with a heading.
fn may_be(column: PersonColumn, cell: &Cell) -> bool {
    let shown = cell.shown();
    let shown = shown.as_ref();
    let count = digits::count(shown);
    let is_text = matches!(cell, Cell::Text(_));
    let letters = || is_text && shown.chars().any(char::is_alphabetic);
    let whole = || cell.whole().or_else(|| shown.trim().parse().ok());
    match column {
        Ordinal => count > 0 && shown.len() <= 10,
        Pin => (9..=13).contains(&count) || digits::scientific(shown).is_some(),
        OldId => (8..=12).contains(&count),
        FullName | FatherName | MotherName | SpouseName | Surname | MiddleName | GivenName => {
            letters() && count < 5
        }
        BirthDay => whole().is_some_and(|day| (1..=31).contains(&day)),
        BirthMonth => whole().is_some_and(|month| (1..=12).contains(&month)),
        BirthYear => whole().is_some_and(|year| (1900..=2100).contains(&year)),
        BirthDate | BirthOfMale | BirthOfFemale | IssueDate | ExpiryDate => day::may_be_day(cell),
        Sex => is_sex_word(shown) || matches!(shown.trim(), "0" | "1" | "2") || is_mark(cell),
        MaleMark | FemaleMark => is_mark(cell) || is_sex_word(shown),
        Phone => (8..=13).contains(&count) || identifiers::is_certainly_mobile(shown),
        Email => shown.contains('@'),
        TaxCode => (9..=13).contains(&count),
        HealthInsurance => (9..=15).contains(&count),
        Street | Commune => letters() || count > 0,
        Nationality
        | Ethnicity
        | Religion
        | PlaceOfOrigin
        | PlaceOfBirthRegistration
        | Residence
        | District
        | Province => letters() || shown.len() <= 3,
    }
}

/// `x`, `X`, `v`, `✓`, `1`, TRUE.
pub(super) fn is_mark(cell: &Cell) -> bool {
    match cell {
        Cell::Bool(value) => *value,
        Cell::Number(number) => *number == 1.0,
        Cell::Text(word) => {
            matches!(word.trim(), "x" | "X" | "v" | "V" | "+" | "1" | "✓" | "✔" | "√" | "☑" | "☒")
        }
        _ => false,
    }
}

fn is_sex_word(word: &str) -> bool {
    word.len() <= 12 && Sex::from_word(word.trim().trim_end_matches('.')).is_some()
}

/// 12 digits of a province, or such a number without its zeros.
fn is_certainly_pin(cell: &Cell) -> bool {
    let shown = cell.shown();
    let number = crate::pin::squeeze(&shown);
    digits::are_all(&number)
        && match number.len() {
            12 => number.starts_with('0'),
            10 | 11 => {
                digits::with_zeros(&number).is_some_and(|candidate| digits::has_known_place(&candidate))
            }
            _ => false,
        }
        && !identifiers::is_certainly_mobile(&shown)
}

/// A comma, and a word that addresses have.
fn is_certainly_address(word: &str) -> bool {
    let plain = text::ascii(word).to_ascii_lowercase();
    word.contains(',')
        && plain.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
            matches!(
                word,
                "xa" | "phuong"
                    | "thon"
                    | "to"
                    | "ap"
                    | "quan"
                    | "huyen"
                    | "tinh"
                    | "tp"
                    | "duong"
                    | "p"
                    | "q"
            )
        })
}

/// Cells of a column that are looked at: a share out of so many is exact to some percent.
const SAMPLE: usize = 500;

/// Below this, a sample says too little.
const FEW: usize = 20;
