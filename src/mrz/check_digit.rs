use serde::Serialize;

/// What a check digit says of the characters that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CheckDigit {
    /// It agrees.
    Ok,
    /// It does not.
    Mismatch,
    /// There is none: a filler stands in its place, and nothing is covered.
    Absent,
}

impl CheckDigit {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Mismatch => "mismatch",
            Self::Absent => "absent",
        }
    }

    /// Compares the digit that stands there with the one of the characters before it.
    pub(super) fn of(covered: &[char], stands: char) -> Self {
        if stands == '<' && covered.iter().all(|character| *character == '<') {
            return Self::Absent;
        }
        if compute(covered).is_some_and(|digit| Some(digit) == stands.to_digit(10)) {
            Self::Ok
        } else {
            Self::Mismatch
        }
    }
}

/// ICAO Doc 9303-3 §4.9: weights 7, 3, 1, repeated, modulo 10; A is 10 … Z is 35, the filler 0. `None` for
/// a character that no zone holds.
pub(super) fn compute(covered: &[char]) -> Option<u32> {
    let mut sum = 0_u32;
    for (character, weight) in covered.iter().zip(WEIGHTS.into_iter().cycle()) {
        // At most 35 · 7 for each of at most 90 characters.
        sum = sum.saturating_add(value(*character)?.saturating_mul(weight));
    }
    Some(sum % 10)
}

pub(super) const WEIGHTS: [u32; 3] = [7, 3, 1];

pub(super) fn value(character: char) -> Option<u32> {
    match character {
        '<' => Some(0),
        '0'..='9' | 'A'..='Z' => character.to_digit(36),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The examples of ICAO Doc 9303-3 §4.9 and part 4, appendix A.
    #[test]
    fn digits_of_the_standards_examples_are_computed() {
        for (text, digit) in [("520727", 3), ("AB2134<<<", 5), ("L898902C3", 6), ("740812", 2), ("120415", 9)]
        {
            assert_eq!(compute(&characters(text)), Some(digit), "{text}");
        }
        assert_eq!(compute(&characters("12-")), None);
        assert_eq!(CheckDigit::of(&characters("<<<<"), '<'), CheckDigit::Absent);
        assert_eq!(CheckDigit::of(&characters("<<<<"), '0'), CheckDigit::Ok);
        assert_eq!(CheckDigit::of(&characters("A<<<"), '<'), CheckDigit::Mismatch);
    }
}
