//! Every commune of the list of 2023, which cards of 2021 to 2024 name, in four spellings with and without a street: its
//! present unit, or a question that has it; the street that was given, and nothing else, as the street.

use std::collections::HashMap;

use cancuoc::{Date, address, text};

use crate::units;

fn day() -> Date {
    Date::from_iso("2026-11-21").unwrap()
}

/// Full names of a commune with its levels, and the codes of its present units.
struct Commune {
    code: &'static str,
    levels: [&'static str; 3],
    present: Vec<String>,
}

fn communes() -> Vec<Commune> {
    let mapping: HashMap<String, Vec<String>> = units().mapping().collect();
    let mut above = ["", ""];
    let mut all = Vec::new();
    for line in include_str!("../data/address/communes-2023.txt").lines() {
        if let Some(levels) = line.strip_prefix("# ") {
            let (district, province) = levels.rsplit_once(", ").unwrap();
            above = [district, province];
            continue;
        }
        let (own, present) = line.split_once(" =").map_or((line, None), |(own, codes)| (own, Some(codes)));
        let (code, name) = own.split_once(' ').unwrap();
        let present = match present {
            Some(codes) => codes.split_whitespace().map(str::to_owned).collect(),
            None => mapping[code].clone(),
        };
        all.push(Commune { code, levels: [name, above[0], above[1]], present });
    }
    all
}

/// One of the communes in one of the spellings.
pub(crate) fn spelled(at: usize, spelling: usize) -> String {
    static COMMUNES: std::sync::OnceLock<Vec<Commune>> = std::sync::OnceLock::new();
    SPELLINGS[spelling].1(&COMMUNES.get_or_init(communes)[at].levels)
}

type Spelling = (&'static str, fn(&[&str; 3]) -> String);

const SPELLINGS: [Spelling; 4] = [
    ("in full", |levels| levels.join(", ")),
    ("as on a card", |levels| levels.map(on_a_card).join(", ")),
    ("in capitals without accents", |levels| text::upper(&text::ascii(&levels.join(", ")))),
    ("abbreviated", |levels| levels.map(abbreviated).join(", ")),
];

const STREETS: [&str; 3] = ["Số 12, Ngõ 5 Đường Láng", "Thôn Mẫu", "Tổ 3, Khu phố 2"];

const TYPES: [(&str, &str); 8] = [
    ("Thành phố ", "TP. "),
    ("Thị trấn ", "TT. "),
    ("Thị xã ", "TX. "),
    ("Phường ", "P. "),
    ("Quận ", "Q. "),
    ("Huyện ", "H. "),
    ("Tỉnh ", "T. "),
    ("Xã ", "X. "),
];

/// Without the type, but for numbers.
fn on_a_card(full: &str) -> String {
    let bare = TYPES.iter().find_map(|(kind, _)| full.strip_prefix(kind)).unwrap_or(full);
    if bare.starts_with(|letter: char| letter.is_ascii_digit()) { full.to_owned() } else { bare.to_owned() }
}

fn abbreviated(full: &str) -> String {
    let short = TYPES.iter().find_map(|(kind, short)| Some(format!("{short}{}", full.strip_prefix(kind)?)));
    short.unwrap_or_else(|| full.to_owned())
}

#[derive(Default)]
struct Tally {
    exact: usize,
    asked: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, commune: &Commune, street: Option<&str>, spelled: &str) {
        let text = street.map_or_else(|| spelled.to_owned(), |street| format!("{street}, {spelled}"));
        let converted = address::convert(units(), &text, day()).unwrap();
        let codes: Vec<&str> = converted.candidates.iter().map(|unit| unit.code.as_str()).collect();
        let holds = commune.present.iter().all(|code| codes.contains(&code.as_str()));
        let fits = match (converted.exact, commune.present.as_slice()) {
            (true, [one]) => codes == [one],
            (true, _) => false,
            (false, _) => holds && converted.question.is_some(),
        };
        if !fits || converted.street.as_deref() != street {
            self.wrong.push(format!(
                "{} {text} -> {codes:?} exact: {} street: {:?} not {:?}",
                commune.code, converted.exact, converted.street, commune.present
            ));
        } else if converted.exact {
            self.exact += 1;
        } else {
            self.asked += 1;
        }
    }
}

#[test]
fn every_commune_of_2023_gives_its_unit_or_a_question_with_it_and_no_unit_as_its_street() {
    let communes = communes();
    assert_eq!(communes.len(), 10_599);
    let mut wrong = Vec::new();
    for (name, spelling) in SPELLINGS {
        let (mut alone, mut behind) = (Tally::default(), Tally::default());
        for (commune, street) in communes.iter().zip(STREETS.iter().cycle()) {
            let spelled = spelling(&commune.levels);
            alone.add(commune, None, &spelled);
            behind.add(commune, Some(street), &spelled);
        }
        for (what, tally) in [("alone", alone), ("behind a street", behind)] {
            let (exact, asked) = (tally.exact, tally.asked);
            println!(
                "{name}, {what}: {exact} the unit, {asked} a question with it, {} wrong",
                tally.wrong.len()
            );
            wrong.extend(tally.wrong.into_iter().map(|line| format!("{name}: {line}")));
        }
    }
    if let Ok(file) = std::env::var("WRONG") {
        std::fs::write(file, wrong.join("\n")).unwrap();
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}
