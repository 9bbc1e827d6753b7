//! The packs that can be asked for: found by day, read when first asked for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};

use super::{Pack, compiled};
use crate::Error;
use crate::date::Date;
use crate::json::{self, Value};

/// `PACKS` (form, first day, text; sorted) and `SERVICES`, written by `build.rs`; empty without the feature `packs`.
mod built_in {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// The texts of the packs that are built in: form, first day, JSON.
pub fn pack_texts() -> &'static [(&'static str, &'static str, &'static str)] {
    built_in::PACKS
}

/// The catalogue's list of services; empty in a build without the feature `packs` until it is supplied.
pub(in crate::form) fn services() -> &'static [Value] {
    let built_in = || json::parse(built_in::SERVICES, json::LIMITS).unwrap_or_default();
    SERVICES.get_or_init(built_in).get("services").and_then(Value::as_array).unwrap_or_default()
}

/// Adds a version of a form, for a build without the feature `packs` (the package's `.wasm`, whose packs are
/// files beside it): a compiled pack, and with the feature `author` also a pack's JSON. A version that is there
/// already stays as it is.
///
/// # Errors
/// `limit.input` over 500 versions; those of [`Pack::from_compiled`].
pub fn supply_pack(form: &str, from: &str, bytes: &[u8]) -> Result<(), Error> {
    if !is_source(bytes) {
        compiled::checked(bytes)?;
    }
    let mut shelf = SHELF.write().unwrap_or_else(PoisonError::into_inner);
    let place = shelf.partition_point(|entry| (entry.form, entry.from) < (form, from));
    if shelf.get(place).is_some_and(|entry| (entry.form, entry.from) == (form, from)) {
        return Ok(());
    }
    if shelf.len() >= MOST {
        return Err(Error::limit("versions of forms", MOST));
    }
    // Given for as long as the program runs, and at most `MOST` times.
    let entry: &'static Entry = Box::leak(Box::new(Entry {
        form: String::leak(form.to_owned()),
        from: String::leak(from.to_owned()),
        bytes: Vec::leak(bytes.to_vec()),
        parsed: OnceLock::new(),
    }));
    shelf.insert(place, entry);
    Ok(())
}

/// A portal's own version of a form, at run time: a compiled pack, and with the feature `author` also a pack's JSON. It is
/// read at once; id and first day are its own. A version of the same form and day that is there already is replaced, for
/// whoever asks from now on.
///
/// # Errors
/// `limit.input` over 500 versions, or 500 replacements; those of [`Pack::from_compiled`]; `pack.damaged` also for a pack
/// without an id or a first day.
pub fn load_pack(bytes: &[u8]) -> Result<&'static Pack, Error> {
    #[cfg(feature = "author")]
    let pack = if is_source(bytes) { read(bytes).ok_or_else(unusable)? } else { Pack::from_compiled(bytes)? };
    #[cfg(not(feature = "author"))]
    let pack = Pack::from_compiled(bytes)?;
    let from = pack.days.from.filter(|_| !pack.id.is_empty()).ok_or_else(unusable)?.to_string();
    // What is built in comes first, so that it does not take the place of this one.
    shelf();
    let mut shelf = SHELF.write().unwrap_or_else(PoisonError::into_inner);
    if shelf.len() >= MOST || LOADED.fetch_add(1, Ordering::Relaxed) >= MOST {
        return Err(Error::limit("versions of forms", MOST));
    }
    let place = shelf.partition_point(|entry| (entry.form, entry.from) < (pack.id.as_str(), from.as_str()));
    // Given for as long as the program runs, and at most `MOST` times.
    let entry: &'static Entry = Box::leak(Box::new(Entry {
        form: String::leak(pack.id.clone()),
        from: String::leak(from),
        bytes: &[],
        parsed: OnceLock::from(Some(pack)),
    }));
    match shelf.get_mut(place).filter(|known| (known.form, known.from) == (entry.form, entry.from)) {
        Some(known) => *known = entry,
        None => shelf.insert(place, entry),
    }
    drop(shelf);
    entry.pack()
}

