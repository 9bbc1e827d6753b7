//! Reads an emulated card with the crate `dmrtd`: `reader-peer EMULATOR CARD RUNS` prints `{ "commands", "ms" }`. The time is
//! what the crate itself takes: that of the card is taken off.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dmrtd::com::{TransceiveError, Transceiver};
use dmrtd::passport::Passport;
use dmrtd::proto::dba_key::DBAKey;

struct Lines {
    _process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    commands: usize,
    waited: Duration,
}

#[derive(Clone)]
struct Card(Rc<RefCell<Lines>>);

impl Card {
    fn start(emulator: &str) -> Self {
        let mut process =
            Command::new(emulator).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the emulator");
        let (input, output) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        let lines = Lines { _process: process, input, output, commands: 0, waited: Duration::ZERO };
        Self(Rc::new(RefCell::new(lines)))
    }

    fn say(&self, line: &str) -> String {
        let mut lines = self.0.borrow_mut();
        writeln!(lines.input, "{line}").unwrap();
        lines.input.flush().unwrap();
        let mut said = String::new();
        lines.output.read_line(&mut said).unwrap();
        said.trim().to_owned()
    }
}

impl Transceiver for Card {
    fn transceive(&mut self, apdu: &[u8]) -> Result<Vec<u8>, TransceiveError> {
        let begun = Instant::now();
        let text: String = apdu.iter().map(|octet| format!("{octet:02x}")).collect();
        let said = self.say(&text);
        let answer = (0..said.len()).step_by(2).map(|at| u8::from_str_radix(&said[at..at + 2], 16)).collect();
        let mut lines = self.0.borrow_mut();
        lines.commands += 1;
        lines.waited += begun.elapsed();
        answer.map_err(|_| TransceiveError::new("lost"))
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let card = Card::start(&arguments[1]);
    let runs: usize = arguments[3].parse().expect("runs");
    let mut times = Vec::new();
    let mut commands = 0;
    for _ in 0..runs {
        assert_eq!(card.say(&format!("new {}", arguments[2])), "ok");
        {
            let mut lines = card.0.borrow_mut();
            (lines.commands, lines.waited) = (0, Duration::ZERO);
        }
        let begun = Instant::now();
        read(card.clone(), arguments[2].contains("\"offers\":[]"));
        let lines = card.0.borrow();
        times.push((begun.elapsed() - lines.waited).as_secs_f64() * 1_000.0);
        commands = lines.commands;
    }
    times.sort_by(f64::total_cmp);
    println!("{}", serde_json::json!({ "commands": commands, "ms": times[times.len() / 2] }));
}

/// EF.SOD, DG1, 2, 13, 14, 15 and Active Authentication; the crate has no Chip Authentication.
fn read(card: Card, is_bac: bool) {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let key = DBAKey::new("199000015", day(1999, 2, 1), day(2039, 2, 1), !is_bac).expect("key");
    let mut passport = Passport::new(card);
    if is_bac {
        passport.start_session(key).expect("BAC");
    } else {
        let access = passport.read_ef_card_access().expect("EF.CardAccess");
        passport.start_session_pace(key, &access).expect("PACE");
    }
    passport.read_ef_sod().expect("EF.SOD");
    passport.read_ef_dg1().expect("DG1");
    passport.read_ef_dg2().expect("DG2");
    passport.read_ef_dg13().expect("DG13");
    passport.read_ef_dg14().expect("DG14");
    passport.read_ef_dg15().expect("DG15");
    passport.active_authenticate(&[1, 2, 3, 4, 5, 6, 7, 8]).expect("Active Authentication");
}
