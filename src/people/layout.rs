//! Where the headings of a table stand, and which rows below them are no people.

use super::{
    Cell, Column, PersonColumn, columns, digits,
    heading::{self, Heading, Meaning},
};

/// The rows of a table by their use.
pub(super) struct Layout {
    /// What each column holds.
    pub(super) columns: Vec<Column>,
    /// The first row below the headings.
    pub(super) first: usize,
    /// Whether there are headings.
    pub(super) has_heading: bool,
    /// The last row of them.
    pub(super) last_heading: usize,
    /// The headings, folded.
    pub(super) headings: Vec<Option<String>>,
    /// The columns that repeat another one, by their place.
    pub(super) repeated: Vec<(usize, PersonColumn)>,
}

/// Finds the headings and recognises the columns.
pub(super) fn of(rows: &[Vec<Cell>], header: Option<bool>, given: Option<&[Option<PersonColumn>]>) -> Layout {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let found = match header {
        Some(true) => rows.iter().position(|row| !is_blank(row)).map(|at| (at, at)),
        Some(false) => None,
        None => find(rows, width),
    };
    let last_heading = found.map_or(0, |(_, bottom)| bottom);
    let (headings, first) = match found {
        Some((top, bottom)) => (headings(rows, top, bottom, width), bottom.saturating_add(1)),
        None => (vec![Heading::default(); width], 0),
    };
    let first = first
        .saturating_add(usize::from(found.is_some() && is_numbering(rows.get(first).map(Vec::as_slice))));
    let (columns, repeated) = match given {
        Some(given) => columns::given(&headings, given),
        None => columns::recognise(rows, first, &headings, found.is_some()),
    };
    let headings = headings.into_iter().map(|it| (!it.own.is_empty()).then_some(it.own)).collect();
    Layout { columns, first, has_heading: found.is_some(), last_heading, headings, repeated }
}

/// The first and the last row of the headings.
fn find(rows: &[Vec<Cell>], width: usize) -> Option<(usize, usize)> {
    let score = |row: &Vec<Cell>| {
        let data = row.iter().any(is_data);
        if data {
            return 0;
        }
        let texts = heading::texts(row);
        let short = texts.iter().flatten().filter(|text| text.len() <= LONGEST);
        let meanings = short.map(|text| heading::meaning("", &heading::folded(text)));
        meanings.filter(|meaning| matches!(meaning, Meaning::Known(_) | Meaning::Likely(_))).count()
    };
    let filled = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.is_blank()).count();
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().enumerate().take(TOP) {
        let own = score(row);
        let enough =
            own >= 2 || own == 1 && (filled(row) == 1 && width == 1 || filled(row) == own && width <= 2);
        if enough && best.is_none_or(|(_, score)| own > score) {
            best = Some((at, own));
        }
    }
    let (at, _) = best?;
    let below = rows.get(at.saturating_add(1)).is_some_and(|row| is_sub(row));
    let above = at.checked_sub(1).and_then(|above| rows.get(above)).is_some_and(|row| {
        // A title has one cell, a group of headings at least two columns under it.
        filled(row) >= 2
            && !row.iter().any(is_data)
            && row.iter().all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)))
    });
    let top = if above { at.saturating_sub(1) } else { at };
    Some((top, if below { at.saturating_add(1) } else { at }))
}

/// Whether the row only holds parts of headings: `Nam | Nữ`, `Ngày | Tháng | Năm`, `Xã | Huyện | Tỉnh`.
fn is_sub(row: &[Cell]) -> bool {
    let mut parts = 0_usize;
    for cell in row.iter().filter(|cell| !cell.is_blank()) {
        let Cell::Text(text) = cell else { return false };
        let own = heading::folded(text);
        if !heading::is_part(&own) && matches!(heading::meaning("", &own), Meaning::Unknown) {
            return false;
        }
        parts = parts.saturating_add(1);
    }
    parts >= 2
}

/// Headings of each column out of the rows `top` to `bottom`; a group reaches to the right over empty cells
/// as long as there is something below them.
fn headings(rows: &[Vec<Cell>], top: usize, bottom: usize, width: usize) -> Vec<Heading> {
    let texts: Vec<Vec<Option<String>>> =
        rows.get(top..=bottom).unwrap_or_default().iter().map(|row| heading::texts(row)).collect();
    let text = |row: usize, column: usize| texts.get(row.checked_sub(top)?)?.get(column)?.clone();
    let mut out = vec![Heading::default(); width];
    for row in top..=bottom {
        let mut group: Option<String> = None;
        for column in 0..width {
            let Some(heading) = out.get_mut(column) else { continue };
            let below = row < bottom && text(row.saturating_add(1), column).is_some();
            let written = match text(row, column) {
                Some(own) => {
                    group = below.then(|| own.clone());
                    own
                }
                None if below => match &group {
                    Some(group) => group.clone(),
                    None => continue,
                },
                None => {
                    group = None;
                    continue;
                }
            };
            let folded = heading::folded(&written);
            if heading.own.is_empty() {
                heading.written = written;
            } else if heading.own != folded {
                heading.group = std::mem::take(&mut heading.own);
                heading.written = [heading.written.as_str(), written.as_str()].join(" / ");
            }
            heading.own = folded;
        }
    }
    out
}

