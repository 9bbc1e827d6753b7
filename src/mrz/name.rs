/// Surname and given names of the line, with blanks between words; `None` when there is none.
pub(super) fn latin(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split('<').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The columns, from 1, of letters among the fillers behind the name that are misread fillers: OCR-B's `<` is taken for K,
/// C or L (PassportEye#57), and no check digit covers them. A part of a name stands behind one filler, the given names
/// behind the first two; nothing stands behind more, nor behind two once more.
pub(super) fn noise(line: &str) -> Vec<usize> {
    let Some((_, given)) = line.trim_start_matches('<').split_once("<<") else { return Vec::new() };
    let Some((_, tail)) = given.trim_start_matches('<').split_once("<<") else { return Vec::new() };
    let start = line.len().saturating_sub(tail.len());
    let only_noise = tail.chars().all(|letter| matches!(letter, '<' | 'K' | 'C' | 'L'));
    let letters = tail.char_indices().filter(|(_, letter)| only_noise && *letter != '<');
    letters.map(|(at, _)| start.saturating_add(at).saturating_add(1)).collect()
}

/// The line with fillers in the places of its [`noise`].
pub(super) fn without_noise(line: &str) -> String {
    let noise = noise(line);
    (1_usize..)
        .zip(line.chars())
        .map(|(column, letter)| if noise.contains(&column) { '<' } else { letter })
        .collect()
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

    #[test]
    fn a_letter_among_the_fillers_behind_the_name_is_a_misread_filler() {
        assert_eq!(noise("NGUYEN<<THI<MAU<<<<K<<<<C<<<<<"), [20, 25]);
        assert_eq!(without_noise("NGUYEN<<THI<MAU<<<<K<<<<<<<<<<"), "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<");
        for line in [
            "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
            "NGUYEN<<K<MAU<K<<<<<<<<<<<<<<<",
            "KSOR<<<K<<<<<",
            "K<<L<<<",
            "<<<",
        ] {
            assert_eq!(noise(line), Vec::<usize>::new(), "{line}");
        }
    }
}