fn unusable() -> Error {
    Error::new("pack.damaged", "the pack has a mistake: compile it first, which says where")
}

/// The catalogue (`{ services: […] }`), for a build without the feature `packs`; the first one stays.
pub fn supply_services(catalogue: Value) {
    let _ = SERVICES.set(catalogue);
}

/// The version of `form` that is in force on `on`.
///
/// # Errors
/// `form.unknown`: there is no such form, or it is not in force on that day. `internal.pack`: the pack has a
/// mistake (the linter and the tests let none pass).
pub fn form_in_force(form: &str, on: Date) -> Result<&'static Pack, Error> {
    let shelf = shelf();
    let not_then = || {
        let known = shelf.iter().any(|entry| entry.form == form);
        let why = if known { "is not in force on that day" } else { "is not among the packs" };
        Error::new("form.unknown", format!("the form {why}"))
    };
    let day = on.to_string();
    // Sorted by first day: the last is the one in force, unless it has ended.
    let entry = shelf.iter().rfind(|entry| entry.form == form && entry.from <= day.as_str());
    let pack = entry.ok_or_else(not_then)?.pack()?;
    if pack.days.hold(on) { Ok(pack) } else { Err(not_then()) }
}

/// Every form in force on the day.
///
/// # Errors
/// `internal.pack`, as above.
pub(in crate::form) fn forms_in_force(on: Date) -> Result<Vec<&'static Pack>, Error> {
    let shelf = shelf();
    let day = on.to_string();
    let mut forms: Vec<&str> = shelf.iter().map(|entry| entry.form).collect();
    forms.dedup();
    let mut in_force = Vec::new();
    for form in forms {
        let last = shelf.iter().rfind(|entry| entry.form == form && entry.from <= day.as_str());
        let Some(entry) = last else { continue };
        let pack = entry.pack()?;
        if pack.days.hold(on) {
            in_force.push(pack);
        }
    }
    Ok(in_force)
}

struct Entry {
    form: &'static str,
    from: &'static str,
    bytes: &'static [u8],
    parsed: OnceLock<Option<Pack>>,
}

impl Entry {
    fn pack(&'static self) -> Result<&'static Pack, Error> {
        self.parsed.get_or_init(|| read(self.bytes)).as_ref().ok_or_else(broken)
    }
}

#[cfg(feature = "author")]
fn is_source(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{")
}

#[cfg(not(feature = "author"))]
fn is_source(_: &[u8]) -> bool {
    false
}

fn read(bytes: &[u8]) -> Option<Pack> {
    #[cfg(feature = "author")]
    if is_source(bytes) {
        return Pack::parse(std::str::from_utf8(bytes).ok()?).ok();
    }
    Pack::from_compiled(bytes).ok()
}

/// Sorted by form and first day. The one thing in the core that is kept between calls: texts of law, no answers.
static SHELF: RwLock<Vec<&'static Entry>> = RwLock::new(Vec::new());
/// Packs of portals so far.
static LOADED: AtomicUsize = AtomicUsize::new(0);
static SERVICES: OnceLock<Value> = OnceLock::new();

/// Versions of forms at most: 13 forms have 14 today, and a form gets one or two a year.
const MOST: usize = 500;

fn shelf() -> Vec<&'static Entry> {
    static BUILT_IN: OnceLock<()> = OnceLock::new();
    BUILT_IN.get_or_init(|| {
        for (form, from, text) in built_in::PACKS {
            // Fewer than `MOST`: a test counts them.
            let _ = supply_pack(form, from, text.as_bytes());
        }
    });
    SHELF.read().unwrap_or_else(PoisonError::into_inner).clone()
}

fn broken() -> Error {
    Error::new("internal.pack", "a built-in pack has a mistake")
}
