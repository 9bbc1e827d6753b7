use std::borrow::Cow;

use super::{Basis, BasisStatus, Finding, Severity, Words, table::of_readings};
use crate::{identity::Source, json::Value, text::has};

impl Finding {
    /// A finding that JavaScript hands back, e.g. within a reading; `None` when it is none.
    ///
    /// Words without arguments are those of the table again, in any language; others stay as they came, and
    /// so do those of addresses and forms, which no reading carries.
    pub fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let id = text("code")?;
        let known = of_readings().into_iter().flat_map(|(_, table)| table).find(|code| code.id == id);
        let severity = match text("severity")? {
            "info" => Severity::Info,
            "warning" => Severity::Warning,
            "error" => Severity::Error,
            _ => return None,
        };
        let words = known.map_or(Words { vi: "", vi_next: "", en: "", en_next: "" }, |code| code.words);
        let has_arguments = [words.vi, words.vi_next].iter().any(|text| has(text, '{'));
        let literal = (known.is_none() || has_arguments).then(|| text("message").unwrap_or(id).to_owned());
        Some(Self {
            code: known.map_or_else(|| Cow::Owned(id.to_owned()), |code| Cow::Borrowed(code.id)),
            severity,
            path: text("path").unwrap_or_default().to_owned(),
            source: text("source").and_then(Source::from_name),
            basis: value.get("basis").and_then(Basis::from_json),
            words: super::Said::Table(words),
            arguments: Vec::new(),
            literal,
        })
    }
}

impl Basis {
    /// The reverse of [`Basis::to_json`]; whatever is not `read` is unconfirmed.
    pub fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let read = text("status").as_deref() == Some("read");
        let status = if read { BasisStatus::Read } else { BasisStatus::Unconfirmed };
        Some(Self { document: text("document")?, article: text("article"), status })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, pin};

    #[test]
    fn a_finding_comes_back_with_its_words() {
        let finding = Finding::new(pin::findings::SEX_DIFFERS, "person.sex").from_source(Source::Qr);
        assert_eq!(Finding::from_json(&finding.to_json(Locale::En)), Some(finding));
        let finding = Finding::new(pin::findings::BORN_ABROAD, "pin").with("code", "101");
        let back = Finding::from_json(&finding.to_json(Locale::Vi)).unwrap();
        assert_eq!(back.to_json(Locale::Vi), finding.to_json(Locale::Vi));
        assert_eq!(Finding::from_json(&Value::Null), None);
    }
}
