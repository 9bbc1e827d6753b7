use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cancuoc_server::{Function, named};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::{Method, Request, Response, StatusCode};
use tokio::time::timeout;

use super::arguments::Settings;
use super::log::{self, Line};
use super::metrics::Metrics;
use super::openapi;
use super::reply::{JSON, Reply};
use super::worker::Worker;

/// What answers requests.
pub(super) struct Service {
    worker: Worker,
    metrics: Metrics,
    description: String,
    max_body: usize,
    read_time: Duration,
    stopping: AtomicBool,
}

impl Service {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            worker: Worker::new(settings.queue, settings.answer_time),
            metrics: Metrics::new(),
            description: openapi::text(),
            max_body: settings.max_body,
            read_time: settings.read_time,
            stopping: AtomicBool::new(false),
        }
    }

    /// From now on each answer is the last of its connection, and no load balancer should send more.
    pub(super) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    pub(super) async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let started = Instant::now();
        self.metrics.in_flight.inc();
        let function = function(request.uri().path());
        let name = function.map_or("none", |function| function.name);
        let is_watch = function.is_none() && request.method() == Method::GET;
        let mut reply = self.reply(function, request).await;
        reply.closes |= self.stopping.load(Ordering::Relaxed);
        self.metrics.in_flight.dec();
        let seconds = started.elapsed().as_secs_f64();
        // What watches asks every few seconds, and is no matter of the log.
        if !(is_watch && reply.status == StatusCode::OK) {
            self.metrics.count(name, reply.status.as_u16(), seconds);
            log::write(&Line {
                event: "request",
                function: Some(name),
                status: Some(reply.status.as_u16()),
                code: reply.code,
                milliseconds: Some((seconds * 1e6).round() / 1e3),
                taken: Some(reply.taken),
                given: Some(reply.text.len()),
                ..Line::default()
            });
        }
        reply.response()
    }

    async fn reply(&self, function: Option<&'static Function>, request: Request<Incoming>) -> Reply {
        match (function, request.method()) {
            (Some(function), &Method::POST) => self.call(function, request).await,
            (Some(_), _) => Reply::refusing(StatusCode::METHOD_NOT_ALLOWED, "call.method", "POST is needed"),
            (None, &Method::GET) => self.watch(request.uri().path()),
            (None, _) => nothing().closing(),
        }
    }

    fn watch(&self, path: &str) -> Reply {
        match path {
            "/health" if self.stopping.load(Ordering::Relaxed) => {
                let text = r#"{"status":"stopping"}"#.to_owned();
                Reply::text(StatusCode::SERVICE_UNAVAILABLE, JSON, text)
            }
            "/health" => {
                let text = concat!(r#"{"status":"ok","version":""#, env!("CARGO_PKG_VERSION"), r#""}"#);
                Reply::text(StatusCode::OK, JSON, text.to_owned())
            }
            "/metrics" => {
                let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                Reply::text(StatusCode::OK, kind, self.metrics.text())
            }
            "/openapi.json" => Reply::text(StatusCode::OK, JSON, self.description.clone()),
            _ => nothing(),
        }
    }

    async fn call(&self, function: &'static Function, request: Request<Incoming>) -> Reply {
        if !is_json(&request) {
            let words = "Content-Type is application/json";
            return Reply::refusing(StatusCode::UNSUPPORTED_MEDIA_TYPE, "call.type", words).closing();
        }
        // Nothing of what says itself that it is too large is read.
        let promised = request.body().size_hint().lower();
        if usize::try_from(promised).ok().is_none_or(|promised| promised > self.max_body) {
            return self.too_large();
        }
        let body = Limited::new(request.into_body(), self.max_body).collect();
        let body = match timeout(self.read_time, body).await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(error)) if error.is::<LengthLimitError>() => return self.too_large(),
            Ok(Err(_)) => {
                let words = "the request broke off";
                return Reply::refusing(StatusCode::BAD_REQUEST, "call.request", words).closing();
            }
            Err(_) => {
                let words = "the request did not come in time";
                return Reply::refusing(StatusCode::REQUEST_TIMEOUT, "limit.time", words).closing();
            }
        };
        let taken = body.len();
        Reply { taken, ..self.worker.answer(function, body).await }
    }

    fn too_large(&self) -> Reply {
        let words = format!("a request, bytes: at most {}", self.max_body);
        Reply::refusing(StatusCode::PAYLOAD_TOO_LARGE, "limit.input", &words).closing()
    }
}

/// The function of a path.
fn function(path: &str) -> Option<&'static Function> {
    named(path.strip_prefix("/v1/")?).ok()
}

fn nothing() -> Reply {
    Reply::refusing(StatusCode::NOT_FOUND, "call.unknown", "there is no such function; see /openapi.json")
}

fn is_json(request: &Request<Incoming>) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(JSON)
}
