//! UTF-8 that a decoder read as a single-byte encoding: the letters give the bytes back, and the bytes the text.

use super::{
    case::upper,
    nfc::nfc,
    sequence::{is_continuation, lead, may_hold_sequence},
    single_byte::{TABLES, Table},
    syllable::{Look, even_case, is_at_home, look},
    words::{census, is_letter, words},
};

/// A text that was brought back.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Restored {
    pub(super) text: String,
    pub(super) from: &'static str,
    pub(super) lossy: bool,
    /// A byte was lost, whether or not its letter could be told.
    pub(super) damaged: bool,
}

/// UTF-8 read as a single-byte encoding, up to [`ROUNDS`] times over. `None` when the text may be right, when a part of
/// it would stay misread, and when two encodings give two texts that are as good.
pub(super) fn as_single_byte(text: &str) -> Option<Restored> {
    as_any(text, Tie::Western)
}

/// The same for one part of a text that is not misread as a whole: of two encodings that are as good none is taken.
pub(super) fn part_as_single_byte(text: &str) -> Option<Restored> {
    as_any(text, Tie::None).filter(|restored| !restored.damaged)
}

fn as_any(text: &str, tie: Tie) -> Option<Restored> {
    if may_hold_sequence(text) { through_all(text, tie) } else { None }
}

fn through_all(text: &str, tie: Tie) -> Option<Restored> {
    let mut restored = once(text, false, tie)?;
    for _ in 1..ROUNDS {
        // What was misread once was easily misread again: weaker evidence is enough.
        match once(&restored.text, true, tie) {
            Some(next) => restored = Restored { lossy: restored.lossy || next.lossy, ..next },
            None => break,
        }
    }
    // `KrÎng`: read back through the wrong table.
    let uneven = words(&restored.text).any(|word| !word.is_ascii() && !even_case(&nfc(word)));
    (!uneven).then_some(restored)
}

/// Which of two texts that are as good is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// That of windows-1252 or ISO 8859-1, in which decoders without a hint read.
    Western,
    None,
}

/// Through the encoding of this name alone, on the weaker evidence that another part of the text was read in it.
pub(super) fn as_single_byte_of(text: &str, name: &'static str) -> Option<Restored> {
    let through = |table: &'static Table| {
        let restored = if is_western(table.name) {
            Walk::through(text, table, Stray::Counts)?.judge(table.name, true)
        } else {
            through_other(text, table, ROUNDS)
        };
        restored.filter(|restored| !restored.damaged)
    };
    let restored = through(TABLES.iter().find(|table| table.name == name)?)?;
    // The other part may be the same in two encodings, and this one differ.
    let other = TABLES.iter().filter_map(through).any(|other| other.text != restored.text);
    (!other).then_some(restored)
}

/// How much of a text looks misread through one of the tables.
pub(super) fn traces(text: &str) -> bool {
    may_hold_sequence(text) && traces_of_any(text)
}

fn traces_of_any(text: &str) -> bool {
    TABLES.iter().any(|table| {
        let walk = Walk::through(text, table, Stray::Counts);
        walk.is_some_and(|walk| walk.leaves_traces())
    })
}

