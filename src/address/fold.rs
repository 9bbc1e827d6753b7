//! Letters as the index compares them: base letter, quality (ă â đ ê ô ơ ư) and tone apart, so that a text
//! without accents still finds its unit, and one with accents tells two units apart.

/// One letter or digit of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letter {
    /// `a`–`z`, `0`–`9`; [`FOREIGN`] for a letter that no unit has.
    pub(super) base: u8,
    /// 0 none, 1 breve or Đ's bar, 2 circumflex, 3 horn, 4 any other mark.
    pub(super) quality: u8,
    /// 0 level, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.
    pub(super) tone: u8,
}

/// What a character is to the tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folded {
    /// Part of a word.
    Letter(Letter),
    /// A combining mark on the letter before it: quality, tone.
    Mark(u8, u8),
    /// An apostrophe or an invisible character: not there.
    Nothing,
    /// Anything else.
    Other,
}

/// Stands for letters of other scripts.
pub(super) const FOREIGN: u8 = b'?';

/// Characters below this are looked up; Latin Extended Additional ends at U+1EFF.
const TABLE: usize = 0x1F00;

/// The folding of every character of the Latin blocks, made once for each asset.
#[derive(Clone)]
pub(super) struct Fold(Box<[Folded]>);

impl Fold {
    pub(super) fn new() -> Self {
        let mut table = vec![Folded::Other; TABLE].into_boxed_slice();
        for (place, slot) in table.iter_mut().enumerate() {
            let Some(character) = u32::try_from(place).ok().and_then(char::from_u32) else { continue };
            *slot = folded(character);
        }
        Self(table)
    }

    #[inline]
    pub(super) fn of(&self, character: char) -> Folded {
        match usize::try_from(u32::from(character)).ok().and_then(|place| self.0.get(place)) {
            Some(folded) => *folded,
            None => match character {
                // Zero-width characters, the apostrophes ‘ ’, the byte-order mark.
                '\u{200b}'..='\u{200f}' | '\u{2018}' | '\u{2019}' | '\u{2060}' | '\u{feff}' => {
                    Folded::Nothing
                }
                other if other.is_alphanumeric() => Folded::Letter(foreign()),
                _ => Folded::Other,
            },
        }
    }

    /// The letters and digits of a name, without what parts words.
    pub(super) fn squashed(&self, name: &str) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::with_capacity(name.len());
        for character in name.chars() {
            self.append(character, &mut letters);
        }
        letters
    }

    /// Appends a letter, or puts a mark on the last one; says whether the character belongs to a word.
    pub(super) fn append(&self, character: char, letters: &mut Vec<Letter>) -> bool {
        match self.of(character) {
            Folded::Letter(letter) => {
                letters.push(letter);
                true
            }
            Folded::Mark(quality, tone) => {
                if let Some(last) = letters.last_mut() {
                    last.quality = last.quality.max(quality);
                    last.tone = last.tone.max(tone);
                }
                true
            }
            Folded::Nothing => true,
            Folded::Other => false,
        }
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
        '\u{301}' => return Folded::Mark(0, 1),
        '\u{300}' => return Folded::Mark(0, 2),
        '\u{309}' => return Folded::Mark(0, 3),
        '\u{303}' => return Folded::Mark(0, 4),
        '\u{323}' => return Folded::Mark(0, 5),
        '\u{306}' => return Folded::Mark(1, 0),
        '\u{302}' => return Folded::Mark(2, 0),
        '\u{31b}' => return Folded::Mark(3, 0),
        '\u{30c}' => return Folded::Mark(4, 0),
        '\u{300}'..='\u{36f}' => return Folded::Mark(4, 0),
        '\'' | '`' | '´' | 'ʼ' | '\u{ad}' => return Folded::Nothing,
        _ => {}
    }
    let small = character.to_lowercase().next().unwrap_or(character);
    if let Ok(byte) = u8::try_from(small)
        && (byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return Folded::Letter(Letter { base: byte, quality: 0, tone: 0 });
    }
    for (forms, base, quality) in GROUPS {
        if let Some((tone, _)) = (0_u8..).zip(forms.chars()).find(|(_, form)| *form == small) {
            return Folded::Letter(Letter { base: *base, quality: *quality, tone });
        }
    }
    if small.is_alphanumeric() { Folded::Letter(foreign()) } else { Folded::Other }
}
