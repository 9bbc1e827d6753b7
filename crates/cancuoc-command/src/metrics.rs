use std::sync::atomic::AtomicI64;

use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram};
use prometheus_client::registry::Registry;

/// What is counted, as Prometheus reads it.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Outcome, Counter>,
    seconds: Family<Called, Histogram>,
    in_flight: Gauge<i64, AtomicI64>,
    queued: Gauge<i64, AtomicI64>,
    held: Gauge<i64, AtomicI64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    function: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Called {
    function: &'static str,
}

/// Upper ends of the histogram, in seconds.
const ENDS: [f64; 12] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("cancuoc");
        let requests = Family::<Outcome, Counter>::default();
        let seconds = Family::<Called, Histogram>::new_with_constructor(|| Histogram::new(ENDS));
        let held = Gauge::<i64, AtomicI64>::default();
        let (in_flight, queued) = (Gauge::<i64, AtomicI64>::default(), Gauge::<i64, AtomicI64>::default());
        registry.register("requests", "Requests that were answered", requests.clone());
        registry.register("request_seconds", "From the head of a request to its answer", seconds.clone());
        registry.register(
            "in_flight",
            "Requests that are not answered yet, this one included",
            in_flight.clone(),
        );
        registry.register("queued", "Answers in the making or waiting for a thread", queued.clone());
        registry.register("body_bytes", "Bytes of the bodies that are here", held.clone());
        Self { registry, requests, seconds, in_flight, queued, held }
    }

    /// A request is under way until this is dropped, also when its client goes away.
    pub(crate) fn flight(&self) -> Flight<'_> {
        self.in_flight.inc();
        Flight(&self.in_flight)
    }

    /// A function's name is one of the contract's, so that nobody can make up new series.
    pub(crate) fn count(&self, function: &'static str, status: u16, seconds: f64) {
        self.requests.get_or_create(&Outcome { function, status }).inc();
        self.seconds.get_or_create(&Called { function }).observe(seconds);
    }

    pub(crate) fn text(&self, queued: usize, held: usize) -> String {
        self.queued.set(i64::try_from(queued).unwrap_or(i64::MAX));
        self.held.set(i64::try_from(held).unwrap_or(i64::MAX));
        let mut text = String::new();
        // A text takes whatever is written.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

pub(crate) struct Flight<'a>(&'a Gauge<i64, AtomicI64>);

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        self.0.dec();
    }
}
