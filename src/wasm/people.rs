//! `checkPeople`, `comparePeople`, and lists that stay here while somebody works on them: with the units, which
//! their residences are converted by.

use std::cell::RefCell;

use js_sys::{Array, Function};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, read_bytes, respond, thrown, typed};
use super::packed::PackedTable;
use super::units::with_units_if_loaded;
use crate::list::{self, Decision, PeopleList, Query, Table};
use crate::people::{self, Cell, ListOptions, PersonColumn};
use crate::{Error, Finding, Options};

/// `checkPeople`
#[wasm_bindgen(js_name = checkPeople)]
pub fn check_people(rows: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, of_list) = list_options(given)?;
    let rows: Vec<Vec<Cell>> = read_bytes(rows, "rows")?;
    let report = with_units_if_loaded(|units| people::check_people(&rows, &of_list, units, &options));
    respond(&report.map_err(thrown)?, options.locale)
}

/// `comparePeople`: of the reports only who is in them.
#[wasm_bindgen(js_name = comparePeople)]
pub fn compare_people(left: JsValue, right: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let returned = |rows: JsValue, name: &str| {
        people::returned_report(serde_wasm_bindgen::Deserializer::from(rows), name).map_err(thrown)
    };
    let (left, right) = (returned(left, "left")?, returned(right, "right")?);
    respond(&people::compare_people(&left, &right), options.locale)
}

/// What columns can hold, with their names.
#[wasm_bindgen(js_name = personColumns)]
pub fn person_columns(given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let columns: Vec<_> = PersonColumn::ALL.iter().map(|field| list::name(*field)).collect();
    respond(&columns, options.locale)
}

thread_local! {
    static LISTS: RefCell<Vec<Option<PeopleList>>> = const { RefCell::new(Vec::new()) };
}

/// Checks a packed table and keeps it; its number. `repeated`: row and column, one pair after the other, of cells
/// that repeat a merged one. `progress` gets rows that are done, and all.
#[wasm_bindgen(js_name = openList)]
pub fn open_list(
    table: &[u8],
    repeated: &[u32],
    given: JsValue,
    progress: &Function,
) -> Result<usize, JsValue> {
    let (options, of_list) = list_options(given)?;
    let rows = people::unpack(table).map_err(thrown)?;
    let mut tell = |done: usize, all: usize| {
        // What a listener throws is no matter of the list.
        let _ = progress.call2(&JsValue::NULL, &JsValue::from(done), &JsValue::from(all));
    };
    let list = with_units_if_loaded(|units| PeopleList::check(rows, &of_list, units, &options, &mut tell));
    let place = |at: &u32| usize::try_from(*at).unwrap_or(usize::MAX);
    let repeated = repeated.chunks_exact(2).filter_map(|pair| match pair {
        [row, column] => Some((place(row), place(column))),
        _ => None,
    });
    let list = list.map_err(thrown)?.repeating(repeated.collect());
    Ok(LISTS.with_borrow_mut(|lists| {
        lists.push(Some(list));
        lists.len().saturating_sub(1)
    }))
}

/// Forgets a list.
#[wasm_bindgen(js_name = closeList)]
pub fn close_list(number: usize) {
    LISTS.with_borrow_mut(|lists| {
        if let Some(place) = lists.get_mut(number) {
            *place = None;
        }
    });
}

/// The list as a whole.
#[wasm_bindgen(js_name = listOverview)]
pub fn list_overview(number: usize, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    with_list(number, |list| respond(&list.overview(), options.locale))?
}

/// Rows that a query takes.
#[derive(Serialize)]
struct Rows {
    /// How many there are.
    total: usize,
    rows: Vec<list::RowView>,
}

/// The rows that a query takes, those of one page.
#[wasm_bindgen(js_name = listRows)]
pub fn list_rows(
    number: usize,
    query: JsValue,
    from: usize,
    count: usize,
    given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let query: Query = typed(read(query, "query")?, "query")?;
    with_list(number, |list| {
        let places = list.select(&query);
        let rows = places.iter().skip(from).take(count).filter_map(|at| list.view(*at)).collect();
        respond(&Rows { total: places.len(), rows }, options.locale)
    })?
}

