//! The work of `reconcile` is bounded as a whole. For docs/limits.md:
//! `cargo test --profile bench --test reading -- --ignored --nocapture measured`.

use std::fs;
use std::time::{Duration, Instant};

use cancuoc::identity::{Field, Reading, Source, read_typed, reconcile};
use cancuoc::{Date, Finding, Options, json};

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

/// Of its own source; a person of ten values, the `number`th.
fn reading(number: usize, length: usize, letter: fn(usize, usize) -> String) -> Reading {
    let mut reading = read_typed(&json::parse("{}", json::LIMITS).unwrap(), &options()).unwrap();
    reading.source = if number.is_multiple_of(2) { Source::Qr } else { Source::Mrz };
    let fields = [
        Field::FullName,
        Field::Nationality,
        Field::Ethnicity,
        Field::Religion,
        Field::PlaceOfOrigin,
        Field::PlaceOfBirthRegistration,
        Field::Residence,
        Field::IdentifyingMarks,
        Field::FatherName,
        Field::MotherName,
    ];
    for field in fields {
        reading.person.set(field, letter(number, length));
    }
    reading
}

/// Words that differ in the last one only.
fn words(number: usize, length: usize) -> String {
    let end = format!("{number:03}");
    let mut text: String = "Phường Ấp Đ. ".chars().cycle().take(length.saturating_sub(end.len())).collect();
    text.push_str(&end);
    text
}

/// One vowel under a heap of marks that do not compose.
fn marks(number: usize, length: usize) -> String {
    let mut text = String::from("a");
    text.extend(std::iter::repeat_n('\u{334}', length.saturating_sub(4)));
    text.push_str(&format!("{number:03}"));
    text
}

/// Initials that fit everything.
fn initials(number: usize, length: usize) -> String {
    let mut text: String = "t ".chars().cycle().take(length.saturating_sub(3)).collect();
    text.push_str(&format!("{number:03}"));
    text
}

fn findings(reading: &mut Reading, count: usize) {
    reading.findings = (0..count)
        .map(|i| Finding::of_rule(&format!("x.{i}"), cancuoc::Severity::Info, format!("{i}"), "x", "x"))
        .collect();
}

/// What this thread has computed so far, where the system says so (Linux).
fn now() -> Duration {
    let computed = || fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok();
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    computed().map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn run(readings: &[Reading]) -> (Duration, &'static str) {
    let start = now();
    let answer = reconcile(readings, &options());
    (now().saturating_sub(start), answer.map_or_else(|error| error.code, |_| "answered"))
}

type Case = (&'static str, fn(usize) -> Vec<Reading>, [usize; 3]);

const CASES: &[Case] = &[
    (
        "readings of ten values of 75 characters",
        |count| (0..count).map(|i| reading(i, 75, words)).collect(),
        [4, 16, 64],
    ),
    (
        "characters of ten values in 5 readings",
        |length| (0..5).map(|i| reading(i, length, words)).collect(),
        [62, 250, 1_000],
    ),
    (
        "marks on one vowel, 5 readings of ten values",
        |length| (0..5).map(|i| reading(i, length, marks)).collect(),
        [62, 250, 1_000],
    ),
    (
        "initials in ten values, 5 readings",
        |length| (0..5).map(|i| reading(i, length, initials)).collect(),
        [62, 250, 1_000],
    ),
    (
        "findings of each of 64 readings, all different",
        |count| {
            (0..64)
                .map(|i| {
                    let mut reading = reading(i, 10, words);
                    findings(&mut reading, count);
                    reading
                        .findings
                        .iter_mut()
                        .for_each(|finding| finding.path = format!("{i}.{}", finding.path));
                    reading
                })
                .collect()
        },
        [12, 50, 200],
    ),
    (
        "readings of ten values of 1,000 characters",
        |count| (0..count).map(|i| reading(i, 1_000, words)).collect(),
        [4, 16, 64],
    ),
];

#[test]
fn reconcile_answers_or_says_limit_within_its_time() {
    for (name, make, [_, _, largest]) in CASES {
        let (time, _) = run(&make(*largest));
        // Unoptimised, beside other tests.
        assert!(time < Duration::from_secs(3), "{name}: {time:?}");
    }
}

#[test]
fn more_than_one_call_may_compare_is_a_limit_by_name() {
    let code = |readings: &[Reading]| reconcile(readings, &options()).map(|_| ()).unwrap_err();
    let many: Vec<Reading> = (0..65).map(|i| reading(i, 10, words)).collect();
    assert_eq!(code(&many).to_string(), "limit.input: readings: at most 64");
    let long = [reading(0, 1_001, words)];
    assert_eq!(code(&long).to_string(), "limit.input: a value, characters: at most 1000");
    let together: Vec<Reading> = (0..6).map(|i| reading(i, 1_000, words)).collect();
    assert_eq!(code(&together).to_string(), "limit.input: all values together, characters: at most 50000");
    assert!(reconcile(&together[..5], &options()).is_ok());
    let mut loud = reading(0, 10, words);
    findings(&mut loud, 201);
    assert_eq!(code(&[loud]).to_string(), "limit.input: findings of a reading: at most 200");
}

#[test]
#[ignore = "measures for docs/limits.md; wants an optimised build"]
fn the_inputs_of_reconcile_are_measured_at_three_sizes() {
    println!("| reconcile: input | size | ms | answer |\n|---|---|---|---|");
    let mut slowest = Duration::ZERO;
    for (name, make, sizes) in CASES {
        let ran = sizes.map(|size| run(&make(size)));
        let times = ran.map(|(time, _)| format!("{:.1}", time.as_secs_f64() * 1e3)).join(" / ");
        println!("| {name} | {} | {times} | {} |", sizes[2], ran[2].1);
        slowest = ran.iter().map(|(time, _)| *time).fold(slowest, Duration::max);
    }
    assert!(slowest < Duration::from_millis(250), "{slowest:?}");
}
