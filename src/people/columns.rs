//! Which column holds what: by heading, by content, and with which certainty.

use super::{
    Cell, Column,
    PersonColumn::{self, *},
    content::Sample,
    heading::{Heading, Meaning},
};

/// The columns that the caller names. The second value lists those that repeat another.
pub(super) fn given(
    headings: &[Heading],
    given: &[Option<PersonColumn>],
) -> (Vec<Column>, Vec<(usize, PersonColumn)>) {
    let count = headings.len().max(given.len());
    let mut columns: Vec<Column> = (0..count)
        .map(|at| {
            let heading = headings.get(at).filter(|heading| !heading.is_empty());
            Column {
                field: given.get(at).copied().flatten(),
                heading: heading.map(|heading| heading.written.clone()),
                sure: true,
            }
        })
        .collect();
    let repeated = drop_repeated(&mut columns);
    (columns, repeated)
}

/// Recognises the columns of the rows from `first` on. The second value lists those that repeat another.
pub(super) fn recognise(
    rows: &[Vec<Cell>],
    first: usize,
    headings: &[Heading],
    has_heading: bool,
) -> (Vec<Column>, Vec<(usize, PersonColumn)>) {
    let samples: Vec<Sample<'_>> =
        (0..headings.len()).map(|column| Sample::of(rows, first, column)).collect();
    let mut columns: Vec<Column> = headings
        .iter()
        .zip(&samples)
        .map(|(heading, sample)| {
            let (field, sure) = one(heading, sample, has_heading);
            let written = (!heading.is_empty()).then(|| heading.written.clone());
            Column { field, heading: written, sure }
        })
        .collect();
    settle_days(&mut columns, headings);
    settle_names(&mut columns, headings, &samples);
    let repeated = drop_repeated(&mut columns);
    (columns, repeated)
}

/// One column by itself.
fn one(heading: &Heading, sample: &Sample<'_>, has_heading: bool) -> (Option<PersonColumn>, bool) {
    match heading.meaning() {
        Meaning::Known(column) if sample.is_empty() || sample.fits(column) >= 50 => (Some(column), true),
        Meaning::Likely(column) if sample.is_empty() || sample.fits(column) >= 50 => {
            (Some(column), sample.fits(column) >= 90)
        }
        // The heading says one thing, the cells another.
        Meaning::Known(column) | Meaning::Likely(column) => match sample.guess() {
            Some((other, share)) if share >= 80 && other != column => (Some(other), false),
            // These words are used for other things as well: `Hộ`, `Năm`.
            _ if sample.fits(column) < 20
                && matches!(column, Surname | GivenName | MaleMark | FemaleMark) =>
            {
                (None, false)
            }
            _ => (Some(column), false),
        },
        Meaning::Other => (None, true),
        Meaning::Unknown => match sample.guess() {
            None => (None, has_heading),
            // Days, names and places may be anybody's under a heading that is not known.
            Some((column, share)) if has_heading => {
                let own = matches!(column, Pin | Email | HealthInsurance | Phone);
                (own && share >= 80).then_some(column).map_or((None, true), |column| (Some(column), false))
            }
            Some((column, share)) => (Some(column), share >= 90 && !matches!(column, BirthDate | OldId)),
        },
    }
}

/// `Năm` and `Nam` are one word without accents: beside a month it is the year.
fn settle_days(columns: &mut [Column], headings: &[Heading]) {
    let in_group = |group: &str, field: PersonColumn, columns: &[Column]| {
        columns
            .iter()
            .zip(headings)
            .any(|(column, other)| other.group == group && column.field == Some(field))
    };
    let years: Vec<usize> = headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| !heading.group.is_empty() && heading.own == "nam")
        .filter(|(_, heading)| in_group(&heading.group, BirthMonth, columns))
        .map(|(at, _)| at)
        .collect();
    for at in years {
        if let Some(column) = columns.get_mut(at) {
            (column.field, column.sure) = (Some(BirthYear), true);
        }
    }
}

/// A name in two columns under one heading; a part without the other.
fn settle_names(columns: &mut [Column], headings: &[Heading], samples: &[Sample<'_>]) {
    for at in 0..columns.len() {
        let next = at.saturating_add(1);
        let is_name = columns.get(at).is_some_and(|column| column.field == Some(FullName));
        let open = headings.get(next).is_some_and(Heading::is_empty) && columns.get(next).is_some();
        if is_name
            && open
            && samples.get(next).is_some_and(|sample| !sample.is_empty() && sample.are_single_words())
        {
            for (place, field) in [(at, Surname), (next, GivenName)] {
                if let Some(column) = columns.get_mut(place) {
                    (column.field, column.sure) = (Some(field), true);
                }
            }
        }
    }
    let has =
        |columns: &[Column], field: PersonColumn| columns.iter().any(|column| column.field == Some(field));
    let (surname, given, full) = (has(columns, Surname), has(columns, GivenName), has(columns, FullName));
    for column in columns.iter_mut() {
        match column.field {
            // `Hộ`, `Tên` alone.
            Some(Surname) if !given => (column.field, column.sure) = (None, false),
            Some(GivenName) if !surname && !full => (column.field, column.sure) = (Some(FullName), false),
            Some(Surname | MiddleName | GivenName) if full => column.field = None,
            _ => {}
        }
    }
}

/// Of columns for one thing the first that is sure, else the first.
fn drop_repeated(columns: &mut [Column]) -> Vec<(usize, PersonColumn)> {
    let mut repeated = Vec::new();
    for field in PersonColumn::ALL.iter().copied().filter(|field| *field != Street) {
        let places: Vec<usize> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field == Some(field))
            .map(|(at, _)| at)
            .collect();
        let sure = |at: &&usize| columns.get(**at).is_some_and(|column| column.sure);
        let kept = places.iter().find(sure).or_else(|| places.first()).copied();
        for at in places.into_iter().filter(|at| Some(*at) != kept) {
            if let Some(column) = columns.get_mut(at) {
                (column.field, column.sure) = (None, false);
            }
            if field != Ordinal {
                repeated.push((at, field));
            }
        }
    }
    repeated.sort_unstable();
    repeated
}
