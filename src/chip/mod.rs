//! The chip: data groups, EF.SOD and its signature, the chain to an anchor of the caller, and proof that
//! the chip is no copy.
//!
//! ICAO Doc 9303 parts 10, 11 and 12; RFC 5652 (CMS), RFC 5280 (certificates), RFC 8017 (RSA), RFC 5639
//! (Brainpool curves), BSI TR-03110.

mod active_authentication;
pub mod budget;
pub mod certificate;
pub mod chain;
mod chip_authentication;
pub mod clone;
pub mod cms;
mod country;
pub mod crypto;
mod denial;
mod file_bytes;
pub mod files;
pub mod findings;
mod given_trust;
pub mod key;
pub mod key_use;
pub mod lds;
pub mod master_list;
pub mod name;
pub mod oid;
pub mod passive;
pub mod pem;
mod reading;
mod report;
pub mod revocation;
pub mod scheme;
pub(crate) mod secure_messaging;
pub mod security_object;
pub mod time;
pub mod tlv;
pub mod trust;
mod trust_file;

pub use budget::Budget;
pub use file_bytes::FileBytes;
pub use files::{FileName, Files};
pub use given_trust::GivenTrust;
pub use reading::{ChipReading, Group, GroupStatus, PortraitPlace, Step, read_chip};
pub use report::ChipReport;
pub use trust::{ActiveEvidence, ChipEvidence, Leniency, Origin, Policy, Trust};
pub use trust_file::{RevocationDates, TrustFile, TrustPart, describe_trust};
