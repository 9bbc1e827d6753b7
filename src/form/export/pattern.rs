//! The regular expression of a text.

use crate::form::pack::Kind;

/// The regular expression of a field's text, common to ECMAScript and XPath.
pub(super) fn pattern(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Pin | Kind::Licence => "^[0-9]{12}$".into(),
        Kind::Cmnd => "^[0-9]{9}$".into(),
        Kind::BankAccount => "^[0-9]{6,19}$".into(),
        Kind::Bhyt => "^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$".into(),
        Kind::TaxCode => "^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$".into(),
        Kind::Date { precision: [day, month, year], .. } => {
            let parts = [
                day.then(|| format!("{YEAR}-({MONTH_DAY})|{LEAP_DAY}")),
                month.then(|| format!("{YEAR}-(0[1-9]|1[0-2])")),
                year.then(|| YEAR.to_owned()),
            ];
            format!("^({})$", parts.into_iter().flatten().collect::<Vec<_>>().join("|"))
        }
        Kind::Text { masks, .. } if !masks.is_empty() => {
            let masks: Vec<String> = masks.iter().map(|mask| mask.chars().map(of_mask).collect()).collect();
            format!("^({})$", masks.join("|"))
        }
        _ => return None,
    })
}

/// 0001 to 9999.
const YEAR: &str = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)";
/// The days of a common year.
const MONTH_DAY: &str =
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])";
/// 29 February, in the years that have it.
const LEAP_DAY: &str = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29";

fn of_mask(sign: char) -> String {
    match sign {
        '#' => "[0-9]".into(),
        '@' => "[A-Z]".into(),
        // The syntax characters of ECMAScript; escaping others is an error there.
        special if "^$\\.*+?()[]{}|/".contains(special) => format!("\\{special}"),
        plain => plain.into(),
    }
}
