//! Who is in a list twice.

use std::collections::HashMap;

use super::{
    Duplicate, Match, PersonColumn, PersonRow, findings,
    groups::Groups,
    likeness::{self, Traits},
};
use crate::Finding;

/// Finds the duplicates, and marks rows in which two people have one number.
///
/// Only rows that share a key are compared, and in a crowded key only neighbours in the order of their
/// content: n rows take n · log n.
pub(super) fn find(rows: &mut [PersonRow]) -> Vec<Duplicate> {
    let (mut found, shared) = {
        let traits: Vec<Traits<'_>> = rows.iter().map(Traits::of).collect();
        let mut search = Search { traits: &traits, sure: Groups::new(traits.len()), found: Vec::new() };
        let shared = search.by_pin();
        search.by_name_and_birth();
        search.by_likeness();
        (search.found, shared)
    };
    for at in shared {
        if let Some(row) = rows.get_mut(at) {
            row.findings.push(Finding::new(findings::NUMBER_SHARED, PersonColumn::Pin.path()));
        }
    }
    for group in &mut found {
        for at in &mut group.rows {
            *at = rows.get(*at).map_or(*at, |row| row.row);
        }
    }
    found.sort();
    found
}

struct Search<'a> {
    traits: &'a [Traits<'a>],
    /// Rows that are one person for certain.
    sure: Groups,
    found: Vec<Duplicate>,
}

impl<'a> Search<'a> {
    /// One number: one person when the names agree, else a contradiction. Gives the rows of those.
    fn by_pin(&mut self) -> Vec<usize> {
        let mut shared = Vec::new();
        for members in buckets(self.traits, |traits| traits.pin.map(str::to_owned)) {
            let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
            for at in &members {
                if let Some(traits) = self.traits.get(*at) {
                    names.entry(&traits.words).or_default().push(*at);
                }
            }
            let one_name = names.len() == 1 && !names.contains_key("");
            if one_name && self.births_agree(&members) {
                self.put(members, Match::Pin, true);
                continue;
            }
            // In the order of the names, so that the order of the rows does not matter.
            let mut names: Vec<(&str, usize)> =
                names.into_iter().filter_map(|(name, rows)| Some((name, *rows.first()?))).collect();
            names.sort_unstable();
            let mut people = names.into_iter().filter_map(|(_, at)| self.traits.get(at));
            let alike = people.next().is_some_and(|first| people.all(|other| first.names_are_alike(other)));
            if !alike {
                shared.extend(&members);
            }
            self.put(members, Match::Pin, false);
        }
        shared
    }

