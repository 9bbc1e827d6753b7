//! Reads every picture of a corpus (`manifest.json` and PNGs) and reports by kind and degree of damage.
//!
//! `cargo run --release --example scan_corpus -- DIRECTORY [frame|photo|units] [kind] [-v]`
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a tool for measuring"
)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "a tool for measuring")]

use std::collections::BTreeMap;
use std::{env, fs, io::BufReader, path::Path};

use cancuoc::json::Value;
use cancuoc::scan::{Effort, Evidence, Image, scan, scan_frame};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let directory = Path::new(arguments.first().expect("a directory"));
    let effort = match arguments.get(1).map(String::as_str) {
        Some("frame") => Effort::Frame,
        None | Some("photo") => Effort::Photo,
        Some(units) => Effort::Work(units.parse().expect("frame, photo or a number")),
    };
    let only = arguments.get(2).filter(|a| !a.starts_with('-'));
    let verbose = arguments.iter().any(|a| a == "-v");
    let text = fs::read_to_string(directory.join("manifest.json")).unwrap();
    let mut videos: BTreeMap<usize, Video> = BTreeMap::new();
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for entry in entries(&text) {
        let kind = entry.get("cat").and_then(Value::as_str).unwrap().to_owned();
        if only.is_some_and(|only| !only.split(',').any(|o| o == kind)) {
            continue;
        }
        let degree = number(&entry, "sev") as usize;
        let file = entry.get("file").and_then(Value::as_str).unwrap();
        // Without a payload there is no code: whatever is read is wrong.
        let payload = entry.get("payload").and_then(Value::as_str).map(base64);
        let (data, width, height) = png(&directory.join(file));
        let started = processor_time();
        let result = scan(&Image::new(&data, width, height).unwrap(), effort);
        let time = processor_time() - started;
        for name in [kind.as_str(), "~ all"] {
            row_of(&mut rows, name).work += result.work as f64 * 1e-6;
        }
        let sequence = entry.get("seq").and_then(Value::as_f64).map(|n| n as usize);
        if let Some(sequence) = sequence {
            let before = videos.entry(sequence).or_default();
            let image = Image::new(&data, width, height).unwrap();
            let (evidence, together) = scan_frame(&before.evidence, &image, effort);
            before.evidence = evidence;
            before.frames += 1;
            before.wrong += together.symbols.iter().filter(|s| Some(&s.bytes) != payload.as_ref()).count();
            let read = together.symbols.iter().any(|s| Some(&s.bytes) == payload.as_ref());
            before.read += usize::from(read);
            if read && before.first.is_none() {
                before.first = Some(before.frames);
            }
        }
        let read = result.symbols.iter().any(|s| Some(&s.bytes) == payload.as_ref());
        let wrong = result.symbols.iter().any(|s| Some(&s.bytes) != payload.as_ref());
        if verbose && (!read || wrong) {
            let codes: Vec<_> = result.findings.iter().map(|f| f.code.as_ref()).collect();
            let pixels = number(&entry, "modpx");
            println!(
                "{file} {pixels:.1}px {} {time:.0} ms {codes:?}",
                if wrong { "WRONG" } else { "missed" }
            );
        }
        for name in [kind.as_str(), "~ all"] {
            let row = row_of(&mut rows, name);
            row.count += 1;
            row.read += usize::from(read);
            row.wrong += usize::from(wrong);
            row.by_degree[degree.min(4)].0 += usize::from(read);
            row.by_degree[degree.min(4)].1 += 1;
            row.times.push(time);
        }
    }
    if !videos.is_empty() {
        let sum = |part: fn(&Video) -> usize| videos.values().map(part).sum::<usize>();
        let first: Vec<String> =
            videos.values().map(|v| v.first.map_or("-".into(), |n| n.to_string())).collect();
        println!(
            "videos with evidence kept: {} of {} frames read, {} wrong; first read frame of each: {}\n",
            sum(|v| v.read),
            sum(|v| v.frames),
            sum(|v| v.wrong),
            first.join(" ")
        );
    }
    println!(
        "| kind | read | by degree | wrong | median ms | p95 ms | max ms | ms per unit |\n|---|---|---|---|---|---|---|---|"
    );
    for (name, mut row) in rows {
        row.times.sort_by(f64::total_cmp);
        let at = |share: f64| row.times[((row.times.len() - 1) as f64 * share) as usize];
        let degrees: Vec<String> = row
            .by_degree
            .iter()
            .filter(|d| d.1 > 0)
            .map(|(r, c)| format!("{:.0}", 100.0 * *r as f64 / *c as f64))
            .collect();
        println!(
            "| {name} | {:.1} % of {} | {} | {} | {:.1} | {:.1} | {:.1} | {:.2} |",
            100.0 * row.read as f64 / row.count as f64,
            row.count,
            degrees.join("/"),
            row.wrong,
            at(0.5),
            at(0.95),
            at(1.0),
            row.times.iter().sum::<f64>() / row.work.max(1e-9)
        );
    }
}

fn row_of<'a>(rows: &'a mut BTreeMap<String, Row>, name: &str) -> &'a mut Row {
    rows.entry(name.to_owned()).or_default()
}

/// Milliseconds on the processor (Linux): what else the machine does is not counted.
fn processor_time() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() * 1e-6
}

#[derive(Default)]
struct Video {
    evidence: Evidence,
    frames: usize,
    read: usize,
    wrong: usize,
    first: Option<usize>,
}

#[derive(Default)]
struct Row {
    work: f64,
    count: usize,
    read: usize,
    wrong: usize,
    by_degree: [(usize, usize); 5],
    times: Vec<f64>,
}

fn number(entry: &Value, name: &str) -> f64 {
    entry.get(name).and_then(Value::as_f64).unwrap_or(0.0)
}

fn entries(text: &str) -> Vec<Value> {
    let Value::Array(entries) = cancuoc::json::parse(text, cancuoc::json::LIMITS).expect("a manifest") else {
        return Vec::new();
    };
    entries
}

fn png(path: &Path) -> (Vec<u8>, usize, usize) {
    let mut reader = png::Decoder::new(BufReader::new(fs::File::open(path).unwrap())).read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    data.truncate(info.buffer_size());
    assert_eq!(info.color_type, png::ColorType::Grayscale, "a grey picture");
    (data, info.width as usize, info.height as usize)
}

fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut buffer, mut bits) = (Vec::new(), 0_u32, 0);
    for digit in text.bytes().filter_map(|b| DIGITS.iter().position(|d| *d == b)) {
        buffer = buffer << 6 | digit as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((buffer >> bits) as u8);
        }
    }
    out
}
