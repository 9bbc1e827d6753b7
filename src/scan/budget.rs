//! Work instead of time: the core has no clock.

/// What may still be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    limit: u64,
    spent: u64,
}

impl Budget {
    /// `units` of work, each about a nanosecond of the calibrating machine (see `docs/scan.md`).
    pub(super) fn new(units: u64) -> Self {
        Self { limit: units, spent: 0 }
    }

    pub(super) fn spend(&mut self, units: usize) {
        self.spent = self.spent.saturating_add(u64::try_from(units).unwrap_or(u64::MAX));
    }

    pub(super) fn is_spent(&self) -> bool {
        self.spent >= self.limit
    }

    /// Whether as much as this is left.
    pub(super) fn allows(&self, units: usize) -> bool {
        u64::try_from(units).is_ok_and(|units| self.limit.saturating_sub(self.spent) >= units)
    }

    /// All that was spent, also beyond the budget.
    pub(super) fn spent(&self) -> u64 {
        self.spent
    }
}
