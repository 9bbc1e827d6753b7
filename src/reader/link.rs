//! Where the machine and its caller meet: one command out, one answer in.
//!
//! The protocol is written as a `Future` that waits at each command. It needs no executor: the caller's answer
//! is what it waits for, so each step of the machine polls it once.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use super::apdu::GET_RESPONSE;
use super::failure::Reason;
use super::progress::Progress;

/// Of one reading.
#[derive(Default)]
pub(super) struct Mailbox {
    pub(super) request: Option<Request>,
    pub(super) answer: Option<Result<Vec<u8>, Reason>>,
    pub(super) progress: Progress,
    commands: u32,
}

/// A command as it goes out.
pub(super) struct Request {
    pub(super) command: Vec<u8>,
    pub(super) timeout: u32,
}

/// The protocol's end.
#[derive(Clone, Default)]
pub(super) struct Link(Arc<Mutex<Mailbox>>);

impl Link {
    /// The mailbox. A panic in between cannot leave it half written, so poison does not matter.
    pub(super) fn mailbox(&self) -> MutexGuard<'_, Mailbox> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a command and waits for all of its answer, status word last. An answer that the card hands out in
    /// parts (61xx) is fetched; GET RESPONSE is of the transport, so it is never protected.
    pub(super) async fn transmit(&self, command: Vec<u8>, timeout: u32) -> Result<Vec<u8>, Reason> {
        let mut answer = self.exchange(command, timeout).await?;
        let mut whole = Vec::new();
        loop {
            let at = answer.len().checked_sub(2).ok_or(Reason::Protocol("an answer without status word"))?;
            let (data, status) = answer.split_at_checked(at).unwrap_or_default();
            whole.extend_from_slice(data);
            if whole.len() > LONGEST_ANSWER.saturating_sub(2) {
                return Err(Reason::Limit("octets of an answer"));
            }
            let [0x61, waiting] = *status else {
                whole.extend_from_slice(status);
                return Ok(whole);
            };
            answer = self.exchange(vec![0, GET_RESPONSE, 0, 0, waiting], timeout).await?;
        }
    }

    async fn exchange(&self, command: Vec<u8>, timeout: u32) -> Result<Vec<u8>, Reason> {
        {
            let mut mailbox = self.mailbox();
            mailbox.commands = mailbox.commands.saturating_add(1);
            if mailbox.commands > MOST_COMMANDS {
                return Err(Reason::Limit("commands"));
            }
            mailbox.answer = None;
            mailbox.request = Some(Request { command, timeout });
        }
        let answer = poll_fn(|_| match self.mailbox().answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => Poll::Pending,
        })
        .await?;
        if answer.len() > LONGEST_ANSWER {
            return Err(Reason::Limit("octets of an answer"));
        }
        Ok(answer)
    }
}

/// Of one reading. Files of 1 MiB in blocks of 223 octets would take 4,703; a card has 0.15 MB, in about 700.
const MOST_COMMANDS: u32 = 5_000;
/// ISO/IEC 7816-4 §5.2: 65,536 octets of an extended answer and a status word.
const LONGEST_ANSWER: usize = 65_538;
