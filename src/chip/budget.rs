//! How much one call may cost: every part of it spends from one budget, so that limits of the parts cannot be
//! multiplied with each other.

use std::cell::Cell;

use super::tlv::{Fault, TlvError};

/// What is left of a call's work. A unit is about a microsecond of `chip.wasm` on the machine of
/// `docs/limits.md`, where the prices were measured.
#[derive(Debug)]
pub struct Budget {
    left: Cell<u64>,
    is_spent: Cell<bool>,
}

impl Budget {
    /// Of one call. The German master list (600 certificates) costs 20,000, a card of Vietnam's shape 4,000.
    pub const UNITS: u64 = 200_000;

    /// A budget of so many units.
    pub fn new(units: u64) -> Self {
        Self { left: Cell::new(units), is_spent: Cell::new(false) }
    }

    /// Pays for work before it is done. Once something could not be paid for, nothing can: what is cheap must
    /// not go on where what is dear was left out.
    ///
    /// # Errors
    /// [`Fault::Spent`]
    pub fn spend(&self, units: u64) -> Result<(), TlvError> {
        match self.left.get().checked_sub(units) {
            Some(left) if !self.is_spent.get() => {
                self.left.set(left);
                Ok(())
            }
            _ => {
                self.is_spent.set(true);
                Err(TlvError { fault: Fault::Spent, position: 0 })
            }
        }
    }

    /// Something was left undone.
    pub fn is_spent(&self) -> bool {
        self.is_spent.get()
    }

    /// What has been paid so far, of [`Budget::UNITS`].
    pub fn spent(&self) -> u64 {
        Self::UNITS.saturating_sub(self.left.get())
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::new(Self::UNITS)
    }
}

/// Hashing so many octets: 128 MB a second.
pub(super) fn hashing(octets: usize) -> u64 {
    octets_in(octets, 128)
}

/// So many octets that are looked at or copied a few times.
pub(super) fn octets_in(octets: usize, per_unit: usize) -> u64 {
    u64::try_from(octets.checked_div(per_unit).unwrap_or(octets)).unwrap_or(u64::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_first_thing_that_is_too_dear_nothing_is_paid_for() {
        let budget = Budget::new(10);
        assert!(budget.spend(4).is_ok());
        assert!(!budget.is_spent());
        assert_eq!(budget.spend(7).unwrap_err().fault, Fault::Spent);
        assert!(budget.is_spent());
        assert!(budget.spend(1).is_err());
    }
}
