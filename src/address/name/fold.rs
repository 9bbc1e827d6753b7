//! Letters as the index compares them: base letter, quality (ă â đ ê ô ơ ư) and tone apart, so that a text
//! without accents still finds its unit, and one with accents tells two units apart.

/// One letter or digit of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letter {
    /// `a`–`z`, `0`–`9`; [`FOREIGN`] for a letter that no unit has.
    pub(crate) base: u8,
    /// 0 none, 1 breve or Đ's bar, 2 circumflex, 3 horn, 4 any other mark.
    pub(crate) quality: u8,
    /// 0 level, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.
    pub(crate) tone: u8,
}

/// What a character is to the tokens, in the bits of one number:
///
/// ```text
/// 0–7 base  8–10 quality  11–13 tone  16 letter  17 digit  18 vowel  19 mark  20 not there
/// 21 point  22 blank  23 hyphen  24 belongs to names and numbers  25 perhaps not composed  26–27 units of the text it takes beside the first
/// 31 the end
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folded(u32);

impl Folded {
    /// A comma, a line's end, a bracket: it parts the text.
    pub(crate) const OTHER: Self = Self(0);
    /// Behind the text.
    pub(crate) const END: Self = Self(1 << 31);
    const POINT: Self = Self(1 << 21);
    const BLANK: Self = Self(1 << 22);
    const HYPHEN: Self = Self(1 << 23 | 1 << 24);
    /// A slash, or a hyphen that never parts.
    const SLASH: Self = Self(1 << 24);
    /// An apostrophe or an invisible character: not there.
    const NOTHING: Self = Self(1 << 20);

    /// Part of a word.
    pub(crate) fn letter(letter: Letter) -> Self {
        let vowel = matches!(letter.base, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        let class = 1 << 16 | u32::from(letter.base.is_ascii_digit()) << 17 | u32::from(vowel) << 18;
        Self(class | u32::from(letter.base)).accented(letter.quality, letter.tone)
    }

    /// A combining mark on the letter before it.
    fn mark(quality: u8, tone: u8) -> Self {
        Self(1 << 19).accented(quality, tone)
    }

    fn accented(self, quality: u8, tone: u8) -> Self {
        Self(self.0 | u32::from(quality & 7) << 8 | u32::from(tone & 7) << 11)
    }

    /// The letter with a mark on it.
    pub(crate) fn with(self, mark: Self) -> Self {
        let plain = Self(self.0 & !0x3f00);
        plain.accented(self.quality().max(mark.quality()), self.tone().max(mark.tone()))
    }

    #[inline]
    pub(crate) fn is_letter(self) -> bool {
        self.0 & 1 << 16 != 0
    }

    /// A letter, no digit.
    #[inline]
    pub(crate) fn is_plain(self) -> bool {
        self.0 & (1 << 16 | 1 << 17) == 1 << 16
    }

    #[inline]
    pub(crate) fn is_digit(self) -> bool {
        self.0 & 1 << 17 != 0
    }

    #[inline]
    pub(crate) fn is_vowel(self) -> bool {
        self.0 & 1 << 18 != 0
    }

    /// A letter, a mark, or something that is not there.
    #[inline]
    pub(crate) fn is_in_a_word(self) -> bool {
        self.0 & (1 << 16 | 1 << 19 | 1 << 20) != 0
    }

    #[inline]
    pub(crate) fn is_point(self) -> bool {
        self.0 & 1 << 21 != 0
    }

    #[inline]
    pub(crate) fn is_blank(self) -> bool {
        self.0 & 1 << 22 != 0
    }

    #[inline]
    pub(crate) fn is_hyphen(self) -> bool {
        self.0 & 1 << 23 != 0
    }

    /// What follows is another part of the text.
    #[inline]
    pub(crate) fn parts(self) -> bool {
        self.0 & !(UNITS | UNCOMPOSED) == Self::OTHER.0
    }

    /// Whether a text of such characters may change when it is composed (NFC); of several by [`or`](Self::or).
    pub(crate) fn is_uncomposed(self) -> bool {
        self.0 & UNCOMPOSED != 0
    }

    fn uncomposed(self) -> Self {
        Self(self.0 | UNCOMPOSED)
    }

    /// What one or the other is.
    #[inline]
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Bytes or UTF-16 units that it takes in its text.
    #[inline]
    pub(crate) fn units(self) -> usize {
        usize::from(u8::try_from(self.0 >> 26 & 3).unwrap_or(0)).wrapping_add(1)
    }

    /// The same, taking one to four units.
    #[inline]
    pub(crate) fn taking(self, units: usize) -> Self {
        Self(self.0 | u32::try_from(units.wrapping_sub(1) & 3).unwrap_or(0) << 26)
    }

    #[inline]
    pub(crate) fn is_accented(self) -> bool {
        self.0 & 0x3f00 != 0
    }

    #[inline]
    pub(crate) fn base(self) -> u8 {
        u8::try_from(self.0 & 0xff).unwrap_or(FOREIGN)
    }

    #[inline]
    pub(crate) fn quality(self) -> u8 {
        u8::try_from(self.0 >> 8 & 7).unwrap_or(0)
    }

    #[inline]
    pub(crate) fn tone(self) -> u8 {
        u8::try_from(self.0 >> 11 & 7).unwrap_or(0)
    }

    fn to_letter(self) -> Letter {
        Letter { base: self.base(), quality: self.quality(), tone: self.tone() }
    }
}

const UNITS: u32 = 3 << 26;
const UNCOMPOSED: u32 = 1 << 25;

/// Stands for letters of other scripts.
const FOREIGN: u8 = b'?';

/// Characters below this are looked up; Latin Extended Additional ends at U+1EFF.
const TABLE: usize = 0x1F00;

/// The folding of every character of the Latin blocks, made once for each asset.
#[derive(Clone)]
pub(crate) struct Fold(Box<[Folded; TABLE]>);

impl Fold {
    pub(crate) fn new() -> Self {
        let mut table = Box::new([Folded::OTHER; TABLE]);
        for (place, slot) in table.iter_mut().enumerate() {
            let Some(character) = u32::try_from(place).ok().and_then(char::from_u32) else { continue };
            *slot = if is_composed(character) { folded(character) } else { folded(character).uncomposed() };
        }
        Self(table)
    }

