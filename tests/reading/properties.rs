//! What holds for any input: no panic, the same answer again, any order.

use cancuoc::{
    Date, Locale, Options,
    identity::{Assurance, Field, Reading, reconcile},
    json, mrz, pin,
    qr::{self, Payload},
};
use proptest::prelude::*;
use serde::Deserialize;

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn qr(payload: &str) -> Reading {
    qr::read(Payload::Text(payload), &options()).unwrap().reading
}

/// A card's fields, with the kinds of damage that are seen.
fn card() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["Nguyễn Thị Mẫu", "Đặng Văn Thử", "H’Hen Niê", "Trần Quý Mẫu"]);
    let tail = prop::sample::select(vec!["", "||||", "\r\n", "||||\0"]);
    ("0[0-9]{11}", "([0-9]{9})?", name, 1..=28u8, 1..=12u8, 1930..=2024u16, any::<bool>(), tail).prop_map(
        |(pin, old, name, day, month, year, male, tail)| {
            let sex = if male { "Nam" } else { "Nữ" };
            format!("{pin}|{old}|{name}|{day:02}{month:02}{year}|{sex}|Xã Mẫu, Thái Bình|01072025{tail}")
        },
    )
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let read = qr::read(Payload::Bytes(&bytes), &options()).unwrap();
        prop_assert!(read.reading.assurance <= Assurance::WellFormed);
    }

    #[test]
    fn any_fields_are_answered(fields in prop::collection::vec("\\PC{0,12}|[0-9]{8,12}|Nam|Nu|\\$", 0..20), bar in "[|;]") {
        let read = qr::read(Payload::Text(&fields.join(&bar)), &options()).unwrap();
        let _ = json::to_text(&read, Locale::En).unwrap();
    }

    #[test]
    fn any_text_as_a_zone_is_answered(text in "([A-Z0-9<«‹ \n]|\\PC){0,120}") {
        let read = mrz::read(&text, &options()).unwrap();
        prop_assert!(read.reading.assurance <= Assurance::WellFormed);
    }

    #[test]
    fn any_number_is_answered(text in "\\PC{0,20}|[0-9]{12}") {
        let checked = pin::check(&text, &options()).unwrap();
        prop_assert_eq!(checked.ok, checked.findings.iter().all(|f| f.severity < cancuoc::Severity::Error));
    }

    #[test]
    fn a_card_is_read_whole_and_comes_back_through_json(payload in card()) {
        let reading = qr(&payload);
        prop_assert_ne!(reading.kind, "unknown");
        prop_assert!(reading.person.get(Field::FullName).is_some());
        let back = Reading::deserialize(json::of(&reading, Locale::Vi).unwrap()).unwrap();
        prop_assert_eq!(&back.person, &reading.person);
        prop_assert_eq!(back.assurance, reading.assurance);
        prop_assert_eq!(back.kind, reading.kind);
    }

    #[test]
    fn the_order_of_readings_does_not_matter(payloads in prop::collection::vec(card(), 0..5), shift in 0..5usize) {
        let readings: Vec<Reading> = payloads.iter().map(|payload| qr(payload)).collect();
        let mut turned = readings.clone();
        turned.rotate_left(shift.min(readings.len()));
        let identity = reconcile(&readings, &options()).unwrap();
        prop_assert_eq!(&identity, &reconcile(&turned, &options()).unwrap());
        prop_assert!(identity.assurance <= Assurance::WellFormed, "one source only");
    }
}
