//! `cancuoc serve`: the interface, its limits, its log, and its end under load.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "tests: what goes wrong ends them"
)]

mod client;

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use client::{Client, Server};

const PIN: &str = r#"{ "pin": "001090000017" }"#;

#[test]
fn functions_are_called_by_their_names_with_named_arguments() {
    let server = Server::start(&[]);
    let mut client = Client::connect(&server);
    let checked = client.post("checkPin", r#"{ "options": { "locale": "en" }, "pin": "001090000017" }"#);
    assert_eq!((checked.status, &checked.json()["ok"]["ok"]), (200, &json!(true)));
    // The host's day stands in for `options.on`.
    assert!(client.post("listForms", "{}").json()["ok"].as_array().unwrap().len() > 13);
    for (name, body, status, code) in [
        ("checkPin", "{}", 400, "input.type"),
        ("checkPin", r#"{ "pan": "1" }"#, 400, "call.arguments"),
        ("checkPin", r#"["1"]"#, 400, "call.request"),
        ("checkPin", r#"{ "pin": "1", "options": { "on": "2026-02-30" } }"#, 400, "options.on"),
        ("describeForm", r#"{ "form": "no-such-form" }"#, 400, "form.unknown"),
        ("loadUnits", "{}", 404, "call.unknown"),
    ] {
        // A connection stays open but after what is no function, of which the body is not read.
        let answer = Client::connect(&server).post(name, body);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (status, &json!(code)), "{name} {body}");
    }
    let get = client.send("GET /v1/checkPin HTTP/1.1\r\nHost: x\r\n\r\n");
    assert_eq!((get.status, get.header("allow")), (405, Some("POST")));
}

#[test]
fn the_description_lists_every_function_with_its_parameters() {
    let server = Server::start(&[]);
    let page = Client::connect(&server).get("/openapi.json").json();
    assert_eq!(page["openapi"], "3.1.0");
    let listed: BTreeSet<&str> =
        page["paths"].as_object().unwrap().keys().filter_map(|path| path.strip_prefix("/v1/")).collect();
    let own: BTreeSet<&str> = cancuoc_server::all().map(|function| function.name).collect();
    assert_eq!(listed, own);
    assert_eq!(own.len(), 27);
    for function in cancuoc_server::all() {
        let body = &page["paths"][format!("/v1/{}", function.name)]["post"]["requestBody"];
        let schema = &body["content"]["application/json"]["schema"];
        let names: BTreeSet<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, function.parameters.iter().map(|own| own.name).collect());
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let server = Server::start(&["--max-body", "1000"]);
    let head = "POST /v1/checkPin HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    // Said beforehand: not a byte of it is waited for.
    let answer = Client::connect(&server).send(&format!("{head}Content-Length: 1001\r\n\r\n"));
    assert_eq!((answer.status, answer.header("connection")), (413, Some("close")));
    // Not said: as soon as there is more.
    let chunk = format!("3e9\r\n{}\r\n", " ".repeat(1001));
    let answer = Client::connect(&server).send(&format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunk}"));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (413, &json!("limit.input")));
    let answer =
        Client::connect(&server).send(&format!("{}Content-Length: 0\r\n\r\n", head.replace("json", "xml")));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (415, &json!("call.type")));
    // What fits is answered.
    assert_eq!(Client::connect(&server).post("checkPin", PIN).status, 200);
}

#[test]
fn a_request_that_does_not_come_is_not_waited_for() {
    let server = Server::start(&["--read-seconds", "1"]);
    let head = "POST /v1/checkPin HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    let answer = Client::connect(&server).send(&format!("{head}Content-Length: 20\r\n\r\n{{"));
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (408, &json!("limit.time")));
    // A head that does not end: the connection is closed without a word.
    assert!(Client::connect(&server).closes_after("POST /v1/checkPin HTTP/1.1\r\nHost:"));
}

/// A list that takes some hundred milliseconds at least.
fn long_list() -> String {
    let row = json!(["Nguyễn Văn Mẫu", "05/03/1999", "Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"]);
    json!({ "rows": vec![row; 20_000] }).to_string()
}

#[test]
fn what_takes_too_long_and_what_finds_no_place_is_refused() {
    let server = Server::start(&["--answer-seconds", "0", "--queue", "1"]);
    let answer = Client::connect(&server).post("checkPeople", &long_list());
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (503, &json!("limit.time")));
    // It is still being made, and nobody else finds a place meanwhile.
    let answer = Client::connect(&server).post("checkPin", PIN);
    assert_eq!((answer.status, &answer.json()["error"]["code"]), (503, &json!("limit.busy")));
    assert_eq!(answer.header("retry-after"), Some("1"));
}

#[test]
fn health_and_metrics_are_there_for_those_who_watch() {
    let server = Server::start(&[]);
    let mut client = Client::connect(&server);
    assert_eq!(client.get("/health").json()["status"], "ok");
    client.post("checkPin", PIN);
    client.post("checkPin", "{}");
    let text = client.get("/metrics").body;
    for line in [
        r#"cancuoc_requests_total{function="checkPin",status="200"} 1"#,
        r#"cancuoc_requests_total{function="checkPin",status="400"} 1"#,
        r#"cancuoc_request_seconds_count{function="checkPin"} 2"#,
        "cancuoc_in_flight 1",
    ] {
        assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
    }
}

#[test]
fn nothing_of_a_person_stands_in_the_log() {
    const SECRET: &str = "BIMAT";
    let server = Server::start(&["--max-body", "20000"]);
    let post = |name: &str, body: String| Client::connect(&server).post(name, &body);
    post("checkPin", json!({ "pin": SECRET }).to_string());
    post("checkPin", json!({ SECRET: SECRET }).to_string());
    post("checkPin", format!("{{ \"pin\": \"{SECRET}"));
    post("describeForm", json!({ "form": SECRET }).to_string());
    post(
        "validate",
        json!({ "form": "ct01", "answers": { "fullName": SECRET, SECRET: SECRET } }).to_string(),
    );
    post("checkSealed", json!({ "application": SECRET, "options": { "on": SECRET } }).to_string());
    post("readTyped", json!({ "person": { "fullName": SECRET, "pin": [SECRET] } }).to_string());
    post("checkPeople", json!({ "rows": [[{ SECRET: SECRET }]] }).to_string());
    post("checkPeople", json!({ "rows": SECRET.repeat(3_000) }).to_string());
    post(SECRET, "{}".into());
    let mut client = Client::connect(&server);
    client.send(&format!(
        "POST /v1/checkPin?pin={SECRET} HTTP/1.1\r\nHost: {SECRET}\r\nCookie: {SECRET}\r\nX-Forwarded-For: {SECRET}\r\n\
         Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"
    ));
    client.send(&format!("GET /{SECRET} HTTP/1.1\r\nHost: x\r\n\r\n"));
    let port = client.port();
    let log = server.stop();
    assert_eq!(log.iter().filter(|line| line["event"] == "request").count(), 12);
    for line in &log {
        let text = line.to_string();
        assert!(!text.contains(SECRET) && !text.contains(&port), "{text}");
        let known = [
            "time",
            "level",
            "event",
            "function",
            "status",
            "code",
            "milliseconds",
            "taken",
            "given",
            "address",
            "detail",
            "left",
        ];
        assert!(line.as_object().unwrap().keys().all(|name| known.contains(&name.as_str())), "{text}");
    }
}

#[test]
fn under_load_a_stop_answers_everything_that_was_asked() {
    let server = Server::start(&["--drain-milliseconds", "1500"]);
    let load: Vec<_> = (0..8)
        .map(|_| {
            let address = server.address().to_owned();
            thread::spawn(move || load(&address))
        })
        .collect();
    thread::sleep(Duration::from_millis(400));
    let log = server.stop();
    let answered: usize = load.into_iter().map(|own| own.join().unwrap()).sum();
    let logged = log.iter().filter(|line| line["event"] == "request" && line["status"] == 200).count();
    assert_eq!(logged, answered);
    assert!(answered > 100, "{answered}");
    let last: &Value = log.last().unwrap();
    assert_eq!((&last["event"], &last["left"]), (&json!("stopped"), &json!(0)));
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
