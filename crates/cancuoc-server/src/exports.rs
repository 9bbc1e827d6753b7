//! What a host calls: `memory`, `cancuoc_alloc`, `cancuoc_free`, `cancuoc_call`.
//!
//! The host asks for bytes, writes a request into them, calls, reads the answer and gives both back. A trap leaves the
//! instance unusable: every later call is answered with `internal.trap`, until the host makes a new instance.
#![allow(unsafe_code, reason = "names that hosts know; nothing else here is unsafe")]

use std::cell::{Cell, RefCell};

use crate::answer::refusal;
use crate::request::LONGEST;

thread_local! {
    /// What the host was given and has not given back.
    static BUFFERS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    /// A call has begun and not ended.
    static CALLING: Cell<bool> = const { Cell::new(false) };
}

/// Bytes for a request; 0 when there are not so many.
#[unsafe(export_name = "cancuoc_alloc")]
extern "C" fn alloc(len: u32) -> u32 {
    let Ok(len) = usize::try_from(len) else { return 0 };
    let mut buffer = Vec::new();
    if len > LONGEST || buffer.try_reserve_exact(len.max(1)).is_err() {
        return 0;
    }
    buffer.resize(len.max(1), 0);
    keep(buffer)
}

/// Takes back what [`alloc`] or [`call`] gave; anything else is left alone.
#[unsafe(export_name = "cancuoc_free")]
extern "C" fn free(ptr: u32, _len: u32) {
    BUFFERS.with_borrow_mut(|buffers| buffers.retain(|buffer| place(buffer) != ptr));
}

/// Answers the request that stands in bytes of [`alloc`]: where the answer begins, shifted by 32, and its length.
#[unsafe(export_name = "cancuoc_call")]
extern "C" fn call(ptr: u32, len: u32) -> u64 {
    if CALLING.replace(true) {
        return give(refusal("internal.trap", "an earlier call stopped: make a new instance"));
    }
    let found = BUFFERS.with_borrow_mut(|buffers| {
        let at = buffers.iter().position(|buffer| place(buffer) == ptr)?;
        Some(buffers.swap_remove(at))
    });
    let request = found.as_deref().and_then(|buffer| buffer.get(..usize::try_from(len).ok()?));
    let answer = match request.map(std::str::from_utf8) {
        None => refusal("call.memory", "the request does not stand in bytes of cancuoc_alloc"),
        Some(Err(_)) => refusal("call.utf8", "the request is not UTF-8"),
        Some(Ok(request)) => crate::call(request),
    };
    // Back in its place: the host gives it back itself, or writes the next request into it.
    if let Some(buffer) = found {
        BUFFERS.with_borrow_mut(|buffers| buffers.push(buffer));
    }
    CALLING.set(false);
    give(answer)
}

fn give(answer: String) -> u64 {
    let mut answer = answer.into_bytes();
    answer.shrink_to_fit();
    let len = u64::try_from(answer.len()).unwrap_or(0);
    (u64::from(keep(answer)) << 32) | len
}

fn keep(buffer: Vec<u8>) -> u32 {
    let place = place(&buffer);
    BUFFERS.with_borrow_mut(|buffers| buffers.push(buffer));
    place
}

/// Where a buffer begins. The host writes there between calls, so the address is known outside.
fn place(buffer: &[u8]) -> u32 {
    u32::try_from(buffer.as_ptr().expose_provenance()).unwrap_or(0)
}
