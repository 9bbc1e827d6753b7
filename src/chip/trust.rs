//! What the caller trusts, when it judges, and what it recorded: the second argument of `readChip`.

use super::time::Moment;

/// Nothing in here is true by itself: anchors are the caller's choice, lists count only when an anchor of
/// the caller signed them.
#[derive(Clone, Debug, Default)]
pub struct Trust<'a> {
    /// Files with certificates of country signing authorities, each as [`pem`](super::pem) reads it.
    pub anchors: Vec<&'a [u8]>,
    /// Master lists, each with the certificates of the authorities that its signer must chain to.
    pub master_lists: Vec<(&'a [u8], &'a [u8])>,
    /// Files with revocation lists, each as [`pem`](super::pem) reads it.
    pub revocation_lists: Vec<&'a [u8]>,
    /// When validity is judged; without it the day of the options.
    pub at: Option<Moment>,
    /// What the chip answered to a challenge.
    pub active: Option<ActiveEvidence<'a>>,
    /// What a reader recorded of Chip Authentication or PACE-CAM.
    pub chip: Option<ChipEvidence<'a>>,
    /// Opt-ins, and what is asked beyond the default.
    pub policy: Policy,
}

/// Whose a challenge or an ephemeral key is. It decides what evidence proves: whoever made it can make the
/// evidence, too, out of public data or of an older reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The caller drew it at random for this reading and uses it once.
    Caller,
    /// It came with the evidence: out of a file, or from somebody else's reader.
    Recorded,
}

/// INTERNAL AUTHENTICATE (Doc 9303 part 11 §6.1).
#[derive(Clone, Copy, Debug)]
pub struct ActiveEvidence<'a> {
    /// RND.IFD, eight octets.
    pub challenge: &'a [u8],
    /// The chip's answer, without status word.
    pub response: &'a [u8],
    /// Who drew the challenge.
    pub origin: Origin,
}

/// Evidence of a key agreement with the chip's static key.
#[derive(Clone, Copy, Debug)]
pub enum ChipEvidence<'a> {
    /// Chip Authentication (Doc 9303 part 11 §6.2): the ephemeral private key is the challenge; who knows it can
    /// make the answer, so it proves something only to its owner.
    Agreement {
        /// The scalar, big-endian, as long as the curve's field.
        terminal_key: &'a [u8],
        /// The first protected answer after the agreement (send sequence counter 2), with its status word.
        response: &'a [u8],
        /// Of the key in DG14, when there are several.
        key_id: Option<u32>,
        /// Who made the key.
        origin: Origin,
    },
    /// PACE with Chip Authentication Mapping (Doc 9303 part 11 §4.4.3.5). Nothing in it is the caller's: anybody can
    /// make such a pair for a public key, so it is always a claim.
    Mapping {
        /// The chip's mapping key: `04‖x‖y`.
        public_key: &'a [u8],
        /// CA_IC, decrypted.
        data: &'a [u8],
    },
}

/// What is accepted although it is not as it should be.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// A signature on another curve than the signer's certificate names. Refused by default.
    pub curve_mismatch: Leniency,
    /// Countries of signer, authority and document that differ, or are not given. Refused by default.
    pub country: Leniency,
    /// SHA-1, curves below 224 bits, keys used otherwise than their certificate says. Said by default.
    pub weak: Leniency,
    /// A chain of which the lists do not say that it is good. Said by default.
    pub revocation: Leniency,
}

/// Refuse, or accept and say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leniency {
    /// Refuse.
    Refuse,
    /// Accept and say so.
    Report,
}

impl Policy {
    /// For servers that decide alone: everything is refused that the default says only.
    pub const STRICT: Self = Self {
        curve_mismatch: Leniency::Refuse,
        country: Leniency::Refuse,
        weak: Leniency::Refuse,
        revocation: Leniency::Refuse,
    };

    /// Sets one of them by the contract's words: `curveMismatch` and `weak` to `refuse` or `report`, `country` and
    /// `revocation` to `require` or `report`. `None` for any other word, since a slip of the pen must not open a
    /// door.
    pub fn set(&mut self, name: &str, word: &str) -> Option<()> {
        let (place, refuse) = match name {
            "curveMismatch" => (&mut self.curve_mismatch, "refuse"),
            "country" => (&mut self.country, "require"),
            "weak" => (&mut self.weak, "refuse"),
            "revocation" => (&mut self.revocation, "require"),
            _ => return None,
        };
        *place = match word {
            "report" => Leniency::Report,
            word if word == refuse => Leniency::Refuse,
            _ => return None,
        };
        Some(())
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self { weak: Leniency::Report, revocation: Leniency::Report, ..Self::STRICT }
    }
}
