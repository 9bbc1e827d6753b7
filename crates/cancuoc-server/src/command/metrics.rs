use std::sync::atomic::AtomicI64;

use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram};
use prometheus_client::registry::Registry;

/// What is counted, as Prometheus reads it.
pub(super) struct Metrics {
    registry: Registry,
    requests: Family<Outcome, Counter>,
    seconds: Family<Called, Histogram>,
    /// Requests that were taken and are not answered.
    pub(super) in_flight: Gauge<i64, AtomicI64>,
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
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("cancuoc");
        let requests = Family::<Outcome, Counter>::default();
        let seconds = Family::<Called, Histogram>::new_with_constructor(|| Histogram::new(ENDS));
        let in_flight = Gauge::<i64, AtomicI64>::default();
        registry.register("requests", "Requests that were answered", requests.clone());
        registry.register("request_seconds", "From the head of a request to its answer", seconds.clone());
        registry.register("in_flight", "Requests that are not answered yet", in_flight.clone());
        Self { registry, requests, seconds, in_flight }
    }

    /// A function's name is one of the contract's, so that nobody can make up new series.
    pub(super) fn count(&self, function: &'static str, status: u16, seconds: f64) {
        self.requests.get_or_create(&Outcome { function, status }).inc();
        self.seconds.get_or_create(&Called { function }).observe(seconds);
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // A text takes whatever is written.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
