//! UTF-8 that a decoder read as a double-byte encoding (Big5, Shift_JIS, GB18030): back through its table.

use super::{
    misread::{Restored, as_single_byte, is_expected},
    reverse::ReverseTable,
    sequence::{is_continuation, lead},
    words::census,
};

/// UTF-8 read as one of the encodings of these tables. `None` when that is not certain.
pub(super) fn as_double_byte(text: &str, tables: &[ReverseTable]) -> Option<Restored> {
    let mut found: Vec<Restored> = Vec::new();
    for restored in tables.iter().filter_map(|table| through(text, table)) {
        let restored = match as_single_byte(&restored.text) {
            Some(deeper) => Restored { lossy: restored.lossy || deeper.lossy, ..deeper },
            None => restored,
        };
        if !found.iter().any(|other| other.text == restored.text) {
            found.push(restored);
        }
    }
    if found.iter().any(|restored| !restored.lossy) {
        found.retain(|restored| !restored.lossy);
    }
    // Of several ways back, the one that makes clearly more Vietnamese.
    let weight = |restored: &Restored| {
        let census = census(&restored.text);
        census.syllables.saturating_mul(2).saturating_sub(census.odd.saturating_add(census.names))
    };
    found.sort_by_key(|restored| std::cmp::Reverse(weight(restored)));
    match found.as_slice() {
        [best, second, ..] if weight(best) <= weight(second) => None,
        [best, ..] => Some(best.clone()),
        [] => None,
    }
}

/// Whether the text holds the characters that double-byte encodings make of Vietnamese letters (0xE1 0xBA
/// and 0xE1 0xBB, the first bytes of most of them), glued to a Latin letter.
pub(super) fn looks_double_byte(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        let glued = before.is_ascii_alphabetic() && matches!(letter, '廙' | '廕' | '盻' | '蘯' | '峄' | '岷');
        before = letter;
        glued
    })
}

/// Ideographs, kana, bopomofo, Hangul, half-width katakana, private use: where double-byte encodings lead.
pub(super) fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{e000}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

/// Back through a table. Where letters were lost, U+FFFD.
fn through(text: &str, table: &ReverseTable) -> Option<Restored> {
    let mut ways = vec![Way::default()];
    let glue = Glue::of(text);
    if glue == Glue::None {
        return None;
    }
    for letter in text.chars() {
        if letter == char::REPLACEMENT_CHARACTER {
            ways.iter_mut().for_each(Way::lose);
            continue;
        }
        let candidates = table.bytes(letter);
        let mut next = Vec::with_capacity(ways.len());
        for way in ways {
            for bytes in &candidates {
                let mut way = way.clone();
                if bytes.iter().all(|byte| way.byte(*byte)) && next.len() < WAYS {
                    next.push(way);
                }
            }
        }
        ways = next;
        if ways.is_empty() {
            return None;
        }
    }
    ways.retain_mut(|way| {
        way.end();
        way.is_certain(glue)
    });
    let whole = |way: &Way| !way.out.contains(char::REPLACEMENT_CHARACTER);
    if ways.iter().any(whole) {
        ways.retain(whole);
    }
    ways.dedup_by(|one, other| one.out == other.out);
    match ways.as_slice() {
        [way] => {
            let lossy = way.out.contains(char::REPLACEMENT_CHARACTER);
            Some(Restored { text: way.out.clone(), from: table.charset().name(), lossy, damaged: lossy })
        }
        _ => None,
    }
}

/// Whether Latin letters and others stand side by side: in right text there is a space, or a bracket,
/// between a Latin word and a Chinese one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Glue {
    None,
    /// A word of Hangul or private letters and ideographs, without any Latin letter left: `Đức` as `휂沼쯢`.
    Mixed,
    /// Behind a Latin word or before one.
    Beside,
    /// Within a Latin word; or half-width katakana before an ideograph, which Japanese does not do.
    Inside,
}

