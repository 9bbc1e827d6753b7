use super::{check_digit::CheckDigit, clean::Zone};

/// Where the parts of a zone stand: lines and columns counted from 1, both ends included.
pub(super) struct Layout {
    /// The contract's word.
    pub(super) kind: &'static str,
    pub(super) state: Span,
    pub(super) number: Span,
    pub(super) birth: Span,
    pub(super) sex: Span,
    pub(super) expiry: Span,
    pub(super) nationality: Span,
    pub(super) name: Span,
    /// In the order of the zone; the composite one last.
    checks: &'static [Check],
    composite: &'static [Span],
    composite_digit: Span,
}

/// Line, first and last column.
pub(super) type Span = (usize, usize, usize);

struct Check {
    name: &'static str,
    covers: Span,
    digit: Span,
}

/// ICAO Doc 9303-5 §4.2.2, with the two places that Vietnam uses in its own way: the PIN in columns 16–27
/// and a digit over it in column 30.
pub(super) const TD1_VNM: Layout = Layout {
    kind: "td1Vnm",
    checks: &[
        Check { name: "documentNumber", covers: (1, 6, 14), digit: (1, 15, 15) },
        Check { name: "pin", covers: PIN, digit: (1, 30, 30) },
        Check { name: "birthDate", covers: (2, 1, 6), digit: (2, 7, 7) },
        Check { name: "expiryDate", covers: (2, 9, 14), digit: (2, 15, 15) },
    ],
    ..TD1
};

/// The personal number on a Vietnamese card.
pub(super) const PIN: Span = (1, 16, 27);

/// ICAO Doc 9303-5 §4.2.2.
pub(super) const TD1: Layout = Layout {
    kind: "td1",
    state: (1, 3, 5),
    number: (1, 6, 14),
    birth: (2, 1, 6),
    sex: (2, 8, 8),
    expiry: (2, 9, 14),
    nationality: (2, 16, 18),
    name: (3, 1, 30),
    checks: &[
        Check { name: "documentNumber", covers: (1, 6, 14), digit: (1, 15, 15) },
        Check { name: "birthDate", covers: (2, 1, 6), digit: (2, 7, 7) },
        Check { name: "expiryDate", covers: (2, 9, 14), digit: (2, 15, 15) },
    ],
    composite: &[(1, 6, 30), (2, 1, 7), (2, 9, 15), (2, 19, 29)],
    composite_digit: (2, 30, 30),
};

/// ICAO Doc 9303-4 §4.2.2.
pub(super) const TD3: Layout = Layout {
    kind: "td3",
    state: (1, 3, 5),
    number: (2, 1, 9),
    birth: (2, 14, 19),
    sex: (2, 21, 21),
    expiry: (2, 22, 27),
    nationality: (2, 11, 13),
    name: (1, 6, 44),
    checks: &[
        Check { name: "documentNumber", covers: (2, 1, 9), digit: (2, 10, 10) },
        Check { name: "birthDate", covers: (2, 14, 19), digit: (2, 20, 20) },
        Check { name: "expiryDate", covers: (2, 22, 27), digit: (2, 28, 28) },
        Check { name: "personalNumber", covers: PERSONAL_NUMBER, digit: (2, 43, 43) },
    ],
    composite: &[(2, 1, 10), (2, 14, 20), (2, 22, 43)],
    composite_digit: (2, 44, 44),
};

/// Optional data of a passport.
pub(super) const PERSONAL_NUMBER: Span = (2, 29, 42);

impl Layout {
    /// Every check digit by name, the composite one last.
    pub(super) fn check(&self, zone: &Zone) -> Vec<(&'static str, CheckDigit)> {
        let mut digits = Vec::new();
        for check in self.checks {
            let number = check.name == "documentNumber";
            let long = if number { self.long_number(zone) } else { None };
            let (line, from, to) = check.covers;
            let digit = match long {
                Some(long) => CheckDigit::of(&long.number, long.digit),
                None => CheckDigit::of(zone.span(line, from, to), at(zone, check.digit)),
            };
            digits.push((check.name, digit));
        }
        let mut covered = Vec::new();
        for (line, from, to) in self.composite {
            covered.extend_from_slice(zone.span(*line, *from, *to));
        }
        digits.push(("composite", CheckDigit::of(&covered, at(zone, self.composite_digit))));
        digits
    }

    /// The number without its fillers.
    pub(super) fn document_number(&self, zone: &Zone) -> String {
        let long = self.long_number(zone);
        let number = long.map_or_else(|| text(zone, self.number), |long| long.number.iter().collect());
        number.trim_end_matches('<').to_owned()
    }

    /// A number of more than nine characters: a filler stands for its check digit, and the rest of it, the
    /// digit and a filler stand in the optional data (ICAO Doc 9303-5 §4.2.2, note j). TD1 only.
    fn long_number(&self, zone: &Zone) -> Option<LongNumber> {
        if self.kind != "td1" || zone.at(1, 15) != '<' {
            return None;
        }
        let optional = zone.span(1, 16, 30).split(|character| *character == '<').next()?;
        let (digit, rest) = optional.split_last()?;
        let (line, from, to) = self.number;
        let number = [zone.span(line, from, to), rest].concat();
        Some(LongNumber { number, digit: *digit })
    }

    /// Places in which only digits stand.
    pub(super) fn numeric(&self) -> Vec<Span> {
        let mut spans = vec![self.birth, self.expiry, self.composite_digit];
        spans.extend(self.checks.iter().map(|check| check.digit));
        if self.kind == "td1Vnm" {
            spans.extend([self.number, PIN]);
        }
        spans
    }

    /// Places in which only letters stand.
    pub(super) fn alphabetic(&self) -> [Span; 4] {
        [self.state, self.nationality, self.sex, self.name]
    }

    /// What the composite digit covers, place by place.
    pub(super) fn covered(&self) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for (line, from, to) in self.composite {
            for column in *from..=*to {
                places.push((*line, column));
            }
        }
        places
    }

    /// Where the composite digit stands.
    pub(super) fn composite_digit(&self) -> (usize, usize) {
        (self.composite_digit.0, self.composite_digit.1)
    }
}

struct LongNumber {
    number: Vec<char>,
    digit: char,
}

pub(super) fn text(zone: &Zone, (line, from, to): Span) -> String {
    zone.text(line, from, to)
}

pub(super) fn at(zone: &Zone, (line, column, _): Span) -> char {
    zone.at(line, column)
}
