use super::{
    Cell, Draft, PeopleReport, PersonColumn,
    PersonColumn::*,
    PersonRow,
    calendar::{self, Calendar, Calendars, Use},
    captions, duplicates, findings, fonts,
    home::{Homes, Outcome},
    layout::{self, Layout},
    number, person,
    places::Places,
    report::Summary,
    sexes::{CodeCounts, Codes},
    zeros::TwoZeros,
};
use crate::{
    Date, Error, Finding, Options,
    address::{self, Units},
};

use serde::{Deserialize, Serialize};

/// What the caller knows of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ListOptions {
    /// What each column holds, from the left; `None` for one that is not to be checked. Without a list the
    /// columns are recognised.
    pub columns: Option<Vec<Option<PersonColumn>>>,
    /// Whether the first row that is not blank holds the headings. Without a word they are looked for.
    pub header: Option<bool>,
    /// Whether the file counts days from 1904, where it says so.
    pub date1904: Option<bool>,
}

/// What a list may hold at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rows, and columns of a row: those of a sheet (Excel specifications and limits). Beyond: `limit.input`.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

/// The limits of this module.
pub const LIMITS: Limits = Limits { rows: 1_048_576, columns: 16_384 };

/// Checks a table of people: what each column is, what each row says, what can be repaired for certain, who
/// is in it twice.
///
/// With `units`, residences are converted into the units of the day. A row costs the same wherever it stands,
/// and its result depends on its columns as a whole, not on the order of the rows.
///
/// # Errors
/// `limit.input` for more rows or columns than a sheet has.
pub fn check_people(
    rows: &[Vec<Cell>],
    list: &ListOptions,
    units: Option<&Units>,
    options: &Options,
) -> Result<PeopleReport, Error> {
    let mut check = PeopleCheck::new(rows, list, units, options)?;
    while check.advance(usize::MAX) > 0 {}
    Ok(check.finish())
}

/// [`check_people`] in pieces, for whoever shows progress and may stop.
pub struct PeopleCheck<'a> {
    rows: &'a [Vec<Cell>],
    layout: Layout,
    places: Places,
    calendars: Calendars,
    codes: Codes,
    two_zeros: TwoZeros,
    fonts: Vec<(PersonColumn, &'static str)>,
    /// Whether signatures have begun.
    signed: bool,
    /// Of the columns that every list needs those that are there.
    expected: Vec<PersonColumn>,
    homes: Option<Homes<'a>>,
    options: Options,
    next: usize,
    done: Vec<PersonRow>,
    addresses: Vec<Option<Outcome>>,
    skipped: Vec<usize>,
    blank: usize,
}

impl<'a> PeopleCheck<'a> {
    /// Looks at the columns; no row is checked yet.
    ///
    /// # Errors
    /// `limit.input` for more rows or columns than a sheet has.
    pub fn new(
        rows: &'a [Vec<Cell>],
        list: &ListOptions,
        units: Option<&'a Units>,
        options: &Options,
    ) -> Result<Self, Error> {
        if rows.len() > LIMITS.rows {
            return Err(Error::limit("a list, rows", LIMITS.rows));
        }
        if rows.iter().any(|row| row.len() > LIMITS.columns) {
            return Err(Error::limit("a list, columns", LIMITS.columns));
        }
        let layout = layout::of(rows, list.header, list.columns.as_deref());
        let places = Places::of(&layout.columns);
        let body = rows.get(layout.first..).unwrap_or_default();
        let calendars = calendars(body, &places, list.date1904);
        let codes = codes(body, &places);
        let written = [FullName, Surname, GivenName, Residence, Street, Commune];
        let font = |column: &PersonColumn| {
            let cells = body.iter().filter_map(|row| places.cell(row, *column));
            Some((*column, fonts::of(cells)?))
        };
        let fonts = written.iter().filter_map(font).collect();
        let two_zeros = two_zeros(body, &places, &calendars.birth, options.on);
        let expected = person::NEEDED.into_iter().filter(|field| places.make(*field)).collect();
        Ok(Self {
            rows,
            next: layout.first,
            skipped: (0..layout.first.min(rows.len()))
                .filter(|at| rows.get(*at).is_some_and(|row| !layout::is_blank(row)))
                .collect(),
            layout,
            places,
            calendars,
            codes,
            two_zeros,
            fonts,
            signed: false,
            expected,
            homes: units.map(|units| Homes::new(units, options.on)),
            options: *options,
            done: Vec::new(),
            addresses: Vec::new(),
            blank: 0,
        })
    }

    /// Checks the next rows, at most `count`; how many are left.
    pub fn advance(&mut self, count: usize) -> usize {
        let end = self.next.saturating_add(count).min(self.rows.len());
        for at in self.next..end {
            let Some(row) = self.rows.get(at) else { break };
            if layout::is_blank(row) {
                self.blank = self.blank.saturating_add(1);
            } else if captions::is_no_person(row, &self.layout.columns, &self.layout.headings)
                || self.signed && captions::may_be_signature(row)
            {
                self.signed |= captions::begins_signatures(row);
                self.skipped.push(at);
            } else {
                self.signed = false;
                let mut draft = Draft { fonts: self.fonts.clone(), ..Draft::default() };
                let context = person::Context {
                    places: &self.places,
                    calendars: &self.calendars,
                    codes: self.codes,
                    two_zeros: &self.two_zeros,
                    expected: &self.expected,
                    headings: &self.layout.headings,
                    on: self.options.on,
                };
                let outcome = person::read(&mut draft, row, &context, self.homes.as_mut());
                self.done.push(person::finished(draft, at, outcome));
                self.addresses.push(outcome);
            }
        }
        self.next = end;
        self.rows.len().saturating_sub(end)
    }

