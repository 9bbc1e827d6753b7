//! Any text as a machine-readable zone.
#![no_main]

use cancuoc::{Date, Options, identity::Assurance, mrz};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let options = Options::on(Date::new(2026, 11, 22).unwrap());
    let read = mrz::read(text, &options).unwrap();
    assert!(read.reading.assurance <= Assurance::WellFormed);
    // What was understood is understood again, and in the same way.
    let again = mrz::read(&read.lines.join("\n"), &options).unwrap();
    if read.reading.kind != "unknown" {
        assert_eq!(again, read);
    }
    // A suggestion leaves no check digit that does not agree.
    if let Some(suggestion) = &read.suggestion {
        let better = mrz::read(&suggestion.join("\n"), &options).unwrap();
        assert!(better.check_digits.iter().all(|(_, digit)| *digit != mrz::CheckDigit::Mismatch));
        assert_eq!(better.suggestion, None);
    }
});
