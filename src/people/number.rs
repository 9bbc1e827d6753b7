//! The personal number of a row: repaired where birth and sex leave no doubt, asked everywhere else.

use super::{
    Cell,
    PersonColumn::{OldId, Pin as PinColumn},
    digits::{self, Scientific},
    draft::Draft,
    findings,
    zeros::TwoZeros,
};
use crate::{
    Date, Finding,
    identity::{Field, Sex},
    pin::{self, Pin},
    text,
};

/// What the row and its column say otherwise of the person.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) birth_year: Option<u16>,
    pub(super) sex: Option<Sex>,
    pub(super) on: Date,
    pub(super) column: &'a TwoZeros,
    /// Whether a place of the row names this province.
    pub(super) names: &'a dyn Fn(&str) -> bool,
}

/// The number of a cell that needs no repair: for what depends on its year.
pub(super) fn plain(cell: &Cell) -> Option<Pin> {
    match cell {
        Cell::Text(text) if text.len() <= 40 => Pin::parse(&pin::squeeze(text)),
        Cell::Number(_) => Pin::parse(&cell.shown()),
        _ => None,
    }
    .filter(|pin| !is_rounded(&pin.to_string()))
}

/// Reads the cell of a personal number.
pub(super) fn read(draft: &mut Draft, cell: &Cell, known: Known<'_>) {
    let Some(clean) = number_text(draft, cell) else { return };
    let raw = cell.shown();
    match digits::scientific(&clean) {
        Some(Scientific::Rounded) => draft.ask(PinColumn, findings::NUMBER_ROUNDED, Vec::new()),
        Some(Scientific::Exact(number)) => {
            draft.change(PinColumn, &raw, &number, findings::NUMBER_SPELLED_OUT);
            one(draft, &number, &number, false, known);
        }
        None => several(draft, &clean, &raw, known),
    }
}

/// Reads the cell of an old number.
pub(super) fn read_old(draft: &mut Draft, cell: &Cell) {
    let Some(clean) = number_text(draft, cell) else { return };
    let number = pin::squeeze(&clean);
    match number.len() {
        8 if digits::are_all(&number) => {
            draft.ask(OldId, findings::OLD_ZERO_UNSURE, vec!["0".to_owned() + &number]);
        }
        9 | 12 if digits::are_all(&number) => {
            draft.change(OldId, &cell.shown(), &number, findings::NUMBER_TIDIED);
            draft.set(OldId, &number);
        }
        _ if digits::scientific(&clean).is_some() => {
            draft.ask(OldId, findings::NUMBER_ROUNDED, Vec::new());
        }
        // Not what it should be: kept, and said by the checks of the person.
        _ => draft.set(OldId, &clean),
    }
}

/// The text of the cell, without the changes of spaces, which the number's own change covers.
fn number_text(draft: &mut Draft, cell: &Cell) -> Option<String> {
    let column = PinColumn;
    let before = draft.changes.len();
    let clean = draft.text(column, cell);
    draft.changes.truncate(before);
    clean.filter(|clean| !is_none(clean))
}

/// `không có`, `chưa có`: words for nothing.
pub(super) fn is_none(text: &str) -> bool {
    matches!(
        text::ascii(text).to_ascii_lowercase().as_str(),
        "khong"
            | "khong co"
            | "ko"
            | "ko co"
            | "k co"
            | "chua"
            | "chua co"
            | "khong ro"
            | "null"
            | "nan"
            | "none"
            | "n/a"
            | "0"
    )
}

/// One number or more in a cell.
fn several(draft: &mut Draft, clean: &str, raw: &str, known: Known<'_>) {
    let numbers = numbers(clean);
    let of_length = |length: usize| {
        let mut found: Vec<&str> = numbers
            .iter()
            .filter(|(number, _)| number.len() == length)
            .map(|(number, _)| number.as_str())
            .collect();
        found.dedup();
        found
    };
    match (numbers.as_slice(), of_length(12).as_slice(), of_length(9).as_slice()) {
        ([(number, letters)], ..) => one(draft, number, raw, *letters, known),
        ([_, _, ..], [number], []) if numbers.len() == of_length(12).len() => {
            one(draft, number, raw, false, known)
        }
        ([_, _], [number], [old]) => {
            one(draft, number, raw, false, known);
            draft.change(OldId, raw, old, findings::OLD_NUMBER_MOVED);
            draft.set(OldId, old);
        }
        (_, [_, _, ..], _) => {
            let options = of_length(12).into_iter().map(str::to_owned).collect();
            draft.ask(PinColumn, findings::NUMBERS_SEVERAL, options);
        }
        _ => wrong(draft, &pin::squeeze(clean)),
    }
}

