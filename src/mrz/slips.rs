use crate::{Date, Finding};

use super::{
    check_digit::{WEIGHTS, value},
    clean::Zone,
    consistency::all_agree,
    dates, findings,
    layout::{Layout, PIN, Span, text},
    name, states,
};

/// A zone in which one character was replaced.
pub(super) struct Suggestion {
    pub(super) zone: Zone,
    pub(super) finding: Finding,
}

/// Letters where digits belong and the reverse, with what they were probably read for.
pub(super) fn slips(layout: &Layout, zone: &Zone) -> Vec<Finding> {
    let digits = layout.numeric();
    let letters = layout.alphabetic();
    let mut found: Vec<Finding> = Vec::new();
    let mut look = |spans: &[Span], likely: fn(char) -> Option<char>| {
        for (line, from, to) in spans {
            for column in *from..=*to {
                let read = zone.at(*line, column);
                if let Some(likely) = likely(read) {
                    found.push(finding(findings::SLIP, *line, column, read, likely));
                }
            }
        }
    };
    look(&digits, digit_for);
    look(&letters, letter_for);
    // `IDVNM` and `P<`.
    let first = zone.at(1, 1);
    if zone.is_td1() && matches!(first, '1' | 'L') {
        found.push(finding(findings::SLIP, 1, 1, first, 'I'));
    }
    // Known for a Vietnamese card, whatever was read in its first five places and for its nationality.
    let here = layout.kind == "td1Vnm" || layout.kind == "td3" && text(zone, layout.state) == "VNM";
    let mut compare = |(line, from, to): Span, meant: &str| {
        for (column, likely) in (from..=to).zip(meant.chars()) {
            let read = zone.at(line, column);
            let path = format!("line{line}[{column}]");
            if read != likely && !found.iter().any(|other| other.path == path) {
                found.push(finding(findings::SLIP, line, column, read, likely));
            }
        }
    };
    if layout.kind == "td1Vnm" {
        compare((1, 1, 2), "ID");
        compare(layout.state, "VNM");
    }
    // One letter off is a slip; another state altogether is none.
    let nationality = text(zone, layout.nationality);
    let off = nationality.chars().zip("VNM".chars()).filter(|(read, meant)| read != meant).count();
    if here && off == 1 {
        compare(layout.nationality, "VNM");
    }
    // No one knows the state of a document that names none of the list; where one letter was confused with another
    // that looks alike and gives one state only, it is named.
    for span in [layout.state, layout.nationality] {
        if let Some((column, likely)) = likely_state(&text(zone, span)).filter(|_| !here) {
            compare((span.0, column_of(span, column), column_of(span, column)), &likely.to_string());
        }
    }
    let (line, from, _) = layout.name;
    for column in name::noise(&text(zone, layout.name)) {
        let column = from.saturating_add(column).saturating_sub(1);
        found.push(finding(findings::SLIP, line, column, zone.at(line, column), '<'));
    }
    found
}

fn column_of((_, from, _): Span, index: usize) -> usize {
    from.saturating_add(index)
}

