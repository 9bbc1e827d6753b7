//! The linter of the packs: `make packs`, or `cargo run --example packs -- [form …] [--tables folder] [--on day]`.
//!
//! Reads `packs/<form>/*.json` from the disk, so that an author sees mistakes without building anything else,
//! and says what `docs/packs.md` says it refuses. Then it writes the tables that a lawyer reads.

#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a development tool; places were found just before"
)]

use std::time::{SystemTime, UNIX_EPOCH};
use std::{collections::BTreeSet, env, fs, path::Path, process::ExitCode};

use cancuoc::Date;
use cancuoc::finding::{Finding, Severity};
use cancuoc::form::{Pack, validate};
use cancuoc::json::{LIMITS, Value, parse};

#[path = "packs/book.rs"]
mod book;
#[path = "packs/dates.rs"]
mod dates;
#[path = "packs/open.rs"]
mod open;
#[path = "packs/say.rs"]
pub(crate) mod say;
#[path = "packs/shelf.rs"]
pub(crate) mod shelf;
#[path = "packs/table.rs"]
pub(crate) mod table;

fn main() -> ExitCode {
    let mut wanted: Vec<String> = Vec::new();
    let (mut tables, mut on) = ("target/packs".to_owned(), today());
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--tables" => tables = arguments.next().unwrap_or(tables),
            "--on" => on = arguments.next().unwrap_or(on),
            _ => wanted.push(argument),
        }
    }
    let report = check(Path::new("packs"), &wanted);
    for mistake in &report.mistakes {
        eprintln!("✗ {mistake}");
    }
    eprintln!("{}", report.summary());
    if Date::from_iso(&on).is_none() {
        eprintln!("✗ --on: {on} is no day");
        return ExitCode::FAILURE;
    }
    match shelf::write(Path::new("packs"), Path::new(&tables), &on) {
        Ok(shelf::Written { packs, open, ended, ending }) => eprintln!(
            "as of {on}: {open} places are not confirmed, {ended} versions or documents have ended, {ending} end soon; \
             tables of {packs} packs: {tables}/index.html"
        ),
        Err(error) => {
            eprintln!("✗ {tables}: {error}");
            return ExitCode::FAILURE;
        }
    }
    if report.mistakes.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Today in Việt Nam.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()) + 7 * 3600;
    let days = i32::try_from(seconds / 86_400).unwrap_or(0);
    let day = Date::from_iso("1970-01-01").and_then(|first| first.plus_days(days));
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What the linter found.
#[derive(Default)]
pub(crate) struct Report {
    /// Where and what.
    pub(crate) mistakes: Vec<String>,
    packs: usize,
    rules: usize,
    accepted: usize,
    refused: usize,
    unconfirmed: usize,
}

impl Report {
    fn summary(&self) -> String {
        let Self { mistakes, packs, rules, accepted, refused, unconfirmed } = self;
        format!(
            "{packs} packs, {rules} rules ({unconfirmed} of an unconfirmed basis), {accepted} applications accepted, \
             {refused} refused as they should be; {} mistakes",
            mistakes.len()
        )
    }

    fn say(&mut self, place: &str, words: impl std::fmt::Display) {
        self.mistakes.push(format!("{place}: {words}"));
    }
}

/// Checks all packs of a folder, or those of the forms named, and the catalogue.
pub(crate) fn check(folder: &Path, wanted: &[String]) -> Report {
    let mut report = Report::default();
    let mut forms: Vec<String> = Vec::new();
    for form in names(folder) {
        if !folder.join(&form).is_dir() || !(wanted.is_empty() || wanted.contains(&form)) {
            continue;
        }
        check_form(folder, &form, &mut report);
        forms.push(form);
    }
    if wanted.is_empty() {
        check_services(folder, &forms, &mut report);
        check_documents(folder, &mut report);
    }
    report
}