fn once(text: &str, again: bool, tie: Tie) -> Option<Restored> {
    let mut found: Vec<Restored> = Vec::new();
    let first = text.bytes().position(|byte| !byte.is_ascii());
    let first = first.and_then(|at| text.get(at..)).and_then(|rest| rest.chars().next());
    // In most tables the first letter that is not ASCII begins no sequence, for most texts are right.
    let may_begin = |table: &&Table| {
        first.is_none_or(|letter| letter == char::REPLACEMENT_CHARACTER || table.shows_lead(letter))
    };
    for table in TABLES.iter().filter(may_begin) {
        let restored = if is_western(table.name) {
            Walk::through(text, table, Stray::Ends).and_then(|walk| walk.judge(table.name, again))
        } else {
            through_other(text, table, ROUNDS)
        };
        found.extend(restored.filter(|restored| !found.iter().any(|other| other.text == restored.text)));
    }
    // Where one way back loses nothing, the others do.
    if found.iter().any(|restored| !restored.damaged) {
        found.retain(|restored| !restored.damaged);
    }
    if found.iter().all(|restored| restored.damaged)
        && found.iter().any(|restored| is_doubtful(text, restored))
    {
        return None;
    }
    // Stable: the western ones stay before the others.
    found.sort_by_key(|restored| std::cmp::Reverse(vietnamese(&restored.text)));
    match found.as_slice() {
        [best, second, ..] if vietnamese(&best.text) <= vietnamese(&second.text) => {
            (tie == Tie::Western && is_western(best.from)).then(|| best.clone())
        }
        [best, ..] => Some(best.clone()),
        [] => None,
    }
}

/// Whether a text that lost bytes may have been read in another encoding, and then says something else.
fn is_doubtful(text: &str, restored: &Restored) -> bool {
    let other = |walk: Walk| walk.sequences > 0 && walk.strange == 0 && walk.out != restored.text;
    let others = TABLES.iter().filter(|table| table.name != restored.from);
    let odd = words(&restored.text).any(|word| !word.is_ascii() && look(&nfc(word)) == Look::Odd);
    odd || others.filter_map(|table| Walk::through(text, table, Stray::Ends)).any(other)
}

/// How much Vietnamese a text is: what decides between two encodings.
fn vietnamese(text: &str) -> isize {
    let census = census(text);
    let count = |words: usize| isize::try_from(words).unwrap_or(isize::MAX);
    count(census.syllables.saturating_add(census.common).saturating_mul(2))
        .saturating_sub(count(census.odd.saturating_mul(3)))
        .saturating_sub(count(out_of_shape(text)))
}

/// Words that are not written as those of ASCII beside them are: capitals among `Nguyen`, `anh` among them, the reverse.
fn out_of_shape(text: &str) -> usize {
    let letters = |word: &str| word.chars().nth(1).is_some();
    let capitals = |word: &str| upper(word) == word;
    let small = |word: &str| {
        word.chars().next().is_some_and(|first| upper(first.encode_utf8(&mut [0; 4])) != first.to_string())
    };
    let plain = || words(text).filter(|word| word.is_ascii() && letters(word));
    let (all, title) = (
        plain().filter(|word| capitals(word)).count(),
        plain().filter(|word| !capitals(word) && !small(word)).count(),
    );
    let marked = words(text).filter(|word| !word.is_ascii());
    marked
        .filter(|word| match title.cmp(&all) {
            std::cmp::Ordering::Greater => small(word) || letters(word) && capitals(word),
            std::cmp::Ordering::Less => !capitals(word),
            std::cmp::Ordering::Equal => false,
        })
        .count()
}

/// The two that decoders without a hint show, and in which European text is everyday: there the evidence is weighed.
fn is_western(name: &str) -> bool {
    matches!(name, "windows-1252" | "iso-8859-1")
}

/// Another encoding: only when every letter belongs to a sequence and all that comes out is written in Vietnam.
fn through_other(text: &str, table: &'static Table, rounds: usize) -> Option<Restored> {
    if table.loses_letters() || may_have_lost_letters(text, table) {
        return None;
    }
    let walk = Walk::through(text, table, Stray::Ends)?;
    if walk.damaged > 0 || walk.strong == 0 || !walk.glued {
        return None;
    }
    let at_home =
        walk.strange == 0 && words(&walk.out).all(|word| word.is_ascii() || look(&nfc(word)) != Look::Odd);
    if at_home {
        return Some(Restored { text: walk.out, from: table.name, lossy: false, damaged: false });
    }
    through_other(&walk.out, table, rounds.checked_sub(1).filter(|left| *left > 0)?)
}