    /// The report of all rows that were checked.
    pub fn finish(mut self) -> PeopleReport {
        let mut found = self.of_columns();
        self.forgive_addresses(&mut found);
        if !self.skipped.is_empty() {
            let count = self.skipped.len().to_string();
            found.push(Finding::new(findings::ROWS_SKIPPED, "rows").with("count", count));
        }
        let duplicates = duplicates::find(&mut self.done);
        for row in &mut self.done {
            person::judge(row);
        }
        let mut report = PeopleReport {
            columns: self.layout.columns,
            headings: self.layout.has_heading.then_some(self.layout.last_heading),
            rows: self.done,
            skipped: self.skipped,
            duplicates,
            findings: found,
            summary: Summary { blank: self.blank, ..Summary::default() },
        };
        report.count();
        report
    }

    /// What there is to say of the columns.
    fn of_columns(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let name = |at: usize| {
            let heading = self.layout.columns.get(at).and_then(|column| column.heading.clone());
            heading.unwrap_or_else(|| at.saturating_add(1).to_string())
        };
        if !self.layout.has_heading && !self.rows.is_empty() {
            found.push(Finding::new(findings::NO_HEADING, "columns"));
        }
        for (at, column) in self.layout.columns.iter().enumerate() {
            if let Some(field) = column.field.filter(|_| !column.sure) {
                let (vi, en) = field.label();
                let finding = Finding::new(findings::COLUMN_UNSURE, format!("columns[{at}]"));
                found.push(finding.with("column", name(at)).with_words("field", vi, en));
            }
        }
        for (at, field) in &self.layout.repeated {
            let (vi, en) = field.label();
            let finding = Finding::new(findings::COLUMN_REPEATED, format!("columns[{at}]"));
            found.push(finding.with("column", name(*at)).with_words("field", vi, en));
        }
        for field in person::NEEDED {
            if !self.expected.contains(&field) && !self.rows.is_empty() {
                let (vi, en) = field.label();
                found.push(Finding::new(findings::COLUMN_MISSING, "columns").with_words("field", vi, en));
            }
        }
        found
    }

    /// Where most addresses name no commune, that is said once, not in every row.
    fn forgive_addresses(&mut self, found: &mut Vec<Finding>) {
        let all = self.addresses.iter().flatten().count();
        let none = |outcome: &Option<Outcome>| *outcome == Some(Outcome::NotRecognised);
        let missed = self.addresses.iter().filter(|outcome| none(outcome)).count();
        if missed < 5 || missed.saturating_mul(2) <= all {
            return;
        }
        found.push(Finding::new(findings::ADDRESSES_WITHOUT_UNITS, "columns"));
        for (row, _) in self.done.iter_mut().zip(&self.addresses).filter(|(_, outcome)| none(outcome)) {
            row.findings.retain(|finding| finding.code != address::findings::NOT_RECOGNISED.id);
        }
    }
}

/// How each column of days writes them, measured by the years of the personal numbers.
fn calendars(body: &[Vec<Cell>], places: &Places, date1904: Option<bool>) -> Calendars {
    let mut birth = calendar::Evidence::default();
    let mut issue = calendar::Evidence::default();
    let mut expiry = calendar::Evidence::default();
    let births = [BirthDate, BirthYear, BirthOfMale, BirthOfFemale];
    for row in body {
        let year = places.cell(row, Pin).and_then(number::plain).map(crate::pin::Pin::birth_year);
        for column in births {
            if let Some(cell) = places.cell(row, column) {
                birth.add(&super::day::written(cell), year);
            }
        }
        for (column, evidence) in [(IssueDate, &mut issue), (ExpiryDate, &mut expiry)] {
            if let Some(cell) = places.cell(row, column) {
                evidence.add(&super::day::written(cell), None);
            }
        }
    }
    Calendars {
        birth: birth.calendar(Use::Birth, date1904),
        issue: issue.calendar(Use::Issue, date1904),
        expiry: expiry.calendar(Use::Expiry, date1904),
    }
}

/// What the column of the personal numbers says of those with ten digits.
fn two_zeros(body: &[Vec<Cell>], places: &Places, birth: &Calendar, on: Date) -> TwoZeros {
    let mut counts = TwoZeros::default();
    for row in body {
        if let Some(cell) = places.cell(row, Pin) {
            let shown = cell.shown();
            if matches!(super::digits::count(&shown), 10 | 11) {
                let (year, sex) = person::year_and_sex(row, places, birth, on);
                counts.add(cell, year, sex);
            }
        }
    }
    counts
}

/// What the codes of the column of the sex stand for.
fn codes(body: &[Vec<Cell>], places: &Places) -> Codes {
    let mut counts = CodeCounts::default();
    if places.has(Sex) {
        for row in body {
            if let Some(cell) = places.cell(row, Sex) {
                let sex = places.cell(row, Pin).and_then(number::plain).map(crate::pin::Pin::sex);
                counts.add(cell, sex);
            }
        }
    }
    counts.codes()
}
