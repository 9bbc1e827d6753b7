//! The way to cards.

use std::time::Duration;

/// Card readers of this machine.
pub trait Readers: Send + Sync {
    /// Waits for a card on any of them; `is_wanted` says whether the page still waits.
    ///
    /// # Errors
    /// [`Trouble::Absent`] without a reader, [`Trouble::TimedOut`], [`Trouble::Broken`].
    fn wait(&self, patience: Duration, is_wanted: &dyn Fn() -> bool) -> Result<Box<dyn Card>, Trouble>;
}

/// A card that nobody else uses meanwhile. Dropping it ends every session on it.
pub trait Card {
    /// Sends one command and takes its answer, status word last.
    ///
    /// # Errors
    /// [`Trouble::Lost`], [`Trouble::TimedOut`], [`Trouble::Broken`].
    fn transmit(&mut self, command: &[u8]) -> Result<Vec<u8>, Trouble>;
}

/// What went wrong with reader or card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No reader, or no service of the system for readers.
    Absent,
    /// The card is gone.
    Lost,
    /// No card, or no answer, in time.
    TimedOut,
    /// The reader failed.
    Broken,
}

impl Trouble {
    /// As the page is told.
    pub fn word(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Lost => "lost",
            Self::TimedOut => "timeout",
            Self::Broken => "transport",
        }
    }
}
