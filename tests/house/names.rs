//! From a path as it is written in a module to the file that defines what it names.

use std::collections::BTreeMap;

use crate::modules::{Crate, Path};

/// The crates that are looked at, by the names under which they know each other.
pub(crate) struct Names<'a> {
    pub(crate) crates: BTreeMap<&'a str, &'a Crate>,
}

/// What a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Something that a file defines, by its crate, module and name.
    Item { file: String, name: String },
    /// A module itself; what is taken from it counts, not that it is known.
    Module(String, Path),
}

impl Names<'_> {
    /// What a path means in a module; nothing for what is of another crate, local, or built in.
    pub(crate) fn resolve(&self, own: &str, module: &[String], path: &[String]) -> Option<Target> {
        self.step(own, module, path, 0)
    }

    fn step(&self, own: &str, module: &[String], path: &[String], depth: usize) -> Option<Target> {
        // `pub use` may lead in a round; no chain of them is longer than this.
        if depth > 16 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.below(own, &[], rest, depth),
            "self" => self.below(own, module, rest, depth),
            "super" => self.below(own, module.split_last()?.1, rest, depth),
            other => match self.known(own, module, path, depth) {
                None if self.crates.contains_key(other) => self.below(other, &[], rest, depth),
                found => found,
            },
        }
    }

    /// What a path means that is said to begin in this module. What is not written there a macro has made there.
    fn below(&self, own: &str, module: &[String], path: &[String], depth: usize) -> Option<Target> {
        let Some((first, rest)) = path.split_first() else {
            return Some(Target::Module(own.to_owned(), module.to_vec()));
        };
        if first == "super" {
            return self.below(own, module.split_last()?.1, rest, depth);
        }
        self.known(own, module, path, depth).or_else(|| {
            let file = self.crates.get(own)?.modules.get(module)?.file.clone();
            Some(Target::Item { file, name: first.clone() })
        })
    }

    /// What a path means whose first name is written in this module.
    fn known(&self, own: &str, module: &[String], path: &[String], depth: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let modules = &self.crates.get(own)?.modules;
        let here = modules.get(module)?;
        let child = [module, std::slice::from_ref(first)].concat();
        // A function may bear the name of its module: `parse::parse` handed on as `parse`.
        if modules.contains_key(&child) && (!rest.is_empty() || !here.aliases.contains_key(first)) {
            return self.below(own, &child, rest, depth);
        }
        if here.defines.contains(first) {
            return Some(Target::Item { file: here.file.clone(), name: first.clone() });
        }
        if let Some(alias) = here.aliases.get(first) {
            return self.step(own, module, &[alias.as_slice(), rest].concat(), depth + 1);
        }
        here.globs.iter().find_map(|glob| {
            // Only what is written there: a glob of another crate must not catch every name.
            let Some(Target::Module(own, module)) = self.step(own, module, glob, depth + 1) else {
                return None;
            };
            self.known(&own, &module, path, depth + 1)
        })
    }
}
