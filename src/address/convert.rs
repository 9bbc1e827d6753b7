//! An address of one era in the units of the other: all candidates, and a question where there is doubt.

use super::{
    LIMITS, findings,
    index::Unit,
    parse::{Candidate, doubts},
    reading::{Understood, understand},
    units::{Units, commune_code, state_on},
};
use crate::{
    Date, Error, Finding, Locale,
    finding::{Basis, BasisStatus},
    json::Value,
};

/// What a form says about a value that was converted from the address on the card's QR code.
pub const PROVENANCE: &str =
    "chuyển đổi từ địa chỉ trên QR theo NQ 202/2025/QH15 và các nghị quyết của UBTVQH";

/// Into which units to convert.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Those of the day.
    #[default]
    ToPresent,
    /// Those of before 01/07/2025, for papers that still name them.
    ToOld,
}

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

/// What to ask where there is more than one answer or a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The commune of this name was divided.
    WhichPart(String),
    /// Several communes have the name.
    WhichOfName,
    /// Only the district or province is known.
    WhichCommune(String),
    /// One candidate, not certain.
    IsItThis(String),
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
    let understood = understand(units, text)?;
    Ok(Conversion { units, on, direction }.of(text, &understood))
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
    let conversion = Conversion { units, on, direction };
    let mut converted = match part("code") {
        Some(code) => conversion.of_code(code, &parts.join(", "), part("era"))?,
        None => conversion.of(&original, &understand(units, &parts.join(", "))?),
    };
    converted.street = part("street").map(crate::text::nfc);
    converted.original = original;
    Ok(converted)
}

struct Conversion<'a> {
    units: &'a Units,
    on: Date,
    direction: Direction,
}

