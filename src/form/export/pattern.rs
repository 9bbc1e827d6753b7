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
                day.then_some("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
                month.then_some("[0-9]{4}-[0-9]{2}"),
                year.then_some("[0-9]{4}"),
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

fn of_mask(sign: char) -> String {
    match sign {
        '#' => "[0-9]".into(),
        '@' => "[A-Z]".into(),
        // The syntax characters of ECMAScript; escaping others is an error there.
        special if "^$\\.*+?()[]{}|/".contains(special) => format!("\\{special}"),
        plain => plain.into(),
    }
}
