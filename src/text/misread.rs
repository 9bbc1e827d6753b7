//! UTF-8 that a decoder read as a single-byte encoding: the letters give the bytes back, and the bytes the text.

use super::{
    charset::windows_1252_byte,
    syllable::{Look, is_at_home, look},
    words::{is_letter, words},
};

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
            if let Some(whole) = whole.filter(|whole| "àƠỠẠ".contains(*whole)) {
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
        let lossy = self.out.contains(char::REPLACEMENT_CHARACTER);
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
pub(super) fn lead(byte: u8) -> Option<(u8, usize)> {
    match byte {
        0xC2..=0xDF => Some((byte, 1)),
        0xE0..=0xEF => Some((byte, 2)),
        0xF0..=0xF4 => Some((byte, 3)),
        _ => None,
    }
}

pub(super) fn is_continuation(byte: &u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// A control that windows-1252 shows as a sign: so the text was read as ISO 8859-1.
fn is_shown_control(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{9f}') && !"\u{81}\u{8d}\u{8f}\u{90}\u{9d}".contains(letter)
}

/// What comes out of a misread Vietnamese text: Latin letters and marks (also those of a double
/// misreading), signs and punctuation. Never an ideograph.
pub(super) fn is_expected(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{22ff}')
}

/// A text misread three times over has been seen; four are noise.
const ROUNDS: usize = 3;
