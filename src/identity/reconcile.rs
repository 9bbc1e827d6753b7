use std::cmp::Reverse;

use crate::finding::{Code, Source};
use crate::limits::LIMITS;
use crate::reading::{
    Assurance, CardExpiry, Field, Person, Reading, card_expiry, check_person, findings, path,
    put_computed_expiry,
};
use crate::{Error, Finding, Options, Severity, text};

use super::agreement::{difference, difference_of, difference_to_latin};
use super::compared::Compared;
use super::found::Found;
use super::report::words;
use super::{Agreement, Difference, FieldReport, Identity, OtherValue, Quality};

/// Makes one identity out of any number of readings, in whatever order they come.
///
/// The value of a field is that of the most trusted reading that has it: a chip before a QR code or an MRZ
/// before what was typed, and a reading in which an error was found after those without. When the readings
/// speak of two people, the identity is that of the most trusted one and says so.
///
/// # Errors
/// `limit.input` for more than 64 readings, 200 findings in one of them, 1,000 characters in a value, or 50,000 in all
/// values together.
pub fn reconcile(readings: &[Reading], options: &Options) -> Result<Identity, Error> {
    check_limits(readings)?;
    let readings = in_order_of_trust(readings);
    let strangers = strangers(&readings);
    let claims = Claims::new(&readings, &strangers);

    let mut person = Person::default();
    let mut fields = Vec::new();
    for field in Field::ALL {
        if let Some((value, report)) = claims.settle(*field) {
            person.set(*field, value);
            fields.push(report);
        }
    }

    let mut found = Found::default();
    for reading in &readings {
        let spoken = reading.findings.iter().filter(|finding| !has_ended(finding, reading, &fields));
        spoken.for_each(|finding| found.add(finding.clone()));
    }
    if readings.iter().all(|reading| reading.person.is_empty()) {
        found.add(Finding::new(findings::NOTHING_READ, "person"));
    } else if readings.iter().all(|reading| !is_machine(reading)) {
        let typed = readings.iter().any(|reading| reading.source == Source::Typed);
        found.add(Finding::new(if typed { findings::TYPED_ONLY } else { findings::ACCOUNT_ONLY }, "person"));
    }
    compare_with_law(&person, &fields, &mut found);
    add_computed_expiry(&mut person, &mut fields, &mut found);
    check_person(&person, options.on).into_iter().for_each(|finding| found.add_unless_known(finding));
    claims.compare(&person, &fields, &mut found);

    let consistent = claims.consistent();
    if consistent {
        found.add(Finding::new(findings::SOURCES_AGREE, "person"));
    }
    let base = claims.own().map(|reading| reading.assurance).max().unwrap_or(Assurance::None);
    let assurance = if base == Assurance::WellFormed && consistent { Assurance::Consistent } else { base };
    let quality = quality(&person, &fields, found.list(), options);
    if person.get(Field::ExpiryDate).is_none() && !person.is_empty() {
        found.add(Finding::new(findings::EXPIRY_UNKNOWN, path(Field::ExpiryDate)));
    }
    Ok(Identity { person, fields, assurance, quality, findings: found.into_list() })
}

/// What one call compares is bounded as a whole, not only reading by reading.
fn check_limits(readings: &[Reading]) -> Result<(), Error> {
    if readings.len() > LIMITS.readings {
        return Err(Error::limit("readings", LIMITS.readings));
    }
    if readings.iter().any(|reading| reading.findings.len() > LIMITS.findings) {
        return Err(Error::limit("findings of a reading", LIMITS.findings));
    }
    let mut left = LIMITS.values;
    for (_, value) in readings.iter().flat_map(|reading| reading.person.iter()) {
        let length = value.chars().take(LIMITS.value.saturating_add(1)).count();
        if length > LIMITS.value {
            return Err(Error::limit("a value, characters", LIMITS.value));
        }
        left = left
            .checked_sub(length)
            .ok_or_else(|| Error::limit("all values together, characters", LIMITS.values))?;
    }
    Ok(())
}

