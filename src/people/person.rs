//! One row: every column in its form, then what they say of each other.

use super::{
    Cell, Draft, PersonColumn,
    PersonColumn::*,
    PersonRow, Status,
    calendar::{Calendar, Calendars, Read},
    day, findings,
    home::{Homes, Outcome},
    identifiers, name, number,
    places::Places,
    sexes::{self, Codes},
    zeros::TwoZeros,
};
use crate::{
    Date, Finding, Severity,
    date::PartialDate,
    identity::{self, Field, Person, Quality, Sex as OfPerson},
    pin,
    reading::check_person,
    text,
};

/// What a row is read with.
pub(super) struct Context<'a> {
    pub(super) places: &'a Places,
    pub(super) calendars: &'a Calendars,
    pub(super) codes: Codes,
    pub(super) two_zeros: &'a TwoZeros,
    /// Of [`NEEDED`] those that the list has columns for.
    pub(super) expected: &'a [PersonColumn],
    /// Folded, by column.
    pub(super) headings: &'a [Option<String>],
    pub(super) on: Date,
}

/// What a list of people is expected to have.
pub(super) const NEEDED: [PersonColumn; 4] = [Pin, FullName, BirthDate, Sex];

/// Reads a row into the draft; what became of its address, if it has one that could be converted.
pub(super) fn read(
    draft: &mut Draft,
    row: &[Cell],
    context: &Context<'_>,
    homes: Option<&mut Homes<'_>>,
) -> Option<Outcome> {
    let year_behind_name = names(draft, row, context);
    sex(draft, row, context);
    let year = birth(draft, row, context, year_behind_name);
    numbers(draft, row, context, year);
    for (column, calendar) in [(IssueDate, context.calendars.issue), (ExpiryDate, context.calendars.expiry)] {
        if let Some(cell) = context.places.cell(row, column) {
            day_of(draft, column, cell, &calendar, None, context.on);
        }
    }
    for column in [Nationality, Ethnicity, Religion, PlaceOfOrigin, PlaceOfBirthRegistration] {
        if let Some(clean) = context.places.cell(row, column).and_then(|cell| draft.text(column, cell)) {
            draft.set(column, &clean);
        }
    }
    let province = |text: &str, homes: &Option<&mut Homes<'_>>| homes.as_ref()?.old_province(text);
    number::compare_place(draft, context.on, |text| province(text, &homes));
    let outcome = home(draft, row, context, homes);
    for column in [Phone, Email, TaxCode, HealthInsurance] {
        if let Some(cell) = context.places.cell(row, column) {
            identifiers::read(draft, column, cell);
        }
    }
    checks(draft, context);
    outcome
}

/// The row of the report; its status comes with [`judge`].
pub(super) fn finished(draft: Draft, row: usize, outcome: Option<Outcome>) -> PersonRow {
    let quality = Quality {
        correct: false,
        complete: is_complete(&draft.person),
        clean: draft.changes.is_empty() && draft.questions.is_empty(),
        current: !matches!(outcome, Some(Outcome::Open | Outcome::NotRecognised))
            && !draft.findings.iter().any(|finding| {
                finding.code == identity::findings::EXPIRED.id
                    || finding.code == identity::findings::OLD_ID_VOID.id
            }),
    };
    PersonRow {
        row,
        person: draft.person,
        contact: draft.contact,
        changes: draft.changes,
        questions: draft.questions,
        findings: draft.findings,
        quality,
        status: Status::Clean,
    }
}

/// Whether everything is there that a list of people needs.
pub(super) fn is_complete(person: &Person) -> bool {
    [Field::Pin, Field::FullName, Field::BirthDate, Field::Sex]
        .iter()
        .all(|field| person.get(*field).is_some())
}

