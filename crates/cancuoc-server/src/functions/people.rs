use cancuoc::json::{self, Value};
use cancuoc::people::{self, Cell, ListOptions, PeopleReport, PersonColumn};
use cancuoc::{Error, list};

use super::{Function, Kind, OPTIONS, Parameter};
use crate::answer::result;
use crate::arguments::{Arguments, WIDE};
use crate::units::units;

pub(super) const ALL: &[Function] = &[
    Function {
        name: "checkPeople",
        about: "Checks a table of people: its columns, each row, who is in it twice.",
        parameters: &[Parameter::needed("rows", Kind::List), OPTIONS],
        run: check_people,
    },
    Function {
        name: "comparePeople",
        about: "Compares two checked lists: who is in both, who in one.",
        parameters: &[
            Parameter::needed("left", Kind::Object),
            Parameter::needed("right", Kind::Object),
            OPTIONS,
        ],
        run: |given| {
            let (left, right) = (report(given, 0, "left")?, report(given, 1, "right")?);
            let locale = given.locale(2)?;
            result(&people::compare_people(&left, &right), locale)
        },
    },
    Function {
        name: "personColumns",
        about: "Lists what columns can hold, with their names.",
        parameters: &[OPTIONS],
        run: |given| {
            let locale = given.locale(0)?;
            let columns: Vec<_> = PersonColumn::ALL.iter().map(|field| list::name(*field)).collect();
            result(&columns, locale)
        },
    },
];

fn check_people(given: &Arguments<'_>) -> Result<String, Error> {
    let (options, all) = given.options(1)?;
    let of_list: ListOptions = json::typed(all, "options")?;
    let rows: Vec<Vec<Cell>> = json::typed(given.value(0, "rows", WIDE)?, "rows")?;
    let report = people::check_people(&rows, &of_list, Some(units()?), &options)?;
    result(&report, options.locale)
}

/// Of a report only who is in it.
fn report(given: &Arguments<'_>, at: usize, name: &str) -> Result<PeopleReport, Error> {
    let none = || Error::new("input.type", format!("{name} is not a report of checkPeople"));
    let Value::Object(members) = given.value(at, name, WIDE)? else { return Err(none()) };
    let rows = members.into_iter().find(|(member, _)| member == "rows").map(|(_, rows)| rows);
    let Some(Value::Array(rows)) = rows else { return Err(none()) };
    let most = people::LIMITS.rows;
    if rows.len() > most {
        return Err(Error::limit(&format!("{name}, rows"), most));
    }
    let numbered = |row: &Value| {
        let number = row.get("row").and_then(Value::as_whole).and_then(|row| usize::try_from(row).ok());
        number.is_some_and(|row| row < most)
    };
    if !rows.iter().all(numbered) {
        return Err(Error::new("input.type", format!("{name} holds a row without its number")));
    }
    people::returned_report(Value::Array(rows.into_iter().map(person).collect()), name)
}

/// The number, and the members of person and contact that are texts.
fn person(row: Value) -> Value {
    let Value::Object(members) = row else { return row };
    let texts = |value: Value| match value {
        Value::Object(mut members) => {
            members.retain(|(_, value)| value.as_str().is_some());
            Value::Object(members)
        }
        other => other,
    };
    let kept = members.into_iter().filter_map(|(name, value)| match name.as_str() {
        "row" => Some((name, value)),
        "person" | "contact" => Some((name, texts(value))),
        _ => None,
    });
    Value::Object(kept.collect())
}