/// The one exchange of look-alikes that makes a state of the list of a code that is none: its place and its letter.
fn likely_state(code: &str) -> Option<(usize, char)> {
    if states::is_known(code.trim_end_matches('<')) {
        return None;
    }
    let letters: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    for (at, read) in letters.iter().enumerate() {
        for group in LOOK_ALIKES.iter().chain(&STATE_LOOK_ALIKES).filter(|group| group.contains(*read)) {
            for likely in group.chars().filter(|likely| likely.is_ascii_uppercase() && likely != read) {
                let other: String = letters
                    .iter()
                    .enumerate()
                    .map(|(place, letter)| if place == at { likely } else { *letter })
                    .collect();
                if states::is_known(&other) && !found.contains(&(at, likely)) {
                    found.push((at, likely));
                }
            }
        }
    }
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// What is confused besides in the codes of states (Arg0s1080/mrz#24, ZsBT/mrz-java#15).
const STATE_LOOK_ALIKES: [&str; 4] = ["MHNW", "BDR", "VWY", "OQDG0"];

/// The one substitution that makes every digit agree; `None` when there is none, or more than one.
///
/// Weights of 7, 3 and 1 leave a replacement in almost every place of a part, so of several only the one
/// that exchanges look-alikes counts.
pub(super) fn suggestion(layout: &Layout, zone: &Zone, on: Date) -> Option<Suggestion> {
    let mut other = zone.clone();
    let mut fitting: Vec<(usize, usize, char)> = Vec::new();
    for (line, column, character) in satisfying_the_composite(layout, zone) {
        let read = zone.at(line, column);
        other.put(line, column, character);
        if all_agree(layout, &other) && makes_sense(layout, &other, on) {
            fitting.push((line, column, character));
        }
        other.put(line, column, read);
    }
    let look_alike = |(line, column, character): &&(usize, usize, char)| {
        let pair = [zone.at(*line, *column), *character];
        LOOK_ALIKES.iter().any(|group| pair.iter().all(|character| group.contains(*character)))
    };
    let alike: Vec<&(usize, usize, char)> = fitting.iter().filter(look_alike).collect();
    let (line, column, likely) = match (fitting.as_slice(), alike.as_slice()) {
        ([only], _) => *only,
        (_, [only]) => **only,
        _ => return None,
    };
    let finding = finding(findings::SUGGESTION, line, column, zone.at(line, column), likely);
    other.put(line, column, likely);
    Some(Suggestion { zone: other, finding })
}

/// The substitutions after which the composite digit agrees: about one in ten of all, so that only these are
/// looked at further.
fn satisfying_the_composite(layout: &Layout, zone: &Zone) -> Vec<(usize, usize, char)> {
    let part = |character: char, weight: u32| value(character).unwrap_or(0).saturating_mul(weight);
    let mut weighed = Vec::new();
    let mut sum = 0_u32;
    for ((line, column), weight) in layout.covered().into_iter().zip(WEIGHTS.into_iter().cycle()) {
        sum = sum.saturating_add(part(zone.at(line, column), weight));
        weighed.push((line, column, weight));
    }
    let (digit_line, digit_column) = layout.composite_digit();
    let digit = zone.at(digit_line, digit_column);
    let numeric = layout.numeric();
    let mut found = Vec::new();
    for (line, column, weight) in weighed {
        let read = zone.at(line, column);
        let is_numeric = numeric.iter().any(|(l, from, to)| *l == line && (*from..=*to).contains(&column));
        let characters = if is_numeric { DIGITS } else { ALL };
        let rest = sum.saturating_sub(part(read, weight));
        let agrees =
            |character: char| digit.to_digit(10) == Some(rest.saturating_add(part(character, weight)) % 10);
        for character in characters.chars() {
            if character != read && agrees(character) {
                found.push((line, column, character));
            }
        }
    }
    if let Some(right) = char::from_digit(sum % 10, 10).filter(|right| *right != digit) {
        found.push((digit_line, digit_column, right));
    }
    found
}

/// Dates that exist, and a PIN whose year is that of the birth.
fn makes_sense(layout: &Layout, zone: &Zone, on: Date) -> bool {
    let birth = text(zone, layout.birth);
    let year_fits = layout.kind != "td1Vnm" || text(zone, PIN).get(4..6) == birth.get(..2);
    year_fits
        && dates::birth(&birth, None, on).is_some()
        && dates::expiry(&text(zone, layout.expiry), on).is_some()
}

fn finding(
    code: &'static crate::finding::Code,
    line: usize,
    column: usize,
    read: char,
    likely: char,
) -> Finding {
    Finding::new(code, format!("line{line}[{column}]"))
        .with("line", line.to_string())
        .with("column", column.to_string())
        .with("read", read.to_string())
        .with("likely", likely.to_string())
}

/// The digit that a letter in a digit's place was probably read for.
fn digit_for(read: char) -> Option<char> {
    Some(match read {
        'O' | 'Q' | 'D' | 'U' | 'C' | 'M' => '0',
        'I' | 'L' | 'J' => '1',
        'Z' => '2',
        'E' => '3',
        'A' => '4',
        'S' => '5',
        'G' => '6',
        'T' | 'Y' => '7',
        'B' => '8',
        'P' | 'R' => '9',
        _ => return None,
    })
}

/// The letter that a digit in a letter's place was probably read for.
fn letter_for(read: char) -> Option<char> {
    Some(match read {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '3' => 'E',
        '4' => 'A',
        '5' => 'S',
        '6' => 'G',
        '7' => 'T',
        '8' => 'B',
        '9' => 'P',
        _ => return None,
    })
}

const DIGITS: &str = "0123456789";
const ALL: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

/// What OCR-B confuses.
const LOOK_ALIKES: [&str; 20] = [
    "0OQDCUM", "1ILJT7", "2Z", "5S", "6G", "8B", "4A", "7TY", "38", "68", "08", "17", "56", "35", "49", "09",
    "<KCL", "MN", "UV", "EF",
];