/// The readings in order of trust, and who of them speaks of somebody else.
struct Claims<'a> {
    readings: &'a [&'a Reading],
    strangers: &'a [bool],
    /// In the order of [`Field::ALL`].
    by_field: Vec<(Field, Vec<Claim<'a>>)>,
}

/// What one reading says of a field.
struct Claim<'a> {
    value: Compared<'a>,
    reading: &'a Reading,
    /// The name in MRZ letters, standing in for the full name.
    latin: bool,
    stranger: bool,
    computed: bool,
}

impl<'a> Claims<'a> {
    fn new(readings: &'a [&'a Reading], strangers: &'a [bool]) -> Self {
        let of = |field: &Field| (*field, claims_to(*field, readings, strangers));
        Self { readings, strangers, by_field: Field::ALL.iter().map(of).collect() }
    }

    /// The readings of the person whose identity this is.
    fn own(&self) -> impl Iterator<Item = &'a Reading> + use<'_, 'a> {
        self.readings
            .iter()
            .zip(self.strangers)
            .filter(|(_, stranger)| !**stranger)
            .map(|(reading, _)| *reading)
    }

    /// All claims to a field, most trusted first.
    fn of(&self, field: Field) -> &[Claim<'a>] {
        self.by_field.iter().find(|(other, _)| *other == field).map_or(&[], |(_, claims)| claims)
    }

    /// The chosen value of a field, and its report.
    fn settle(&self, field: Field) -> Option<(String, FieldReport)> {
        let claims = self.of(field);
        let eligible = |claim: &&Claim<'_>| !claim.stranger && !claim.latin;
        let current = |claim: &&Claim<'_>| {
            eligible(claim) && !(field == Field::Pin && self.is_cancelled(claim.value.value))
        };
        let chosen = claims.iter().position(|claim| current(&claim));
        let chosen = chosen.or_else(|| claims.iter().position(|claim| eligible(&claim)))?;
        let winner = claims.get(chosen)?;
        let others: Vec<OtherValue> = claims
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != chosen)
            .map(|(_, claim)| OtherValue {
                value: claim.value.value.to_owned(),
                source: claim.reading.source,
                difference: between(field, winner, claim),
            })
            .collect();
        let agreement = match &others {
            others if others.is_empty() => Agreement::Single,
            others if others.iter().any(|other| other.difference.is_some()) => Agreement::Differ,
            // Two readings of one source are one source.
            others if others.iter().all(|other| other.source == winner.reading.source) => Agreement::Single,
            _ => Agreement::Agree,
        };
        let report = FieldReport {
            field,
            value: winner.value.value.to_owned(),
            source: winner.reading.source,
            agreement,
            computed: winner.computed,
            others,
        };
        Some((winner.value.value.to_owned(), report))
    }

    /// Another card says that this number was cancelled.
    fn is_cancelled(&self, pin: &str) -> bool {
        self.own().any(|reading| {
            is_machine(reading)
                && reading.person.get(Field::CancelledPin) == Some(pin)
                && reading.person.get(Field::Pin) != Some(pin)
        })
    }

    /// What the comparison has to say.
    fn compare(&self, person: &Person, fields: &[FieldReport], found: &mut Found) {
        if self.strangers.contains(&true) {
            found.add(Finding::new(findings::DIFFERENT_PEOPLE, "person"));
        }
        for report in fields {
            for other in &report.others {
                let Some(difference) = other.difference else { continue };
                let own =
                    self.own().any(|reading| reading.person.get(Field::Pin) == Some(other.value.as_str()));
                let code = if report.field == Field::Pin && own && is_replaced(person, self, &other.value) {
                    findings::PIN_REPLACED
                } else {
                    code_of(report.field, report.source, other.source, difference)
                };
                found.add(Finding::new(code, path(report.field)).from_source(other.source));
            }
        }
    }

    /// Two independent machine-read sources agree on all that they share, and that identifies a person.
    fn consistent(&self) -> bool {
        if self.strangers.contains(&true) {
            return false;
        }
        let mut agreed = Vec::new();
        for (field, claims) in &self.by_field {
            let claims: Vec<&Claim<'_>> =
                claims.iter().filter(|claim| is_machine(claim.reading) && !claim.computed).collect();
            let differs = claims.iter().enumerate().any(|(index, a)| {
                claims.iter().skip(index.saturating_add(1)).any(|b| between(*field, a, b).is_some())
            });
            if differs {
                return false;
            }
            let mut sources: Vec<Source> = claims
                .iter()
                .filter(|claim| claim.reading.assurance >= Assurance::WellFormed)
                .map(|claim| claim.reading.source)
                .collect();
            sources.dedup();
            if sources.iter().any(|source| Some(source) != sources.first()) {
                agreed.push(*field);
            }
        }
        let has = |field| agreed.contains(&field);
        has(Field::Pin) || (has(Field::FullName) && has(Field::BirthDate))
    }
}