impl Glue {
    fn of(text: &str) -> Self {
        let mut before = ' ';
        let mut behind_latin = false;
        let mut mixed = false;
        let glue = text.chars().map(|letter| {
            let near = std::mem::replace(&mut before, letter);
            let (latin, from_latin) = (letter.is_ascii_alphabetic(), near.is_ascii_alphabetic());
            behind_latin = from_latin || behind_latin && !near.is_ascii();
            let other = !letter.is_ascii();
            let narrow = |letter: char| matches!(letter, '\u{ff61}'..='\u{ff9f}');
            mixed |= is_ideograph(near) && is_no_neighbour(letter)
                || is_no_neighbour(near) && is_ideograph(letter);
            if latin && !near.is_ascii() && behind_latin || other && narrow(near) && !narrow(letter) {
                Self::Inside
            } else if latin && !near.is_ascii() || other && from_latin {
                Self::Beside
            } else {
                Self::None
            }
        });
        let mut beside = 0_usize;
        let most =
            glue.inspect(|glue| beside = beside.saturating_add(usize::from(*glue == Self::Beside))).max();
        match most.unwrap_or(Self::None) {
            // In two places: no accident either.
            Self::Beside if beside > 1 => Self::Inside,
            Self::None if mixed => Self::Mixed,
            glue => glue,
        }
    }
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

/// Hangul and private letters, which stand beside an ideograph in few words.
fn is_no_neighbour(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}' | '\u{e000}'..='\u{f8ff}')
}

/// One way back through a table, as far as it was read.
#[derive(Clone, Default)]
struct Way {
    out: String,
    /// The bytes of a sequence that is not whole yet.
    pending: Vec<u8>,
    /// Behind a loss, continuation bytes belong to the lost letter.
    lost: bool,
    /// Vietnamese letters of three bytes.
    strong: usize,
    /// A letter that is not written in Vietnam came out.
    foreign: bool,
}

impl Way {
    /// Whether this byte goes on in a way that UTF-8 allows.
    fn byte(&mut self, byte: u8) -> bool {
        if self.pending.is_empty() {
            if byte.is_ascii() {
                self.lost = false;
                self.out.push(char::from(byte));
                return true;
            }
            if is_continuation(&byte) {
                return self.lost;
            }
            self.lost = false;
            self.pending.push(byte);
            return lead(byte).is_some();
        }
        if !is_continuation(&byte) {
            // The rest of the sequence is gone; some decoders say nothing of it.
            self.lose();
            return self.byte(byte);
        }
        self.pending.push(byte);
        let more = self.pending.first().and_then(|first| lead(*first)).map_or(0, |(_, more)| more);
        if self.pending.len() <= more {
            return true;
        }
        let Some(whole) = str::from_utf8(&self.pending).ok().and_then(|text| text.chars().next()) else {
            return false;
        };
        if matches!(whole, '\u{1e00}'..='\u{1eff}') {
            self.strong = self.strong.saturating_add(1);
        }
        self.foreign |= !is_expected(whole);
        self.out.push(whole);
        self.pending.clear();
        true
    }

    fn lose(&mut self) {
        let vietnamese = matches!(self.pending.as_slice(), [0xE1, 0xBA | 0xBB, ..]);
        if vietnamese && self.out.ends_with(|letter: char| letter.is_ascii_alphabetic()) {
            self.strong = self.strong.saturating_add(1);
        }
        self.pending.clear();
        self.lost = true;
        if !self.out.ends_with(char::REPLACEMENT_CHARACTER) {
            self.out.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn end(&mut self) {
        if !self.pending.is_empty() {
            self.lose();
        }
    }

    fn is_certain(&self, glue: Glue) -> bool {
        let lossy = self.out.contains(char::REPLACEMENT_CHARACTER);
        if glue == Glue::Mixed {
            let census = census(&self.out);
            let known = census.syllables > 0 && census.names == 0 && census.odd == 0;
            return !lossy && !self.foreign && self.strong > 0 && known;
        }
        let vietnamese = || {
            let census = census(&self.out);
            let known = census.syllables.saturating_add(census.common);
            let many = known > census.names || census.common > 0 && known == census.names;
            census.odd == 0 && (glue == Glue::Inside || many)
        };
        !self.foreign && (self.strong > 0 || !lossy && vietnamese())
    }
}

/// Ways back that are followed at once: few characters have two pairs of bytes.
const WAYS: usize = 8;
