//! Search-as-you-type over the present communes.

use serde::{Serialize, Serializer};

use super::{fold::Letter, index::Unit, key::Key, parse::Candidate, units::Units};
use crate::{Date, Error};

/// A commune that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The commune and its province.
    pub unit: Candidate,
}

/// Present communes whose name, or name and province, begins with what was typed; best first.
///
/// Without accents all spellings fit; with accents the exact ones come first. A type may stand in front
/// ("phường tân"), a province behind ("tân định hồ chí minh"). `province` (a code or a name) keeps to one.
///
/// # Errors
/// `limit.input` over 200 characters.
pub fn search(
    units: &Units,
    text: &str,
    limit: usize,
    province: Option<&str>,
    on: Date,
) -> Result<Vec<Found>, Error> {
    if text.chars().take(TYPED.saturating_add(1)).count() > TYPED {
        return Err(Error::limit("a search, characters", TYPED));
    }
    let words: Vec<Vec<Letter>> = text
        .split(|c: char| {
            !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c) && !matches!(c, '\'' | '’')
        })
        .map(|word| units.fold.squashed(word))
        .filter(|word| !word.is_empty())
        .collect();
    let within = match province {
        Some(province) => match province_of(units, province) {
            Some(place) => Some(place),
            None => return Ok(Vec::new()),
        },
        None => None,
    };
    if words.is_empty() && within.is_none() {
        return Ok(Vec::new());
    }
    let mut ranked: Vec<(i32, u16)> = Vec::new();
    for (place, commune) in (0_u16..).zip(&units.communes) {
        if within.is_some_and(|within| within != commune.province)
            || commune.replaced.as_ref().is_some_and(|(day, _)| *day <= on)
            || commune.states.first().is_none_or(|state| state.from > on)
        {
            continue;
        }
        let Some(target) = units.search_keys.get(usize::from(place)) else { continue };
        if let Some(score) = score(&words, target) {
            ranked.push((score, place));
        }
    }
    ranked.sort_by_key(|(score, place)| {
        let name = units.search_keys.get(usize::from(*place)).map_or(&[][..], |key| &key.order);
        (std::cmp::Reverse(*score), name.len(), name, *place)
    });
    let found = ranked.into_iter().take(limit.min(MOST));
    Ok(found
        .filter_map(|(_, place)| Some(Found { unit: units.candidate(Unit::Commune(place), on)? }))
        .collect())
}

/// Characters that may be typed.
const TYPED: usize = 200;
/// Answers at most.
const MOST: usize = 200;

/// A commune's words, ready to be compared.
#[derive(Clone)]
pub(super) struct SearchKey {
    kind: Vec<Vec<Letter>>,
    name: Vec<Vec<Letter>>,
    province: Vec<Vec<Letter>>,
    squashed: Vec<Letter>,
    order: Vec<u8>,
}

impl SearchKey {
    pub(super) fn all(units: &Units) -> Vec<Self> {
        let words = |text: &str| -> Vec<Vec<Letter>> {
            text.split([' ', '-'])
                .map(|word| units.fold.squashed(word))
                .filter(|word| !word.is_empty())
                .collect()
        };
        units
            .communes
            .iter()
            .map(|commune| {
                let state = commune.states.last();
                let province = units.province(commune.province).and_then(|own| own.states.last());
                let name = state.map_or("", |state| &state.name);
                let squashed = units.fold.squashed(name);
                Self {
                    kind: words(state.map_or("", |state| state.kind.word())),
                    name: words(name),
                    province: words(province.map_or("", |state| &state.name)),
                    order: squashed.iter().map(|letter| letter.base).collect(),
                    squashed,
                }
            })
            .collect()
    }
}

/// How well the typed words fit; `None` when they do not.
fn score(typed: &[Vec<Letter>], key: &SearchKey) -> Option<i32> {
    // The type in front, if it is one.
    let kind = typed.iter().zip(&key.kind).take_while(|(typed, own)| fits(typed, own) == Fit::Same).count();
    let kind = if kind == key.kind.len() { kind } else { 0 };
    let mut best = None;
    for skipped in [0, kind] {
        let rest = typed.get(skipped..).unwrap_or(&[]);
        let value = of_name(rest, key).map(|score| if skipped > 0 { score.saturating_add(3) } else { score });
        best = best.max(value);
        if skipped == kind {
            break;
        }
    }
    best
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
                return loosely(rest, key, at, score).or_else(|| squashed(typed, key));
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
fn squashed(typed: &[Vec<Letter>], key: &SearchKey) -> Option<i32> {
    let all: Vec<u8> = typed.iter().flatten().map(|letter| letter.base).collect();
    let fits = all.len() >= 3 && key.order.starts_with(&all);
    let accents_fit = key.squashed.iter().any(|letter| letter.quality != 0 || letter.tone != 0);
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

fn province_of(units: &Units, text: &str) -> Option<u16> {
    let text = text.trim();
    if let Ok(code) = text.parse::<u32>() {
        let place = units.provinces.iter().position(|province| province.code == code)?;
        return u16::try_from(place).ok();
    }
    let own = |name: &str| {
        let postings = units.index.of(units.index.look_up(Key::of_name(&units.fold, name).hash).0);
        postings.iter().find_map(|posting| match posting.unit {
            Unit::Province(place) => Some(place),
            _ => None,
        })
    };
    // "Thành phố Hồ Chí Minh" as candidates write it.
    own(text).or_else(|| {
        ["Thành phố ", "Tỉnh ", "TP. ", "TP "].iter().find_map(|kind| text.strip_prefix(kind)).and_then(own)
    })
}

impl Serialize for Found {
    /// `{ code, commune, province }`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.unit.serialize(serializer)
    }
}
