//! The labelled set of messy addresses (pkg-tests/bench/address/messy.py): no wrong answer without a question.

use std::collections::BTreeMap;

use cancuoc::{Date, address, address::Units};

#[test]
fn no_messy_address_gets_a_wrong_answer_without_a_question() {
    let units = Units::from_bytes(include_bytes!("../../data/units/units.bin")).unwrap();
    let on = Date::from_iso("2026-11-21").unwrap();
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in include_str!("../../pkg-tests/bench/address/messy.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [recipe, text, label, ..] = columns.as_slice() else { panic!("{line}") };
        let expected: Vec<&str> = label.split(' ').filter(|code| *code != "-").collect();
        let converted = address::convert(&units, text, on).unwrap();
        let codes: Vec<&str> = converted.candidates.iter().map(|candidate| candidate.code.as_str()).collect();
        let kind = match (converted.exact, expected.as_slice()) {
            (true, [one]) if codes == [*one] => 0,
            (false, []) => 0,
            (false, all) if !all.is_empty() && all.iter().all(|code| codes.contains(code)) => 1,
            (false, _) if codes.is_empty() => 2,
            _ => {
                wrong.push(format!("{recipe}: {text} -> {codes:?} {} not {label}", converted.exact));
                3
            }
        };
        counts.entry(recipe).or_default()[kind] += 1;
    }
    println!("recipe: right, asked, no answer, wrong");
    for (recipe, count) in &counts {
        println!("{recipe}: {count:?}");
    }
    println!("{}", wrong.join("\n"));
    let total: usize = counts.values().flatten().sum();
    assert!(total >= 2_000, "{total}");
    let without_question = wrong.iter().filter(|line| line.contains("] true not")).count();
    assert_eq!(without_question, 0, "{}", wrong.join("\n"));
}
