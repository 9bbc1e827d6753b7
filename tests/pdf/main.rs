//! The official form as a PDF, read again by a reader that shares no code with its writer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "what goes wrong in a test ends it"
)]

mod answers;
mod examples;
mod pages;
mod refusals;
