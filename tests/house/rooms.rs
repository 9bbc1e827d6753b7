//! Rooms use only rooms below them.

use crate::{circles::house, graph::Graph};

/// The rooms from the ground up; those of one line do not need each other in a circle.
const FLOORS: &[&[&str]] = &[
    &["error", "json", "limits", "locale"],
    &["finding", "date", "text", "options"],
    &["pin", "identifiers"],
    &["reading"],
    &["qr", "mrz", "scan", "chip", "reader", "address", "jp2"],
    &["identity", "people"],
    &["form", "sheet", "list"],
    &["pdf"],
    &["catalogue"],
    &["wasm"],
];

/// Pairs of rooms, the first of which still uses the second from below. An entry that is no longer so is a
/// mistake, too.
const STILL_TO_TURN: &[(&str, &str)] = &[];

/// Which room uses which.
fn rooms() -> Graph {
    let mut rooms = Graph::default();
    for (from, to, name) in house().edges() {
        if let (Some(one), Some(other)) = (room(from), room(to)) {
            rooms.add(one, other, &format!("{from} -> {to}, {name}"));
        }
    }
    rooms
}

/// `chip` for `src/chip/name.rs`; none for the table of contents.
fn room(file: &str) -> Option<&str> {
    let within = file.strip_prefix("src/")?;
    let room = within.split('/').next()?.trim_end_matches(".rs");
    (room != "lib").then_some(room)
}

fn floor(room: &str) -> usize {
    let found = FLOORS.iter().position(|rooms| rooms.contains(&room));
    found.unwrap_or_else(|| panic!("{room} has no floor: write it into the table"))
}

#[test]
fn rooms_use_only_rooms_below_them() {
    let mut rooms = rooms();
    let gone: Vec<_> = STILL_TO_TURN.iter().filter(|(from, to)| !rooms.has(from, to)).collect();
    assert!(gone.is_empty(), "these are right now: take them out of STILL_TO_TURN: {gone:#?}");
    STILL_TO_TURN.iter().for_each(|(from, to)| rooms.cut(from, to));
    let wrong: Vec<String> = rooms
        .edges()
        .filter(|(from, to, _)| floor(to) > floor(from))
        .map(|(from, to, name)| format!("{from} uses {to}, which is above it ({name})"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let circles = rooms.describe_circles();
    assert!(circles.is_empty(), "{circles}");
}
