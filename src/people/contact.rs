use serde::{Deserialize, Serialize};

use super::PersonColumn::{self, Email, HealthInsurance, Phone, TaxCode};

/// What a list knows of a person beside the fields of [`Person`](crate::identity::Person).
///
/// Several telephone numbers or addresses of one person stand behind each other, with `; ` between them.
/// `Debug` shows no value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// `0xxxxxxxxx`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// `name@example.vn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Ten digits, `-` and three more for a branch, or the personal number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_code: Option<String>,
    /// 15 characters of the card, or 10 digits of the social-insurance code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health_insurance: Option<String>,
}

impl Contact {
    /// The value of one of these four columns.
    pub fn get(&self, column: PersonColumn) -> Option<&str> {
        match column {
            Phone => self.phone.as_deref(),
            Email => self.email.as_deref(),
            TaxCode => self.tax_code.as_deref(),
            HealthInsurance => self.health_insurance.as_deref(),
            _ => None,
        }
    }

    /// Puts a value; other columns are not touched.
    pub(super) fn set(&mut self, column: PersonColumn, value: &str) {
        let place = match column {
            Phone => &mut self.phone,
            Email => &mut self.email,
            TaxCode => &mut self.tax_code,
            HealthInsurance => &mut self.health_insurance,
            _ => return,
        };
        *place = (!value.is_empty()).then(|| value.to_owned());
    }
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let columns = [Phone, Email, TaxCode, HealthInsurance];
        f.debug_set().entries(columns.into_iter().filter(|column| self.get(*column).is_some())).finish()
    }
}
