use super::{
    case::lower,
    key::is_tone,
    nfc::{nfc, taken_apart},
};

/// What a word looks like to somebody who reads Vietnamese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A syllable that the spelling rules allow.
    Syllable,
    /// Letters of Vietnamese and of the minority languages, in another order (`Krông`, `Niê`, `Ênuôl`).
    Name,
    /// Nothing that is written in Vietnam: foreign letters, or capitals inside the word.
    Odd,
}

/// How a word looks. The word holds letters only, in NFC.
pub(super) fn look(word: &str) -> Look {
    if !even_case(word) || !word.chars().all(is_at_home) {
        return Look::Odd;
    }
    let mut letters = String::with_capacity(word.len());
    let mut tones = Vec::new();
    let small = lower(word);
    for letter in small.chars() {
        let (base, marks) = taken_apart(letter);
        letters.push(base);
        for mark in marks {
            if is_tone(mark) && base != 'n' { tones.push(mark) } else { letters.push(mark) }
        }
    }
    if !glide_is_toned(&small) && is_syllable(&nfc(&letters), &tones) { Look::Syllable } else { Look::Name }
}

/// Whether the letter occurs in Vietnamese or in the names of the peoples of Vietnam.
pub(super) fn is_at_home(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{1ea0}'..='\u{1ef9}')
        || "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưŎŏŬŭČčĔĕĬĭÑñ".contains(letter)
}

/// All capitals, all small, or one capital in front.
pub(super) fn even_case(word: &str) -> bool {
    let small = lower(word);
    let capitals = word.chars().zip(small.chars()).map(|(letter, small)| letter != small);
    let (mut first, mut later, mut later_small) = (false, 0_usize, 0_usize);
    for (at, capital) in capitals.enumerate() {
        match (at, capital) {
            (0, _) => first = capital,
            (_, true) => later = later.saturating_add(1),
            (_, false) => later_small = later_small.saturating_add(1),
        }
    }
    later == 0 || first && later_small == 0
}

/// A tone on the glide at the end (`aí`, `aò`) is a misprint; `uý`, `quí`, `giò` are not.
fn glide_is_toned(word: &str) -> bool {
    let mut back = word.chars().rev().map(taken_apart);
    let (Some((last, marks)), Some((before, _))) = (back.next(), back.next()) else { return false };
    let toned =
        matches!(last, 'i' | 'o' | 'u' | 'y') && marks.iter().copied().any(is_tone) && marks.len() == 1;
    let glide = matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') && !(before == 'u' && last == 'y');
    toned && glide && !word.starts_with("qu") && !word.starts_with("gi")
}

fn is_syllable(word: &str, tones: &[char]) -> bool {
    ONSETS.split(' ').any(|onset| {
        let Some(rime) = word.strip_prefix(onset) else { return false };
        let rimes = if onset == "q" { RIMES_AFTER_Q } else { RIMES };
        if rime.contains(' ') || !rimes.contains(&[" ", rime, " "].concat()) {
            return false;
        }
        let front = rime.starts_with(['e', 'ê', 'i', 'y']);
        let fits = match onset {
            "k" | "gh" | "ngh" => front,
            "c" | "ng" => !front,
            "g" => !front || rime == "i",
            _ => true,
        };
        // A syllable that ends in a stop has the rising or the heavy tone, no other.
        let stop = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
        let toned = match tones {
            [] => !stop || word.is_ascii(),
            ['\u{301}' | '\u{323}'] => true,
            [_] => !stop,
            _ => false,
        };
        fits && toned
    })
}

/// Beginnings of a syllable; the empty one first.
const ONSETS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x";

/// The rimes of written Vietnamese without their tone.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut \
    uân uâng uât uây uê uêch uên uênh uêt uơ uơn uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyt uyu uyên uyêt \
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưm ưn y yêm yên yêng yêt yêu ";

const RIMES_AFTER_Q: &str = " ua uac uach uai uam uan uang uanh uao uap uat uau uay uăc uăm uăn uăng uăp uăt uâc uâm uân \
    uâng uât uâu uây ue uen ueo uet uê uêch uên uênh uêt uêu ui uit uôc uơ uơi uơn uơt uy uych uyn uynh uyp uyt \
    uyu uyên uyêt ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_names_and_from_noise() {
        let words = "Nguyễn Thị Mẫu quý quỳ gì giờ thuở Huế khuỷu Giếng Đáy HOÀ Hòa Thuỷ Thủy Quyên Quốc nghĩa \
                     Ỷ Ưng yên Ý Kỳ Lý Phường huyện Tỉnh Đường Bình Dương ngoằn Xoan loong quýt";
        for word in words.split_whitespace() {
            assert_eq!(look(word), Look::Syllable, "{word}");
        }
        for word in "Krông Niê Ênuôl Đắk Kpă Ayŭn Čil Bliă Kêt ghà cìn Loùc".split_whitespace()
        {
            assert_eq!(look(word), Look::Name, "{word}");
        }
        for word in "NguyÔn Müller François nGuyễn Đặngª Ðặng Bjørn 王".split_whitespace() {
            assert_eq!(look(word), Look::Odd, "{word}");
        }
    }
}
