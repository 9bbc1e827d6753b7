//! Why a reading ended without a result.

use std::fmt;

use super::findings;
use super::key::KeyKind;
use super::resume::Resume;
use crate::finding::Code;
use crate::{Error, Finding};

/// A reading that ended early, and what another tap can go on from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// What was read so far; the next reading takes it as [`Settings::resume`](super::Settings::resume).
    pub resume: Option<Resume>,
    /// Wrong keys in a row, those before this reading included.
    pub wrong_keys: u8,
}

/// The reasons. None holds a key, a nonce or what a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The card left the field.
    TagLost,
    /// The card did not answer in time.
    TimedOut,
    /// The card was silent after wrong keys: some make their holder wait (tananaev/passport-reader #10).
    Delayed,
    /// The caller gave up.
    Aborted,
    /// The transport failed.
    Transport,
    /// The application of travel documents is not on this card.
    NotADocument,
    /// The card refused the key. It was tried once.
    WrongKey {
        /// Which kind of key.
        of: KeyKind,
        /// What the card says is left.
        tries_left: Option<u8>,
    },
    /// The card takes no more keys for now, or for good.
    Blocked,
    /// No way in: what the card offers and why it did not do.
    NoAccess(String),
    /// The card offers PACE only in ways that are not supported here: which.
    UnsupportedPace(String),
    /// The card would need BAC, which the caller does not allow.
    Downgrade,
    /// Not the card of the reading that is resumed.
    OtherCard,
    /// The card does not keep to the protocol: where.
    Protocol(&'static str),
    /// A bound of this reader: which.
    Limit(&'static str),
}

impl Reason {
    /// `reader.wrong_key` …: what JavaScript sees as `code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnsupportedPace(_) => findings::NO_ACCESS.id,
            _ => self.row().id,
        }
    }

    /// In the words of the table: what happened, and what to do with the card.
    pub fn to_finding(&self) -> Finding {
        let finding = Finding::new(self.row(), "");
        match self {
            Self::WrongKey { of, tries_left } => {
                let (vi, en) = match of {
                    KeyKind::Can => ("số CAN này", "this CAN"),
                    KeyKind::Mrz => ("số thẻ và hai ngày này", "this number with these dates"),
                };
                let left = |words: &dyn Fn(u8) -> String| tries_left.map_or_else(String::new, words);
                let left_vi = left(&|tries| format!(" Còn {tries} lần."));
                let left_en = left(&|tries| format!(" Tries left: {tries}."));
                finding.with_words("key", vi, en).with_words("left", &left_vi, &left_en)
            }
            Self::UnsupportedPace(names) => finding.with("protocol", names.as_str()),
            _ => finding,
        }
    }

    fn row(&self) -> &'static Code {
        match self {
            Self::TagLost => findings::TAG_LOST,
            Self::TimedOut => findings::TIMEOUT,
            Self::Delayed => findings::DELAYED,
            Self::Aborted => findings::ABORTED,
            Self::Transport => findings::TRANSPORT,
            Self::NotADocument => findings::NOT_A_DOCUMENT,
            Self::WrongKey { .. } => findings::WRONG_KEY,
            Self::Blocked => findings::BLOCKED,
            Self::NoAccess(_) => findings::NO_ACCESS,
            Self::UnsupportedPace(_) => findings::PACE_UNSUPPORTED,
            Self::Downgrade => findings::DOWNGRADE,
            Self::OtherCard => findings::OTHER_CARD,
            Self::Protocol(_) => findings::PROTOCOL,
            Self::Limit(_) => findings::LIMIT,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TagLost => f.write_str("the card left the field"),
            Self::TimedOut => f.write_str("the card did not answer in time"),
            Self::Delayed => f.write_str("the card is silent after wrong keys"),
            Self::Aborted => f.write_str("the caller gave up"),
            Self::Transport => f.write_str("the transport failed"),
            Self::NotADocument => f.write_str("no travel document on this card"),
            Self::WrongKey { of, tries_left: None } => write!(f, "the card refused the {}", of.name()),
            Self::WrongKey { of, tries_left: Some(tries) } => {
                write!(f, "the card refused the {}; tries left: {tries}", of.name())
            }
            Self::Blocked => f.write_str("the card takes no more keys"),
            Self::NoAccess(why) => write!(f, "no way in: {why}"),
            Self::UnsupportedPace(names) => write!(f, "no way in: PACE in other ways only: {names}"),
            Self::Downgrade => f.write_str("the card would need BAC, which is not allowed"),
            Self::OtherCard => f.write_str("not the card of the reading that is resumed"),
            Self::Protocol(at) => write!(f, "the card does not keep to the protocol: {at}"),
            Self::Limit(what) => write!(f, "more than this reader allows: {what}"),
        }
    }
}

impl From<&Failure> for Error {
    fn from(failure: &Failure) -> Self {
        Self::new(failure.reason.code(), failure.reason.to_string())
    }
}
