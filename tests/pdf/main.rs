//! The official form as a PDF. What stands in it is read again by Poppler, in `pkg-tests/node/pdf.test.mjs`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what goes wrong in a test ends it")]

mod examples;
mod pages;
mod refusals;
