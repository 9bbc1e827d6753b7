//! Telephone, e-mail, tax code, health card: checked, and written in one form.

use super::{
    Cell,
    PersonColumn::{self, Email, HealthInsurance, Phone, TaxCode},
    digits,
    draft::Draft,
    findings, number,
};
use crate::{identifiers as id, identity::Field};

/// Reads one of these four columns.
pub(super) fn read(draft: &mut Draft, column: PersonColumn, cell: &Cell) {
    let before = draft.changes.len();
    let clean = draft.text(column, cell);
    // Spaces are the form's matter here.
    draft.changes.truncate(before);
    let Some(clean) = clean.filter(|clean| !number::is_none(clean)) else { return };
    let raw = cell.shown();
    if digits::scientific(&clean) == Some(digits::Scientific::Rounded) {
        return draft.ask(column, findings::NUMBER_ROUNDED, Vec::new());
    }
    match column {
        Phone => phone(draft, &clean, &raw),
        Email => email(draft, &clean, &raw),
        TaxCode => tax_code(draft, &clean, &raw),
        HealthInsurance => health_insurance(draft, &clean, &raw),
        _ => {}
    }
}

/// Whether this is a mobile number whatever its heading: with its zero or country code.
pub(super) fn is_certainly_mobile(text: &str) -> bool {
    text.len() <= 20 && text.trim_start().starts_with(['0', '+', '8']) && id::is_mobile(text.trim())
}

/// Whether this is the number of a health card whatever its heading.
pub(super) fn is_card_number(text: &str) -> bool {
    let text = squeezed(text);
    text.len() == 15 && id::is_bhyt(&text)
}

fn phone(draft: &mut Draft, clean: &str, raw: &str) {
    let mut numbers = Vec::new();
    let mut code = findings::PHONE_FORM;
    let mut wrong = false;
    for part in clean.split(['/', ';', ',', '\n']).map(str::trim).filter(|part| digits::count(part) > 0) {
        let number = national(part);
        let short = modern(&number);
        if short.is_some() {
            code = findings::PHONE_2018;
        }
        let number = short.unwrap_or(number);
        wrong |= !id::is_phone(&number);
        numbers.push(number);
    }
    if wrong || numbers.is_empty() {
        draft.note(findings::PHONE_WRONG, Phone);
        return draft.set(Phone, clean);
    }
    let value = numbers.join("; ");
    draft.change(Phone, raw, &value, code);
    draft.set(Phone, &value);
}

/// The digits of a number with its trunk zero, whatever stands around and before them.
fn national(part: &str) -> String {
    let bare: String = part.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    let abroad = ["+84", "0084", "84"].iter().find_map(|prefix| bare.strip_prefix(prefix));
    match abroad {
        // `84` alone may begin a number of Vinaphone without its zero: that one has 9 digits.
        Some(rest) if bare.len() > 9 => ["0", rest.strip_prefix('0').unwrap_or(rest)].concat(),
        _ if bare.len() == 9 && id::is_mobile(&["0", &bare].concat()) => ["0", &bare].concat(),
        _ if bare.len() == 10 && id::is_landline(&["0", &bare].concat()) => ["0", &bare].concat(),
        _ if bare.len() == 10 && modern(&["0", &bare].concat()).is_some() => ["0", &bare].concat(),
        _ => bare,
    }
}

/// A mobile number of 11 digits in the ten of today.
///
/// Bộ Thông tin và Truyền thông, kế hoạch chuyển đổi mã mạng (2018): five prefixes of each operator, from
/// 15/9/2018; the long ones have not been served since 14/11/2018.
fn modern(number: &str) -> Option<String> {
    let (head, rest) = number.split_at_checked(4)?;
    let new = PREFIXES_2018.iter().find(|(old, _)| *old == head).map(|(_, new)| *new)?;
    (rest.len() == 7 && digits::are_all(rest)).then(|| [new, rest].concat())
}

