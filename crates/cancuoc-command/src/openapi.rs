//! The description of the interface, OpenAPI 3.1. The functions' part comes from their table, so that it says what is
//! there; a test asks every path of it.

use cancuoc_server::{Function, Kind, Parameter, all};
use serde_json::{Map, Value, json};

pub(crate) fn text() -> String {
    let mut paths: Map<String, Value> = all().map(|own| (format!("/v1/{}", own.name), path(own))).collect();
    paths.insert("/v1/check-sealed".into(), check_sealed());
    paths.insert("/v1/call".into(), call());
    paths.insert(
        "/health".into(),
        plain("health", "Whether new requests are taken (503: no more).", "application/json"),
    );
    let metrics = "Counts and times, as Prometheus reads them.";
    paths.insert("/metrics".into(), plain("metrics", metrics, "application/openmetrics-text"));
    paths.insert("/openapi.json".into(), plain("openapi", "This description.", "application/json"));
    let description = "Every function of the packages \"cancuoc\" and \"cancuoc/chip\" that answers at once. What they \
        take and give is described by the package's own types (npm/*.d.ts). Without options.on a function judges as of \
        today in Việt Nam. Nothing is stored, and nothing of a person is logged.";
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "cancuoc",
            "version": env!("CARGO_PKG_VERSION"),
            "description": description,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": paths,
        "components": { "schemas": schemas(), "responses": { "Error": refused() } },
    })
    .to_string()
}

fn check_sealed() -> Value {
    let forms = json!({ "type": "array", "items": { "type": "string" } });
    let day = json!({ "type": "string", "format": "date" });
    let parameters = [
        query("acceptedForms", &forms, "Every form when left out; may be repeated."),
        query("maxAgeDays", &json!({ "type": "integer", "minimum": 0 }), "Any age when left out."),
        query(
            "notBefore",
            &json!({ "type": "string" }),
            "A day or an instant: nothing that was sealed before.",
        ),
        query("on", &day, "The day of the check; today in Việt Nam when left out."),
        query("locale", &json!({ "enum": ["vi", "en"], "default": "vi" }), "The language of the findings."),
    ];
    json!({ "post": {
        "operationId": "check-sealed",
        "summary": "Checks an application as it came: its digest, every rule again, and what this server accepts.",
        "parameters": parameters,
        "requestBody": {
            "description": "The text as the browser sent it, not read and written again.",
            "required": true,
            "content": { "application/json": { "schema": {} } },
        },
        "responses": {
            "200": verdict("It is valid: ok is true."),
            "422": verdict("It is not: ok is false, findings say why."),
            "default": { "$ref": "#/components/responses/Error" },
        },
    } })
}

fn query(name: &str, schema: &Value, description: &str) -> Value {
    json!({ "name": name, "in": "query", "schema": schema, "description": description })
}

fn verdict(description: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/SealCheck" });
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}

fn call() -> Value {
    let names: Vec<&str> = all().map(|function| function.name).collect();
    let request = json!({
        "type": "object",
        "properties": { "call": { "enum": names }, "args": { "type": "array" } },
        "required": ["call"],
        "additionalProperties": false,
    });
    post("call", "Calls a function with its arguments in their order, as server.wasm is called.", &request)
}

fn path(function: &Function) -> Value {
    let properties: Map<String, Value> =
        function.parameters.iter().map(|own| (own.name.to_owned(), schema(own))).collect();
    let required: Vec<&str> =
        function.parameters.iter().filter(|own| own.required).map(|own| own.name).collect();
    let arguments = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    post(function.name, function.about, &arguments)
}

fn post(id: &str, summary: &str, request: &Value) -> Value {
    let answered = json!({ "type": "object", "properties": { "ok": {} }, "required": ["ok"] });
    json!({ "post": {
        "operationId": id,
        "summary": summary,
        "requestBody": { "required": true, "content": { "application/json": { "schema": request } } },
        "responses": {
            "200": {
                "description": "The result is in ok, whatever it says.",
                "content": { "application/json": { "schema": answered } },
            },
            "default": { "$ref": "#/components/responses/Error" },
        },
    } })
}

fn schema(parameter: &Parameter) -> Value {
    match parameter.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Bytes => json!({ "type": "string", "contentEncoding": "base64" }),
        Kind::TextOrBytes => json!({ "oneOf": [
            { "type": "string" },
            {
                "type": "object",
                "properties": { "base64": { "type": "string", "contentEncoding": "base64" } },
                "required": ["base64"],
            },
        ] }),
        Kind::Object => json!({ "type": "object" }),
        Kind::TextOrObject => json!({ "type": ["string", "object"] }),
        Kind::List => json!({ "type": "array" }),
        Kind::Any => json!({}),
        Kind::Options => json!({ "$ref": "#/components/schemas/Options" }),
    }
}

fn schemas() -> Value {
    let claim = json!({ "enum": ["unproved", "confirmed"] });
    json!({
        "Options": {
            "type": "object",
            "properties": {
                "on": { "type": "string", "format": "date", "description": "Today in Việt Nam when left out." },
                "locale": { "enum": ["vi", "en"], "default": "vi" },
            },
        },
        "SealCheck": {
            "type": "object",
            "properties": {
                "ok": { "type": "boolean" },
                "digest": { "enum": ["match", "mismatch"] },
                "findings": { "type": "array", "items": { "type": "object" } },
                "claims": { "type": "object", "properties": { "assurance": claim, "provenance": claim } },
            },
            "required": ["ok", "digest", "findings", "claims"],
        },
        "Error": {
            "type": "object",
            "properties": { "error": {
                "type": "object",
                "properties": { "code": { "type": "string" }, "detail": { "type": "string" } },
                "required": ["code", "detail"],
            } },
            "required": ["error"],
        },
    })
}

fn refused() -> Value {
    json!({
        "description": "400 misuse, 404 no such path or function, 405 another method, 408 the request did not come, \
            413 too large, 415 no JSON, 500 a fault of the server, 503 busy or too slow (Retry-After).",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } },
    })
}

fn plain(id: &str, summary: &str, kind: &str) -> Value {
    json!({ "get": {
        "operationId": id,
        "summary": summary,
        "responses": { "200": { "description": "As it is.", "content": { kind: {} } } },
    } })
}
