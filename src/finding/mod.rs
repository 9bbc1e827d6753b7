//! What was found wrong, doubtful or worth knowing, in words that say how to go on.

mod code;
mod restore;
mod table;

use std::borrow::Cow;
use std::fmt;

pub(crate) use code::codes;
pub use code::{Actor, Code, Severity, Words};
pub use table::{table_as_markdown, table_as_typescript, tables};

use crate::{Locale, identity::Source, json::Value, text::replaced};

/// One thing that a check found.
///
/// `Debug` shows code and path only: messages may carry a person's data.
#[derive(Clone, PartialEq)]
pub struct Finding {
    /// Stable and dotted; the same in both languages.
    pub code: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// Where: a field of the person (`person.birthDate`), of the answers (`members[0].pin`), or a file.
    pub path: String,
    /// Which document it came from, when that is known.
    pub source: Option<Source>,
    /// The law that a rule rests on; a rule without one does not exist.
    pub basis: Option<Basis>,
    words: Said,
    arguments: Vec<(&'static str, [String; 2])>,
    /// The message itself, when a finding comes back as JSON and its arguments are no longer known.
    literal: Option<String>,
}

/// The words of the table, or of a rule in its pack (Vietnamese, English).
#[derive(Clone, PartialEq)]
enum Said {
    Table(Words),
    Rule([String; 2]),
}

/// The provision that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Number and issuer, e.g. `Luật Cư trú 68/2020/QH14`.
    pub document: String,
    /// E.g. `Điều 27`.
    pub article: Option<String>,
    /// Whether the text itself was read, or only a secondary copy.
    pub status: BasisStatus,
}

/// How well the basis is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasisStatus {
    /// Read in the text of the document.
    Read,
    /// From a secondary copy or from memory: such a rule only warns.
    Unconfirmed,
}

impl Finding {
    /// A finding of the table, at `path`.
    pub fn new(code: &'static Code, path: impl Into<String>) -> Self {
        Self {
            code: Cow::Borrowed(code.id),
            severity: code.severity,
            path: path.into(),
            source: None,
            basis: None,
            words: Said::Table(code.words),
            arguments: Vec::new(),
            literal: None,
        }
    }

    /// A finding of a rule in a pack, in the rule's own words.
    pub fn of_rule(code: &str, severity: Severity, path: impl Into<String>, vi: &str, en: &str) -> Self {
        Self {
            code: Cow::Owned(code.to_owned()),
            severity,
            path: path.into(),
            source: None,
            basis: None,
            words: Said::Rule([vi.to_owned(), en.to_owned()]),
            arguments: Vec::new(),
            literal: None,
        }
    }

    /// The same, in other words (Vietnamese, English).
    #[must_use]
    pub fn in_words(mut self, vi: &str, en: &str) -> Self {
        self.words = Said::Rule([vi.to_owned(), en.to_owned()]);
        self
    }

    /// The same, fills `{name}` in the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.arguments.push((name, [value.clone(), value]));
        self
    }

    /// The same, fills `{name}` with words that differ by language.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, vi: &str, en: &str) -> Self {
        self.arguments.push((name, [vi.to_owned(), en.to_owned()]));
        self
    }

    /// The same, from this source.
    #[must_use]
    pub fn from_source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// The same, resting on this provision.
    #[must_use]
    pub fn based_on(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }

    /// What is wrong and what to do next, for a person.
    pub fn message(&self, locale: Locale) -> String {
        if let Some(literal) = &self.literal {
            return literal.clone();
        }
        let choose = |[vi, en]: &[String; 2]| match locale {
            Locale::Vi => vi.clone(),
            Locale::En => en.clone(),
        };
        let mut text = match &self.words {
            Said::Table(words) => words.in_locale(locale),
            Said::Rule(words) => choose(words),
        };
        for (name, value) in &self.arguments {
            text = replaced(&text, &["{", name, "}"].concat(), &choose(value));
        }
        text
    }

    /// The contract's `Finding`.
    pub fn to_json(&self, locale: Locale) -> Value {
        let mut object = vec![
            ("code".into(), Value::from(self.code.as_ref())),
            ("severity".into(), Value::from(self.severity.name())),
            ("path".into(), Value::from(self.path.as_str())),
            ("message".into(), Value::from(self.message(locale))),
        ];
        if let Some(source) = self.source {
            object.push(("source".into(), Value::from(source.name())));
        }
        if let Some(basis) = &self.basis {
            object.push(("basis".into(), basis.to_json()));
        }
        Value::Object(object)
    }
}

impl Basis {
    /// `{ document, article?, status }`.
    pub fn to_json(&self) -> Value {
        let mut object = vec![("document".into(), Value::from(self.document.as_str()))];
        if let Some(article) = &self.article {
            object.push(("article".into(), Value::from(article.as_str())));
        }
        let status = match self.status {
            BasisStatus::Read => "read",
            BasisStatus::Unconfirmed => "unconfirmed",
        };
        object.push(("status".into(), Value::from(status)));
        Value::Object(object)
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({} {:?} at {})", self.code, self.severity, self.path)
    }
}
