//! What was found wrong, doubtful or worth knowing, in words that say how to go on. It knows no area; the tables of
//! all areas are gathered in [`catalogue`](crate::catalogue).

mod basis;
mod code;
mod returned;
mod source;

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

pub use basis::{Basis, BasisStatus};
pub(crate) use code::codes;
pub use code::{Actor, Code, Severity, Words};
pub use source::Source;

use crate::Locale;
use crate::locale::{Bilingual, Localized};

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
    /// What can be taken over in place of the answer at `path`.
    pub offer: Option<String>,
    words: Said,
    arguments: Vec<(&'static str, Bilingual)>,
}

#[derive(Clone, PartialEq)]
enum Said {
    /// The words of the table.
    Table(&'static Code),
    /// Those of a rule in its pack.
    Rule(Bilingual),
    /// The message itself, when a finding comes back as JSON and its arguments are no longer known.
    Literal(String),
}

impl Finding {
    /// A finding of the table, at `path`.
    pub fn new(code: &'static Code, path: impl Into<String>) -> Self {
        Self::of_table(code, path.into())
    }

    /// One copy of the code for all kinds of paths, of which there are hundreds of callers.
    #[inline(never)]
    fn of_table(code: &'static Code, path: String) -> Self {
        Self {
            code: Cow::Borrowed(code.id),
            severity: code.severity,
            path,
            source: None,
            basis: None,
            offer: None,
            words: Said::Table(code),
            arguments: Vec::new(),
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
            offer: None,
            words: Said::Rule(Bilingual { vi: vi.to_owned(), en: en.to_owned() }),
            arguments: Vec::new(),
        }
    }

    /// The same, in other words (Vietnamese, English).
    #[must_use]
    pub fn in_words(mut self, vi: &str, en: &str) -> Self {
        self.words = Said::Rule(Bilingual { vi: vi.to_owned(), en: en.to_owned() });
        self
    }

    /// The same, fills `{name}` in the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.arguments.push((name, Bilingual { vi: value.clone(), en: value }));
        self
    }

    /// The same, fills `{name}` with words that differ by language.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, vi: &str, en: &str) -> Self {
        self.arguments.push((name, Bilingual { vi: vi.to_owned(), en: en.to_owned() }));
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

    /// The same, with a value to take over; it also fills `{offer}` in the words.
    #[must_use]
    pub fn offering(mut self, value: impl Into<String>) -> Self {
        let value = value.into();
        self.offer = Some(value.clone());
        self.with("offer", value)
    }

    /// What is wrong and what to do next, for a person.
    pub fn message(&self, locale: Locale) -> String {
        let mut text = match &self.words {
            Said::Table(code) => code.words.in_locale(locale),
            Said::Rule(words) => words.get(locale).to_owned(),
            Said::Literal(message) => message.clone(),
        };
        for (name, value) in &self.arguments {
            text = text.replace(&["{", name, "}"].concat(), value.get(locale));
        }
        text
    }
}

/// What checks write their findings into.
pub(crate) trait Notes {
    /// Adds a finding of the table, at `path`.
    fn note(&mut self, code: &'static Code, path: &str);
}

impl Notes for Vec<Finding> {
    #[inline(never)]
    fn note(&mut self, code: &'static Code, path: &str) {
        self.push(Finding::new(code, path));
    }
}

impl Serialize for Finding {
    /// The contract's `Finding`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Finding", 7)?;
        members.serialize_field("code", &self.code)?;
        members.serialize_field("severity", &self.severity)?;
        members.serialize_field("path", &self.path)?;
        members.serialize_field("message", &Localized(|locale| self.message(locale)))?;
        match &self.source {
            Some(source) => members.serialize_field("source", source)?,
            None => members.skip_field("source")?,
        }
        match &self.basis {
            Some(basis) => members.serialize_field("basis", basis)?,
            None => members.skip_field("basis")?,
        }
        match &self.offer {
            Some(offer) => members.serialize_field("offer", offer)?,
            None => members.skip_field("offer")?,
        }
        members.end()
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({} {:?} at {})", self.code, self.severity, self.path)
    }
}
