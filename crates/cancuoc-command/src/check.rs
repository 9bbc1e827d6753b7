use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use cancuoc::form::APPLICATION;
use cancuoc::locale::Locale;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::MISUSE;
use crate::arguments::Check;

/// Checks files one after the other.
pub(crate) fn run(asked: &Check) -> ExitCode {
    let mut worst = 0;
    for file in &asked.files {
        let said = read(file).map_err(|error| error.to_string()).and_then(|text| {
            let result = asked.options.check(&text).map_err(|error| error.to_string())?;
            say(file, &result, asked).map_err(|error| error.to_string())
        });
        let code = match said {
            Ok(true) => 0,
            Ok(false) => 1,
            Err(words) => {
                eprintln!("{}: {words}", file.display());
                MISUSE
            }
        };
        worst = worst.max(code);
    }
    ExitCode::from(worst)
}

/// The text of a file; a byte more than an application may have is enough to refuse it.
fn read(file: &Path) -> io::Result<String> {
    let most = u64::try_from(APPLICATION.bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    // What is no UTF-8 is no application, and is found to be none.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[derive(Deserialize)]
struct Checked {
    ok: bool,
    findings: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    code: String,
    severity: String,
    path: String,
    message: String,
}

#[derive(Serialize)]
struct Said<'a> {
    file: String,
    result: &'a RawValue,
}

/// Prints what was found; whether the application is right.
fn say(file: &Path, result: &str, asked: &Check) -> io::Result<bool> {
    let checked: Checked = serde_json::from_str(result)?;
    let mut out = io::stdout().lock();
    if asked.json {
        let said = Said { file: file.display().to_string(), result: serde_json::from_str(result)? };
        writeln!(out, "{}", serde_json::to_string(&said)?)?;
        return Ok(checked.ok);
    }
    let words = words(asked.options.words());
    let (mark, verdict) = if checked.ok { ('✓', words.right) } else { ('✗', words.wrong) };
    writeln!(out, "{mark} {}: {verdict}", file.display())?;
    for Found { code, severity, path, message } in &checked.findings {
        let severity = match severity.as_str() {
            "error" => words.error,
            "warning" => words.warning,
            _ => words.note,
        };
        let place = if path.is_empty() { String::new() } else { format!(" {path}") };
        writeln!(out, "  {severity}{place}: {message} [{code}]")?;
    }
    Ok(checked.ok)
}

struct Words {
    right: &'static str,
    wrong: &'static str,
    error: &'static str,
    warning: &'static str,
    note: &'static str,
}

fn words(locale: Locale) -> Words {
    match locale {
        Locale::Vi => {
            Words {
                right: "hợp lệ", wrong: "không hợp lệ", error: "lỗi", warning: "cảnh báo", note: "lưu ý"
            }
        }
        Locale::En => {
            Words { right: "valid", wrong: "not valid", error: "error", warning: "warning", note: "note" }
        }
    }
}