/// The numbers of a cell, and whether letters among their digits were replaced.
fn numbers(clean: &str) -> Vec<(String, bool)> {
    let joined = if is_grouped(clean) { clean.replace(',', "") } else { clean.to_owned() };
    joined
        .split(['/', ';', ',', '(', ')', '|', '\n'])
        .filter_map(|part| {
            // Words without a digit are labels: `CCCD`, `Số:`.
            let words = part
                .split([' ', ':'])
                .filter(|word| word.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)));
            let words: Vec<&str> = words.collect();
            let bare = words.concat();
            let (number, letters) = digits::unified(&bare);
            let number: String = pin::squeeze(&number)
                .chars()
                .filter(|sign| !matches!(sign, '\'' | '`' | '_' | '"'))
                .collect();
            (!number.is_empty()).then_some((number, letters))
        })
        .collect()
}

/// `36,099,012,345`: groups of three.
fn is_grouped(text: &str) -> bool {
    let mut parts = text.split(',');
    let first = parts.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits::are_all(first));
    let mut others = parts.peekable();
    first && others.peek().is_some() && others.all(|part| part.len() == 3 && digits::are_all(part))
}

fn one(draft: &mut Draft, number: &str, raw: &str, letters: bool, known: Known<'_>) {
    if !digits::are_all(number) {
        return wrong(draft, number);
    }
    match number.len() {
        12 if letters => {
            if agrees(number, known) {
                draft.change(PinColumn, raw, number, findings::NUMBER_LETTERS);
                draft.set(PinColumn, number);
            } else {
                draft.ask(PinColumn, findings::LETTERS_UNSURE, vec![number.to_owned()]);
            }
        }
        12 if is_rounded(number) => {
            draft.ask(PinColumn, findings::NUMBER_ROUNDED, vec![number.to_owned()]);
        }
        12 => {
            draft.change(PinColumn, raw, number, findings::NUMBER_TIDIED);
            draft.set(PinColumn, number);
        }
        10 | 11 if !letters => short(draft, number, raw, known),
        // The numbers of CMND began with the code of the issuing office, 01–38.
        9 if !letters && number.starts_with(['0', '1', '2', '3']) => {
            draft.change(OldId, raw, number, findings::OLD_NUMBER_MOVED);
            draft.set(OldId, number);
        }
        8 if !letters => {
            draft.ask(OldId, findings::OLD_ZERO_UNSURE, vec!["0".to_owned() + number]);
        }
        _ => wrong(draft, number),
    }
}

/// Ten or eleven digits: zeros may be gone, or another digit.
fn short(draft: &mut Draft, number: &str, raw: &str, known: Known<'_>) {
    let candidate = digits::with_zeros(number).filter(|candidate| is_possible(candidate, known.on));
    let Some(candidate) = candidate else { return wrong(draft, number) };
    if is_rounded(&candidate) {
        return draft.ask(PinColumn, findings::NUMBER_ROUNDED, vec![candidate]);
    }
    if is_certain(number, &candidate, known) {
        draft.change(PinColumn, raw, &candidate, findings::ZERO_RESTORED);
        draft.set(PinColumn, &candidate);
        return;
    }
    let count = number.len().to_string();
    draft.findings.push(Finding::new(findings::ZERO_UNSURE, PinColumn.path()).with("count", count));
    draft.questions.push(super::Question {
        field: PinColumn,
        code: findings::ZERO_UNSURE.id,
        options: vec![candidate],
    });
}

