use cancuoc::Error;
use cancuoc_server::refusal;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Response, StatusCode};

/// An answer before it is sent.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
    kind: &'static str,
    /// Of the error.
    pub(crate) code: Option<&'static str>,
    /// What was called, where the path does not say it.
    pub(crate) function: Option<&'static str>,
    /// Bytes of the request's body.
    pub(crate) taken: usize,
    /// What would have been right.
    allow: Option<Method>,
    /// What is left of the request cannot be told from the next one.
    pub(crate) closes: bool,
}

pub(crate) const JSON: &str = "application/json";

impl Reply {
    pub(crate) fn text(status: StatusCode, kind: &'static str, text: String) -> Self {
        Self { status, text, kind, code: None, function: None, taken: 0, allow: None, closes: false }
    }

    pub(crate) fn refusing(status: StatusCode, code: &'static str, detail: &str) -> Self {
        Self { code: Some(code), ..Self::text(status, JSON, refusal(code, detail)) }
    }

    /// What a function threw.
    pub(crate) fn of_error(error: &Error) -> Self {
        let status = if error.code == "call.unknown" {
            StatusCode::NOT_FOUND
        } else if error.code.starts_with("limit.") {
            StatusCode::PAYLOAD_TOO_LARGE
        } else if error.code.starts_with("internal.") {
            StatusCode::INTERNAL_SERVER_ERROR
        } else {
            StatusCode::BAD_REQUEST
        };
        Self::refusing(status, error.code, &error.detail)
    }

    pub(crate) fn busy() -> Self {
        Self::refusing(StatusCode::SERVICE_UNAVAILABLE, "limit.busy", "too many requests at once")
    }

    /// Another method than this.
    pub(crate) fn method(allow: Method) -> Self {
        let words = format!("{allow} is needed");
        let reply = Self::refusing(StatusCode::METHOD_NOT_ALLOWED, "call.method", &words);
        Self { allow: Some(allow), ..reply }
    }

    pub(crate) fn taking(mut self, bytes: usize) -> Self {
        self.taken = bytes;
        self
    }

    pub(crate) fn naming(mut self, function: &'static str) -> Self {
        self.function = Some(function);
        self
    }

    pub(crate) fn closing(mut self) -> Self {
        self.closes = true;
        self
    }

    pub(crate) fn response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.text)));
        *response.status_mut() = self.status;
        let mut header = |name: HeaderName, value: &'static str| {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        };
        header(CONTENT_TYPE, self.kind);
        header(CACHE_CONTROL, "no-store");
        header(X_CONTENT_TYPE_OPTIONS, "nosniff");
        if let Some(method) = self.allow {
            header(ALLOW, if method == Method::GET { "GET" } else { "POST" });
        }
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            header(RETRY_AFTER, "1");
        }
        if self.closes {
            header(CONNECTION, "close");
        }
        response
    }
}
