use super::face::{Face, Faces};

/// A text with what the fonts can show: any other letter becomes its code in brackets, `[U+4E2D]`, so that nothing is
/// dropped without a word. Lines stay, other blanks become one kind of blank.
pub(super) fn spelled(faces: &Faces, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '\n' || Face::ALL.iter().all(|face| faces.letter(*face, letter).is_some()) {
            out.push(letter);
        } else if letter.is_whitespace() {
            out.push(' ');
        } else {
            out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        }
    }
    out
}

/// Whether a text holds a letter that is shown by its code.
pub(super) fn is_short_of_letters(faces: &Faces, text: &str) -> bool {
    text.chars().any(|letter| {
        !letter.is_whitespace() && Face::ALL.iter().any(|face| faces.letter(*face, letter).is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_the_font_does_not_have_is_shown_by_its_code() {
        let faces = Faces::read().unwrap();
        assert_eq!(spelled(&faces, "Đỗ Thị Mẫu"), "Đỗ Thị Mẫu");
        assert_eq!(spelled(&faces, "中 😀\tA\nB"), "[U+4E2D] [U+1F600] A\nB");
        assert!(is_short_of_letters(&faces, "A中"));
        assert!(!is_short_of_letters(&faces, "Ở đây\n"));
    }
}