impl Conversion<'_> {
    fn of(&self, text: &str, understood: &Understood) -> ConvertedAddress {
        let units = self.units;
        let mut converted = ConvertedAddress {
            candidates: Vec::new(),
            exact: false,
            question: None,
            street: understood.street.clone().filter(|_| !understood.readings.is_empty()),
            original: text.to_owned(),
            findings: doubts(units, understood, self.on),
        };
        if self.on < units.first_day {
            let day = units.first_day.to_string();
            converted.findings.push(Finding::new(findings::BEFORE_UNITS_DAY, "on").with("day", day));
            return converted;
        }
        let readings = &understood.readings;
        let named: Vec<Unit> = readings.iter().map(|reading| reading.unit).collect();
        let Some(first) = readings.first() else { return converted };
        // A district that several provinces have leaves too much open.
        let open = !first.unit.is_commune() && named.len() > 1;
        let targets = if open { Vec::new() } else { self.targets(&named) };
        let doubtful = self.say_more(&named, &targets, &mut converted.findings);
        let sure = readings.iter().all(|reading| !reading.weak && !reading.conflict && !reading.respelled)
            && !(first.mixed && matches!(first.unit, Unit::Commune(_)) && first.district.is_some())
            && understood.count <= LIMITS.readings
            && !doubtful;
        self.answer(&mut converted, &named, &targets, sure);
        converted
    }

    /// The candidates for the units that are named, and a question when they are not certain.
    fn answer(&self, converted: &mut ConvertedAddress, named: &[Unit], targets: &[Unit], sure: bool) {
        converted.candidates = targets
            .iter()
            .take(LIMITS.readings)
            .filter_map(|target| self.units.candidate(*target, self.on))
            .collect();
        converted.exact = sure && targets.len() == 1 && converted.candidates.len() == 1;
        if converted.exact || converted.candidates.is_empty() {
            return;
        }
        let name = |unit: &Unit| self.units.full_name(*unit, self.on);
        converted.question = Some(match (named, converted.candidates.as_slice()) {
            (_, [candidate]) => Question::IsItThis(format!("{}, {}", candidate.commune, candidate.province)),
            ([unit], _) if unit.is_commune() => Question::WhichPart(name(unit)),
            ([unit], _) => Question::WhichCommune(name(unit)),
            _ => Question::WhichOfName,
        });
    }

    /// The units of the wanted era, each once, in the order of the readings.
    fn targets(&self, named: &[Unit]) -> Vec<Unit> {
        let mut targets = Vec::new();
        for unit in named {
            let of_one = match self.direction {
                Direction::ToPresent => self.present(*unit),
                Direction::ToOld => self.old(*unit),
            };
            for target in of_one {
                if !targets.contains(&target) {
                    targets.push(target);
                }
            }
        }
        targets
    }

    fn present(&self, unit: Unit) -> Vec<Unit> {
        let places: Vec<u16> = match unit {
            Unit::Commune(place) => vec![place],
            Unit::OldCommune(place) => {
                self.units.old_commune(place).map(|old| old.targets.to_vec()).unwrap_or_default()
            }
            Unit::District(place) => match self.units.district(place) {
                Some(district) => {
                    let own = self.units.old_communes.get(district.communes.clone()).unwrap_or(&[]);
                    district
                        .zone
                        .into_iter()
                        .chain(own.iter().flat_map(|old| old.targets.iter().copied()))
                        .collect()
                }
                None => Vec::new(),
            },
            // All communes of a province are no answer.
            Unit::Province(_) | Unit::OldProvince(_) => Vec::new(),
        };
        let mut present: Vec<Unit> = Vec::new();
        for place in places {
            for place in self.units.successors(place, self.on) {
                if !present.contains(&Unit::Commune(place)) {
                    present.push(Unit::Commune(place));
                }
            }
        }
        present
    }

    fn old(&self, unit: Unit) -> Vec<Unit> {
        match unit {
            Unit::Commune(place) => {
                let parents =
                    self.units.commune(place).map(|commune| commune.parents.clone()).unwrap_or_default();
                parents.into_iter().map(Unit::OldCommune).collect()
            }
            Unit::OldCommune(_) => vec![unit],
            _ => Vec::new(),
        }
    }

    /// What the conversion itself adds; whether the mapping is in doubt.
    fn say_more(&self, named: &[Unit], targets: &[Unit], found: &mut Vec<Finding>) -> bool {
        let mut doubtful = false;
        let mut from_old = false;
        for unit in named {
            let old = match unit {
                Unit::OldCommune(place) => self.units.old_commune(*place),
                _ => None,
            };
            from_old |= old.is_some() || matches!(unit, Unit::District(_));
            if old.is_some_and(|old| old.doubtful) {
                doubtful = true;
                let name = self.units.full_name(*unit, self.on);
                found.push(Finding::new(findings::SOURCES_DIFFER, "commune").with("unit", name));
            }
        }
        if let ([unit], true, Direction::ToPresent) = (named, targets.len() > 1, self.direction)
            && unit.is_commune()
        {
            let finding = Finding::new(findings::DIVIDED, "commune");
            let finding = finding.with("unit", self.units.full_name(*unit, self.on));
            found.push(finding.with("count", targets.len().to_string()));
        }
        if self.direction == Direction::ToPresent && !targets.is_empty() {
            if from_old {
                let basis = self.units.basis(0).unwrap_or_else(first_basis);
                found.push(Finding::new(findings::CONVERTED, "").based_on(basis));
            } else if targets == named {
                found.push(Finding::new(findings::ALREADY_CURRENT, ""));
            }
            self.say_changes(targets, found);
        }
        doubtful
    }

    /// Names that rest on a resolution which was not read itself.
    fn say_changes(&self, targets: &[Unit], found: &mut Vec<Finding>) {
        let mut said: Vec<(Unit, usize)> = Vec::new();
        for target in targets {
            let Unit::Commune(place) = target else { continue };
            let Some(commune) = self.units.commune(*place) else { continue };
            let province = self.units.province(commune.province);
            let states = [
                (*target, state_on(&commune.states, self.on)),
                (
                    Unit::Province(commune.province),
                    province.and_then(|province| state_on(&province.states, self.on)),
                ),
            ];
            for (unit, state) in states {
                let Some(state) = state else { continue };
                let Some(basis) = self.units.basis(state.document) else { continue };
                if basis.status == BasisStatus::Unconfirmed && !said.contains(&(unit, state.document)) {
                    said.push((unit, state.document));
                    let finding = Finding::new(findings::CHANGE_UNCONFIRMED, "");
                    let finding = finding.with("unit", state.kind.with(&state.name));
                    found.push(finding.with("document", basis.document.clone()).based_on(basis));
                }
            }
        }
    }

    /// A code of either list; a name beside it, or `era`, tells the lists apart.
    fn of_code(&self, code: &str, names: &str, era: Option<&str>) -> Result<ConvertedAddress, Error> {
        let digits = code.trim();
        let number = digits
            .parse::<u32>()
            .ok()
            .filter(|_| digits.len() <= 5 && digits.bytes().all(|b| b.is_ascii_digit()));
        let number = number.map(|number| self.units.second_codes.get(&number).copied().unwrap_or(number));
        let mut named: Vec<Unit> = Vec::new();
        if let Some(number) = number {
            let now = self.units.by_code.get(&number).map(|place| Unit::Commune(*place));
            let old = self.units.old_by_code.get(&number).map(|place| Unit::OldCommune(*place));
            named.extend(now.filter(|_| era != Some("before2025")));
            named.extend(old.filter(|_| era != Some("since2025")));
        }
        let understood = understand(self.units, names)?;
        let meant: Vec<Unit> = understood.readings.iter().map(|reading| reading.unit).collect();
        if named.iter().any(|unit| meant.contains(unit)) {
            named.retain(|unit| meant.contains(unit));
        }
        if named.is_empty() {
            let retired = self.units.retired.iter().find(|retired| Some(retired.code) == number);
            let Some(retired) = retired else {
                let mut converted = self.of(names, &understood);
                converted.exact = false;
                converted.findings.push(Finding::new(findings::CODE_UNKNOWN, "code"));
                self.answer(&mut converted, &meant, &self.targets(&meant), false);
                return Ok(converted);
            };
            let district = self.units.full_name(Unit::District(retired.district), self.on);
            let province =
                self.units.district(retired.district).map(|district| Unit::OldProvince(district.province));
            let province =
                province.map(|province| self.units.full_name(province, self.on)).unwrap_or_default();
            let text = format!("{}, {district}, {province}", retired.kind.with(&retired.name));
            let mut converted = self.of(&text, &understand(self.units, &text)?);
            let finding = Finding::new(findings::CODE_NOT_MAPPED, "code");
            converted.findings.insert(0, finding.with("code", commune_code(retired.code)));
            if converted.exact {
                converted.exact = false;
                let first = converted.candidates.first();
                converted.question =
                    first.map(|first| Question::IsItThis(format!("{}, {}", first.commune, first.province)));
            }
            return Ok(converted);
        }
        let mut converted = self.of("", &Understood::default());
        converted.findings.retain(|finding| finding.code != findings::NOT_RECOGNISED.id);
        if self.on >= self.units.first_day {
            let targets = self.targets(&named);
            let doubtful = self.say_more(&named, &targets, &mut converted.findings);
            self.answer(&mut converted, &named, &targets, !doubtful);
        }
        Ok(converted)
    }
}

