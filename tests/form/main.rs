//! Packs, their rules, validation and sealed applications.

mod compiled;
mod ct01;
mod packs;
mod rules;
mod seal;
