//! The machine that a caller steps through.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use super::failure::{Failure, Reason};
use super::link::{Link, Request};
use super::outcome::Outcome;
use super::progress::Progress;
use super::random::Random;
use super::reading::Reading;
use super::settings::Settings;
use crate::Error;

/// One reading of one card: commands out, answers in.
///
/// ```
/// # use cancuoc::reader::{Answer, CardReader, Key, Settings, Step, RANDOM_OCTETS};
/// # fn random() -> Vec<u8> { (0..RANDOM_OCTETS).map(|i| (i * 7 + i / 256) as u8).collect() }
/// # fn transmit(_command: &[u8], _timeout: u32) -> Option<Vec<u8>> { None }
/// let key = Key::mrz("001199000015", "1999-02-01", "2039-02-01")?;
/// let mut reader = CardReader::new(Settings::new(key), &random())?;
/// let mut step = reader.start();
/// loop {
///     step = match step {
///         Step::Transmit { command, timeout } => match transmit(&command, timeout) {
///             Some(answer) => reader.next(Answer::Octets(&answer)),
///             None => reader.next(Answer::Lost),
///         },
///         Step::Done(outcome) => break println!("{} files", outcome.files.len()),
///         Step::Failed(failure) => break println!("{}", failure.reason),
///     };
/// }
/// # Ok::<(), cancuoc::Error>(())
/// ```
///
/// Keys, nonces and counters are wiped when it ends or is dropped. What the callers' buffers held is theirs.
pub struct CardReader {
    link: Link,
    work: Option<Work>,
    wrong_keys: u8,
}

/// The protocol, waiting for an answer.
type Work = Pin<Box<dyn Future<Output = Result<Outcome, Failure>> + Send>>;

/// What to do next.
pub enum Step {
    /// Send this to the card.
    Transmit {
        /// The command, as octets.
        command: Vec<u8>,
        /// Milliseconds that the card may take.
        timeout: u32,
    },
    /// The reading is over.
    Done(Box<Outcome>),
    /// The reading is over without a result.
    Failed(Box<Failure>),
}

/// What became of a command.
#[derive(Clone, Copy)]
pub enum Answer<'a> {
    /// The answer, its status word last.
    Octets(&'a [u8]),
    /// The card left the field.
    Lost,
    /// The card did not answer in time.
    TimedOut,
    /// The caller gave up.
    Aborted,
    /// The transport failed.
    Broken,
}

impl CardReader {
    /// A reading. `random`: [`RANDOM_OCTETS`](super::RANDOM_OCTETS) octets from the system's generator, for this reading
    /// alone.
    ///
    /// # Errors
    /// `reader.random`; `reader.key` when a person should confirm the key first; `limit.input`.
    pub fn new(settings: Settings, random: &[u8]) -> Result<Self, Error> {
        settings.check()?;
        let before = settings.resume.as_ref().map(|resume| resume.random);
        let random = Random::new(random, before)?;
        let link = Link::default();
        let wrong_keys = settings.wrong_keys;
        let work = Reading::new(link.clone(), settings, random).run();
        Ok(Self { link, work: Some(Box::pin(work)), wrong_keys })
    }

    /// The first step.
    pub fn start(&mut self) -> Step {
        self.step()
    }

    /// The step that follows an answer. After the end, and for an answer that nothing asked for, it is
    /// [`Step::Failed`].
    pub fn next(&mut self, answer: Answer<'_>) -> Step {
        self.link.mailbox().answer = Some(match answer {
            Answer::Octets(octets) => Ok(octets.to_vec()),
            Answer::Lost => Err(Reason::TagLost),
            Answer::TimedOut => Err(Reason::TimedOut),
            Answer::Aborted => Err(Reason::Aborted),
            Answer::Broken => Err(Reason::Transport),
        });
        self.step()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.link.mailbox().progress
    }

    fn step(&mut self) -> Step {
        let mut context = Context::from_waker(Waker::noop());
        let polled = self.work.as_mut().map(|work| work.as_mut().poll(&mut context));
        let request = self.link.mailbox().request.take();
        match (polled, request) {
            (Some(Poll::Pending), Some(Request { command, timeout })) => Step::Transmit { command, timeout },
            (Some(Poll::Ready(ended)), _) => {
                self.work = None;
                match ended {
                    Ok(outcome) => Step::Done(Box::new(outcome)),
                    Err(failure) => Step::Failed(Box::new(failure)),
                }
            }
            _ => {
                self.work = None;
                let reason = Reason::Protocol("a step out of turn");
                Step::Failed(Box::new(Failure { reason, resume: None, wrong_keys: self.wrong_keys }))
            }
        }
    }
}

/// How far it is.
impl std::fmt::Debug for CardReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("CardReader").field(&self.progress()).finish()
    }
}

/// Which kind of step, and how long a command is.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Transmit { command, .. } => write!(f, "Transmit({})", command.len()),
            Self::Done(outcome) => f.debug_tuple("Done").field(outcome).finish(),
            Self::Failed(failure) => f.debug_tuple("Failed").field(failure).finish(),
        }
    }
}

/// Which kind of answer, and how long.
impl std::fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Octets(octets) => write!(f, "Octets({})", octets.len()),
            Self::Lost => f.write_str("Lost"),
            Self::TimedOut => f.write_str("TimedOut"),
            Self::Aborted => f.write_str("Aborted"),
            Self::Broken => f.write_str("Broken"),
        }
    }
}
