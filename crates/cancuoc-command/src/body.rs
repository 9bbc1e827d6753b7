use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::StatusCode;
use hyper::body::{Body, Incoming};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::arguments::Settings;
use crate::reply::Reply;

/// The body of a request, and its share of what all of them together may hold.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) bytes: Vec<u8>,
    share: Option<OwnedSemaphorePermit>,
}

/// Reads bodies.
pub(crate) struct Reader {
    most: usize,
    time: Duration,
    /// Bytes that all bodies together may take, and those that they may still take.
    all: usize,
    room: Arc<Semaphore>,
}

impl Reader {
    pub(crate) fn new(settings: &Settings) -> Self {
        let all = settings.bodies.min(Semaphore::MAX_PERMITS);
        let room = Arc::new(Semaphore::new(all));
        Self { most: settings.max_body, time: settings.read_time, all, room }
    }

    /// Bytes of the bodies that are here.
    pub(crate) fn held(&self) -> usize {
        self.all.saturating_sub(self.room.available_permits())
    }

    /// The whole body, or what is answered to one that is too long, too slow, or one too many.
    pub(crate) async fn read(&self, body: Incoming) -> Result<Held, Reply> {
        // Nothing of what says itself that it is too large is read.
        let promised = body.size_hint().lower();
        if usize::try_from(promised).ok().is_none_or(|promised| promised > self.most) {
            return Err(self.too_large());
        }
        let late = |_| {
            let words = "the request did not come in time";
            Reply::refusing(StatusCode::REQUEST_TIMEOUT, "limit.time", words).closing()
        };
        timeout(self.time, self.collect(body)).await.map_err(late)?
    }

    async fn collect(&self, mut body: Incoming) -> Result<Held, Reply> {
        let mut held = Held::default();
        while let Some(frame) = body.frame().await {
            let broken = |_| {
                let words = "the request broke off";
                Reply::refusing(StatusCode::BAD_REQUEST, "call.request", words).closing()
            };
            // Trailers say nothing to us.
            let Ok(part) = frame.map_err(broken)?.into_data() else { continue };
            if held.bytes.len().saturating_add(part.len()) > self.most {
                return Err(self.too_large());
            }
            held.share(self.share(part.len())?);
            held.bytes.extend_from_slice(&part);
        }
        Ok(held)
    }

    fn share(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Reply> {
        let share = u32::try_from(bytes).ok();
        let share = share.and_then(|share| Arc::clone(&self.room).try_acquire_many_owned(share).ok());
        share.ok_or_else(|| Reply::busy().closing())
    }

    fn too_large(&self) -> Reply {
        let words = format!("a request, bytes: at most {}", self.most);
        Reply::refusing(StatusCode::PAYLOAD_TOO_LARGE, "limit.input", &words).closing()
    }
}

impl Held {
    fn share(&mut self, more: OwnedSemaphorePermit) {
        match &mut self.share {
            Some(share) => share.merge(more),
            None => self.share = Some(more),
        }
    }
}
