//! Lists in the fonts of before Unicode, whose cells are too short to be certain one by one.

use super::Cell;
use crate::text;

/// Nguyễn Văn, Trần Thị in TCVN3 and in VNI, as windows-1252 shows them: a few words beside these make sense
/// in one encoding only.
pub(super) const NAMES: [&str; 2] = ["NguyÔn V¨n TrÇn ThÞ", "Nguyeãn Vaên Traàn Thò"];

/// The one of [`NAMES`] in whose font at least half of these cells are for certain; plain ASCII does not count.
pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<&'static str> {
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) if !text.is_ascii() => Some(text),
        _ => None,
    });
    let (mut all, mut fonts) = (0_usize, [0_usize; NAMES.len()]);
    for text in texts.take(SAMPLE) {
        all = all.saturating_add(1);
        let from = if may_be_font(text) { text::repair(text).from } else { "utf-8" };
        let place = ["tcvn3", "vni"].iter().position(|name| *name == from);
        if let Some(count) = place.and_then(|place| fonts.get_mut(place)) {
            *count = count.saturating_add(1);
        }
    }
    let found = fonts.into_iter().zip(NAMES).find(|(count, _)| all > 0 && count.saturating_mul(2) >= all);
    found.map(|(_, names)| names)
}

/// What a text means in the font of `names`, when it makes sense in it and is not the same.
pub(super) fn meant(text: &str, names: &str) -> Option<String> {
    if !may_be_font(text) || text.contains('|') {
        return None;
    }
    let decoded = text::repair(&[text, names].join("|"));
    let (meant, _) = decoded.text.split_once('|').filter(|_| decoded.repaired)?;
    (meant != text).then(|| text::clean(meant))
}

/// Whether there are letters that windows-1252 has outside of ASCII, and no others.
fn may_be_font(text: &str) -> bool {
    !text.is_ascii()
        && text.len() <= LONGEST
        && text.chars().all(|letter| letter < '\u{100}' || !letter.is_alphabetic())
}

/// Texts that are looked at.
const SAMPLE: usize = 300;

/// Bytes of a text that is looked at; addresses are shorter.
const LONGEST: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_means_what_its_list_says() {
        let cells = ["Xãm 3", "NguyÔn V¨n MÉu"].map(Cell::text);
        let names = of(cells.iter()).unwrap();
        assert_eq!(meant("Xãm 3", names).as_deref(), Some("Xóm 3"));
        assert_eq!(meant("Xóm 3 mới", names), None);
        let mixed = ["NguyÔn V¨n MÉu", "Thôn 3", "Thôn 4"].map(Cell::text);
        assert_eq!(of(mixed.iter()), None);
        assert_eq!(of(["Lê Hà", "Nguyễn Văn Mẫu"].map(Cell::text).iter()), None);
    }
}
