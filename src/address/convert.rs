//! An address of one era in the units of the other: all candidates, and a question where there is doubt.

use serde::{Serialize, Serializer};

use super::{
    LIMITS,
    answer::{Candidate, Conversion, Direction, Note, Outcome, Question, street},
    text::Interpreter,
    units::{Retired, Unit, Units},
};
use crate::{Date, Error, Finding, json::Value};

/// What a form says about a value that was converted from the address on the card's QR code.
pub const PROVENANCE: &str =
    "chuyển đổi từ địa chỉ trên QR theo NQ 202/2025/QH15 và các nghị quyết của UBTVQH";

/// What became of an address.
#[derive(Clone, PartialEq)]
pub struct ConvertedAddress {
    /// All units that it may be in.
    pub candidates: Vec<Candidate>,
    /// There is one candidate, and no doubt.
    pub exact: bool,
    /// What to ask the person, when not exact and there are candidates.
    pub question: Option<Question>,
    /// House, street, hamlet as written.
    pub street: Option<String>,
    /// The address as it was given; kept beside the new one.
    pub original: String,
    /// What was found on the way.
    pub findings: Vec<Finding>,
}

/// Today's unit of an address, as of a day: [`convert_to`] the present.
///
/// # Errors
/// `limit.input` over 10,000 characters.
pub fn convert(units: &Units, text: &str, on: Date) -> Result<ConvertedAddress, Error> {
    convert_to(units, text, on, Direction::ToPresent)
}

/// An address in the units of an era.
///
/// # Errors
/// `limit.input` over 10,000 characters.
pub fn convert_to(
    units: &Units,
    text: &str,
    on: Date,
    direction: Direction,
) -> Result<ConvertedAddress, Error> {
    SingleConversion::new(units, on, direction).of(text)
}

/// An address as text, or as an object `{ street?, commune?, district?, province?, code?, era? }`, as
/// [`parse`](super::parse()) and this module's candidates give it.
///
/// # Errors
/// `limit.input` over 10,000 characters; `input.type` for anything else.
pub fn convert_value(
    units: &Units,
    address: &Value,
    on: Date,
    direction: Direction,
) -> Result<ConvertedAddress, Error> {
    if let Some(text) = address.as_str() {
        return convert_to(units, text, on, direction);
    }
    if address.as_object().is_none() {
        return Err(Error::new(
            "input.type",
            "an address is text, or an object with commune, district, province or code",
        ));
    }
    let part = |name: &str| address.get(name).and_then(Value::as_str).filter(|part| !part.trim().is_empty());
    let parts: Vec<&str> = ["commune", "district", "province"].into_iter().filter_map(part).collect();
    let mut original: Vec<&str> = part("street").into_iter().collect();
    original.extend(&parts);
    let original = original.join(", ");
    if original.chars().count() > LIMITS.characters {
        return Err(Error::limit("an address, characters", LIMITS.characters));
    }
    let mut conversion = SingleConversion::new(units, on, direction);
    let mut converted = match part("code") {
        Some(code) => conversion.of_code(code, &parts.join(", "), part("era"))?,
        None => conversion.of(&parts.join(", "))?,
    };
    converted.street = part("street").map(crate::text::nfc);
    converted.original = original;
    Ok(converted)
}

/// A conversion whose result has names and words.
struct SingleConversion<'a> {
    conversion: Conversion<'a>,
    reader: Interpreter,
    outcome: Outcome,
}

impl<'a> SingleConversion<'a> {
    fn new(units: &'a Units, on: Date, direction: Direction) -> Self {
        let conversion = Conversion { units, on, direction };
        Self { conversion, reader: Interpreter::default(), outcome: Outcome::default() }
    }

    fn of(&mut self, text: &str) -> Result<ConvertedAddress, Error> {
        let interpreted = self.reader.read(self.conversion.units, text)?;
        self.conversion.of(&interpreted, &mut self.outcome);
        let street = street(text, interpreted.street);
        Ok(ConvertedAddress { street, original: text.to_owned(), ..self.words() })
    }

    /// The outcome with its names.
    fn words(&self) -> ConvertedAddress {
        let Conversion { units, on, .. } = self.conversion;
        let Outcome { candidates, exact, question, notes, .. } = &self.outcome;
        ConvertedAddress {
            candidates: candidates.iter().filter_map(|unit| Candidate::of(units, *unit, on)).collect(),
            exact: *exact,
            question: question.map(|open| open.question(units, on)),
            street: None,
            original: String::new(),
            findings: notes.iter().map(|note| note.finding(units, on)).collect(),
        }
    }

