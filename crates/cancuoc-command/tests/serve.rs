//! `cancuoc serve`: its answers, its description, and what those who watch it see.
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
mod sealed;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use client::{Client, PIN, Server};
use sealed::sealed;

#[test]
fn an_application_is_checked_as_it_came() {
    let server = Server::start(&[]);
    let check = |query: &str, body: &str| {
        let answer = Client::connect(&server).post(&format!("check-sealed{query}"), body);
        let json = answer.json();
        let codes = json["findings"].as_array().cloned().unwrap_or_default();
        let codes: Vec<String> = codes.iter().map(|own| own["code"].as_str().unwrap().to_owned()).collect();
        (answer.status, json["ok"].clone(), codes.join(" "), json["error"]["code"].clone())
    };
    let right = sealed();
    let valid = (200, json!(true), String::new(), Value::Null);
    let invalid = |code: &str| (422, json!(false), code.to_owned(), Value::Null);
    let misuse = |code: &str| (400, Value::Null, String::new(), json!(code));
    let text = right.to_string();
    assert_eq!(check("?on=2026-11-21", &text), valid);
    let query =
        "?on=2026-11-28&acceptedForms=dc02&acceptedForms=ct01&maxAgeDays=7&notBefore=2026-11-21&locale=en";
    assert_eq!(check(query, &text), valid);
    assert_eq!(check("?on=2026-11-21&acceptedForms=dc02", &text), invalid("form.not_accepted"));
    assert_eq!(check("?on=2026-11-29&maxAgeDays=7", &text), invalid("form.sealed_long_ago"));
    assert_eq!(check("?on=2026-11-21&acceptedForms=", &text), invalid("form.not_accepted"));
    assert_eq!(check("", "no JSON"), invalid("form.not_sealed"));
    // Read by somebody else first, a name that stands twice would have been lost.
    let twice = text.replacen('{', r#"{"form":"dc02","#, 1);
    assert_eq!(check("?on=2026-11-21", &twice), invalid("form.not_sealed"));
    assert_eq!(check("?acceptedForm=ct01", &text), misuse("call.arguments"));
    assert_eq!(check("?maxAgeDays=7.5", &text), misuse("options.maxAgeDays"));
    assert_eq!(check("?on=2026-02-30", &text), misuse("options.on"));
    // The whole result is that of the function.
    let answer = Client::connect(&server).post("check-sealed?on=2026-11-21&locale=en", &text);
    let request = json!({ "call": "checkSealed", "args": [text, { "on": "2026-11-21", "locale": "en" }] });
    assert_eq!(format!("{{\"ok\":{}}}", answer.body), cancuoc_server::call(&request.to_string()));
}

#[test]
fn what_server_wasm_is_asked_is_answered_in_the_same_words() {
    let server = Server::start(&[]);
    let mut client = Client::connect(&server);
    let request = json!({ "call": "checkPin", "args": ["001090000017", { "on": "2026-11-21" }] }).to_string();
    let answer = client.post("call", &request);
    assert_eq!((answer.status, answer.body), (200, cancuoc_server::call(&request)));
    for (body, status, code) in [
        (r#"{ "call": "checkPin" }"#, 400, "input.type"),
        (r#"{ "call": "checkPin", "args": ["1", {}, {}] }"#, 400, "call.arguments"),
        (r#"{ "call": "loadUnits", "args": [""] }"#, 404, "call.unknown"),
        (r#"{ "call": 5 }"#, 400, "call.request"),
        ("", 400, "call.request"),
    ] {
        let answer = client.post("call", body);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (status, &json!(code)), "{body}");
    }
}

#[test]
fn functions_are_called_by_their_names_with_named_arguments() {
    let server = Server::start(&[]);
    let mut client = Client::connect(&server);
    let checked = client.post("checkPin", r#"{ "options": { "locale": "en" }, "pin": "001090000017" }"#);
    assert_eq!((checked.status, &checked.json()["ok"]["ok"]), (200, &json!(true)));
    // The host's day stands in for `options.on`.
    assert!(client.post("listForms", "{}").json()["ok"].as_array().unwrap().len() >= 13);
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
    assert_eq!(
        (get.status, get.header("allow"), &get.json()["error"]["code"]),
        (405, Some("POST"), &json!("call.method"))
    );
}

#[test]
fn the_description_lists_what_is_there_with_its_parameters() {
    let server = Server::start(&[]);
    let page = Client::connect(&server).get("/openapi.json").json();
    assert_eq!(page["openapi"], "3.1.0");
    let paths = page["paths"].as_object().unwrap();
    let listed: BTreeSet<&str> = paths.keys().filter_map(|path| path.strip_prefix("/v1/")).collect();
    let own: BTreeSet<&str> = cancuoc_server::all().map(|function| function.name).collect();
    assert_eq!(listed, own.iter().copied().chain(["call", "check-sealed"]).collect());
    assert_eq!(&page["paths"]["/v1/call"]["post"]["requestBody"]["content"]["application/json"]["schema"]
        ["properties"]["call"]["enum"].as_array().unwrap().len(), &own.len());
    for function in cancuoc_server::all() {
        let body = &page["paths"][format!("/v1/{}", function.name)]["post"]["requestBody"];
        let schema = &body["content"]["application/json"]["schema"];
        let names: BTreeSet<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, function.parameters.iter().map(|own| own.name).collect());
    }
    // Each path is there, and takes the method that it is said to take.
    for (path, methods) in paths {
        let method = methods.as_object().unwrap().keys().next().unwrap().to_uppercase();
        let other = if method == "GET" { "POST" } else { "GET" };
        let ask = |method: &str| {
            let head = format!("{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            Client::connect(&server).send(&head).status
        };
        assert_eq!((ask(&method), ask(other)), (if method == "GET" { 200 } else { 415 }, 405), "{path}");
    }
}

#[test]
fn health_and_metrics_are_there_for_those_who_watch() {
    let server = Server::start(&[]);
    let mut client = Client::connect(&server);
    assert_eq!(client.get("/health").json()["status"], "ok");
    client.post("checkPin", PIN);
    client.post("checkPin", "{}");
    client.post("call", r#"{ "call": "checkPin" }"#);
    let answer = client.get("/metrics");
    assert_eq!(
        answer.header("content-type"),
        Some("application/openmetrics-text; version=1.0.0; charset=utf-8")
    );
    for line in [
        r#"cancuoc_requests_total{function="checkPin",status="200"} 1"#,
        r#"cancuoc_requests_total{function="checkPin",status="400"} 2"#,
        r#"cancuoc_request_seconds_count{function="checkPin"} 3"#,
        "cancuoc_in_flight 1",
        "cancuoc_queued 0",
    ] {
        assert!(answer.body.lines().any(|own| own == line), "{line} is not in\n{}", answer.body);
    }
}

#[test]
fn nothing_of_a_person_stands_in_the_log_the_metrics_or_the_refusals() {
    const SECRET: &str = "BIMAT";
    let server = Server::start(&["--max-body", "20000"]);
    let asked = [
        ("checkPin".to_owned(), json!({ "pin": SECRET }).to_string()),
        ("checkPin".to_owned(), json!({ SECRET: SECRET }).to_string()),
        ("checkPin".to_owned(), format!("{{ \"pin\": \"{SECRET}")),
        ("call".to_owned(), json!({ "call": SECRET, "args": [SECRET] }).to_string()),
        ("call".to_owned(), json!({ "call": "checkPin", "args": [[SECRET]] }).to_string()),
        ("describeForm".to_owned(), json!({ "form": SECRET }).to_string()),
        ("validate".to_owned(), json!({ "form": "ct01", "answers": { SECRET: SECRET } }).to_string()),
        ("checkSealed".to_owned(), json!({ "application": SECRET, "options": { "on": SECRET } }).to_string()),
        (format!("check-sealed?{SECRET}={SECRET}"), SECRET.to_owned()),
        (format!("check-sealed?notBefore={SECRET}"), SECRET.to_owned()),
        ("readTyped".to_owned(), json!({ "person": { "fullName": SECRET, "pin": [SECRET] } }).to_string()),
        ("checkPeople".to_owned(), json!({ "rows": [[{ SECRET: SECRET }]] }).to_string()),
        ("checkPeople".to_owned(), json!({ "rows": SECRET.repeat(5_000) }).to_string()),
        (SECRET.to_owned(), "{}".to_owned()),
    ];
    for (path, body) in &asked {
        let answer = Client::connect(&server).post(path, body);
        assert!(answer.status < 300 || !answer.body.contains(SECRET), "{path} {body}: {}", answer.body);
    }
    let mut client = Client::connect(&server);
    client.send(&format!(
        "POST /v1/checkPin?pin={SECRET} HTTP/1.1\r\nHost: {SECRET}\r\nCookie: {SECRET}\r\n\
         X-Forwarded-For: {SECRET}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"
    ));
    client.send(&format!("GET /{SECRET} HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert!(!Client::connect(&server).get("/metrics").body.contains(SECRET));
    let log = server.stop();
    assert_eq!(log.iter().filter(|line| line["event"] == "request").count(), asked.len() + 2);
    for line in &log {
        let text = line.to_string();
        assert!(!text.contains(SECRET), "{text}");
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
