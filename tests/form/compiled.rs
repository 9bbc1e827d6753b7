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
    older["cancuoc-pack".len()] = 3;
    for bytes in [&[][..], b"{}", &older] {
        assert_eq!(Pack::from_compiled(bytes).unwrap_err().code, "pack.version");
    }
    assert_eq!(
        form::supply_pack("mine", "2026-01-01", b"cancuoc-pack 0 1\n{}").unwrap_err().code,
        "pack.version"
    );
}

#[test]
fn a_damaged_pack_is_refused() {
    let compiled = ct01();
    for place in (0..compiled.len()).step_by(37) {
        let mut damaged = compiled.clone();
        damaged[place] ^= 1;
        let code = Pack::from_compiled(&damaged).unwrap_err().code;
        assert!(matches!(code, "pack.damaged" | "pack.version"), "{place}: {code}");
    }
    for length in 0..compiled.len().min(300) {
        assert!(Pack::from_compiled(&compiled[..length]).is_err(), "{length}");
    }
    assert_eq!(Pack::from_compiled(b"cancuoc-pack\x04").unwrap_err().code, "pack.damaged");
}
