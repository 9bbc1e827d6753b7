//! Which file needs which, and the circles in that.

use std::collections::{BTreeMap, BTreeSet};

/// From a file (or a room) to those that it needs, each with one name for which it does.
#[derive(Debug, Default)]
pub(crate) struct Graph(BTreeMap<String, BTreeMap<String, String>>);

impl Graph {
    /// Notes that `from` needs `to` for a name. Nothing needs itself.
    pub(crate) fn add(&mut self, from: &str, to: &str, name: &str) {
        let edges = self.0.entry(from.to_owned()).or_default();
        if from != to {
            edges.entry(to.to_owned()).or_insert_with(|| name.to_owned());
        }
    }

    /// Forgets an edge.
    pub(crate) fn cut(&mut self, from: &str, to: &str) {
        self.0.get_mut(from).map(|edges| edges.remove(to));
    }

    /// Whether this edge is there.
    pub(crate) fn has(&self, from: &str, to: &str) -> bool {
        self.0.get(from).is_some_and(|edges| edges.contains_key(to))
    }

    /// Whether this edge is there and a way leads back.
    pub(crate) fn closes_a_circle(&self, from: &str, to: &str) -> bool {
        self.has(from, to) && self.reached_from(to).contains(from)
    }

    /// Every edge: from, to, name.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.0.iter().flat_map(|(from, edges)| {
            edges.iter().map(|(to, name)| (from.as_str(), to.as_str(), name.as_str()))
        })
    }

    /// The sets of more than one node in which each leads to each (strongly connected components).
    pub(crate) fn circles(&self) -> Vec<BTreeSet<&str>> {
        let mut circles: Vec<BTreeSet<&str>> = Vec::new();
        for from in self.0.keys() {
            if circles.iter().any(|circle| circle.contains(from.as_str())) {
                continue;
            }
            let reached = self.reached_from(from);
            let circle: BTreeSet<&str> =
                reached.iter().copied().filter(|to| self.reached_from(to).contains(from.as_str())).collect();
            if circle.len() > 1 {
                circles.push(circle);
            }
        }
        circles
    }

    /// The circles with the edges that make them, for people.
    pub(crate) fn describe_circles(&self) -> String {
        let mut lines = Vec::new();
        for circle in self.circles() {
            lines.push(format!("a circle of {}:", circle.len()));
            let inside = |(from, to, _): &(&str, &str, &str)| circle.contains(from) && circle.contains(to);
            lines.extend(
                self.edges().filter(inside).map(|(from, to, name)| format!("  {from} -> {to} ({name})")),
            );
        }
        lines.join("\n")
    }

    fn reached_from(&self, start: &str) -> BTreeSet<&str> {
        let after = |node: &str| self.0.get(node).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
        let mut reached = BTreeSet::new();
        let mut next: Vec<&str> = after(start).collect();
        while let Some(node) = next.pop() {
            if reached.insert(node) {
                next.extend(after(node));
            }
        }
        reached
    }
}
