//! UTF-8 that a decoder read in another encoding: the letters give the bytes back, and the bytes the text.

use super::{
    charset::windows_1252_byte,
    reverse::ReverseTable,
    search::has,
    syllable::{Look, is_at_home, look},
    words::{census, is_letter, words},
};
use crate::sorting;

/// A text that was brought back.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Restored {
    pub(super) text: String,
    pub(super) from: &'static str,
    pub(super) lossy: bool,
}

/// UTF-8 read as windows-1252 or ISO 8859-1, up to [`ROUNDS`] times over. `None` when the text may be right.
pub(super) fn as_single_byte(text: &str) -> Option<Restored> {
    let mut restored = once(text, false)?;
    for _ in 1..ROUNDS {
        // What was misread once was easily misread again: weaker evidence is enough.
        match once(&restored.text, true) {
            Some(next) => restored = Restored { lossy: restored.lossy || next.lossy, ..next },
            None => break,
        }
    }
    Some(restored)
}

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
    sorting::sort_by_key(&mut found, |restored| std::cmp::Reverse(weight(restored)));
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

/// Ideographs, kana, bopomofo, half-width katakana, private use: where double-byte encodings lead.
pub(super) fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{e000}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

fn once(text: &str, again: bool) -> Option<Restored> {
    let letters: Vec<char> = text.chars().collect();
    let mut walk = Walk::default();
    let mut rest = letters.as_slice();
    while let Some((letter, after)) = rest.split_first() {
        let taken = walk.step(*letter, after);
        rest = after.get(taken..).unwrap_or_default();
    }
    walk.judge(again)
}

/// The way through a text that may be misread as a single-byte encoding.
#[derive(Default)]
struct Walk {
    out: String,
    /// Sequences that cannot be anything else.
    strong: usize,
    /// Sequences that could be a capital before a closing sign: `XÃ…`.
    weak: usize,
    /// Weak ones with a no-break space where a right text has none.
    needless: usize,
    /// Sequences that lost a byte.
    damaged: usize,
    /// Letters that fit in no sequence.
    stray: usize,
    /// French quotation marks: `»` after `á` begins a sequence, and closes a quotation.
    quoted: bool,
    /// Sequences of letters that are not written in Vietnam.
    foreign: usize,
    /// The last letter came of a sequence: two of them side by side are no accident.
    beside_sequence: bool,
    /// C1 controls that windows-1252 would have shown as signs.
    controls: bool,
}

impl Walk {
    /// Reads one letter or one sequence; says how many letters behind the first were taken.
    fn step(&mut self, letter: char, after: &[char]) -> usize {
        let beside = std::mem::take(&mut self.beside_sequence);
        if letter.is_ascii() {
            self.out.push(letter);
            return 0;
        }
        if letter == char::REPLACEMENT_CHARACTER {
            self.lose();
            return 0;
        }
        let Some((first, more)) = windows_1252_byte(letter).and_then(lead) else {
            self.quoted |= letter == '«';
            self.stray = self.stray.saturating_add(1);
            self.out.push(letter);
            return 0;
        };
        let mut bytes = vec![first];
        bytes.extend(
            after.iter().take(more).map_while(|next| windows_1252_byte(*next).filter(is_continuation)),
        );
        let taken = bytes.len().saturating_sub(1);
        let behind = after.get(taken..).unwrap_or_default();
        if taken == more
            && let Some(whole) = str::from_utf8(&bytes).ok().and_then(|text| text.chars().next())
        {
            self.controls |=
                after.iter().take(taken).any(|next| is_shown_control(*next)) || is_shown_control(letter);
            let control = after.iter().take(taken).any(|next| matches!(next, '\u{80}'..='\u{9f}'));
            if !is_expected(whole) {
                self.foreign = self.foreign.saturating_add(1);
            } else if control || beside {
                self.strong = self.strong.saturating_add(1);
            }
            self.weigh(after.first().copied().unwrap_or(' '), more, behind, whole);
            self.beside_sequence = true;
            self.out.push(whole);
            return taken;
        }
        let missing = more.saturating_sub(taken);
        // A no-break space (0xA0) that became a space, or was trimmed.
        if missing == 1 && matches!(behind.first(), None | Some(' ')) {
            bytes.push(0xA0);
            let whole = str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
            if let Some(whole) = whole.filter(|whole| has("àƠỠẠ", *whole)) {
                self.out.push(whole);
                self.damaged = self.damaged.saturating_add(1);
                let swallow = !behind.is_empty() && self.space_was_letter(behind);
                return taken.saturating_add(usize::from(swallow));
            }
        }
        match behind.first() {
            Some(&char::REPLACEMENT_CHARACTER | '?') if missing > 0 => {
                self.lose();
                taken.saturating_add(1)
            }
            // Only what begins like a Vietnamese letter is a broken sequence; a lone letter may be right.
            _ if taken > 0
                || matches!(letter, 'Ä' | 'Æ') && behind.first().is_some_and(|next| !next.is_ascii()) =>
            {
                self.lose();
                taken
            }
            _ => {
                self.stray = self.stray.saturating_add(1);
                self.out.push(letter);
                0
            }
        }
    }