/// The status and the correctness, once all findings are there.
pub(super) fn judge(row: &mut PersonRow) {
    let worst = row.findings.iter().map(|finding| finding.severity).max();
    let missing =
        |finding: &Finding| finding.code == findings::MISSING.id || finding.severity == Severity::Info;
    row.quality.correct = row.questions.is_empty() && row.findings.iter().all(missing);
    row.status = match worst {
        Some(Severity::Error) => Status::Wrong,
        Some(Severity::Warning) => Status::Ask,
        _ if !row.questions.is_empty() => Status::Ask,
        _ if !row.changes.is_empty() => Status::Changed,
        _ => Status::Clean,
    };
}

/// Names; the year that stood behind the full name.
fn names(draft: &mut Draft, row: &[Cell], context: &Context<'_>) -> Option<u16> {
    let mut year = None;
    if let Some(clean) = context.places.cell(row, FullName).and_then(|cell| draft.text(FullName, cell)) {
        let bare = match name::split_birth(&clean, context.on) {
            // Certain when the number or the birth of the row says the same year.
            Some((bare, behind)) if years(row, context).contains(&behind) => {
                draft.change(FullName, &clean, &bare, findings::BIRTH_BEHIND_NAME);
                year = Some(behind);
                bare
            }
            Some((bare, _)) => {
                draft.ask(FullName, findings::NAME_NOTE, vec![bare]);
                clean
            }
            None => clean,
        };
        let name = name::read(draft, FullName, bare);
        draft.set(FullName, &name);
    } else {
        let parts: Vec<String> = [Surname, MiddleName, GivenName]
            .into_iter()
            .filter_map(|column| draft.text(column, context.places.cell(row, column)?))
            .collect();
        if !parts.is_empty() {
            let name = name::read(draft, FullName, parts.join(" "));
            draft.set(FullName, &name);
        }
    }
    for column in [FatherName, MotherName, SpouseName] {
        if let Some(clean) = context.places.cell(row, column).and_then(|cell| draft.text(column, cell)) {
            let name = name::read(draft, column, clean);
            draft.set(column, &name);
        }
    }
    year
}

/// The years of birth that the row says, whatever else is doubtful in it.
fn years(row: &[Cell], context: &Context<'_>) -> Vec<u16> {
    let number = context.places.cell(row, Pin).and_then(number::plain).map(pin::Pin::birth_year);
    let (birth, _) = year_and_sex(row, context.places, &context.calendars.birth, context.on);
    number.into_iter().chain(birth).collect()
}

fn sex(draft: &mut Draft, row: &[Cell], context: &Context<'_>) {
    let cell = |column: PersonColumn| context.places.cell(row, column);
    if let Some(cell) = cell(Sex) {
        sexes::read(draft, cell, context.codes);
    } else if context.places.has(MaleMark) || context.places.has(FemaleMark) {
        sexes::read_marks(draft, cell(MaleMark), cell(FemaleMark));
    } else {
        match (cell(BirthOfMale).is_some(), cell(BirthOfFemale).is_some()) {
            (true, false) => draft.set(Sex, OfPerson::Male.name()),
            (false, true) => draft.set(Sex, OfPerson::Female.name()),
            (true, true) => draft.note(identity::findings::SEX_UNKNOWN, Sex),
            (false, false) => {}
        }
    }
}

/// The birth; its year when that is certain, even where the day is asked.
fn birth(draft: &mut Draft, row: &[Cell], context: &Context<'_>, behind_name: Option<u16>) -> Option<u16> {
    let cell = |column: PersonColumn| context.places.cell(row, column);
    let year = cell(Pin).and_then(number::plain).map(pin::Pin::birth_year);
    let parts = [BirthDay, BirthMonth, BirthYear].map(cell);
    let whole =
        [BirthDate, BirthOfMale, BirthOfFemale].into_iter().find_map(|column| Some((column, cell(column)?)));
    if let Some((column, cell)) = whole {
        return day_of(draft, column, cell, &context.calendars.birth, year, context.on);
    }
    match parts {
        [None, None, None] => {
            let year = behind_name?;
            draft.change(BirthDate, "", &year.to_string(), findings::BIRTH_BEHIND_NAME);
            draft.set(BirthDate, &year.to_string());
            Some(year)
        }
        [None, None, Some(only)] => {
            day_of(draft, BirthYear, only, &context.calendars.birth, year, context.on)
        }
        parts => of_parts(draft, parts),
    }
}

