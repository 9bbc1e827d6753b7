//! `cancuoc check FILE…`, `cancuoc serve`: the rules of the package as a command (`docs/server.md`).

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
