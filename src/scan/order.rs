//! One sort for all lists of this area: each instance of the standard library's weighs some kilobytes.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "lists here have fewer than 2³² items; indices come from the list itself"
)]

/// The positions of `costs` from the lowest to the highest; equal ones stay in order.
pub(super) fn ascending(costs: impl Iterator<Item = f32>) -> Vec<usize> {
    let mut keyed: Vec<(f32, u32)> = costs.zip(0..).collect();
    sort(&mut keyed);
    keyed.into_iter().map(|(_, position)| position as usize).collect()
}

/// The items by rising cost.
pub(super) fn sorted<T>(items: Vec<T>, cost: impl Fn(&T) -> f32) -> Vec<T> {
    let order = ascending(items.iter().map(cost));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|position| items.get_mut(position).and_then(Option::take)).collect()
}

/// Merges runs of 1, 2, 4 … items; the standard library's sort would be 3 KB (brotli) more.
#[inline(never)]
fn sort(keyed: &mut Vec<(f32, u32)>) {
    let mut merged = Vec::with_capacity(keyed.len());
    let mut run = 1;
    while run < keyed.len() {
        merged.clear();
        for pair in keyed.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            loop {
                // Of equal ones the left is first.
                let next = match (left.peek(), right.peek()) {
                    (Some(a), Some(b)) if b.0.total_cmp(&a.0).is_lt() => right.next(),
                    (Some(_), _) => left.next(),
                    _ => right.next(),
                };
                let Some(next) = next else { break };
                merged.push(*next);
            }
        }
        core::mem::swap(keyed, &mut merged);
        run = run.saturating_mul(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_costs_keep_their_order() {
        assert_eq!(ascending([2.0, 1.0, 2.0, -1.0].into_iter()), [3, 1, 0, 2]);
        let many: Vec<f32> = (0..100_u16).map(|i| f32::from(i * 37 % 101 / 2)).collect();
        let order = ascending(many.iter().copied());
        assert!(order.windows(2).all(|w| (many[w[0]], w[0]) < (many[w[1]], w[1])));
        assert_eq!(ascending(core::iter::empty()), [0_usize; 0]);
        assert_eq!(sorted(vec!["bb", "a", "cc"], |s| -(s.len() as f32)), ["bb", "cc", "a"]);
    }
}
