//! `parseAddress`, `convertAddress`, `searchUnits`, and whole lists of addresses.

use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, respond, thrown, typed};
use super::units::with_units_if_loaded;
use crate::address::{self, Converter, Direction, Units};
use crate::form;
use crate::json::Value;
use crate::locale::Bilingual;
use crate::{Error, Locale, Options};

/// `parseAddress`
#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(text: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&with_units(|units| address::parse(units, text, options.on))?, options.locale)
}

/// `convertAddress`
#[wasm_bindgen(js_name = convertAddress)]
pub fn convert_address(address: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, direction) = conversion(given)?;
    let address = read(address, "address")?;
    let converted = with_units(|units| address::convert_value(units, &address, options.on, direction))?;
    respond(&converted, options.locale)
}

/// `convertAddresses`: a list of texts and objects at once; of one that is too long `{ error }`.
#[wasm_bindgen(js_name = convertAddresses)]
pub fn convert_addresses(list: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, direction) = conversion(given)?;
    let list: Vec<Value> = typed(read(list, "addresses")?, "addresses")?;
    let converted = with_units(|units| Ok(address::ConvertedList::of(units, &list, options.on, direction)))?;
    respond(&converted, options.locale)
}

/// A list of texts at once, as numbers: `text` holds all rows, `ends` where each one ends in it. What a row's
/// numbers mean says [`address::Row`]; [`name_units`] and [`ask`] give the words, once for each unit.
#[wasm_bindgen(js_name = convertRows)]
pub fn convert_rows(text: &[u16], ends: &[u32], given: JsValue) -> Result<Vec<u32>, JsValue> {
    let (options, direction) = conversion(given)?;
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
pub fn name_units(numbers: &[u32], given: JsValue) -> Result<JsValue, JsValue> {
    let (options, _) = all_options(given)?;
    let names: Vec<_> = with_units(|units| {
        Ok(numbers.iter().map(|number| units.candidate_of_number(*number, options.on)).collect())
    })?;
    respond(&names, options.locale)
}

/// The words of a question of [`convert_rows`].
#[wasm_bindgen(js_name = askRow)]
pub fn ask(question: u32, unit: u32, given: JsValue) -> Result<String, JsValue> {
    let (options, _) = all_options(given)?;
    with_units(|units| {
        let question = units.question_of_number(question, unit, options.on);
        Ok(question.map(|own| own.words(options.locale)).unwrap_or_default())
    })
}

/// The codes that findings of [`convert_rows`] stand for.
#[wasm_bindgen(js_name = rowCodes)]
pub fn row_codes() -> Result<JsValue, JsValue> {
    respond(&address::codes().collect::<Vec<_>>(), Locale::Vi)
}

/// What is said of an address in a form that must be today's, or nothing; for `validate` and `checkSealed`.
#[wasm_bindgen(js_name = oldUnit)]
pub fn old_unit(text: &str, path: &str, label: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let label = Bilingual { vi: label.to_owned(), en: label.to_owned() };
    respond(&with_units(|units| form::old_unit(text, path, &label, options.on, units))?, options.locale)
}

/// `searchUnits`
#[wasm_bindgen(js_name = searchUnits)]
pub fn search_units(text: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let found = with_units(|units| address::search_given(units, text, options.on, all))?;
    respond(&found, options.locale)
}

fn with_units<T>(use_them: impl FnOnce(&Units) -> Result<T, Error>) -> Result<T, JsValue> {
    with_units_if_loaded(|units| {
        let missing = || Error::new("units.not_loaded", "`loadUnits(data)` comes before the first address");
        use_them(units.ok_or_else(missing)?)
    })
    .map_err(thrown)
}

/// Options, and into which units to convert.
fn conversion(given: JsValue) -> Result<(Options, Direction), JsValue> {
    let (options, all) = all_options(given)?;
    let direction = address::direction_given(&all);
    Ok((options, direction.map_err(thrown)?))
}
