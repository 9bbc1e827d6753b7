//! The way to the card: in clear, under a session, or closed.

use super::apdu::{Command, Reply};
use super::failure::Reason;
use super::link::Link;
use super::progress::{Progress, Stage};
use super::session::{Death, Session};

/// Sends commands. After a session has died nothing is sent until [`Channel::reset`].
pub(super) struct Channel {
    link: Link,
    state: State,
    /// Octets of the longest command and answer that the transport carries.
    pub(super) longest_command: usize,
    pub(super) longest_answer: usize,
}

enum State {
    Clear,
    Protected(Session),
    Closed,
}

/// Why a command has no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The reading ends.
    Ended(Reason),
    /// The session is over; a new one may go on.
    Dead(Death),
}

impl From<Reason> for Trouble {
    fn from(reason: Reason) -> Self {
        Self::Ended(reason)
    }
}

impl Trouble {
    /// When no new session is wanted.
    pub(super) fn into_reason(self) -> Reason {
        match self {
            Self::Ended(reason) => reason,
            Self::Dead(Death::Naked(_)) => Reason::Protocol("a status word that nothing protects"),
            Self::Dead(Death::Forged) => Reason::Protocol("an answer whose checksum is wrong"),
        }
    }
}

impl Channel {
    /// In clear.
    pub(super) fn new(link: Link, longest_command: usize, longest_answer: usize) -> Self {
        Self { link, state: State::Clear, longest_command, longest_answer }
    }

    /// Forgets a session; what follows goes in clear, which also ends the session on the card.
    pub(super) fn reset(&mut self) {
        self.state = State::Clear;
    }

    /// Protects what follows.
    pub(super) fn protect(&mut self, session: Session) {
        self.state = State::Protected(session);
    }

    /// Sends a command and takes its reply.
    pub(super) async fn send(&mut self, command: Command) -> Result<Reply, Trouble> {
        let too_long = Reason::Protocol("a command too long for the transport");
        let octets = match &mut self.state {
            State::Clear => command.encode(),
            State::Protected(session) => session.protect(&command),
            State::Closed => return Err(Reason::Protocol("a command after the end of its session").into()),
        };
        let octets = octets.filter(|octets| octets.len() <= self.longest_command).ok_or(too_long)?;
        let answer = self.link.transmit(octets, command.timeout).await?;
        let reply = match &mut self.state {
            State::Protected(session) => session.open(&answer),
            _ => clear(answer).ok_or(Death::Forged),
        };
        reply.map_err(|death| {
            self.state = State::Closed;
            Trouble::Dead(death)
        })
    }

    /// As `send`, and gives back the answer as it came, whatever it is worth: evidence. The session is over
    /// when it is worth nothing.
    pub(super) async fn send_for_evidence(&mut self, command: Command) -> Result<(Vec<u8>, bool), Reason> {
        let State::Protected(session) = &mut self.state else {
            return Err(Reason::Protocol("evidence without a session"));
        };
        let octets = session.protect(&command).ok_or(Reason::Protocol("a command too long"))?;
        let answer = self.link.transmit(octets, command.timeout).await?;
        let State::Protected(session) = &mut self.state else { return Ok((answer, false)) };
        let holds = session.open(&answer).is_ok();
        if !holds {
            self.state = State::Closed;
        }
        Ok((answer, holds))
    }

    /// Tells how far the reading is.
    pub(super) fn at(&self, stage: Stage) {
        self.tell(Progress { stage, ..Progress::default() });
    }

    /// Tells how far the reading is.
    pub(super) fn tell(&self, progress: Progress) {
        self.link.mailbox().progress = progress;
    }

    /// The extended form may be tried.
    pub(super) fn is_long(&self) -> bool {
        self.longest_answer > super::apdu::SHORT_ANSWER.saturating_add(2) && self.longest_command > 261
    }
}

fn clear(mut answer: Vec<u8>) -> Option<Reply> {
    let status = answer.split_off(answer.len().checked_sub(2)?);
    Some(Reply { data: answer, status: u16::from_be_bytes(status.try_into().ok()?) })
}