fn email(draft: &mut Draft, clean: &str, raw: &str) {
    let parts: Vec<String> = clean
        .split([';', ',', ' '])
        .map(|part| part.trim_matches(['<', '>', '(', ')', '"', '\'', '.']))
        .map(|part| part.strip_prefix("mailto:").unwrap_or(part).to_owned())
        .filter(|part| part.contains('@'))
        .collect();
    if parts.is_empty() || !parts.iter().all(|part| id::is_email(part)) {
        draft.note(findings::EMAIL_WRONG, Email);
        return draft.set(Email, clean);
    }
    let value = parts.join("; ");
    if let [only] = parts.as_slice()
        && let Some(corrected) = without_slip(only)
    {
        draft.ask(Email, findings::EMAIL_SLIP, vec![corrected, only.clone()]);
    }
    draft.change(Email, raw, &value, findings::EMAIL_FORM);
    draft.set(Email, &value);
}

/// The address at the provider that was meant, when its domain is a known slip.
fn without_slip(address: &str) -> Option<String> {
    let (local, domain) = address.split_once('@')?;
    let domain = domain.to_ascii_lowercase();
    let meant = SLIPS.iter().find(|(slip, _)| *slip == domain).map(|(_, meant)| *meant)?;
    Some([local, "@", meant].concat())
}

fn tax_code(draft: &mut Draft, clean: &str, raw: &str) {
    let bare = squeezed(clean);
    let code = match bare.split_at_checked(10) {
        Some((head, tail)) if bare.len() == 13 && digits::are_all(&bare) => [head, "-", tail].concat(),
        _ => bare,
    };
    let pin = draft.get(Field::Pin).map(str::to_owned);
    let with_zeros = digits::with_zeros(&code).filter(|candidate| pin.as_deref() == Some(candidate));
    if let Some(own) = with_zeros {
        draft.change(TaxCode, raw, &own, findings::CODE_FORM);
        return draft.set(TaxCode, &own);
    }
    let zero = ["0", &code].concat();
    if code.len() == 9 && id::is_tax_code(&zero) {
        return draft.ask(TaxCode, findings::CODE_ZERO_UNSURE, vec![zero]);
    }
    let of_another = code.len() == 12 && pin.is_some_and(|pin| pin != code);
    if !id::is_tax_code(&code) || of_another {
        draft.note(findings::TAX_CODE_WRONG, TaxCode);
        return draft.set(TaxCode, clean);
    }
    draft.change(TaxCode, raw, &code, findings::CODE_FORM);
    draft.set(TaxCode, &code);
}

fn health_insurance(draft: &mut Draft, clean: &str, raw: &str) {
    let code = squeezed(clean);
    if code.len() == 9 && digits::are_all(&code) {
        return draft.ask(HealthInsurance, findings::CODE_ZERO_UNSURE, vec!["0".to_owned() + &code]);
    }
    if !id::is_bhyt(&code) {
        draft.note(findings::HEALTH_CARD_WRONG, HealthInsurance);
        return draft.set(HealthInsurance, clean);
    }
    draft.change(HealthInsurance, raw, &code, findings::CODE_FORM);
    draft.set(HealthInsurance, &code);
}

/// In capitals, without blanks and dots.
fn squeezed(text: &str) -> String {
    let bare = text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '.' | '\'' | '`'));
    bare.collect::<String>().to_ascii_uppercase()
}

const PREFIXES_2018: [(&str, &str); 21] = [
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0126", "076"),
    ("0128", "078"),
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0127", "081"),
    ("0129", "082"),
    ("0186", "056"),
    ("0188", "058"),
    ("0199", "059"),
];

