//! `cancuoc/scan`. Its text is written here, not through [`crate::json`], whose parser and decimal numbers
//! would be a tenth of this module: positions cross as hundredths of a pixel.
#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "positions lie within a picture of at most 16,384 pixels a side and around it; conversion saturates"
)]

use std::fmt::Write;

use wasm_bindgen::prelude::*;

use crate::finding::Finding;
use crate::scan::{self, Effort, Evidence, Image, Symbol};
use crate::{Error, Locale};

/// Bytes of a picture in, `{ symbols, findings, evidence }` out.
///
/// `effort` is `frame`, `photo` or milliseconds; `evidence` is that of the frame before, or empty.
#[wasm_bindgen]
pub fn scan(
    data: &[u8],
    width: usize,
    height: usize,
    effort: &str,
    locale: &str,
    evidence: Option<Vec<u8>>,
) -> Result<String, JsValue> {
    let thrown = |error: Error| JsValue::from_str(&error.to_string());
    let locale = match locale {
        "vi" => Locale::Vi,
        "en" => Locale::En,
        _ => return Err(thrown(Error::new("options.locale", "`vi` or `en`"))),
    };
    let effort = match (effort, effort.parse::<u32>()) {
        ("frame", _) => Effort::Frame,
        ("photo", _) => Effort::Photo,
        (_, Ok(milliseconds)) => Effort::Work(u64::from(milliseconds.clamp(1, 60_000)) * 1_000_000),
        _ => return Err(thrown(Error::new("options.effort", "`frame` or `photo`"))),
    };
    let image = Image::new(data, width, height).map_err(thrown)?;
    let (evidence, result) = match evidence {
        None => (Evidence::default(), scan::scan(&image, effort)),
        Some(bytes) => scan::scan_frame(&Evidence::from_bytes(&bytes), &image, effort),
    };
    let mut text = String::from("{\"symbols\":");
    list(&mut text, &result.symbols, symbol);
    text.push_str(",\"findings\":");
    list(&mut text, &result.findings, |text, found| finding(text, found, locale));
    text.push_str(",\"evidence\":");
    numbers(&mut text, evidence.to_bytes().into_iter().map(i64::from));
    text.push('}');
    Ok(text)
}

fn list<T>(text: &mut String, items: &[T], mut write: impl FnMut(&mut String, &T)) {
    text.push('[');
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        write(text, item);
    }
    text.push(']');
}

fn numbers(text: &mut String, numbers: impl Iterator<Item = i64>) {
    list(text, &numbers.collect::<Vec<_>>(), |text, number| _ = write!(text, "{number}"));
}

fn symbol(text: &mut String, symbol: &Symbol) {
    text.push_str("{\"bytes\":");
    numbers(text, symbol.bytes.iter().map(|b| i64::from(*b)));
    text.push_str(",\"corners\":");
    let hundredths = |v: f32| (v * 100.0).round() as i64;
    numbers(text, symbol.corners.iter().flat_map(|(x, y)| [hundredths(*x), hundredths(*y)]));
    _ = write!(
        text,
        ",\"version\":{},\"level\":\"{}\",\"mask\":{},\"mirrored\":{},\"reversed\":{},\"eci\":",
        symbol.version,
        symbol.level.name(),
        symbol.mask,
        symbol.mirrored,
        symbol.reversed
    );
    numbers(text, symbol.eci.iter().map(|e| i64::from(*e)));
    if let Some(s) = symbol.sequence {
        _ = write!(
            text,
            ",\"sequence\":{{\"index\":{},\"total\":{},\"parity\":{}}}",
            s.index, s.total, s.parity
        );
    }
    text.push('}');
}

/// The words of the table hold nothing that JSON would escape; a test of this area sees to that.
fn finding(text: &mut String, finding: &Finding, locale: Locale) {
    _ = write!(
        text,
        "{{\"code\":\"{}\",\"severity\":\"{}\",\"path\":\"{}\",\"message\":\"{}\"}}",
        finding.code,
        finding.severity.name(),
        finding.path,
        finding.message(locale)
    );
}
