//! `cancuoc serve`: each limit, and the end under load.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    dead_code,
    missing_docs,
    reason = "tests: what goes wrong ends them; each file uses a part of the client"
)]

mod client;

use std::net::TcpStream;
use std::thread;

use serde_json::{Value, json};

use client::{Client, PIN, Server};

const HEAD: &str = "POST /v1/checkPin HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let server = Server::start(&["--max-body", "1000"]);
    // Said beforehand: not a byte of it is waited for.
    let answer = Client::connect(&server).send(&format!("{HEAD}Content-Length: 1001\r\n\r\n"));
    assert_eq!((answer.status, answer.header("connection")), (413, Some("close")));
    // Not said: as soon as there is more.
    let chunk = format!("3e9\r\n{}\r\n", " ".repeat(1001));
    let answer = Client::connect(&server).send(&format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunk}"));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (413, &json!("limit.input")));
    // A head that does not end: the library's own answer, without a word.
    let head = format!("{HEAD}Cookie: {}", "x".repeat(70_000));
    assert_eq!(Client::connect(&server).send(&head).status, 431);
    // What fits is answered.
    assert_eq!(Client::connect(&server).post("checkPin", PIN).status, 200);
}

#[test]
fn what_is_no_request_is_refused() {
    let server = Server::start(&[]);
    let xml = HEAD.replace("json", "xml");
    let answer = Client::connect(&server).send(&format!("{xml}Content-Length: 0\r\n\r\n"));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (415, &json!("call.type")));
    let answer = Client::connect(&server).send("DELETE /v1/checkPin HTTP/1.1\r\nHost: x\r\n\r\n");
    assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")));
    let answer = Client::connect(&server).post_bytes("checkPin", b"\"\xff\"");
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (400, &json!("call.utf8")));
    assert_eq!(Client::connect(&server).send("what?\r\n\r\n").status, 400);
    assert_eq!(Client::connect(&server).get("/v1").status, 404);
}

#[test]
fn bodies_together_take_no_more_than_they_may() {
    let server = Server::start(&["--bodies", "100000", "--max-body", "90000"]);
    // One that has nearly all come holds its share until the rest is there.
    let mut first = Client::connect(&server);
    first.write(format!("{HEAD}Content-Length: 80000\r\n\r\n{}", " ".repeat(79_999)).as_bytes());
    while !Client::connect(&server).get("/metrics").body.contains("cancuoc_body_bytes 79999\n") {}
    let refused = Client::connect(&server).post("checkPin", &format!("{}{PIN}", " ".repeat(40_000)));
    assert_eq!((refused.status, &refused.json()["error"]["code"]), (503, &json!("limit.busy")));
    assert_eq!(refused.header("retry-after"), Some("1"));
    // A small one finds room, and the first is answered.
    assert_eq!(Client::connect(&server).post("checkPin", PIN).status, 200);
    first.write(b" ");
    assert_eq!(first.answer().json()["error"]["code"], "call.request");
}

#[test]
fn a_request_that_does_not_come_is_not_waited_for() {
    let server = Server::start(&["--read-seconds", "1"]);
    let answer = Client::connect(&server).send(&format!("{HEAD}Content-Length: 20\r\n\r\n{{"));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (408, &json!("limit.time")));
    // A head that does not end, and a connection on which nothing comes: closed without a word.
    assert!(Client::connect(&server).closes_after("POST /v1/checkPin HTTP/1.1\r\nHost:"));
    assert!(Client::connect(&server).closes_after(""));
}

/// A list that takes so long that what is asked meanwhile finds it in the making.
fn long_list() -> String {
    let row = json!(["Nguyễn Văn Mẫu", "05/03/1999", "Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"]);
    json!({ "rows": vec![row; 20_000] }).to_string()
}

#[test]
fn what_takes_too_long_is_refused() {
    let server = Server::start(&["--answer-seconds", "0"]);
    let answer = Client::connect(&server).post("checkPeople", &long_list());
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (503, &json!("limit.time")));
}

#[test]
fn what_finds_no_place_is_refused() {
    let server = Server::start(&["--queue", "1", "--answer-seconds", "600"]);
    let mut long = Client::connect(&server);
    long.write(Client::request("checkPeople", &long_list()).as_bytes());
    while !Client::connect(&server).get("/metrics").body.contains("cancuoc_queued 1\n") {}
    let mut client = Client::connect(&server);
    let answer = client.post("checkPin", PIN);
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (503, &json!("limit.busy")));
    assert_eq!(answer.header("retry-after"), Some("1"));
    // The one that has the place is answered, and then there is one again on the same connection.
    assert_eq!(long.answer().status, 200);
    assert_eq!(client.post("checkPin", PIN).status, 200);
}

#[test]
fn connections_beyond_the_most_wait_for_their_turn() {
    let server = Server::start(&["--connections", "1"]);
    let mut first = Client::connect(&server);
    assert_eq!(first.get("/health").status, 200);
    let mut second = Client::connect(&server);
    second.write(Client::request("checkPin", PIN).as_bytes());
    drop(first);
    assert_eq!(second.answer().status, 200);
}

#[test]
fn under_load_a_stop_answers_everything_that_was_asked() {
    let server = Server::start(&["--drain-milliseconds", "2000"]);
    let load: Vec<_> = (0..8)
        .map(|_| {
            let address = server.address().to_owned();
            thread::spawn(move || load(&address))
        })
        .collect();
    // The load has begun.
    while !Client::connect(&server).get("/metrics").body.contains("cancuoc_requests_total") {}
    // One whose body comes late is waited for, beyond the end of the drain.
    let mut late = Client::connect(&server);
    late.write(format!("{HEAD}Content-Length: {}\r\n\r\n", PIN.len()).as_bytes());
    while !Client::connect(&server).get("/metrics").body.lines().any(in_flight_besides_this_one) {}
    let address = server.address().to_owned();
    let server = server.terminate();
    let answered: usize = load.into_iter().map(|own| own.join().unwrap()).sum();
    while TcpStream::connect(&address).is_ok() {}
    late.write(PIN.as_bytes());
    let last = late.answer();
    assert_eq!((last.status, last.header("connection")), (200, Some("close")));
    let log = server.ended();
    let logged = log.iter().filter(|line| line["event"] == "request" && line["status"] == 200).count();
    assert_eq!(logged, answered + 1);
    assert!(answered > 0);
    let last: &Value = log.last().unwrap();
    assert_eq!((&last["event"], &last["left"]), (&json!("stopped"), &json!(0)));
}

fn in_flight_besides_this_one(line: &str) -> bool {
    line.strip_prefix("cancuoc_in_flight ").is_some_and(|count| count.parse::<u32>().unwrap() > 1)
}

/// Asks, one request after the other, as a load balancer does: on a connection until it is said to be the last
/// answer, then on a new one, until the server says that it stops. Every request has to be answered.
fn load(address: &str) -> usize {
    let mut answered = 0;
    loop {
        let mut client = Client::open(address);
        if client.get("/health").status != 200 {
            return answered;
        }
        let mut client = Client::open(address);
        loop {
            let answer = client.post("checkPin", PIN);
            assert_eq!(answer.status, 200);
            answered += 1;
            if answer.header("connection") == Some("close") {
                break;
            }
        }
    }
}
