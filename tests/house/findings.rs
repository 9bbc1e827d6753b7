//! The one table of codes, and what is generated from it, agree.

use std::{collections::BTreeSet, fs};

use cancuoc::catalogue::{table_as_markdown, table_as_typescript, tables};

#[test]
fn generated_files_are_those_of_the_table() {
    let again = "run `cargo run --example findings`";
    assert_eq!(fs::read_to_string("docs/findings.md").unwrap(), table_as_markdown(), "{again}");
    assert_eq!(fs::read_to_string("npm/codes.d.ts").unwrap(), table_as_typescript(), "{again}");
}

#[test]
fn codes_are_unique_and_named_after_their_area() {
    let mut seen = BTreeSet::new();
    for (area, table) in tables() {
        for code in table {
            assert!(seen.insert(code.id), "{} twice", code.id);
            assert!(code.id.starts_with(&format!("{area}.")), "{} in {area}", code.id);
        }
    }
}

#[test]
fn words_stand_in_both_languages_and_name_the_same_arguments() {
    let arguments = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect()
    };
    for (_, table) in tables() {
        for code in table {
            let words = code.words;
            assert!(!words.vi().is_empty() && !words.en().is_empty(), "{}", code.id);
            assert_eq!(words.vi_next().is_empty(), words.en_next().is_empty(), "{}", code.id);
            let vi = arguments(&format!("{}{}", words.vi(), words.vi_next()));
            assert_eq!(vi, arguments(&format!("{}{}", words.en(), words.en_next())), "{}", code.id);
        }
    }
}
