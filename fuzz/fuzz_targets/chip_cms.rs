//! Any bytes as EF.SOD: an answer, and never trust.

#![no_main]

use cancuoc::chip::{Files, Trust, read_chip};
use cancuoc::{Date, Locale, Options, json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let options = Options::on(Date::new(2026, 6, 1).unwrap());
    if let Ok(files) = Files::new([("EF.SOD", data)]) {
        let reading = read_chip(&files, &Trust::default(), &options).unwrap();
        assert_ne!(reading.reading.assurance.name(), "authentic");
        let _ = json::to_text(&reading.report(None), Locale::Vi).unwrap();
    }
});
