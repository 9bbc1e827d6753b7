use crate::{
    Finding, Locale,
    finding::list,
    json::{Value, named, object},
};

use super::Person;

/// One document, as it was read: what `readQr`, `readMrz`, `readTyped` and `readChip` have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it was read from.
    pub source: Source,
    /// E.g. `cccd2021`, `td1Vnm`, `unknown`.
    pub kind: &'static str,
    /// What it says of the person.
    pub person: Person,
    /// What is wrong or worth knowing, in reading order.
    pub findings: Vec<Finding>,
    /// How far it can be trusted.
    pub assurance: Assurance,
}

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A printed QR code.
    Qr,
    /// The machine-readable zone.
    Mrz,
    /// The chip.
    Chip,
    /// Somebody typed it: no evidence.
    Typed,
}

/// The ladder of assurance; each step includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// Unreadable, or not an ID.
    None,
    /// The format is right; anyone can print that.
    WellFormed,
    /// Two independent sources agree on all that they share.
    Consistent,
    /// The data groups match EF.SOD and its signature verifies; the issuer is unknown.
    Intact,
    /// As above, chained to the caller's anchor at the caller's time.
    Authentic,
    /// As above, and the chip proved its key for the caller's challenge.
    Genuine,
}

impl Reading {
    /// The contract's `Reading`, as the pairs of an object to which a caller may add.
    pub fn to_json(&self, locale: Locale) -> Vec<(String, Value)> {
        named(vec![
            ("source", self.source.name().into()),
            ("kind", self.kind.into()),
            ("person", self.person.to_json()),
            ("findings", list(&self.findings, locale)),
            ("assurance", self.assurance.name().into()),
        ])
    }
}

impl Person {
    /// The contract's `Person`.
    pub fn to_json(&self) -> Value {
        object(self.iter().map(|(field, value)| (field.name(), value.into())).collect())
    }
}

impl Source {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qr => "qr",
            Self::Mrz => "mrz",
            Self::Chip => "chip",
            Self::Typed => "typed",
        }
    }

    /// The source of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Qr, Self::Mrz, Self::Chip, Self::Typed].into_iter().find(|source| source.name() == name)
    }
}

impl Assurance {
    /// The ladder, lowest first.
    pub const LADDER: [Self; 6] =
        [Self::None, Self::WellFormed, Self::Consistent, Self::Intact, Self::Authentic, Self::Genuine];

    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::WellFormed => "wellFormed",
            Self::Consistent => "consistent",
            Self::Intact => "intact",
            Self::Authentic => "authentic",
            Self::Genuine => "genuine",
        }
    }

    /// The step of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::LADDER.into_iter().find(|step| step.name() == name)
    }
}
