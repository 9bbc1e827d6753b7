//! What the caller trusts, when it judges, and what it recorded: the second argument of `readChip`.

use super::time::Moment;

/// Nothing in here is true by itself: anchors are the caller's choice, lists count only when an anchor of
/// the caller signed them.
#[derive(Clone, Debug, Default)]
pub struct Trust<'a> {
    /// Certificates of country signing authorities, in DER.
    pub anchors: Vec<&'a [u8]>,
    /// Master lists, each with the certificate of the authority that its signer must chain to.
    pub master_lists: Vec<(&'a [u8], &'a [u8])>,
    /// Revocation lists, in DER.
    pub revocation_lists: Vec<&'a [u8]>,
    /// When validity is judged; without it the day of the options.
    pub at: Option<Moment>,
    /// What the chip answered to the caller's challenge.
    pub active: Option<ActiveEvidence<'a>>,
    /// What a reader recorded of Chip Authentication or PACE-CAM.
    pub chip: Option<ChipEvidence<'a>>,
    /// Opt-ins.
    pub policy: Policy,
}

/// INTERNAL AUTHENTICATE (Doc 9303 part 11 §6.1).
#[derive(Clone, Copy, Debug)]
pub struct ActiveEvidence<'a> {
    /// RND.IFD: eight octets that the caller drew at random and uses once. Who reuses one proves nothing.
    pub challenge: &'a [u8],
    /// The chip's answer, without status word.
    pub response: &'a [u8],
}

/// Evidence of a key agreement with the chip's static key.
#[derive(Clone, Copy, Debug)]
pub enum ChipEvidence<'a> {
    /// Chip Authentication (Doc 9303 part 11 §6.2): the caller's ephemeral private key, used once, is the
    /// challenge; who knows it can make the answer, so it proves something only to its owner.
    Agreement {
        /// The scalar, big-endian, as long as the curve's field.
        terminal_key: &'a [u8],
        /// The first protected answer after the agreement (send sequence counter 2), with its status word.
        response: &'a [u8],
        /// Of the key in DG14, when there are several.
        key_id: Option<u32>,
    },
    /// PACE with Chip Authentication Mapping (Doc 9303 part 11 §4.4.3.5): holds as far as the reader that
    /// ran PACE with this mapping key is trusted.
    Mapping {
        /// The chip's mapping key: `04‖x‖y`.
        public_key: &'a [u8],
        /// CA_IC, decrypted.
        data: &'a [u8],
    },
}

/// What is accepted although it is not as it should be. The default refuses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Policy {
    /// A signature on another curve than the signer's certificate names.
    pub curve_mismatch: Leniency,
    /// Countries of signer, authority and DG1 that differ, or are not given.
    pub country: Leniency,
}

/// Refuse, or accept and say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leniency {
    /// Refuse.
    #[default]
    Refuse,
    /// Accept and say so.
    Report,
}
