use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer};

use super::{Basis, Code, Finding, Said, Severity, Source};
use crate::json::Value;

/// The members of a finding that comes back.
#[derive(serde::Deserialize)]
struct Returned {
    code: String,
    severity: Severity,
    #[serde(default)]
    path: Value,
    #[serde(default)]
    message: Value,
    #[serde(default)]
    source: Value,
    #[serde(default)]
    basis: Value,
    #[serde(default)]
    offer: Value,
}

impl<'de> Deserialize<'de> for Finding {
    /// A finding that a caller hands back, e.g. within a reading: its words stay as they came, in one language, until
    /// [`Finding::restored`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Returned::deserialize(deserializer)?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Ok(Self {
            words: Said::Literal(text(&given.message).unwrap_or_else(|| given.code.clone())),
            code: Cow::Owned(given.code),
            severity: given.severity,
            path: text(&given.path).unwrap_or_default(),
            source: Source::deserialize(given.source).ok(),
            basis: Basis::deserialize(given.basis).ok(),
            offer: text(&given.offer),
            arguments: Vec::new(),
        })
    }
}

impl Finding {
    /// The same with the words of its code again, in any language. Words with arguments stay as they came, since the
    /// arguments are no longer known.
    #[must_use]
    pub fn restored(mut self, code: Option<&'static Code>) -> Self {
        if let Some(code) = code {
            self.code = Cow::Borrowed(code.id);
            if !code.words.vi().contains('{') && !code.words.vi_next().contains('{') {
                self.words = Said::Table(code);
            }
        }
        self
    }
}
