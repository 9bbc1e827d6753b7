//! No two files need each other (`files` says what counts).

use std::{collections::BTreeMap, fs};

use crate::{graph::Graph, modules::Crate, references::files};

/// Edges that are still to be cut. An entry that closes no circle any more is a mistake, too.
const STILL_TO_CUT: &[(&str, &str)] = &[];

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
