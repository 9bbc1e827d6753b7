//! Search-as-you-type over the present communes.

use serde::{Serialize, Serializer};

use super::{
    answer::Candidate,
    name::{Key, Letter},
    units::{Unit, Units},
};
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
        .map(|word| units.fold.letters(word))
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
        if let Some(score) = target.score(&words) {
            ranked.push((score, place));
        }
    }
    ranked.sort_by_key(|(score, place)| {
        let name = units.search_keys.get(usize::from(*place)).map_or(&[][..], |key| &key.order);
        (std::cmp::Reverse(*score), name.len(), name, *place)
    });
    let found = ranked.into_iter().take(limit.min(MOST));
    Ok(found
        .filter_map(|(_, place)| Some(Found { unit: Candidate::of(units, Unit::Commune(place), on)? }))
        .collect())
}

/// Characters that may be typed.
const TYPED: usize = 200;
/// Answers at most.
const MOST: usize = 200;

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
