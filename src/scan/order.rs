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

#[inline(never)]
fn sort(keyed: &mut [(f32, u32)]) {
    keyed.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_costs_keep_their_order() {
        assert_eq!(ascending([2.0, 1.0, 2.0, -1.0].into_iter()), [3, 1, 0, 2]);
        assert_eq!(sorted(vec!["bb", "a", "cc"], |s| -(s.len() as f32)), ["bb", "cc", "a"]);
    }
}
