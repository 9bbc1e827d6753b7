# `make demo` and `make test` set up all they need. See README.md.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8080
export RUSTUP_TOOLCHAIN := $(shell tools/toolchain.sh)
# What is built is looked for in target/, whatever the caller's shell says.
unexport CARGO_TARGET_DIR

.PHONY: demo docs portal test build bench bench-scan bench-chip bench-address bench-people bench-serve packs setup setup-tests consumers runtimes command stress advisories clean

demo: build docs
	node www/serve.mjs $(PORT)

# The manual, into www/manual/; the demo has it under /manual/.
docs:
	@tools/packages.sh tools/manual
	node tools/manual/build.mjs

# The portal to start from, with its embedded database and invented accounts, on http://localhost:8090.
portal: build
	tools/packages.sh examples/portal
	cd examples/portal && PORTAL_LOGIN=demo node server.mjs

build: setup
	node tools/build.mjs

setup:
	@tools/setup.sh

setup-tests:
	@tools/setup.sh tests

test: setup-tests
	tools/test.sh

# Projects of other stacks, which take too long for every `make test`: pkg-tests/consumers/more.
consumers: build setup-tests
	tools/packages.sh pkg-tests
	node pkg-tests/consumers/more.mjs

# The suite of the pages RUNS times with every core busy: hours, for whoever looks for a test that fails now and then.
RUNS ?= 10
stress: build setup-tests
	tools/packages.sh pkg-tests
	tools/packages.sh examples/portal
	tools/stress.sh $(RUNS)

clean:
	rm -rf target pkg artefacts www/manual

# Measurements: ratios in one run, beside peers, written into the READMEs and pkg-tests/bench/results/.
bench: build setup-tests
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/core.mjs && node bench/reading.mjs && node bench/page.mjs && node bench/form.mjs

bench-scan: build setup-tests
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/scan.mjs

bench-chip: build setup-tests
	tools/packages.sh pkg-tests
	tools/packages.sh pkg-tests/bench/chip
	cd pkg-tests && node bench/chip.mjs

# The peers are Python packages, in a place of their own; the crate without JavaScript is measured beside the package.
bench-address: build setup-tests
	tools/packages.sh pkg-tests
	test -x target/address-venv/bin/python || python3 -m venv target/address-venv
	target/address-venv/bin/pip install --quiet -r pkg-tests/bench/address/requirements.txt
	cargo build --quiet --release --example addresses
	cd pkg-tests && ADDRESS_NATIVE=$(CURDIR)/target/release/examples/addresses ADDRESS_PYTHON=$(CURDIR)/target/address-venv/bin/python node bench/address.mjs

# The list comes from tests/people/generate.rs, with its truth; the peers are in places of their own.
bench-people: build setup-tests
	tools/packages.sh pkg-tests
	tools/packages.sh pkg-tests/bench/people
	test -x target/people-venv/bin/python || python3 -m venv target/people-venv
	target/people-venv/bin/pip install --quiet -r pkg-tests/bench/people/requirements.txt
	CANCUOC_PEOPLE_OUT=$(CURDIR)/target/people cargo test --quiet --release --test people -- --ignored a_hundred_thousand_people
	cd pkg-tests && PEOPLE_DATA=$(CURDIR)/target/people PEOPLE_PYTHON=$(CURDIR)/target/people-venv/bin/python node bench/people.mjs

# What a legal reviewer runs after editing a pack.
packs:
	cargo run --quiet --example packs

# Known faults of what we depend on; ADVISORIES is a folder with the RustSec database, fetched when it is not given.
advisories:
	tools/advisories.sh $(ADVISORIES)

# The command `cancuoc` (check, serve), as it is built for use: target/command/cancuoc.
command:
	cargo build --quiet --profile command --package cancuoc-command

# It and Node with the package under 500 applications a second for a minute each, in one run.
bench-serve: build setup-tests command
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/serve.mjs

# server.wasm in runtimes that are neither Node nor a browser: the same answers for the whole corpus.
runtimes: build
	tools/packages.sh pkg-tests
	test -x target/server-venv/bin/python || python3 -m venv target/server-venv
	target/server-venv/bin/pip install --quiet -r pkg-tests/server/requirements.txt
	cargo build --quiet --release --manifest-path pkg-tests/server/wasmi/Cargo.toml --target-dir target/wasmi
	node --test --test-reporter=spec pkg-tests/server/python.test.mjs pkg-tests/server/wasmi.test.mjs