/// Day, month and year in columns of their own.
fn of_parts(draft: &mut Draft, parts: [Option<&Cell>; 3]) -> Option<u16> {
    let [day, month, year] = parts
        .map(|cell| cell.map_or(Some(0), |cell| cell.whole().or_else(|| cell.shown().trim().parse().ok())));
    let number = |part: Option<u64>| part.and_then(|part| u16::try_from(part).ok());
    let small = |part: Option<u64>| part.and_then(|part| u8::try_from(part).ok());
    let date = match (small(day), small(month), number(year)) {
        (Some(0), Some(0), Some(year)) => PartialDate::from_iso(&format!("{year:04}")),
        (Some(0), Some(month), Some(year)) => PartialDate::from_iso(&format!("{year:04}-{month:02}")),
        (Some(day), Some(month), Some(year)) => Date::new(year, month, day).map(PartialDate::Day),
        _ => None,
    };
    let Some(date) = date.filter(|date| date.year() >= 1800) else {
        draft.note(identity::findings::NOT_A_DATE, BirthDate);
        return None;
    };
    draft.set(BirthDate, &date.to_string());
    Some(date.year())
}

/// Reads the cell of a day.
fn day_of(
    draft: &mut Draft,
    column: PersonColumn,
    cell: &Cell,
    calendar: &Calendar,
    year: Option<u16>,
    on: Date,
) -> Option<u16> {
    let raw = cell.shown();
    if column == ExpiryDate && text::key(&raw) == text::key("Không thời hạn") {
        draft.set(column, "none");
        return None;
    }
    match calendar.read(&day::written(cell), year, on) {
        Read::Nothing => None,
        Read::Known(date, reason) => {
            if let Some(code) = reason {
                draft.change(column, &raw, &date.to_string(), code);
            }
            draft.set(column, &date.to_string());
            Some(date.year())
        }
        Read::Ask(dates, code) => {
            let first = dates.first().map(|date| date.year());
            let one_year = dates.iter().all(|date| Some(date.year()) == first);
            draft.ask(column, code, dates.iter().map(ToString::to_string).collect());
            first.filter(|_| one_year)
        }
        Read::Wrong => {
            if !number::is_none(&raw) {
                draft.note(identity::findings::NOT_A_DATE, column);
            }
            None
        }
    }
}

fn numbers(draft: &mut Draft, row: &[Cell], context: &Context<'_>, year: Option<u16>) {
    if let Some(cell) = context.places.cell(row, OldId) {
        number::read_old(draft, cell);
    }
    if let Some(cell) = context.places.cell(row, Pin) {
        let sex = draft.get(Field::Sex).and_then(OfPerson::from_word);
        let names = |province: &str| names_place(row, context.places, province);
        let known =
            number::Known { birth_year: year, sex, on: context.on, column: context.two_zeros, names: &names };
        number::read(draft, cell, known);
    }
    let old_only = draft.get(Field::Pin).is_none() && draft.get(Field::OldId).is_some();
    // Luật Căn cước 26/2023/QH15, Điều 46: a CMND holds until 31/12/2024.
    if old_only && Some(context.on) >= Date::new(2025, 1, 1) {
        draft.note(identity::findings::OLD_ID_VOID, OldId);
    }
}

/// Whether a place of the row names this province.
fn names_place(row: &[Cell], places: &Places, province: &str) -> bool {
    let plain = |text: &str| text::ascii(&text::lower(text));
    let province = plain(province);
    [Residence, Province, PlaceOfOrigin, PlaceOfBirthRegistration]
        .into_iter()
        .filter_map(|column| places.cell(row, column))
        .any(|cell| plain(&cell.shown()).contains(&province))
}

