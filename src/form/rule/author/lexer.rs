//! Text to tokens. CEL's tokens, without floats, bytes, raw and triple-quoted strings.

use crate::form::rule::limits::LIMITS;

/// A token and the byte at which it starts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Number(i64),
    Text(String),
    Name(String),
    Sign(&'static str),
    End,
}

/// Longest first, so that `<=` is not read as `<`.
const SIGNS: [&str; 19] =
    ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "-", "+", "?", ":", ".", ",", "(", ")", "[", "]"];

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, (usize, String)> {
    if text.len() > LIMITS.bytes {
        return Err((0, format!("the expression is longer than {} bytes", LIMITS.bytes)));
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let space = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        if space > 0 {
            at = at.saturating_add(space);
            continue;
        }
        let (kind, length) = token(rest).map_err(|words| (at, words))?;
        tokens.push(Token { at, kind });
        at = at.saturating_add(length);
    }
    tokens.push(Token { at: text.len(), kind: Kind::End });
    Ok(tokens)
}

/// The first token of `rest` and its length in bytes.
fn token(rest: &str) -> Result<(Kind, usize), String> {
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let digits = rest.get(..length).unwrap_or("");
        let number = digits.parse().map_err(|_| format!("`{digits}` is not a whole number"))?;
        return Ok((Kind::Number(number), length));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        return Ok((Kind::Name(rest.get(..length).unwrap_or("").to_owned()), length));
    }
    if first == '"' || first == '\'' {
        return text(rest, first);
    }
    match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        Some(sign) => Ok((Kind::Sign(sign), sign.len())),
        None => Err(format!("`{first}` has no meaning here")),
    }
}

fn text(rest: &str, quote: char) -> Result<(Kind, usize), String> {
    let mut out = String::new();
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some((_, 'n')) => out.push('\n'),
                Some((_, escaped @ ('\\' | '"' | '\''))) => out.push(escaped),
                _ => return Err("after `\\` only `\"`, `'`, `\\` or `n`".into()),
            },
            '\n' => return Err("a text ends on its line".into()),
            end if end == quote => return Ok((Kind::Text(out), at.saturating_add(1))),
            other => out.push(other),
        }
    }
    Err("this text has no closing quote".into())
}
