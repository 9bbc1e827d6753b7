//! The key of a name: two sums over its letters that words can be joined by, so that any run of words of a
//! text is looked up in constant time.

use super::fold::{Fold, Folded, Letter};

/// Base letters and accents of a word or a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    /// Σ letterᵢ · Bⁱ, modulo 2⁶⁴: what the index is asked for.
    pub(super) hash: u64,
    /// The same over qualities and tones; 0 without any accent. Each tone counts at the first vowel of its
    /// group, so that `hoà` and `hòa` agree.
    pub(super) accents: u64,
    /// Letters.
    pub(super) length: usize,
}

/// Letters of the longest name that can be looked up; the longest there is has 24.
pub(super) const MOST_LETTERS: usize = 40;

/// Powers of an odd number without pattern.
const POWERS: [u64; MOST_LETTERS] = powers(0x9e37_79b9_7f4a_7c15);
/// What an accent adds: no pattern either, so that sums do not meet. First 5 qualities, then 6 tones.
const WEIGHTS: [u64; 11] = powers(0xd134_2543_de82_ef95);

#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs when compiled, over N places")]
const fn powers<const N: usize>(base: u64) -> [u64; N] {
    let mut all = [1_u64; N];
    let mut at = 1;
    while at < N {
        all[at] = all[at - 1].wrapping_mul(base);
        at += 1;
    }
    all
}

impl Key {
    /// Of one word's letters.
    pub(super) fn of_letters(letters: &[Letter]) -> Self {
        let mut key = WordKey::default();
        for letter in letters {
            key.push(*letter);
        }
        key.key
    }

    /// Of a name of several words.
    pub(super) fn of_name(fold: &Fold, name: &str) -> Self {
        let mut whole = Self::default();
        let mut word = WordKey::default();
        for character in name.chars() {
            match fold.of(character) {
                Folded::Letter(letter) => word.push(letter),
                Folded::Mark(quality, tone) => word.mark(quality, tone),
                Folded::Nothing => {}
                Folded::Other => {
                    whole = whole.then(word.key).unwrap_or_default();
                    word = WordKey::default();
                }
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
    pub(super) const fn of_ascii(word: &[u8]) -> Self {
        let mut key = Self { hash: 0, accents: 0, length: word.len() };
        let mut at = 0;
        while at < word.len() {
            key.hash = key.hash.wrapping_add((word[at] as u64).wrapping_mul(POWERS[at]));
            at += 1;
        }
        key
    }

    /// This and the next word; nothing when that is longer than any name.
    pub(super) fn then(self, next: Self) -> Option<Self> {
        let length = self.length.saturating_add(next.length);
        let power = POWERS.get(self.length).filter(|_| length <= MOST_LETTERS)?;
        Some(Self {
            hash: self.hash.wrapping_add(next.hash.wrapping_mul(*power)),
            accents: self.accents.wrapping_add(next.accents.wrapping_mul(*power)),
            length,
        })
    }

    /// Whether a name as typed may be one with these accents: typed without any, it may.
    pub(super) fn fits(self, accents: u64) -> bool {
        self.accents == 0 || self.accents == accents
    }

    /// Of the first letters of an ASCII name, the empty beginning left out.
    pub(super) fn beginnings(key: &str) -> impl Iterator<Item = u64> {
        let step = |hash: &mut u64, (letter, power): (u8, &u64)| {
            *hash = hash.wrapping_add(u64::from(letter).wrapping_mul(*power));
            Some(*hash)
        };
        key.bytes().zip(&POWERS).scan(0_u64, step)
    }
}

/// Gathers the key of one word, letter by letter.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordKey {
    pub(super) key: Key,
    last: Letter,
    /// Where the group of vowels begins that the last letter is in, counted from 1.
    group: usize,
}

impl WordKey {
    #[inline]
    pub(super) fn push(&mut self, letter: Letter) {
        let place = self.key.length;
        self.key.length = place.saturating_add(1);
        let Some(power) = POWERS.get(place) else { return };
        self.key.hash = self.key.hash.wrapping_add(u64::from(letter.base).wrapping_mul(*power));
        let vowel = matches!(letter.base, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        self.group = match (vowel, self.group) {
            (false, _) => 0,
            (true, 0) => self.key.length,
            (true, group) => group,
        };
        self.last = letter;
        if letter.quality != 0 || letter.tone != 0 {
            self.weigh(letter.quality, letter.tone, false);
        }
    }

    /// A combining mark on the last letter.
    pub(super) fn mark(&mut self, quality: u8, tone: u8) {
        let quality = quality.max(self.last.quality);
        let tone = tone.max(self.last.tone);
        self.weigh(self.last.quality, self.last.tone, true);
        self.weigh(quality, tone, false);
        (self.last.quality, self.last.tone) = (quality, tone);
    }

    /// Adds or takes away what the last letter's accents count.
    fn weigh(&mut self, quality: u8, tone: u8, away: bool) {
        let Some(place) = self.key.length.checked_sub(1) else { return };
        let group = self.group.checked_sub(1).unwrap_or(place);
        let (Some(own), Some(first)) = (POWERS.get(place), POWERS.get(group)) else { return };
        let weight = |number: u8| WEIGHTS.get(usize::from(number)).copied().unwrap_or(0);
        let mut sum = 0_u64;
        if quality != 0 {
            sum = weight(quality).wrapping_mul(*own);
        }
        if tone != 0 {
            sum = sum.wrapping_add(weight(tone.saturating_add(5)).wrapping_mul(*first));
        }
        let accents = self.key.accents;
        self.key.accents = if away { accents.wrapping_sub(sum) } else { accents.wrapping_add(sum) };
    }
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
        assert_eq!(key(&"a".repeat(41)).then(key("b")), None);
    }
}
