//! Rows that belong together, joined pair by pair (union-find with path halving: near-linear).

/// Disjoint sets of `0..count`.
pub(super) struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    /// The least member of the set of `item`.
    pub(super) fn root(&mut self, item: usize) -> usize {
        let mut at = item;
        loop {
            let parent = self.parents.get(at).copied().unwrap_or(at);
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if parent == at {
                return at;
            }
            if let Some(place) = self.parents.get_mut(at) {
                *place = above;
            }
            at = above;
        }
    }

    /// Joins two sets; whether they were apart.
    pub(super) fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let (least, other) = (a.min(b), a.max(b));
        if let Some(place) = self.parents.get_mut(other) {
            *place = least;
        }
        a != b
    }

    /// The sets of two members or more, each in order.
    pub(super) fn sets(mut self) -> Vec<Vec<usize>> {
        let mut sets: Vec<Vec<usize>> = vec![Vec::new(); self.parents.len()];
        for item in 0..self.parents.len() {
            let root = self.root(item);
            if let Some(set) = sets.get_mut(root) {
                set.push(item);
            }
        }
        sets.retain(|set| set.len() > 1);
        sets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_become_sets_whatever_their_order() {
        for pairs in [[(0, 1), (4, 3), (1, 4)], [(1, 4), (0, 1), (3, 4)]] {
            let mut groups = Groups::new(6);
            for (a, b) in pairs {
                assert!(groups.join(a, b));
            }
            assert!(!groups.join(0, 3));
            assert_eq!(groups.sets(), [vec![0, 1, 3, 4]]);
        }
    }
}
