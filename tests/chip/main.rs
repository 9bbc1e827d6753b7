//! The chip's files, signatures and chains.
#![cfg(feature = "chip")]

mod cards;
mod curves;
mod differential;
mod lds;
mod lds_bounds;
mod limits;
mod wycheproof;
