//! `loadUnits`, `parseAddress`, `convertAddress`, `searchUnits`. The units live here and nowhere else.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::border;
use crate::{
    Error, Options,
    address::{self, Converter, Direction, Units},
    json::Value,
};

thread_local! {
    static UNITS: RefCell<Option<Units>> = const { RefCell::new(None) };
}

/// Reads the asset and keeps it; says its version.
#[wasm_bindgen(js_name = loadUnits)]
pub fn load_units(asset: &[u8]) -> Result<String, JsValue> {
    let units = Units::from_bytes(asset).map_err(border::thrown)?;
    let version = units.version().to_owned();
    UNITS.with_borrow_mut(|own| *own = Some(units));
    Ok(version)
}

#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(text: &str, options: &str) -> Result<String, JsValue> {
    let (_, options) = border::options(options)?;
    with_units(|units| Ok(address::parse(units, text, options.on)?.to_json(options.locale).to_string()))
}

#[wasm_bindgen(js_name = convertAddress)]
pub fn convert_address(address: &str, options: &str) -> Result<String, JsValue> {
    let address = border::value(address)?;
    let (own, options) = border::options(options)?;
    let direction = direction(&own).map_err(border::thrown)?;
    with_units(|units| {
        let converted = address::convert_value(units, &address, options.on, direction)?;
        Ok(converted.to_json(options.locale).to_string())
    })
}

/// A list of texts and objects at once: each converted, or `{ error }` for one that is too long.
#[wasm_bindgen(js_name = convertAddresses)]
pub fn convert_addresses(list: &str, options: &str) -> Result<String, JsValue> {
    let list = border::value(list)?;
    let (own, options) = border::options(options)?;
    let direction = direction(&own).map_err(border::thrown)?;
    let rows = list.as_array().unwrap_or(&[]);
    with_units(|units| {
        let rows = rows.iter().map(|row| one(units, row, options, direction));
        Ok(Value::Array(rows.collect()).to_string())
    })
}

/// Codes of findings instead of their words: a list of 100,000 rows is to be quick.
fn one(units: &Units, row: &Value, options: Options, direction: Direction) -> Value {
    match address::convert_value(units, row, options.on, direction) {
        Ok(converted) => converted.to_short_json(options.locale),
        Err(error) => Value::Object(vec![("error".into(), Value::from(error.code))]),
    }
}

/// A list of texts at once, as numbers: `text` holds all rows, `ends` where each one ends in it. What a row's
/// numbers mean says [`address::Row`]; [`name_units`] and [`ask`] give the words, once for each unit.
#[wasm_bindgen(js_name = convertRows)]
pub fn convert_rows(text: &[u16], ends: &[u32], options: &str) -> Result<Vec<u32>, JsValue> {
    let (own, options) = border::options(options)?;
    let direction = direction(&own).map_err(border::thrown)?;
    with_units(|units| {
        let mut converter = Converter::new(units, options.on, direction);
        let mut numbers = Vec::with_capacity(ends.len().saturating_mul(6));
        let mut start = 0_usize;
        for end in ends {
            let end = usize::try_from(*end).unwrap_or(usize::MAX);
            let row = text.get(start..end).unwrap_or(&[]);
            match converter.convert_utf16(row) {
                Ok(converted) => converted.write(&mut numbers),
                Err(_) => numbers.push(address::TOO_LONG),
            }
            start = end;
        }
        Ok(numbers)
    })
}

/// The candidates that numbers of [`convert_rows`] stand for, as of `options.on`; `null` for no commune.
#[wasm_bindgen(js_name = nameUnits)]
pub fn name_units(numbers: &[u32], options: &str) -> Result<String, JsValue> {
    let (_, options) = border::options(options)?;
    with_units(|units| {
        let name = |number: &u32| units.candidate_of_number(*number, options.on);
        let names = numbers.iter().map(|number| name(number).map_or(Value::Null, |own| own.to_json()));
        Ok(Value::Array(names.collect()).to_string())
    })
}

/// The words of a question of [`convert_rows`].
#[wasm_bindgen(js_name = askRow)]
pub fn ask(question: u32, unit: u32, options: &str) -> Result<String, JsValue> {
    let (_, options) = border::options(options)?;
    with_units(|units| {
        let question = units.question_of_number(question, unit, options.on);
        Ok(question.map(|own| own.words(options.locale)).unwrap_or_default())
    })
}

/// The codes that findings of [`convert_rows`] stand for.
#[wasm_bindgen(js_name = rowCodes)]
pub fn row_codes() -> String {
    Value::Array(address::codes().map(Value::from).collect()).to_string()
}

#[wasm_bindgen(js_name = searchUnits)]
pub fn search_units(text: &str, options: &str) -> Result<String, JsValue> {
    let (own, options) = border::options(options)?;
    let limit = own.get("limit").and_then(Value::as_f64).unwrap_or(10.0).clamp(0.0, 200.0);
    let limit = (0..200_usize).take_while(|n| f64::from(u32::try_from(*n).unwrap_or(0)) < limit).count();
    let province = own.get("province").and_then(Value::as_str);
    with_units(|units| {
        let found = address::search(units, text, limit, province, options.on)?;
        Ok(Value::Array(found.iter().map(address::Found::to_json).collect()).to_string())
    })
}

/// What another file of the border does with the units, if they are there.
pub(super) fn units<T>(use_them: impl FnOnce(Option<&Units>) -> T) -> T {
    UNITS.with_borrow(|units| use_them(units.as_ref()))
}

fn with_units<T>(use_them: impl FnOnce(&Units) -> Result<T, Error>) -> Result<T, JsValue> {
    units(|units| {
        let missing = || Error::new("units.not_loaded", "`loadUnits(data)` comes before the first address");
        use_them(units.ok_or_else(missing)?)
    })
    .map_err(border::thrown)
}

fn direction(options: &Value) -> Result<Direction, Error> {
    match options.get("to").map(Value::as_str) {
        None | Some(Some("present")) => Ok(Direction::ToPresent),
        Some(Some("before2025")) => Ok(Direction::ToOld),
        Some(_) => Err(Error::new("options.to", "`present` or `before2025`")),
    }
}
