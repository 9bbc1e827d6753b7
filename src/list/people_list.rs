use super::{
    alike::is_alike,
    kind::kinds,
    query::Query,
    result::{self, Source, Table},
    view::{self, ColumnView, GroupView, Overview, RowView},
};
use crate::{
    Date, Error, Finding, Locale, Options,
    address::Units,
    people::{Cell, ListOptions, PeopleCheck, PeopleReport, PersonColumn, PersonRow, Question},
};

/// A checked list while somebody works on it.
pub struct PeopleList {
    rows: Vec<Vec<Cell>>,
    /// Cells that were empty in the file and repeat the one that they are merged with, in order.
    repeated: Vec<(usize, usize)>,
    report: PeopleReport,
    on: Date,
    /// What each decision replaced, the latest last.
    past: Vec<Vec<(usize, PersonRow)>>,
    /// Whether values changed since duplicates were looked for.
    stale: bool,
}

/// What somebody decided about a field.
#[derive(Clone, PartialEq, Eq)]
pub enum Decision {
    /// One of the options of its question, by its place; `alike`: for every question that is alike.
    Option {
        /// From 0.
        option: usize,
        /// For all that are alike.
        alike: bool,
    },
    /// A value that was typed.
    Value {
        /// As people write it.
        value: String,
    },
}

impl PeopleList {
    /// Checks a table; `progress` hears how many rows are done, and of how many.
    ///
    /// # Errors
    /// As [`check_people`](crate::people::check_people).
    pub fn check(
        rows: Vec<Vec<Cell>>,
        list: &ListOptions,
        units: Option<&Units>,
        options: &Options,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, Error> {
        let mut check = PeopleCheck::new(&rows, list, units, options)?;
        loop {
            let left = check.advance(STEP);
            progress(rows.len().saturating_sub(left), rows.len());
            if left == 0 {
                break;
            }
        }
        let report = check.finish();
        Ok(Self { rows, repeated: Vec::new(), report, on: options.on, past: Vec::new(), stale: false })
    }

    /// The same, with cells (row, column) that were empty in the file: the result has them empty again.
    #[must_use]
    pub fn repeating(self, mut repeated: Vec<(usize, usize)>) -> Self {
        repeated.sort_unstable();
        Self { repeated, ..self }
    }

    /// The report as it is now.
    pub fn report(&self) -> &PeopleReport {
        &self.report
    }

    /// The table as it came.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The list as a whole.
    pub fn overview(&self) -> Overview {
        let first = self.report.rows.iter().take(EXAMPLES).map(|row| row.row);
        let examples = |at: usize| {
            let cells = first.clone().filter_map(|row| self.rows.get(row)?.get(at));
            cells.map(|cell| cell.shown().chars().take(LONGEST_EXAMPLE).collect()).collect()
        };
        let columns = self.report.columns.iter().enumerate();
        Overview {
            columns: columns
                .map(|(at, column)| ColumnView {
                    field: column.field,
                    heading: column.heading.clone(),
                    sure: column.sure,
                    examples: examples(at),
                })
                .collect(),
            findings: self.report.findings.clone(),
            summary: self.report.summary,
            kinds: kinds(&self.report.rows),
            groups: self.report.duplicates.len(),
            decisions: self.past.len(),
            stale: self.stale,
        }
    }

    /// The places of the rows that a query takes.
    pub fn select(&self, query: &Query) -> Vec<usize> {
        let rows = self.report.rows.iter().enumerate();
        rows.filter(|(_, row)| query.takes(row)).map(|(at, _)| at).collect()
    }

    /// The row at this place beside what it was.
    pub fn view(&self, at: usize) -> Option<RowView> {
        let row = self.report.rows.get(at)?;
        Some(view::of_row(&self.report.columns, self.cells(row), at, row, |question| {
            self.alike(at, question).len()
        }))
    }

    /// Groups of rows that are, or may be, of one person.
    pub fn groups(&self, from: usize, count: usize) -> Vec<GroupView> {
        let groups = self.report.duplicates.iter().skip(from).take(count);
        groups
            .map(|group| GroupView {
                by: group.by,
                sure: group.sure,
                people: group.rows.iter().filter_map(|row| self.view(self.place(*row)?)).collect(),
            })
            .collect()
    }

    /// Puts what was decided; in how many rows.
    ///
    /// # Errors
    /// What is wrong with a value that the field cannot have; nothing changed.
    pub fn decide(
        &mut self,
        at: usize,
        field: PersonColumn,
        decision: &Decision,
    ) -> Result<usize, Box<Finding>> {
        let places = match decision {
            Decision::Option { alike: true, .. } => match self.question(at, field) {
                Some(question) => self.alike(at, question),
                None => Vec::new(),
            },
            _ => vec![at],
        };
        let mut past = Vec::new();
        for place in places {
            let Some(row) = self.report.rows.get(place) else { continue };
            let value = match decision {
                Decision::Value { value } => Some(value.clone()),
                Decision::Option { option, .. } => {
                    self.question(place, field).and_then(|question| question.options.get(*option)).cloned()
                }
            };
            let Some(value) = value else { continue };
            let (before, shown) = (row.clone(), view::shown(&self.report.columns, self.cells(row), field));
            match self.report.put(place, field, &value, &shown, self.on) {
                Ok(()) => past.push((place, before)),
                Err(finding) if past.is_empty() => return Err(finding),
                Err(_) => {}
            }
        }
        let count = past.len();
        if count > 0 {
            self.past.push(past);
            self.stale = true;
            self.report.count();
        }
        Ok(count)
    }

    /// Takes the latest decision back; in how many rows.
    pub fn undo(&mut self) -> usize {
        let past = self.past.pop().unwrap_or_default();
        let count = past.len();
        for (at, row) in past {
            self.report.put_back(at, row);
        }
        self.stale |= count > 0;
        self.report.count();
        count
    }

    /// Looks for duplicates again, if values changed since.
    pub fn refresh(&mut self) {
        if self.stale {
            self.report.find_duplicates();
            self.stale = false;
        }
    }

    /// The result: the table with what is known now beside it, what changed, what is open, who is there twice.
    pub fn tables(&mut self, name: &str, locale: Locale) -> Vec<Table> {
        self.refresh();
        let tables = self.table_names(name, locale).into_iter().enumerate();
        let made = tables.map(|(at, name)| {
            let mut rows = Vec::new();
            self.table(at, locale, &mut |row| rows.push(row));
            Table { name, rows }
        });
        made.collect()
    }

    /// How the tables of the result are called.
    pub fn table_names(&self, name: &str, locale: Locale) -> [String; 4] {
        result::names(name, locale)
    }

    /// The rows of the table at a place among them, one at a time: none stands in memory but those that `put` keeps.
    /// Duplicates are those that were last looked for.
    pub fn table(&self, at: usize, locale: Locale, put: &mut dyn FnMut(Vec<Cell>)) {
        let list = Source { rows: &self.rows, repeated: &self.repeated, report: &self.report };
        result::table(at, &list, locale, put);
    }

    /// The place of a row of the table among the people.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.report.rows.binary_search_by_key(&row, |own| own.row).ok()
    }

