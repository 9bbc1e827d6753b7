//! The key of a name: two sums over its letters that words can be joined by, so that any run of words of a
//! text is looked up in constant time.

use super::fold::{Fold, Folded, Letter};

/// Base letters and accents of a word or a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    /// The letters' numbers, each turned left by its distance from the end, added without carry (a cyclic polynomial: Cohen,
    /// "Recursive hashing functions for n-grams", ACM TOIS 15, 1997): what the index is asked for.
    pub(crate) hash: u64,
    /// Σ accentᵢ · Bⁱ, modulo 2⁶⁴, over qualities and tones; 0 without any accent. Each tone counts at the first vowel of its
    /// group, so that `hoà` and `hòa` agree.
    pub(crate) accents: u64,
    /// Letters.
    pub(crate) length: usize,
}

/// Letters of the longest name that can be looked up; the longest there is has 24.
pub(crate) const MOST_LETTERS: usize = 40;

/// Powers of an odd number without pattern.
const POWERS: [u64; MOST_LETTERS] = powers(0x9e37_79b9_7f4a_7c15);
/// A number without pattern for each letter, by its ASCII code.
const LETTERS: [u64; 128] = scattered();
/// What an accent adds: no pattern either, so that sums do not meet. The qualities, from 8 on the tones; the
/// first of each is none.
const WEIGHTS: [u64; 16] = {
    let mut all: [u64; 16] = powers(0xd134_2543_de82_ef95);
    (all[0], all[8]) = (0, 0);
    all
};

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when compiled, over N places"
)]
const fn powers<const N: usize>(base: u64) -> [u64; N] {
    let mut all = [1_u64; N];
    let mut at = 1;
    while at < N {
        all[at] = all[at - 1].wrapping_mul(base);
        at += 1;
    }
    all
}

/// The first numbers of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when compiled, over N places"
)]
const fn scattered<const N: usize>() -> [u64; N] {
    let mut all = [0_u64; N];
    let mut state = 0_u64;
    let mut at = 0;
    while at < N {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        all[at] = mixed ^ (mixed >> 31);
        at += 1;
    }
    all
}

impl Key {
    /// Of one word's letters.
    pub(crate) fn of_letters(letters: &[Letter]) -> Self {
        let mut key = WordKey::NEW;
        for letter in letters {
            key.push(Folded::letter(*letter));
        }
        key.key
    }

    /// Of a name of several words.
    pub(crate) fn of_name(fold: &Fold, name: &str) -> Self {
        let mut whole = Self::default();
        let mut word = WordKey::NEW;
        for character in name.chars() {
            let folded = fold.of(u32::from(character));
            if folded.is_letter() {
                word.push(folded);
            } else if folded.is_in_a_word() {
                word = word.marked(folded);
            } else {
                whole = whole.then(word.key).unwrap_or_default();
                word = WordKey::NEW;
            }
        }
        whole.then(word.key).unwrap_or_default()
    }

    /// Of a short word in small ASCII letters.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        reason = "runs when compiled, over the places of the word; a byte fits into 64 bits"
    )]
    pub(crate) const fn of_ascii(word: &[u8]) -> Self {
        let mut key = Self { hash: 0, accents: 0, length: word.len() };
        let mut at = 0;
        while at < word.len() {
            key.hash = key.hash.rotate_left(1) ^ LETTERS[(word[at] & 127) as usize];
            at += 1;
        }
        key
    }

    /// This and the next word; nothing when that is longer than any name.
    #[inline]
    pub(crate) fn then(self, next: Self) -> Option<Self> {
        let longer = self.then_hash(next)?;
        let power = POWERS.get(self.length).copied().unwrap_or(0);
        Some(Self { accents: self.accents.wrapping_add(next.accents.wrapping_mul(power)), ..longer })
    }

    /// The same without the accents.
    #[inline]
    pub(crate) fn then_hash(self, next: Self) -> Option<Self> {
        let length = self.length.wrapping_add(next.length);
        if length > MOST_LETTERS {
            return None;
        }
        let places = u32::try_from(next.length).unwrap_or(0);
        Some(Self { hash: self.hash.rotate_left(places) ^ next.hash, accents: 0, length })
    }

    /// The accents in half the bits: enough to tell the spellings of one name apart; 0 without any.
    pub(crate) fn accent(self) -> u32 {
        if self.accents == 0 { 0 } else { u32::try_from(self.accents >> 32).unwrap_or(0) | 1 }
    }

    /// Whether a word as typed may be one with these accents: typed without any, it may.
    pub(crate) fn fits(self, accents: u64) -> bool {
        self.accents == 0 || self.accents == accents
    }

    /// Of the first letters of an ASCII name, the empty beginning left out.
    pub(crate) fn beginnings(key: &str) -> impl Iterator<Item = u64> {
        let step = |hash: &mut u64, letter: u8| {
            *hash = hash.rotate_left(1) ^ of_letter(letter);
            Some(*hash)
        };
        key.bytes().scan(0_u64, step)
    }
}

