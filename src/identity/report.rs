use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use super::{Agreement, Difference, Quality};
use crate::finding::{Code, Finding, Source};
use crate::json::Value;
use crate::locale::{Locale, Localized};
use crate::reading::{Assurance, Field, Person, findings};

/// One person out of one or more readings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// The values that were chosen.
    pub person: Person,
    /// For each of them: its source and what the others say, in the order of the contract; by name where it is serialised.
    #[serde(default, serialize_with = "by_name", deserialize_with = "from_names")]
    pub fields: Vec<FieldReport>,
    /// How far it holds.
    #[serde(default)]
    pub assurance: Assurance,
    /// Đúng, đủ, sạch, sống.
    #[serde(default)]
    pub quality: Quality,
    /// Those of the readings, then those of the comparison.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

/// Where a value came from, and who says otherwise.
#[derive(Clone, PartialEq)]
pub struct FieldReport {
    /// Which field.
    pub field: Field,
    /// The value that was chosen, as in the person.
    pub value: String,
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

impl FieldReport {
    /// The gravest difference.
    pub fn difference(&self) -> Option<Difference> {
        self.others.iter().filter_map(|other| other.difference).max()
    }
}

impl Serialize for FieldReport {
    /// `{ value, source, agreement, others, difference?, reason?, computed? }`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("FieldReport", 7)?;
        members.serialize_field("value", &self.value)?;
        members.serialize_field("source", &self.source)?;
        members.serialize_field("agreement", &self.agreement)?;
        members.serialize_field("others", &self.others)?;
        write_difference(&mut members, self.difference())?;
        if self.computed {
            members.serialize_field("computed", &true)?;
        }
        members.end()
    }
}

impl Serialize for OtherValue {
    /// `{ value, source, difference?, reason? }`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("OtherValue", 4)?;
        members.serialize_field("value", &self.value)?;
        members.serialize_field("source", &self.source)?;
        write_difference(&mut members, self.difference)?;
        members.end()
    }
}

/// `difference` for programs, `reason` for people.
fn write_difference<S: SerializeStruct>(
    members: &mut S,
    difference: Option<Difference>,
) -> Result<(), S::Error> {
    let Some(difference) = difference else { return Ok(()) };
    let words = words(difference).words;
    let reason = |locale| match locale {
        Locale::Vi => words.vi().trim_end_matches('.').to_owned(),
        Locale::En => words.en().trim_end_matches('.').to_owned(),
    };
    members.serialize_field("difference", &difference)?;
    members.serialize_field("reason", &Localized(reason))
}

fn by_name<S: Serializer>(reports: &[FieldReport], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(reports.iter().map(|report| (report.field.name(), report)))
}

/// The members of a report that comes back; the reasons are made anew.
#[derive(Deserialize)]
struct Returned {
    #[serde(default)]
    value: String,
    source: Source,
    #[serde(default)]
    agreement: Agreement,
    #[serde(default)]
    computed: bool,
    #[serde(default)]
    others: Vec<ReturnedOther>,
}

#[derive(Deserialize)]
struct ReturnedOther {
    value: String,
    source: Source,
    #[serde(default)]
    difference: Option<Difference>,
}

/// Reports of fields that a person has; what is no report is left out.
fn from_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FieldReport>, D::Error> {
    struct Reports;
    impl<'de> Visitor<'de> for Reports {
        type Value = Vec<FieldReport>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the reports of fields by name")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<FieldReport>, A::Error> {
            let mut reports = Vec::new();
            while let Some((name, report)) = map.next_entry::<String, Value>()? {
                if let (Some(field), Ok(report)) = (Field::from_name(&name), Returned::deserialize(report)) {
                    reports.push(report.of(field));
                }
            }
            Ok(reports)
        }
    }
    deserializer.deserialize_map(Reports)
}

impl Returned {
    fn of(self, field: Field) -> FieldReport {
        let others = self.others.into_iter().map(|other| OtherValue {
            value: other.value,
            source: other.source,
            difference: other.difference,
        });
        FieldReport {
            field,
            value: self.value,
            source: self.source,
            agreement: self.agreement,
            computed: self.computed,
            others: others.collect(),
        }
    }
}

impl fmt::Debug for FieldReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldReport({:?} {:?} {:?} {:?})", self.field, self.source, self.agreement, self.others)
    }
}

impl fmt::Debug for OtherValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OtherValue({:?} {:?})", self.source, self.difference)
    }
}

/// The row of the table that says it.
pub(super) fn words(difference: Difference) -> &'static Code {
    match difference {
        Difference::Precision => findings::DIFFERS_PRECISION,
        Difference::Diacritics => findings::DIFFERS_DIACRITICS,
        Difference::Abbreviation => findings::DIFFERS_ABBREVIATION,
        Difference::Truncation => findings::DIFFERS_TRUNCATION,
        Difference::Content => findings::DIFFERS_CONTENT,
    }
}