    fn cells(&self, row: &PersonRow) -> &[Cell] {
        self.rows.get(row.row).map_or(&[], Vec::as_slice)
    }

    fn question(&self, at: usize, field: PersonColumn) -> Option<&Question> {
        let row = self.report.rows.get(at)?;
        row.questions.iter().find(|question| question.field.whole() == field.whole())
    }

    /// The places of the rows that have this question or one that is alike.
    fn alike(&self, at: usize, question: &Question) -> Vec<usize> {
        let text = |at: usize| {
            let row = self.report.rows.get(at);
            row.map(|row| view::shown(&self.report.columns, self.cells(row), question.field))
        };
        let own = text(at).unwrap_or_default();
        let is = |(place, row): &(usize, &PersonRow)| {
            let other = row.questions.iter().find(|other| other.code == question.code);
            other.is_some_and(|other| {
                *place == at || is_alike((question, &own), (other, &text(*place).unwrap_or_default()))
            })
        };
        self.report.rows.iter().enumerate().filter(is).map(|(place, _)| place).collect()
    }
}

impl std::fmt::Debug for PeopleList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PeopleList({} rows)", self.rows.len())
    }
}

impl std::fmt::Debug for Decision {
    /// Without the value, which is a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Option { .. } => "Option(…)",
            Self::Value { .. } => "Value(…)",
        })
    }
}

/// Rows that are checked between two words about progress: some milliseconds.
const STEP: usize = 1_000;

/// Rows from which examples of a column are taken.
const EXAMPLES: usize = 3;

/// Characters of an example.
const LONGEST_EXAMPLE: usize = 60;
