use crate::finding::{Notes, Source};
use crate::json::Value;
use crate::limits::LIMITS;
use crate::reading::{Assurance, Field, Person, Reading, check_person, findings, path, well_formed};
use crate::text::clean;
use crate::{Date, Error, Options};

/// What somebody typed, as a reading of its own: the same checks, and no evidence at all.
///
/// `input` is the contract's `Person`. Dates may be ISO 8601 or `dd/mm/yyyy`, the sex `male`, `female`,
/// `Nam` or `Nữ`. A value that cannot be what its field says gets a finding and is left out.
///
/// # Errors
/// `limit.input` when a value is above 1 MiB; `input.type` when `input` is not an object of texts.
pub fn read_typed(input: &Value, options: &Options) -> Result<Reading, Error> {
    read_claims(input, Source::Typed, options)
}

/// What the portal knows of whoever is logged in: checked as [`read_typed`] does, and no evidence either.
///
/// # Errors
/// As [`read_typed`].
pub fn read_account(input: &Value, options: &Options) -> Result<Reading, Error> {
    read_claims(input, Source::Account, options)
}

fn read_claims(input: &Value, source: Source, options: &Options) -> Result<Reading, Error> {
    let members = input.as_object().ok_or_else(|| Error::new("input.type", "a person is an object"))?;
    let mut person = Person::default();
    let mut found = Vec::new();
    for (name, value) in members {
        let Some(field) = Field::from_name(name) else { continue };
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            _ => return Err(Error::new("input.type", format!("person.{} is a text", field.name()))),
        };
        LIMITS.check_input(text.len())?;
        let text = clean(text);
        if text.is_empty() {
            continue;
        }
        match well_formed(field, &text) {
            Ok(value) => person.set(field, value),
            Err(finding) => found.push(*finding),
        }
    }
    if person.get(Field::Pin).is_none()
        && person.get(Field::OldId).is_some()
        && Some(options.on) >= Date::new(2025, 1, 1)
    {
        found.note(findings::OLD_ID_VOID, &path(Field::OldId));
    }
    found.extend(check_person(&person, options.on));
    // The order of the members is the caller's: the findings come in that of the contract.
    found.sort_by_key(|finding| Field::ALL.iter().position(|field| path(*field) == finding.path));
    let findings = found.into_iter().map(|finding| finding.from_source(source)).collect();
    Ok(Reading { source, kind: source.name(), person, findings, assurance: Assurance::None, document: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn typed(text: &str) -> Reading {
        let input = json::parse(text, json::LIMITS).unwrap();
        read_typed(&input, &Options::on(Date::new(2026, 11, 22).unwrap())).unwrap()
    }

    fn codes(reading: &Reading) -> Vec<&str> {
        reading.findings.iter().map(|finding| finding.code.as_ref()).collect()
    }

    #[test]
    fn values_are_brought_into_the_words_of_the_contract() {
        let reading = typed(
            r#"{"pin":"001 199 999 999","fullName":" Nguyễn  Thị Mẫu ","birthDate":"01/01/1999","sex":"Nữ",
                "expiryDate":"Không thời hạn","shoeSize":"42"}"#,
        );
        let person = &reading.person;
        assert_eq!(person.get(Field::Pin), Some("001199999999"));
        assert_eq!(person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
        assert_eq!(person.get(Field::BirthDate), Some("1999-01-01"));
        assert_eq!(person.get(Field::Sex), Some("female"));
        assert_eq!(person.get(Field::ExpiryDate), Some("none"));
        assert_eq!(codes(&reading), Vec::<&str>::new());
        assert_eq!(reading.assurance, Assurance::None);
    }

    #[test]
    fn what_cannot_be_is_left_out_and_said() {
        let reading =
            typed(r#"{"pin":"0011999","birthDate":"31/02/1999","sex":"x","fullName":"Nguyễn Mẫu 2"}"#);
        assert_eq!(
            codes(&reading),
            [
                "pin.not_twelve_digits",
                "identity.name_doubtful",
                "identity.not_a_date",
                "identity.sex_unknown"
            ]
        );
        assert_eq!(reading.person.get(Field::Pin), None);
    }

    #[test]
    fn a_year_alone_is_a_birth() {
        assert_eq!(typed(r#"{"birthDate":"1950"}"#).person.get(Field::BirthDate), Some("1950"));
        for text in ["4/3/1950", "04-03-1950", "4.3.1950", "04031950"] {
            let reading = typed(&format!(r#"{{"birthDate":"{text}"}}"#));
            assert_eq!(reading.person.get(Field::BirthDate), Some("1950-03-04"), "{text}");
        }
        assert_eq!(typed(r#"{"birthDate":"03/1950"}"#).person.get(Field::BirthDate), Some("1950-03"));
    }

    #[test]
    fn an_old_number_alone_is_void() {
        assert_eq!(codes(&typed(r#"{"oldId":"012345678"}"#)), ["identity.old_id_void"]);
        assert_eq!(codes(&typed(r#"{"oldId":"012345678","pin":"001199999999"}"#)), Vec::<&str>::new());
    }
}
