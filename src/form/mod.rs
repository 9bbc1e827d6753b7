//! (being built)

pub mod findings;
