//! Which characters texts and names may have.

/// What a reader of the application does not see, or what turns the text that is seen: controls, format characters and
/// marks of direction (Unicode 16, `Cf`), what is ignored when drawn (`Default_Ignorable_Code_Point`), separators of lines
/// and paragraphs, letters that are drawn as blanks, private use, noncharacters, and the mark of lost characters.
pub(super) fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
            | '\u{8e2}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fffd}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..)
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// Letters of any script with their marks, and the signs of minority and foreign names.
pub(super) fn is_of_names(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character, ' ' | '\'' | '’' | 'ʼ' | '-' | '.' | '\u{0300}'..='\u{036f}')
}
