use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use cancuoc::Error;
use cancuoc::form::APPLICATION;
use cancuoc_server::{named, run as call};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::arguments::Check;
use super::{MISUSE, clock};

/// Checks files one after the other.
pub(super) fn run(asked: &Check) -> ExitCode {
    let mut worst = 0;
    for file in &asked.files {
        let said = read(file).map_err(|error| error.to_string()).and_then(|text| {
            let checked = check(&text, asked).map_err(|error| error.to_string())?;
            say(file, &checked, asked).map_err(|error| error.to_string())
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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Options<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    accepted_forms: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    max_age_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<&'a str>,
}

/// The result of `checkSealed`, as JSON.
fn check(text: &str, asked: &Check) -> Result<Box<RawValue>, Error> {
    let options = Options {
        on: asked.on.as_deref(),
        locale: asked.locale.as_deref(),
        accepted_forms: &asked.forms,
        max_age_days: asked.max_age_days,
        not_before: asked.not_before.as_deref(),
    };
    let failed = |_| Error::new("internal.result", "a result could not be converted");
    let (application, options) =
        (to_raw_value(text).map_err(failed)?, to_raw_value(&options).map_err(failed)?);
    let result = call(named("checkSealed")?, &[Some(&application), Some(&options)], clock::today())?;
    RawValue::from_string(result).map_err(failed)
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
fn say(file: &Path, result: &RawValue, asked: &Check) -> io::Result<bool> {
    let checked: Checked = serde_json::from_str(result.get())?;
    let mut out = io::stdout().lock();
    if asked.json {
        let line = serde_json::to_string(&Said { file: file.display().to_string(), result })?;
        writeln!(out, "{line}")?;
        return Ok(checked.ok);
    }
    writeln!(out, "{} {}", if checked.ok { '✓' } else { '✗' }, file.display())?;
    for Found { code, severity, path, message } in &checked.findings {
        writeln!(out, "  {severity} {path}: {message} [{code}]")?;
    }
    Ok(checked.ok)
}
