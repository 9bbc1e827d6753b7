//! `cancuoc check`: what it prints and how it ends.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "tests: what goes wrong ends them")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

/// An application of 21/11/2026, sealed here.
fn sealed() -> Value {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/ct01/examples.json");
    let examples: Value = serde_json::from_str(&fs::read_to_string(examples).unwrap()).unwrap();
    let answers = &examples["accept"][0]["answers"];
    let context = json!({ "sealedAt": "2026-11-21T08:30:00+07:00" });
    let request = json!({ "call": "seal", "args": ["ct01", answers, context, { "on": "2026-11-21" }] });
    let answer: Value = serde_json::from_str(&cancuoc_server::call(&request.to_string())).unwrap();
    answer["ok"].clone()
}

/// A file of this name that holds a text.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file
}

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cancuoc")).arg("check").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_right_application_ends_with_0_and_a_wrong_one_with_1() {
    let right = file("right.json", &sealed().to_string());
    let mut changed = sealed();
    changed["answers"]["fullName"] = "Trần Thị Mẫu".into();
    let wrong = file("wrong.json", &changed.to_string());
    let (right, wrong) = (right.to_str().unwrap(), wrong.to_str().unwrap());

    let output = check(&["--on", "2026-11-21", right]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), format!("✓ {right}\n")));

    let output = check(&["--on", "2026-11-21", "--locale", "en", right, wrong]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with(&format!("✓ {right}\n✗ {wrong}\n  error digest: ")), "{said}");
    assert!(said.contains("[form.digest_mismatch]"), "{said}");
}

#[test]
fn what_is_accepted_is_said_on_the_command_line() {
    let right = file("accepted.json", &sealed().to_string());
    let right = right.to_str().unwrap();
    let codes = |arguments: &[&str]| {
        let output = check(&[&["--json", "--on", "2026-12-21"], arguments, &[right]].concat());
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = line["result"]["findings"].as_array().unwrap().clone();
        let codes: Vec<String> =
            findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
        (output.status.code(), codes)
    };
    assert_eq!(codes(&["--form", "ct01", "--max-age-days", "30"]), (Some(0), vec![]));
    for arguments in [&["--form", "dc02"][..], &["--max-age-days", "29"], &["--not-before", "2026-11-22"]] {
        let (status, codes) = codes(arguments);
        assert_eq!((status, codes.len()), (Some(1), 1), "{arguments:?}: {codes:?}");
    }
}

#[test]
fn what_is_no_application_is_found_to_be_none() {
    for (name, content) in [("no.json", "no JSON"), ("empty.json", "")] {
        let file = file(name, content);
        let output = check(&[file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stdout).contains("[form.not_sealed]"));
    }
}

#[test]
fn misuse_and_files_that_cannot_be_read_end_with_2() {
    let right = file("misuse.json", &sealed().to_string());
    let right = right.to_str().unwrap();
    for arguments in [&[][..], &["no-such-file.json"], &["--colour", right], &["--on", "2026-02-30", right]] {
        let output = check(arguments);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
