//! Every reference from one file to another.

use std::collections::BTreeMap;

use syn::{
    ExprMethodCall, ImplItem, Item, ItemImpl, Macro, TraitItem, Type, Visibility,
    visit::{self, Visit},
};

use crate::{
    graph::Graph,
    modules::{Crate, Module, Path},
    names::{Names, Target},
};

/// Methods that are defined apart from their type's file: by that file, type and method.
type Apart = BTreeMap<(String, String, String), String>;
/// Those of them whose names no other function has: by method.
type Unique<'a> = BTreeMap<String, Place<'a>>;

/// Where a method stands.
struct Place<'a> {
    file: &'a str,
    /// The crate and the module within which it can be called.
    seen_in: (&'a str, Path),
}

/// Which file needs which.
///
/// A name counts for the file that defines it, whoever hands it on. `mod`, `pub use`, tests, doc comments and the
/// bodies of macro definitions do not count. A method call counts where the method stands apart from its type, can
/// be called from there, and no other function has its name.
pub(crate) fn files(crates: &BTreeMap<&str, &Crate>) -> Graph {
    let names = Names { crates: crates.clone() };
    let (apart, unique) = methods_apart(&names);
    let mut graph = Graph::default();
    for (own, krate) in crates {
        for (path, module) in &krate.modules {
            let mut visitor = Visitor {
                names: &names,
                own,
                path,
                module,
                apart: &apart,
                unique: &unique,
                graph: &mut graph,
            };
            visitor.imports();
            for item in &module.items {
                visitor.visit_item(item);
            }
        }
    }
    graph
}

/// The methods apart from their types, and those of them whose names no other function has.
fn methods_apart<'a>(names: &Names<'a>) -> (Apart, Unique<'a>) {
    let mut apart = Apart::new();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let mut unique = Unique::new();
    for (own, krate) in &names.crates {
        for (path, module) in &krate.modules {
            for item in &module.items {
                for function in functions(item) {
                    *count.entry(function).or_default() += 1;
                }
                let Item::Impl(ItemImpl { trait_: None, self_ty, items, .. }) = item else { continue };
                let Type::Path(of) = &**self_ty else { continue };
                let Some(Target::Item { file, name }) = names.resolve(own, path, &segments(&of.path)) else {
                    continue;
                };
                for item in items {
                    if let ImplItem::Fn(method) = item
                        && file != module.file
                    {
                        let called = method.sig.ident.to_string();
                        apart.insert((file.clone(), name.clone(), called.clone()), module.file.clone());
                        let seen_in = (*own, seen_in(&method.vis, path));
                        unique.insert(called, Place { file: &module.file, seen_in });
                    }
                }
            }
        }
    }
    unique.retain(|name, _| count.get(name) == Some(&1));
    (apart, unique)
}

/// The module within which an item of a module can be named.
fn seen_in(visibility: &Visibility, module: &[String]) -> Path {
    let Visibility::Restricted(within) = visibility else {
        return if matches!(visibility, Visibility::Inherited) { module.to_vec() } else { Path::new() };
    };
    let mut seen = Path::new();
    for (at, segment) in segments(&within.path).into_iter().enumerate() {
        match segment.as_str() {
            "crate" => seen.clear(),
            "self" => seen = module.to_vec(),
            "super" if at == 0 => {
                seen = module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
            }
            "super" => drop(seen.pop()),
            _ => seen.push(segment),
        }
    }
    seen
}

fn functions(item: &Item) -> Vec<String> {
    match item {
        Item::Fn(item) => vec![item.sig.ident.to_string()],
        Item::Impl(item) => {
            let name = |item: &ImplItem| match item {
                ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                _ => None,
            };
            item.items.iter().filter_map(name).collect()
        }
        Item::Trait(item) => {
            let name = |item: &TraitItem| match item {
                TraitItem::Fn(method) => Some(method.sig.ident.to_string()),
                _ => None,
            };
            item.items.iter().filter_map(name).collect()
        }
        _ => Vec::new(),
    }
}

/// Walks a module's items.
struct Visitor<'a> {
    names: &'a Names<'a>,
    own: &'a str,
    path: &'a [String],
    module: &'a Module,
    apart: &'a Apart,
    unique: &'a Unique<'a>,
    graph: &'a mut Graph,
}

impl Visitor<'_> {
    /// What is imported for use here; what is handed on counts where it is named.
    fn imports(&mut self) {
        let aliases = self.module.aliases.iter();
        let imported: Vec<Path> = aliases
            .filter(|(name, _)| !self.module.handed_on.contains(*name))
            .map(|(_, path)| path.clone())
            .collect();
        imported.iter().for_each(|path| self.path(path));
    }

    fn path(&mut self, path: &[String]) {
        let Some(Target::Item { file, name }) = self.names.resolve(self.own, self.path, path) else { return };
        self.graph.add(&self.module.file, &file, &path.join("::"));
        // `Units::from_bytes`, which stands apart from `Units`.
        if let Some(last) = path.last()
            && let Some(place) = self.apart.get(&(file, name, last.clone()))
        {
            self.graph.add(&self.module.file, place, &path.join("::"));
        }
    }

    fn method(&mut self, name: &str) {
        if let Some(place) = self.unique.get(name)
            && place.seen_in.0 == self.own
            && self.path.starts_with(&place.seen_in.1)
        {
            self.graph.add(&self.module.file, place.file, &format!(".{name}()"));
        }
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.path(&segments(path));
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.method(&call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    /// The arguments of `format!`, `matches!` and the like are only tokens: paths and calls are picked out of them.
    fn visit_macro(&mut self, own: &'ast Macro) {
        self.path(&segments(&own.path));
        for (path, is_method) in paths_in(&own.tokens.to_string()) {
            match path.as_slice() {
                [name] if is_method => self.method(name),
                path => self.path(path),
            }
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

fn segments(path: &syn::Path) -> Path {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// Paths in a text of tokens, and whether a point stands before each; strings are left out.
fn paths_in(tokens: &str) -> Vec<(Path, bool)> {
    let mut found = Vec::new();
    let mut rest = tokens;
    let mut after_point = false;
    while let Some(first) = rest.chars().next() {
        if first == '"' {
            rest = after_string(rest);
            after_point = false;
        } else if first.is_alphabetic() || first == '_' {
            let mut path = Path::new();
            loop {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                path.push(rest[..end].to_owned());
                rest = rest[end..].trim_start();
                match rest.strip_prefix("::").map(str::trim_start) {
                    Some(more) if more.starts_with(|c: char| c.is_alphabetic() || c == '_') => rest = more,
                    _ => break,
                }
            }
            found.push((path, after_point));
            after_point = false;
        } else {
            if !first.is_whitespace() {
                after_point = first == '.';
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

fn after_string(text: &str) -> &str {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}
