use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use cancuoc::Error;
use cancuoc_server::{Function, run};
use hyper::StatusCode;
use hyper::body::Bytes;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::reply::{JSON, Reply};
use super::{body, clock};

/// Makes answers, on threads of their own so that a long one keeps no short one waiting, and not more than fit.
pub(super) struct Worker {
    places: Arc<Semaphore>,
    time: Duration,
}

impl Worker {
    pub(super) fn new(queue: usize, time: Duration) -> Self {
        Self { places: Arc::new(Semaphore::new(queue)), time }
    }

    pub(super) async fn answer(&self, function: &'static Function, body: Bytes) -> Reply {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Reply::refusing(
                StatusCode::SERVICE_UNAVAILABLE,
                "limit.busy",
                "too many requests at once",
            );
        };
        let job = spawn_blocking(move || {
            // Held until the answer is made, also when nobody waits for it any more.
            let _place = place;
            called(function, &body)
        });
        match timeout(self.time, job).await {
            Ok(Ok(Ok(result))) => Reply::text(StatusCode::OK, JSON, ["{\"ok\":", &result, "}"].concat()),
            Ok(Ok(Err(error))) => Reply::of_error(&error),
            Ok(Err(_)) => Reply::of_error(&fault()),
            Err(_) => {
                Reply::refusing(StatusCode::SERVICE_UNAVAILABLE, "limit.time", "the answer took too long")
            }
        }
    }
}

/// A panic is one answer's matter.
fn called(function: &'static Function, body: &[u8]) -> Result<String, Error> {
    let call = || {
        let given = body::arguments(function, body)?;
        run(function, &given, clock::today())
    };
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(fault()))
}

fn fault() -> Error {
    Error::new("internal.panic", "the server has a fault; the log says where")
}
