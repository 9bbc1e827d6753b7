use std::collections::HashSet;

use crate::{Finding, Source};

/// Findings in the order in which they were made; each says a thing once per source.
#[derive(Default)]
pub(super) struct Found {
    list: Vec<Finding>,
    said: HashSet<(String, String, Option<Source>)>,
    /// Code and path, whoever said it.
    known: HashSet<(String, String)>,
}

impl Found {
    pub(super) fn add(&mut self, finding: Finding) {
        let what = (finding.code.clone().into_owned(), finding.path.clone());
        if self.said.insert((what.0.clone(), what.1.clone(), finding.source)) {
            self.known.insert(what);
            self.list.push(finding);
        }
    }

    /// Of the person as a whole: only what no reading said.
    pub(super) fn add_unless_known(&mut self, finding: Finding) {
        if !self.known.contains(&(finding.code.clone().into_owned(), finding.path.clone())) {
            self.add(finding);
        }
    }

    pub(super) fn list(&self) -> &[Finding] {
        &self.list
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}
