use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use cancuoc::Error;
use hyper::StatusCode;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::arguments::Settings;
use crate::job::Job;
use crate::reply::Reply;

/// Makes answers, on threads of their own so that a long one keeps no short one waiting, and not more than fit.
pub(crate) struct Worker {
    places: Arc<Semaphore>,
    most: usize,
    time: Duration,
}

impl Worker {
    pub(crate) fn new(settings: &Settings) -> Self {
        let places = Arc::new(Semaphore::new(settings.queue));
        Self { places, most: settings.queue, time: settings.answer_time }
    }

    /// Answers in the making or waiting.
    pub(crate) fn queued(&self) -> usize {
        self.most.saturating_sub(self.places.available_permits())
    }

    pub(crate) async fn answer(&self, job: Job) -> Reply {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else { return Reply::busy() };
        let mut made = spawn_blocking(move || {
            // Held until the answer is made, also when nobody waits for it any more.
            let _place = place;
            // A panic is one answer's matter.
            catch_unwind(AssertUnwindSafe(|| job.answer())).unwrap_or_else(|_| fault())
        });
        match timeout(self.time, &mut made).await {
            Ok(reply) => reply.unwrap_or_else(|_| fault()),
            Err(_) => {
                // One that has not begun gives its place back at once.
                made.abort();
                Reply::refusing(StatusCode::SERVICE_UNAVAILABLE, "limit.time", "the answer took too long")
            }
        }
    }
}

fn fault() -> Reply {
    Reply::of_error(&Error::new("internal.panic", "the server has a fault; the log says where"))
}
