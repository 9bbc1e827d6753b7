use cancuoc::Error;
use cancuoc_server::refusal;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_TYPE, HeaderValue, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

/// An answer before it is sent.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) text: String,
    pub(super) kind: &'static str,
    /// Of the error.
    pub(super) code: Option<&'static str>,
    /// Bytes of the request's body.
    pub(super) taken: usize,
    /// What is left of the request cannot be told from the next one.
    pub(super) closes: bool,
}

pub(super) const JSON: &str = "application/json";

impl Reply {
    pub(super) fn text(status: StatusCode, kind: &'static str, text: String) -> Self {
        Self { status, text, kind, code: None, taken: 0, closes: false }
    }

    pub(super) fn refusing(status: StatusCode, code: &'static str, detail: &str) -> Self {
        Self { code: Some(code), ..Self::text(status, JSON, refusal(code, detail)) }
    }

    /// What a function threw.
    pub(super) fn of_error(error: &Error) -> Self {
        let status = if error.code.starts_with("limit.") {
            StatusCode::PAYLOAD_TOO_LARGE
        } else if error.code.starts_with("internal.") {
            StatusCode::INTERNAL_SERVER_ERROR
        } else {
            StatusCode::BAD_REQUEST
        };
        Self::refusing(status, error.code, &error.detail)
    }

    pub(super) fn closing(mut self) -> Self {
        self.closes = true;
        self
    }

    pub(super) fn response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.text)));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        match self.status {
            StatusCode::METHOD_NOT_ALLOWED => {
                headers.insert(ALLOW, HeaderValue::from_static("POST"));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            }
            _ => {}
        }
        if self.closes {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}
