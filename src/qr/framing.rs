//! What hand-held readers put around a payload, and is no part of its data.

use crate::text::caps_lock_undone;

/// The payload without its frame: controls (STX … ETX, GS, RS, EOT, NUL, line ends, BOM) and quotation marks around,
/// symbology identifiers (ISO/IEC 15424, `]Q1`), the escapes of extended channel interpretations (AIM ECI, `\000026`),
/// the envelope of ISO/IEC 15434 (`[)>` RS format GS … RS EOT), and letters that CAPS LOCK turned round.
///
/// A trailing NUL is seen with leftovers of the reader's buffer behind it, so the text is also cut at its first NUL when
/// no separator follows.
pub(super) fn unframed(text: &str) -> String {
    let mut text = text;
    for _ in 0..MOST_FRAMES {
        let before = text;
        text = without_leftover(text.trim_matches(is_around));
        text = without_identifier(text);
        text = without_escape(text);
        text = without_quotes(text);
        if text == before {
            break;
        }
    }
    let text = without_inner_escapes(text);
    if text.len() > LONGEST_TYPED {
        return text;
    }
    caps_lock_undone(&text).unwrap_or(text)
}

/// Bytes. A code holds 2,953, each of which becomes up to six where it was misread twice; what is longer no reader typed.
const LONGEST_TYPED: usize = 6 * 2_953;

/// One of each kind, in any order, and one more round to see that nothing is left.
const MOST_FRAMES: usize = 12;

fn is_around(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn without_leftover(text: &str) -> &str {
    match text.split_once('\0') {
        Some((before, after)) if !after.contains(['|', ';']) => before.trim_end_matches(is_around),
        _ => text,
    }
}

/// `]`, the letter of the symbology, a modifier; the header of ISO/IEC 15434.
fn without_identifier(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix("[)>") {
        let rest = rest.trim_start_matches(is_around);
        return rest
            .split_once('\u{1d}')
            .filter(|(format, _)| format.len() == 2)
            .map_or(rest, |(_, data)| data);
    }
    let Some((head, rest)) = text.split_at_checked(3) else { return text };
    match head.as_bytes() {
        [b']', letter, modifier] if letter.is_ascii_alphabetic() && modifier.is_ascii_alphanumeric() => rest,
        _ => text,
    }
}

/// A backslash and the six digits of an ECI, at the beginning.
fn without_escape(text: &str) -> &str {
    let Some((head, rest)) = text.split_at_checked(7) else { return text };
    match head.as_bytes() {
        [b'\\', digits @ ..] if digits.iter().all(u8::is_ascii_digit) => rest,
        _ => text,
    }
}

/// Each byte segment of a symbol may have its own escape. No field holds a backslash.
fn without_inner_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        rest = without_escape(from);
        if rest.len() == from.len() {
            out.push('\\');
            rest = from.strip_prefix('\\').unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

fn without_quotes(text: &str) -> &str {
    QUOTES.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close)).unwrap_or(text)
}

const QUOTES: [(char, char); 7] =
    [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’'), ('«', '»'), ('„', '“')];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_tail_is_cut_and_empty_fields_stay() {
        for tail in ["", "\r", "\n", "\r\n", "\0", "\u{feff}", "\r\n\0\0 ", "\0leftover"] {
            assert_eq!(unframed(&format!("\u{feff}a|b||||{tail}")), "a|b||||", "{tail:?}");
        }
    }

    #[test]
    fn identifiers_and_escapes_go_and_a_lone_backslash_stays() {
        assert_eq!(unframed("]Q2\\000026a|b\\000026c|\\x|"), "a|bc|\\x|");
        assert_eq!(unframed("[)>\u{1e}05\u{1d}a|b\u{1e}\u{4}"), "a|b");
        assert_eq!(unframed("]"), "]");
    }
}
