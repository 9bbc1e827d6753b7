//! The other identifiers that forms ask for (`docs/rules.md`, Identifiers): pure checks of a text as it
//! stands, without spaces.

mod contact;
mod day_words;
mod numbers;
mod pin;

pub use contact::{is_email, is_landline, is_mobile, is_phone};
pub use day_words::date_in_words;
pub use numbers::{is_bank_account, is_bhyt, is_cmnd, is_licence, is_like, is_passport, is_tax_code};
pub use pin::{is_pin, pin_birth_year, pin_sex};

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
