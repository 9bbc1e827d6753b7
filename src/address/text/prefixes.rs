//! Which words of a text say what kind of unit, or that a street, follows.

use super::tokens::{Tokens, Word};
use crate::address::{
    name::{Key, UnitKind},
    units::{Role, Vocabulary},
};

/// Marks the words that begin a prefix.
pub(crate) fn mark_prefixes(vocabulary: &Vocabulary, tokens: &mut Tokens) {
    let Tokens { words, name_starts, prefixed, .. } = tokens;
    prefixed.clear();
    // "Thị xã" is one prefix: no "xã" begins inside.
    let mut inside = None;
    for at in name_starts.iter().copied() {
        let prefix = if inside == Some(at) { None } else { prefix_at(vocabulary, words, at) };
        if let Some(word) = words.get_mut(at)
            && let Some((_, length)) = prefix
        {
            word.prefix = prefix;
            prefixed.push(at);
            inside = (length == 2).then_some(at.wrapping_add(1));
        }
    }
}

/// The prefix that begins at this word: its kind and how many words it takes.
fn prefix_at(vocabulary: &Vocabulary, words: &[Word], at: usize) -> Option<(UnitKind, u8)> {
    let first = words.get(at).filter(|first| vocabulary.may_have(first.key))?;
    for entry in vocabulary.of(first.key) {
        let next = words.get(at.saturating_add(1)).filter(|next| !next.begins_part)?;
        match entry.role {
            Role::Prefix { kind, second: Some(second), .. } => {
                let fits = next.key.hash == second.hash && next.key.fits(second.accents);
                if fits && words.get(at.saturating_add(2)).is_some_and(|name| !name.begins_part) {
                    return Some((kind, 2));
                }
            }
            Role::Prefix { kind, second: None, is_initials } => {
                if !is_initials || first.point || first.is_edge() || next.numeric {
                    return Some((kind, 1));
                }
            }
            Role::Street => {}
        }
    }
    None
}

/// The kind that a word behind a name says, as English does: "Ben Nghe Ward". Only where nothing else follows in the part.
pub(crate) fn suffix_at(words: &[Word], at: usize) -> Option<UnitKind> {
    let word = words.get(at).filter(|word| !word.is_edge() && word.prefix.is_none())?;
    let kind = SUFFIXES.iter().find(|(hash, _)| *hash == word.key.hash)?.1;
    words.get(at.saturating_add(1)).is_none_or(Word::is_edge).then_some(kind)
}

/// "Town" is none: it may be a thị xã or a thị trấn.
const SUFFIXES: [(u64, UnitKind); 5] = [
    (Key::of_ascii(b"ward").hash, UnitKind::Ward),
    (Key::of_ascii(b"commune").hash, UnitKind::Commune),
    (Key::of_ascii(b"district").hash, UnitKind::UrbanDistrict),
    (Key::of_ascii(b"city").hash, UnitKind::City),
    (Key::of_ascii(b"province").hash, UnitKind::Province),
];

/// Whether the part of the text that begins with this word begins as a street or a hamlet does.
pub(crate) fn begins_street(vocabulary: &Vocabulary, word: &Word) -> bool {
    word.prefix.is_none()
        && (word.digit || vocabulary.of(word.key).any(|entry| matches!(entry.role, Role::Street)))
}
