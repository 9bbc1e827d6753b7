//! No two files need each other (`files` says what counts).

use std::{collections::BTreeMap, fs};

use crate::{graph::Graph, modules::Crate, references::files};

/// Edges that are still to be cut. An entry that closes no circle any more is a mistake, too.
const STILL_TO_CUT: &[(&str, &str)] = &[
    // `Date` and `PartialDate` make each other.
    ("src/date/mod.rs", "src/date/partial.rs"),
    // `Pack`, `Bilingual` and the other types of a pack stand with the functions that read it.
    ("src/form/pack/decode.rs", "src/form/answers.rs"),
    ("src/form/pack/mod.rs", "src/form/pack/compiled.rs"),
    ("src/form/pack/mod.rs", "src/form/pack/field.rs"),
    ("src/form/pack/library.rs", "src/form/describe.rs"),
    ("src/form/pack/author/at.rs", "src/form/pack/author/mod.rs"),
    ("src/form/pack/author/lint.rs", "src/form/pack/author/mod.rs"),
    ("src/form/pack/author/order.rs", "src/form/pack/author/mod.rs"),
    // What the formats share stands with the function that chooses among them.
    ("src/form/export/formio.rs", "src/form/export/mod.rs"),
    ("src/form/export/json_schema.rs", "src/form/export/mod.rs"),
    ("src/form/export/xlsform.rs", "src/form/export/mod.rs"),
    // The limits and the types of an expression stand with the functions that make and run it.
    ("src/form/rule/part.rs", "src/form/rule/mod.rs"),
    ("src/form/rule/functions.rs", "src/form/rule/author/check.rs"),
    ("src/form/rule/functions.rs", "src/form/rule/eval.rs"),
    // `Validation` and `holds` stand with the function that validates; `Checked` calls its other half.
    ("src/form/validate/checked.rs", "src/form/validate/complete.rs"),
    ("src/form/validate/checked.rs", "src/form/validate/mod.rs"),
    ("src/form/validate/complete.rs", "src/form/validate/mod.rs"),
    ("src/form/validate/outcome.rs", "src/form/validate/mod.rs"),
    // `MrzReading` stands with the function that makes one.
    ("src/mrz/read.rs", "src/mrz/mod.rs"),
    ("src/mrz/slips.rs", "src/mrz/read.rs"),
    // `pixel` and `Finder` stand with the search for finders.
    ("src/scan/correlation.rs", "src/scan/finder.rs"),
    ("src/scan/outline.rs", "src/scan/finder.rs"),
    // Two halves of one type.
    ("src/scan/search.rs", "src/scan/search/hypotheses.rs"),
];

/// Which file of the library and of its arithmetic needs which.
pub(crate) fn house() -> Graph {
    let read = |path: &str| fs::read_to_string(path).ok();
    let library = Crate::load("src/lib.rs", &read);
    let modular = Crate::load("crates/modular/src/lib.rs", &read);
    files(&BTreeMap::from([("cancuoc", &library), ("cancuoc_modular", &modular)]))
}

#[test]
fn no_two_files_need_each_other() {
    let mut graph = house();
    let is_gone = |(from, to): &&(&str, &str)| !graph.closes_a_circle(from, to);
    let gone: Vec<_> = STILL_TO_CUT.iter().filter(is_gone).collect();
    assert!(gone.is_empty(), "these close no circle: take them out of STILL_TO_CUT: {gone:#?}");
    STILL_TO_CUT.iter().for_each(|(from, to)| graph.cut(from, to));
    let circles = graph.describe_circles();
    assert!(circles.is_empty(), "{circles}");
}
