//! What a text may mean: mentions put together into units, scored, the best kept.

use super::{
    input::characters,
    interpretation::{Interpretation, Interpreted},
    level::Level,
    mention::Mentions,
    prefixes::mark_prefixes,
    rest::Rest,
    score::Scorer,
    tokens::Tokens,
};
use crate::{
    Error,
    address::{
        LIMITS,
        units::{Unit, Units},
    },
};

/// Reads one text after the other; its lists are used again, so that a row of a long list costs no allocation.
#[derive(Default)]
pub(crate) struct Interpreter {
    tokens: Tokens,
    mentions: Mentions,
    districts: Vec<Level>,
    provinces: Vec<Level>,
    interpretations: Vec<Interpretation>,
    others: Vec<Interpretation>,
    namesakes: Vec<Unit>,
    street: Vec<(usize, usize)>,
}

/// Two interpretations this near are equally good: less than any single ground for one of them.
const TIE: i32 = 3;
/// A commune's interpretation below this is none.
const ENOUGH: i32 = 60;

impl Interpreter {
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub(crate) fn read(&mut self, units: &Units, text: &str) -> Result<Interpreted<'_>, Error> {
        if text.len() > LIMITS.characters && text.chars().count() > LIMITS.characters {
            return Err(Error::limit("an address, characters", LIMITS.characters));
        }
        self.tokens.read(text, units);
        Ok(self.interpret(units))
    }

    /// The same for a text as JavaScript holds it; places count its units.
    ///
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub(crate) fn read_utf16(&mut self, units: &Units, text: &[u16]) -> Result<Interpreted<'_>, Error> {
        if text.len() > LIMITS.characters && characters(text) > LIMITS.characters {
            return Err(Error::limit("an address, characters", LIMITS.characters));
        }
        self.tokens.read(text, units);
        Ok(self.interpret(units))
    }

    fn interpret(&mut self, units: &Units) -> Interpreted<'_> {
        mark_prefixes(&units.vocabulary, &mut self.tokens);
        self.mentions.find(&mut self.tokens, units);
        Level::all(&self.mentions.all, &units.index, &mut self.districts, &mut self.provinces);
        let scorer = Scorer {
            units,
            mentions: &self.mentions.all,
            districts: &self.districts,
            provinces: &self.provinces,
        };
        let interpretations = &mut self.interpretations;
        // A commune in a district that the text names outweighs every other.
        scorer.communes(true, interpretations);
        let sure = |interpretation: &Interpretation| {
            !interpretation.weak && !interpretation.conflict && scorer.is_in_a_district(interpretation)
        };
        if !interpretations.iter().any(sure) {
            scorer.communes(false, interpretations);
        }
        keep_best(interpretations, ENOUGH);
        let demoted = scorer.districts_not_communes(interpretations);
        self.namesakes.clear();
        if interpretations.is_empty() || demoted {
            self.namesakes.extend(interpretations.iter().map(|interpretation| interpretation.unit));
            scorer.districts(interpretations);
            keep_best(interpretations, 1);
        } else if interpretations.iter().all(|interpretation| scorer.is_backwards(interpretation)) {
            // "Tam Nông, Phú Thọ" is the district in the province, not the commune in the district.
            let districts = &mut self.others;
            scorer.districts(districts);
            districts.retain(|interpretation| interpretation.province < interpretation.district);
            keep_best(districts, 1);
            if !districts.is_empty() {
                std::mem::swap(interpretations, districts);
            }
        }
        if interpretations.is_empty() {
            scorer.provinces(interpretations);
            keep_best(interpretations, 1);
        }
        let count = interpretations.len();
        interpretations.truncate(LIMITS.readings);
        self.street.clear();
        let mut left = false;
        if let Some(interpretation) = interpretations.first() {
            let rest = Rest::of(units, &self.tokens, &self.mentions.all, interpretation);
            left = rest.gather(&mut self.street);
        }
        let uncomposed = self.tokens.is_uncomposed();
        Interpreted {
            interpretations: &self.interpretations,
            namesakes: &self.namesakes,
            street: &self.street,
            left,
            uncomposed,
            count,
        }
    }
}

/// The best and its equals, one for each unit.
fn keep_best(interpretations: &mut Vec<Interpretation>, enough: i32) {
    let Some(best) = interpretations
        .iter()
        .map(|interpretation| interpretation.score)
        .max()
        .filter(|best| *best >= enough)
    else {
        interpretations.clear();
        return;
    };
    interpretations.retain(|interpretation| interpretation.score >= best.saturating_sub(TIE));
    if interpretations.len() > 1 {
        interpretations.sort_by_key(|interpretation| {
            (rank(interpretation.unit), interpretation.weak, std::cmp::Reverse(interpretation.score))
        });
        interpretations.dedup_by_key(|interpretation| interpretation.unit);
    }
}

/// Today's units first.
fn rank(unit: Unit) -> (u8, u16) {
    match unit {
        Unit::Commune(place) => (0, place),
        Unit::OldCommune(place) => (1, place),
        Unit::District(place) => (2, place),
        Unit::Province(place) => (3, place),
        Unit::OldProvince(place) => (4, place),
    }
}
