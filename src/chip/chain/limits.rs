//! How much the search for a chain may cost.

/// What a path may cost. A list of 5,000 authorities with one name, or a SOD full of authorities that sign
/// each other, ends here.
#[derive(Clone, Copy, Debug)]
pub struct ChainLimits {
    /// Certificates between signer and anchor. One (a link certificate) is in the field.
    pub intermediates: u32,
    /// Signatures that are tried in all.
    pub signatures: u32,
    /// Anchors and certificates that came along.
    pub certificates: usize,
}

/// The limits of every chain.
pub const CHAIN_LIMITS: ChainLimits = ChainLimits { intermediates: 3, signatures: 64, certificates: 20_000 };
