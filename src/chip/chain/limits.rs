//! How large a chain may be. What the search for it costs is bounded by the call's
//! [`Budget`](crate::chip::Budget).

/// Bounds of a chain.
#[derive(Clone, Copy, Debug)]
pub struct ChainLimits {
    /// Certificates between signer and anchor. One (a link certificate) is in the field.
    pub intermediates: u32,
    /// Anchors and certificates that came along.
    pub certificates: usize,
}

/// The limits of every chain.
pub const CHAIN_LIMITS: ChainLimits = ChainLimits { intermediates: 3, certificates: 20_000 };
