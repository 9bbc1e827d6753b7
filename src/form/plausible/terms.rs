//! What begins and ends.

use super::contradiction::Contradiction;
use super::facts::{Facts, Row};
use super::findings;

/// A last day before the first one. One day is a term, too: whether it is enough only the law can say.
pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    for term in &facts.pack.meanings.terms {
        let rows = match term.group {
            Some(group) => facts.cells.groups.get(group).map_or(0, Vec::len),
            None => 1,
        };
        for number in 0..rows {
            let row = term.group.map(|group| Row { group, number });
            let Some((from, until)) = facts.day(row, term.from).zip(facts.day(row, term.until)) else {
                continue;
            };
            if until.less(from) == Some(true) {
                let code = findings::ENDS_BEFORE_IT_BEGINS;
                let found = Contradiction::new(facts, code, (row, term.from), (row, term.until));
                out.push(found.beside(facts, row, term.from));
            }
        }
    }
}