/// Whether only dropped zeros explain the number.
///
/// A number of Vietnam begins with a zero, so one that lost another digit still has it, unless a spreadsheet
/// took it too. Numbers of births abroad begin with 1 or 2. What remains possible is excluded:
///
/// - eleven digits: year and sex agree, or nothing is known of the birth and the number begins with 3–9;
/// - ten digits: two zeros (001–009) are gone, or one zero and any other digit. Year and sex agree, the number
///   does not agree as well when the digit is missing at the end, and a place of the row names the province or
///   the column shows hardly any number that lost a digit.
fn is_certain(number: &str, candidate: &str, known: Known<'_>) -> bool {
    let agreed = agrees(candidate, known);
    let Some(pin) = Pin::parse(candidate) else { return false };
    if number.len() == 11 {
        let fits = known.birth_year.is_none() && known.sex.is_none_or(|sex| sex == pin.sex());
        return agreed || fits && !number.starts_with(['1', '2']);
    }
    // Any digit at the end: only place, sex and year are looked at.
    let rival = ["0", number, "0"].concat();
    let rival_agrees = digits::has_known_place(&rival) && agrees(&rival, Known { sex: None, ..known });
    let confirmed =
        || known.column.trusts(pin) || digits::place_names(candidate).iter().any(|name| (known.names)(name));
    agreed && !rival_agrees && confirmed()
}

/// Whether the number says the year and the sex that are known; the year must be known.
fn agrees(number: &str, known: Known<'_>) -> bool {
    let Some(pin) = Pin::parse(number) else { return false };
    known.birth_year == Some(pin.birth_year()) && known.sex.is_none_or(|sex| sex == pin.sex())
}

/// A province that exists, and somebody who may be alive.
fn is_possible(candidate: &str, on: Date) -> bool {
    let year = Pin::parse(candidate).map_or(0, Pin::birth_year);
    let age = on.year().checked_sub(year);
    digits::has_known_place(candidate) && age.is_some_and(|age| age <= super::calendar::OLDEST)
}

/// Five zeros at the end: what a spreadsheet leaves of a number that it showed with an exponent. One in
/// 100,000 numbers ends so by itself.
fn is_rounded(number: &str) -> bool {
    number.ends_with("00000")
}

fn wrong(draft: &mut Draft, number: &str) {
    draft.findings.push(pin::why_not(number, &PinColumn.path()));
}

