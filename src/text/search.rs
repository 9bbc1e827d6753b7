//! A text within a text. The standard library's search is made for long texts, and brings 8 KB with it; here
//! a word is looked for in a message or in a list of words.

/// The byte at which `part` first stands in `text`.
pub(crate) fn position(text: &str, part: &str) -> Option<usize> {
    let Some((first, more)) = part.as_bytes().split_first() else { return Some(0) };
    let mut rest = text.as_bytes();
    let mut at = 0_usize;
    while let Some((byte, behind)) = rest.split_first() {
        if byte == first && behind.starts_with(more) {
            return Some(at);
        }
        rest = behind;
        at = at.saturating_add(1);
    }
    None
}

/// Whether `part` stands in `text`.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    position(text, part).is_some()
}

/// Whether a letter stands in `text`.
pub(crate) fn has(text: &str, letter: char) -> bool {
    text.chars().any(|other| other == letter)
}

/// The text with `new` wherever `old` stood.
pub(crate) fn replaced(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, found)) = position(rest, old).and_then(|at| rest.split_at_checked(at)) {
        let Some(behind) = found.strip_prefix(old).filter(|_| !old.is_empty()) else { break };
        out.push_str(before);
        out.push_str(new);
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_found_where_the_standard_library_finds_it(text in "[abâ]{0,12}", part in "[abâ]{0,3}", new in "[aâ]{0,2}") {
            prop_assert_eq!(position(&text, &part), text.find(&part));
            prop_assume!(!part.is_empty());
            prop_assert_eq!(replaced(&text, &part, &new), text.replace(&part, &new));
        }
    }
}
