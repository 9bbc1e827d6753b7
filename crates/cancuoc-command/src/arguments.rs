use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use lexopt::{Arg, Parser, ValueExt};

use crate::options::{Number, Options};

/// What the command is asked for.
pub(crate) enum Asked {
    Help,
    Version,
    Check(Check),
    Serve(Settings),
}

/// `cancuoc check`
pub(crate) struct Check {
    /// `-` is what comes by standard input.
    pub(crate) files: Vec<PathBuf>,
    /// One line of JSON for each file.
    pub(crate) json: bool,
    pub(crate) options: Options,
}

/// `cancuoc serve`
pub(crate) struct Settings {
    pub(crate) listen: SocketAddr,
    /// Bytes of a request's body at most.
    pub(crate) max_body: usize,
    /// Bytes of all bodies together at most.
    pub(crate) bodies: usize,
    /// How long a request may take to come, and a connection may wait for the next one.
    pub(crate) read_time: Duration,
    /// How long an answer may take.
    pub(crate) answer_time: Duration,
    /// Answers that are being made or wait for their turn at most.
    pub(crate) queue: usize,
    /// Connections at most.
    pub(crate) connections: usize,
    /// How long new requests are still taken after the signal to stop.
    pub(crate) drain: Duration,
    /// How long the last answers may take after that.
    pub(crate) grace: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8787)),
            max_body: 16 << 20,
            bodies: 256 << 20,
            read_time: Duration::from_secs(30),
            answer_time: Duration::from_secs(10),
            queue: 512,
            connections: 2048,
            drain: Duration::from_millis(1000),
            grace: Duration::from_secs(30),
        }
    }
}

pub(crate) const USAGE: &str = "\
cancuoc check [options] FILE…      checks sealed applications (- is standard input)
    --on YYYY-MM-DD                the day of the check (today in Việt Nam)
    --locale vi|en                 the language of the findings (vi)
    --form ID                      accepts only this form; may be repeated
    --max-age-days N               accepts no older application
    --not-before DAY|INSTANT       accepts none that was sealed before
    --json                         one line of JSON for each file
  ends with 0: all are valid, 1: one is not, 2: misuse, or a file cannot be read

cancuoc serve [options]            answers over HTTP: POST /v1/check-sealed, /v1/call, /v1/<function>,
                                   GET /openapi.json, /health, /metrics
    --listen ADDRESS:PORT          where (127.0.0.1:8787); there is no TLS and there are no accounts
    --max-body BYTES               of a request (16777216)
    --bodies BYTES                 of all requests together (268435456)
    --read-seconds N               for a request to come, and for the next one (30)
    --answer-seconds N             for an answer (10)
    --queue N                      answers in the making or waiting (512)
    --connections N                at once (2048)
    --drain-milliseconds N         after SIGTERM new requests are still taken (1000)
    --grace-seconds N              for the last answers after that (30)

cancuoc --help | --version
";

/// # Errors
/// Words for whoever called.
pub(crate) fn read(mut parser: Parser) -> Result<Asked, lexopt::Error> {
    match parser.next()? {
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Asked::Help),
        Some(Arg::Short('V') | Arg::Long("version")) => Ok(Asked::Version),
        Some(Arg::Value(name)) if name == "check" => check(&mut parser).map(Asked::Check),
        Some(Arg::Value(name)) if name == "serve" => serve(&mut parser).map(Asked::Serve),
        Some(other) => Err(other.unexpected()),
        None => Err("check or serve?".into()),
    }
}

fn check(parser: &mut Parser) -> Result<Check, lexopt::Error> {
    let mut asked = Check { files: Vec::new(), json: false, options: Options::default() };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("on") => asked.options.on = Some(parser.value()?.string()?),
            Arg::Long("locale") => asked.options.locale = Some(parser.value()?.string()?),
            Arg::Long("form") => asked.options.accepted_forms.push(parser.value()?.string()?),
            Arg::Long("max-age-days") => {
                asked.options.max_age_days = Some(Number::given(parser.value()?.string()?));
            }
            Arg::Long("not-before") => asked.options.not_before = Some(parser.value()?.string()?),
            Arg::Long("json") => asked.json = true,
            Arg::Value(file) => asked.files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    if asked.files.is_empty() { Err("which files?".into()) } else { Ok(asked) }
}

fn serve(parser: &mut Parser) -> Result<Settings, lexopt::Error> {
    let mut settings = Settings::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("listen") => settings.listen = parser.value()?.parse()?,
            Arg::Long("max-body") => settings.max_body = parser.value()?.parse()?,
            Arg::Long("bodies") => settings.bodies = parser.value()?.parse()?,
            Arg::Long("read-seconds") => settings.read_time = Duration::from_secs(parser.value()?.parse()?),
            Arg::Long("answer-seconds") => {
                settings.answer_time = Duration::from_secs(parser.value()?.parse()?);
            }
            Arg::Long("queue") => settings.queue = at_most_a_million(parser)?,
            Arg::Long("connections") => settings.connections = at_most_a_million(parser)?,
            Arg::Long("drain-milliseconds") => {
                settings.drain = Duration::from_millis(parser.value()?.parse()?);
            }
            Arg::Long("grace-seconds") => settings.grace = Duration::from_secs(parser.value()?.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(settings)
}

/// From 1: none at all would answer nobody.
fn at_most_a_million(parser: &mut Parser) -> Result<usize, lexopt::Error> {
    let number = parser.value()?.parse::<usize>()?;
    if (1..=1_000_000).contains(&number) { Ok(number) } else { Err("a number from 1 to 1000000".into()) }
}
