use crate::{Finding, Locale, json::Value};

use super::{Agreement, Assurance, Difference, Field, Person, Quality, Source, findings};

/// One person out of one or more readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// The values that were chosen.
    pub person: Person,
    /// For each of them: its source and what the others say, in the order of the contract.
    pub fields: Vec<FieldReport>,
    /// How far it holds.
    pub assurance: Assurance,
    /// Đúng, đủ, sạch, sống.
    pub quality: Quality,
    /// Those of the readings, then those of the comparison.
    pub findings: Vec<Finding>,
}

/// Where a value came from, and who says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldReport {
    /// Which field.
    pub field: Field,
    /// Who said it.
    pub source: Source,
    /// Whether the others agree.
    pub agreement: Agreement,
    /// Computed by law and read from no document.
    pub computed: bool,
    /// What the others say, in the order of trust.
    pub others: Vec<OtherValue>,
}

/// The same field in another reading.
#[derive(Clone, PartialEq)]
pub struct OtherValue {
    /// As that document writes it.
    pub value: String,
    /// Which.
    pub source: Source,
    /// How it differs, if it does.
    pub difference: Option<Difference>,
}

impl Identity {
    /// The contract's `Identity`. A field that differs carries `difference` and `reason`, in words.
    pub fn to_json(&self, locale: Locale) -> Value {
        let fields = self.fields.iter().map(|report| {
            let value = self.person.get(report.field).unwrap_or_default();
            (report.field.name().to_owned(), report.to_json(value, locale))
        });
        Value::Object(vec![
            ("person".into(), self.person.to_json()),
            ("fields".into(), Value::Object(fields.collect())),
            ("assurance".into(), self.assurance.name().into()),
            ("quality".into(), self.quality.to_json()),
            ("findings".into(), Value::Array(self.findings.iter().map(|f| f.to_json(locale)).collect())),
        ])
    }
}

impl FieldReport {
    /// The gravest difference.
    pub fn difference(&self) -> Option<Difference> {
        self.others.iter().filter_map(|other| other.difference).max()
    }

    fn to_json(&self, value: &str, locale: Locale) -> Value {
        let others = self.others.iter().map(|other| other.to_json(locale)).collect();
        let mut object = vec![
            ("value".into(), Value::from(value)),
            ("source".into(), self.source.name().into()),
            ("agreement".into(), self.agreement.name().into()),
            ("others".into(), Value::Array(others)),
        ];
        push_difference(&mut object, self.difference(), locale);
        if self.computed {
            object.push(("computed".into(), true.into()));
        }
        Value::Object(object)
    }
}

impl OtherValue {
    fn to_json(&self, locale: Locale) -> Value {
        let mut object =
            vec![("value".into(), self.value.as_str().into()), ("source".into(), self.source.name().into())];
        push_difference(&mut object, self.difference, locale);
        Value::Object(object)
    }
}

impl std::fmt::Debug for OtherValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OtherValue({:?} {:?})", self.source, self.difference)
    }
}

/// `difference` for programs, `reason` for people.
fn push_difference(object: &mut Vec<(String, Value)>, difference: Option<Difference>, locale: Locale) {
    let Some(difference) = difference else { return };
    let words = words(difference).words;
    let reason = match locale {
        Locale::Vi => words.vi(),
        Locale::En => words.en(),
    };
    object.push(("difference".into(), difference.name().into()));
    object.push(("reason".into(), reason.trim_end_matches('.').into()));
}

/// The row of the table that says it.
pub(super) fn words(difference: Difference) -> &'static crate::finding::Code {
    match difference {
        Difference::Precision => findings::DIFFERS_PRECISION,
        Difference::Diacritics => findings::DIFFERS_DIACRITICS,
        Difference::Abbreviation => findings::DIFFERS_ABBREVIATION,
        Difference::Truncation => findings::DIFFERS_TRUNCATION,
        Difference::Content => findings::DIFFERS_CONTENT,
    }
}
