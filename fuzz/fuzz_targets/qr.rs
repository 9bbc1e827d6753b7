//! Any bytes as the payload of a QR code; what is read goes through JSON and becomes an identity.
#![no_main]

use cancuoc::{
    Date, Locale, Options,
    identity::{Assurance, Reading, reconcile},
    json,
    qr::{self, Payload},
};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;

fuzz_target!(|bytes: &[u8]| {
    let options = Options::on(Date::new(2026, 11, 22).unwrap());
    let read = qr::read(Payload::Bytes(bytes), &options).unwrap();
    assert!(read.reading.assurance <= Assurance::WellFormed);
    assert!(read.reading.kind != "unknown" || read.reading.person.is_empty());
    let back = Reading::deserialize(json::of(&read.reading, Locale::Vi).unwrap()).unwrap();
    assert_eq!(back.person, read.reading.person);
    let identity = reconcile(&[back], &options).unwrap();
    assert!(identity.assurance <= Assurance::WellFormed);
});
