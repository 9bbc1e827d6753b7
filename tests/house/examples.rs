//! What the check of circles sees, on small crates.

use std::collections::BTreeMap;

use crate::{modules::Crate, references::files};

/// The edges of a crate of these files, `from -> to`.
fn edges(texts: &[(&str, &str)]) -> Vec<String> {
    let read = |path: &str| texts.iter().find(|(own, _)| *own == path).map(|(_, text)| (*text).to_owned());
    let own = Crate::load("src/lib.rs", &read);
    let graph = files(&BTreeMap::from([("own", &own)]));
    let short = |path: &str| path.trim_start_matches("src/").trim_end_matches(".rs").to_owned();
    graph.edges().map(|(from, to, _)| format!("{} -> {}", short(from), short(to))).collect()
}

fn circles(texts: &[(&str, &str)]) -> usize {
    let read = |path: &str| texts.iter().find(|(own, _)| *own == path).map(|(_, text)| (*text).to_owned());
    let own = Crate::load("src/lib.rs", &read);
    files(&BTreeMap::from([("own", &own)])).circles().len()
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    let crate_of = |b| {
        [("src/lib.rs", "mod a; mod b;"), ("src/a.rs", "use crate::b::B; pub struct A(B);"), ("src/b.rs", b)]
    };
    assert_eq!(circles(&crate_of("use super::a::A; pub enum B { A(Box<A>) }")), 1);
    assert_eq!(circles(&crate_of("pub struct B(Box<crate::a::A>);")), 1);
    assert_eq!(circles(&crate_of("pub struct B;")), 0);
}

#[test]
fn a_name_counts_for_the_file_that_defines_it_and_not_for_who_hands_it_on() {
    let texts = [
        ("src/lib.rs", "mod room;"),
        ("src/room/mod.rs", "mod a; mod b; pub use self::{a::A, b::B};"),
        ("src/room/a.rs", "pub struct A;"),
        ("src/room/b.rs", "use super::A; pub struct B(A);"),
    ];
    assert_eq!(edges(&texts), ["room/b -> room/a"]);
}

#[test]
fn a_module_that_uses_its_children_and_is_used_by_them_is_a_circle() {
    let texts = [
        ("src/lib.rs", "mod room;"),
        ("src/room/mod.rs", "mod a; pub struct Limit; pub fn read() { a::read() }"),
        ("src/room/a.rs", "pub fn read() { let _ = super::Limit; }"),
    ];
    assert_eq!(edges(&texts), ["room/a -> room/mod", "room/mod -> room/a"]);
    assert_eq!(circles(&texts), 1);
}

#[test]
fn groups_renames_globs_and_modules_lead_to_the_file() {
    let with =
        |b| [("src/lib.rs", "mod a; mod b;"), ("src/a.rs", "pub mod c { pub fn f() {} }"), ("src/b.rs", b)];
    for text in [
        "use crate::{a::{c::{f as g}}}; fn h() { g() }",
        "use super::a::c::*; fn h() { f() }",
        "use super::a::{self}; fn h() { a::c::f() }",
        "fn h() { println!(\"{}\", crate::a::c::f()) }",
        "fn h() { assert!(matches!(1, _ if super::a::c::f() == ())) }",
    ] {
        assert_eq!(edges(&with(text)), ["b -> a"], "{text}");
    }
    for text in
        ["use super::a;", "fn h() { println!(\"crate::a::c::f()\") }", "/// [`f`](crate::a::c::f)\nfn h() {}"]
    {
        assert_eq!(edges(&with(text)), [""; 0], "{text}");
    }
}

#[test]
fn a_method_apart_from_its_type_counts_where_it_stands() {
    let texts = [
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a.rs", "pub struct A; impl A { pub fn own(&self) { self.apart() } }"),
        ("src/b.rs", "use super::a::A; impl A { pub fn apart(&self) {} pub fn new() -> A { A } }"),
        ("src/c.rs", "use super::a::A; fn f() { A::new() }"),
    ];
    assert_eq!(edges(&texts), ["a -> b", "b -> a", "c -> a", "c -> b"]);
}

#[test]
fn tests_do_not_count() {
    let texts = [
        ("src/lib.rs", "mod a; mod b;"),
        (
            "src/a.rs",
            "pub struct A; #[cfg(test)] mod tests { use crate::b::B; fn f(_: B) {} } #[cfg(test)] use crate::b::B;",
        ),
        ("src/b.rs", "pub struct B(crate::a::A);"),
    ];
    assert_eq!(edges(&texts), ["b -> a"]);
}

#[test]
fn what_a_macro_makes_is_where_it_is_called() {
    let texts = [
        ("src/lib.rs", "mod a; mod b; mod c;"),
        (
            "src/a.rs",
            "macro_rules! constant { ($n:ident) => { pub const $n: u8 = 0; } } pub(crate) use constant;",
        ),
        ("src/b.rs", "use super::a::constant; constant!(B);"),
        ("src/c.rs", "fn f() -> u8 { crate::b::B }"),
    ];
    assert_eq!(edges(&texts), ["b -> a", "c -> b"]);
}
