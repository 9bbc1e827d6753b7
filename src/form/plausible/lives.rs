//! Births, deaths, and the days between: of one person.

use super::contradiction::Contradiction;
use super::facts::Facts;
use super::findings;

/// A death, or another day of a life, before the birth.
pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    for day in &facts.pack.meanings.days {
        for who in facts.people(day.of) {
            let Some((index, birth)) = who.individual.birth.zip(facts.birth(who)) else { continue };
            let Some(other) = facts.day(who.row, day.day) else { continue };
            if other.less(birth) == Some(true) {
                let code = if day.death { findings::DIED_BEFORE_BORN } else { findings::BEFORE_BIRTH };
                let found = Contradiction::new(facts, code, (who.row, index), (who.row, day.day));
                out.push(found.beside(facts, who.row, index));
            }
        }
    }
}
