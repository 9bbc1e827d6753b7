use std::convert::Infallible;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use crate::arguments::Settings;
use crate::log::{self, Line};
use crate::service::Service;
use crate::{MISUSE, clock};

/// Bytes of a request's head at most, and read at once.
const HEAD: usize = 64 << 10;

/// Serves until SIGTERM or Ctrl+C.
pub(crate) fn run(settings: &Settings) -> ExitCode {
    log::panics_by_place();
    warm_up();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores)
        .max_blocking_threads(cores)
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    let served = runtime.block_on(serve(settings));
    // An answer that nobody waits for any more is not waited for.
    runtime.shutdown_background();
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &io::Error) -> ExitCode {
    log::write(&Line { event: "failed", detail: Some(&error.to_string()), ..Line::default() });
    ExitCode::from(MISUSE)
}

/// Packs and units are read before the first request, which then takes no longer than the others.
fn warm_up() {
    for request in [r#"{ "call": "listForms" }"#, r#"{ "call": "parseAddress", "args": [""] }"#] {
        cancuoc_server::call_on(request, clock::today());
    }
}

async fn serve(settings: &Settings) -> io::Result<()> {
    let listener = TcpListener::bind(settings.listen).await?;
    let address = listener.local_addr()?.to_string();
    let stop = stopped()?;
    log::write(&Line { event: "listening", address: Some(&address), ..Line::default() });
    let server = Server {
        service: Arc::new(Service::new(settings)),
        places: Arc::new(Semaphore::new(settings.connections)),
        open: GracefulShutdown::new(),
        read_time: settings.read_time,
    };
    tokio::select! {
        () = server.accept(&listener) => {}
        () = stop => {}
    }
    // Whoever is connected hears with the next answer that it is the last one, so no request crosses the end of its
    // connection; who comes new is still answered, until load balancers have seen `/health`.
    log::write(&Line { event: "stopping", ..Line::default() });
    server.service.stop();
    let _ = timeout(settings.drain, server.accept(&listener)).await;
    server.accept_waiting(listener);
    let open = server.open.count();
    let ended = timeout(settings.grace, server.open.shutdown()).await;
    let left = if ended.is_ok() { 0 } else { open };
    log::write(&Line { event: "stopped", left: Some(left), ..Line::default() });
    Ok(())
}

struct Server {
    service: Arc<Service>,
    /// For connections.
    places: Arc<Semaphore>,
    open: GracefulShutdown,
    read_time: Duration,
}

impl Server {
    async fn accept(&self, listener: &TcpListener) {
        loop {
            self.accept_one(listener).await;
        }
    }

    async fn accept_one(&self, listener: &TcpListener) {
        // Nobody closes the semaphore. Who finds no place waits in the system's queue.
        let Ok(place) = Arc::clone(&self.places).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => self.converse(stream, place),
            // No file descriptors left, or the client is gone already: the next one after a while.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }

    /// Those that the system has taken for us already; then the door closes.
    fn accept_waiting(&self, listener: TcpListener) {
        let Ok(listener) = listener.into_std() else { return };
        while let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            let Ok((stream, _)) = listener.accept() else { return };
            if stream.set_nonblocking(true).is_ok()
                && let Ok(stream) = TcpStream::from_std(stream)
            {
                self.converse(stream, place);
            }
        }
    }

    fn converse(&self, stream: TcpStream, place: OwnedSemaphorePermit) {
        // Only slower without it.
        let _ = stream.set_nodelay(true);
        let service = Arc::clone(&self.service);
        let answer = service_fn(move |request| {
            let service = Arc::clone(&service);
            async move { Ok::<_, Infallible>(service.answer(request).await) }
        });
        let mut http = Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(self.read_time).max_buf_size(HEAD);
        let connection = self.open.watch(http.serve_connection(TokioIo::new(stream), answer));
        tokio::spawn(async move {
            // A connection that breaks off is the client's matter.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// Ends with the signal to stop.
#[cfg(unix)]
fn stopped() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminated, mut interrupted) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

/// Ends with the signal to stop.
#[cfg(not(unix))]
fn stopped() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
