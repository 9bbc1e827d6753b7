//! `cancuoc/scan`.

use wasm_bindgen::prelude::*;

use super::border;
use crate::json::Value;
use crate::scan::{self, Effort, Image, Scan, Symbol};
use crate::{Error, Locale};

/// Bytes of a picture in; `{ symbols, findings }` out.
#[wasm_bindgen]
pub fn scan(data: &[u8], width: usize, height: usize, options: &str) -> Result<String, JsValue> {
    let (value, options) = border::options(options)?;
    let effort = effort(&value).map_err(border::thrown)?;
    let image = Image::new(data, width, height).map_err(border::thrown)?;
    Ok(to_json(&scan::scan(&image, effort), options.locale).to_string())
}

fn effort(options: &Value) -> Result<Effort, Error> {
    if let Some(milliseconds) = options.get("budget").and_then(Value::as_f64) {
        return Ok(Effort::milliseconds(milliseconds));
    }
    match options.get("effort").map(Value::as_str) {
        None | Some(Some("photo")) => Ok(Effort::Photo),
        Some(Some("frame")) => Ok(Effort::Frame),
        Some(_) => Err(Error::new("options.effort", "`frame` or `photo`")),
    }
}

fn to_json(scan: &Scan, locale: Locale) -> Value {
    let symbols: Vec<Value> = scan.symbols.iter().map(symbol).collect();
    let findings: Vec<Value> = scan.findings.iter().map(|f| f.to_json(locale)).collect();
    Value::Object(vec![("symbols".into(), symbols.into()), ("findings".into(), findings.into())])
}

fn symbol(symbol: &Symbol) -> Value {
    let point = |(x, y): (f32, f32)| Value::from(vec![Value::from(f64::from(x)), Value::from(f64::from(y))]);
    let number = |n: u8| Value::from(u32::from(n));
    let mut members = vec![
        ("bytes".into(), symbol.bytes.iter().map(|b| number(*b)).collect::<Vec<_>>().into()),
        ("corners".into(), symbol.corners.map(point).to_vec().into()),
        ("version".into(), number(symbol.version)),
        ("level".into(), Value::from(symbol.level.name())),
        ("mask".into(), number(symbol.mask)),
        ("mirrored".into(), Value::from(symbol.mirrored)),
        ("reversed".into(), Value::from(symbol.reversed)),
    ];
    if !symbol.eci.is_empty() {
        members.push(("eci".into(), symbol.eci.iter().map(|e| Value::from(*e)).collect::<Vec<_>>().into()));
    }
    if let Some(sequence) = symbol.sequence {
        let object = vec![
            ("index".into(), number(sequence.index)),
            ("total".into(), number(sequence.total)),
            ("parity".into(), number(sequence.parity)),
        ];
        members.push(("sequence".into(), Value::Object(object)));
    }
    Value::Object(members)
}
