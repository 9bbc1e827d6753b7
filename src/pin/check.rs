use serde::Serialize;

use crate::{
    Date, Error, Finding, Options,
    finding::{Basis, BasisStatus},
    limits::LIMITS,
    text,
};

use super::{
    Pin, Sex,
    countries::country_of,
    findings,
    provinces::{PROVINCES, RENAMED_2025, name_of},
};

/// What a personal number says, and what is doubtful in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PinCheck {
    /// Twelve digits; warnings leave it true.
    pub ok: bool,
    /// Where the birth was registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// By the fourth digit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// By digits 4–6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<u16>,
    /// Errors and warnings, in the order of the digits.
    pub findings: Vec<Finding>,
}

/// The place of birth registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Three digits.
    pub code: String,
    /// One name of a province or a country, or two for the codes that the merger of 2025 re-used (before
    /// and since 01/7/2025).
    pub names: Vec<&'static str>,
}

/// Checks a personal number as somebody types it: spaces and dots between the digits do not matter.
///
/// # Errors
/// `limit.input` above 1 MiB.
pub fn check(text: &str, options: &Options) -> Result<PinCheck, Error> {
    LIMITS.check_input(text.len())?;
    Ok(check_at(text, "pin", options.on))
}

/// The same, for the value at `path` of a reading.
pub(crate) fn check_at(text: &str, path: &str, on: Date) -> PinCheck {
    let digits = squeeze(text);
    match Pin::parse(&digits) {
        Some(pin) => explain(pin, path, on),
        None => {
            let finding = why_not(&digits, path);
            PinCheck { ok: false, place: None, sex: None, birth_year: None, findings: vec![finding] }
        }
    }
}

/// Without what people put between digits, and what spreadsheets and chats put around them unseen.
pub(crate) fn squeeze(text: &str) -> String {
    text::clean(text).chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect()
}

pub(crate) fn why_not(text: &str, path: &str) -> Finding {
    let count = text.len();
    if !text.chars().all(|c| c.is_ascii_digit()) {
        Finding::new(findings::NOT_ONLY_DIGITS, path)
    } else if count == 9 {
        Finding::new(findings::OLD_ID, path)
    } else {
        Finding::new(findings::NOT_TWELVE_DIGITS, path).with("count", count.to_string())
    }
}

fn explain(pin: Pin, path: &str, on: Date) -> PinCheck {
    let number = pin.place_code();
    let code = format!("{number:03}");
    let mut found = Vec::new();
    let mut names = Vec::new();
    if let Some(before) = name_of(PROVINCES, number) {
        names.push(before);
        let since = name_of(RENAMED_2025, number).filter(|_| Some(on) >= Date::new(2025, 7, 1));
        if let Some(since) = since {
            names.push(since);
            found.push(
                Finding::new(findings::PLACE_TWO_NAMES, path)
                    .with("code", &code)
                    .with("before", before)
                    .with("since", since),
            );
        }
    } else if let Some(country) = country_of(number) {
        names.push(country);
        found.push(
            Finding::new(findings::BORN_ABROAD, path)
                .with("code", &code)
                .with("country", country)
                .based_on(annex()),
        );
    } else {
        found.push(Finding::new(findings::PLACE_UNKNOWN, path).with("code", &code));
    }
    let known = !names.is_empty();
    let year = pin.birth_year();
    if year > on.year() {
        found.push(Finding::new(findings::YEAR_IN_FUTURE, path).with("year", year.to_string()));
    }
    PinCheck {
        ok: true,
        place: known.then_some(Place { code, names }),
        sex: Some(pin.sex()),
        birth_year: Some(year),
        findings: found,
    }
}

fn annex() -> Basis {
    Basis {
        document: "Thông tư 07/2016/TT-BCA".to_owned(),
        article: Some("Phụ lục 2".to_owned()),
        status: BasisStatus::Unconfirmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str) -> Options {
        Options::on(Date::from_iso(day).unwrap())
    }

    fn codes(check: &PinCheck) -> Vec<&str> {
        check.findings.iter().map(|finding| finding.code.as_ref()).collect()
    }

    #[test]
    fn a_number_that_fits_has_nothing_to_say() {
        let checked = check("001 199 999 999", &on("2026-11-22")).unwrap();
        assert!(checked.ok && checked.findings.is_empty());
        assert_eq!(checked.place.unwrap(), Place { code: "001".into(), names: vec!["Hà Nội"] });
        assert_eq!((checked.sex, checked.birth_year), (Some(Sex::Female), Some(1999)));
    }

    #[test]
    fn a_re_used_code_has_both_readings_and_chooses_none() {
        let checked = check("015099000001", &on("2026-11-22")).unwrap();
        assert_eq!(checked.place.as_ref().unwrap().names, ["Yên Bái", "Lào Cai"]);
        assert_eq!(codes(&checked), ["pin.place_two_names"]);
        let checked = check("015099000001", &on("2025-06-30")).unwrap();
        assert_eq!(checked.place.as_ref().unwrap().names, ["Yên Bái"]);
    }

    #[test]
    fn what_does_not_fit_is_a_warning_and_never_a_refusal() {
        let checked = check("999999999999", &on("2026-11-22")).unwrap();
        assert!(checked.ok);
        assert_eq!(codes(&checked), ["pin.place_unknown", "pin.year_in_future"]);
        let abroad = check("232099000001", &on("2026-11-22")).unwrap();
        assert_eq!(codes(&abroad), ["pin.born_abroad"]);
        assert_eq!(abroad.place.unwrap().names, ["Nhật Bản"]);
    }

    #[test]
    fn what_is_not_a_number_says_why() {
        for (text, code) in [
            ("", "pin.not_twelve_digits"),
            ("00119999999", "pin.not_twelve_digits"),
            ("012345678", "pin.old_id"),
            ("00119999999O", "pin.not_only_digits"),
        ] {
            let checked = check(text, &on("2026-11-22")).unwrap();
            assert!(!checked.ok);
            assert_eq!(codes(&checked), [code]);
        }
        assert_eq!(check(&"1".repeat(2_000_000), &on("2026-11-22")).unwrap_err().code, "limit.input");
    }
}
