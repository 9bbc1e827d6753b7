//! docs/reports.md names, for every kind of report, the tests that hold it: each of them is there.

use std::path::Path;

/// A file between backticks, or the name of a test of the file before it.
#[derive(Debug, PartialEq)]
enum Named<'a> {
    File(&'a str),
    /// A function of Rust, or a sentence between quotation marks.
    Test(&'a str),
    Fixture(&'a str),
}

/// What the last cell of a row names: `` `file` test, test; `file` "sentence"; fixtures one, other ``.
fn named(cell: &str) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    let mut fixtures = false;
    let mut rest = cell.trim_start_matches([' ', ',', ';']);
    while let Some(first) = rest.chars().next() {
        let quoted = |mark: char| rest[1..].split_once(mark).expect("a closing mark");
        let (one, after) = match first {
            '`' => {
                let (file, after) = quoted('`');
                fixtures = false;
                (Some(Named::File(file)), after)
            }
            '"' => {
                let (sentence, after) = quoted('"');
                (Some(Named::Test(sentence)), after)
            }
            _ => {
                let (word, after) = rest.split_at(rest.find([' ', ',', ';']).unwrap_or(rest.len()));
                fixtures |= matches!(word, "fixture" | "fixtures");
                let one = if fixtures { Named::Fixture(word) } else { Named::Test(word) };
                (Some(one).filter(|_| !matches!(word, "fixture" | "fixtures")), after)
            }
        };
        all.extend(one);
        rest = after.trim_start_matches([' ', ',', ';']);
    }
    all
}

fn path(file: &str) -> String {
    if file.starts_with("src/") || file.starts_with("pkg-tests/") {
        file.to_owned()
    } else {
        format!("tests/{file}")
    }
}

#[test]
fn every_test_that_the_table_of_reports_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(root.join(file)).unwrap_or_default();
    let table = read("docs/reports.md");
    let fixtures = read("tests/chip/fixtures/manifest.json");
    let mut count = 0;
    for row in table.lines().filter(|line| line.starts_with("| ") && !line.ends_with("| test |")) {
        let cell = row.trim_end_matches('|').rsplit(" | ").next().unwrap().trim();
        let mut text = String::new();
        let mut tests = 0;
        for named in named(cell) {
            match named {
                Named::File(file) => {
                    text = read(&path(file));
                    assert!(!text.is_empty(), "no {file}: {row}");
                }
                Named::Test(name) => {
                    let function = format!("fn {name}(");
                    let sentence = format!("test(\"{name}\"");
                    assert!(text.contains(&function) || text.contains(&sentence), "no {name}: {row}");
                    tests += 1;
                }
                Named::Fixture(name) => {
                    assert!(fixtures.contains(&format!("\"name\": \"{name}\"")), "no fixture {name}: {row}");
                    tests += 1;
                }
            }
        }
        assert!(tests > 0, "no test: {row}");
        count += tests;
    }
    assert!(count > 90, "{count} tests");
}
