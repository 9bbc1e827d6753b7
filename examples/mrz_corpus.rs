//! Reads every picture of a folder of `tools/mrz/generate.py` and reports by kind, degree and format.
//!
//! `cargo run --profile bench --no-default-features --features scan --example mrz_corpus -- FOLDER [frame|photo] [-v]`
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "a tool for measuring"
)]

use std::collections::BTreeMap;
use std::time::Instant;
use std::{env, fs, path::Path};

use cancuoc::scan::mrz::{MrzScan, scan_mrz};
use cancuoc::scan::{Effort, Image};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let folder = Path::new(arguments.first().expect("a folder"));
    let effort = if arguments.iter().any(|a| a == "frame") { Effort::Frame } else { Effort::Photo };
    let verbose = arguments.iter().any(|a| a == "-v");
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let text = fs::read_to_string(folder.join("truth.json")).unwrap();
    let entries: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (mut times, mut work) = (Vec::new(), Vec::new());
    for entry in &entries {
        let (data, width, height) = pgm(&fs::read(folder.join(entry["file"].as_str().unwrap())).unwrap());
        let started = Instant::now();
        let scan = scan_mrz(&Image::new(&data, width, height).unwrap(), effort);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        work.push(scan.work as f64 / 1e6);
        let truth: Vec<&str> =
            entry["lines"].as_array().unwrap().iter().map(|l| l.as_str().unwrap()).collect();
        let outcome = Outcome::of(&scan, &truth);
        let kind = format!("kind {}", entry["kind"].as_str().unwrap());
        let degree = format!("degree {}", entry["degree"]);
        let format = format!("format {}", entry["format"].as_str().unwrap());
        for name in ["~ all", &kind, &degree, &format] {
            rows.entry(name.to_owned()).or_default().add(&outcome);
        }
        let told = verbose && !outcome.sure;
        if outcome.wrong || told {
            let place = (&entry["file"], &kind, &degree, entry["pitch"].as_f64().unwrap());
            println!("{place:?} {outcome:?} {} ms", times[times.len() - 1].round());
            if let Some(zone) = scan.zones.first() {
                for (read, true_) in zone.lines.iter().zip(&truth) {
                    println!("    {read}\n  = {true_}");
                }
            }
        }
    }
    println!("{:22} {:>5} {:>7} {:>7} {:>7} {:>7}", "", "n", "located", "right", "sure", "wrong");
    for (name, row) in &rows {
        let share = |n: usize| format!("{:.1}", 100.0 * n as f64 / row.count as f64);
        let (located, right, sure) = (share(row.located), share(row.right), share(row.sure));
        println!("{name:22} {:>5} {located:>7} {right:>7} {sure:>7} {:>7}", row.count, row.wrong);
    }
    for (name, mut values) in [("ms", times), ("units / 10^6", work)] {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| values[((values.len() - 1) as f64 * share) as usize];
        println!("{name}: median {:.0}, p95 {:.0}, most {:.0}", at(0.5), at(0.95), at(1.0));
    }
}

#[derive(Debug)]
struct Outcome {
    /// The zone was found where it is: most of its signs are right.
    located: bool,
    /// With the likeliest sign in each unsure place it is the truth.
    right: bool,
    sure: bool,
    /// Sure, and not the truth.
    wrong: bool,
}

impl Outcome {
    fn of(scan: &MrzScan, truth: &[&str]) -> Self {
        let Some(zone) = scan.zones.first() else {
            return Self { located: false, right: false, sure: false, wrong: false };
        };
        let mut likely = zone.unsure.iter();
        let filled: Vec<String> = zone
            .lines
            .iter()
            .map(|line| {
                let mut sign = |c: char| {
                    if c == '?' { likely.next().and_then(|p| p.likely.first()).copied() } else { Some(c) }
                };
                line.chars().map(|c| sign(c).unwrap_or('?')).collect()
            })
            .collect();
        let same = filled.join("").chars().zip(truth.join("").chars()).filter(|(a, b)| a == b).count();
        let right = filled == truth;
        let sure = zone.text.is_some();
        Self {
            // Where there is none, any is counted.
            located: truth.is_empty() || same * 3 > truth.join("").len() * 2,
            right,
            sure: sure && right,
            wrong: sure && !right,
        }
    }
}

#[derive(Default)]
struct Row {
    count: usize,
    located: usize,
    right: usize,
    sure: usize,
    wrong: usize,
}

impl Row {
    fn add(&mut self, outcome: &Outcome) {
        self.count += 1;
        self.located += usize::from(outcome.located);
        self.right += usize::from(outcome.right);
        self.sure += usize::from(outcome.sure);
        self.wrong += usize::from(outcome.wrong);
    }
}

/// A grey picture as the generator writes it.
fn pgm(bytes: &[u8]) -> (Vec<u8>, usize, usize) {
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    assert_eq!(parts.next(), Some(b"P5".as_slice()));
    let size = String::from_utf8(parts.next().unwrap().to_vec()).unwrap();
    let sides: Vec<usize> = size.split(' ').map(|side| side.parse().unwrap()).collect();
    parts.next();
    (parts.next().unwrap().to_vec(), sides[0], sides[1])
}
