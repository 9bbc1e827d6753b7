//! Any bytes as a master list with its anchor.

#![no_main]

use cancuoc::{Locale, json};
use cancuoc::chip::describe_trust;
use cancuoc::chip::master_list::MasterList;
use cancuoc::chip::time::Moment;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (list, anchor) = data.split_at(data.len() / 2);
    let at = Moment::from_iso("2026-06-01").unwrap();
    if let Ok(list) = MasterList::check(list, anchor, at) {
        let _ = list.certificates();
    }
    let _ = json::to_text(&describe_trust(data), Locale::Vi).unwrap();
});