/// All claims to a field, most trusted first.
fn claims_to<'a>(field: Field, readings: &[&'a Reading], strangers: &[bool]) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim<'a>> = Vec::new();
    for (reading, stranger) in readings.iter().zip(strangers) {
        let own = reading.person.get(field).map(|value| (value, false));
        let latin = || reading.person.get(Field::LatinName).map(|value| (value, true));
        let claim = if field == Field::FullName { own.or_else(latin) } else { own };
        if let Some((value, latin)) = claim {
            let computed = field == Field::ExpiryDate && has_computed_expiry(reading);
            let value = Compared::new(value);
            claims.push(Claim { value, reading, latin, stranger: *stranger, computed });
        }
    }
    if is_of_document(field) {
        let class = claims.iter().find(|claim| !claim.stranger).map(|claim| document(claim.reading));
        claims.retain(|claim| Some(document(claim.reading)) == class || !is_machine(claim.reading));
        if claims.iter().any(|claim| !claim.computed && is_machine(claim.reading)) {
            claims.retain(|claim| !claim.computed);
        }
    }
    claims
}

/// Most trusted first, and the same order whatever the order of the input.
fn in_order_of_trust(readings: &[Reading]) -> Vec<&Reading> {
    let key = |reading: &Reading| {
        let sound = reading.assurance >= Assurance::WellFormed;
        let rank: u8 = match (reading.source, sound) {
            (Source::Chip, true) => 0,
            (Source::Qr | Source::Mrz, true) => 1,
            (Source::Chip, false) => 2,
            (Source::Qr | Source::Mrz, false) => 3,
            (Source::Account, _) => 4,
            (Source::Typed, _) => 5,
        };
        (
            rank,
            document(reading),
            // Of two cards the newer one.
            Reverse(reading.person.get(Field::IssueDate).unwrap_or_default().to_owned()),
            Reverse(reading.assurance),
            reading.source,
            reading.kind,
            reading
                .findings
                .iter()
                .map(|finding| (finding.code.clone(), finding.path.clone()))
                .collect::<Vec<_>>(),
            values(&reading.person),
        )
    };
    let mut sorted: Vec<_> = readings.iter().map(|reading| (key(reading), reading)).collect();
    sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
    sorted.into_iter().map(|(_, reading)| reading).collect()
}

/// Of two readings that differ in nothing else the values decide, so that no order of the list does.
fn values(person: &Person) -> Vec<(Field, String)> {
    person.iter().map(|(field, value)| (field, value.to_owned())).collect()
}

/// What kind of paper: numbers and days of one are not those of another.
fn document(reading: &Reading) -> u8 {
    match reading.kind {
        "cccd2021" | "canCuoc2024" | "td1Vnm" => 0,
        _ if reading.source == Source::Chip => 0,
        "td1" => 1,
        "td3" => 2,
        "bhyt" | "bhytOld" => 3,
        "gplx2025" => 4,
        _ => 5,
    }
}

/// Number and days of the paper itself.
fn is_of_document(field: Field) -> bool {
    matches!(field, Field::DocumentNumber | Field::IssueDate | Field::ExpiryDate)
}

