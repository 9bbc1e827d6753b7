//! CMS SignedData (RFC 5652 §5), as EF.SOD, EF.CardSecurity and master lists use it.

mod attributes;
mod problem;
mod signed_data;
mod signer_info;
mod verify;

pub use problem::SignatureProblem;
pub use signed_data::{SignedData, read_signed_data};
pub use signer_info::{SignerId, SignerInfo};
pub use verify::Verified;
