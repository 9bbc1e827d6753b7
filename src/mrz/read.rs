use crate::{
    Date, Finding, Severity,
    finding::Notes,
    finding::Source,
    pin::Pin,
    pin::Sex,
    reading::{Assurance, Field, Person, Reading, check_person},
};

use super::{
    CheckDigit, MrzReading,
    clean::Zone,
    consistency::{all_agree, number_fits_pin},
    dates, findings,
    layout::{Layout, PERSONAL_NUMBER, PIN, Span, TD1, TD1_VNM, TD3, at, text},
    name, slips, states,
};

/// Reads a zone of the right shape.
pub(super) fn read(zone: &Zone, on: Date) -> MrzReading {
    let layout = layout_of(zone);
    let check_digits = layout.check(zone);
    let mut person = Person::default();
    let mut found = Vec::new();
    // A slip in it is named, and the card is known all the same.
    if !document_code_is_known(layout, zone) && (layout.kind != "td1Vnm" || zone.at(1, 1) != 'I') {
        found.note(findings::DOCUMENT_CODE, "line1[1]");
    }
    for (name, digit) in &check_digits {
        if *digit == CheckDigit::Mismatch {
            let code = match *name {
                "pin" => findings::NATIONAL_DIGIT,
                "composite" => findings::COMPOSITE,
                _ => findings::CHECK_DIGIT,
            };
            found.note(code, &format!("checkDigits.{name}"));
        }
    }
    read_numbers(layout, zone, &mut person, &mut found);
    read_days(layout, zone, on, &mut person, &mut found);
    read_rest(layout, zone, &mut person, &mut found);
    found.extend(slips::slips(layout, zone));
    let agree = all_agree(layout, zone);
    let suggestion = if agree { None } else { slips::suggestion(layout, zone, on) };
    if let Some(suggestion) = &suggestion {
        found.push(suggestion.finding.clone());
    }
    found.extend(check_person(&person, on));
    let broken = found.iter().any(|finding| finding.severity == Severity::Error);
    let assurance = if broken { Assurance::None } else { Assurance::WellFormed };
    let reading = Reading {
        source: Source::Mrz,
        kind: layout.kind,
        person,
        findings: found,
        assurance,
        document: None,
    };
    let suggestion = suggestion.map(|suggestion| suggestion.zone.to_lines());
    MrzReading { reading, check_digits, lines: zone.to_lines(), suggestion }
}

/// Which layout the zone has. A Vietnamese card is known by `IDVNM`, and with one of these five misread (no check digit
/// covers them) by what only its first line has: the number, of which the last nine digits stand in the document number,
/// two fillers, and the digit over it in column 30.
fn layout_of(zone: &Zone) -> &'static Layout {
    if !zone.is_td1() {
        return &TD3;
    }
    let state = text(zone, TD1.state);
    // `IDVNM`, also when a recogniser took the I for a 1 or the D for a 0.
    let card = matches!((zone.at(1, 1), zone.at(1, 2)), ('I' | '1' | 'L', 'D' | '0' | 'O'));
    let misread = "IDVNM".chars().zip(zone.span(1, 1, 5)).filter(|(meant, read)| meant != *read).count();
    let numbered = || {
        let digit =
            TD1_VNM.check(zone).iter().any(|(name, digit)| *name == "pin" && *digit == CheckDigit::Ok);
        digit
            && text(zone, (1, 28, 29)) == "<<"
            && Pin::parse(&text(zone, PIN)).is_some()
            && number_fits_pin(&TD1_VNM, zone)
    };
    if card && state == "VNM" || misread <= 1 && numbered() { &TD1_VNM } else { &TD1 }
}

/// ICAO Doc 9303-5 §4.2.2 (A, C or I, and no V behind it) and 9303-4 §4.2.2 (P). A Vietnamese card has ID.
fn document_code_is_known(layout: &Layout, zone: &Zone) -> bool {
    match (layout.kind, zone.at(1, 1), zone.at(1, 2)) {
        ("td1Vnm", first, second) => first == 'I' && second == 'D',
        ("td3", first, _) => first == 'P',
        (_, first, second) => matches!(first, 'A' | 'C' | 'I') && second != 'V',
    }
}

