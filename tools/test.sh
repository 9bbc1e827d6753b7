#!/usr/bin/env bash
# All tests: Rust, the built package in Node, types, sizes, the pages in three engines. Called by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
started=$SECONDS
step() { printf '\n\033[1m== %s (%d s)\033[0m\n' "$*" $((SECONDS - started)); }

step "Format and lints"
cargo fmt --check
# The command with the library, so that both are built with the same features, once.
cargo clippy --quiet -p cancuoc -p cancuoc-modular -p cancuoc-command --all-targets -- -D warnings
cargo clippy --quiet -p cancuoc-reader --no-default-features --all-targets -- -D warnings
cargo clippy --quiet -p cancuoc-server --lib --target wasm32-unknown-unknown -- -D warnings
for entry in core reading portal address people scan scan-mrz chip jp2 sheet pdf; do
  cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features "entry-$entry" -- -D warnings
done

step "JavaScript: format, lints, circles of imports"
tools/lint.sh

step "Rust: unit, integration and documentation tests"
cargo test --quiet -p cancuoc -p cancuoc-modular -p cancuoc-command
# The desk's helper, without the system's library for card readers.
cargo test --quiet -p cancuoc-reader --no-default-features
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps

step "Fuzzing, coverage-guided: a short run of the parsers of what citizens show and chips say"
tools/fuzz.sh 5 qr mrz text address chip_cms chip_certificate

step "The package"
node tools/build.mjs
tools/packages.sh pkg-tests

step "The package in Node"
node --test --test-reporter=spec pkg-tests/node/*.test.mjs

step "The command answers as the package"
node --test --test-reporter=spec pkg-tests/server/command.test.mjs

step "The portal to start from: over PGlite and PostgreSQL, with faults"
tools/packages.sh examples/portal
node --test --test-concurrency=1 --test-reporter=spec pkg-tests/portal/*.test.mjs

step "Types"
examples/portal/node_modules/.bin/tsc --project examples/portal
pkg-tests/node_modules/.bin/tsc --project pkg-tests/types

step "The manual"
tools/packages.sh tools/manual
node tools/manual/build.mjs

step "Sizes"
node pkg-tests/size.mjs

step "The pages in Chromium, Firefox and WebKit"
node pkg-tests/browser/run.mjs

step "Done"
