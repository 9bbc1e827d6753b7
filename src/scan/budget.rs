//! Work instead of time: the core has no clock.

/// What may still be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    left: u64,
}

impl Budget {
    /// `units` of work, each about a nanosecond of the calibrating machine (see `docs/scan.md`).
    pub(super) fn new(units: u64) -> Self {
        Self { left: units }
    }

    pub(super) fn spend(&mut self, units: usize) {
        self.left = self.left.saturating_sub(u64::try_from(units).unwrap_or(u64::MAX));
    }

    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// Whether as much as this is left.
    pub(super) fn allows(&self, units: usize) -> bool {
        u64::try_from(units).is_ok_and(|units| self.left >= units)
    }

    /// Sets a part aside: work on it cannot eat the rest.
    pub(super) fn part(&mut self, units: u64) -> Self {
        let part = units.min(self.left);
        self.left = self.left.saturating_sub(part);
        Self { left: part }
    }

    /// Gives back what a part did not use.
    pub(super) fn give_back(&mut self, part: Self) {
        self.left = self.left.saturating_add(part.left);
    }
}