/// Domains that do not exist and are typed often.
const SLIPS: [(&str, &str); 12] = [
    ("gmail.con", "gmail.com"),
    ("gmail.co", "gmail.com"),
    ("gmail.cm", "gmail.com"),
    ("gmail.vn", "gmail.com"),
    ("gmail.com.vn", "gmail.com"),
    ("gmial.com", "gmail.com"),
    ("gmai.com", "gmail.com"),
    ("gamil.com", "gmail.com"),
    ("gmal.com", "gmail.com"),
    ("yahoo.con", "yahoo.com"),
    ("yaho.com", "yahoo.com"),
    ("hotmail.con", "hotmail.com"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(column: PersonColumn, cell: Cell) -> (Option<String>, Vec<String>) {
        let mut draft = Draft::default();
        read(&mut draft, column, &cell);
        let mut codes: Vec<String> = draft.changes.iter().map(|change| change.code.to_owned()).collect();
        codes.extend(draft.findings.iter().map(|finding| finding.code.to_string()));
        (draft.contact.get(column).map(str::to_owned), codes)
    }

    fn text(column: PersonColumn, value: &str) -> (Option<String>, Vec<String>) {
        of(column, Cell::text(value))
    }

    fn known(value: &str, code: &str) -> (Option<String>, Vec<String>) {
        let codes = (!code.is_empty()).then(|| code.to_owned());
        (Some(value.to_owned()), codes.into_iter().collect())
    }

    #[test]
    fn telephone_numbers_come_into_one_form() {
        let form = known("0901234567", "people.phone_form");
        for number in ["+84 90 123 4567", "84901234567", "090.123.4567", "(+84) 0901234567", "ĐT: 0901234567"]
        {
            assert_eq!(text(Phone, number), form, "{number}");
        }
        assert_eq!(of(Phone, Cell::Number(901_234_567.0)), form);
        assert_eq!(of(Phone, Cell::Number(841_234_567.0)).0.as_deref(), Some("0841234567"));
        assert_eq!(text(Phone, "0901234567"), known("0901234567", ""));
        assert_eq!(text(Phone, "01681234567"), known("0381234567", "people.phone_2018"));
        assert_eq!(of(Phone, Cell::Number(1_681_234_567.0)), known("0381234567", "people.phone_2018"));
        assert_eq!(of(Phone, Cell::Number(2_438_251_234.0)).0.as_deref(), Some("02438251234"));
        let two = known("0901234567; 0381234567", "people.phone_2018");
        assert_eq!(text(Phone, "0901234567 / 01681234567"), two);
        for number in ["090123456", "12345", "+1 555 0100"] {
            assert_eq!(text(Phone, number).1, ["people.phone_wrong"], "{number}");
        }
        assert_eq!(text(Phone, "không có"), (None, vec![]));
        assert_eq!(text(Phone, "9.01E+08").1, ["people.number_rounded"]);
    }

    #[test]
    fn mail_addresses_are_freed_from_what_stands_around_them() {
        assert_eq!(text(Email, "mau@vidu.vn"), known("mau@vidu.vn", ""));
        assert_eq!(text(Email, "mailto:mau@vidu.vn"), known("mau@vidu.vn", "people.email_form"));
        assert_eq!(text(Email, "mau@gmail.con").1, ["people.email_slip"]);
        assert_eq!(text(Email, "mau vidu.vn").1, ["people.email_wrong"]);
    }

    #[test]
    fn codes_are_checked_by_their_digits() {
        assert_eq!(text(TaxCode, "0100109106"), known("0100109106", ""));
        assert_eq!(text(TaxCode, "0100109106011"), known("0100109106-011", "people.code_form"));
        assert_eq!(of(TaxCode, Cell::Number(100_109_106.0)).1, ["people.code_zero_unsure"]);
        assert_eq!(text(TaxCode, "0100109107").1, ["people.tax_code_wrong"]);
        assert_eq!(
            text(HealthInsurance, "gd 4 01 01 10123456"),
            known("GD4010110123456", "people.code_form")
        );
        assert_eq!(text(HealthInsurance, "GD9").1, ["people.health_card_wrong"]);
    }
}
