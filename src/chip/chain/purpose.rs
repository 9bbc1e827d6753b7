//! What a signer may sign.

/// What the signer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signs documents.
    Document,
    /// Signs master lists.
    MasterList,
}