fn read_numbers(layout: &Layout, zone: &Zone, person: &mut Person, found: &mut Vec<Finding>) {
    person.set(Field::DocumentNumber, layout.document_number(zone));
    match layout.kind {
        "td1Vnm" => match Pin::parse(&text(zone, PIN)) {
            Some(pin) => {
                person.set(Field::Pin, pin.to_string());
                if !number_fits_pin(layout, zone) {
                    found.note(findings::NUMBER_AND_PIN, "person.documentNumber");
                }
            }
            None => found.note(findings::PIN_FORMAT, "person.pin"),
        },
        "td3" if text(zone, TD3.state) == "VNM" && zone.at(2, 29) != '<' => {
            debug_assert_eq!(PERSONAL_NUMBER.1, 29);
            found.note(findings::PERSONAL_NUMBER, "line2[29]");
        }
        _ => {}
    }
}

fn read_days(layout: &Layout, zone: &Zone, on: Date, person: &mut Person, found: &mut Vec<Finding>) {
    let pin = person.get(Field::Pin).and_then(Pin::parse);
    match dates::birth(&text(zone, layout.birth), pin, on) {
        Some(birth) => person.set(Field::BirthDate, birth.to_string()),
        None => found.note(findings::DATE_FORMAT, "person.birthDate"),
    }
    let expiry = text(zone, layout.expiry);
    if layout.kind == "td1Vnm" && expiry == NO_EXPIRY {
        person.set(Field::ExpiryDate, "none");
    } else if let Some(expiry) = dates::expiry(&expiry, on) {
        person.set(Field::ExpiryDate, expiry.to_string());
    } else if expiry != "<<<<<<" {
        found.note(findings::DATE_FORMAT, "person.expiryDate");
    }
}

/// Không thời hạn, on Vietnamese cards.
const NO_EXPIRY: &str = "991231";

/// Issuer and nationality are under no check digit, but there is a closed list of them.
fn read_nationality(layout: &Layout, zone: &Zone, person: &mut Person, found: &mut Vec<Finding>) {
    let code = |span: Span| text(zone, span).trim_end_matches('<').to_owned();
    let (state, nationality) = (code(layout.state), code(layout.nationality));
    if !states::is_known(&state) {
        found.push(Finding::new(findings::STATE_UNKNOWN, "line1[3]").with("code", state.as_str()));
    }
    let here = layout.kind == "td1Vnm" || layout.kind == "td3" && state == "VNM";
    if !states::is_known(&nationality) {
        found.push(
            Finding::new(findings::STATE_UNKNOWN, "person.nationality").with("code", nationality.as_str()),
        );
    } else if here && nationality != "VNM" {
        found.note(findings::NATIONALITY_DIFFERS, "person.nationality");
    } else {
        person.set(Field::Nationality, nationality);
    }
}

fn read_rest(layout: &Layout, zone: &Zone, person: &mut Person, found: &mut Vec<Finding>) {
    match at(zone, layout.sex) {
        'M' => person.set(Field::Sex, Sex::Male.name()),
        'F' => person.set(Field::Sex, Sex::Female.name()),
        // Unspecified: allowed by ICAO, not on Vietnamese documents.
        '<' | 'X' if text(zone, layout.state) != "VNM" => {}
        _ => found.note(findings::SEX_FORMAT, "person.sex"),
    }
    read_nationality(layout, zone, person, found);
    let line = text(zone, layout.name);
    match name::latin(&name::without_noise(&line)) {
        Some(latin) => person.set(Field::LatinName, latin),
        None => found.note(findings::NAME_MISSING, "person.latinName"),
    }
    if line.contains(|c: char| c.is_ascii_digit()) {
        found.note(findings::NAME_CHARACTERS, "person.latinName");
    }
    if !line.ends_with('<') {
        found.note(findings::NAME_CUT, "person.latinName");
    }
}
