//! How the house is built: one table of findings.

mod findings;
