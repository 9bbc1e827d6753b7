use std::cell::OnceCell;

use crate::text;

/// A value, and what of it is compared: made when it is first needed, and once.
pub(super) struct Compared<'v> {
    pub(super) value: &'v str,
    words: OnceCell<Vec<String>>,
    spelled_out: OnceCell<Vec<String>>,
    letters: OnceCell<String>,
}

impl<'v> Compared<'v> {
    pub(super) fn new(value: &'v str) -> Self {
        Self { value, words: OnceCell::new(), spelled_out: OnceCell::new(), letters: OnceCell::new() }
    }

    /// The comparison key in words, punctuation gone.
    pub(super) fn words(&self) -> &[String] {
        self.words.get_or_init(|| {
            text::key(self.value)
                .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '-' | '–'))
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        })
    }

    /// Usual short forms of addresses written out, and designations of units left away.
    pub(super) fn spelled_out(&self) -> &[String] {
        self.spelled_out.get_or_init(|| spelled_out(self.words()))
    }

    /// The letters of the machine-readable zone.
    pub(super) fn letters(&self) -> &str {
        self.letters.get_or_init(|| text::mrz_letters(self.value))
    }
}

fn spelled_out(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        // P5, Q10: the number stands behind its letter.
        let digit = word.find(|c: char| c.is_ascii_digit());
        let (letters, number) = digit.and_then(|at| word.split_at_checked(at)).unwrap_or((word, ""));
        let long = SHORT_FORMS.iter().find(|(short, _)| *short == letters).map(|(_, long)| *long);
        match long {
            Some(long) => {
                out.extend(text::key(long).split(' ').map(str::to_owned));
                out.extend((!number.is_empty()).then(|| number.to_owned()));
            }
            None => out.push(word.clone()),
        }
    }
    let designations =
        ["phường", "quận", "huyện", "xã", "thị", "trấn", "thành", "phố", "tỉnh", "đường", "số"];
    let named: Vec<String> =
        out.iter().filter(|word| !designations.contains(&word.as_str())).cloned().collect();
    if named.is_empty() { out } else { named }
}

const SHORT_FORMS: [(&str, &str); 17] = [
    ("p", "phường"),
    ("q", "quận"),
    ("h", "huyện"),
    ("x", "xã"),
    ("tt", "thị trấn"),
    ("tx", "thị xã"),
    ("tp", "thành phố"),
    ("t", "tỉnh"),
    ("đ", "đường"),
    ("kp", "khu phố"),
    ("tdp", "tổ dân phố"),
    ("hcm", "hồ chí minh"),
    ("tphcm", "thành phố hồ chí minh"),
    ("hn", "hà nội"),
    ("đn", "đà nẵng"),
    ("brvt", "bà rịa vũng tàu"),
    ("tth", "thừa thiên huế"),
];
