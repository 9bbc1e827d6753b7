//! The regular expressions that an export uses: alternatives in groups, classes, counts, escapes.

/// Whether the whole text is of the expression, `^…$`.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let inner = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).unwrap();
    let (pattern, text): (Vec<char>, Vec<char>) = (inner.chars().collect(), text.chars().collect());
    ends(&pattern, &text, 0).contains(&text.len())
}

/// Where a match of the alternatives that starts at `from` can end.
fn ends(pattern: &[char], text: &[char], from: usize) -> Vec<usize> {
    let mut all = Vec::new();
    for alternative in split(pattern) {
        let mut places = vec![from];
        let mut rest = alternative;
        while !rest.is_empty() {
            let (atom, behind) = rest.split_at(length(rest));
            let (least, most, skip) = counts(behind);
            let mut next = if least == 0 { places.clone() } else { vec![] };
            let mut here = places;
            for round in 1..=most {
                here = here.iter().flat_map(|place| one(atom, text, *place)).collect();
                here.sort_unstable();
                here.dedup();
                if round >= least {
                    next.extend(&here);
                }
            }
            next.sort_unstable();
            next.dedup();
            places = next;
            rest = &behind[skip..];
        }
        all.extend(places);
    }
    all
}

/// Where a match of one atom can end.
fn one(atom: &[char], text: &[char], from: usize) -> Vec<usize> {
    let fits = |fits: bool| if fits { vec![from + 1] } else { vec![] };
    match (atom[0], text.get(from)) {
        ('(', _) => ends(&atom[1..atom.len() - 1], text, from),
        (_, None) => vec![],
        ('[', Some(sign)) => fits(is_in(&atom[1..atom.len() - 1], *sign)),
        ('\\', Some(sign)) => fits(atom[1] == *sign),
        (other, Some(sign)) => fits(other == *sign),
    }
}

fn is_in(class: &[char], sign: char) -> bool {
    let mut rest = class;
    while let Some((first, behind)) = rest.split_first() {
        if let ['-', last, behind @ ..] = behind {
            if (*first..=*last).contains(&sign) {
                return true;
            }
            rest = behind;
        } else if *first == sign {
            return true;
        } else {
            rest = behind;
        }
    }
    false
}

/// At `|` outside of groups.
fn split(pattern: &[char]) -> Vec<&[char]> {
    let (mut parts, mut from, mut at) = (Vec::new(), 0, 0);
    while at < pattern.len() {
        if pattern[at] == '|' {
            parts.push(&pattern[from..at]);
            from = at + 1;
            at += 1;
        } else {
            at += length(&pattern[at..]);
        }
    }
    parts.push(&pattern[from..]);
    parts
}

/// Of the first atom.
fn length(pattern: &[char]) -> usize {
    match pattern[0] {
        '\\' => 2,
        '[' => pattern.iter().position(|sign| *sign == ']').unwrap() + 1,
        '(' => {
            let mut at = 1;
            while pattern[at] != ')' {
                at += if pattern[at] == '|' { 1 } else { length(&pattern[at..]) };
            }
            at + 1
        }
        _ => 1,
    }
}

/// Least, most, and the length of what says so.
fn counts(pattern: &[char]) -> (usize, usize, usize) {
    match pattern.first() {
        Some('?') => (0, 1, 1),
        Some('{') => {
            let end = pattern.iter().position(|sign| *sign == '}').unwrap();
            let text: String = pattern[1..end].iter().collect();
            let (least, most) = text.split_once(',').unwrap_or((&text, &text));
            (least.parse().unwrap(), most.parse().unwrap(), end + 1)
        }
        _ => (1, 1, 0),
    }
}

#[test]
fn patterns_are_understood() {
    for (pattern, text, fits) in [
        ("^[0-9]{12}$", "001090000017", true),
        ("^[0-9]{12}$", "00109000001", false),
        ("^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$", "0123456789", true),
        ("^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$", "0123456789-001", true),
        ("^[0-9]{6,19}$", "12345", false),
        ("^(a\\.b|c)$", "a.b", true),
        ("^(a\\.b|c)$", "axb", false),
    ] {
        assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
    }
}
