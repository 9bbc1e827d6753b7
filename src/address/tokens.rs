//! Words of an address, with what parts them.

use super::fold::{Fold, Folded, Letter};

/// The words of a text, folded, with their places in it.
pub(super) struct Tokens {
    pub(super) letters: Vec<Letter>,
    pub(super) words: Vec<Word>,
    /// Whether any letter carries an accent.
    pub(super) accented: bool,
}

/// One word: ranges of bytes of the text and of letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    /// A comma, a line's end or a bracket stands before it.
    pub(super) begins_part: bool,
    /// A hyphen between spaces stands before it: it parts, except inside a name.
    pub(super) after_dash: bool,
    /// A point follows it.
    pub(super) point: bool,
    pub(super) numeric: bool,
}

impl Tokens {
    pub(super) fn of(text: &str, fold: &Fold) -> Self {
        let mut tokens = Self { letters: Vec::with_capacity(text.len()), words: Vec::new(), accented: false };
        let mut begins_part = true;
        let mut open: Option<(usize, usize)> = None;
        let mut before_digit = false;
        // After the last word: what was seen of " - ".
        let mut dash = Dash::No;
        for (at, character) in text.char_indices() {
            let folded = fold.of(character);
            match folded {
                Folded::Letter(letter) => {
                    let digit = letter.base.is_ascii_digit();
                    // "Q1", "P8", "phuong5": the prefix ends where the number begins.
                    if let Some((start, first)) = open
                        && digit
                        && !before_digit
                        && is_glued_prefix(tokens.letters.get(first..).unwrap_or(&[]))
                    {
                        tokens.close(start, at, first, begins_part, dash == Dash::Yes);
                        (begins_part, dash) = (false, Dash::No);
                        open = None;
                    }
                    if open.is_none() {
                        open = Some((at, tokens.letters.len()));
                    }
                    before_digit = digit;
                    tokens.letters.push(letter);
                }
                Folded::Mark(..) | Folded::Nothing => {
                    fold.append(character, &mut tokens.letters);
                }
                Folded::Other => {
                    if let Some((start, first)) = open.take() {
                        tokens.close(start, at, first, begins_part, dash == Dash::Yes);
                        (begins_part, dash) = (false, Dash::No);
                    }
                    dash = dash.then(character);
                    match character {
                        '.' => {
                            if let Some(word) = tokens.words.last_mut() {
                                word.point = true;
                            }
                        }
                        // A hyphen or a slash belongs to names ("Bà Rịa - Vũng Tàu") and house numbers.
                        ' ' | '\t' | '\u{a0}' | '/' | '-' | '–' | '—' | '‐' | '‑' => {}
                        _ => begins_part = true,
                    }
                }
            }
        }
        if let Some((start, first)) = open {
            tokens.close(start, text.len(), first, begins_part, dash == Dash::Yes);
        }
        tokens.accented = tokens.letters.iter().any(|letter| letter.quality != 0 || letter.tone != 0);
        tokens
    }

    fn close(&mut self, start: usize, end: usize, first: usize, begins_part: bool, after_dash: bool) {
        let mut first = first;
        let last = self.letters.len();
        let letters = self.letters.get(first..last).unwrap_or(&[]);
        let numeric = letters.iter().all(|letter| letter.base.is_ascii_digit());
        if numeric {
            // "Phường 05" is Phường 5.
            let zeros = letters.iter().take_while(|letter| letter.base == b'0').count();
            first = first.saturating_add(zeros.min(letters.len().saturating_sub(1)));
        }
        if first < last {
            self.words.push(Word { start, end, first, last, begins_part, after_dash, point: false, numeric });
        }
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn letters_of(&self, word: &Word) -> &[Letter] {
        self.letters.get(word.first..word.last).unwrap_or(&[])
    }

    /// The letters of the words `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> &[Letter] {
        let first = self.words.get(from).map_or(0, |word| word.first);
        let last = to.checked_sub(1).and_then(|last| self.words.get(last)).map_or(0, |word| word.last);
        self.letters.get(first..last).unwrap_or(&[])
    }

    /// Whether this word is the given one (letters without accents, then its accents by letter): a word
    /// without accents may be it, a word with others is not.
    pub(super) fn is(&self, at: usize, base: &str, full: &[Letter]) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let letters = self.letters_of(word);
        letters.len() == base.len()
            && letters.iter().zip(base.bytes()).all(|(letter, byte)| letter.base == byte)
            && (letters.iter().all(|letter| letter.quality == 0 && letter.tone == 0)
                || super::fold::accents(letters) == super::fold::accents(full))
    }

    /// Whether a part of the text begins at this word, or the text has ended.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.begins_part || word.after_dash)
    }
}

/// How much of a hyphen between spaces was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dash {
    No,
    Space,
    Hyphen,
    Yes,
}

impl Dash {
    fn then(self, character: char) -> Self {
        match (self, character) {
            (Self::No, ' ' | '\t' | '\u{a0}') => Self::Space,
            (Self::Space, '-' | '–' | '—') => Self::Hyphen,
            (Self::Hyphen, ' ' | '\t' | '\u{a0}') => Self::Yes,
            (own, _) => own,
        }
    }
}

fn is_glued_prefix(letters: &[Letter]) -> bool {
    [b"q".as_slice(), b"p", b"f", b"quan", b"phuong", b"district", b"ward"]
        .iter()
        .any(|prefix| letters.iter().map(|letter| letter.base).eq(prefix.iter().copied()))
}