fn check_form(folder: &Path, form: &str, report: &mut Report) {
    let mut packs: Vec<Pack> = Vec::new();
    let mut examples = None;
    for file in names(&folder.join(form)) {
        let place = format!("packs/{form}/{file}");
        let text = fs::read_to_string(folder.join(form).join(&file)).unwrap_or_default();
        if file == "examples.json" {
            match parse(&text, LIMITS) {
                Ok(value) => examples = Some((place, value)),
                Err(error) => report.say(&place, error),
            }
            continue;
        }
        let Some(day) = file.strip_suffix(".json") else {
            report.say(&place, "only <first day>.json and examples.json belong here");
            continue;
        };
        match Pack::parse(&text) {
            Err(mistakes) => mistakes.iter().for_each(|mistake| report.say(&place, mistake)),
            Ok(pack) => {
                if pack.id != form {
                    report.say(&place, format!("`id` is not the folder's name, {form}"));
                }
                if pack.days.from.map(|from| from.to_string()).as_deref() != Some(day) {
                    report.say(&place, "the file's name is not `effectiveFrom`");
                }
                for other in &packs {
                    if other.days.overlap(pack.days) {
                        report.say(&place, format!("its days overlap with those of {}", other.version));
                    }
                    if other.version == pack.version {
                        report.say(&place, "another file has the same `version`");
                    }
                }
                check_codes(&place, &pack, report);
                packs.push(pack);
            }
        }
    }
    report.packs += packs.len();
    match examples {
        Some((place, examples)) => check_examples(&place, &packs, &examples, report),
        None => report.say(&format!("packs/{form}"), "examples.json is missing, or no JSON"),
    }
}

