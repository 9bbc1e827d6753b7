use serde::{Deserialize, Serialize};

use crate::Locale;

/// A row of the table of finding codes: the one source for Rust, TypeScript, the page and the docs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `area.what_is_wrong`.
    pub id: &'static str,
    /// How bad it is, unless the check says otherwise.
    pub severity: Severity,
    /// Who can do something about it.
    pub actor: Actor,
    /// What to say.
    pub words: Words,
}

/// The words of a finding; `{name}` stands for an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The four texts, a line each: one address instead of four for every code.
    lines: &'static str,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Look at it; it does not stop the application.
    Warning,
    /// Stops the application, or the reading.
    Error,
}

/// Who acts on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The person who fills in.
    Citizen,
    /// The officer or the community digital team.
    Officer,
    /// The portal's developer.
    Developer,
    /// Nobody: for information.
    Nobody,
}

impl Words {
    /// Of four lines: see the getters.
    #[doc(hidden)]
    pub const fn new(lines: &'static str) -> Self {
        Self { lines }
    }

    /// What is wrong, in Vietnamese.
    pub fn vi(self) -> &'static str {
        self.line(0)
    }

    /// What to do next, in Vietnamese; empty when there is nothing to do.
    pub fn vi_next(self) -> &'static str {
        self.line(1)
    }

    /// What is wrong, in English.
    pub fn en(self) -> &'static str {
        self.line(2)
    }

    /// What to do next, in English.
    pub fn en_next(self) -> &'static str {
        self.line(3)
    }

    fn line(self, index: usize) -> &'static str {
        self.lines.split('\n').nth(index).unwrap_or_default()
    }

    pub(super) fn in_locale(self, locale: Locale) -> String {
        let (words, next) = match locale {
            Locale::Vi => (self.vi(), self.vi_next()),
            Locale::En => (self.en(), self.en_next()),
        };
        if next.is_empty() { words.to_owned() } else { [words, next].join(" ") }
    }
}

impl Severity {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Actor {
    /// For the documentation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Officer => "officer",
            Self::Developer => "developer",
            Self::Nobody => "nobody",
        }
    }
}

/// Declares an area's codes and its `TABLE`:
///
/// ```text
/// codes! {
///     /// Why it exists.
///     NOT_TWELVE_DIGITS = "pin.not_twelve_digits", Error, Citizen,
///         vi: "Số định danh phải có 12 chữ số." => "Hãy nhập lại.",
///         en: "A personal number has 12 digits." => "Type it again.";
/// }
/// ```
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $id:literal, $severity:ident, $actor:ident,
        vi: $vi:literal => $vi_next:literal, en: $en:literal => $en_next:literal;)*) => {
        $(
            $(#[$meta])*
            pub const $name: &$crate::finding::Code = &$crate::finding::Code {
                id: $id,
                severity: $crate::finding::Severity::$severity,
                actor: $crate::finding::Actor::$actor,
                words: $crate::finding::Words::new(concat!($vi, "\n", $vi_next, "\n", $en, "\n", $en_next)),
            };
        )*
        /// Every code of this area, in order.
        pub const TABLE: &[&$crate::finding::Code] = &[$($name),*];
    };
}
pub(crate) use codes;
