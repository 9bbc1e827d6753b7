use cancuoc_server::{Function, named};
use hyper::Method;

/// What a path stands for.
#[derive(Clone, Copy)]
pub(crate) enum Route {
    /// `/v1/call`: what `server.wasm` is asked, in the same words.
    Call,
    /// `/v1/check-sealed`: an application as it came, options in the query.
    CheckSealed,
    /// `/v1/<function>`: an object of its arguments by their names.
    Function(&'static Function),
    /// Whether new requests are taken.
    Health,
    Metrics,
    /// The description of all of these.
    Description,
}

impl Route {
    pub(crate) fn of(path: &str) -> Option<Self> {
        match path {
            "/v1/call" => Some(Self::Call),
            "/v1/check-sealed" => Some(Self::CheckSealed),
            "/health" => Some(Self::Health),
            "/metrics" => Some(Self::Metrics),
            "/openapi.json" => Some(Self::Description),
            path => Some(Self::Function(named(path.strip_prefix("/v1/")?).ok()?)),
        }
    }

    pub(crate) fn method(self) -> Method {
        match self {
            Self::Call | Self::CheckSealed | Self::Function(_) => Method::POST,
            Self::Health | Self::Metrics | Self::Description => Method::GET,
        }
    }

    /// For metrics and the log. What `/v1/call` calls is known once it is read.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::CheckSealed => "check-sealed",
            Self::Function(function) => function.name,
            Self::Health => "health",
            Self::Metrics => "metrics",
            Self::Description => "openapi.json",
        }
    }
}
