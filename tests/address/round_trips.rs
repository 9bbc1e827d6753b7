//! Every unit of both eras, at all levels, in ten spellings: the unit, or a question that has it among its
//! candidates; never another unit.

use std::collections::{BTreeSet, HashMap};

use cancuoc::{Date, address, text};
use unicode_normalization::UnicodeNormalization;

use crate::units;

/// A name, and how it writes levels from the smallest on.
type Spelling = (&'static str, fn(&[&str]) -> String);

/// The spellings.
const SPELLINGS: [Spelling; 10] = [
    ("as listed", |levels| levels.join(", ")),
    ("upper case", |levels| text::upper(&levels.join(", "))),
    ("no accents", |levels| text::ascii(&levels.join(" ")).to_lowercase()),
    ("NFD", |levels| levels.join(", ").nfd().collect()),
    ("abbreviated", |levels| abbreviated(levels, ", ")),
    ("abbreviated, commas glued", |levels| text::ascii(&abbreviated(levels, ",")).to_lowercase()),
    ("without types", |levels| levels.iter().map(|level| untyped(level)).collect::<Vec<_>>().join(", ")),
    ("reversed", |levels| levels.iter().rev().copied().collect::<Vec<_>>().join(", ")),
    ("tones elsewhere", |levels| tones_elsewhere(&levels.join(", "))),
    ("hyphens", |levels| levels.join(" - ")),
];

fn day() -> Date {
    Date::from_iso("2026-11-21").unwrap()
}

#[derive(Default)]
struct Tally {
    exact: usize,
    asked: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// `expected` has all units of today that the unit lies in.
    fn convert(&mut self, text: &str, expected: &[String]) {
        let converted = address::convert(units(), text, day()).unwrap();
        let codes: Vec<&str> = converted.candidates.iter().map(|unit| unit.code.as_str()).collect();
        if converted.exact && codes == expected {
            self.exact += 1;
        } else if !converted.exact
            && converted.question.is_some()
            && expected.iter().all(|code| codes.contains(&code.as_str()))
        {
            self.asked += 1;
        } else {
            self.wrong.push(format!("{text} -> {codes:?} exact: {} not {expected:?}", converted.exact));
        }
    }
}

/// Prints the counts; nothing may be wrong.
fn report(what: &str, tallies: &[Tally; 10]) {
    let mut wrong = Vec::new();
    for ((name, _), tally) in SPELLINGS.iter().zip(tallies) {
        let all = tally.exact + tally.asked + tally.wrong.len();
        let rate = 100.0 * tally.exact as f64 / all as f64;
        println!(
            "{what}, {name}: {all} units, {} the unit ({rate:.1} %), {} a question with it, {} wrong",
            tally.exact,
            tally.asked,
            tally.wrong.len()
        );
        wrong.extend(tally.wrong.iter().map(|line| format!("{name}: {line}")));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn every_old_commune_in_ten_spellings() {
    let mapping: HashMap<String, Vec<String>> = units().mapping().collect();
    let mut tallies: [Tally; 10] = Default::default();
    for [code, commune, district, province] in units().old_list() {
        for ((_, spelling), tally) in SPELLINGS.iter().zip(&mut tallies) {
            tally.convert(&spelling(&[&commune, &district, &province]), &mapping[&code]);
        }
    }
    report("old communes", &tallies);
}

#[test]
fn every_present_commune_in_ten_spellings() {
    let mut tallies: [Tally; 10] = Default::default();
    for [code, commune, province] in units().list(day()) {
        for ((_, spelling), tally) in SPELLINGS.iter().zip(&mut tallies) {
            tally.convert(&spelling(&[&commune, &province]), std::slice::from_ref(&code));
        }
    }
    report("present communes", &tallies);
}

#[test]
fn every_old_district_in_ten_spellings() {
    let mapping: HashMap<String, Vec<String>> = units().mapping().collect();
    let mut targets: HashMap<[String; 2], BTreeSet<String>> = HashMap::new();
    for [code, _, district, province] in units().old_list() {
        targets.entry([district, province]).or_default().extend(mapping[&code].iter().cloned());
    }
    let mut tallies: [Tally; 10] = Default::default();
    for ([district, province], expected) in &targets {
        let expected: Vec<String> = expected.iter().cloned().collect();
        for ((_, spelling), tally) in SPELLINGS.iter().zip(&mut tallies) {
            tally.convert(&spelling(&[district, province]), &expected);
        }
    }
    assert_eq!(targets.len(), 691, "696 districts, five of them without communes");
    report("old districts", &tallies);
}

#[test]
fn every_province_of_both_eras_in_ten_spellings() {
    let old: BTreeSet<String> = units().old_list().map(|[.., province]| province).collect();
    let present: BTreeSet<String> = units().list(day()).map(|[.., province]| province).collect();
    assert_eq!((old.len(), present.len()), (63, 34));
    let mut open = 0;
    for province in old.union(&present) {
        for (name, spelling) in SPELLINGS {
            let text = spelling(&[province]);
            let parsed = address::parse(units(), &text, day()).unwrap();
            let converted = address::convert(units(), &text, day()).unwrap();
            // A provincial city bears the name of its province: "Thành phố Bắc Ninh" may be either.
            let is_it = parsed.province.as_deref().map(bare) == Some(bare(province));
            // "Hòa Bình" alone is a province of then, its city, or a district of Bạc Liêu: nothing is said.
            open += usize::from(parsed.province.is_none());
            assert!(is_it || parsed.province.is_none(), "{name}: {text} -> {:?}", parsed.province);
            assert!(!converted.exact, "{name}: {text}");
            assert_eq!(parsed.commune, None, "{name}: {text}");
        }
    }
    println!("provinces: {open} texts of {} left open", 10 * old.union(&present).count());
    assert!(open <= 10, "{open}");
}

#[test]
fn a_present_commune_under_its_old_province() {
    // Cards of 2025 and people alike write today's commune with yesterday's province.
    let mut old_province: HashMap<String, BTreeSet<String>> = HashMap::new();
    let mapping: HashMap<String, Vec<String>> = units().mapping().collect();
    for [code, _, _, province] in units().old_list() {
        for target in &mapping[&code] {
            old_province.entry(target.clone()).or_default().insert(province.clone());
        }
    }
    let mut tally = Tally::default();
    for [code, commune, _] in units().list(day()) {
        for province in old_province.get(&code).into_iter().flatten() {
            let text = format!("{commune}, {province}");
            let converted = address::convert(units(), &text, day()).unwrap();
            let codes: Vec<&str> = converted.candidates.iter().map(|unit| unit.code.as_str()).collect();
            // The old province may have had a commune of this name: then the text names that one.
            let names_an_old_one =
                converted.findings.iter().any(|finding| finding.code == "address.converted");
            if converted.exact && codes == [code.as_str()] {
                tally.exact += 1;
            } else if !converted.exact && codes.contains(&code.as_str()) {
                tally.asked += 1;
            } else if !names_an_old_one {
                tally.wrong.push(format!("{text} -> {codes:?} exact: {} not {code}", converted.exact));
            }
        }
    }
    println!("under the old province: {} the unit, {} a question with it", tally.exact, tally.asked);
    assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
}

/// Types and their abbreviations.
const TYPES: [(&str, &str); 9] = [
    ("Thành phố ", "TP."),
    ("Thị trấn ", "TT."),
    ("Thị xã ", "TX."),
    ("Đặc khu ", "ĐK."),
    ("Phường ", "P."),
    ("Quận ", "Q."),
    ("Huyện ", "H."),
    ("Tỉnh ", "T."),
    ("Xã ", "X."),
];

fn bare(full: &str) -> &str {
    TYPES.iter().find_map(|(kind, _)| full.strip_prefix(kind)).unwrap_or(full)
}

/// A number keeps its type: "8, 3, Hồ Chí Minh" is nobody's address.
fn untyped(full: &str) -> &str {
    Some(bare(full)).filter(|name| name.parse::<u32>().is_err()).unwrap_or(full)
}

fn abbreviated(levels: &[&str], comma: &str) -> String {
    let short = |level: &&str| {
        let of_type =
            TYPES.iter().find_map(|(kind, short)| Some(format!("{short}{}", level.strip_prefix(kind)?)));
        of_type.unwrap_or_else(|| (*level).to_owned())
    };
    levels.iter().map(short).collect::<Vec<_>>().join(comma)
}

/// "hòa" for "hoà" and the other way round.
fn tones_elsewhere(text: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("óa", "oá"),
        ("òa", "oà"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("óe", "oé"),
        ("òe", "oè"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("úy", "uý"),
        ("ùy", "uỳ"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let word = |word: &str| {
        let swapped = PAIRS.iter().find_map(|(one, other)| {
            let quy = word.to_lowercase().starts_with("qu");
            let end = |from: &str, to: &str| Some(format!("{}{to}", word.strip_suffix(from)?));
            if quy { None } else { end(one, other).or_else(|| end(other, one)) }
        });
        swapped.unwrap_or_else(|| word.to_owned())
    };
    let parts: Vec<String> = text
        .split(' ')
        .map(|part| match part.strip_suffix(',') {
            Some(part) => format!("{},", word(part)),
            None => word(part),
        })
        .collect();
    parts.join(" ")
}
