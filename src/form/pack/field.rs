use serde::{Deserialize, Serialize};

use super::days::Days;
use super::meaning::Sense;
use crate::finding::Basis;
use crate::form::rule::Expression;
use crate::locale::Bilingual;

/// A field of the form, or of a group's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// camelCase.
    pub id: String,
    /// What it holds.
    pub kind: Kind,
    /// As printed.
    pub label: Bilingual,
    /// Whether it must be answered.
    pub required: Required,
    /// When it is shown.
    pub visible: Option<Expression>,
    /// The section, by index (0 inside groups).
    pub section: usize,
    /// It is calculated.
    pub value: Option<Expression>,
    /// When hidden, the page forgets the answer.
    pub clear: bool,
    /// Words in place of the engine's.
    pub missing: Option<Bilingual>,
    /// Words in place of the engine's.
    pub wrong: Option<Bilingual>,
    /// Of the requirement, if not the form's citation.
    pub basis: Option<Basis>,
    /// When it exists.
    pub days: Days,
    /// What it says, beyond its type.
    pub sense: Option<Sense>,
}

/// Whether a field must be answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Required {
    /// It need not.
    No,
    /// Whenever it is visible.
    Always,
    /// On this condition.
    When(Expression),
}

/// What a field holds, with its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// Any text.
    Text {
        /// Characters at least.
        min: usize,
        /// Characters at most.
        max: usize,
        /// May have line breaks.
        multiline: bool,
        /// One of these masks, if there are any.
        masks: Vec<String>,
    },
    /// A person's name.
    Name {
        /// Characters at most.
        max: usize,
        /// A single word is right.
        one_word: bool,
    },
    /// Số định danh cá nhân.
    Pin,
    /// A day.
    Date {
        /// Day, month, year: whether so much may be known.
        precision: [bool; 3],
        /// Not before.
        earliest: Option<Expression>,
        /// Not after.
        latest: Option<Expression>,
    },
    /// One of the choices.
    Choice {
        /// In order.
        choices: Vec<Choice>,
        /// Other text is accepted.
        open: bool,
    },
    /// Some of the choices.
    MultiChoice {
        /// In order.
        choices: Vec<Choice>,
        /// At least.
        min: usize,
        /// At most.
        max: usize,
    },
    /// Yes or no.
    Boolean,
    /// A number, whole unless decimals are taken; rules see the whole part.
    Number {
        /// At least; what is under the next whole number below it is less.
        min: i64,
        /// At most, and whatever lies before the next whole number.
        max: i64,
        /// `1.5` is an answer.
        decimals: bool,
    },
    /// An address.
    Address,
    /// A telephone number.
    Phone {
        /// No landline.
        mobile: bool,
    },
    /// An address of mail.
    Email,
    /// Mã số thuế.
    TaxCode,
    /// Số thẻ BHYT.
    Bhyt,
    /// Số hộ chiếu.
    Passport,
    /// Số giấy phép lái xe.
    Licence,
    /// Số CMND.
    Cmnd,
    /// Số tài khoản.
    BankAccount,
    /// Files.
    Attachment {
        /// At least.
        min: usize,
        /// At most.
        max: usize,
        /// Of one file.
        max_bytes: i64,
        /// MIME types.
        types: Vec<String>,
    },
    /// Rows, by the group's index.
    Group(usize),
}

/// A value that may be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// As sealed.
    pub value: String,
    /// As shown.
    pub label: Bilingual,
    /// When it is offered.
    pub visible: Option<Expression>,
    /// When it exists.
    pub days: Days,
}

/// The rows of a repeating group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The form's field that holds them.
    pub field: usize,
    /// Of one row.
    pub fields: Vec<Field>,
    /// See [`super::Pack`].
    pub(in crate::form) order: Vec<usize>,
    /// Rows at least.
    pub min: usize,
    /// Rows at most.
    pub max: usize,
}
