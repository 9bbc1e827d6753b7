use super::latin::{NO_MARK, class, compose, decompose};

/// Normalization Form C (UAX #15) of Latin text, whatever the order of its marks: `e` + `̣` + `̂` and
/// `e` + `̂` + `̣` both become `ệ`.
///
/// Latin letters and the combining marks U+0300–U+036F are normalised; other scripts pass unchanged,
/// so decomposed Hangul, kana or Greek stay decomposed.
///
/// ```
/// assert_eq!(cancuoc::text::nfc("Nguye\u{302}\u{303}n"), "Nguyễn");
/// assert_eq!(cancuoc::text::nfc("Vie\u{323}\u{302}t"), "Việt");
/// ```
pub fn nfc(text: &str) -> String {
    if !text.chars().any(changes) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut cluster = Cluster::default();
    for letter in text.chars() {
        cluster.take(letter, &mut out);
    }
    cluster.flush(&mut out);
    out
}

/// Base letters with their marks behind them, in canonical order (NFD of Latin text).
pub(super) fn taken_apart(letter: char) -> (char, Vec<char>) {
    let mut base = letter;
    let mut marks = Vec::new();
    while let Some((next, mark)) = decompose(base) {
        if mark != NO_MARK {
            marks.push(mark);
        }
        base = next;
    }
    marks.reverse();
    (base, marks)
}

/// Only text with such characters can differ from its NFC: the marks, the kelvin and the ångström sign.
fn changes(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{212a}' | '\u{212b}')
}

/// One base letter and the marks on it.
#[derive(Default)]
struct Cluster {
    base: Option<char>,
    marks: Vec<(u8, char)>,
}

impl Cluster {
    fn take(&mut self, letter: char, out: &mut String) {
        match letter {
            '\u{340}' => self.mark('\u{300}'),
            '\u{341}' => self.mark('\u{301}'),
            '\u{343}' => self.mark('\u{313}'),
            '\u{344}' => {
                self.mark('\u{308}');
                self.mark('\u{301}');
            }
            _ if class(letter) > 0 => self.mark(letter),
            _ => {
                self.flush(out);
                let (base, marks) = taken_apart(letter);
                self.base = Some(base);
                marks.into_iter().for_each(|mark| self.mark(mark));
            }
        }
    }

    fn mark(&mut self, mark: char) {
        self.marks.push((class(mark), mark));
    }

    /// Orders the marks by class, composes those that are not blocked (UAX #15, D115–D117).
    fn flush(&mut self, out: &mut String) {
        self.marks.sort_by_key(|(class, _)| *class);
        let mut left = String::new();
        let mut last_left = 0;
        for (class, mark) in self.marks.drain(..) {
            let blocked = last_left >= class;
            match self.base.and_then(|base| compose(base, mark)) {
                Some(composed) if !blocked => self.base = Some(composed),
                _ => {
                    left.push(mark);
                    last_left = class;
                }
            }
        }
        out.extend(self.base.take());
        out.push_str(&left);
    }
}
