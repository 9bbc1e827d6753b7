//! Readers by PC/SC (PC/SC Workgroup, part 5; on Linux pcsc-lite).

use std::ffi::CStr;
use std::time::{Duration, Instant};

use pcsc::{Card as PcscCard, Context, Disposition, Error, Protocols, ReaderState, Scope, ShareMode, State};

use super::readers::{Card, Readers, Trouble};

/// All readers of the system.
pub struct PcscReaders;

struct Inserted(Option<PcscCard>);

impl Readers for PcscReaders {
    fn wait(&self, patience: Duration, is_wanted: &dyn Fn() -> bool) -> Result<Box<dyn Card>, Trouble> {
        let context = Context::establish(Scope::User).map_err(|_| Trouble::Absent)?;
        let end = Instant::now().checked_add(patience);
        loop {
            let names = context.list_readers_owned().map_err(trouble)?;
            if names.is_empty() {
                return Err(Trouble::Absent);
            }
            for name in &names {
                if let Some(card) = inserted(&context, name)? {
                    return Ok(Box::new(Inserted(Some(card))));
                }
            }
            if end.is_none_or(|end| Instant::now() >= end) {
                return Err(Trouble::TimedOut);
            }
            if !is_wanted() {
                return Err(Trouble::Broken);
            }
            std::thread::sleep(STEP);
        }
    }
}

/// The card on a reader, for us alone.
fn inserted(context: &Context, name: &CStr) -> Result<Option<PcscCard>, Trouble> {
    let mut states = [ReaderState::new(name, State::UNAWARE)];
    context.get_status_change(Duration::ZERO, &mut states).map_err(trouble)?;
    if !states.iter().any(|state| state.event_state().contains(State::PRESENT)) {
        return Ok(None);
    }
    match context.connect(name, ShareMode::Exclusive, Protocols::ANY) {
        Ok(card) => Ok(Some(card)),
        // Badly placed, or another program's for now.
        Err(
            Error::NoSmartcard
            | Error::RemovedCard
            | Error::SharingViolation
            | Error::UnresponsiveCard
            | Error::UnpoweredCard,
        ) => Ok(None),
        Err(error) => Err(trouble(error)),
    }
}

impl Card for Inserted {
    fn transmit(&mut self, command: &[u8]) -> Result<Vec<u8>, Trouble> {
        let card = self.0.as_ref().ok_or(Trouble::Lost)?;
        let mut buffer = vec![0; pcsc::MAX_BUFFER_SIZE_EXTENDED];
        card.transmit(command, &mut buffer).map(<[u8]>::to_vec).map_err(trouble)
    }
}

impl Drop for Inserted {
    fn drop(&mut self) {
        if let Some(card) = self.0.take() {
            // A reset ends the session on the card; that it may be gone does not matter.
            let _ = card.disconnect(Disposition::ResetCard);
        }
    }
}

fn trouble(error: Error) -> Trouble {
    match error {
        Error::NoReadersAvailable | Error::UnknownReader | Error::NoService | Error::ServiceStopped => {
            Trouble::Absent
        }
        Error::RemovedCard | Error::NoSmartcard | Error::ResetCard | Error::UnpoweredCard => Trouble::Lost,
        Error::Timeout => Trouble::TimedOut,
        _ => Trouble::Broken,
    }
}

/// Between two looks at the readers.
const STEP: Duration = Duration::from_millis(150);
