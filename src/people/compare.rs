use std::collections::HashMap;

use serde::Serialize;

use super::{
    PeopleReport, PersonRow,
    difference::{self, FieldDifference},
    likeness::Traits,
};

/// Two lists side by side. All numbers are rows of the inputs, from 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Who is in both.
    pub matches: Vec<Pair>,
    /// Who is only in the left list.
    pub only_left: Vec<usize>,
    /// Who is only in the right list.
    pub only_right: Vec<usize>,
    /// Who of the left list may be one of these of the right list.
    pub ask: Vec<Doubt>,
}

/// One person in both lists.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The row on the left.
    pub left: usize,
    /// The row on the right.
    pub right: usize,
    /// Fields that both know, and differently.
    pub differences: Vec<FieldDifference>,
}

/// Somebody on the left who may be one of several on the right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The row on the left.
    pub left: usize,
    /// The rows on the right, in order.
    pub right: Vec<usize>,
}

/// Compares two checked lists: by personal number, then by old number, then by name and birth.
///
/// A match by number needs a name or a birth that does not contradict it; one by name and birth needs that
/// nobody else has both, and no two numbers. All else that is near is asked.
pub fn compare_people(left: &PeopleReport, right: &PeopleReport) -> Comparison {
    let mut sides = Sides::new(&left.rows, &right.rows);
    sides.by(
        |traits| traits.pin.map(str::to_owned),
        |a, b| a.names_are_alike(b) || a.births_agree(b) && a.birth.is_some(),
    );
    sides.by(
        |traits| traits.old_id.map(str::to_owned),
        |a, b| a.names_are_alike(b) && a.births_may_be_one(b) && (a.pin.is_none() || b.pin.is_none()),
    );
    let name_and_birth = |traits: &Traits<'_>| {
        let birth = traits.birth?;
        (!traits.name.is_empty()).then(|| format!("{birth} {}", traits.name))
    };
    sides.by(name_and_birth, |a, b| a.birthday().is_some() && (a.pin.is_none() || b.pin.is_none()));
    let near = |traits: &Traits<'_>| {
        let year = traits.birth?.year();
        (!traits.words.is_empty()).then(|| format!("{year} {}", traits.words))
    };
    sides.ask(near, |a, b| a.births_may_be_one(b) && a.numbers_may_be_one(b));
    sides.finish()
}

/// The rows that are not settled yet.
struct Sides<'a> {
    left: Vec<&'a PersonRow>,
    right: Vec<&'a PersonRow>,
    left_traits: Vec<Traits<'a>>,
    right_traits: Vec<Traits<'a>>,
    settled_left: Vec<bool>,
    settled_right: Vec<bool>,
    pairs: Vec<(usize, usize)>,
    doubts: Vec<(usize, Vec<usize>)>,
}

impl<'a> Sides<'a> {
    fn new(left: &'a [PersonRow], right: &'a [PersonRow]) -> Self {
        Self {
            left: left.iter().collect(),
            right: right.iter().collect(),
            left_traits: left.iter().map(Traits::of).collect(),
            right_traits: right.iter().map(Traits::of).collect(),
            settled_left: vec![false; left.len()],
            settled_right: vec![false; right.len()],
            pairs: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Settles those who share a key: a match when both sides have one of it and `fits`, else a question.
    fn by(
        &mut self,
        key: impl Fn(&Traits<'_>) -> Option<String>,
        fits: impl Fn(&Traits<'_>, &Traits<'_>) -> bool,
    ) {
        for (left, right) in self.shared(key) {
            let fitting = |a: &usize, b: &usize| match (self.left_traits.get(*a), self.right_traits.get(*b)) {
                (Some(a), Some(b)) => fits(a, b),
                _ => false,
            };
            match (left.as_slice(), right.as_slice()) {
                ([a], [b]) if fitting(a, b) => self.pairs.push((*a, *b)),
                (lefts, rights) => {
                    let rights = rights.get(..rights.len().min(CHOICES)).unwrap_or(rights);
                    self.doubts.extend(lefts.iter().map(|a| (*a, rights.to_vec())));
                }
            }
            self.settle(&left, &right);
        }
    }

    /// Asks about those who share a key and are near.
    fn ask(
        &mut self,
        key: impl Fn(&Traits<'_>) -> Option<String>,
        near: impl Fn(&Traits<'_>, &Traits<'_>) -> bool,
    ) {
        for (left, right) in self.shared(key) {
            for a in left {
                let Some(traits) = self.left_traits.get(a) else { continue };
                let rights: Vec<usize> = right
                    .iter()
                    .take(CROWD)
                    .filter(|b| self.right_traits.get(**b).is_some_and(|other| near(traits, other)))
                    .take(CHOICES)
                    .copied()
                    .collect();
                if !rights.is_empty() {
                    self.settle(&[a], &rights);
                    self.doubts.push((a, rights));
                }
            }
        }
    }

    /// The open rows of each key that both sides have.
    fn shared(&self, key: impl Fn(&Traits<'_>) -> Option<String>) -> Vec<(Vec<usize>, Vec<usize>)> {
        let open = |traits: &[Traits<'_>], settled: &[bool]| {
            let mut places: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, (traits, settled)) in traits.iter().zip(settled).enumerate() {
                if let Some(key) = key(traits).filter(|_| !settled) {
                    places.entry(key).or_default().push(at);
                }
            }
            places
        };
        let left = open(&self.left_traits, &self.settled_left);
        let mut right = open(&self.right_traits, &self.settled_right);
        let mut shared: Vec<(Vec<usize>, Vec<usize>)> =
            left.into_iter().filter_map(|(key, left)| Some((left, right.remove(&key)?))).collect();
        shared.sort_unstable();
        shared
    }

    fn settle(&mut self, left: &[usize], right: &[usize]) {
        for (rows, settled) in [(left, &mut self.settled_left), (right, &mut self.settled_right)] {
            for at in rows {
                if let Some(place) = settled.get_mut(*at) {
                    *place = true;
                }
            }
        }
    }

    fn finish(mut self) -> Comparison {
        self.pairs.sort_unstable();
        self.doubts.sort_unstable();
        let left = |at: usize| self.left.get(at).map_or(at, |row| row.row);
        let right = |at: usize| self.right.get(at).map_or(at, |row| row.row);
        let matches = self.pairs.iter().filter_map(|(a, b)| {
            let (one, other) = (self.left.get(*a)?, self.right.get(*b)?);
            Some(Pair { left: left(*a), right: right(*b), differences: difference::between(one, other) })
        });
        let open = |settled: &[bool]| -> Vec<usize> {
            settled.iter().enumerate().filter(|(_, settled)| !**settled).map(|(at, _)| at).collect()
        };
        Comparison {
            matches: matches.collect(),
            only_left: open(&self.settled_left).into_iter().map(left).collect(),
            only_right: open(&self.settled_right).into_iter().map(right).collect(),
            ask: self
                .doubts
                .iter()
                .map(|(a, rights)| Doubt {
                    left: left(*a),
                    right: rights.iter().copied().map(right).collect(),
                })
                .collect(),
        }
    }
}

/// People of one name and year that are looked at for each on the left.
const CROWD: usize = 256;

/// People that are offered for a choice.
const CHOICES: usize = 20;