/// What place, sex and year of the number and the rest of the row say of each other.
pub(super) fn compare_place(draft: &mut Draft, on: Date, names_province: impl Fn(&str) -> Option<String>) {
    let Some(number) = draft.get(Field::Pin) else { return };
    let Some(place) = draft.get(Field::PlaceOfBirthRegistration) else { return };
    let Some(of_number) = pin::check_at(number, "", on).place else { return };
    let plain = |text: &str| text::ascii(text).to_ascii_lowercase();
    let written = plain(place);
    if of_number.names.iter().any(|name| written.contains(&plain(name))) {
        return;
    }
    // Only a province that is named for certain contradicts.
    let Some(province) = names_province(place) else { return };
    let same = of_number.names.iter().any(|name| plain(&province).contains(&plain(name)));
    if !same {
        let path = super::PersonColumn::PlaceOfBirthRegistration.path();
        let names = of_number.names.join(", ");
        draft.findings.push(Finding::new(findings::PROVINCE_DIFFERS, path).with("place", names));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(year: u16, sex: Option<Sex>) -> Known<'static> {
        static COLUMN: std::sync::OnceLock<TwoZeros> = std::sync::OnceLock::new();
        let column = COLUMN.get_or_init(TwoZeros::default);
        let birth_year = (year > 0).then_some(year);
        Known { birth_year, sex, on: Date::new(2026, 11, 22).unwrap(), column, names: &|_| false }
    }

    /// The number, what happened, what is asked.
    fn of(cell: &Cell, known: Known<'_>) -> (Option<String>, Vec<&'static str>, Vec<String>) {
        let mut draft = Draft::default();
        read(&mut draft, cell, known);
        let codes = draft.changes.iter().map(|change| change.code).collect();
        let options = draft.questions.iter().flat_map(|question| question.options.clone()).collect();
        (draft.person.get(Field::Pin).map(str::to_owned), codes, options)
    }

    fn text(text: &str) -> Cell {
        Cell::text(text)
    }

    #[test]
    fn dropped_zeros_come_back_only_when_birth_and_sex_agree() {
        let full = Some("036099012345".to_owned());
        let eleven = Cell::Number(36_099_012_345.0);
        let repaired = (full.clone(), vec!["people.zero_restored"], vec![]);
        assert_eq!(of(&eleven, known(1999, Some(Sex::Male))), repaired);
        assert_eq!(of(&eleven, known(0, None)), repaired, "no number of Vietnam begins with 3");
        let asked = (None, vec![], vec!["036099012345".to_owned()]);
        assert_eq!(of(&eleven, known(1998, Some(Sex::Male))), asked);
        assert_eq!(of(&eleven, known(1999, Some(Sex::Female))), asked);
        assert_eq!(
            of(&Cell::Number(22_099_012_345.0), known(0, None)).0,
            None,
            "a birth abroad begins with 2"
        );
        let ten = Cell::Number(1_099_012_345.0);
        assert_eq!(of(&ten, known(1999, None)).0.as_deref(), Some("001099012345"));
        assert_eq!(of(&ten, known(0, Some(Sex::Male))).0, None);
    }

    #[test]
    fn a_number_that_lost_another_digit_is_not_filled_up() {
        // 012222212345 without its last digit: 001 2 22 would agree with 2022 as well.
        assert_eq!(of(&Cell::Number(1_222_221_234.0), known(2022, Some(Sex::Male))).0, None);
        // 036099012345 without one: no place 003.
        assert_eq!(of(&Cell::Number(3_609_901_234.0), known(1999, None)).1, Vec::<&str>::new());
        assert_eq!(of(&text("03609901234"), known(1999, None)), (None, vec![], vec![]));
    }

    #[test]
    fn ten_digits_need_a_column_without_lost_ones_or_a_place_that_agrees() {
        let ten = Cell::Number(1_099_012_345.0);
        let mut column = TwoZeros::default();
        column.add(&ten, Some(1999), None);
        // 031099012345 without its 3 reads the same.
        column.add(&text("03109901234"), Some(1999), None);
        let asked = Known { column: &column, ..known(1999, Some(Sex::Male)) };
        assert_eq!(of(&ten, asked), (None, vec![], vec!["001099012345".to_owned()]));
        let named = Known { names: &|name| name == "Hà Nội", ..asked };
        assert_eq!(of(&ten, named).0.as_deref(), Some("001099012345"));
    }

    #[test]
    fn an_exponent_is_repaired_with_all_digits_and_asked_without() {
        let spelled = vec!["people.number_spelled_out", "people.zero_restored"];
        let full = Some("036099012345".to_owned());
        assert_eq!(of(&text("3.6099012345E+10"), known(1999, None)), (full, spelled, vec![]));
        assert_eq!(of(&text("1.09901E+11"), known(1999, None)), (None, vec![], vec![]));
        assert_eq!(of(&text("3.6099E+10"), known(1999, None)).0, None);
        assert_eq!(of(&Cell::Number(36_099_000_000.0), known(1999, None)).0, None, "rounded");
    }

    #[test]
    fn signs_around_the_digits_do_not_matter() {
        let full = Some("036099012345".to_owned());
        for cell in [
            "036 099 012 345",
            "'036099012345",
            "036.099.012.345",
            "CCCD: 036099012345",
            "０３６０９９０１２３４５",
        ] {
            assert_eq!(of(&text(cell), known(0, None)).0, full, "{cell}");
        }
        assert_eq!(of(&text("O36O99O12345"), known(1999, None)).1, ["people.number_letters"]);
        assert_eq!(of(&text("O36O99O12345"), known(0, None)).0, None);
        assert_eq!(of(&text("36,099,012,345"), known(1999, None)).0, full);
    }

    #[test]
    fn several_numbers_of_a_cell_are_told_apart() {
        let mut draft = Draft::default();
        read(&mut draft, &text("036099012345 / 012345678"), known(1999, None));
        assert_eq!(draft.get(Field::Pin), Some("036099012345"));
        assert_eq!(draft.get(Field::OldId), Some("012345678"));
        let options = of(&text("036099012345; 036099012346"), known(1999, None)).2;
        assert_eq!(options, ["036099012345", "036099012346"]);
    }
}
