//! `cancuoc check FILE…`, `cancuoc serve`: the rules of the package as a command (`docs/server.md`).

mod arguments;
mod body;
mod check;
mod clock;
mod job;
mod log;
mod metrics;
mod named;
mod openapi;
mod options;
mod reply;
mod route;
mod serve;
mod service;
mod worker;

use std::io::Write;
use std::process::ExitCode;

use arguments::{Asked, USAGE};

/// Misuse, or something of the system that does not work.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    match arguments::read(lexopt::Parser::from_env()) {
        Ok(Asked::Help) => say(USAGE),
        Ok(Asked::Version) => say(concat!("cancuoc ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Asked::Check(asked)) => check::run(&asked),
        Ok(Asked::Serve(settings)) => serve::run(&settings),
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            ExitCode::from(MISUSE)
        }
    }
}

fn say(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
