//! The modules of a crate with what each defines, imports and hands on.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// A path as it is written: `["super", "tlv", "Element"]`.
pub(crate) type Path = Vec<String>;

/// A crate: its modules by their path; the root's is empty.
#[derive(Default)]
pub(crate) struct Crate {
    pub(crate) modules: BTreeMap<Path, Module>,
}

/// A module without those inside it.
#[derive(Default)]
pub(crate) struct Module {
    /// Where it is written.
    pub(crate) file: String,
    /// What it defines by itself, child modules apart.
    pub(crate) defines: BTreeSet<String>,
    /// Imported names and the paths that they stand for; those that are handed on (`pub use`) too.
    pub(crate) aliases: BTreeMap<String, Path>,
    /// Of them, those that are handed on.
    pub(crate) handed_on: BTreeSet<String>,
    /// `use …::*`
    pub(crate) globs: Vec<Path>,
    /// Its items, without modules, tests and macro definitions.
    pub(crate) items: Vec<Item>,
}

impl Crate {
    /// Follows `mod` from the root file; `read` gives a file's text by its path.
    pub(crate) fn load(root: &str, read: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut own = Self::default();
        let text = read(root).unwrap_or_else(|| panic!("{root} is not there"));
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let items = syn::parse_file(&text).unwrap_or_else(|error| panic!("{root}: {error}")).items;
        own.add(Vec::new(), root, &folder, items, read);
        own
    }

    fn add(
        &mut self,
        path: Path,
        file: &str,
        folder: &str,
        items: Vec<Item>,
        read: &dyn Fn(&str) -> Option<String>,
    ) {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        for item in items {
            if is_test(attributes(&item)) {
                continue;
            }
            match item {
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let below = format!("{folder}/{name}");
                    let path = [path.as_slice(), &[name]].concat();
                    match inner.content {
                        Some((_, items)) => self.add(path, file, &below, items, read),
                        None => {
                            let places = [format!("{below}.rs"), format!("{below}/mod.rs")];
                            let found = places.iter().find_map(|place| Some((place, read(place)?)));
                            let (place, text) = found.unwrap_or_else(|| panic!("{file}: no {}", places[0]));
                            let parsed = syn::parse_file(&text);
                            let items = parsed.unwrap_or_else(|error| panic!("{place}: {error}")).items;
                            self.add(path, place, &below, items, read);
                        }
                    }
                }
                Item::Use(item) => module.import(&item),
                // Bodies of macros are not looked into: they are what an invocation makes of them.
                Item::Macro(item) => {
                    if let Some(name) = &item.ident {
                        module.defines.insert(name.to_string());
                    } else {
                        module.items.push(Item::Macro(item));
                    }
                }
                item => {
                    module.defines.extend(name(&item));
                    module.items.push(item);
                }
            }
        }
        self.modules.insert(path, module);
    }
}

impl Module {
    fn import(&mut self, item: &ItemUse) {
        let is_handed_on = !matches!(item.vis, Visibility::Inherited);
        let mut all = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut all);
        for (name, path) in all {
            match name {
                None => self.globs.push(path),
                // `as _`: a trait whose methods are wanted.
                Some(name) => {
                    if is_handed_on {
                        self.handed_on.insert(name.clone());
                    }
                    // A name may stand for a module and a function at once; both are under one path then.
                    self.aliases.insert(name, path);
                }
            }
        }
    }
}

/// Every name that a `use` brings in, with its path; no name for `*`.
fn flatten(tree: &UseTree, before: &mut Path, into: &mut Vec<(Option<String>, Path)>) {
    let with = |last: &dyn ToString| [before.as_slice(), &[last.to_string()]].concat();
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, into);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => into.push((before.last().cloned(), before.clone())),
        UseTree::Name(name) => into.push((Some(name.ident.to_string()), with(&name.ident))),
        UseTree::Rename(name) => into.push((Some(name.rename.to_string()), with(&name.ident))),
        UseTree::Glob(_) => into.push((None, before.clone())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, into)),
    }
}

fn name(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[cfg(test)]`
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}
