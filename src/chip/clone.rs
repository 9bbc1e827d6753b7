//! Proof that the chip is no copy: gated on what Passive Authentication found.

use super::chain::Anchors;
use super::revocation::RevocationList;
use super::time::Moment;
use super::trust::Trust;

/// The contract's `clone`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloneCheck {
    /// The verdict.
    pub status: CloneStatus,
    /// Which protocol was judged.
    pub method: Option<Method>,
    /// What was accepted although it is not as it should be.
    pub deviations: Vec<&'static str>,
    /// For an engineer.
    pub detail: String,
}

/// The contract's `clone.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloneStatus {
    /// The chip knows the private key of an authentic data group.
    Proved,
    /// It answered wrongly.
    Failed,
    /// This chip has no key of this kind.
    NotSupported,
    /// There is no evidence, or nothing authentic to hold it against.
    NotTried,
}

/// The three ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Doc 9303 part 11 §6.1
    ActiveAuthentication,
    /// Doc 9303 part 11 §6.2
    ChipAuthentication,
    /// Doc 9303 part 11 §4.4.3.5
    PaceMapping,
}

/// What the data groups say, those only that EF.SOD covers.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'a> {
    /// The chain is trusted, and every data group matches.
    pub is_authentic: bool,
    /// EF.SOD lists DG14, DG15.
    pub lists_keys: bool,
    /// Its bytes.
    pub dg14: Option<&'a [u8]>,
    /// Its bytes.
    pub dg15: Option<&'a [u8]>,
    /// EF.CardSecurity, which has a signature of its own.
    pub card_security: Option<&'a [u8]>,
}

impl CloneCheck {
    /// Judges the evidence.
    pub fn check(
        covered: Covered<'_>,
        trust: &Trust<'_>,
        anchors: &Anchors<'_>,
        lists: &[RevocationList<'_>],
        at: Moment,
    ) -> Self {
        let _ = (anchors, lists, at);
        if !covered.lists_keys {
            return Self::without_method(CloneStatus::NotSupported, "EF.SOD lists neither DG14 nor DG15");
        }
        if trust.active.is_none() && trust.chip.is_none() {
            return Self::without_method(CloneStatus::NotTried, "no evidence");
        }
        Self::without_method(CloneStatus::NotTried, "EF.SOD is not authentic")
    }

    fn without_method(status: CloneStatus, detail: &str) -> Self {
        Self { status, method: None, deviations: Vec::new(), detail: detail.to_owned() }
    }
}

impl CloneStatus {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Failed => "failed",
            Self::NotSupported => "notSupported",
            Self::NotTried => "notTried",
        }
    }
}

impl Method {
    /// For the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::ActiveAuthentication => "activeAuthentication",
            Self::ChipAuthentication => "chipAuthentication",
            Self::PaceMapping => "paceMapping",
        }
    }
}
