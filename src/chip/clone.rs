//! Proof that the chip is no copy: gated on what Passive Authentication found.

use super::active_authentication;
use super::chain::Anchors;
use super::chip_authentication;
use super::denial::Denial;
use super::revocation::RevocationList;
use super::time::Moment;
use super::trust::{ChipEvidence, Trust};

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
    /// EF.SOD lists DG14 or DG15, or cannot say.
    pub lists_keys: bool,
    /// Its bytes.
    pub dg14: Option<&'a [u8]>,
    /// Its bytes.
    pub dg15: Option<&'a [u8]>,
    /// EF.CardSecurity, which has a signature of its own.
    pub card_security: Option<&'a [u8]>,
}

impl CloneCheck {
    /// Judges the evidence. Of two kinds of evidence a wrong one outweighs a right one.
    pub fn check(
        covered: Covered<'_>,
        trust: &Trust<'_>,
        anchors: &Anchors<'_>,
        lists: &[RevocationList<'_>],
        at: Moment,
    ) -> Self {
        if !covered.lists_keys {
            return Self::untried(CloneStatus::NotSupported, "EF.SOD lists neither DG14 nor DG15");
        }
        if trust.active.is_none() && trust.chip.is_none() {
            return Self::untried(CloneStatus::NotTried, "no evidence");
        }
        if !covered.is_authentic {
            return Self::untried(CloneStatus::NotTried, "EF.SOD is not authentic");
        }
        let active = trust.active.map(|evidence| {
            Self::of(
                Method::ActiveAuthentication,
                active_authentication::check(covered.dg14, covered.dg15, evidence),
            )
        });
        let chip = trust.chip.map(|evidence| match evidence {
            ChipEvidence::Agreement { terminal_key, response, key_id } => Self::of(
                Method::ChipAuthentication,
                chip_authentication::agreement(covered.dg14, terminal_key, response, key_id)
                    .map(|()| Vec::new()),
            ),
            ChipEvidence::Mapping { public_key, data } => Self::of(
                Method::PaceMapping,
                chip_authentication::mapping(covered.card_security, anchors, lists, at, public_key, data)
                    .map(|()| Vec::new()),
            ),
        });
        match (active, chip) {
            (Some(one), Some(other)) => {
                if other.weight() > one.weight() {
                    other
                } else {
                    one
                }
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Self::untried(CloneStatus::NotTried, "no evidence"),
        }
    }

    fn untried(status: CloneStatus, detail: &str) -> Self {
        Self { status, method: None, deviations: Vec::new(), detail: detail.to_owned() }
    }

    fn of(method: Method, outcome: Result<Vec<&'static str>, Denial>) -> Self {
        let (status, deviations, detail) = match outcome {
            Ok(deviations) => (CloneStatus::Proved, deviations, String::new()),
            Err(Denial::Failed(detail)) => (CloneStatus::Failed, Vec::new(), detail),
            Err(Denial::NotSupported(detail)) => (CloneStatus::NotSupported, Vec::new(), detail.to_owned()),
            Err(Denial::NotJudged(detail)) => (CloneStatus::NotTried, Vec::new(), detail),
        };
        Self { status, method: Some(method), deviations, detail }
    }

    fn weight(&self) -> u8 {
        match self.status {
            CloneStatus::Failed => 3,
            CloneStatus::Proved => 2,
            CloneStatus::NotTried => 1,
            CloneStatus::NotSupported => 0,
        }
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