fn check_codes(place: &str, pack: &Pack, report: &mut Report) {
    for (index, rule) in pack.rules.iter().enumerate() {
        let own = rule.code.strip_prefix(&format!("{}.", pack.id));
        let snake = own
            .is_some_and(|own| own.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        if !snake {
            report.say(place, format!("rules[{index}]: `{}` is not {}.snake_case", rule.code, pack.id));
        }
        if pack.rules.iter().take(index).any(|other| other.code == rule.code && other.days.overlap(rule.days))
        {
            report.say(place, format!("rules[{index}]: `{}` stands twice", rule.code));
        }
    }
    report.rules += pack.rules.len();
    report.unconfirmed += pack
        .rules
        .iter()
        .filter(|rule| rule.basis.status == cancuoc::finding::BasisStatus::Unconfirmed)
        .count();
}

/// Every example comes out as it says, and every rule is broken alone by one of them.
fn check_examples(place: &str, packs: &[Pack], examples: &Value, report: &mut Report) {
    let list = |name: &str| examples.get(name).and_then(Value::as_array).unwrap_or_default();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
    let mut broken_alone: BTreeSet<(String, String)> = BTreeSet::new();
    let mut accepted_versions: BTreeSet<&str> = BTreeSet::new();
    for (index, example) in list("accept").iter().enumerate() {
        let place = format!("{place} accept[{index}] “{}”", text(example, "name"));
        let Some(pack) = version(packs, &text(example, "on")) else {
            report.say(&place, "no version is in force on that day");
            continue;
        };
        let findings = run(pack, example.get("answers").unwrap_or(&Value::Null), &text(example, "on"));
        let expected = warnings(example);
        for finding in &findings {
            if finding.severity == Severity::Error || !expected.contains(&finding.code.to_string()) {
                report.say(&place, format!("is not accepted: {}", shown(finding)));
            }
        }
        for code in expected.iter().filter(|code| !findings.iter().any(|finding| finding.code == **code)) {
            report.say(&place, format!("`{code}` was expected and did not come"));
        }
        accepted_versions.insert(&pack.version);
        report.accepted += 1;
    }
    for (index, example) in list("refuse").iter().enumerate() {
        let why = text(example, "why");
        let place = format!("{place} refuse[{index}] “{why}”");
        let from = list("accept").iter().find(|accept| text(accept, "name") == text(example, "from"));
        let Some(from) = from else {
            report.say(&place, "`from` names no accepted example");
            continue;
        };
        if why.is_empty() {
            report.say(&place, "`why` is missing");
        }
        let on = if example.get("on").is_some() { text(example, "on") } else { text(from, "on") };
        let Some(pack) = version(packs, &on) else {
            report.say(&place, "no version is in force on that day");
            continue;
        };
        let answers = match mutated(from.get("answers").unwrap_or(&Value::Null), example) {
            Ok(answers) => answers,
            Err(path) => {
                report.say(&place, format!("`{path}` does not lead into the answers"));
                continue;
            }
        };
        let mut usual = warnings(from);
        let mut findings: Vec<(String, String)> = run(pack, &answers, &on)
            .iter()
            .map(|finding| (finding.code.to_string(), finding.path.clone()))
            .collect();
        // A mutation leaves answers behind that are not asked for any more: that is told only where it is the point.
        let is_left_behind = |code: &str| code == "form.not_asked";
        let expected: Vec<(String, String)> = example
            .get("expect")
            .and_then(Value::as_array)
            .unwrap_or_default()
            .iter()
            .map(|expect| (text(expect, "code"), text(expect, "path")))
            .collect();
        if expected.is_empty() {
            report.say(&place, "`expect` is missing");
        }
        // What the accepted example warned of already is not of this mutation, unless it is expected.
        if !expected.iter().any(|(code, _)| is_left_behind(code)) {
            findings.retain(|(code, _)| !is_left_behind(code));
        }
        usual.retain(|code| !expected.iter().any(|(expected, _)| expected == code));
        findings.retain(|(code, _)| !usual.contains(code));
        let (found, wanted): (BTreeSet<_>, BTreeSet<_>) =
            (findings.iter().collect(), expected.iter().collect());
        for (code, path) in wanted.difference(&found) {
            report.say(&place, format!("`{code}` at `{path}` did not come"));
        }
        for (code, path) in found.difference(&wanted) {
            report.say(&place, format!("`{code}` at `{path}` came unexpected"));
        }
        if let [(code, _), rest @ ..] = findings.as_slice()
            && rest.iter().all(|(other, _)| other == code)
        {
            broken_alone.insert((pack.version.clone(), code.clone()));
        }
        report.refused += 1;
    }
    for pack in packs {
        if !accepted_versions.contains(pack.version.as_str()) {
            report.say(place, format!("version {} has no accepted example", pack.version));
        }
        for rule in &pack.rules {
            if !broken_alone.contains(&(pack.version.clone(), rule.code.clone())) {
                report.say(
                    place,
                    format!("no example breaks `{}` of version {} alone", rule.code, pack.version),
                );
            }
        }
    }
}

fn check_services(folder: &Path, forms: &[String], report: &mut Report) {
    let place = "packs/services.json";
    let Ok(file) = fs::read_to_string(folder.join("services.json")) else { return };
    let catalogue = match parse(&file, LIMITS) {
        Ok(catalogue) => catalogue,
        Err(error) => return report.say(place, error),
    };
    let mut numbers = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (index, service) in
        catalogue.get("services").and_then(Value::as_array).unwrap_or_default().iter().enumerate()
    {
        let place = format!("{place} services[{index}]");
        let text = |name: &str| service.get(name).and_then(Value::as_str).unwrap_or("");
        let words = |value: Option<&Value>| {
            let word = |locale: &str| {
                value.and_then(|value| value.get(locale)).and_then(Value::as_str).unwrap_or("")
            };
            !word("vi").is_empty() && !word("en").is_empty()
        };
        if text("id").is_empty() || !ids.insert(text("id").to_owned()) {
            report.say(&place, "`id` is missing, or stands twice");
        }
        for name in ["title", "authority"] {
            if !words(service.get(name)) {
                report.say(&place, format!("`{name}` needs words in both languages"));
            }
        }
        if let Some(number) = service.get("number").and_then(Value::as_f64)
            && (!(1.0..=25.0).contains(&number)
                || number.fract() != 0.0
                || !numbers.insert(number.to_string()))
        {
            report.say(&place, "`number` is 1 to 25, each once");
        }
        let named = service.get("forms").and_then(Value::as_array).unwrap_or_default();
        for form in named {
            if !forms.iter().any(|known| Some(known.as_str()) == form.as_str()) {
                report.say(&place, format!("there is no pack {form}"));
            }
        }
        if named.is_empty() && !words(service.get("reason")) {
            report.say(&place, "without a form it needs a `reason`");
        }
        let status = service.get("basis").and_then(|basis| basis.get("status")).and_then(Value::as_str);
        if !matches!(status, Some("read" | "unconfirmed")) {
            report.say(&place, "`basis` is missing, or its status");
        }
    }
    for number in (1..=25).filter(|number| !numbers.contains(&number.to_string())) {
        report.say(place, format!("service {number} of Đề án 06 is missing"));
    }
}

/// Documents that another one replaced: each has its number, its name and the last day.
fn check_documents(folder: &Path, report: &mut Report) {
    let place = "packs/documents.json";
    let Ok(file) = fs::read_to_string(folder.join("documents.json")) else { return };
    let documents = match parse(&file, LIMITS) {
        Ok(documents) => documents,
        Err(error) => return report.say(place, error),
    };
    let mut numbers = BTreeSet::new();
    for (index, document) in book::list(&documents, "documents").iter().enumerate() {
        let place = format!("{place} documents[{index}]");
        let text = |name: &str| book::text(document, name);
        if text("number").is_empty() || !numbers.insert(text("number")) {
            report.say(&place, "`number` is missing, or stands twice");
        }
        if text("title").is_empty() || Date::from_iso(text("until")).is_none() {
            report.say(&place, "it needs a `title`, and `until`, a day");
        }
        if text("replacedBy").is_empty() != text("replacedByNumber").is_empty() {
            report.say(&place, "`replacedBy` and `replacedByNumber` go together");
        }
        if !matches!(text("status"), "read" | "unconfirmed") {
            report.say(&place, "`status` is missing");
        }
    }
}

fn run(pack: &Pack, answers: &Value, on: &str) -> Vec<Finding> {
    Date::from_iso(on).map(|on| validate(pack, answers, on).findings).unwrap_or_default()
}

fn version<'p>(packs: &'p [Pack], on: &str) -> Option<&'p Pack> {
    let on = Date::from_iso(on)?;
    packs.iter().find(|pack| pack.days.hold(on))
}