/// Year of birth and sex of a row as far as they are certain without its number.
pub(super) fn year_and_sex(
    row: &[Cell],
    places: &Places,
    birth: &Calendar,
    on: Date,
) -> (Option<u16>, Option<OfPerson>) {
    let cell = [BirthDate, BirthOfMale, BirthOfFemale, BirthYear]
        .into_iter()
        .find_map(|column| places.cell(row, column));
    let year = cell.and_then(|cell| match birth.read(&day::written(cell), None, on) {
        Read::Known(date, _) => Some(date.year()),
        _ => None,
    });
    (year, places.cell(row, Sex).and_then(|cell| OfPerson::from_word(&cell.shown())))
}

/// The residence out of its columns, in the units of the day.
fn home(
    draft: &mut Draft,
    row: &[Cell],
    context: &Context<'_>,
    homes: Option<&mut Homes<'_>>,
) -> Option<Outcome> {
    let mut parts: Vec<String> = Vec::new();
    for column in [Street, Residence, Commune, District, Province] {
        let cells: Vec<(usize, &Cell)> = context.places.cells(row, column).collect();
        for (at, cell) in cells {
            let Some(clean) = draft.text(column, cell) else { continue };
            let heading = context.headings.get(at).and_then(Option::as_deref).unwrap_or("");
            let part = with_kind(column, heading, clean);
            let holds = |own: &String| own.to_lowercase().contains(&part.to_lowercase());
            if column == Street || !parts.iter().any(holds) {
                parts.push(part);
            }
        }
    }
    if parts.is_empty() {
        return None;
    }
    let address = parts.join(", ");
    match homes {
        Some(homes) => Some(homes.read(draft, &address)),
        None => {
            draft.set(Residence, &address);
            None
        }
    }
}

/// `5` under `Tổ` is `Tổ 5`: a number alone names nothing.
fn with_kind(column: PersonColumn, heading: &str, clean: String) -> String {
    if !super::digits::are_all(&clean) {
        return clean;
    }
    let kind = match (column, heading) {
        (Street, "to" | "to dan pho" | "to thon") => "Tổ",
        (Street, "thon" | "thon xom") => "Thôn",
        (Street, "ap") => "Ấp",
        (Street, "khu pho") => "Khu phố",
        (Street, "xom") => "Xóm",
        (Commune, _) => "Phường",
        (District, _) => "Quận",
        _ => return clean,
    };
    [kind, " ", &clean].concat()
}

/// What the values say of each other, and what is missing.
fn checks(draft: &mut Draft, context: &Context<'_>) {
    draft.findings.extend(of_values(&draft.person, context.on));
    for column in context.expected.iter().copied() {
        let missing = column.field().is_some_and(|field| draft.get(field).is_none());
        if missing && !draft.is_doubted(column) {
            let (vi, en) = column.label();
            draft.findings.push(Finding::new(findings::MISSING, column.path()).with_words("field", vi, en));
        }
    }
}

/// What the values say of each other.
pub(super) fn of_values(person: &Person, on: Date) -> Vec<Finding> {
    let quiet = [
        pin::findings::PLACE_TWO_NAMES.id,
        pin::findings::BORN_ABROAD.id,
        identity::findings::EXPIRES_SOON.id,
    ];
    let mut found = check_person(person, on);
    // Of a single card these are worth knowing; in a list they would stand in every twentieth row.
    found.retain(|finding| !quiet.contains(&finding.code.as_ref()));
    let latest = person.get(Field::BirthDate).and_then(PartialDate::from_iso).and_then(PartialDate::latest);
    let age = latest.map(|birth| birth.full_years_to(on)).filter(|age| *age > AGED);
    if let Some(age) = age {
        let path = BirthDate.path();
        found.push(Finding::new(findings::AGE_IMPLAUSIBLE, path).with("age", age.to_string()));
    }
    found
}

/// Full years beyond which an age is looked at again: a few hundred people in Vietnam are older.
const AGED: i32 = 105;
