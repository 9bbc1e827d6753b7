//! What may stand where in a zone, and which digits check what (ICAO Doc 9303 parts 3 to 5).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "places of a zone of fixed size; small numbers"
)]

use super::zone::Format;

/// The first letter among the signs.
pub(super) const LETTERS: usize = 10;
/// How likely each sign is at a place before it is looked at.
pub(super) type Prior = [f32; 37];

/// A way to fill a zone. Places are numbered row by row.
pub(super) struct Layout {
    /// How common it is among zones of its format.
    pub(super) share: f64,
    pub(super) places: Vec<Prior>,
    /// In the order in which the residues are summed up.
    pub(super) steps: Vec<Step>,
    /// The line of the name.
    pub(super) name: core::ops::Range<usize>,
    /// The places that a digit is to check, whether it does or not.
    pub(super) summed: Vec<bool>,
    /// Whether its digits agree; a zone that was printed wrong has none that must.
    pub(super) checked: bool,
}

/// One sign, in one place or, when a number is printed twice, in two; it adds to three residues modulo 10.
pub(super) struct Step {
    pub(super) place: usize,
    pub(super) twin: Option<usize>,
    pub(super) weights: [u32; 3],
    /// This residue must be 0 now.
    pub(super) closes: Option<usize>,
}

/// The layouts of a format.
pub(super) fn layouts(format: Format) -> Vec<Layout> {
    match format {
        Format::Td1 => vec![
            td1(Card::VietnameseTwice, true, 0.60),
            td1(Card::Vietnamese, true, 0.05),
            td1(Card::Any, true, 0.347),
            td1(Card::Vietnamese, false, 0.0015),
            td1(Card::Any, false, 0.0015),
        ],
        Format::Td3 => vec![td3(true, 0.997), td3(false, 0.003)],
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Card {
    /// The number is the end of the personal number.
    VietnameseTwice,
    Vietnamese,
    Any,
}

fn td1(card: Card, checked: bool, share: f64) -> Layout {
    let mut places = vec![FILLER; 90];
    let vietnamese = card != Card::Any;
    if vietnamese {
        for (place, sign) in places.iter_mut().zip(b"IDVNM") {
            *place = only(*sign);
        }
        places[5..27].fill(DIGIT);
        places[29] = DIGIT;
        for (place, sign) in places[45..48].iter_mut().zip(b"VNM") {
            *place = mostly(*sign);
        }
    } else {
        places[0] = among(b"IAC");
        places[1] = LETTER_OR_FILLER;
        places[2..5].fill(STATE);
        places[5..14].fill(NUMBER);
        // A filler stands there when the number is longer (Doc 9303-5 §4.2.2, note j): then nothing is checked here.
        places[14] = if checked { DIGIT } else { mixed(0.9, 0.0, 0.1) };
        places[15..30].fill(OPTIONAL);
        places[45..48].fill(STATE);
        places[48..59].fill(OPTIONAL);
    }
    dates(&mut places, 30, 38);
    places[37] = SEX;
    places[59] = DIGIT;
    let mut steps = Steps::new(&[5..30, 30..37, 38..45, 48..59]);
    match card {
        Card::Any => {
            steps.field(5..14, 14);
            (15..30).for_each(|place| steps.only_composite(place));
        }
        Card::Vietnamese => {
            steps.field(5..14, 14);
            (27..29).for_each(|place| steps.only_composite(place));
            steps.field(15..27, 29);
        }
        Card::VietnameseTwice => {
            (27..29).for_each(|place| steps.only_composite(place));
            (15..18).for_each(|place| steps.twice(place, None));
            (18..27).for_each(|place| steps.twice(place, Some(place - 13)));
            steps.digit(14, 0);
            steps.digit(29, 1);
        }
    }
    steps.field(30..36, 36);
    steps.field(38..44, 44);
    (48..59).for_each(|place| steps.only_composite(place));
    steps.digit(59, 2);
    steps.into_layout(share, places, 60..90, checked)
}

fn td3(checked: bool, share: f64) -> Layout {
    let mut places = vec![FILLER; 88];
    places[0] = only(b'P');
    places[1] = LETTER_OR_FILLER;
    places[2..5].fill(STATE);
    places[44..53].fill(NUMBER);
    places[53] = if checked { DIGIT } else { mixed(0.9, 0.0, 0.1) };
    places[54..57].fill(STATE);
    dates(&mut places, 57, 65);
    places[64] = SEX;
    places[72..86].fill(OPTIONAL);
    places[86] = mixed(0.7, 0.0, 0.3);
    places[87] = DIGIT;
    let mut steps = Steps::new(&[44..54, 57..64, 65..87]);
    steps.field(44..53, 53);
    steps.field(57..63, 63);
    steps.field(65..71, 71);
    steps.field(72..86, 86);
    steps.digit(87, 2);
    steps.into_layout(share, places, 5..44, checked)
}

/// Birth and expiry, with their digits.
fn dates(places: &mut [Prior], birth: usize, expiry: usize) {
    for at in [birth, expiry] {
        places[at..at + 7].fill(DIGIT);
        places[at + 2] = among(b"01");
        places[at + 4] = among(b"0123");
    }
}

/// Puts steps together: every covered place has its weight in the composite digit.
struct Steps {
    steps: Vec<Step>,
    /// The places that the composite digit covers, in order.
    composite: Vec<usize>,
}

impl Steps {
    fn new(composite: &[core::ops::Range<usize>]) -> Self {
        Self { steps: Vec::new(), composite: composite.iter().cloned().flatten().collect() }
    }

    fn into_layout(
        self,
        share: f64,
        places: Vec<Prior>,
        name: core::ops::Range<usize>,
        checked: bool,
    ) -> Layout {
        let mut summed = vec![false; places.len()];
        for step in &self.steps {
            summed[step.place] = true;
            step.twin.into_iter().for_each(|twin| summed[twin] = true);
        }
        // Where digits need not agree, each place stands alone.
        let steps = if checked { self.steps } else { Vec::new() };
        Layout { share, places, steps, name, summed, checked }
    }

    fn composite(&self, place: usize) -> u32 {
        self.composite.iter().position(|p| *p == place).map_or(0, |at| WEIGHTS[at % 3])
    }

    fn only_composite(&mut self, place: usize) {
        let weights = [0, 0, self.composite(place)];
        self.steps.push(Step { place, twin: None, weights, closes: None });
    }

    /// Places and the digit over them.
    fn field(&mut self, covered: core::ops::Range<usize>, digit: usize) {
        for (at, place) in covered.enumerate() {
            let weights = [WEIGHTS[at % 3], 0, self.composite(place)];
            self.steps.push(Step { place, twin: None, weights, closes: None });
        }
        self.digit(digit, 0);
    }

    /// A digit of the personal number (places 15 to 26), and the same in the document's number (places 5 to 13).
    fn twice(&mut self, place: usize, twin: Option<usize>) {
        let number = twin.map_or(0, |twin| WEIGHTS[(twin - 5) % 3]);
        let both = self.composite(place) + twin.map_or(0, |twin| self.composite(twin));
        let weights = [number, WEIGHTS[(place - 15) % 3], both];
        self.steps.push(Step { place, twin, weights, closes: None });
    }

    fn digit(&mut self, place: usize, residue: usize) {
        let mut weights = [0, 0, self.composite(place)];
        // Nine times is less once.
        weights[residue] += 9;
        self.steps.push(Step { place, twin: None, weights, closes: Some(residue) });
    }
}

/// Doc 9303-3 §4.9.
const WEIGHTS: [u32; 3] = [7, 3, 1];

const FILLER: Prior = mixed(0.0, 0.0, 1.0);
const DIGIT: Prior = mixed(1.0, 0.0, 0.0);
const LETTER_OR_FILLER: Prior = mixed(0.0, 0.7, 0.3);
const STATE: Prior = mixed(0.0, 0.97, 0.03);
const NUMBER: Prior = mixed(0.7, 0.27, 0.03);
const OPTIONAL: Prior = mixed(0.25, 0.15, 0.6);
const SEX: Prior = {
    let mut prior = mixed(0.0, 0.0, 0.02);
    prior[22] = 0.49;
    prior[15] = 0.49;
    prior
};

/// Shares of the digits, the letters, and the filler.
const fn mixed(digits: f32, letters: f32, filler: f32) -> Prior {
    let mut prior = [0.0; 37];
    let mut at = 0;
    while at < 36 {
        prior[at] = if at < 10 { digits / 10.0 } else { letters / 26.0 };
        at += 1;
    }
    prior[36] = filler;
    prior
}

fn only(sign: u8) -> Prior {
    among(&[sign])
}

/// A nationality that is nearly always the same; another is read as it stands.
fn mostly(sign: u8) -> Prior {
    let mut prior = only(sign);
    prior.iter_mut().zip(STATE).for_each(|(own, any)| *own = 0.99 * *own + 0.01 * any);
    prior
}

fn among(signs: &[u8]) -> Prior {
    let mut prior = [0.0; 37];
    for (place, sign) in super::model::SIGNS.iter().enumerate() {
        if signs.contains(sign) {
            prior[place] = 1.0 / signs.len() as f32;
        }
    }
    prior
}
