//! Answers the requests of a file, one a line, by server.wasm in wasmi: `cancuoc-wasmi <server.wasm> <requests>`.

mod host;

use std::error::Error;
use std::fs;
use std::io::Write;

use host::CanCuoc;

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let mut next = || given.next().ok_or("cancuoc-wasmi <server.wasm> <requests>");
    let (wasm, requests) = (fs::read(next()?)?, fs::read_to_string(next()?)?);
    let mut server = CanCuoc::load(&wasm)?;
    let mut out = std::io::stdout().lock();
    for request in requests.lines() {
        writeln!(out, "{}", server.call(request)?)?;
    }
    Ok(())
}