    /// Of a character by its number.
    #[inline]
    pub(crate) fn of(&self, character: u32) -> Folded {
        self.listed(character).unwrap_or_else(|| beyond(character).uncomposed())
    }

    /// Of a character that the table lists.
    #[inline(always)]
    pub(crate) fn listed(&self, character: u32) -> Option<Folded> {
        usize::try_from(character).ok().and_then(|place| self.0.get(place)).copied()
    }

    /// The letters and digits of a name, without what parts words.
    pub(crate) fn letters(&self, name: &str) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::with_capacity(name.len());
        for folded in name.chars().map(|character| self.of(u32::from(character))) {
            if folded.is_letter() {
                letters.push(folded.to_letter());
            } else if let Some(last) = letters.last_mut() {
                last.quality = last.quality.max(folded.quality());
                last.tone = last.tone.max(folded.tone());
            }
        }
        letters
    }
}

/// Whether NFC leaves the letter alone, whatever stands beside it.
pub(crate) fn is_composed(letter: char) -> bool {
    letter < '\u{300}' || ('\u{1e00}'..'\u{1f00}').contains(&letter)
}

/// Characters behind the table.
#[cold]
fn beyond(character: u32) -> Folded {
    match char::from_u32(character) {
        // Zero-width characters, the apostrophes ‘ ’, the byte-order mark.
        Some('\u{200b}'..='\u{200f}' | '\u{2018}' | '\u{2019}' | '\u{2060}' | '\u{feff}') => Folded::NOTHING,
        Some('\u{2013}' | '\u{2014}') => Folded::HYPHEN,
        Some('\u{2010}'..='\u{2012}') => Folded::SLASH,
        Some(other) if other.is_alphanumeric() => Folded::letter(foreign()),
        _ => Folded::OTHER,
    }
}

fn foreign() -> Letter {
    Letter { base: FOREIGN, ..Letter::default() }
}

/// The vowels with their five toned forms (sắc, huyền, hỏi, ngã, nặng), base and quality; and the letters
/// of minority names.
const GROUPS: &[(&str, u8, u8)] = &[
    ("aáàảãạ", b'a', 0),
    ("ăắằẳẵặ", b'a', 1),
    ("âấầẩẫậ", b'a', 2),
    ("eéèẻẽẹ", b'e', 0),
    ("êếềểễệ", b'e', 2),
    ("iíìỉĩị", b'i', 0),
    ("oóòỏõọ", b'o', 0),
    ("ôốồổỗộ", b'o', 2),
    ("ơớờởỡợ", b'o', 3),
    ("uúùủũụ", b'u', 0),
    ("ưứừửữự", b'u', 3),
    ("yýỳỷỹỵ", b'y', 0),
    ("đ", b'd', 1),
    ("ð", b'd', 1),
    ("ŏ", b'o', 4),
    ("ŭ", b'u', 4),
    ("ĕ", b'e', 4),
    ("ĭ", b'i', 4),
    ("č", b'c', 4),
    ("ñ", b'n', 4),
];

fn folded(character: char) -> Folded {
    match character {
        '\u{301}' => return Folded::mark(0, 1),
        '\u{300}' => return Folded::mark(0, 2),
        '\u{309}' => return Folded::mark(0, 3),
        '\u{303}' => return Folded::mark(0, 4),
        '\u{323}' => return Folded::mark(0, 5),
        '\u{306}' => return Folded::mark(1, 0),
        '\u{302}' => return Folded::mark(2, 0),
        '\u{31b}' => return Folded::mark(3, 0),
        '\u{30c}' => return Folded::mark(4, 0),
        '\u{300}'..='\u{36f}' => return Folded::mark(4, 0),
        '\'' | '`' | '´' | 'ʼ' | '\u{ad}' => return Folded::NOTHING,
        '.' => return Folded::POINT,
        ' ' | '\t' | '\u{a0}' => return Folded::BLANK,
        // They belong to names ("Bà Rịa - Vũng Tàu") and house numbers.
        '-' => return Folded::HYPHEN,
        '/' => return Folded::SLASH,
        _ => {}
    }
    let small = character.to_lowercase().next().unwrap_or(character);
    if let Ok(byte) = u8::try_from(small)
        && (byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return Folded::letter(Letter { base: byte, quality: 0, tone: 0 });
    }
    for (forms, base, quality) in GROUPS {
        if let Some((tone, _)) = (0_u8..).zip(forms.chars()).find(|(_, form)| *form == small) {
            return Folded::letter(Letter { base: *base, quality: *quality, tone });
        }
    }
    if small.is_alphanumeric() { Folded::letter(foreign()) } else { Folded::OTHER }
}
