//! Converts a column of addresses: one a line in, `codes<TAB>exact|ask|none<TAB>address or question` out.
//!
//! ```text
//! cargo run --release --example addresses -- 2026-11-21 < old.txt > new.tsv
//! cargo run --release --example addresses -- 2026-11-21 --time < old.txt
//! ```

use std::{
    env,
    io::{self, BufRead, Write},
    time::Instant,
};

use cancuoc::{
    Date, Locale,
    address::{self, Converter, Direction, Units},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let on = arguments.first().and_then(|day| Date::from_iso(day)).ok_or("a day, YYYY-MM-DD, is needed")?;
    let units = Units::from_bytes(include_bytes!("../data/units/units.bin"))?;
    let rows: Vec<String> = io::stdin().lock().lines().collect::<Result<_, _>>()?;
    if arguments.iter().any(|argument| argument == "--time") {
        return time(&units, &rows, on);
    }
    let mut out = io::stdout().lock();
    for row in &rows {
        let converted = address::convert(&units, row, on)?;
        let codes: Vec<&str> = converted.candidates.iter().map(|candidate| candidate.code.as_str()).collect();
        let kind = match (converted.exact, codes.is_empty()) {
            (true, _) => "exact",
            (false, false) => "ask",
            (false, true) => "none",
        };
        let question = converted.question.as_ref().map(|question| question.words(Locale::Vi));
        let words = converted.address().or(question).unwrap_or_default();
        writeln!(out, "{}\t{kind}\t{words}", codes.join(" "))?;
    }
    Ok(())
}

/// The best of 40 rounds over all rows, one thread, µs a row: one by one with all words, and as a list without.
fn time(units: &Units, rows: &[String], on: Date) -> Result<(), Box<dyn std::error::Error>> {
    let (mut single, mut list) = (f64::INFINITY, f64::INFINITY);
    let mut candidates = 0_usize;
    for _ in 0..40 {
        let start = Instant::now();
        for row in rows {
            candidates = candidates.saturating_add(address::convert(units, row, on)?.candidates.len());
        }
        single = single.min(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let mut converter = Converter::new(units, on, Direction::ToPresent);
        for row in rows {
            candidates = candidates.saturating_add(usize::from(converter.convert(row)?.is_exact()));
        }
        list = list.min(start.elapsed().as_secs_f64());
    }
    writeln!(io::stderr(), "{candidates} candidates")?;
    let count = f64::from(u32::try_from(rows.len())?) / 1e6;
    writeln!(io::stdout(), "{} {}", single / count, list / count)?;
    Ok(())
}
