//! The chip: data groups, EF.SOD and its signature, the chain to an anchor of the caller, and proof that
//! the chip is no copy.
//!
//! ICAO Doc 9303 parts 10, 11 and 12; RFC 5652 (CMS), RFC 5280 (certificates), RFC 8017 (RSA), RFC 5639
//! (Brainpool curves), BSI TR-03110.

pub mod crypto;
pub mod findings;
pub mod lds;
pub mod tlv;
