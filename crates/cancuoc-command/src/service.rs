use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::{Request, Response, StatusCode};

use crate::arguments::Settings;
use crate::body::Reader;
use crate::job::{Asked, Job};
use crate::log::{self, Line};
use crate::metrics::Metrics;
use crate::openapi;
use crate::options::Options;
use crate::reply::{JSON, Reply};
use crate::route::Route;
use crate::worker::Worker;

/// What answers requests.
pub(crate) struct Service {
    reader: Reader,
    worker: Worker,
    metrics: Metrics,
    description: String,
    stopping: AtomicBool,
}

impl Service {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            reader: Reader::new(settings),
            worker: Worker::new(settings),
            metrics: Metrics::new(),
            description: openapi::text(),
            stopping: AtomicBool::new(false),
        }
    }

    /// From now on each answer is the last of its connection, and no load balancer should send more.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    pub(crate) async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let started = Instant::now();
        let _flight = self.metrics.flight();
        let route = Route::of(request.uri().path());
        let mut reply = match route {
            Some(route) if *request.method() != route.method() => Reply::method(route.method()).closing(),
            Some(Route::Health) => self.health(),
            Some(Route::Metrics) => self.measured(),
            Some(Route::Description) => Reply::text(StatusCode::OK, JSON, self.description.clone()),
            Some(Route::Call) => self.call(Asked::Call, request).await,
            Some(Route::Function(function)) => self.call(Asked::Function(function), request).await,
            Some(Route::CheckSealed) => match Options::of_query(request.uri().query().unwrap_or_default()) {
                Ok(options) => self.call(Asked::CheckSealed(options), request).await,
                Err(error) => Reply::of_error(&error).closing(),
            },
            None => {
                let words = "there is no such path; see /openapi.json";
                Reply::refusing(StatusCode::NOT_FOUND, "call.unknown", words).closing()
            }
        };
        reply.closes |= self.stopping.load(Ordering::Relaxed);
        self.note(route, &reply, started);
        reply.response()
    }

    /// One that the client does not wait for any more is not counted: nobody was answered.
    fn note(&self, route: Option<Route>, reply: &Reply, started: Instant) {
        let is_watch = matches!(route, Some(Route::Health | Route::Metrics | Route::Description));
        // Who watches asks every few seconds, which is no matter of the log.
        if is_watch && reply.code.is_none() {
            return;
        }
        let name = reply.function.unwrap_or_else(|| route.map_or("none", Route::name));
        let seconds = started.elapsed().as_secs_f64();
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

    fn health(&self) -> Reply {
        let (status, word) = if self.stopping.load(Ordering::Relaxed) {
            (StatusCode::SERVICE_UNAVAILABLE, "stopping")
        } else {
            (StatusCode::OK, "ok")
        };
        let text = ["{\"status\":\"", word, "\",\"version\":\"", env!("CARGO_PKG_VERSION"), "\"}"].concat();
        Reply::text(status, JSON, text)
    }

    fn measured(&self) -> Reply {
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        Reply::text(StatusCode::OK, kind, self.metrics.text(self.worker.queued(), self.reader.held()))
    }

    async fn call(&self, asked: Asked, request: Request<Incoming>) -> Reply {
        if !is_json(&request) {
            let words = "Content-Type is application/json";
            return Reply::refusing(StatusCode::UNSUPPORTED_MEDIA_TYPE, "call.type", words).closing();
        }
        match self.reader.read(request.into_body()).await {
            Ok(body) => self.worker.answer(Job { asked, body }).await,
            Err(reply) => reply,
        }
    }
}

fn is_json(request: &Request<Incoming>) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(JSON)
}
