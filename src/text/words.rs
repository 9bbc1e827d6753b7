//! What a text looks like, word by word: the evidence for and against a repair.

use super::{
    case::lower,
    nfc::nfc,
    syllable::{Look, look},
};

/// How many words of a text have which look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Census {
    /// Vietnamese syllables with a letter outside ASCII.
    pub(super) syllables: usize,
    /// Words, of either kind, that stand in many names and addresses.
    pub(super) common: usize,
    /// Other words that may be names, with a letter outside ASCII.
    pub(super) names: usize,
    /// Words that are not written in Vietnam, and ASCII words with capitals inside do not count.
    pub(super) odd: usize,
    /// ASCII words that are no Vietnamese syllables even without their marks.
    pub(super) foreign: usize,
}

/// Counts at most the first [`WORDS`] words: a text is garbled throughout or not at all.
pub(super) fn census(text: &str) -> Census {
    let mut census = Census::default();
    for word in words(text).take(WORDS) {
        let counter = if word.is_ascii() {
            match look(&word.to_ascii_lowercase()) {
                Look::Syllable => continue,
                _ => &mut census.foreign,
            }
        } else {
            if is_common(word) {
                census.common = census.common.saturating_add(1);
            }
            match look(&nfc(word)) {
                Look::Syllable => &mut census.syllables,
                Look::Name => &mut census.names,
                Look::Odd => &mut census.odd,
            }
        };
        *counter = counter.saturating_add(1);
    }
    census
}

/// Runs of letters and their marks. Signs that are no letters part words, digits too.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_letter(letter)).filter(|word| !word.is_empty())
}

/// Whether the text holds C1 controls: no text that a person wrote does.
pub(super) fn has_controls(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{80}'..='\u{9f}'))
}

/// Letters, and marks on them; not the ordinal signs and `µ`, which are letters only to Unicode.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2af}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
        || letter >= '\u{370}' && letter.is_alphabetic()
}

fn is_common(word: &str) -> bool {
    COMMON.contains(&[" ", &lower(word), " "].concat())
}

/// What decides between two readings that both make syllables.
const COMMON: &str = " nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn văn thị hữu đức \
    đình bình cường dũng duyên hà hạnh hằng hiền hiếu hòa hoà hồng hùng huyền hương khánh kiên kiều lộc mẫu mỹ ngân nghĩa \
    ngọc phú phúc phương phượng quân quốc quý quỳnh sơn tài tâm tân thái thảo thắng thế thịnh thuận thủy thuỷ thúy thuý thư \
    tiến toàn trâm trọng trúc trường tú tuấn tuyết tùng uyên vân việt xuân yến ánh bảo bích châu công đạt hải \
    xã phường trấn quận huyện tỉnh thành phố đường thôn ấp tổ số ngõ xóm nữ nội chí đắk lắk đông \
    tây bắc phòng quảng đồng yên phước cần thơ đà nẵng nông lò lường quàng giàng thào vàng sùng mùa hạng \
    cầm bế hứa lục từ triệu vương nghiêm phùng tống âu ứng chử giáp khổng doãn thạch quách tăng lưu tạ trịnh tô \
    ông lương niê mlô êban ênuôl kđăm byă ayŭn krông adrơng ";

/// Words that are looked at.
const WORDS: usize = 300;
