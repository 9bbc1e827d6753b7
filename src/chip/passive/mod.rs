//! Passive Authentication (Doc 9303 part 11 §5.1): the data groups against EF.SOD, its signature, and the
//! chain of its signer.

mod chain_report;
mod check;
mod signer;
mod status;

pub use chain_report::ChainReport;
pub use check::{Hashes, Passive};
pub use signer::Signer;
pub use status::{PassiveProblem, SignatureStatus};
