use std::io::Write;

use serde::Serialize;

use crate::clock::now;

/// A line of the log: JSON, and nothing of a person in it. Neither addresses nor paths nor what was asked are
/// members, so none can get there by accident.
#[derive(Default, Serialize)]
pub(crate) struct Line<'a> {
    /// `listening`, `request`, `stopping`, `stopped`, `failed`
    pub(crate) event: &'static str,
    /// Of the contract; `none` for what is no function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) function: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// Of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) milliseconds: Option<f64>,
    /// Bytes of the request's body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) taken: Option<usize>,
    /// Bytes of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) given: Option<usize>,
    /// This server's own address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<&'a str>,
    /// A place in the program, or what the system said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) detail: Option<&'a str>,
    /// Connections that were still open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<usize>,
}

#[derive(Serialize)]
struct Dated<'a> {
    time: String,
    level: &'static str,
    #[serde(flatten)]
    line: &'a Line<'a>,
}

/// Writes a line to standard output.
pub(crate) fn write(line: &Line<'_>) {
    let level = if line.event == "failed" { "error" } else { "info" };
    if let Ok(mut text) = serde_json::to_string(&Dated { time: now(), level, line }) {
        text.push('\n');
        // A log that nobody reads any more ends no answers.
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }
}

/// What a panic says may hold what it was about: only its place is written.
pub(crate) fn panics_by_place() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        write(&Line { event: "failed", detail: Some(&place), ..Line::default() });
    }));
}