fn first_basis() -> Basis {
    Basis { document: "Nghị quyết 202/2025/QH15".into(), article: None, status: BasisStatus::Read }
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

    /// The contract's `ConvertedAddress`, with `street`, `original` and, when exact, `address`.
    pub fn to_json(&self, locale: Locale) -> Value {
        let mut members = self.members(locale);
        members.push(("original".into(), Value::from(self.original.as_str())));
        let found = self.findings.iter().map(|finding| finding.to_json(locale));
        members.push(("findings".into(), Value::Array(found.collect())));
        Value::Object(members)
    }

    /// The same for lists: without `original`, and with the codes of the findings only.
    pub fn to_short_json(&self, locale: Locale) -> Value {
        let mut members = self.members(locale);
        let codes = self.findings.iter().map(|finding| Value::from(finding.code.as_ref()));
        members.push(("findings".into(), Value::Array(codes.collect())));
        Value::Object(members)
    }

    fn members(&self, locale: Locale) -> Vec<(String, Value)> {
        let candidates = Value::Array(self.candidates.iter().map(Candidate::to_json).collect());
        let mut members = vec![("candidates".into(), candidates), ("exact".into(), Value::from(self.exact))];
        if let Some(question) = &self.question {
            members.push(("question".into(), Value::from(question.words(locale))));
        }
        if let Some(address) = self.address() {
            members.push(("address".into(), Value::from(address)));
        }
        if let Some(street) = &self.street {
            members.push(("street".into(), Value::from(street.as_str())));
        }
        members
    }
}

impl Question {
    /// For the person.
    pub fn words(&self, locale: Locale) -> String {
        match (locale, self) {
            (Locale::Vi, Self::WhichPart(unit)) => {
                format!("{unit} đã được chia. Nơi ở hiện nay thuộc đơn vị nào dưới đây?")
            }
            (Locale::Vi, Self::WhichOfName) => {
                "Có nhiều đơn vị phù hợp. Nơi ở hiện nay thuộc đơn vị nào dưới đây?".into()
            }
            (Locale::Vi, Self::WhichCommune(unit)) => {
                format!("Địa chỉ mới có đến {unit}. Nơi ở hiện nay thuộc xã, phường nào dưới đây?")
            }
            (Locale::Vi, Self::IsItThis(unit)) => format!("Nơi ở hiện nay có phải thuộc {unit} không?"),
            (Locale::En, Self::WhichPart(unit)) => {
                format!("{unit} was divided. Which of these units is the home in now?")
            }
            (Locale::En, Self::WhichOfName) => "Several units fit. Which of these is the home in now?".into(),
            (Locale::En, Self::WhichCommune(unit)) => {
                format!("The address names {unit} but no commune. Which of these is the home in now?")
            }
            (Locale::En, Self::IsItThis(unit)) => format!("Is the home in {unit} now?"),
        }
    }
}

impl std::fmt::Debug for ConvertedAddress {
    /// Without the address, which is a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ConvertedAddress({} candidates, exact: {})", self.candidates.len(), self.exact)
    }
}
