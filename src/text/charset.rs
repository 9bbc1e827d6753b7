use super::nfc::nfc;

/// The byte that windows-1252 (as browsers read it: undefined bytes are C1 controls) shows as this letter.
/// The first 256 code points are ISO 8859-1, so a text that was read as that comes back as well.
pub(super) fn windows_1252_byte(letter: char) -> Option<u8> {
    match u8::try_from(u32::from(letter)) {
        Ok(byte) => Some(byte),
        Err(_) => {
            let at = WINDOWS_1252.chars().position(|other| other == letter)?;
            u8::try_from(at).ok()?.checked_add(0x80)
        }
    }
}

/// The text that windows-1252 shows for these bytes.
pub(super) fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9F => upper_half(WINDOWS_1252, *byte),
            _ => char::from(*byte),
        })
        .collect()
}

/// An encoding of Vietnamese from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Legacy {
    /// TCVN 5712:1993 VN1, with it VN3, the `.Vn` fonts ("ABC").
    Tcvn3,
    /// The `VNI-` fonts: a letter, then a sign for its marks.
    Vni,
    /// RFC 1456.
    Viscii,
    /// Microsoft's code page: some letters, and combining tones.
    Windows1258,
}

impl Legacy {
    pub(super) const ALL: [Self; 4] = [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Windows1258];

    /// The name in `Decoded::from`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// The text of these bytes in NFC; U+FFFD where the encoding has no letter.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Tcvn3 => single(bytes, TCVN3, TCVN3_LOW),
            Self::Viscii => single(bytes, VISCII, VISCII_LOW),
            Self::Vni => vni(bytes),
            Self::Windows1258 => nfc(&windows_1252(bytes).chars().map(windows_1258).collect::<String>()),
        }
    }
}

fn single(bytes: &[u8], high: &str, low: &[(u8, char)]) -> String {
    bytes
        .iter()
        .map(|byte| match low.iter().find(|(code, _)| code == byte) {
            Some((_, letter)) => *letter,
            None if byte.is_ascii() => char::from(*byte),
            None => upper_half(high, *byte),
        })
        .collect()
}

fn upper_half(table: &str, byte: u8) -> char {
    table.chars().nth(usize::from(byte & 0x7F)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Where windows-1258 differs from windows-1252.
fn windows_1258(letter: char) -> char {
    let mut pairs = WINDOWS_1258.chars();
    while let (Some(there), Some(here)) = (pairs.next(), pairs.next()) {
        if there == letter {
            return here;
        }
    }
    letter
}

fn vni(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut vowel = None;
    for byte in bytes {
        // Capitals stand 0x20 below the small letters.
        let capital = matches!(byte, 0xC0..=0xDF);
        let small = if capital { byte | 0x20 } else { *byte };
        let marks = VNI_SIGNS.iter().find(|(sign, on, _)| {
            *sign == small && vowel.is_some_and(|vowel: u8| on.contains(&vowel.to_ascii_lowercase()))
        });
        if let Some((_, _, marks)) = marks {
            out.push_str(marks);
            vowel = None;
            continue;
        }
        match VNI_LETTERS.iter().find(|(code, _, _)| *code == small) {
            Some((_, large, little)) => {
                out.push(if capital { *large } else { *little });
                // ô and ö stand for ơ and ư, which take a tone behind them.
                vowel = matches!(small, 0xF4 | 0xF6).then_some(small);
            }
            None => {
                out.push(if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER });
                vowel =
                    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'o' | b'u' | b'y').then_some(*byte);
            }
        }
    }
    nfc(&out)
}

/// 0x80–0x9F of windows-1252 (WHATWG Encoding, index windows-1252).
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// 0x80–0xFF of TCVN 5712:1993 VN1. Its combining tones (0xB0–0xB4) were not used in practice.
const TCVN3: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
    àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

const TCVN3_LOW: &[(u8, char)] = &[
    (0x01, 'Ú'),
    (0x02, 'Ụ'),
    (0x04, 'Ừ'),
    (0x05, 'Ử'),
    (0x06, 'Ữ'),
    (0x11, 'Ứ'),
    (0x12, 'Ự'),
    (0x13, 'Ỳ'),
    (0x14, 'Ỷ'),
    (0x15, 'Ỹ'),
    (0x16, 'Ý'),
    (0x17, 'Ỵ'),
];

/// 0x80–0xFF of VISCII (RFC 1456).
const VISCII: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝ\
    ỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

const VISCII_LOW: &[(u8, char)] =
    &[(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ')];

/// Pairs of a letter of windows-1252 and what windows-1258 has in its place.
const WINDOWS_1258: &str = "ÃĂÌ\u{300}ÐĐÒ\u{309}ÕƠÝƯÞ\u{303}ãăì\u{301}ðđò\u{323}õơýưþ₫";

/// Signs of VNI behind a vowel: the sign, the vowels that it goes with, its combining marks.
const VNI_SIGNS: &[(u8, &[u8], &str)] = &[
    (0xF9, b"aeouy\xF4\xF6", "\u{301}"),
    (0xF8, b"aeouy\xF4\xF6", "\u{300}"),
    (0xFB, b"aeouy\xF4\xF6", "\u{309}"),
    (0xF5, b"aeouy\xF4\xF6", "\u{303}"),
    (0xEF, b"aeouy\xF4\xF6", "\u{323}"),
    (0xE2, b"aeo", "\u{302}"),
    (0xE1, b"aeo", "\u{302}\u{301}"),
    (0xE0, b"aeo", "\u{302}\u{300}"),
    (0xE5, b"aeo", "\u{302}\u{309}"),
    (0xE3, b"aeo", "\u{302}\u{303}"),
    (0xE4, b"aeo", "\u{302}\u{323}"),
    (0xEA, b"a", "\u{306}"),
    (0xE9, b"a", "\u{306}\u{301}"),
    (0xE8, b"a", "\u{306}\u{300}"),
    (0xFA, b"a", "\u{306}\u{309}"),
    (0xFC, b"a", "\u{306}\u{303}"),
    (0xEB, b"a", "\u{306}\u{323}"),
];

/// Letters of VNI that stand alone: code, capital, small.
const VNI_LETTERS: &[(u8, char, char)] = &[
    (0xF4, 'Ơ', 'ơ'),
    (0xF6, 'Ư', 'ư'),
    (0xF1, 'Đ', 'đ'),
    (0xED, 'Í', 'í'),
    (0xEC, 'Ì', 'ì'),
    (0xE6, 'Ỉ', 'ỉ'),
    (0xF3, 'Ĩ', 'ĩ'),
    (0xF2, 'Ị', 'ị'),
    (0xEE, 'Ỵ', 'ỵ'),
];