/// Whether the text shows the same bytes in an encoding in which letters vanish without a trace: what windows-1255 shows
/// may be ISO 8859-8, and `T BCH` have been `TÔ BÍCH`.
fn may_have_lost_letters(text: &str, table: &Table) -> bool {
    let same = |other: &Table| {
        text.chars().all(|letter| letter.is_ascii() || other.byte(letter) == table.byte(letter))
    };
    TABLES.iter().any(|other| other.loses_letters() && same(other))
}

/// What a letter that fits in no sequence means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stray {
    /// The way back ends: part of the text would stay as it is.
    Ends,
    /// It is counted.
    Counts,
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
    /// Sequences.
    sequences: usize,
    /// Among them those of Vietnamese letters of three bytes, whole or without their last byte.
    long: usize,
    /// Sequences of what stands in no Vietnamese text.
    strange: usize,
    /// A sequence stands beside a letter of ASCII, as in a word.
    glued: bool,
    /// A combining mark was lost: the letter that stays is another one.
    lost_mark: bool,
    /// Vietnamese letters of three bytes without their last one.
    remnants: usize,
}

impl Walk {
    fn through(text: &str, table: &'static Table, stray: Stray) -> Option<Self> {
        let letters: Vec<char> = text.chars().collect();
        let mut walk = Self::default();
        let mut rest = letters.as_slice();
        while let Some((letter, after)) = rest.split_first() {
            let taken = walk.step(*letter, after, table);
            rest = after.get(taken..).unwrap_or_default();
            if walk.stray > 0 && stray == Stray::Ends {
                return None;
            }
        }
        Some(walk)
    }

