//! The linter over all packs that are there: what `make packs` runs.

#[path = "../../examples/packs.rs"]
#[allow(dead_code, reason = "the linter's `main` is not called here")]
pub(crate) mod linter;

#[test]
fn the_linter_finds_no_mistake_in_the_packs() {
    let report = linter::check(std::path::Path::new("packs"), &[]);
    assert!(report.mistakes.is_empty(), "{}", report.mistakes.join("\n"));
}
