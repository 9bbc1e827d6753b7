//! What the QR code of a driver licence fills into the form of its exchange.

use cancuoc::{
    Date, Options,
    form::{self, Card, Filling, form_in_force},
    json::Value,
    qr::{self, Payload},
};

const LICENCE: &str = "012345678901;NGUYỄN VĂN MẪU;01011999;B;01062025;01062035;Hà Nội";

fn filled(payload: &str) -> form::Prefilled {
    let on = Date::from_iso("2026-11-21").unwrap();
    let reading = qr::read(Payload::Text(payload), &Options::on(on)).unwrap().reading;
    let card = Card::Reading(&reading);
    form::prefill(form_in_force("gplx", on).unwrap(), card, &Value::Null, Filling::default()).unwrap()
}

fn text<'a>(filled: &'a form::Prefilled, field: &str) -> Option<&'a str> {
    filled.answers.get(field).and_then(Value::as_str)
}

#[test]
fn the_code_of_a_licence_fills_its_class_number_days_and_place() {
    let filled = filled(LICENCE);
    for (field, value) in [
        ("fullName", "NGUYỄN VĂN MẪU"),
        ("birthDate", "1999-01-01"),
        ("heldClass", "B"),
        ("licenceNumber", "012345678901"),
        ("licenceIssuer", "Hà Nội"),
        ("licenceIssued", "2025-06-01"),
        ("licenceExpiry", "2035-06-01"),
    ] {
        assert_eq!(text(&filled, field), Some(value), "{field}");
    }
    let of =
        |path: &str| filled.provenance.iter().find(|(own, _)| own == path).map(|(_, own)| own.field.as_str());
    assert_eq!(of("licenceIssued"), Some("licence.issueDate"));
    assert_eq!(of("fullName"), Some("fullName"));
}

#[test]
fn a_licence_without_end_leaves_its_last_day_empty() {
    let filled = filled("012345678901;NGUYỄN VĂN MẪU;01011999;A1;01062025;Không thời hạn;Hà Nội");
    assert_eq!((text(&filled, "heldClass"), text(&filled, "licenceExpiry")), (Some("A1"), None));
}

#[test]
fn a_class_that_the_form_does_not_know_is_left_to_the_person() {
    assert_eq!(text(&filled(&LICENCE.replace(";B;", ";Q9;")), "heldClass"), None);
}

#[test]
fn numbers_and_days_of_an_identity_card_are_not_those_of_a_licence() {
    let filled = filled("001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|01012022");
    assert_eq!(text(&filled, "pin"), Some("001099999999"));
    for field in ["heldClass", "licenceNumber", "licenceIssuer", "licenceIssued", "licenceExpiry"] {
        assert_eq!(text(&filled, field), None, "{field}");
    }
}
