//! `cancuoc check`: what it prints and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests: what goes wrong ends them"
)]

mod sealed;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use sealed::sealed;

/// A file of this name that holds a text.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
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
    changed["digest"]["value"] = "0".repeat(64).into();
    let wrong = file("wrong.json", &changed.to_string());

    let output = check(&["--on", "2026-11-21", &right]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), format!("✓ {right}: hợp lệ\n")));

    let output = check(&["--on", "2026-11-21", "--locale", "en", &right, &wrong]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with(&format!("✓ {right}: valid\n✗ {wrong}: not valid\n  error digest: ")), "{said}");
    assert!(said.ends_with(" [form.digest_mismatch]\n"), "{said}");
    let said = text(&check(&["--on", "2026-11-21", &wrong]).stdout);
    assert!(said.starts_with(&format!("✗ {wrong}: không hợp lệ\n  lỗi digest: ")), "{said}");
}

#[test]
fn what_is_accepted_is_said_on_the_command_line() {
    let right = file("accepted.json", &sealed().to_string());
    let codes = |arguments: &[&str]| {
        let output = check(&[&["--json", "--on", "2026-12-21"], arguments, &[&right]].concat());
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(line["file"], *right);
        let findings = line["result"]["findings"].as_array().unwrap().clone();
        let codes: Vec<String> =
            findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
        (output.status.code(), codes.join(" "))
    };
    assert_eq!(
        codes(&["--form", "dc02", "--form", "ct01", "--max-age-days", "30"]),
        (Some(0), String::new())
    );
    for (option, value, code) in [
        ("--form", "dc02", "form.not_accepted"),
        ("--max-age-days", "29", "form.sealed_long_ago"),
        ("--not-before", "2026-11-22", "form.sealed_too_early"),
    ] {
        assert_eq!(codes(&[option, value]), (Some(1), code.to_owned()), "{option}");
    }
}

#[test]
fn what_is_no_application_is_found_to_be_none() {
    for (name, content) in [("no.json", "no JSON"), ("empty.json", "")] {
        let output = check(&[&file(name, content)]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stdout).contains("[form.not_sealed]"), "{}", text(&output.stdout));
    }
}

#[test]
fn a_hyphen_is_what_comes_by_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cancuoc"))
        .args(["check", "--on", "2026-11-21", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(sealed().to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "✓ -: hợp lệ\n".to_owned()));
}

#[test]
fn misuse_and_files_that_cannot_be_read_end_with_2() {
    let right = file("misuse.json", &sealed().to_string());
    for (arguments, words) in [
        (&[][..], "which files?"),
        (&["no-such-file.json"], "no-such-file.json: "),
        (&["--colour", &right], "--colour"),
        (&["--on", "2026-02-30", &right], "options.on"),
        (&["--max-age-days", "soon", &right], "options.maxAgeDays"),
        (&["--locale", "fr", &right], "options.locale"),
    ] {
        let output = check(arguments);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()), "{arguments:?}");
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
    // The others are checked all the same.
    let output = check(&["--on", "2026-11-21", "no-such-file.json", &right]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), format!("✓ {right}: hợp lệ\n")));
}

#[test]
fn the_command_says_what_it_takes_and_refuses_the_rest() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_cancuoc")).args(arguments).output().unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, usage, _) = run(&["--help"]);
    assert!(code == Some(0) && usage.starts_with("cancuoc check [options] FILE…"), "{usage}");
    assert_eq!(run(&["--version"]).1, format!("cancuoc {}\n", env!("CARGO_PKG_VERSION")));
    for arguments in [
        &[][..],
        &["seal"],
        &["serve", "--listen", "here"],
        &["serve", "--queue", "0"],
        &["serve", "--max-body", "-1"],
        // No address of this machine.
        &["serve", "--listen", "192.0.2.1:1"],
    ] {
        assert_eq!(run(arguments).0, Some(2), "{arguments:?}");
    }
}
