//! Lists in the order of their costs.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "lists here have fewer than 2³² items; indices come from the list itself"
)]

/// The positions of `costs` from the lowest to the highest; equal ones stay in order.
pub(super) fn ascending(costs: impl Iterator<Item = f32>) -> Vec<usize> {
    let mut keyed: Vec<(f32, u32)> = costs.zip(0..).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    keyed.into_iter().map(|(_, position)| position as usize).collect()
}

/// The items by rising cost.
pub(super) fn sorted<T>(items: Vec<T>, cost: impl Fn(&T) -> f32) -> Vec<T> {
    let order = ascending(items.iter().map(cost));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|position| items.get_mut(position).and_then(Option::take)).collect()
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
