//! Compiled packs: what the engine reads is what the author wrote, or it is refused.

use cancuoc::form::{self, Pack};

fn ct01() -> Vec<u8> {
    let (_, _, text) = form::pack_texts().iter().rfind(|(form, ..)| *form == "ct01").unwrap();
    form::compile(text).unwrap()
}

#[test]
fn a_compiled_pack_is_the_pack_that_was_written() {
    for (form, from, text) in form::pack_texts() {
        let compiled = form::compile(text).unwrap();
        assert_eq!(Pack::from_compiled(&compiled).unwrap(), Pack::parse(text).unwrap(), "{form}/{from}");
    }
}

#[test]
fn a_pack_with_a_mistake_is_not_compiled() {
    let mistakes = form::compile(r#"{"id":"x"}"#).unwrap_err();
    assert!(mistakes.iter().any(|mistake| mistake.to_string().contains("a form has sections")));
}

#[test]
fn a_pack_of_another_version_is_refused() {
    let mut older = ct01();
    older["cancuoc-pack".len()] = 7;
    let mut newer = ct01();
    newer["cancuoc-pack".len()] = 9;
    for bytes in [&older[..], &newer, b"cancuoc-pack 0 1\n{}"] {
        assert_eq!(Pack::from_compiled(bytes).unwrap_err().code, "pack.version");
        assert_eq!(form::load_pack(bytes).unwrap_err().code, "pack.version");
        assert_eq!(form::supply_pack("mine", "2026-01-01", bytes).unwrap_err().code, "pack.version");
    }
}

#[test]
fn what_is_no_pack_is_told_apart_from_another_version() {
    for bytes in [&[][..], b"{}", b"<!doctype html>", b"cancuoc"] {
        assert_eq!(Pack::from_compiled(bytes).unwrap_err().code, "pack.foreign");
    }
    assert_eq!(form::load_pack(b"<!doctype html>").unwrap_err().code, "pack.foreign");
    assert_eq!(form::load_pack(b"{\"id\": \"mine\"}").unwrap_err().code, "pack.damaged");
}

#[test]
fn a_damaged_pack_is_refused() {
    let compiled = ct01();
    for place in (0..compiled.len()).step_by(37) {
        let mut damaged = compiled.clone();
        damaged[place] ^= 1;
        let code = Pack::from_compiled(&damaged).unwrap_err().code;
        assert!(matches!(code, "pack.damaged" | "pack.version" | "pack.foreign"), "{place}: {code}");
    }
    for length in 0..compiled.len().min(300) {
        assert!(Pack::from_compiled(&compiled[..length]).is_err(), "{length}");
    }
    assert_eq!(Pack::from_compiled(b"cancuoc-pack\x08").unwrap_err().code, "pack.damaged");
}

/// The pack of some form with an id, a version and a title of a portal's own.
fn own(id: &str, version: &str) -> String {
    let (_, _, text) = form::pack_texts().iter().rfind(|(form, ..)| *form == "tk06").unwrap();
    text.replacen("\"id\": \"tk06\"", &format!("\"id\": \"{id}\""), 1)
        .replacen("\"version\": \"2026-07-01.", &format!("\"version\": \"{version}."), 1)
        .replace("\"tk06.", &format!("\"{id}."))
}

#[test]
fn a_portal_adds_a_form_and_replaces_one_at_run_time() {
    let on = cancuoc::Date::from_iso("2026-11-21").unwrap();
    assert_eq!(form::form_in_force("portal-form", on).unwrap_err().code, "form.unknown");
    let compiled = form::compile(&own("portal-form", "first")).unwrap();
    let loaded = form::load_pack(&compiled).unwrap();
    assert_eq!((loaded.id.as_str(), loaded.version.starts_with("first.")), ("portal-form", true));
    assert!(form::form_in_force("portal-form", on).unwrap().version.starts_with("first."));
    let before = form::form_in_force("portal-form", on).unwrap();
    form::load_pack(own("portal-form", "second").as_bytes()).unwrap();
    assert!(form::form_in_force("portal-form", on).unwrap().version.starts_with("second."));
    // Who holds the former one keeps it.
    assert!(before.version.starts_with("first."));
    // A file that is damaged on the way changes nothing.
    let mut damaged = compiled.clone();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    assert_eq!(form::load_pack(&damaged).unwrap_err().code, "pack.damaged");
    assert!(form::form_in_force("portal-form", on).unwrap().version.starts_with("second."));
    let listed = form::summaries(on).unwrap();
    assert_eq!(listed.iter().filter(|summary| summary.id == "portal-form").count(), 1);
}