/// A row of `1 2 3` or `(1) (2) (3)` or `A B 1 2` under the headings.
pub(super) fn is_numbering(row: Option<&[Cell]>) -> bool {
    let Some(row) = row else { return false };
    let marks: Vec<String> = row
        .iter()
        .filter(|cell| !cell.is_blank())
        .map(|cell| cell.shown().trim_matches(['(', ')', '[', ']', ' ']).to_owned())
        .collect();
    let short =
        marks.iter().all(|mark| mark.len() <= 2 && mark.chars().all(|sign| sign.is_ascii_alphanumeric()));
    let numbers: Vec<u32> = marks.iter().filter_map(|mark| mark.parse().ok()).collect();
    let ascending = numbers.windows(2).all(|pair| matches!(pair, [a, b] if b.checked_sub(*a) == Some(1)));
    marks.len() >= 3
        && short
        && ascending
        && numbers.len().saturating_add(3) >= marks.len()
        && numbers.len() >= 2
}

/// Whether a cell can only be somebody's data.
fn is_data(cell: &Cell) -> bool {
    match cell {
        Cell::Date(_) => true,
        Cell::Number(number) => *number >= 1000.0,
        Cell::Text(text) => digits::count(text) >= 8 || text.contains('@'),
        _ => false,
    }
}

/// Nothing in any cell.
pub(super) fn is_blank(row: &[Cell]) -> bool {
    row.iter().all(Cell::is_blank)
}

/// Rows in which headings are looked for: titles, dates and names of offices stand above them.
const TOP: usize = 40;

/// Bytes of a heading; longer texts are notes.
const LONGEST: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;
    use PersonColumn::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<Cell>> {
        rows.iter().map(|row| row.iter().map(|text| Cell::text(*text)).collect()).collect()
    }

    fn fields(layout: &Layout) -> Vec<Option<PersonColumn>> {
        layout.columns.iter().map(|column| column.field).collect()
    }

    #[test]
    fn headings_stand_below_titles_and_may_take_two_rows() {
        let rows = table(&[
            &["UBND XÃ MẪU"],
            &["DANH SÁCH HỘI VIÊN"],
            &[],
            &["STT", "Họ và tên", "Năm sinh", "", "Căn cước công dân", "", "Địa chỉ"],
            &["", "", "Nam", "Nữ", "Số", "Ngày cấp", ""],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            &["1", "Nguyễn Văn Mẫu", "1985", "", "036085012345", "01/02/2022", "Thôn 3"],
            &["2", "Trần Thị Mẫu", "", "1990", "036190012345", "01/02/2022", "Thôn 3"],
        ]);
        let layout = of(&rows, None, None);
        assert_eq!(layout.first, 6);
        let want = [Ordinal, FullName, BirthOfMale, BirthOfFemale, Pin, IssueDate, Residence].map(Some);
        assert_eq!(fields(&layout), want);
        assert!(layout.columns.iter().all(|column| column.sure), "{:?}", layout.columns);
        assert_eq!(layout.columns[2].heading.as_deref(), Some("Năm sinh / Nam"));
    }

    #[test]
    fn headings_in_old_fonts_are_known() {
        let rows = table(&[
            &["STT", "Hä vµ tªn", "N¨m sinh", "Giíi tÝnh", "§Þa chØ", "Sè ®iÖn tho¹i"],
            &["1", "NguyÔn V¨n MÉu", "1985", "Nam", "Th«n 3", "0901234567"],
        ]);
        let want = [Ordinal, FullName, BirthDate, Sex, Residence, Phone].map(Some);
        assert_eq!(fields(&of(&rows, None, None)), want);
    }

    #[test]
    fn a_name_over_two_columns_is_both_parts() {
        let rows = table(&[
            &["STT", "Họ và tên", "", "CCCD"],
            &["1", "Nguyễn Văn", "Mẫu", "036085012345"],
            &["2", "Trần Thị", "Mẫu", "036190012345"],
        ]);
        assert_eq!(fields(&of(&rows, None, None)), [Ordinal, Surname, GivenName, Pin].map(Some));
    }

    #[test]
    fn days_in_three_columns_are_not_taken_for_sexes() {
        let rows = table(&[
            &["Họ tên", "Ngày sinh", "", "", "Giới tính"],
            &["", "Ngày", "Tháng", "Năm", ""],
            &["Nguyễn Văn Mẫu", "5", "3", "1985", "Nam"],
        ]);
        let want = [FullName, BirthDay, BirthMonth, BirthYear, Sex].map(Some);
        assert_eq!(fields(&of(&rows, None, None)), want);
    }

    #[test]
    fn a_table_without_headings_is_known_by_its_contents() {
        let rows = table(&[
            &[
                "Nguyễn Văn Mẫu",
                "036085012345",
                "05/03/1985",
                "Nam",
                "0901234567",
                "a@vidu.vn",
                "Thôn 3, xã Mẫu, tỉnh Mẫu",
            ],
            &[
                "Trần Thị Mẫu",
                "036190012345",
                "25/03/1990",
                "Nữ",
                "0901234568",
                "b@vidu.vn",
                "Thôn 4, xã Mẫu, tỉnh Mẫu",
            ],
        ]);
        let layout = of(&rows, None, None);
        assert_eq!((layout.first, layout.has_heading), (0, false));
        let want = [FullName, Pin, BirthDate, Sex, Phone, Email, Residence].map(Some);
        assert_eq!(fields(&layout), want);
    }

    #[test]
    fn the_caller_says_what_the_columns_are() {
        let rows = table(&[&["A", "B"], &["Nguyễn Văn Mẫu", "036085012345"]]);
        let layout = of(&rows, Some(true), Some(&[Some(FullName), Some(Pin)]));
        assert_eq!((layout.first, fields(&layout)), (1, vec![Some(FullName), Some(Pin)]));
    }
}
