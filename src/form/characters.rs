//! Which characters texts and names may have.

/// Controls, zero-width spaces, marks that turn the direction of writing, the mark of lost characters.
pub(super) fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}' | '\u{feff}' | '\u{fffd}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Letters of any script with their marks, and the signs of minority and foreign names.
pub(super) fn is_of_names(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character, ' ' | '\'' | '’' | 'ʼ' | '-' | '.' | '\u{0300}'..='\u{036f}')
}
