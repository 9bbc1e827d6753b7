//! The chip: data groups, EF.SOD and its signature, the chain to an anchor of the caller, and proof that
//! the chip is no copy.
//!
//! ICAO Doc 9303 parts 10, 11 and 12; RFC 5652 (CMS), RFC 5280 (certificates), RFC 8017 (RSA), RFC 5639
//! (Brainpool curves), BSI TR-03110.

pub mod certificate;
pub mod chain;
pub mod cms;
pub mod crypto;
pub mod findings;
pub mod key;
pub mod lds;
pub mod master_list;
pub mod name;
pub mod oid;
pub mod passive;
pub mod revocation;
pub mod scheme;
pub mod security_object;
pub mod time;
pub mod tlv;
pub mod trust;
