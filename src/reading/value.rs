use super::{Field, findings, path};
use crate::date::{Date, PartialDate};
use crate::finding::Finding;
use crate::pin::{self, Pin, Sex};
use crate::text;

/// The value as the contract writes it, or what is wrong with it.
pub(crate) fn well_formed(field: Field, value: &str) -> Result<String, Box<Finding>> {
    match field {
        Field::Pin | Field::CancelledPin => {
            let digits = pin::squeeze(value);
            match Pin::parse(&digits) {
                Some(_) => Ok(digits),
                None => Err(Box::new(pin::why_not(&digits, &path(field)))),
            }
        }
        Field::BirthDate => partial(value)
            .map(|date| date.to_string())
            .ok_or_else(|| Box::new(Finding::new(findings::NOT_A_DATE, path(field)))),
        Field::ExpiryDate if value == "none" || text::key(value) == text::key("Không thời hạn") => {
            Ok("none".to_owned())
        }
        Field::IssueDate | Field::ExpiryDate => day(value)
            .map(|date| date.to_string())
            .ok_or_else(|| Box::new(Finding::new(findings::NOT_A_DATE, path(field)))),
        Field::Sex => Sex::from_word(value)
            .map(|sex| sex.name().to_owned())
            .ok_or_else(|| Box::new(Finding::new(findings::SEX_UNKNOWN, path(field)))),
        _ => Ok(value.to_owned()),
    }
}

/// ISO 8601, `dd/mm/yyyy`, or what is known of it: `yyyy`, `mm/yyyy`.
fn partial(value: &str) -> Option<PartialDate> {
    if let Some(date) = PartialDate::from_iso(value) {
        return Some(date);
    }
    if let Some(date) = day(value) {
        return Some(PartialDate::Day(date));
    }
    let (month, year) = value.split_once('/')?;
    PartialDate::from_iso(&format!("{year}-{month:0>2}"))
}

/// ISO 8601, or as people write it: `15/05/2002`, `15-5-2002`, `15.5.2002`, `15052002`.
fn day(value: &str) -> Option<Date> {
    let slashed = || {
        let parts: Vec<&str> = value.split(['/', '-', '.']).map(str::trim).collect();
        match parts.as_slice() {
            [day, month, year] => Date::from_slashed(&format!("{day:0>2}/{month:0>2}/{year}")),
            _ => None,
        }
    };
    Date::from_iso(value).or_else(slashed).or_else(|| Date::from_ddmmyyyy(value))
}
