use crate::{
    Finding, Locale,
    finding::list,
    json::{Value, object},
};

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
            (report.field.name(), report.to_json(value, locale))
        });
        object(vec![
            ("person", self.person.to_json()),
            ("fields", object(fields.collect())),
            ("assurance", self.assurance.name().into()),
            ("quality", self.quality.to_json()),
            ("findings", list(&self.findings, locale)),
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
        let mut members = vec![
            ("value", Value::from(value)),
            ("source", self.source.name().into()),
            ("agreement", self.agreement.name().into()),
            ("others", Value::Array(others)),
        ];
        push_difference(&mut members, self.difference(), locale);
        if self.computed {
            members.push(("computed", true.into()));
        }
        object(members)
    }
}

impl OtherValue {
    fn to_json(&self, locale: Locale) -> Value {
        let mut members = vec![("value", self.value.as_str().into()), ("source", self.source.name().into())];
        push_difference(&mut members, self.difference, locale);
        object(members)
    }
}

impl std::fmt::Debug for OtherValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OtherValue({:?} {:?})", self.source, self.difference)
    }
}

/// `difference` for programs, `reason` for people.
fn push_difference(members: &mut Vec<(&str, Value)>, difference: Option<Difference>, locale: Locale) {
    let Some(difference) = difference else { return };
    let words = words(difference).words;
    let reason = match locale {
        Locale::Vi => words.vi(),
        Locale::En => words.en(),
    };
    members.push(("difference", difference.name().into()));
    members.push(("reason", reason.trim_end_matches('.').into()));
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
