//! `cancuoc-reader [--port 27415] [--allow https://portal.example]…`

use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

use cancuoc_reader::{Origin, PORT};

/// What the command line says.
struct Arguments {
    port: u16,
    allowed: Vec<Origin>,
}

fn main() -> ExitCode {
    let Some(Arguments { port, allowed }) = arguments(std::env::args().skip(1)) else {
        eprintln!("cancuoc-reader [--port {PORT}] [--allow https://portal.example]…");
        return ExitCode::from(2);
    };
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("127.0.0.1:{port}: {error}");
            return ExitCode::FAILURE;
        }
    };
    serve(&listener, allowed)
}

fn arguments(mut given: impl Iterator<Item = String>) -> Option<Arguments> {
    let mut arguments = Arguments { port: PORT, allowed: Vec::new() };
    while let Some(name) = given.next() {
        let value = given.next()?;
        match name.as_str() {
            "--port" => arguments.port = value.parse().ok().filter(|port| *port > 0)?,
            "--allow" => arguments.allowed.push(Origin::parse(&value)?),
            _ => return None,
        }
    }
    Some(arguments)
}

#[cfg(feature = "pcsc")]
fn serve(listener: &TcpListener, allowed: Vec<Origin>) -> ExitCode {
    use cancuoc_reader::{Allowed, Desk, PcscReaders};

    for origin in &allowed {
        println!("Được phép / allowed: {origin}");
    }
    println!("Ctrl+C để dừng / to stop");
    let desk = Desk::new(PcscReaders, Allowed::new(allowed, ask));
    match desk.serve(listener) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Asks whoever sits at this machine; anything but a clear yes is a no.
#[cfg(feature = "pcsc")]
fn ask(origin: &Origin) -> bool {
    println!("Trang {origin} muốn đọc thẻ trên đầu đọc này. Cho phép? (c/k)");
    println!("The page {origin} wants to read the card on this reader. Allow it? (y/n)");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).is_ok() && matches!(line.trim(), "c" | "C" | "y" | "Y")
}

#[cfg(not(feature = "pcsc"))]
fn serve(_: &TcpListener, _: Vec<Origin>) -> ExitCode {
    eprintln!("built without `pcsc`: there is no way to a card");
    ExitCode::FAILURE
}