    /// One name and one day of birth: certain only when something else agrees and no number contradicts.
    fn by_name_and_birth(&mut self) {
        let key = |traits: &Traits<'_>| {
            let birth = traits.birthday()?;
            (!traits.name.is_empty()).then(|| format!("{birth} {}", traits.name))
        };
        for members in buckets(self.traits, key) {
            let mut pins: Vec<&str> = members.iter().filter_map(|at| self.traits.get(*at)?.pin).collect();
            pins.sort_unstable();
            pins.dedup();
            // Two people of one name and birth exist: two numbers tell them apart.
            let open =
                members.iter().any(|at| self.traits.get(*at).is_some_and(|traits| traits.pin.is_none()));
            if !self.are_apart(&members) || pins.len() > 1 && !open {
                continue;
            }
            let people: Vec<&Traits<'_>> = members.iter().filter_map(|at| self.traits.get(*at)).collect();
            let sure = pins.len() <= 1 && likeness::share_more(&people);
            self.put(members, Match::NameAndBirth, sure);
        }
    }

    /// Near people; always asked.
    fn by_likeness(&mut self) {
        let half = |from: usize, to: usize| {
            move |traits: &Traits<'_>| {
                let half = traits.pin?.get(from..to)?;
                (!traits.words.is_empty()).then(|| format!("{half} {}", traits.words))
            }
        };
        let same_birth = |traits: &Traits<'_>| {
            let birth = traits.birthday()?;
            (!traits.words.is_empty()).then(|| format!("{birth} {}", traits.words))
        };
        let same_home = |traits: &Traits<'_>| {
            let known = !traits.words.is_empty() && !traits.residence.is_empty();
            known.then(|| format!("{} {}", traits.residence, traits.words))
        };
        let same_phone = |traits: &Traits<'_>| Some(format!("{} {}", traits.phone?, traits.birthday()?));
        let same_end =
            |traits: &Traits<'_>| Some(format!("{} {}", traits.birthday()?, traits.pin?.get(6..)?));
        let mut near = Groups::new(self.traits.len());
        self.pairs(&mut near, same_birth, |a, b| a.name != b.name && a.numbers_may_be_one(b));
        for half in [half(0, 6), half(6, 12)] {
            self.pairs(&mut near, half, |a, b| {
                a.pin != b.pin && a.numbers_may_be_one(b) && a.births_may_be_one(b)
            });
        }
        self.pairs(&mut near, same_home, |a, b| {
            a.birth != b.birth && a.births_may_be_one(b) && a.numbers_may_be_one(b)
        });
        self.pairs(&mut near, same_phone, |a, b| {
            a.names_are_alike(b) && a.numbers_may_be_one(b) && a.name != b.name
        });
        self.pairs(&mut near, same_end, |a, b| {
            a.pin != b.pin && a.numbers_may_be_one(b) && a.names_are_alike(b)
        });
        let asked = self.asked();
        for members in near.sets() {
            if self.are_apart(&members) && !self.is_asked(&asked, &members) {
                self.found.push(Duplicate { rows: members, by: Match::Likeness, sure: false });
            }
        }
    }

    /// Joins the pairs of one key that are near.
    fn pairs(
        &self,
        near: &mut Groups,
        key: impl Fn(&Traits<'_>) -> Option<String>,
        is_near: impl Fn(&Traits<'_>, &Traits<'_>) -> bool,
    ) {
        for mut members in buckets(self.traits, key) {
            if members.len() > CROWD {
                // By content, so that the order of the rows does not matter.
                members.sort_by_cached_key(|at| {
                    self.traits
                        .get(*at)
                        .map(|traits| (traits.name.clone(), traits.pin, traits.residence.clone()))
                });
            }
            for (place, a) in members.iter().enumerate() {
                for b in members.iter().skip(place.saturating_add(1)).take(CROWD) {
                    if let (Some(one), Some(other)) = (self.traits.get(*a), self.traits.get(*b))
                        && is_near(one, other)
                    {
                        near.join(*a, *b);
                    }
                }
            }
        }
    }

    /// Writes a group down.
    fn put(&mut self, members: Vec<usize>, by: Match, sure: bool) {
        if sure {
            for pair in members.windows(2) {
                if let [a, b] = pair {
                    self.sure.join(*a, *b);
                }
            }
        }
        self.found.push(Duplicate { rows: members, by, sure });
    }

    /// Whether these rows are not known to be one person already.
    fn are_apart(&mut self, members: &[usize]) -> bool {
        let mut roots = members.iter().map(|at| self.sure.root(*at));
        let first = roots.next();
        roots.any(|root| Some(root) != first)
    }

    /// For each row the groups that it is in.
    fn asked(&self) -> HashMap<usize, Vec<usize>> {
        let mut asked: HashMap<usize, Vec<usize>> = HashMap::new();
        for (place, group) in self.found.iter().enumerate() {
            for at in &group.rows {
                asked.entry(*at).or_default().push(place);
            }
        }
        asked
    }

    /// Whether the same rows are in one group already.
    fn is_asked(&self, asked: &HashMap<usize, Vec<usize>>, members: &[usize]) -> bool {
        let groups = members.first().and_then(|first| asked.get(first)).into_iter().flatten();
        groups
            .filter_map(|place| self.found.get(*place))
            .any(|group| members.iter().all(|at| group.rows.binary_search(at).is_ok()))
    }

    fn births_agree(&self, members: &[usize]) -> bool {
        let mut rows = members.iter().filter_map(|at| self.traits.get(*at));
        let first = rows.clone().find(|traits| traits.birthday().is_some()).or_else(|| rows.clone().next());
        first.is_some_and(|first| rows.all(|other| first.births_agree(other)))
    }
}

/// The rows of each key that more than one row has, in the order of their first row.
fn buckets(traits: &[Traits<'_>], key: impl Fn(&Traits<'_>) -> Option<String>) -> Vec<Vec<usize>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut buckets: Vec<Vec<usize>> = Vec::new();
    for (at, row) in traits.iter().enumerate() {
        let Some(key) = key(row) else { continue };
        let place = *places.entry(key).or_insert(buckets.len());
        match buckets.get_mut(place) {
            Some(bucket) => bucket.push(at),
            None => buckets.push(vec![at]),
        }
    }
    buckets.retain(|bucket| bucket.len() > 1);
    buckets
}

/// Rows of one key beyond which only this many neighbours are compared.
const CROWD: usize = 32;