    /// A code of either list; a name beside it, or `era`, tells the lists apart.
    fn of_code(&mut self, code: &str, names: &str, era: Option<&str>) -> Result<ConvertedAddress, Error> {
        let units = self.conversion.units;
        let digits = code.trim();
        let number = digits
            .parse::<u32>()
            .ok()
            .filter(|_| digits.len() <= 5 && digits.bytes().all(|b| b.is_ascii_digit()));
        let number = number.map(|number| units.second_codes.get(&number).copied().unwrap_or(number));
        let mut named: Vec<Unit> = Vec::new();
        if let Some(number) = number {
            let now = units.by_code.get(&number).map(|place| Unit::Commune(*place));
            let old = units.old_by_code.get(&number).map(|place| Unit::OldCommune(*place));
            named.extend(now.filter(|_| era != Some("before2025")));
            named.extend(old.filter(|_| era != Some("since2025")));
        }
        let interpreted = self.reader.read(units, names)?;
        let meant: Vec<Unit> =
            interpreted.interpretations.iter().map(|interpretation| interpretation.unit).collect();
        if named.iter().any(|unit| meant.contains(unit)) {
            named.retain(|unit| meant.contains(unit));
        }
        if named.is_empty() {
            return match units.retired.iter().find(|retired| Some(retired.code) == number) {
                Some(retired) => self.of_retired(retired),
                None => {
                    self.conversion.of(&interpreted, &mut self.outcome);
                    self.outcome.notes.push(Note::CodeUnknown);
                    self.outcome.answer(false);
                    Ok(self.words())
                }
            };
        }
        self.conversion.of_units(&named, &mut self.outcome);
        Ok(self.words())
    }

    /// A code without a row in the mapping: by its names, and never exact.
    fn of_retired(&mut self, retired: &Retired) -> Result<ConvertedAddress, Error> {
        let Conversion { units, on, .. } = self.conversion;
        let district = units.full_name(Unit::District(retired.district), on);
        let province = units.district(retired.district).map(|district| Unit::OldProvince(district.province));
        let province = province.map(|province| units.full_name(province, on)).unwrap_or_default();
        let text = format!("{}, {district}, {province}", retired.kind.with(&retired.name));
        let interpreted = self.reader.read(units, &text)?;
        self.conversion.of(&interpreted, &mut self.outcome);
        self.outcome.notes.insert(0, Note::CodeNotMapped(retired.code));
        self.outcome.answer(false);
        Ok(self.words())
    }
}

impl ConvertedAddress {
    /// The address in its new units, when there is no doubt: street, commune, province.
    pub fn address(&self) -> Option<String> {
        let [candidate] = self.candidates.as_slice() else { return None };
        let parts = self.street.iter().map(String::as_str);
        let parts: Vec<&str> = parts
            .chain([candidate.commune.as_str()])
            .chain(candidate.district.as_deref())
            .chain([candidate.province.as_str()])
            .collect();
        self.exact.then(|| parts.join(", "))
    }

    /// The same for lists: without the original, and with the codes of the findings only.
    pub fn row(&self) -> ConvertedRow<'_> {
        ConvertedRow {
            members: Members::of(self),
            findings: self.findings.iter().map(|finding| finding.code.as_ref()).collect(),
        }
    }
}

/// A converted address of a list.
#[derive(Serialize)]
pub struct ConvertedRow<'a> {
    #[serde(flatten)]
    members: Members<'a>,
    findings: Vec<&'a str>,
}

impl Serialize for ConvertedAddress {
    /// The contract's `ConvertedAddress`, with `street`, `original` and, when exact, `address`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            members: Members<'a>,
            original: &'a str,
            findings: &'a [Finding],
        }
        Whole { members: Members::of(self), original: &self.original, findings: &self.findings }
            .serialize(serializer)
    }
}

/// What a converted address and a row of a list have in common.
#[derive(Serialize)]
struct Members<'a> {
    candidates: &'a [Candidate],
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a Question>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street: Option<&'a str>,
}

impl<'a> Members<'a> {
    fn of(converted: &'a ConvertedAddress) -> Self {
        Self {
            candidates: &converted.candidates,
            exact: converted.exact,
            question: converted.question.as_ref(),
            address: converted.address(),
            street: converted.street.as_deref(),
        }
    }
}

impl std::fmt::Debug for ConvertedAddress {
    /// Without the address, which is a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ConvertedAddress({} candidates, exact: {})", self.candidates.len(), self.exact)
    }
}
