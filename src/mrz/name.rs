/// Surname and given names of the line, with blanks between words; `None` when there is none.
pub(super) fn latin(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split('<').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_are_blanks() {
        assert_eq!(latin("NGUYEN<<VAN<A<<<<<").as_deref(), Some("NGUYEN VAN A"));
        assert_eq!(latin("MAU<<<<").as_deref(), Some("MAU"));
        assert_eq!(latin("<<<<"), None);
    }
}
