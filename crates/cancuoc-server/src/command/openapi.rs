use cancuoc_server::{Function, Kind, Parameter, all};
use serde_json::{Map, Value, json};

/// The description of the interface, OpenAPI 3.1.
pub(super) fn text() -> String {
    let mut paths: Map<String, Value> = all().map(|own| (format!("/v1/{}", own.name), path(own))).collect();
    paths.insert("/health".into(), plain("Whether new requests are taken.", "application/json"));
    paths.insert("/metrics".into(), plain("Counts and times, as Prometheus reads them.", "text/plain"));
    let description = "Every function of the packages \"cancuoc\" and \"cancuoc/chip\". What they take and give is \
        described by the package's own types (npm/*.d.ts). Without options.on a function judges as of today in \
        Việt Nam. Nothing is stored, and nothing of a request is logged.";
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

fn path(function: &Function) -> Value {
    let properties: Map<String, Value> =
        function.parameters.iter().map(|own| (own.name.to_owned(), schema(own))).collect();
    let required: Vec<&str> =
        function.parameters.iter().filter(|own| own.required).map(|own| own.name).collect();
    let arguments = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    let answered = json!({ "type": "object", "properties": { "ok": {} }, "required": ["ok"] });
    json!({ "post": {
        "operationId": function.name,
        "summary": function.about,
        "requestBody": { "required": true, "content": { "application/json": { "schema": arguments } } },
        "responses": {
            "200": { "description": "The result.", "content": { "application/json": { "schema": answered } } },
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
    json!({
        "Options": {
            "type": "object",
            "properties": {
                "on": { "type": "string", "format": "date", "description": "Today in Việt Nam when left out." },
                "locale": { "enum": ["vi", "en"], "default": "vi" },
            },
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
        "description": "400 misuse, 404 no such function, 408 the request did not come, 413 too large, 415 no JSON, \
            500 a fault of the server, 503 busy, stopping, or too slow.",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } },
    })
}

fn plain(summary: &str, kind: &str) -> Value {
    json!({ "get": {
        "summary": summary,
        "responses": { "200": { "description": "As it is.", "content": { kind: {} } } },
    } })
}
