//! One small stable sort for everything that is sorted here.
//!
//! The standard library's is generic: each type and order that is sorted brings 5 KB of its own into what a
//! page loads first. This one compares and swaps places through two closures, so that there is one of it.

use std::cmp::Ordering;

/// Sorts by what `key` makes of an item; equal ones stay in order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by comparing; equal ones stay in order. At most n · log n comparisons.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    swaps(&order, &mut |a, b| items.swap(a, b));
}

/// The places of `count` items in order: a merge sort from below.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1_usize;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            while let (Some((a, after_a)), Some((b, after_b))) = (left.split_first(), right.split_first()) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        width = width.saturating_mul(2);
    }
    order
}

/// Brings each item to its place in `order`, by fewer swaps than there are items.
fn swaps(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut target = vec![0; order.len()];
    for (place, from) in order.iter().enumerate() {
        if let Some(target) = target.get_mut(*from) {
            *target = place;
        }
    }
    for place in 0..target.len() {
        // Each turn brings one item home, so that this ends.
        while let Some(home) = target.get(place).copied().filter(|home| *home != place) {
            swap(place, home);
            target.swap(place, home);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn items_come_out_as_from_the_sort_of_the_standard_library(
            items in proptest::collection::vec((0_u8..20, any::<u16>()), 0..200),
        ) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            sort_by(&mut ours, |a, b| b.1.cmp(&a.1));
            theirs.sort_by_key(|item| std::cmp::Reverse(item.1));
            prop_assert_eq!(ours, theirs);
        }
    }
}
