//! Addresses: any text is answered, the same each time; exact means one candidate and no question.
#![no_main]

use std::sync::OnceLock;

use cancuoc::{
    Date,
    address::{self, Units},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    static UNITS: OnceLock<Units> = OnceLock::new();
    let units = UNITS.get_or_init(|| Units::from_bytes(include_bytes!("../../data/units/units.bin")).unwrap());
    let _ = Units::from_bytes(bytes);
    let text = String::from_utf8_lossy(bytes);
    let on = Date::from_iso("2026-11-21").unwrap();
    let Ok(converted) = address::convert(units, &text, on) else { return };
    assert!(!converted.exact || converted.candidates.len() == 1 && converted.question.is_none());
    assert_eq!(converted, address::convert(units, &text, on).unwrap());
    let _ = address::parse(units, &text, on);
    let _ = address::search(units, &text, 10, None, on);
});
