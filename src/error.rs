use std::fmt;

/// Misuse or a limit: what JavaScript sees as a thrown `CanCuocError`.
///
/// Everything that is wrong with a *document* is a [`Finding`](crate::Finding) instead.
/// `detail` never holds personal data: it names the parameter, the limit or the unknown identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Stable, dotted: `limit.input`, `options.on`, `form.unknown`.
    pub code: &'static str,
    /// For the developer who called, in English.
    pub detail: String,
}

impl Error {
    /// An error of this code.
    pub fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }

    /// Input longer than `limit` units (`what` says of what).
    pub fn limit(what: &str, limit: usize) -> Self {
        Self::new("limit.input", format!("{what}: at most {limit}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)
    }
}

impl std::error::Error for Error {}