    fn lose(&mut self) {
        self.damaged = self.damaged.saturating_add(1);
        if !self.out.ends_with(char::REPLACEMENT_CHARACTER) {
            self.out.push(char::REPLACEMENT_CHARACTER);
        }
    }

    /// Could the sequence be a capital and a sign that may follow it?
    fn weigh(&mut self, second: char, more: usize, behind: &[char], whole: char) {
        let next = behind.first().copied();
        let capitals = last_word(&self.out).chars().all(|letter| letter.is_ascii_uppercase());
        let closing = has("\u{a0}\u{ad}‘’‚“”„…»–—™®°²³¹·", second);
        let parted = match next {
            Some(next) if is_letter(next) => match second {
                '\u{a0}' | '\u{ad}' | '–' | '—' => true,
                // `HÃ’A` is `HÒA`; but `KPÃ’HEN` may have an apostrophe.
                '‘' | '’' | '…' => !self.makes_syllable(whole, behind),
                _ => false,
            },
            _ => true,
        };
        // Signs and controls (C2 80–C2 BF) are no evidence: `Â°`, `Â®` may be meant so. Nor are other scripts.
        let latin = matches!(whole, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{1bf}' | '\u{2b9}'..='\u{2cb}' | '\u{300}'..='\u{323}');
        if more == 1 && (!latin || capitals && closing && (parted || !is_at_home(whole)))
            || whole == char::REPLACEMENT_CHARACTER
        {
            self.weak = self.weak.saturating_add(1);
            // `HÃ` + space + space, and `VÃ` + space + `ng`, which is no word of its own.
            let needless = match next {
                Some(next) if next.is_alphanumeric() => self.goes_on(whole, behind),
                _ => true,
            };
            if second == '\u{a0}' && needless {
                self.needless = self.needless.saturating_add(1);
            }
        } else {
            self.strong = self.strong.saturating_add(1);
        }
    }

    /// `HoÃ ng` is `Hoàng`, `HÃ  Nội` is `Hà Nội`: was this space the second byte of `à`?
    fn space_was_letter(&self, behind: &[char]) -> bool {
        let next = behind.get(1).copied();
        if !next.is_some_and(|next| next.is_ascii_lowercase()) {
            return next.is_none_or(|next| next == ' ');
        }
        let tail: String = behind.iter().skip(1).take_while(|letter| letter.is_ascii_lowercase()).collect();
        look(&format!("{}{tail}", last_word(&self.out))) == Look::Syllable
    }

    fn makes_syllable(&self, letter: char, behind: &[char]) -> bool {
        look(&format!("{}{letter}{}", last_word(&self.out), tail(behind))) == Look::Syllable
    }

    /// Whether only with `letter` the letters before and behind make a word.
    fn goes_on(&self, letter: char, behind: &[char]) -> bool {
        let tail = tail(behind);
        let mute = !tail.contains(|letter: char| has("aeiouyAEIOUY", letter));
        match look(&format!("{}{letter}{tail}", last_word(&self.out))) {
            Look::Syllable => look(&tail) != Look::Syllable,
            Look::Name => mute,
            Look::Odd => false,
        }
    }

    fn judge(self, again: bool) -> Option<Restored> {
        let certain = match (self.damaged, self.stray) {
            (0, 0) => {
                let even = || words(&self.out).all(|word| word.is_ascii() || look(word) != Look::Odd);
                self.strong > 0 || self.needless > 0 || again && self.weak > 0 && even()
            }
            (_, 0) => self.strong > 0,
            // Right and misread parts in one text, a label and a value: only on good evidence, never among
            // French quotation marks, which are part of sequences and signs of their own.
            _ => self.strong > 1 && !self.quoted && self.damaged == 0 && self.foreign == 0,
        };
        if !certain {
            return None;
        }
        let from = if self.controls { "iso-8859-1" } else { "windows-1252" };
        let lossy = has(&self.out, char::REPLACEMENT_CHARACTER);
        Some(Restored { text: self.out, from, lossy })
    }
}

/// The Latin letters that follow.
fn tail(behind: &[char]) -> String {
    behind.iter().take_while(|letter| letter.is_ascii_alphabetic()).collect()
}

/// The letters at the end.
fn last_word(text: &str) -> &str {
    text.rsplit(|letter| !is_letter(letter)).next().unwrap_or_default()
}

/// How many bytes follow this first byte of a UTF-8 sequence.
fn lead(byte: u8) -> Option<(u8, usize)> {
    match byte {
        0xC2..=0xDF => Some((byte, 1)),
        0xE0..=0xEF => Some((byte, 2)),
        0xF0..=0xF4 => Some((byte, 3)),
        _ => None,
    }
}

fn is_continuation(byte: &u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// A control that windows-1252 shows as a sign: so the text was read as ISO 8859-1.
fn is_shown_control(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{9f}') && !has("\u{81}\u{8d}\u{8f}\u{90}\u{9d}", letter)
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
    let whole = |way: &Way| !has(&way.out, char::REPLACEMENT_CHARACTER);
    if ways.iter().any(whole) {
        ways.retain(whole);
    }
    ways.dedup_by(|one, other| one.out == other.out);
    match ways.as_slice() {
        [way] => {
            let lossy = has(&way.out, char::REPLACEMENT_CHARACTER);
            Some(Restored { text: way.out.clone(), from: table.charset().name(), lossy })
        }
        _ => None,
    }
}

/// Whether Latin letters and others stand side by side: in right text there is a space, or a bracket,
/// between a Latin word and a Chinese one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Glue {
    None,
    /// Behind a Latin word or before one.
    Beside,
    /// Within a Latin word; or half-width katakana before an ideograph, which Japanese does not do.
    Inside,
}

impl Glue {
    fn of(text: &str) -> Self {
        let mut before = ' ';
        let mut behind_latin = false;
        let glue = text.chars().map(|letter| {
            let near = std::mem::replace(&mut before, letter);
            let (latin, from_latin) = (letter.is_ascii_alphabetic(), near.is_ascii_alphabetic());
            behind_latin = from_latin || behind_latin && !near.is_ascii();
            let other = !letter.is_ascii();
            let narrow = |letter: char| matches!(letter, '\u{ff61}'..='\u{ff9f}');
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
            glue => glue,
        }
    }
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
        let lossy = has(&self.out, char::REPLACEMENT_CHARACTER);
        let vietnamese = || {
            let census = census(&self.out);
            let known = census.syllables.saturating_add(census.common);
            let many = known > census.names || census.common > 0 && known == census.names;
            census.odd == 0 && (glue == Glue::Inside || many)
        };
        !self.foreign && (self.strong > 0 || !lossy && vietnamese())
    }
}

/// What comes out of a misread Vietnamese text: Latin letters and marks (also those of a double
/// misreading), signs and punctuation. Never an ideograph.
fn is_expected(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{22ff}')
}

/// A text misread three times over has been seen; four are noise.
const ROUNDS: usize = 3;
/// Ways back that are followed at once: few characters have two pairs of bytes.
const WAYS: usize = 8;