/// Groups of rows that are, or may be, of one person.
#[wasm_bindgen(js_name = listGroups)]
pub fn list_groups(number: usize, from: usize, count: usize, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    with_list(number, |list| respond(&list.groups(from, count), options.locale))?
}

/// What became of a decision.
#[derive(Serialize)]
struct Decided {
    /// Rows that changed.
    rows: usize,
    /// Why none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Finding>,
}

/// An option by its place, or what was typed.
#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    option: Option<usize>,
    #[serde(default)]
    alike: bool,
    #[serde(default)]
    value: Option<String>,
}

fn decision_of(given: Given) -> Result<Decision, JsValue> {
    match (given.option, given.value) {
        (Some(option), None) => Ok(Decision::Option { option, alike: given.alike }),
        (None, Some(value)) => Ok(Decision::Value { value }),
        _ => Err(thrown(Error::new("input.type", "a decision is an option or a value"))),
    }
}

/// Puts what somebody decided about a field of the row at a place.
#[wasm_bindgen(js_name = decide)]
pub fn decide(
    number: usize,
    at: usize,
    field: &str,
    decision: JsValue,
    given: JsValue,
) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let field = PersonColumn::from_name(field)
        .ok_or_else(|| thrown(Error::new("input.type", "field is not as the types of the package say")))?;
    let decision = decision_of(typed(read(decision, "decision")?, "decision")?)?;
    with_list(number, |list| {
        let decided = match list.decide(at, field, &decision) {
            Ok(rows) => Decided { rows, refused: None },
            Err(finding) => Decided { rows: 0, refused: Some(*finding) },
        };
        respond(&decided, options.locale)
    })?
}

/// Takes the latest decision back; in how many rows.
#[wasm_bindgen(js_name = undo)]
pub fn undo(number: usize) -> Result<usize, JsValue> {
    with_list(number, PeopleList::undo)
}

/// Looks for duplicates again.
#[wasm_bindgen(js_name = refreshList)]
pub fn refresh(number: usize) -> Result<(), JsValue> {
    with_list(number, PeopleList::refresh)
}

/// The tables of the result, packed. Each is handed over before the next is made.
#[wasm_bindgen(js_name = listTables)]
pub fn list_tables(number: usize, name: &str, given: JsValue) -> Result<Array, JsValue> {
    let options = options(given)?;
    with_list(number, |list| {
        list.refresh();
        let list: &PeopleList = list;
        let tables = Array::new();
        for (at, name) in list.table_names(name, options.locale).into_iter().enumerate() {
            let rows = |put: &mut dyn FnMut(&[Cell])| list.table(at, options.locale, &mut |row| put(&row));
            tables.push(&respond(&PackedTable::of(name, &rows).map_err(thrown)?, options.locale)?);
        }
        Ok(tables)
    })?
}

/// Two lists side by side, the tables packed.
#[wasm_bindgen(js_name = compareLists)]
pub fn compare_lists(left: usize, right: usize, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    LISTS.with_borrow(|lists| {
        let list = |number: usize| {
            let list = lists.get(number).and_then(Option::as_ref);
            list.ok_or_else(|| thrown(not_open()))
        };
        let compared = list::compare(list(left)?, list(right)?, options.locale);
        let packed = compared.tables.iter().map(|Table { name, rows }| {
            PackedTable::of(name.clone(), &|put| rows.iter().for_each(|row| put(row)))
        });
        let tables = packed.collect::<Result<_, Error>>().map_err(thrown)?;
        respond(&PackedComparison { counts: &compared, tables }, options.locale)
    })
}

fn with_list<T>(number: usize, use_it: impl FnOnce(&mut PeopleList) -> T) -> Result<T, JsValue> {
    LISTS.with_borrow_mut(|lists| {
        let list = lists.get_mut(number).and_then(Option::as_mut);
        list.map(use_it).ok_or_else(|| thrown(not_open()))
    })
}

fn not_open() -> Error {
    Error::new("list.closed", "there is no such list, or it was closed")
}

#[derive(Serialize)]
struct PackedComparison<'a> {
    #[serde(flatten)]
    counts: &'a list::Compared,
    tables: Vec<PackedTable>,
}

/// Options, and those of a list.
fn list_options(given: JsValue) -> Result<(Options, ListOptions), JsValue> {
    let (options, all) = all_options(given)?;
    Ok((options, typed(all, "options")?))
}
