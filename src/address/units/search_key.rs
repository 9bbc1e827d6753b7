//! What a commune is compared with while somebody types.

use crate::address::name::{Fold, Key, Letter};

/// A commune's words, ready to be compared.
#[derive(Clone)]
pub(crate) struct SearchKey {
    kind: Vec<Vec<Letter>>,
    name: Vec<Vec<Letter>>,
    province: Vec<Vec<Letter>>,
    /// The letters of the name, without the spaces.
    letters: Vec<Letter>,
    /// The base letters of the name: what equal scores are ordered by.
    pub(crate) order: Vec<u8>,
}

impl SearchKey {
    /// Of a commune of this type and name in a province.
    pub(crate) fn new(fold: &Fold, kind: &str, name: &str, province: &str) -> Self {
        let words = |text: &str| -> Vec<Vec<Letter>> {
            text.split([' ', '-']).map(|word| fold.letters(word)).filter(|word| !word.is_empty()).collect()
        };
        let letters = fold.letters(name);
        Self {
            kind: words(kind),
            name: words(name),
            province: words(province),
            order: letters.iter().map(|letter| letter.base).collect(),
            letters,
        }
    }

    /// How well the typed words fit; `None` when they do not.
    pub(crate) fn score(&self, typed: &[Vec<Letter>]) -> Option<i32> {
        // The type in front, if it is one.
        let kind =
            typed.iter().zip(&self.kind).take_while(|(typed, own)| fits(typed, own) == Fit::Same).count();
        let kind = if kind == self.kind.len() { kind } else { 0 };
        let mut best = None;
        for skipped in [0, kind] {
            let rest = typed.get(skipped..).unwrap_or(&[]);
            let value =
                of_name(rest, self).map(|score| if skipped > 0 { score.saturating_add(3) } else { score });
            best = best.max(value);
            if skipped == kind {
                break;
            }
        }
        best
    }
}

fn of_name(typed: &[Vec<Letter>], key: &SearchKey) -> Option<i32> {
    if typed.is_empty() {
        return Some(0);
    }
    let mut score = 0_i32;
    let mut at = 0_usize;
    // The words of the name in order, the last typed one possibly a beginning; then those of the province.
    for (place, word) in typed.iter().enumerate() {
        let last = place.saturating_add(1) == typed.len();
        let own = key.name.get(at);
        match own.map(|own| fits(word, own)) {
            Some(Fit::Same) => score = score.saturating_add(20).saturating_add(exactness(word, own)),
            Some(Fit::Begins) if last => {
                score = score.saturating_add(12).saturating_add(exactness(word, own))
            }
            _ => {
                let rest = typed.get(place..).unwrap_or(&[]);
                return loosely(rest, key, at, score).or_else(|| joined(typed, key));
            }
        }
        at = at.saturating_add(1);
    }
    if at == key.name.len() {
        score = score.saturating_add(30);
    }
    Some(score.saturating_add(40))
}

/// After `at` words of the name: the province's words, or words inside the name.
fn loosely(rest: &[Vec<Letter>], key: &SearchKey, at: usize, score: i32) -> Option<i32> {
    let begins = |words: &[Vec<Letter>]| {
        rest.len() <= words.len()
            && rest.iter().zip(words).enumerate().all(|(place, (typed, own))| match fits(typed, own) {
                Fit::Same => true,
                Fit::Begins => place.saturating_add(1) == rest.len(),
                Fit::Not => false,
            })
    };
    if at > 0 && begins(&key.province) {
        let whole = if at == key.name.len() { 30 } else { 0 };
        return Some(score.saturating_add(40).saturating_add(whole));
    }
    let inside = at == 0 && (1..key.name.len()).any(|from| key.name.get(from..).is_some_and(begins));
    inside.then_some(10)
}

/// "tandinh" without spaces.
fn joined(typed: &[Vec<Letter>], key: &SearchKey) -> Option<i32> {
    let all: Vec<u8> = typed.iter().flatten().map(|letter| letter.base).collect();
    let fits = all.len() >= 3 && key.order.starts_with(&all);
    let accents_fit = key.letters.iter().any(|letter| letter.quality != 0 || letter.tone != 0);
    fits.then_some(if accents_fit { 20 } else { 19 })
}

#[derive(PartialEq, Eq)]
enum Fit {
    Same,
    Begins,
    Not,
}

fn fits(typed: &[Letter], own: &[Letter]) -> Fit {
    let same = typed.len() <= own.len() && typed.iter().zip(own).all(|(typed, own)| typed.base == own.base);
    match (same, typed.len() == own.len()) {
        (true, true) => Fit::Same,
        (true, false) => Fit::Begins,
        _ => Fit::Not,
    }
}

/// Accents that were typed and fit count for the name; those that do not, against it.
fn exactness(typed: &[Letter], own: Option<&Vec<Letter>>) -> i32 {
    let own = own.and_then(|own| own.get(..typed.len())).unwrap_or(&[]);
    match Key::of_letters(typed).accents {
        0 => 0,
        some if some == Key::of_letters(own).accents => 6,
        _ => -15,
    }
}
