//! CT01, the main job: describe, pre-fill, validate, seal, check.

use cancuoc::form::{self, Card, Context, DigestCheck, Filling, form_in_force};
use cancuoc::identity::{Assurance, Identity};
use cancuoc::json::{LIMITS, Value, of as to_json, parse};
use cancuoc::{Date, Locale, Options};
use serde::Deserialize;

fn json(text: &str) -> Value {
    parse(text, LIMITS).unwrap()
}

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

#[test]
fn every_built_in_pack_is_without_mistakes() {
    for (form, from, text) in form::pack_texts() {
        let pack = form::Pack::parse(text).unwrap_or_else(|mistakes| {
            let list: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            panic!("{form}/{from}: {}", list.join("\n"))
        });
        assert_eq!(
            (pack.id.as_str(), pack.days.from.map(|day| day.to_string()).as_deref()),
            (*form, Some(*from))
        );
    }
}

#[test]
fn a_card_becomes_a_sealed_ct01() {
    let on = day("2026-11-21");
    let pack = form_in_force("ct01", on).unwrap();
    let identity = json(
        r#"{"person":{"pin":"001090000017","fullName":"Nguyễn Văn Mẫu","birthDate":"1990-02-28","sex":"male"},
            "fields":{"pin":{"value":"001090000017","source":"qr","agreement":"single"}},"assurance":"wellFormed"}"#,
    );
    let answers =
        json(r#"{"to":"Công an phường Mẫu","procedure":"confirm","request":"Xác nhận thông tin về cư trú"}"#);
    let identity = Identity::deserialize(identity).unwrap();
    let filled = form::prefill(pack, Card::Identity(&identity), &answers, Filling::default()).unwrap();
    assert_eq!(filled.conflicts.len(), 0);
    let result = form::validate(pack, &filled.answers, on);
    assert!(result.ok, "{:?}", result.findings);
    assert_eq!(result.findings, []);
    let filled_json = to_json(&filled, Locale::Vi).unwrap();
    let provenance = filled_json.get("provenance").unwrap().clone();
    let context = Context {
        provenance: Some(&provenance),
        assurance: Assurance::WellFormed,
        sealed_at: "2026-11-21T10:00:00+07:00",
    };
    let sealed = form::seal(pack, &filled.answers, &context, on).unwrap();
    let check = form::check_sealed(&to_json(&sealed, Locale::Vi).unwrap(), Options::on(day("2026-11-22")));
    assert!(check.ok && check.digest == DigestCheck::Match, "{:?}", check.findings);
}