fn warnings(example: &Value) -> Vec<String> {
    let list = example.get("warnings").and_then(Value::as_array).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn shown(finding: &Finding) -> String {
    format!("`{}` at `{}`: {}", finding.code, finding.path, finding.message(cancuoc::Locale::En))
}

/// `set`, `append`, `remove`, in this order; the path that leads nowhere is the error.
pub(crate) fn mutated(answers: &Value, example: &Value) -> Result<Value, String> {
    let mut answers = answers.clone();
    for (path, value) in example.get("set").and_then(Value::as_object).unwrap_or_default() {
        change(&mut answers, path, &mut |place| *place = Some(value.clone())).ok_or(path)?;
    }
    for (path, value) in example.get("append").and_then(Value::as_object).unwrap_or_default() {
        let mut add = |place: &mut Option<Value>| match place {
            Some(Value::Array(rows)) => rows.push(value.clone()),
            other => *other = Some(Value::Array(vec![value.clone()])),
        };
        change(&mut answers, path, &mut add).ok_or(path)?;
    }
    for path in example.get("remove").and_then(Value::as_array).unwrap_or_default() {
        let path = path.as_str().unwrap_or("");
        change(&mut answers, path, &mut |place| *place = None).ok_or(path)?;
    }
    Ok(answers)
}

/// Changes the place at `a`, `a[0]`, `a[0].b` or `a.b`; `None` takes it away.
fn change(answers: &mut Value, path: &str, act: &mut dyn FnMut(&mut Option<Value>)) -> Option<()> {
    let (head, rest) = match path.split_once('.') {
        Some((head, rest)) => (head, Some(rest)),
        None => (path, None),
    };
    let (name, index) = match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
        Some((name, index)) => (name, Some(index.parse::<usize>().ok()?)),
        None => (head, None),
    };
    let Value::Object(members) = answers else { return None };
    let place = members.iter().position(|(other, _)| other == name);
    let mut value = place.map(|place| members[place].1.clone());
    match (index, rest) {
        (None, None) => act(&mut value),
        (None, Some(rest)) => change(value.as_mut()?, rest, act)?,
        (Some(index), rest) => {
            let Some(Value::Array(rows)) = &mut value else { return None };
            let mut row = Some(rows.get(index)?.clone());
            match rest {
                None => act(&mut row),
                Some(rest) => change(row.as_mut()?, rest, act)?,
            }
            match row {
                Some(row) => rows[index] = row,
                None => {
                    rows.remove(index);
                }
            }
        }
    }
    match (place, value) {
        (Some(place), Some(value)) => members[place].1 = value,
        (Some(place), None) => {
            members.remove(place);
        }
        (None, Some(value)) => members.push((name.to_owned(), value)),
        (None, None) => {}
    }
    Some(())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