    /// Reads one letter or one sequence; says how many letters behind the first were taken.
    fn step(&mut self, letter: char, after: &[char], table: &'static Table) -> usize {
        let beside = std::mem::take(&mut self.beside_sequence);
        if letter.is_ascii() {
            self.out.push(letter);
            return 0;
        }
        if letter == char::REPLACEMENT_CHARACTER {
            self.lose();
            return 0;
        }
        let Some((first, more)) = table.byte(letter).and_then(lead) else {
            self.quoted |= letter == '«';
            self.stray = self.stray.saturating_add(1);
            self.out.push(letter);
            return 0;
        };
        let mut bytes = vec![first];
        bytes.extend(after.iter().take(more).map_while(|next| table.byte(*next).filter(is_continuation)));
        let taken = bytes.len().saturating_sub(1);
        let behind = after.get(taken..).unwrap_or_default();
        if taken == more
            && let Some(whole) = str::from_utf8(&bytes).ok().and_then(|text| text.chars().next())
        {
            self.sequences = self.sequences.saturating_add(1);
            self.long = self.long.saturating_add(usize::from(matches!(whole, '\u{1ea0}'..='\u{1ef9}')));
            self.strange = self.strange.saturating_add(usize::from(!is_written_here(whole)));
            let ascii = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
            self.glued |= ascii(self.out.chars().last()) || ascii(behind.first().copied());
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
        self.lost_mark |= first == 0xCC;
        // `Olá»` may be the end of a quotation, `Huyá»n` is not.
        let goes_on = behind.first().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '?');
        if matches!(bytes.as_slice(), [0xE1, 0xBA | 0xBB]) && (goes_on || after.first() != Some(&'»')) {
            self.remnants = self.remnants.saturating_add(1);
        }
        // A no-break space (0xA0) that became a space, or was trimmed.
        if missing == 1 && matches!(behind.first(), None | Some(' ')) {
            bytes.push(0xA0);
            let whole = str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
            if let Some(whole) = whole.filter(|whole| "àƠỠẠ".contains(*whole)) {
                let begins = last_word(&self.out).is_empty();
                let capitals = among_capitals(&self.out, behind);
                self.out.push(whole);
                self.damaged = self.damaged.saturating_add(1);
                let swallow = !behind.is_empty() && self.space_was_letter(behind);
                let doubled = behind.get(1).is_none_or(|next| *next == ' ');
                // `XÃ NHÃ` lost the second byte of Ã, `Tá» 31` that of ổ: only a small à stands before a lone space.
                let fits = if whole == 'à' { !begins && !capitals } else { swallow || doubled };
                if !fits || look(last_word(&self.out)) == Look::Odd {
                    self.out.pop();
                    self.lose();
                    return taken;
                }
                return taken.saturating_add(usize::from(swallow));
            }
        }
        match behind.first() {
            Some(&char::REPLACEMENT_CHARACTER | '?') if missing > 0 => {
                self.lose();
                // A question mark for each byte.
                let marks = behind.iter().take(missing).take_while(|next| **next == '?').count();
                taken.saturating_add(marks.max(1))
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
        let closing = "\u{a0}\u{ad}‘’‚“”„…»–—™®°²³¹·".contains(second);
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
        let mute = !tail.contains(|letter: char| "aeiouyAEIOUY".contains(letter));
        match look(&format!("{}{letter}{tail}", last_word(&self.out))) {
            Look::Syllable => look(&tail) != Look::Syllable,
            Look::Name => mute,
            Look::Odd => false,
        }
    }

    fn judge(self, name: &'static str, again: bool) -> Option<Restored> {
        let certain = match (self.damaged, self.stray) {
            (0, 0) => {
                let even = || words(&self.out).all(|word| word.is_ascii() || look(word) != Look::Odd);
                self.strong > 0 || self.needless > 0 || again && self.weak > 0 && even()
            }
            (_, 0) => self.strong > 0 && !self.lost_mark,
            // Part of the text would stay misread.
            _ => false,
        };
        let lossy = self.out.contains(char::REPLACEMENT_CHARACTER);
        certain.then_some(Restored { text: self.out, from: name, lossy, damaged: self.damaged > 0 })
    }

    /// Whether the text, or a part of it, looks misread: a Vietnamese letter of three bytes beside a letter of a word, or
    /// sequences in words that only they make Vietnamese.
    fn leaves_traces(&self) -> bool {
        if self.quoted {
            return false;
        }
        if self.remnants > 0 && self.strange == 0 {
            return true;
        }
        if !self.glued {
            return false;
        }
        self.long > 0 && self.strange == 0
            || self.sequences > 0 && self.strange == 0 && self.strong > 0 && self.stray == 0
            || self.strong > 1 && self.strange == 0
    }
}

/// Whether the letters of ASCII around are capitals.
fn among_capitals(out: &str, behind: &[char]) -> bool {
    let near = out.chars().rev().take(NEAR).chain(behind.iter().copied().take(NEAR));
    let letters: Vec<char> = near.filter(char::is_ascii_alphabetic).collect();
    letters.iter().all(char::is_ascii_uppercase)
}

/// Letters on either side that tell the case of a word.
const NEAR: usize = 12;

/// The Latin letters that follow.
fn tail(behind: &[char]) -> String {
    behind.iter().take_while(|letter| letter.is_ascii_alphabetic()).collect()
}

/// The letters at the end.
fn last_word(text: &str) -> &str {
    text.rsplit(|letter| !is_letter(letter)).next().unwrap_or_default()
}

/// Letters and signs of Vietnamese text.
fn is_written_here(letter: char) -> bool {
    is_at_home(letter)
        || matches!(letter, '\u{a0}'..='\u{bf}' | '\u{2b9}'..='\u{2cb}' | '\u{300}'..='\u{323}' | '\u{2010}'..='\u{2032}')
}

/// What comes out of a misread Vietnamese text: Latin letters and marks (also those of a double
/// misreading), signs and punctuation. Never an ideograph.
pub(super) fn is_expected(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{22ff}')
}

/// A text misread three times over has been seen; four are noise.
const ROUNDS: usize = 3;

#[cfg(test)]
mod tests;