/// Gathers the key of one word, letter by letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordKey {
    pub(crate) key: Key,
    last: Folded,
    /// Where the vowels begin that the last letter is one of.
    group: usize,
}

impl WordKey {
    pub(crate) const NEW: Self =
        Self { key: Key { hash: 0, accents: 0, length: 0 }, last: Folded::OTHER, group: 0 };

    #[inline(always)]
    pub(crate) fn push(&mut self, letter: Folded) {
        let place = self.key.length;
        self.key.length = place.wrapping_add(1);
        self.key.hash = self.key.hash.rotate_left(1) ^ of_letter(letter.base());
        if letter.is_accented() {
            self.key.accents = self.key.accents.wrapping_add(weight(letter, place, self.group));
        }
        self.group = if letter.is_vowel() { self.group } else { self.key.length };
        self.last = letter;
    }

    /// With a combining mark on the last letter. By value: whoever gathers a key keeps it in registers.
    #[cold]
    pub(crate) fn marked(self, mark: Folded) -> Self {
        let Some(place) = self.key.length.checked_sub(1) else { return self };
        let last = self.last.with(mark);
        // A consonant has moved the group behind itself.
        let group = self.group.min(place);
        let more = weight(last, place, group).wrapping_sub(weight(self.last, place, group));
        let accents = self.key.accents.wrapping_add(more);
        Self { key: Key { accents, ..self.key }, last, ..self }
    }

    /// Whether the word is one zero until now.
    #[inline]
    pub(crate) fn is_zero(&self) -> bool {
        self.key.length == 1 && self.key.hash == ZERO
    }
}

const ZERO: u64 = Key::of_ascii(b"0").hash;

/// All bits of a hash in the high ones of a number.
#[inline]
pub(crate) fn mix(hash: u64) -> u64 {
    (hash ^ (hash >> 32)).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

#[inline(always)]
fn of_letter(letter: u8) -> u64 {
    LETTERS.get(usize::from(letter & 127)).copied().unwrap_or(0)
}

/// What the accents of a letter at a place count; its tone counts where the group of vowels begins.
#[inline(always)]
fn weight(letter: Folded, place: usize, group: usize) -> u64 {
    let weight = |number: usize| WEIGHTS.get(number).copied().unwrap_or(0);
    let power = |place: usize| POWERS.get(place).copied().unwrap_or(0);
    let quality = weight(usize::from(letter.quality())).wrapping_mul(power(place));
    quality.wrapping_add(weight(usize::from(letter.tone()).wrapping_add(8)).wrapping_mul(power(group)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        Key::of_name(&Fold::new(), name)
    }

    #[test]
    fn accents_case_and_composition_do_not_change_the_hash() {
        for text in ["ĐẮK H’LAO", "dak hlao", "Đa\u{306}\u{301}k H'Lao", "Ðắk H`Lao", "DakHLao"] {
            assert_eq!(key(text).hash, key("Đắk H'Lao").hash, "{text}");
        }
        assert_ne!(key("Đắk Lao").hash, key("Đắk H'Lao").hash);
        assert_ne!(key("An").hash, key("Na").hash);
    }

    #[test]
    fn the_place_of_a_tone_does_not_count_and_the_tone_does() {
        let accents = |name| key(name).accents;
        assert_eq!(accents("Hoà Thuỷ"), accents("Hòa Thủy"));
        assert_eq!(accents("Quý"), accents("Qúy"));
        assert_ne!(accents("Hòa Thắng"), accents("Hóa Thắng"));
        assert_ne!(accents("Tân Hòa"), accents("Tần Hoa"));
        assert_ne!(accents("Đăk"), accents("Đắk"));
        assert_eq!(accents("Hoa Binh"), 0);
        assert_eq!(accents("Nguyê\u{303}n"), accents("Nguyễn"));
    }

    #[test]
    fn words_join_to_the_key_of_the_name() {
        let joined = key("Bến").then(key("Nghé")).unwrap_or_default();
        assert_eq!(joined, key("Bến Nghé"));
        assert_eq!(key(&"a".repeat(40)).then(key("b")), None);
    }
}