fn is_machine(reading: &Reading) -> bool {
    reading.source.is_machine_read()
}

fn has_computed_expiry(reading: &Reading) -> bool {
    reading.findings.iter().any(|finding| finding.code == findings::EXPIRY_COMPUTED.id)
}

/// For each reading whether it speaks of somebody else than the most trusted ones before it.
fn strangers(readings: &[&Reading]) -> Vec<bool> {
    let mut own: Vec<(&Reading, Option<Name<'_>>)> = Vec::new();
    readings
        .iter()
        .map(|reading| {
            let name = Name::of(reading);
            let stranger = own.iter().any(|(other, others_name)| {
                are_different_people((other, others_name.as_ref()), (reading, name.as_ref()))
            });
            if !stranger {
                own.push((reading, name));
            }
            stranger
        })
        .collect()
}

/// Different numbers and a different name or birth, or two of name, birth and sex where one number may replace the other;
/// without two numbers, a different name and birth.
fn are_different_people(
    (a, a_name): (&Reading, Option<&Name<'_>>),
    (b, b_name): (&Reading, Option<&Name<'_>>),
) -> bool {
    let differ = |field: Field| {
        let (a, b) = (a.person.get(field)?, b.person.get(field)?);
        Some(difference(field, a, b) == Some(Difference::Content))
    };
    let name = a_name.zip(b_name).map(|(a, b)| a.difference(b) == Some(Difference::Content));
    let birth = differ(Field::BirthDate);
    let replaced = |a: &Reading, b: &Reading| {
        a.person.get(Field::CancelledPin).is_some_and(|pin| Some(pin) == b.person.get(Field::Pin))
    };
    match differ(Field::Pin) {
        // A number is re-issued when sex or birth is corrected (Nghị định 70/2024/NĐ-CP, Điều 11), and that 12 digits are a
        // cancelled number is a guess by their shape: a parent's number stands there, too. It excuses one difference.
        Some(true) if replaced(a, b) || replaced(b, a) => {
            [name, birth, differ(Field::Sex)].into_iter().filter(|differs| *differs == Some(true)).count() > 1
        }
        Some(true) => name == Some(true) || birth == Some(true),
        Some(false) => false,
        None => name == Some(true) && birth == Some(true),
    }
}

/// A name, and whether it is in MRZ letters.
struct Name<'a> {
    value: Compared<'a>,
    latin: bool,
}

impl<'a> Name<'a> {
    fn of(reading: &'a Reading) -> Option<Self> {
        let full = reading.person.get(Field::FullName).map(|name| (name, false));
        let name = full.or_else(|| reading.person.get(Field::LatinName).map(|name| (name, true)));
        name.map(|(name, latin)| Self { value: Compared::new(name), latin })
    }

    fn difference(&self, other: &Self) -> Option<Difference> {
        if self.latin || other.latin {
            difference_to_latin(&self.value, &other.value)
        } else {
            difference_of(Field::FullName, &self.value, &other.value)
        }
    }
}

fn between(field: Field, a: &Claim<'_>, b: &Claim<'_>) -> Option<Difference> {
    match (a.latin, b.latin) {
        (false, true) => difference_to_latin(&a.value, &b.value),
        (true, false) => difference_to_latin(&b.value, &a.value),
        _ => difference_of(field, &a.value, &b.value),
    }
}

fn is_replaced(person: &Person, claims: &Claims<'_>, pin: &str) -> bool {
    person.get(Field::CancelledPin) == Some(pin) || claims.is_cancelled(pin)
}

/// What a person typed wrongly is a warning; two documents that contradict each other are an error.
fn code_of(field: Field, a: Source, b: Source, difference: Difference) -> &'static Code {
    let machine = a.is_machine_read() && b.is_machine_read();
    let identifying = matches!(field, Field::FullName | Field::BirthDate | Field::Sex | Field::LatinName);
    match (field, difference) {
        (Field::Pin, _) => findings::PIN_DIFFERS,
        (_, Difference::Content) if machine && identifying => findings::DIFFERS_IDENTIFYING,
        _ => words(difference),
    }
}

/// The law's expiry for a card whose birth and issue stand in different readings.
fn add_computed_expiry(person: &mut Person, fields: &mut Vec<FieldReport>, found: &mut Found) {
    let source = fields.iter().find(|report| report.field == Field::IssueDate).map(|report| report.source);
    let Some(source) = source.filter(|source| source.is_machine_read()) else { return };
    if person.get(Field::ExpiryDate).is_some() {
        return;
    }
    let mut computed = Vec::new();
    put_computed_expiry(person, &mut computed);
    if !computed.is_empty() {
        let others = Vec::new();
        let agreement = Agreement::Single;
        let value = person.get(Field::ExpiryDate).unwrap_or_default().to_owned();
        fields.push(FieldReport {
            field: Field::ExpiryDate,
            value,
            source,
            agreement,
            computed: true,
            others,
        });
        fields.sort_by_key(|report| report.field);
    }
    computed.into_iter().for_each(|finding| found.add(finding.from_source(source)));
}

/// Whether a finding speaks of an expiry that was not chosen: computed by law where another document carries one, or
/// past by another value. The person is checked again as a whole.
fn has_ended(finding: &Finding, reading: &Reading, fields: &[FieldReport]) -> bool {
    let of_expiry = [findings::EXPIRY_COMPUTED, findings::EXPIRED, findings::EXPIRES_SOON];
    if !of_expiry.iter().any(|code| finding.code == code.id) || document(reading) != 0 && is_machine(reading)
    {
        return false;
    }
    let chosen = fields.iter().find(|report| report.field == Field::ExpiryDate);
    chosen.is_some_and(|chosen| {
        let other = reading.person.get(Field::ExpiryDate) != Some(chosen.value.as_str());
        other || finding.code == findings::EXPIRY_COMPUTED.id && !chosen.computed
    })
}

/// An expiry that was read beside the one that the law gives.
fn compare_with_law(person: &Person, fields: &[FieldReport], found: &mut Found) {
    let Some(chosen) = fields.iter().find(|report| report.field == Field::ExpiryDate) else { return };
    let day = |field| person.get(field).and_then(crate::Date::from_iso);
    let (Some(birth), Some(issued)) = (day(Field::BirthDate), day(Field::IssueDate)) else { return };
    let by_law = card_expiry(birth, issued).map(CardExpiry::to_word);
    let read = !chosen.computed && matches!(chosen.source, Source::Mrz | Source::Chip);
    if read && by_law.is_some_and(|by_law| by_law != chosen.value) {
        found.add(
            Finding::new(findings::EXPIRY_NOT_BY_LAW, path(Field::ExpiryDate)).from_source(chosen.source),
        );
    }
}

fn quality(person: &Person, fields: &[FieldReport], found: &[Finding], options: &Options) -> Quality {
    let has = |field| person.get(field).is_some();
    let expiry = person.get(Field::ExpiryDate);
    let holds = expiry.is_some_and(|word| {
        word == "none" || crate::Date::from_iso(word).is_some_and(|expiry| expiry >= options.on)
    });
    let contradicted = fields.iter().any(|report| report.difference() == Some(Difference::Content));
    let unclean = |finding: &Finding| UNCLEAN.iter().any(|code| finding.code == code.id);
    Quality {
        correct: !person.is_empty()
            && !contradicted
            && found.iter().all(|finding| finding.severity < Severity::Error),
        complete: [Field::Pin, Field::FullName, Field::BirthDate, Field::Sex].into_iter().all(has),
        clean: !person.is_empty() && !found.iter().any(unclean),
        current: holds,
    }
}

/// What leaves a value that is not as it should be; what was put right is clean.
const UNCLEAN: [&Code; 5] = [
    findings::NAME_DOUBTFUL,
    text::findings::LOSSY,
    text::findings::GARBLED,
    text::findings::NEEDS_TABLE,
    crate::qr::findings::DIACRITICS_DROPPED,
];
