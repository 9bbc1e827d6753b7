//! Any JSON as answers, as an identity and as a sealed application of CT01.
#![no_main]

use cancuoc::form::{self, Card, Context, Filling};
use cancuoc::identity::{Assurance, Identity};
use cancuoc::json::{self, LIMITS, parse};
use cancuoc::{Date, Locale, Options};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;

fuzz_target!(|text: &str| {
    let Ok(value) = parse(text, LIMITS) else { return };
    let on = Date::new(2026, 11, 22).unwrap();
    let pack = form::form_in_force("ct01", on).unwrap();
    let result = form::validate(pack, &value, on);
    let context = Context { provenance: None, assurance: Assurance::None, sealed_at: "2026-11-22T00:00:00Z" };
    // What validates can be sealed, what is sealed checks, and nothing else.
    match form::seal(pack, &value, &context, on) {
        Ok(application) => {
            assert!(result.ok);
            let application = json::of(&application, Locale::Vi).unwrap();
            let check = form::check_sealed(&application, Options::on(on));
            assert!(check.ok, "{:?}", check.findings);
        }
        Err(error) => assert!(!result.ok, "{error}"),
    }
    if let Ok(identity) = Identity::deserialize(value.clone()) {
        assert!(form::prefill(pack, Card::Identity(&identity), &value, Filling::default()).is_ok());
    }
    let _ = form::check_sealed(&value, Options::on(on));
    let _ = form::import_formio(pack, &value, None);
});
