//! `readChip`: all checks in one answer.

mod check;
mod chip_reading;
mod group;
mod holder;
mod outcome;
mod portrait_place;
mod trail;
mod trust_store;

pub use check::read_chip;
pub use chip_reading::ChipReading;
pub use group::{Group, GroupStatus};
pub use portrait_place::PortraitPlace;
pub use trail::Step;
