use super::nfc;

/// As written, in NFC, with one space between words, nothing around, and without what cannot be seen.
pub fn tidy(value: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let seen: String = value.chars().filter(|c| !unseen(*c)).collect();
    let words: Vec<&str> =
        seen.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    nfc(&words.join(" "))
}
