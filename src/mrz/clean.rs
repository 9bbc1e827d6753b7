use crate::Finding;

use super::findings;

/// A zone of the right shape: 3 lines of 30, or 2 of 44 characters, each A–Z, 0–9 or `<`.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Zone {
    lines: Vec<Vec<char>>,
}

/// What has no such shape.
pub(super) struct Unreadable {
    pub(super) lines: Vec<String>,
    pub(super) findings: Vec<Finding>,
}

impl Zone {
    /// 3 lines of 30.
    pub(super) fn is_td1(&self) -> bool {
        self.lines.len() == 3
    }

    /// The characters `from..=to` of a line, both counted from 1 as the standard does.
    pub(super) fn span(&self, line: usize, from: usize, to: usize) -> &[char] {
        let characters = line.checked_sub(1).and_then(|line| self.lines.get(line));
        characters.and_then(|line| line.get(from.saturating_sub(1)..to)).unwrap_or_default()
    }

    /// The same as text.
    pub(super) fn text(&self, line: usize, from: usize, to: usize) -> String {
        self.span(line, from, to).iter().collect()
    }

    /// One character; a filler beyond the end.
    pub(super) fn at(&self, line: usize, column: usize) -> char {
        self.span(line, column, column).first().copied().unwrap_or('<')
    }

    /// Puts another character in one place.
    pub(super) fn put(&mut self, line: usize, column: usize, character: char) {
        let place = line.checked_sub(1).zip(column.checked_sub(1));
        if let Some(found) = place.and_then(|(line, column)| self.lines.get_mut(line)?.get_mut(column)) {
            *found = character;
        }
    }

    /// One text for each line.
    pub(super) fn to_lines(&self) -> Vec<String> {
        texts(&self.lines)
    }
}

/// Brings a text into the shape of a zone.
///
/// Blanks go, small letters become capitals, `‹` and its like become `<`; `«` is what recognition makes of
/// `<<`, or of one `<`: whichever gives the right length. Line breaks may be lost. Fillers at the end of the
/// line of the name may be missing: no check digit covers them.
pub(super) fn zone(text: &str) -> Result<Zone, Unreadable> {
    let read = |double: &str| -> Vec<Vec<char>> {
        text.lines()
            .map(|line| plain(line, double))
            .filter(|line| !line.is_empty())
            .take(MOST_LINES)
            .collect()
    };
    let (double, single) = (read("<<"), read("<"));
    let shaped =
        shape(&double).or_else(|| shape(&single)).or_else(|| among(&double)).or_else(|| among(&single));
    match shaped {
        Some(lines) => match strange(&lines) {
            findings if findings.is_empty() => Ok(Zone { lines }),
            findings => Err(Unreadable { lines: texts(&lines), findings }),
        },
        None => Err(no_shape(&double)),
    }
}

/// Longer lists of lines are no zone; what is beyond is not looked at.
const MOST_LINES: usize = 100;

fn plain(line: &str, double: &str) -> Vec<char> {
    let mut out = Vec::new();
    for character in line.chars() {
        match character {
            '‹' | '〈' | '＜' | '⟨' | '˂' | '≺' => out.push('<'),
            '«' | '《' | '≪' => out.extend(double.chars()),
            '\u{feff}' | '\u{200b}'..='\u{200f}' => {}
            _ if character.is_whitespace() || character.is_control() => {}
            // Full-width letters and digits of some keyboards.
            '\u{ff01}'..='\u{ff5e}' => {
                let ascii = u32::from(character).checked_sub(0xfee0).and_then(char::from_u32);
                out.extend(ascii.map(|c| c.to_ascii_uppercase()));
            }
            _ => out.push(character.to_ascii_uppercase()),
        }
    }
    out
}

/// The lines, if they have the lengths of a zone, or have them together.
fn shape(lines: &[Vec<char>]) -> Option<Vec<Vec<char>>> {
    let lengths: Vec<usize> = lines.iter().map(Vec::len).collect();
    match lengths.as_slice() {
        [30, 30, name] if *name <= 30 => Some(padded(lines, 2, 30)),
        [name, 44] if *name <= 44 && *name > 5 => Some(padded(lines, 0, 44)),
        _ => {
            let all: Vec<char> = lines.iter().flatten().copied().take(TOO_LONG).collect();
            let width = match all.len() {
                90 => 30,
                88 => 44,
                _ => return None,
            };
            Some(all.chunks(width).map(<[char]>::to_vec).collect())
        }
    }
}

/// The zone among other lines, as a photograph of a whole card gives them: neighbours of exactly a zone's lengths, that
/// hold nothing else and have a filler each. `None` when there is none, or more than one.
fn among(lines: &[Vec<char>]) -> Option<Vec<Vec<char>>> {
    let fits = |lines: &[Vec<char>], width: usize| {
        lines.iter().all(|line| line.len() == width && line.contains(&'<')) && strange(lines).is_empty()
    };
    let cards = lines.windows(3).filter(|lines| fits(lines, 30));
    let passports = lines.windows(2).filter(|lines| fits(lines, 44));
    let mut found = cards.chain(passports);
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only.to_vec()),
        _ => None,
    }
}

/// More than any zone.
const TOO_LONG: usize = 91;

fn padded(lines: &[Vec<char>], index: usize, width: usize) -> Vec<Vec<char>> {
    let mut lines = lines.to_vec();
    if let Some(line) = lines.get_mut(index) {
        line.resize(width, '<');
    }
    lines
}

fn strange(lines: &[Vec<char>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (line, characters) in (1_usize..).zip(lines) {
        for (column, character) in (1_usize..).zip(characters) {
            if !matches!(character, '<' | '0'..='9' | 'A'..='Z') {
                found.push(
                    Finding::new(findings::CHARACTER, format!("line{line}[{column}]"))
                        .with("line", line.to_string())
                        .with("column", column.to_string()),
                );
            }
        }
    }
    found
}

fn no_shape(lines: &[Vec<char>]) -> Unreadable {
    let count: usize = lines.iter().map(Vec::len).sum();
    let finding = if count == 0 {
        Finding::new(findings::EMPTY, "text")
    } else {
        let mut lengths = String::new();
        for (index, line) in lines.iter().enumerate().take(5) {
            lengths.push_str(if index > 0 { " + " } else { "" });
            lengths.push_str(&if index < 4 { line.len().to_string() } else { "…".to_owned() });
        }
        Finding::new(findings::LENGTH, "text").with("count", count.to_string()).with("lines", lengths)
    };
    // Of a long text only its beginning: it is no zone.
    let kept = lines.iter().take(4).map(|line| line.iter().take(TOO_LONG).collect()).collect();
    Unreadable { lines: kept, findings: vec![finding] }
}

fn texts(lines: &[Vec<char>]) -> Vec<String> {
    lines.iter().map(|line| line.iter().collect()).collect()
}
